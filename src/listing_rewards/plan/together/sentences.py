"""An answer under several documents in words: sentences, and tables of one row each."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from decimal import Decimal

from listing_rewards.errors import Lang
from listing_rewards.files.spreadsheet.table import Table, Value
from listing_rewards.plan.sentences import most_cell, range_cells
from listing_rewards.plan.together.answering import Decision, Shared, Together
from listing_rewards.plan.together.standing import Standing
from listing_rewards.policy.source import Ground
from listing_rewards.report.phrasing import PolicyPhrasing
from listing_rewards.values.money import exact
from listing_rewards.values.range import Bounds
from listing_rewards.words import say

_ENTERPRISES = (
    *("name", "uscc", "county", "alone", "alone_most", "not_twice", "capped", "entitled"),
    *("entitled_most", "paid", "payable", "payable_most", "decisions"),
)
_DOCUMENTS = (
    *("name", "policy", "alone", "alone_most", "entitled", "entitled_most", "paid", "payable"),
    "payable_most",
)
_SHARED = (
    *("name", "events", "policy", "awards", "alone", "alone_most", "gives", "gives_most"),
    "relation",
)
_DECISIONS = ("name", "policy", "events", "what", "at_stake")


class Sentences:
    """What an answer says, in one language."""

    def __init__(self, found: Together, lang: Lang) -> None:
        self.found, self.lang = found, lang
        self._words = {each.policy.id: PolicyPhrasing(each.policy, lang) for each in found.answers}

    def say(self, key: str, /, *variant: str, **values: object) -> str:
        """A phrase."""
        return say(key, self.lang, *variant, **values)

    def events(self, names: Iterable[str]) -> str:
        """Events by their labels, in the words of the first document that declares each."""
        return self._joined(self._event(name) for name in names)

    def _event(self, name: str) -> str:
        knowing = (each for each in self._words.values() if name in each.policy.events)
        return next((each.event(name) for each in knowing), name)

    def policies(self, ids: Iterable[str]) -> str:
        """Documents by id."""
        return self._joined(ids)

    def awards(self, policy: str, names: Iterable[str]) -> str:
        """Awards of one document by their titles."""
        return self._joined(self._words[policy].award(name) for name in names)

    def _joined(self, names: Iterable[str]) -> str:
        return self.say("values.listing_joint").join(names)

    def yuan(self, amount: Decimal) -> str:
        """An amount with its unit."""
        return next(iter(self._words.values())).yuan(amount)

    def range(self, amount: Bounds) -> str:
        """A range, or the one amount it holds."""
        return next(iter(self._words.values())).bounds(amount)

    def title(self, policy: str) -> str:
        """The title of a document."""
        words = self._words[policy]
        return words.text(words.policy.document.title)

    def source(self, policy: str, ground: Ground | None) -> str:
        """What something rests on, in the words of the document that says it."""
        return self._words[policy].source(ground)

    def stands(self, standing: Standing) -> str:
        """How two documents stand, with the clause of whoever says so."""
        a, b = standing.policies
        if standing.stands in ("set_off", "other_only"):
            a, b = standing.declared[0].by, standing.declared[0].of
        sources = (self.source(each.by, each.ground) for each in standing.declared)
        return self.say("together.stands", standing.stands, a=a, b=b) + "".join(sources)

    def decision(self, decision: Decision) -> str:
        """What a person decides."""
        stake = decision.at_stake
        return self.say(
            "together.decide",
            decision.what,
            policies=self.policies(decision.policies),
            events=self.events(decision.events),
            stake=self.say("together.no_limit") if stake is None else self.yuan(stake),
        )


@exact
def together_text(found: Together, lang: Lang) -> str:
    """An answer in sentences: each document, shared events, caps, what to decide, the totals."""
    return "\n".join(_sentences(Sentences(found, lang)))


def _sentences(sentences: Sentences) -> Iterator[str]:
    found, amount = sentences.found, sentences.range
    n, day = len(found.policies), found.as_of
    yield sentences.say("together.head", name=found.enterprise.name, day=day, n=n)
    for under in found.policies:
        yield "- " + sentences.say(
            "together.document",
            policy=under.policy,
            title=sentences.title(under.policy),
            alone=amount(under.alone),
            entitled=amount(under.entitled),
            paid=sentences.yuan(under.paid),
            payable=amount(under.payable),
        )
    for each in found.shared:
        yield from _same_event(each, sentences)
    for cap in found.caps:
        yield "- " + sentences.say(
            "together.cap",
            policies=sentences.policies(cap.policies),
            cap=sentences.yuan(cap.cap),
            cut=amount(cap.cut),
            sources="".join(map(sentences.source, cap.declared_by, cap.grounds)),
        )
    for decision in found.decisions:
        yield "! " + sentences.say("together.to_decide", what=sentences.decision(decision))
    yield "= " + sentences.say(
        "together.totals",
        paid=sentences.yuan(found.paid),
        **{
            name: amount(getattr(found, name))
            for name in ("alone", "not_twice", "capped", "entitled", "payable")
        },
    )


def _same_event(shared: Shared, sentences: Sentences) -> Iterator[str]:
    events, whole = sentences.events(shared.events), sentences.range(shared.total)
    yield "- " + sentences.say("together.same_event", events=events, total=whole)
    for grant in shared.grants:
        alone, gives = sentences.range(grant.alone), sentences.range(grant.gives)
        yield "    " + sentences.say(
            "together.gives", policy=grant.policy, alone=alone, gives=gives
        )
    yield from ("    " + sentences.stands(each) for each in shared.standings)


@exact
def together_tables(found: Sequence[Together], lang: Lang) -> list[Table]:
    """Enterprises, one a row; then each document; events that several reward; what to decide."""
    return [
        _table("enterprises", _ENTERPRISES, found, lang, _enterprise),
        _table("documents", _DOCUMENTS, found, lang, _documents),
        _table("shared", _SHARED, found, lang, _shared),
        _table("decisions", _DECISIONS, found, lang, _decisions),
    ]


def _table(
    sheet: str,
    columns: Sequence[str],
    found: Sequence[Together],
    lang: Lang,
    rows_of: Callable[[Sentences], Iterator[list[Value]]],
) -> Table:
    headers = [say("together.column", lang, each) for each in columns]
    rows = [row for each in found for row in rows_of(Sentences(each, lang))]
    return Table(say("together.sheet", lang, sheet), headers, rows, frozen="B2")


def _one(amount: Bounds, sentences: Sentences) -> Value:
    """An amount as a number; a range in words."""
    return amount.at_least if amount.determined else sentences.range(amount)


def _enterprise(sentences: Sentences) -> Iterator[list[Value]]:
    found, lang = sentences.found, sentences.lang
    who = found.enterprise
    yield [
        who.name,
        who.uscc or "",
        who.county or "",
        *range_cells(found.alone, lang),
        _one(found.not_twice, sentences),
        _one(found.capped, sentences),
        *range_cells(found.entitled, lang),
        found.paid,
        *range_cells(found.payable, lang),
        "\n".join(map(sentences.decision, found.decisions)),
    ]


def _documents(sentences: Sentences) -> Iterator[list[Value]]:
    found, lang = sentences.found, sentences.lang
    for each in found.policies:
        yield [
            found.enterprise.name,
            each.policy,
            *range_cells(each.alone, lang),
            *range_cells(each.entitled, lang),
            each.paid,
            *range_cells(each.payable, lang),
        ]


def _shared(sentences: Sentences) -> Iterator[list[Value]]:
    found, lang = sentences.found, sentences.lang
    for shared in found.shared:
        for grant in shared.grants:
            own = [each for each in shared.standings if grant.policy in each.policies]
            yield [
                found.enterprise.name,
                sentences.events(shared.events),
                grant.policy,
                sentences.awards(grant.policy, grant.awards),
                *range_cells(grant.alone, lang),
                *range_cells(grant.gives, lang),
                "\n".join(map(sentences.stands, own)),
            ]


def _decisions(sentences: Sentences) -> Iterator[list[Value]]:
    for each in sentences.found.decisions:
        yield [
            sentences.found.enterprise.name,
            sentences.policies(each.policies),
            sentences.events(each.events),
            sentences.decision(each),
            most_cell(each.at_stake, sentences.lang),
        ]
