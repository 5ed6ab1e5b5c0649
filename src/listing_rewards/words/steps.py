"""The steps of a calculation: the sentence of each, and the label of its row in the workbook."""

from __future__ import annotations

from listing_rewards.words.phrase import Phrases

PLAIN = "plain"
"""The variant that says a step as it usually is."""

PHRASES: Phrases = {
    "steps.step": {
        "event_amount": {
            # the base
            "plain": ("amount of {day}: {result}", "{day} 的金额：{result}"),
            "missing": ("amount of {day}: not stated", "{day} 的金额：未写明"),
            "unknown": ("amount: not stated", "金额：未写明"),
        },
        "figure": {
            "plain": ('"{name}": {result}', "“{name}”：{result}"),
            "missing": ('"{name}": not stated', "“{name}”：未写明"),
            "below": (
                '"{name}" is stated as {stated} and counts as: {result}',
                "“{name}”写明为 {stated}，计为：{result}",
            ),
        },
        "sum": {
            "plain": ("together: {result}", "合计：{result}"),
            "none": (
                "no amounts within the policy's days: {result}",
                "政策期间内无金额：{result}",
            ),
            "none_counted": ("no amounts that count: {result}", "无计入的金额：{result}"),
        },
        "minus": {
            "plain": ('less "{name}" ({value}): {result}', "扣除“{name}”（{value}）：{result}"),
        },
        "above": {
            "plain": ("what is above {value}: {result}", "超过 {value} 的部分：{result}"),
            "share": (
                "what is above {share} ({value}): {result}",
                "超过{share}（{value}）的部分：{result}",
            ),
        },
        "count": {
            # the construct
            "plain": ("how many of them: {result}", "个数：{result}"),
            "full": ("how many full {unit} in it: {result}", "其中满 {unit} 的份数：{result}"),
            "events": (
                'how many times "{name}" happened within the policy\'s days: {result}',
                "“{name}”在政策期间内发生的次数：{result}",
            ),
            "events_counted": (
                'how many times "{name}" happened and counts: {result}',
                "“{name}”计入的次数：{result}",
            ),
        },
        "each": {
            "plain": ("{value} for each: {result}", "每个 {value}：{result}"),
            "full": ("{value} for each of these: {result}", "每份 {value}：{result}"),
            "events": ("{value} each time: {result}", "每次 {value}：{result}"),
            "events_counted": ("{value} each time: {result}", "每次 {value}：{result}"),
        },
        "rate": {
            "plain": ("{rate} of it: {result}", "其 {rate}：{result}"),
        },
        "cap": {
            "plain": ("at most {value}: {result}", "最高 {value}：{result}"),
        },
        "base_when": {
            "met": (
                "{value} as the base instead (met: {condition}): {result}",
                "改以 {value} 为基数（符合：{condition}）：{result}",
            ),
            "not_met": (
                "not {value} as the base (not met: {condition}): {result}",
                "不以 {value} 为基数（不符合：{condition}）：{result}",
            ),
            "unknown": (
                "perhaps {value} as the base (not known: {condition}): {result}",
                "是否以 {value} 为基数不明（不明：{condition}）：{result}",
            ),
        },
        "rate_when": {
            "met": (
                "{rate} instead (met: {condition}): {result}",
                "改按 {rate} 计（符合：{condition}）：{result}",
            ),
            "not_met": (
                "not {rate} (not met: {condition}): {result}",
                "不按 {rate} 计（不符合：{condition}）：{result}",
            ),
            "unknown": (
                "perhaps {rate} (not known: {condition}): {result}",
                "是否按 {rate} 计不明（不明：{condition}）：{result}",
            ),
        },
        "unknown_cap": {
            "plain": (
                "at most a cap that the source does not give: {result}",
                "设有上限，原文未列明：{result}",
            ),
        },
        "floor": {
            "plain": ("at least {value}: {result}", "最低 {value}：{result}"),
        },
        "band": {
            "plain": ("it lies in the band: {bands}", "所属档次：{bands}"),
        },
        "bands": {
            "plain": (
                "which of these bands it is, is not known ({bands}): {result}",
                "所属档次不明（{bands}）：{result}",
            ),
            "several": (
                "it lies in more than one band ({bands}): {result}",
                "同时落入数档（{bands}）：{result}",
            ),
            "none": ("it lies in no band: {result}", "不属于任何一档：{result}"),
        },
        "uncounted": {
            "plain": (
                "how many of them there are is not known: {result}",
                "共有几次不明：{result}",
            ),
        },
        "fixed": {
            "plain": ("fixed amount: {result}", "定额：{result}"),
        },
        "topup": {
            "plain": ("level to be topped up to: {result}", "补足标准：{result}"),
        },
        "unknown": {
            "plain": ("amount not given: {reason}", "金额未列明：{reason}"),
        },
        "dated": {
            "plain": (
                "the amount that holds from {day} on: {result}",
                "适用 {day} 起的金额：{result}",
            ),
            "open": (
                "which amount holds depends on the day of the event: {result}",
                "适用的金额取决于事项发生的日期：{result}",
            ),
        },
        "nothing": {
            "before": (
                "nothing is given for what happened before {day}: {result}",
                "{day} 前发生的，不予奖励：{result}",
            ),
            "repealed": (
                "nothing is given for what happens from {day} on: {result}",
                "{day} 起发生的，取消奖励：{result}",
            ),
        },
        "scaled": {
            # what is added to the construct
            "plain": ("{share}; {rule}: {result}", "{share}，{rule}：{result}"),
        },
        "times": {
            "met": (
                "times {rate} (met: {condition}): {result}",
                "按 {rate} 计（符合：{condition}）：{result}",
            ),
            "not_met": (
                "not times {rate} (not met: {condition}): {result}",
                "不按 {rate} 计（不符合：{condition}）：{result}",
            ),
            "unknown": (
                "perhaps times {rate} (not known: {condition}): {result}",
                "是否按 {rate} 计不明（不明：{condition}）：{result}",
            ),
        },
        "round": {
            "plain": ("rounded to {unit}: {result}", "取整至{unit}：{result}"),
        },
        "received": {
            "plain": (
                'less {value} received for "{name}": {result}',
                "扣减已享受的“{name}” {value}：{result}",
            ),
        },
        "approved": {
            "plain": (
                "{value} was approved, with this as the ceiling: {result}",
                "以此为上限，主管部门核定 {value}：{result}",
            ),
            "open": (
                "this is the ceiling; what was approved is not stated: {result}",
                "以此为上限，主管部门核定的金额未写明：{result}",
            ),
        },
        "allotted": {
            "plain": ("at most {value}, {name}: {result}", "不超过{name}（{value}）：{result}"),
            "open": (
                "at most {name}, which is not stated: {result}",
                "不超过{name}，案例未写明：{result}",
            ),
        },
        "when": {
            # conditions and alternatives
            "met": ("conditions met: {result}", "条件符合：{result}"),
            "not_met": ("conditions not met: {result}", "条件不符合：{result}"),
            "unknown": ("conditions not known: {result}", "条件不明：{result}"),
        },
        "as_paid": {
            "not_met": (
                "conditions met when it was paid and not met any more, so no more than what was "
                "paid, {value}: {result}",
                "付款时符合条件、此后不再符合，以已付 {value} 为限：{result}",
            ),
            "unknown": (
                "whether the conditions are still met is not known, so what was paid of it, "
                "{value}, or all of it: {result}",
                "现是否仍符合条件不明，为其中已付的 {value} 或全部：{result}",
            ),
        },
        "replaced": {
            "met": ("{names} is given instead: {result}", "由{names}替代：{result}"),
            "unknown": (
                "{names} is perhaps given instead: {result}",
                "是否由{names}替代不明：{result}",
            ),
        },
        "best_of": {
            "met": (
                "kept, as the highest of this and {names}: {result}",
                "与{names}就高不就低，取本项：{result}",
            ),
            "not_met": (
                "not kept: of this and {names} only the highest is given: {result}",
                "与{names}就高不就低，不取本项：{result}",
            ),
            "unknown": (
                "perhaps not kept: of this and {names} only the highest is given: {result}",
                "与{names}就高不就低，是否取本项不明：{result}",
            ),
        },
        "room": {
            # caps and payments
            "plain": (
                "room under the common cap {value}: {result}",
                "合并上限余额 {value}：{result}",
            ),
        },
        "due": {
            "plain": ("due of it by the as-of date: {result}", "其中截至日已到期：{result}"),
        },
        "less_paid": {
            "plain": ("less {value} paid before: {result}", "减已付 {value}：{result}"),
            "more": (
                "less {value} paid before for this or what it replaces: {result}",
                "减已付 {value}（含被替代项目的已付）：{result}",
            ),
        },
        "kept": {
            "not_met": (
                "an undertaking is broken, so that what is not yet paid is not payable: {result}",
                "已违反承诺，未拨付部分不再拨付：{result}",
            ),
            "unknown": (
                "whether an undertaking is broken is not known: {result}",
                "是否违反承诺不明：{result}",
            ),
        },
        "room_left": {
            "plain": (
                "room that all payments leave under the common cap {value}: {result}",
                "扣除全部已付后合并上限余额 {value}：{result}",
            ),
        },
        "withheld": {
            "plain": (
                "{value} withheld until reviewed under {law}; left to pay: {result}",
                "依{law}审核前暂缓发放 {value}，现可付：{result}",
            ),
        },
    },
    "steps.band_none": ("none of them", "均不属于"),
    "steps.scaled_of": (
        '"{part}" ({value}) as a share of "{whole}" ({total})',
        "“{part}”（{value}）占“{whole}”（{total}）的比例",
    ),
    "steps.scaled_percent": ('"{part}" ({value})', "“{part}”（{value}）"),
}

ROWS: Phrases = {
    "row_reached": ("{award}: “{event}” has happened", "{award}：已发生“{event}”"),
    "row_in_force": (
        "{award}: “{event}” on one of the policy's days",
        "{award}：“{event}”在有效期内",
    ),
    "row_truth": ("{award}: everything it needs", "{award}：各项条件均符合"),
    # ---- amounts
    "row_as_paid": (
        "no more than was paid, where the conditions are met no longer",
        "条件不再符合的，以已付金额为限",
    ),
    "row_base": ("{name}", "{name}"),
    "row_minus": ("less: {name}", "减：{name}"),
    "row_above": ("only what is above the limit", "仅计超过部分"),
    "row_above_portion": (
        "only what is above the share of: {name}",
        "仅计超过该指标一定比例的部分：{name}",
    ),
    "row_fixed": ("the fixed sum", "定额"),
    "row_count": ("how often: {name}", "次数：{name}"),
    "row_count_full": ("how many full: {name}", "满额数：{name}"),
    "row_each": ("times the sum for each", "乘以每次定额"),
    "row_cap": ("at most the cap", "不超过上限"),
    "row_base_when": ("another base under a condition", "附条件的另一基数"),
    "row_rate_when": ("another rate under a condition", "附条件的另一比例"),
    "row_unknown_cap": (
        "at most a cap that the source does not give",
        "设有上限，原文未列明",
    ),
    "row_floor": ("at least the floor", "不低于下限"),
    "row_rate": ("times the rate", "乘以比例"),
    "row_topup": ("topped up to the level", "补齐标准"),
    "row_unknown": ("an amount that the source does not give", "原文未列明的金额"),
    "row_parts": (
        "together (one by one on the sheet Events)",
        "合计（逐项见“事项统计”）",
    ),
    "row_parts_cap": ("their caps together", "各项上限合计"),
    "row_band": ("band: {band}", "分档：{band}"),
    "row_no_band": ("may lie in no band", "可能不属于任何一档"),
    "row_bands": ("what the bands give", "分档金额"),
    "row_bands_cap": ("the cap of the band", "该档上限"),
    "row_times": ("multiplied under the condition", "按条件加成或减成"),
    "row_times_cap": ("the cap, multiplied likewise", "上限同样加成或减成"),
    "row_scaled": ("in proportion to the share", "按比例折算"),
    "row_scaled_cap": ("the cap, in the same proportion", "上限按同一比例折算"),
    "row_round_half_up": ("rounded half up to the unit", "四舍五入至取整单位"),
    "row_round_half_even": ("rounded half to even to the unit", "四舍六入五成双至取整单位"),
    "row_round_down": ("rounded down to the unit", "舍去至取整单位"),
    "row_round_up": ("rounded up to the unit", "进位至取整单位"),
    "row_round_cap": ("not beyond the cap by rounding", "取整后不超过上限"),
    "row_received": ("less what counts for: {award}", "减：{award}"),
    "row_allotted": ('at most "{name}"', "不超过“{name}”"),
    "row_approved": ("as approved, at most this", "按核定金额，不超过此数"),
    "row_since": ("earned on {day} or later", "触发日不早于 {day}"),
    "row_dated": ("the amount of the day that earns it", "按触发日适用的金额"),
    "row_nominal": ("{award}: standard amount", "{award}：标准金额"),
    # ---- alternatives
    "row_when": ("if everything it needs is met", "条件均符合时给予"),
    "row_replaced": ("one of these takes its place: {awards}", "由下列之一替代：{awards}"),
    "row_unless": ("unless it is replaced", "未被替代时给予"),
    "row_keeps": ("{award}: the highest of its choice", "{award}：择优中金额最高"),
    "row_best_of": ("{award}: given if it is the highest", "{award}：最高者给予"),
    "row_highest": ("the highest of: {awards}", "取最高：{awards}"),
    "row_either": ("one or the others: {awards}", "或此或彼：{awards}"),
    "row_either_unpaid": ("still unpaid of them: {awards}", "其中未付：{awards}"),
    # ---- caps
    "row_group_cap": ("the common cap", "合并上限"),
    "row_cap_when": ("another cap if: {condition}", "如{condition}，上限改为"),
    "row_room": ("{award}: room that earlier awards leave", "{award}：在先奖励之后的余额"),
    "row_entitled": ("{award}: entitled, within the room", "{award}：核定金额（不超过余额）"),
    # ---- payments
    "row_counted": ("{award}: paid, with what it takes over", "{award}：计为已付"),
    "row_pool": ("{award}: with what was paid for its rivals", "{award}：连同择优其他项目的已付"),
    "row_paid": ("paid in all: {group}", "合计已付：{group}"),
    "row_room_left": ("room that payments leave: {group}", "付款后的余额：{group}"),
    "row_owed": ("{award}: due, less what counts as paid", "{award}：到期金额减已付"),
    "row_kept": ("{award}: as long as undertakings are kept", "{award}：以未违反承诺为限"),
    "row_settled": ("{award}: within the room left", "{award}：不超过余额"),
    "row_withheld": ("{award}: withheld", "{award}：暂缓发放"),
    "row_payable": ("{award}: payable", "{award}：应付金额"),
    "row_overpaid": ("{award}: paid beyond what it is entitled to", "{award}：超付"),
    "row_of_which": ("{award}: of which for others", "{award}：其中奖励他人"),
    "row_due": ("{award}: due by the as-of date", "{award}：截至日到期金额"),
    "row_part_day": ("part {number} is due from", "第 {number} 期到期日"),
    "row_part_due": ("part {number} is due", "第 {number} 期已到期"),
    "row_whole_units": ("{award}: in whole units", "{award}：折合的取整单位数"),
    "row_part_floor": ("{part}: whole units of its share", "{part}：按比例的整单位数"),
    "row_part_rest": ("{part}: what remains of a unit", "{part}：不足一个单位的余数"),
    "row_part": ("{award}: {part}", "{award}：{part}"),
    # ---- totals
    "row_joint": ("granted together, at most the cap", "合计给予，不超过合并上限"),
    "row_joint_unpaid": (
        "still unpaid together, at most the room left",
        "合计未付，不超过余额",
    ),
    "row_total_entitled": ("entitled in all", "核定合计"),
    "row_total_settled": ("to be paid in all", "待付合计"),
    "row_total_withheld": ("withheld, line by line", "暂缓合计（逐项）"),
    "row_total_payable": ("payable in all", "应付合计"),
    "row_total_withheld_capped": ("withheld in all", "暂缓合计"),
    "row_total_overpaid": ("overpaid in all", "超付合计"),
    "row_status": ("{award}: status", "{award}：状态"),
    # ---- exposures
    "row_exposed_share": (
        "{title}, {award}: the share of what was paid",
        "{title}，{award}：已付的相应比例",
    ),
    "row_exposed": ("rounded", "取整"),
    "row_exposed_since": ("the time runs from", "期限起算"),
    "row_exposed_until": ("the last day of the time", "期限末日"),
    "row_broken": ("{title}: broken", "{title}：已违反"),
    "row_undertakings_kept": ("{award}: undertakings kept", "{award}：承诺均未违反"),
    "row_exposure": ("{title}, {award}: exposed", "{title}，{award}：敞口"),
}
"""The labels of the rows of the workbook, most of them of one operation each."""
