"""The page without a server: a folder written whole, and in a browser the same answers."""

from __future__ import annotations

import http.server
import json
import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pydantic_core
import pytest
from command import run_command

from listing_rewards import Case, Policy, load_policy
from listing_rewards.errors import ListingRewardsError
from listing_rewards.service.desk import desk_for
from listing_rewards.service.fields import filled
from listing_rewards.service.offline import Offline
from listing_rewards.service.pages import Pages, Question
from listing_rewards.service.site import PYODIDE, Parts, packed, write_site

from .asking import OWN, QUESTIONS, SOURCE
from .chromium import PROGRAM, browser

WHEEL = f"pydantic_core-{pydantic_core.__version__}-cp314-cp314-pyemscripten_2026_0_wasm32.whl"
REAL = tuple(map(os.environ.get, ("LISTING_REWARDS_PYODIDE", "LISTING_REWARDS_PYDANTIC_CORE")))
"""Where Pyodide and the wheel are, for the tests that run them; not set elsewhere."""


def parts_in(folder: Path) -> Parts:
    """What stands for Pyodide and the wheel, without being able to run."""
    pyodide = folder / "pyodide"
    pyodide.mkdir()
    for name in PYODIDE:
        (pyodide / name).write_text(name)
    info = {"info": {"python": "3.14.2", "abi_version": "2026_0"}}
    (pyodide / "pyodide-lock.json").write_text(json.dumps(info))
    with ZipFile(folder / WHEEL, "w") as wheel:
        wheel.writestr("pydantic_core/__init__.py", "ours = True\n")
        wheel.writestr("pydantic_core-1.dist-info/METADATA", "")
    return Parts(pyodide, folder / WHEEL)


def policies() -> list[Policy]:
    """The policies that it offers."""
    return [load_policy(OWN), load_policy(SOURCE)]


class TestFolder:
    """What is written."""

    def test_all_of_it(self, tmp_path: Path) -> None:
        """Pages, Pyodide, the policies, and every package that the browser needs."""
        write_site(tmp_path / "site", parts_in(tmp_path), policies())
        names = {path.name for path in (tmp_path / "site").iterdir()}
        assert names == {
            "index.html", "site.js", "form.js", "style.css", "policies.json", "packages.zip",
            "pyodide",
        }  # fmt: skip
        assert {path.name for path in (tmp_path / "site" / "pyodide").iterdir()} == {*PYODIDE}
        whole = json.loads((tmp_path / "site" / "policies.json").read_text(encoding="utf-8"))
        assert [Policy.model_validate(each) for each in whole] == policies()
        with ZipFile(tmp_path / "site" / "packages.zip") as archive:
            held = archive.namelist()
            assert archive.read("pydantic_core/__init__.py") == b"ours = True\n"
        for name in (
            "listing_rewards/service/offline.py", "listing_rewards/service/templates/form.html",
            "listing_rewards/report/page/templates/page.html", "pydantic/__init__.py",
            "listing_rewards/policy/documents/zhanjiang-bse-2023.toml", "jinja2/__init__.py",
            "markupsafe/_native.py", "typing_extensions.py", "dateutil/relativedelta.py",
        ):  # fmt: skip
            assert name in held
        assert not [name for name in held if name.endswith((".so", ".pyc")) or "/cli/" in name]

    def test_the_same_twice(self, tmp_path: Path) -> None:
        """Byte for byte, so that a bureau can compare what it was given."""
        core = parts_in(tmp_path).core
        assert packed(core) == packed(core)

    def test_nothing_comes_from_elsewhere(self, tmp_path: Path) -> None:
        """No address outside in the pages, and a policy of the page that forbids it."""
        write_site(tmp_path / "site", parts_in(tmp_path), policies())
        page = (tmp_path / "site" / "index.html").read_text(encoding="utf-8")
        assert "default-src 'none'" in page
        for name in ("index.html", "site.js", "form.js", "style.css"):
            assert "://" not in (tmp_path / "site" / name).read_text(encoding="utf-8")

    def test_a_folder_in_use_is_left_alone(self, tmp_path: Path) -> None:
        """An empty one is filled."""
        parts = parts_in(tmp_path)
        target = tmp_path / "site"
        target.mkdir()
        write_site(target, parts, policies())
        assert (target / "index.html").is_file()
        with pytest.raises(ListingRewardsError, match="is in use"):
            write_site(target, parts, policies())

    def test_what_is_not_pyodide_or_not_its_wheel(self, tmp_path: Path) -> None:
        """It says which file is missing, or which wheel is wanted; and writes nothing."""
        parts = parts_in(tmp_path)
        other = tmp_path / "pydantic_core-2.0.0-cp311-cp311-manylinux_2_17_x86_64.whl"
        other.write_bytes(b"")
        with pytest.raises(ListingRewardsError, match=WHEEL.replace(".", r"\.")):
            write_site(tmp_path / "site", parts._replace(core=other), policies())
        (parts.pyodide / "pyodide.mjs").unlink()
        with pytest.raises(ListingRewardsError, match=r"pyodide\.mjs"):
            write_site(tmp_path / "site", parts, policies())
        assert not (tmp_path / "site").exists()

    def test_a_damaged_wheel(self, tmp_path: Path) -> None:
        """Is told, and nothing half written is left."""
        parts = parts_in(tmp_path)
        parts.core.write_bytes(b"PK nonsense")
        with pytest.raises(ListingRewardsError):
            write_site(tmp_path / "site", parts, policies())
        assert {path.name for path in tmp_path.iterdir()} == {"pyodide", WHEEL}


class TestCommand:
    """`listing-rewards site`."""

    def test_it_writes_the_folder(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        """Under the policies that are named; a folder in use is exit status 2."""
        parts = parts_in(tmp_path)
        words = (
            "site", "-o", tmp_path / "site", "--pyodide", parts.pyodide,
            "--pydantic-core", parts.core, "-p", SOURCE, "--lang", "zh",
        )  # fmt: skip
        assert run_command(monkeypatch, *words) == 0
        assert "可由任何文件服务器发布" in capsys.readouterr().err
        whole = json.loads((tmp_path / "site" / "policies.json").read_text(encoding="utf-8"))
        assert [each["id"] for each in whole] == [SOURCE]
        assert run_command(monkeypatch, *words) == 2
        assert "文件夹已有内容" in capsys.readouterr().err


class TestOffline:
    """What the browser calls."""

    @pytest.mark.parametrize("address", ["", "answer", "case.json", "report"])
    def test_it_answers_what_the_service_answers(self, address: str) -> None:
        """Byte for byte, under policies that came as JSON."""
        whole = json.dumps([each.model_dump(mode="json") for each in policies()])
        offline, pages = Offline(whole), Pages(desk_for([OWN, SOURCE]))
        for asked in QUESTIONS[:3]:
            fields = fields_of(asked.body, asked.policy, str(asked.as_of))
            found = offline.answer(address, json.dumps([*fields.items()]))
            expected = pages.answer_to(address, Question(fields))
            assert found == (expected.content, expected.media_type, expected.keep_as)


def fields_of(body: bytes, policy: str, as_of: str) -> dict[str, str]:
    """The form of an example, filled in."""
    case = filled(Case.model_validate_json(body), load_policy(policy))
    return {**case, "policy": policy, "as_of": as_of, "lang": "zh"}


def _files(folder: Path) -> Iterator[Path]:
    """Every file below a folder."""
    return (path for path in folder.rglob("*") if path.is_file())


@contextmanager
def given_out(folder: Path) -> Iterator[str]:
    """A folder given out by a file server on this machine: its address."""

    class Files(http.server.SimpleHTTPRequestHandler):
        def __init__(self, *parts: Any) -> None:
            super().__init__(*parts, directory=str(folder))

        def log_message(self, *_: object) -> None:
            """Nothing is logged."""

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Files)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()


@pytest.mark.skipif(not all((*REAL, PROGRAM)), reason="needs Pyodide, its wheel and Chromium")
def test_in_a_browser_every_example_is_answered_as_by_the_library(tmp_path: Path) -> None:
    """By Python in the page; it asks its own folder for files, and sends nothing anywhere."""
    pyodide, core = (Path(str(each)) for each in REAL)
    write_site(tmp_path / "site", Parts(pyodide, core), policies())
    with given_out(tmp_path / "site") as address, browser() as tab:
        tab.open(address)
        tab.wait_for("document.querySelector('#case')")
        for asked in QUESTIONS:
            fields = fields_of(asked.body, asked.policy, str(asked.as_of))
            said = tab.value(
                f"(() => {{ const form = new FormData(); for (const [key, text] of "
                f"{json.dumps([*fields.items()])}) form.set(key, text);"
                " return window.listingRewardsAsk('answer', form); })()"
            )
            expected = Pages(desk_for([OWN, SOURCE])).answer_to("answer", Question(fields))
            assert said == expected.content.decode(), asked.name
        held = {
            path.relative_to(tmp_path / "site").as_posix() for path in _files(tmp_path / "site")
        }
        for each in tab.asked:
            assert each.removeprefix(f"GET {address}") in {"", "favicon.ico", *held}
        assert not tab.said
