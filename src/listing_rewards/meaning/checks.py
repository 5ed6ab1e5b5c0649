"""What is checked before an award is due, and when what is due of it is paid or held back."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from listing_rewards.meaning.register import C, D, F, Finding, Reached, Register, T
from listing_rewards.policy.grants import Award, Instalment


def checks_of(
    m: Register[T, D, F, C], award: Award, condition: Callable[[str], T]
) -> Iterator[tuple[str, T]]:
    """The checks of an award, by name; it is due when all of them are met.

    Its event has happened, on one of the policy's days (有效期内), and every condition that the
    policy and the award need is met (同时符合下列条件).
    """
    yield from earned(m, award.event)
    for name in m.policy.relations.needs[award.id]:
        yield name, condition(m.policy.relations.ask(name, award.id))


def still_met(m: Register[T, D, F, C], award: Award, condition: Callable[[str], T]) -> T:
    """Whether what an award needs would be met if it were paid on the as-of date.

    What is tested on the day of a payment may have failed since the last one.
    """
    needs = map(condition, m.policy.relations.still_asked[award.id])
    return m.all_of([*(truth for _, truth in earned(m, award.event)), *needs])


def earned(m: Reached[T, F], kind: str) -> Iterator[tuple[str, T]]:
    """Whether an event has happened; and whether it lies on one of the policy's days.

    Of several days of one event, one is enough. Where its day is unknown, so is whether it lies
    there.
    """
    yield "reached", m.happened(kind)
    silent = m.doubtful(m.may_have_another_day(kind))
    yield "in_force", m.any_of([m.known(m.falls_in_force(kind)), silent])


def instalment_day(m: Register[T, D, F, C], award: Award, number: int, part: Instalment) -> D:
    """The day from which a part is due (分期兑现): so long after the award was earned.

    Or after the earliest day of the part's own event; no day where that has none.
    """
    first = m.first(part.event) if part.event else m.first_in_force(award.event)
    return part_day(m, award, number, part, first)


def part_day(m: Register[T, D, F, C], award: Award, number: int, part: Instalment, first: D) -> D:
    """The day from which a part is due whose time runs from a day."""
    path = f"instalments.{award.paid_in}.parts[{number}]"
    months = m.count(
        f"{path}.months", 12 * part.years + part.months, "part_months", str(number + 1)
    )
    return m.within_calendar(m.later(first, months))


def instalment_due(
    m: Register[T, D, F, C], award: Award, part: Instalment, day: D
) -> Iterator[Finding[T, D, F]]:
    """Whether a part is due by the as-of date: its day included; open while the event is.

    Where any of several events earns the award, one of which nothing is known may be earlier.
    """
    event = part.event or award.event
    due = m.known(m.not_after(day, m.as_of))
    if event in m.policy.relations.together:
        due = m.any_of([due, m.doubtful(m.may_have_another_day(event))])
    yield Finding("no_day", m.none(day), m.happened(event))
    yield Finding("compared", m.always, due)


def held_back(m: Register[T, D, F, C], award: str) -> T:
    """Whether a notice that holds back what is payable for an award is in force (暂缓发放)."""
    notices = m.policy.relations.withholding[award]
    return m.any_of([m.known(m.not_after(m.in_force_since(each), m.as_of)) for each in notices])
