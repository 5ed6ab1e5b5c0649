"""`workbook`: one enterprise's answer as an Excel workbook of live formulas."""

from __future__ import annotations

from typing import Annotated

import typer

from listing_rewards.cli.one_case import EnterpriseOption, one_case
from listing_rewards.cli.run import Run, over_cases, refuse_overwriting
from listing_rewards.engines.sheet import workbook
from listing_rewards.files.streams import written_bytes


@over_cases
def workbook_command(
    run: Run,
    output: Annotated[str, typer.Option("--output", "-o", help="workbook_output")],
    enterprise: EnterpriseOption = None,
) -> bool:
    """Write a workbook in which every amount is a formula over the facts and the policy."""
    refuse_overwriting([output], run.inputs.names)
    answer, faulty = one_case(run, enterprise)
    if answer is not None:
        content = workbook(answer, lang=run.lang)
        with written_bytes(output) as target:
            target.write(content)
    return faulty
