"""Policies as documents: loading, extending, and every way in which one can be wrong."""

from __future__ import annotations

import json
from collections.abc import Callable, Hashable, Iterable, Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any, cast

import pytest
from pydantic import ValidationError

from listing_rewards import InvalidPolicy, Policy, list_policies, load_policy
from listing_rewards.errors import UnknownPolicy
from listing_rewards.strict import Strict

EXAMPLES = Path(__file__).parents[2] / "examples" / "policies"

MINIMAL = """
id = "small-2026"
[document]
title = "小政策"
issuer = "某市人民政府办公室"
[in_force]
first = 2026-01-01
last = 2026-12-31
clause = "article-1"
[rounding]
assumed = "to the fen"
[clauses.article-1]
item = "第一条"
text = "对上市企业给予奖励。"
[events.listed]
zh = "上市"
en = "Listed"
[[awards]]
id = "listed"
title = "上市奖励"
earned_by = "listed"
amount = "100万元"
clause = "article-1"
"""
GONE = object()


def extending(base: str, changes: str = "", *, own_id: str = "mine") -> str:
    """A document that extends another and changes some parts of it."""
    return f"""
        id = "{own_id}"
        extends = "{base}"
        [document]
        title = "本地文件"
        issuer = "某市人民政府办公室"
        {changes}
        """


@pytest.fixture
def write(tmp_path: Path) -> Callable[..., Path]:
    """Writes a policy file and gives its path."""

    def write(text: str, name: str = "mine.toml") -> Path:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return path

    return write


def codes_of(path: Path) -> list[str]:
    """The codes of everything that is wrong with a file."""
    with pytest.raises(InvalidPolicy) as caught:
        load_policy(path)
    assert all(fault.file == str(path) for fault in caught.value.faults)
    return [fault.code for fault in caught.value.faults]


def faults_of(written: dict[str, Any]) -> list[tuple[str, str]]:
    """Path and code of everything that is wrong with a document."""
    with pytest.raises(InvalidPolicy) as caught:
        Policy.model_validate(written)
    return [(fault.path, fault.code) for fault in caught.value.faults]


def illustrative(changes: dict[str, object]) -> dict[str, Any]:
    """The illustrative policy as data, with the parts at some paths changed."""
    written = json.loads(load_policy("zhanjiang-bse-2023-illustrative").model_dump_json())
    for path, value in changes.items():
        *above, last = path.split(".")
        part = written
        for key in above:
            part = part[int(key)] if isinstance(part, list) else part[key]
        if value is GONE:
            del part[last]
        else:
            part[last] = value
    return cast(dict[str, Any], written)


class TestLoading:
    """By a shipped id, or by the path of a file."""

    def test_shipped(self) -> None:
        """Both shipped documents load, and are the ones listed."""
        assert list_policies() == ("zhanjiang-bse-2023", "zhanjiang-bse-2023-illustrative")
        for name in list_policies():
            assert load_policy(name).id == name

    def test_a_file(self, write: Callable[..., Path]) -> None:
        """A plain text stands for both languages, an amount for a fixed sum."""
        policy = load_policy(write(MINIMAL))
        assert policy.id == "small-2026"
        assert policy.award("listed").title.en == "上市奖励"
        assert policy.award("listed").amount.model_dump(exclude_defaults=True) == {
            "fixed": Decimal("1000000.00"),
            "clause": "article-1",
        }
        assert policy.clauses["article-1"].document == "small-2026"
        assert load_policy(str(write(MINIMAL))) == policy

    def test_a_file_with_a_byte_order_mark(self, tmp_path: Path) -> None:
        """Some editors put a mark in front; it is read all the same."""
        path = tmp_path / "mine.toml"
        path.write_bytes(b"\xef\xbb\xbf" + MINIMAL.encode())
        assert load_policy(path).id == "small-2026"

    @pytest.mark.parametrize("name", ["", "missing.toml", "zhanjiang", "."])
    def test_unknown(self, name: str) -> None:
        """Neither an id nor a file."""
        with pytest.raises(UnknownPolicy) as caught:
            load_policy(name)
        assert caught.value.faults[0].code == "unknown_policy"

    def test_the_nearest_id(self) -> None:
        """A mistyped id is answered with the nearest one, and all of them."""
        with pytest.raises(UnknownPolicy) as caught:
            load_policy("zhanjiang-bse-2032")
        sentence = str(caught.value)
        assert "did you mean 'zhanjiang-bse-2023'?" in sentence
        assert "(accepted: zhanjiang-bse-2023, zhanjiang-bse-2023-illustrative)" in sentence
        assert "是否为“zhanjiang-bse-2023”？" in caught.value.explain("zh")

    def test_a_file_of_another_suffix(self, write: Callable[..., Path]) -> None:
        """Only a TOML file is a policy document."""
        with pytest.raises(UnknownPolicy):
            load_policy(write(MINIMAL, "mine.txt"))

    def test_bad_toml(self, write: Callable[..., Path]) -> None:
        """Text that is not TOML, with where."""
        assert codes_of(write("id = ")) == ["bad_toml"]
        assert codes_of(write(MINIMAL + '\nid = "twice"\n[in_force]\n')) == ["bad_toml"]

    def test_text_in_another_encoding(self, tmp_path: Path) -> None:
        """Bytes that are no UTF-8."""
        path = tmp_path / "mine.toml"
        path.write_bytes(MINIMAL.encode("gb18030"))
        assert codes_of(path) == ["unreadable_file"]

    def test_faults_name_the_file_and_the_part(self, write: Callable[..., Path]) -> None:
        """One sentence a fault, with file and path."""
        path = write(MINIMAL.replace('"100万元"', "1000000.0"))
        with pytest.raises(InvalidPolicy) as caught:
            load_policy(path)
        assert str(caught.value).startswith(
            f"{path}, awards[0].amount.fixed: '1000000.0' is a floating-point number"
        )


class TestFaults:
    """What cannot be carried out is refused before any case is seen."""

    def test_nothing_is_wrong_unchanged(self) -> None:
        """The document that is changed below is a valid one."""
        assert Policy.model_validate(illustrative({})).awards

    @pytest.mark.parametrize(
        ("part", "value", "path", "code"),
        [
            ("document", GONE, "document", "missing"),
            ("awrads", [], "", "unknown_key"),
            ("awards.0.group", "none", "awards.neeq_listed.group", "undeclared"),
            ("awards.0.earned_by", "x", "awards.neeq_listed.earned_by", "undeclared"),
            ("awards.0.needs", ["x"], "awards.neeq_listed.needs", "undeclared"),
            ("awards.0.clause", "x", "awards.neeq_listed.clause", "undeclared"),
            ("awards.5.amount.of", "x", "awards.regional_financing.amount.of", "undeclared"),
            (
                "awards.5.amount.clause",
                "x",
                "awards.regional_financing.amount.clause",
                "undeclared",
            ),
            ("groups.neeq_bse.clause", "x", "groups.neeq_bse.clause", "undeclared"),
            ("conditions.eligible.flag", "x", "conditions.eligible.flag", "undeclared"),
            ("conditions.seasoned.seasoning", "x", "conditions.seasoned.seasoning", "undeclared"),
            ("conditions.seasoned.tested_on", ["x"], "conditions.seasoned.tested_on", "undeclared"),
            (
                "conditions.seasoned.restarted_by",
                "x",
                "conditions.seasoned.restarted_by",
                "undeclared",
            ),
            ("events.neeq_listed.ended_by", "x", "events.neeq_listed.ended_by", "undeclared"),
            ("events.bse_listed.after", ["x"], "events.bse_listed.after", "undeclared"),
            ("notices.0.awards", ["x"], "notices.decree-798.awards", "undeclared"),
            ("groups.neeq_bse.clause", None, "groups.neeq_bse", "no_source"),
            ("groups.neeq_bse.assumed", "why", "groups.neeq_bse", "two_sources"),
            ("rounding.assumed", None, "rounding", "no_source"),
            ("in_force.clause", "task-9", "in_force", "two_sources"),
            ("conditions.eligible.clause", None, "conditions.eligible", "no_source"),
            ("awards.0.amount.assumed", None, "awards[0].amount", "no_source"),
            (
                "awards.0.amount",
                {"bonus": 1, "clause": "task-9"},
                "awards[0].amount",
                "unknown_construct",
            ),
            ("conditions.x", {"size": 1, "clause": "task-9"}, "conditions.x", "unknown_construct"),
            ("awards.0.id", "bse_listed", "awards", "duplicate_id"),
            ("notices.0.id", "fair-competition-review", "notices", "duplicate_id"),
            ("in_force.last", "2023-07-06", "in_force", "days_out_of_order"),
            ("rounding.unit", 0.01, "rounding.unit", "float_amount"),
            ("rounding.unit", "0", "rounding.unit", None),
            ("rounding.mode", "banker", "rounding.mode", "not_one_of"),
            ("groups.neeq_bse.cap", "-1", "groups.neeq_bse.cap", "negative_amount"),
            ("awards.5.amount.rate", "2", "awards[5].amount.rate", "not_a_rate"),
            ("awards.5.amount.rate", 0.02, "awards[5].amount.rate", "not_a_rate"),
            ("awards.5.amount.cap_per", "month", "awards[5].amount.cap_per", "not_one_of"),
            ("conditions.seasoned.years", 0, "conditions.seasoned", "no_period"),
            ("conditions.seasoned.years", -1, "conditions.seasoned.years", "number_too_small"),
            ("conditions.seasoned.years", 10000, "conditions.seasoned.years", None),
            ("conditions.seasoned.tested_on", [], "conditions.seasoned.tested_on", "too_few"),
            (
                "conditions.seasoned.counting",
                "lunar",
                "conditions.seasoned.counting",
                "not_one_of",
            ),
            ("events.bse_listed.silence", "no", "events.bse_listed.silence", "not_one_of"),
            ("document.title", "", "document.title.zh", "empty_text"),
            ("notices.0.effect", "refuse", "notices[0].effect", "not_one_of"),
        ],
    )
    def test_fault(self, part: str, value: object, path: str, code: str | None) -> None:
        """The faulty part is named, and what is wrong with it."""
        found = faults_of(illustrative({part: value}))
        assert path in [where for where, _ in found]
        assert code is None or (path, code) in found

    def test_all_at_once(self) -> None:
        """Every fault of a document is reported together."""
        changes: dict[str, object] = {
            "rounding.mode": "banker",
            "groups.neeq_bse.cap": "lots",
            "awards.0.amount": {"fixed": 0.5},
        }
        assert [path for path, _ in faults_of(illustrative(changes))] == [
            "rounding.mode",
            "groups.neeq_bse.cap",
            "awards[0].amount.fixed",
        ]

    def test_undeclared_names_are_told_all_at_once(self) -> None:
        """With the declared ones and the nearest."""
        changes: dict[str, object] = {"awards.0.needs": ["eligibel"], "awards.1.group": "neeq"}
        with pytest.raises(InvalidPolicy) as caught:
            Policy.model_validate(illustrative(changes))
        assert str(caught.value).splitlines() == [
            "awards.neeq_listed.needs: 'eligibel' is not declared under conditions; "
            "did you mean 'eligible'? (accepted: eligible, seasoned)",
            "awards.neeq_innovation.group: 'neeq' is not declared under groups; "
            "did you mean 'neeq_bse'? (accepted: neeq_bse)",
        ]

    def test_clauses_without_a_document_survive_json(self) -> None:
        """A policy made without a file, whose clauses name no document, can be written and read."""
        names = load_policy("zhanjiang-bse-2023").clauses
        written = illustrative({f"clauses.{name}.document": GONE for name in names})
        policy = Policy.model_validate(written)
        assert Policy.model_validate_json(policy.model_dump_json()) == policy


class TestExtends:
    """A document that extends another changes the parts it names, and nothing else."""

    def test_the_illustrative_one_changes_the_stage_amounts_only(self) -> None:
        """The shipped pair differs in id, document, and the stages' amounts."""
        source, own = map(load_policy, list_policies())
        changed = {"id", "document", "based_on", "awards"}
        assert own.model_dump(exclude=changed) == source.model_dump(exclude=changed)
        assert own.based_on == {"zhanjiang-bse-2023": source.document}
        for ours, theirs in zip(own.awards, source.awards, strict=True):
            assert ours.model_dump(exclude={"amount"}) == theirs.model_dump(exclude={"amount"})
            if theirs.id == "regional_financing":
                assert ours == theirs
            else:
                assert ours.amount.clause is None
                assert ours.amount.assumed is not None

    def test_a_file_extends_a_shipped_id(self, write: Callable[..., Path]) -> None:
        """A stage's amount from a document of one's own; everything else as it was."""
        policy = load_policy(
            write(
                extending(
                    "zhanjiang-bse-2023",
                    """
                [clauses.notice-3]
                item = "第三条"
                text = "新三板挂牌的，奖励50万元。"
                [[awards]]
                id = "neeq_listed"
                amount = "50万元"
                clause = "notice-3"
                """,
                )
            )
        )
        source = load_policy("zhanjiang-bse-2023")
        award = policy.award("neeq_listed")
        assert award.amount.model_dump(exclude_defaults=True) == {
            "fixed": Decimal("500000.00"),
            "clause": "notice-3",
        }
        assert award.needs == ("eligible",)
        assert policy.clauses["notice-3"].document == "mine"
        assert policy.clauses["task-9"].document == "zhanjiang-bse-2023"
        assert policy.awards[1:] == source.awards[1:]
        assert policy.document.title.zh == "本地文件"
        assert policy.title_of("zhanjiang-bse-2023") == source.document.title

    def test_a_file_extends_a_file_beside_it(self, write: Callable[..., Path]) -> None:
        """A path is relative to the file that says it, wherever the program runs."""
        write(MINIMAL, "base/small.toml")
        path = write(extending("base/small.toml"), "mine.toml")
        assert load_policy(path).awards[0].id == "listed"
        upward = write(extending("../base/small.toml"), "own/other.toml")
        assert load_policy(upward).based_on.keys() == {"small-2026"}

    def test_a_chain_of_three(self, write: Callable[..., Path]) -> None:
        """What is based on what is kept, all the way."""
        write(extending("zhanjiang-bse-2023-illustrative", own_id="second"), "second.toml")
        third = load_policy(write(extending("second.toml", own_id="third"), "third.toml"))
        assert set(third.based_on) == {"second", *list_policies()}
        assert third.award("bse_listed").amount.assumed is not None

    def test_an_award_is_added(self, write: Callable[..., Path]) -> None:
        """A new award comes after those that were there."""
        policy = load_policy(
            write(
                extending(
                    "zhanjiang-bse-2023",
                    """
                [[awards]]
                id = "extra"
                title = "另外的奖励"
                earned_by = "bse_listed"
                amount = "1万元"
                clause = "task-9"
                """,
                )
            )
        )
        assert [award.id for award in policy.awards][-2:] == ["regional_financing", "extra"]

    @pytest.mark.parametrize(
        ("text", "where"),
        [
            ('[[awards]]\nid = "neeq_listed"\namount = "50万元"', "awards[0].amount"),
            ('[[awards]]\nid = "neeq_listed"\namount.fixed = "50万元"', "awards[0].amount"),
            (
                '[[awards]]\nid = "regional_financing"\n'
                'amount = { rate = "3%", of = "regional_financing" }',
                "awards[5].amount",
            ),
            ('[groups.neeq_bse]\ncap = "800万元"', "groups.neeq_bse"),
            ("[conditions.seasoned]\nyears = 2", "conditions.seasoned"),
            ("[in_force]\nfirst = 2026-01-01", "in_force"),
            ('[rounding]\nunit = "1元"', "rounding"),
        ],
    )  # fmt: skip
    def test_a_changed_number_brings_its_own_source(
        self, write: Callable[..., Path], text: str, where: str
    ) -> None:
        """A number that replaces another does not rest on what the other rested on."""
        for base in list_policies():
            path = write(extending(base, text))
            with pytest.raises(InvalidPolicy) as caught:
                load_policy(path)
            assert [(each.path, each.code) for each in caught.value.faults] == [
                (where, "no_source")
            ]

    def test_a_changed_number_with_its_source(self, write: Callable[..., Path]) -> None:
        """With a source, the named fields change and the others stay."""
        policy = load_policy(
            write(
                extending(
                    "zhanjiang-bse-2023",
                    """
                [groups.neeq_bse]
                cap = "800万元"
                assumed = "a trial"
                [conditions.seasoned]
                counting = "civil_code"
                assumed = "a trial"
                """,
                )
            )
        )
        source = load_policy("zhanjiang-bse-2023")
        assert policy.groups["neeq_bse"].cap == 8_000_000
        assert policy.groups["neeq_bse"].clause is None
        assert policy.groups["neeq_bse"].title == source.groups["neeq_bse"].title
        kept = {"counting", "clause", "assumed"}
        assert policy.conditions["seasoned"].model_dump(exclude=kept) == source.conditions[
            "seasoned"
        ].model_dump(exclude=kept)

    def test_only_a_title_changes(self, write: Callable[..., Path]) -> None:
        """A part in which no number changes keeps its source."""
        policy = load_policy(
            write(
                extending(
                    "zhanjiang-bse-2023-illustrative",
                    '[[awards]]\nid = "neeq_listed"\ntitle = "挂牌奖"',
                )
            )
        )
        award = policy.award("neeq_listed")
        assert award.title.zh == "挂牌奖"
        assert award.amount == load_policy(list_policies()[1]).award("neeq_listed").amount

    @pytest.mark.parametrize("other", ["a.toml", "./a.toml"])
    def test_a_cycle(self, write: Callable[..., Path], other: str) -> None:
        """A chain that comes back to itself is reported, and ends."""
        write(f'id = "b"\nextends = "{other}"', "b.toml")
        path = write('id = "a"\nextends = "b.toml"', "a.toml")
        with pytest.raises(InvalidPolicy) as caught:
            load_policy(path)
        assert caught.value.faults[0].code == "extends_itself"

    def test_an_unknown_parent(self, write: Callable[..., Path]) -> None:
        """What is extended must be there."""
        with pytest.raises(UnknownPolicy, match="did you mean 'zhanjiang-bse-2023'"):
            load_policy(write('id = "a"\nextends = "zhanjiang-bse-2022"'))

    def test_a_document_that_extends_has_a_name_of_its_own(
        self, write: Callable[..., Path]
    ) -> None:
        """A changed policy never passes under the id or title of the one it changes."""
        path = write('extends = "zhanjiang-bse-2023"\n[[awards]]\nid = "neeq_listed"\ntitle = "x"')
        with pytest.raises(InvalidPolicy) as caught:
            load_policy(path)
        assert [each.path for each in caught.value.faults] == ["id", "document"]


class TestSlipsOfThePen:
    """What would change the wrong part in silence is refused with the nearest name."""

    HEAD = (
        'id = "mine"\nextends = "zhanjiang-bse-2023"\n'
        'document = { title = "mine", issuer = "an office" }\n'
        '[clauses.c]\nitem = "1"\ntext = "words"\n'
    )

    def codes(self, path: Path) -> list[tuple[str, str]]:
        """The codes of the faults, each with the nearest name."""
        with pytest.raises(InvalidPolicy) as caught:
            load_policy(path)
        return [(fault.code, fault.nearest) for fault in caught.value.faults]

    def test_the_same_award_twice(self, write: Callable[..., Path]) -> None:
        """Neither of the two wins."""
        award = '[[awards]]\nid = "neeq_listed"\namount = "{}万元"\nclause = "c"\n'
        path = write(self.HEAD + award.format(50) + award.format(120))
        assert self.codes(path) == [("duplicate_id", "")]

    def test_a_misspelt_award(self, write: Callable[..., Path]) -> None:
        """It is not taken for a new one."""
        path = write(self.HEAD + '[[awards]]\nid = "neeq_lsted"\namount = "50万元"\nclause = "c"\n')
        assert self.codes(path) == [("nothing_to_change", "neeq_listed")]

    def test_the_id_of_a_shipped_policy(self, write: Callable[..., Path]) -> None:
        """A document of one's own never answers under a shipped name."""
        path = write(self.HEAD.replace('"mine"\n', '"zhanjiang-bse-2023"\n', 1))
        assert self.codes(path) == [("id_taken", "")]

    def test_a_misspelt_parent(self, write: Callable[..., Path]) -> None:
        """Told in the file that names it."""
        path = write(self.HEAD.replace("zhanjiang-bse-2023", "zhanjiang-2023"))
        with pytest.raises(UnknownPolicy) as caught:
            load_policy(path)
        (fault,) = caught.value.faults
        assert (fault.file, fault.path, fault.nearest) == (
            str(path),
            "extends",
            "zhanjiang-bse-2023",
        )

    def test_a_share_of_what_has_no_amount(self, write: Callable[..., Path]) -> None:
        """Its amount could never be stated."""
        amount = 'amount = { rate = "2%", of = "neeq_listed" }\nclause = "c"\n'
        path = write(self.HEAD + '[[awards]]\nid = "neeq_listed"\n' + amount)
        assert self.codes(path) == [("no_amounts", "")]

    def test_a_condition_on_what_is_only_recorded(self, write: Callable[..., Path]) -> None:
        """No rule reads it, so none may ask for it."""
        path = write(self.HEAD + '[conditions.first]\nflag = "first_listing"\nclause = "c"\n')
        assert self.codes(path) == [("only_recorded", "")]

    def test_a_changed_copy_knows_its_own_sources(self) -> None:
        """What is computed from the parts is computed anew."""
        policy = load_policy("zhanjiang-bse-2023-illustrative")
        assert policy.grounds["awards.neeq_listed.amount"].assumed
        source = load_policy("zhanjiang-bse-2023")
        copy = policy.model_copy(update={"awards": source.awards})
        assert copy.grounds["awards.neeq_listed.amount"].clause == "task-9"

    def test_two_facts_of_one_name(self, write: Callable[..., Path]) -> None:
        """A header of a table could mean either."""
        path = write(
            self.HEAD + '[events.sse_listed]\nzh = "北交所上市"\nen = "Listed on the SSE"\n'
        )
        assert self.codes(path) == [("duplicate_label", "")]


DOCUMENTS = (*list_policies(), *sorted(EXAMPLES.glob("*.toml")))


def parts_of(value: object, path: str = "policy") -> Iterator[tuple[str, object]]:
    """A value and all that it is made of, with where each stands."""
    yield path, value
    inner: Iterable[tuple[object, object]] = ()
    if isinstance(value, Strict):
        inner = [(name, getattr(value, name)) for name in type(value).model_fields]
    elif isinstance(value, dict):
        inner = value.items()
    elif isinstance(value, tuple):
        inner = enumerate(value)
    for key, part in inner:
        yield from parts_of(part, f"{path}.{key}")


class TestFrozen:
    """A policy stays what it was when it was read, through and through."""

    @pytest.mark.parametrize("document", DOCUMENTS, ids=lambda each: Path(each).stem)
    def test_every_part_can_be_hashed(self, document: str | Path) -> None:
        """Also each table of names; the same document gives the same hash."""
        policy = load_policy(document)
        for path, part in parts_of(policy):
            assert isinstance(part, Hashable), path
            hash(part)
        assert {policy: "found"}[load_policy(document)] == "found"

    @pytest.mark.parametrize("document", DOCUMENTS, ids=lambda each: Path(each).stem)
    def test_no_table_can_be_changed(self, document: str | Path) -> None:
        """A part put in, taken out or changed is refused, at every depth."""
        for path, part in parts_of(load_policy(document)):
            if isinstance(part, dict):
                with pytest.raises(TypeError, match="frozen"):
                    part["new"] = None
                with pytest.raises(TypeError, match="frozen"):
                    part.clear()
            assert not isinstance(part, list | set), path

    def test_no_part_can_be_changed(self) -> None:
        """Neither the policy's own fields nor those of what it is made of."""
        policy = load_policy("zhanjiang-bse-2023")
        with pytest.raises(ValidationError, match="frozen"):
            policy.needs = ()  # type: ignore[misc]
        with pytest.raises(ValidationError, match="frozen"):
            policy.groups["neeq_bse"].cap = Decimal(1)  # type: ignore[misc]

    def test_a_copy_with_another_table_is_frozen_too(self) -> None:
        """A plain dict given to `model_copy` is not kept as one."""
        policy = load_policy("zhanjiang-bse-2023")
        copy = policy.model_copy(update={"groups": dict(policy.groups)})
        assert hash(copy) == hash(policy)
        with pytest.raises(TypeError, match="frozen"):
            copy.groups["new"] = policy.groups["neeq_bse"]  # type: ignore[index]


class TestPolicy:
    """What a policy can be asked."""

    def test_an_award_by_id(self) -> None:
        """By its id, or a `KeyError`."""
        policy = load_policy("zhanjiang-bse-2023")
        assert policy.award("bse_listed").earned_by == "bse_listed"
        with pytest.raises(KeyError):
            policy.award("bse")

    def test_an_award_may_rest_on_another_clause_than_its_amount(
        self, write: Callable[..., Path]
    ) -> None:
        """An amount that names its own source keeps it."""
        text = MINIMAL.replace('"100万元"', '{ fixed = "100万元", assumed = "why" }')
        policy = load_policy(write(text))
        assert policy.award("listed").amount.clause is None
        assert policy.assumptions.keys() == {"rounding", "awards.listed.amount"}
        assert policy.grounds["awards.listed"].clause == "article-1"
        assert policy.grounds["awards.listed.amount"].assumed == "awards.listed.amount"
        assert policy.grounds["in_force"].clause == "article-1"
