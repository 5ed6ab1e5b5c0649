"""JSON Schema of what people write, a policy document and a case, so that an editor helps.

What a schema accepts may still be wrong: a name that is not declared, bounds out of order, a
float that happens to be whole. `load_policy` and `Case.model_validate` have the last word.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, TypeAlias

from pydantic.json_schema import GenerateJsonSchema

from listing_rewards.case import Case
from listing_rewards.errors import Lang, language
from listing_rewards.policy.amounts import Amount
from listing_rewards.policy.constructs import constructs_of
from listing_rewards.policy.model import Policy, known_policy
from listing_rewards.policy.source import Bilingual
from listing_rewards.schema_version import KEY, SCHEMA_VERSION
from listing_rewards.values.day import read_day
from listing_rewards.values.money import read_figure, read_signed_yuan, read_yuan
from listing_rewards.values.rate import read_factor, read_rate
from listing_rewards.words import say

Json: TypeAlias = dict[str, Any]

DIALECT = "https://json-schema.org/draft/2020-12/schema"

_NUMBER = "[0-9０-９][0-9０-９,，]*([.．][0-9０-９]+)?"
_UNIT = "(万元|亿元|元|万|亿|yuan)?"
_PERCENT = r"\s*[0-9０-９]+([.．][0-9０-９]+)?\s*[%％‰]\s*"
_YUAN: Json = {
    "type": ["string", "integer"],
    "pattern": rf"^\s*[¥￥]?\s*{_NUMBER}\s*{_UNIT}\s*$",
    "description": "Yuan, such as 300万元 or 3000000.00; never a float. 金额，不得写成浮点数.",
    "examples": ["300万元", "3000000.00"],
}
_SIGNED_YUAN: Json = {
    "type": ["string", "integer"],
    "pattern": rf"^\s*(红字)?\s*[(（]?\s*[-－]?\s*[¥￥]?\s*[-－]?\s*{_NUMBER}\s*{_UNIT}"
    rf"\s*[-－]?\s*[)）]?\s*{_UNIT}\s*$",
    "description": "Yuan, such as 50万元; below 0 where money came back, such as -50万元; never a "
    "float. 金额，退回的为负数，不得写成浮点数.",
    "examples": ["50万元", "-500000.00"],
}
_FIGURE: Json = {
    "type": ["string", "integer"],
    "pattern": rf"^\s*[-－]?\s*[¥￥]?\s*{_NUMBER}\s*({_UNIT}|[%％])\s*$",
    "description": "An exact number, such as 3000万元 or 8%; never a float. 数值，不得写成浮点数.",
    "examples": ["3000万元", "8%", "20"],
}
_FORM: Json = {
    "type": "integer",
    "const": SCHEMA_VERSION,
    "description": "The form of this document; left out, 1. 格式的版本，不写即为 1.",
}
_RATE: Json = {
    "type": "string",
    "pattern": f"^{_PERCENT}$",
    "description": "A percentage, such as 2%. 百分比，如 2%.",
    "examples": ["2%", "5‰"],
}
_DAY: Json = {
    "type": "string",
    "format": "date",
    "pattern": r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$",
    "examples": ["2023-07-07"],
}
_WRITTEN: Mapping[Callable[..., object], Json] = {
    read_day: _DAY,
    read_yuan: _YUAN,
    read_signed_yuan: _SIGNED_YUAN,
    read_figure: _FIGURE,
    read_rate: _RATE,
    read_factor: _RATE | {"examples": ["120%", "50%"]},
}
_EXTENDS: Json = {
    "type": "string",
    "minLength": 1,
    "title": "Extends",
    "description": "The policy that this document changes: an id, or a path relative to this file. "
    "所扩展的政策：编号，或相对于本文件的路径.",
}
_ALSO_PLAIN = ("Text", "EventKind", "FigureKind", "FlagKind")
"""What a plain string may stand for, as its name in both languages."""
_SAYS_SOURCE = [{"required": ["clause"]}, {"required": ["assumed"]}]
_WITH_NULL = ("figures", "flags", "attributes", "approved", "applied")
_UNITS = {"yuan": ("yuan", "元"), "percent": ("such as 8%", "如 8%"), "number": ("number", "个数")}


class _AsWritten(GenerateJsonSchema):
    """Amounts, figures, rates and days as people write them."""

    def generate_inner(self, schema: Any) -> Json:
        """The schema of one part; of a number or day, by the function that reads it."""
        if schema["type"] == "function-before":
            written = _WRITTEN.get(schema["function"]["function"])
            if written is not None:
                return dict(written)
        return super().generate_inner(schema)


class _InToml(_AsWritten):
    """TOML knows no null: what is not known is left out."""

    def nullable_schema(self, schema: Any) -> Json:
        """The schema of what may be left out, without null."""
        return self.generate_inner(schema["schema"])


def document_schema() -> Json:
    """The schema of a policy document as people write it in TOML, dates as text ``2023-07-07``.

    >>> schema = document_schema()
    >>> schema["required"], "extends" in schema["properties"]
    (['id', 'document'], True)
    """
    schema = Policy.model_json_schema(schema_generator=_InToml)
    models: Json = schema["$defs"]
    for model in models.values():
        _without_null_defaults(model)
        if "zh" in model.get("properties", {}):
            model["required"].remove("en")
    for name in _ALSO_PLAIN:
        model = models[name]
        head = {key: model.pop(key) for key in ("title", "description")}
        models[name] = {**head, "anyOf": [{"type": "string", "minLength": 1}, model]}
    del models["Clause"]["properties"]["document"]
    for name in ("Award", "DatedValue"):
        amount = models[name]["properties"]["amount"]
        amount["anyOf"] = [dict(_YUAN), *amount.pop("oneOf")]
    amounts = {model.__name__ for model in constructs_of(Amount).values()}
    for name, model in models.items():
        if {"clause", "assumed"} <= model.get("properties", {}).keys():
            one: Json = {"oneOf": _SAYS_SOURCE}
            model |= {"not": {"required": ["clause", "assumed"]}} if name in amounts else one
    properties: Json = schema["properties"]
    del properties["based_on"]
    _without_null_defaults(schema)
    own = {"id": properties.pop("id"), "extends": _EXTENDS}
    schema["properties"] = {**own, **properties, KEY: dict(_FORM)}
    return {**_headed(schema), **_whole_or_extending(schema)}


def _headed(schema: Json) -> Json:
    """The schema under its dialect, described by the first paragraph of what its model says."""
    return {"$schema": DIALECT, **schema, "description": schema["description"].split("\n\n")[0]}


def _without_null_defaults(model: Json) -> None:
    for part in model.get("properties", {}).values():
        if part.get("default", ...) is None:
            del part["default"]


def _whole_or_extending(schema: Json) -> Json:
    """What a document must say by itself; all but id and document only if it extends no other.

    The parts that an extending document may write in part lose their `required`, which comes back
    as a rule of its own for a document that extends nothing.
    """
    models = schema["$defs"]
    whole: Json = {}
    for table, part in schema["properties"].items():
        held = part.get("additionalProperties", part.get("items"))
        if not isinstance(held, dict) or table == "clauses":
            continue
        if refs := [each["$ref"] for each in (*held.get("oneOf", ()), held) if "$ref" in each]:
            records = [_record(models[ref.rpartition("/")[2]]) for ref in refs]
            needed = [record.pop("required", []) for record in records]
            rules: list[Json] = [{"required": names} for names in needed]
            inside = "items" if "items" in part else "additionalProperties"
            whole[table] = {inside: {"anyOf": rules} if len(rules) > 1 else rules[0]}
        if "oneOf" in held:
            held["anyOf"] = held.pop("oneOf")
    for table in ("awards", "notices"):
        name = schema["properties"][table]["items"]["$ref"].rpartition("/")[2]
        models[name]["required"] = ["id"]
    sourced = {"type": "object", "anyOf": _SAYS_SOURCE}
    changed: list[Json] = [{"not": {"required": ["amount"]}}, {"required": ["clause"]}]
    changed.append({"properties": {"amount": sourced}})
    return {
        "required": ["id", "document"],
        "if": {"required": ["extends"]},
        "then": {"properties": {"awards": {"items": {"anyOf": changed}}}},
        "else": {"required": schema["required"], "properties": whole},
    }


def _record(model: Json) -> Json:
    """The record that a model is, or one of whose two forms it is."""
    record: Json = model["anyOf"][1] if "anyOf" in model else model
    return record


def case_schema(policy: Policy | None = None, lang: Lang | None = None) -> Json:
    """The schema of a case; with a policy, of a case that states only what the policy declares.

    Args:
        policy: the policy.
        lang: the language of the titles, for a form that is made of the schema; None for the names
            of the fields. Descriptions are in both languages.

    Raises:
        ListingRewardsError: there are no titles in this language.
        InvalidPolicy: it is no policy.

    >>> from listing_rewards import load_policy
    >>> from listing_rewards.policy.schema import case_schema
    >>> schema = case_schema(load_policy("zhanjiang-bse-2023"))
    >>> schema["$defs"]["Event"]["properties"]["kind"]["oneOf"][0]
    {'const': 'neeq_listed', 'description': 'Listed on NEEQ. 新三板挂牌.'}
    >>> schema = case_schema(load_policy("zhanjiang-bse-2023"), "zh")
    >>> schema["$defs"]["Event"]["properties"]["kind"]["oneOf"][0]["title"]
    '新三板挂牌'
    """
    schema = _headed(Case.model_json_schema(schema_generator=_AsWritten))
    for table in _WITH_NULL:
        held = schema["properties"][table]
        held["additionalProperties"] = _or_null(held["additionalProperties"])
    if policy is not None:
        _narrow(schema["properties"], schema["$defs"], known_policy(policy))
    schema["properties"][KEY] = dict(_FORM)
    if lang is not None:
        _entitle(schema, policy, language(lang))
    return schema


def _entitle(schema: Json, policy: Policy | None, lang: Lang) -> None:
    """Give every part, field and value that may be chosen its title in one language."""
    properties, models = schema["properties"], schema["$defs"]
    for model in (schema, *models.values()):
        model["title"] = say("schema.model", lang, model["title"])
        for name, part in model["properties"].items():
            part["title"] = say("schema.field", lang, name)
    if policy is None:
        return
    awards = {award.id: award.title for award in policy.awards}
    tables: Mapping[str, Mapping[str, Bilingual]] = {
        "figures": policy.figures,
        "flags": policy.flags,
        "attributes": policy.attributes,
        "approved": awards,
        "applied": awards,
    }
    for table, labels in tables.items():
        for name, part in properties[table]["properties"].items():
            part["title"] = labels[name].say(lang)
    for name, attribute in policy.attributes.items():
        _entitle_values(properties["attributes"]["properties"][name], attribute.values, lang)
    payment = models["Payment"]
    _entitle_values(payment["then"]["properties"]["award"], awards, lang)
    for part in (models["Event"]["properties"]["kind"], properties["absent"]["items"]):
        _entitle_values(part, policy.events, lang)


def _entitle_values(part: Json, labels: Mapping[str, Bilingual], lang: Lang) -> None:
    for value in part.get("oneOf", ()):
        if "const" in value:
            value["title"] = labels[value["const"]].say(lang)


def _or_null(schema: Json) -> Json:
    """The schema of what may also be null, which states nothing."""
    types = schema["type"] if isinstance(schema["type"], list) else [schema["type"]]
    values = {"oneOf": [*schema["oneOf"], {"type": "null"}]} if "oneOf" in schema else {}
    return {**schema, "type": [*types, "null"], **values}


def _narrow(properties: Json, models: Json, policy: Policy) -> None:
    events, awards = _one_of(policy.events), {each.id: each.title for each in policy.awards}
    figures = {
        name: _FIGURE | {"description": _label(figure, _UNITS[figure.unit])}
        for name, figure in policy.figures.items()
    }
    by_year = {
        rf"^{name}\.(19|20|21)\d\d$": figures.pop(name)
        for name, figure in policy.figures.items()
        if figure.yearly
    }
    flags = {
        name: {"type": "boolean", "description": _label(flag)}
        for name, flag in policy.flags.items()
    }
    attributes = {
        name: {"description": _label(attribute), **_one_of(attribute.values)}
        for name, attribute in policy.attributes.items()
    }
    approved = {
        award.id: _YUAN | {"description": _label(award.title)}
        for award in policy.awards
        if award.is_a_ceiling
    }
    tables = {"figures": figures, "flags": flags, "attributes": attributes, "approved": approved}
    tables["applied"] = {name: _DAY | {"description": _label(x)} for name, x in awards.items()}
    for table, named in tables.items():
        stated = {name: _or_null(each) for name, each in named.items()}
        properties[table] |= {"properties": stated, "additionalProperties": False}
    if by_year:
        properties["figures"]["patternProperties"] = by_year
    properties["absent"]["items"] = events
    places = [f"{table}.{name}" for table, named in tables.items() for name in named]
    places += [f"absent.{kind}" for kind in policy.events]
    properties["evidence"]["propertyNames"] = {"enum": places}
    event, payment = models["Event"], models["Payment"]
    event["properties"]["kind"] |= events
    without = [name for name, kind in policy.events.items() if not kind.amount]
    event["if"] = {"properties": {"kind": {"enum": without}}, "required": ["kind"]}
    event["then"] = {"properties": {"amount": {"type": "null"}}}
    counted = [None, policy.id, *policy.based_on, *policy.counts_payments_under]
    payment["if"] = {"properties": {"policy": {"enum": counted}}}
    payment["then"] = {"properties": {"award": _one_of(awards)}}


def _one_of(labels: Mapping[str, Bilingual]) -> Json:
    """One of some names, each with its label."""
    named = [{"const": name, "description": _label(label)} for name, label in labels.items()]
    if not named:
        return {"not": {}}
    return {"type": "string", "oneOf": named}


def _label(label: Bilingual, more: Iterable[str] = ()) -> str:
    """A label in both languages, as everything in a schema is described."""
    english, chinese = more or ("", "")
    return (
        f"{label.en}{f' ({english})' if english else ''}. "
        f"{label.zh}{f'（{chinese}）' if chinese else ''}."
    )
