"""The steps of a calculation."""

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
        },
        "each": {
            "plain": ("{value} for each: {result}", "每个 {value}：{result}"),
            "full": ("{value} for each of these: {result}", "每份 {value}：{result}"),
            "events": ("{value} each time: {result}", "每次 {value}：{result}"),
        },
        "rate": {
            "plain": ("{rate} of it: {result}", "其 {rate}：{result}"),
        },
        "cap": {
            "plain": ("at most {value}: {result}", "最高 {value}：{result}"),
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
        "when": {
            # conditions and alternatives
            "met": ("conditions met: {result}", "条件符合：{result}"),
            "not_met": ("conditions not met: {result}", "条件不符合：{result}"),
            "unknown": ("conditions not known: {result}", "条件不明：{result}"),
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
            "plain": ("due of it by the day asked for: {result}", "其中截至日已到期：{result}"),
        },
        "less_paid": {
            "plain": ("less {value} paid before: {result}", "减已付 {value}：{result}"),
            "more": (
                "less {value} paid before for this or what it replaces: {result}",
                "减已付 {value}（含被替代项目的已付）：{result}",
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
