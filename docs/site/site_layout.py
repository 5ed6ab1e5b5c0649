"""Lays out the pages for the generator: one folder a language, every link leading to a page of it.

A page of a language stands under the same name in both, so that each can name the other. What a
page links to outside docs/ (an example, a test, the changelog) comes along under checkout/: a page
of Markdown as it is, another text as a block of code, a folder as a list.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from os.path import relpath
from pathlib import Path
from typing import Literal

from site_api import overview, pages_of_modules

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
Lang = Literal["en", "zh"]
OTHER: dict[Lang, Lang] = {"en": "zh", "zh": "en"}
CHINESE = ".zh-CN.md"
HOME: dict[Lang, Path] = {"en": Path(), "zh": Path("zh")}
API = "reference/api.md"
BOTH = "本页中英文对照"
"""What a page of both languages says of itself."""
MODULES: dict[Lang, str] = {"en": "Module by module", "zh": "各模块"}
UNSEARCHED = "---\nsearch:\n  exclude: true\n---\n\n"
CODE = {"py": "python", "md": "markdown", "txt": "text", "jsonl": "json", "cfg": "ini"}

_FENCED = re.compile(
    r"^(?P<fence>```|~~~)(?P<head>[^\n]*)\n(?P<body>.*?)^(?P=fence)[ ]*$", re.M | re.S
)
_NAMED = re.compile(r"^(\w+) +(?!title=)(\S.*)$")
_LINK = re.compile(r"(?<!!)\[(?P<text>(?:[^\[\]]|\[[^\]]*\])*)\]\((?P<to>[^)\s]+)\)")
_SWITCH = re.compile(r"^\[(?:中文|English)\]\([^)]+\)(?:\n| · )| \[中文\]\([^)]+\)$", re.M)
"""What leads to the page in the other language, which every page has at its top."""
_LIST_AFTER_TEXT = re.compile(r"^(?![-*|#>\s]|\d+\. )(.+)\n(?=(?:[-*]|\d+\.) )", re.M)
_CHINESE_LINES = re.compile(r"(?<=[，。：；！？、）”])\n(?=[\u4e00-\u9fff“（《`\[])")


def marked(text: str) -> str:
    """A page without a Chinese one among the Chinese: it says under its title if it is English."""
    if BOTH in text:
        return text
    return re.sub(
        r"^(# .+)$", r'\1\n\n!!! note ""\n    本页只有英文版。\n', text, count=1, flags=re.M
    )


def title_of(path: Path) -> str:
    """The title of a page of Markdown, the name of another file."""
    title = re.search(r"^# (.+)", path.read_text("utf-8"), re.M) if path.suffix == ".md" else None
    return title[1] if title else path.name


def listed_by(index: Path) -> tuple[str, dict[str, dict[Path, str]]]:
    """The title of a first page, and of each of its sections the pages with their titles."""
    text = index.read_text("utf-8")
    parts = re.split(r"^\*\*(.+?)\*\*", text, flags=re.M)
    sections = {
        title: {
            (DOCS / link["to"]).resolve(): link["text"]
            for link in re.finditer(r"^- " + _LINK.pattern, section, re.M)
        }
        for title, section in zip(parts[1::2], parts[2::2], strict=True)
    }
    return title_of(index), sections


@dataclass
class Layout:
    """The pages of one language, as they are written to a folder."""

    lang: Lang
    into: Path
    pages: dict[Path, str] = field(default_factory=dict)
    """Where each file of the checkout stands, by its path."""

    def write(self) -> list[object]:
        """Write every page; the navigation of the site."""
        waiting = [path for path in sorted(DOCS.glob("**/*.md")) if self.speaks(path)]
        while waiting:
            path = waiting.pop(0)
            if path not in self.pages:
                self.pages[path] = self.place_of(path)
                waiting += self.write_one(path)
        for name, text in {API: overview(), **pages_of_modules()}.items():
            self.put(name, marked(text) if self.lang == "zh" else text)
        (self.into / "site.css").write_bytes((DOCS / "site" / "site.css").read_bytes())
        return self.navigation()

    def speaks(self, path: Path) -> bool:
        """Whether a page is this language's: its own, or an English one that has no other."""
        return self.counterpart(path) == path

    def counterpart(self, path: Path) -> Path:
        """The page of this language for a page of either."""
        english = path.with_name(path.name.replace(CHINESE, ".md"))
        chinese = english.with_name(english.stem + CHINESE)
        return chinese if self.lang == "zh" and chinese.exists() else english

    def place_of(self, path: Path) -> str:
        """Where a file of the checkout stands among the pages."""
        english = path.with_name(path.name.replace(CHINESE, ".md"))
        if english.is_relative_to(DOCS) and english.suffix == ".md":
            return english.relative_to(DOCS).as_posix()
        if path.is_relative_to(DOCS):
            return f"{path.relative_to(DOCS).as_posix()}/index.md"
        inside = "checkout/" + english.relative_to(ROOT).as_posix()
        if path.is_dir():
            return f"{inside}/index.md"
        return inside if path.suffix == ".md" else f"{inside}.md"

    def put(self, place: str, text: str) -> None:
        """Write one page."""
        file = self.into / place
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")

    def write_one(self, path: Path) -> list[Path]:
        """Write the page of one file; the files that it links to."""
        name = path.relative_to(ROOT).as_posix()
        if path.is_dir():
            inside = sorted(each.name for each in path.iterdir() if each.name[0] not in "._")
            links = "\n".join(f"- [{title_of(path / each)}]({each})" for each in inside)
            text, linked = self.told(path, path, f"# {name}\n\n{links}\n")
            self.put(self.place_of(path), UNSEARCHED + text)
            return linked
        text = path.read_text(encoding="utf-8")
        if path.suffix != ".md":
            code = CODE.get(path.suffix[1:], path.suffix[1:])
            self.put(self.place_of(path), f"{UNSEARCHED}# {name}\n\n~~~~~~{code}\n{text}\n~~~~~~\n")
            return []
        text, linked = self.told(path, path.parent, text)
        foreign = self.lang == "zh" and not path.name.endswith(CHINESE)
        self.put(self.place_of(path), marked(text) if foreign else text)
        return linked

    def told(self, path: Path, folder: Path, text: str) -> tuple[str, list[Path]]:
        """A page as the generator reads it, and the files of the checkout that it links to."""
        here = Path(self.place_of(path)).parent
        parts: list[str] = []
        linked: list[Path] = []
        last = 0
        for found in [*_FENCED.finditer(text), None]:
            prose = text[last : found.start() if found else len(text)]
            prose = _SWITCH.sub("", prose)
            prose = _LIST_AFTER_TEXT.sub(r"\1\n\n", prose)
            if self.lang == "zh":
                prose = _CHINESE_LINES.sub("", prose)
            parts.append(_LINK.sub(lambda link: self.link(here, folder, link, linked), prose))
            if found:
                head = _NAMED.sub(r'\1 title="\2"', found["head"].strip())
                parts.append(f"{found['fence']}{head}\n{found['body']}{found['fence']}")
                last = found.end()
        return "".join(parts), linked

    def link(self, here: Path, folder: Path, link: re.Match[str], linked: list[Path]) -> str:
        """A link of a page that stands in `here`, to where its target stands."""
        to, sign, anchor = link["to"].partition("#")
        if not to or re.match(r"[a-z]+:", to):
            return link[0]
        target = (folder / to).resolve()
        there = self.place_of(target)
        if target.suffix == ".md" and self.counterpart(target) != target:
            page = Path(there).with_suffix(".html")
            other = relpath(HOME[OTHER[self.lang]] / page, HOME[self.lang] / here)
            return f'<a href="{other}{sign}{anchor}">{link["text"]}</a>'
        linked.append(target)
        return f"[{link['text']}]({relpath(there, here)}{sign}{anchor})"

    def navigation(self) -> list[object]:
        """The sections of the documentation's first page, each page under its own title.

        What only the English first page lists stands at the end of its section.
        """
        own = DOCS / ("index.zh-CN.md" if self.lang == "zh" else "index.md")
        home, sections = listed_by(own)
        _, english = listed_by(DOCS / "index.md")
        every = {self.place_of(path) for pages in sections.values() for path in pages}
        nav: list[object] = [{home: "index.md"}]
        for (title, pages), others in zip(sections.items(), english.values(), strict=True):
            further = {
                path: title_of(self.counterpart(path))
                for path in others
                if self.place_of(path) not in every
            }
            nav.append(
                {
                    title: [
                        each for entry in (pages | further).items() for each in self.entries(*entry)
                    ]
                }
            )
        return nav

    def entries(self, path: Path, title: str) -> list[object]:
        """A page in the navigation, or the pages of a folder; the API with its modules."""
        place = self.place_of(path)
        if path.is_dir():
            within = sorted(self.into.glob(f"{Path(place).parent}/*.md"))
            return [{title: [each.relative_to(self.into).as_posix() for each in within]}]
        modules = [{MODULES[self.lang]: list(pages_of_modules())}] if place == API else []
        return [{title: place}, *modules]
