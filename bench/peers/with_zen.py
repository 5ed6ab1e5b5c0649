"""The illustrative policy as a zen-engine decision: a graph of expressions and a table, traced."""

from __future__ import annotations

import json
from itertools import pairwise
from typing import Any

from zen import ZenEngine

from peers.policy import CAP, FIRST, LAST, NOTICES, RATE, REGIONAL_CAP, STAGES

OPTIONS: Any = {"trace": True}


def _expressions(name: str, expressions: dict[str, str]) -> dict[str, Any]:
    rows = [
        {"id": f"{name}-{key}", "key": key, "value": value} for key, value in expressions.items()
    ]
    content = {"expressions": rows, "passThrough": True}
    return {"id": name, "name": name, "type": "expressionNode", "content": content}


def _facts() -> dict[str, str]:
    """Which days lie in the plan, whether a year was full, what was paid."""
    found = {
        f"{stage}_in_force": f"{stage} != null"
        f" and d({stage}) >= d('{FIRST}') and d({stage}) <= d('{LAST}')"
        for stage in STAGES
    }
    return found | {
        "is_eligible": "(eligible ?? true)",
        "tested_on": "bse_applied ?? bse_accepted",
        "full_on": "neeq_listed != null ? string(d(neeq_listed).add(1, 'year')) : null",
        "seasoned": "(neeq_listed != null and $.tested_on != null)"
        " ? d($.tested_on) >= d(neeq_listed).add(1, 'year') : false",
        "financed": "sum(map(filter(regional_financing ?? [],"
        f" d(#.on) >= d('{FIRST}') and d(#.on) <= d('{LAST}')), #.amount))",
    }


def _amounts() -> dict[str, str]:
    """Each stage within the room that the earlier ones leave, less what was paid."""
    found: dict[str, str] = {}
    granted: list[str] = []
    for stage, (amount, seasoned) in STAGES.items():
        due = f"{stage}_in_force and is_eligible" + (" and seasoned" if seasoned else "")
        found[f"{stage}_nominal"] = f"({due}) ? {amount} : 0"
        earlier = "".join(f" - $.{each}_entitled" for each in granted)
        found[f"{stage}_entitled"] = f"min([$.{stage}_nominal, {CAP}{earlier}])"
        found[f"{stage}_payable"] = f"max([$.{stage}_entitled - ({stage}_paid ?? 0), 0])"
        granted.append(stage)
    found["regional_nominal"] = f"min([round(financed * {RATE}, 2), {REGIONAL_CAP}])"
    found["regional_payable"] = "max([$.regional_nominal - (regional_paid ?? 0), 0])"
    paid = " - ".join(f"({stage}_paid ?? 0)" for stage in STAGES)
    owed = ", ".join(f"$.{stage}_payable" for stage in STAGES)
    found["stages_payable"] = f"min([sum([{owed}]), max([{CAP} - {paid}, 0])])"
    found["payable"] = "$.stages_payable + $.regional_payable"
    return found


def _notices() -> dict[str, Any]:
    """A table that collects the laws that bear on an award."""
    columns = [{"id": "when", "name": "when"}]
    rules = []
    for law, (since, stages) in NOTICES.items():
        for stage in stages:
            earned = f"{stage}_in_force and {stage}_nominal > 0 and d({stage}) >= d('{since}')"
            rules.append({"_id": f"{law}-{stage}", "when": earned, "law": f'"{law}"'})
    content = {
        "hitPolicy": "collect",
        "inputs": columns,
        "outputs": [{"id": "law", "name": "law", "field": "law"}],
        "rules": rules,
        "passThrough": True,
        "outputPath": "notices",
    }
    return {"id": "notices", "name": "notices", "type": "decisionTableNode", "content": content}


def _decision() -> dict[str, Any]:
    nodes: list[dict[str, Any]] = [
        {"id": "case", "name": "case", "type": "inputNode", "content": {}},
        _expressions("facts", _facts()),
        _expressions("amounts", _amounts()),
        _notices(),
        {"id": "answer", "name": "answer", "type": "outputNode", "content": {}},
    ]
    edges = [
        {
            "id": f"{one['id']}-{other['id']}",
            "sourceId": one["id"],
            "targetId": other["id"],
            "type": "edge",
        }
        for one, other in pairwise(nodes)
    ]
    return {"nodes": nodes, "edges": edges}


_DECISION = ZenEngine().create_decision(json.dumps(_decision()))


def answer(text: str) -> dict[str, Any]:
    """The whole answer with its trace, from a flat record as JSON."""
    return dict(_DECISION.evaluate(json.loads(text), OPTIONS))


def payable(answered: dict[str, Any]) -> str:
    """Yuan payable, of an answer."""
    return f"{answered['result']['payable']:.2f}"
