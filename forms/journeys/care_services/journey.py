"""The application for health and care services in general: its steps in their order."""

from dataclasses import replace

from forms.blocks import circumstances as are
from forms.blocks import paper, steps
from forms.blocks.notes import about, notes
from forms.journey import Journey, Step
from forms.journeys.care_services.came_in import received
from forms.journeys.care_services.said_yes import says_yes
from forms.journeys.care_services.service_consent import ServiceConsentForm, wanted, who_may_say_yes
from forms.journeys.care_services.services import (
    CareCoordinationForm,
    CareCoordinatorForm,
    CareNeedForm,
    CareRequestForm,
    CareServicesForm,
    ServicesWantedForm,
    may_wish,
    names_services,
    offers_more,
)
from forms.language import N_

CARE_SERVICES = Journey(
    "care_services",
    N_("Søknad om helse- og omsorgstjenester"),
    (
        *steps.WHO,
        steps.OWN_VIEW,
        Step(
            "service-consent",
            N_("Ja til hjelp"),
            ServiceConsentForm,
            when=wanted,
            only_if=paper.YES_TO_HELP,
            told=who_may_say_yes,
        ),
        Step("request", N_("Det du søker om"), CareRequestForm, when=offers_more, only_if=paper.SEVERAL),
        replace(steps.NEED, form=CareNeedForm),
        Step("services", N_("Hjelp i dag"), CareServicesForm),
        Step(
            "services-wanted",
            N_("Hjelp du tenker på"),
            ServicesWantedForm,
            when=names_services,
            only_if=paper.IF_YOU_WISH,
        ),
        replace(steps.COORDINATION, form=CareCoordinationForm),
        replace(steps.WISH, form=CareCoordinatorForm, when=may_wish, only_if=paper.WISH),
        *steps.DAILY_LIFE,
    ),
    path="helse-og-omsorg",
    sort="services",
    lead=N_(
        "For deg som trenger hjelp i hverdagen. Du forteller om behovet, og kommunen finner ut hva som passer."
    ),
    notes=notes,
    received=received,
    says_yes=says_yes,
    about=about,
    others_sign=True,
    restricted=are.protected,
)
