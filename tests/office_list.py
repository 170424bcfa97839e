"""The office's list, through all its pages: what came on paper stands where its day puts it."""

import re
import uuid

from tests.guest import Guest


def line_of(staff: Guest, case_id: uuid.UUID | str) -> str:
    """The case's line; where no page has it, an error."""
    address: str | None = f"{staff.at}/kontor/"
    while address:
        page = staff.get(address).text
        for line in page.split("<tr"):
            if str(case_id) in line:
                return line
        older = re.search(r'href="([^"]*eldre-enn=[^"]*)"', page)
        address = older[1].replace("&amp;", "&") if older else None
    raise AssertionError(case_id)
