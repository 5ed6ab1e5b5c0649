"""What holds for the page of every answer, whatever is in it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from fractions import Fraction
from random import Random
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from paged import LANGS, text_of, tree_of

from listing_rewards import Assessment, Bounds, Case, Policy, assess
from listing_rewards.assessment import Check, CombinedCheck, GroupTotal
from listing_rewards.errors import Lang
from listing_rewards.report.capitals import capitals
from listing_rewards.report.checks import check_sentence
from listing_rewards.report.page import page
from listing_rewards.report.page.bars import LEFT, RIGHT, Bar, Segment, bars
from listing_rewards.report.page.signs import visible, width
from listing_rewards.report.page.tables import digits, happenings
from listing_rewards.report.page.timeline import SMALL, WIDTH, timeline
from listing_rewards.report.phrasing import Phrasing
from listing_rewards.report.steps import step_sentence
from listing_rewards.values.money import FEN
from property.strategies import Question, questions

FEWER = settings(max_examples=max(settings.default.max_examples // 2, 1))  # type: ignore[union-attr]
langs = st.sampled_from(LANGS)

_TAGS = """
html head meta title style body header main section footer article h1 h2 h3 h4 p div span dl dt dd
bdi a ul ol li table caption thead tbody tfoot tr th td figure figcaption strong svg desc defs
pattern rect path text
"""
TAGS = set(_TAGS.split())
_ATTRIBUTES = """
lang charset http-equiv content name class id scope colspan tabindex role aria-labelledby
aria-hidden href viewBox font-size width height x y d fill stroke stroke-width stroke-dasharray
text-anchor patternUnits patternTransform
"""
ATTRIBUTES = set(_ATTRIBUTES.split())
HOSTILE = (
    *("<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "{{7*7}}", "{% raw %}"),
    *("&#60;", "]]>", "<!--", "</style><style>*{display:none}", "'\" onload='x"),
    *("\u202eevil", "a\x00b\x1b", "\ufffe", "\u200b\u2066", "javascript:alert(1)"),
    *('https://x/"onclick="y', "{name}"),
)
hostile = st.sampled_from(HOSTILE) | st.text(min_size=1, max_size=12)


def answer_of(question: Question) -> Assessment:
    """The answer to a question."""
    return assess(question.case, question.policy, as_of=question.as_of)


class TestSelfContained:
    """The page needs nothing but itself."""

    @FEWER
    @given(questions(), langs)
    def test_nothing_is_loaded_or_run(self, question: Question, lang: Lang) -> None:
        """Well-formed; known elements and attributes; no script, no address but in a link."""
        answer = answer_of(question)
        harmless(page(answer, lang))
        for element in tree_of(answer, lang).iter():
            assert element.tag in TAGS
            assert set(element.attrib) <= ATTRIBUTES

    @FEWER
    @given(questions(), langs)
    def test_the_same_bytes(self, question: Question, lang: Lang) -> None:
        """The same answer gives the same page, also after it was written out and read back."""
        answer = answer_of(question)
        again = Assessment.model_validate_json(answer.model_dump_json())
        assert page(answer, lang) == page(again, lang)

    @FEWER
    @given(questions(), st.randoms(use_true_random=False), langs)
    def test_the_order_of_facts_is_irrelevant(
        self, question: Question, chance: Random, lang: Lang
    ) -> None:
        """However a case lists its events, payments and other facts."""
        shuffled = {
            key: shuffle(value, chance)
            for key, value in question.case.model_dump(exclude={"enterprise"}).items()
        }
        case = Case.model_validate(question.case.model_dump(include={"enterprise"}) | shuffled)
        other = question._replace(case=case)
        assert page(answer_of(question), lang) == page(answer_of(other), lang)

    @FEWER
    @given(questions(), langs)
    def test_no_float_reaches_the_page(self, question: Question, lang: Lang) -> None:
        """Every place in a drawing is a whole number; no amount has an exponent or a long tail."""
        tree = tree_of(answer_of(question), lang)
        for element in tree.iter():
            for name in {"x", "y", "d", "width", "height", "viewBox"} & set(element.attrib):
                assert "." not in element.attrib[name]
        assert not re.search(r"\d\.\d{7}|\dE[+-]?\d|\bnan\b|\binf\b", text_of(tree))


def shuffle(facts: Any, chance: Random) -> Any:
    """The same facts, in another order."""
    if isinstance(facts, dict):
        return dict(shuffle(tuple(facts.items()), chance))
    return chance.sample(facts, len(facts))


def harmless(html: str) -> None:
    """No script and no address that is loaded; links lead to sites."""
    assert "<script" not in html.lower()
    assert "{{" not in html.replace("{{7*7}}", "")
    style = html[html.index("<style>") : html.index("</style>")]
    assert "url(" not in style
    assert "@import" not in style
    assert "src=" not in re.sub(r">[^<]*<", "><", html)
    for address in re.findall(r'href="([^"]*)"', html):
        assert address.startswith(("http://", "https://"))
    for reference in re.findall(r'fill="url\(([^)]*)\)"', html):
        assert f'id="{reference.removeprefix("#")}"' in html


class TestEscaping:
    """Whatever a case or a policy says is said on the page, and nothing more."""

    @FEWER
    @given(questions(), hostile, hostile, hostile, langs)
    def test_an_enterprise_is_only_text(
        self, question: Question, name: str, code: str, county: str, lang: Lang
    ) -> None:
        """Another name changes what is written and nothing of how the page is built."""
        who = {"name": f"示例{name}", "uscc": f"9{code}", "county": f"某{county}"}
        named = answer_of(question._replace(case=with_enterprise(question.case, who)))
        plain = dict.fromkeys(who, "示例")
        usual = answer_of(question._replace(case=with_enterprise(question.case, plain)))
        tree = tree_of(named, lang)
        assert [each.tag for each in tree.iter()] == [e.tag for e in tree_of(usual, lang).iter()]
        for value in named.case.enterprise.model_dump().values():
            assert " ".join(str(visible(value)).split()) in text_of(tree)

    @FEWER
    @given(questions(), hostile, langs)
    def test_a_policy_is_only_text(self, question: Question, tail: str, lang: Lang) -> None:
        """Titles, labels, clauses and reasons in which signs of HTML, Jinja or nothing stand."""
        policy = Policy.model_validate(with_tail(question.policy.model_dump(), tail))
        answer = answer_of(question._replace(policy=policy))
        harmless(page(answer, lang))
        tree = tree_of(answer, lang)
        for element in tree.iter():
            assert element.tag in TAGS
            assert set(element.attrib) <= ATTRIBUTES
        title = str(visible(policy.awards[0].title.say(lang)))
        assert " ".join(title.split()) in text_of(tree)

    @given(st.text())
    def test_every_sign_can_be_seen(self, text: str) -> None:
        """What is hidden or turns the text around is shown by its code; all else stays."""
        shown = str(visible(text))
        assert str(visible(shown)) == shown
        assert not re.search(r"[\x00-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2066-\u2069]", shown)
        kept = re.sub(r"\[U\+[0-9A-F]{4,6}\]", "", shown)
        assert all(sign in text or sign == " " for sign in kept)


def with_enterprise(case: Case, who: dict[str, str]) -> Case:
    """The same case of another enterprise."""
    return Case.model_validate(case.model_dump() | {"enterprise": who})


def with_tail(value: Any, tail: str) -> Any:
    """A policy as data, in which every text in two languages ends in something else."""
    if isinstance(value, dict):
        if {"zh", "en"} <= set(value):
            return value | {lang: f"{value[lang]}.{tail}." for lang in ("zh", "en")}
        return {key: with_tail(each, tail) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [with_tail(each, tail) for each in value]
    return value


class TestComplete:
    """Nothing of an answer is left out."""

    @FEWER
    @given(questions(), langs)
    def test_every_amount_is_there(self, question: Question, lang: Lang) -> None:
        """Of every award: nominal, entitled, paid, payable; what is withheld and overpaid."""
        answer = answer_of(question)
        words, text = Phrasing(answer, lang), text_of(tree_of(answer, lang))
        for line in answer.lines:
            for amount in (line.nominal, line.entitled, line.paid, line.payable):
                assert digits(words, amount) in text
            for amount in (line.withheld, line.overpaid):
                assert amount.nothing or digits(words, amount) in text
        for total in (answer.payable, answer.payable_at_most):
            if total is not None:
                assert words.yuan(total) in text
                assert total % FEN == 0
        facts = answer.case.model_dump(exclude={"enterprise"}, exclude_defaults=True)
        to_sign = answer.determined and bool(facts)
        assert (f"人民币{capitals(answer.payable)}" in text) == to_sign
        assert to_sign or "人民币" not in text.replace("人民币大写", "")

    @FEWER
    @given(questions(), langs)
    def test_every_row_is_that_of_its_award(self, question: Question, lang: Lang) -> None:
        """Number, title, clause and the four amounts, each in its column; then the totals."""
        answer = answer_of(question)
        words = Phrasing(answer, lang)
        (table,) = (
            each
            for each in tree_of(answer, lang).iter("table")
            if each.attrib.get("class") == "awards"
        )
        rows = [
            [text_of(cell) for cell in row]
            for row in table.iter("tr")
            if row.attrib.get("class") != "law"
        ][1:]
        for number, (line, row) in enumerate(zip(answer.lines, rows, strict=False), start=1):
            award = answer.policy.award(line.award)
            clause = answer.policy.clauses[award.clause].item.say(lang)
            clause += words.say("values.assumed_tag") if line.assumptions else ""
            amounts = (line.nominal, line.entitled, line.paid, line.payable)
            assert row[:3] == [str(number), award.title.say(lang), clause]
            assert row[3:7] == [digits(words, amount) for amount in amounts]
        payable = Bounds(answer.payable, answer.payable_at_most)
        totals = (answer.entitled, answer.paid, payable)
        assert rows[-1][1:4] == [digits(words, amount) for amount in totals]
        assert len(rows) == len(answer.lines) + 1

    @FEWER
    @given(questions(), langs)
    def test_every_step_and_check_is_there(self, question: Question, lang: Lang) -> None:
        """Of every award that was reached or may have been: each check, and the steps in order."""
        answer = answer_of(question)
        words = Phrasing(answer, lang)
        told = [line for line in answer.lines if line.status != "not_reached"]
        articles = list(tree_of(answer, lang).iter("article"))
        for line, article in zip(told, articles, strict=True):
            assert words.award(line.award) in text_of(article)
            steps = [text_of(each) for found in article.iter("ol") for each in found]
            assert steps == [step_sentence(words, line, step) for step in line.steps]
            text = text_of(article)
            for check in every((*line.checks, *line.amount_checks)):
                if not isinstance(check, CombinedCheck):
                    assert (
                        f"{words.say('answer.truth', check.truth)} {check_sentence(words, check)}"
                        in text
                    )

    @FEWER
    @given(questions(), langs)
    def test_every_clause_is_there(self, question: Question, lang: Lang) -> None:
        """Whatever an amount rests on: each clause with its words, each assumption with why."""
        answer = answer_of(question)
        text = text_of(tree_of(answer, lang))
        dumped = answer.model_dump()
        for part in ("lines", "groups", "exposures"):
            for ground in grounds_in(dumped[part]):
                if ground["clause"]:
                    clause = answer.policy.clauses[ground["clause"]]
                    assert " ".join(clause.text.say(lang).split()) in text
        for assumption in answer.assumptions:
            assert assumption.reason.say(lang) in text

    @FEWER
    @given(questions(), langs)
    def test_every_fact_is_there(self, question: Question, lang: Lang) -> None:
        """Each event and payment with its day, each label of a figure, flag or property."""
        answer = answer_of(question)
        words, text = Phrasing(answer, lang), text_of(tree_of(answer, lang))
        case = answer.case
        for event in case.events:
            assert f"{event.on} {words.event(event.kind)}" in spaced(text, words.event(event.kind))
        for each in case.payments:
            assert str(each.on) in text
            assert digits(words, each.amount) in text
        days = [each.on for each in happenings(words)]
        assert days == sorted(days)
        for name in case.figures:
            assert words.figure(name) in text
        for name in case.flags:
            assert words.flag(name) in text


def every(checks: Iterable[Check]) -> Iterator[Check]:
    """Each check, and those it is made of."""
    for check in checks:
        yield check
        if isinstance(check, CombinedCheck):
            yield from every(check.parts)


def spaced(text: str, label: str) -> str:
    """The text with a blank before each label, as between the cells of a table."""
    return text.replace(label, f" {label}").replace("  ", " ")


def grounds_in(value: Any) -> Iterator[dict[str, Any]]:
    """Every ground within a dumped answer."""
    if isinstance(value, dict):
        if set(value) == {"clause", "assumed"}:
            yield value
        for each in value.values():
            yield from grounds_in(each)
    if isinstance(value, list | tuple):
        for each in value:
            yield from grounds_in(each)


class TestBars:
    """A drawn amount is as wide as it is large."""

    @given(questions(), langs)
    def test_widths_are_proportional(self, question: Question, lang: Lang) -> None:
        """Within one unit of the drawing: the parts of a cap, what was paid, and the cap."""
        answer = answer_of(question)
        drawn = {bar.title: bar for bar in bars(Phrasing(answer, lang))}
        for group in answer.groups:
            title = answer.policy.groups[group.group].title.say(lang)
            if group.entitled.nothing and not group.paid:
                continue
            bar = drawn[title]
            whole = whole_of_group(group)
            if group.entitled.at_most is not None:
                assert ends(bar.entitled, to_scale(group.entitled.at_most, whole))
            assert ends(bar.paid, to_scale(group.paid, whole))
            certain = [each for each in bar.entitled if each.fill in ("certain", "together")]
            assert ends(certain, to_scale(group.entitled.at_least, whole))
            assert (bar.cap is None) is (group.cap.at_most is None)
            if bar.cap is not None:
                assert abs(bar.cap - LEFT - to_scale(group.cap.at_most, whole)) <= 1

    @given(questions(), langs)
    def test_parts_follow_each_other_within_the_drawing(
        self, question: Question, lang: Lang
    ) -> None:
        """No part lies over another, begins before the bar, or leaves the drawing."""
        for bar in bars(Phrasing(answer_of(question), lang)):
            for row in (bar.entitled, bar.paid):
                so_far = LEFT
                for segment in row:
                    assert abs(segment.x - so_far) <= 1
                    assert segment.width >= 1
                    so_far = segment.x + segment.width
                assert so_far <= RIGHT + 1

    @given(questions())
    def test_a_part_of_a_group_is_that_of_its_award(self, question: Question) -> None:
        """A numbered part is as wide as what that award is entitled to, or was paid."""
        answer = answer_of(question)
        for bar in bars(Phrasing(answer, "en")):
            whole = whole_of(answer, bar)
            for segment in bar.entitled:
                if segment.number and segment.fill == "certain":
                    line = answer.lines[int(segment.number) - 1]
                    assert abs(segment.width - to_scale(line.entitled.at_least, whole)) <= 1
            for segment in bar.paid:
                if segment.number:
                    line = answer.lines[int(segment.number) - 1]
                    assert abs(segment.width - to_scale(line.paid, whole)) <= 1


def to_scale(amount: Any, whole: Any) -> Fraction:
    """How wide an amount is drawn where `whole` fills the drawing."""
    return Fraction(amount) * (RIGHT - LEFT) / Fraction(whole) if whole else Fraction(0)


def ends(row: Any, at: Fraction) -> bool:
    """Whether a row of parts ends there; each part is at least one unit wide."""
    segments: list[Segment] = list(row)
    end = segments[-1].x + segments[-1].width - LEFT if segments else 0
    return abs(end - at) <= 1


def whole_of_group(group: GroupTotal) -> Any:
    """The amount that fills the bar of a group: its cap, or what it may come to without one."""
    most = group.entitled if group.cap.at_most is None else group.cap
    if most.at_most is None:
        return max(2 * most.at_least, 2 * group.paid, 1)
    return max(most.at_most, group.paid)


def whole_of(answer: Assessment, bar: Bar) -> Any:
    """The amount that fills a bar."""
    for group in answer.groups:
        if answer.policy.groups[group.group].title.en == bar.title:
            return whole_of_group(group)
    line = answer.lines[int(bar.title.split(".")[0]) - 1]
    if line.entitled.at_most is None:
        return max(2 * line.entitled.at_least, 2 * line.paid, 1)
    return max(line.entitled.at_most, line.paid)


class TestTimeline:
    """A drawn day stands where it belongs, and what is written can be read."""

    @given(questions(), langs)
    def test_labels_do_not_meet(self, question: Question, lang: Lang) -> None:
        """In a row no text lies over another or leaves the drawing."""
        drawn = timeline(Phrasing(answer_of(question), lang))
        for row in drawn.rows if drawn else ():
            so_far = 0
            for label in sorted(row.labels):
                assert label.x >= so_far
                so_far = label.x + width(label.text, SMALL)
            assert so_far <= WIDTH
            signs = [point.x for point in row.points if point.sign != "tested"]
            for label in row.labels if row.span is None else ():
                inside = (label.x, label.x + width(label.text, SMALL))
                assert not any(inside[0] < x < inside[1] for x in signs)

    @given(questions())
    def test_days_stand_in_their_order(self, question: Question) -> None:
        """A later day never stands before an earlier one, and each within the drawing."""
        answer = answer_of(question)
        drawn = timeline(Phrasing(answer, "en"))
        if drawn is None:
            assert not answer.case.events
            assert not answer.case.payments
            return
        for row in drawn.rows:
            places = [point.x for point in row.points]
            assert places == sorted(places)
            assert all(0 < x <= WIDTH for x in places)
        assert 0 < drawn.as_of <= WIDTH
        marks = [mark.x for mark in drawn.marks]
        assert marks == sorted(set(marks))
