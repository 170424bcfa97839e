"""What an office must not overlook in its list: a mark's key is stored with the case, its text is the reader's."""

from forms.language import N_

URGENT, NO_AUTHORIZATION, OTHER_PARENT = "urgent", "no_authorization", "other_parent"
NO_CONSENT, CALL_NOTIFIER = "no_consent", "call_notifier"

MARKS = {
    URGENT: N_("Haster"),
    NO_AUTHORIZATION: N_("Fullmakt mangler"),
    OTHER_PARENT: N_("Ikke kontakt den andre forelderen"),
    NO_CONSENT: N_("Uten samtykke"),
    CALL_NOTIFIER: N_("Ring den som melder"),
}
"""No mark tells of a protected address: that must not be seen in any list."""
