"""The service on HTTP: what the library says, and every problem reported in both languages."""

from __future__ import annotations

import json
import logging
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from fastapi import FastAPI
from starlette.testclient import TestClient

from listing_rewards import Case, Policy, list_policies, load_policy, record
from listing_rewards.errors import Lang, ListingRewardsError
from listing_rewards.plan import list_standards, load_standard, screen
from listing_rewards.policy.schema import case_schema
from listing_rewards.report.page import page
from listing_rewards.service import desk as desk_module
from listing_rewards.service.desk import Limits, desk_for
from listing_rewards.service.http import application, router
from listing_rewards.version import __version__

from .asking import JSON, LINES, OWN, QUESTIONS, SOME, SOURCE, Asked, service

CASE = {"enterprise": {"name": "示例甲公司"}}
ASSESS = f"/v1/policies/{SOURCE}/assessments"
BATCH = f"{ASSESS}:batch?as_of=2025-12-31"
some_questions = pytest.mark.parametrize("asked", SOME, ids=[each.name for each in SOME])
LANGS: tuple[Lang, ...] = ("en", "zh")


class TestTheSameAsTheLibrary:
    """Every address answers what the library answers, on the examples."""

    @pytest.mark.parametrize("asked", QUESTIONS, ids=[each.name for each in QUESTIONS])
    def test_assessments(self, asked: Asked) -> None:
        """The whole answer, byte for byte."""
        found = service().post(asked.address("assessments"), content=asked.body, headers=JSON)
        assert found.status_code == 200
        assert found.text == asked.answer.model_dump_json()
        assert found.headers["cache-control"] == "no-store"

    @some_questions
    @pytest.mark.parametrize("lang", LANGS)
    def test_explanations(self, asked: Asked, lang: Lang) -> None:
        """The words as data."""
        where = asked.address("explanations", f"&lang={lang}")
        found = service().post(where, content=asked.body, headers=JSON)
        assert found.text == asked.answer.in_words(lang).model_dump_json()

    @some_questions
    def test_records_and_what_verifies_them(self, asked: Asked) -> None:
        """A record is the library's, and the service verifies it."""
        kept = service().post(asked.address("records"), content=asked.body, headers=JSON)
        assert kept.text == record(asked.answer).model_dump_json()
        found = service().post("/v1/records/verify", content=kept.content, headers=JSON).json()
        assert (found["outcome"], found["altered"]) == ("identical", [])
        name = json.loads(asked.body)["enterprise"]["name"]
        other = kept.text.replace(name, "示例他人公司")
        altered = service().post("/v1/records/verify", content=other.encode(), headers=JSON).json()
        assert altered["outcome"] == "altered"
        assert "case" in altered["altered"]
        assert altered["zh"] != altered["en"]

    @some_questions
    def test_reports(self, asked: Asked) -> None:
        """The page to sign, with the digest of the record."""
        where = asked.address("reports", "&lang=zh")
        found = service().post(where, content=asked.body, headers=JSON)
        answer = asked.answer
        assert found.headers["content-type"] == "text/html; charset=utf-8"
        assert found.text == page(answer, "zh", digest=record(answer).digests.record)

    @pytest.mark.parametrize("policy", [SOURCE, OWN])
    def test_a_batch(self, policy: str) -> None:
        """A line for each line, in order; one with faults does not stop the others."""
        asked = [each for each in QUESTIONS if each.policy == policy]
        day = asked[0].as_of
        lines = [json.dumps(json.loads(each.body), ensure_ascii=False) for each in asked]
        body = "\n".join([lines[0], "", '{"enterprise": 5}', *lines[1:], ""]).encode()
        where = f"/v1/policies/{policy}/assessments:batch?as_of={day}"
        found = [json.loads(each) for each in posted_lines(where, body)]
        assert [each["line"] for each in found] == [1, 3, *range(4, len(asked) + 3)]
        assert found[1]["faults"][0]["pointer"] == "/enterprise"
        answers = [each._replace(as_of=day).answer for each in asked]
        told = [each["answer"] for each in found if "answer" in each]
        assert told == [json.loads(each.model_dump_json()) for each in answers]
        words = posted_lines(f"{where}&answer=words&lang=zh", lines[0].encode())
        said = json.loads(answers[0].in_words("zh").model_dump_json())
        assert json.loads(words[0]) == {"line": 1, "answer": said}

    @pytest.mark.parametrize("standard", list_standards())
    @pytest.mark.parametrize("year", [None, 2024])
    def test_screenings(self, standard: str, year: int | None) -> None:
        """An enterprise checked against a standard, byte for byte."""
        case: dict[str, Any] = {
            **CASE,
            "events": [{"kind": "neeq_listed", "on": "2023-03-04"}],
        }
        known = load_standard(standard)
        if "neeq_listed" not in known.facts.events:
            case = CASE
        where = f"/v1/standards/{standard}/screenings?as_of=2026-01-20"
        found = service().post(where + (f"&year={year}" if year else ""), json=case)
        day = date(2026, 1, 20)
        expected = screen(Case.model_validate(case), known, day, year=year)
        assert found.text == expected.model_dump_json()
        assert service().get("/v1/standards").json() == list(list_standards())

    @pytest.mark.parametrize(
        ("where", "status", "code"),
        [
            ("nope/screenings?as_of=2026-01-20", 404, "standard_not_served"),
            ("bse-listing/screenings?as_of=2026-01-20&year=26", 400, "not_a_year"),
            ("bse-listing/screenings?as_of=2026-01-20&year=2026", 400, "year_not_ended"),
            ("bse-listing/screenings?as_of=45657", 400, "not_a_date"),
        ],
    )
    def test_what_cannot_be_screened(self, where: str, status: int, code: str) -> None:
        """Another standard, and a year that is none or has not ended."""
        told = problem_of(service().post(f"/v1/standards/{where}", json=CASE))
        assert (told["status"], told["faults"][0]["code"]) == (status, code)

    def test_policies(self) -> None:
        """The list, each policy in full, and the schema of its cases."""
        listed = service().get("/v1/policies").json()
        assert [each["id"] for each in listed] == list(list_policies())
        for each in listed:
            policy = load_policy(each["id"])
            where = f"/v1/policies/{each['id']}"
            assert each["title"]["zh"] == policy.document.title.zh
            assert Policy.model_validate_json(service().get(where).content) == policy
            assert service().get(f"{where}/case-schema").json() == case_schema(policy)


def posted_lines(where: str, body: bytes) -> list[str]:
    """The lines that are answered."""
    found = service().post(where, content=body, headers=LINES)
    assert found.status_code == 200
    assert found.headers["content-type"].startswith("application/x-ndjson")
    return found.text.splitlines()


def problem_of(found: Any) -> dict[str, Any]:
    """The problem that a response tells, whose form is held to RFC 9457."""
    assert found.headers["content-type"] == "application/problem+json"
    told: dict[str, Any] = found.json()
    assert told["status"] == found.status_code
    assert told["title"] != told["title_zh"]
    assert told["detail"] != told["detail_zh"]
    return told


class TestProblems:
    """What is wrong is reported once, with its place, in both languages; nothing is half done."""

    @pytest.mark.parametrize(
        ("where", "code"),
        [
            (ASSESS, "missing"),
            (f"{ASSESS}?as_of=45657", "not_a_date"),
            (f"{ASSESS}?as_of=2025-02-30", "not_a_date"),
            (f"{ASSESS}?as_of=2025-12-31T00:00", "not_a_date"),
            (f"{ASSESS}?as_of=", "not_a_date"),
            (f"{ASSESS}?as_of=2025-12-31&as_of=2024-12-31", "parameter_twice"),
            (f"{ASSESS}?as_of=2025-12-31&asof=1", "unknown_parameter"),
            (f"/v1/policies/{SOURCE}/explanations?as_of=2025-12-31&lang=fr", "not_one_of"),
        ],
    )
    def test_the_question_itself(self, where: str, code: str) -> None:
        """The as-of date is asked for, is text and is a day; nothing is passed over."""
        told = problem_of(service().post(where, json=CASE))
        assert (told["status"], told["faults"][0]["code"]) == (400, code)

    @pytest.mark.parametrize(
        ("body", "code", "pointer"),
        [
            ("{", "bad_json", ""),
            ("[]", "not_an_object", ""),
            ('{"enterprise": {"name": "a"}, "enterprise": {"name": "b"}}', "duplicate_key", ""),
            ('{"enterprise": {"name": "a"}, "figures": {"x": 1.5}}', "float_amount", "/figures/x"),
            (
                '{"enterprise": {"name": "a"}, "flags": {"eligibel": true}}',
                "unknown_flag",
                "/flags/eligibel",
            ),
            ('{"enterprise": {"name": ""}}', "empty_text", "/enterprise/name"),
            ('{"enterprise": {"name": "\\ud800"}}', "lone_surrogate", ""),
        ],
    )
    def test_what_was_sent(self, body: str, code: str, pointer: str) -> None:
        """Bodies are read by the reader of files, and each fault has its JSON Pointer."""
        where = f"{ASSESS}?as_of=2025-12-31"
        told = problem_of(service().post(where, content=body.encode(), headers=JSON))
        assert told["status"] == 422
        assert (told["faults"][0]["code"], told["faults"][0]["pointer"]) == (code, pointer)

    def test_all_faults_at_once_with_the_nearest_name(self) -> None:
        """Not the first alone."""
        events = [{"kind": "neeq_listd", "on": "2024-01-01"}, {"kind": "x", "on": "2024-01-01"}]
        told = problem_of(
            service().post(f"{ASSESS}?as_of=2025-12-31", json={**CASE, "events": events})
        )
        assert [each["pointer"] for each in told["faults"]] == ["/events/0/kind", "/events/1/kind"]
        assert told["faults"][0]["nearest"] == "neeq_listed"

    @pytest.mark.parametrize(
        "policy", ["nope", "..%2F..%2Fetc%2Fpasswd", "examples%2Fmy-stages.toml", "my-stages.toml"]
    )
    def test_a_policy_is_never_a_path(self, policy: str) -> None:
        """Only what is on the list is answered under, whatever files there are."""
        found = service().post(f"/v1/policies/{policy}/assessments?as_of=2025-12-31", json=CASE)
        assert problem_of(found)["status"] == 404

    def test_another_content_type(self) -> None:
        """A form of another site cannot be sent here."""
        found = service().post(f"{ASSESS}?as_of=2025-12-31", data={"enterprise": "a"})
        assert problem_of(found)["status"] == 415
        assert problem_of(service().post(BATCH, json=CASE))["status"] == 415

    def test_nothing_there(self) -> None:
        """An unknown address, and one that is asked in another way."""
        assert problem_of(service().get("/docs"))["status"] == 404
        found = service().delete("/v1/policies")
        assert problem_of(found)["status"] == 405
        assert found.headers["allow"] == "GET"


class TestLimits:
    """A question larger than agreed is refused before it is computed."""

    SMALL = Limits(body=2000, batch=5000, lines=3, entries=4)

    @pytest.fixture
    def small(self) -> TestClient:
        """A service that takes little."""
        return TestClient(application(desk_for([SOURCE], self.SMALL)))

    def test_bytes(self, small: TestClient) -> None:
        """Of one case, also where its length was not announced."""
        long = json.dumps({"enterprise": {"name": "a" * 3000}}).encode()
        where = f"{ASSESS}?as_of=2025-12-31"
        told = problem_of(small.post(where, content=long, headers=JSON))
        assert (told["status"], told["faults"][0]["code"]) == (413, "body_too_large")
        pieces = (long[n : n + 100] for n in range(0, len(long), 100))
        assert problem_of(small.post(where, content=pieces, headers=JSON))["status"] == 413

    def test_entries(self, small: TestClient) -> None:
        """Events, payments and absent events together; as many as agreed are answered."""
        event = {"kind": "regional_financing", "on": "2024-01-01", "amount": "1"}
        days = [{**event, "on": f"2024-01-0{n}"} for n in range(1, 6)]
        where = f"{ASSESS}?as_of=2025-12-31"
        assert small.post(where, json={**CASE, "events": days[:4]}).status_code == 200
        told = problem_of(small.post(where, json={**CASE, "events": days}))
        assert (told["status"], told["faults"][0]["code"]) == (413, "too_many_entries")

    def test_lines(self, small: TestClient) -> None:
        """Of a batch; as many as agreed are answered."""
        line = json.dumps(CASE).encode() + b"\n"
        assert len(small.post(BATCH, content=line * 3, headers=LINES).text.splitlines()) == 3
        told = problem_of(small.post(BATCH, content=line * 4, headers=LINES))
        assert (told["status"], told["faults"][0]["code"]) == (413, "too_many_lines")


class TestToken:
    """Whoever has the token is answered, and nobody else."""

    TOKEN = "a-token-of-twenty-signs"  # noqa: S105  (of this test)

    def test_asked_for(self) -> None:
        """By every address but those that tell how the service is."""
        guarded = TestClient(application(desk_for(), token=self.TOKEN))
        for headers in ({}, {"Authorization": "Bearer wrong"}, {"Authorization": "Basic x"}):
            found = guarded.get("/v1/policies", headers=headers)
            assert problem_of(found)["status"] == 401
            assert found.headers["www-authenticate"] == "Bearer"
        right = {"Authorization": f"Bearer {self.TOKEN}"}
        assert guarded.get("/v1/policies", headers=right).status_code == 200
        assert guarded.get("/healthz").status_code == 200
        assert problem_of(guarded.post("/v1/records/verify", json={}))["status"] == 401

    def test_one_that_can_be_guessed_is_refused(self) -> None:
        """At the beginning, not when somebody asks."""
        with pytest.raises(ListingRewardsError, match="fewer than 16 signs"):
            application(desk_for(), token="short")  # noqa: S106


class TestTheServiceItself:
    """How it is, what it tells of itself, and what it never tells."""

    def test_how_it_is(self) -> None:
        """For whoever watches it."""
        assert service().get("/healthz").json() == {"status": "ok"}
        assert service().get("/readyz").json() == {"status": "ok"}
        assert service().get("/version").json() == {"version": __version__}

    def test_its_description(self) -> None:
        """OpenAPI 3.1, with every address, and the policies by name; from this machine alone."""
        told = service().get("/openapi.json").json()
        assert told["openapi"].startswith("3.1")
        assert {path.rpartition("/")[2] for path in told["paths"]} == {
            "policies", "{policy}", "case-schema", "assessments", "assessments:batch",
            "explanations", "reports", "records", "verify", "standards", "screenings", "healthz",
            "readyz", "version",
        }  # fmt: skip
        parameters = told["paths"]["/v1/policies/{policy}/assessments"]["post"]["parameters"]
        (policy, as_of) = sorted(parameters, key=lambda each: str(each["in"]))
        assert policy["schema"]["enum"] == list(list_policies())
        assert as_of["required"]
        assert as_of["schema"]["type"] == "string"

    def test_in_an_application_of_ones_own(self) -> None:
        """The router brings its addresses, its problems and its token."""
        app = FastAPI()
        app.include_router(router(desk_for([SOURCE])), prefix="/rewards")
        own = TestClient(app)
        answer = own.post(f"/rewards{ASSESS}?as_of=2025-12-31", json=CASE)
        assert answer.json()["payable"] == "0.00"
        assert problem_of(own.post(f"/rewards{ASSESS}?as_of=x", json=CASE))["status"] == 400

    def test_what_fails_tells_nothing_of_the_body(
        self, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
    ) -> None:
        """Neither in the log nor in the answer, only where it failed."""

        def fail(case: object, *_: object, **__: object) -> None:
            raise RuntimeError(f"cannot cope with {case}")

        monkeypatch.setattr(desk_module, "assess", fail)
        with caplog.at_level(logging.DEBUG):
            found = service().post(f"{ASSESS}?as_of=2025-12-31", json=CASE)
        told = problem_of(found)
        assert told["status"] == 500
        for text in (found.text, caplog.text):
            assert "示例甲公司" not in text
            assert "cannot cope" not in text
        assert "RuntimeError at " in caplog.text

    def test_nothing_is_logged_of_what_is_answered(
        self, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
    ) -> None:
        """Answered or refused."""
        with caplog.at_level(logging.INFO, logger="listing_rewards"):
            service().post(f"{ASSESS}?as_of=2025-12-31", json=CASE)
            service().post(f"{ASSESS}?as_of=2025-12-31", json={"enterprise": {"nam": "示例甲公司"}})
        captured = capfd.readouterr()
        records = [each for each in caplog.records if each.name.startswith("listing_rewards")]
        assert not records
        assert "示例甲公司" not in captured.out + captured.err


class TestDesk:
    """The list of policies is made once, when the service begins."""

    def test_own_documents(self, tmp_path: Path) -> None:
        """By path at the start, by id ever after; a file changed later changes nothing."""
        mine = tmp_path / "mine.toml"
        document = '[document]\ntitle = "示例通知"\nissuer = "示例局"\n'
        mine.write_text(f'id = "mine"\nextends = "{SOURCE}"\n{document}')
        desk = desk_for([SOURCE, mine])
        mine.unlink()
        assert [each.id for each in desk.listing()] == [SOURCE, "mine"]
        answer = desk.assess("mine", json.dumps(CASE), as_of="2025-12-31")
        assert (answer.policy.id, answer.as_of) == ("mine", date(2025, 12, 31))

    def test_one_id_twice_is_refused(self) -> None:
        """It would not be known which one answers."""
        with pytest.raises(ListingRewardsError, match="is used twice"):
            desk_for([SOURCE, SOURCE])
