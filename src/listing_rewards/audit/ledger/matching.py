"""Which case, policy and award a line of the ledger belongs to, and what is said of the others."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from difflib import get_close_matches
from typing import Any, Literal

from listing_rewards.audit.ledger.finding import Finding, Note, Place
from listing_rewards.audit.ledger.line import LedgerLine
from listing_rewards.audit.ledger.reconciliation import Entry
from listing_rewards.bounds import exactly
from listing_rewards.case import Case, code_key
from listing_rewards.errors import InvalidCase, fault
from listing_rewards.money import plain_signs
from listing_rewards.policy.conformity import misspelt_policy, policies_counted
from listing_rewards.policy.model import Policy

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
        self._by_code = {code: number for number, code in enumerate(codes) if code}

    def owner(self, line: LedgerLine) -> int | None:
        """The number of the case a line belongs to: by code where both have one, else by name.

        A line with the name of one case and the code of another belongs to none.
        """
        if self.code_of(line):
            return None
        code = code_key(line.uscc)
        if code in self._by_code:
            return self._by_code[code]
        named = self._by_name.get(line.name or "")
        if named is None or (code and self.cases[named].enterprise.uscc):
            return None
        return named

    def code_of(self, line: LedgerLine) -> str:
        """The enterprise whose code stands beside the name of another; empty where none does."""
        named = self._by_name.get(line.name or "")
        coded = self._by_code.get(code_key(line.uscc))
        if named is None or coded is None or named == coded:
            return ""
        return self.cases[coded].enterprise.name

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


def unjudged_place(line: LedgerLine, cases: Cases, policy: Policy, as_of: date) -> Place | None:
    """The place of a line that is not judged by an answer; None for one that is."""
    if line.on > as_of:
        return "later"
    if not policy.counts(line.policy):
        misspelt = misspelt_policy(line.policy, policies_counted(policy))
        return "misspelt_policy" if misspelt else "elsewhere"
    if cases.code_of(line):
        return "name_and_code"
    if cases.owner(line) is None:
        return "no_case"
    return None if any(award.id == line.award for award in policy.awards) else "unknown_award"


def unsupported(entry: Entry, cases: Cases, policy: Policy) -> Iterator[Finding]:
    """A line whose enterprise, policy or award is not known, or not known for certain."""
    line = entry.line
    for part in entry.parts:
        nearest = code_of = ""
        match part.place:
            case "no_case":
                nearest = cases.nearest(line)
            case "misspelt_policy":
                nearest = misspelt_policy(line.policy, policies_counted(policy))
            case "name_and_code":
                code_of = cases.code_of(line)
            case "unknown_award":
                nearest = _nearest_award(line, policy)
            case _:
                continue
        yield Finding(
            kind=part.place,
            beyond=part.place == "unknown_award",
            enterprise=entry.enterprise or line.name or str(line.uscc),
            uscc=line.uscc,
            award=line.award,
            lines=(line,),
            amount=exactly(part.amount),
            nearest=nearest,
            code_of=code_of,
        )


def _nearest_award(line: LedgerLine, policy: Policy) -> str:
    awards = [award.id for award in policy.awards]
    return fault("unknown_award", line.award, accepted=awards, policy=policy.id).nearest


def notes_of(entry: Entry) -> Iterator[Note]:
    """That a line does not count, pays nothing, or names another enterprise than its code."""
    line = entry.line
    told: list[tuple[Literal["later", "elsewhere", "another_name", "nothing_paid"], str]] = [
        (part.place, line.policy or "")
        for part in entry.parts
        if part.place in ("later", "elsewhere")
    ]
    if entry.enterprise and line.name not in (None, entry.enterprise):
        told.append(("another_name", line.name or ""))
    if not line.amount:
        told.append(("nothing_paid", ""))
    for kind, name in told:
        yield _note(entry, kind=kind, name=name)


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
