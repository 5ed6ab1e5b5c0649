"""The phrases of a report, in English and Chinese, by key."""

from __future__ import annotations

from collections.abc import Mapping

from listing_rewards.errors import Lang
from listing_rewards.report.words.answer import ANSWER
from listing_rewards.report.words.checks import CHECKS
from listing_rewards.report.words.numbers import NUMBERS
from listing_rewards.report.words.page import PAGE
from listing_rewards.report.words.policy import POLICY
from listing_rewards.report.words.steps import STEPS
from listing_rewards.report.words.telling import TELLING

PHRASES: Mapping[str, tuple[str, str]] = {
    **NUMBERS,
    **ANSWER,
    **CHECKS,
    **STEPS,
    **TELLING,
    **POLICY,
    **PAGE,
}


def say(lang: Lang, key: str, **values: object) -> str:
    """A phrase with its values filled in."""
    english, chinese = PHRASES[key]
    return (english if lang == "en" else chinese).format(**values)
