"""What holds of a policy for every case: law by law, proved or shown by a case."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from listing_rewards.engines.proof.flags import Flag, every
from listing_rewards.engines.proof.unknowns import nothing_stated
from listing_rewards.errors import InvalidPolicy, fault
from listing_rewards.policy.model import Policy
from listing_rewards.proof.laws import Claim, claims
from listing_rewards.proof.outcome import Outcome, Proof, Situation, Status, Why
from listing_rewards.proof.restating import replays, situation
from listing_rewards.proof.searching import Search
from listing_rewards.proof.world import World, assumed_of
from listing_rewards.values.money import exact

EVENTS, MOST_EVENTS = 2, 6
SECONDS = 60


@exact
def prove(policy: Policy, *, events: int = EVENTS, seconds: float = SECONDS) -> Proof:
    """What of a policy holds for every enterprise, and a case for what does not.

    Proved is what `assess` says of every case with up to so many events of one kind, any amounts
    of whole fen, figures of whole fen, hundredths or thousandths of a percent, any days from 1900
    to 2199, and any number of payments.

    Args:
        policy: what the document grants, from `load_policy`.
        events: how many events of one kind a case may state; 1 to 6.
        seconds: the time for one law; what is not decided by then is reported as not decided.

    Raises:
        InvalidPolicy: it is no policy, or `events` or `seconds` is out of range.

    >>> from listing_rewards import load_policy
    >>> from listing_rewards.proof import prove
    >>> proof = prove(load_policy("zhanjiang-bse-2023-illustrative"), events=1)
    >>> proof.proved, sorted({each.status for each in proof.outcomes})
    (True, ['holds', 'shown'])
    """
    require(policy, events, seconds)
    world = World(nothing_stated(policy, events), policy)
    search = Search(seconds)
    outcomes = tuple(_outcomes(world, search))
    return Proof(policy, events, outcomes, tuple(sorted(world.facts.estimated)))


def require(policy: Policy, events: int, seconds: float) -> None:
    """Refuse what is no policy, and a number of events or seconds out of range."""
    if not isinstance(policy, Policy):
        raise InvalidPolicy(fault("not_a_policy", policy))
    if type(events) is not int or not 1 <= events <= MOST_EVENTS:
        raise InvalidPolicy(fault("not_so_many_events", repr(events), most=MOST_EVENTS))
    if seconds <= 0:
        raise InvalidPolicy(fault("no_time_to_prove", repr(seconds)))


def _outcomes(world: World, search: Search) -> Iterator[Outcome]:
    for claim in claims(world):
        yield decided(claim, search)


def decided(claim: Claim, search: Search) -> Outcome:
    """What became of one claim, with the smallest case that shows it.

    A case that hangs on two unknowns multiplied is looked for again where it does not.
    """
    outcome = _looked_for(claim, claim.tried, search)
    exact = [each for world in claim.worlds for each in world.facts.exact_where]
    if outcome.why != "two_unknowns" or not exact:
        return outcome
    spent = outcome.seconds
    again = _looked_for(claim, [every([each, *exact]) for each in claim.tried], search)
    if again.situations:
        return replace(again, seconds=spent + again.seconds)
    return replace(outcome, seconds=spent + again.seconds)


def _looked_for(claim: Claim, tried: Sequence[Flag], search: Search) -> Outcome:
    """Whether there is a case, and the smallest of those there are."""
    found = search.look(assumed_of(claim.worlds), tried)
    try:
        if found == "found":
            return _shown(claim, search)
    finally:
        search.forget()
    status: Status = "undecided"
    if found == "none":
        status = "never" if claim.wanted else "holds"
    why: Why = "time" if found == "undecided" else ""
    return Outcome(claim.law, claim.subject, status, (), why, search.spent)


def _shown(claim: Claim, search: Search) -> Outcome:
    """The smallest case there is, if `assess` says the same of it."""
    first = claim.worlds[0]
    search.smallest(first.unknowns, first.policy, claim.changes)
    situations: list[Situation] = []
    for world in claim.worlds:
        stated = situation(world.unknowns, world.policy, search.value)
        if not replays(world, stated, search.value):
            return Outcome(claim.law, claim.subject, "undecided", (), "two_unknowns", search.spent)
        situations.append(stated)
    status: Status = "shown" if claim.wanted else "counterexample"
    return Outcome(claim.law, claim.subject, status, tuple(situations), "", search.spent)
