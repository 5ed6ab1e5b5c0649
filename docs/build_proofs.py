"""Writes docs/reference/proofs.md: what is proved of each shipped and each real policy.

It takes some minutes. ``--check`` writes nothing and fails where anything but the seconds differs.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from listing_rewards import list_policies, load_policy
from listing_rewards.errors import Lang
from listing_rewards.proof import Outcome, Proof, prove
from listing_rewards.proof.sentences import Sentences

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs" / "reference" / "proofs.md"
LANGUAGES: tuple[Lang, ...] = ("en", "zh")
LAWS = {
    "entitled_within_cap": ("entitled within the cap", "核定不超上限"),
    "paid_within_cap": ("payable and paid within it", "应付与已付不超上限"),
    "clause_within_cap": ("all awards of its clause within it", "同条奖励合计不超上限"),
    "cap_can_be_reached": ("the cap can be reached", "上限可达"),
    "can_be_granted": ("each award can be granted", "各项可得"),
    "more_gives_no_less": ("more gives no less", "基数增加不减"),
    "no_base_between_bands": ("no base between bands", "档间无缺口"),
    "no_base_in_two_bands": ("no base in two bands", "各档不重叠"),
    "range_holds_both": ("a range holds both answers", "区间含两种情形"),
    "both_ends_attained": ("its ends are attained", "区间两端可达"),
    "settled_once_paid": ("settled once paid", "付清即清"),
    "a_day_later_gives_no_less": ("a day later no less", "次日不减"),
}
DOCUMENTS = [
    *list_policies(),
    *(path.as_posix() for path in sorted((ROOT / "examples" / "policies").glob("*.toml"))),
]
HEAD = (
    "<!-- Built by docs/build_proofs.py; change the code, then run `make proofs`. -->",
    "",
    "# What is proved of each policy",
    "",
    "What each law says, and under which bounds it is proved, is in "
    "[prove a policy](../how-to/prove-a-policy.md): at most two events of one kind.",
    "本页中英文对照。各条规律的含义与适用范围见[证明一份政策](../how-to/prove-a-policy.zh-CN.md)：同类事项不超过两次。",
    "",
    "- ✓ with a number: proved of so many awards, groups or facts, or shown by a case of each. "
    "已证明（或有实例）的项数。",
    "- – : there is nothing of the kind in the policy. 政策中无此类内容。",
    "- Otherwise the award, group or fact, and what became of it. 其他情形列明项目与结果。",
    "",
    "Seconds are the solver's own, on a machine of two cores that was busy otherwise. "
    "秒数为求解器自计。",
    "",
)


def page(proofs: Sequence[Proof]) -> Iterator[str]:
    """The page: a row for each law, a column for each policy, in two tables."""
    yield from HEAD
    for some in (proofs[:8], proofs[8:]):
        yield "| law 规律 | " + " | ".join(each.policy.id for each in some) + " |"
        yield "| --- |" + " --- |" * len(some)
        for law, (en, zh) in LAWS.items():
            cells = [_cell(each, [o for o in each.outcomes if o.law == law]) for each in some]
            yield f"| {en} {zh} | " + " | ".join(cells) + " |"
        seconds = [f"{sum(o.seconds for o in each.outcomes):.0f} s" for each in some]
        yield "| solver's time 用时 | " + " | ".join(seconds) + " |"
        yield ""


def _cell(proof: Proof, outcomes: Sequence[Outcome]) -> str:
    """What became of one law of a policy, for all that it was asked of."""
    well = [each for each in outcomes if each.status in ("holds", "shown")]
    if not outcomes:
        return "–"
    told = [f"✓ {len(well)}"] if well else []
    for each in outcomes:
        if each not in well:
            both = " ".join(Sentences(proof, lang).status(each).lower() for lang in LANGUAGES)
            told.append(f"{each.subject or 'all'}: {both}")
    return "; ".join(told)


def main() -> None:
    """Write the page, or with ``--check`` compare it."""
    text = (
        "\n".join(page([prove(load_policy(each), seconds=600) for each in DOCUMENTS])).rstrip()
        + "\n"
    )
    if "--check" not in sys.argv:
        PAGE.write_text(text, encoding="utf-8")
    elif without_seconds(PAGE.read_text(encoding="utf-8")) != without_seconds(text):
        sys.exit("docs/reference/proofs.md is out of date, run `make proofs`")


def without_seconds(text: str) -> str:
    """The page without what another machine does in another time."""
    return re.sub(r"\d+ s\b", "", text)


if __name__ == "__main__":
    main()
