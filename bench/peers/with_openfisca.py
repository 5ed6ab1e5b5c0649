"""The illustrative policy as OpenFisca variables of an enterprise, traced."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from typing import Any

import numpy as np
from openfisca_core.entities import build_entity
from openfisca_core.periods import DateUnit
from openfisca_core.simulation_builder import SimulationBuilder
from openfisca_core.taxbenefitsystems import TaxBenefitSystem
from openfisca_core.variables import Variable

from peers.policy import CAP, FIRST, LAST, NOTICES, RATE, REGIONAL_CAP, STAGES

PERIOD = "2025-12-31"
NEVER = date(1, 1, 1)
ENTERPRISE = build_entity(
    key="enterprise", plural="enterprises", label="An enterprise", is_person=True
)
Formula = Callable[..., Any]


def _variable(name: str, kind: type, formula: Formula | None = None) -> type[Variable]:
    parts: dict[str, Any] = {
        "value_type": kind,
        "entity": ENTERPRISE,
        "definition_period": DateUnit.ETERNITY,
        "label": name,
    }
    if kind is date:
        parts["default_value"] = NEVER
    if formula:
        parts["formula"] = lambda of, period, _parameters=None: formula(of, period)
    return type(name, (Variable,), parts)


def _in_force(stage: str) -> Formula:
    first, last = np.datetime64(FIRST), np.datetime64(LAST)
    return lambda of, period: (of(stage, period) >= first) & (of(stage, period) <= last)


def _seasoned(of: Any, period: Any) -> Any:
    listed, applied = of("neeq_listed", period), of("bse_applied", period)
    never = np.datetime64(NEVER)
    tested = np.where(applied == never, of("bse_accepted", period), applied)
    month = listed.astype("M8[M]") + 12
    last_of_month = (month + 1).astype("M8[D]") - 1
    same_day = month.astype("M8[D]") + (listed - listed.astype("M8[M]").astype("M8[D]"))
    a_year_on = np.minimum(same_day, last_of_month)
    return (listed != never) & (tested != never) & (tested >= a_year_on)


def _nominal(stage: str, amount: int, *, seasoned: bool) -> Formula:
    def formula(of: Any, period: Any) -> Any:
        due = of(f"{stage}_in_force", period) & of("eligible", period)
        return amount * (due & of("seasoned", period) if seasoned else due)

    return formula


def _entitled(stage: str, earlier: list[str]) -> Formula:
    def formula(of: Any, period: Any) -> Any:
        taken = sum(of(f"{each}_nominal", period) for each in earlier)
        return np.minimum(of(f"{stage}_nominal", period), np.maximum(CAP - taken, 0))

    return formula


def _owed(of: Any, period: Any, name: str, of_what: str) -> Any:
    return np.maximum(of(of_what, period) - of(f"{name}_paid", period), 0)


def _payable(of: Any, period: Any) -> Any:
    owed = sum(of(f"{stage}_payable", period) for stage in STAGES)
    paid = sum(of(f"{stage}_paid", period) for stage in STAGES)
    return np.minimum(owed, np.maximum(CAP - paid, 0)) + of("regional_payable", period)


def _notice(stage: str, since: str) -> Formula:
    def formula(of: Any, period: Any) -> Any:
        return (of(stage, period) >= np.datetime64(since)) & (of(f"{stage}_nominal", period) > 0)

    return formula


def _variables() -> list[type[Variable]]:
    found = [_variable("bse_applied", date), _variable("seasoned", bool, _seasoned)]
    eligible = _variable("eligible", bool)
    eligible.default_value = True
    found += [eligible, _variable("financed", float), _variable("regional_paid", float)]
    earlier: list[str] = []
    for stage, (amount, seasoned) in STAGES.items():
        found += [
            _variable(stage, date),
            _variable(f"{stage}_paid", float),
            _variable(f"{stage}_in_force", bool, _in_force(stage)),
            _variable(f"{stage}_nominal", float, _nominal(stage, amount, seasoned=seasoned)),
            _variable(f"{stage}_entitled", float, _entitled(stage, [*earlier])),
            _variable(
                f"{stage}_payable",
                float,
                lambda of, period, stage=stage: _owed(of, period, stage, f"{stage}_entitled"),
            ),
        ]
        earlier.append(stage)
    regional = _variable(
        "regional_nominal",
        float,
        lambda of, period: np.minimum(of("financed", period) * float(RATE), REGIONAL_CAP),
    )
    owed = _variable(
        "regional_payable",
        float,
        lambda of, period: _owed(of, period, "regional", "regional_nominal"),
    )
    found += [regional, owed, _variable("payable", float, _payable)]
    for law, (since, stages) in NOTICES.items():
        name = law.replace("-", "_")
        found += [_variable(f"{name}_{each}", bool, _notice(each, since)) for each in stages]
    return found


def _system() -> TaxBenefitSystem:
    system = TaxBenefitSystem([ENTERPRISE])
    for variable in _variables():
        system.add_variable(variable)
    return system


_SYSTEM = _system()
_ASKED = ["payable", *(name for name in _SYSTEM.variables if name.startswith(("decree", "fair")))]


def _inputs(flat: dict[str, Any]) -> dict[str, Any]:
    """The flat record as OpenFisca takes it; it has no lists, so that financings are added up."""
    stated = {**flat}
    financings = stated.pop("regional_financing", [])
    stated["financed"] = sum(each["amount"] for each in financings if FIRST <= each["on"] <= LAST)
    return {name: {"ETERNITY": value} for name, value in stated.items()}


def answer(text: str) -> Any:
    """The whole answer with its trace, from a flat record as JSON."""
    situation = {"enterprises": {"it": _inputs(json.loads(text))}}
    simulation = SimulationBuilder().build_from_entities(_SYSTEM, situation)
    simulation.trace = True
    results = {name: simulation.calculate(name, PERIOD)[0] for name in _ASKED}
    return results, simulation.tracer.get_serialized_flat_trace()


def payable(answered: Any) -> str:
    """Yuan payable, of an answer."""
    return f"{answered[0]['payable']:.2f}"


def answer_all(columns: dict[str, Any]) -> dict[str, Any]:
    """What is payable to each of many enterprises, in yuan, with neither trace nor notices.

    Takes arrays of days, not-a-time where nothing happened, and of whole fen.
    """
    simulation = SimulationBuilder().build_default_simulation(_SYSTEM, len(columns["neeq_listed"]))
    for stage in (*STAGES, "bse_applied"):
        days = np.where(np.isnat(columns[stage]), np.datetime64(NEVER), columns[stage])
        simulation.set_input(stage, "ETERNITY", days)
    financed = columns["regional_financing"]
    counts = (financed >= np.datetime64(FIRST)) & (financed <= np.datetime64(LAST))
    amount = np.where(counts, columns["regional_financing_amount"], 0) / 100
    simulation.set_input("financed", "ETERNITY", amount)
    simulation.set_input("neeq_listed_paid", "ETERNITY", columns["paid_neeq_listed"] / 100)
    names = {stage: f"{stage}_payable" for stage in STAGES}
    names |= {"payable": "payable", "regional_financing": "regional_payable"}
    return {of: simulation.calculate(name, PERIOD) for of, name in names.items()}
