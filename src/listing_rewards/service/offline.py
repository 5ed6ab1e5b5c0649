"""The pages without a server: Python in the browser answers what the service would answer.

`site.js` calls this through Pyodide. What it is given never leaves the page that asks.
"""

from __future__ import annotations

import json
from typing import NamedTuple

from listing_rewards.policy.model import Policy
from listing_rewards.service.desk import Desk
from listing_rewards.service.pages import Pages, Question, Upload


class Answered(NamedTuple):
    """What the page shows or keeps.

    Attributes:
        content: the bytes of a page or a file.
        media_type: what they are.
        keep_as: the name of a file to be kept; empty for a page.
    """

    content: bytes
    media_type: str
    keep_as: str


class Offline:
    """Answers questions under the policies that came with the site."""

    def __init__(self, policies: str) -> None:
        """Read the policies, a JSON list of whole documents."""
        found = [Policy.model_validate(each) for each in json.loads(policies)]
        self._pages = Pages(Desk({policy.id: policy for policy in found}))

    def answer(self, address: str, fields: str, name: str = "", content: bytes = b"") -> Answered:
        """The answer to a form.

        Args:
            address: as for `Pages.answer_to`.
            fields: what the form sends, as a JSON list of names and texts.
            name: the name of the file that was chosen; empty for none.
            content: its bytes.
        """
        file = Upload(name, bytes(content)) if name else None
        found = self._pages.answer_to(address, Question(dict(json.loads(fields)), file))
        return Answered(found.content, found.media_type, found.keep_as)
