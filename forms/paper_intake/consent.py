"""What a consent that came on paper says yes to: as it stands there, and nothing that was guessed."""

from datetime import date

from forms.fields.choices import Choices
from forms.fields.dateparts import DateParts
from forms.fields.longtext import LongText
from forms.fields.text import Text
from forms.fields.yesno import YES, YesNo
from forms.journeys.consent.kinds import HELP, SHARING
from forms.journeys.consent.sharing import NAMED, PURPOSE, SERVICES, in_a_year
from forms.language import N_
from forms.paper_intake.days import arrived_on
from forms.paper_intake.unread import LEFT_OPEN, NONE_TICKED
from forms.question import When
from forms.situation import Situation
from forms.stepform import StepForm

LAST_DAY = N_("siste dag")
WHO = tuple(service[:2] for service in SERVICES)


class KindsForm(StepForm):
    own_form = YesNo(
        N_("Er det kommunens eget skjema, med skjema-id nederst?"),
        hint=N_("Da vet vi hvilken tekst det er sagt ja til."),
        missing=N_("Velg om det er kommunens eget skjema."),
    )
    consent_kind = Choices(
        N_("Hva er det sagt ja til?"),
        hint=NONE_TICKED,
        choices=(
            ("plan", N_("Individuell plan")),
            ("coordinator", N_("Koordinator")),
            ("child_coordinator", N_("Barnekoordinator")),
            (SHARING, N_("At tjenester deler opplysninger")),
        ),
    )
    help_limits = LongText(
        N_("Er det noe som ikke skal være med?"),
        hint=N_("Et tema eller en tjeneste, slik det står."),
        soft_limit=1000,
        when=When("consent_kind", HELP),
    )


class SharingForm(StepForm):
    share_from = Choices(N_("Hvem kan gi opplysninger?"), hint=NONE_TICKED, choices=WHO)
    share_from_text = Text(
        N_("Hvilken avdeling, eller hvilke andre?"), hint=LEFT_OPEN, when=When("share_from", NAMED)
    )
    share_to = Choices(N_("Hvem kan få opplysningene?"), hint=NONE_TICKED, choices=WHO)
    share_to_text = Text(
        N_("Hvilken avdeling, eller hvilke andre, kan få dem?"),
        hint=LEFT_OPEN,
        when=When("share_to", NAMED),
    )
    topics = LongText(N_("Hva kan de dele?"), hint=LEFT_OPEN)
    topics_excluded = LongText(N_("Hva skal de ikke dele?"), hint=N_("Slik det står."))
    purpose = LongText(
        N_("Hvorfor skal de dele?"),
        hint=N_("Er feltet tomt på kommunens skjema, gjelder det som er trykt over det."),
        soft_limit=500,
    )
    persons_excluded = Text(
        N_("Er det noen som ikke skal få vite noe?"),
        hint=N_("Det kan stå på arket «Bare til kontoret». Da får bare noen få se saken."),
    )
    valid_to = DateParts(
        N_("Siste dag tjenestene kan dele"),
        hint=N_("Er den ikke til å lese, lar du feltene stå tomme. Står det mer enn ett år, gjelder ett år."),
    )


def chosen(situation: Situation) -> tuple[str, ...]:
    return tuple(situation.answer("kinds", "consent_kind") or ())


def to_sharing(situation: Situation) -> bool:
    return SHARING in chosen(situation)


def own_form(situation: Situation) -> bool:
    return bool(situation.answer("kinds", "own_form") == YES)


def purpose(situation: Situation) -> str:
    """What stands there; what is printed on our own form holds where nothing was written over it."""
    typed = situation.answer("sharing", "purpose") or ""
    return typed or (situation.language.text(PURPOSE) if own_form(situation) else "")


def last_day(situation: Situation) -> date | None:
    """The last day of sharing, at most a year after it came; None where it was not read."""
    typed, arrived = situation.answer("sharing", "valid_to"), arrived_on(situation)
    if not typed or arrived is None:
        return None
    return min(date.fromisoformat(typed), in_a_year(arrived))


def not_to_know(situation: Situation) -> bool:
    return bool(situation.answer("sharing", "persons_excluded"))


def unread_sharing(situation: Situation) -> tuple[str, ...]:
    """What decides how far the sharing reaches and could not be read: source texts."""
    if not to_sharing(situation):
        return ()
    asked = {
        N_("hvem som kan gi opplysninger"): not _named(situation, "share_from"),
        N_("hvem som kan få dem"): not _named(situation, "share_to"),
        N_("hva som kan deles"): not situation.answer("sharing", "topics"),
        LAST_DAY: last_day(situation) is None,
    }
    return tuple(what for what, lacks in asked.items() if lacks)


def unread_parts(situation: Situation) -> tuple[str, ...]:
    return unread_sharing(situation) if chosen(situation) else (N_("hva det er sagt ja til"),)


def _named(situation: Situation, side: str) -> bool:
    """Whether somebody is ticked, and of those of whom one must know which it is told."""
    ticked = situation.answer("sharing", side) or ()
    told = situation.answer("sharing", f"{side}_text")
    return bool(ticked) and bool(told or not set(NAMED).intersection(ticked))
