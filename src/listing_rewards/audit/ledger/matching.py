"""Which case a line of the ledger belongs to."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from difflib import get_close_matches

from listing_rewards.audit.ledger.line import LedgerLine
from listing_rewards.case import Case, code_key
from listing_rewards.errors import InvalidCase, fault
from listing_rewards.money import plain_signs

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
