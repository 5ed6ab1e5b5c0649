"""The commands `record` and `verify`."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import jsonschema
import pytest
from audit.forging import RECORDS, document, signed
from command import run_command

from listing_rewards import verify

EXAMPLES = Path(__file__).parents[2] / "examples"
ASKED = ("--policy", "zhanjiang-bse-2023-illustrative", "--as-of", "2025-12-31")
Captured = pytest.CaptureFixture[str]
Patch = pytest.MonkeyPatch


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: Patch, capsys: Captured) -> Path:
    """The records of the eight enterprises of the example table, one a line."""
    path = tmp_path / "records.jsonl"
    assert run_command(monkeypatch, "record", EXAMPLES / "enterprises.csv", *ASKED, "-o", path) == 0
    capsys.readouterr()
    return path


class TestRecord:
    """Cases in, records out."""

    def test_one_a_line(self, kept: Path) -> None:
        """Each is an honest record of its row."""
        lines = kept.read_text(encoding="utf-8").splitlines()
        assert len(lines) == 8
        assert all(verify(line).identical for line in lines)

    def test_one_case_as_json(self, tmp_path: Path, monkeypatch: Patch) -> None:
        """One document in, one document out."""
        path, case = tmp_path / "record.json", EXAMPLES / "cases" / "01-full-ladder.json"
        assert run_command(monkeypatch, "record", case, *ASKED, "-o", path) == 0
        text = path.read_text(encoding="utf-8")
        assert text.startswith("{\n")
        assert verify(text).identical

    def test_a_table_as_json(self, tmp_path: Path, monkeypatch: Patch, capsys: Captured) -> None:
        """A list, which `verify` reads again, each with its place in it."""
        path = tmp_path / "records.json"
        words = ("record", EXAMPLES / "enterprises.csv", *ASKED, "-o", path)
        assert run_command(monkeypatch, *words) == 0
        assert len(json.loads(path.read_text(encoding="utf-8"))) == 8
        capsys.readouterr()
        assert run_command(monkeypatch, "verify", path) == 0
        assert f"{path}[7]: identical: " in capsys.readouterr().out

    def test_a_bad_row_is_left_out(self, monkeypatch: Patch, capsys: Captured) -> None:
        """And told; on standard output one record a line."""
        words = ("record", EXAMPLES / "messy-gb18030.csv", *ASKED)
        assert run_command(monkeypatch, *words) == 1
        out, err = capsys.readouterr()
        assert len(out.splitlines()) == 3
        assert "row 6" in err
        assert "3 assessed" in err

    @pytest.mark.parametrize("name", ["records.csv", "records.txt"])
    def test_not_as_a_table(
        self, name: str, tmp_path: Path, monkeypatch: Patch, capsys: Captured
    ) -> None:
        """A record is JSON."""
        words = ("record", EXAMPLES / "enterprises.csv", *ASKED, "-o", tmp_path / name)
        assert run_command(monkeypatch, *words) == 2
        assert "json, jsonl" in capsys.readouterr().err

    def test_never_over_what_is_read(
        self, tmp_path: Path, monkeypatch: Patch, capsys: Captured
    ) -> None:
        """The case is still there afterwards."""
        path = tmp_path / "case.json"
        path.write_bytes((EXAMPLES / "cases" / "01-full-ladder.json").read_bytes())
        assert run_command(monkeypatch, "record", path, *ASKED, "-o", path) == 2
        assert "overwrite" in capsys.readouterr().err
        assert "enterprise" in json.loads(path.read_text(encoding="utf-8"))


class TestVerify:
    """Records in, one outcome each out, and every record accounted for."""

    def test_all_identical(self, kept: Path, monkeypatch: Patch, capsys: Captured) -> None:
        """One line each, and a summary."""
        assert run_command(monkeypatch, "verify", kept) == 0
        out, err = capsys.readouterr()
        assert len(out.splitlines()) == 8
        assert f"{kept}:2: identical: 示例丙生物科技有限公司, payable 60,000.00 yuan" in out
        assert err == (
            "8 records read: 8 identical, 0 of another version with the same amounts, 0 different, "
            "0 altered, 0 refused.\n"
            "The policies in the records were compared with none: name the one that should be in "
            "them with -p.\n"
            "Payable by these records together: 20,680,000.00 for certain, at most "
            "28,180,000.00.\n"
        )

    def test_each_kind_in_one_file(self, kept: Path, monkeypatch: Patch, capsys: Captured) -> None:
        """An altered, a forged, an older and a broken one, a blank line; the others go on."""
        lines = kept.read_text(encoding="utf-8").splitlines()
        lines[0] = lines[0].replace("示例甲", "示例乙")
        forged = json.loads(lines[1])
        forged["result"]["payable"] = forged["result"]["payable_at_most"] = "90000.00"
        lines[1] = json.dumps(signed(forged))
        lines[2] = (RECORDS / "0.1.0.jsonl").read_text(encoding="utf-8").splitlines()[0]
        lines[3] = lines[3][:-20]
        lines[4] = "{}"
        lines[5] = ""
        lines[6] = '"a text"'
        kept.write_text("\n".join(lines) + "\n", encoding="utf-8")
        assert run_command(monkeypatch, "verify", kept) == 1
        out, err = capsys.readouterr()
        heads = [line for line in out.splitlines() if not line.startswith(" ")]
        assert [head.removeprefix(f"{kept}:").partition(": ")[0] for head in heads] == [
            "1", "2", "3", "4", "5", "7", "8",
        ]  # fmt: skip
        said = [head.split(": ")[1] for head in heads]
        assert said == [
            "ALTERED", "DIFFERENT", "same amounts", "NOT A RECORD", "NOT A RECORD", "NOT A RECORD",
            "identical",
        ]  # fmt: skip
        assert "    the record has 90,000.00 yuan payable, computed afresh: 60,000.00 yuan\n" in out
        assert "    written by version 0.1.0, computed afresh by " in out
        assert err == (
            "7 records read: 1 identical, 1 of another version with the same amounts, 1 different, "
            "1 altered, 3 refused.\n"
            "The policies in the records were compared with none: name the one that should be in "
            "them with -p.\n"
            "Payable by these records together: 13,010,000.00.\n"
        )

    def test_an_older_version_is_no_finding(self, monkeypatch: Patch, capsys: Captured) -> None:
        """The same amounts: exit status 0, and said."""
        assert run_command(monkeypatch, "verify", RECORDS / "0.1.0.jsonl", "--lang", "zh") == 0
        out, err = capsys.readouterr()
        assert out.count("：金额一致：") == 5
        assert out.count("由版本 0.1.0 生成") == 5
        assert "由其他版本生成且金额一致5份" in err

    @pytest.mark.parametrize("version", ["0.1.0", "0.2.0", "0.3.0"])
    def test_older_records_are_no_finding(self, version: str, monkeypatch: Patch) -> None:
        """Nor is one enterprise under several policies, each on a day of its own."""
        assert run_command(monkeypatch, "verify", RECORDS / f"{version}.jsonl") == 0

    def test_for_programs(self, kept: Path, monkeypatch: Patch, capsys: Captured) -> None:
        """An entry each, as JSON and as JSON Lines."""
        forged = document("03-regional-below")
        forged["result"]["lines"][5]["steps"][1]["result"]["at_least"] = "60000.01"
        lines = [json.dumps(signed(forged)), "[", json.dumps(forged | {"case": {}})]
        kept.write_text("\n".join(lines), encoding="utf-8")
        assert run_command(monkeypatch, "verify", kept, "--format", "jsonl") == 1
        first, second, third = map(json.loads, capsys.readouterr().out.splitlines())
        assert first == {
            "file": str(kept),
            "line": 1,
            "within": None,
            "outcome": "different",
            "enterprise": "示例丙生物科技有限公司",
            "uscc": forged["case"]["enterprise"]["uscc"],
            "as_of": "2025-12-31",
            "policy": "zhanjiang-bse-2023-illustrative",
            "policy_digest": forged["digests"]["policy"],
            "version": forged["version"],
            "payable": "60000.00",
            "payable_at_most": "60000.00",
            "altered": [],
            "policy_differs": [],
            "same_as": None,
            "another_at": None,
            "asked_as_of": None,
            "difference": {
                "path": "result.lines[5].steps[1].result.at_least",
                "award": "regional_financing",
                "step": 1,
                "check": None,
                "operation": "rate",
                "stated": '"60000.01"',
                "computed": '"60000.00"',
                "ground": {"clause": "task-10", "assumed": None},
            },
            "faults": [],
        }
        assert (second["outcome"], second["faults"][0]["code"]) == ("refused", "bad_json")
        assert third["outcome"] == "altered"
        assert third["faults"][0]["path"] == "case.enterprise"
        assert third["faults"][0]["zh"]
        assert run_command(monkeypatch, "verify", kept, "--format", "json") == 1
        assert json.loads(capsys.readouterr().out) == [first, second, third]

    def test_several_days_and_one_enterprise_twice(
        self, kept: Path, monkeypatch: Patch, capsys: Captured
    ) -> None:
        """Each record says its day; a file with several is a finding, and so is one of two."""
        first = kept.read_text(encoding="utf-8").splitlines()[0]
        words = ("record", EXAMPLES / "enterprises.csv", *ASKED[:2], "--as-of", "2024-10-31")
        assert run_command(monkeypatch, *words) == 0
        earlier = capsys.readouterr().out.splitlines()[0]
        kept.write_text(f"{earlier}\n{first}\n", encoding="utf-8")
        assert run_command(monkeypatch, "verify", kept) == 1
        out, err = capsys.readouterr()
        assert "as of 2024-10-31, under zhanjiang-bse-2023-illustrative (digest " in out
        assert "as of 2025-12-31, under" in out
        assert f"this enterprise has another record at {kept}:1" in out
        assert f"{kept} has records of several as-of dates: 2024-10-31, 2025-12-31." in err
        kept.write_text(f"{first}\n", encoding="utf-8")
        assert run_command(monkeypatch, "verify", kept, "--as-of", "2025-12-31") == 0
        assert run_command(monkeypatch, "verify", kept, "--as-of", "2025-12-30") == 1
        assert "as of 2025-12-31, where 2025-12-30 was asked for" in capsys.readouterr().out

    def test_the_digest_of_a_policy(self, kept: Path, monkeypatch: Patch, capsys: Captured) -> None:
        """As the records have it."""
        assert run_command(monkeypatch, "policy", "digest", ASKED[1]) == 0
        first = json.loads(kept.read_text(encoding="utf-8").splitlines()[0])
        assert capsys.readouterr().out == f"{first['digests']['policy']}  {ASKED[1]}\n"

    def test_whose_policy_it_is(self, kept: Path, monkeypatch: Patch, capsys: Captured) -> None:
        """A record that rests on another policy than the one given is a finding with its place."""
        assert (
            run_command(monkeypatch, "verify", kept, "-p", "zhanjiang-bse-2023-illustrative") == 0
        )
        assert "the one given" not in "".join(capsys.readouterr())
        forged = json.loads(kept.read_text(encoding="utf-8").splitlines()[1])
        forged["policy"]["awards"][5]["amount"]["cap"] = "200000.00"
        text = json.dumps(forged["result"]).replace('"100000.00"', '"200000.00"')
        forged["result"] = json.loads(text)
        kept.write_text(json.dumps(signed(forged)), encoding="utf-8")
        assert run_command(monkeypatch, "verify", kept) == 0
        words = ("verify", kept, "-p", "zhanjiang-bse-2023-illustrative")
        assert run_command(monkeypatch, *words) == 1
        out, err = capsys.readouterr()
        assert out.splitlines()[-2:] == [
            "    its policy is not the one given:",
            "        awards.regional_financing.amount.cap: the record has 200,000.00 yuan, "
            "the policy given has 100,000.00 yuan",
        ]
        assert "1 under another policy than zhanjiang-bse-2023-illustrative." in err
        assert (
            run_command(monkeypatch, "verify", kept, "-p", "zhanjiang-bse-2023", "--lang", "zh")
            == 1
        )
        _, second, third, *_ = capsys.readouterr().out.splitlines()
        assert second == "    其政策与所给政策不同："
        assert third.startswith("        id：记录为 ")

    def test_standard_input(self, kept: Path, monkeypatch: Patch, capsys: Captured) -> None:
        """JSON Lines, or JSON where it is said."""
        text = kept.read_bytes()
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text)))
        assert run_command(monkeypatch, "verify", "-") == 0
        one = json.dumps(json.loads(text.splitlines()[0]), indent=2).encode()
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(one)))
        assert run_command(monkeypatch, "verify", "-", "--input-format", "json") == 0
        assert "-: identical" in capsys.readouterr().out

    def test_every_place_of_another_policy(
        self, kept: Path, monkeypatch: Patch, capsys: Captured
    ) -> None:
        """Some with both values for people, and how many more; all of them for programs."""
        words = ("verify", kept, "-p", "zhanjiang-bse-2023")
        assert run_command(monkeypatch, *words, "--lang", "zh") == 1
        out, err = capsys.readouterr()
        (first, *_) = [line for line in out.splitlines() if "处不同；--format json" in line]
        assert "任何政策比对" not in err
        assert run_command(monkeypatch, *words, "--format", "jsonl") == 1
        places = json.loads(capsys.readouterr().out.splitlines()[0])["policy_differs"]
        assert f"另有{len(places) - 10}处不同" in first
        assert {
            "path": "awards.neeq_listed.amount.fixed", "stated": '"500000.00"', "given": None,
        } in places  # fmt: skip

    @pytest.mark.parametrize("lang", ["en", "zh"])
    def test_a_clause_that_was_reworded(
        self, kept: Path, monkeypatch: Patch, capsys: Captured, lang: str
    ) -> None:
        """Whatever language is asked for, with the words around what differs."""
        forged = json.loads(kept.read_text(encoding="utf-8").splitlines()[0])
        text = forged["policy"]["clauses"]["task-9"]["text"]
        text["zh"] = "甲" * 200 + text["zh"].replace("900万元", "800万元")
        kept.write_text(json.dumps(signed(forged)), encoding="utf-8")
        words = ("verify", kept, "--lang", lang, "-p", "zhanjiang-bse-2023-illustrative")
        assert run_command(monkeypatch, *words) == 1
        place = capsys.readouterr().out.splitlines()[-1]
        assert place.strip().startswith("clauses.task-9.text.zh")
        assert '"甲甲甲' in place
        assert len(place) < 250

    def test_the_same_record_twice(self, kept: Path, monkeypatch: Patch, capsys: Captured) -> None:
        """In one file or in two, laid out otherwise, its digests in capitals; told, no finding."""
        lines = kept.read_text(encoding="utf-8").splitlines()
        again = json.loads(lines[1])
        again["digests"]["record"] = again["digests"]["record"].upper()
        text = json.dumps(again, sort_keys=True)
        kept.write_text("\n".join([*lines[:3], text]), encoding="utf-8")
        assert run_command(monkeypatch, "verify", kept) == 0
        out, err = capsys.readouterr()
        assert out.splitlines()[-2].startswith(f"{kept}:4: identical: ")
        assert out.splitlines()[-1] == f"    the same record as {kept}:2"
        assert "Repeated among them: 1." in err
        assert run_command(monkeypatch, "verify", kept, kept, "--format", "jsonl") == 0
        out, err = capsys.readouterr()
        assert [json.loads(line)["same_as"] for line in out.splitlines()] == [
            *(None, None, None, f"{kept}:2"),
            *(f"{kept}:{n}" for n in (1, 2, 3, 2)),
        ]
        assert "Repeated among them: 5." in err

    def test_one_document_named_as_lines(
        self, tmp_path: Path, monkeypatch: Patch, capsys: Captured
    ) -> None:
        """One sentence, not one for each of its lines."""
        path = tmp_path / "record.jsonl"
        path.write_text(json.dumps(document(), indent=2), encoding="utf-8")
        assert run_command(monkeypatch, "verify", path) == 2
        out, err = capsys.readouterr()
        assert out == ""
        assert err.count("one JSON document over several lines") == 1
        assert len(err.splitlines()) == 3
        assert run_command(monkeypatch, "verify", path, "--input-format", "json") == 0

    @pytest.mark.parametrize("name", ["records.txt", "records.csv", "records"])
    def test_forms_that_are_of_use(
        self, name: str, tmp_path: Path, monkeypatch: Patch, capsys: Captured
    ) -> None:
        """Nothing is offered that would be refused."""
        (tmp_path / name).write_text("{}", encoding="utf-8")
        assert run_command(monkeypatch, "verify", tmp_path / name) == 2
        assert "(accepted: json, jsonl)" in capsys.readouterr().err

    def test_unusable_files(
        self, kept: Path, tmp_path: Path, monkeypatch: Patch, capsys: Captured
    ) -> None:
        """Each is reported, the others are verified, and the exit status is 2."""
        (tmp_path / "empty.jsonl").write_text("\n", encoding="utf-8")
        (tmp_path / "broken.json").write_text("{", encoding="utf-8")
        (tmp_path / "table.csv").write_text("a,b\n", encoding="utf-8")
        names = ("empty.jsonl", "broken.json", "table.csv", "missing.jsonl")
        files = [*(tmp_path / name for name in names), kept]
        assert run_command(monkeypatch, "verify", *files) == 2
        out, err = capsys.readouterr()
        assert out.count("identical") == 8
        for said in ("holds no records", "is not JSON", "json, jsonl", "cannot be read"):
            assert said in err
        assert err.endswith("4 of the files cannot be used.\n")


def test_schema_of_a_record(monkeypatch: Patch, capsys: Captured) -> None:
    """It accepts a record, and none without its digests."""
    assert run_command(monkeypatch, "schema", "record") == 0
    validator = jsonschema.Draft202012Validator(json.loads(capsys.readouterr().out))
    kept = document()
    assert validator.is_valid(kept)
    del kept["digests"]
    assert not validator.is_valid(kept)
