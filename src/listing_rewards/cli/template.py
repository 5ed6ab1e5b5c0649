"""`template`: the application form of a policy as an Excel workbook."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from listing_rewards.cli.options import LangOption, PolicyOption
from listing_rewards.cli.run import refuse_overwriting
from listing_rewards.cli.terminal import reporting
from listing_rewards.files.streams import Format, format_of, written, written_bytes
from listing_rewards.files.writing.settings import NO_SETTINGS, read_settings, settings_text
from listing_rewards.files.writing.template import template
from listing_rewards.policy.reading import load_policy

_FORMS: tuple[Format, ...] = ("xlsx",)


def template_command(
    policy: PolicyOption,
    output: Annotated[str, typer.Option("--output", "-o", help="template_output")],
    evidence: Annotated[bool, typer.Option("--evidence", help="evidence")] = False,
    settings: Annotated[str | None, typer.Option("--settings", help="form_settings")] = None,
    lang: LangOption = "en",
) -> None:
    """Write the form in which enterprises apply under a policy, for Excel or WPS."""
    with reporting(lang):
        document = load_policy(policy)
        refuse_overwriting([output], [policy, *filter(None, [settings])])
        if Path(output).suffix == ".toml":
            with written(output) as text:
                text.write(settings_text(lang))
            return
        added = read_settings(settings) if settings else NO_SETTINGS
        format_of(output, None if Path(output).suffix else "xlsx", default="xlsx", among=_FORMS)
        content = template(document, lang, evidence=evidence, settings=added)
        with written_bytes(output) as target:
            target.write(content)
