"""Those who write in their work: they tell of a need, or help to write, and act for nobody."""

from dataclasses import replace

from forms.language import N_
from forms.representation.row import Row

_HEALTH_WORKER = Row(
    key="health_worker",
    who=N_("Helsepersonell som sier fra"),
    roles=("health_worker",),
    expected=None,
    evidence=N_("Et ja fra den det gjelder, eller en regel som gir lov."),
    proof="written",
    tells_of_need=True,
    consents=("subject",),
    signs=("submitter",),
    letters=("subject",),
    law=("confidentiality_of_health_personnel", "consent_to_sharing", "duty_to_notify"),
    differs=("notification.copy_to",),
    warnings=(N_("Du får ikke vite hvordan det går i saken, om ikke personen sier ja til det."),),
)

AT_WORK = (
    _HEALTH_WORKER,
    replace(
        _HEALTH_WORKER,
        key="partner",
        who=N_("Samarbeidspartner som sier fra, for eksempel skole eller NAV"),
        roles=("partner",),
        law=("confidentiality_of_administration",),
    ),
    Row(
        key="staff_assisting",
        who=N_("Ansatt som hjelper til"),
        roles=("staff_assisting",),
        expected=None,
        evidence=N_("Innloggingen til den ansatte, og underskriften til den det gjelder."),
        consents=("subject",),
        signs=("subject",),
        letters=("subject",),
        law=("guidance",),
        differs=("helpers",),
        warnings=(
            N_("Du skriver ned det personen sier. Du skriver aldri under, og kan ikke være fullmektig."),
        ),
    ),
)
