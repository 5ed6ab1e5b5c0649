"""What a service answers, whatever protocol asks: bytes in, an answer or faults out.

Policies come from a list that was made when the service began; a question names one by its id and
never by a path. Bodies are read as files are: a key that stands twice, a float or an unknown field
is a fault. Nothing of a question is kept.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Literal, NamedTuple, TypeAlias

from listing_rewards.assessment import Assessment
from listing_rewards.audit.canonical import digest
from listing_rewards.audit.records import Record, record
from listing_rewards.audit.verification import Verification, verify
from listing_rewards.case import Case
from listing_rewards.engines.exact import assess
from listing_rewards.errors import (
    Fault,
    InvalidCase,
    InvalidPolicy,
    Lang,
    ListingRewardsError,
    UnknownPolicy,
    fault,
    language,
)
from listing_rewards.plan.screening import Screening, screen
from listing_rewards.policy.model import Policy
from listing_rewards.policy.reading import list_policies, load_policy
from listing_rewards.policy.standards import Standard, list_standards, load_standard
from listing_rewards.strict import Strict, read_json
from listing_rewards.values.day import read_day

Answer: TypeAlias = Literal["whole", "words"]
"""Of a batch: the whole answer with its steps, or its words."""
ANSWERS: tuple[Answer, ...] = ("whole", "words")


class TooLarge(ListingRewardsError):
    """A question is larger than the service takes."""


class InvalidQuestion(ListingRewardsError):
    """What is asked beside the body is no question: no day, another kind of answer."""


class Limits(NamedTuple):
    """How large a question may be.

    Attributes:
        body: bytes of one case, record or file.
        batch: bytes of a batch.
        lines: cases of a batch, and rows of a table.
        entries: events and payments of one case together.
    """

    body: int = 1_048_576
    batch: int = 33_554_432
    lines: int = 10_000
    entries: int = 1_000


USUAL = Limits()
_DIGITS_OF_A_YEAR = 4


class Names(Strict):
    """A text in both languages."""

    en: str
    zh: str


class Listed(Strict):
    """A policy as the list of a service tells it."""

    id: str
    title: Names
    issuer: Names
    first: date
    """The first of its days."""
    last: date | None
    """The last of them, included; None where no last day is stated."""
    digest: str
    """SHA-256 of the canonical form of its content, as in a record."""


@dataclass(frozen=True, slots=True)
class Desk:
    """What a service answers from: policies and standards by id, and its limits.

    >>> desk = desk_for(["zhanjiang-bse-2023"])
    >>> body = '{"enterprise": {"name": "示例甲公司"}}'.encode()
    >>> str(desk.assess("zhanjiang-bse-2023", body, as_of="2025-12-31").payable)
    '0.00'
    """

    policies: Mapping[str, Policy]
    limits: Limits = USUAL
    standards: Mapping[str, Standard] = field(default_factory=dict)

    def listing(self) -> list[Listed]:
        """Every policy: id, title, issuer, its days, and the digest of its content."""
        return [_listed(policy) for policy in self.policies.values()]

    def policy(self, policy_id: str) -> Policy:
        """The policy of an id.

        Raises:
            UnknownPolicy: it is not on the list; names the nearest.
        """
        try:
            return self.policies[policy_id]
        except KeyError:
            unknown = fault("not_served", policy_id, accepted=self.policies)
            raise UnknownPolicy(unknown) from None

    def case(self, body: bytes | str) -> Case:
        """The case that a JSON text states.

        Raises:
            InvalidCase: it states none; every fault at once.
            TooLarge: it states more events and payments than the service takes.
        """
        try:
            document = read_json(body)
        except ListingRewardsError as error:
            raise InvalidCase(*error.faults) from None
        if isinstance(document, dict):
            tables = (document.get("events"), document.get("payments"), document.get("absent"))
            entries = sum(len(each) for each in tables if isinstance(each, list))
            if entries > self.limits.entries:
                raise TooLarge(fault("too_many_entries", entries, most=self.limits.entries))
        return Case.model_validate(document)

    def assess(self, policy_id: str, body: bytes | str, *, as_of: str) -> Assessment:
        """The answer for a case, as `assess` gives it.

        Raises:
            UnknownPolicy: as `policy`.
            InvalidCase: as `case`; or the policy does not know what the case states.
            InvalidQuestion: `as_of` is no day.
        """
        policy, day = self.policy(policy_id), day_asked(as_of)
        return assess(self.case(body), policy, as_of=day)

    def screen(self, standard_id: str, body: bytes | str, *, as_of: str, year: str) -> Screening:
        """A case checked against a standard of an exchange, as `screen` does it.

        Args:
            standard_id: the standard.
            body: the case as JSON.
            as_of: the as-of date.
            year: the latest year of figures; empty for the last that ended before the day.

        Raises:
            UnknownPolicy: there is no such standard; names the nearest.
            InvalidCase: as `case`; or the standard does not know what the case states.
            InvalidQuestion: `as_of` is no day, or `year` no year that has ended on it.
        """
        standard, day = self.standards.get(standard_id), day_asked(as_of)
        if standard is None:
            unknown = fault("standard_not_served", standard_id, accepted=self.standards)
            raise UnknownPolicy(unknown)
        last = _year_asked(year, day)
        return screen(self.case(body), standard, day, year=last)

    def record(self, policy_id: str, body: bytes | str, *, as_of: str) -> Record:
        """The answer as a record to be kept; raises as `assess`."""
        return record(self.assess(policy_id, body, as_of=as_of))

    def verify(self, body: bytes) -> Verification:
        """What came of computing a record afresh.

        Raises:
            InvalidRecord: it is none.
        """
        return verify(body)

    def batch(
        self, policy_id: str, body: bytes, *, as_of: str, answer: str, lang: str
    ) -> Iterator[str]:
        """A line of JSON for each line with a case: its number, and its answer or its faults.

        What is wrong with the question as a whole is raised before the first line is computed.

        Args:
            policy_id: the policy.
            body: JSON Lines, a case each; empty lines are passed over.
            as_of: the as-of date.
            answer: ``whole`` or ``words``.
            lang: the language of the words.

        Raises:
            UnknownPolicy: as `policy`.
            InvalidQuestion: `as_of` is no day, or `answer` is neither.
            ListingRewardsError: there are no words in this language.
            TooLarge: there are more lines than the service takes.
        """
        policy, day, spoken = self.policy(policy_id), day_asked(as_of), language(lang)
        if answer not in ANSWERS:
            raise InvalidQuestion(fault("not_one_of", answer, path="answer", accepted=ANSWERS))
        lines = [(n, line) for n, line in enumerate(body.split(b"\n"), start=1) if line.strip()]
        if len(lines) > self.limits.lines:
            raise TooLarge(fault("too_many_lines", len(lines), most=self.limits.lines))
        return self._batch(lines, policy, day, answer, spoken)

    def _batch(
        self, lines: Iterable[tuple[int, bytes]], policy: Policy, day: date, answer: str, lang: Lang
    ) -> Iterator[str]:
        for number, line in lines:
            try:
                found = assess(self.case(line), policy, as_of=day)
            except ListingRewardsError as error:
                refused = {"line": number, "faults": faults_as_data(error.faults)}
                yield json.dumps(refused, ensure_ascii=False)
                continue
            said = found.in_words(lang) if answer == "words" else found
            yield f'{{"line":{number},"answer":{said.model_dump_json()}}}'


def desk_for(policies: Iterable[str | os.PathLike[str]] = (), limits: Limits = USUAL) -> Desk:
    """The desk that answers under some policies, read once, now.

    Args:
        policies: ids of shipped policies and paths of ``.toml`` files; none for all shipped.
        limits: how large a question may be.

    Raises:
        UnknownPolicy: there is no such policy.
        InvalidPolicy: a document cannot be read, or two bear one id.
    """
    found: dict[str, Policy] = {}
    for name in tuple(policies) or list_policies():
        policy = load_policy(name)
        if policy.id in found:
            raise InvalidPolicy(fault("duplicate_id", policy.id, path="id"))
        found[policy.id] = policy
    return Desk(found, limits, {name: load_standard(name) for name in list_standards()})


def day_asked(as_of: str) -> date:
    """The as-of date of a question: text such as 2025-12-31, never a number.

    Raises:
        InvalidQuestion: it is no day.
    """
    try:
        return read_day(as_of)
    except InvalidCase as error:
        raise InvalidQuestion(*(each.within("as_of") for each in error.faults)) from None


def _year_asked(year: str, day: date) -> int | None:
    """The latest year of figures; None where it is not named."""
    if not year:
        return None
    if not (len(year) == _DIGITS_OF_A_YEAR and year.isascii() and year.isdigit()):
        raise InvalidQuestion(fault("not_a_year", year, path="year"))
    if int(year) >= day.year:
        raise InvalidQuestion(
            fault("year_not_ended", year, path="year", day=day, last=day.year - 1)
        )
    return int(year)


def faults_as_data(faults: Iterable[Fault]) -> list[dict[str, object]]:
    """Faults in both languages, each with its place as a JSON Pointer."""
    return [each.as_dict() for each in faults]


def verified_as_data(found: Verification) -> dict[str, Any]:
    """A verification without the record and the answer computed afresh."""
    whole = found.model_dump(mode="json", exclude={"record", "assessment", "faults"})
    return {
        **whole,
        "enterprise": found.enterprise,
        "faults": faults_as_data(found.faults),
        "en": found.explain("en"),
        "zh": found.explain("zh"),
    }


def _listed(policy: Policy) -> Listed:
    title, issuer, days = policy.document.title, policy.document.issuer, policy.in_force
    return Listed(
        id=policy.id,
        title=Names(en=title.en, zh=title.zh),
        issuer=Names(en=issuer.en, zh=issuer.zh),
        first=days.first,
        last=days.end,
        digest=digest(policy.model_dump(mode="json")),
    )
