"""The person's own voice, where somebody else fills in."""

from forms.acting import role
from forms.fields.choice import Choice
from forms.fields.longtext import LongText
from forms.journeys.coordination.circumstances import own_view_expected
from forms.language import N_
from forms.question import When
from forms.situation import Situation
from forms.stepform import StepForm

MAY_NOTE_CAPACITY = ("nearest_relative", "health_worker")


class OwnViewForm(StepForm):
    """Never decides who can decide for themselves, and never stops at any answer."""

    subject_knows = Choice(
        N_("Vet personen om denne søknaden?"),
        hint=N_("Velg det som stemmer best."),
        choices=(("yes", N_("Ja")), ("no", N_("Nei")), ("partly", N_("Delvis"))),
        missing=N_("Svar på om personen vet om søknaden."),
    )
    subject_view = LongText(
        N_("Hva mener personen selv?"),
        hint=N_("Skriv med personens egne ord hvis du kan. Barn skal også få si hva de mener."),
        missing=N_("Skriv hva personen mener. Vet du det ikke, skriver du det."),
    )
    capacity_note = Choice(
        N_("Er det noe som gjør det vanskelig for personen å forstå eller si ja til dette?"),
        hint=N_("Du skal ikke vurdere noen diagnose. Det er helsepersonell som vurderer dette."),
        choices=(("no", N_("Nei")), ("unsure", N_("Jeg er usikker")), ("yes", N_("Ja"))),
        missing=N_("Svar nei, ja eller at du er usikker."),
    )
    capacity_note_text = LongText(
        N_("Fortell gjerne litt mer"), soft_limit=1000, when=When("capacity_note", ("unsure", "yes"))
    )

    def arrange(self, situation: Situation) -> None:
        if not own_view_expected(situation):
            self.subject_view.missing = ""
        if role(situation) not in MAY_NOTE_CAPACITY:
            del self.capacity_note, self.capacity_note_text
        elif role(situation) == "health_worker":
            self.capacity_note.description = N_(
                "Svaret avgjør ingenting alene. Det hjelper oss å legge til rette for personen."
            )
