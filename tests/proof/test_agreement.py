"""The proof engine says of every case what `assess` says."""

from __future__ import annotations

from hypothesis import given, settings
from profiles import few
from property.strategies import Question, questions

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
