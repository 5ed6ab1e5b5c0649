"""`policy new`: a document that loads, says what its model says, and tells what to write."""

from __future__ import annotations

import json
import sys
import tomllib
from pathlib import Path

import pytest
from command import run_command
from jsonschema import Draft202012Validator

import listing_rewards
from listing_rewards import Policy, list_policies, load_policy
from listing_rewards.cli.draft import one_language
from listing_rewards.policy.diff import diff
from listing_rewards.policy.lint import lint
from listing_rewards.policy.schema import document_schema

ROOT = Path(__file__).parents[2]
DOCUMENTS = Path(listing_rewards.__file__).parent / "policy" / "documents"
MODELS = [
    *list_policies(),
    *map(str, sorted((ROOT / "examples" / "policies").glob("*.toml"))),
    str(ROOT / "examples" / "my-stages.toml"),
    str(ROOT / "tests" / "catalogue" / "everything.toml"),
    str(ROOT / "tests" / "catalogue" / "few.toml"),
]
SCHEMA = Draft202012Validator(document_schema())


def errors(policy: Policy) -> list[str]:
    """What `policy check` calls an error."""
    return [str(each) for each in lint(policy) if each.level == "error"]


def passes_the_schema(path: Path) -> bool:
    """Whether an editor that is given the schema would find nothing."""
    document = tomllib.loads(path.read_text(encoding="utf-8"))
    return not list(SCHEMA.iter_errors(json.loads(json.dumps(document, default=str))))


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("model", MODELS, ids=lambda model: Path(model).stem)
class TestRoundTrip:
    """A draft says exactly what it is made from."""

    def test_a_whole_document(
        self, model: str, lang: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """It stands alone, and differs in what it is called, and in nothing else."""
        file, source = tmp_path / "our-draft.toml", load_policy(model)
        words = ("policy", "new", file, "--from", model, "--lang", lang)
        assert run_command(monkeypatch, *words) == 0
        draft = load_policy(file)
        assert diff(source, draft) == ()
        assert (draft.id, draft.series, draft.based_on) == ("our-draft", None, {})
        assert draft.document.title.zh == f"（草案）{source.document.title.zh}"
        assert draft.document.title.en == f"Draft: {source.document.title.en}"
        assert draft.document.confirmed is None
        kept = {"title", "confirmed"}
        assert draft.document.model_dump(exclude=kept) == source.document.model_dump(exclude=kept)
        assert {clause.document for clause in draft.clauses.values()} <= {"our-draft"}
        assert len(errors(draft)) == len(errors(source))
        assert passes_the_schema(file)

    def test_an_extending_document(
        self, model: str, lang: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """It changes nothing until something is uncommented, from wherever it is read."""
        file, source = tmp_path / "inner" / "our-draft.toml", load_policy(model)
        file.parent.mkdir()
        words = ("policy", "new", file, "--extends", model, "--lang", lang)
        assert run_command(monkeypatch, *words) == 0
        monkeypatch.chdir(tmp_path)
        draft = load_policy(file)
        assert diff(source, draft) == ()
        assert next(iter(draft.based_on)) == source.id
        assert passes_the_schema(file)

    def test_with_everything_uncommented(
        self, model: str, lang: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """Each award and cap is as it was, and rests on the new document's clause."""
        file, source = tmp_path / "our-draft.toml", load_policy(model)
        words = ("policy", "new", file, "--extends", model, "--lang", lang)
        assert run_command(monkeypatch, *words) == 0
        lines = file.read_text(encoding="utf-8").splitlines()
        assert lines[0].startswith("#:schema ")
        uncommented = [
            line[1:] if line.startswith("#") and not line.startswith("# ") else line
            for line in lines[1:]
        ]
        file.write_text("\n".join(uncommented), encoding="utf-8")
        draft = load_policy(file)
        assert passes_the_schema(file)
        assert [award.id for award in draft.awards] == [award.id for award in source.awards]
        without = {"clause", "assumed"}
        for ours, theirs in zip(draft.awards, source.awards, strict=True):
            assert ours.clause == "own"
            if "dated" not in type(ours.amount).model_fields:
                assert ours.amount.clause == "own"
                assert ours.amount.model_dump(exclude=without) == theirs.amount.model_dump(
                    exclude=without
                )
        for name, group in draft.groups.items():
            assert group.clause == "own"
            assert group.model_dump(exclude=without) == source.groups[name].model_dump(
                exclude=without
            )
        added, *changed = diff(source, draft)
        assert added.path == "clauses.own"
        assert {each.where[0] for each in changed} <= {"awards", "groups"}


def test_by_default_the_shipped_document_in_chinese(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """What to run next stands at the head of the file, and is said."""
    monkeypatch.chdir(tmp_path)
    assert run_command(monkeypatch, "policy", "new", "ours.toml") == 0
    assert capsys.readouterr().out == (
        "已写入 ours.toml。下一步：listing-rewards policy check ours.toml\n"
    )
    text = Path("ours.toml").read_text(encoding="utf-8")
    assert text.splitlines()[:9] == [
        "#:schema ./policy.schema.json",
        "# 草案，据 zhanjiang-bse-2023 写成。请改为本地文件的内容，删去本地文件没有的内容，"
        "然后运行：",
        "#   listing-rewards policy check ours.toml",
        "#   listing-rewards policy show ours.toml",
        "# 支持 TOML 模式的编辑器（Even Better TOML、taplo）按首行补全、检查；先在本文件夹运行：",
        "#   listing-rewards schema policy > policy.schema.json",
        "",
        "# 编号",
        'id = "ours"',
    ]
    for line in (
        "# 金额",
        "#   amount.rate, amount.of: 按…的百分之…给予奖励，最高不超过…万元",
        "# 案例未提及时如何理解；未写明的，其他奖励的规则须用到其日期或金额的，按不明处理"
        "（可写：did_not_happen, unknown_if_needed, unknown）",
        'amount.cap = "10万元"',
        "#   [best_of.名称]",
    ):
        assert line in text.splitlines()


def test_the_commands_at_the_head_run(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The draft passes the check, and can be shown."""
    monkeypatch.chdir(tmp_path)
    assert run_command(monkeypatch, "policy", "new", "our plan.toml", "--lang", "en") == 0
    head = Path("our plan.toml").read_text(encoding="utf-8").splitlines()[:6]
    assert head[2] == "#   listing-rewards policy check 'our plan.toml'"
    assert run_command(monkeypatch, "policy", "check", "our plan.toml") == 0
    assert run_command(monkeypatch, "policy", "show", "our plan.toml") == 0
    assert "our plan" in capsys.readouterr().out


def test_numbers_as_people_write_them(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Large sums in 万元 or 亿元 in Chinese, in yuan in English; what is not round as it is."""
    model = ROOT / "tests" / "catalogue" / "few.toml"
    for lang, row in (
        ("zh", '{ below = "8亿元", fixed = "12345.60元" }, '
               '{ at_least = "8亿元", rate = "0.05%", cap = "15000万元" }'),
        ("en", '{ below = "800,000,000.00 yuan", fixed = "12,345.60 yuan" }, '
               '{ at_least = "800,000,000.00 yuan", rate = "0.05%", cap = "150,000,000.00 yuan" }'),
    ):  # fmt: skip
        file = tmp_path / f"{lang}.toml"
        words = ("policy", "new", file, "--from", model, "--lang", lang)
        assert run_command(monkeypatch, *words) == 0
        text = file.read_text(encoding="utf-8")
        assert f'{{ since = 2025-01-01, amount = {{ bands = [{row}], of = "financed" }} }}' in text
        assert "conditions" in text.partition("----")[2].rpartition("----")[2]


def test_figures_in_their_units(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A share in percent, a count as a plain number, however large."""
    model = ROOT / "tests" / "catalogue" / "everything.toml"
    file = tmp_path / "ours.toml"
    assert run_command(monkeypatch, "policy", "new", file, "--from", model) == 0
    lines = file.read_text(encoding="utf-8").splitlines()
    for line in (
        'over = "800万元"',
        'at_least = "3%"',
        'at_least = "10000"',
        'at_most = "50%"',
        'at_most = "20000"',
        '    { at_least = "10000", at_most = "15000", rate = "1%", cap = "400万元" },',
    ):
        assert line in lines


def test_no_comment_is_in_the_other_language(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is reported in English has no Chinese; what is reported in Chinese says something."""
    model = ROOT / "tests" / "catalogue" / "everything.toml"
    for lang in ("en", "zh"):
        file = tmp_path / f"{lang}.toml"
        words = ("policy", "new", file, "--from", model, "--lang", lang)
        assert run_command(monkeypatch, *words) == 0
        told = [
            line
            for line in file.read_text(encoding="utf-8").splitlines()[1:]
            if line.startswith("# ") and "listing-rewards" not in line
        ]
        chinese = [any("\u4e00" <= letter <= "\u9fff" for letter in line) for line in told]
        assert set(chinese) == {lang == "zh"}, told


@pytest.mark.parametrize(
    ("text", "english", "chinese"),
    [
        ("The day. 日期.", "The day", "日期"),
        ("A rate, such as ``2%``. 比例，如 2%.", "A rate, such as 2%", "比例，如 2%"),
        ("By day.\n\n2021年100万元.\n2022年50万元.", "By day", "2021年100万元；2022年50万元"),
        ("Only English.", "Only English", "Only English"),
    ],
)
def test_one_language(text: str, english: str, chinese: str) -> None:
    """Each half of a description, without its last point."""
    assert (one_language(text, "en"), one_language(text, "zh")) == (english, chinese)


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("there.toml",), "there.toml: this file is there already and is not overwritten"),
        (("ours.txt",), "'ours.txt' does not end in .toml"),
        ((".toml",), "'.toml' does not end in .toml"),
        (("zhanjiang-bse-2023.toml",), "the id 'zhanjiang-bse-2023' is that of a shipped policy"),
        (("none/ours.toml",), "none/ours.toml: this file cannot be written: No such file"),
        (("ours.toml", "--from", "zhanjiang-2023"), "did you mean 'zhanjiang-bse-2023'?"),
        (("ours.toml", "--extends", "none.toml"), "there is no policy 'none.toml'"),
        (
            ("ours.toml", "--from", "zhanjiang-bse-2023", "--extends", "zhanjiang-bse-2023"),
            "a new document is either a whole one (--from) or extends another (--extends)",
        ),
    ],
)
def test_unusable(
    words: tuple[str, ...],
    sentence: str,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """One sentence, status 2, and no file written or changed."""
    monkeypatch.chdir(tmp_path)
    Path("there.toml").write_text("mine", encoding="utf-8")
    assert run_command(monkeypatch, "policy", "new", *words, "--lang", "en") == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert sentence in err
    assert len(err.splitlines()) == 1
    assert [path.name for path in tmp_path.iterdir()] == ["there.toml"]
    assert Path("there.toml").read_text(encoding="utf-8") == "mine"


def test_without_the_package_that_writes_toml(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The extra that brings it is named."""
    for name in [name for name in sys.modules if name.startswith("listing_rewards.cli.draft")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "tomlkit", None)
    assert run_command(monkeypatch, "policy", "new", tmp_path / "ours.toml", "--lang", "en") == 2
    assert 'pip install "listing-rewards[cli]"' in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []
