"""Who says yes: the person from 16 years, those who decide for a child, and others as far as the law lets them."""

from forms.acting import role
from forms.blocks import circumstances as are
from forms.blocks.own_age import YouOfAgeForm
from forms.blocks.representative import RepresentativeForm
from forms.blocks.submitter import RoleForm
from forms.language import N_
from forms.situation import Situation

ROLES = (
    "self",
    "parent",
    "verge",
    "proxy",
    "future_proxy",
    "nearest_relative",
    "child_welfare",
    "staff_assisting",
)
"""Who works with the person says yes to nothing for them; staff only help to fill in."""
ONLY_SHARING = ("proxy", "nearest_relative")
"""They may lift confidentiality, but not say yes to the help itself."""
DECIDE_FOR_CHILD = ("parent", "verge", "child_welfare")


class ConsentRoleForm(RoleForm):
    def arrange(self, situation: Situation) -> None:
        super().arrange(situation)
        self.submitter_role.offer(ROLES)

    def arrange_on_paper(self, situation: Situation) -> None:
        super().arrange_on_paper(situation)
        self.submitter_role.offer(ROLES)


class ConsenterForm(YouOfAgeForm):
    too_young = N_(
        "Du må være 16 år for å si ja alene. Er du yngre, er det foreldrene eller vergen som fyller ut."
        " Noen ganger kan du bestemme selv fra du er 12 år. Snakk med oss eller helsesykepleieren."
    )


class ConsentRepresentativeForm(RepresentativeForm):
    """There is no answer that anybody should have a copy of."""

    def arrange(self, situation: Situation) -> None:
        super().arrange(situation)
        for name in ("copy_to", "rep_address"):
            if name in self:
                del self[name]

    def arrange_on_paper(self, situation: Situation) -> None:
        super().arrange_on_paper(situation)
        del self.copy_to, self.rep_address


def consenter(situation: Situation) -> str:
    """By which of the roles it is said yes; staff who help tell whose yes it is."""
    chosen = situation.answer("kinds", "consenter_role")
    return (chosen if role(situation) == "staff_assisting" and chosen else role(situation)) or ""


def decides_alone(situation: Situation) -> bool:
    """Whether the person may be 16 or more, and so says yes by themselves."""
    return not are.parents_decide(situation)


def lacks_own_consent(situation: Situation) -> bool:
    """The one who says yes cannot do it for somebody of that age: it goes in, and the office must ask."""
    who = consenter(situation)
    if who in {"parent", "child_welfare"}:
        return bool(are.possible_ages(situation)) and decides_alone(situation)
    return who == "nearest_relative" and are.parents_decide(situation)
