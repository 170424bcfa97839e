"""Asked of whoever logs in at a provider that tells numbers and no names: what they are called.

They may say it anew: a slip of the pen would else stand on all that they send. What is sent or signed stays as it is.
"""

import structlog
from flask import redirect, render_template, session, url_for
from flask.typing import ResponseReturnValue

from forms.fields.text import Text
from forms.language import N_
from forms.situation import Situation
from forms.stepform import StepForm
from wizard import accounts
from wizard.access import citizen, guarded_by
from wizard.accounts import Visitor
from wizard.cases.drafts import Typed
from wizard.cases.told_names import check_names
from wizard.routes import typed as typing_in
from wizard.routes.account import go_on
from wizard.routes.begun import wish
from wizard.routes.blueprints import apply
from wizard.routes.here import language, municipality, tools, visitor
from wizard.routes.told import tell

PAGE = "/<municipality>/navn"

log = structlog.get_logger()


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
    return NameForm(here, typed, {"full_name": visitor().name})


def _may_say() -> bool:
    """What a provider tells is the provider's to change."""
    return visitor().said_name or not visitor().name


@apply.get(PAGE)
@guarded_by(citizen)
def name() -> ResponseReturnValue:
    if not _may_say():
        return redirect(url_for("apply.mine"))
    return _page(_form())


def _page(form: NameForm) -> str:
    return render_template("name.html", form=form, faults=form.faults())


@apply.post(PAGE)
@guarded_by(citizen)
def take_name() -> ResponseReturnValue:
    typing_in.refuse_too_large()
    form = _form(typing_in.typed())
    if not _may_say():
        return redirect(url_for("apply.mine"), code=303)
    if not form.validate():
        return _page(form), 422
    named = accounts.take_name(tools(), visitor(), form.full_name.data)
    return _changed(named) if visitor().name else go_on(named, session.pop("next", None), wish())


def _changed(named: Visitor) -> ResponseReturnValue:
    log.info("name_changed", account=str(named.account_id))
    check_names(tools(), named)
    tell("name_changed")
    return redirect(url_for("apply.own_data"), code=303)
