"""What an office must not overlook in its list: a mark's key is stored with the case, its text is the reader's."""

from forms.language import N_

URGENT, NO_AUTHORIZATION, OTHER_PARENT = "urgent", "no_authorization", "other_parent"
REVOKED, CONSENT_WITHDRAWN = "revoked", "consent_withdrawn"
OWN_CONSENT, NOT_TO_KNOW = "own_consent", "not_to_know"
AUTHORIZATION_CAME = "authorization_came"

MARKS = {
    URGENT: N_("Haster"),
    NO_AUTHORIZATION: N_("Fullmakt mangler"),
    OTHER_PARENT: N_("Ikke kontakt den andre forelderen"),
    REVOKED: N_("Fullmakt trukket"),
    CONSENT_WITHDRAWN: N_("Samtykke trukket"),
    OWN_CONSENT: N_("Personen må si ja selv"),
    NOT_TO_KNOW: N_("Noen skal ikke få vite noe"),
    AUTHORIZATION_CAME: N_("Fullmakt er lagt ved"),
}
"""No mark tells of a protected address: that must not be seen in any list."""
