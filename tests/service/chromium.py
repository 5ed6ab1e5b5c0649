"""A headless Chromium driven over its debugging pipe: pages opened, asked and typed into."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

PROGRAM = shutil.which("chromium")
OPTIONS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
    "--remote-debugging-pipe",
)  # fmt: skip
PATIENCE = 60
"""Seconds that a page may take."""


class Tab:
    """A page in the browser.

    Attributes:
        asked: every address that the page asked for.
        said: what it wrote to its console.
    """

    def __init__(self, write: int, read: int) -> None:
        self._write, self._read = write, read
        self._number, self._rest = 0, b""
        self._session = ""
        self.asked: list[str] = []
        self.said: list[str] = []
        target = self._call("Target.createTarget", url="about:blank")["targetId"]
        attached = self._call("Target.attachToTarget", targetId=target, flatten=True)
        self._session = attached["sessionId"]
        for domain in ("Page", "Runtime", "Network"):
            self._call(f"{domain}.enable")

    def open(self, address: str) -> None:
        """Open an address."""
        self._call("Page.navigate", url=address)

    def value(self, expression: str) -> Any:
        """What an expression of JavaScript is in the page."""
        found = self._call(
            "Runtime.evaluate", expression=expression, returnByValue=True, awaitPromise=True
        )
        if "exceptionDetails" in found:
            raise AssertionError(found["exceptionDetails"])
        return found["result"].get("value")

    def wait_for(self, expression: str) -> None:
        """Wait until an expression holds."""
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            if self.value(f"Boolean({expression})"):
                return
            time.sleep(0.1)
        raise AssertionError(f"never held: {expression}; said: {self.said}")

    def type(self, text: str) -> None:
        """Type into the field that has the focus, key by key."""
        for sign in text:
            self._call("Input.dispatchKeyEvent", type="char", text=sign)

    def press(self, key: str) -> None:
        """Press Tab or Enter."""
        code, text = {"Tab": (9, ""), "Enter": (13, "\r")}[key]
        for kind in ("keyDown", "keyUp"):
            self._call(
                "Input.dispatchKeyEvent",
                type=kind,
                key=key,
                text=text if kind == "keyDown" else "",
                windowsVirtualKeyCode=code,
            )

    def _call(self, method: str, **parameters: Any) -> dict[str, Any]:
        self._number += 1
        message = {"id": self._number, "method": method, "params": parameters}
        if self._session:
            message["sessionId"] = self._session
        os.write(self._write, json.dumps(message).encode() + b"\0")
        while True:
            found = self._next()
            if found.get("id") == self._number:
                assert "error" not in found, found["error"]
                answer: dict[str, Any] = found["result"]
                return answer
            self._note(found)

    def _note(self, found: dict[str, Any]) -> None:
        if found.get("method") == "Network.requestWillBeSent":
            request = found["params"]["request"]
            if not request["url"].startswith("data:"):  # the browser's own signs
                self.asked.append(f"{request['method']} {request['url']}")
        elif found.get("method") in {"Runtime.exceptionThrown", "Runtime.consoleAPICalled"}:
            self.said.append(json.dumps(found["params"])[:1500])

    def _next(self) -> dict[str, Any]:
        while b"\0" not in self._rest:
            self._rest += os.read(self._read, 1 << 16)
        line, _, self._rest = self._rest.partition(b"\0")
        found: dict[str, Any] = json.loads(line)
        return found


@contextmanager
def browser() -> Iterator[Tab]:
    """A browser with one page, ended in the end."""
    to_it, from_us = os.pipe()
    to_us, from_it = os.pipe()

    def place() -> None:
        os.dup2(to_it, 3)
        os.dup2(from_it, 4)

    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        running = subprocess.Popen(
            [str(PROGRAM), *OPTIONS, f"--user-data-dir={profile}"],
            preexec_fn=place,
            pass_fds=(3, 4, to_it, from_it),
            stderr=subprocess.DEVNULL,
        )
        try:
            yield Tab(from_us, to_us)
        finally:
            running.kill()
            running.wait()
            for each in (to_it, from_us, to_us, from_it):
                os.close(each)
