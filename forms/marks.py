"""What an office must not overlook in its list: a mark's key is stored with the case, its text is the reader's."""

from collections.abc import Iterable
from datetime import date

from forms.language import N_, Language

URGENT, NO_AUTHORIZATION, OTHER_PARENT = "urgent", "no_authorization", "other_parent"
PROXY_UNDER_AGE = "proxy_under_age"
REVOKED, CONSENT_WITHDRAWN = "revoked", "consent_withdrawn"
CONSENT_PARTLY_WITHDRAWN = "consent_partly_withdrawn"
OWN_CONSENT, NOT_TO_KNOW = "own_consent", "not_to_know"
TO_WITHDRAWN = "to_withdrawn"
AUTHORIZATION_CAME, SIGNED_PAPER_CAME = "authorization_came", "signed_paper_came"
UNSIGNED, REFUSED = "unsigned", "refused"
"""With whose signature is missing, and who said no to signing."""
NO_CONSENT, CALL_NOTIFIER = "no_consent", "call_notifier"
LATE, MAYBE_LATE = "late", "maybe_late"
ONE_YEAR, ONE_YEAR_AT_LATEST, OVER_A_YEAR = "one_year", "one_year_at_latest", "over_a_year"
"""With the day on which a year has gone since the answer, or at the latest has: forvaltningsloven § 31."""
TO_NAV, TO_CHILD_WELFARE, TO_HOSPITAL = "to_nav", "to_child_welfare", "to_hospital"
TO_MUNICIPALITY, TO_SENDER = "to_municipality", "to_sender"
"""A paper that belongs to another municipality: to be sent there, or back."""
GUARDIAN_SCOPE = "guardian_scope"
NOT_INFORMED = "not_informed"
CHILD_WRITES, PARENTS_NOT_TOLD, NO_LETTER_HOME = "child_writes", "parents_not_told", "no_letter_home"
TO_BE_PASSED_ON = (TO_NAV, TO_CHILD_WELFARE, TO_HOSPITAL, TO_MUNICIPALITY, TO_SENDER)
"""What the office has to do yet, as long as it has not said that it has."""
ALSO_RIGHTS, SERIOUS = "also_rights", "serious"
OTHER_NAME, NAME_UNCHECKED = "other_name", "name_unchecked"
OTHER_THAN_LOG_IN = "other_than_log_in"
"""A helper at the counter was told another name than the log-in has."""
NAME_UNSEEN = "name_unseen"
"""With whose number stands on a paper that nobody has been here with yet: told to nobody, looked at when they log in.
"""
SUSPENSION, HELP_WANTED = "suspension", "help_wanted"
ON_PAPER, BY_LETTER = "on_paper", "by_letter"
NOT_TIED = "not_tied"
"""Something is taken back, and nothing of it has ended here."""
PART_IN_WORDS, POWER_STOPPED = "part_in_words", "power_stopped"
"""Which part of a consent is taken back stands in words alone; of a power, all is stopped until it is known."""
UNREAD, POWER_WAITS = "unread", "power_waits"
RELATED_HELPER, RELATED_STAFF, SAID = "related_helper", "related_staff", "said"

MARKS = {
    URGENT: N_("Haster"),
    NO_AUTHORIZATION: N_("Fullmakt mangler"),
    PROXY_UNDER_AGE: N_("Fullmektig under 18 år"),
    OTHER_PARENT: N_("Ikke kontakt den andre forelderen"),
    NOT_INFORMED: N_("Den andre forelderen vet ikke om saken"),
    REVOKED: N_("Fullmakt trukket"),
    CONSENT_WITHDRAWN: N_("Samtykke trukket"),
    CONSENT_PARTLY_WITHDRAWN: N_("En del er trukket"),
    OWN_CONSENT: N_("Personen må si ja selv"),
    NOT_TO_KNOW: N_("Noen skal ikke få vite noe"),
    TO_WITHDRAWN: N_("Hører til en sak som er trukket"),
    AUTHORIZATION_CAME: N_("Fullmakt er lagt ved"),
    SIGNED_PAPER_CAME: N_("Underskrevet ark er lagt ved"),
    UNSIGNED: N_("Underskrift mangler"),
    REFUSED: N_("Noen sa nei til å skrive under"),
    NO_CONSENT: N_("Uten samtykke"),
    CALL_NOTIFIER: N_("Ring den som melder"),
    LATE: N_("Kom etter fristen"),
    MAYBE_LATE: N_("Kan ha kommet etter fristen"),
    OVER_A_YEAR: N_("Over ett år siden svaret"),
    TO_NAV: N_("Skal videre til NAV"),
    TO_CHILD_WELFARE: N_("Skal videre til barnevernet"),
    TO_HOSPITAL: N_("Skal videre til sykehuset"),
    TO_MUNICIPALITY: N_("Skal videre til en annen kommune"),
    TO_SENDER: N_("Skal tilbake til avsenderen"),
    GUARDIAN_SCOPE: N_("Vergens oppdrag må sjekkes"),
    CHILD_WRITES: N_("Barn under 16 år skriver selv"),
    PARENTS_NOT_TOLD: N_("Snakk med barnet før foreldrene"),
    NO_LETTER_HOME: N_("Ikke send brev hjem"),
    ALSO_RIGHTS: N_("Kan være en klage på rettigheter"),
    SERIOUS: N_("Noen ble alvorlig skadet eller døde"),
    OTHER_NAME: N_("Navnet er endret"),
    NAME_UNCHECKED: N_("Navnet er ikke kontrollert mot fødselsnummer"),
    OTHER_THAN_LOG_IN: N_("Et annet navn enn i innloggingen"),
    SUSPENSION: N_("Ber om at endringen venter"),
    HELP_WANTED: N_("Vil ha hjelp til å skrive"),
    ON_PAPER: N_("Kom på papir"),
    BY_LETTER: N_("Svar i brev"),
    RELATED_HELPER: N_("Fikk hjelp av en de kjenner"),
    RELATED_STAFF: N_("Åpnet av en som kjenner noen i saken"),
    SAID: N_("Tatt ned muntlig uten underskrift"),
    UNREAD: N_("Ikke lest av"),
    POWER_WAITS: N_("Fullmakten gjelder ikke her ennå"),
    PART_IN_WORDS: N_("En del er trukket med ord: finn ut hvilken"),
    POWER_STOPPED: N_("Hele fullmakten stopper: finn ut hvilken del som er trukket"),
    NOT_TIED: N_("Ikke knyttet til noe: finn ut hva som er trukket"),
}
"""No mark tells of a protected address: that must not be seen in any list."""

WHO_REFUSED = {
    "second_parent": N_("Den andre forelderen sa nei"),
    "young_person": N_("Den unge sa nei"),
    "applicant": N_("Den det gjelder, sa nei"),
    "principal": N_("Den som skulle gi fullmakten, sa nei"),
}
"""Who did not want to sign, by the capacity in which they were asked."""

FROM = {
    REVOKED: N_("Fullmakt trukket fra %(date)s"),
    CONSENT_WITHDRAWN: N_("Samtykke trukket fra %(date)s"),
    ONE_YEAR: N_("Ett år etter svaret: %(date)s"),
    ONE_YEAR_AT_LATEST: N_("Ett år etter svaret: senest %(date)s"),
    OVER_A_YEAR: N_("Over ett år siden svaret (%(date)s)"),
    CONSENT_PARTLY_WITHDRAWN: N_("En del er trukket fra %(date)s"),
}
"""What is told with a day: that from which it holds, or that which the office must know of."""


def from_day(mark: str, day: date | None) -> str:
    """The mark's key with the later day from which it holds; None where it holds at once."""
    return f"{mark} {day.isoformat()}" if day else mark


LACKING = {
    "guardianship": N_("Vergebevis mangler"),
    "lasting_power_of_attorney": N_("Fremtidsfullmakt mangler"),
    "child_welfare": N_("Vedtak mangler"),
}
"""What is not there yet, by the right that it shows; of any other it is the authorization that lacks."""


def unproven(authority: str) -> str:
    """The mark's key for a paper that has not come, by the answer to ``rep_authority``."""
    return f"{NO_AUTHORIZATION} {authority}" if authority in LACKING else NO_AUTHORIZATION


def lacks_paper(marks: Iterable[str]) -> str:
    """The key of the mark among them that tells of a paper that has not come; empty where there is none."""
    return next((mark for mark in marks if mark.partition(" ")[0] == NO_AUTHORIZATION), "")


def unsigned(capacity: str) -> str:
    """The mark's key with whose signature is missing."""
    return f"{UNSIGNED} {capacity}"


def unseen(whose: str) -> str:
    """The mark's key with whose number nobody has been here with yet."""
    return f"{NAME_UNSEEN} {whose}"


def refused(capacity: str) -> str:
    """The mark's key with who said no to signing."""
    return f"{REFUSED} {capacity}"


def mark_told(mark: str, language: Language) -> str:
    """The mark's text, with its day; empty for one that is not known any more."""
    key, _, day = mark.partition(" ")
    if day and key in FROM:
        return language.text(FROM[key], date=language.date(date.fromisoformat(day)))
    if key == REFUSED and day in WHO_REFUSED:
        return language.text(WHO_REFUSED[day])
    if key == NO_AUTHORIZATION and day in LACKING:
        return language.text(LACKING[day])
    return language.text(MARKS.get(key, ""))
