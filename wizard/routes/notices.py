"""One's own e-mail address for notices: given, confirmed by a code that is typed here, changed and taken away."""

from flask import redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from werkzeug.exceptions import Forbidden, NotFound

from forms.language import N_
from forms.question import Fault
from forms.stepform import StepForm
from wizard import kiosk
from wizard.access import citizen, guarded_by
from wizard.cases import notice_address, notice_codes
from wizard.cases.codes import EXPIRED, LOCKED
from wizard.cases.errors import CodeOverError, TooManyMailsError, WrongCodeError
from wizard.cases.notice_kinds import KINDS
from wizard.cases.noticing import Whose
from wizard.routes import typed as typing_in
from wizard.routes.blueprints import NOTICES, apply
from wizard.routes.confirming import confirmed_first, posted_before
from wizard.routes.here import language, municipality, tools, visitor
from wizard.routes.language_names import LANGUAGES
from wizard.routes.notice_forms import AddressForm, CodeForm, KindsForm, form_of
from wizard.routes.told import tell

WRONG = N_("Koden er ikke riktig. Se på den i e-posten, og skriv den på nytt.")
OVER = {
    EXPIRED: N_("Koden gjelder ikke lenger. Skriv e-postadressen på nytt, så sender vi en ny kode."),
    LOCKED: N_("Koden er prøvd for mange ganger. Skriv e-postadressen på nytt, så sender vi en ny kode."),
}
TOO_MANY = N_("Det er sendt for mange koder i dag. Prøv igjen i morgen.")


def _whose() -> Whose:
    return Whose(visitor().account_id, municipality().id)


def _hold_offered() -> None:
    """Nobody gives or reads an address on a screen that others use after them, and none is taken where none is used."""
    if not tools().settings.mail_server:
        raise NotFound
    if kiosk.place():
        raise Forbidden


@apply.get(NOTICES)
@guarded_by(citizen)
def notices() -> str:
    """With what was typed before its visitor showed who they are, in the form that it was typed into."""
    posted = posted_before()
    if posted is None:
        return _page()
    return _page(
        address=form_of(AddressForm, posted) if "email" in posted else None,
        code=form_of(CodeForm, posted) if "code" in posted else None,
    )


def _page(
    address: StepForm | None = None, code: StepForm | None = None, kinds: StepForm | None = None
) -> str:
    """Each form as it was typed, or as what is kept has it."""
    if kiosk.place() or not tools().settings.mail_server:
        return render_template("notices.html", faults=[])
    own = notice_address.own(tools(), _whose())
    wanted = [key for key in KINDS if key not in own.off]
    forms = {
        "address_form": address or form_of(AddressForm, saved={"email": own.asked}),
        "code_form": code or form_of(CodeForm),
        "kinds_form": kinds or form_of(KindsForm, saved={"kinds": wanted}),
    }
    faults = [fault for form in forms.values() for fault in form.faults()]
    spoken = language().text(LANGUAGES[own.language])
    return render_template(
        "notices.html", own=own, wants_any=bool(wanted), spoken=spoken, faults=faults, **forms
    )


@apply.post(f"{NOTICES}/adresse")
@guarded_by(citizen)
@confirmed_first
def ask_for_code() -> ResponseReturnValue:
    _hold_offered()
    typing_in.refuse_too_large()
    form = form_of(AddressForm, typing_in.typed())
    if not form.validate():
        return _page(address=form), 422
    try:
        sent = notice_codes.ask(tools(), visitor(), municipality().id, form["email"].data, language().code)
    except TooManyMailsError:
        form.refuse(Fault("email", language().text(TOO_MANY)))
        return _page(address=form), 429
    tell("code_mailed" if sent else "address_there")
    return redirect(url_for("apply.notices"), code=303)


@apply.post(f"{NOTICES}/kode")
@guarded_by(citizen)
@confirmed_first
def confirm_address() -> ResponseReturnValue:
    _hold_offered()
    typing_in.refuse_too_large()
    form = form_of(CodeForm, typing_in.typed())
    if not form.validate():
        return _page(code=form), 422
    try:
        notice_codes.confirm(tools(), _whose(), form["code"].data, language().code)
    except WrongCodeError:
        form.refuse(Fault("code", language().text(WRONG)))
        return _page(code=form), 422
    except CodeOverError as error:
        again = form_of(AddressForm, saved={"email": notice_address.own(tools(), _whose()).asked})
        again.refuse(Fault("email", language().text(OVER[error.why])))
        return _page(address=again), 422
    tell("address_confirmed")
    return redirect(url_for("apply.notices"), code=303)


@apply.post(f"{NOTICES}/velg")
@guarded_by(citizen)
def choose_kinds() -> ResponseReturnValue:
    _hold_offered()
    typing_in.refuse_too_large()
    form = form_of(KindsForm, typing_in.typed())
    if not form.validate():
        return _page(kinds=form), 422
    notice_address.choose(tools(), _whose(), form["kinds"].data, language().code)
    tell("notices_chosen")
    return redirect(url_for("apply.notices"), code=303)


@apply.post(f"{NOTICES}/ta-bort")
@guarded_by(citizen)
@confirmed_first
def take_address_away() -> ResponseReturnValue:
    _hold_offered()
    is_told = notice_address.take_away(tools(), _whose(), language().code)
    tell("address_taken_away" if is_told else "refused_taken_away")
    return redirect(url_for("apply.notices"), code=303)
