"""Who gives the authorization: the one who is logged in, or somebody who signs what their proxy filled in."""

from docgen.contract import Digits, Group
from forms.acting import role
from forms.blocks.circumstances import OF_AGE, PARENTS_DECIDE_TO, YOUNGER, ages_told
from forms.blocks.own_age import YouOfAgeForm
from forms.blocks.subject import SubjectForm
from forms.blocks.submitter import RoleForm
from forms.fields.choice import Option
from forms.fields.identity_number import masked
from forms.language import N_
from forms.situation import Situation
from forms.validators import years_before

BIRTH_DATE = Digits(groups=[Group(label="", digits=6)])
OWN, ANOTHERS = "self", "proxy"
GIVEN_BY = (
    Option(OWN, N_("Jeg gir fullmakt til en annen")),
    Option(
        ANOTHERS,
        N_("Jeg skal få fullmakt av en annen"),
        N_("Du fyller ut. Den som gir fullmakten, må lese den og skrive under selv."),
    ),
)
TOO_YOUNG_TO_GIVE = N_(
    "Den som gir fullmakt, må være 16 år. For den som er yngre, er det foreldrene eller vergen som handler."
)


class GiverRoleForm(RoleForm):
    """Nobody gives an authorization for another here: whoever is to get it can fill in, and the giver signs."""

    def arrange(self, situation: Situation) -> None:
        super().arrange(situation)
        self.submitter_role.choices = list(GIVEN_BY)
        self.submitter_role.description = N_("Bare den som gir fullmakten, kan skrive under på den.")

    def arrange_on_paper(self, situation: Situation) -> None:
        super().arrange_on_paper(situation)
        del self.submitter_role


def by_proxy(situation: Situation) -> bool:
    """Whether the future proxy fills in."""
    return role(situation) == ANOTHERS


class GiverForm(YouOfAgeForm):
    too_young = N_(
        "Du må være 16 år for å gi fullmakt. Er du yngre, er det foreldrene eller vergen din som handler for deg."
        " Du kan alltid snakke med oss selv."
    )

    def arrange(self, situation: Situation) -> None:
        """The proxy gets a copy, and needs no more of the number than the birth date."""
        super().arrange(situation)
        self.subject_national_id.write_as(lambda situation: masked(situation.submitter.national_id))

    def arrange_on_paper(self, situation: Situation) -> None:
        """As little for the proxy; the office reads the whole number on the sheet that is its own."""
        super().arrange_on_paper(situation)
        self.subject_national_id.reword(N_("Fødselsdatoen din: dag, måned og år"))
        self.subject_national_id.by_hand = BIRTH_DATE


class OthersGiverForm(SubjectForm):
    """Asked of the proxy. On paper the giver fills in, and has told already who they are."""

    def arrange(self, situation: Situation) -> None:
        super().arrange(situation)
        self.subject_no_id.reword(N_("Hvem gir fullmakten?"), missing=N_("Velg hva du vet om personen."))
        self.subject_national_id.hidden = True
        self.subject_birth_date.latest = years_before(situation.today, PARENTS_DECIDE_TO)
        self.subject_birth_date.too_late = TOO_YOUNG_TO_GIVE

    def arrange_on_paper(self, situation: Situation) -> None:
        super().arrange_on_paper(situation)
        self.ask_nothing()

    def rearrange(self) -> None:
        """Of two ages that a number allows, nobody below 16 can be meant."""
        super().rearrange()
        years = ages_told(self.stored(), self.situation)
        if "subject_age" in self and years[0] < PARENTS_DECIDE_TO:
            self.subject_age.leave_out((YOUNGER,))
            self.subject_age.description = TOO_YOUNG_TO_GIVE

    def check(self) -> None:
        super().check()
        number = self.subject_national_id
        years = ages_told(self.stored(), self.situation)
        if number.asked() and not number.errors and max(years, default=OF_AGE) < PARENTS_DECIDE_TO:
            number.errors = [self.say(TOO_YOUNG_TO_GIVE)]
