"""The illustrative policy as JSONLogic for datalogic, traced.

JSONLogic has no names for what was worked out before, so that each amount repeats what it rests on.
"""

from __future__ import annotations

import json
from typing import Any

from datalogic_py import Engine

from peers.policy import CAP, FIRST, LAST, NOTICES, RATE, REGIONAL_CAP, STAGES

Rule = dict[str, Any]


def _var(name: str) -> Rule:
    return {"var": name}


def _in_force(day: Rule) -> Rule:
    return {"and": [{">=": [day, FIRST]}, {"<=": [day, LAST]}]}


def _seasoned() -> Rule:
    listed = _var("neeq_listed")
    a_year_on = {"cat": [{"+": [{"substr": [listed, 0, 4]}, 1]}, {"substr": [listed, 4]}]}
    tested_on = {"??": [_var("bse_applied"), _var("bse_accepted")]}
    return {"and": [listed, tested_on, {">=": [tested_on, a_year_on]}]}


def _nominal(stage: str) -> Rule:
    amount, seasoned = STAGES[stage]
    needs = [_var(stage), _in_force(_var(stage)), {"??": [_var("eligible"), True]}]
    return {"if": [{"and": [*needs, *([_seasoned()] if seasoned else [])]}, amount, 0]}


def _paid(stage: str) -> Rule:
    return {"??": [_var(f"{stage}_paid"), 0]}


def _entitled(stage: str) -> Rule:
    earlier = [*STAGES][: [*STAGES].index(stage)]
    room = {"max": [{"-": [CAP, {"+": [0, *map(_nominal, earlier)]}]}, 0]}
    return {"min": [_nominal(stage), room]}


def _regional() -> Rule:
    counted = {"filter": [{"??": [_var("regional_financing"), []]}, _in_force(_var("on"))]}
    added = {"+": [_var("accumulator"), _var("current.amount")]}
    financed = {"reduce": [counted, added, 0]}
    reward = {"min": [{"*": [financed, float(RATE)]}, REGIONAL_CAP]}
    return {"max": [{"-": [reward, _paid("regional")]}, 0]}


def _rule() -> Rule:
    owed = {stage: {"max": [{"-": [_entitled(stage), _paid(stage)]}, 0]} for stage in STAGES}
    room = {"max": [{"-": [CAP, {"+": [0, *map(_paid, STAGES)]}]}, 0]}
    stages = {"min": [{"+": [0, *owed.values()]}, room]}
    notices = {
        f"{law}: {stage}": {"and": [{">=": [_var(stage), since]}, {">": [_nominal(stage), 0]}]}
        for law, (since, stages_of) in NOTICES.items()
        for stage in stages_of
    }
    return {
        "payable": {"+": [stages, _regional()]},
        "stages": owed,
        "regional": _regional(),
        "notices": notices,
    }


_RULE = json.dumps(_rule())
_ENGINE = Engine()


def answer(text: str) -> dict[str, Any]:
    """The whole answer with its trace, from a flat record as JSON."""
    return dict(json.loads(_ENGINE.evaluate_with_trace(_RULE, text, "template")))


def payable(answered: dict[str, Any]) -> str:
    """Yuan payable, of an answer."""
    return f"{answered['result']['payable']:.2f}"
