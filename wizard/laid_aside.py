"""What somebody had typed when they were asked to show anew who they are: sealed beside their log-in, gone with it.

It waits there and in no cookie: it may name others. Whoever else shows up at the provider gets none of it.
"""

import json
from contextlib import suppress

from sqlalchemy import select, update

from forms.fields.drawing import LETTERS
from wizard.accounts import digest
from wizard.models import LoginSession
from wizard.tools import Tools
from wizard.vault import SealBrokenError

Pairs = list[tuple[str, str]]
"""Names and values of a form, as they were posted."""
LONGEST = LETTERS + 64 * 1024
"""Letters: no page that asks so takes more than a drawing and that. Of a longer one nothing is kept."""


def place(token_hash: bytes) -> str:
    return f"login_sessions:{token_hash.hex()}:aside"


def lay_aside(tools: Tools, token: str, typed: Pairs) -> bool:
    """Beside the log-in of that token, in place of what lay there; gives whether it is kept, or was too long."""
    kept = sum(len(name) + len(value) for name, value in typed) <= LONGEST
    if not kept:
        typed = []
    here = digest(token)
    sealed = tools.vault.seal(json.dumps(typed).encode(), place(here)) if typed else None
    mine = update(LoginSession).where(LoginSession.token_hash == here)
    with tools.store.write() as db:
        db.execute(mine.values(sealed_aside=sealed))
    return kept


def laid_aside(tools: Tools, token: str) -> Pairs:
    """What waits there; nothing where the log-in is over, or its key is gone."""
    here = digest(token)
    with tools.store.connect() as db:
        sealed = db.scalar(select(LoginSession.sealed_aside).where(LoginSession.token_hash == here))
    with suppress(SealBrokenError):
        return (
            [(name, value) for name, value in json.loads(tools.vault.open(sealed, place(here)))]
            if sealed
            else []
        )
    return []
