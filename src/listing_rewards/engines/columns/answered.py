"""The columns of an answer, named like the fields of an `Assessment`.

| column | holds |
| --- | --- |
| ``payable``, ``payable_at_most`` | yuan; the second is null where no limit is known |
| ``determined`` | whether both are equal |
| ``entitled``, ``overpaid``, ``withheld`` | each as ``….at_least`` and ``….at_most`` |
| ``paid`` | yuan paid by the day |
| ``fault`` | the code of what is wrong with the row; all else is then null |
| ``<award>.status`` | as in `AwardLine`: ``granted``, ``refused``, ``open`` and so on |
| ``<award>.truth`` | ``met``, ``not_met``, ``unknown`` |
| ``<award>.reason`` | the first check that is not met, or else that is not known |
| ``<award>.nominal``, ``<award>.entitled``, ``<award>.payable``, | each as ``….at_least`` |
| ``<award>.withheld``, ``<award>.overpaid`` | and ``….at_most`` |
| ``<award>.paid`` | yuan paid for it |
| ``groups.<group>.cap``, ``groups.<group>.entitled``, | as in `GroupTotal`, |
| ``groups.<group>.payable``, ``groups.<group>.withheld``, | each as ``….at_least`` |
| ``groups.<group>.overpaid`` | and ``….at_most`` |
| ``groups.<group>.paid`` | yuan paid for its awards |

Amounts are Decimal with two decimals, words are Categorical. A check is ``reached`` (its event
has happened), ``in_force`` (on the policy's days), or a condition's name.
"""

from __future__ import annotations

from functools import lru_cache

import polars as pl

from listing_rewards.policy.model import Policy

YUAN = pl.Decimal(38, 2)
WORD = pl.Categorical()
"""A status, truth, reason or code: one of a few words, of which each row has only the number."""
NO_WORD = pl.lit(None, WORD)
ENDS = ("at_least", "at_most")
TOTALS = ("entitled", "overpaid", "withheld")
OF_A_LINE = ("nominal", "entitled", "payable", "withheld", "overpaid")
OF_A_GROUP = ("cap", "entitled", "payable", "withheld", "overpaid")


@lru_cache
def as_word(word: str) -> pl.Expr:
    """A word of the answer as an expression."""
    return pl.lit(word, WORD)


def columns_out(policy: Policy) -> dict[str, pl.DataType]:
    """The columns of an answer under a policy, in their order, with their types."""
    columns: dict[str, pl.DataType] = {"payable": YUAN, "payable_at_most": YUAN}
    columns["determined"] = pl.Boolean()
    columns |= {f"{name}.{end}": YUAN for name in TOTALS for end in ENDS}
    columns |= {"paid": YUAN, "fault": WORD}
    for award in policy.awards:
        words = ("status", "truth", "reason")
        columns |= {f"{award.id}.{word}": WORD for word in words}
        columns |= {f"{award.id}.{name}.{end}": YUAN for name in OF_A_LINE for end in ENDS}
        columns[f"{award.id}.paid"] = YUAN
    for group in policy.groups:
        columns |= {f"groups.{group}.{name}.{end}": YUAN for name in OF_A_GROUP for end in ENDS}
        columns[f"groups.{group}.paid"] = YUAN
    return columns
