"""What the guide's texts are filled in with: names of offices, and figures of the law as of a day."""

from datetime import date

from babel.lists import format_list

from forms.language import LOCALES, Language
from forms.law.explained import in_words
from forms.law.rules import APPEAL_WEEKS, SERIOUS_INCIDENT_RECIPIENTS, DecidedBy
from forms.municipality import Municipality


def facts(municipality: Municipality, language: Language, today: date) -> dict[str, str]:
    """By the names that stand in the texts."""
    recipients = [language.text(one) for one in SERIOUS_INCIDENT_RECIPIENTS.on(today).value]
    return {
        "office": municipality.office.name,
        "phone": municipality.office.phone or "",
        "ombud": municipality.ombud.text(language),
        "governor": municipality.county_governor,
        "weeks": _weeks("health_and_care", language, today),
        "other_weeks": _weeks("other", language, today),
        "recipients": format_list(recipients, locale=LOCALES[language.code]),
    }


def _weeks(decided_by: DecidedBy, language: Language, today: date) -> str:
    return in_words(APPEAL_WEEKS[decided_by].on(today).value, language)
