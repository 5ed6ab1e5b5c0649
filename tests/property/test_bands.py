"""A table of bands: each bound belongs to exactly one band."""

from decimal import Decimal
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from property.small_policies import ROUNDING, line_for, nominal_for, policy_of
from property.values import yuan

STEP = Decimal("0.01")


@st.composite
def tables(draw: st.DrawFn) -> list[dict[str, Any]]:
    """Bands that follow on each other from 0, each bound written into one of the two it parts."""
    cuts = sorted(draw(st.sets(yuan(), min_size=1, max_size=4)))
    rows: list[dict[str, Any]] = [{}]
    for cut in cuts:
        into_upper = draw(st.booleans())
        rows[-1] |= {"below": cut} if into_upper else {"at_most": cut}
        rows.append({"at_least": cut} if into_upper else {"over": cut})
    return [row | {"fixed": Decimal(100 * (n + 1))} for n, row in enumerate(rows)]


def cuts_of(table: list[dict[str, Any]]) -> list[tuple[Decimal, int]]:
    """Each bound between two bands, and the number of the band that it is written into."""
    return [
        (row["below"], n + 1) if "below" in row else (row["at_most"], n)
        for n, row in enumerate(table[:-1])
    ]


class TestBands:
    """At each bound exactly the band that includes it.

    以上、以下、届满 include the figure; 超过、不满 exclude it (Civil Code 1259).
    """

    @given(tables(), st.data())
    def test_at_each_bound_the_band_that_includes_it(
        self, table: list[dict[str, Any]], data: st.DataObject
    ) -> None:
        """On the bound the band it is written into; beside it the one on that side."""
        cut, row = data.draw(st.sampled_from(cuts_of(table)))
        policy = policy_of({"of": "part", "bands": table})
        gives = [row["fixed"] for row in table]
        if cut > 0:
            assert nominal_for(policy, part=cut) == gives[row]
        number = next(n for n, (each, _) in enumerate(cuts_of(table)) if each == cut)
        tops = [each for each, _ in cuts_of(table)] + [Decimal(10) ** 15]
        bottoms = [Decimal(-1), *tops]
        if cut - STEP > max(bottoms[number], Decimal(0)):
            assert nominal_for(policy, part=cut - STEP) == gives[number]
        if cut + STEP < tops[number + 1]:
            assert nominal_for(policy, part=cut + STEP) == gives[number + 1]

    @given(tables(), yuan())
    def test_bands_that_follow_on_each_other_leave_no_gap(
        self, table: list[dict[str, Any]], base: Decimal
    ) -> None:
        """Whatever the base, one band holds it, and the answer says which."""
        line = line_for(policy_of({"of": "part", "bands": table}), figures={"part": base})
        (step,) = [step for step in line.steps if step.op == "band"]
        assert line.nominal.at_least == table[step.band[0]]["fixed"]

    @given(tables(), yuan(), ROUNDING)
    def test_a_base_in_no_band_gives_nothing(
        self, table: list[dict[str, Any]], base: Decimal, rounding: dict[str, str]
    ) -> None:
        """Where the band that holds it is struck out, a base gives 0."""
        policy = policy_of({"of": "part", "bands": table}, rounding=rounding)
        (held,) = [s.band[0] for s in line_for(policy, figures={"part": base}).steps if s.band]
        others = [row for n, row in enumerate(table) if n != held]
        rest = policy_of({"of": "part", "bands": others}, rounding=rounding)
        assert nominal_for(rest, part=base) == 0

    @given(tables(), st.data())
    def test_a_bound_in_two_bands_is_left_open(
        self, table: list[dict[str, Any]], data: st.DataObject
    ) -> None:
        """Where both bands include the bound, it gives either amount, and the band is needed."""
        cut, _ = data.draw(st.sampled_from(cuts_of(table)))
        number = next(n for n, (each, _) in enumerate(cuts_of(table)) if each == cut)
        below, above = table[number], table[number + 1]
        both = [
            {k: v for k, v in below.items() if k not in ("below", "at_most")} | {"at_most": cut},
            {k: v for k, v in above.items() if k not in ("over", "at_least")} | {"at_least": cut},
        ]
        policy = policy_of({"of": "part", "bands": both})
        line = line_for(policy, figures={"part": cut})
        assert line.nominal.at_least == below["fixed"]
        assert line.nominal.at_most == above["fixed"]
        assert [need.kind for need in line.needs] == ["band"]
