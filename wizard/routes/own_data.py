"""The citizen's own copy of all that is held of them here, and the way to have it deleted where the law lets."""

import json

from flask import Response, redirect, render_template, stream_with_context, url_for
from flask.typing import ResponseReturnValue

from forms.language import N_
from wizard import kiosk
from wizard.access import citizen, guarded_by
from wizard.cases import unused_accounts
from wizard.routes.account import renew_session, stands_behind
from wizard.routes.blueprints import OWN_DATA, apply
from wizard.routes.confirming import confirmed_first, must_confirm, to_confirm
from wizard.routes.handed_out import NOTHING
from wizard.routes.here import language, municipality, tools, visitor
from wizard.routes.logged_out_elsewhere import log_out_elsewhere
from wizard.routes.own_copy_page import own_copy_page
from wizard.routes.own_data_told import told
from wizard.routes.told import tell
from wizard.zipped import Entry, zipped

JSON_NAME = "opplysninger.json"
PAGE_NAME = N_("Les dette først.html")


@apply.get(OWN_DATA)
@guarded_by(citizen)
def own_data() -> str:
    return _page()


def _page(*, refused: bool = False) -> str:
    empty = unused_accounts.may_remove(tools(), visitor().account_id)
    return render_template("own_data.html", empty=empty, refused=refused)


@apply.get(f"{OWN_DATA}/last-ned")
@guarded_by(citizen)
def own_data_file() -> ResponseReturnValue:
    """All of it at once, to take along: whoever finds the log-in open gets no such file."""
    kiosk.hand_out_no_file()
    if must_confirm():
        return to_confirm(url_for("apply.own_data"), pressed=True)
    known, files = told()
    here = language()
    entries = [
        *files,
        Entry(here.text(PAGE_NAME), lambda: own_copy_page(known).encode()),
        Entry(JSON_NAME, lambda: json.dumps(known, ensure_ascii=False, indent=2, default=str).encode()),
    ]
    response = Response(stream_with_context(zipped(entries)), mimetype="application/zip")
    name = f"veiviser-{municipality().id}-{tools().today().isoformat()}.zip"
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    response.headers["Content-Security-Policy"] = NOTHING
    return response


@apply.post(f"{OWN_DATA}/slett")
@guarded_by(citizen)
@confirmed_first
def delete_own_data() -> ResponseReturnValue:
    there = stands_behind()
    if not unused_accounts.remove_own(tools(), visitor().account_id):
        return _page(refused=True), 409
    renew_session()
    way_out = log_out_elsewhere(there)
    if way_out is None and (wiped := kiosk.wiped()):
        return wiped
    tell("account_deleted")  # after the page that leads to the provider, which would show it and forget it
    return way_out or _to_start()


def _to_start() -> ResponseReturnValue:
    target = url_for("public.start", municipality=municipality().id)
    return redirect(target, code=303), {"Clear-Site-Data": '"cache", "storage"'}
