"""Which case a line of the ledger belongs to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from listing_rewards.audit.ledger.line import LedgerLine
from listing_rewards.case import Case
from listing_rewards.errors import InvalidCase, fault
from listing_rewards.money import plain_signs


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
        codes = [plain_signs(each.enterprise.uscc or "") for each in cases]
        twice = [key for key, n in Counter([*names, *filter(None, codes)]).items() if n > 1]
        if twice:
            raise InvalidCase(*(fault("case_twice", key) for key in twice))
        self._by_name = {name: number for number, name in enumerate(names)}
        self._by_code = {code: number for number, code in enumerate(codes) if code}

    def owner(self, line: LedgerLine) -> int | None:
        """The number of the case a line belongs to: by code where both have one, else by name."""
        code = plain_signs(line.uscc or "")
        if code in self._by_code:
            return self._by_code[code]
        named = self._by_name.get(line.name or "")
        if named is None or (code and self.cases[named].enterprise.uscc):
            return None
        return named

    def nearest(self, line: LedgerLine) -> str:
        """The known name or code closest to that of a line; empty where none is close."""
        known = [*self._by_name, *self._by_code]
        return fault("no_such_enterprise", line.name or line.uscc, accepted=known).nearest
