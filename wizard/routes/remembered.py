"""The page that somebody asked for before they logged in."""

from flask import current_app, request
from werkzeug.exceptions import HTTPException

from wizard.access import LoginNeededError, NotThereError, ReasonNeededError, Rule
from wizard.accounts import Visitor
from wizard.cases.errors import GroundLostError, NotLoggedError
from wizard.routes.here import tools
from wizard.routes.own_address import own_address

SAYS_WHY = (GroundLostError, NotLoggedError, ReasonNeededError)
"""What a rule raises where the page is theirs to ask for, and itself says or asks what is missing."""
STAYS_SHUT = (HTTPException, LoginNeededError, NotThereError)


def remembered_page(address: str | None, visitor: Visitor | None, home: str) -> str:
    """The address, if it is a page of this site that opens for the visitor; else their home.

    Another person may have asked for it in the same browser, a member of staff or the owner of a case.
    """
    found = own_address(address, home)
    return found if found != home and _opens(found, visitor) else home


def _opens(address: str, visitor: Visitor | None) -> bool:
    adapter = current_app.create_url_adapter(request)
    if adapter is None:
        return False
    try:
        endpoint, place = adapter.match(address, method="GET")
        rule: Rule = vars(current_app.view_functions[endpoint])["access_rule"]
        rule(tools(), visitor, place)
    except SAYS_WHY:
        return True
    except STAYS_SHUT:
        return False
    return True
