"""The proof engine says of every case what `assess` says."""

from __future__ import annotations

from datetime import date

from hypothesis import given, settings
from profiles import few
from property.generated_conditions import label
from property.small_policies import policy_of
from property.strategies import Question, questions

from listing_rewards import Case
from listing_rewards.engines.exact import assess_in_one_pass
from listing_rewards.engines.proof.facts import Facts
from listing_rewards.engines.proof.machine import ProofMachine
from listing_rewards.engines.proof.unknowns import nothing_stated, sound
from listing_rewards.proof.stating import as_stated
from proof.stated import (
    answers,
    expected,
    filled_in,
    fits,
    nothing_open,
    parts_of,
    plain,
)


class TestAgreement:
    """What is proved is proved of the amounts that `assess` gives."""

    @given(questions())
    def test_of_stated_facts(self, asked: Question) -> None:
        """With every fact plain, each end of every amount and every truth is the same."""
        case, policy, as_of = asked
        found = answers(as_stated(case, policy, as_of), policy)
        wanted = expected(assess_in_one_pass(case, policy, as_of=as_of))
        assert {name: plain(part) for name, part in found.items()} == wanted

    @settings(max_examples=few(40))
    @given(questions())
    def test_of_formulas(self, asked: Question) -> None:
        """So they are with formulas in which the facts take the place of the unknowns.

        But for an award of which an amount is held within bounds, since two unknowns would be
        multiplied; and the case is one of those that a proof is about.
        """
        case, policy, as_of = asked
        events = max(2, *[sum(e.kind == kind for e in case.events) for kind in policy.events], 2)
        stated = as_stated(case, policy, as_of, events)
        if not fits(stated):
            return
        unknowns = nothing_stated(policy, events)
        facts = Facts(unknowns, policy)
        found = parts_of(ProofMachine(facts))
        assert nothing_open(sound(unknowns, policy), unknowns, stated)
        if not facts.estimated:
            wanted = expected(assess_in_one_pass(case, policy, as_of=as_of))
            assert filled_in(found, unknowns, stated) == wanted

    def test_of_a_cap_that_is_not_there(self) -> None:
        """A share of no limit is no limit: the amount of a year in a band that is not given."""
        amount = {
            "of": "raised",
            "bands": [
                {"at_most": "1000", "unknown": {"zh": "未列明", "en": "not given"}},
                {"over": "1000", "fixed": "10"},
            ],
            "applied_per": "year",
            "scaled": {"by": "local", "full_at": "70%", "short": "nothing"},
        }
        figures = {"local": {"zh": "本地比例", "en": "Local share", "unit": "percent"}}
        raised = label("raised") | {"amount": True, "repeats": True}
        kinds = {"listed": label("listed"), "raised": raised}
        policy = policy_of(amount, figures=figures, events=kinds)
        events = [
            {"kind": "listed", "on": "2025-03-03"},
            {"kind": "raised", "on": "2025-03-03", "amount": "5"},
            {"kind": "raised", "on": "2026-03-03", "amount": "7"},
        ]
        case = Case.model_validate(
            {"enterprise": {"name": "示例"}, "events": events, "figures": {"local": "0.6"}}
        )
        found = answers(as_stated(case, policy, date(2026, 12, 31)), policy)
        wanted = expected(assess_in_one_pass(case, policy, as_of=date(2026, 12, 31)))
        assert {name: plain(part) for name, part in found.items()} == wanted
