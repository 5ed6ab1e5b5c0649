"""The notebook of the examples is run as somebody would, from the first cell to the last."""

from __future__ import annotations

import runpy
from pathlib import Path
from typing import Any

import nbformat
import pytest
from nbclient import NotebookClient

ROOT = Path(__file__).parents[2]
NOTEBOOK = ROOT / "examples" / "notebook.ipynb"


@pytest.fixture(scope="module")
def cells() -> list[Any]:
    """The cells of code, with what each printed or showed."""
    notebook = nbformat.read(NOTEBOOK, as_version=4)
    assert not any(each.get("outputs") for each in notebook.cells), "kept without outputs"
    run = NotebookClient(notebook, timeout=120, resources={"metadata": {"path": str(ROOT)}})
    run.execute()
    return [each for each in notebook.cells if each.cell_type == "code"]


def shown(cell: Any, kind: str = "text/plain") -> str:
    """What stands under a cell."""
    [output] = cell.outputs
    assert output.output_type == "execute_result"
    found: str = output.data[kind]
    return found


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
class TestNotebook:
    """What each cell shows."""

    def test_it_is_as_it_is_built(self) -> None:
        """By the script beside it."""
        built = runpy.run_path(str(ROOT / "examples" / "build_notebook.py"))["notebook"]()
        assert nbformat.read(NOTEBOOK, as_version=4) == built

    def test_the_faults(self, cells: list[Any]) -> None:
        """One of each kind in the messy table, by header."""
        assert "区域性股权市场融资额（万元）" in shown(cells[2])
        assert shown(cells[2], "text/html").count("<tr>") == 4

    def test_the_total(self, cells: list[Any]) -> None:
        """2,500,000 + 60,000 + 500,000, exactly."""
        assert shown(cells[4]) == "Decimal('3060000.00')"

    def test_the_answer_shows_itself(self, cells: list[Any]) -> None:
        """In Chinese as words, in English by itself; and as one line of text."""
        assert '<div lang="zh-CN" class="listing-rewards' in shown(cells[5], "text/html")
        assert "2,500,000.00元" in shown(cells[5], "text/html")
        assert '<div lang="en" class="listing-rewards' in shown(cells[6], "text/html")
        assert shown(cells[6]).startswith("<Assessment: 示例甲海洋食品股份有限公司")
