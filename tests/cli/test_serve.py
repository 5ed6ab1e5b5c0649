"""The command `serve`: where it listens, for whom, under which policies."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import pytest
import uvicorn
from command import run_command
from starlette.testclient import TestClient

SOURCE = "zhanjiang-bse-2023"
TOKEN = "a-token-of-twenty-signs"  # noqa: S105  (of this test)


@pytest.fixture
def served(monkeypatch: pytest.MonkeyPatch) -> list[tuple[Any, dict[str, Any]]]:
    """What would be served, in the place of serving it."""
    found: list[tuple[Any, dict[str, Any]]] = []
    monkeypatch.setattr(uvicorn, "run", lambda app, **how: found.append((app, how)))
    return found


def test_on_this_machine_alone(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    served: list[tuple[Any, dict[str, Any]]],
) -> None:
    """Unless it is said otherwise; no request is logged."""
    assert run_command(monkeypatch, "serve", "-p", SOURCE, "--port", "8123") == 0
    ((app, how),) = served
    assert how == {
        "host": "127.0.0.1", "port": 8123, "access_log": False, "log_level": "warning",
    }  # fmt: skip
    assert "http://127.0.0.1:8123/" in capsys.readouterr().err
    assert [each["id"] for each in TestClient(app).get("/v1/policies").json()] == [SOURCE]


def test_for_others_with_a_token(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    served: list[tuple[Any, dict[str, Any]]],
    tmp_path: Path,
) -> None:
    """Beyond this machine it asks for one, and never prints it."""
    assert run_command(monkeypatch, "serve", "--host", "0.0.0.0", "--lang", "zh") == 2  # noqa: S104
    assert "请用 --token-file 给出令牌" in capsys.readouterr().err
    (tmp_path / "token").write_text(f"{TOKEN}\n")
    words = ("serve", "--host", "0.0.0.0", "--token-file", tmp_path / "token")  # noqa: S104
    assert run_command(monkeypatch, *words) == 0
    captured = capsys.readouterr()
    assert TOKEN not in captured.err + captured.out
    client = TestClient(served[0][0])
    assert client.get("/v1/policies").status_code == 401
    right = {"Authorization": f"Bearer {TOKEN}"}
    assert client.get("/v1/policies", headers=right).status_code == 200


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("-p", "nope"), "there is no policy 'nope'"),
        (("--token-file", "no-such-file"), "no-such-file"),
        (("--token-file", __file__ + "/x"), "test_serve.py/x"),
    ],
)
def test_what_cannot_be_served(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    served: list[tuple[Any, dict[str, Any]]],
    words: tuple[str, ...],
    said: str,
) -> None:
    """One sentence, exit status 2, and nothing listens."""
    assert run_command(monkeypatch, "serve", *words) == 2
    assert said in capsys.readouterr().err
    assert not served


def test_without_its_extra(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """It names what to install."""
    monkeypatch.setitem(sys.modules, "uvicorn", None)
    assert run_command(monkeypatch, "serve") == 2
    assert "serve" in capsys.readouterr().err
