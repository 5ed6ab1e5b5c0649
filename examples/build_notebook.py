"""Writes `examples/notebook.ipynb`, which the tests run: ``python examples/build_notebook.py``."""

from __future__ import annotations

from pathlib import Path

import nbformat

NOTEBOOK = Path(__file__).parent / "notebook.ipynb"

CELLS = (
    """# Rewards for listing, in a notebook · 上市奖励核算

Run it from the root of a checkout, or put the paths of your own files. It needs
`pip install "listing-rewards[batch]"` and pandas.""",
    """from datetime import date

import pandas as pd

from listing_rewards import load_policy
from listing_rewards.files.outcomes import assess_rows
from listing_rewards.files.reading import read_frame

policy = load_policy("zhanjiang-bse-2023-illustrative")
as_of = date(2025, 12, 31)""",
    """## A table, read as text

`dtype=str`: pandas must not make numbers of codes and amounts. Whoever wrote the table wrote
万元 into its headers, and that is read.""",
    """table = pd.read_csv("examples/messy-gb18030.csv", dtype=str, encoding="gb18030")
outcomes = list(assess_rows(read_frame(table, policy), policy, as_of=as_of))
table.head(3)""",
    """## What is wrong with it

Every doubtful cell, with its row and column. Nothing is guessed.""",
    """pd.DataFrame(
    [
        {"row": each.row, "column": each.column, "what": each.statement("zh")}
        for outcome in outcomes
        for each in outcome.faults
    ]
)""",
    """## What is payable

Amounts are `Decimal` yuan; a sum of them is exact.""",
    """payable = pd.DataFrame(
    [
        {
            "enterprise": outcome.assessment.case.enterprise.name,
            "payable": outcome.assessment.payable,
            "at_most": outcome.assessment.payable_at_most,
        }
        for outcome in outcomes
        if outcome.assessment is not None
    ]
)
payable""",
    """sum(payable["payable"])""",
    """## One enterprise, in words

An answer shows itself: totals, awards, reasons to unfold, what is missing.""",
    """answer = next(each.assessment for each in outcomes if each.assessment is not None)
answer.in_words("zh")""",
    """answer""",
)


def notebook() -> nbformat.NotebookNode:
    """The notebook without outputs, every cell under the number of its place."""
    cells = []
    for number, text in enumerate(CELLS):
        prose = text.startswith(("#", "##"))
        make = nbformat.v4.new_markdown_cell if prose else nbformat.v4.new_code_cell
        cells.append(make(text, id=f"cell-{number}"))
    language = {"kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}}
    return nbformat.v4.new_notebook(cells=cells, metadata=language)


if __name__ == "__main__":
    nbformat.write(notebook(), NOTEBOOK)
