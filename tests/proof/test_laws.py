"""What is proved of a policy, and the cases that show what does not hold."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from profiles import PROFILE, few
from property.generated_cases import asked_for, cases_for
from property.generated_policies import policies
from property.small_policies import policy_of

from listing_rewards import Assessment, InvalidPolicy, Policy, assess, list_policies, load_policy
from listing_rewards.engines.proof.arithmetic import FORMULAS
from listing_rewards.engines.proof.unknowns import nothing_stated
from listing_rewards.proof import Outcome, Proof, effect, prove
from listing_rewards.proof.laws import claims
from listing_rewards.proof.proving import decided
from listing_rewards.proof.searching import Search
from listing_rewards.proof.world import World
from listing_rewards.values.money import exact
from proof.planted import band_with_a_hole, bands_twice, cap_on_one_award

EXAMPLES = Path(__file__).parents[2] / "examples" / "policies"
DOCUMENTS = [*list_policies(), *map(str, sorted(EXAMPLES.glob("*.toml")))]
QUICK = [each for each in DOCUMENTS if Path(each).stem in {"guangzhou-2023", "tianjin-2023"}]


def outcome(proof: Proof, law: str, subject: str = "") -> Outcome:
    """What became of one law for one subject."""
    (found,) = [each for each in proof.outcomes if (each.law, each.subject) == (law, subject)]
    return found


def answers(found: Outcome) -> list[Assessment]:
    """What `assess` says of the cases that show it."""
    return [assess(each.case, each.policy, as_of=each.as_of) for each in found.situations]


def changed_amount(policy: Policy, **amount: str) -> Policy:
    """The same policy with another amount of its only award."""
    data = policy.model_dump(mode="json")
    data["awards"][0]["amount"] |= amount
    return Policy.model_validate(data)


@pytest.fixture(scope="module")
def uncapped() -> Proof:
    """What is proved of a policy whose common cap stands at one award alone."""
    return prove(cap_on_one_award(), events=1)


@pytest.mark.parametrize("document", DOCUMENTS if PROFILE == "long" else QUICK)
def test_every_law_of_every_document_is_decided(document: str) -> None:
    """In ten minutes a law, and nothing is to be looked at."""
    proof = prove(load_policy(document), seconds=600)
    assert [each for each in proof.outcomes if not each.decided or each.finding] == []
    assert proof.proved


class TestPlanted:
    """A fault in a policy gives a case that an officer understands."""

    def test_a_cap_on_one_award_only(self, uncapped: Proof) -> None:
        """All five stages on one day: more than the 9,000,000 of their clause."""
        found = outcome(uncapped, "clause_within_cap", "neeq_bse")
        assert found.status == "counterexample"
        (answer,) = answers(found)
        assert answer.entitled.at_least > Decimal("9000000")
        assert outcome(uncapped, "entitled_within_cap", "neeq_bse").status == "holds"

    def test_a_cap_that_is_never_reached(self, uncapped: Proof) -> None:
        """The one award under it cannot come to 9,000,000: the cap does nothing."""
        assert outcome(uncapped, "cap_can_be_reached", "neeq_bse").status == "never"
        assert not uncapped.proved

    def test_a_band_with_a_hole(self) -> None:
        """From exactly 50,000,000 on nothing is given, though less gave 1,000,000."""
        proof = prove(band_with_a_hole(), events=1)
        found = outcome(proof, "no_base_between_bands", "a")
        assert found.status == "counterexample"
        assert found.situations[0].case.figures == {"part": Decimal("50000000.00")}
        less, more = answers(outcome(proof, "more_gives_no_less", "a"))
        assert less.line("a").nominal.at_least == Decimal("1000000")
        assert more.line("a").nominal.nothing
        assert outcome(proof, "no_base_in_two_bands", "a").status == "holds"

    def test_a_base_in_two_bands(self) -> None:
        """Exactly 50,000,000 lies in both."""
        proof = prove(bands_twice(), events=1)
        found = outcome(proof, "no_base_in_two_bands", "a")
        assert found.status == "counterexample"
        assert found.situations[0].case.figures == {"part": Decimal("50000000.00")}
        assert outcome(proof, "no_base_between_bands", "a").status == "holds"


@exact
def test_a_law_on_a_cap_can_fail() -> None:
    """Held to a fen less than the cap that the meaning keeps to, both laws have a case."""
    policy = load_policy("zhanjiang-bse-2023-illustrative")
    world = World(nothing_stated(policy, events=1), policy)
    less = FORMULAS.exactly(Decimal("8999999.99"))
    world.groups = [each._replace(cap=less) if each.group else each for each in world.groups]
    search = Search(60)
    found = {
        (claim.law, claim.subject): decided(claim, search).status
        for claim in claims(world)
        if claim.law in {"entitled_within_cap", "paid_within_cap"}
    }
    assert found["entitled_within_cap", "neeq_bse"] == "counterexample"
    assert found["paid_within_cap", "neeq_bse"] == "counterexample"


class TestWitnesses:
    """What can happen is shown by a case that `assess` replays, with few facts."""

    def test_each_award_and_the_cap(self) -> None:
        """The amounts of the illustrative stages come to the cap exactly."""
        proof = prove(load_policy("zhanjiang-bse-2023-illustrative"), events=1)
        for award in proof.policy.awards:
            found = outcome(proof, "can_be_granted", award.id)
            assert found.status == "shown"
            assert answers(found)[0].line(award.id).payable.at_least > 0
        (full,) = answers(outcome(proof, "cap_can_be_reached", "neeq_bse"))
        assert full.groups[0].entitled.at_least == Decimal("9000000")
        alone = outcome(proof, "can_be_granted", "neeq_listed").situations[0]
        assert len(alone.case.events) == 1
        assert alone.as_of == alone.case.events[0].on == date(2023, 7, 7)

    def test_what_no_amount_is_known_of(self) -> None:
        """An award whose amount the source does not give can be granted all the same."""
        proof = prove(load_policy("zhanjiang-bse-2023"), events=1)
        found = outcome(proof, "can_be_granted", "neeq_listed")
        assert found.status == "shown"
        assert answers(found)[0].line("neeq_listed").truth == "met"


class TestTwoUnknowns:
    """What two unknowns multiplied come to is held within bounds, and reported."""

    def test_a_share_of_another_figure(self) -> None:
        """Never more than the whole is proved; what hangs on the product is not decided."""
        scaled = {"by": "part", "of": "whole", "full_at": "70%", "short": "share"}
        policy = policy_of({"fixed": "100.00", "scaled": scaled})
        proof = prove(policy, events=1)
        assert proof.estimated == ("a",)
        assert outcome(proof, "settled_once_paid").status == "holds"
        later = changed_amount(policy, fixed="100.01")
        differ = effect(policy, later, events=1)
        undecided = [each for each in differ.outcomes if not each.decided]
        assert [(each.law, each.why) for each in undecided] == [("gives_less", "two_unknowns")]

    def test_a_share_in_percent(self) -> None:
        """A number of the policy times one unknown is exact."""
        scaled = {"by": "share", "full_at": "70%", "short": "share"}
        proof = prove(policy_of({"fixed": "100.00", "scaled": scaled}), events=1)
        assert (proof.estimated, proof.proved) == ((), True)


def test_a_higher_cap_under_a_condition() -> None:
    """At most 100 where the condition is met: that it goes beyond 50 breaks no law."""
    amount = {"rate": "2%", "of": "part", "cap": "50", "instead": [{"when": "yes", "cap": "100"}]}
    yes = {"flags": {"yes": "yes"}, "conditions": {"yes": {"flag": "yes", "clause": "c"}}}
    proof = prove(policy_of(amount, **yes), events=1)
    assert [each for each in proof.outcomes if not each.decided or each.finding] == []


class TestOfAnyPolicy:
    """What the solver proves for all cases, no generated case contradicts; what it shows is so."""

    @settings(max_examples=few(10))
    @given(policies(), st.data())
    def test_no_case_contradicts(self, policy: Policy, data: st.DataObject) -> None:
        """Caps that are proved hold of a generated case; witnesses are granted."""
        proof = prove(policy, events=1, seconds=0.5)
        case = data.draw(cases_for(policy))
        answer = assess(case, policy, as_of=data.draw(asked_for(policy, case)))
        for each in proof.outcomes:
            assert each.law != "entitled_within_cap" or each.status in ("holds", "undecided")
            if each.law == "can_be_granted" and each.status == "shown":
                assert answers(each)[0].line(each.subject).truth == "met"
            if each.law == "can_be_granted" and each.status == "never":
                repeats = {e.kind for e in case.events if policy.events[e.kind].repeats}
                assert repeats or answer.line(each.subject).payable.at_least == 0


class TestTime:
    """What is not decided in time is reported as not decided."""

    def test_no_time(self) -> None:
        """In a millionth of a second nothing that needs the solver is decided."""
        proof = prove(load_policy("zhanjiang-bse-2023-illustrative"), events=1, seconds=1e-6)
        assert {each.why for each in proof.outcomes if not each.decided} == {"time"}
        assert not proof.proved


class TestRefused:
    """What no proof can be about."""

    @pytest.mark.parametrize("events", [0, -1, 7, 1.5, True])
    def test_events(self, events: int) -> None:
        """A number of events out of range, or none."""
        with pytest.raises(InvalidPolicy) as error:
            prove(load_policy("zhanjiang-bse-2023"), events=events)
        assert error.value.faults[0].code == "not_so_many_events"

    def test_seconds(self) -> None:
        """No time at all."""
        with pytest.raises(InvalidPolicy) as error:
            prove(load_policy("zhanjiang-bse-2023"), seconds=0)
        assert error.value.faults[0].code == "no_time_to_prove"

    def test_no_policy(self) -> None:
        """What is no policy."""
        with pytest.raises(InvalidPolicy) as error:
            prove("zhanjiang-bse-2023")  # type: ignore[arg-type]
        assert error.value.faults[0].code == "not_a_policy"
