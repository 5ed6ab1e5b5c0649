"""Runs the command inside the test's own process."""

from __future__ import annotations

import sys

import pytest

from listing_rewards.cli.app import run


def run_command(monkeypatch: pytest.MonkeyPatch, *words: object) -> int:
    """The exit status of ``listing-rewards`` with these words."""
    monkeypatch.setattr(sys, "argv", ["listing-rewards", *map(str, words)])
    return run()
