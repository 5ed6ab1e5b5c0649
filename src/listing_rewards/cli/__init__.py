"""The command `listing-rewards`: files in, files out."""

from __future__ import annotations

import sys

from listing_rewards.errors import fault


def main() -> None:
    """Run the command; where its extra is not installed, say so in one sentence."""
    try:
        from listing_rewards.cli.app import run
    except ModuleNotFoundError as error:
        if error.name not in {"typer", "rich"}:
            raise
        needed = fault("missing_extra", "cli", extra="cli")
        sys.stderr.write(f"listing-rewards: {needed.sentence()}\n")
        sys.exit(2)
    sys.exit(run())
