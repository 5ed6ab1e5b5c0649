"""The pages of the service for people: a case in a form with its answer beside it, and a table.

Everything is made here, for the service on HTTP and for the page without a server alike: a question
is the fields that a form sent and perhaps a file, an answer is the bytes of a page or a file.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache, partial
from importlib.resources import files
from typing import TYPE_CHECKING, Any, NamedTuple

from listing_rewards.assessment import Assessment
from listing_rewards.audit.records import record
from listing_rewards.case import Case
from listing_rewards.engines.exact import assess
from listing_rewards.errors import Fault, Lang, ListingRewardsError, fault
from listing_rewards.policy.conformity import faults_against
from listing_rewards.policy.figures import name_and_year
from listing_rewards.report.page import page
from listing_rewards.report.page.compose import HTML_LANG, context_of, environment
from listing_rewards.service.desk import Desk, day_asked
from listing_rewards.service.fields import (
    Read,
    Section,
    Sent,
    filled,
    part_of_a_name,
    read,
    sections,
)
from listing_rewards.service.table import table_of
from listing_rewards.version import __version__
from listing_rewards.words import say

if TYPE_CHECKING:
    from jinja2 import Environment

HTML = "text/html; charset=utf-8"
_CONTROLS = ("policy", "as_of", "lang", "switch")


class Upload(NamedTuple):
    """A file that was chosen on a page: its name and its content."""

    name: str
    content: bytes


class Question(NamedTuple):
    """What a page asks.

    Attributes:
        fields: the fields of the form.
        file: the file that was chosen, where one was.
    """

    fields: Sent
    file: Upload | None = None


class Page(NamedTuple):
    """What is answered: bytes of a type, and the name of a file where it is to be kept as one."""

    content: bytes
    media_type: str = HTML
    keep_as: str = ""
    status: int = 200


class Pages:
    """Answers what the pages ask, under the policies of a desk."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def answer_to(self, address: str, question: Question) -> Page:
        """The page at an address: ``""``, ``answer``, ``case.json``, ``report`` or ``table``.

        What is wrong with what was filled in is reported on the page; nothing is raised for it.
        """
        asked = _Asked(self._desk, question)
        answers = {
            "": asked.form,
            "answer": asked.fragment,
            "case.json": asked.case_file,
            "report": asked.report,
            "table": asked.table,
        }
        return answers[address]()


class _Asked:
    """One question: what it states, and what is answered."""

    def __init__(self, desk: Desk, question: Question) -> None:
        self._desk, self._question = desk, question
        fields = question.fields
        asked = fields.get("switch") or fields.get("lang")
        self.lang: Lang = "en" if asked == "en" else "zh"
        names = [*desk.policies]
        self._policy = desk.policies[
            fields["policy"] if fields.get("policy") in desk.policies else names[0]
        ]
        self._as_of = fields.get("as_of", "").strip()
        self._faults: tuple[Fault, ...] = ()

    # ---- the case --------------------------------------------------------------------------

    def form(self) -> Page:
        """The whole page: the form, and the answer to what stands in it."""
        sent = self._question.fields
        loaded = self._question.file
        if loaded is not None and loaded.name:
            try:
                sent = self._loaded(loaded)
            except ListingRewardsError as error:
                self._faults = error.faults
        state = self._state(sent) if self._has_facts(sent) or self._faults else {}
        shown = sections(self._policy, self.lang, sent)
        left_out = [*_left_out(sent, shown)]
        return self._page("form.html", sections=shown, left_out=left_out, **state)

    def fragment(self) -> Page:
        """The answer alone, for the place beside the form."""
        sent = self._question.fields
        state = self._state(sent) if self._has_facts(sent) else {}
        return self._page("beside.html", **state)

    def case_file(self) -> Page:
        """The case as a file, to be loaded again, or read by every command."""
        document = read(self._question.fields, self._policy).document
        text = json.dumps(document, ensure_ascii=False, indent=2) + "\n"
        name = str(document["enterprise"].get("name", "")) or "case"
        return Page(text.encode("utf-8"), "application/json", f"{_file_name(name)}.json")

    def report(self) -> Page:
        """The page to print and sign; the form with what is wrong where there is no answer."""
        try:
            answer = self._answer(read(self._question.fields, self._policy))
        except ListingRewardsError:
            return self.form()._replace(status=422)
        digest = record(answer).digests.record
        return Page(page(answer, self.lang, digest=digest).encode("utf-8"))

    def _has_facts(self, sent: Sent) -> bool:
        """Whether anything but the controls is filled in."""
        return any(
            text.strip() and name not in _CONTROLS and not name.endswith("/unit")
            for name, text in sent.items()
        )

    def _loaded(self, file: Upload) -> dict[str, str]:
        """The fields that a case file fills in.

        Raises:
            ListingRewardsError: it states no case, or one that the policy does not know.
        """
        case = self._desk.case(file.content)
        if faults := faults_against(case, self._policy):
            raise ListingRewardsError(*faults)
        sent = filled(case, self._policy)
        if lost := [*_lost(case, Case.model_validate(read(sent, self._policy).document))]:
            raise ListingRewardsError(*lost)
        kept = {key: text for key, text in self._question.fields.items() if key in _CONTROLS}
        return {**sent, **kept}

    def _answer(self, stated: Read) -> Assessment:
        day = day_asked(self._as_of) if self._as_of else None
        if day is None:
            raise ListingRewardsError(fault("missing", path="as_of"))
        return assess(Case.model_validate(stated.document), self._policy, as_of=day)

    def _state(self, sent: Sent) -> dict[str, Any]:
        """What the place beside the form shows: an answer, or what is wrong."""
        stated = read(sent, self._policy)
        if self._faults:
            return {"faults": [(each.sentence(self.lang), "") for each in self._faults]}
        try:
            answer = self._answer(stated)
        except ListingRewardsError as error:
            located = ((each, self._field(each, stated)) for each in error.faults)
            return {"faults": [(self._sentence(each, field), field) for each, field in located]}
        context = context_of(answer, self.lang)
        needs = zip(context["in_words"].needs, answer.needs, strict=False)
        linked = [(said.sentence, self._field_of_need(need, answer)) for said, need in needs]
        return {"shown": True, "needs": linked, "counted": len(stated.document), **context}

    def _field(self, found: Fault, stated: Read) -> str:
        return "f-as_of" if found.path.startswith("as_of") else stated.field_at(found.path)

    def _sentence(self, found: Fault, field: str) -> str:
        labels = self._labels()
        label = labels.get(field, "")
        colon = say("values.colon", self.lang)
        return f"{label}{colon}{found.statement(self.lang)}" if label else found.sentence(self.lang)

    def _labels(self) -> dict[str, str]:
        """What each field of the form asks for, by its id; with the fact it belongs to."""
        found = {"f-as_of": say("page.as_of", self.lang)}
        for section in sections(self._policy, self.lang, self._question.fields):
            for entry in section.entries:
                for field in (field for row in entry.rows for field in row):
                    same = field.label == entry.label
                    found[field.id] = entry.label if same else f"{entry.label} · {field.label}"
        return found

    def _field_of_need(self, need: Any, answer: Assessment) -> str:
        """The id of the field in which a missing fact is entered; empty where there is none."""
        part = part_of_a_name(need.name)
        match need.kind:
            case "event":
                return f"f-events-{part}-0-on"
            case "event_amount":
                days = [str(each.on) for each in answer.case.events if each.kind == need.name]
                row = days.index(str(need.on)) if str(need.on) in days else 0
                return f"f-events-{part}-{row}-amount"
            case "figure":
                return self._field_of_figure(need.name)
            case "flag":
                return f"f-flags-{part}"
            case "attribute":
                return f"f-attributes-{part}"
            case "approved":
                return f"f-approved-{part}"
            case "application":
                return f"f-applied-{part}"
        return ""

    def _field_of_figure(self, stated: str) -> str:
        """The id of a figure's field; of one by year, of the first row that is left."""
        name, _ = (stated, None) if stated in self._policy.figures else name_and_year(stated)
        at = f"figures/{part_of_a_name(name)}"
        if not self._policy.figures[name].yearly:
            return f"f-{at.replace('/', '-')}"
        row = sum(each.startswith(f"{at}/") for each in self._question.fields if "/year" in each)
        return f"f-{at.replace('/', '-')}-{row}-value"

    # ---- the table -------------------------------------------------------------------------

    def table(self) -> Page:
        """Every row of a table with its result or its faults, and the results as a workbook."""
        file = self._question.file
        if file is None or not file.name:
            return self._page("table.html")
        try:
            day = self._day()
            found = table_of(
                file.name, file.content, self._policy, day, self.lang, self._desk.limits
            )
        except ListingRewardsError as error:
            return self._page(
                "table.html", faults=[(each.sentence(self.lang), "") for each in error.faults]
            )
        return self._page("table.html", found=found, as_of_day=day)

    def _day(self) -> date:
        if not self._as_of:
            raise ListingRewardsError(fault("missing", path="as_of"))
        return day_asked(self._as_of)

    # ---- the whole -------------------------------------------------------------------------

    def _page(self, template: str, **context: Any) -> Page:
        lang = self.lang
        shared = {
            "lang": lang,
            "html_lang": HTML_LANG[lang],
            "say": partial(_said, lang),
            "policies": [
                (policy.id, policy.document.title.say(lang))
                for policy in self._desk.policies.values()
            ],
            "policy": self._policy,
            "as_of": self._as_of,
            "version": __version__,
            "shown": False,
            "faults": [],
            "found": None,
        }
        rendered = (
            _environment().get_template(template).render({**context, **_over(shared, context)})
        )
        return Page(rendered.encode("utf-8"))


def _lost(case: Case, again: Case) -> Iterator[Fault]:
    """What of a case the form cannot hold: each part that is read back otherwise."""
    for part in Case.model_fields:
        before, after = (_plain(getattr(each, part)) for each in (case, again))
        if before != after:
            yield fault("not_on_the_form", path=part)


def _plain(part: object) -> object:
    """A part for comparing; the order of what happened, and an absence said twice, say nothing."""
    return sorted(set(map(str, part))) if isinstance(part, tuple) else part


def _left_out(sent: Sent, shown: list[Section]) -> Iterator[str]:
    """The facts that were sent and have no field, as after another policy was chosen."""
    entries = [entry for section in shown for entry in section.entries]
    known = {field.name for entry in entries for row in entry.rows for field in row}
    known |= {entry.absent.name for entry in entries if entry.absent}
    known |= {field.name for entry in entries for field in entry.evidence}
    for name, text in sent.items():
        stated = text.strip() and name not in _CONTROLS and not name.endswith("/unit")
        if stated and name not in known:
            yield name.partition("/")[2] or name


def _over(shared: Mapping[str, Any], context: Mapping[str, Any]) -> dict[str, Any]:
    """What every page has, but for what this one brings itself; the language is the page's."""
    return {
        key: value for key, value in shared.items() if key in {"lang", "say"} or key not in context
    }


def _said(lang: Lang, key: str, /, *variant: str, **values: object) -> str:
    return say(key, lang, *variant, **values)


def _file_name(name: str) -> str:
    r"""A name that every system takes as that of a file.

    >>> _file_name('示例/甲"公司')
    '示例_甲_公司'
    """
    return "".join("_" if sign in '\\/:*?"<>|' or not sign.isprintable() else sign for sign in name)


@cache
def _environment() -> Environment:
    return environment(__package__)


STYLE = ("page.css", "form.css")


def style() -> str:
    """The stylesheet: that of the page to sign, and what the form needs besides."""
    signed = files("listing_rewards.report.page") / "templates" / "page.css"
    own = files(__package__) / "templates" / "form.css"
    return signed.read_text(encoding="utf-8") + own.read_text(encoding="utf-8")


def script() -> str:
    """What asks again at every change; the page works without it."""
    return (files(__package__) / "templates" / "form.js").read_text(encoding="utf-8")
