"""The page without a server, written as a folder: Pyodide, Python packages, policies, pages.

Everything in the browser comes from this folder. Pyodide is the npm package of that name; the one
compiled package, pydantic-core, is its wheel for Pyodide; all others are pure Python and are taken
from where this runs.
"""

from __future__ import annotations

import io
import json
import re
import shutil
import tempfile
from collections.abc import Iterable, Iterator
from importlib.resources import files
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile, ZipInfo

import pydantic_core

from listing_rewards.errors import InvalidFile, fault
from listing_rewards.files.streams import reason
from listing_rewards.policy.model import Policy
from listing_rewards.service.pages import script, style

PYODIDE = (
    "pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm", "python_stdlib.zip", "pyodide-lock.json",
)  # fmt: skip
"""What the browser loads of Pyodide."""
_PACKAGES = (
    "listing_rewards", "pydantic", "annotated_types", "typing_extensions", "typing_inspection",
    "dateutil", "jinja2", "markupsafe", "openpyxl", "et_xmlfile",
    "olefile", "xlrd",
)  # fmt: skip
_LEFT_OUT = ("listing_rewards/cli/", "listing_rewards/engines/columns/", "pydantic/v1/")
_KEPT = frozenset({".py", ".toml", ".html", ".css", ".js", ".typed"})
_BEGINNING = (1980, 1, 1, 0, 0, 0)
_WHEEL = re.compile(
    r"pydantic_core-(?P<version>[^-]+)-(?P<python>cp\d+)-\w+-(?P<platform>\w+)\.whl"
)


class Parts(NamedTuple):
    """What the site is made of besides this library.

    Attributes:
        pyodide: the folder of the npm package ``pyodide``.
        core: the wheel of pydantic-core for Pyodide.
    """

    pyodide: Path
    core: Path


def write_site(folder: Path, parts: Parts, policies: Iterable[Policy]) -> None:
    """Write the folder; it appears whole or not at all.

    Args:
        folder: where; it must not exist yet, or be empty.
        parts: Pyodide and the wheel.
        policies: the policies that the page offers.

    Raises:
        InvalidFile: the folder is in use or cannot be written, or a part is not what is needed.
    """
    target = folder.resolve()
    if target.exists() and (not target.is_dir() or any(target.iterdir())):
        raise InvalidFile(fault("folder_in_use").at(file=str(folder)))
    _check(parts)
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=target.parent, prefix=f".{target.name}.") as beside:
            whole = Path(beside) / "site"
            _write(whole, parts, policies)
            if target.exists():
                target.rmdir()
            whole.rename(target)
    except OSError as error:
        raise InvalidFile(
            fault("unwritable_file", detail=reason(error)).at(file=str(folder))
        ) from None


def _check(parts: Parts) -> None:
    missing = [name for name in PYODIDE if not (parts.pyodide / name).is_file()]
    if missing:
        raise InvalidFile(fault("not_pyodide", missing[0]).at(file=str(parts.pyodide)))
    try:
        info = json.loads((parts.pyodide / "pyodide-lock.json").read_text(encoding="utf-8"))["info"]
        python, abi = "cp" + "".join(info["python"].split(".")[:2]), info["abi_version"]
    except (ValueError, KeyError, TypeError):
        raise InvalidFile(fault("not_pyodide", PYODIDE[-1]).at(file=str(parts.pyodide))) from None
    wanted = (
        f"pydantic_core-{pydantic_core.__version__}-{python}-{python}-pyemscripten_{abi}_wasm32.whl"
    )
    found = _WHEEL.fullmatch(parts.core.name)
    if found is None or parts.core.name != wanted or not parts.core.is_file():
        raise InvalidFile(fault("not_the_wheel", parts.core.name, wanted=wanted))


def _write(folder: Path, parts: Parts, policies: Iterable[Policy]) -> None:
    pyodide = folder / "pyodide"
    pyodide.mkdir(parents=True)
    for name in PYODIDE:
        shutil.copyfile(parts.pyodide / name, pyodide / name)
    whole = [policy.model_dump(mode="json") for policy in policies]
    texts = {
        "index.html": _template("site.html"),
        "site.js": _template("site.js"),
        "form.js": script(),
        "style.css": style(),
        "policies.json": json.dumps(whole, ensure_ascii=False),
    }
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8", newline="\n")
    (folder / "packages.zip").write_bytes(packed(parts.core))


def _template(name: str) -> str:
    return (files(__package__) / "templates" / name).read_text(encoding="utf-8")


def packed(core: Path) -> bytes:
    """The Python packages in one archive; the same packages give the same bytes.

    Raises:
        InvalidFile: the wheel is none.
    """
    found = dict(_pure())
    try:
        with ZipFile(core) as wheel:
            for name in wheel.namelist():
                if name.startswith("pydantic_core/") and not name.endswith("/"):
                    found[name] = wheel.read(name)
    except BadZipFile:
        raise InvalidFile(fault("damaged_archive").at(file=str(core))) from None
    content = io.BytesIO()
    with ZipFile(content, "w", ZIP_DEFLATED) as archive:
        for name in sorted(found):
            entry = ZipInfo(name, _BEGINNING)
            entry.compress_type = ZIP_DEFLATED
            archive.writestr(entry, found[name])
    return content.getvalue()


def _pure() -> Iterator[tuple[str, bytes]]:
    """The files of the packages of pure Python, as they are installed here."""
    for package in _PACKAGES:
        spec = find_spec(package)
        if spec is None or spec.origin is None:
            continue
        origin = Path(spec.origin)
        if not spec.submodule_search_locations:
            yield origin.name, origin.read_bytes()
            continue
        for path in sorted(origin.parent.rglob("*")):
            name = path.relative_to(origin.parent.parent).as_posix()
            if path.suffix in _KEPT and not name.startswith(_LEFT_OUT):
                yield name, path.read_bytes()
