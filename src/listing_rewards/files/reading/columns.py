"""The columns of a table of enterprises, derived from what a policy declares."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Literal, TypeAlias

from listing_rewards.errors import Fault, fault
from listing_rewards.meaning.made_figures import of_year
from listing_rewards.policy.model import Policy
from listing_rewards.policy.source import Bilingual
from listing_rewards.values.money import plain_signs

Kind: TypeAlias = Literal[
    "name", "uscc", "county", "event_day", "event_amount", "figure", "flag", "paid", "paid_day",
    "attribute", "approved", "absent", "entry", "policy", "level", "reference",
    "returns", "remark", "evidence", "former", "nameless", "carried", "applied",
    "applied_day", "period",
]  # fmt: skip

MONEY: tuple[Kind, ...] = ("event_amount", "figure", "paid", "approved", "level", "applied")
CARRIED: tuple[Kind, ...] = ("carried", "applied")
"""What no rule reads and what comes out again beside the answer."""
MOST_COLUMNS = 1000


@dataclass(frozen=True, slots=True)
class Column:
    """One column: what it holds, and of what.

    Attributes:
        kind: what its cells hold.
        of: the event, figure, flag or award it is about; empty for the enterprise's own. Of
            evidence, where the fact stands in a case, such as ``events.neeq_listed``.
        names: how its header may read; the first is the one for programs.
        values: what its cells may say, each with what it stands for; empty for anything.
        in_yuan: whether it holds a figure that is an amount of money.
        in_percent: whether it holds a figure that is a share of something.
        said: names that the user has given it, each with the unit said with it or nothing.
    """

    kind: Kind
    of: str
    names: tuple[str, ...]
    values: tuple[tuple[str, str], ...] = ()
    in_yuan: bool = False
    in_percent: bool = False
    said: tuple[tuple[str, str], ...] = ()

    @property
    def is_amount(self) -> bool:
        """Whether it holds amounts of money."""
        return self.in_yuan or (self.kind in MONEY and self.kind != "figure")

    def is_of(self, kind: Kind, of: str) -> bool:
        """Whether it holds this about that."""
        return self.kind == kind and self.of == of


_NAMES = (
    *("name", "企业名称", "企业", "单位名称", "单位", "公司名称", "公司", "企业全称", "公司全称"),
    *("申报单位", "申报企业", "申报单位名称", "申报企业名称", "enterprise", "company"),
)
_CODES = ("uscc", "统一社会信用代码", "信用代码", "社会信用代码", "统一信用代码", "credit code")
_COUNTIES = (
    *("county", "注册地", "县(市、区)", "县区", "区县", "所属县区", "所属县(市、区)"),
    *("所在县区", "所属区县", "属地"),
)


def columns_of_enterprise() -> Iterator[Column]:
    """The columns that say whose row it is."""
    yield Column("name", "", _NAMES)
    yield Column("uscc", "", _CODES)
    yield Column("county", "", _COUNTIES)


_BESIDE = (
    *(Column("carried", "payee", ("payee", "户名", "账户名称", "收款户名", "account name")),),
    Column(
        *("carried", "bank"),
        ("bank", "开户行", "开户银行", "开户行名称", "开户银行名称", "收款银行", "收款开户行"),
    ),
    Column(
        *("carried", "account"),
        ("account", "银行账号", "账号", "银行账户", "收款账号", "开户账号", "账户", "bank account"),
    ),
    Column(
        *("applied", "applied"),
        ("applied", "申请金额", "申请奖励金额", "申请资金", "申请奖补金额", "申报金额",
         "申报奖励金额", "申请奖励资金", "amount applied for"),
    ),
    Column("carried", "contact", ("contact", "联系人", "联系人姓名", "企业联系人")),
    Column(
        *("carried", "phone"),
        ("phone", "联系电话", "联系方式", "联系人电话", "电话", "手机", "手机号码", "telephone"),
    ),
    Column("carried", "remark", ("remark", "备注", "remarks")),
)  # fmt: skip
ROLES = tuple(each.of for each in _BESIDE)
"""What is carried that the tables of results know by name."""


def columns_of(policy: Policy) -> Iterator[Column]:
    """Every column that a table for this policy may have, in the order a form would show them."""
    declared = list(_declared(policy))
    taken = {plain_signs(name).lower() for each in declared for name in each.names}
    yield from declared
    for each in _BESIDE:
        free = tuple(name for name in each.names if plain_signs(name).lower() not in taken)
        if free:
            yield replace(each, names=free)


def _declared(policy: Policy) -> Iterator[Column]:
    """The columns of what the policy's rules may read."""
    yield from columns_of_enterprise()
    yield Column("former", "", ("former_names", "曾用名", "曾用名称", "former names"))
    for kind, event in policy.events.items():
        zh, en = event.zh, event.en
        days = (kind, zh, f"{kind}_on", f"{zh}日期", f"{zh}时间", en, f"{en} date")
        yield Column("event_day", kind, days)
        if event.amount:
            amounts = (f"{kind}_amount", f"{zh}金额", f"{zh}额", f"{en} amount")
            yield Column("event_amount", kind, amounts)
        yield _evidence("events", kind, event)
    yield from columns_of_figures(policy)
    for name, flag in policy.flags.items():
        yield Column("flag", name, (name, flag.zh, f"是否{flag.zh}", flag.en))
        yield _evidence("flags", name, flag)
    for name, attribute in policy.attributes.items():
        values = tuple(
            (plain_signs(said), value)
            for value, text in attribute.values.items()
            for said in dict.fromkeys((value, text.zh, text.en))
        )
        yield Column("attribute", name, (name, attribute.zh, attribute.en), values)
        yield _evidence("attributes", name, attribute)
    for award in policy.awards:
        zh, en = award.title.zh, award.title.en
        if award.is_a_ceiling:
            names = (f"approved_{award.id}", f"核定{zh}", f"核定{zh}金额", f"approved: {en}")
            yield Column("approved", award.id, names)
            yield _evidence("approved", award.id, award.title)
        if award.id in policy.relations.takes_application:
            names = (f"applied_{award.id}", f"申请{zh}日期", f"{zh}申请日期", f"applied: {en}")
            yield Column("applied_day", award.id, names)
        paid = (f"paid_{award.id}", f"已付{zh}", f"已付{zh}金额", f"已获{zh}", f"paid: {en}")
        yield Column("paid", award.id, paid)
        paid_on = (f"paid_{award.id}_on", f"已付{zh}日期", f"已获{zh}日期", f"paid: {en} date")
        yield Column("paid_day", award.id, paid_on)
        yield _evidence("payments", award.id, award.title)
    yield Column("absent", "", ("absent", "未发生事项", "not happened"))


_OF_EVIDENCE = {
    "approved": ("approved_", "核定", "approved: "),
    "payments": ("paid_", "已付", "paid: "),
}


def _evidence(table: str, name: str, label: Bilingual) -> Column:
    """The column of what proves a fact."""
    before, zh, en = _OF_EVIDENCE.get(table, ("", "", ""))
    names = (f"{before}{name}_evidence", f"{zh}{label.zh}佐证材料", f"{en}{label.en} evidence")
    return Column("evidence", f"{table}.{name}", names)


def columns_of_figures(policy: Policy, years: Iterable[int] = ()) -> Iterator[Column]:
    """The columns of the figures; of one that is of a year, one for each of some years.

    >>> from listing_rewards.plan import load_standard
    >>> columns = columns_of_figures(load_standard("bse-listing").facts, [2024])
    >>> next(each.names[:3] for each in columns if each.of == "net_profit.2024")
    ('net_profit.2024', '2024年净利润', '净利润2024年')
    """
    for name, figure in policy.figures.items():
        in_yuan = figure.unit == "yuan"
        in_percent = figure.unit == "percent"
        if not figure.yearly:
            names = (name, figure.zh, figure.en)
            yield Column("figure", name, names, in_yuan=in_yuan, in_percent=in_percent)
            yield _evidence("figures", name, figure)
            continue
        for year in years:
            zh, en = figure.zh, figure.en
            named = (
                *(of_year(name, year), f"{year}年{zh}", f"{zh}{year}年", f"{year}{zh}"),
                *(f"{year}年度{zh}", f"{zh}{year}年度", f"{zh}{year}"),
                *(f"{zh}({year}年)", f"{zh}({year}年度)", f"{zh}({year})"),
                *(f"{en} of {year}", f"{en} {year}", f"{year} {en}"),
            )
            yield Column(
                "figure", of_year(name, year), named, in_yuan=in_yuan, in_percent=in_percent
            )


def columns_read(policy: Policy) -> list[Column]:
    """Every column that a table for this policy may have, figures of any year included."""

    def columns() -> tuple[Column, ...]:
        known = [*columns_of(policy)]
        return *known, *(each for each in columns_of_figures(policy, _YEARS) if each not in known)

    return [*policy.memo.of("columns_read", columns)]


_YEARS = range(2000, 2061)
"""The years whose figures a table may state."""


Table: TypeAlias = Literal["events", "payments"]

_ENTRY: dict[Table, Column] = {
    "events": Column("entry", "", ("event", "事项", "kind", "节点")),
    "payments": Column(
        "entry", "", ("award", "奖励项目", "项目", "项目名称", "奖励项目名称", "奖项")
    ),
}
_DAY = Column("event_day", "", ("on", "日期", "date", "时间"))
_AMOUNT = Column("event_amount", "", ("amount", "金额", "融资额", "奖励金额"))
_PAYING = ("付款", "支付", "拨付", "发放", "兑付", "兑现")
_PAID: dict[Kind, tuple[str, ...]] = {
    "event_day": tuple(f"{each}日期" for each in _PAYING),
    "event_amount": tuple(f"{each}金额" for each in _PAYING),
}
_POLICY = Column("policy", "", ("policy", "依据政策"))
_EVIDENCE = Column("evidence", "", ("evidence", "佐证材料", "证明材料"))


_VOUCHER = ("reference", "凭证号", "凭证编号", "支付凭证号", "voucher")
_VOUCHERS = (
    Column("reference", "", _VOUCHER),
    Column("returns", "", ("returns", "原凭证号", "原支付凭证号", "original voucher")),
    Column("remark", "", ("remark", "备注", "摘要", "remarks")),
)


def columns_of_entries(table: Table) -> list[Column]:
    """The columns that a table of events or of payments may have."""
    columns = [*columns_of_enterprise(), _ENTRY[table], _DAY, _AMOUNT]
    if table == "events":
        return [*columns, _EVIDENCE]
    paid = [replace(each, names=(*each.names, *_PAID.get(each.kind, ()))) for each in columns]
    voucher = replace(_EVIDENCE, names=(*_EVIDENCE.names, *_VOUCHER))
    return [*paid, _POLICY, voucher]


_PAYEES = ("收款人全称", "收款人名称", "收款人", "收款单位")


def columns_of_ledger(policy: Policy) -> list[Column]:
    """The columns that a ledger of payments under this policy may have.

    A header that could name a level of government or where an enterprise is registered, such as
    ``county``, holds what the level bore.
    """
    bore = [
        Column("level", level, (level, title.zh, f"{title.zh}承担", title.en))
        for level, title in policy.relations.levels.items()
    ]
    taken = {name for column in (*bore, *_VOUCHERS) for name in column.names}
    others = [
        replace(column, names=tuple(name for name in column.names if name not in taken))
        for column in columns_of_entries("payments")
    ]
    others = [
        replace(column, names=(*column.names, *_PAYEES)) if column.kind == "name" else column
        for column in others
    ]
    return [*others, *bore, *_VOUCHERS]


_PURPOSE = ("purpose", "用途", "资金用途", "支付用途", "款项用途")


def columns_of_other_ledger() -> list[Column]:
    """The columns that another ledger of the same payments may have, such as a treasury's export.

    The award is there what the money was paid for, as anybody may write it.
    """
    return [
        replace(each, names=(*_PURPOSE, *each.names, "摘要"))
        if each.kind == "entry"
        else replace(each, names=(*each.names, *_PAYEES))
        if each.kind == "name"
        else replace(each, kind="reference")
        if each.kind == "evidence"
        else each
        for each in columns_of_entries("payments")
    ]


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
