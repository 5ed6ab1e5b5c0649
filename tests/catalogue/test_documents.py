"""The shipped documents: every number has its source, and no quoted word of the law has changed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from hashlib import sha256
from typing import Any

import pytest
from pydantic import BaseModel

from listing_rewards import Policy, list_policies, load_policy
from listing_rewards.policy.source import Bilingual, Document, Sourced

POLICIES = [load_policy(name) for name in list_policies()]
SOURCE = load_policy("zhanjiang-bse-2023")

# Digests of the documents' own words. A difference means that a quotation was altered: compare it
# with the published document before writing a new digest here.
CLAUSE_TEXTS = {
    "task-7": "bac54bd2d2b46d2c23b8bc8b49a3a4db",
    "task-9": "92d27b95d7abd945d38a99f95a939d83",
    "task-10": "017e8f25084597e8dc448767477197d7",
}
NOTICE_TEXTS = {
    "decree-798": "320ee1c944da63aca22bc9ca7012f71d",
    "fair-competition-review": "a66363bb66be1f241cb16f41006a5420",
}


def digest(text: str) -> str:
    """The first half of a text's SHA-256."""
    return sha256(text.encode()).hexdigest()[:32]


def numbers_of(part: Any, path: str = "", above: tuple[BaseModel, ...] = ()) -> Iterator[Any]:
    """Every number or day in a policy: its path, its value, and the parts that hold it."""
    if isinstance(part, BaseModel):
        for name in type(part).model_fields:
            yield from numbers_of(getattr(part, name), f"{path}.{name}", (*above, part))
    elif isinstance(part, dict):
        for key, each in part.items():
            yield from numbers_of(each, f"{path}.{key}", above)
    elif isinstance(part, tuple):
        for i, each in enumerate(part):
            yield from numbers_of(each, f"{path}[{i}]", above)
    elif isinstance(part, Decimal | int | date) and not isinstance(part, bool):
        yield path, part, above


def is_sourced(part: BaseModel, policy: Policy) -> bool:
    """Whether a part names a clause of the policy, an assumption, or a law."""
    if isinstance(part, Sourced):
        return part.clause in policy.clauses or part.assumed is not None
    return bool(getattr(part, "law", None))


@pytest.mark.parametrize("policy", POLICIES, ids=list_policies())
class TestSources:
    """No number stands without saying where it comes from."""

    def test_every_number_has_its_source(self, policy: Policy) -> None:
        """Each stands in a part with a clause, an assumption or a law; or dates the document."""
        found = list(numbers_of(policy))
        assert len(found) > 10
        for path, value, above in found:
            if not any(isinstance(part, Document) for part in above):
                assert any(is_sourced(part, policy) for part in above), f"{path} = {value}"

    def test_every_clause_is_of_a_document_that_is_named(self, policy: Policy) -> None:
        """The policy's own, or one it is based on."""
        for clause in policy.clauses.values():
            assert policy.title_of(clause.document).zh

    def test_what_is_assumed_says_why(self, policy: Policy) -> None:
        """In both languages, and not in the same words."""
        assert policy.assumptions
        for reason in policy.assumptions.values():
            assert reason.zh != reason.en

    def test_everything_is_labelled_in_both_languages(self, policy: Policy) -> None:
        """Facts, titles, clauses and notices: Chinese in Chinese, English in English."""
        texts: list[Bilingual] = [
            *policy.events.values(),
            *policy.figures.values(),
            *policy.flags.values(),
            *(each.title for each in policy.groups.values()),
            *(each.title for each in policy.awards),
            *(text for each in policy.clauses.values() for text in (each.item, each.text)),
            *(text for each in policy.notices for text in (each.law, each.text)),
            *(policy.document.title, policy.document.issuer),
        ]
        for text in texts:
            assert any("\u4e00" <= letter <= "\u9fff" for letter in text.say("zh")), text
            assert text.say("en").isascii(), text

    def test_every_declared_event_bears_on_something(self, policy: Policy) -> None:
        """An event that no award, condition or other event uses would be asked for in vain."""
        conditions = policy.model_dump(mode="json")["conditions"]
        used = {award.earned_by for award in policy.awards}
        for condition in conditions.values():
            for value in condition.values():
                used |= set(value if isinstance(value, list) else [value])
        assert set(policy.events) <= used


class TestQuotations:
    """Quoted law is never altered by a search-and-replace."""

    @pytest.mark.parametrize("policy", POLICIES, ids=list_policies())
    def test_clauses(self, policy: Policy) -> None:
        """The clauses' Chinese words, by their digests."""
        assert {name: digest(each.text.zh) for name, each in policy.clauses.items()} == CLAUSE_TEXTS

    @pytest.mark.parametrize("policy", POLICIES, ids=list_policies())
    def test_notices(self, policy: Policy) -> None:
        """The notices' laws and Chinese words, by their digests."""
        found = {each.id: digest(each.law.zh + each.text.zh) for each in policy.notices}
        assert found == NOTICE_TEXTS

    def test_the_document(self) -> None:
        """Its title, office and days."""
        document = SOURCE.document
        assert document.title.zh == (
            "湛江市推进企业赴北交所上市专项行动计划（2023-2025年）工作任务分解表"
        )
        assert document.issuer.zh == "湛江市人民政府办公室"
        assert (document.issued, document.published) == (date(2023, 7, 7), date(2023, 7, 11))


class TestNumbers:
    """The numbers that the documents give, once more, beside the words that give them."""

    def test_the_source(self) -> None:
        """900万元; 2%, 10万元; 一年; 2023-2025年; no stage amount."""
        awards = {award.id: award.amount.model_dump() for award in SOURCE.awards}
        regional = awards.pop("regional_financing")
        assert SOURCE.groups["neeq_bse"].cap == 9_000_000
        assert (regional["rate"], regional["cap"]) == (Decimal("0.02"), 100_000)
        assert regional["cap_per"] == "enterprise"
        assert SOURCE.conditions["seasoned"].model_dump()["years"] == 1
        assert SOURCE.conditions["seasoned"].model_dump()["counting"] == "anniversary"
        assert SOURCE.in_force.first == date(2023, 7, 7)
        assert SOURCE.in_force.last == date(2025, 12, 31)
        assert all("unknown" in amount for amount in awards.values())
        assert "900万元" in SOURCE.clauses["task-9"].text.zh
        assert "2%" in SOURCE.clauses["task-10"].text.zh
        assert "10万元" in SOURCE.clauses["task-10"].text.zh
        assert "满一年" in SOURCE.clauses["task-7"].text.zh

    def test_the_notices(self) -> None:
        """In force from their days."""
        assert {notice.id: notice.since for notice in SOURCE.notices} == {
            "decree-798": date(2025, 2, 15),
            "fair-competition-review": date(2024, 8, 1),
        }

    def test_the_illustrative_stages(self) -> None:
        """50, 50, 100, 200 and 500万元, each assumed: together the 900万元."""
        awards = load_policy("zhanjiang-bse-2023-illustrative").awards
        stages = [each.amount.model_dump() for each in awards if each.group == "neeq_bse"]
        assert [each["fixed"] for each in stages] == [
            Decimal(10_000 * wan) for wan in (50, 50, 100, 200, 500)
        ]
        assert sum(each["fixed"] for each in stages) == SOURCE.groups["neeq_bse"].cap
        assert all(each["assumed"] is not None for each in stages)
