"""The workbook with live formulas."""

from __future__ import annotations

from listing_rewards.assessment import Assessment
from listing_rewards.errors import InvalidFile, Lang, fault


def workbook(assessment: Assessment, *, lang: Lang = "en") -> bytes:
    """An Excel workbook in which every amount of an assessment is a live formula.

    An auditor changes a fact or a number of the policy in it and sees the result move, and
    follows each amount back to the facts. Where case or policy holds a number or day that a sheet
    cannot compute with exactly (10^12 or more, more than 15 digits, before 1 March 1900), the
    amounts are written as values instead, and the workbook says so.

    Args:
        assessment: the answer.
        lang: the language of the workbook.

    Returns:
        The bytes of an ``.xlsx`` file, without macros or links to other files.

    Raises:
        InvalidFile: the extra `excel` is not installed.

    >>> from datetime import date
    >>> from listing_rewards import Case, assess, load_policy
    >>> from listing_rewards.engines.sheet import workbook
    >>> case = Case.model_validate({"enterprise": {"name": "示例甲公司"}})
    >>> answer = assess(case, load_policy("zhanjiang-bse-2023"), as_of=date(2025, 12, 31))
    >>> workbook(answer)[:2]
    b'PK'
    """
    try:
        from listing_rewards.engines.sheet.book import built
    except ModuleNotFoundError:
        raise InvalidFile(fault("missing_extra", "excel", extra="excel")) from None
    return built(assessment, lang)
