"""An enterprise checked against a standard on a day: `screen`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal, TypeAlias

from listing_rewards.assessment.part import Part
from listing_rewards.case import Case, Enterprise
from listing_rewards.errors import InvalidCase, InvalidPolicy, Lang, fault
from listing_rewards.plan.conditions import Conditions, OneCase
from listing_rewards.plan.finding import OPEN, ConditionFinding
from listing_rewards.policy.conformity import faults_against
from listing_rewards.policy.standards import Standard
from listing_rewards.values.day import Day, read_day
from listing_rewards.values.money import exact

Readiness: TypeAlias = Literal["ready", "one_short", "on_the_way", "cannot_be_told", "reached"]
READINESS: tuple[Readiness, ...] = (
    *("ready", "one_short", "on_the_way", "cannot_be_told", "reached"),
)
"""In the order of a list."""


@dataclass(frozen=True, slots=True)
class Screening(Part):
    """One enterprise checked against a standard on a day."""

    enterprise: Enterprise
    standard: str
    """The standard's id."""
    as_of: Day
    """The as-of date."""
    year: int
    """The latest year of figures."""
    readiness: Readiness
    """``ready``: nothing is not met, and nothing unknown but what only the issue can tell;
    ``one_short``: one condition is not met, nothing is unknown; ``cannot_be_told``: nothing is not
    met, something is unknown; ``reached``: it is already where the standard leads, whatever its
    conditions say now; ``on_the_way``: everything else."""
    findings: tuple[ConditionFinding, ...]
    """The conditions that all must be met, in the standard's order."""
    short: tuple[str, ...]
    """The conditions that are not met; of alternatives, those of the nearest."""
    open: tuple[str, ...]
    """The conditions that are unknown or not evaluated, of the same."""
    at_issue: tuple[str, ...]
    """The conditions that only the issue can tell."""
    needs: tuple[str, ...]
    """What would settle those that are open, such as ``figures.net_profit.2023``."""
    general: tuple[str, ...]
    """The conditions whose numbers were read in no document."""
    unverified: int
    """How many conditions rest on a number that no person has signed for."""

    def left(self) -> list[ConditionFinding]:
        """What stands between the enterprise and the standard, in order."""
        return [each for finding in self.findings for each in finding.left()]

    def as_html(self, lang: Lang = "en") -> str:
        """The screening as a piece of HTML: how ready, and one row per condition."""
        from listing_rewards.plan.notebook import screening_piece

        return screening_piece(self, lang)

    def _repr_html_(self) -> str:
        return self.as_html()

    def __repr__(self) -> str:
        who = self.enterprise.name
        return f"<Screening: {who}, {self.standard}, as of {self.as_of}, {self.readiness}>"


@exact
def screen(
    case: Case,
    standard: Standard,
    as_of: date,
    *,
    year: int | None = None,
    verified_only: bool = False,
) -> Screening:
    """Does an enterprise meet a standard on a day, and if not, how far is it off?

    Args:
        case: what is stated of it; what the standard does not declare is refused.
        standard: from `load_standard` or `standard_in_force`.
        as_of: the as-of date. Events dated later have not happened yet.
        year: the latest year of figures that counts; by default the last that ended before the
            day.
        verified_only: whether a number that no person has signed for is left unevaluated.

    Raises:
        InvalidCase: the case states what the standard does not know or what cannot have happened;
            or the year has not ended on the day.
        InvalidPolicy: what is no standard.

    >>> from datetime import date
    >>> from listing_rewards import Case
    >>> from listing_rewards.plan import load_standard, screen
    >>> case = Case.model_validate({
    ...     "enterprise": {"name": "示例甲公司"},
    ...     "events": [{"kind": "neeq_listed", "on": "2025-03-04"}],
    ...     "figures": {"net_profit.2024": "2400万元", "net_profit_core.2024": "2600万元"},
    ... })
    >>> found = screen(case, load_standard("bse-listing"), date(2026, 1, 20), year=2024)
    >>> [(each.condition, each.days_left, str(each.met_from)) for each in found.left()][0]
    ('quoted_12_months', 43, '2026-03-04')
    >>> standards = next(each for each in found.findings if each.condition == "standards")
    >>> [(each.condition, each.short_by) for each in standards.leaves()][4]
    ('profit_one_year', Decimal('1000000.00'))
    """
    if not isinstance(standard, Standard):
        raise InvalidPolicy(fault("not_a_standard_object", type(standard).__name__))
    day = read_day(as_of)
    last = day.year - 1
    if year is not None and year > last:
        raise InvalidCase(fault("year_not_ended", year, day=day, last=last))
    if faults := faults_against(case, standard.facts):
        raise InvalidCase(*faults)
    return screened(case, standard, day, last if year is None else year, only=verified_only)


def screened(case: Case, standard: Standard, as_of: date, year: int, *, only: bool) -> Screening:
    """What `screen` answers, for a case that was checked before."""
    conditions, one = Conditions.of(standard, year, only_verified=only), OneCase(case, as_of)
    findings = tuple([conditions.finding(name, one) for name in standard.needs])
    left = [each for finding in findings for each in finding.left()]
    short = [each.condition for each in left if each.outcome == "not_met"]
    unknown = [each for each in left if each.outcome in OPEN]
    return Screening(
        enterprise=case.enterprise,
        standard=standard.id,
        as_of=as_of,
        year=year,
        readiness="reached" if conditions.reached(one) else _readiness(len(short), len(unknown)),
        findings=findings,
        short=tuple(dict.fromkeys(short)),
        open=tuple(dict.fromkeys(each.condition for each in unknown)),
        at_issue=tuple(
            dict.fromkeys(each.condition for each in left if each.outcome == "at_issue")
        ),
        needs=tuple(dict.fromkeys(need for each in unknown for need in each.needs)),
        general=standard.general,
        unverified=standard.unverified,
    )


def _readiness(short: int, unknown: int) -> Readiness:
    if not short:
        return "cannot_be_told" if unknown else "ready"
    return "one_short" if short == 1 and not unknown else "on_the_way"
