"""Who gives the authorization: always the one who is logged in."""

from docgen.contract import Digits, Group
from forms.blocks.own_age import YouOfAgeForm
from forms.blocks.submitter import RoleForm
from forms.fields.identity_number import masked
from forms.language import N_
from forms.situation import Situation

OWN = ("self",)
BIRTH_DATE = Digits(groups=[Group(label="", digits=6)])


class GiverRoleForm(RoleForm):
    """Nobody gives an authorization for another here, neither guardian nor staff."""

    def arrange(self, situation: Situation) -> None:
        super().arrange(situation)
        self.submitter_role.settle(*OWN)
        self.submitter_role.description = N_("Bare du selv kan gi fullmakt for deg.")

    def arrange_on_paper(self, situation: Situation) -> None:
        super().arrange_on_paper(situation)
        del self.submitter_role


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
