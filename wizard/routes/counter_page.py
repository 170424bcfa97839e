"""The counter: what a helper helps with now, beginning together with somebody, and taking up what was begun at home."""

from flask import redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from forms.at_counter import AcquaintedForm, StartForm, TakeUpForm
from forms.fields.yesno import YES
from forms.journeys.registry import journey
from forms.language import N_
from forms.question import Fault
from forms.situation import Person, Situation
from forms.stepform import StepForm
from forms.walk import Walk
from wizard.access import guarded_by, helper
from wizard.case_address import CaseAddress
from wizard.cases import assisting
from wizard.cases.assisting import Helper
from wizard.cases.errors import AlreadySentError, OwnCaseError, TooManyBegunError
from wizard.routes import typed as typing_in
from wizard.routes.blueprints import COUNTER, counter
from wizard.routes.code_errors import REFUSALS, refusal
from wizard.routes.here import language, municipality, tools, visitor

OWN = N_("Dette er din egen sak. Du kan ikke hjelpe deg selv. La en kollega gjøre det.")
TOO_MANY = N_("Du har begynt på mange utkast den siste timen. Vent litt, eller la en kollega begynne.")
TOO_MANY_FOR_ONE = N_(
    "Du har begynt på flere utkast for denne personen det siste døgnet. Gjør ferdig et av dem først."
)
SENT = N_("Saken er sendt inn allerede. Da kan dere ikke endre den.")


@counter.get(f"{COUNTER}/", endpoint="page")
@guarded_by(helper)
def counter_page() -> str:
    found = assisting.helping_now(tools(), visitor().account_id)
    lines = [(one, language().text(journey(one.journey).title), language().clock(one.since)) for one in found]
    return render_template("counter/page.html", helping=lines)


def here() -> Situation:
    """What the counter's own questions look at."""
    synthetic = tools().settings.allow_synthetic_numbers
    return Situation(municipality(), visitor().person, tools().today(), language(), synthetic=synthetic)


@counter.get(f"{COUNTER}/ny")
@guarded_by(helper)
def new() -> str:
    return _start_page(StartForm(here()))


def _start_page(form: StepForm) -> str:
    return render_template("counter/start.html", form=form, faults=form.faults())


@counter.post(f"{COUNTER}/ny")
@guarded_by(helper)
def begin() -> ResponseReturnValue:
    form = StartForm(here(), typing_in.typed())
    if not form.validate():
        return _start_page(form), 422
    number = form["national_id"].data if form["national_id"].asked() else ""
    citizen = Person(form["name"].data, number)
    try:
        address = assisting.begin_together(tools(), _helper(form), citizen, form["journey"].data)
    except OwnCaseError:
        form.refuse(Fault("national_id", language().text(OWN)))
        return _start_page(form), 422
    except TooManyBegunError as error:
        form.refuse(Fault("name", language().text(TOO_MANY_FOR_ONE if error.for_one else TOO_MANY)))
        return _start_page(form), 429
    first = Walk(journey(form["journey"].data), here()).path[0]
    return redirect(url_for("apply.step", case_id=address, slug=first.slug), code=303)


def _helper(form: AcquaintedForm) -> Helper:
    return Helper(visitor(), related=form.related.data == YES)


@counter.get(f"{COUNTER}/kode")
@guarded_by(helper)
def code() -> str:
    return _code_page(TakeUpForm(here()))


def _code_page(form: StepForm) -> str:
    return render_template("counter/code.html", form=form, faults=form.faults())


@counter.post(f"{COUNTER}/kode")
@guarded_by(helper)
def take_up() -> ResponseReturnValue:
    form = TakeUpForm(here(), typing_in.typed())
    if not form.validate():
        return _code_page(form), 422
    try:
        address = assisting.take_up(tools(), _helper(form), form["code"].data)
    except REFUSALS as error:
        text, status = refusal(error)
    except OwnCaseError:
        text, status = OWN, 422
    except AlreadySentError:
        text, status = SENT, 409
    else:
        return _on_with(address)
    form.refuse(Fault("code", language().text(text)))
    return _code_page(form), status


def _on_with(address: CaseAddress) -> ResponseReturnValue:
    return redirect(url_for("apply.case", case_id=address), code=303)
