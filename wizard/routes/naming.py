"""Asked of whoever logs in at a provider that tells numbers and no names: what they are called.

They may mend it: a slip of the pen would else stand on all that they send. What is sent or signed stays as it is, and
the name that was told first stays theirs: others are known by it, and what is said for them is (``forms/own_name.py``).
"""

from typing import Any

import structlog
from flask import redirect, render_template, session, url_for
from flask.typing import ResponseReturnValue
from wtforms.validators import StopValidation

from forms.fields.text import Text
from forms.language import N_
from forms.municipality import municipalities
from forms.office_words import offices_of
from forms.own_name import is_a_name
from forms.question import Fault
from forms.situation import Situation
from forms.stepform import StepForm
from wizard.access import citizen, guarded_by
from wizard.accounts import Visitor
from wizard.cases.added_numbers import check_numbers
from wizard.cases.drafts import Reader, Typed
from wizard.cases.told_names import check_names
from wizard.routes import typed as typing_in
from wizard.routes.account import go_on
from wizard.routes.begun import wish
from wizard.routes.blueprints import apply
from wizard.routes.confirming import asks_itself, forget_posted, must_confirm, posted_before, to_confirm
from wizard.routes.here import language, municipality, tools, visitor
from wizard.routes.told import tell
from wizard.said_names import MendedOftenError, OtherNameError, keep_name

PAGE = "/<municipality>/navn"
NO_NAME = N_(
    "Skriv bare navnet ditt, med bokstaver, og ikke flere enn seks navn. "
    "Går det ikke, så ring kontoret, så hjelper de deg."
)
ANOTHER = N_(
    "Her kan du bare rette skrivefeil i navnet du skrev først, eller legge til et navn som manglet. "
    "Har du fått et annet navn, så ring kontoret, så hjelper de deg."
)
OFTEN = N_("Du har rettet navnet tre ganger og kan ikke rette det mer her. Ring kontoret, så hjelper de deg.")

log = structlog.get_logger()


class OwnName(Text):
    def pre_validate(self, form: Any) -> None:
        super().pre_validate(form)
        offices = offices_of(municipalities(tools().settings.municipalities).values())
        if self.data and not is_a_name(self.data, offices):
            raise StopValidation(self.say(NO_NAME))


class NameForm(StepForm):
    full_name = OwnName(
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
    return _page(_form(posted_before()))


def _page(form: NameForm) -> str:
    return render_template("name.html", form=form, faults=form.faults())


@apply.post(PAGE)
@guarded_by(citizen)
@asks_itself
def take_name() -> ResponseReturnValue:
    """Whoever says it for the first time has just come from their provider; to mend it asks anew who they are."""
    typing_in.refuse_too_large()
    forget_posted()
    if not _may_say():
        return redirect(url_for("apply.mine"), code=303)
    if visitor().name and must_confirm():
        return to_confirm(url_for("apply.name"), typing_in.typed())
    form = _form(typing_in.typed())
    if not form.validate():
        return _page(form), 422
    return _taken(form)


def _taken(form: NameForm) -> ResponseReturnValue:
    try:
        named = keep_name(tools(), visitor(), form.full_name.data)
    except (OtherNameError, MendedOftenError) as error:
        why = ANOTHER if isinstance(error, OtherNameError) else OFTEN
        form.refuse(Fault("full_name", language().text(why)))
        return _page(form), 422
    return _changed(named) if visitor().name else go_on(named, session.pop("next", None), wish())


def _changed(named: Visitor) -> ResponseReturnValue:
    log.info("name_changed", account=str(named.account_id))
    check_names(tools(), named)
    check_numbers(tools(), named, Reader(named.person, language()))
    tell("name_changed")
    return redirect(url_for("apply.own_data"), code=303)
