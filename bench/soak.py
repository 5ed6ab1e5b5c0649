"""Many clients on the service of this machine for some minutes: answers, times, memory.

It starts `listing-rewards serve` on 127.0.0.1, lets each client ask for one example after another,
compares every answer with the library's, byte for byte, and reads the memory of the service every
five seconds (where /proc is). It ends with status 1 where an answer differs or the memory grows.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import socket
import subprocess
import sys
import time
import tomllib
from dataclasses import dataclass, field
from datetime import date
from itertools import count
from pathlib import Path
from statistics import quantiles

import httpx2 as httpx

from listing_rewards import Assessment, Case, assess, load_policy

EXAMPLES = Path(__file__).parents[1] / "examples"
EVERY = 5
"""Seconds between two readings of the memory."""
GROWTH = 1.1
"""The memory at the end may be so many times that after the first fifth."""


@dataclass(frozen=True)
class Question:
    """An address, a body, and the bytes that must come back."""

    address: str
    body: bytes
    expected: bytes


@dataclass
class Seen:
    """What was seen: seconds of each answer, answers that differ, memory in MiB."""

    seconds: list[float] = field(default_factory=list)
    different: list[str] = field(default_factory=list)
    memory: list[float] = field(default_factory=list)
    processor: float = 0
    """Seconds of the service's processor time."""


def questions() -> list[Question]:
    """Every example on each of its days: the whole answer, and the words in Chinese."""
    index = tomllib.loads((EXAMPLES / "index.toml").read_text(encoding="utf-8"))
    asked = []
    for example in index["example"]:
        body = (EXAMPLES / "cases" / example["file"]).read_bytes()
        for day in (each["as_of"] for each in example["asked"]):
            answer = answer_of(body, example["policy"], day)
            start = f"/v1/policies/{example['policy']}"
            whole, words = answer.model_dump_json(), answer.in_words("zh").model_dump_json()
            for what, text in (("assessments?", whole), ("explanations?lang=zh&", words)):
                asked.append(Question(f"{start}/{what}as_of={day}", body, text.encode()))
    return asked


def answer_of(body: bytes, policy: str, as_of: date) -> Assessment:
    """What the library answers."""
    return assess(Case.model_validate_json(body), load_policy(policy), as_of=as_of)


async def client(number: int, base: str, asked: list[Question], until: float, seen: Seen) -> None:
    """One client: the questions in turn, each client beginning with another."""
    async with httpx.AsyncClient(base_url=base, timeout=60) as connection:
        for turn in count(number):
            if time.monotonic() >= until:
                return
            question = asked[turn % len(asked)]
            start = time.perf_counter()
            found = await connection.post(
                question.address,
                content=question.body,
                headers={"content-type": "application/json"},
            )
            seen.seconds.append(time.perf_counter() - start)
            if found.status_code != 200 or found.content != question.expected:
                seen.different.append(f"{found.status_code} {question.address}")


async def memory(process: int, until: float, seen: Seen) -> None:
    """The resident memory of the service, read from time to time."""
    status = Path(f"/proc/{process}/status")
    while status.exists() and time.monotonic() < until:
        line = next(each for each in status.read_text().splitlines() if each.startswith("VmRSS"))
        seen.memory.append(int(line.split()[1]) / 1024)
        await asyncio.sleep(EVERY)


def processor_time(process: int) -> float:
    """Seconds that a process has computed so far; 0 where /proc is not."""
    path = Path(f"/proc/{process}/stat")
    if not path.exists():
        return 0
    user, system = path.read_text().rpartition(")")[2].split()[11:13]
    return (int(user) + int(system)) / os.sysconf("SC_CLK_TCK")


async def soak(clients: int, minutes: float, process: int, base: str) -> Seen:
    """All clients at once, until the time is over."""
    asked, seen = questions(), Seen()
    until = time.monotonic() + minutes * 60
    every = (client(number, base, asked, until, seen) for number in range(clients))
    before = processor_time(process)
    await asyncio.gather(memory(process, until, seen), *every)
    seen.processor = processor_time(process) - before
    return seen


def told(seen: Seen, minutes: float) -> dict[str, object]:
    """The figures."""
    cuts = quantiles(seen.seconds, n=100)
    settled = seen.memory[len(seen.memory) // 5 :]
    return {
        "answers": len(seen.seconds),
        "answers a second": round(len(seen.seconds) / minutes / 60, 1),
        "answers a second of processor time": round(len(seen.seconds) / (seen.processor or 1)),
        "different": len(seen.different),
        "ms, median": round(cuts[49] * 1000),
        "ms, 99 of 100": round(cuts[98] * 1000),
        "ms, longest": round(max(seen.seconds) * 1000),
        "MiB after the first fifth": round(settled[0], 1) if settled else None,
        "MiB at most": round(max(settled), 1) if settled else None,
        "MiB at the end": round(settled[-1], 1) if settled else None,
    }


def wait_until_ready(base: str) -> None:
    """Until the service answers, a minute at most."""
    for _ in range(240):
        try:
            if httpx.get(f"{base}/readyz").status_code == 200:
                return
        except httpx.TransportError:
            time.sleep(0.25)
    sys.exit("the service did not begin")


def main() -> None:
    """Start the service, ask, tell the figures, end it."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--clients", type=int, default=50)
    options.add_argument("--minutes", type=float, default=10)
    given = options.parse_args()
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    base = f"http://127.0.0.1:{port}"
    command = (sys.executable, "-m", "listing_rewards", "serve", "--port", str(port))
    service = subprocess.Popen(command, stderr=subprocess.DEVNULL)  # noqa: S603  (our own)
    try:
        wait_until_ready(base)
        seen = asyncio.run(soak(given.clients, given.minutes, service.pid, base))
    finally:
        service.terminate()
        service.wait()
    figures = told(seen, given.minutes)
    print(json.dumps(figures, indent=1))
    settled = seen.memory[len(seen.memory) // 5 :]
    if seen.different or (settled and settled[-1] > settled[0] * GROWTH):
        sys.exit(1)


if __name__ == "__main__":
    main()
