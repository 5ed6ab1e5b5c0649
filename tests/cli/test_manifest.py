"""A sealed set of records: what is deleted, added, repeated, exchanged or altered is found."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from audit.forging import document, sha256, signed
from command import run_command

from listing_rewards.audit.manifest import Manifest

EXAMPLES = Path(__file__).parents[2] / "examples"
ASKED = ("--policy", "zhanjiang-bse-2023-illustrative", "--as-of", "2025-12-31")
Captured = pytest.CaptureFixture[str]
Patch = pytest.MonkeyPatch


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: Patch, capsys: Captured) -> Path:
    """The records of the eight enterprises of the example table, with their manifest."""
    path = tmp_path / "records.jsonl"
    assert run_command(monkeypatch, "record", EXAMPLES / "enterprises.csv", *ASKED, "-o", path) == 0
    capsys.readouterr()
    return path


def sealed(kept: Path) -> Path:
    """The manifest beside a file of records."""
    return kept.with_name("records.manifest.json")


def test_what_it_holds(kept: Path) -> None:
    """Count, totals, dates, policies, digests of each record and of the file."""
    stated = Manifest.model_validate_json(sealed(kept).read_bytes())
    assert (stated.file, stated.count) == ("records.jsonl", 8)
    assert stated.file_sha256 == hashlib.sha256(kept.read_bytes()).hexdigest()
    assert (str(stated.payable), str(stated.payable_at_most)) == ("20680000.00", "28180000.00")
    assert [str(each) for each in stated.as_of] == ["2025-12-31"]
    (policy,) = stated.policies
    first, *_ = map(json.loads, kept.read_text(encoding="utf-8").splitlines())
    assert (policy.id, policy.digest) == (first["policy"]["id"], first["digests"]["policy"])
    assert stated.records[0].digest == first["digests"]["record"]
    whole = json.loads(sealed(kept).read_text(encoding="utf-8"))
    assert whole.pop("digest") == sha256(whole)


def test_whole(kept: Path, monkeypatch: Patch, capsys: Captured) -> None:
    """Nothing is found of a set as it was written."""
    assert run_command(monkeypatch, "verify", kept, "--manifest", sealed(kept)) == 0
    assert "The file is as its manifest says: 8 records." in capsys.readouterr().err


def _lower(lines: list[str]) -> None:
    """Another record of the same enterprise, with honest digests: a forged total."""
    forged = json.loads(lines[1])
    forged["result"]["payable"] = forged["result"]["payable_at_most"] = "90000.00"
    lines[1] = json.dumps(signed(forged), ensure_ascii=False)


def _exchange(lines: list[str]) -> None:
    lines[0] = json.dumps(document("17-not-eligible"), ensure_ascii=False)


def _swap(lines: list[str]) -> None:
    lines[0], lines[1] = lines[1], lines[0]


FORGERIES: dict[str, tuple[Callable[[list[str]], object], str]] = {
    "deleted": (lambda lines: lines.pop(), "deleted"),
    "added": (
        lambda lines: lines.append(json.dumps(document("17-not-eligible"))),
        "added",
    ),
    "repeated": (lambda lines: lines.append(lines[2]), "repeated"),
    "exchanged": (_exchange, "deleted"),
    "forged with its digests made again": (_lower, "deleted"),
    "another order": (_swap, "order"),
    "written otherwise": (lambda lines: lines.append(""), "file_bytes"),
}


@pytest.mark.parametrize("name", FORGERIES)
def test_forged(name: str, kept: Path, monkeypatch: Patch, capsys: Captured) -> None:
    """Each kind of forgery is named, and the exit status is 1."""
    change, kind = FORGERIES[name]
    lines = kept.read_text(encoding="utf-8").splitlines()
    change(lines)
    kept.write_text("\n".join(lines) + "\n", encoding="utf-8")
    words = ("verify", kept, "--manifest", sealed(kept), "--format", "json")
    assert run_command(monkeypatch, *words) == 1
    capsys.readouterr()
    assert run_command(monkeypatch, "verify", kept, "--manifest", sealed(kept)) == 1
    said = capsys.readouterr().err
    assert SAID[kind] in said


SAID = {
    "deleted": "missing from the file",
    "added": "not in the manifest",
    "repeated": "stands more often",
    "order": "in another order",
    "file_bytes": "written otherwise",
}


@pytest.mark.parametrize(
    ("place", "new"),
    [
        ("count", 7),
        ("payable", "1.00"),
        ("as_of", ["2024-12-31"]),
        ("policies", []),
        ("file_sha256", "0" * 64),
        ("records", []),
        ("digest", "0" * 64),
    ],
)
def test_a_manifest_altered(
    place: str, new: Any, kept: Path, monkeypatch: Patch, capsys: Captured
) -> None:
    """With its digest left as it was, and with the digest made again."""
    path = sealed(kept)
    whole = json.loads(path.read_text(encoding="utf-8"))
    whole[place] = new
    path.write_text(json.dumps(whole, ensure_ascii=False), encoding="utf-8")
    assert run_command(monkeypatch, "verify", kept, "--manifest", path) == 1
    assert "manifest itself was altered" in capsys.readouterr().err
    if place != "digest":
        del whole["digest"]
        whole["digest"] = sha256(whole)
        path.write_text(json.dumps(whole, ensure_ascii=False), encoding="utf-8")
        assert run_command(monkeypatch, "verify", kept, "--manifest", path) == 1


def test_a_manifest_that_is_none(kept: Path, monkeypatch: Patch, capsys: Captured) -> None:
    """No partial answer: exit status 2, and nothing is verified."""
    for text in ("", "{", "[]", "{}", '{"count": 1.5}', kept.read_text(encoding="utf-8")):
        sealed(kept).write_text(text, encoding="utf-8")
        assert run_command(monkeypatch, "verify", kept, "--manifest", sealed(kept)) == 2
        assert capsys.readouterr().out == ""
