"""Who says yes: the person from 16 years, those who decide for a child, and others as far as the law lets them."""

from forms.acting import role
from forms.blocks import circumstances as are
from forms.blocks import paper
from forms.blocks.contact import own_phone
from forms.blocks.own_age import YouOfAgeForm
from forms.blocks.representative import RepresentativeForm
from forms.blocks.submitter import RoleForm
from forms.fields.choice import Choice
from forms.fields.phone import Phone
from forms.fields.text import Text
from forms.language import N_
from forms.question import When
from forms.situation import Situation
from forms.stepform import StepForm

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
OTHERS = ("parent", "verge", "proxy", "future_proxy", "nearest_relative", "child_welfare")


PHONE_APART = N_("Telefonen min skal ikke stå i det den andre forelderen leser")
PHONE_APART_FROM_ALL = N_("Telefonen min skal ikke stå i det andre leser")


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
    subject_phone = own_phone()

    def arrange(self, situation: Situation) -> None:
        super().arrange(situation)
        if are.protected(situation):
            del self.subject_phone

    def arrange_on_paper(self, situation: Situation) -> None:
        super().arrange_on_paper(situation)
        self.subject_phone.description = paper.REACHABLE


class ConsentRepresentativeForm(RepresentativeForm):
    """There is no answer that anybody should have a copy of."""

    def arrange(self, situation: Situation) -> None:
        super().arrange(situation)
        if "rep_apart" in self:
            label = PHONE_APART if are.has_other_parent(situation) else PHONE_APART_FROM_ALL
            self.rep_apart.reword(label, N_("Da ser bare kontoret den."))
        for name in ("copy_to", "rep_address"):
            if name in self:
                del self[name]

    def arrange_on_paper(self, situation: Situation) -> None:
        super().arrange_on_paper(situation)
        del self.copy_to, self.rep_address


class SaysYesForm(StepForm):
    """Asked of staff alone: everybody else has told by their role whose yes it is."""

    consenter_role = Choice(
        N_("Hvem er det som sier ja?"),
        choices=(
            ("self", N_("Den det gjelder")),
            ("parent", N_("Forelder")),
            ("verge", N_("Verge")),
            ("proxy", N_("Fullmektig")),
            ("future_proxy", N_("Fremtidsfullmektig")),
            ("nearest_relative", N_("Pårørende")),
            ("child_welfare", N_("Barnevernet")),
        ),
        missing=N_("Velg hvem det er som sier ja."),
    )
    consenter_name = Text(
        N_("Navnet på den som sier ja"),
        missing=N_("Skriv navnet på den som sier ja."),
        max_length=100,
        when=When("consenter_role", OTHERS),
    )
    consenter_phone = Phone(
        N_("Telefonen til den som sier ja"), hint=N_("Så kontoret kan spørre hvis noe er uklart.")
    )

    def arrange(self, situation: Situation) -> None:
        if are.protected(situation):
            del self.consenter_phone

    def arrange_on_paper(self, situation: Situation) -> None:  # noqa: ARG002 -- of nobody's situation
        self.consenter_phone.description = paper.REACHABLE


def consenter(situation: Situation) -> str:
    """By which of the roles it is said yes; staff who help tell whose yes it is."""
    chosen = situation.answer("says-yes", "consenter_role")
    return str(chosen or role(situation))


def with_staff(situation: Situation) -> bool:
    return role(situation) == "staff_assisting"


def decides_alone(situation: Situation) -> bool:
    """Whether the person may be 16 or more, and so says yes by themselves."""
    return not are.parents_decide(situation)


def lacks_own_consent(situation: Situation) -> bool:
    """The one who says yes cannot do it for somebody of that age: it goes in, and the office must ask."""
    who = consenter(situation)
    if who in {"parent", "child_welfare"}:
        return bool(are.possible_ages(situation)) and decides_alone(situation)
    return lacks_parents_consent(situation)


def lacks_parents_consent(situation: Situation) -> bool:
    """A relative says yes for a child for whom the parents do."""
    return consenter(situation) == "nearest_relative" and are.parents_decide(situation)
