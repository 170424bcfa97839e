"""The paper way in: which form came, its drafts, and registering it. Its steps are those of every journey."""

from typing import NamedTuple
from uuid import UUID

from flask import redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from forms.journey import Note
from forms.journeys.registry import journey
from forms.language import Language
from forms.paper_intake.person import full_name
from forms.paper_intake.registering import RegisterForm
from forms.paper_intake.which import WhichForm
from forms.question import Fault
from forms.situation import Situation
from wizard.access import guarded_by, paper_intake
from wizard.access import office as office_rule
from wizard.cases import beginning
from wizard.cases import paper_intake as intake
from wizard.cases.about import walk_of
from wizard.cases.access_reasons import REGISTERS, Said, state
from wizard.cases.drafts import Draft, Reader, read_draft
from wizard.cases.errors import AlreadySentError, CameAlreadyError, ContentChangedError, IncompleteError
from wizard.cases.finding import is_restricted
from wizard.cases.paper_intake import Begun, Registering
from wizard.gallery import CODES, reading
from wizard.routes import typed as typing_in
from wizard.routes.already_came import already_came
from wizard.routes.blueprints import OFFICE, PAPER_INTAKE, office
from wizard.routes.confirming import confirmed_first
from wizard.routes.going import announced
from wizard.routes.here import case, eyes, language, municipality, office_name, reader, tools, visitor
from wizard.routes.review_sections import sections
from wizard.routes.steps import review_page
from wizard.routes.told import tell


class BegunLine(NamedTuple):
    """What staff have begun to register, for whoever began it: the form, the person where told, and when."""

    id: UUID
    title: str
    about: str
    changed: str
    goes: str
    """The day on which it is deleted if nobody touches it; empty for what stays."""


@office.get(f"{OFFICE}/papir")
@guarded_by(office_rule)
def paper() -> str:
    return _which_page(WhichForm(_nothing_known()), [])


@office.post(f"{OFFICE}/papir")
@guarded_by(office_rule)
def begin_paper() -> ResponseReturnValue:
    form = WhichForm(_nothing_known(), typing_in.typed())
    chosen = form.chosen if form.validate() else None
    if chosen is None:
        return _which_page(form, form.faults()), 422
    case_id = intake.begin_paper(tools(), visitor().account_id, municipality().id, *chosen)
    return redirect(url_for("apply.step", case_id=case_id, slug="address-protection"), code=303)


def _nothing_known() -> Situation:
    return Situation(municipality(), visitor().person, tools().today(), language())


def _which_page(form: WhichForm, faults: list[Fault]) -> str:
    begun = [_line(one) for one in intake.begun(tools(), visitor().account_id, municipality().id)]
    return render_template("office/paper.html", form=form, faults=faults, begun=begun)


def _line(one: Begun) -> BegunLine:
    walk = walk_of(tools(), one.case, reader())
    title = language().text(journey(one.case.journey).title)
    return BegunLine(
        one.case.id,
        title,
        full_name(walk.now) if walk else "",
        language().moment(one.changed_at),
        announced(one.case),
    )


@office.get(f"{PAPER_INTAKE}/registrer")
@guarded_by(paper_intake)
def register_paper() -> ResponseReturnValue:
    if case().submitted:
        return _registered()
    try:
        return _register_page(RegisterForm(_draft().walk.now))
    except IncompleteError:
        return redirect(url_for("apply.review"), code=303)


@office.post(f"{PAPER_INTAKE}/registrer")
@guarded_by(paper_intake)
def put_in_paper() -> ResponseReturnValue:
    if case().submitted:
        return _registered()
    form = RegisterForm(_draft().walk.now, typing_in.typed())
    if not any(one.same_day for one in already_came(_draft())):
        form.ask_nothing_again()
    if not form.validate():
        return _register_page(form), 422
    shown = request.form.get("content", "")
    registering = Registering(shown, form.once_more_known, eyes())
    try:
        intake.register(tools(), case().id, _of_form(), registering)
    except (IncompleteError, ContentChangedError):
        return review_page(_draft(), refused=True), 409
    except CameAlreadyError:
        return _register_page(RegisterForm(_draft().walk.now, typing_in.typed())), 409
    state(tools(), visitor(), case().id, Said(REGISTERS, "", related=False), office=office_name())
    return _registered()


@office.post(f"{PAPER_INTAKE}/slett")
@guarded_by(paper_intake)
@confirmed_first
def throw_away_paper() -> ResponseReturnValue:
    beginning.delete_draft(tools(), case().id)
    tell("deleted")
    return redirect(url_for("office.paper"), code=303)


def _draft(by: Reader | None = None) -> Draft:
    if case().submitted:
        raise AlreadySentError
    with tools().store.connect() as db:
        return read_draft(db, tools(), case(), by or reader())


def _of_form() -> Reader:
    """Whose document it becomes reads it in the language of the form."""
    found = intake.intake_of(tools(), case().id)
    code = next((one for one in CODES if found and one == found.language), "nb")
    return Reader(visitor().person, _language(code), account_id=visitor().account_id)


def _language(code: str) -> Language:
    return next(reading(one) for one in CODES if one == code)


def _register_page(form: RegisterForm) -> str:
    content = intake.shown_content(_draft(_of_form()))
    found = _draft()
    came = already_came(found)
    if not any(one.same_day for one in came):
        form.ask_nothing_again()
    return render_template(
        "office/register.html",
        form=form,
        faults=form.faults(),
        content_hash=content.sha256(),
        case_id=case().id,
        walk=found.walk,
        came=came,
        notes=_notes(found),
        sections=sections(found),
    )


def _notes(found: Draft) -> list[Note]:
    """What stands over the answers, with whether it came in time."""
    notes = [*found.walk.journey.notes(found.walk.now), *found.walk.received(tools().clock())]
    return [note for note in notes if note.label]


def _registered() -> ResponseReturnValue:
    """On to the case; where it is kept from whoever registered it, to the list."""
    with tools().store.connect() as db:
        hidden = is_restricted(db, case().id)
    tell("registered_kept" if hidden and not visitor().sees_restricted else "registered")
    if hidden and not visitor().sees_restricted:
        return redirect(url_for("office.cases"), code=303)
    return redirect(url_for("office.case", case_id=case().id), code=303)
