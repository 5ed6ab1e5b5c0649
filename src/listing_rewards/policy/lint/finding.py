"""One finding about a policy, and how its parts are named in a sentence."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal, TypeAlias

from listing_rewards.errors import Fault, Lang, fault
from listing_rewards.policy.amounts import DatedAmount, PlainAmount
from listing_rewards.policy.grants import Award
from listing_rewards.policy.lint.plain_words import plain_words
from listing_rewards.policy.model import Policy
from listing_rewards.policy.source import Clause, Quotation
from listing_rewards.values.money import write_number, write_yuan
from listing_rewards.values.rate import write_rate

Level: TypeAlias = Literal["error", "advice"]
"""An error stays in no document that is used; advice is for the author to decide."""
InBoth: TypeAlias = tuple[str, str]
"""How to say something in English and in Chinese."""


@dataclass(frozen=True, slots=True)
class Finding:
    """What is wrong or doubtful with a policy.

    Attributes:
        level: ``error``: the document contradicts itself, or an amount would be wrong or
            ambiguous; ``advice``: somebody should look at it.
        fault: what it is, with its key in the document.
    """

    level: Level
    fault: Fault

    def sentence(self, lang: Lang = "en") -> str:
        """The finding in one sentence, in English or Chinese."""
        return self.fault.sentence(lang)


def error(of: Fault) -> Finding:
    """The document contradicts itself, or an amount would be wrong or ambiguous."""
    return Finding("error", of)


def advice(of: Fault) -> Finding:
    """Somebody should look at it."""
    return Finding("advice", of)


def otherwise(said: str, path: str, form: str, stands: str) -> Finding:
    """The words say one thing and the document another."""
    return advice(fault("words_say_otherwise", said, path=path, form=form, stands=stands))


def only_in_words(said: str, path: str, clause: Quotation, form: str) -> Finding:
    """The words ask for something that stands nowhere in the document."""
    return advice(fault("in_words_only", said, path=path, item=item_of(clause), form=form))


def not_in_the_words(number: InBoth, path: str, clause: Quotation) -> Finding:
    """The document has a number that the words do not give."""
    return advice(fault("not_in_the_words", path=path, number=number, item=item_of(clause)))


def left_out(number: InBoth, path: str, clause: Quotation) -> Finding:
    """The words give a number that the document does not have."""
    return advice(fault("left_out_of_the_words", path=path, number=number, item=item_of(clause)))


def item_of(clause: Quotation) -> InBoth:
    """What a clause is called in its document."""
    return clause.item.en, clause.item.zh


def words_of(policy: Policy, clause: str | None) -> str:
    """The words of the clause that something rests on; nothing where it rests on none."""
    found = policy.clauses.get(clause or "")
    return plain_words(found.text.zh) if found else ""


def own_clauses(policy: Policy) -> Iterator[tuple[str, Clause, str]]:
    """The clauses of the document itself, with their words."""
    for name, clause in policy.clauses.items():
        if clause.document not in policy.based_on:
            yield name, clause, plain_words(clause.text.zh)


def labels(policy: Policy) -> Iterator[str]:
    """What every fact of the document is called in Chinese, and each value it can have."""
    for kind in (*policy.events.values(), *policy.figures.values(), *policy.flags.values()):
        yield kind.zh
    for attribute in policy.attributes.values():
        yield attribute.zh
        yield from (value.zh for value in attribute.values.values())


def yuan(amount: Decimal) -> InBoth:
    """An amount."""
    return f"{write_yuan(amount)} yuan", f"{write_yuan(amount)}元"


def number_of(policy: Policy, quantity: str, number: Decimal) -> InBoth:
    """A number in the unit of a figure, or in yuan for the amounts of an event."""
    unit = policy.figures[quantity].unit if quantity in policy.figures else "yuan"
    if unit == "yuan":
        return yuan(number)
    text = write_rate(number) if unit == "percent" else write_number(number)
    return text, text


def award_named(policy: Policy, award: str) -> InBoth:
    """An award by its id, in Chinese with its title."""
    return award, f"“{policy.award(award).title.zh}”（{award}）"


def event_named(policy: Policy, kind: str) -> InBoth:
    """An event by its name, in Chinese with its label."""
    return kind, f"“{policy.event_label(kind).zh}”（{kind}）"


def quantity_named(policy: Policy, quantity: str) -> InBoth:
    """A figure or event by its name, in Chinese with its label."""
    label = policy.figures[quantity] if quantity in policy.figures else policy.events[quantity]
    return quantity, f"“{label.zh}”（{quantity}）"


def amounts_of(policy: Policy) -> Iterator[tuple[str, Award, PlainAmount]]:
    """Every amount that is not dated itself, with its path and its award."""
    for award in policy.awards:
        path = f"awards.{award.id}.amount"
        if isinstance(award.amount, DatedAmount):
            for i, value in enumerate(award.amount.dated):
                if value.amount is not None:
                    yield f"{path}.dated[{i}].amount", award, value.amount
        else:
            yield path, award, award.amount
