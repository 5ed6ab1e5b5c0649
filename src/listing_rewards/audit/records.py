"""A record: one self-contained document from which an assessment can be computed afresh."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Annotated, Any, ClassVar, Literal, TypeAlias

from pydantic import AfterValidator, BeforeValidator, JsonValue, model_validator

from listing_rewards.assessment import Assessment
from listing_rewards.audit.canonical import digest, digests
from listing_rewards.errors import InvalidRecord, ListingRewardsError, fault
from listing_rewards.strict import Strict, path_of, refuse_lone_surrogates
from listing_rewards.values.day import Day
from listing_rewards.values.money import refuse_float
from listing_rewards.version import __version__

SCHEMA_VERSION = 1
"""The form of records that this version writes; it reads no later one."""
RELEASED = ("0.1.0", "0.2.0", "0.3.0", "0.4.0")
"""The versions before this one; a record of another earlier one was written by no version."""
DEEPEST = 250
"""So many lists and objects stand in one another at the most."""
_NUMBERS = re.compile(r"[0-9]{1,6}\.[0-9]{1,6}\.[0-9]{1,6}")
_BESIDE = {"case", "policy", "as_of", "version"}


def _exact(value: object, at: tuple[int | str, ...] = ()) -> object:
    """The same JSON value; a float or half a letter anywhere in it is refused with its place."""
    if len(at) > DEEPEST:
        raise InvalidRecord(fault("nested_too_deeply", DEEPEST))
    if isinstance(value, dict):
        for key, each in value.items():
            _exact(key, at)
            _exact(each, (*at, key))
    elif isinstance(value, list):
        for index, each in enumerate(value):
            _exact(each, (*at, index))
    else:
        try:
            refuse_float(value)
            refuse_lone_surrogates(value if isinstance(value, str) else "")
        except ListingRewardsError as error:
            raise InvalidRecord(*(each.within(path_of(at)) for each in error.faults)) from None
    return value


Tree: TypeAlias = Annotated[dict[str, JsonValue], BeforeValidator(_exact)]
"""A JSON object as it stands in the record, whatever version wrote it."""


def _version(value: str) -> str:
    """A version as this library is numbered."""
    if not _NUMBERS.fullmatch(value):
        raise InvalidRecord(fault("not_a_version", value, like=__version__))
    return value


DigestName: TypeAlias = Literal["case", "policy", "record"]


class Digests(Strict):
    """SHA-256 of the canonical form of parts of a record, as 64 hexadecimal digits. 摘要.

    Digits in capitals are the same digits.
    """

    case: str
    """Of the case. 案例."""
    policy: str
    """Of the policy. 政策."""
    record: str
    """Of the whole record without this digest. 整份记录."""


class Record(Strict):
    """An assessment with all that is needed to compute it afresh. 核算记录.

    Case, policy and result are kept as JSON, so that a record of another version of the library
    is read as it was written. `Record.model_validate_json(...)` reads one and refuses a key that
    is written twice.

    A digest is the SHA-256 of the canonical form in UTF-8: the JSON with sorted keys, without
    blanks, letters not escaped. It shows that something was altered; it is no signature.
    """

    error: ClassVar[type[ListingRewardsError]] = InvalidRecord

    schema_version: Literal[1]
    """The form of the record. 记录格式的版本."""
    version: Annotated[str, AfterValidator(_version)]
    """The version of the library that computed the result, three numbers. 程序版本."""
    as_of: Day
    """The as-of date. 截至日."""
    case: Tree
    """What happened, as stated. 案例."""
    policy: Tree
    """What the document grants, in full, with its clauses. 政策全文."""
    result: Tree
    """The assessment without its case and policy: totals, and every line with its checks and
    steps. 结果."""
    digests: Digests
    """What shows that a part was altered. 摘要."""

    @model_validator(mode="before")
    @classmethod
    def _of_a_known_form(cls, value: Any) -> Any:
        if isinstance(value, Mapping):
            form = value.get("schema_version")
            if isinstance(form, bool | float):  # either may equal 1
                raise InvalidRecord(
                    fault("not_one_of", form, path="schema_version", accepted=("1",))
                )
            if isinstance(form, int) and form > SCHEMA_VERSION:
                raise InvalidRecord(fault("newer_record", form, known=SCHEMA_VERSION))
        return value

    @property
    def newer(self) -> bool:
        """Whether it says that a later version than this one computed the result."""
        theirs, ours = ([*map(int, each.split("."))] for each in (self.version, __version__))
        return theirs > ours

    @property
    def of_no_version(self) -> bool:
        """Whether it claims a version earlier than this one that there never was."""
        return not self.newer and self.version not in (*RELEASED, __version__)

    def altered(self) -> Iterator[DigestName]:
        """The digests that do not hold, also not in the form of versions before 0.5.0."""
        whole = self.model_dump(mode="json")
        del whole["digests"]["record"]
        parts: tuple[tuple[DigestName, JsonValue], ...] = (
            ("case", self.case),
            ("policy", self.policy),
            ("record", whole),
        )
        for name, part in parts:
            if getattr(self.digests, name).lower() not in digests(part):
                yield name

    def digests_afresh(self) -> Digests:
        """The digests as they must be for what stands in the record."""
        whole = self.model_dump(mode="json")
        del whole["digests"]["record"]
        return Digests(case=digest(self.case), policy=digest(self.policy), record=digest(whole))


def record(assessment: Assessment) -> Record:
    """The assessment as one self-contained document, to be kept and to be verified by anybody.

    The same assessment gives the same bytes. All amounts in it are yuan, as text.

    Args:
        assessment: an answer of `assess`.

    Raises:
        InvalidRecord: it is no assessment, or one of conditions nested too deeply to be written.

    >>> from datetime import date
    >>> from listing_rewards import Case, assess, load_policy, record
    >>> case = Case.model_validate({"enterprise": {"name": "示例甲公司"}})
    >>> answer = assess(case, load_policy("zhanjiang-bse-2023"), as_of=date(2025, 12, 31))
    >>> kept = record(answer)
    >>> kept.as_of, kept.case["enterprise"]["name"], kept.result["payable"], len(kept.digests.case)
    (datetime.date(2025, 12, 31), '示例甲公司', '0.00', 64)
    """
    if not isinstance(assessment, Assessment):
        raise InvalidRecord(fault("not_an_assessment", type(assessment).__name__))
    case = assessment.case.model_dump(mode="json")
    policy = assessment.policy.model_dump(mode="json")
    unsigned = Record.model_validate(
        {
            "schema_version": SCHEMA_VERSION,
            "version": assessment.version,
            "as_of": assessment.as_of,
            "case": case,
            "policy": policy,
            "result": result_of(assessment),
            "digests": {"case": digest(case), "policy": digest(policy), "record": ""},
        }
    )
    return unsigned.model_copy(update={"digests": unsigned.digests_afresh()})


def result_of(assessment: Assessment) -> dict[str, JsonValue]:
    """What a record holds as its result: all but what stands beside it."""
    return assessment.model_dump(mode="json", exclude=_BESIDE)
