"""Which case, policy and award a line of the ledger belongs to, and what is said of the others."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date
from difflib import get_close_matches
from typing import Any

from listing_rewards.audit.ledger.doubts import nearest_awards
from listing_rewards.audit.ledger.finding import Finding, Note, NoteKind, Place
from listing_rewards.audit.ledger.line import LedgerLine
from listing_rewards.audit.ledger.reconciliation import Entry
from listing_rewards.audit.ledger.returns import said_of_return
from listing_rewards.case import Case, code_key
from listing_rewards.errors import InvalidCase, fault
from listing_rewards.policy.conformity import misspelt_policy, policies_counted
from listing_rewards.policy.model import Policy
from listing_rewards.values.money import plain_signs
from listing_rewards.values.range import exactly

_FORM = re.compile(r"(股份有限公司|有限责任公司|有限公司|公司)$")


class Cases:
    """Cases, by credit code and by name.

    Attributes:
        cases: the cases, in the order given.

    Raises:
        InvalidCase: two cases bear one name or one code.
    """

    def __init__(self, cases: Sequence[Case]) -> None:
        self.cases = cases
        names = [each.enterprise.name for each in cases]
        codes = [code_key(each.enterprise.uscc) for each in cases]
        twice = [key for key, n in Counter([*names, *filter(None, codes)]).items() if n > 1]
        if twice:
            raise InvalidCase(*(fault("case_twice", key) for key in twice))
        self._by_name = {name: number for number, name in enumerate(names)}
        former = Counter(name for each in cases for name in set(each.enterprise.former_names))
        self._by_former = {
            name: number
            for number, each in enumerate(cases)
            for name in each.enterprise.former_names
            if former[name] == 1 and name not in self._by_name
        }
        self._by_code = {code: number for number, code in enumerate(codes) if code}

    def owner(self, line: LedgerLine) -> int | None:
        """The number of the case a line belongs to: by code where both have one, else by name.

        A line with the name of one case and the code of another belongs to none.
        """
        return None if self.code_of(line) else self.called(line.name, line.uscc)

    def called(self, name: str | None, uscc: str | None) -> int | None:
        """The number of the case with this code, or where one of them has none, this name.

        A name that only one enterprise had before is its own too.
        """
        code = code_key(uscc)
        if code in self._by_code:
            return self._by_code[code]
        named = self._named(name)
        if named is None or (code and self.cases[named].enterprise.uscc):
            return None
        return named

    def code_of(self, line: LedgerLine) -> str:
        """The enterprise whose code stands beside the name of another; empty where none does."""
        named = self._named(line.name)
        coded = self._by_code.get(code_key(line.uscc))
        if named is None or coded is None or named == coded:
            return ""
        return self.cases[coded].enterprise.name

    def _named(self, name: str | None) -> int | None:
        """The number of the case that bears a name, or bore it before."""
        return self._by_name.get(name or "", self._by_former.get(name or ""))

    def is_former(self, name: str | None) -> bool:
        """Whether a name is one that an enterprise had before."""
        return name in self._by_former

    def nearest(self, line: LedgerLine) -> str:
        """What a line without a case may mean; empty where nothing is close.

        The code of the case that bears its name, a code that is one sign off, or a name of which
        most signs agree beside the form of company; no name where both have a code, since the
        codes differ.
        """
        name, code = line.name or "", code_key(line.uscc)
        if name in self._by_name:
            return self.cases[self._by_name[name]].enterprise.uscc or ""
        if code and (near := get_close_matches(code, self._by_code, n=1, cutoff=0.94)):
            return near[0]
        known = {
            _core(each): each
            for each, number in self._by_name.items()
            if not (code and self.cases[number].enterprise.uscc)
        }
        near = get_close_matches(_core(name), known, n=1, cutoff=0.8)
        return known[near[0]] if near else ""


def _core(name: str) -> str:
    """A name without its form of company, which many share."""
    return _FORM.sub("", plain_signs(name)) or name


def unjudged_place(
    line: LedgerLine, cases: Cases, policy: Policy, others: Collection[str], as_of: date
) -> Place | None:
    """The place of a line that no answer judges; None for one that is judged."""
    if line.on > as_of:
        return "later"
    if not policy.counts(line.policy):
        if line.policy in others:
            return "elsewhere"
        misspelt = misspelt_policy(line.policy, (*policies_counted(policy), *others))
        return "misspelt_policy" if misspelt else "unknown_policy"
    if cases.code_of(line):
        return "name_and_code"
    if cases.owner(line) is None:
        return "no_case"
    if any(award.id == line.award for award in policy.awards):
        return None
    return "title_in_doubt" if nearest_awards(line.award, policy) else "unknown_award"


def unsupported(
    entry: Entry, cases: Cases, policy: Policy, others: Collection[str]
) -> Iterator[Finding]:
    """A line whose enterprise, policy or award is not known, or not known for certain."""
    line = entry.line
    for part in entry.parts:
        nearest = code_of = ""
        match part.place:
            case "no_case":
                nearest = cases.nearest(line)
            case "misspelt_policy":
                nearest = misspelt_policy(line.policy, (*policies_counted(policy), *others))
            case "name_and_code":
                code_of = cases.code_of(line)
            case "title_in_doubt":
                nearest = _titles(nearest_awards(line.award, policy), policy)
            case "unknown_award" | "unknown_policy" | "return_unmatched":
                pass
            case _:
                continue
        yield Finding(
            kind=part.place,
            beyond=part.place == "unknown_award",
            enterprise=entry.enterprise or line.name or str(line.uscc),
            uscc=line.uscc,
            award=line.award,
            lines=(line,),
            amount=exactly(abs(part.amount)),
            nearest=nearest,
            code_of=code_of,
        )


def _titles(awards: Iterable[str], policy: Policy) -> str:
    return " / ".join(policy.award(award).title.zh for award in awards)


def notes_of(entry: Entry, cases: Cases) -> Iterator[Note]:
    """That a line does not count, pays nothing, or names its enterprise otherwise."""
    line = entry.line
    notes: list[tuple[NoteKind, str]] = [
        (part.place, line.policy or "")
        for part in entry.parts
        if part.place in ("later", "elsewhere")
    ]
    if entry.enterprise and line.name not in (None, entry.enterprise):
        former = cases.is_former(line.name)
        notes.append(("former_name" if former else "another_name", line.name or ""))
    if not line.amount:
        notes.append(("nothing_paid", ""))
    for kind, name in notes:
        yield _note(entry, kind=kind, name=name)


def note_of_remark(entry: Entry, stated: LedgerLine) -> Iterator[Note]:
    """How a positive amount was read of which the remark speaks of money that came back."""
    said = said_of_return(stated.remark) if stated.amount > 0 else None
    if said:
        kind: NoteKind = "read_as_returned" if said == "returned" else "read_as_paid"
        yield _note(entry, kind=kind, name=str(stated.remark))


def vouchers_again(entries: Iterable[Entry]) -> Iterator[Note]:
    """The lines whose voucher an earlier line has too."""
    rows: dict[str, int] = {}
    for entry in entries:
        voucher = entry.line.reference
        if voucher in rows:
            yield _note(entry, kind="same_voucher", name=voucher, other_row=rows[voucher])
        elif voucher is not None:
            rows[voucher] = entry.line.row


def _note(entry: Entry, **rest: Any) -> Note:
    line = entry.line
    return Note(
        enterprise=entry.enterprise or line.name or str(line.uscc),
        award=line.award,
        on=line.on,
        amount=line.amount,
        row=line.row,
        **rest,
    )
