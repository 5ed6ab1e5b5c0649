"""What is said of a reconciliation, in both languages."""

from __future__ import annotations

from collections.abc import Iterator
from string import Formatter
from typing import get_args

import pytest

from audit.small import FACTS, WRITTEN, case, held, line, policy, the
from audit.test_planted import LINES, found_in
from listing_rewards.audit.ledger import Note, Reconciliation, sentences
from listing_rewards.audit.ledger.finding import KINDS, PLACES
from listing_rewards.audit.ledger.sentences import Sentences
from listing_rewards.audit.ledger.words import WORDS, say
from listing_rewards.audit.ledger.workbook import sheets_of
from listing_rewards.errors import Lang, fault

UNKNOWN = {"amount": {"clause": "c", "unknown": "not given"}, "group": "both"}


STAY = {"title": "stay", "event": "raised", "years": 2, "awards": ["filed"], "clause": "c"}
HALVES = [{"share": "50%"}, {"share": "50%", "event": "raised"}]


def reconciliations() -> Iterator[Reconciliation]:
    """Ledgers in which everything occurs that can be said."""
    yield found_in(LINES)
    replacing = policy(listed={"replaces": ["filed"]})
    yield held(
        line("listed", "2024-04-01", "80.00"), line("filed", "2024-05-01", "40.00"), under=replacing
    )
    unknown = policy(filed=UNKNOWN, listed=UNKNOWN)
    yield held(
        line("filed", "2023-04-01", "70.00"),
        line("filed", "2023-05-01", "10.00"),
        line("listed", "2024-04-01", "60.00"),
        under=unknown,
    )
    assumed = {"fixed": "40.00", "assumed": {"zh": "假定的理由", "en": "why it is assumed"}}
    yield held(
        *(line("filed", f"2023-0{n}-01", "40.00") for n in (4, 5)),
        under=policy(
            filed={"amount": assumed, "group": "both"},
            listed={"group": "both"},
            parts={"notices": []},
        ),
    )
    yield held(under=policy(filed=UNKNOWN, listed={"group": "both"}, parts={"notices": []}))
    yield held(
        *(line("listed", "2024-04-01", "80.00", reference="示例-1", row=n) for n in (2, 3)),
        line("filed", "2024-04-01", "0.00"),
        under=policy(
            listed={"paid_in": "halves"},
            parts={"instalments": {"halves": {"clause": "c", "parts": HALVES}}},
        ),
        about=case(events=FACTS["events"][:2]),
    )
    yield held(
        line("filed", "2023-04-01", "40.00"),
        line("listed", "2024-04-01", "80.00"),
        under=policy(listed={"replaces": ["filed"]}, parts={"repayments": {"stay": STAY}}),
    )
    yield held(
        line("listed", "2024-04-01", "80.00"),
        about=case(events=[{"kind": "listed", "on": "2026-03-01"}]),
    )
    yield held(
        line("listed", "2025-06-01", "80.00", levels={"city": "90.00"}),
        line("raised", "2024-06-01", "50.00", name="示例旧名", uscc=case().enterprise.uscc),
        about=case(
            events=[
                {"kind": "filed", "on": "2025-03-01"},
                {"kind": "listed", "on": "2025-03-01"},
                {"kind": "raised", "on": "2024-05-01", "amount": "300.00"},
                {"kind": "raised", "on": "2024-09-01", "amount": "200.00"},
            ],
            payments=[{"award": "listed", "on": "2025-05-01", "amount": "1.00"}],
        ),
    )


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_no_sentence_is_left_with_a_gap(lang: Lang) -> None:
    """No brace, no None, no empty pair of quotation marks, one full stop at the end."""
    for found in reconciliations():
        words = Sentences(found, lang)
        for each in found.findings:
            said = words.why(each)
            assert not set("{}") & set(said)
            assert "None" not in said
            assert '""' not in said
            assert "“”" not in said
            assert said.strip() == said
            assert words.about(each) or each.kind == "invalid_case"
        for note in found.notes:
            assert words.note(note)


def test_every_kind_place_and_note_occurs() -> None:
    """What a reconciliation can hold, the ledgers here hold."""
    found = list(reconciliations())
    assert {finding.kind for each in found for finding in each.findings} == set(KINDS)
    places = {part.place for each in found for entry in each.entries for part in entry.parts}
    assert places == set(PLACES)
    notes = {note.kind for each in found for note in each.notes}
    assert notes == set(get_args(Note.model_fields["kind"].annotation))


def test_every_phrase_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    """No phrase is there that nothing says."""
    said = set()

    def noted(lang: Lang, key: str, **values: object) -> str:
        said.add(key)
        return say(lang, key, **values)

    monkeypatch.setattr(sentences, "say", noted)
    for found in reconciliations():
        words = Sentences(found, "en")
        sheets_of(found, words, [fault("not_a_date", "去年")])
        list(words.head())
        for place in PLACES:
            words.name(place)
        for note in found.notes:
            words.note(note)
    assert said == set(WORDS)


def test_both_languages_take_the_same_values() -> None:
    """What one language tells, the other tells."""
    for english, chinese in WORDS.values():
        assert fields_of(english) == fields_of(chinese)
        assert any("\u4e00" <= letter <= "\u9fff" for letter in chinese)


def fields_of(phrase: str) -> set[str]:
    """The values that a phrase takes."""
    return {name for _, name, _, _ in Formatter().parse(phrase) if name}


def test_sentences_with_their_numbers() -> None:
    """Read as an auditor reads them."""
    found = found_in(LINES)
    english, chinese = Sentences(found, "en"), Sentences(found, "zh")
    twice = the(found, "paid_twice")
    assert english.name(twice.kind) == "paid twice"
    assert english.why(twice) == (
        "500,000.00 yuan was paid although 500,000.00 yuan had been paid for the same award "
        "(row 5: 2023-08-01, 500,000.00 yuan, voucher 示例-0004); 500,000.00 yuan may be paid in "
        "all."
    )
    assert chinese.why(twice) == (
        "此前同一项目已付500,000.00元（第5行：2023-08-01，500,000.00元，凭证号示例-0004），"
        "又付500,000.00元；该项目合计可付500,000.00元。"
    )
    assert (english.source(twice), chinese.source(twice)) == ("article 4", "第四条")
    assert chinese.why(the(found, "undecided")).endswith("判定所需：是否“在本市注册”。")
    assert english.why(the(found, "no_case")).endswith('Is "示例丙食品股份有限公司" meant?')


def test_never_due_is_not_due_later() -> None:
    """A test that was made on its day says so; a period or an event to come says from when."""
    period = {"seasoning": "filed", "years": 2, "clause": "c"}
    for tested, said in (
        ({"tested_on": ["listed"]}, "by the facts stated it is never due."),
        ({"years": 3}, "It is met from 2026-03-01 on."),
    ):
        conditions = {"local": WRITTEN["conditions"]["local"], "period": period | tested}
        under = policy(listed={"needs": ["period"]}, parts={"conditions": conditions})
        found = held(line("listed", "2024-04-01", "80.00"), under=under)
        assert Sentences(found, "en").why(the(found, "before_due")).endswith(said)


def test_one_payment_entered_twice() -> None:
    """Day, amount and voucher are those of an earlier line; else nothing is suspected."""
    for day, voucher, same in (
        ("2024-04-01", "示例-1", True),
        ("2024-04-02", "示例-1", False),
        ("2024-04-01", "示例-2", False),
        ("2024-04-01", None, False),
    ):
        found = held(
            line("listed", "2024-04-01", "80.00", reference=voucher and "示例-1"),
            line("listed", day, "80.00", reference=voucher),
        )
        twice = the(found, "paid_twice")
        assert ("one payment entered twice" in Sentences(found, "en").why(twice)) is same
        assert ("重复登记" in Sentences(found, "zh").why(twice)) is same


def test_what_counts_is_told_together() -> None:
    """What both got and what both may get, so that the difference can be followed."""
    found = held(
        line("filed", "2023-04-01", "40.00"),
        line("listed", "2024-04-01", "80.00"),
        under=policy(listed={"replaces": ["filed"]}),
    )
    assert Sentences(found, "zh").why(the(found, "earlier_award_not_deducted")) == (
        "已付80.00元；此前“filing”已付40.00元，计入本项目：两者合计已付120.00元，合计可付80.00元。"
    )


def test_what_is_assumed_is_told_at_the_top() -> None:
    """An amount that the source does not give, with the reason, once."""
    amount = {"fixed": "40.00", "assumed": {"zh": "假定的理由", "en": "why it is assumed"}}
    found = held(line("filed", "2023-04-01", "40.00"), under=policy(filed={"amount": amount}))
    assert list(Sentences(found, "en").head())[2:] == [
        "ASSUMED - these numbers and readings are not given by the source:",
        "- filing: why it is assumed",
    ]
    assert list(Sentences(found, "zh").head())[3] == "- filing：假定的理由"
