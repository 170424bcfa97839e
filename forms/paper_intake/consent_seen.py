"""What the office sees at once of a consent that came on paper, and what its giver is told of it."""

from collections.abc import Iterator

from forms.blocks.circumstances import OF_CHILDREN
from forms.blocks.taken_back import DECIDES_NOW, ONLY_THEY
from forms.fields.choices import Choices
from forms.journey import Note
from forms.journeys.consent.until import RUN_OUT, sharing_apart
from forms.language import N_
from forms.marks import MARKS, NOT_TO_KNOW, OWN_CONSENT
from forms.paper_intake import consent as told
from forms.paper_intake import seen
from forms.paper_intake.elsewhere import is_anothers
from forms.paper_intake.said_yes import lacks
from forms.paper_intake.sender import sent_by
from forms.situation import Situation
from forms.yes import NUMBER

SEE_THERE = N_("Hva som gjelder nå, ser du på siden «Samtykkene dine».")


def notes(situation: Situation) -> Iterator[Note]:
    text, language = situation.language.text, situation.language
    yield from seen.notes(situation, told.unread_parts(situation))
    if until := told.last_day(situation):
        yield Note(text(N_("Deling gjelder til og med")), language.date(until))
    if OWN_CONSENT in _lacking(situation):
        yield Note(
            text(MARKS[OWN_CONSENT]), text(N_("Den som sendte det, kan ikke si ja alene.")), OWN_CONSENT
        )
    if told.not_to_know(situation):
        yield Note(text(MARKS[NOT_TO_KNOW]), text(N_("Ja, se hvem under.")), NOT_TO_KNOW)


def restricted(situation: Situation) -> bool:
    """Where somebody must not know, the fewer see it the better."""
    return seen.restricted(situation) or told.not_to_know(situation)


def afterwards(situation: Situation) -> Iterator[str]:
    text, until = situation.language.text, told.last_day(situation)
    if is_anothers(situation):
        return
    if situation.awaits_paper:
        yield text(N_("Samtykket gjelder ikke før papiret med underskriften har kommet."))
    elif _lacking(situation) - {NUMBER}:
        yield text(N_("Noe av det gjelder ikke ennå. Kontoret tar kontakt med deg."))
    if until and until < situation.today:
        yield text(RUN_OUT, date=situation.language.date(until))
    yield text(SEE_THERE)
    if sent_by(situation) in OF_CHILDREN and OWN_CONSENT in _lacking(situation):
        yield text(DECIDES_NOW)
        yield text(ONLY_THEY)
        return
    yield text(
        N_("Du kan trekke alt eller en del. Bruk skjemaet «Trekk et samtykke», eller si fra til kontoret.")
    )


def apart(situation: Situation) -> str:
    """What it is said yes to, until when, and that it is over or will be soon."""
    language, until = situation.language, told.last_day(situation)
    kinds: Choices = told.KindsForm(situation, None, situation.answers.get("kinds")).consent_kind
    said = "; ".join(kinds.shown(language).splitlines())
    if until is None or not told.to_sharing(situation):
        return said
    return ". ".join([said, *sharing_apart(situation, until)])


def _lacking(situation: Situation) -> set[str]:
    return {found for kind in told.chosen(situation) if (found := lacks(situation, kind))}
