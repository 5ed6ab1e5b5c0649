"""Awards that are earned anew every year: once read, each year is an award of its own.

每年给予、连续三年、每满1年给予. So each year has its own ceiling, its own approved figure, its own
application and its own payments, by the means that every award has.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Annotated, Any, Literal, TypeAlias

from pydantic import Field

from listing_rewards.case import Name
from listing_rewards.errors import InvalidPolicy, ListingRewardsError, fault
from listing_rewards.strict import Strict, as_written
from listing_rewards.words import in_both

MOST_YEARS = 10
_FACT_TABLES = ("figures", "flags")
_FACT_KEYS = frozenset({"figure", "of", "minus", "by", "per", "flag"})
_CONDITION_KEYS = frozenset({"needs", "when", "all_of", "any_of", "not_met"})
_LISTS_OF_AWARDS = ("undertakings", "repayments", "budgets")
_AWARD_KEYS = frozenset({"less", "replaces"})

Record: TypeAlias = dict[str, Any]
OfOneYear: TypeAlias = Callable[[Any, int], Any]


class EveryYear(Strict):
    """How often an award is earned anew, and from when on. 每年给予，共几年."""

    times: Annotated[int, Field(ge=2, le=MOST_YEARS)]
    """In how many years, the first included. 共几年."""
    runs_from: Literal["event", "full_year", "year", "next_year"]
    """When it is first earned, and then every year anew: ``event``, on the day of the event;
    ``full_year``, when a year after it is full (每满1年); ``year``, in the calendar year of the
    event and then from each 1 January on; ``next_year``, from the next 1 January on.
    首次取得之日：事项之日、满一年之日、当年（其后为每年1月1日）、次年1月1日."""
    stated_by_year: tuple[Name, ...] = ()
    """The figures and flags of which each year has its own, such as what was spent in it; a case
    states ``spent_year_2``, and a year that is not stated is unknown. 按年分别填列的指标和条件."""


def with_every_year(document: Record) -> Record:
    """The document with each award that recurs written out, one award for each of its years.

    What cannot be read is left as it is, and is refused when the whole is read.
    """
    awards, conditions = document.get("awards"), document.get("conditions", {})
    if not (isinstance(awards, list | tuple) and isinstance(conditions, Mapping)):
        return document
    awards = [as_written(each) for each in awards]
    every = {
        str(each["id"]): EveryYear.model_validate(each["every_year"])
        for each in awards
        if _recurs(each)
    }
    if not every:
        return document
    written = _WithYears(document, conditions, every)
    return {
        **document,
        **{table: written.facts(table) for table in _FACT_TABLES if table in document},
        "conditions": written.conditions(awards),
        "awards": [year for each in awards for year in written.awards(each)],
        **{table: written.naming(document[table]) for table in _LISTS_OF_AWARDS
           if isinstance(document.get(table), Mapping)},
        **({"notices": [*written.naming(dict(enumerate(document["notices"]))).values()]}
           if isinstance(document.get("notices"), list | tuple) else {}),
    }  # fmt: skip


def begun(award: str) -> str:
    """The condition that the year of an award has begun, by the award's own id.

    >>> begun("rent_year_2")
    'rent_year_2_begun'
    """
    return f"{award}_begun"


def of_year(name: str, year: int) -> str:
    """What an award, condition or fact is called of one year.

    >>> of_year("rent", 2)
    'rent_year_2'
    """
    return f"{name}_year_{year}"


def first_of(parts: Mapping[Any, Any], name: Any) -> Any:
    """A part by its name, or that of its first year; None where there is neither."""
    return parts.get(name, parts.get(of_year(name, 1)))


def _recurs(award: Any) -> bool:
    """Whether an award recurs, and says so in a way that can be read."""
    if not isinstance(award, dict) or not {"id", "title", "clause"} <= award.keys():
        return False
    try:
        return bool(award.get("every_year") and EveryYear.model_validate(award["every_year"]))
    except ListingRewardsError:
        return False


class _WithYears:
    """The parts of a document in which awards recur, written out by year."""

    def __init__(
        self, document: Record, conditions: Mapping[str, Any], every: Mapping[str, EveryYear]
    ) -> None:
        self._document, self._every = document, every
        self._award_years = {
            name: [of_year(name, year) for year in range(1, each.times + 1)]
            for name, each in every.items()
        }
        self._conditions = {key: as_written(each) for key, each in conditions.items()}
        self._years: dict[str, int] = {}
        for each in every.values():
            for name in each.stated_by_year:
                self._years[name] = max(each.times, self._years.get(name, 0))
        self._by_year = {
            name: max(self._years[fact] for fact in reached)
            for name in self._conditions
            if (reached := self._years.keys() & {*self._facts_read(name, ())})
        }

    def _facts_read(self, name: str, above: tuple[str, ...]) -> Iterator[str]:
        """The facts that a condition reads, at any remove."""
        if name in above or not isinstance(condition := self._conditions.get(name), Mapping):
            return
        for key, value in condition.items():
            if key in _FACT_KEYS:
                yield from _names(value)
            elif key in _CONDITION_KEYS:
                for part in _names(value):
                    yield from self._facts_read(part, (*above, name))

    def facts(self, table: str) -> Any:
        """Figures or flags, each that is stated by year once for every year."""
        stated = self._document[table]
        if not isinstance(stated, Mapping):
            return stated
        return dict(self._of_each(table, stated, self._years, _called))

    def conditions(self, awards: Iterable[Any]) -> Record:
        """The conditions, those about a year once for every year; and those that one has begun."""
        table = "conditions"
        written = dict(self._of_each(table, self._conditions, self._by_year, self._renamed))
        for award in filter(_recurs, awards):
            every = self._every[award["id"]]
            self._refuse_what_hangs_on_the_first_day(award)
            for year in range(1, every.times + 1):
                name, condition = begun(of_year(award["id"], year)), _begins(award, every, year)
                if name in written:
                    raise InvalidPolicy(fault("duplicate_id", name, path=table))
                if condition is not None:
                    written[name] = condition
        return written

    def awards(self, award: Any) -> Iterator[Any]:
        """An award, or one award for each of its years."""
        if not _recurs(award):
            yield self._naming(award)
            return
        every = self._every[award["id"]]
        for year in range(1, every.times + 1):
            name = of_year(award["id"], year)
            one = {key: part for key, part in award.items() if key != "every_year"}
            one = self._naming(self._renamed(one, year))
            has_begun = [begun(name)] if _begins(award, every, year) else []
            needs = [*_names(one.get("needs", ())), *has_begun]
            yield one | {"id": name, "title": _titled(award["title"], year), "needs": needs}

    def naming(self, parts: Mapping[Any, Any]) -> dict[Any, Any]:
        """Parts that list awards, with the years of those that recur."""
        return {name: self._naming(as_written(part), {"awards"}) for name, part in parts.items()}

    def _naming(self, part: Any, keys: Iterable[str] = _AWARD_KEYS) -> Any:
        return _replaced(part, frozenset(keys), lambda name: self._award_years.get(name, [name]))

    def _renamed(self, part: Any, year: int) -> Any:
        """A part with the facts and conditions of one year in place of those of every year."""

        def facts(name: str) -> list[str]:
            return [of_year(name, year) if name in self._years else name]

        def conditions(name: str) -> list[str]:
            return [of_year(name, year) if name in self._by_year else name]

        return _replaced(_replaced(part, _FACT_KEYS, facts), _CONDITION_KEYS, conditions)

    @staticmethod
    def _of_each(
        table: str, parts: Mapping[str, Any], years: Mapping[str, int], one: OfOneYear
    ) -> Iterator[tuple[str, Any]]:
        """Every part, those of every year once for each."""
        for name, part in parts.items():
            if name not in years:
                yield name, part
                continue
            for year in range(1, years[name] + 1):
                if of_year(name, year) in parts:
                    raise InvalidPolicy(fault("duplicate_id", of_year(name, year), path=table))
                yield of_year(name, year), one(as_written(part), year)

    def _refuse_what_hangs_on_the_first_day(self, award: Record) -> None:
        """What is counted from the day of the event would be so in every year."""
        path, event = f"awards.{award['id']}", award.get("earned_by")
        kind = self._document.get("events", {}).get(event) if isinstance(event, str) else None
        if not isinstance(event, str) or (isinstance(kind, Mapping) and kind.get("repeats")):
            raise InvalidPolicy(fault("years_of_one_day", path=f"{path}.earned_by"))
        if award.get("paid_in"):
            named = award["paid_in"]
            raise InvalidPolicy(fault("of_the_first_year", named, path=f"{path}.paid_in"))
        waiting = [*_names(self._document.get("needs", ())), *_names(award.get("needs", ()))]
        for name in waiting:
            condition = self._conditions.get(name)
            if not isinstance(condition, Mapping):
                continue
            if _hangs_on_the_award(condition):
                raise InvalidPolicy(fault("of_the_first_year", name, path=f"{path}.needs"))
            inner = [_names(condition.get(key, ())) for key in ("all_of", "any_of", "not_met")]
            waiting += [each for names in inner for each in names if each not in waiting]


def _hangs_on_the_award(condition: Mapping[str, Any]) -> bool:
    """Whether a condition is about a time from the day on which the award is earned."""
    window = as_written(condition.get("applied"))
    if isinstance(window, Mapping) and not window.get("after"):
        lasts = ("within_years", "within_months", "within_days", "runs_from")
        return any(window.get(key) for key in lasts)
    return condition.get("tested_on") == "event" or bool(condition.get("after_event"))


def _begins(award: Record, every: EveryYear, year: int) -> Record | None:
    """The condition that a year has begun; None where it begins with the event."""
    years = year if every.runs_from in ("full_year", "next_year") else year - 1
    if not years:
        return None
    calendar = {"runs_from": "year"} if every.runs_from in ("year", "next_year") else {}
    return {"seasoning": award["earned_by"], "years": years, "clause": award["clause"]} | calendar


def _called(kind: Any, year: int) -> Any:
    """A figure or flag of one year, its year in its name."""
    if not isinstance(kind, Mapping):
        return _titled(kind, year)
    return {**kind, **_titled({key: kind[key] for key in ("zh", "en") if key in kind}, year)}


def _titled(title: Any, year: int) -> Any:
    """A title with its year: 租金补贴（第二年）."""
    title = as_written(title)
    text = {"zh": title} if isinstance(title, str) else title
    if not isinstance(text, Mapping) or not isinstance(text.get("zh"), str):
        return title
    names = (text.get("en", text["zh"]), text["zh"])
    en, zh = in_both("figures.numbered_year", str(year), name=names)
    return {"zh": zh, "en": en}


def _names(value: Any) -> tuple[str, ...]:
    """One name or several, as they are written."""
    listed = (value,) if isinstance(value, str) else value
    return tuple(each for each in listed if isinstance(each, str)) if _is_list(listed) else ()


def _is_list(value: Any) -> bool:
    return isinstance(value, list | tuple)


def _replaced(part: Any, keys: frozenset[str], names: Callable[[str], list[str]]) -> Any:
    """A part with the names under some keys replaced, each by one or several."""
    if _is_list(part):
        return [_replaced(each, keys, names) for each in part]
    if not isinstance(part, Mapping):
        return part
    found = {}
    for key, value in part.items():
        if key not in keys or not _names(value):
            found[key] = _replaced(as_written(value), keys, names)
        elif isinstance(value, str):
            (found[key],) = names(value)
        else:
            found[key] = [new for each in value for new in names(each)]
    return found
