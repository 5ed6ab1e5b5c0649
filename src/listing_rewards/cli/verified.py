"""One record verified: its outcome, whose it is, and what else must be said of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from listing_rewards.audit.comparing import Found
from listing_rewards.audit.manifest import SHORT, Listed, listed, policy_listed
from listing_rewards.audit.policies import unlike_text
from listing_rewards.audit.records import Record
from listing_rewards.audit.verification import Verification
from listing_rewards.errors import Fault, Lang
from listing_rewards.files.reading.json_documents import Document
from listing_rewards.report.page.signs import visible
from listing_rewards.strict import path_of
from listing_rewards.words import say

_PLACES = 10
"""So many places at which a policy is another are reported with their values."""


@dataclass(frozen=True, slots=True)
class Verified:
    """What came of one document of a file: a verification, or why it is no record.

    Attributes:
        document: the document.
        verification: what came of it; None where it is no record.
        faults: why it is none.
        unlike: where its policy differs from the one given, if one is.
        same_as: where the same record stood before; empty if nowhere.
        twice: where another record of the enterprise stood before in the file; empty if nowhere.
        asked: the as-of date that was asked for, where it is another; else None.
    """

    document: Document
    verification: Verification | None
    faults: tuple[Fault, ...] = ()
    unlike: tuple[Found, ...] = ()
    same_as: str = ""
    twice: str = ""
    asked: date | None = None

    @property
    def outcome(self) -> str:
        """The outcome of the verification; ``refused`` where there is none."""
        return "refused" if self.verification is None else self.verification.outcome

    def text(self, lang: Lang) -> str:
        """The outcome behind its place, and further lines indented below it."""
        if self.verification is None:
            faults = (visible(each.sentence(lang)) for each in self.faults)
            said = [say("verify.refused", lang), *map(str, faults)]
        else:
            said = self.verification.explain(lang).splitlines()
            said[0] += self._of(self.verification.record, lang)
        if self.twice:
            said.append(say("verify.twice", lang, place=self.twice))
        if self.asked is not None and self.verification is not None:
            day = self.verification.record.as_of
            said.append(say("verify.another_day", lang, day=day, asked=self.asked))
        if self.same_as:
            said.append(say("verify.same_record", lang, place=self.same_as))
        if self.unlike:
            said.append(say("verify.other_policy", lang))
            said += [f"    {unlike_text(each, lang)}" for each in self.unlike[:_PLACES]]
        if len(self.unlike) > _PLACES:
            said.append("    " + say("verify.more", lang, n=len(self.unlike) - _PLACES))
        joint = ": " if lang == "en" else "："
        return self.document.place + joint + "\n    ".join(said)

    def _of(self, record: Record, lang: Lang) -> str:
        """The as-of date, the policy and its digest, and the credit code of a record."""
        listed = self.listed()
        policy = policy_listed(record)
        code = say("verify.code", lang, code=listed.uscc) if listed and listed.uscc else ""
        said = say(
            "verify.of",
            lang,
            day=record.as_of,
            policy=policy.id,
            digest=policy.digest[:SHORT],
            code=code,
        )
        return str(visible(said))

    def listed(self) -> Listed | None:
        """It as a manifest lists it; None where it is no record."""
        return None if self.verification is None else listed(self.verification.record)

    def entry(self) -> dict[str, Any]:
        """The same for programs; the amounts are those that the record states."""
        found: dict[str, Any] = {
            "file": self.document.file,
            "line": self.document.number or None,
            "within": self.document.within or None,
            "outcome": self.outcome,
        }
        if self.verification is not None:
            verification = self.verification
            policy, own = policy_listed(verification.record), listed(verification.record)
            found |= {
                "enterprise": verification.enterprise,
                "uscc": own.uscc,
                "as_of": str(verification.record.as_of),
                "policy": policy.id,
                "policy_digest": policy.digest,
                "version": verification.record.version,
            }
            found |= {
                key: verification.record.result.get(key) for key in ("payable", "payable_at_most")
            }
            found |= verification.model_dump(mode="json", include={"altered", "difference"})
            found |= {
                "policy_differs": [
                    {"path": path_of(each.place), "stated": each.stated, "given": each.computed}
                    for each in self.unlike
                ],
                "same_as": self.same_as or None,
                "another_at": self.twice or None,
                "asked_as_of": None if self.asked is None else str(self.asked),
            }
        faults = self.verification.faults if self.verification is not None else self.faults
        found["faults"] = [
            {"code": each.code, "path": each.path, "en": each.sentence(), "zh": each.sentence("zh")}
            for each in faults
        ]
        return found
