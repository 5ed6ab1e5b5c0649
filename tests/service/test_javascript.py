"""A client in JavaScript, generated from the OpenAPI document, gets what `assess` gives.

By hand: it installs packages of npm. `make javascript` does that and runs this.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

import pytest

from .asking import OWN, QUESTIONS, SOURCE, Asked, service
from .test_typing_in import served

ROOT = Path(__file__).parents[2]
CLIENT = ROOT / "build" / "javascript"
pytestmark = [
    pytest.mark.skipif(not shutil.which("node"), reason="needs Node.js"),
    pytest.mark.skipif(
        not (CLIENT / "node_modules").is_dir(), reason="its packages are missing: make javascript"
    ),
]


def run(*words: str) -> subprocess.CompletedProcess[str]:
    """A command in the client's folder."""
    return subprocess.run(words, cwd=CLIENT, capture_output=True, encoding="utf-8", check=False)


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    """The service on this machine, and the client generated from its OpenAPI document."""
    document = service().get("/openapi.json").text
    (CLIENT / "openapi.json").write_text(document, encoding="utf-8")
    for script in ("generate", "build"):
        done = run("npm", "run", script)
        assert done.returncode == 0, done.stdout + done.stderr
    with served(SOURCE, OWN) as found:
        yield found.removesuffix("/")


def asked_together() -> list[list[Asked]]:
    """The examples, those of one policy and day together."""

    def key(asked: Asked) -> tuple[str, str]:
        return asked.policy, str(asked.as_of)

    return [list(each) for _, each in groupby(sorted(QUESTIONS, key=key), key=key)]


def test_every_example(address: str, tmp_path: Path) -> None:
    """Name, payable and at most of every example, to the fen."""
    seen = 0
    for together in asked_together():
        files = []
        for number, asked in enumerate(together):
            files.append(str(tmp_path / f"{number}.json"))
            Path(files[-1]).write_bytes(asked.body)
        day = str(together[0].as_of)
        done = run("node", "built/assess.js", address, together[0].policy, day, *files)
        assert done.returncode == 0, done.stderr
        for asked, line in zip(together, done.stdout.splitlines(), strict=True):
            answer = asked.answer
            limit = answer.payable_at_most
            at_most = "no limit" if limit is None else str(limit)
            expected = [answer.case.enterprise.name, str(answer.payable), at_most]
            assert line.split("\t") == expected, asked.name
            seen += 1
    assert seen == len(QUESTIONS)


def test_what_is_wrong_is_said(address: str, tmp_path: Path) -> None:
    """Each fault with the file, and exit status 1."""
    case = {
        "enterprise": {"name": "示例甲公司"},
        "events": [{"kind": "neeq_listd", "on": "2024-03-01"}],
    }
    (tmp_path / "case.json").write_text(json.dumps(case), encoding="utf-8")
    file = os.fspath(tmp_path / "case.json")
    done = run("node", "built/assess.js", address, SOURCE, "2025-12-31", file)
    assert done.returncode == 1
    assert f"{file}: " in done.stderr
    assert "neeq_listd" in done.stderr
