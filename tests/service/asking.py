"""The service under test, and the examples it is asked for."""

from __future__ import annotations

import tomllib
from datetime import date
from functools import cache
from pathlib import Path
from typing import NamedTuple

from profiles import part_of
from starlette.testclient import TestClient

from listing_rewards import Assessment, Case, assess, load_policy
from listing_rewards.service.desk import desk_for
from listing_rewards.service.http import application

EXAMPLES = Path(__file__).parents[2] / "examples"
SOURCE, OWN = "zhanjiang-bse-2023", "zhanjiang-bse-2023-illustrative"
JSON = {"content-type": "application/json"}
LINES = {"content-type": "application/x-ndjson"}


class Asked(NamedTuple):
    """An example asked for on a day: its JSON, and what the library answers."""

    name: str
    body: bytes
    policy: str
    as_of: date

    @property
    def answer(self) -> Assessment:
        """What `assess` answers."""
        case = Case.model_validate_json(self.body)
        return assess(case, load_policy(self.policy), as_of=self.as_of)

    def address(self, what: str, more: str = "") -> str:
        """Where the service answers it."""
        return f"/v1/policies/{self.policy}/{what}?as_of={self.as_of}{more}"


def _every_question() -> list[Asked]:
    index = tomllib.loads((EXAMPLES / "index.toml").read_text(encoding="utf-8"))
    return [
        Asked(
            f"{example['file']} {asked['as_of']}",
            (EXAMPLES / "cases" / example["file"]).read_bytes(),
            example["policy"],
            asked["as_of"],
        )
        for example in index["example"]
        for asked in example["asked"]
    ]


QUESTIONS = _every_question()
SOME = part_of(QUESTIONS, 4)


@cache
def service() -> TestClient:
    """The service with the shipped policies."""
    return TestClient(application(desk_for()))
