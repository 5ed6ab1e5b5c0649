"""Figures of a year and made of others: a proof is about cases that state the made one itself."""

from __future__ import annotations

from decimal import Decimal

from property.generated_conditions import label
from property.small_policies import policy_of

from listing_rewards import Policy
from listing_rewards.proof import prove
from listing_rewards.proof.sentences import Sentences


def grown() -> Policy:
    """An award for profits that on average of two years were 1,000,000 yuan at least."""
    mean = {"way": "average", "of": ["profit"], "years": 2, "before": "listed"}
    figures = {
        "profit": label("profit") | {"yearly": True},
        "mean": label("mean") | {"made": mean},
    }
    conditions = {"earns": {"figure": "mean", "at_least": "1000000", "clause": "c"}}
    amount = {"fixed": "500000"}
    return policy_of(amount, figures=figures, conditions=conditions, needed=["earns"])


def test_a_made_figure_is_stated_itself() -> None:
    """The witness states it; the bounds say so; a figure of a year stands in no case."""
    proof = prove(grown(), events=1)
    (found,) = [each for each in proof.outcomes if each.law == "can_be_granted"]
    assert found.situations[0].case.figures == {"mean": Decimal("1000000.00")}
    assert proof.proved
    assert "are taken as stated themselves, or not at all: " in Sentences(proof, "en").bounds()
    assert "均以直接填列或未填列为准" in Sentences(proof, "zh").bounds()
