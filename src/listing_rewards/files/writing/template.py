"""The application form of a policy as a file."""

from __future__ import annotations

from listing_rewards.errors import InvalidFile, Lang, fault
from listing_rewards.files.writing.settings import NO_SETTINGS, Settings
from listing_rewards.policy.model import Policy


def template(
    policy: Policy,
    lang: Lang = "en",
    *,
    evidence: bool = False,
    settings: Settings = NO_SETTINGS,
) -> bytes:
    """The workbook in which enterprises apply under a policy; `read_rows` reads it back.

    A sheet for the enterprises, one for events that repeat, one for what was paid before, one that
    is signed and sealed, and one that explains every column: what to write, in which unit, what an
    empty cell means, and the clause that needs it. In Chinese amounts are in 万元, in English in
    yuan.

    Args:
        policy: its declared facts give the columns.
        lang: the language of the form.
        evidence: whether each fact about an enterprise has a column for what proves it.
        settings: what an office asks besides, and what the applicant declares.

    Returns:
        The bytes of an ``.xlsx`` file; the same policy gives the same bytes.

    Raises:
        InvalidFile: the extra `excel` is not installed.

    >>> from listing_rewards import load_policy
    >>> template(load_policy("zhanjiang-bse-2023"), "zh")[:2]
    b'PK'
    """
    try:
        from listing_rewards.files.writing.form_workbook import form_workbook
    except ModuleNotFoundError:
        raise InvalidFile(fault("missing_extra", "excel", extra="excel")) from None
    return form_workbook(policy, lang, evidence=evidence, settings=settings)
