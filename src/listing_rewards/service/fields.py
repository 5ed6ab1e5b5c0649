"""The form of one case: a field for every fact that a policy declares, filled in and read back.

A field is named by the place of its fact, such as ``events/neeq_listed/0/on``. What the form sends
is a case as JSON would hold it, which the reader of cases then reads; nothing is judged here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from typing import Any, Literal, NamedTuple, TypeAlias
from urllib.parse import quote

from listing_rewards.case import Case, Event
from listing_rewards.errors import Lang, under
from listing_rewards.policy.fact_kinds import Unit
from listing_rewards.policy.figures import name_and_year
from listing_rewards.policy.model import Policy
from listing_rewards.report.phrasing import PolicyPhrasing
from listing_rewards.values.money import plain_signs, write_number
from listing_rewards.values.rate import write_rate
from listing_rewards.words import say

Kind: TypeAlias = Literal[
    "text", "day", "amount", "percent", "number", "yes_no", "choice", "tick", "hidden"
]
Sent: TypeAlias = Mapping[str, str]
"""What a form sent: each field with its text."""

UNITS = ("元", "万元")
_USUAL_UNIT: dict[Lang, str] = {"en": "元", "zh": "万元"}
_FORMER, _BETWEEN = "enterprise/former_names", ("；", ";")
_ENTERED: dict[Unit, Kind] = {"yuan": "amount", "percent": "percent", "number": "number"}
_NUMBER_SIGNS = frozenset("0123456789.,-")
_ENTERPRISE = {"name": "page.enterprise", "uscc": "page.uscc", "county": "page.county"}


class Field(NamedTuple):
    """A field of the form.

    Attributes:
        name: the name under which it is sent.
        label: what it asks for.
        kind: what is entered.
        value: what stands in it.
        unit: of an amount, the unit that is chosen beside it.
        choices: what may be chosen, each with how it is called.
        required: whether the case cannot be read without it.
    """

    name: str
    label: str
    kind: Kind
    value: str = ""
    unit: str = ""
    choices: tuple[tuple[str, str], ...] = ()
    required: bool = False

    @property
    def id(self) -> str:
        """Its id on the page.

        >>> Field("events/neeq_listed/0/on", "", "day").id
        'f-events-neeq_listed-0-on'
        """
        return "f-" + self.name.replace("/", "-")


class Entry(NamedTuple):
    """A fact that the form asks for.

    Attributes:
        label: the fact.
        rows: its fields, in as many rows as are filled and one that is empty; one where it cannot
            repeat.
        repeats: whether there may be more rows.
        absent: the tick that says it did not happen; None where nothing can be said so.
        evidence: what proves facts that have no field of their own for it, where that is stated.
    """

    label: str
    rows: tuple[tuple[Field, ...], ...]
    repeats: bool = False
    absent: Field | None = None
    evidence: tuple[Field, ...] = ()


class Section(NamedTuple):
    """Facts of one kind.

    Attributes:
        key: the kind, as the words know it.
        entries: the facts.
    """

    key: str
    entries: tuple[Entry, ...]


class Read(NamedTuple):
    """What a form states.

    Attributes:
        document: the case as JSON would hold it.
        fields: the id of the field for each path of the document.
    """

    document: dict[str, Any]
    fields: dict[str, str]

    def field_at(self, path: str) -> str:
        """The id of the field at a path, or of the nearest that holds it; empty where none does."""
        while path and path not in self.fields:
            path = path.rpartition("[" if path.endswith("]") else ".")[0]
        return self.fields.get(path, "")


def part_of_a_name(name: str) -> str:
    """The name of a fact as a part of a field's name: what no address takes is written otherwise.

    >>> part_of_a_name("neeq_listed"), part_of_a_name("a/b c")
    ('neeq_listed', 'a~2Fb~20c')
    """
    return quote(name, safe="").replace("~", "~7E").replace("%", "~")


def filled(case: Case, policy: Policy) -> dict[str, str]:
    """What a form that states a case sends; the case must be one of the policy."""
    sent = {f"enterprise/{key}": getattr(case.enterprise, key) or "" for key in _ENTERPRISE}
    sent[_FORMER] = _BETWEEN[0].join(case.enterprise.former_names)
    seen: dict[str, int] = {}
    for event in case.events:
        row = seen.setdefault(event.kind, 0)
        seen[event.kind] += 1
        sent |= _filled_event(f"events/{part_of_a_name(event.kind)}/{row}", event)
    sent |= _filled_figures(case, policy)
    for name, flag in case.flags.items():
        sent[f"flags/{part_of_a_name(name)}"] = "yes" if flag else "no"
    for name, value in case.attributes.items():
        sent[f"attributes/{part_of_a_name(name)}"] = value
    for name, amount in case.approved.items():
        sent |= _filled_amount(f"approved/{part_of_a_name(name)}", amount)
    sent |= {f"applied/{part_of_a_name(name)}": str(on) for name, on in case.applied.items()}
    for row, payment in enumerate(case.payments):
        at = f"payments/{row}"
        sent |= {f"{at}/award": payment.award, f"{at}/on": str(payment.on)}
        sent |= _filled_amount(f"{at}/amount", payment.amount)
        sent |= {f"{at}/policy": payment.policy or "", f"{at}/evidence": payment.evidence or ""}
    sent |= {f"absent/{part_of_a_name(name)}": "yes" for name in case.absent}
    for place, evidence in case.evidence.items():
        table, _, name = place.partition(".")
        sent[f"evidence/{table}/{part_of_a_name(name)}"] = evidence
    return {key: value for key, value in sent.items() if value}


def _filled_figures(case: Case, policy: Policy) -> dict[str, str]:
    """The figures; those of a year in a row each."""
    sent: dict[str, str] = {}
    years: dict[str, int] = {}
    for stated, figure in case.figures.items():
        name, year = (stated, None) if stated in policy.figures else name_and_year(stated)
        at, unit = f"figures/{part_of_a_name(name)}", policy.figures[name].unit
        if year is not None:
            row = years.setdefault(name, 0)
            years[name] += 1
            sent[f"{at}/{row}/year"] = str(year)
            at = f"{at}/{row}/value"
        sent[at] = write_rate(figure).removesuffix("%") if unit == "percent" else _digits(figure)
        if unit == "yuan":
            sent[f"{at}/unit"] = UNITS[0]
    return sent


def _filled_event(at: str, event: Event) -> dict[str, str]:
    amount = {} if event.amount is None else _filled_amount(f"{at}/amount", event.amount)
    return {f"{at}/on": str(event.on), f"{at}/evidence": event.evidence or "", **amount}


def _filled_amount(at: str, amount: Decimal) -> dict[str, str]:
    return {at: _digits(amount), f"{at}/unit": UNITS[0]}


def _digits(number: Decimal) -> str:
    """The digits, without decimals that say nothing.

    >>> _digits(Decimal("3000000.00")), _digits(Decimal("0.50"))
    ('3000000', '0.5')
    """
    text = write_number(number)
    return text.rstrip("0").rstrip(".") if "." in text else text


class _Reading:
    """A form as it is read: the document, and which field each part of it comes from."""

    def __init__(self, sent: Sent) -> None:
        self._sent = {name: text.strip() for name, text in sent.items()}
        self.fields: dict[str, str] = {}

    def text(self, name: str, path: str) -> str:
        """What a field holds, noted as standing at a path."""
        self.fields[path] = Field(name, "", "text").id
        return self._sent.get(name, "")

    def amount(self, name: str, path: str) -> str:
        """An amount with its unit; one that is typed with the number wins."""
        text = self.text(name, path)
        unit = self._sent.get(f"{name}/unit", "")
        bare = bool(text) and set(plain_signs(text)) <= _NUMBER_SIGNS
        return text + unit if bare and unit in UNITS else text

    def rows(self, prefix: str) -> list[int]:
        """The numbers of the rows in which something stands, in order."""
        found = set()
        for name, text in self._sent.items():
            if name.startswith(f"{prefix}/") and text and not name.endswith("/unit"):
                number = name.removeprefix(f"{prefix}/").partition("/")[0]
                if number.isascii() and number.isdigit():
                    found.add(int(number))
        return sorted(found)

    def ticked(self, name: str, path: str) -> bool:
        """Whether a tick is set."""
        return self.text(name, path) == "yes"


def read(sent: Sent, policy: Policy) -> Read:
    """The case that a form states, as JSON would hold it; what is empty is not stated."""
    reading = _Reading(sent)
    said = ((key, reading.text(f"enterprise/{key}", f"enterprise.{key}")) for key in _ENTERPRISE)
    enterprise: dict[str, Any] = {key: text for key, text in said if text}
    if former := [*_former_names(reading)]:
        enterprise["former_names"] = former
    document: dict[str, Any] = {
        "enterprise": {"name": "", **enterprise},
        "events": [*_events(reading, policy)],
        **_tables(reading, policy),
        "payments": [*_payments(reading)],
        "absent": [*_absent(reading, policy)],
    }
    document["evidence"] = dict(_evidence(reading, document))
    return Read({key: part for key, part in document.items() if part}, reading.fields)


def _former_names(reading: _Reading) -> Iterator[str]:
    text = reading.text(_FORMER, "enterprise.former_names")
    for name in text.replace(_BETWEEN[1], _BETWEEN[0]).split(_BETWEEN[0]):
        if name.strip():
            yield name.strip()


def _events(reading: _Reading, policy: Policy) -> Iterator[dict[str, str]]:
    number = 0
    for kind in policy.events:
        prefix = f"events/{part_of_a_name(kind)}"
        reading.text(f"{prefix}/0/on", f"events.{kind}")
        for row in reading.rows(prefix):
            path = f"events[{number}]"
            on = reading.text(f"{prefix}/{row}/on", f"{path}.on")
            amount = reading.amount(f"{prefix}/{row}/amount", f"{path}.amount")
            evidence = reading.text(f"{prefix}/{row}/evidence", f"{path}.evidence")
            reading.fields[path] = reading.fields[f"{path}.on"]
            number += 1
            parts = {"on": on, "amount": amount, "evidence": evidence}
            yield {"kind": kind, **{key: text for key, text in parts.items() if text}}


def _tables(reading: _Reading, policy: Policy) -> dict[str, dict[str, object]]:
    figures = dict(_figures(reading, policy))
    flags = {
        name: {"yes": True, "no": False}.get(
            text := reading.text(f"flags/{part_of_a_name(name)}", f"flags.{name}"), text
        )
        for name in policy.flags
    }
    attributes = {
        name: reading.text(f"attributes/{part_of_a_name(name)}", f"attributes.{name}")
        for name in policy.attributes
    }
    approved = {
        award.id: reading.amount(f"approved/{part_of_a_name(award.id)}", f"approved.{award.id}")
        for award in policy.awards
        if award.is_a_ceiling
    }
    tables: dict[str, Mapping[str, object]] = {
        "figures": figures, "flags": flags, "attributes": attributes, "approved": approved,
        "applied": {
            name: reading.text(f"applied/{part_of_a_name(name)}", f"applied.{name}")
            for name in policy.relations.takes_application
        },
    }  # fmt: skip
    return {
        table: {name: value for name, value in values.items() if value != ""}
        for table, values in tables.items()
    }


def _figures(reading: _Reading, policy: Policy) -> Iterator[tuple[str, str]]:
    """Each figure with its text; of a year under its name and the year."""
    for name, kind in policy.figures.items():
        field = f"figures/{part_of_a_name(name)}"
        if not kind.yearly:
            yield name, _figure(reading, field, f"figures.{name}", kind.unit)
            continue
        reading.text(f"{field}/0/value", f"figures.{name}")
        for row in reading.rows(field):
            year = reading.text(f"{field}/{row}/year", f"figures.{name}")
            stated = f"{name}.{year}" if year else name
            path = under("figures", stated)
            yield stated, _figure(reading, f"{field}/{row}/value", path, kind.unit)


def _figure(reading: _Reading, field: str, path: str, unit: Unit) -> str:
    if unit == "yuan":
        return reading.amount(field, path)
    text = reading.text(field, path)
    bare = bool(text) and set(plain_signs(text)) <= _NUMBER_SIGNS
    return f"{text}%" if unit == "percent" and bare else text


def _evidence(reading: _Reading, document: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """What proves a fact that is stated; events and payments carry their own."""
    for table in ("figures", "flags", "attributes", "approved", "absent"):
        for name in document[table]:
            field = f"evidence/{table}/{part_of_a_name(name)}"
            place = f"{table}.{name}"
            if text := reading.text(field, f"evidence.{place}"):
                yield place, text


def _payments(reading: _Reading) -> Iterator[dict[str, str]]:
    for number, row in enumerate(reading.rows("payments")):
        path, prefix = f"payments[{number}]", f"payments/{row}"
        parts = {
            "award": reading.text(f"{prefix}/award", f"{path}.award"),
            "on": reading.text(f"{prefix}/on", f"{path}.on"),
            "amount": reading.amount(f"{prefix}/amount", f"{path}.amount"),
            "policy": reading.text(f"{prefix}/policy", f"{path}.policy"),
            "evidence": reading.text(f"{prefix}/evidence", f"{path}.evidence"),
        }
        reading.fields[path] = reading.fields[f"{path}.award"]
        yield {key: text for key, text in parts.items() if text}


def _absent(reading: _Reading, policy: Policy) -> Iterator[str]:
    number = 0
    for kind in policy.events:
        if reading.ticked(f"absent/{part_of_a_name(kind)}", f"absent[{number}]"):
            number += 1
            yield kind


def sections(policy: Policy, lang: Lang, sent: Sent) -> list[Section]:
    """The form of a policy with what was sent in its fields; sections without a fact left out."""
    form = _Form(policy, lang, sent)
    found = (
        Section("enterprise", tuple(form.enterprise())),
        Section("events", tuple(form.events())),
        Section("flags", tuple(form.flags())),
        Section("figures", tuple(form.figures())),
        Section("payments", tuple(form.payments())),
    )
    return [each for each in found if each.entries]


class _Form:
    """The fields of a policy in one language."""

    def __init__(self, policy: Policy, lang: Lang, sent: Sent) -> None:
        self._policy, self._lang, self._sent = policy, lang, sent
        self._words = PolicyPhrasing(policy, lang)

    def _say(self, key: str, *variant: str) -> str:
        return say(key, self._lang, *variant)

    def _field(
        self,
        name: str,
        label: str,
        kind: Kind,
        choices: Iterable[tuple[str, str]] = (),
        *,
        required: bool = False,
    ) -> Field:
        unit = ""
        if kind == "amount":
            unit = self._sent.get(f"{name}/unit", _USUAL_UNIT[self._lang])
        value = self._sent.get(name, "")
        return Field(name, label, kind, value, unit, tuple(choices), required)

    def enterprise(self) -> Iterator[Entry]:
        """Who the case is about."""
        for key, called in _ENTERPRISE.items():
            label = say(called, self._lang)
            field = self._field(f"enterprise/{key}", label, "text", required=key == "name")
            yield Entry(label, ((field,),))
        label = self._say("form_page.former_names")
        yield Entry(label, ((self._field(_FORMER, label, "text"),),))

    def events(self) -> Iterator[Entry]:
        """What may have happened, each with its day, and its amount where it has one."""
        for kind, event in self._policy.events.items():
            prefix = f"events/{part_of_a_name(kind)}"
            repeats = event.repeats or event.ended_by is not None
            numbers = _Reading(self._sent).rows(prefix)
            last = max(numbers, default=-1) + 1 if repeats else 0
            rows = [
                self._event_row(f"{prefix}/{row}", amount=event.amount) for row in range(last + 1)
            ]
            label, tick = self._words.text(event), self._say("form_page.did_not_happen")
            absent = self._field(f"absent/{part_of_a_name(kind)}", tick, "tick")
            yield Entry(label, tuple(rows), repeats, absent, self._evidence("absent", kind))

    def _evidence(self, table: str, *names: str) -> tuple[Field, ...]:
        """A field for what proves each of these facts, where something does."""
        found = []
        for name in names:
            at = f"evidence/{table}/{part_of_a_name(name)}"
            if self._sent.get(at):
                found.append(self._field(at, self._say("form_page.evidence"), "text"))
        return tuple(found)

    def _event_row(self, at: str, *, amount: bool) -> tuple[Field, ...]:
        day = self._field(f"{at}/on", self._say("page.when"), "day")
        proof = self._field(f"{at}/evidence", self._say("form_page.evidence"), "text")
        if not amount:
            return day, proof
        return day, self._field(f"{at}/amount", self._say("form_page.amount"), "amount"), proof

    def flags(self) -> Iterator[Entry]:
        """What is so or not, and the properties with a few values."""
        answers = [
            ("yes", self._say("form.yes")),
            ("no", self._say("form.no")),
            ("", self._say("form_page.not_known")),
        ]
        for name in self._policy.flags:
            label = self._words.flag(name)
            field = self._field(f"flags/{part_of_a_name(name)}", label, "yes_no", answers)
            yield Entry(label, ((field,),), evidence=self._evidence("flags", name))
        for name, kind in self._policy.attributes.items():
            label = self._words.attribute(name)
            values = [("", self._say("form_page.not_known"))]
            values += [(value, self._words.value(name, value)) for value in kind.values]
            field = self._field(f"attributes/{part_of_a_name(name)}", label, "choice", values)
            yield Entry(label, ((field,),), evidence=self._evidence("attributes", name))

    def figures(self) -> Iterator[Entry]:
        """Numbers of the enterprise, amounts approved, and the days of applications."""
        for name, figure in self._policy.figures.items():
            label, at = self._words.figure(name), f"figures/{part_of_a_name(name)}"
            kind = _ENTERED[figure.unit]
            if not figure.yearly:
                evidence = self._evidence("figures", name)
                yield Entry(label, ((self._field(at, label, kind),),), evidence=evidence)
                continue
            last = max(_Reading(self._sent).rows(at), default=-1) + 1
            rows = [
                (
                    self._field(f"{at}/{row}/year", self._say("form_page.year"), "number"),
                    self._field(f"{at}/{row}/value", self._say("form_page.figure"), kind),
                )
                for row in range(last + 1)
            ]
            years = [self._sent.get(f"{at}/{row}/year", "") for row in range(last)]
            evidence = self._evidence("figures", *(f"{name}.{year}" for year in years))
            yield Entry(label, tuple(rows), repeats=True, evidence=evidence)
        for award in self._policy.awards:
            if award.is_a_ceiling:
                label = self._words.say("page.approved", award=self._words.text(award.title))
                field = self._field(f"approved/{part_of_a_name(award.id)}", label, "amount")
                yield Entry(label, ((field,),), evidence=self._evidence("approved", award.id))
            if award.id in self._policy.relations.takes_application:
                label = self._words.say("page.applied", award=self._words.text(award.title))
                day = self._field(f"applied/{part_of_a_name(award.id)}", label, "day")
                yield Entry(label, ((day,),))

    def payments(self) -> Iterator[Entry]:
        """What was paid before, a row each."""
        if not self._policy.awards:
            return
        awards = [("", "")] + [
            (each.id, self._words.text(each.title)) for each in self._policy.awards
        ]
        last = max(_Reading(self._sent).rows("payments"), default=-1) + 1
        rows = []
        for row in range(last + 1):
            at = f"payments/{row}"
            chosen = self._sent.get(f"{at}/award", "")
            other = [] if chosen in dict(awards) else [(chosen, chosen)]
            rows.append(
                (
                    self._field(f"{at}/award", self._say("page.award"), "choice", awards + other),
                    self._field(f"{at}/on", self._say("page.when"), "day"),
                    self._field(f"{at}/amount", self._say("form_page.amount"), "amount"),
                    self._field(f"{at}/policy", self._say("form_page.paid_under"), "text"),
                    self._field(f"{at}/evidence", self._say("form_page.evidence"), "text"),
                )
            )
        yield Entry(self._say("form_page.payment"), tuple(rows), repeats=True)
