"""What each yes is called, as finished text for whoever reads it."""

from forms.journeys.consent.sharing import SERVICES
from forms.language import N_, Language
from forms.yes import CHILD_COORDINATOR, COORDINATOR, HELP, NOTIFYING, PLAN, SHARING

KINDS = {
    PLAN: N_("Individuell plan"),
    COORDINATOR: N_("Koordinator"),
    CHILD_COORDINATOR: N_("Barnekoordinator"),
    HELP: N_("Hjelp fra kommunen"),
    NOTIFYING: N_("At noen melder fra om behovet"),
}
SERVICE_NAMES = {service[0]: service[1] for service in SERVICES}


def yes_told(kind: str, service: str, department: str, language: Language) -> str:
    """Such as "Coordinator", or "Sharing: the school"."""
    if kind != SHARING:
        return language.text(KINDS[kind])
    return language.text(N_("Deling: %(service)s"), service=service_told(service, department, language))


def service_told(service: str, department: str, language: Language) -> str:
    name = language.text(SERVICE_NAMES[service])
    return f"{name} ({department})" if department else name
