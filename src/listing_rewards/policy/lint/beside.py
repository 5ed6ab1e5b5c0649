"""How a document stands to others: what its words say of them, and what is written."""

from __future__ import annotations

import re
from collections.abc import Iterator

from listing_rewards.errors import fault
from listing_rewards.policy.beside import Way
from listing_rewards.policy.lint.finding import Finding, advice, item_of, otherwise
from listing_rewards.policy.lint.plain_words import plain_words
from listing_rewards.policy.model import Policy
from listing_rewards.policy.source import Clause

_OTHERS = re.compile(
    r"其他(?:同类)?(?:政策|文件)|同类(?:政策|奖励)|上级|[省市县区]级|[省市][、与和][市县区]"
)
_NO_MORE = r"(?<!部分)(?<!部分,)不再(?:重复)?(?:享受|给予|奖励|补助|兑现|兑付|支持)"
_RELATION = re.compile(
    rf"不重复|不得重复|就高|差额|叠加|累加|各级[^。;,]*合计|(?:奖励|补助)的?基础上|{_NO_MORE}"
)
_NOT_BOTH = re.compile(rf"不重复|不得重复|就高|不叠加|不累加|差额|{_NO_MORE}")
_HIGHER = re.compile(r"就高|从高|较高|孰高|最高一项|差额")

_PREVAILS = re.compile(r"从其(?:新)?规定|以上级(?:新|最新)?(?:规定|政策|文件)为准")


def later_rules_not_said(policy: Policy) -> Iterator[Finding]:
    """A clause by which later rules of a higher level prevail, and no notice that says so."""
    noticed = any(_PREVAILS.search(notice.text.zh) for notice in policy.notices)
    for name, clause in policy.clauses.items():
        said = _PREVAILS.search(plain_words(clause.text.zh))
        if said and not noticed:
            yield advice(fault("later_rules_in_words", said[0], path=f"clauses.{name}.text"))


def speaks_of_others(text: str) -> str | None:
    """The words of a clause that say how its awards stand to those of other documents."""
    said = _RELATION.search(text)
    return said[0] if said and _OTHERS.search(text) else None


def relation_not_said(policy: Policy) -> Iterator[Finding]:
    """A clause that speaks of other documents, and on which nothing under ``beside`` rests."""
    resting = {each.clause for each in policy.beside.values()}
    for name, clause in policy.clauses.items():
        said = speaks_of_others(plain_words(clause.text.zh))
        if said and name not in resting:
            path = f"clauses.{name}"
            yield advice(fault("relation_not_said", path=path, item=item_of(clause), words=said))


def higher_against_the_words(policy: Policy) -> Iterator[Finding]:
    """Only the higher of two, while the clause says that who has the other's has none of these."""
    for name, clause, text in _written(policy, "higher_only"):
        if (said := re.search(_NO_MORE, text)) and not _HIGHER.search(text):
            yield _against("higher_against_the_words", name, clause, said[0])


def adds_up_against_the_words(policy: Policy) -> Iterator[Finding]:
    """Two documents of which both are given, while the clause says that they are not."""
    for name, clause, text in _written(policy, "adds_up"):
        if said := _NOT_BOTH.search(text):
            yield _against("adds_up_against_the_words", name, clause, said[0])


def other_only_against_the_words(policy: Policy) -> Iterator[Finding]:
    """None of these, while the clause speaks of the higher of both, or of the difference."""
    for name, _, text in _written(policy, "other_only"):
        if (said := _HIGHER.search(text)) and not re.search(_NO_MORE, text):
            form = "set_off" if said[0] == "差额" else "higher_only"
            yield otherwise(said[0], f"beside.{name}.how", form, "other_only")


def _written(policy: Policy, way: Way) -> Iterator[tuple[str, Clause, str]]:
    """The documents to which this one stands in a way, with the clause that it rests on."""
    for name, each in policy.beside.items():
        clause = policy.clauses.get(each.clause or "")
        if clause is not None and each.way == way:
            yield name, clause, plain_words(clause.text.zh)


def _against(code: str, name: str, clause: Clause, words: str) -> Finding:
    return advice(fault(code, path=f"beside.{name}", item=item_of(clause), words=words))
