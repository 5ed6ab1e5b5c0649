"""A policy document to begin with: whole, or extending another; explained key by key, in TOML.

What is explained of a key is what the model says of it, so that the two cannot differ.
"""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Literal, get_args, get_origin

from listing_rewards.cli.draft_values import Entry, Writer, key_text, toml
from listing_rewards.errors import Lang
from listing_rewards.policy.amounts import Amount
from listing_rewards.policy.conditions import Condition
from listing_rewards.policy.constructs import constructs_of
from listing_rewards.policy.grants import Award, Notice
from listing_rewards.policy.laws import follows_from_awards
from listing_rewards.policy.model import Policy
from listing_rewards.policy.source import Document, Text
from listing_rewards.strict import Strict
from listing_rewards.words import say

_CHINESE = re.compile("[\u3400-\u9fff]")
_SENTENCE_END = re.compile(r"\.\s+")
_ENDED = (
    'amount = { dated = [{ since = 2025-01-01, amount = "50万元" }, '
    "{ since = 2026-01-01, repealed = true }] }"
)
_RECORDS = ("document", "in_force", "rounding")
_LISTS = ("awards", "notices")
_NOT_OFFERED = frozenset({"document"})
"""What a clause's document is, the library fills in."""


def whole_draft(policy: Policy, *, own_id: str, file: str, lang: Lang) -> str:
    """A document that says what `policy` says, under an id of its own, to be changed by hand."""
    return "\n".join(_Draft(policy, lang).whole(own_id, file)) + "\n"


def extending_draft(policy: Policy, *, own_id: str, extends: str, file: str, lang: Lang) -> str:
    """A document that extends `policy`, with what it most likely changes, commented out."""
    return "\n".join(_Draft(policy, lang).extending(own_id, extends, file)) + "\n"


def one_language(text: str, lang: Lang) -> str:
    """The English or the Chinese half of a description that has both.

    >>> one_language("The day it happened. 发生日期.", "zh")
    '发生日期'
    """
    plain = " ".join(text.replace("``", "").split())
    chinese = _CHINESE.search(plain)
    if chinese is None:
        return plain.rstrip(".")
    ends = [found.end() for found in _SENTENCE_END.finditer(plain, 0, chinese.start())]
    cut = ends[-1] if ends else 0
    if lang == "en":
        return plain[:cut].strip().rstrip(".")
    return plain[cut:].rstrip(".").replace(". ", "；")


class _Draft:
    """Writes the lines of a draft; what was explained of a key once is not explained again.

    Attributes:
        policy: what the draft is made from.
        lang: the language of the comments.
    """

    def __init__(self, policy: Policy, lang: Lang) -> None:
        self.policy = policy
        self.lang: Lang = lang
        self._writer = Writer(policy, lang)
        self._explained: set[object] = set()

    def whole(self, own_id: str, file: str) -> Iterator[str]:
        """Every table of the policy, then those that it does not have."""
        yield from self._head("draft.from", self.policy.id, file)
        yield from self._identity(own_id)
        series = self.policy.series or "…"
        yield f"#series = {toml(series)}  # {say('draft.series', self.lang)}"
        for name, field in Policy.model_fields.items():
            value = getattr(self.policy, name)
            is_names = isinstance(value, tuple) and all(isinstance(each, str) for each in value)
            if is_names and (value or field.is_required()):
                yield from ("", self._comment(field.description))
                yield f"{name} = {toml(list(value))}"
        for table in Policy.model_fields:
            yield from self._table(table, getattr(self.policy, table))
        yield from self._other_tables()

    def extending(self, own_id: str, extends: str, file: str) -> Iterator[str]:
        """The head, and blocks to uncomment: a clause, each award's amount, each cap."""
        policy = self.policy
        yield from self._head("draft.extends", policy.id, file)
        yield from self._identity(own_id)
        yield f"extends = {toml(extends)}"
        yield from self._table("document", policy.document)
        names = ("own", *(f"own-{n}" for n in range(2, len(policy.clauses) + 3)))
        own = next(name for name in names if name not in policy.clauses)
        rests = f"clause = {toml(own)}"
        yield from ("", f"# {say('draft.sources', self.lang)}")
        yield from _commented(f"[clauses.{own}]", 'item = "…"', 'text = "…"')
        yield from ("", self._comment(Award.model_fields["amount"].description))
        yield from self._constructs(Amount, ())
        yield f"# {say('draft.ends', self.lang)}"
        yield f"#   {_ENDED}"
        for award in policy.awards:
            lines = (_line(each) for each in self._amount(award) if each.value)
            yield from ("", f"# {award.title.say(self.lang)}")
            yield from _commented("[[awards]]", f"id = {toml(award.id)}", *lines, rests)
        for name, group in policy.groups.items():
            caps = [each for each in self._writer.entries(group) if each.field.startswith("cap")]
            yield from ("", f"# {group.title.say(self.lang)}")
            header = f"[{key_text(('groups', name))}]"
            yield from _commented(header, *map(_line, caps), rests)

    def _amount(self, award: Award) -> Iterator[Entry]:
        """An award's amount without the source that it rests on."""
        amount = award.amount
        bare = award.model_copy(update={"clause": amount.clause or award.clause})
        for entry in self._writer.entries(bare):
            if entry.keys[0] == "amount" and entry.keys[1:2] not in (("clause",), ("assumed",)):
                yield entry

    def _head(self, key: str, name: str, file: str) -> Iterator[str]:
        quoted = shlex.quote(file)
        yield "#:schema ./policy.schema.json"
        yield f"# {say(key, self.lang, name=name)}"
        yield f"#   listing-rewards policy check {quoted}"
        yield f"#   listing-rewards policy show {quoted}"
        yield f"# {say('draft.schema', self.lang)}"
        yield "#   listing-rewards schema policy > policy.schema.json"
        yield ""

    def _identity(self, own_id: str) -> Iterator[str]:
        yield self._comment(Policy.model_fields["id"].description)
        yield f"id = {toml(own_id)}"

    def _table(self, table: str, value: Any) -> Iterator[str]:
        """A table of the policy, under a line that says what it is for."""
        parts: list[tuple[str, Strict]]
        if table in _RECORDS:
            parts = [(f"[{table}]", _drafted(value) if table == "document" else value)]
        elif table in _LISTS:
            own = [each for each in value if not self._comes_with_the_library(each)]
            parts = [(f"[[{table}]]", each) for each in own]
        elif isinstance(value, Mapping) and table != "based_on":
            parts = [(f"[{key_text((table, name))}]", each) for name, each in value.items()]
        else:
            return
        if parts:
            what = one_language(Policy.model_fields[table].description or "", self.lang)
            yield from ("", f"# ---- {what} ----")
        for n, (header, part) in enumerate(parts):
            if table == "conditions" and not n:
                yield from self._constructs(Condition, ())
            yield from ("", header)
            yield from self._part(part)

    def _comes_with_the_library(self, part: Strict) -> bool:
        """Whether a part is a law's notice, which is not written but follows from the awards."""
        return isinstance(part, Notice) and follows_from_awards(part, self.policy)

    def _part(self, part: Strict) -> Iterator[str]:
        entries = [each for each in self._writer.entries(part) if each.keys[0] not in _NOT_OFFERED]
        for entry in entries:
            if entry.part is not None:
                yield from self._tell(type(entry.part), entry)
            if entry.value:
                yield _line(entry)
        yield from self._more(part, (), entries)
        if isinstance(part, Award):
            yield from self._more(part.amount, ("amount",), entries)

    def _tell(self, kind: type[Strict], entry: Entry) -> Iterator[str]:
        """What a key is for, where it stands for the first time."""
        if (kind, entry.field) in self._explained:
            return
        self._explained.add((kind, entry.field))
        field = kind.model_fields[entry.field]
        yield self._comment(field.description, _choices(field.annotation))
        if kind is Award and entry.field == "amount":
            yield from self._constructs(Amount, entry.keys)

    def _comment(self, description: str | None, choices: Iterable[str] = ()) -> str:
        text = one_language(description or "", self.lang)
        names = ", ".join(choices)
        return f"# {text}{say('draft.one_of', self.lang, names=names) if names else ''}"

    def _constructs(self, union: Any, keys: tuple[str, ...]) -> Iterator[str]:
        """What may stand at a place, one of a closed set."""
        yield f"# {say('draft.constructs', self.lang)}"
        for key, kind in constructs_of(union).items():
            required = [name for name, field in kind.model_fields.items() if field.is_required()]
            needed = dict.fromkeys((key, *required))
            names = ", ".join(".".join((*keys, name)) for name in needed)
            yield f"#   {names}: {one_language(kind.__doc__ or '', self.lang)}"

    def _more(self, part: Strict, keys: tuple[str, ...], entries: list[Entry]) -> Iterator[str]:
        """The keys that may stand in a part besides those that do, explained once for its kind."""
        kind = type(part)
        written = {each.keys[len(keys)] for each in entries if len(each.keys) > len(keys)}
        missing = {
            name: field
            for name, field in kind.model_fields.items()
            if name not in written | _NOT_OFFERED
            and not field.is_required()
            and (keys, name) not in self._explained
        }
        if kind in self._explained or not missing:
            return
        self._explained |= {kind, *((keys, name) for name in missing if keys)}
        yield f"# {say('draft.more', self.lang)}"
        for name, field in missing.items():
            comment = self._comment(field.description, _choices(field.annotation))
            yield f"#   {'.'.join((*keys, name))}: {comment.removeprefix('# ')}"

    def _other_tables(self) -> Iterator[str]:
        """The tables that the policy does not have, with their keys."""
        yield from ("", f"# ---- {say('draft.tables', self.lang)} ----")
        name = say("draft.name", self.lang)
        for table, field in Policy.model_fields.items():
            if getattr(self.policy, table) or table in ("based_on", "series"):
                continue
            yield from ("#", self._comment(field.description))
            kinds = [each for each in get_args(field.annotation) if isinstance(each, type)]
            models = [each for each in kinds if issubclass(each, Strict)]
            if table == "conditions":
                yield f"#   [conditions.{name}]"
                yield from self._constructs(Condition, ())
            elif models:
                yield f"#   [[{table}]]" if table in _LISTS else f"#   [{table}.{name}]"
                for key, inner in models[0].model_fields.items():
                    comment = self._comment(inner.description, _choices(inner.annotation))
                    yield f"#   {key}: {comment.removeprefix('# ')}"
            else:
                yield f'#   {table} = ["…"]'


def _drafted(document: Document) -> Document:
    """The document under a title that says it is a draft, with nobody's signature under it."""
    title = Text(zh=f"（草案）{document.title.zh}", en=f"Draft: {document.title.en}")
    return document.model_copy(update={"title": title, "confirmed": None})


def _line(entry: Entry) -> str:
    return f"{key_text(entry.keys)} = {entry.value}"


def _commented(*lines: str) -> Iterator[str]:
    """Lines to uncomment: a sign before each and no blank after it, a list on one line."""
    for text in lines:
        yield "#" + " ".join(line.strip() for line in text.splitlines())


def _choices(annotation: Any) -> Iterator[str]:
    """The words that a key takes, where it takes only some."""
    if get_origin(annotation) is Literal:
        yield from map(str, get_args(annotation))
        return
    for inner in get_args(annotation):
        yield from _choices(inner)
