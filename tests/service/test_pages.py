"""The page for one case and the table: the same amounts as the library, nothing left out."""

from __future__ import annotations

import base64
import io
import json
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlencode
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook
from profiles import part_of
from property.generated_cases import cases_for
from starlette.testclient import TestClient

from listing_rewards import Case, Policy, assess, load_policy, record
from listing_rewards.errors import Lang
from listing_rewards.files.outcomes import assess_rows
from listing_rewards.files.reading import read_rows
from listing_rewards.files.writing.answer_tables import EVERY_TABLE
from listing_rewards.report.page import page
from listing_rewards.service.browser import pages_router, parts_of
from listing_rewards.service.desk import Limits, desk_for
from listing_rewards.service.fields import filled, read, sections
from listing_rewards.service.http import application
from listing_rewards.service.pages import Pages, Question, Upload

from .asking import EXAMPLES, OWN, QUESTIONS, SOURCE, Asked

EVERYTHING = Path(__file__).parents[1] / "catalogue" / "everything.toml"
DESK = desk_for([SOURCE, OWN, EVERYTHING], Limits(lines=50))
PAGES = Pages(DESK)
LANGS: tuple[Lang, ...] = ("en", "zh")
TABLE = {"policy": OWN, "as_of": "2025-12-31", "lang": "zh"}
DAY = "2025-12-31"
every_question = pytest.mark.parametrize("asked", QUESTIONS, ids=[each.name for each in QUESTIONS])


def fields_of(asked: Asked, lang: Lang = "zh") -> dict[str, str]:
    """The form of an example, filled in."""
    case = Case.model_validate_json(asked.body)
    controls = {"policy": asked.policy, "as_of": str(asked.as_of), "lang": lang}
    return {**filled(case, load_policy(asked.policy)), **controls}


def tree_of(address: str, fields: dict[str, str], file: Upload | None = None) -> Element:
    """The page at an address, which must be well formed."""
    found = PAGES.answer_to(address, Question(fields, file))
    text = found.content.decode()
    whole = text if text.startswith("<!DOCTYPE") else f"<div>{text}</div>"
    return ElementTree.fromstring(whole)  # noqa: S314  (our own)


def text_of(tree: Element) -> str:
    """All that stands on it."""
    return "".join(tree.itertext())


def ids_of(tree: Element) -> list[str]:
    """Every id."""
    return [each.attrib["id"] for each in tree.iter() if "id" in each.attrib]


def links_of(tree: Element) -> list[str]:
    """Where its links within it lead."""
    hrefs = (each.attrib.get("href", "") for each in tree.iter("a"))
    return [href[1:] for href in hrefs if href.startswith("#")]


def sent_by(tree: Element) -> dict[str, str]:
    """What a browser would send of the form as it stands."""
    (form,) = (each for each in tree.iter("form") if each.attrib.get("id") == "case")
    sent: dict[str, str] = {}
    for each in form.iter():
        name = each.attrib.get("name", "")
        if each.tag == "select":
            chosen = [one for one in each if "selected" in one.attrib] or list(each)[:1]
            sent[name] = chosen[0].attrib["value"]
        elif each.tag == "input" and each.attrib.get("type") in {"radio", "checkbox"}:
            if "checked" in each.attrib:
                sent[name] = each.attrib["value"]
        elif each.tag == "input":
            sent[name] = each.attrib.get("value", "")
    return sent


def in_order(case: Case) -> Case:
    """A case for comparing: the order of what happened says nothing."""
    events = sorted(case.events, key=lambda each: (each.kind, each.on, str(each.amount)))
    return case.model_copy(
        update={"events": tuple(events), "absent": tuple(sorted(set(case.absent)))}
    )


class TestForm:
    """A field for every fact, filled in and read back."""

    @every_question
    def test_a_case_filled_in_is_that_case(self, asked: Asked) -> None:
        """Every fact of it; what the form sends is read as the same case."""
        case, policy = Case.model_validate_json(asked.body), load_policy(asked.policy)
        again = Case.model_validate(read(filled(case, policy), policy).document)
        assert in_order(again) == in_order(case)

    @every_question
    def test_the_page_sends_what_was_filled_in(self, asked: Asked) -> None:
        """By what stands in its fields, as a browser sends it, in either language."""
        case, policy = Case.model_validate_json(asked.body), load_policy(asked.policy)
        for lang in part_of(LANGS, 2):
            sent = sent_by(tree_of("", fields_of(asked, lang)))
            assert (sent["policy"], sent["as_of"]) == (asked.policy, str(asked.as_of))
            again = Case.model_validate(read(sent, policy).document)
            assert in_order(again) == in_order(case)

    @given(cases_for(load_policy(EVERYTHING)))
    def test_any_case_filled_in_is_read_back(self, case: Case) -> None:
        """Of a policy with every construct: days, amounts, shares, yes and no, not known."""
        policy = load_policy(EVERYTHING)
        again = Case.model_validate(read(filled(case, policy), policy).document)
        assert in_order(again) == in_order(case)

    def test_figures_of_a_year_and_what_proves_a_fact(self) -> None:
        """A row a year; evidence of an event, a payment, a figure and what did not happen."""
        kinds = {"sales": {"zh": "出口额", "en": "exports", "yearly": True, "record_only": True}}
        document = {**load_policy(EVERYTHING).model_dump(mode="json", exclude_none=True)}
        document["figures"] = {**document["figures"], **kinds}
        policy = Policy.model_validate(document)
        flag, event = next(iter(policy.flags)), next(iter(policy.events))
        case = Case.model_validate(
            {
                "enterprise": {"name": "示例甲公司"},
                "events": [{"kind": event, "on": "2025-03-01", "evidence": "公告 1"}],
                "figures": {"sales.2023": "300万元", "sales.2024": "400万元"},
                "flags": {flag: True},
                "payments": [
                    {
                        "award": policy.awards[0].id,
                        "on": "2025-04-01",
                        "amount": 5,
                        "evidence": "凭证 2",
                    }
                ],
                "evidence": {"figures.sales.2024": "审计报告 3", f"flags.{flag}": "批文 4"},
            }
        )
        assert Case.model_validate(read(filled(case, policy), policy).document) == case
        shown = {
            field.name: field.value
            for section in sections(policy, "zh", filled(case, policy))
            for entry in section.entries
            for row in (*entry.rows, entry.evidence)
            for field in row
        }
        assert {text for text in filled(case, policy).values() if " " in text} <= {*shown.values()}
        assert shown["figures/sales/1/year"] == "2024"
        assert shown["figures/sales/2/year"] == ""

    @pytest.mark.parametrize(
        ("typed", "unit", "yuan"),
        [
            ("300", "万元", "3000000.00"),
            ("300", "元", "300.00"),
            ("1,234.5", "元", "1234.50"),
            ("300万元", "元", "3000000.00"),
            ("5亿", "万元", "500000000.00"),
            ("３００", "万元", "3000000.00"),
        ],
    )
    def test_the_unit_of_an_amount(self, typed: str, unit: str, yuan: str) -> None:
        """The one beside it holds, unless one is typed with the number."""
        at = "events/regional_financing/0"
        sent = {f"{at}/on": "2024-01-01", f"{at}/amount": typed, f"{at}/amount/unit": unit}
        document = read({"enterprise/name": "示例", **sent}, load_policy(SOURCE)).document
        assert str(Case.model_validate(document).events[0].amount) == yuan

    def test_every_declared_fact_has_its_field(self) -> None:
        """Of a policy with every construct, in both languages."""
        policy = load_policy(EVERYTHING)
        for lang in LANGS:
            names = {
                field.name.split("/")[1]
                for section in sections(policy, lang, {})
                for entry in section.entries
                for row in entry.rows
                for field in row
            }
            assert {*policy.events, *policy.figures, *policy.flags, *policy.attributes} <= names


class TestAnswer:
    """What stands beside the form."""

    @every_question
    def test_it_says_what_the_library_says(self, asked: Asked) -> None:
        """Totals, every reason and step, what is missing, the drawings, in either language."""
        for lang in part_of(LANGS, 2):
            words = asked.answer.in_words(lang)
            tree = tree_of("answer", fields_of(asked, lang))
            said = text_of(tree)
            for award in words.awards:
                assert award.title in said
                for step in award.steps:
                    assert step.sentence in said
            for need in words.needs:
                assert need.sentence in said
            amounts = re.findall(r"[\d,]+\.\d\d", words.totals[0])
            assert amounts
            assert all(each in said for each in amounts)
            assert any(each.tag == "svg" for each in tree.iter())

    @every_question
    def test_what_is_missing_leads_to_its_field(self, asked: Asked) -> None:
        """Every link within the page leads to something on it."""
        tree = tree_of("", fields_of(asked))
        ids = ids_of(tree)
        assert len(ids) == len(set(ids))
        assert set(links_of(tree)) <= set(ids)
        needs = [each for each in asked.answer.needs if each.kind not in {"award_amount", "band"}]
        fields = [each for each in links_of(tree) if each.startswith("f-")]
        assert len(fields) == len(needs)

    def test_what_is_missing_of_every_kind_leads_to_its_field(self) -> None:
        """Of a policy with every construct, an event alone leaves much open."""
        fields = {"policy": "everything-2025", "as_of": DAY, "enterprise/name": "示例甲公司"}
        policy = DESK.policies["everything-2025"]
        for kind in policy.events:
            tree = tree_of("", {**fields, f"events/{kind}/0/on": "2025-03-01"})
            assert set(links_of(tree)) <= set(ids_of(tree))

    def test_what_is_wrong_leads_to_its_field(self) -> None:
        """With what the field asks for; the form keeps what was typed."""
        fields = {
            "policy": SOURCE, "as_of": DAY, "lang": "en",
            "enterprise/name": "示例甲公司", "events/regional_financing/0/on": "2024-01-01",
            "events/regional_financing/0/amount": "three",
            "events/regional_financing/0/amount/unit": "元",
        }  # fmt: skip
        tree = tree_of("", fields)
        (link,) = (each for each in links_of(tree) if each.startswith("f-"))
        assert link == "f-events-regional_financing-0-amount"
        said = text_of(tree)
        assert "Financing on the regional equity market · Amount: 'three' is not an amount" in said
        assert sent_by(tree)["events/regional_financing/0/amount"] == "three"
        empty = tree_of("", {**fields, "as_of": ""})
        assert "f-as_of" in links_of(empty)

    def test_nothing_is_left_out_in_silence(self) -> None:
        """Under another policy, the facts that it does not ask for are named."""
        fields = {"policy": "everything-2025", "as_of": DAY, "enterprise/name": "示例甲公司"}
        fields["flags/first_listing"] = "yes"
        fields["events/bse_accepted/0/on"] = "2024-01-01"
        (told,) = (
            each for each in tree_of("", fields).iter("p") if each.attrib.get("class") == "warning"
        )
        assert "first_listing" in text_of(told)
        assert "bse_accepted" in text_of(told)
        own = tree_of("", {**fields, "policy": OWN})
        assert "first_listing、bse_accepted" not in text_of(own)

    def test_what_is_entered_is_never_markup(self) -> None:
        """Neither in the form nor in the answer nor in what is wrong."""
        evil = "</title><script>alert(1)</script>\"'<b>"
        fields = {"policy": SOURCE, "as_of": DAY, "enterprise/name": evil, "figures/x": evil}
        fields["events/neeq_listed/0/on"] = evil
        for address in ("", "answer"):
            content = PAGES.answer_to(address, Question(fields)).content.decode()
            assert "<script>alert" not in content
            assert "<b>" not in content
            tree_of(address, fields)

    def test_nothing_is_computed_before_anything_is_entered(self) -> None:
        """An empty page tells what to enter."""
        for lang in LANGS:
            tree = tree_of("", {"lang": lang})
            assert not any(each.tag == "svg" for each in tree.iter())
            assert not [each for each in links_of(tree) if each.startswith("f-")]

    @every_question
    def test_the_page_to_sign_is_the_one_of_the_library(self, asked: Asked) -> None:
        """Byte for byte, of the same case."""
        if in_order(asked.answer.case).events != asked.answer.case.events:
            return
        found = PAGES.answer_to("report", Question(fields_of(asked)))
        case = Case.model_validate(read(fields_of(asked), load_policy(asked.policy)).document)
        answer = assess(case, load_policy(asked.policy), as_of=asked.as_of)
        assert found.content.decode() == page(answer, "zh", digest=record(answer).digests.record)


class TestCaseFile:
    """A case kept as a file, and loaded again."""

    @every_question
    def test_kept_and_loaded_it_is_the_same(self, asked: Asked) -> None:
        """The form stands as it stood."""
        kept = PAGES.answer_to("case.json", Question(fields_of(asked)))
        assert kept.keep_as.endswith(".json")
        controls = {"policy": asked.policy, "as_of": str(asked.as_of), "lang": "zh"}
        tree = tree_of("", controls, Upload(kept.keep_as, kept.content))
        policy = load_policy(asked.policy)
        again = Case.model_validate(read(sent_by(tree), policy).document)
        assert in_order(again) == in_order(Case.model_validate_json(asked.body))

    @pytest.mark.parametrize(
        ("content", "said"),
        [
            (b"{", "JSON"),
            (b'{"enterprise": {"name": "a"}, "flags": {"nope": true}}', "nope"),
            (b'{"enterprise": {"name": "a", "name": "b"}}', "name"),
        ],
    )
    def test_one_that_cannot_be_loaded(self, content: bytes, said: str) -> None:
        """Is told, and the form stays empty: nothing of it is taken over in part."""
        tree = tree_of("", {"policy": SOURCE, "lang": "zh"}, Upload("a.json", content))
        (told,) = (each for each in tree.iter("ul") if each.attrib.get("class") == "faults")
        assert said in text_of(told)
        assert sent_by(tree)["enterprise/name"] == ""

    def test_what_the_form_cannot_hold_is_refused(self) -> None:
        """A former name with the sign that stands between names would become two."""
        for name, said in (("示例旧；名公司", True), ("示例旧名公司", False)):
            case = {"enterprise": {"name": "示例甲公司", "former_names": [name]}}
            tree = tree_of(
                "", {"policy": SOURCE, "lang": "zh"}, Upload("a.json", json.dumps(case).encode())
            )
            assert ("表单无法容纳" in text_of(tree)) is said
            assert sent_by(tree)["enterprise/name"] == ("" if said else "示例甲公司")


class TestTable:
    """A table dropped on the page."""

    @pytest.mark.parametrize("name", ["messy-gb18030.csv", "applications.xlsx", "enterprises.csv"])
    def test_every_row_is_there(self, name: str) -> None:
        """With the amount or the faults that the library has for it, and its cell."""
        content = (EXAMPLES / name).read_bytes()
        tree = tree_of("table", TABLE, Upload(name, content))
        rows = [each for each in results_of(tree) if each.attrib.get("class") != "picture"]
        policy, day = load_policy(OWN), QUESTIONS[0].as_of
        outcomes = [
            each
            for each in assess_rows(read_rows(str(EXAMPLES / name), policy), policy, as_of=day)
            if not each.row.aside
        ]
        assert len(rows) == len(outcomes)
        for row, outcome in zip(rows, outcomes, strict=True):
            said = text_of(row)
            if outcome.assessment is not None:
                assert outcome.assessment.in_words("zh").payable in said
            for each in outcome.faults:
                assert each.statement("zh") in said
                marked = [one for one in row.iter("td") if one.attrib.get("class") == "marked"]
                assert len(marked) >= 1

    def test_the_results_are_taken_away(self) -> None:
        """As the workbook that the command writes, made in memory."""
        upload = Upload(
            "C:\\fakepath\\applications.xlsx", (EXAMPLES / "applications.xlsx").read_bytes()
        )
        tree = tree_of("table", TABLE, upload)
        (link,) = (each for each in tree.iter("a") if "download" in each.attrib)
        content = base64.b64decode(link.attrib["href"].partition("base64,")[2])
        book = load_workbook(io.BytesIO(content))
        assert len(book.sheetnames) == len(EVERY_TABLE)

    @pytest.mark.parametrize(
        ("name", "content", "said"),
        [
            ("a.xls", b"x", "a.xls"),
            ("a.csv", "企业名称\n".encode(), "a.csv"),
            ("a.xlsx", b"PK nonsense", "a.xlsx"),
            ("a.csv", ("企业名称\n" + "示例甲公司\n" * 51).encode(), "50"),
        ],
    )
    def test_one_that_cannot_be_used(self, name: str, content: bytes, said: str) -> None:
        """Is reported in a sentence."""
        tree = tree_of("table", TABLE, Upload(name, content))
        (told,) = (each for each in tree.iter("ul") if each.attrib.get("class") == "faults")
        assert said in text_of(told)

    def test_without_a_day(self) -> None:
        """It is asked for, and nothing is computed."""
        tree = tree_of("table", {"policy": OWN}, Upload("a.csv", "企业名称\n示例\n".encode()))
        assert "截至" in text_of(tree)
        assert not results_of(tree)


def results_of(tree: Element) -> list[Element]:
    """The rows of the results."""
    tables = [each for each in tree.iter("table") if each.attrib.get("class") == "results"]
    return [row for table in tables for body in table if body.tag == "tbody" for row in body]


def client() -> TestClient:
    """The pages on HTTP."""
    app = application(DESK)
    app.include_router(pages_router(DESK))
    return TestClient(app)


class TestHttp:
    """The pages as browsers ask for them."""

    def test_a_form_without_a_script(self) -> None:
        """What a plain form sends is answered with the whole page, the answer in it."""
        asked = QUESTIONS[0]
        found = client().post("/", data=fields_of(asked))
        assert found.status_code == 200
        assert "玖佰万元整" in found.text
        fragment = client().post("/answer", data=fields_of(asked))
        assert fragment.text in found.text

    def test_a_file_sent_in_parts(self) -> None:
        """Whatever its bytes are."""
        asked = QUESTIONS[0]
        controls = {"policy": asked.policy, "as_of": str(asked.as_of), "lang": "en"}
        found = client().post("/", data=controls, files={"file": ("案例.json", asked.body)})
        assert sent_by(ElementTree.fromstring(found.text))["enterprise/name"]  # noqa: S314
        book = (EXAMPLES / "applications.xlsx").read_bytes()
        table = client().post("/table", data=TABLE, files={"file": ("申报.xlsx", book)})
        assert "申报-results.xlsx" in table.text

    def test_nothing_comes_from_elsewhere(self) -> None:
        """No address outside, no script or style in the page, and a policy that forbids it."""
        found = client().post("/", data=fields_of(QUESTIONS[0]))
        policy = found.headers["content-security-policy"]
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy
        for text in (found.text, client().get("/style.css").text, client().get("/form.js").text):
            outside = re.findall(
                r"(?:src|href|url|import|fetch)\W{1,3}(?:https?:)?//[^\s\"')]+", text
            )
            assert [each for each in outside if "gov.cn" not in each] == []
        assert "<style" not in found.text
        assert not re.findall(r"<script(?![^>]* src=)", found.text)
        assert not re.findall(r"\son[a-z]+=", found.text)
        assert not re.findall(r'\sstyle="', found.text)
        assert found.headers["cache-control"] == "no-store"

    def test_a_case_is_kept_under_its_name(self) -> None:
        """As a file of the enterprise."""
        found = client().post(
            "/case.json", data={**fields_of(QUESTIONS[0]), "enterprise/name": "示/例"}
        )
        assert found.headers["content-disposition"] == (
            "attachment; filename*=UTF-8''%E7%A4%BA_%E4%BE%8B.json"
        )
        assert json.loads(found.content)["enterprise"]["name"] == "示/例"

    @pytest.mark.parametrize("address", ["/", "/answer", "/table"])
    def test_what_is_no_form(self, address: str) -> None:
        """Is refused as everywhere."""
        found = client().post(address, json={})
        assert (found.status_code, found.json()["faults"][0]["code"]) == (415, "wrong_content_type")
        broken = {"content-type": "multipart/form-data; boundary=x"}
        assert client().post(address, content=b"abc", headers=broken).status_code == 415

    @pytest.mark.parametrize("lang", LANGS)
    def test_both_pages_in_both_languages(self, lang: Lang) -> None:
        """Asked for by their address."""
        for address in ("/", "/table"):
            found = client().get(f"{address}?lang={lang}")
            assert found.status_code == 200
            assert f'<html lang="{"zh-CN" if lang == "zh" else "en"}">' in found.text
        assert client().get("/?as_of=2025-12-31").status_code == 400


def parts(fields: dict[str, str], name: str, content: bytes, boundary: str) -> Iterator[bytes]:
    """A form as a browser sends it in parts."""
    for key, text in fields.items():
        head = f'--{boundary}\r\nContent-Disposition: form-data; name="{key}"\r\n\r\n'
        yield head.encode() + text.encode() + b"\r\n"
    head = f'--{boundary}\r\nContent-Disposition: form-data; name="file"; filename="{name}"\r\n'
    yield head.encode() + b"Content-Type: application/octet-stream\r\n\r\n" + content
    yield f"\r\n--{boundary}--\r\n".encode()


@given(
    fields=st.dictionaries(
        st.sampled_from(["a", "b/0/on", "lang"]), st.text(st.characters(codec="utf-8"))
    ),
    content=st.binary(),
)
def test_what_is_sent_in_parts_is_read_as_it_was(fields: dict[str, str], content: bytes) -> None:
    """Fields and file, whatever bytes it has, line breaks at its end too."""
    boundary = "----boundary7"
    body = b"".join(parts(fields, "表.xlsx", content, boundary))
    found = parts_of(body, f"multipart/form-data; boundary={boundary}")
    assert found.fields == fields
    assert found.file == Upload("表.xlsx", content)


def test_a_form_may_be_sent_with_any_field() -> None:
    """What nobody asked for is passed over by the reader and named on the page."""
    fields = {"policy": SOURCE, "as_of": DAY, "nonsense": "1", "events/nope/x/on": "1"}
    body = urlencode(fields).encode()
    headers = {"content-type": "application/x-www-form-urlencoded"}
    found = client().post("/", content=body, headers=headers)
    assert found.status_code == 200
    assert "nonsense" in found.text
