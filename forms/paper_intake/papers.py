"""The papers themselves: the scan, and whether it is signed."""

from forms.fields.choice import Choice
from forms.fields.files import Files
from forms.fields.longtext import LongText
from forms.fields.text import Text
from forms.fields.yesno import NO, YES, YesNo
from forms.language import N_
from forms.paper_intake.elsewhere import SENT_BACK, SENT_ON, nothing_sent_back
from forms.paper_intake.person import hides_places
from forms.paper_intake.unread import LEFT_OPEN
from forms.question import When
from forms.situation import Situation
from forms.stepform import StepForm

NOTHING_BACK = N_("Den som sendte det, skal ikke få brev hjem. Derfor sender dere det ikke tilbake.")


class PapersForm(StepForm):
    scan = Files(
        N_("Det skannede skjemaet, med alt som fulgte med"),
        hint=N_("Skann alle sidene. Er det med et ark «Bare til kontoret», blir det en egen fil."),
        missing=N_("Last opp det skannede skjemaet."),
        most=20,
    )
    signed_on_paper = YesNo(
        N_("Er skjemaet skrevet under?"),
        hint=N_("Mangler underskriften, tar vi det imot likevel. Saken blir merket med det."),
        missing=N_("Velg om skjemaet er skrevet under."),
    )
    signed_by_mark = YesNo(
        N_("Har noen hjulpet til med underskriften, eller er det et merke?"),
        when=When("signed_on_paper", (YES,)),
    )
    witness_name = Text(
        N_("Navnet på vitnet"), hint=LEFT_OPEN, max_length=200, when=When("signed_by_mark", (YES,))
    )
    of_another = YesNo(
        N_("Hører skjemaet til i en annen kommune?"),
        hint=N_("Da gjelder det ikke her. Vi sender det videre, eller tilbake."),
        missing=N_("Velg om skjemaet hører til i en annen kommune."),
        default=NO,
    )
    other_municipality = Text(
        N_("Hvilken kommune?"),
        missing=N_("Skriv hvilken kommune skjemaet hører til i."),
        max_length=60,
        when=When("of_another", (YES,)),
    )
    passed_on = Choice(
        N_("Hva gjør dere med det?"),
        choices=(
            (SENT_ON, N_("Sender det til den kommunen")),
            (SENT_BACK, N_("Sender det tilbake til avsenderen")),
        ),
        missing=N_("Velg hva dere gjør med det."),
        when=When("of_another", (YES,)),
    )
    intake_remarks = LongText(
        N_("Merknader"),
        hint=N_("For eksempel at noe ikke er til å lese. Den saken gjelder, kan lese det du skriver."),
        soft_limit=1000,
        max_length=10_000,
    )

    def arrange(self, situation: Situation) -> None:
        if hides_places(situation):
            self.scan.description = N_(
                "Papirene kan vise hvor noen er. Bare de som kan se slike saker, får se dem. Skann alle sidene."
            )
        if nothing_sent_back(situation):
            self.passed_on.leave_out((SENT_BACK,))
            self.passed_on.description = NOTHING_BACK

    def check(self) -> None:
        question = self.passed_on
        if question.asked() and question.data == SENT_BACK and nothing_sent_back(self.situation):
            question.errors = [self.say(NOTHING_BACK)]


def by_mark(situation: Situation) -> bool:
    """Whether somebody guided the hand, or a mark stands for the name: then a witness signs too."""
    return is_signed(situation) and situation.answer("papers", "signed_by_mark") == YES


def witness(situation: Situation) -> str:
    """The witness's name; empty where it could not be read, or none was needed."""
    return (situation.answer("papers", "witness_name") or "") if by_mark(situation) else ""


def is_signed(situation: Situation) -> bool:
    return bool(situation.answer("papers", "signed_on_paper") == YES)
