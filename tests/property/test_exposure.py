"""Undertakings: what is broken is reported, what is unpaid may be lost, nothing else changes."""

from decimal import Decimal
from typing import Any

from hypothesis import given

from listing_rewards.policy.model import Policy
from property.strategies import generated_questions
from property.values import Question

ELSEWHERE = {"policy", "exposures", "assumptions"}
OF_WHAT_WAS_GRANTED = ("truth", "nominal", "entitled", "paid", "overpaid", "checks")


def with_terms(policy: Policy, **terms: Any) -> Policy:
    """The same policy with other terms of its undertakings; without them where none are given."""
    document = policy.model_dump()
    if terms:
        changed = {name: each | terms for name, each in document["undertakings"].items()}
        return Policy.model_validate(document | {"undertakings": changed})
    return Policy.model_validate(document | {"undertakings": {}, "repayments": {}})


class TestExposure:
    """An undertaking that is only reported changes no amount; it says what could be called back.

    享受奖励后10年内迁出的，退还已享受的奖励: whether to call it back is for others to decide.
    """

    @given(generated_questions())
    def test_no_amount_rests_on_one_that_is_only_reported(self, question: Question) -> None:
        """Without its undertakings, a policy gives the same answer but for what is said of them.

        Where an undertaking needs an event about which silence is then unknown, the answer is a
        range that holds the one without it.
        """
        reported = with_terms(question.policy, before_payment="reported")
        answer = question._replace(policy=reported).answer()
        bare = question._replace(policy=with_terms(reported)).answer()
        if self._needs_to_know(reported):
            for with_it, without in zip(answer.lines, bare.lines, strict=True):
                assert with_it.nominal.meet(without.nominal) == without.nominal
            return
        assert answer.model_dump(exclude=ELSEWHERE) == bare.model_dump(exclude=ELSEWHERE)
        assert not bare.exposures
        assert {each.where for each in bare.assumptions} <= {
            each.where for each in answer.assumptions
        }

    @staticmethod
    def _needs_to_know(policy: Policy) -> bool:
        """Whether an undertaking reads an event about which silence is unknown once it is read."""
        read = {kind for each in policy.relations.undertakings.values() for kind in each.events}
        return any(policy.events[kind].silence == "unknown_if_needed" for kind in read)

    @given(generated_questions())
    def test_one_that_binds_takes_the_unpaid_and_nothing_else(self, question: Question) -> None:
        """Broken: nothing of it is payable. Entitled and overpaid are the same in any case."""
        binding = with_terms(question.policy, before_payment="not_payable")
        answer = question._replace(policy=binding).answer()
        reported = with_terms(question.policy, before_payment="reported")
        free = question._replace(policy=reported).answer()
        for each in answer.exposures:
            names = binding.relations.binding[each.award]
            on_payments = binding.relations.undertakings[each.repayment].runs_from == "payment"
            if each.truth == "met" and each.repayment in names and not on_payments:
                line = answer.line(each.award)
                assert line.payable.nothing
                assert line.withheld.nothing
        if not any(kind.silence == "unknown_if_needed" for kind in binding.events.values()):
            for one, other in zip(answer.lines, free.lines, strict=True):
                for name in OF_WHAT_WAS_GRANTED:
                    assert getattr(one, name) == getattr(other, name), name

    @given(generated_questions())
    def test_it_is_never_more_than_what_was_paid(self, question: Question) -> None:
        """At most the share of what was paid, rounded; nothing where nothing was paid."""
        answer = question.answer()
        unit = question.policy.rounding.unit
        undertakings = question.policy.relations.undertakings
        for each in answer.exposures:
            share = undertakings[each.repayment].called_back
            assert each.amount.at_most is not None
            assert each.amount.at_most <= each.at_most < answer.line(each.award).paid * share + unit

    @given(generated_questions())
    def test_one_that_is_broken_is_told_whatever_was_paid(self, question: Question) -> None:
        """Without its payments, what was broken for certain still is, unless the award is refused.

        But for a time that runs from payments, of which there are none then.
        """
        unpaid = question._replace(case=question.case.model_copy(update={"payments": ()})).answer()
        told = {(each.repayment, each.award) for each in unpaid.exposures}
        for each in question.answer().exposures:
            promised = question.policy.relations.undertakings[each.repayment]
            if each.truth == "met" and promised.runs_from != "payment":
                refused = unpaid.line(each.award).truth == "not_met"
                silent = {question.policy.events[kind].silence for kind in promised.events}
                if silent == {"did_not_happen"}:
                    assert refused or (each.repayment, each.award) in told

    @given(generated_questions())
    def test_it_follows_its_truth(self, question: Question) -> None:
        """All of it where the event came in time, nothing where not, either where unknown."""
        for each in question.answer().exposures:
            ends = {
                "met": (each.at_most, each.at_most),
                "not_met": (Decimal(0), Decimal(0)),
                "unknown": (Decimal(0), each.at_most),
            }
            assert (each.amount.at_least, each.amount.at_most) == ends[each.truth]
            if each.on is not None:
                assert each.since is not None
                assert each.on <= question.as_of
                kept_by = question.policy.relations.undertakings[each.repayment].kept_by
                if kept_by is None:
                    assert each.since <= each.on <= (each.until or each.on)
