"""What an office must not overlook in its list: a mark's key is stored with the case, its text is the reader's."""

from datetime import date

from forms.language import N_, Language

URGENT, NO_AUTHORIZATION, OTHER_PARENT = "urgent", "no_authorization", "other_parent"
REVOKED, CONSENT_WITHDRAWN = "revoked", "consent_withdrawn"
OWN_CONSENT, NOT_TO_KNOW = "own_consent", "not_to_know"
AUTHORIZATION_CAME = "authorization_came"
NO_CONSENT, CALL_NOTIFIER = "no_consent", "call_notifier"
LATE, MAYBE_LATE, OVER_A_YEAR = "late", "maybe_late", "over_a_year"
TO_NAV, TO_CHILD_WELFARE, TO_HOSPITAL = "to_nav", "to_child_welfare", "to_hospital"
ALSO_RIGHTS, SERIOUS = "also_rights", "serious"
SUSPENSION, HELP_WANTED = "suspension", "help_wanted"
RELATED_HELPER, SAID = "related_helper", "said"

MARKS = {
    URGENT: N_("Haster"),
    NO_AUTHORIZATION: N_("Fullmakt mangler"),
    OTHER_PARENT: N_("Ikke kontakt den andre forelderen"),
    REVOKED: N_("Fullmakt trukket"),
    CONSENT_WITHDRAWN: N_("Samtykke trukket"),
    OWN_CONSENT: N_("Personen må si ja selv"),
    NOT_TO_KNOW: N_("Noen skal ikke få vite noe"),
    AUTHORIZATION_CAME: N_("Fullmakt er lagt ved"),
    NO_CONSENT: N_("Uten samtykke"),
    CALL_NOTIFIER: N_("Ring den som melder"),
    LATE: N_("Kom etter fristen"),
    MAYBE_LATE: N_("Kan ha kommet etter fristen"),
    OVER_A_YEAR: N_("Over ett år siden svaret"),
    TO_NAV: N_("Skal videre til NAV"),
    TO_CHILD_WELFARE: N_("Skal videre til barnevernet"),
    TO_HOSPITAL: N_("Skal videre til sykehuset"),
    ALSO_RIGHTS: N_("Kan være en klage på rettigheter"),
    SERIOUS: N_("Noen ble alvorlig skadet eller døde"),
    SUSPENSION: N_("Ber om at endringen venter"),
    HELP_WANTED: N_("Vil ha hjelp til å skrive"),
    RELATED_HELPER: N_("Fikk hjelp av en de kjenner"),
    SAID: N_("Tatt ned muntlig uten underskrift"),
}
"""No mark tells of a protected address: that must not be seen in any list."""

FROM = {
    REVOKED: N_("Fullmakt trukket fra %(date)s"),
    CONSENT_WITHDRAWN: N_("Samtykke trukket fra %(date)s"),
}
"""What holds from a later day is told with it."""


def from_day(mark: str, day: date | None) -> str:
    """The mark's key with the later day from which it holds; None where it holds at once."""
    return f"{mark} {day.isoformat()}" if day else mark


def mark_told(mark: str, language: Language) -> str:
    """The mark's text, with its day; empty for one that is not known any more."""
    key, _, day = mark.partition(" ")
    if day and key in FROM:
        return language.text(FROM[key], date=language.date(date.fromisoformat(day)))
    return language.text(MARKS.get(key, ""))
