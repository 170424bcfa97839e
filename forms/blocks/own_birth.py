"""When whoever acts by an authorization was born: by the log-in where it leaves no doubt, else as they tell it."""

from collections.abc import Iterator
from datetime import date

from forms.blocks.circumstances import OF_AGE, protected
from forms.language import N_
from forms.question import When
from forms.situation import Situation
from forms.validators import age, birth_dates

BY_AUTHORIZATION = ("power_of_attorney", "lasting_power_of_attorney")
ASKED = When("rep_authority", BY_AUTHORIZATION)
UNDER_AGE = N_(
    "Den som har fullmakt, må være 18 år. Du kan sende %(form)s likevel."
    " Kontoret ser at du er yngre, og finner ut av det."
)
OTHER_DATE = N_("Datoen stemmer ikke med nummeret du er logget inn med. Se om den er riktig.")


def known(situation: Situation) -> str:
    """The birth date that the log-in's number allows alone, as ISO; empty where the century is in doubt."""
    allowed = birth_dates(situation.submitter.national_id, situation.today)
    return allowed[0].isoformat() if len(allowed) == 1 else ""


def known_written(situation: Situation) -> str:
    born = known(situation)
    return situation.language.date(date.fromisoformat(born)) if born else ""


def is_under_age(born: date, situation: Situation) -> bool:
    return age(born, situation.today) < OF_AGE


def proxy_under_age(situation: Situation) -> bool:
    """Acts by an authorization without being of age: it is taken all the same (forvaltningsloven § 12)."""
    if situation.answer("representative", "rep_authority") not in BY_AUTHORIZATION or protected(situation):
        return False
    told = known(situation) or situation.answer("representative", "rep_birth_date")
    return bool(told) and is_under_age(date.fromisoformat(told), situation)


def told_under_age(situation: Situation) -> Iterator[str]:
    if proxy_under_age(situation):
        yield situation.language.text(
            N_("Den som har fullmakt, må være 18 år. Kontoret ser at du er yngre, og finner ut av det.")
        )
