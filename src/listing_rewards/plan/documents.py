"""The facts of several documents together, for tables that serve them all."""

from __future__ import annotations

from collections.abc import Iterable

from listing_rewards.case import Case
from listing_rewards.comparison.compare import as_read_by
from listing_rewards.policy.fact_kinds import FigureKind
from listing_rewards.policy.model import Policy
from listing_rewards.policy.reading import list_policies, load_policy
from listing_rewards.policy.standards import Standard, list_standards, load_standard


def facts_of(documents: Iterable[Policy | Standard]) -> Policy:
    """A policy that declares every fact and award of some documents; of one name, the last counts.

    It is for reading tables and cases, never for assessing.
    """
    known = [each.facts if isinstance(each, Standard) else each for each in documents]
    awards = {award.id: award for policy in known for award in policy.awards}
    paid = (name for policy in known for name in (policy.id, *policy.counts_payments_under))
    return known[-1].model_copy(
        update={
            **{
                table: {
                    name: part for policy in known for name, part in getattr(policy, table).items()
                }
                for table in _TABLES
            },
            "figures": _figures(known),
            "needs": (),
            "awards": tuple(awards.values()),
            "counts_payments_under": tuple(dict.fromkeys(paid)),
        }
    )


_TABLES = (
    *("events", "figures", "flags", "attributes", "conditions", "clauses"),
    *("groups", "best_of", "instalments", "shares", "repayments", "undertakings"),
)


def _figures(policies: Iterable[Policy]) -> dict[str, FigureKind]:
    """Their figures; of one name, the one that is of a year, or else the last."""
    found: dict[str, FigureKind] = {}
    for policy in policies:
        for name, kind in policy.figures.items():
            if kind.yearly or name not in found or not found[name].yearly:
                found[name] = kind
    return found


def facts_shipped(*documents: Policy | Standard) -> Policy:
    """The facts of these documents, with those of every shipped one besides."""
    shipped: list[Policy | Standard] = [load_policy(each) for each in list_policies()]
    shipped += [load_standard(each) for each in list_standards()]
    return facts_of([*shipped, *documents])


def of_document(case: Case, document: Policy | Standard) -> Case:
    """What of a case a document declares."""
    return as_read_by(case, document.facts if isinstance(document, Standard) else document)
