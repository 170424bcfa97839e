"""A paper that belongs to another municipality: sent on or sent back, and its sender is guided (fvl § 11)."""

from collections.abc import Iterator

from forms.blocks.circumstances import nothing_home
from forms.blocks.safe_place import talked_with_first
from forms.fields.yesno import YES
from forms.journey import Note
from forms.language import N_
from forms.marks import MARKS, TO_MUNICIPALITY, TO_SENDER
from forms.paper_intake.days import arrived_on
from forms.paper_intake.person import hides_places
from forms.situation import Situation

SENT_ON, SENT_BACK = "sent_on", "sent_back"
DOES = {SENT_ON: TO_MUNICIPALITY, SENT_BACK: TO_SENDER}
"""The mark of what the office has to do with it, until it says that it has."""


def is_anothers(situation: Situation) -> bool:
    """Nothing that it says takes effect here then."""
    return bool(situation.answer("papers", "of_another") == YES)


def nothing_sent_back(situation: Situation) -> bool:
    """It would be a letter home, of somebody who hides at home or has a protected address (pbrl § 3-4)."""
    return hides_places(situation) or nothing_home(situation) or talked_with_first(situation)


def notes(situation: Situation) -> Iterator[Note]:
    if is_anothers(situation):
        text, mark = situation.language.text, DOES[_way(situation)]
        yield Note(text(N_("Hører til i")), _place(situation))
        yield Note(text(MARKS[mark]), text(N_("Kommunen skal veilede (forvaltningsloven § 11).")), mark)


def told(situation: Situation) -> Iterator[str]:
    """What its sender reads on the case's page; nothing where it belongs here."""
    if is_anothers(situation):
        said = {
            SENT_ON: N_(
                "Skjemaet hører til i %(place)s. Vi sender det dit, og du trenger ikke sende det på nytt."
            ),
            SENT_BACK: N_("Skjemaet hører til i %(place)s. Vi sender det tilbake, så du kan sende det dit."),
        }
        yield situation.language.text(said[_way(situation)], place=_place(situation))


def letter(situation: Situation) -> Iterator[str]:
    """For the office to put into its answer, in the language of the form; nothing where it belongs here."""
    arrived, office = arrived_on(situation), situation.municipality.office
    if not is_anothers(situation) or arrived is None:
        return
    text, place = situation.language.text, _place(situation)
    came = N_("Skjemaet ditt kom hit %(date)s. Det hører til i %(place)s.")
    yield text(came, date=situation.language.date(arrived), place=place)
    if _way(situation) == SENT_ON:
        yield text(N_("Vi har sendt det dit, med alt som fulgte med. Du trenger ikke sende det på nytt."))
    else:
        yield text(N_("Vi sender det tilbake til deg. Det vi har fått, er ikke behandlet her."))
        yield text(N_("Du kan sende det til %(place)s."), place=place)
    yield text(N_("Lurer du på noe, hjelper vi deg gjerne. Ta kontakt med %(office)s."), office=office.name)
    if office.phone:
        yield text(N_("Telefonen er %(phone)s."), phone=office.phone)


def _way(situation: Situation) -> str:
    return str(situation.answer("papers", "passed_on"))


def _place(situation: Situation) -> str:
    return str(situation.answer("papers", "other_municipality"))
