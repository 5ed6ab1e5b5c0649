"""Writes examples/explained/: every example's answer in both languages, for each day asked.

``--check`` writes nothing and fails where a file is not what it would be.
"""

from __future__ import annotations

import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

from listing_rewards import Case, assess, load_policy

HERE = Path(__file__).parent
LANGS: tuple[Literal["en", "zh"], ...] = ("en", "zh")


def explained() -> Iterator[tuple[Path, str]]:
    """Each file and what belongs in it."""
    index = tomllib.loads((HERE / "index.toml").read_text(encoding="utf-8"))
    for example in index["example"]:
        text = (HERE / "cases" / example["file"]).read_text(encoding="utf-8")
        case = Case.model_validate_json(text)
        policy = load_policy(example["policy"])
        answers = [assess(case, policy, as_of=asked["as_of"]) for asked in example["asked"]]
        for lang in LANGS:
            name = f"{Path(example['file']).stem}.{lang}.txt"
            parts = [example[lang], *(answer.explain(lang) for answer in answers)]
            yield HERE / "explained" / name, f"\n\n{'=' * 80}\n\n".join(parts) + "\n"


def main() -> None:
    """Write the files, or with ``--check`` compare them."""
    stale = []
    for path, text in explained():
        if "--check" not in sys.argv:
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, encoding="utf-8")
        elif not path.is_file() or path.read_text(encoding="utf-8") != text:
            stale.append(path.name)
    if stale:
        sys.exit(f"out of date, run `make reference`: {', '.join(stale)}")


if __name__ == "__main__":
    main()
