"""Findings about yuan that were paid beyond what is due, each with its reason."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from listing_rewards.audit.ledger.finding import Beyond, Earlier, Finding
from listing_rewards.audit.ledger.held import Held, Walked
from listing_rewards.audit.ledger.reconciliation import Placed
from listing_rewards.audit.ledger.standing import Standard, refusal, standard_of
from listing_rewards.audit.ledger.walk import Paid, Step, beyond_by_reason
from listing_rewards.policy.source import Ground
from listing_rewards.truth import NOT_MET


def beyond_findings(held: Held, walked: Walked, step: Step) -> Iterator[tuple[Placed, Finding]]:
    """What of a payment lies beyond what is due, by reason; the parts add up to it."""
    line = held.answer.line(step.paid.award)
    for kind, amount, more in _reasons_told(held, walked, step):
        yield (
            Placed(place=kind, amount=amount),
            held.finding(
                kind,
                amount,
                (step.paid.number,),
                beyond=True,
                award=line.award,
                standard=_standard(held, walked, line.award).amount,
                entitled=walked.pot.entitled,
                paid_before=step.same_before,
                **more,
            ),
        )


def _reasons_told(
    held: Held, walked: Walked, step: Step
) -> Iterator[tuple[Beyond, Decimal, dict[str, Any]]]:
    """Each reason with its yuan, and what it rests on."""
    line = held.answer.line(step.paid.award)
    if not step.divided.beyond:
        return
    if line.truth is NOT_MET:
        why = refusal(line, held.answer)
        check = {"check": why.check, "ground": why.check.ground, "due_from": why.due_from}
        yield why.kind, step.divided.beyond, check
        return
    for kind, amount in _reasons(held, walked, step):
        yield kind, amount, _more(kind, held, walked, step)


def _standard(held: Held, walked: Walked, name: str) -> Standard:
    """The standard of an award; all that a pot can give, where its holder is not known."""
    pot = walked.pot
    if pot.holder is None:
        return Standard(pot.entitled, pot.entitled, capped=False, deducted=None)
    return standard_of(held.answer.line(name))


def _reasons(held: Held, walked: Walked, step: Step) -> Iterator[tuple[Beyond, Decimal]]:
    name, beyond = step.paid.award, step.divided.beyond
    if walked.pot.holder in (None, name):
        yield from beyond_by_reason(step, _standard(held, walked, name), walked.pot.entitled)
        return
    again = min(step.same_before, beyond)
    if again:
        yield "paid_twice", again
    if beyond > again:
        yield "not_eligible", beyond - again


def _more(kind: Beyond, held: Held, walked: Walked, step: Step) -> dict[str, Any]:
    """What else a finding rests on: its clause, and the other award or the cap, by its kind."""
    name, grounds = step.paid.award, held.policy.grounds
    group = held.policy.award(name).group
    standard = _standard(held, walked, name)
    others = [each.paid.award for each in walked.steps if each.paid.award != name]
    match kind:
        case "above_standard" | "above_cap":
            return {"ground": grounds[f"awards.{name}.amount"]}
        case "above_group_cap":
            cap = next(each.cap for each in held.answer.groups if each.group == group)
            return {"ground": grounds[f"groups.{group}"], "group": group, "cap": cap}
        case "earlier_award_not_deducted" if standard.deducted:
            return {
                "ground": grounds[f"awards.{name}.amount"],
                "other_award": standard.deducted,
                "set_off": standard.amount.less(standard.after).at_least,
            }
        case "earlier_award_not_deducted":
            return {
                "ground": _instead(held, name, others[0]),
                "other_award": others[0],
                "set_off": step.before - step.same_before,
                "together": step.before + step.paid.amount,
            }
        case "paid_twice":
            earlier = tuple(_earlier(held, each) for each in step.earlier)
            return {"ground": grounds[f"awards.{name}"], "earlier": earlier}
        case "not_eligible":
            holder = str(walked.pot.holder)
            return {"ground": _instead(held, holder, name), "other_award": holder}
    return {"ground": grounds[f"awards.{name}"]}


def _earlier(held: Held, paid: Paid) -> Earlier:
    """A payment before, with its voucher where the ledger has it."""
    reference = None if paid.number is None else held.lines[paid.number].reference
    return Earlier(on=paid.on, amount=paid.amount, row=paid.row, reference=reference)


def _instead(held: Held, holder: str, other: str) -> Ground:
    """The clause by which one award is given in place of another."""
    for key, best in held.policy.best_of.items():
        if holder in best.awards and other in best.awards:
            return held.policy.grounds[f"best_of.{key}"]
    return held.policy.grounds[f"awards.{holder}"]
