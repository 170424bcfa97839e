"""Whose page a form was on: the CSRF token that each form carries tells it, signed, and names nobody.

The log-in's part of the token is a random number and its keyed hash together with the account. A token of before it,
or after it, is of nobody's page.
"""

import hmac
import secrets
import uuid

from flask import current_app, session
from itsdangerous import BadData, URLSafeTimedSerializer

from wizard.accounts import Visitor
from wizard.tools import Tools

FIELD = "csrf_token"
"""What Flask-WTF calls it, in the form and in the session."""
SALT = "wtf-csrf-token"
BYTES = 20


def tie(tools: Tools, account_id: uuid.UUID) -> None:
    """From now on the session's pages are those of this account."""
    drawn = secrets.token_hex(BYTES)
    session[FIELD] = f"{drawn}.{_tag(tools, drawn, account_id)}"


def page_of(token: str) -> str:
    """What a posted token says of its page; empty for one that is none of ours. However old it is."""
    try:
        return str(URLSafeTimedSerializer(current_app.config["WTF_CSRF_SECRET_KEY"], salt=SALT).loads(token))
    except BadData:
        return ""


def is_somebodys(page: str) -> bool:
    """Whether it was made for somebody who was logged in."""
    return "." in page


def is_of(tools: Tools, page: str, here: Visitor | None) -> bool:
    """Whether the page was made for who is here now: the same person, or nobody then and now."""
    if here is None or not is_somebodys(page):
        return bool(page) and here is None and not is_somebodys(page)
    return is_of_account(tools, page, here.account_id)


def is_of_session(page: str) -> bool:
    """Whether it was made for the log-in, or the want of one, that this browser's session is of yet."""
    return bool(page) and hmac.compare_digest(page, str(session.get(FIELD, "")))


def is_of_account(tools: Tools, page: str, account_id: uuid.UUID) -> bool:
    drawn, _, tag = page.partition(".")
    return hmac.compare_digest(tag, _tag(tools, drawn, account_id))


def _tag(tools: Tools, drawn: str, account_id: uuid.UUID) -> str:
    return tools.vault.lookup(f"page {drawn} of {account_id}").hex()
