"""The columns of a table of enterprises, derived from what a policy declares."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Literal, TypeAlias

from listing_rewards.errors import Fault, fault
from listing_rewards.money import plain_signs
from listing_rewards.policy.model import Policy
from listing_rewards.policy.source import Bilingual

Kind: TypeAlias = Literal[
    "name", "uscc", "county", "event_day", "event_amount", "figure", "flag", "paid", "paid_day",
    "attribute", "approved", "absent", "entry", "policy", "level", "reference",
    "returns", "remark", "nameless",
]  # fmt: skip

_MONEY: tuple[Kind, ...] = ("event_amount", "figure", "paid", "approved", "level")
_UNIT = re.compile(r"(?P<name>.*?)\((?:单位[::])?(?P<unit>元|万元|亿元|yuan|%)\)")
_SCALES = {"元": 0, "yuan": 0, "万元": 4, "亿元": 8, "%": -2}
_NUMBERS = frozenset({"序号", "no", "no."})
_FOR_PEOPLE = _NUMBERS | {"备注", "remarks", "联系人", "联系电话", "电话", "contact", "phone"}


@dataclass(frozen=True, slots=True)
class Column:
    """One column: what it holds, and of what.

    Attributes:
        kind: what its cells hold.
        of: the event, figure, flag or award it is about; empty for the enterprise's own.
        names: how its header may read; the first is the one for programs.
        values: what its cells may say, each with what it stands for; empty for anything.
        in_yuan: whether it holds a figure that is an amount of money.
    """

    kind: Kind
    of: str
    names: tuple[str, ...]
    values: tuple[tuple[str, str], ...] = ()
    in_yuan: bool = False

    @property
    def is_amount(self) -> bool:
        """Whether it holds amounts of money."""
        return self.in_yuan or (self.kind in _MONEY and self.kind != "figure")

    def is_of(self, kind: Kind, of: str) -> bool:
        """Whether it holds this about that."""
        return self.kind == kind and self.of == of


@dataclass(frozen=True, slots=True)
class Heading:
    """A column as it stands in a file.

    Attributes:
        column: what it holds.
        written: its header as written.
        scale: the power of ten that its header scales a bare number by.
        letter: the letter of the column in a workbook; empty elsewhere.
    """

    column: Column
    written: str
    scale: int
    letter: str = ""


NAMELESS = Column("nameless", "", ())
"""A column of a sheet without a header: nothing may stand below."""
MOST_COLUMNS = 1000


def columns_of_enterprise() -> Iterator[Column]:
    """The columns that say whose row it is."""
    yield Column("name", "", ("name", "企业名称", "企业", "单位名称", "enterprise"))
    yield Column("uscc", "", ("uscc", "统一社会信用代码", "信用代码", "credit code"))
    yield Column("county", "", ("county", "注册地", "县(市、区)", "县区", "所属县区"))


def columns_of(policy: Policy) -> Iterator[Column]:
    """Every column that a table for this policy may have, in the order a form would show them."""
    yield from columns_of_enterprise()
    for kind, event in policy.events.items():
        zh, en = event.zh, event.en
        days = (kind, zh, f"{kind}_on", f"{zh}日期", f"{zh}时间", en, f"{en} date")
        yield Column("event_day", kind, days)
        if event.amount:
            amounts = (f"{kind}_amount", f"{zh}金额", f"{zh}额", f"{en} amount")
            yield Column("event_amount", kind, amounts)
    for name, figure in policy.figures.items():
        in_yuan = figure.unit == "yuan"
        yield Column("figure", name, (name, figure.zh, figure.en), in_yuan=in_yuan)
    for name, flag in policy.flags.items():
        yield Column("flag", name, (name, flag.zh, f"是否{flag.zh}", flag.en))
    for name, attribute in policy.attributes.items():
        values = tuple(
            (plain_signs(said), value)
            for value, text in attribute.values.items()
            for said in dict.fromkeys((value, text.zh, text.en))
        )
        yield Column("attribute", name, (name, attribute.zh, attribute.en), values)
    for award in policy.awards:
        zh, en = award.title.zh, award.title.en
        if award.is_a_ceiling:
            names = (f"approved_{award.id}", f"核定{zh}", f"核定{zh}金额", f"approved: {en}")
            yield Column("approved", award.id, names)
        paid = (f"paid_{award.id}", f"已付{zh}", f"已付{zh}金额", f"已获{zh}", f"paid: {en}")
        yield Column("paid", award.id, paid)
        paid_on = (f"paid_{award.id}_on", f"已付{zh}日期", f"已获{zh}日期", f"paid: {en} date")
        yield Column("paid_day", award.id, paid_on)
    yield Column("absent", "", ("absent", "未发生事项", "not happened"))


Table: TypeAlias = Literal["events", "payments"]

_ENTRY: dict[Table, Column] = {
    "events": Column("entry", "", ("event", "事项", "kind", "节点")),
    "payments": Column("entry", "", ("award", "奖励项目", "项目", "项目名称", "奖励项目名称")),
}
_DAY = Column("event_day", "", ("on", "日期", "date", "时间"))
_AMOUNT = Column("event_amount", "", ("amount", "金额", "融资额", "奖励金额"))
_PAYING = ("付款", "支付", "拨付", "发放")
_PAID: dict[Kind, tuple[str, ...]] = {
    "event_day": tuple(f"{each}日期" for each in _PAYING),
    "event_amount": tuple(f"{each}金额" for each in _PAYING),
}
_POLICY = Column("policy", "", ("policy", "依据政策"))


_VOUCHERS = (
    Column("reference", "", ("reference", "凭证号", "凭证编号", "支付凭证号", "voucher")),
    Column("returns", "", ("returns", "原凭证号", "原支付凭证号", "original voucher")),
    Column("remark", "", ("remark", "备注", "摘要", "remarks")),
)


def columns_of_entries(table: Table) -> list[Column]:
    """The columns that a table of events or of payments may have."""
    columns = [*columns_of_enterprise(), _ENTRY[table], _DAY, _AMOUNT]
    if table == "events":
        return columns
    paid = [replace(each, names=(*each.names, *_PAID.get(each.kind, ()))) for each in columns]
    return [*paid, _POLICY]


def columns_of_ledger(policy: Policy) -> list[Column]:
    """The columns that a ledger of payments under this policy may have.

    A header that could name a level of government or where an enterprise is registered, such as
    ``county``, holds what the level bore.
    """
    levels = {part.level: part for shares in policy.shares.values() for part in shares.parts}
    bore = [
        Column("level", level, (level, part.title.zh, f"{part.title.zh}承担", part.title.en))
        for level, part in levels.items()
    ]
    taken = {name for column in bore for name in column.names}
    others = [
        replace(column, names=tuple(name for name in column.names if name not in taken))
        for column in columns_of_entries("payments")
    ]
    payees = ("收款人全称", "收款人名称", "收款人", "收款单位")
    others = [
        replace(column, names=(*column.names, *payees)) if column.kind == "name" else column
        for column in others
    ]
    return [*others, *bore, *_VOUCHERS]


def by_name(columns: Iterable[Column]) -> dict[str, Column]:
    """The columns by every header they may have, written for `column_named`."""
    return {_key(name): column for column in columns for name in column.names}


def column_named(written: str, known: Mapping[str, Column]) -> Column | None:
    """The column that this is a header of, its unit aside; None if of none."""
    return known.get(_parted(written)[0])


def names_a_unit(written: str) -> bool:
    """Whether a header says in which unit its column is."""
    return _parted(written)[1] is not None


def is_number_header(written: str) -> bool:
    """Whether the column holds the numbers of the lines.

    >>> is_number_header("序 号"), is_number_header("企业名称")
    (True, False)
    """
    return _key(written) in _NUMBERS


def headings(
    header: Iterable[str],
    columns: Iterable[Column],
    *,
    ignored: Iterable[str] = (),
    on_sheet: bool = False,
) -> tuple[list[Heading | None], list[Fault]]:
    """What each column of a file holds, None for one left out; and what is wrong with it.

    On a sheet, columns have letters, and one without a header is empty or has faulty cells.
    """
    header, columns = list(header), list(columns)
    if len(header) > MOST_COLUMNS:
        return [], [fault("too_many_columns", len(header), most=MOST_COLUMNS)]
    known = by_name(columns)
    doubtful = _doubtful(columns)
    left_out = {_key(name) for name in ignored} | (_FOR_PEOPLE - known.keys())
    found: list[Heading | None] = []
    faults = _beside_the_point(header, ignored, on_sheet=on_sheet)
    listed = False
    for number, written in enumerate(header, start=1):
        letter = column_letter(number) if on_sheet else ""
        written = re.sub(r"\s*\n\s*", "", written)
        name, unit = _parted(written)
        column = known.get(name)
        if not name or _key(written) in left_out or name in left_out:
            nameless = on_sheet and not name
            found.append(Heading(NAMELESS, "", 0, letter) if nameless else None)
            continue
        before = next((each for each in found if each and each.column is column), None)
        if column is None:
            nearest = fault("unknown_column", name, accepted=known).nearest
            names = [] if nearest or listed else _headers(known.values())
            listed = listed or bool(names)
            wrong = fault("unknown_column", written, accepted=names)
            faults.append(replace(wrong, nearest=nearest))
        elif before is not None:
            faults.append(fault("duplicate_column", written, other=f"'{before.written}'"))
        elif name in doubtful:
            faults.append(fault("ambiguous_column", written, accepted=doubtful[name]))
        elif unit is not None and column.kind not in _MONEY:
            faults.append(fault("unit_without_amount", written))
        found.append(Heading(column, written, _SCALES[unit or "元"], letter) if column else None)
    return found, faults


def column_letter(number: int) -> str:
    """The letter of a column of a workbook, counted from 1.

    >>> column_letter(3), column_letter(28)
    ('C', 'AB')
    """
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def _doubtful(columns: list[Column]) -> dict[str, tuple[str, ...]]:
    """The headers that stand for more than one column, with headers that do not."""
    owners: dict[str, list[Column]] = {}
    for column in columns:
        for name in dict.fromkeys(map(_key, column.names)):
            owners.setdefault(name, []).append(column)
    return {
        name: tuple(each.names[0] for each in found)
        for name, found in owners.items()
        if len(found) > 1
    }


def _beside_the_point(header: list[str], ignored: Iterable[str], *, on_sheet: bool) -> list[Fault]:
    """Columns without a header, and a column to be left out that is written almost like one."""
    absent = [name for name in ignored if _key(name) not in map(_key, header)]
    slips = [fault("not_ignored", name, accepted=filter(None, header)) for name in absent]
    faults = [slip for slip in slips if slip.nearest]
    blank = [str(number) for number, written in enumerate(header, start=1) if not _key(written)]
    if blank and not on_sheet:
        faults.append(fault("no_header", ", ".join(blank)))
    return faults


def _headers(columns: Iterable[Column]) -> list[str]:
    """A header for each column as a Chinese form would show it."""
    return [each.names[1] for each in dict.fromkeys(columns)]


def _parted(written: str) -> tuple[str, str | None]:
    """A header without its unit, and the unit."""
    text = _key(written)
    match = _UNIT.fullmatch(text)
    return (match["name"], match["unit"]) if match else (text, None)


def _key(name: str) -> str:
    """A header for comparing: full-width signs made plain, blanks and capitals ignored."""
    return re.sub(r"\s+", "", plain_signs(name)).lower()


def event_names(policy: Policy) -> dict[str, str]:
    """The policy's events by id and by both labels."""
    return {
        plain_signs(name): kind
        for kind, event in policy.events.items()
        for name in (kind, event.zh, event.en)
    }


def award_names(policy: Policy) -> dict[str, str]:
    """The policy's awards by id and by both titles."""
    return {
        plain_signs(name): award.id
        for award in policy.awards
        for name in (award.id, award.title.zh, award.title.en)
    }


def with_titles(found: Fault, policy: Policy) -> Fault:
    """A fault of an event or award that a table names, with the titles that its form would show.

    The nearest name is looked for among ids and titles, since a table may name either.
    """
    texts: Iterable[Bilingual]
    match found.code:
        case "unknown_event":
            texts, known = policy.events.values(), event_names(policy)
        case "unknown_award":
            texts, known = [award.title for award in policy.awards], award_names(policy)
        case _:
            return found
    titles = tuple((text.en, text.zh) for text in texts)
    nearest = fault(found.code, plain_signs(found.given), accepted=known, policy=policy.id).nearest
    return replace(found, titles=titles, nearest=nearest)
