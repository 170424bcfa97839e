"""Who takes reports of serious incidents, by the names that a citizen meets here."""

from datetime import date

from forms.language import Language
from forms.law.rules import SERIOUS_INCIDENT_RECIPIENTS
from forms.municipality import Municipality


def serious_incident_recipients(place: Municipality, language: Language, day: date) -> list[str]:
    """By the law of that day (pbrl § 7-6), Statsforvalteren by its own name here."""
    recipients = SERIOUS_INCIDENT_RECIPIENTS.on(day).value
    return [place.county_governor if one == "Statsforvalteren" else language.text(one) for one in recipients]
