"""What an amount of a policy gives, in a few words."""

from __future__ import annotations

from listing_rewards.words.phrase import Phrases

PHRASES: Phrases = {
    "policy.amount_each": {
        # amounts
        "event": ('{sum} for each "{name}"', "“{name}”每次 {sum}"),
        "one": ('{sum} for each of "{name}"', "按“{name}”逐个计，每个 {sum}"),
        "full": ('{sum} for each full {every} of "{name}"', "“{name}”每满 {every}，{sum}"),
    },
    "policy.amount_cap": (", at most {cap}", "，最高 {cap}"),
    "policy.amount_cap_unknown": (
        ", at most a cap that the source does not give",
        "，设有上限而原文未列明",
    ),
    "policy.amount_cap_unknown_per": {
        "enterprise": (
            ", at most a cap per enterprise that the source does not give",
            "，每家企业设有上限而原文未列明",
        ),
        "year": (
            ", at most a cap per calendar year that the source does not give",
            "，每年设有上限而原文未列明",
        ),
        "event": (
            ", at most a cap per event that the source does not give",
            "，每次设有上限而原文未列明",
        ),
    },
    "policy.amount_rate": ("{rate} of {base}", "{base}的 {rate}"),
    "policy.amount_cap_per": {
        "enterprise": (", at most {cap} per enterprise", "，每家企业最高 {cap}"),
        "year": (", at most {cap} per calendar year", "，每年最高 {cap}"),
        "event": (", at most {cap} per event", "，每次最高 {cap}"),
    },
    "policy.amount_floor_per": {
        "enterprise": (", at least {floor}", "，最低 {floor}"),
        "year": (", at least {floor} per calendar year", "，每年最低 {floor}"),
        "event": (", at least {floor} per event", "，每次最低 {floor}"),
    },
    "policy.amount_instead": ("; where {condition}: {what}", "；{condition}的，{what}"),
    "policy.instead": {
        "rate": ("{rate}", "按 {rate} 计"),
        "of": ('of "{name}"', "以“{name}”为基数"),
        "cap": ("at most {cap}", "最高 {cap}"),
    },
    "policy.instead_joint": (", ", "，"),
    "policy.amount_bands": ("by bands of {base}: {bands}", "按{base}分档：{bands}"),
    "policy.amount_band": ("{bounds}: {gives}", "{bounds}的，{gives}"),
    "policy.amount_band_rate": ("{rate} of it", "其 {rate}"),
    "policy.amount_topup": ("topped up to {level}", "补足至 {level}"),
    "policy.amount_unknown": ("unknown: {reason}", "不明：{reason}"),
    "policy.amount_dated": ("from {day} on: {amount}", "{day} 起：{amount}"),
    "policy.amount_repealed": ("nothing", "取消"),
    "policy.amount_scaled": (", in proportion to {share}: {rule}", "，按{share}折算：{rule}"),
    "policy.amount_times": (", times {rate} where {condition}", "；{condition}的，按 {rate} 计"),
    "policy.amount_less": (", less what was received for {names}", "，扣减已享受的{names}"),
    "policy.amount_upto": (
        "a ceiling of {amount}; the amount is approved in each case",
        "上限为{amount}；具体金额由主管部门核定",
    ),
    "policy.amount_counted": (", counting {counted}", "（计入{counted}）"),
    "policy.counted": {
        "all": ("all that happened, on whatever day", "全部金额，不论日期"),
    },
    "policy.counted_within": {
        "after": ('what lies within {span} after "{event}"', "“{event}”后{span}内的金额"),
        "before": ('what lies within {span} before "{event}"', "“{event}”前{span}内的金额"),
    },
    "policy.counted_from": ("what lies within {span} from {start}", "自{start}起{span}内的金额"),
    "policy.counted_since": ("what lies on or after {start}", "{start}及以后的金额"),
    "policy.counted_open": {
        "after": ('what lies on or after the day of "{event}"', "“{event}”当日及以后的金额"),
        "before": ('what lies on or before the day of "{event}"', "“{event}”当日及以前的金额"),
    },
    "policy.base_minus": ("{base} (less {names})", "扣除{names}后的{base}"),
    "policy.base_of_each": {
        "year": ("{base} in each calendar year", "每年{base}"),
        "event": ("{base} in each event", "每次{base}"),
    },
    "policy.base_above": ("the part of {base} above {limit}", "{base}超过{limit}的部分"),
    "policy.base_portion": ('{rate} of "{name}"', "“{name}”的{rate}"),
    "policy.scaled_share_of": ('the share of "{part}" in "{whole}"', "“{part}”占“{whole}”的比例"),
    "policy.scaled": {
        "share": (
            "all of it from {full} on, below that the share itself",
            "达到{full}（含）的全额，未达到的按实际比例",
        ),
        "share_of_threshold": (
            "all of it from {full} on, below that the share divided by {full}",
            "达到{full}（含）的全额，未达到的按实际比例与{full}之比",
        ),
        "nothing": (
            "all of it from {full} on, below that nothing",
            "达到{full}（含）的全额，未达到的不予奖励",
        ),
    },
    "policy.group": (
        "{title} ({members}), together at most {cap}",
        "{title}（{members}）合计最高 {cap}",
    ),
    "policy.group_unknown": (
        "{title} ({members}), together at most a cap that the source does not give",
        "{title}（{members}）合计设有上限而原文未列明",
    ),
    "policy.cap_when": ("; at most {cap} where {condition}", "；{condition}的，合计最高 {cap}"),
}
