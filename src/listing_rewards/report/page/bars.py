"""The drawn bars: what is entitled fills a cap from left to right, what was paid lies below it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Literal, NamedTuple, TypeAlias

from listing_rewards.assessment import AwardLine, GroupTotal
from listing_rewards.report.in_words import group_sentence
from listing_rewards.report.phrasing import Phrasing
from listing_rewards.values.money import ZERO
from listing_rewards.values.range import Bounds

Fill: TypeAlias = Literal["certain", "together", "open", "paid"]

LEFT, RIGHT = 72, 744
_ROOM_FOR_A_NUMBER = 18


class Segment(NamedTuple):
    """A part of a bar: where it begins, how wide it is, how it is filled, and its number."""

    x: int
    width: int
    fill: Fill
    number: str


class Bar(NamedTuple):
    """What is entitled and what was paid, drawn to the same scale.

    Attributes:
        title: the group, or the award.
        sentence: the same in words.
        entitled: the parts of what is entitled, one after the other.
        paid: the parts of what was paid.
        parts: each award of a group with what it is entitled to and what was paid for it.
        cap: where the cap stands; None where there is none.
        cap_label: the cap in words; empty where there is none.
        room_label: what is left under the cap; empty where there is none.
    """

    title: str
    sentence: str
    entitled: tuple[Segment, ...]
    paid: tuple[Segment, ...]
    parts: tuple[str, ...] = ()
    cap: int | None = None
    cap_label: str = ""
    room_label: str = ""

    @property
    def fills(self) -> list[Fill]:
        """How its segments are filled."""
        return [each.fill for each in (*self.entitled, *self.paid)]


class _Piece(NamedTuple):
    """A part of a bar in yuan."""

    amount: Decimal
    fill: Fill
    number: str = ""


def bars(words: Phrasing) -> list[Bar]:
    """A bar for each cap and each award without one, where something is given or was paid."""
    answer = words.answer
    numbered = list(enumerate(answer.lines, start=1))
    found = []
    for group in answer.groups:
        if group.entitled.nothing and not group.paid:
            continue
        held = [each for each in numbered if _group_of(words, each[1]) == group.group]
        found.append(_group_bar(words, group, held))
    for number, line in numbered:
        if _group_of(words, line) is None and _has_any(line):
            found.append(_award_bar(words, number, line))
    return found


def _group_of(words: Phrasing, line: AwardLine) -> str | None:
    return words.policy.award(line.award).group


def _has_any(line: AwardLine) -> bool:
    """Whether something is or may be given for an award, or was paid."""
    return bool(line.paid) or not line.entitled.nothing


def _group_bar(words: Phrasing, group: GroupTotal, held: list[tuple[int, AwardLine]]) -> Bar:
    entitled = [_Piece(line.entitled.at_least, "certain", str(n)) for n, line in held]
    certain = sum((each.amount for each in entitled), ZERO)
    entitled.append(_Piece(group.entitled.at_least - certain, "together"))
    whole = _whole(group.cap if group.cap.at_most is not None else group.entitled, group.paid)
    entitled.append(_open_piece(group.entitled, whole))
    paid = [_Piece(line.paid, "paid", str(n)) for n, line in held]
    return Bar(
        title=words.group(group.group),
        sentence=group_sentence(words, group),
        entitled=tuple(_drawn(entitled, whole)),
        paid=tuple(_drawn(paid, whole)),
        parts=tuple(_part(words, n, line) for n, line in held if _has_any(line)),
        cap=None if group.cap.at_most is None else _edge(group.cap.at_most, whole),
        cap_label=words.say("page.cap", cap=words.bounds(group.cap)),
        room_label=words.say("page.room", room=words.bounds(group.cap.less(group.entitled))),
    )


def _award_bar(words: Phrasing, number: int, line: AwardLine) -> Bar:
    whole = _whole(line.entitled, line.paid)
    certain = _Piece(line.entitled.at_least, "certain", str(number))
    return Bar(
        title=words.say("page.numbered", n=number, award=words.award(line.award)),
        sentence=_amounts(words, line),
        entitled=tuple(_drawn([certain, _open_piece(line.entitled, whole)], whole)),
        paid=tuple(_drawn([_Piece(line.paid, "paid", str(number))], whole)),
    )


def _part(words: Phrasing, number: int, line: AwardLine) -> str:
    award = words.say("page.numbered", n=number, award=words.award(line.award))
    return award + words.colon + _amounts(words, line)


def _amounts(words: Phrasing, line: AwardLine) -> str:
    entitled, paid = words.bounds(line.entitled), words.yuan(line.paid)
    return words.say("page.entitled_and_paid", entitled=entitled, paid=paid)


def _whole(most: Bounds, paid: Decimal) -> Decimal:
    """The amount that fills the whole width; where no limit is known, room is kept beyond."""
    if most.at_most is None:
        return max(2 * most.at_least, 2 * paid, Decimal(1))
    return max(most.at_most, paid)


def _open_piece(amount: Bounds, whole: Decimal) -> _Piece:
    """What is not determined, up to its upper end or, without one, to the end of the drawing."""
    most = whole if amount.at_most is None else amount.at_most
    return _Piece(most - amount.at_least, "open")


def _drawn(pieces: Iterable[_Piece], whole: Decimal) -> Iterator[Segment]:
    """Pieces one after the other; each begins where the sum of those before it stands."""
    so_far = ZERO
    for piece in pieces:
        start = _edge(so_far, whole)
        so_far += piece.amount
        width = _edge(so_far, whole) - start
        if piece.amount:
            number = piece.number if width >= _ROOM_FOR_A_NUMBER else ""
            yield Segment(start, max(width, 1), piece.fill, number)


def _edge(amount: Decimal, whole: Decimal) -> int:
    """Where an amount ends on a scale of which the end stands for `whole`."""
    return LEFT + int(amount * (RIGHT - LEFT) // whole) if whole else LEFT
