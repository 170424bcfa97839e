"""Which form it was that came on paper: by the id at its foot, or picked from what the municipality offers."""

from forms.blank import name
from forms.fields.choice import Choice, Option
from forms.fields.text import Text
from forms.fields.yesno import NO, YES, YesNo
from forms.journey import Journey
from forms.journeys.registry import journeys
from forms.language import N_
from forms.municipality import Municipality
from forms.question import When
from forms.situation import Situation
from forms.stepform import StepForm

LANGUAGES = (("nb", "Bokmål"), ("nn", "Nynorsk"), ("en", "English"))
UNKNOWN_ID = N_(
    "Vi kjenner ikke denne skjema-id-en. Se om den er skrevet riktig, eller velg at skjemaet ikke har noen."
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
    """The id says both the form and its language, and is printed on every page; a form of others' has none of ours."""

    has_form_id = YesNo(
        N_("Har skjemaet en skjema-id?"),
        hint=N_("Den står på hver side, for eksempel «%(example)s»."),
        missing=N_("Velg om skjemaet har en skjema-id."),
    )
    form_id = Text(
        N_("Skjema-id"),
        missing=N_("Skriv skjema-id-en, eller velg at skjemaet ikke har noen."),
        max_length=80,
        when=When("has_form_id", (YES,)),
    )
    form_kind = Choice(
        N_("Hvilket skjema er det?"),
        choices=(),
        missing=N_("Velg hvilket skjema det er."),
        when=When("has_form_id", (NO,)),
    )
    written_in = Choice(
        N_("Hvilket språk er skjemaet på?"),
        hint=N_("Dokumentet blir på samme språk."),
        choices=LANGUAGES,
        missing=N_("Velg språket som skjemaet er på."),
        when=When("has_form_id", (NO,)),
    )

    def arrange(self, situation: Situation) -> None:
        here = offered(situation.municipality)
        self.words["example"] = min(
            (name(one, situation.municipality, situation.language) for one in here), key=len
        )
        self.form_kind.choices = [Option(one.slug, one.title) for one in here]

    @property
    def chosen(self) -> tuple[str, str] | None:
        """Slug and language code; None as long as they are not told."""
        if self.form_id.asked():
            return by_form_id(self.form_id.data, self.situation.municipality)
        return (self.form_kind.data or "", self.written_in.data or "") if self.form_kind.asked() else None

    def check(self) -> None:
        if self.form_id.asked() and self.chosen is None:
            self.form_id.errors = [self.form_id.say(UNKNOWN_ID)]
