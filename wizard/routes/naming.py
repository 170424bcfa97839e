"""Asked once, of whoever logs in at a provider that tells numbers and no names: what they are called."""

from flask import redirect, render_template, session, url_for
from flask.typing import ResponseReturnValue

from forms.fields.text import Text
from forms.language import N_
from forms.situation import Situation
from forms.stepform import StepForm
from wizard import accounts
from wizard.access import citizen, guarded_by
from wizard.cases.drafts import Typed
from wizard.routes import typed as typing_in
from wizard.routes.account import go_on
from wizard.routes.begun import wish
from wizard.routes.blueprints import apply
from wizard.routes.here import language, municipality, tools, visitor

PAGE = "/<municipality>/navn"


class NameForm(StepForm):
    full_name = Text(
        N_("Hva heter du?"),
        hint=N_("Fornavn og etternavn, slik det skal stå på skjemaene dine."),
        missing=N_("Skriv fornavn og etternavn."),
        max_length=100,
        autocomplete="name",
    )


def _form(typed: Typed | None = None) -> NameForm:
    here = Situation(municipality(), visitor().person, tools().today(), language())
    return NameForm(here, typed)


@apply.get(PAGE)
@guarded_by(citizen)
def name() -> ResponseReturnValue:
    if visitor().name:
        return redirect(url_for("apply.mine"))
    return _page(_form())


def _page(form: NameForm) -> str:
    return render_template("name.html", form=form, faults=form.faults())


@apply.post(PAGE)
@guarded_by(citizen)
def take_name() -> ResponseReturnValue:
    typing_in.refuse_too_large()
    form = _form(typing_in.typed())
    if visitor().name:
        return redirect(url_for("apply.mine"), code=303)
    if not form.validate():
        return _page(form), 422
    named = accounts.take_name(tools(), visitor(), form.full_name.data)
    return go_on(named, session.pop("next", None), wish())
