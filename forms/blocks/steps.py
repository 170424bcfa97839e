"""Steps that applications share, and what some of them tell before they ask."""

from collections.abc import Iterable

from forms.acting import role
from forms.blocks import circumstances as are
from forms.blocks import paper
from forms.blocks.contact import ContactForm, LanguageForm
from forms.blocks.coordinator import CoordinatorForm, told_of_coordinators
from forms.blocks.daily_life import GpForm, HomeForm, UrgencyForm
from forms.blocks.enclosed import AttachmentsForm, DecisionContactForm, RelativesForm
from forms.blocks.hanging_together import CoordinationForm
from forms.blocks.need import NeedForm
from forms.blocks.notes import MAY_BE_PARTY
from forms.blocks.other_parent import STEP as OTHER_PARENT
from forms.blocks.own_view import OwnViewForm
from forms.blocks.representative import RepresentativeForm
from forms.blocks.safe_place import STEP as SAFE_PLACE
from forms.blocks.subject import SubjectForm, YouForm
from forms.blocks.submitter import AddressProtectionForm, RoleForm
from forms.blocks.young import STEP as YOUNG
from forms.journey import Step
from forms.language import N_
from forms.situation import Situation

PROTECTION = N_("Vi spør tidlig om dette, så du slipper å skrive noe som kan røpe hvor noen er.")
NO_DEMAND = N_("Alt her er frivillig. Skriv det du tror er nyttig for oss å vite.")


def child_as_party(situation: Situation) -> Iterable[str]:
    if are.may_be_party(situation):
        yield situation.language.text(MAY_BE_PARTY)


def relative_may_describe(situation: Situation) -> Iterable[str]:
    policy = situation.municipality.proxy_policy
    if role(situation) == "nearest_relative" and policy.relative_may_describe:
        yield situation.language.text(
            N_("Du som er pårørende, kan fortelle om behovet. Vi krever ikke fullmakt.")
        )


WHO = (
    Step("role", N_("Hvem som fyller ut"), RoleForm, part=N_("Hvem søknaden gjelder")),
    Step(
        "address-protection",
        N_("Sperret adresse"),
        AddressProtectionForm,
        PROTECTION,
        told_on_paper=paper.no_places,
    ),
    Step("you", N_("Om deg"), YouForm, when=are.for_self, only_if=paper.FOR_SELF),
    YOUNG,
    SAFE_PLACE,
    Step("subject", N_("Den det gjelder"), SubjectForm, when=are.for_other, only_if=paper.FOR_OTHER),
    Step(
        "representative",
        N_("Om deg som fyller ut"),
        RepresentativeForm,
        when=are.represents,
        only_if=paper.FOR_OTHER,
        told=relative_may_describe,
    ),
    OTHER_PARENT,
    Step("contact", N_("Kontakt"), ContactForm, when=are.may_be_written_to, only_if=paper.REACHABLE),
    Step("language", N_("Språk og tilrettelegging"), LanguageForm),
)
"""Who applies, for whom, and how to reach them."""

OWN_VIEW = Step(
    "own-view",
    N_("Med egne ord"),
    OwnViewForm,
    when=are.for_born_other,
    part=N_("Hva som trengs"),
    only_if=paper.FOR_OTHER,
    told=child_as_party,
)
NEED = Step("need", N_("Behovet for hjelp"), NeedForm)


COORDINATION = Step(
    "coordination",
    N_("Å få hjelpen til å henge sammen"),
    CoordinationForm,
    when=are.wants_coordination,
    only_if=paper.COORDINATION,
)
WISH = Step(
    "coordinator",
    N_("Ønske om koordinator"),
    CoordinatorForm,
    when=are.wants_coordination,
    only_if=paper.COORDINATION,
    told=told_of_coordinators,
)


DAILY_LIFE = (
    Step("urgency", N_("Om det haster"), UrgencyForm),
    Step("home", N_("Hjemme"), HomeForm, NO_DEMAND, part=N_("Hverdagen")),
    Step("gp", N_("Fastlege"), GpForm, when=are.may_have_gp, only_if=paper.REACHABLE),
    Step("relatives", N_("Pårørende"), RelativesForm),
    Step("attachments", N_("Det du legger ved"), AttachmentsForm, part=N_("Vedlegg og kontakt")),
    Step(
        "decision-contact",
        N_("Når det passer"),
        DecisionContactForm,
        when=are.may_be_written_to,
        only_if=paper.REACHABLE,
    ),
)
"""How urgent it is, everyday life, and what follows the application."""
