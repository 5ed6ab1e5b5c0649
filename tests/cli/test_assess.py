"""The command `assess`: what it writes, what it says, how it ends."""

from __future__ import annotations

import csv
import io
import json
import subprocess
import sys
from pathlib import Path

import pytest
from command import run_command

from listing_rewards import Assessment

EXAMPLES = Path(__file__).parents[2] / "examples"
ASKED = ("--policy", "zhanjiang-bse-2023-illustrative", "--as-of", "2025-12-31")


@pytest.fixture
def jsonl(tmp_path: Path) -> Path:
    """Three cases, the second of them misspelt."""
    path = tmp_path / "cases.jsonl"
    names = ("neeq_listed", "neeq_lsted", "neeq_listed")
    path.write_text(
        "".join(
            json.dumps(
                {
                    "enterprise": {"name": f"示例{number}公司"},
                    "events": [{"kind": kind, "on": "2023-09-15"}],
                },
                ensure_ascii=False,
            )
            + "\n"
            for number, kind in enumerate(names)
        ),
        encoding="utf-8",
    )
    return path


def test_json_lines_out_in_the_order_of_the_input(
    jsonl: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """One assessment a line; a bad row is reported on standard error; the exit status is 1."""
    assert run_command(monkeypatch, "assess", jsonl, *ASKED) == 1
    out, err = capsys.readouterr()
    answers = [Assessment.model_validate_json(line) for line in out.splitlines()]
    assert [each.case.enterprise.name for each in answers] == ["示例0公司", "示例2公司"]
    assert json.loads(out.splitlines()[0])["payable"] == "500000.00"
    assert "row 2, events[0].kind: " in err
    assert "did you mean 'neeq_listed'?" in err
    assert "3 rows read: 2 assessed (0 not determined), 1 with faults." in err


def test_one_json_document_in_one_out(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A list comes back as a list."""
    case = EXAMPLES / "cases" / "01-full-ladder.json"
    assert run_command(monkeypatch, "assess", case, *ASKED, "--format", "json") == 0
    document = json.loads(capsys.readouterr().out)
    assert document["payable"] == "9000000.00"
    listed = tmp_path / "listed.json"
    listed.write_text(f"[{case.read_text(encoding='utf-8')}]", encoding="utf-8")
    assert run_command(monkeypatch, "assess", listed, *ASKED, "--format", "json") == 0
    assert json.loads(capsys.readouterr().out) == [document]


def test_a_csv_for_excel(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Stable columns, plain yuan, and the byte order mark that Excel needs for Chinese."""
    found = tmp_path / "answers.csv"
    table = EXAMPLES / "enterprises.csv"
    assert run_command(monkeypatch, "assess", table, *ASKED, "-o", found) == 0
    raw = found.read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(io.StringIO(raw.decode("utf-8-sig"))))
    assert len(rows) == 8
    missing = rows[5]
    assert (missing["name"], missing["payable"], missing["payable_at_most"]) == (
        "示例子农业股份有限公司",
        "1000000.00",
        "8500000.00",
    )
    assert missing["determined"] == "no"
    assert missing["needs"] == "neeq_listed"
    assert rows[7]["neeq_listed.overpaid"] == "300000.00"
    assert rows[3]["bse_accepted.status"] == "refused"


def test_a_table_for_the_eye(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """No amount is cut short, however narrow the window."""
    monkeypatch.setenv("COLUMNS", "40")
    table = EXAMPLES / "enterprises.csv"
    assert (
        run_command(monkeypatch, "assess", table, *ASKED, "--format", "table", "--lang", "zh") == 0
    )
    out, err = capsys.readouterr()
    for amount in ("8,500,000.00", "60,000.00", "28,180,000.00", "300,000.00"):
        assert amount in out
    assert "…" not in out
    assert "共读取8行：已计算8行（其中1行尚未确定），有误0行。" in err


def test_several_files_and_second_tables(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Further events and payments change the enterprises they name."""
    second = ("--events", EXAMPLES / "events.csv", "--payments", EXAMPLES / "payments.csv")
    words = (EXAMPLES / "enterprises.csv", EXAMPLES / "messy-gb18030.csv", *ASKED)
    assert run_command(monkeypatch, "assess", *words) == 1
    capsys.readouterr()
    later = (*ASKED[:3], "2026-02-01")
    assert run_command(monkeypatch, "assess", words[0], *later, *second) == 0
    answers = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    by_name = {each["case"]["enterprise"]["name"]: each for each in answers}
    assert by_name["示例丙生物科技有限公司"]["payable"] == "91100.00"
    assert by_name["示例戊新材料有限公司"]["payable"] == "0.00"
    assert by_name["示例庚电子股份有限公司"]["payable"] == "1000000.00"


def test_every_fault_of_a_messy_table_in_its_cell(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A GB18030 table as a clerk saves it; the good rows are written, the bad ones told."""
    found = tmp_path / "answers.jsonl"
    table = EXAMPLES / "messy-gb18030.csv"
    assert run_command(monkeypatch, "assess", table, *ASKED, "-o", found) == 1
    lines = found.read_text(encoding="utf-8").splitlines()
    assert [json.loads(line)["payable"] for line in lines] == [
        "2500000.00",
        "60000.00",
        "500000.00",
    ]
    err = capsys.readouterr().err
    for told in (
        "row 3, column 北交所受理日期: bse_accepted on '2024-03-01' comes before neeq_listed",
        "row 6, column 区域性股权市场融资日期: '2023-02-30' is not a date",
        "row 7, column 区域性股权市场融资额（万元）: the amount '-5' is negative",
        "row 8, column 区域性股权市场融资额（万元）: the amount '120' stands without its day",
        "the credit code 91440800MA0000007X is not built as one",
        "7 rows read: 3 assessed (0 not determined), 4 with faults.",
    ):
        assert told in err


def test_the_same_code_in_two_rows_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Neither row gets an amount: its caps would hold twice."""
    table = tmp_path / "twice.csv"
    table.write_text("name,uscc\n甲,91440800MA0000001E\n乙,91440800MA0000001E\n", encoding="utf-8")
    assert run_command(monkeypatch, "assess", table, *ASKED) == 1
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.count("stands in more than one row") == 2


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("{csv}", "-p", "zhanjang-bse-2023", *ASKED[2:]), "did you mean 'zhanjiang-bse-2023'?"),
        (("{csv}", *ASKED[:3], "31.12.2025"), "--as-of: '31.12.2025' is not a date"),
        (("{none}", *ASKED), "nowhere.csv: this file cannot be read: no such file or directory"),
        (("{csv}", *ASKED, "-o", "answers.xls"), "written as .xlsx, not as"),
        (("{csv}", *ASKED, "-o", "{folder}/answers.csv"), "cannot be written: no such file"),
        (("{csv}", *ASKED, "--events", "{none}"), "nowhere.csv: this file cannot be read"),
    ],
)  # fmt: skip
def test_unusable_input_ends_with_one_sentence_and_status_2(
    words: tuple[str, ...],
    sentence: str,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Nothing is written, and no traceback is shown."""
    monkeypatch.chdir(tmp_path)
    places = {
        "csv": EXAMPLES / "enterprises.csv",
        "none": tmp_path / "nowhere.csv",
        "folder": tmp_path / "nofolder",
    }
    filled = [word.format(**places) for word in words]
    assert run_command(monkeypatch, "assess", *filled) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert sentence in err
    assert "Traceback" not in err
    assert list(tmp_path.iterdir()) == []


def test_faults_are_told_in_chinese_too(
    jsonl: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """With the option, or with the environment variable."""
    monkeypatch.setenv("LISTING_REWARDS_LANG", "zh")
    assert run_command(monkeypatch, "assess", jsonl, *ASKED) == 1
    err = capsys.readouterr().err
    assert "没有声明事项 “neeq_lsted”；是否为“neeq_listed”？" in err
    assert "共读取3行" in err


def test_standard_streams(jsonl: Path) -> None:
    """JSON Lines through a pipe, as another program would call it."""
    command = [sys.executable, "-c", "from listing_rewards.cli import main; main()"]
    done = subprocess.run(
        [*command, "assess", "-", *ASKED],
        input=jsonl.read_bytes(),
        capture_output=True,
        check=False,
        env={"PYTHONIOENCODING": "utf-8"},
    )
    assert done.returncode == 1
    assert len(done.stdout.splitlines()) == 2
    assert b"3 rows read" in done.stderr


def test_an_output_appears_whole_or_not_at_all(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """An interrupted run leaves the earlier file as it was, and nothing beside it."""
    found = tmp_path / "answers.jsonl"
    found.write_text("earlier", encoding="utf-8")

    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("listing_rewards.cli.assess.write_results", interrupted)
    table = EXAMPLES / "enterprises.csv"
    assert run_command(monkeypatch, "assess", table, *ASKED, "-o", found) == 130
    assert "stopped" in capsys.readouterr().err
    assert [path.name for path in tmp_path.iterdir()] == ["answers.jsonl"]
    assert found.read_text(encoding="utf-8") == "earlier"


def test_a_fault_of_ours_is_not_put_on_the_user(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """One sentence and status 3, no traceback."""

    def broken(*_: object, **__: object) -> None:
        raise RuntimeError("broken")

    monkeypatch.setattr("listing_rewards.cli.assess.write_results", broken)
    assert run_command(monkeypatch, "assess", EXAMPLES / "enterprises.csv", *ASKED) == 3
    err = capsys.readouterr().err
    assert "its own fault" in err
    assert "Traceback" not in err


def test_the_input_is_never_overwritten(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever way it is named."""
    table = tmp_path / "table.csv"
    table.write_text("name\n示例甲公司\n", encoding="utf-8")
    other = tmp_path / "folder" / ".." / "table.csv"
    (tmp_path / "folder").mkdir()
    assert run_command(monkeypatch, "assess", table, *ASKED, "-o", other) == 2
    assert "would overwrite" in capsys.readouterr().err
    assert table.read_text(encoding="utf-8") == "name\n示例甲公司\n"


def test_the_faults_overwrite_nothing_either(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Neither what is read nor what is written."""
    table, found = tmp_path / "table.csv", tmp_path / "found.jsonl"
    table.write_text("name\n示例甲公司\n", encoding="utf-8")
    assert run_command(monkeypatch, "assess", table, *ASKED, "--faults", table) == 2
    assert run_command(monkeypatch, "assess", table, *ASKED, "-o", found, "--faults", found) == 2
    assert capsys.readouterr().err.count("would overwrite") == 2
    assert [path.name for path in tmp_path.iterdir()] == ["table.csv"]


def test_a_table_is_not_written_to_a_file(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Asked for both, nothing is done."""
    words = (EXAMPLES / "enterprises.csv", *ASKED, "--format", "table", "-o", tmp_path / "t.txt")
    assert run_command(monkeypatch, "assess", *words) == 2
    assert "for the screen" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_what_is_not_a_plain_file_is_written_to_and_not_replaced(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A link keeps leading to its file."""
    real, link = tmp_path / "real.jsonl", tmp_path / "link.jsonl"
    real.write_text("", encoding="utf-8")
    link.symlink_to(real)
    assert run_command(monkeypatch, "assess", EXAMPLES / "enterprises.csv", *ASKED, "-o", link) == 0
    assert link.is_symlink()
    assert len(real.read_text(encoding="utf-8").splitlines()) == 8


def test_a_name_is_shown_as_it_is(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """What looks like mark-up in a name is part of the name."""
    table = tmp_path / "table.csv"
    table.write_text("name\nA[red]公司\nB[/b]公司\n", encoding="utf-8")
    assert run_command(monkeypatch, "assess", table, *ASKED, "--format", "table") == 0
    out = capsys.readouterr().out
    assert "A[red]公司" in out
    assert "B[/b]公司" in out


def test_assumed_amounts_are_told_with_the_total(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The closing line cannot be quoted without it."""
    assert run_command(monkeypatch, "assess", EXAMPLES / "enterprises.csv", *ASKED) == 0
    assert (
        "6 of the answers rest on amounts that the policy only assumes" in capsys.readouterr().err
    )


def test_the_faults_as_a_file(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Place, code and sentence, for a program that sends the rows back."""
    told = tmp_path / "faults.jsonl"
    words = (EXAMPLES / "messy-gb18030.csv", *ASKED, "--faults", told)
    assert run_command(monkeypatch, "assess", *words) == 1
    assert len(capsys.readouterr().out.splitlines()) == 3
    found = [json.loads(line) for line in told.read_text(encoding="utf-8").splitlines()]
    assert [(each["row"], each["code"]) for each in found] == [
        (3, "impossible_order"),
        (6, "not_a_date"),
        (7, "negative_amount"),
        (8, "day_missing_for_amount"),
    ]
    assert "第 3 行" in found[0]["zh"]


def test_on_a_terminal_a_table_and_the_rows_counted(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without -o and --format, people get a table, and see the rows go by on standard error."""
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    assert run_command(monkeypatch, "assess", EXAMPLES / "enterprises.csv", *ASKED) == 0
    out, err = capsys.readouterr()
    assert "28,180,000.00" in out
    assert not out.lstrip().startswith("{")
    assert "8 rows read" in err


HOLDS = """\
id = "holds"
extends = "zhanjiang-bse-2023-illustrative"
document = { title = "a bureau that holds back", issuer = "nobody" }

[[notices]]
id = "decree-798"
effect = "withhold"
"""


@pytest.mark.parametrize(
    ("lang", "column", "said"),
    [
        ("en", "Withheld", "up to 5,000,000.00 yuan are withheld"),
        ("zh", "暂缓", "另有至多5,000,000.00元因合规审核暂缓发放"),
    ],
)
def test_what_a_notice_withholds_is_told(
    lang: str,
    column: str,
    said: str,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """On the screen in a column of its own, in the summary, and in the CSV."""
    policy, case, out = tmp_path / "holds.toml", tmp_path / "case.csv", tmp_path / "out.csv"
    policy.write_text(HOLDS, encoding="utf-8")
    header = "企业名称,新三板挂牌日期,北交所受理日期,北交所上市日期"
    case.write_text(f"{header}\n示例甲公司,2023-09-15,2024-11-08,2025-03-01\n", encoding="utf-8")
    asked = ("assess", case, "-p", policy, "--as-of", "2025-12-31", "--lang", lang)
    assert run_command(monkeypatch, *asked, "--format", "table") == 0
    shown = capsys.readouterr()
    assert column in shown.out
    assert "5,000,000.00" in shown.out
    assert said in shown.err
    assert run_command(monkeypatch, *asked, "-o", out) == 0
    row = next(csv.DictReader(out.read_text(encoding="utf-8-sig").splitlines()))
    assert (row["payable"], row["withheld"]) == ("2500000.00", "5000000.00")
    assert row["bse_listed.payable"] == "0.00"
