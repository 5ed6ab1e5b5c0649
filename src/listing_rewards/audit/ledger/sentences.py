"""A reconciliation in words: the name of each finding, why it is one, and on which clause."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from listing_rewards.assessment import Check
from listing_rewards.audit.ledger.finding import Borne, Earlier, Finding, Kind, Note, Place
from listing_rewards.audit.ledger.level import awards_in_whole
from listing_rewards.audit.ledger.line import OtherLine
from listing_rewards.audit.ledger.reconciliation import ControlTotal, Reconciliation
from listing_rewards.errors import Lang
from listing_rewards.policy.model import Policy
from listing_rewards.policy.source import Text
from listing_rewards.report.checks import check_sentence
from listing_rewards.report.evidence import evidence
from listing_rewards.report.phrasing import Phrasing, PolicyPhrasing
from listing_rewards.report.sentences import need_text, part_text
from listing_rewards.report.undertakings import events_of
from listing_rewards.values.money import ZERO, write_yuan
from listing_rewards.values.range import Bounds, exactly
from listing_rewards.words import say


class Sentences:
    """Says a reconciliation in one language.

    Attributes:
        lang: the language.
    """

    def __init__(self, found: Reconciliation, lang: Lang) -> None:
        self.lang = lang
        self._found = found
        self._policy = found.policy
        self._words = PolicyPhrasing(found.policy, lang)
        self._answers = {
            each.enterprise.name: each.assessment for each in found.enterprises if each.assessment
        }

    def head(self) -> Iterator[str]:
        """The policy, the as-of date, and what is assumed."""
        yield self._words.say(
            "answer.under",
            title=self.policy,
            id=self._policy.id,
            issuer=self.issuer,
        )
        yield self._words.say("answer.as_of", day=self._found.as_of)
        yield from self.level()
        assumed = list(self.assumed())
        if assumed:
            yield self.say("ledger.assumed")
        for line in assumed:
            yield f"- {line}"

    def level(self) -> Iterator[str]:
        """Whose payments the ledger holds, where they are those of one level of government."""
        if (level := self._found.level) is not None:
            title = self._words.text(self._level(level))
            yield self.say("ledger.one_level", level=title)
            if whole := awards_in_whole(self._policy):
                awards = self._words.listing(map(self._words.award, whole))
                yield self.say("ledger.one_level_in_whole", awards=awards)

    def beside(self) -> Iterator[str]:
        """How the other ledger compares, where there is one."""
        beside = self._found.beside
        if beside is not None:
            yield self.say(
                "ledger.beside",
                both=len(beside.both),
                differ=sum(each.differs for each in beside.both),
                here=len(beside.only_here),
                yuan_here=write_yuan(sum((each.amount for each in beside.only_here), ZERO)),
                there=len(beside.only_there),
                yuan_there=write_yuan(sum((each.amount for each in beside.only_there), ZERO)),
            )

    @property
    def policy(self) -> str:
        """The policy's title."""
        return self._words.text(self._policy.document.title)

    @property
    def issuer(self) -> str:
        """Who issued the policy."""
        return self._words.text(self._policy.document.issuer)

    def assumed(self) -> Iterator[str]:
        """What is assumed, with each reason once."""
        reasons: dict[str, list[str]] = {}
        for each in self._found.assumptions:
            parts = reasons.setdefault(self._words.text(each.reason), [])
            parts.append(part_text(self._words, each.where))
        for reason, parts in reasons.items():
            yield f"{self._words.listing(parts)}{self._words.colon}{reason}"

    def say(self, key: str, /, *variant: str, **values: object) -> str:
        """A phrase of `words`."""
        return say(key, self.lang, *variant, **values)

    def name(self, kind: Kind | Place) -> str:
        """What a class of findings, or a place, is called."""
        return self.say("ledger.name", kind)

    def about(self, finding: Finding) -> str:
        """The award or common cap that a finding is about."""
        if finding.award:
            return self._words.award(finding.award)
        if finding.others:
            return finding.others[0].purpose or ""
        return self._group(finding) if finding.group else ""

    def award(self, award: str) -> str:
        """An award's title; one that the policy does not know as it is written."""
        return self._words.award(award)

    def control(self, total: ControlTotal) -> str:
        """What a control total is of: the year, the level of government or the policy."""
        if total.by != "level":
            return total.key
        return self._words.text(self._level(total.key))

    def source(self, finding: Finding) -> str:
        """The clause that a finding rests on, or that it is assumed."""
        ground = finding.ground
        if ground and ground.clause:
            return self._words.clause(ground.clause)
        return self._words.source(ground).strip(" []〔〕")

    def why(self, finding: Finding) -> str:
        """Why it is a finding, with the numbers it rests on, and what would decide it."""
        return self.say(
            "ledger.why", _reason(finding, self._policy), **self._values(finding)
        ) + self._tail(finding)

    def note(self, note: Note) -> str:
        """What else must be reported."""
        row = self.say("ledger.note_row", row=note.other_row) if note.other_row else ""
        return self.say("ledger.note_of", note.kind, name=note.name, row=row)

    def noted(self, note: Note) -> str:
        """What else must be reported, with its row, enterprise, award, day and amount."""
        return self.say(
            "ledger.note",
            place=self.say("ledger.note_place", row=note.row) if note.row else "",
            enterprise=note.enterprise,
            award=self._words.award(note.award),
            day=note.on,
            amount=write_yuan(note.amount),
            note=self.note(note),
        )

    def _values(self, finding: Finding) -> dict[str, str]:
        """All that a sentence about a finding can name; what the finding has not is empty."""
        net = sum((line.amount for line in finding.lines), ZERO)
        before = finding.paid_before
        faults = "; " if self.lang == "en" else "；"
        return {
            "paid": self._words.yuan(max(net, ZERO)),
            "returned_now": self._words.yuan(max(-net, ZERO)),
            "unmatched": self._bounds(finding.amount),
            "returned": self._yuan(finding.returned),
            "row": str(finding.row),
            "stated_total": self._signed(finding.together),
            "above": self._signed(finding.paid_before),
            "before": self._yuan(before),
            "before_too": self.say("ledger.before_too", amount=self._yuan(before))
            if before
            else "",
            "standard": self._bounds(finding.standard),
            "entitled": self._bounds(finding.entitled),
            "cap": self._bounds(finding.cap),
            "group": self._group(finding),
            "set_off": self._yuan(finding.set_off),
            "together_paid": self._yuan(finding.together),
            "earlier": self._words.listing(map(self._earlier, finding.earlier)),
            "exposed": self._bounds(finding.amount),
            "others": self._words.listing(map(self._other, finding.others)),
            "doubtful": self._yuan(finding.amount.at_most),
            "undertaking": self._undertaking(finding),
            "event": self._event(finding),
            "happened": str(finding.happened_on),
            "policy": (finding.lines[0].policy if finding.lines else "") or "",
            "name": (finding.lines[0].name if finding.lines else "") or "",
            "code_of": finding.code_of,
            "other": self._words.award(finding.other_award or ""),
            "check": self.check(finding.enterprise, finding.check),
            "on": str(finding.lines[0].on) if finding.lines else "",
            "day": str(finding.due_from),
            "levels": self._words.listing(self._borne(each) for each in finding.levels),
            "together": self._words.yuan(sum((each.stated for each in finding.levels), ZERO)),
            "laws": self._words.listing(map(self._words.law, finding.notices)),
            "faults": faults.join(self._words.text(each) for each in finding.faults),
        }

    def _tail(self, finding: Finding) -> str:
        """What follows: from when it is met, what name may be meant, what would decide it."""
        said = []
        if finding.kind == "before_due" and finding.beyond:
            day = finding.due_from
            said.append(self.say("ledger.met_from" if day else "ledger.never_due", day=day))
        if _entered_twice(finding):
            said.append(self.say("ledger.entered_twice"))
        if finding.nearest:
            said.append(self.say("ledger.nearest", name=finding.nearest))
        if finding.needs:
            facts = dict.fromkeys(need_text(self._words, need) for need in finding.needs)
            said.append(self.say("ledger.to_decide", facts=self._words.listing(facts)))
        if finding.kind == "unpaid" and finding.notices:
            laws = self._words.listing(map(self._words.law, finding.notices))
            said.append(self.say("ledger.review_first", laws=laws))
        return "".join(said)

    def _borne(self, borne: Borne) -> str:
        key = "ledger.level" if borne.expected is None else "ledger.level_of"
        return self.say(
            key,
            level=self._words.text(self._level(borne.level)),
            stated=self._words.yuan(borne.stated),
            expected=self._yuan(borne.expected),
        )

    def _level(self, level: str) -> Text:
        parts = [part for shares in self._policy.shares.values() for part in shares.parts]
        return next(part.title for part in parts if part.level == level)

    def _earlier(self, earlier: Earlier) -> str:
        """A payment before: its row, day, amount and voucher."""
        voucher = earlier.reference
        return self.say(
            "ledger.earlier" if earlier.row else "ledger.earlier_no_row",
            row=earlier.row,
            day=earlier.on,
            amount=self._words.yuan(earlier.amount),
            voucher=self.say("ledger.earlier_voucher", voucher=voucher) if voucher else "",
        )

    def _other(self, other: OtherLine) -> str:
        """A line of the other ledger: its row, day, amount, payee and voucher."""
        voucher = other.reference
        return self.say(
            "ledger.other_line",
            row=other.row,
            day=other.on,
            amount=self._signed(other.amount),
            name=other.name or other.uscc,
            voucher=self.say("ledger.earlier_voucher", voucher=voucher) if voucher else "",
        )

    def _undertaking(self, finding: Finding) -> str:
        name = finding.repayment
        return self._words.text(self._policy.relations.undertakings[name].title) if name else ""

    def _event(self, finding: Finding) -> str:
        name = finding.repayment
        return events_of(self._words, self._policy.relations.undertakings[name]) if name else ""

    def check(self, enterprise: str, check: Check | None) -> str:
        """A check of an enterprise's answer in a sentence; empty where there is none."""
        answer = self._answers.get(enterprise)
        if answer is None or check is None:
            return ""
        return check_sentence(Phrasing(answer, self.lang), check)

    def evidence(self, finding: Finding) -> Iterator[str]:
        """What proves the facts that a finding rests on, as the case and the ledger name it."""
        answer = self._answers.get(finding.enterprise)
        awards = {award.id for award in self._policy.awards}
        if answer is not None and (finding.award is None or finding.award in awards):
            found = evidence(Phrasing(answer, self.lang), finding.award)
            yield from (each.sentence for each in found)
        for line in finding.lines:
            if line.evidence:
                yield self.say("ledger.evidence", row=line.row, evidence=line.evidence)

    def part(self, where: str) -> str:
        """A part of the policy, by its path."""
        return part_text(self._words, where)

    def _group(self, finding: Finding) -> str:
        return self._words.text(self._policy.groups[finding.group].title) if finding.group else ""

    def _yuan(self, amount: Decimal | None) -> str:
        return "" if amount is None else self._words.yuan(amount)

    def _signed(self, amount: Decimal | None) -> str:
        """An amount that may be below 0."""
        if amount is None or amount >= 0:
            return self._yuan(amount)
        return f"-{self._words.yuan(-amount)}"

    def _bounds(self, bounds: Bounds | None) -> str:
        return "" if bounds is None else self._words.bounds(bounds)


def _entered_twice(finding: Finding) -> bool:
    """Whether an earlier payment has the day, the amount and the voucher of this one."""
    return any(
        (line.on, line.amount, line.reference) == (each.on, each.amount, each.reference)
        for line in finding.lines
        for each in finding.earlier
        if each.reference
    )


def _reason(finding: Finding, policy: Policy) -> str:
    """The phrase that explains a finding."""
    match finding.kind:
        case "undecided":
            return _open(finding)
        case "not_eligible" | "outside_period" | "before_due" if finding.beyond:
            return "refused" if finding.check else "replaced"
        case "earlier_award_not_deducted" if finding.together is not None:
            return "earlier_award_counts"
        case "before_due":
            return "early" if finding.due_from else "early_open"
        case "not_due_yet" if not finding.due_from:
            return "not_due_yet_open"
        case "above_group_cap" if not finding.beyond:
            return "group_over"
        case "unpaid" if finding.group:
            return "group_unpaid"
        case "unpaid" if finding.entitled and finding.paid_before is not None:
            rest = finding.entitled.less(exactly(finding.paid_before))
            return "unpaid" if rest == finding.amount else "unpaid_part"
        case "notice" if any(policy.notice(each).effect == "withhold" for each in finding.notices):
            return "notice_withhold"
    return finding.kind


def _open(finding: Finding) -> str:
    """The phrase that explains what cannot be decided."""
    if finding.lines:
        return "due_in_doubt" if finding.in_doubt else "undecided"
    return "perhaps_unpaid" if finding.faults else "maybe_unpaid"
