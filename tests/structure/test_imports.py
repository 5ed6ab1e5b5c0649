"""How the source is put together: data goes one way, and no module grows out of hand."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Callable, Iterator
from graphlib import TopologicalSorter
from pathlib import Path
from typing import Any, NamedTuple

import pytest

import listing_rewards

ROOT = Path(listing_rewards.__file__).parent
LAYERS = (
    *("version", "words", "errors", "schema_version", "values", "strict"),
    *("case", "policy", "rules", "assessment", "meaning", "engines.exact", "comparison"),
    *("report", "files.spreadsheet", "audit", "files", "plan"),
    *(
        "engines",
        "engines.symbolic",
        "engines.columns",
        "engines.sheet",
        "engines.proof",
        "proof",
        "batch",
        "service",
        "cli",
        "__main__",
    ),
)
CORE_PACKAGES = {"pydantic", "dateutil", "listing_rewards"}
EXTRA_PACKAGES = {
    "audit.ledger.forms": {"openpyxl"},
    "files.spreadsheet": {"openpyxl"},
    "files.reading.xls": {"olefile", "xlrd"},
    "files.reading.frames": {"polars"},
    "files.writing.form_workbook": {"openpyxl"},
    "files.writing.hand_in_sheets": {"openpyxl"},
    "files.writing.results_workbook": {"openpyxl"},
    "engines.sheet": {"openpyxl"},
    "engines.columns": {"polars", "pyarrow"},
    "engines.proof": {"z3"},
    "proof": {"z3"},
    "report.page": {"jinja2", "markupsafe"},
    "plan.calendar_forms": {"icalendar"},
    "service.assistant": {"mcp"},
    "service.site": {"pydantic_core"},
    "service": {"fastapi", "starlette", "jinja2", "markupsafe"},
    "cli.serve": {"uvicorn"},
    "cli": {"typer", "rich", "tomlkit"},
}
GENERAL_RULES = {"amounts", "conditions"}
LATE = {
    ("assessment.answer", "explain"): "report.text",
    ("assessment.answer", "in_words"): "report.in_words",
    ("assessment.in_words", "as_html"): "report.notebook",
    ("comparison.effects", "as_html"): "report.notebook",
    ("audit.ledger.reconciliation", "as_html"): "audit.ledger.notebook",
    ("plan.screening", "as_html"): "plan.notebook",
    ("audit.verification", "explain"): "audit.wording",
}
"""What is imported only when an answer is asked for its words: by whom, in which function."""
RULES_BY_HAND = {"seasoning", "staged", "regional"}
CLOCKS = {"today", "now", "utcnow", "time", "time_ns", "monotonic", "perf_counter", "localtime"}
MOST_LINES_OF_A_MODULE = 500
MOST_LINES_OF_A_FUNCTION = 45


def layer_of(name: str) -> str:
    """The layer that a dotted name belongs to: the longest of `LAYERS` that it begins with."""
    fitting = (layer for layer in LAYERS if f"{name}.".startswith(f"{layer}."))
    return max(fitting, key=len, default=name.split(".")[0])


class Module(NamedTuple):
    """A module of the source: its dotted name below the package, its text and its tree."""

    name: str
    text: str
    tree: ast.Module

    @property
    def layer(self) -> str:
        """The part of the package it belongs to; empty for the package's own front."""
        return layer_of(self.name)


class Import(NamedTuple):
    """One import: what is imported, from within which function, if any."""

    target: str
    function: str


def read(path: Path) -> Module:
    """A module, by its path."""
    text = path.read_text(encoding="utf-8")
    parts = path.relative_to(ROOT).with_suffix("").parts
    return Module(".".join(part for part in parts if part != "__init__"), text, ast.parse(text))


MODULES = [read(path) for path in sorted(ROOT.rglob("*.py"))]


def every_module(rule: Callable[[Any, Module], None]) -> Callable[[Any], None]:
    """A rule that every module keeps: one test, which names each module that does not."""

    def kept(self: Any) -> None:
        broken = {}
        for module in MODULES:
            try:
                rule(self, module)
            except AssertionError as error:
                broken[module.name] = str(error)
        assert broken == {}

    kept.__doc__ = rule.__doc__
    return kept


def imports_of(node: ast.AST, function: str = "") -> Iterator[Import]:
    """Every import below a node; ``from package import module`` names the module."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.Import):
            yield from (Import(alias.name, function) for alias in child.names)
        elif isinstance(child, ast.ImportFrom):
            assert child.level == 0, "imports are absolute"
            for alias in child.names:
                inner = f"{child.module}.{alias.name}"
                path = ROOT.parent / Path(*inner.split("."))
                is_module = path.is_dir() or path.with_suffix(".py").is_file()
                yield Import(inner if is_module else str(child.module), function)
        elif isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef):
            yield from imports_of(child, child.name)
        else:
            yield from imports_of(child, function)


def own_imports(module: Module) -> Iterator[Import]:
    """The imports of other modules of the package, named below it."""
    for each in imports_of(module.tree):
        if each.target.split(".")[0] == "listing_rewards":
            yield each._replace(target=each.target.removeprefix("listing_rewards").lstrip("."))


def packages_of(module: Module) -> set[str]:
    """The packages a module imports that do not come with Python."""
    names = {each.target.split(".")[0] for each in imports_of(module.tree)}
    return names - sys.stdlib_module_names - {"_csv"}


class TestLayers:
    """A module imports only from its own layer, or from those before it."""

    def test_every_module_has_its_layer(self) -> None:
        """A new part of the package is given its place here."""
        assert {module.layer for module in MODULES} - {""} == set(LAYERS)

    @every_module
    def test_data_goes_one_way(self, module: Module) -> None:
        """Nothing knows what comes after it; an answer looks up its words when asked."""
        if module.name == "":
            return
        allowed = LAYERS[: LAYERS.index(module.layer) + 1]
        for each in own_imports(module):
            if (module.name, each.function) in LATE:
                assert each.target == LATE[module.name, each.function]
            else:
                assert layer_of(each.target) in allowed, each

    def test_no_circle(self) -> None:
        """No module needs itself by way of others, types included; but for words."""
        names = {module.name for module in MODULES}
        graph = {
            module.name: {
                each.target
                for each in own_imports(module)
                if each.target in names - {module.name} and (module.name, each.function) not in LATE
            }
            for module in MODULES
        }
        assert len([*TopologicalSorter(graph).static_order()]) == len(names)

    @every_module
    def test_a_rule_knows_no_other_rule(self, module: Module) -> None:
        """General rules stand alone; a rule by hand is built from general ones."""
        if module.layer == "rules":
            rules = {
                each.target.split(".")[1]
                for each in own_imports(module)
                if each.target.startswith("rules.")
            }
            own = module.name.rpartition(".")[2]
            assert own in GENERAL_RULES | RULES_BY_HAND | {"rules"}
            assert rules <= (GENERAL_RULES if own in RULES_BY_HAND else set())

    @every_module
    def test_the_public_front_is_imported_by_nobody(self, module: Module) -> None:
        """Inside the package, names are imported from where they are made."""
        assert "" not in [each.target for each in own_imports(module)]


class TestDependencies:
    """The core needs little, and everything else is an extra."""

    @every_module
    def test_only_what_is_declared(self, module: Module) -> None:
        """Pydantic and dateutil; what an extra brings only in the part that it is for."""
        allowed = CORE_PACKAGES.union(
            *(
                packages
                for part, packages in EXTRA_PACKAGES.items()
                if f"{module.name}.".startswith(f"{part}.")
            )
        )
        assert packages_of(module) <= allowed

    @every_module
    def test_no_clock(self, module: Module) -> None:
        """What is answered depends on the as-of date, never on the day of asking."""
        for node in ast.walk(module.tree):
            if isinstance(node, ast.Attribute) and node.attr in CLOCKS:
                of = ast.unparse(node.value).rpartition(".")[2]
                assert of not in {"date", "datetime", "time", "pd"}, ast.unparse(node)
        assert "time" not in {each.target for each in imports_of(module.tree)}

    @every_module
    def test_no_chance(self, module: Module) -> None:
        """Nothing is drawn by lot."""
        drawn = {"random", "secrets", "uuid"}
        assert drawn.isdisjoint(each.target.split(".")[0] for each in imports_of(module.tree))


class TestPlainness:
    """No floating-point number, and nothing too long to read."""

    @every_module
    def test_no_float(self, module: Module) -> None:
        """No number with a decimal point is written, except in a call of `get_close_matches`."""
        closeness = {
            keyword.value
            for node in ast.walk(module.tree)
            if isinstance(node, ast.Call) and ast.unparse(node.func) == "get_close_matches"
            for keyword in node.keywords
        }
        for node in ast.walk(module.tree):
            if isinstance(node, ast.Constant) and isinstance(node.value, float):
                assert node in closeness, f"line {node.lineno}: {node.value}"

    @every_module
    def test_modules_are_short(self, module: Module) -> None:
        """No module is longer than can be held in mind."""
        assert len(module.text.splitlines()) <= MOST_LINES_OF_A_MODULE

    @every_module
    def test_functions_are_short(self, module: Module) -> None:
        """No function is longer than a screen, its docstring aside."""
        for node in ast.walk(module.tree):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                lines = (node.end_lineno or node.lineno) - node.lineno + 1
                if ast.get_docstring(node) is not None:
                    docstring = node.body[0]
                    lines -= (docstring.end_lineno or docstring.lineno) - docstring.lineno + 1
                assert lines <= MOST_LINES_OF_A_FUNCTION, node.name


class TestPublicNames:
    """The front of the package."""

    def test_few_and_all_there(self) -> None:
        """Fewer than 30 names, sorted, each of which can be imported."""
        names = listing_rewards.__all__
        assert len(names) < 30
        assert names == sorted(names)
        assert all(hasattr(listing_rewards, name) for name in names)
        assert (ROOT / "py.typed").is_file()

    def test_the_same_for_a_type_checker(self) -> None:
        """What is imported when it is asked for is what a type checker sees, name by name."""
        front = next(module for module in MODULES if module.name == "")
        told = {
            alias.name: str(node.module).removeprefix("listing_rewards.")
            for node in ast.walk(front.tree)
            if isinstance(node, ast.ImportFrom)
            for alias in node.names
        }
        known = {name: home for name, home in told.items() if name in listing_rewards.__all__}
        assert known == listing_rewards._HOMES

    def test_no_other_name(self) -> None:
        """A name that is not public is refused as in any module."""
        with pytest.raises(AttributeError, match="has no attribute 'nonsense'"):
            listing_rewards.nonsense  # type: ignore[attr-defined]  # noqa: B018

    def test_nothing_is_imported_before_it_is_asked_for(self) -> None:
        """Importing the package brings in none of its parts, and not pydantic."""
        code = "import sys, listing_rewards; print(*sys.modules)"
        done = subprocess.run(
            [sys.executable, "-c", code], capture_output=True, text=True, check=True
        )
        assert "pydantic" not in done.stdout
        assert "listing_rewards.policy" not in done.stdout
        assert "listing_rewards" in done.stdout
