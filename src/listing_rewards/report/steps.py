"""One step of the calculation in one short sentence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from listing_rewards.assessment import AwardLine, Step
from listing_rewards.policy.amounts import (
    BandsAmount,
    DatedAmount,
    PlainAmount,
    Portion,
    RateAmount,
    UnknownAmount,
)
from listing_rewards.policy.fact_kinds import Unit
from listing_rewards.policy.model import Policy
from listing_rewards.policy.source import Ground
from listing_rewards.report.amounts import band_reason, band_text, limit_text, rule_text
from listing_rewards.report.conditions import condition_text
from listing_rewards.report.phrasing import Phrasing
from listing_rewards.values.range import exactly
from listing_rewards.words.steps import PLAIN

_VARIANTS = {
    ("sum", False): "none",
    ("above", True): "share",
    ("dated", False): "open",
    ("approved", False): "open",
    ("allotted", False): "open",
}
_OF_THE_BASE = ("minus", "above", "band")
_UNDER_A_CONDITION = ("times", "base_when", "rate_when")
_RESTS_ON_MORE = frozenset({*_UNDER_A_CONDITION, "replaced", "kept", "best_of"})
"""The operations that rest on more than their own ground."""
_BY_TRUTH = frozenset({*_RESTS_ON_MORE, "when", "as_paid"})
"""The operations whose phrase is chosen by a truth."""
_OF_A_FACT = ("figure", "minus", "above", "count", "allotted")


def step_text(words: Phrasing, line: AwardLine, step: Step) -> str:
    """What was done, and the amount after it."""
    amount = _amount(words.policy, line)
    values = _values(words, line.steps, step) | _more(words, line.steps, step, amount)
    return words.say("steps.step", step.op, _variant(words, line, step), **values)


def step_sentence(words: Phrasing, line: AwardLine, step: Step) -> str:
    """What was done, the amount after it, and what it rests on."""
    sentence = step_text(words, line, step)
    if step.needed_no_rounding(line.steps):
        return sentence
    return sentence + "".join(map(words.source, grounds_of(words.policy, line, step)))


def grounds_of(policy: Policy, line: AwardLine, step: Step) -> tuple[Ground, ...]:
    """What a step rests on: its own ground, and what its condition or alternative rests on."""
    found = [step.ground] if step.ground else []
    if step.op not in _RESTS_ON_MORE:
        return tuple(found)
    if step.op in _UNDER_A_CONDITION:
        found.append(policy.grounds[f"conditions.{step.name}"])
    elif step.op == "replaced":
        found += [policy.grounds[f"awards.{name}"] for name in step.names]
    elif step.op == "kept":
        binding = policy.relations.binding[line.award]
        found += [policy.grounds[policy.path_of_undertaking(name)] for name in binding]
    elif step.op == "best_of":
        names = [name for name, best in policy.best_of.items() if line.award in best.awards]
        found += [policy.grounds[f"best_of.{name}"] for name in names]
    return tuple(dict.fromkeys(found))


def _amount(policy: Policy, line: AwardLine) -> PlainAmount | None:
    """The amount that a line's steps were computed by; None where that is not known."""
    amount = policy.award(line.award).amount
    if not isinstance(amount, DatedAmount):
        return amount
    since = next((step.on for step in line.steps if step.op == "dated"), None)
    return next((each.amount for each in amount.dated if each.since == since), None)


def _variant(words: Phrasing, line: AwardLine, step: Step) -> str:
    """Which of the phrases of an operation says this step; `PLAIN` for the usual one."""
    if step.op in _BY_TRUTH:
        return step.truth or PLAIN
    match step.op:
        case "figure":
            return _figure_variant(words, step)
        case "event_amount" if step.result.at_most is None:
            return "missing" if step.on else "unknown"
        case "sum" if not step.of and _counts_otherwise(words.policy, line):
            return "none_counted"
        case "count":
            return _counted(step, line, words.policy)
        case "each":
            return _counted(line.steps[step.of[0]], line, words.policy)
        case "bands":
            return _bands_variant(line.steps, step)
        case "less_paid":
            return "more" if step.value != exactly(line.paid) else PLAIN
        case "nothing":
            return _nothing_variant(words.policy, line, step)
        case _:
            return _VARIANTS.get((step.op, _is_full(step)), PLAIN)


def _is_full(step: Step) -> bool:
    """Whether a step has what its operation may go without."""
    has = {"sum": step.of, "above": step.name, "dated": step.on, "approved": step.value}
    if step.op == "allotted":
        return step.value is not None and step.value.determined
    return bool(has.get(step.op))


def _figure_variant(words: Phrasing, step: Step) -> str:
    if step.truth != "met":
        return "missing"
    return "below" if words.answer.case.figures[step.name or ""] < 0 else PLAIN


def _counts_otherwise(policy: Policy, line: AwardLine) -> bool:
    """Whether other amounts count for an award than those on the policy's days."""
    amount = _amount(policy, line)
    return amount is not None and amount.counted != "in_force"


def _counted(step: Step, line: AwardLine, policy: Policy) -> str:
    if not step.of:
        return "events_counted" if _counts_otherwise(policy, line) else "events"
    return PLAIN if step.unit == 1 else "full"


def _bands_variant(steps: Sequence[Step], step: Step) -> str:
    if not step.band:
        return "none"
    return "several" if steps[step.of[0]].result.determined else PLAIN


def _nothing_variant(policy: Policy, line: AwardLine, step: Step) -> str:
    amount = policy.award(line.award).amount
    dated = amount.dated if isinstance(amount, DatedAmount) else ()
    repealed = any(each.repealed and each.since == step.on for each in dated)
    return "repealed" if repealed else "before"


def _values(words: Phrasing, steps: Sequence[Step], step: Step) -> dict[str, object]:
    """The numbers of a step, each in its unit, and its names."""
    base = unit_of(words, steps, steps[step.of[0]]) if step.of else "yuan"
    values: dict[str, object] = {
        "day": step.on,
        "result": words.bounds(step.result, unit=unit_of(words, steps, step)),
        "rate": "" if step.rate is None else words.rate(step.rate),
        "unit": "" if step.unit is None else words.measured(step.unit, base),
        "names": words.awards(step.names),
    }
    if step.op in _OF_THE_BASE and step.value:
        unit = words.unit(step.name) if step.name else base
        values["value"] = words.stated(step.value, unit=unit)
    elif step.value:
        values["value"] = words.bounds(step.value, unit=base if step.op == "base_when" else "yuan")
    if step.name and step.op in _OF_A_FACT:
        values["name"] = words.figure(step.name)
    elif step.name:
        values["name"] = words.award(step.name)
    return values


def unit_of(words: Phrasing, steps: Sequence[Step], step: Step) -> Unit:
    """What the result of a step counts."""
    if step.op == "figure":
        return words.unit(step.name or "")
    if step.op == "count":
        return "number"
    of_the_base = step.op in (*_OF_THE_BASE, "base_when")
    return unit_of(words, steps, steps[step.of[0]]) if of_the_base else "yuan"


def _more(
    words: Phrasing, steps: Sequence[Step], step: Step, amount: PlainAmount | None
) -> dict[str, object]:
    """What the policy says that a step was computed by."""
    match step.op, amount:
        case "figure", _:
            stated = words.answer.case.figures.get(step.name or "")
            return (
                {}
                if stated is None
                else {"stated": words.measured(stated, unit_of(words, steps, step))}
            )
        case "above", RateAmount() | BandsAmount() if isinstance(amount.above, Portion):
            return {"share": limit_text(words, amount.above, amount.of)}
        case "band", BandsAmount():
            band = amount.bands[step.band[0]]
            return {"bands": words.within(band, words.unit(amount.of))}
        case "bands", BandsAmount():
            return {"bands": words.say("policy.list_joint").join(_bands(words, step, amount))}
        case "unknown", UnknownAmount():
            return {"reason": words.text(amount.unknown)}
        case "unknown", BandsAmount():
            return {"reason": band_reason(words, amount.bands[_last_band(steps, step)])}
        case "scaled", _ if amount and amount.scaled:
            return {
                "share": _share(words, step, amount.scaled.of),
                "rule": rule_text(words, amount.scaled),
            }
        case "times" | "base_when" | "rate_when", _:
            condition = words.policy.conditions[step.name or ""]
            return {"condition": condition_text(words, condition)}
        case "withheld", _:
            return {"law": words.law(step.name or "")}
        case _:
            return {}


def _last_band(steps: Sequence[Step], step: Step) -> int:
    """The band that was found before a step."""
    before = next(i for i, each in enumerate(steps) if each is step)
    return [each.band[0] for each in steps[:before] if each.op == "band"][-1]


def _bands(words: Phrasing, step: Step, amount: BandsAmount) -> Iterator[str]:
    yield from (band_text(words, amount, amount.bands[number]) for number in step.band)
    if step.truth == "met":
        yield words.say("steps.band_none")


def _share(words: Phrasing, step: Step, whole: str | None) -> str:
    """The two numbers of a share, or the one that is a share itself."""
    part, value = words.figure(step.name or ""), ""
    if step.value:
        value = words.stated(step.value, unit=words.unit(step.name or ""))
    if whole is None or step.whole is None:
        return words.say("steps.scaled_percent", part=part, value=value)
    total = words.stated(step.whole, unit=words.unit(whole))
    return words.say(
        "steps.scaled_of", part=part, value=value, whole=words.figure(whole), total=total
    )
