"""The parts of a policy as TOML: keys and values as a person would write them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from inspect import get_annotations
from typing import Any, NamedTuple

import tomlkit

from listing_rewards.errors import Lang
from listing_rewards.policy.amounts import DatedAmount, FixedAmount
from listing_rewards.policy.constructs import Range
from listing_rewards.policy.grants import Award, Rounding
from listing_rewards.policy.model import Policy
from listing_rewards.policy.source import Sourced, Text
from listing_rewards.strict import Strict
from listing_rewards.values.money import write_number, write_wan, write_yuan
from listing_rewards.values.rate import write_rate

_NAMES_A_FIGURE = ("figure", "of", "per")
_FIGURES = frozenset(Range.model_fields) | {"every"}
_WAN = Decimal(10_000)

Source = tuple[str | None, Text | None]


class Entry(NamedTuple):
    """One key of a document.

    Attributes:
        keys: the names that lead to it within its table.
        value: its value as TOML; empty for a record, whose own keys follow.
        part: the part of the policy that holds the key; None where the key before did.
        field: the name of the field there.
    """

    keys: tuple[str, ...]
    value: str
    part: Strict | None
    field: str


class Writer:
    """Writes the parts of one policy.

    Attributes:
        policy: the policy.
        lang: the language of whoever reads it; in Chinese, large amounts are in 万元.
    """

    def __init__(self, policy: Policy, lang: Lang) -> None:
        self.policy = policy
        self.lang: Lang = lang

    def entries(self, part: Strict, above: Source = (None, None)) -> Iterator[Entry]:
        """The keys of a part that say something; a source that is that `above` is left out."""
        for name, value in self._stated(part, above):
            inner = _source_within(part)
            if isinstance(part, Award) and name == "amount" and _is_plain(value, inner):
                yield Entry((name,), self._scalar(value, "fixed"), part, name)
            elif isinstance(value, Text):
                yield from _in_both((name,), value, part, name)
            elif isinstance(value, Strict):
                yield Entry((name,), "", part, name)
                for each in self.entries(value, inner):
                    yield each._replace(keys=(name, *each.keys))
            elif isinstance(value, Mapping):
                yield Entry((name,), "", part, name)
                for key, label in value.items():
                    yield from _in_both((name, key), label, None, name)
            else:
                yield Entry((name,), self._value(part, name, inner), part, name)

    def _stated(self, part: Strict, above: Source) -> Iterator[tuple[str, Any]]:
        source = getattr(part, "clause", None), getattr(part, "assumed", None)
        fields = type(part).model_fields
        for name in sorted(fields, key=lambda name: _rank(type(part), name)):
            value = getattr(part, name)
            inherited = name in ("clause", "assumed") and above != (None, None) and source == above
            default = fields[name].get_default(call_default_factory=True)
            said = isinstance(part, Rounding) or (
                name == "silence" and name in part.model_fields_set
            )
            shown = value is not None and (value != default or said)
            if shown and not inherited:
                yield name, value

    def _value(self, part: Strict, name: str, inner: Source) -> str:
        value = getattr(part, name)
        if isinstance(value, tuple) and any(isinstance(each, Strict) for each in value):
            unit = self._unit(part)
            rows = "".join(f"    {self._inline(each, inner, unit)},\n" for each in value)
            return f"[\n{rows}]"
        return self._scalar(part, name)

    def _inline(self, part: Any, above: Source, unit: str) -> str:
        """A part on one line; `unit` is that of the figure that the part around it is about."""
        if isinstance(part, Text):
            pair = (f"{lang} = {toml(part.say(lang))}" for lang in ("zh", "en"))
            return toml(part.zh) if part.zh == part.en else f"{{ {', '.join(pair)} }}"
        if _is_plain(part, above):
            return self._scalar(part, "fixed")
        unit, pairs = self._unit(part, unit), []
        for name, value in self._stated(part, above):
            if isinstance(value, tuple) and any(isinstance(each, Strict) for each in value):
                rows = (self._inline(each, (None, None), unit) for each in value)
                text = f"[{', '.join(rows)}]"
            elif isinstance(value, Strict):
                text = self._inline(value, above, unit)
            else:
                text = self._scalar(part, name, unit)
            pairs.append(f"{key_text((name,))} = {text}")
        return f"{{ {', '.join(pairs)} }}"

    def _scalar(self, part: Strict, name: str, unit: str = "yuan") -> str:
        value = getattr(part, name)
        if isinstance(value, Decimal):
            written = str(part.model_dump(mode="json", include={name})[name])
            return toml(written if written.endswith("%") else self._number(part, name, unit))
        return toml(list(value) if isinstance(value, tuple) else value)

    def _number(self, part: Strict, name: str, around: str) -> str:
        value: Decimal = getattr(part, name)
        unit = self._unit(part, around) if name in _FIGURES else "yuan"
        if unit == "percent":
            return write_rate(value)
        plain = write_number(value).removesuffix(".00")
        if unit == "number" or not value:
            return plain
        if self.lang == "en":
            return f"{plain if value < _WAN else write_yuan(value)} yuan"
        if value < _WAN or value % _WAN:
            return f"{plain}元"
        wan = write_wan(value).replace(",", "")
        return f"{wan.removesuffix('0000')}亿元" if wan.endswith("0000") else f"{wan}万元"

    def _unit(self, part: Strict, around: str = "yuan") -> str:
        """The unit of the figure that a part is about."""
        named = (str(getattr(part, key, "")) for key in _NAMES_A_FIGURE)
        figures = [self.policy.figures[name] for name in named if name in self.policy.figures]
        return str(getattr(figures[0] if figures else part, "unit", around))


def _rank(kind: type[Strict], name: str) -> int:
    """What names a construct comes first, then what it shares with others, its source last."""
    if not issubclass(kind, Sourced):
        return 0
    return 2 if name in Sourced.model_fields else int(name not in get_annotations(kind))


def _source_within(part: Strict) -> Source:
    """The source that the amounts within a part rest on, unless they say more."""
    if isinstance(part, Award):
        return part.clause, None
    return (part.clause, part.assumed) if isinstance(part, DatedAmount) else (None, None)


def _is_plain(amount: Any, above: Source) -> bool:
    """Whether an amount is a sum and nothing else, so that the sum alone stands for it."""
    if not isinstance(amount, FixedAmount) or (amount.clause, amount.assumed) != above:
        return False
    return amount.model_dump(exclude_defaults=True).keys() <= {"fixed", "clause", "assumed"}


def _in_both(keys: tuple[str, ...], text: Any, part: Strict | None, field: str) -> Iterator[Entry]:
    """A text, in each language where the two differ."""
    if text.zh == text.en:
        yield Entry(keys, toml(text.zh), part, field)
        return
    yield Entry((*keys, "zh"), toml(text.zh), part, field)
    yield Entry((*keys, "en"), toml(text.en), None, field)


def key_text(keys: tuple[str, ...]) -> str:
    """A dotted key, quoted where it has to be."""
    return tomlkit.key(keys[0] if len(keys) == 1 else keys).as_string()


def toml(value: Any) -> str:
    """A text, list, day, number or yes/no as TOML."""
    text: str = tomlkit.item(value).as_string()
    return text
