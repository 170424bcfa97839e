"""Those who write in their work: they tell of a need, or help to write, and act for nobody."""

from dataclasses import replace

from forms.language import N_
from forms.representation.children import FROM_12, GREAT_WEIGHT, HEARD, PARTY, UNDER_12
from forms.representation.row import Part, Row

PARENTS: tuple[Part, ...] = ("parents",)
CONSENT_OF_CHILD = ("children_consent", "child_heard")

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
_PARTNER = replace(
    _HEALTH_WORKER,
    key="partner",
    who=N_("Samarbeidspartner som sier fra, for eksempel skole eller NAV"),
    roles=("partner",),
    law=("confidentiality_of_administration",),
)
_CHILD_WELFARE = Row(
    key="child_welfare_asks",
    who=N_("Barnevernet, uten omsorgen for barnet"),
    roles=("child_welfare",),
    evidence=N_("Ingen papirer. Barnevernet sier fra om et behov."),
    proof="written",
    tells_of_need=True,
    consents=("subject",),
    signs=("submitter",),
    letters=("subject",),
    law=("decision_competence",),
    expected=None,
)
_STAFF = Row(
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
    warnings=(N_("Du skriver ned det personen sier. Du skriver aldri under, og kan ikke være fullmektig."),),
)


def _of_child(one: Row, who: str) -> Row:
    """Those with parental responsibility consent until the child is 16 (pbrl § 4-4)."""
    return replace(
        one,
        key=f"{one.key}_0_11",
        who=who,
        ages=UNDER_12,
        expected=False,
        consents=PARENTS,
        signs=PARENTS if "submitter" not in one.signs else one.signs,
        letters=PARENTS,
        law=(*CONSENT_OF_CHILD, *one.law),
        warnings=(*one.warnings, HEARD),
    )


def _of_older_child(one: Row, who: str) -> Row:
    """As ``_of_child``; what the child means counts for much, and it may be a party (pbrl §§ 4-4 and 6-5)."""
    return replace(
        _of_child(one, who),
        key=f"{one.key}_12_15",
        ages=FROM_12,
        letters=("parents", "subject"),
        law=(*CONSENT_OF_CHILD, "child_as_party", *one.law),
        warnings=(*one.warnings, GREAT_WEIGHT, PARTY),
    )


def _of_expected(one: Row, who: str) -> Row:
    return replace(
        _of_child(one, who), key=f"{one.key}_of_expected", ages=None, expected=True, warnings=one.warnings
    )


AT_WORK = (
    _of_expected(_HEALTH_WORKER, N_("Helsepersonell som sier fra om et barn som ikke er født ennå")),
    _of_child(_HEALTH_WORKER, N_("Helsepersonell som sier fra om et barn under 12 år")),
    _of_older_child(_HEALTH_WORKER, N_("Helsepersonell som sier fra om et barn på 12 til 15 år")),
    _HEALTH_WORKER,
    _of_expected(_PARTNER, N_("Samarbeidspartner som sier fra om et barn som ikke er født ennå")),
    _of_child(_PARTNER, N_("Samarbeidspartner som sier fra om et barn under 12 år")),
    _of_older_child(_PARTNER, N_("Samarbeidspartner som sier fra om et barn på 12 til 15 år")),
    _PARTNER,
    _of_child(_CHILD_WELFARE, N_("Barnevernet, uten omsorgen for et barn under 12 år")),
    _of_older_child(_CHILD_WELFARE, N_("Barnevernet, uten omsorgen for et barn på 12 til 15 år")),
    _CHILD_WELFARE,
    _of_expected(_STAFF, N_("Ansatt som hjelper til med søknad for et barn som ikke er født ennå")),
    _of_child(_STAFF, N_("Ansatt som hjelper til for et barn under 12 år")),
    _of_older_child(_STAFF, N_("Ansatt som hjelper til for et barn på 12 til 15 år")),
    _STAFF,
)
"""The last of each role is for whoever is 16 or older, and decides alone (pbrl § 4-3)."""
