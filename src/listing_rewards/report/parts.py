"""What a path of a policy stands for, in words."""

from __future__ import annotations

import re

from listing_rewards.report.conditions import condition_text
from listing_rewards.report.phrasing import Phrasing, PolicyPhrasing

_DATED = re.compile(r"(?P<award>.+)\.amount\.dated\[(?P<number>\d+)\]\.amount")


def part_text(words: PolicyPhrasing, where: str) -> str:
    """The part of the policy that a path names, such as ``awards.listed.amount``."""
    policy = words.policy
    table, _, name = where.partition(".")
    match table:
        case "awards":
            return _award(words, name)
        case "flags":
            return words.flag(name)
        case "groups":
            return words.text(policy.groups[name].title)
        case "repayments":
            return words.text(policy.repayments[name].title)
        case "conditions":
            return words.say(
                "answer.part", "conditions", content=condition_text(words, policy.conditions[name])
            )
        case "best_of":
            return words.say(
                "answer.part", "best_of", names=words.awards(policy.best_of[name].awards)
            )
        case "instalments" | "shares":
            key = "paid_in" if table == "instalments" else "borne_by"
            awards = (each.id for each in policy.awards if getattr(each, key) == name)
            return words.say("answer.part", table, names=words.awards(awards))
        case _:
            return words.say("answer.part", table)


def _award(words: PolicyPhrasing, name: str) -> str:
    dated = _DATED.fullmatch(name)
    if dated is None:
        return words.award(name.removesuffix(".amount"))
    amount = words.policy.award(dated["award"]).amount
    day = getattr(amount, "dated", ())[int(dated["number"])].since
    return words.say("answer.part", "dated", award=words.award(dated["award"]), day=day)


def assumptions_by_reason(words: Phrasing) -> list[tuple[str, list[str]]]:
    """Each reason of an answer's assumptions once, with the parts it is given for."""
    found: dict[str, list[str]] = {}
    for each in words.answer.assumptions:
        found.setdefault(words.text(each.reason), []).append(part_text(words, each.where))
    return list(found.items())
