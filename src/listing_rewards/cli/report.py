"""`report`: one enterprise's answer as a page to print and sign."""

from __future__ import annotations

from listing_rewards.audit.records import record
from listing_rewards.cli.one_case import EnterpriseOption, one_case
from listing_rewards.cli.options import OutputOption
from listing_rewards.cli.run import Run, over_cases, refuse_overwriting
from listing_rewards.files.streams import STANDARD, written
from listing_rewards.report.page import page


@over_cases
def report_command(
    run: Run, enterprise: EnterpriseOption = None, output: OutputOption = STANDARD
) -> bool:
    """Write the page that is signed for one enterprise: HTML to print, with every reason."""
    refuse_overwriting([output], run.inputs.names)
    answer, faulty = one_case(run, enterprise)
    if answer is not None:
        text = page(answer, run.lang, digest=record(answer).digests.record)
        with written(output) as target:
            target.write(text)
    return faulty
