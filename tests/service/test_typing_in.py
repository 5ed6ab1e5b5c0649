"""The page in a browser, filled in as a person fills it in: by keyboard."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
import uvicorn

from listing_rewards.service.browser import pages_router
from listing_rewards.service.desk import desk_for
from listing_rewards.service.http import application

from .asking import OWN
from .chromium import PROGRAM, browser


@contextmanager
def served(*policies: str) -> Iterator[str]:
    """The service on this machine: its address."""
    desk = desk_for(policies or [OWN])
    app = application(desk)
    app.include_router(pages_router(desk))
    server = uvicorn.Server(uvicorn.Config(app, port=0, access_log=False, log_level="error"))
    running = threading.Thread(target=server.run, daemon=True)
    running.start()
    while not server.started:
        time.sleep(0.05)
    try:
        (port,) = (each.getsockname()[1] for server in server.servers for each in server.sockets)
        yield f"http://127.0.0.1:{port}/"
    finally:
        server.should_exit = True
        running.join()


@pytest.mark.skipif(not PROGRAM, reason="needs Chromium")
def test_by_keyboard_the_answer_follows_every_change() -> None:
    """Name, financing and as-of date typed; then a row added, and what is wrong marked."""
    with served() as address, browser() as tab:
        tab.open(f"{address}?lang=en")
        tab.wait_for("document.querySelector('#case')")
        tab.value("document.querySelector('#f-as_of').focus()")
        tab.type("12312025")
        tab.value("document.querySelector('#f-enterprise-name').focus()")
        tab.type("示例甲公司")
        tab.value("document.querySelector('#f-events-regional_financing-0-on').focus()")
        tab.type("08012023")
        tab.value("document.querySelector('#f-events-regional_financing-0-amount').focus()")
        tab.type("3000000")
        tab.wait_for("document.querySelector('#beside').innerText.includes('60,000.00 yuan')")
        tab.value("document.querySelector('#f-events-regional_financing-0-amount').focus()")
        tab.type("x")
        tab.wait_for("document.querySelector('#beside .faults a')")
        marked = "document.querySelector('#f-events-regional_financing-0-amount')"
        tab.wait_for(f"{marked}.getAttribute('aria-invalid') === 'true'")
        tab.value("document.querySelector('#beside .faults a').click()")
        assert tab.value(f"document.activeElement === {marked}")
        tab.value(f"{marked}.value = '3000000'")
        more = "[...document.querySelectorAll('[data-more]')].at(-2)"
        tab.value(f"{more}.focus()")
        tab.press("Enter")
        tab.wait_for("document.activeElement.id.endsWith('-1-on')")
        tab.type("09012023")
        tab.value("document.activeElement.closest('.row').querySelector('[inputmode]').focus()")
        tab.type("1000000")
        tab.wait_for("document.querySelector('#beside').innerText.includes('80,000.00 yuan')")
        assert not tab.said
        assert all(each.partition(" ")[2].startswith(address) for each in tab.asked)
