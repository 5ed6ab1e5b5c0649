"""The sentence for each kind of fault, in English and Chinese, by its stable code."""

from __future__ import annotations

from listing_rewards.messages import cases, files, frames, lint, policies, records, usage, values

MESSAGES: dict[str, tuple[str, str]] = (
    values.MESSAGES
    | cases.MESSAGES
    | policies.MESSAGES
    | lint.MESSAGES
    | files.MESSAGES
    | frames.MESSAGES
    | records.MESSAGES
    | usage.MESSAGES
)
