"""The law's figures and requirements, each with the day from which it holds and the paragraph that says so.

A change of the law is one more ``.then(day, value, source)``. The forvaltningslov of 2025 (LOV-2025-06-20-81) had
no day in force when the texts were read (2 July 2026), so nothing of it stands here.
"""

from collections.abc import Mapping
from datetime import date
from typing import Literal

from forms.language import N_
from forms.law.dated import Dated, since

DecidedBy = Literal["health_and_care", "other"]
"""Whose answer it is: the municipality's on health and care services, or what NAV and barnevernet decide."""

Channel = Literal["paper", "digital"]
Act = Literal["handed_over", "arrived"]
"""What must be done before the deadline ends: hand it to the post or to somebody at the office, or have it arrive."""

_COMPLAINTS = date(2012, 1, 1)
"""In force since: pbrl chapter 7 as it is today, which brings forvaltningsloven's rules of complaint with it."""

APPEAL_WEEKS: Mapping[DecidedBy, Dated[int]] = {
    "health_and_care": since(_COMPLAINTS, 4, "pasient- og brukerrettighetsloven § 7-5"),
    "other": since(_COMPLAINTS, 3, "forvaltningsloven § 29 første ledd"),
}

OUTER_LIMIT_YEARS = since(_COMPLAINTS, 1, "forvaltningsloven § 31 tredje ledd")
"""From the day of the decision. It is shown to the office, and nobody is refused by it here."""

IN_TIME: Mapping[Channel, Dated[Act]] = {
    "paper": since(_COMPLAINTS, "handed_over", "forvaltningsloven § 30"),
    "digital": since(date(2014, 2, 7), "arrived", "eForvaltningsforskriften § 11 siste ledd"),
}

SEND_AGAIN_WEEKS = since(_COMPLAINTS, 1, "forvaltningsloven § 30")
"""From when the sender knew, or should have understood, that what was posted never came."""

REASONS_INTERRUPT = since(_COMPLAINTS, value=True, source="forvaltningsloven §§ 24 og 29 tredje ledd")
"""Who asks for reasons before the deadline ends gets a new one, from when the reasons arrive.

Of answers on plan and coordinator it need not hold: by pbrl § 2-7 forvaltningsloven's chapters IV and V do not apply.
"""

PRELIMINARY_ANSWER_MONTHS = since(_COMPLAINTS, 1, "forvaltningsloven § 11 a")
"""Only where the answer will be an individual decision (enkeltvedtak)."""

_UKOM = N_("Statens undersøkelseskommisjon for helse- og omsorgstjenesten (Ukom)")

SERIOUS_INCIDENT_RECIPIENTS = since(
    date(2019, 7, 1), (N_("Statens helsetilsyn"), _UKOM), "pasient- og brukerrettighetsloven § 7-6"
).then(
    date(2026, 7, 1),
    (N_("Statsforvalteren"), _UKOM),
    "pasient- og brukerrettighetsloven § 7-6, LOV-2025-06-20-74",
)
"""Whom patients and relatives tell of a serious incident."""
