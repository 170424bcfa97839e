"""The notification of a need: consent is asked before anything of the person is."""

from forms.addressee import to_receiver_of_notifications
from forms.blocks import circumstances as are
from forms.blocks import paper
from forms.blocks.steps import PROTECTION
from forms.journey import Journey, Step
from forms.journeys.notification import consent, need
from forms.journeys.notification.notes import about, notes
from forms.journeys.notification.notifier import (
    NotifiedAddressForm,
    NotifierForm,
    NotifierTypeForm,
    before_notifying,
)
from forms.journeys.notification.person import InformedForm, NotifiedForm
from forms.journeys.notification.said_yes import says_yes
from forms.language import N_
from forms.naming import NOTIFICATION as NAMED
from forms.situation import Situation

FOR_COORDINATORS = {"individual_plan", "coordinator", "child_coordinator", "follow_up_team"}


def coordinator_fits(situation: Situation) -> bool:
    chosen = situation.answer("about", "notification_about") or ()
    return consent.may_tell(situation) and bool(FOR_COORDINATORS.intersection(chosen))


NOTIFICATION = Journey(
    "notification",
    N_("Melding om behov for plan eller koordinator"),
    (
        Step("role", N_("Hvem som melder"), NotifierTypeForm, part=N_("Hvem som melder")),
        Step("address-protection", N_("Sperret adresse"), NotifiedAddressForm, PROTECTION),
        Step("notifier", N_("Om deg som melder"), NotifierForm, told=before_notifying),
        Step("age", N_("Alder"), consent.AgeForm, part=N_("Samtykke")),
        Step("consent", N_("Ja til meldingen"), consent.ConsentForm, told=consent.who_says_yes),
        Step(
            "legal-basis",
            N_("Det du bygger på"),
            consent.LegalBasisForm,
            when=consent.unconsented,
            only_if=paper.NO_YES,
            told=consent.warned,
        ),
        Step("about", N_("Det du melder om"), need.AboutForm, part=N_("Behovet")),
        Step(
            "call",
            N_("Vi ringer deg"),
            consent.CallForm,
            when=consent.may_not_tell,
            only_if=paper.NO_BASIS,
            told=consent.nothing_is_told,
        ),
        Step("subject", N_("Den det gjelder"), NotifiedForm, when=consent.may_tell, only_if=paper.BASIS),
        Step(
            "informed",
            N_("Det personen vet og mener"),
            InformedForm,
            when=consent.may_tell,
            only_if=paper.BASIS,
        ),
        Step(
            "need",
            N_("Hvorfor det trengs"),
            need.NotifiedNeedForm,
            when=consent.may_tell,
            only_if=paper.BASIS,
        ),
        Step(
            "proposal",
            N_("Forslag til koordinator"),
            need.ProposedCoordinatorForm,
            when=coordinator_fits,
            only_if=paper.BASIS,
        ),
        Step("reply", N_("Tilbakemelding"), need.ReplyForm, when=consent.may_tell, only_if=paper.BASIS),
    ),
    path="melding",
    naming=NAMED,
    sort="notification",
    afterwards=need.afterwards,
    lead=N_(
        "For deg som er helsepersonell, samarbeidspartner eller pårørende, og ser at noen trenger dette."
    ),
    addressee=to_receiver_of_notifications,
    notes=notes,
    says_yes=says_yes,
    about=about,
    restricted=are.protected,
)
