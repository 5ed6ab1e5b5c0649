"""What was paid and could be called back after an event, such as moving out."""

from __future__ import annotations

from collections.abc import Iterator

from listing_rewards.assessment import Exposure
from listing_rewards.engines.exact.parts import exposure
from listing_rewards.engines.exact.register import ExactRegister
from listing_rewards.meaning.exposures import exposed, exposed_since, exposed_until
from listing_rewards.policy.grants import Repayment
from listing_rewards.rules.amounts import rate_of, rounded
from listing_rewards.rules.conditions import granted_when
from listing_rewards.values.day import LATEST
from listing_rewards.values.range import exactly


def exposures_of(m: ExactRegister) -> Iterator[Exposure]:
    """Each undertaking, for each award it is about for which something was paid."""
    for name, repayment in m.policy.repayments.items():
        for award in repayment.awards:
            if m.facts.paid[award]:
                yield _exposure(name, repayment, award, m)


def _exposure(name: str, repayment: Repayment, award: str, m: ExactRegister) -> Exposure:
    rounding = m.policy.rounding
    share = rate_of(exactly(m.facts.paid[award]), repayment.share)
    whole = rounded(share, unit=rounding.unit, mode=rounding.mode)
    whole = whole.less(exactly(m.facts.called_back[award]))
    since = exposed_since(m, repayment, award)
    until = exposed_until(m, name, repayment, award, since)
    truth = m.decide(exposed(m, repayment, award, since, until))
    within = since and m.first(repayment.event, not_before=since, until=until or LATEST)
    return exposure(
        repayment=name,
        award=award,
        truth=truth,
        on=within,
        since=since,
        until=until,
        amount=granted_when(truth, whole),
        at_most=whole.at_least,
        ground=m.policy.grounds[f"repayments.{name}"],
    )
