"""The person's own voice, where somebody else fills in."""

from forms.acting import role
from forms.blocks.circumstances import about_child, own_view_expected
from forms.blocks.wording import WordedForm
from forms.fields.choice import Choice
from forms.fields.longtext import LongText
from forms.language import N_
from forms.question import When
from forms.situation import Situation

MAY_NOTE_CAPACITY = ("nearest_relative", "health_worker")


class OwnViewForm(WordedForm):
    """Never decides who can decide for themselves, and never stops at any answer."""

    subject_knows = Choice(
        N_("Vet %(person)s om %(form)s?"),
        hint=N_("Velg det som stemmer best."),
        choices=(("yes", N_("Ja")), ("no", N_("Nei")), ("partly", N_("Delvis"))),
        missing=N_("Svar på om %(person)s vet om %(form)s."),
    )
    subject_view = LongText(
        N_("Hva mener %(person)s selv?"),
        hint=N_("Skriv det slik %(person)s ville sagt det, hvis du kan."),
        missing=N_("Skriv hva %(person)s mener. Vet du det ikke, skriver du det."),
    )
    capacity_note = Choice(
        N_("Er det noe som gjør det vanskelig for %(person)s å forstå eller si ja til dette?"),
        hint=N_("Du skal ikke vurdere noen diagnose. Det er helsepersonell som vurderer dette."),
        choices=(("no", N_("Nei")), ("unsure", N_("Jeg er usikker")), ("yes", N_("Ja"))),
        missing=N_("Svar nei, ja eller at du er usikker."),
    )
    capacity_note_text = LongText(
        N_("Fortell gjerne litt mer"), soft_limit=1000, when=When("capacity_note", ("unsure", "yes"))
    )

    def arrange(self, situation: Situation) -> None:
        super().arrange(situation)
        if about_child(situation):
            self.subject_knows.description = N_("Er barnet for lite til å forstå det, svarer du nei.")
            self.subject_view.description = N_(
                "Skriv det slik barnet ville sagt det, hvis du kan. Barn skal også få si hva de mener."
            )
        if not own_view_expected(situation):
            self.subject_view.missing = ""
        if role(situation) not in MAY_NOTE_CAPACITY:
            del self.capacity_note, self.capacity_note_text
        elif role(situation) == "health_worker":
            self.capacity_note.description = N_(
                "Svaret avgjør ingenting alene. Det hjelper oss å legge til rette for %(person)s."
            )
