"""The sheet that explains the others."""

from __future__ import annotations

from openpyxl.worksheet.worksheet import Worksheet

from listing_rewards.audit.records import record
from listing_rewards.files.spreadsheet.sheet import Paper
from listing_rewards.files.spreadsheet.styles import set_up
from listing_rewards.report.phrasing import Phrasing
from listing_rewards.words import say

_POINTS = (
    "sheets", "colours", "ranges", "truths", "names", "change", "trace", "recalculate", "limits",
)  # fmt: skip


def write_guide(sheet: Worksheet, words: Phrasing) -> None:
    """What each sheet holds, what the colours mean, how to change and trace a number."""
    paper, answer = Paper(sheet), words.answer
    set_up(sheet, (26, 110), frozen="A2", heads=None, lang=words.lang)
    paper.across(say("workbook", words.lang, "guide"), 2, "title")
    paper.row += 1
    for key in _POINTS:
        paper.put(1, say("workbook", words.lang, "guide_point", key), "label")
        paper.put(2, say("workbook", words.lang, "guide_text", key), "text")
        paper.row += 1
    paper.row += 1
    policy = answer.policy
    for key, value in (
        ("guide_policy", f"{words.text(policy.document.title)}{words.bracket(policy.id)}"),
        ("guide_issuer", words.text(policy.document.issuer)),
        ("guide_as_of", answer.as_of.isoformat()),
        ("guide_version", f"listing_rewards {answer.version}"),
        ("guide_digest", record(answer).digests.record),
    ):
        paper.put(1, say("workbook", words.lang, key), "label")
        paper.put(2, value, "text")
        paper.row += 1
