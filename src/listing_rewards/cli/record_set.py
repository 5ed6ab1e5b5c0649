"""The records of a run together: dates, enterprises and totals, and what their manifest says."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from hashlib import sha256
from pathlib import Path

from listing_rewards.audit.canonical import digest
from listing_rewards.audit.manifest import (
    Listed,
    ListedPolicy,
    Manifest,
    discrepancies,
    listed,
    policy_listed,
)
from listing_rewards.case import code_key
from listing_rewards.cli.terminal import tell
from listing_rewards.cli.verified import Verified
from listing_rewards.errors import InvalidFile, InvalidRecord, Lang, fault
from listing_rewards.files.streams import STANDARD, open_bytes
from listing_rewards.report.page.signs import visible
from listing_rewards.values.money import ZERO, exact, write_yuan
from listing_rewards.words import say


class RecordSet:
    """What the records of a run have in common, as they pass.

    Attributes:
        records: each record, as a manifest lists it.
        policies: the policies, each once.
        found: whether something was found of the set.
    """

    def __init__(self, asked: date | None) -> None:
        self.records: list[Listed] = []
        self.policies: dict[ListedPolicy, None] = {}
        self.found = False
        self._asked = asked
        self._days: dict[tuple[str, str], set[date]] = defaultdict(set)
        self._whose: dict[tuple[str, str, str], str] = {}
        self._places: dict[str, str] = {}
        self._once: list[Listed] = []
        self._twice = 0

    def placed(self, verified: Iterable[Verified]) -> Iterator[Verified]:
        """The same, each that repeats a record, or is another of an enterprise, marked as such."""
        for each in verified:
            if each.verification is None:
                yield each
                continue
            record = each.verification.record
            own = listed(record)
            self.records.append(own)
            policy = policy_listed(record)
            self.policies[policy] = None
            self._days[each.document.file, policy.id].add(record.as_of)
            said = digest(record.model_dump(mode="json", exclude={"digests"}))
            same = self._places.get(said, "")
            self._places.setdefault(said, each.document.place)
            if not same:
                self._once.append(own)
            twice = self._another(each, own, policy.id)
            other_day = self._asked is not None and record.as_of != self._asked
            self.found |= other_day or bool(twice and not same)
            self._twice += bool(twice and not same)
            yield replace(
                each,
                same_as=same,
                twice="" if same else twice,
                asked=self._asked if other_day else None,
            )

    def _another(self, each: Verified, own: Listed, policy: str) -> str:
        """Where the file has another record of the enterprise under the same policy."""
        place, file = each.document.place, each.document.file
        keys = [(file, policy, key) for key in (code_key(own.uscc), own.enterprise) if key]
        before = next((self._whose[key] for key in keys if key in self._whose), "")
        for key in keys:
            self._whose.setdefault(key, place)
        return before

    @exact
    def summary(self, lang: Lang) -> list[str]:
        """The total, each record once; files with several dates; enterprises found twice."""
        said = []
        if self._once:
            least = sum((each.payable or ZERO for each in self._once), ZERO)
            most = [each.payable_at_most for each in self._once]
            said.append(
                say("verify.total", lang, least=write_yuan(least), most=_most(least, most, lang))
            )
        for (file, _), days in self._days.items():
            if len(days) > 1:
                self.found = True
                listing = ", ".join(map(str, sorted(days)))
                said.append(say("verify.days", lang, file=file, days=listing))
        if self._twice:
            said.append(say("verify.twices", lang, n=self._twice))
        return said


def _most(least: Decimal, most: Sequence[Decimal | None], lang: Lang) -> str:
    known = [each for each in most if each is not None]
    if len(known) < len(most):
        return say("verify.no_limit", lang)
    total = sum(known, ZERO)
    return "" if total == least else say("verify.at_most", lang, most=write_yuan(total))


def read_manifest(name: str, files: Sequence[str]) -> Manifest:
    """The manifest of the one file that is to be verified.

    Raises:
        InvalidFile: it is no manifest, or there are several files.
    """
    if len(files) != 1 or STANDARD in files:
        raise InvalidFile(fault("manifest_of_one_file").at(file=name))
    with open_bytes(name) as raw:
        content = raw.read()
    try:
        return Manifest.model_validate_json(content)
    except InvalidRecord as error:
        raise InvalidFile(*(each.at(file=name) for each in error.faults)) from None


def told_of_manifest(stated: Manifest, run: RecordSet, file: str, lang: Lang) -> bool:
    """Say where the file is not what its manifest says; answer whether it is."""
    with open_bytes(file) as raw:
        found = list(
            discrepancies(stated, run.records, run.policies, sha256(raw.read()).hexdigest())
        )
    if not found:
        tell(say("verify.whole", lang, n=stated.count))
        return True
    tell(say("verify.not_whole", lang))
    for each in found:
        line = say(
            "verify.seal", lang, each.kind, what=each.what, stated=each.stated, found=each.found
        )
        tell(f"    {visible(line)}")
    return False


def manifest_beside(output: str) -> Path:
    """Where the manifest of a file of records stands.

    >>> manifest_beside("folder/records.jsonl").name
    'records.manifest.json'
    """
    return Path(output).with_suffix(".manifest.json")
