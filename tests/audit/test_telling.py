"""What is said of a reconciliation, in both languages."""

from __future__ import annotations

from collections.abc import Iterator
from typing import get_args

import pytest
from unit.test_words import every_phrase

from audit.kept import LEDGERS
from audit.small import AS_OF, FACTS, NAME, WRITTEN, case, held, line, policy
from audit.test_planted import LINES, found_in
from listing_rewards import reconcile
from listing_rewards.audit.ledger import Note, OtherLine, Reconciliation, sentences
from listing_rewards.audit.ledger.finding import KINDS, PLACES
from listing_rewards.audit.ledger.sentences import Sentences
from listing_rewards.audit.ledger.workbook import sheets_of
from listing_rewards.errors import Lang, fault
from listing_rewards.words import ledger, say

UNKNOWN = {"amount": {"clause": "c", "unknown": "not given"}, "group": "both"}


STAY = {"title": "stay", "event": "raised", "years": 2, "awards": ["filed"], "clause": "c"}
HALVES = [{"share": "50%"}, {"share": "50%", "event": "raised"}]


def reconciliations() -> Iterator[Reconciliation]:
    """Ledgers in which everything occurs that can be said."""
    yield found_in(LINES)
    yield from (each.reconciled() for each in LEDGERS.values())
    yield reconcile([case()], [], policy(), as_of=AS_OF, level="city")
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
        about=case(events=FACTS["events"][:2], absent=["raised"]),
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
    yield reconcile(
        [case(enterprise={"name": NAME, "former_names": ["示例旧名"]})],
        [
            line("filed", "2023-04-01", "40.00", reference="V1", name="示例旧名", row=2),
            line("listed", "2024-05-01", "1.00", row=3),
        ],
        policy(),
        as_of=AS_OF,
        beside=[
            OtherLine.model_validate(each | {"name": NAME, "row": n})
            for n, each in enumerate(
                (
                    {"on": "2023-04-01", "amount": "41.00", "reference": "V1"},
                    {"on": "2023-05-01", "amount": "1.00"},
                    {"on": "2024-05-01", "amount": "1.00"},
                ),
                start=2,
            )
        ],
    )
    yield reconcile(
        [case()], [line("filed", "2023-04-01", "40.00")], policy(), as_of=AS_OF, beside=[]
    )
    parts = [{"share": "50%"}, {"share": "50%", "event": "filed"}]
    silent = WRITTEN["events"] | {"filed": {"zh": "备案", "silence": "unknown"}}
    yield held(
        line("listed", "2024-04-01", "80.00", evidence="回单1号"),
        under=policy(
            listed={"paid_in": "halves"},
            parts={"events": silent, "instalments": {"halves": {"clause": "c", "parts": parts}}},
        ),
        about=case(events=FACTS["events"][1:2]),
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
            nameless = ("invalid_case", "unread", "total_differs", "only_there")
            assert words.about(each) or each.kind in nameless
        for note in found.notes:
            assert words.note(note)


def test_every_kind_place_and_note_occurs() -> None:
    """What a reconciliation can hold, the ledgers here hold."""
    found = list(reconciliations())
    assert {finding.kind for each in found for finding in each.findings} == set(KINDS)
    places = {part.place for each in found for entry in each.entries for part in entry.parts}
    places |= {part.place for each in found for part in each.totals.parts}
    assert places == set(PLACES)
    notes = {note.kind for each in found for note in each.notes}
    assert notes == set(get_args(Note.model_fields["kind"].annotation))


def test_every_phrase_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    """No phrase is there that nothing says."""
    said = set()

    def noted(key: str, lang: Lang, /, *variant: str, **values: object) -> str:
        said.add(" ".join((key, *variant)))
        return say(key, lang, *variant, **values)

    monkeypatch.setattr(sentences, "say", noted)
    for found in reconciliations():
        words = Sentences(found, "en")
        sheets_of(found, words, [fault("not_a_date", "去年")])
        list(words.head())
        list(words.beside())
        for place in PLACES:
            words.name(place)
        for each in found.findings:
            list(words.evidence(each))
        for note in found.notes:
            words.note(note)
    assert {key for key, _ in every_phrase(ledger.PHRASES)} <= said
