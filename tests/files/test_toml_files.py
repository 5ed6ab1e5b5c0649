"""Small TOML files that people write beside a table: what cannot be read is said in one way."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from listing_rewards import load_policy
from listing_rewards.errors import InvalidFile
from listing_rewards.files.reading.column_map import read_column_map
from listing_rewards.files.reading.payment_ledger import read_titles
from listing_rewards.files.writing.settings import read_settings

POLICY = load_policy("zhanjiang-bse-2023-illustrative")
READERS: dict[str, Callable[[str], Any]] = {
    "award names": lambda name: read_titles(name, POLICY),
    "column map": lambda name: read_column_map(name, POLICY),
    "settings": read_settings,
}


@pytest.mark.parametrize("reader", READERS.values(), ids=READERS)
@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("a = " + "[" * 5000, "too deeply"),
        ("a = " + "[" * 5000 + "]" * 5000, "too deeply"),
        ("a = “挂牌”", "quotes"),
        ("标题 = 'a'", "“标题”|'标题'|标题"),
        ("a = ", "line 1"),
    ],
    ids=["open brackets", "nested", "quotes", "name", "nothing"],
)
def test_no_toml(tmp_path: Path, reader: Callable[[str], Any], text: str, says: str) -> None:
    """One sentence, with the file and the line, and what to write instead."""
    file = tmp_path / "a.toml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(InvalidFile, match=says) as raised:
        reader(str(file))
    assert {each.code for each in raised.value.faults} == {"bad_toml"}
    assert {each.file for each in raised.value.faults} == {str(file)}


@pytest.mark.parametrize("reader", READERS.values(), ids=READERS)
def test_no_file(tmp_path: Path, reader: Callable[[str], Any]) -> None:
    """A file that is not there is named."""
    with pytest.raises(InvalidFile, match="nothing here"):
        reader(str(tmp_path / "nothing here.toml"))


def test_award_names(tmp_path: Path) -> None:
    """A title as a ledger writes it, with an award's id or its own title."""
    award = POLICY.awards[0]
    file = tmp_path / "names.toml"
    file.write_text(
        f'"挂牌奖" = "{award.id}"\r\n"奖励" = "{award.title.zh}"\r\n', encoding="gb18030"
    )
    assert read_titles(str(file), POLICY) == {"挂牌奖": award.id, "奖励": award.id}
    file.write_text('"挂牌奖" = "neeq"\n"奖励" = 3\n', encoding="utf-8")
    with pytest.raises(InvalidFile) as raised:
        read_titles(str(file), POLICY)
    assert [(each.code, each.path) for each in raised.value.faults] == [
        ("unknown_award", "挂牌奖"),
        ("unknown_award", "奖励"),
    ]
