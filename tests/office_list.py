"""What a caseworker does at the office: finds a line in the list, and says that a signature has come."""

import re
import uuid

from tests.guest import Guest, hidden


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


def paper_came(staff: Guest, case_id: uuid.UUID | str) -> int:
    """The button on the case's page, by whoever has looked at the paper that is there now; gives the status."""
    page = f"{staff.at}/kontor/sak/{case_id}"
    seen = {"seen": hidden(staff.get(page).text, "seen")}
    return staff.post(f"{page}/underskrift-kommet", seen, page=page).status_code
