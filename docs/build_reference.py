"""Writes docs/reference/ from the code and the shipped policies.

``--check`` writes nothing and fails where a page is not what it would be.
"""

from __future__ import annotations

import inspect
import re
import sys
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

from pydantic import BaseModel
from typer.main import get_command

import listing_rewards
from listing_rewards import plan
from listing_rewards.assessment import (
    Assessment,
    AwardLine,
    Exposure,
    GroupTotal,
    InstalmentLine,
    Need,
    Remark,
    ShareLine,
    Step,
)
from listing_rewards.assessment.in_words import (
    AnswerInWords,
    AssumptionInWords,
    AwardInWords,
    ClauseInWords,
    GroupInWords,
    NeedInWords,
    Reason,
    StepInWords,
)
from listing_rewards.assessment.part import Part
from listing_rewards.audit.ledger import (
    Account,
    Borne,
    Divided,
    Earlier,
    EnterpriseAccount,
    Entry,
    Finding,
    LedgerLine,
    Note,
    Placed,
    Reconciliation,
    Totals,
)
from listing_rewards.audit.records import Digests, Record
from listing_rewards.audit.verification import Difference, Verification
from listing_rewards.case import Case, Enterprise, Event, Payment
from listing_rewards.cli.app import app
from listing_rewards.cli.help import below, in_language
from listing_rewards.comparison import AwardEffect, Comparison, EnterpriseEffect
from listing_rewards.errors import Lang
from listing_rewards.files.reading.columns import columns_of
from listing_rewards.plan.calendar import Due
from listing_rewards.plan.counties import (
    County,
    CountyChange,
    CountyReport,
    EnterpriseReturn,
    Milestone,
    Reached,
)
from listing_rewards.plan.finding import ConditionFinding
from listing_rewards.plan.lists import CountyCount, Movement, ScreeningList, Turn
from listing_rewards.plan.outlook_parts import (
    BudgetYear,
    CountyOutlook,
    EnterpriseOutlook,
    LevelAmount,
    Outlook,
    PeriodAmount,
    Premise,
)
from listing_rewards.plan.planned import Planned
from listing_rewards.plan.portrait import (
    Assumed,
    AwardStanding,
    LawStanding,
    Missing,
    Portrait,
    Room,
    Rung,
)
from listing_rewards.plan.screening import Screening
from listing_rewards.plan.sentences import Sentences
from listing_rewards.plan.targets import Targets
from listing_rewards.policy.amounts import Amount
from listing_rewards.policy.conditions import Condition
from listing_rewards.policy.constructs import constructs_of
from listing_rewards.policy.laws import laws
from listing_rewards.policy.model import Policy
from listing_rewards.policy.reading import list_policies, load_policy
from listing_rewards.policy.schema import document_schema
from listing_rewards.policy.standards import AnyLimb, list_standards, load_standard
from listing_rewards.policy.standards.limbs import limbs_within
from listing_rewards.report.policy import describe
from listing_rewards.strict import Strict
from listing_rewards.words import FAULTS

OUT = Path(__file__).parent / "reference"
EXAMPLES = Path(__file__).parents[1] / "examples" / "policies"
HEAD = "<!-- Built by docs/build_reference.py; change the code, then run `make reference`. -->\n"


def api() -> Iterator[str]:
    """The public names with their docstrings, then the fields of the documents."""
    yield "# Python API\n"
    yield f"Everything below is imported from `listing_rewards` ({len(_public())} names).\n"
    for name in _public():
        thing = getattr(listing_rewards, name)
        yield f"## `{name}`\n"
        if inspect.isfunction(thing):
            yield f"```text\n{name}{_signature(thing)}\n```\n"
        yield _docstring(thing)
    yield "# Standards and screenings\n"
    yield "What follows is imported from `listing_rewards.plan`.\n"
    for name in plan.__all__:
        thing = getattr(plan, name)
        if inspect.isfunction(thing):
            yield f"## `{name}`\n\n```text\n{name}{_signature(thing)}\n```\n"
            yield _docstring(thing)
    yield "# Fields\n"
    for model in (
        Case, Enterprise, Event, Payment, Assessment, AwardLine, GroupTotal, Step, Need, Remark,
        InstalmentLine, ShareLine, Exposure, AnswerInWords, AwardInWords, Reason, StepInWords,
        GroupInWords, AssumptionInWords, NeedInWords, ClauseInWords,
        Comparison, EnterpriseEffect, AwardEffect,
        LedgerLine, Reconciliation, Finding, Borne, Totals, Entry, Placed, EnterpriseAccount,
        Account, Divided, Earlier, Note,
        Record, Digests, Verification, Difference,
        ScreeningList, Screening, ConditionFinding, Movement, Turn, CountyCount,
        CountyReport, County, Reached, EnterpriseReturn, Milestone, CountyChange, Due, Targets,
        Planned, Outlook, CountyOutlook, EnterpriseOutlook, PeriodAmount, LevelAmount, BudgetYear,
        Premise,
        Portrait, Rung, AwardStanding, Room, Missing, LawStanding, Assumed,
    ):  # fmt: skip
        yield from _fields(model)


def _public() -> list[str]:
    return [name for name in listing_rewards.__all__ if not name.startswith("__")]


def _signature(function: Callable[..., Any]) -> str:
    """The signature as written, without quotes around the names of types."""
    return re.sub(r"(: |-> )'([^']*)'", r"\1\2", str(inspect.signature(function)))


def _docstring(thing: object) -> str:
    text = inspect.cleandoc(getattr(thing, "__doc__", "") or "")
    before, sign, example = text.partition(">>> ")
    if not sign:
        return f"{_prose(before)}\n"
    return f"{_prose(before)}\n\n```python\n>>> {example}\n```\n"


def _prose(text: str) -> str:
    """Docstring sections as a reader of Markdown expects them."""
    lines = []
    for line in text.strip().splitlines():
        if line.strip() in {"Args:", "Returns:", "Raises:", "Attributes:"}:
            lines.append(f"\n**{line.strip().removesuffix(':')}**\n")
        elif line.startswith("    ") and not line.startswith("     "):
            lines.append(f"- {line.strip()}" if ":" in line else f"  {line.strip()}")
        else:
            lines.append(line if not line.startswith("     ") else f"  {line.strip()}")
    return "\n".join(lines).replace("``", "`")


def _fields(model: type[BaseModel | Part]) -> Iterator[str]:
    summary = inspect.cleandoc(model.__doc__ or "").partition("\n")[0]
    yield f"## Fields of `{model.__name__}`\n\n{summary}\n"
    yield "| field | required | meaning |\n| --- | --- | --- |"
    for name, required, description in _fields_of(model):
        meaning = " ".join(description.replace("``", "`").split())
        yield f"| `{name}` | {'yes' if required else 'no'} | {meaning} |"
    yield ""


def _fields_of(model: type[BaseModel | Part]) -> Iterator[tuple[str, bool, str]]:
    """Each field: its name, whether it must be given, and what it means."""
    if issubclass(model, BaseModel):
        for name, field in model.model_fields.items():
            yield name, field.is_required(), field.description or ""
        return
    schema = model.model_json_schema()
    if "$ref" in schema:
        schema |= schema["$defs"][schema["$ref"].rpartition("/")[2]]
    for name, part in schema["properties"].items():
        yield name, name in schema.get("required", ()), part.get("description", "")


_CLI: dict[Lang, tuple[str, str, str, str]] = {
    "en": ("The command", "| parameter | required | meaning |", "yes", "no"),
    "zh": ("命令", "| 参数 | 必填 | 含义 |", "是", "否"),
}


def cli(lang: Lang) -> Iterator[str]:
    """Every command with its options, as `--help` says them."""
    title, heads, yes, no = _CLI[lang]
    root: Any = in_language(get_command(app), lang)
    yield f"# {title} `listing-rewards`\n\n{root.help}\n"
    for name, each in below(root):
        if hasattr(each, "commands"):
            continue
        yield f"## `listing-rewards {name}`\n\n{each.help}\n\n{heads}\n| --- | --- | --- |"
        for parameter in each.params:
            names = ", ".join(f"`{option}`" for option in parameter.opts)
            yield f"| {names} | {yes if parameter.required else no} | {parameter.help} |"
        yield ""


_SHELVES: dict[str, tuple[str, ...]] = {
    "The document": (
        "Document", "Clause", "Quotation", "Validity", "Repeal", "Confirmation", "Rounding",
    ),
    "Facts": ("EventKind", "FigureKind", "Made", "FlagKind", "AttributeKind"),
    "Awards": ("Award", "EveryYear", "OfWhich"),
    "Amounts": (
        *(model.__name__ for model in constructs_of(Amount).values()),
        "Band", "DatedValue", "Instead", "Portion", "Scaled", "Times",
    ),
    "Conditions": (
        *(model.__name__ for model in constructs_of(Condition).values()),
        "ApplicationWindow",
    ),
    "Caps and alternatives": ("Group", "ConditionalCap", "BestOf"),
    "Other documents": ("Beside",),
    "Several events": ("SeveralEvents",),
    "What counts": ("CountedWindow",),
    "After the amount": (
        "Instalments", "Instalment", "CostShares", "LevelShare", "Budget", "BudgetYear",
        "Undertaking", "Repayment",
        "Notice",
    ),
}  # fmt: skip

_SHELVES_IN_CHINESE = {
    "The document": "文件",
    "Facts": "事实",
    "Awards": "奖励项目",
    "Amounts": "金额",
    "Conditions": "条件",
    "Caps and alternatives": "封顶、择优",
    "Other documents": "其他文件",
    "Several events": "几个事项",
    "What counts": "计入范围",
    "After the amount": "金额之后",
}


def constructs() -> Iterator[str]:
    """Every key that a policy document may have, by construct."""
    schema = document_schema()
    models = schema["$defs"]
    yield "# Constructs\n"
    yield "Every key of a policy document, construct by construct. How the wordings of real texts"
    yield "are said with them: [write a policy](../how-to/write-a-policy.md). How each is computed:"
    yield "[how a policy is carried out](../explanation/how-a-policy-is-carried-out.md).\n"
    yield 'A text may be one string, or `{ zh = "…", en = "…" }`. An amount in yuan may be'
    yield 'written `"300万元"`. A *source* is `clause` (the name of a clause) or `assumed` (the'
    yield "reason), exactly one of them; an amount without one rests on its award's clause,"
    yield "a condition, group or share always names its own. A table with `zh` may have `en`;"
    yield "left out, the Chinese words stand in its place. Amounts of money have a unit, 0 aside."
    yield "A document that `extends` another needs only `id` and `document`.\n"
    yield "本页中英文对照：逐项列出政策文件的每一个键，含义一栏的末句为中文。条文怎样写成这些键，见"
    yield "[如何写一份政策](../how-to/write-a-policy.zh-CN.md)；如何计算，见"
    yield "[政策如何执行](../explanation/how-a-policy-is-carried-out.zh-CN.md)。"
    yield '文字可以只写一个字符串，也可以分列 `{ zh = "…", en = "…" }`；金额写成 `"300万元"`，'
    yield "除0以外须有单位。依据写 `clause`（条款的名称）或 `assumed`（假定的理由），二者择一；"
    yield "金额没有写明依据的，以所属奖励项目的条款为依据，条件、合并封顶、分担须各自写明。"
    yield "写有 `extends`（沿用并更改）的文件，只须写 `id` 和 `document`。\n"
    yield from _keys_of("The whole document 整份文件", Policy.__doc__ or "", schema, "##")
    for shelf, names in _SHELVES.items():
        yield f"## {shelf} {_SHELVES_IN_CHINESE[shelf]}\n"
        for name in names:
            model = models[name]
            written = next((each for each in model.get("anyOf", ()) if "properties" in each), model)
            yield from _keys_of(name, model["description"], written, "###")


def _every(model: type[BaseModel]) -> Iterator[type[BaseModel]]:
    for each in model.__subclasses__():
        yield each
        yield from _every(each)


_MODELS = {model.__name__: model for model in _every(Strict)}


def _keys_of(name: str, about: str, model: dict[str, Any], level: str) -> Iterator[str]:
    yield f"{level} {name}\n\n{_one_paragraph(about)}\n"
    yield "| key 键 | what stands there 内容 | needed 必填 | meaning 含义 |"
    yield "| --- | --- | --- | --- |"
    fields = _MODELS[name].model_fields if name in _MODELS else Policy.model_fields
    for key, part in model["properties"].items():
        needed = "yes" if key in fields and fields[key].is_required() else ""
        meaning = " ".join(part.get("description", "").replace("``", "`").split())
        yield f"| `{key}` | {_what_stands_there(part)} | {needed} | {meaning} |"
    yield ""


def _one_paragraph(about: str) -> str:
    return " ".join(inspect.cleandoc(about).replace("``", "`").split())


def _what_stands_there(part: dict[str, Any]) -> str:
    """A few words for what a key may hold, from its schema."""
    if "$ref" in part:
        name = part["$ref"].rpartition("/")[2]
        return "text" if name == "Text" else f"[{name}](#{name.lower()})"
    if "enum" in part:
        return ", ".join(f"`{each}`" for each in part["enum"])
    if "examples" in part:
        return ", ".join(f"`{each}`" for each in part["examples"])
    for several in ("anyOf", "oneOf"):
        if several in part:
            return " or ".join(dict.fromkeys(map(_what_stands_there, part[several])))
    if part.get("type") == "array":
        return f"list of {_what_stands_there(part['items'])}"
    if part.get("type") == "object":
        return f"table: name = {_what_stands_there(part['additionalProperties'])}"
    return {"boolean": "`true`, `false`", "integer": "whole number"}.get(part["type"], "name")


def policies() -> Iterator[str]:
    """What each shipped policy says, in both languages, and a register of the examples."""
    yield "# The shipped policies\n"
    yield "What each says, in English and in Chinese. 本页中英文对照：各内置政策的全部内容，"
    yield "先英文，后中文。\n"
    for policy_id in list_policies():
        policy = load_policy(policy_id)
        yield f"## {policy_id}\n\n```text\n{describe(policy)}\n```\n"
        yield f"```text\n{describe(policy, 'zh')}\n```\n"
    yield from _laws()
    yield from _register()


def _laws() -> Iterator[str]:
    """The laws that come with the library, each with where it was read."""
    yield "# Laws that come with the library\n"
    yield "Shown with every award that they concern, and with those that do not say; they change no"
    yield "amount. Each award says whether it is `result_conditioned` or `selective`.\n"
    yield "程序自带的法规：凡与之有关的、没有写明是否有关的奖励项目，均予提示，不改变金额。\n"
    for law in laws():
        yield f"## {law.id}\n"
        yield f"{law.law.en}, in force since {law.since}; asked of each award: `{law.concerns}`.\n"
        yield f"> {law.text.en}\n\n{law.note.en}\n"
        yield f"{law.law.zh}，自 {law.since} 起施行。\n\n> {law.text.zh}\n\n{law.note.zh}\n"


def _register() -> Iterator[str]:
    """The real policies under `examples/policies`, what of each is known, and how it was read."""
    yield "# Real policies as examples\n"
    yield "Under [examples/policies](../../examples/policies): to learn from and to test with, not"
    yield "legal advice. Each number rests on a clause that says how its words were read; what was"
    yield "not seen is unknown there.\n"
    yield "各地实际政策的登记表，供参考和测试，不是法律意见。每个数字所依据的条款写明其文字"
    yield "如何得知；没有见到的内容，在该文件中为不明。\n"
    yield (
        "| policy 政策 | title, issuer 标题、发文机关 | awards 奖励项目 | amounts unknown 金额不明 "
        "| read 文本来源 | not seen 未见到的内容 |"
    )
    yield "| --- | --- | --- | --- | --- | --- |"
    for path in sorted(EXAMPLES.glob("*.toml")):
        policy = load_policy(path)
        document = policy.document
        read = ", ".join(dict.fromkeys(clause.read for clause in policy.clauses.values())) or "-"
        unknown = sum(hasattr(award.amount, "unknown") for award in policy.awards)
        missing = "<br>".join(f"{each.en} {each.zh}" for each in document.missing)
        yield (
            f"| [{policy.id}](../../examples/policies/{path.name}) | {document.title.zh}, "
            f"{document.issuer.zh} | {len(policy.awards)} | {unknown} | {read} | {missing} |"
        )


_KINDS_IN_CHINESE: dict[str, str] = {
    "name": "企业名称",
    "uscc": "信用代码",
    "county": "县（市、区）",
    "former": "曾用名",
    "event_day": "事项日期",
    "event_amount": "事项金额",
    "evidence": "佐证材料",
    "figure": "指标",
    "flag": "条件（是否）",
    "attribute": "属性",
    "approved": "核定金额",
    "applied_day": "申请日期",
    "paid": "已付金额",
    "paid_day": "付款日期",
    "absent": "未发生事项",
    "carried": "带入",
    "applied": "申请金额（带入）",
}


def tables() -> Iterator[str]:
    """The columns that a table may have."""
    yield "# Columns of a table\n"
    yield "One row is one enterprise. A header may read any of the names given, with blanks and"
    yield "capitals as you like; behind an amount `（万元）` or `（元）` sets the unit. What is"
    yield "*carried* no rule reads; it comes out again beside the answer. 序号 is left out. What is"
    yield "none of these stops the run ([prepare a table](../how-to/prepare-a-table.md)).\n"
    yield "本页中英文对照：每行一家企业。表头写所列名称中的任何一个，空格和大小写不限；金额之后的"
    yield "`（万元）`或`（元）`写明单位。“带入”的列不参与计算，原样写在结果旁；“序号”不读取；"
    yield "其他不能识别的列，会停止读取并指出（[准备表格](../how-to/prepare-a-table.zh-CN.md)）。\n"
    for policy_id in list_policies():
        yield f"## {policy_id}\n\n| holds 内容 | of 所属 | header 表头 |\n| --- | --- | --- |"
        for column in columns_of(load_policy(policy_id)):
            names = " · ".join(f"`{name}`" for name in column.names)
            holds = f"{column.kind.replace('_', ' ')} {_KINDS_IN_CHINESE[column.kind]}"
            yield f"| {holds} | {column.of} | {names} |"
        yield ""


def standards() -> Iterator[str]:
    """Each shipped standard, condition by condition, with how its number is known."""
    yield "# The shipped standards\n"
    yield "Conditions without money, for [screening](../how-to/screen-enterprises.md)."
    yield "No number was read in the official text: each says how it is known, and who has held it"
    yield "against that text. Nobody has yet.\n"
    yield "本页中英文对照：用于[筛选](../how-to/screen-enterprises.zh-CN.md)的条件，不涉及金额。"
    yield "没有一个数字读自官方原文：逐项写明如何得知、由何人与官方原文核对，目前均未核对。\n"
    for standard in map(load_standard, list_standards()):
        days = f"{standard.in_force.first} to {standard.in_force.end or 'now'}"
        yield f"## {standard.id}\n\n{standard.title.en}, {standard.title.zh}: {days}.\n"
        yield from (f"{each.en}\n\n{each.zh}\n" for each in filter(None, [standard.document.note]))
        yield "| condition 编号 | asked | 条件 | clause 条款 | known 如何得知 | verified 核对 |"
        yield "| --- | --- | --- | --- | --- | --- |"
        english, chinese = Sentences(standard, "en"), Sentences(standard, "zh")
        for name in standard.leaves:
            both = zip(english.ground(name), chinese.ground(name), strict=True)
            ground = " | ".join(" ".join(dict.fromkeys(each)) for each in both)
            yield f"| `{name}` | {english.asked(name)} | {chinese.asked(name)} | {ground} |"
        yield ""
        for name, limb in standard.conditions.items():
            joint = "any of 任一" if isinstance(limb, AnyLimb) else "all of 全部"
            if limbs_within(limb):
                parts = ", ".join(f"`{part}`" for part in limbs_within(limb))
                yield f"- `{name}` ({english.condition(name)}): {joint} {parts}"
        needs = ", ".join(f"`{each}`" for each in standard.needs)
        yield f"\nAll of these are needed 须全部符合: {needs}.\n"


def errors() -> Iterator[str]:
    """Every sentence an input can meet."""
    yield "# Errors\n"
    yield "Each fault has a stable `code`; `Fault.sentence(lang)` adds the place, the nearest name"
    yield "and what is accepted.\n"
    yield "本页中英文对照：每一种错误有固定的代码，供程序判断；`Fault.sentence(lang)` 的句子"
    yield "另写明位置、最接近的正确名称和可用的内容。`{given}` 为原来所写的内容。\n"
    yield "| code | English | 中文 |\n| --- | --- | --- |"
    for code, (english, chinese) in FAULTS.items():
        yield f"| `{code}` | {english} | {chinese} |"


PAGES: dict[str, Callable[[], Iterator[str]]] = {
    "api.md": api,
    "cli.md": partial(cli, "en"),
    "cli.zh-CN.md": partial(cli, "zh"),
    "constructs.md": constructs,
    "policies.md": policies,
    "standards.md": standards,
    "tables.md": tables,
    "errors.md": errors,
}


def main() -> None:
    """Write the pages, or with ``--check`` compare them."""
    OUT.mkdir(exist_ok=True)
    stale = []
    for name, page in PAGES.items():
        text = HEAD + "\n" + "\n".join(page()).rstrip() + "\n"
        path = OUT / name
        if "--check" not in sys.argv:
            path.write_text(text, encoding="utf-8")
        elif not path.is_file() or path.read_text(encoding="utf-8") != text:
            stale.append(name)
    if stale:
        sys.exit(f"out of date, run `make reference`: {', '.join(stale)}")


if __name__ == "__main__":
    main()
