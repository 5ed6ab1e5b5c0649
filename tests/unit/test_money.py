"""Amounts of money: what is read, what is refused, how it is rounded and written."""

from __future__ import annotations

from decimal import ROUND_DOWN, Context, Decimal, localcontext

import pytest
from hypothesis import given
from hypothesis import strategies as st

from listing_rewards import InvalidAmount
from listing_rewards.values.money import (
    RoundingMode,
    plain_signs,
    read_figure,
    read_signed_yuan,
    read_yuan,
    round_yuan,
    shortened,
    write_wan,
    write_yuan,
)
from listing_rewards.values.rate import read_factor, read_rate, write_rate


def code_of(error: InvalidAmount) -> str:
    """The code of an error's only fault."""
    (fault,) = error.faults
    return fault.code


class TestReadYuan:
    """Text as people write it, exact numbers, and nothing else."""

    @pytest.mark.parametrize(
        ("given", "expected"),
        [
            ("3000000", "3000000.00"),
            ("3000000.5", "3000000.50"),
            ("3000000.00", "3000000.00"),
            ("3,000,000", "3000000.00"),
            ("3，000，000.25", "3000000.25"),
            ("300万元", "3000000.00"),
            ("300 万元", "3000000.00"),
            ("300万", "3000000.00"),
            ("３００万元", "3000000.00"),
            ("３００．５万元", "3005000.00"),
            ("0.000001万元", "0.01"),
            ("1,000.000025万元", "10000000.25"),
            ("1.5亿元", "150000000.00"),
            ("1亿", "100000000.00"),
            ("300元", "300.00"),
            ("300 yuan", "300.00"),
            ("¥300", "300.00"),
            ("￥ 3,000.10元", "3000.10"),
            ("  300  ", "300.00"),
            ("\u3000300\u3000", "300.00"),
            ("007", "7.00"),
            ("1.100", "1.10"),
            ("0", "0.00"),
            ("-0", "0.00"),
            (3000000, "3000000.00"),
            (0, "0.00"),
            (Decimal("3000000.5"), "3000000.50"),
            (Decimal("3E+6"), "3000000.00"),
            (Decimal("-0"), "0.00"),
            ("999999999999999.99", "999999999999999.99"),
        ],
    )
    def test_read(self, given: object, expected: str) -> None:
        """Each comes out as yuan with exactly two decimals."""
        assert str(read_yuan(given)) == expected

    @pytest.mark.parametrize(
        ("given", "code"),
        [
            (0.1, "float_amount"),
            (3000000.0, "float_amount"),
            (float("nan"), "not_finite"),
            (True, "not_an_amount"),
            (False, "not_an_amount"),
            (None, "not_an_amount"),
            (b"300", "not_an_amount"),
            ([300], "not_an_amount"),
            ("", "not_an_amount"),
            ("  ", "not_an_amount"),
            ("万元", "not_an_amount"),
            ("three", "not_an_amount"),
            ("三百万元", "not_an_amount"),
            ("1e6", "not_an_amount"),
            ("0x10", "not_an_amount"),
            ("1_000", "not_an_amount"),
            ("1,00", "not_an_amount"),
            ("10,00,000", "not_an_amount"),
            (",000", "not_an_amount"),
            ("1,0000", "not_an_amount"),
            ("1 000", "not_an_amount"),
            ("1.2.3", "not_an_amount"),
            ("1.", "not_an_amount"),
            (".5", "not_an_amount"),
            ("+5", "not_an_amount"),
            ("--5", "not_an_amount"),
            ("(500)", "not_an_amount"),
            ("$300", "not_an_amount"),
            ("300美元", "not_an_amount"),
            ("300千元", "not_an_amount"),
            ("约300万元", "not_an_amount"),
            ("300万元左右", "not_an_amount"),
            ("300\n400", "not_an_amount"),
            ("٣٠٠", "not_an_amount"),
            ("2%", "not_an_amount"),
            ("nan", "not_finite"),
            ("-Infinity", "not_finite"),
            (Decimal("NaN"), "not_finite"),
            (Decimal("sNaN"), "not_finite"),
            (Decimal("Infinity"), "not_finite"),
            (-1, "negative_amount"),
            ("-0.01", "negative_amount"),
            ("-300万元", "negative_amount"),
            (Decimal("-0.01"), "negative_amount"),
            ("0.001", "too_many_decimals"),
            ("0.0000001万元", "too_many_decimals"),
            (Decimal("0.005"), "too_many_decimals"),
            (10**15, "amount_too_large"),
            ("1000000000000000", "amount_too_large"),
            ("10000000亿元", "amount_too_large"),
        ],
    )
    def test_refused(self, given: object, code: str) -> None:
        """Each is refused with its own sentence."""
        with pytest.raises(InvalidAmount) as caught:
            read_yuan(given)
        assert code_of(caught.value) == code

    @pytest.mark.parametrize("given", ["300①", "300²", "3⒈5", "⒊00", "300¹万元"])
    def test_a_footnote_mark_is_not_a_digit(self, given: str) -> None:
        """A superscript, circled or dotted figure beside a number is not read as part of it."""
        with pytest.raises(InvalidAmount):
            read_yuan(given)

    @pytest.mark.parametrize(
        "given", ["9" * 90, 10**100 + 1, Decimal("1E+2000000"), "0." + "1" * 90, "9" * 5000]
    )
    def test_a_number_of_any_length_is_refused_in_words(self, given: object) -> None:
        """What no arithmetic can hold is refused like any other wrong amount."""
        with pytest.raises(InvalidAmount):
            read_yuan(given)

    @given(st.text() | st.from_regex(r"-?[0-9,.]{1,30}(万元|亿元|元)?", fullmatch=True))
    def test_any_text_is_read_or_refused(self, text: str) -> None:
        """No text makes it fail in another way; what is read is an amount in whole fen."""
        try:
            amount = read_yuan(text)
        except InvalidAmount:
            return
        assert 0 <= amount < 10**15
        assert amount.as_tuple().exponent == -2

    @given(st.integers(0, 10**17 - 1))
    def test_what_is_written_is_read_again(self, fen: int) -> None:
        """Yuan and 万元, written and read again, are the same amount."""
        amount = Decimal(fen).scaleb(-2)
        assert read_yuan(write_yuan(amount)) == amount
        assert read_yuan(f"{write_wan(amount)}万元") == amount

    def test_signs_of_full_width(self) -> None:
        """From ！ to ～, each as its plain sign; what stands beside them stays."""
        assert plain_signs("！～") == "!~"
        assert plain_signs("｟") == "｟"

    def test_a_bare_number_under_a_header_in_wan(self) -> None:
        """The header's unit scales a bare number; a unit written with the number itself wins."""
        assert read_yuan("300", scale=4) == 3_000_000
        assert read_yuan(300, scale=4) == 3_000_000
        assert read_yuan(Decimal("0.5"), scale=4) == 5000
        assert read_yuan("300元", scale=4) == 300
        assert read_yuan("3亿元", scale=4) == 300_000_000

    def test_a_programs_own_context_changes_nothing(self) -> None:
        """Three digits, rounding down: the amount is read exactly all the same."""
        with localcontext(Context(prec=3, rounding=ROUND_DOWN)):
            assert str(read_yuan("1234567.89")) == "1234567.89"
            assert str(read_figure("-1234.56789")) == "-1234.56789"
            assert write_yuan(Decimal("1234567.89")) == "1,234,567.89"
            assert write_wan(Decimal("1234567.89")) == "123.456789"

    def test_the_sentence_says_what_to_write(self) -> None:
        """A float is answered with how to write it, in both languages."""
        with pytest.raises(InvalidAmount) as caught:
            read_yuan(0.1)
        assert 'write it as text ("0.1")' in str(caught.value)
        assert '请写成文本（"0.1"）' in caught.value.explain("zh")


class TestReadFigure:
    """Numbers about an enterprise: signed, any number of decimals, still exact."""

    @pytest.mark.parametrize(
        ("given", "expected"),
        [
            ("-1200万元", "-12000000"),
            ("12000000.00", "12000000"),
            ("0.12345", "0.12345"),
            ("8%", "0.08"),
            ("-12.5 %", "-0.125"),
            (-5, "-5"),
            ("-0", "0"),
            (Decimal("1E-10"), "1E-10"),
        ],
    )
    def test_read(self, given: object, expected: str) -> None:
        """Each is read as the number it states."""
        figure = read_figure(given)
        assert figure == Decimal(expected)
        assert not (figure == 0 and figure.is_signed())

    @pytest.mark.parametrize(
        ("given", "code"),
        [
            (1.5, "float_amount"),
            (True, "not_a_number"),
            ("many", "not_a_number"),
            ("NaN", "not_finite"),
            (10**15, "amount_too_large"),
            ("-1000000000000000", "amount_too_large"),
        ],
    )
    def test_refused(self, given: object, code: str) -> None:
        """Each is refused with its own sentence."""
        with pytest.raises(InvalidAmount) as caught:
            read_figure(given)
        assert code_of(caught.value) == code

    @pytest.mark.parametrize("given", ["9" * 90, "0." + "1" * 90, Decimal("1E+2000000")])
    def test_a_number_of_any_length_is_read_or_refused_in_words(self, given: object) -> None:
        """A number too long to calculate with is an input fault, never a failing calculation."""
        with pytest.raises(InvalidAmount):
            read_figure(given)

    def test_forty_digits_and_no_more(self) -> None:
        """However they are given: as text, as a number, with a unit."""
        digits = "0." + "1" * 40
        for most in (digits, Decimal(digits), f" {digits} 元"):
            assert read_figure(most) == Decimal(digits)
        for more in (digits + "2", Decimal(digits + "2"), f"{digits}2元"):
            with pytest.raises(InvalidAmount) as refused:
                read_figure(more)
            assert code_of(refused.value) == "too_many_digits"

    def test_forty_places_and_no_more(self) -> None:
        """1 in the fortieth place behind the point is read; in the one after it is refused."""
        assert read_figure(Decimal("1E-40")) == Decimal("1E-40")
        with pytest.raises(InvalidAmount) as refused:
            read_figure(Decimal("1E-41"))
        assert code_of(refused.value) == "too_many_digits"

    @pytest.mark.parametrize(
        ("given", "said"),
        [("9" * 40, "9" * 40), ("9" * 41, "9" * 37 + "..."), (10**40, "1" + "0" * 36 + "...")],
    )
    def test_a_fault_gives_forty_signs_at_most(self, given: object, said: str) -> None:
        """All of them where there are no more; otherwise the first 37 and three points."""
        assert shortened(given) == said


class TestReadSignedYuan:
    """Money that was paid, or that came back."""

    @pytest.mark.parametrize(
        ("given", "expected"),
        [
            (0, "0.00"),
            ("-0", "0.00"),
            ("0-", "0.00"),
            (Decimal("-0"), "0.00"),
            (Decimal("0.50"), "0.50"),
            (Decimal("-0.50"), "-0.50"),
            (-1, "-1.00"),
        ],
    )
    def test_around_nothing(self, given: object, expected: str) -> None:
        """Nothing has no sign; less than a yuan has its own."""
        assert str(read_signed_yuan(given)) == expected

    @pytest.mark.parametrize("before", ["1", "红字", "("])
    def test_a_text_of_many_blanks(self, before: str) -> None:
        """A cell of 130,000 signs is refused as soon as a short one."""
        for behind in ("x", "1\n1", "-\n-"):
            with pytest.raises(InvalidAmount):
                read_signed_yuan(f"{before}{' ' * 130_000}{behind}")


class TestRates:
    """Percentages as a document writes them."""

    @pytest.mark.parametrize(
        ("given", "expected"),
        [
            ("2%", "0.02"),
            ("2 %", "0.02"),
            ("２％", "0.02"),
            ("0.5%", "0.005"),
            ("33.3333%", "0.333333"),
            ("0%", "0"),
            ("100%", "1"),
            (Decimal("0.02"), "0.02"),
            (Decimal(1), "1"),
            ("5‰", "0.005"),
            ("１.５ ‰", "0.0015"),
        ],
    )
    def test_read(self, given: object, expected: str) -> None:
        """Each is exactly the share it states."""
        assert read_rate(given) == Decimal(expected)

    @pytest.mark.parametrize(
        "given",
        ["2", "0.02", "百分之二", "%", "-2%", "2%%", "1e1%", "②%", 0.02, 2, True, None, "",
         Decimal("1.01"), Decimal("-0.01"), Decimal("NaN")],
    )  # fmt: skip
    def test_refused(self, given: object) -> None:
        """What is no percentage from 0 to 100 is refused."""
        with pytest.raises(InvalidAmount) as caught:
            read_rate(given)
        assert code_of(caught.value) == "not_a_rate"

    @pytest.mark.parametrize("given", ["101%", "100.01%", "1001‰"])
    def test_more_than_the_whole_is_refused(self, given: str) -> None:
        """A share is never more than 100%; a factor is, up to ten times."""
        with pytest.raises(InvalidAmount) as caught:
            read_rate(given)
        assert code_of(caught.value) == "rate_too_large"
        assert "100%" in caught.value.explain("zh")
        assert read_factor(given) > 1
        with pytest.raises(InvalidAmount):
            read_factor("1000.01%")

    @pytest.mark.parametrize("given", ["0." + "1" * 100 + "%", "9" * 100 + "%"])
    def test_a_rate_of_any_length_is_refused_in_words(self, given: str) -> None:
        """A rate too long to calculate with is an input fault, never a failing calculation."""
        with pytest.raises(InvalidAmount):
            read_rate(given)

    def test_the_longest_rate(self) -> None:
        """Forty signs are read; one more is refused."""
        assert read_rate("0." + "1" * 38 + "%") == Decimal("0.00" + "1" * 38)
        with pytest.raises(InvalidAmount):
            read_rate("0." + "1" * 39 + "%")

    @pytest.mark.parametrize("text", ["2%", "0.5%", "33.3333%", "0%", "100%", "10%"])
    def test_written_as_it_was_read(self, text: str) -> None:
        """A rate read and written again is the same text."""
        assert write_rate(read_rate(text)) == text


class TestRounding:
    """The one rounding function, to a unit of a fen, a yuan or a hundred."""

    @pytest.mark.parametrize(
        ("amount", "unit", "half_up", "half_even", "down", "up"),
        [
            ("0", "0.01", "0.00", "0.00", "0.00", "0.00"),
            ("0.004", "0.01", "0.00", "0.00", "0.00", "0.01"),
            ("0.005", "0.01", "0.01", "0.00", "0.00", "0.01"),
            ("0.0050000001", "0.01", "0.01", "0.01", "0.00", "0.01"),
            ("0.015", "0.01", "0.02", "0.02", "0.01", "0.02"),
            ("0.025", "0.01", "0.03", "0.02", "0.02", "0.03"),
            ("0.03", "0.01", "0.03", "0.03", "0.03", "0.03"),
            ("99999.995", "0.01", "100000.00", "100000.00", "99999.99", "100000.00"),
            ("0.49", "1", "0.00", "0.00", "0.00", "1.00"),
            ("0.50", "1", "1.00", "0.00", "0.00", "1.00"),
            ("1.50", "1", "2.00", "2.00", "1.00", "2.00"),
            ("2.50", "1", "3.00", "2.00", "2.00", "3.00"),
            ("2.51", "1", "3.00", "3.00", "2.00", "3.00"),
            ("49.99", "100", "0.00", "0.00", "0.00", "100.00"),
            ("50.00", "100", "100.00", "0.00", "0.00", "100.00"),
            ("150.00", "100", "200.00", "200.00", "100.00", "200.00"),
            ("250.00", "100", "300.00", "200.00", "200.00", "300.00"),
            ("250.01", "100", "300.00", "300.00", "200.00", "300.00"),
            ("300.00", "100", "300.00", "300.00", "300.00", "300.00"),
        ],
    )
    def test_table(
        self, amount: str, unit: str, half_up: str, half_even: str, down: str, up: str
    ) -> None:
        """Each way of rounding gives the amount of its column, with two decimals."""
        expected: dict[RoundingMode, str] = {
            "half_up": half_up,
            "half_even": half_even,
            "down": down,
            "up": up,
        }
        for mode, text in expected.items():
            assert str(round_yuan(Decimal(amount), unit=Decimal(unit), mode=mode)) == text, mode

    def test_half_up_to_the_fen_unless_told_otherwise(self) -> None:
        """The default is the fen, a half going up."""
        assert str(round_yuan(Decimal("0.125"))) == "0.13"


class TestWriting:
    """Amounts as a report writes them."""

    @pytest.mark.parametrize(
        ("amount", "yuan", "wan"),
        [
            ("9000000", "9,000,000.00", "900"),
            ("0", "0.00", "0"),
            ("0.01", "0.01", "0.000001"),
            ("9005000.5", "9,005,000.50", "900.50005"),
            ("12345678901.25", "12,345,678,901.25", "1,234,567.890125"),
            ("0.005", "0.005", "0.0000005"),
            ("-0.00", "0.00", "0"),
        ],
    )
    def test_written(self, amount: str, yuan: str, wan: str) -> None:
        """Thousands are separated, two decimals unless more are needed; 万元 as many as needed."""
        for write, expected in ((write_yuan, yuan), (write_wan, wan)):
            write.cache_clear()  # 0 and -0 are equal: what was written of the one would be kept
            assert write(Decimal(amount)) == expected
