"""What each yes is called, as finished text for whoever reads it, and what it lacks before it holds."""

from forms.journeys.consent.sharing import SERVICES
from forms.language import N_, Language
from forms.marks import NO_AUTHORIZATION, OWN_CONSENT, UNREAD, UNSIGNED
from forms.yes import CHILD_COORDINATOR, COORDINATOR, HELP, NOTIFYING, NUMBER, PAPER, PARENTS, PLAN, SHARING

KINDS = {
    PLAN: N_("Individuell plan"),
    COORDINATOR: N_("Koordinator"),
    CHILD_COORDINATOR: N_("Barnekoordinator"),
    HELP: N_("Hjelp fra kommunen"),
    NOTIFYING: N_("At noen melder fra om behovet"),
}
LACKS = {
    PAPER: N_("Gjelder når kontoret har sett underskriften på papir."),
    OWN_CONSENT: N_("Gjelder ikke ennå. Den det gjelder, må si ja selv."),
    NO_AUTHORIZATION: N_("Gjelder ikke ennå. Papiret som viser hvem som kan si ja, mangler."),
    UNSIGNED: N_("Gjelder ikke ennå. En underskrift mangler."),
    UNREAD: N_("Gjelder ikke ennå. Noe på papiret er ikke lest av."),
    NUMBER: N_("Gjelder ikke ennå. Fødselsnummeret mangler."),
    PARENTS: N_("Gjelder ikke. Foreldrene må si ja i et eget skjema."),
}
UNREAD_TOLD = N_("Gjelder ikke ennå. Kontoret kunne ikke lese alt på papiret. Ta kontakt med kontoret.")
"""To everybody else than the office, which has the paper."""
SERVICE_NAMES = {service[0]: service[1] for service in SERVICES}


def yes_told(kind: str, service: str, department: str, language: Language) -> str:
    """Such as "Coordinator", or "Sharing: the school"."""
    if kind != SHARING:
        return language.text(KINDS[kind])
    return language.text(N_("Deling: %(service)s"), service=service_told(service, department, language))


def service_told(service: str, department: str, language: Language) -> str:
    name = language.text(SERVICE_NAMES[service])
    return f"{name} ({department})" if department else name
