"""What a municipality itself says of a journey before it is begun, and who gets it there."""

from forms.journey import Journey
from forms.language import N_, Language
from forms.municipality import Municipality

BY_WAY_OF = N_("%(unit)s, levert gjennom %(office)s")
WRITES_WITH_YOU = N_("%(helper)s hjelper deg å skrive klagen.")
EITHER = N_("Det du sender, går til kommunen, eller til koordinatoren din. Du velger.")
ONE = N_("Det du sender, går til %(recipient)s.")


def special(journey: Journey, place: Municipality, language: Language) -> list[str]:
    """As finished sentences."""
    said = [one.text(language) for one in place.beforehand(journey.sort)]
    helpers = place.appeal.help_to_write if journey.sort == "appeal" else ()
    return [*said, *(language.text(WRITES_WITH_YOU, helper=helper) for helper in helpers)]


def goes_to(journey: Journey, place: Municipality, language: Language, *, awaits_answer: bool = False) -> str:
    """Who gets what is sent, in a sentence; ``awaits_answer`` where nobody has answered yet."""
    if journey.sort == "service_complaint" and len(place.service_complaint.send_to) > 1:
        return language.text(EITHER)
    if awaits_answer and place.appeal.send_to == "answering_department":
        return language.text(ONE, recipient=language.text(N_("avdelingen som skulle ha svart deg")))
    return language.text(ONE, recipient=_recipient(journey, place, language))


def _recipient(journey: Journey, place: Municipality, language: Language) -> str:
    if journey.sort == "appeal" and place.appeal.send_to == "answering_department":
        return language.text(N_("avdelingen som ga deg svaret"))
    if journey.sort == "notification" and place.notified:
        return language.text(BY_WAY_OF, unit=place.notified, office=place.office.name)
    return place.office.name
