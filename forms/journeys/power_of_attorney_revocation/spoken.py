"""A power of attorney that its giver ends without a form of ours: by word of mouth, or on a paper tied to nothing."""

from forms.fields.choice import Choice
from forms.known_by import ASKED, CHECKED, NOT_CHOSEN
from forms.language import N_
from forms.question import When
from forms.stepform import StepForm

SAID, ON_PAPER = "said", "on_paper"
HEARD = (
    (SAID, N_("Muntlig")),
    (
        ON_PAPER,
        N_("På et papir som kom til oss"),
        N_("Fullmakten står på papiret, eller vi har spurt hvem det er."),
    ),
)
CHOICES = (*CHECKED[:-1], (*CHECKED[-1], N_("Fullmakten er trukket likevel.")))


class SpokenEndForm(StepForm):
    """For the office, on the page of the power itself: nothing here can stop it, and nobody needs to say why."""

    heard = Choice(
        N_("Hvordan ble fullmakten trukket?"),
        choices=HEARD,
        missing=N_("Velg hvordan fullmakten ble trukket."),
    )
    identity_checked = Choice(ASKED, choices=CHOICES, missing=NOT_CHOSEN, when=When("heard", (SAID,)))

    def told(self) -> str:
        """As the event keeps it: words of ours, and nobody's name."""
        checked = self.identity_checked.data if self.identity_checked.asked() else ""
        return f"{self.heard.data} {checked}".strip()
