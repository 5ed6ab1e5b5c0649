"""A manifest: which records belong together, so that none can be left out, added or exchanged."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import ClassVar, Literal

from listing_rewards.audit.canonical import digest
from listing_rewards.audit.records import Record
from listing_rewards.errors import InvalidRecord, ListingRewardsError
from listing_rewards.strict import Strict
from listing_rewards.values.day import Day
from listing_rewards.values.money import ZERO, Exact, exact, read_yuan
from listing_rewards.version import __version__

SHORT = 16
"""So many digits of a digest are shown where it only helps to tell two apart."""


class Listed(Strict):
    """One record of a set. 清单中的一份记录."""

    digest: str
    """The digest of the record as a whole."""
    enterprise: str
    """The name of the enterprise."""
    uscc: str | None = None
    """Its credit code."""
    as_of: Day
    """The as-of date."""
    payable: Exact | None
    """Yuan that are certain; None where the record states no amount."""
    payable_at_most: Exact | None
    """Yuan they cannot exceed; None when no limit is known."""


class ListedPolicy(Strict):
    """A policy on which records of the set rest."""

    id: str
    digest: str
    """SHA-256 of its canonical form."""


class Manifest(Strict):
    """What a set of records consists of. 记录清单.

    The digest of the manifest itself covers all of it, so that signing that one file seals the
    set.
    """

    error: ClassVar[type[ListingRewardsError]] = InvalidRecord

    manifest_version: Literal[1] = 1
    """The form of the manifest."""
    version: str
    """The version of the library that wrote it."""
    file: str
    """The name of the file of records, without its folder."""
    file_sha256: str
    """SHA-256 of that file's bytes."""
    count: int
    """How many records there are."""
    payable: Exact
    """Yuan that are certain, all records together."""
    payable_at_most: Exact | None
    """Yuan they cannot exceed together; None when no limit is known."""
    as_of: tuple[Day, ...]
    """The as-of dates, each once."""
    policies: tuple[ListedPolicy, ...]
    """The policies, each once."""
    records: tuple[Listed, ...]
    """The records, in the order of the file."""
    digest: str
    """SHA-256 of the canonical form of the manifest without this digest."""

    def digest_afresh(self) -> str:
        """The digest as it must be for what stands in the manifest."""
        whole = self.model_dump(mode="json")
        del whole["digest"]
        return digest(whole)


def listed(record: Record) -> Listed:
    """A record as a manifest lists it, with its digests as they must be."""
    who = record.case.get("enterprise")
    known = who if isinstance(who, dict) else {}
    return Listed(
        digest=record.digests_afresh().record,
        enterprise=_text(known.get("name")) or "",
        uscc=_text(known.get("uscc")),
        as_of=record.as_of,
        payable=_yuan(record.result.get("payable")),
        payable_at_most=_yuan(record.result.get("payable_at_most")),
    )


def policy_listed(record: Record) -> ListedPolicy:
    """The policy of a record as a manifest lists it."""
    return ListedPolicy(id=_text(record.policy.get("id")) or "", digest=digest(record.policy))


@exact
def manifest(
    records: Sequence[Listed], policies: Iterable[ListedPolicy], *, file: str, file_sha256: str
) -> Manifest:
    """The manifest of the records of one file.

    Args:
        records: the records, in the order of the file.
        policies: the policy of each.
        file: the name of the file, without its folder.
        file_sha256: SHA-256 of the file's bytes, as 64 hexadecimal digits.
    """
    most = [each.payable_at_most for each in records]
    known = [each for each in most if each is not None]
    unsigned = Manifest(
        version=__version__,
        file=file,
        file_sha256=file_sha256,
        count=len(records),
        payable=sum((each.payable or ZERO for each in records), ZERO),
        payable_at_most=sum(known, ZERO) if len(known) == len(most) else None,
        as_of=tuple(sorted({each.as_of for each in records})),
        policies=tuple(sorted(set(policies), key=lambda each: (each.id, each.digest))),
        records=tuple(records),
        digest="",
    )
    return unsigned.model_copy(update={"digest": unsigned.digest_afresh()})


class Discrepancy(Strict):
    """A place at which a file of records is not what its manifest says."""

    kind: Literal[
        "manifest_altered", "deleted", "added", "repeated", "order", "as_of", "policy", "totals",
        "file_bytes",
    ]  # fmt: skip
    """``manifest_altered``: the digest of the manifest does not hold; ``deleted``: a record is
    missing; ``added``: one that is not listed; ``repeated``: one stands more often than listed;
    ``order``: the same records in another order; ``as_of``, ``policy``: a date or a policy that
    is not listed, or the other way round; ``totals``: count or amounts are not those of the
    records listed; ``file_bytes``: the same records, written otherwise."""
    what: str
    """The enterprise, the date, the policy, or the total."""
    stated: str
    """What the manifest says."""
    found: str
    """What the file says."""


def discrepancies(
    stated: Manifest, records: Sequence[Listed], policies: Iterable[ListedPolicy], file_sha256: str
) -> Iterator[Discrepancy]:
    """Where a file of records is not what its manifest says; nothing where it is.

    Args:
        stated: the manifest.
        records: the records of the file, in its order.
        policies: the policy of each.
        file_sha256: SHA-256 of the file's bytes.
    """
    if stated.digest.lower() != stated.digest_afresh():
        yield Discrepancy(
            kind="manifest_altered", what="", stated=stated.digest, found=stated.digest_afresh()
        )
    yield from _of_records(stated, records)
    afresh = manifest(records, policies, file=stated.file, file_sha256=file_sha256)
    dates = [*map(str, stated.as_of)], [*map(str, afresh.as_of)]
    ids = [*map(_policy, stated.policies)], [*map(_policy, afresh.policies)]
    differing: tuple[tuple[Literal["as_of", "policy"], list[str], list[str]], ...] = (
        ("as_of", *dates),
        ("policy", *ids),
    )
    for kind, ours, theirs in differing:
        if ours != theirs:
            yield Discrepancy(kind=kind, what="", stated=", ".join(ours), found=", ".join(theirs))
    for name in ("count", "payable", "payable_at_most"):
        if (one := getattr(stated, name)) != (other := getattr(afresh, name)):
            yield Discrepancy(kind="totals", what=name, stated=str(one), found=str(other))
    if stated.file_sha256.lower() != file_sha256 and list(stated.records) == list(records):
        yield Discrepancy(
            kind="file_bytes", what=stated.file, stated=stated.file_sha256, found=file_sha256
        )


def _of_records(stated: Manifest, records: Sequence[Listed]) -> Iterator[Discrepancy]:
    """Records deleted, added or repeated, or in another order."""
    ours, theirs = Counter(stated.records), Counter(records)
    for each, times in (ours - theirs).items():
        yield _record("deleted", each, ours[each], ours[each] - times)
    for each, times in (theirs - ours).items():
        repeated = each in ours or times > 1
        yield _record("repeated" if repeated else "added", each, ours[each], theirs[each])
    if ours == theirs and list(stated.records) != list(records):
        place = next(n for n, each in enumerate(records) if each != stated.records[n])
        first, other = stated.records[place], records[place]
        yield Discrepancy(
            kind="order", what=str(place + 1), stated=first.enterprise, found=other.enterprise
        )


def _record(
    kind: Literal["deleted", "added", "repeated"], each: Listed, stated: int, found: int
) -> Discrepancy:
    who = " ".join(filter(None, (each.enterprise, each.uscc, str(each.as_of))))
    return Discrepancy(kind=kind, what=who, stated=str(stated), found=str(found))


def _policy(policy: ListedPolicy) -> str:
    return f"{policy.id} {policy.digest[:SHORT]}"


def _text(value: object) -> str | None:
    return value if isinstance(value, str) else None


def _yuan(value: object) -> Decimal | None:
    """An amount that a record states; None where it states none."""
    try:
        return read_yuan(value) if isinstance(value, str) else None
    except ListingRewardsError:
        return None
