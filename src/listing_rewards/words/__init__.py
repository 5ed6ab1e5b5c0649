"""Every phrase that people read, in English and Chinese, and the one function that says them.

A key is written out where it is used, so that it can be searched for. Where the phrase depends on
a value, such as the kind of a fact, the key names the variants and the value chooses one of them.
"""

from __future__ import annotations

from listing_rewards.words import (
    amendment,
    amounts,
    answer,
    calendar,
    case,
    checks,
    columns,
    commands,
    comparison,
    counties,
    doubts,
    facts,
    faults,
    figures,
    files,
    forms,
    frames,
    habits,
    hand_in,
    help_commands,
    help_options,
    ledger,
    lint,
    notebook,
    outlook,
    page,
    papers,
    plan,
    policy,
    portrait,
    proof,
    records,
    results,
    service,
    standards,
    steps,
    together,
    toml,
    trial,
    usage,
    values,
    workbook,
)
from listing_rewards.words.phrase import Lang as Lang
from listing_rewards.words.phrase import Phrase, Phrases

FAULTS: dict[str, Phrase] = (
    values.FAULTS
    | case.FAULTS
    | policy.FAULTS
    | habits.FAULTS
    | figures.FAULTS
    | plan.FAULTS
    | counties.FAULTS
    | together.FAULTS
    | outlook.FAULTS
    | standards.FAULTS
    | lint.FAULTS
    | files.FAULTS
    | doubts.FAULTS
    | columns.FAULTS
    | hand_in.FAULTS
    | frames.FAULTS
    | records.FAULTS
    | usage.FAULTS
    | service.FAULTS
    | proof.FAULTS
)
"""The sentence for each kind of fault, by its stable code."""

PHRASES: Phrases = {
    "fault": FAULTS,
    **faults.PHRASES,
    **values.PHRASES,
    **policy.PHRASES,
    **facts.PHRASES,
    **amounts.PHRASES,
    **checks.PHRASES,
    **steps.PHRASES,
    **answer.PHRASES,
    **page.PHRASES,
    **papers.PHRASES,
    **figures.PHRASES,
    **plan.PHRASES,
    **portrait.PHRASES,
    **calendar.PHRASES,
    **counties.PHRASES,
    **together.PHRASES,
    **outlook.PHRASES,
    **files.PHRASES,
    **columns.PHRASES,
    **forms.PHRASES,
    **results.PHRASES,
    **hand_in.PHRASES,
    **ledger.PHRASES,
    **workbook.PHRASES,
    **toml.PHRASES,
    **trial.PHRASES,
    **amendment.PHRASES,
    **comparison.PHRASES,
    **proof.PHRASES,
    **records.PHRASES,
    **notebook.PHRASES,
    **service.PHRASES,
    **commands.PHRASES,
    **help_commands.PHRASES,
    **help_options.PHRASES,
}
"""Every phrase, by its key."""


def say(key: str, lang: Lang, /, *variant: str, **values: object) -> str:
    """The phrase of a key in one language, with its values filled in.

    Where the key has variants, each of `variant` chooses among them.

    >>> say("fault", "en", "negative_amount", given="-1")
    'the amount -1 is negative'
    """
    found = PHRASES[key]
    for name in variant:
        if isinstance(found, tuple):
            raise KeyError(key, *variant)
        found = found[name]
    if not isinstance(found, tuple):
        raise KeyError(key, *variant)
    return found[lang == "zh"].format(**values)


def in_both(key: str, /, *variant: str, **values: object) -> Phrase:
    """The phrase of a key in English and in Chinese; a value that is a pair has one for each.

    >>> in_both("fault", "negative_amount", given=("minus 1", "负1"))
    ('the amount minus 1 is negative', '金额 负1 为负数')
    """
    english = {name: _in(value, "en") for name, value in values.items()}
    chinese = {name: _in(value, "zh") for name, value in values.items()}
    return say(key, "en", *variant, **english), say(key, "zh", *variant, **chinese)


def _in(value: object, lang: Lang) -> object:
    return value[lang == "zh"] if isinstance(value, tuple) else value
