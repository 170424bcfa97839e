"""A code from a link or a QR picture, opened by nobody known yet: it goes along over the log-in at the provider.

It stands behind the # of the address, which a browser sends to nobody, and comes here in a body. Until the log-in is
made it lies sealed in the visitor's own cookie: no provider and no log sees it.
"""

import base64
import binascii
from contextlib import suppress
from time import time

from flask import request, session
from flask.typing import ResponseReturnValue

from wizard import kiosk
from wizard.access import anyone, guarded_by
from wizard.routes.asked_lately import SECONDS
from wizard.routes.blueprints import CODE, account
from wizard.routes.here import tools
from wizard.vault import SealBrokenError

KEPT = "code"
PLACE = "carried code"
LONGEST = 40


@account.post(f"{CODE}/ta-med")
@guarded_by(anyone)
def carry_code() -> ResponseReturnValue:
    """On a shared screen nothing is carried: who logs in next may be somebody else."""
    typed = request.form.get("code", "")[:LONGEST]
    if typed and not kiosk.place():
        sealed = tools().vault.seal_json({"code": typed, "at": int(time())}, PLACE)
        session[KEPT] = base64.urlsafe_b64encode(sealed).decode()
    return "", 204


def carried() -> str | None:
    """What lies in the session, to be laid into the session of the log-in."""
    return session.get(KEPT)


def carry_on(kept: str | None) -> None:
    if kept:
        session[KEPT] = kept


def take_carried() -> str:
    """The code, once; empty where none is carried, or where the log-in took too long."""
    kept = session.pop(KEPT, None)
    with suppress(SealBrokenError, binascii.Error):
        found = tools().vault.open_json(base64.urlsafe_b64decode(kept), PLACE) if kept else {}
        if found.get("at", 0) > time() - SECONDS:
            return str(found["code"])
    return ""
