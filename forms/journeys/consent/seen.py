"""What the office sees at once of a consent, and what its sender should know once it is sent."""

from collections.abc import Iterator
from datetime import date

from forms.acting import ROLES
from forms.blocks.circumstances import protected
from forms.blocks.notes import filled_in_by, lacks_authorization, lacks_paper, subject_name
from forms.blocks.other_parent import no_contact
from forms.blocks.power import by_power
from forms.blocks.taken_back import DECIDES_NOW, ONLY_THEY
from forms.journey import Note
from forms.journeys.consent.consenter import consenter, lacks_own_consent, lacks_parents_consent
from forms.journeys.consent.kinds import KindsForm, to_help, to_sharing
from forms.journeys.consent.sharing import ServicesForm
from forms.journeys.consent.until import NOT_BEFORE, holds_told, sharing_apart, sharing_told
from forms.language import N_
from forms.marks import MARKS, NOT_TO_KNOW, OWN_CONSENT
from forms.situation import Situation
from forms.yes import PAPER


def notes(situation: Situation) -> Iterator[Note]:
    text, language = situation.language.text, situation.language
    kinds = KindsForm(situation, None, situation.answers.get("kinds"))
    yield Note(text(N_("Gjelder")), subject_name(situation))
    yield from filled_in_by(situation)
    yield from by_power(situation)
    said = [situation.answer("says-yes", "consenter_name"), text(ROLES[consenter(situation)])]
    yield Note(text(N_("Den som sier ja")), ", ".join(one for one in said if one))
    yield Note(text(N_("Sier ja til")), kinds.consent_kind.shown(language).replace("\n", "; "))
    if to_sharing(situation):
        yield from _sharing(situation)
    yield from _lacks(situation)
    if not_to_know(situation):
        yield Note(text(MARKS[NOT_TO_KNOW]), text(N_("Ja, se hvem under.")), NOT_TO_KNOW)
    yield from no_contact(situation)
    if restricted(situation):
        yield Note(text(N_("Skjermet")), text(N_("Begrens hvem som får se saken.")))


def _sharing(situation: Situation) -> Iterator[Note]:
    text, language = situation.language.text, situation.language
    services = ServicesForm(situation, None, situation.answers.get("sharing"))
    for label, question in (
        (N_("Kan gi opplysninger"), services.share_from),
        (N_("Kan få dem"), services.share_to),
    ):
        yield Note(text(label), question.shown(language).replace("\n", "; "))
    if until := _until(situation):
        yield Note(text(N_("Deling gjelder til og med")), language.date(until))


def _lacks(situation: Situation) -> Iterator[Note]:
    text = situation.language.text
    if lacks_own_consent(situation):
        yield Note(
            text(MARKS[OWN_CONSENT]), text(N_("Den som fyller ut, kan ikke si ja alene.")), OWN_CONSENT
        )
    if lacks_authorization(situation):
        yield from lacks_paper(situation)


def _until(situation: Situation) -> date | None:
    day = situation.answer("duration", "valid_to")
    return date.fromisoformat(day) if day else None


def not_to_know(situation: Situation) -> bool:
    return bool(situation.answer("topics", "persons_excluded"))


def restricted(situation: Situation) -> bool:
    """Where somebody must not know, the fewer see it the better."""
    return protected(situation) or not_to_know(situation)


def afterwards(situation: Situation) -> Iterator[str]:
    text, until = situation.language.text, _until(situation)
    if not (until is not None and until < situation.today and not to_help(situation)):
        now = NOT_BEFORE[PAPER] if situation.awaits_paper else N_("Samtykket gjelder nå.")
        yield from holds_told(situation, now)
    yield from sharing_told(situation, until)
    if situation.ends.all_from:
        return
    decided = lacks_own_consent(situation) and not lacks_parents_consent(situation)
    if decided and situation.ends.waits != OWN_CONSENT:
        yield text(DECIDES_NOW)
        yield text(ONLY_THEY)
        return
    yield text(
        N_("Du kan trekke alt eller en del. Bruk skjemaet «Trekk et samtykke», eller si fra til kontoret.")
    )


def steps_after(situation: Situation) -> Iterator[str]:
    """In the place of the usual ones, which say that whoever sent it may take it back."""
    if lacks_own_consent(situation) and not lacks_parents_consent(situation):
        text = situation.language.text
        yield text(N_("Kommunen legger samtykket i saken."))
        yield text(N_("Den det gjelder, kan trekke det når som helst, og trenger ikke si hvorfor."))


def apart(situation: Situation) -> str:
    """What it is said yes to, until when, and that it is over or will be soon."""
    kinds = KindsForm(situation, None, situation.answers.get("kinds"))
    until = _until(situation)
    told = "; ".join(kinds.consent_kind.shown(situation.language).splitlines())
    return ". ".join(one for one in (told, *(sharing_apart(situation, until) if until else ())) if one)
