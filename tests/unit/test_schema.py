"""JSON Schema of a policy document and of a case: what is written passes, a slip does not."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

import listing_rewards
from listing_rewards import Case, Policy, list_policies, load_policy
from listing_rewards.errors import Lang, ListingRewardsError
from listing_rewards.policy.amounts import Amount
from listing_rewards.policy.conditions import Condition
from listing_rewards.policy.constructs import constructs_of
from listing_rewards.policy.schema import DIALECT, case_schema, document_schema
from listing_rewards.words import say

ROOT = Path(__file__).parents[2]
SHIPPED = Path(listing_rewards.__file__).parent / "policy" / "documents"
EVERYTHING = ROOT / "tests" / "catalogue" / "everything.toml"
DOCUMENTS = [
    *sorted(SHIPPED.glob("*.toml")),
    *sorted((ROOT / "examples" / "policies").glob("*.toml")),
    ROOT / "examples" / "my-stages.toml",
    EVERYTHING,
    EVERYTHING.with_name("few.toml"),
]
CASES = sorted((ROOT / "examples" / "cases").glob("*.json"))
POLICY = Draft202012Validator(document_schema())
CASE = Draft202012Validator(case_schema())
Written = dict[str, Any]
Edit = Callable[[Written], object]


def as_json(document: Mapping[str, Any]) -> Written:
    """A TOML document as JSON has it: dates are text."""
    data: Written = json.loads(json.dumps(document, default=str))
    return data


def read(path: Path) -> Written:
    """A TOML file as JSON has it."""
    return as_json(tomllib.loads(path.read_text(encoding="utf-8")))


def without_titles(part: Any) -> Any:
    """A schema without its titles; a field that is called title stays."""
    if isinstance(part, list):
        return [without_titles(each) for each in part]
    if not isinstance(part, dict):
        return part
    return {
        key: without_titles(each)
        for key, each in part.items()
        if key != "title" or not isinstance(each, str)
    }


def faults(validator: Draft202012Validator, document: Written) -> list[str]:
    """Where a document is not what the schema asks for."""
    return [fault.json_path for fault in validator.iter_errors(document)]


def edited(edit: Edit, path: Path = EVERYTHING) -> Written:
    """A document after an edit."""
    document = read(path)
    edit(document)
    return document


def descriptions(part: Any, where: str = "") -> Iterator[tuple[str, str]]:
    """Every description of a schema, with its place."""
    if isinstance(part, dict):
        if isinstance(part.get("description"), str):
            yield where, part["description"]
        for key, each in part.items():
            yield from descriptions(each, f"{where}.{key}")
    elif isinstance(part, list):
        for i, each in enumerate(part):
            yield from descriptions(each, f"{where}[{i}]")


def types_of(part: Any) -> Iterator[Any]:
    """Every type that a schema names."""
    if isinstance(part, dict):
        if "properties" not in part:
            yield part.get("type")
        for key, each in part.items():
            yield from types_of(each if key != "properties" else list(each.values()))
    elif isinstance(part, list):
        for each in part:
            yield from types_of(each)


def undescribed(schema: Written) -> Iterator[str]:
    """Every property that says nothing of itself, nor the model it refers to."""
    models = {"": schema, **schema["$defs"]}
    for name, model in models.items():
        for record in (model, *model.get("anyOf", ())):
            for key, part in record.get("properties", {}).items():
                target = part.get("$ref", "").rpartition("/")[2]
                if "description" not in part and "description" not in models.get(target, {}):
                    yield f"{name}.{key}"


@pytest.mark.parametrize(
    "schema",
    [document_schema(), case_schema(), case_schema(load_policy(list_policies()[0]))],
    ids=["policy", "case", "narrowed"],
)
class TestSchema:
    """What holds for each schema."""

    def test_it_is_one(self, schema: Written) -> None:
        """Of the dialect it names, under the name of what it describes."""
        assert schema["$schema"] == DIALECT
        assert schema["title"] in {"Policy", "Case"}
        Draft202012Validator.check_schema(schema)

    def test_everything_is_described_in_both_languages(self, schema: Written) -> None:
        """Each description has Latin and Chinese letters; no property goes without one."""
        for where, text in descriptions(schema):
            assert any(letter.isascii() and letter.isalpha() for letter in text), (where, text)
            assert any("\u4e00" <= letter <= "\u9fff" for letter in text), (where, text)
            assert ">>>" not in text
        assert list(undescribed(schema)) == []

    def test_no_number_but_a_whole_one(self, schema: Written) -> None:
        """Money is text, or whole."""
        types = json.dumps(list(types_of(schema)))
        assert "integer" in types
        assert "number" not in types


class TestPolicy:
    """A document as it is written, whole or extending another."""

    @pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.stem)
    def test_what_is_written_passes(self, path: Path) -> None:
        """Every document that loads."""
        assert load_policy(path if path.parent != SHIPPED else path.stem).id
        assert faults(POLICY, read(path)) == []

    def test_every_construct_is_in_the_test_document(self) -> None:
        """So that the schema is checked against each amount and condition there is."""
        document = load_policy(EVERYTHING)
        assert {type(each) for each in document.conditions.values()} == set(
            constructs_of(Condition).values()
        )
        assert {type(each.amount) for each in document.awards} == set(
            constructs_of(Amount).values()
        )

    def test_a_resolved_policy_is_no_document(self) -> None:
        """What the library fills in is not written."""
        resolved = json.loads(load_policy(EVERYTHING).model_dump_json(exclude_none=True))
        assert "$" in faults(POLICY, resolved)
        del resolved["based_on"]
        assert set(faults(POLICY, resolved)) == {
            f"$.clauses.{name}" for name in resolved["clauses"]
        }

    @pytest.mark.parametrize(
        ("edit", "where"),
        [
            (lambda d: d.update(awrads=[]), "$"),
            (lambda d: d.pop("document"), "$"),
            (lambda d: d.pop("awards"), "$"),
            (lambda d: d["document"].pop("title"), "$.document"),
            (lambda d: d["document"].update(title=""), "$.document.title"),
            (lambda d: d["document"].update(title={"en": "title"}), "$.document.title"),
            (lambda d: d["rounding"].update(mode="banker"), "$.rounding.mode"),
            (lambda d: d["rounding"].pop("clause"), "$.rounding"),
            (lambda d: d["rounding"].update(assumed="why"), "$.rounding"),
            (lambda d: d["in_force"].update(first="1 January"), "$.in_force.first"),
            (lambda d: d["in_force"].update(until="2026-01-01"), "$.in_force"),
            (lambda d: d["clauses"]["more"].pop("text"), "$.clauses.more"),
            (lambda d: d["clauses"]["more"].update(read="seen"), "$.clauses.more.read"),
            (lambda d: d["events"]["moved"].update(repeat=True), "$.events.moved"),
            (lambda d: d["events"]["moved"].pop("zh"), "$.events.moved"),
            (lambda d: d["figures"]["staff"].update(unit="people"), "$.figures.staff"),
            (lambda d: d["attributes"]["board"].pop("values"), "$.attributes.board"),
            (lambda d: d["conditions"]["star"].pop("one_of"), "$.conditions.star"),
            (lambda d: d["conditions"]["first"].pop("clause"), "$.conditions.first"),
            (lambda d: d["conditions"]["first"].update(figure="staff"), "$.conditions.first"),
            (lambda d: d["conditions"]["seasoned"].update(years=1.5), "$.conditions.seasoned"),
            (lambda d: d["conditions"]["hiring"].update(at_least=0.5), "$.conditions.hiring"),
            (lambda d: d["groups"]["stages"].update(cap=0.5), "$.groups.stages.cap"),
            (lambda d: d["groups"]["stages"].update(cap="fifty"), "$.groups.stages.cap"),
            (lambda d: d["groups"]["stages"].update(cap="50萬"), "$.groups.stages.cap"),
            (lambda d: d["groups"]["stages"].pop("title"), "$.groups.stages"),
            (lambda d: d["best_of"]["financing"].update(awards=["x"]),
             "$.best_of.financing.awards"),
            (lambda d: d["instalments"]["two"].update(parts=[{"share": "40"}]),
             "$.instalments.two.parts[0].share"),
            (lambda d: d["awards"][0].update(amount=0.5), "$.awards[0].amount"),
            (lambda d: d["awards"][0].update(amount={"bonus": "1"}), "$.awards[0].amount"),
            (lambda d: d["awards"][0].pop("title"), "$.awards[0]"),
            (lambda d: d["awards"][0].pop("id"), "$.awards[0]"),
            (lambda d: d["awards"][0].pop("clause"), "$.awards[0]"),
            (lambda d: d["awards"][0].update(need=[]), "$.awards[0]"),
            (lambda d: d["awards"][1]["amount"]["dated"][0].update(amount=1.5),
             "$.awards[1].amount"),
            (lambda d: d["notices"][0].update(effect="refuse"), "$.notices[0].effect"),
            (lambda d: d["notices"][0].pop("law"), "$.notices[0]"),
        ],
    )  # fmt: skip
    def test_a_slip_does_not(self, edit: Edit, where: str) -> None:
        """It is reported where it stands."""
        assert set(faults(POLICY, edited(edit))) == {where}

    @pytest.mark.parametrize(
        "edit",
        [
            lambda d: d["awards"][0].update(amount=0),
            lambda d: d["awards"][0].update(amount="５０ 万元"),
            lambda d: d["awards"][0].update(amount="¥500,000.00"),
            lambda d: d["awards"][0].update(amount={"fixed": "0.5亿元", "assumed": "why"}),
            lambda d: d["conditions"]["profitable"].update(over="-1,200万元"),
            lambda d: d["conditions"]["researching"].update(at_least="3.5%"),
            lambda d: d["instalments"]["two"].update(parts=[{"share": "100 %"}]),
            lambda d: d["events"].update(moved="迁出"),
            lambda d: d.pop("rounding"),
            lambda d: d.pop("notices"),
        ],
    )
    def test_other_ways_of_writing(self, edit: Edit, tmp_path: Path) -> None:
        """What the library reads, the schema takes."""
        document = edited(edit)
        assert faults(POLICY, document) == []
        assert load_policy(_written(document, tmp_path / "other.toml")).awards

    @pytest.mark.parametrize(
        ("edit", "found"),
        [
            (lambda d: d.update(), []),
            (lambda d: d.update(in_force={"first": "2026-01-01"}), ["$.in_force"]),
            (lambda d: d.update(awards=[{"id": "listed", "title": "x"}]), []),
            (lambda d: d.update(awards=[{"id": "listed", "amount": "1万元"}]), ["$.awards[0]"]),
            (lambda d: d.update(awards=[{"id": "x", "amount": "1万元", "clause": "c"}]), []),
            (lambda d: d.update(awards=[
                {"id": "x", "amount": {"fixed": "1万元", "assumed": "why"}}]), []),
            (lambda d: d.update(awards=[{"title": "x"}]), ["$.awards[0]"]),
            (lambda d: d.update(groups={"stages": {"cap": "1万元", "clause": "c"}}), []),
            (lambda d: d.update(groups={"stages": {"cap": "1万元"}}), ["$.groups.stages"]),
            (lambda d: d.update(conditions={"first": {"clause": "c"}}), []),
            (lambda d: d.update(conditions={"x": {"years": 2, "assumed": "why"}}), []),
            (lambda d: d.update(conditions={"x": {"yeras": 2, "assumed": "why"}}), [
                "$.conditions.x"]),
            (lambda d: d.update(events={"x": {"repeats": True}}), []),
            (lambda d: d.update(clauses={"c": {"item": "1"}}), ["$.clauses.c"]),
            (lambda d: d.update(extends=1), ["$.extends"]),
            (lambda d: d.pop("document"), ["$"]),
            (lambda d: d.pop("id"), ["$"]),
            (lambda d: d.pop("extends"), ["$"] * 2),
        ],
    )  # fmt: skip
    def test_an_extending_document(self, edit: Edit, found: list[str]) -> None:
        """All but its id and document may be left out; what it changes brings its source."""
        document: Written = {
            "id": "mine",
            "extends": "zhanjiang-bse-2023",
            "document": {"title": "题", "issuer": "机关"},
        }
        edit(document)
        assert faults(POLICY, document) == found


def _written(document: Written, path: Path) -> Path:
    """A document as a TOML file; JSON's text, lists and numbers are TOML's, but for records."""

    def toml(value: Any) -> str:
        if isinstance(value, dict):
            inner = ", ".join(f"{json.dumps(k)} = {toml(v)}" for k, v in value.items())
            return f"{{ {inner} }}"
        if isinstance(value, list):
            return f"[{', '.join(map(toml, value))}]"
        return json.dumps(value, ensure_ascii=False)

    path.write_text("\n".join(f"{k} = {toml(v)}" for k, v in document.items()), encoding="utf-8")
    return path


class TestCase:
    """A case, by itself or under a policy."""

    @pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
    def test_the_examples_pass(self, path: Path) -> None:
        """By themselves, and under the policy they are about."""
        case = json.loads(path.read_text(encoding="utf-8"))
        assert Case.model_validate(case).enterprise.name
        assert faults(CASE, case) == []
        for name in list_policies():
            narrowed = Draft202012Validator(case_schema(load_policy(name)))
            assert faults(narrowed, case) == []

    def test_what_is_not_known_may_be_null(self) -> None:
        """JSON has a null, and the library reads it as left out."""
        case = {
            "enterprise": {"name": "示例甲公司", "uscc": None},
            "events": [{"kind": "x", "on": "2024-01-01", "amount": None}],
            **{table: {"x": None} for table in ("figures", "flags", "attributes", "approved")},
        }
        assert Case.model_validate(case).enterprise.name
        assert faults(CASE, case) == []

    @pytest.mark.parametrize("policy", [None, load_policy(EVERYTHING)])
    def test_a_fact_that_is_not_known_may_be_null(self, policy: Policy | None) -> None:
        """Every declared figure, flag and attribute; and no other."""
        everything = load_policy(EVERYTHING)
        case: Written = {
            "enterprise": {"name": "示例甲公司"},
            "figures": dict.fromkeys(everything.figures),
            "flags": dict.fromkeys(everything.flags),
            "attributes": dict.fromkeys(everything.attributes),
        }
        assert Case.model_validate(case) == Case.model_validate({"enterprise": case["enterprise"]})
        assert faults(Draft202012Validator(case_schema(policy)), case) == []
        if policy is not None:
            case["flags"]["nonsense"] = None
            assert faults(Draft202012Validator(case_schema(policy)), case) == ["$.flags"]

    @pytest.mark.parametrize("amount", [-5, "-50万元", "(500.00)", "红字500元", "500.00-", 0])
    def test_money_that_came_back_passes(self, amount: object) -> None:
        """In every form in which a payment is read."""
        payment = {"award": "x", "on": "2024-01-01", "amount": amount}
        case = {"enterprise": {"name": "示例甲公司"}, "payments": [payment]}
        assert Case.model_validate(case).payments[0].amount <= 0
        assert faults(CASE, case) == []

    @pytest.mark.parametrize(
        ("changes", "where"),
        [
            ({"evnts": []}, "$"),
            ({"enterprise": {}}, "$.enterprise"),
            ({"enterprise": {"name": ""}}, "$.enterprise.name"),
            ({"events": [{"kind": "x"}]}, "$.events[0]"),
            ({"events": [{"kind": "x", "on": "2024-01-01", "amount": 0.5}]}, "$.events[0].amount"),
            ({"figures": {"x": 0.5}}, "$.figures.x"),
            ({"flags": {"x": "yes"}}, "$.flags.x"),
            ({"payments": [{"award": "x", "on": "2024-01-01"}]}, "$.payments[0]"),
        ],
    )
    def test_a_slip_does_not(self, changes: Written, where: str) -> None:
        """Told where it stands, whatever the policy."""
        assert faults(CASE, {"enterprise": {"name": "示例甲公司"}} | changes) == [where]

    @pytest.mark.parametrize(
        ("changes", "found"),
        [
            ({"events": [{"kind": "financed", "on": "2025-01-01", "amount": "1万元"}]}, []),
            ({"events": [{"kind": "finnaced", "on": "2025-01-01"}]}, ["$.events[0].kind"]),
            ({"events": [{"kind": "listed", "on": "2025-01-01", "amount": None}]}, []),
            (
                {"events": [{"kind": "listed", "on": "2025-01-01", "amount": "1万元"}]},
                ["$.events[0].amount"],
            ),
            ({"figures": {"staff": "20", "ratio": "8%", "turnover": "-1"}}, []),
            ({"figures": {"sales": "20"}}, ["$.figures"]),
            ({"flags": {"first": True}}, []),
            ({"flags": {"firts": True}}, ["$.flags"]),
            ({"attributes": {"board": "科创板"}}, []),
            ({"attributes": {"board": "STAR"}}, ["$.attributes.board"]),
            ({"attributes": {"place": "x"}}, ["$.attributes"]),
            ({"approved": {"financed": "1万元"}}, []),
            ({"approved": {"listed": "1万元"}}, ["$.approved"]),
            ({"absent": ["moved"]}, []),
            ({"absent": ["left"]}, ["$.absent[0]"]),
            ({"payments": [{"award": "jobs", "on": "2025-01-01", "amount": "1"}]}, []),
            (
                {"payments": [{"award": "job", "on": "2025-01-01", "amount": "1"}]},
                ["$.payments[0].award"],
            ),
            (
                {
                    "payments": [
                        {
                            "award": "job",
                            "on": "2025-01-01",
                            "amount": "1",
                            "policy": "everything-2023",
                        }
                    ]
                },
                ["$.payments[0].award"],
            ),
            (
                {
                    "payments": [
                        {"award": "job", "on": "2025-01-01", "amount": "1", "policy": "other"}
                    ]
                },
                [],
            ),
        ],
    )
    def test_under_a_policy(self, changes: Written, found: list[str]) -> None:
        """Only what the policy declares, as the policy would say itself."""
        narrowed = Draft202012Validator(case_schema(load_policy(EVERYTHING)))
        case = {"enterprise": {"name": "示例甲公司"}} | changes
        assert faults(CASE, case) == []
        assert faults(narrowed, case) == found

    @pytest.mark.parametrize("lang", ["en", "zh"])
    def test_every_field_has_a_title(self, lang: Lang) -> None:
        """In the language of the form that is made of it; and the schema accepts the same."""
        for path in [EVERYTHING, *sorted((ROOT / "examples" / "policies").glob("*.toml"))]:
            policy = load_policy(path)
            schema = case_schema(policy, lang)
            kinds = schema["$defs"]["Event"]["properties"]["kind"]
            assert [each["title"] for each in kinds.get("oneOf", ())] == [
                each.say(lang) for each in policy.events.values()
            ]
            assert schema["title"] == say("schema.model", lang, "Case")
            for called, each in schema["$defs"].items():
                assert each["title"] == say("schema.model", lang, called)
            for model in (schema, *schema["$defs"].values()):
                for name, part in model["properties"].items():
                    assert part["title"] == say("schema.field", lang, name)
            flags = schema["properties"]["flags"]["properties"]
            assert {name: each["title"] for name, each in flags.items()} == {
                name: each.say(lang) for name, each in policy.flags.items()
            }
            Draft202012Validator.check_schema(schema)
            assert without_titles(schema) == without_titles(case_schema(policy))
        with pytest.raises(ListingRewardsError):
            case_schema(None, "fr")  # type: ignore[arg-type]

    def test_labels_are_shown(self) -> None:
        """What each name stands for, in both languages, with the unit of a figure."""
        schema = case_schema(load_policy(EVERYTHING))
        event = schema["$defs"]["Event"]["properties"]["kind"]
        assert event["description"] == (
            "The event's name as the policy declares it, such as ``neeq_listed``. 事项的编号."
        )
        assert event["oneOf"][0] == {"const": "listed", "description": "Listed. 上市."}
        figures = schema["properties"]["figures"]["properties"]
        assert [each["description"] for each in figures.values()][2:4] == [
            "Share of research costs (such as 8%). 研发费用占比（如 8%）.",
            "New jobs (number). 新增就业人数（个数）.",
        ]
        board = schema["properties"]["attributes"]["properties"]["board"]
        assert board["description"] == "Board. 上市板块."
        assert board["oneOf"][1] == {"const": "科创板", "description": "STAR. 科创板."}
        awards = schema["$defs"]["Payment"]["then"]["properties"]["award"]["oneOf"]
        assert awards[0] == {"const": "filed", "description": "Reward for filing. 备案奖励."}
