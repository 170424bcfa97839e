"""Steps that both kinds of complaint share: who complains for whom, and how to reach them."""

from forms.blocks import circumstances as are
from forms.blocks import paper
from forms.blocks.contact import ContactForm, LanguageForm
from forms.blocks.enclosed import AttachmentsForm
from forms.blocks.other_parent import STEP as OTHER_PARENT
from forms.blocks.own_view import OwnViewForm
from forms.blocks.representative import RepresentativeForm
from forms.blocks.safe_place import STEP as SAFE_PLACE
from forms.blocks.subject import SubjectForm, YouForm
from forms.blocks.submitter import AddressProtectionForm, RoleForm
from forms.blocks.young import STEP as YOUNG
from forms.fields.yesno import YesNo
from forms.journey import Step
from forms.language import N_

PROTECTION = N_("Vi spør tidlig om dette, så du slipper å skrive noe som kan røpe hvor noen er.")
NO_DEMAND = N_("Alt her er frivillig. Skriv det du tror er nyttig for oss å vite.")
WHOM = N_("Hvem klagen gjelder")


class EnclosedForm(AttachmentsForm):
    more_later = YesNo(
        N_("Vil du sende mer senere?"), hint=N_("Send det du har nå. Resten kan komme etterpå.")
    )


IDENTITY = (
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
)
"""Whom it is about; what they complain of comes next, so that it stands high in the letter."""


def role(part: str = "") -> Step:
    return Step("role", N_("Hvem som fyller ut"), RoleForm, part=part)


REACHING = (
    Step("attachments", N_("Det du legger ved"), EnclosedForm),
    Step(
        "representative",
        N_("Om deg som fyller ut"),
        RepresentativeForm,
        when=are.represents,
        part=N_("Hvordan vi når deg"),
        only_if=paper.FOR_OTHER,
    ),
    OTHER_PARENT,
    Step("own-view", N_("Med egne ord"), OwnViewForm, when=are.for_born_other, only_if=paper.FOR_OTHER),
    Step("contact", N_("Kontakt"), ContactForm, when=are.may_be_written_to, only_if=paper.REACHABLE),
    Step("language", N_("Språk og tilrettelegging"), LanguageForm),
)
