"""Faults and errors: places, sentences, pickling; every message complete in both languages."""

from __future__ import annotations

import ast
import pickle
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import pytest

import listing_rewards
from listing_rewards import InvalidAmount, InvalidCase, InvalidPolicy, ListingRewardsError
from listing_rewards.errors import Fault, fault
from listing_rewards.words import FAULTS

SOURCE = Path(listing_rewards.__file__).parent
KINDS = [ListingRewardsError, *ListingRewardsError.__subclasses__()]
# Written as f"unknown_{what}" where a case is checked against a policy.
COMPOSED = {
    "unknown_event", "unknown_award", "unknown_figure", "unknown_flag", "unknown_attribute",
}  # fmt: skip


def fields_of(template: str) -> set[str]:
    """The names a message fills in."""
    return {name for _, name, _, _ in Formatter().parse(template) if name is not None}


def fault_calls() -> Iterator[tuple[str, ast.Call]]:
    """Every place in the source that makes a fault, with the code it names."""
    for path in SOURCE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name | ast.Attribute):
                name = node.func.id if isinstance(node.func, ast.Name) else node.func.attr
                if name in {"fault", "Fault"} and node.args:
                    for code in ast.walk(node.args[0]):
                        if isinstance(code, ast.Constant) and isinstance(code.value, str):
                            yield f"{path.name}:{node.lineno} {code.value}", node


class TestMessages:
    """Every code has one sentence in each language."""

    def test_both_languages_fill_in_the_same(self) -> None:
        """The Chinese sentence names everything that the English one does."""
        for code, (english, chinese) in FAULTS.items():
            assert fields_of(english) == fields_of(chinese), code

    def test_no_brace_is_left_over(self) -> None:
        """With its names filled in, a sentence has no braces and does not end in a full stop."""
        for code, (english, _) in FAULTS.items():
            details = dict.fromkeys(fields_of(english) - {"given"}, "DETAIL")
            found = fault(code, "GIVEN", **details)
            for lang in ("en", "zh"):
                sentence = found.sentence(lang)
                assert not set("{}") & set(sentence), code
                assert sentence == sentence.strip().rstrip(".。"), code

    def test_chinese_is_chinese(self) -> None:
        """The second sentence is written in Chinese, the first is not."""
        for code, (english, chinese) in FAULTS.items():
            assert any("\u4e00" <= letter <= "\u9fff" for letter in chinese), code
            said = english.replace("万元", "")
            assert not any("\u4e00" <= letter <= "\u9fff" for letter in said), code

    def test_every_code_is_used(self) -> None:
        """No sentence is kept that nothing says."""
        texts = [path.read_text(encoding="utf-8") for path in SOURCE.rglob("*.py")]
        elsewhere = "".join(text for text in texts if "FAULTS: dict" not in text)
        unused = {code for code in FAULTS if f'"{code}"' not in elsewhere}
        assert unused - COMPOSED == set()

    def test_every_use_has_its_sentence_and_what_it_fills_in(self) -> None:
        """A fault names a known code and supplies every name of its sentence."""
        for place, call in fault_calls():
            code = place.rpartition(" ")[2]
            if code not in FAULTS:
                continue
            needed = fields_of(FAULTS[code][0])
            supplied = {each.arg for each in call.keywords} | (
                {"given"} if len(call.args) > 1 else set()
            )
            assert needed <= supplied, place


class TestFault:
    """Where a fault stands, and how it reads."""

    def test_place_of_a_path(self) -> None:
        """A path alone, and a path seen from a document that holds it."""
        found = Fault("missing", path="on")
        assert found.sentence() == "on: this is missing"
        assert found.within("events[0]").sentence() == "events[0].on: this is missing"
        assert Fault("missing").within("events[0]").path == "events[0]"
        assert Fault("missing", path="[0]").within("events").path == "events[0]"
        assert found.within("").path == "on"

    def test_place_in_a_file(self) -> None:
        """File, row and column; the column stands for the path."""
        found = Fault("missing", path="events[0].on").at(file="a.csv", row=3, column="挂牌日期")
        assert found.place() == "a.csv, row 3, column 挂牌日期"
        assert found.place("zh") == "a.csv, 第 3 行, 列“挂牌日期”"
        assert found.at(file="b.csv", row=9).place() == found.place()
        assert Fault("missing", path="id").at(file="p.toml").place() == "p.toml, id"

    def test_nearest_name(self) -> None:
        """A name close to an accepted one is suggested; one that is not, is not."""
        assert fault("unknown_key", "evnts", accepted=("events", "flags")).nearest == "events"
        assert fault("unknown_key", "zzz", accepted=("events", "flags")).nearest == ""
        assert fault("missing", accepted=("events",)).nearest == ""

    def test_titles_are_listed_for_people(self) -> None:
        """In the language of the sentence, and as few as of names."""
        found = Fault("missing", accepted=("a",), titles=(("An event", "某事"),) * 30)
        assert found.sentence().endswith("(accepted: " + "An event, " * 24 + "…)")
        assert found.sentence("zh").endswith("（可用：" + "某事, " * 24 + "…）")

    def test_what_was_given_is_not_a_template(self) -> None:
        """Braces in the input are shown as they are."""
        assert (
            fault("unknown_key", "{given}{x}").sentence() == "there is no field '{given}{x}' here"
        )


class TestErrors:
    """One family, each a `ValueError`."""

    def test_the_public_ones_are_of_it(self) -> None:
        """What a program catches by name is one of the family."""
        assert {InvalidAmount, InvalidCase, InvalidPolicy} <= set(KINDS)

    @pytest.mark.parametrize("kind", KINDS)
    def test_pickling_keeps_everything(self, kind: type[ListingRewardsError]) -> None:
        """An error survives the way to another process, its faults with it."""
        error = kind(
            fault("unknown_key", "evnts", path="a", accepted=("events",)),
            fault("bad_json", detail="here"),
        )
        again = pickle.loads(pickle.dumps(error))  # noqa: S301  (our own bytes)
        assert type(again) is kind
        assert again.faults == error.faults
        assert str(again) == str(error)
        assert isinstance(error, ListingRewardsError)
        assert isinstance(error, ValueError)

    def test_one_line_a_fault(self) -> None:
        """The text of an error is its sentences in English; Chinese is asked for."""
        error = InvalidCase(fault("missing", path="a"), fault("empty_text", path="b"))
        assert str(error) == "a: this is missing\nb: this must not be empty"
        assert error.explain("zh") == "a: 缺少此项\nb: 此项不能为空"
