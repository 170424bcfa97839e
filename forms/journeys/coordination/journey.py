"""The application for an individual plan, a coordinator or a child coordinator: its steps in their order."""

from forms.journey import Journey, Step
from forms.journeys.coordination import circumstances as are
from forms.journeys.coordination.contact import ContactForm, LanguageForm
from forms.journeys.coordination.need import NeedForm, RequestForm
from forms.journeys.coordination.subject import SubjectForm, YouForm
from forms.journeys.coordination.submitter import AddressProtectionForm, RoleForm
from forms.language import N_

COORDINATION = Journey(
    "coordination",
    N_("Søknad om individuell plan, koordinator eller barnekoordinator"),
    (
        Step("role", N_("Hvem fyller ut?"), RoleForm),
        Step(
            "address-protection",
            N_("Sperret adresse"),
            AddressProtectionForm,
            N_("Vi spør om dette først, så du slipper å oppgi noe som kan fortelle hvor noen er."),
        ),
        Step("you", N_("Om deg"), YouForm, when=are.for_self),
        Step("subject", N_("Hvem det gjelder"), SubjectForm, when=are.for_other),
        Step("contact", N_("Kontakt"), ContactForm, when=are.reachable),
        Step("language", N_("Språk og tilrettelegging"), LanguageForm),
        Step("request", N_("Hva du ønsker"), RequestForm),
        Step("need", N_("Hva du trenger"), NeedForm),
    ),
)
