"""The paper that was signed by hand at the counter: how it was signed, who was witness, and its scan."""

from flask import redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from forms.fields.files import LARGEST
from forms.language import N_
from forms.question import Fault
from forms.signed_paper import SignedPaperForm
from wizard.access import assistant, guarded_by
from wizard.cases import following, scanning
from wizard.cases.copies_read import reads_copy
from wizard.cases.errors import NoPaperError, RefusedFileError
from wizard.cases.scanning import Scan
from wizard.cases.standing import PAPER_SCANNED, takes_scan
from wizard.routes import told
from wizard.routes import typed as typing_in
from wizard.routes.blueprints import CASE, apply
from wizard.routes.counter_page import here
from wizard.routes.here import case, language, reader, tools, visitor
from wizard.routes.reading_time import reading

NOTHING_CHOSEN = N_("Du har ikke valgt noen fil. Velg papiret som er skannet eller fotografert.")
TOO_LATE = N_("Kontoret arbeider med saken nå. Papiret ble ikke lagt inn. Gi det til kontoret.")
TOLD = {
    scanning.FIRST: told.PAPER_CAME,
    scanning.OFFICE_LOOKS: told.PAPER_LOOKED_AT,
    scanning.YES_WAITS: told.YES_WAITS,
    scanning.REPLACED: told.PAPER_REPLACED,
}


@apply.get(f"{CASE}/papir")
@guarded_by(assistant)
def signed_paper() -> ResponseReturnValue:
    found = following.sent(tools(), case())
    if found is None or not takes_scan(found.events):
        return _back()
    return _page(SignedPaperForm(here()), found)


def _page(form: SignedPaperForm, found: following.Sent) -> str:
    replaces = any(event.kind == PAPER_SCANNED for event in found.events)
    return render_template(
        "counter/paper.html",
        form=form,
        faults=form.faults(),
        case_id=case().id,
        replaces=replaces,
        back=_before(),
    )


@apply.post(f"{CASE}/papir")
@guarded_by(assistant)
def paper_scanned() -> ResponseReturnValue:
    found = following.sent(tools(), case())
    if found is None:
        return _back()
    form, file = SignedPaperForm(here(), typing_in.typed()), request.files.get("signed_paper")
    sound = form.validate()
    if file is None or not file.filename:
        form.refuse(Fault("signed_paper", language().text(NOTHING_CHOSEN)))
    elif sound:
        scan = Scan(form, file.filename, file.stream.read(LARGEST + 1), visitor())
        return _put_in(scan, found)
    return _page(form, found), 422


def _put_in(scan: Scan, found: following.Sent) -> ResponseReturnValue:
    try:
        with reading():
            meant = scanning.paper_scanned(tools(), case().id, reader(), scan)
    except RefusedFileError as error:
        scan.form.refuse(Fault("signed_paper", str(error)))
        return _page(scan.form, found), 422
    except NoPaperError:
        scan.form.refuse(Fault("signed_paper", language().text(TOO_LATE)))
        return _page(scan.form, found), 409
    if not meant:
        return _page(scan.form, found), 422
    told.tell(TOLD[meant])
    return _back()


def _back() -> ResponseReturnValue:
    """To the case, as long as a helper reads it."""
    return redirect(_before(), code=303)


def _before() -> str:
    return url_for("apply.case" if reads_copy(tools(), case()) else "counter.page")
