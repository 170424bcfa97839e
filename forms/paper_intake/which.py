"""Which form it was that came on paper: by the id at its foot, or picked from what the municipality offers."""

from forms.blank import name
from forms.fields.choice import Choice, Option
from forms.fields.text import Text
from forms.journey import Journey
from forms.journeys.registry import journeys
from forms.language import N_
from forms.municipality import Municipality
from forms.situation import Situation
from forms.stepform import StepForm

LANGUAGES = (("nb", "Bokmål"), ("nn", "Nynorsk"), ("en", "English"))
UNKNOWN_ID = N_(
    "Vi kjenner ikke denne skjema-id-en. Se om den er skrevet riktig, eller velg skjemaet i listen."
)


def offered(place: Municipality) -> list[Journey]:
    """What can come on paper: every form that the municipality offers."""
    return [found for slug, found in journeys().items() if slug in place.journeys]


def by_form_id(typed: str, place: Municipality) -> tuple[str, str] | None:
    """The journey's slug and the code of the form's language; None where no form of the municipality has that id."""
    wanted = "".join(typed.split()).casefold()
    for found in offered(place):
        for code, _ in LANGUAGES:
            if wanted == f"{place.id}-{found.path}-{code}":
                return found.slug, code
    return None


class WhichForm(StepForm):
    """The id wins over what is picked: it says the form and its language, and is printed on every page."""

    form_id = Text(
        N_("Skjema-id"),
        hint=N_(
            "Den står på hver side av skjemaet, for eksempel «%(example)s». Mangler den, velger du under."
        ),
        max_length=80,
    )
    form_kind = Choice(N_("Hvilket skjema?"), choices=())
    written_in = Choice(
        N_("Hvilket språk er skjemaet på?"),
        hint=N_("Dokumentet blir på samme språk."),
        choices=LANGUAGES,
    )

    def arrange(self, situation: Situation) -> None:
        here = offered(situation.municipality)
        self.words["example"] = name(here[0], situation.municipality, situation.language)
        self.form_kind.choices = [Option(one.slug, one.title) for one in here]

    @property
    def chosen(self) -> tuple[str, str] | None:
        """Slug and language code; None as long as neither is told."""
        if self.form_id.data:
            return by_form_id(self.form_id.data, self.situation.municipality)
        if self.form_kind.data and self.written_in.data:
            return self.form_kind.data, self.written_in.data
        return None

    def check(self) -> None:
        if self.form_id.data:
            if self.chosen is None:
                self.form_id.errors = [self.form_id.say(UNKNOWN_ID)]
        elif not self.form_kind.data:
            self.form_kind.errors = [
                self.form_kind.say(N_("Skriv skjema-id-en, eller velg skjemaet i listen."))
            ]
        elif not self.written_in.data:
            self.written_in.errors = [self.written_in.say(N_("Velg språket som skjemaet er på."))]
