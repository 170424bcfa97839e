"""The two finished files, for the citizen and for the office; and the fragment that says whether they are ready."""

from flask import Response, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from htmx_flask import request
from werkzeug.exceptions import NotFound

from docgen.contract import DOCX, PDF
from wizard.access import guarded_by, office_case, taking_part
from wizard.cases import following
from wizard.kiosk import hand_out_no_file
from wizard.routes.blueprints import CASE, OFFICE_CASE, apply, office
from wizard.routes.document_lines import document_lines
from wizard.routes.handed_out import as_download
from wizard.routes.here import case, tools

TYPES = {"pdf": PDF, "docx": DOCX}


@apply.get(f"{CASE}/dokumenter")
@guarded_by(taking_part)
def documents() -> ResponseReturnValue:
    """Nothing while they are made: what is said again and again would be read aloud again and again."""
    found = following.sent(tools(), case())
    if found is None:
        raise NotFound
    if not request.htmx:  # a part of a page is none: whoever opens its address is led to the page
        return redirect(url_for("apply.receipt"))
    lines = document_lines(found)
    if any(line.waiting for line in lines):
        return "", 204
    return render_template("fragments/documents.html", case=case(), documents=lines)


@apply.get(f"{CASE}/dokument/<format>")
@guarded_by(taking_part)
def document(format: str) -> Response:  # noqa: A002 -- the address names it
    return _download(format)


@office.get(f"{OFFICE_CASE}/dokument/<format>", endpoint="document")
@guarded_by(office_case)
def office_document(format: str) -> Response:  # noqa: A002 -- the address names it
    return _download(format)


def _download(wanted: str) -> Response:
    hand_out_no_file()
    content = following.document_bytes(tools(), case().id, wanted) if wanted in TYPES else None
    if content is None:
        raise NotFound
    return as_download(content, TYPES[wanted], f"{case().reference}.{wanted}")
