"""How the checks of an award came out."""

from __future__ import annotations

from listing_rewards.words.phrase import Phrases

PHRASES: Phrases = {
    "checks.required": ("{fact} Condition: {required}.", "{fact}条件：{required}。"),
    # an event
    "checks.reached_met": ('"{event}" happened on {days}.', "“{event}”发生于 {days}。"),
    "checks.reached_absent": (
        '"{event}" is stated as not having happened.',
        "案例说明“{event}”未发生。",
    ),
    "checks.reached_later": (
        '"{event}" is dated {days}, after the as-of date.',
        "“{event}”的日期为 {days}，晚于截至日。",
    ),
    "checks.reached_silent": (
        '"{event}" is not stated, which reads as not having happened.',
        "案例未提及“{event}”，视为未发生。",
    ),
    "checks.reached_unknown": (
        '"{event}" must have a day, but the case does not state it.',
        "“{event}”应有日期，但案例未写明。",
    ),
    "checks.reached_open": (
        'It is not stated whether "{event}" happened.',
        "案例未写明“{event}”是否发生。",
    ),
    "checks.required_happened": ("that it has happened", "已发生"),
    "checks.required_absent": ("that it has not happened", "未发生"),
    "checks.required_absent_by": (
        "that it has not happened{after} by {day}, {what}",
        "至 {day}（{what}）未发生{after}",
    ),
    "checks.required_by": ("{required}, by {day}, {what}", "{required}，且不晚于 {day}（{what}）"),
    "checks.applied_on": ("It was applied for on {day}.", "申请日期为 {day}。"),
    "checks.applied_silent": (
        "The day of the application is not stated; {latest} is the last one possible.",
        "案例未写明申请日期，最晚可能为 {latest}。",
    ),
    "checks.applied_any": ("that it was applied for", "已提出申请"),
    "checks.applied_never": (
        "on or after {first} and on or before {last}, and no day is both",
        "不早于 {first}、不晚于 {last}，没有这样的日期",
    ),
    "checks.required_days": (" ({first} to {last})", "（{first} 至 {last}）"),
    "checks.required_day": (" ({first})", "（{first}）"),
    "checks.in_force": {
        # the policy's days
        "met": (
            "{day} lies within the policy's days, {days}.",
            "{day} 在政策期间（{days}）内。",
        ),
        "not_met": (
            '{day} ("{event}") lies outside the policy\'s days, {days}.',
            "{day}（“{event}”）不在政策期间（{days}）内。",
        ),
        "unknown": (
            'whether "{event}" lies within the policy\'s days, {days}.',
            "“{event}”是否在政策期间（{days}）内。",
        ),
    },
    "checks.days": ("{first} to {last}", "{first} 至 {last}"),
    "checks.days_open": ("from {first} on", "{first} 起"),
    # flags, figures, attributes
    "checks.flag_stated_yes": ('"{flag}" is stated as yes.', "案例说明“{flag}”：是。"),
    "checks.flag_stated_no": ('"{flag}" is stated as no.', "案例说明“{flag}”：否。"),
    "checks.flag_presumed": (
        '"{flag}" is not stated; taken as yes.',
        "案例未说明“{flag}”；按“是”计算。",
    ),
    "checks.flag_unknown": ('"{flag}" is not stated.', "案例未说明“{flag}”。"),
    "checks.fact_stated": ('"{name}" is {value}.', "“{name}”为 {value}。"),
    "checks.fact_value": ('"{name}" is "{value}".', "“{name}”为“{value}”。"),
    "checks.fact_limited": (
        '"{name}" is not stated in full, and what is stated of it decides.',
        "“{name}”未全部说明，已说明的足以判断。",
    ),
    "checks.fact_silent": ('"{name}" is not stated.', "案例未写明“{name}”。"),
    "checks.amounts_stated": (
        'The amounts of "{name}" within the policy\'s days come to {value}.',
        "“{name}”在政策期间内的金额合计为 {value}。",
    ),
    "checks.amounts_of": (
        'The amounts of "{name}" that count come to {value}.',
        "“{name}”计入的金额合计为 {value}。",
    ),
    "checks.amounts_silent": (
        'The amount of "{name}" is not stated.',
        "案例未写明“{name}”的金额。",
    ),
    "checks.combined_head": {
        # several conditions
        "all_of": ("All of these conditions:", "同时符合下列条件："),
        "any_of": ("At least one of these conditions:", "符合下列条件之一："),
        "not_met": ("This must not be so:", "不得属于下列情形："),
    },
    "checks.combined": ("{head} {parts}.", "{head}{parts}。"),
    "checks.combined_joint": ("; ", "；"),
    "checks.combined_part": ("[{truth}] {sentence}", "[{truth}] {sentence}"),
    "checks.combined_inner": ("({sentence})", "（{sentence}）"),
    "checks.seasoning": {
        # a full period
        "compared": (
            '{period} from {start} ("{event}") is complete on {completes}; tested on {tested} '
            '("{tested_event}"){outcome}.',
            "自 {start}（“{event}”）起{period}，于 {completes} 届满；以 {tested}"
            "（“{tested_event}”）为准{outcome}。",
        ),
        "held": (
            '{period} from {start} ("{event}") is complete on {completes}; tested on {tested}, '
            "the as-of date{outcome}.",
            "自 {start}（“{event}”）起{period}，于 {completes} 届满；"
            "以截至日 {tested} 为准{outcome}。",
        ),
        "not_yet_held": (
            '{period} from {start} ("{event}") is complete on {completes}; tested on {tested}, '
            "the as-of date{outcome}; it will be met from {met_from} on.",
            "自 {start}（“{event}”）起{period}，于 {completes} 届满；"
            "以截至日 {tested} 为准{outcome}；"
            "自 {met_from} 起符合。",
        ),
        "broken": (
            '{period} from {start} ("{event}") would have been met from {met_from} on, but '
            '"{broken_by}" came first.',
            "自 {start}（“{event}”）起{period}，本应自 {met_from} 起符合，"
            "但其间发生“{broken_by}”。",
        ),
        "not_started": (
            '{period} after "{event}": it had not happened, or had ended, by the day tested.',
            "“{event}”{period}：至检验日尚未发生或已经终止。",
        ),
        "start_unknown": (
            '{period} after "{event}", tested on {tested} ("{tested_event}"): the day of '
            '"{event}" is not stated.',
            "“{event}”{period}，以 {tested}（“{tested_event}”）为准：案例未写明“{event}”的日期。",
        ),
        "no_test_day": (
            '{period} after "{event}": nothing it is tested on has happened.',
            "“{event}”{period}：用以检验的事项均未发生。",
        ),
        "test_day_unknown": (
            '{period} after "{event}": the day it is tested on is not stated.',
            "“{event}”{period}：案例未写明检验日。",
        ),
        "break_unknown": (
            '{period} after "{event}": it is not stated whether it was interrupted.',
            "“{event}”{period}：案例未说明期间是否中断。",
        ),
    },
    "checks.seasoning_of_an_award": {
        "compared": (
            '{period} from {start} ("{event}") is complete on {completes}; tested on {tested}, '
            "{test_day}{outcome}.",
            "自 {start}（“{event}”）起{period}，于 {completes} 届满；以 {tested}"
            "（{test_day}）为准{outcome}。",
        ),
        "test_day_unknown": (
            '{period} after "{event}", tested on {test_day}, which is not stated.',
            "“{event}”{period}，以{test_day}为准：案例未写明该日期。",
        ),
        "break_unknown": (
            '{period} after "{event}", tested on {test_day}: it is not stated whether it was '
            "interrupted.",
            "“{event}”{period}，以{test_day}为准：案例未说明期间是否中断。",
        ),
    },
    "checks.seasoning_without_test_event": {
        "not_started": (
            '{period} after "{event}": it has not happened.',
            "“{event}”{period}：尚未发生。",
        ),
        "start_unknown": (
            '{period} after "{event}": the day of "{event}" is not stated.',
            "“{event}”{period}：案例未写明“{event}”的日期。",
        ),
    },
    "checks.outcome_met": ("", "，已满"),
    "checks.outcome_short_one": (": 1 day short", "，差1天"),
    "checks.outcome_short": (": {days} days short", "，差{days}天"),
    "checks.boundary": {
        "anniversary": (
            ", the boundary day itself: met by counting to the corresponding day; counted by the "
            "Civil Code it would be met from the day after",
            "，恰为届满当日：按对应日计算为已满；按民法典计算则自次日起为已满",
        ),
        "civil_code": (
            ", the boundary day itself: counted by the Civil Code it is met from the day after; "
            "counting to the corresponding day it would be met",
            "，恰为届满当日：按民法典计算自次日起为已满；按对应日计算则为已满",
        ),
    },
}
