"""Who is to be asked to sign: the name and the number, as far as the answers do not tell them."""

from forms.fields.identity_number import IdentityNumber
from forms.fields.text import Text
from forms.language import N_
from forms.signers import known_name, known_number
from forms.situation import Person, Situation
from forms.stepform import StepForm
from wizard.cases.drafts import Typed


class AskForm(StepForm):
    person_name = Text(
        N_("Navnet på den du ber"),
        hint=N_("Fornavn og etternavn."),
        missing=N_("Skriv navnet på den du ber."),
        max_length=100,
    )
    national_id = IdentityNumber(
        N_("Fødselsnummeret eller d-nummeret til den du ber"),
        hint=N_("11 siffer. Da kan bare den personen bruke koden."),
        missing=N_("Skriv de 11 sifrene."),
    )


def ask_form(situation: Situation, capacity: str, typed: Typed | None = None) -> AskForm:
    """What the answers tell already is not asked again. Each capacity has a form of its own on the page."""
    form = AskForm(situation, typed, None, prefix=f"{capacity}-")
    if known_name(situation, capacity):
        del form.person_name
    if known_number(situation, capacity):
        del form.national_id
    return form


def asked_person(form: AskForm, situation: Situation, capacity: str) -> Person:
    """Whom a form that is valid asks for."""
    name = known_name(situation, capacity) or form.person_name.data
    return Person(name, known_number(situation, capacity) or form.national_id.data)
