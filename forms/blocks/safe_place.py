"""Where somebody under 18 who writes alone can be reached, if a letter home may be read by others (pbrl § 3-4)."""

from collections.abc import Iterator

from forms.blocks import circumstances as are
from forms.blocks import concerned
from forms.blocks.young import NOT_YET
from forms.fields.choice import Choice
from forms.fields.choices import Choices
from forms.fields.phone import Phone
from forms.fields.text import Text
from forms.fields.yesno import NO, YES
from forms.journey import Note, Step
from forms.language import N_
from forms.marks import MARKS, NO_LETTER_HOME, PARENTS_NOT_TOLD
from forms.question import When
from forms.situation import Situation
from forms.stepform import StepForm

SCHOOL, HEALTH_CENTRE, PHONE, ADULT = "school", "health_centre", "phone", "adult"


class SafePlaceForm(StepForm):
    """Whoever is 16 decides alone, and may leave it open; a younger child who hides it from the parents may not."""

    letters_home = Choice(
        N_("Kan vi sende brev hjem til deg?"),
        hint=N_("De du bor sammen med, kan se at du får brev fra kommunen."),
        choices=((YES, N_("Ja, det er greit")), (NO, N_("Nei, ikke send noe hjem"))),
        missing=N_("Velg om vi kan sende brev hjem til deg."),
    )
    reach_at = Choices(
        N_("Hvor er det trygt at vi tar kontakt?"),
        choices=(
            (SCHOOL, N_("På skolen"), N_("For eksempel gjennom helsesykepleieren eller en lærer.")),
            (HEALTH_CENTRE, N_("På helsestasjonen")),
            (PHONE, N_("På telefonen min")),
            (ADULT, N_("Gjennom en voksen jeg stoler på")),
        ),
        missing=N_("Velg minst én måte vi kan ta kontakt på."),
        when=When("letters_home", (NO,)),
    )
    reach_through = Text(
        N_("Hvem kan vi spørre etter, og hvor?"),
        hint=N_("For eksempel navnet på skolen og på den voksne."),
        missing=N_("Skriv hvem vi kan spørre etter, og hvor."),
        max_length=200,
        when=When("reach_at", (SCHOOL, HEALTH_CENTRE, ADULT)),
    )
    reach_phone = Phone(
        N_("Telefonnummeret vi kan ringe"),
        missing=N_("Skriv telefonnummeret vi kan ringe."),
        when=When("reach_at", (PHONE,)),
    )
    reach_when = Text(
        N_("Når er det greit at vi ringer?"),
        hint=N_("For eksempel i storefri, eller mellom klokka 14 og 16."),
        max_length=200,
        when=When("reach_at", (PHONE,)),
    )

    def arrange(self, situation: Situation) -> None:
        super().arrange(situation)
        if not are.child_writes(situation):
            self.letters_home.missing = ""


def talked_with_first(situation: Situation) -> bool:
    """A child under 16 wrote alone, on the screen or on paper, and did not say that the parents may know of it."""
    return situation.answer("young", "parents_may_know") not in {None, YES}


BEFORE_PARENTS = N_("Vi snakker med deg først, før vi snakker med foreldrene dine.")


def told_young(situation: Situation) -> Iterator[str]:
    """What happens next, in the place of a promise of letters; also to what was said in the case that this is about."""
    text, case = situation.language.text, concerned.chosen(situation)
    before = case.marks if case else ()
    nothing_home = are.nothing_home(situation) or NO_LETTER_HOME in before
    parents_wait = talked_with_first(situation) or PARENTS_NOT_TOLD in before
    if not (nothing_home or parents_wait):
        return
    yield text(BEFORE_PARENTS if parents_wait else N_("Vi snakker med deg først."))
    yield text(N_("Så finner vi ut av det videre sammen med deg."))
    if nothing_home:
        yield text(N_("Vi sender ikke noe hjem til deg. Vi tar kontakt på den måten du sa er trygg."))


def no_letter_home(situation: Situation) -> Iterator[Note]:
    if are.nothing_home(situation):
        yield Note(
            situation.language.text(N_("Brev")),
            situation.language.text(MARKS[NO_LETTER_HOME]),
            NO_LETTER_HOME,
        )


def _asked(situation: Situation) -> bool:
    """Where an address is protected, the safe way of contact is told already."""
    if are.protected(situation) or not are.young(situation):
        return False
    return not are.child_writes(situation) or situation.answer("young", "parents_may_know") in NOT_YET


STEP = Step(
    "safe-place",
    N_("Hvor det er trygt å nå deg"),
    SafePlaceForm,
    when=_asked,
    only_if=N_("Fyll ut hvis du er under 18 år, skriver selv og ikke har sperret adresse."),
)
