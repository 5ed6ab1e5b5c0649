"""The site of the documentation: every page and every public name is in it, and nothing foreign."""

from __future__ import annotations

import re
from importlib import import_module
from pathlib import Path

import build_site
import pytest
from public_names import public_names
from site_api import pages_of_modules, summary
from site_layout import Lang, Layout, marked

from docs.test_docs import PAGES, ROOT, blocks_of

_IMPORTED = re.compile(r"^(?:>>> )?from (listing_rewards[\w.]*) import (\([^)]*\)|.*)$", re.M)


def named_in_the_pages() -> set[tuple[str, str]]:
    """Every name that a page imports from the library, with the module."""
    return {
        (module, name)
        for page in PAGES
        for block in blocks_of(page)
        if block.lang == "python"
        for module, names in _IMPORTED.findall(block.text)
        for name in re.findall(r"\w+", re.sub(r"#.*", "", names))
    }


def test_every_name_that_a_page_imports_has_an_entry() -> None:
    """A name that the documentation tells people to use is in the API reference."""
    entries = {
        id(getattr(import_module(module), name))
        for module, names in public_names().items()
        for name in names
    }
    assert len(named_in_the_pages()) > 20
    missing = [
        f"{module}.{name}"
        for module, name in sorted(named_in_the_pages())
        if id(getattr(import_module(module), name)) not in entries
    ]
    assert not missing


def test_every_exported_name_has_one_entry() -> None:
    """What a public module exports stands once, and no entry is of a name that is not there."""
    entries = re.findall(r"^::: (\S+)$", "\n".join(pages_of_modules().values()), re.M)
    assert len(entries) == len(set(entries))
    for module, names in public_names().items():
        home = import_module(module)
        for name in names:
            assert hasattr(home, name)
            assert f"{module}.{name}" in entries
        for name in getattr(home, "__all__", ()):
            assert any(each.endswith(f".{name}") for each in entries), f"{module}.{name}"


def test_every_entry_says_what_it_is() -> None:
    """No public name is without a docstring."""
    every = [f"{module}.{name}" for module, names in public_names().items() for name in names]
    assert [name for name in every if not summary(name)] == []


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_every_page_is_listed(lang: Lang, tmp_path: Path) -> None:
    """The index of each language leads to every page, or the navigation would not have it."""
    nav = str(Layout(lang, tmp_path).write())
    for page in tmp_path.rglob("*.md"):
        place = page.relative_to(tmp_path).as_posix()
        assert place.startswith("checkout/") or f"'{place}'" in nav, place


class TestAPageAsItIsLaidOut:
    """What the generator would read otherwise than a web view of Markdown."""

    def told(self, lang: Lang, text: str) -> str:
        """A page of the how-to guides, laid out."""
        page = ROOT / "docs" / "how-to" / f"a-page{'.zh-CN' if lang == 'zh' else ''}.md"
        return Layout(lang, Path()).told(page, page.parent, text)[0]

    def test_a_block_that_names_a_file(self) -> None:
        """It keeps its language, and shows the name."""
        told = self.told("en", "```toml our.toml\n[a](b.md)\n```\n")
        assert told == '```toml title="our.toml"\n[a](b.md)\n```\n'

    def test_a_list_below_a_line(self) -> None:
        """It is a list without a blank line before it, too."""
        assert self.told("en", "Two:\n- a\n- b\n") == "Two:\n\n- a\n- b\n"
        assert self.told("en", "Two:\n1. a\n2. b\n") == "Two:\n\n1. a\n2. b\n"

    def test_lines_of_chinese(self) -> None:
        """They are one paragraph without a blank between the sentences."""
        assert self.told("zh", "第一句。\n第二句。\n") == "第一句。第二句。\n"
        assert self.told("en", "第一句。\n第二句。\n") == "第一句。\n第二句。\n"

    def test_what_leads_to_the_other_language(self) -> None:
        """The switch at the top goes; a link in the text leads to the other site."""
        assert self.told("en", "[中文](use-the-page.zh-CN.md)\n\nText.\n") == "\nText.\n"
        told = self.told("en", "See [this](use-the-page.zh-CN.md#甲), in Chinese.\n")
        assert told == 'See <a href="../zh/how-to/use-the-page.html#甲">this</a>, in Chinese.\n'
        told = self.told("zh", "见[那里](use-the-page.md)。\n")
        assert told == '见<a href="../../how-to/use-the-page.html">那里</a>。\n'

    def test_a_page_that_is_not_in_chinese(self) -> None:
        """It says so under its title, unless it is in both languages."""
        assert "本页只有英文版。" in marked("# Title\n\nText.\n")
        assert marked("# Title\n\n本页中英文对照：列。\n") == "# Title\n\n本页中英文对照：列。\n"

    def test_a_link_to_a_page_of_the_same_language(self) -> None:
        """It leads to the page under the name that both languages share."""
        told = self.told(
            "zh", "[甲](use-the-page.zh-CN.md#乙)[丙](../adr/0006-what-silence-means.md)"
        )
        assert told == "[甲](use-the-page.md#乙)[丙](../adr/0006-what-silence-means.md)"

    def test_a_link_out_of_the_documentation(self) -> None:
        """It leads to the file as a page."""
        told = self.told("en", "[a](../../examples/index.toml) [b](../../examples/policies)")
        assert told == (
            "[a](../checkout/examples/index.toml.md) [b](../checkout/examples/policies/index.md)"
        )


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.html", '<script src="https://cdn.example/x.js"></script>'),
        ("a.html", '<link rel="stylesheet" href="//fonts.example/x.css">'),
        ("a.html", '<img src="http://images.example/x.png">'),
        ("a.css", "@import 'https://fonts.example/x.css';"),
        ("a.css", "a { background: url(https://images.example/x.png) }"),
    ],
)
def test_what_is_loaded_from_elsewhere_is_found(
    name: str, text: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each way in which a page could load something from another place."""
    monkeypatch.setattr(build_site, "SITE", tmp_path)
    (tmp_path / name).write_text(text, encoding="utf-8")
    assert len(build_site.from_elsewhere()) == 1
    own = '<script src="assets/x.js"></script><a href="https://a.example/">a link loads nothing</a>'
    (tmp_path / name).write_text(own, encoding="utf-8")
    assert build_site.from_elsewhere() == []
