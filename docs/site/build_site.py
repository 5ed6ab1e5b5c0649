"""Builds the site of the documentation in build/site-docs: English, and Chinese under zh/.

What the generator warns of is a failure, and so is a public name without an entry, or a page that
would load anything from elsewhere.
"""

from __future__ import annotations

import logging
import re
import shutil
import sys
from html.parser import HTMLParser

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort
from mkdocstrings import Inventory
from public_names import public_names
from site_layout import HOME, ROOT, Lang, Layout

PAGES = ROOT / "build" / "site-pages"
SITE = ROOT / "build" / "site-docs"


LANGUAGES: dict[Lang, str] = {"en": "English", "zh": "中文"}
WAY: dict[Lang, str] = {"en": "zh/", "zh": "../"}
"""From one language's pages to the other's."""


def build_one(lang: Lang) -> None:
    """Lay out the pages of a language and build them."""
    pages = PAGES / lang
    nav = Layout(lang, pages).write()
    config = load_config(
        str(ROOT / "mkdocs.yml"),
        docs_dir=str(pages),
        site_dir=str(SITE / HOME[lang]),
        nav=nav,
    )
    config.theme["language"] = lang
    config.extra["alternate"] = [
        {"lang": each, "name": name, "link": "" if each == lang else WAY[lang]}
        for each, name in LANGUAGES.items()
    ]
    build(config)


class Loaded(HTMLParser):
    """What a page makes a browser load."""

    def __init__(self) -> None:
        super().__init__()
        self.addresses: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note what a tag loads."""
        given = dict(attrs)
        if tag == "link" and given.get("rel") not in {"canonical", "alternate", "next", "prev"}:
            self.addresses.append(given.get("href") or "")
        if tag in {"script", "img", "iframe", "source", "video", "audio", "embed"}:
            self.addresses.append(given.get("src") or "")


def from_elsewhere() -> list[str]:
    """Every page or stylesheet that would load something from another place."""
    found = []
    for path in sorted(SITE.rglob("*.html")):
        page = Loaded()
        page.feed(path.read_text(encoding="utf-8"))
        found += [f"{path}: {each}" for each in page.addresses if re.match(r"(\w+:)?//", each)]
    for path in sorted(SITE.rglob("*.css")):
        loads = re.findall(
            r"(?:@import|url\()\s*[\"']?((?:\w+:)?//[^\"')]+)", path.read_text("utf-8")
        )
        found += [f"{path}: {each}" for each in loads]
    return found


def without_entry() -> list[str]:
    """Every public name that the API reference has no entry for."""
    with (SITE / "objects.inv").open("rb") as file:
        entries = Inventory.parse_sphinx(file)
    every = (f"{module}.{name}" for module, names in public_names().items() for name in names)
    return [name for name in every if name not in entries]


def main() -> None:
    """Build both languages and look at what came out."""
    logging.basicConfig(level=logging.WARNING, format="%(levelname)s: %(message)s")
    for folder in (PAGES, SITE):
        shutil.rmtree(folder, ignore_errors=True)
    try:
        for lang in HOME:
            build_one(lang)
    except Abort as aborted:
        sys.exit(str(aborted))
    faults = [f"no entry: {name}" for name in without_entry()]
    faults += [f"loads from elsewhere: {each}" for each in from_elsewhere()]
    if faults:
        sys.exit("\n".join(faults))
    pages = sum(1 for _ in SITE.rglob("*.html"))
    print(f"{pages} pages in {SITE.relative_to(ROOT)}")


if __name__ == "__main__":
    main()
