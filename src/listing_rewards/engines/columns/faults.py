"""Why a row is refused: the checks that `assess` makes of a case, as expressions."""

from __future__ import annotations

import polars as pl

from listing_rewards.engines.columns.answered import NO_WORD, as_word
from listing_rewards.engines.columns.flags import Flag, as_expr, some
from listing_rewards.engines.columns.plan import Plan


class RowFaults:
    """The checks of a row, in the order in which they are reported.

    A check that has nothing to look at may be null; nothing is wrong with the row then.
    """

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._unread: list[tuple[str, Flag]] = []
        self._unfit: list[tuple[str, Flag]] = []

    def add(self, code: str, flag: Flag, *, read: bool = False) -> None:
        """A row is refused by this code where the flag holds.

        What is `read` and does not fit the policy is reported after what cannot be read.
        """
        if flag is not False:
            (self._unfit if read else self._unread).append((code, self._plan.flag(flag)))

    @property
    def sound(self) -> Flag:
        """Whether a row is not refused."""
        refused = some(flag for _, flag in (*self._unread, *self._unfit))
        return ~refused.fill_null(value=False) if isinstance(refused, pl.Expr) else not refused

    def code(self) -> pl.Expr:
        """The code of the first fault of a row; null where there is none."""
        codes = [
            pl.when(as_expr(flag)).then(as_word(code))
            for code, flag in (*self._unread, *self._unfit)
        ]
        return pl.coalesce(codes) if codes else NO_WORD
