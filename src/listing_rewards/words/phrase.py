"""What a phrase is: the same in English and in Chinese, perhaps in several variants."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, TypeAlias

Lang: TypeAlias = Literal["en", "zh"]

Phrase: TypeAlias = tuple[str, str]
"""English and Chinese, with the same names in braces to fill in."""

Phrases: TypeAlias = Mapping[str, "Phrase | Phrases"]
"""Phrases by key; below a key, one phrase or the variants to choose from."""
