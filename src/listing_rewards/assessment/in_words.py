"""An answer in words, as data: what a person reads, part by part. Frozen."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from listing_rewards.assessment.part import Part, Status
from listing_rewards.errors import Lang, UnknownName, fault
from listing_rewards.values.truth import Truth


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason(Part):
    """One check in words."""

    truth: Truth
    truth_in_words: str
    sentence: str
    """What was checked and how it came out; of a combined check, how its parts are combined."""
    clauses: tuple[str | None, ...]
    """The clauses it rests on, by their ids; None where it is assumed."""
    parts: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class StepInWords(Part):
    """One step of the calculation in words."""

    sentence: str
    """What was done, and the amount after it."""
    result: str
    """The amount after it alone."""
    clauses: tuple[str | None, ...]
    """The clauses it rests on, by their ids; None where it is assumed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AwardInWords(Part):
    """One award in words."""

    award: str
    """Its id."""
    title: str
    status: Status
    status_in_words: str
    nominal: str
    entitled: str
    paid: str
    payable: str
    withheld: str | None = None
    """What a notice holds back; None where it holds back nothing."""
    overpaid: str | None = None
    """What was paid beyond what is entitled, as a sentence; None where nothing was."""
    recipient: str | None = None
    why_not: str | None = None
    """Why nothing is given, with what that rests on; None for an award that applies or may."""
    reasons: tuple[Reason, ...] = ()
    """Its checks; none for an award that was not reached, of which `why_not` says all."""
    steps: tuple[StepInWords, ...] = ()
    amount_reasons: tuple[Reason, ...] = ()
    """The conditions on which the amount or the cap over it depends, not the award itself."""
    parts: tuple[str, ...] = ()
    """Instalments, what is for others, and what each level of government bears."""
    notes: tuple[str, ...] = ()
    """What was stated and does not count for it, with the day and the reason."""

    @property
    def applies(self) -> bool:
        """Whether it is granted, or may be."""
        return self.why_not is None


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupInWords(Part):
    """Awards under a common cap together."""

    group: str
    """Its name in the policy."""
    sentence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AssumptionInWords(Part):
    """A reason, and all that is assumed for it."""

    what: tuple[str, ...]
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NeedInWords(Part):
    """A fact that is missing."""

    fact: str
    awards: tuple[str, ...]
    """The titles of the awards it bears on."""
    sentence: str
    """Both together."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceInWords(Part):
    """What proves a fact, as the case names it."""

    fact: str
    """The fact, with its day if it has one."""
    evidence: str
    sentence: str
    """Both together."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClauseInWords(Part):
    """A clause that the answer rests on."""

    clause: str
    """Its id."""
    name: str
    """Its place in its document, and where other published texts read it."""
    document: str
    text: str
    """Its own words, or a paraphrase where `sentence` says so."""
    sentence: str
    """All of it: place, document, text, how it was read, the units responsible, and what other
    published texts say of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerInWords(Part):
    """An answer as a person reads it, in one language; everything in it is text but the day.

    The text of `Assessment.explain` and the page to sign are made from it. Amounts are yuan, as
    text for people; for amounts to compute with, take the assessment.

    >>> from datetime import date
    >>> from listing_rewards import Case, assess, load_policy
    >>> case = Case.model_validate({
    ...     "enterprise": {"name": "示例甲公司"},
    ...     "events": [{"kind": "regional_financing", "on": "2023-08-01", "amount": "300万元"}],
    ... })
    >>> answer = assess(case, load_policy("zhanjiang-bse-2023"), as_of=date(2025, 12, 31))
    >>> words = answer.in_words("en")
    >>> words.payable, [each.title for each in words.awards if each.applies]
    ('60,000.00 yuan', ['Reward for financing on the regional equity market'])
    >>> words.awards[-1].steps[-1].sentence
    'conditions met: 60,000.00 yuan'
    """

    lang: Lang
    enterprise: str
    uscc: str | None = None
    county: str | None = None
    policy: str
    """Its id."""
    title: str
    """The title of the policy's document."""
    issuer: str
    as_of: date
    determined: bool
    payable: str
    """The total, or both its ends."""
    totals: tuple[str, ...]
    """In sentences: what is payable; what is withheld; what is entitled, paid and overpaid."""
    assumptions: tuple[AssumptionInWords, ...] = ()
    awards: tuple[AwardInWords, ...]
    """Every award of the policy, in its order."""
    groups: tuple[GroupInWords, ...] = ()
    """The common caps under which something is given or was paid."""
    needs: tuple[NeedInWords, ...] = ()
    exposures: tuple[str, ...] = ()
    notices: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()
    evidence: tuple[EvidenceInWords, ...] = ()
    """What the case names as proof of its facts."""
    clauses: tuple[ClauseInWords, ...]
    not_seen: tuple[str, ...] = ()
    """What was not seen of the document."""
    version: str

    def clause(self, clause_id: str) -> ClauseInWords:
        """A clause that the answer rests on; `UnknownName`, a `KeyError`, if there is none."""
        for each in self.clauses:
            if each.clause == clause_id:
                return each
        known = [each.clause for each in self.clauses]
        raise UnknownName(fault("no_such_clause", clause_id, accepted=known))

    def as_html(self) -> str:
        """The answer as a piece of HTML in its language; what a notebook shows under a cell."""
        from listing_rewards.report.notebook import answer_piece

        return answer_piece(self)

    _repr_html_ = as_html

    def __repr__(self) -> str:
        return f"<AnswerInWords ({self.lang}): {self.enterprise}, {self.policy}, {self.payable}>"
