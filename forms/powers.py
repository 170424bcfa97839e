"""A power of attorney that is given here: what it lets its proxy do, and what a form knows of it."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

from forms.language import N_
from forms.person import Person

APPLY, SEE, APPEAL, WITHDRAW, SHARE = "apply", "see_case", "appeal", "withdraw", "share"
"""What a proxy can do here; the other keys are between them and the office."""
SOON = timedelta(days=30)
"""So long before a power's last day it is told that it ends."""
VERY_SOON = timedelta(days=14)
"""As ``SOON``, for lists and the banner over a proxy's pages."""
LETTERS = "receive_letters"
SCOPE = (
    (APPLY, N_("Søke om tjenester")),
    ("talk", N_("Snakke med kommunen om saken")),
    (LETTERS, N_("Få brev fra kommunen")),
    (SEE, N_("Se saken")),
    (APPEAL, N_("Klage")),
    (WITHDRAW, N_("Trekke en søknad eller klage")),
)
"""What its giver may tick, in their own words."""
CAN = (
    *((key, N_("Se saken") if key == SEE else label) for key, label in SCOPE),
    (SHARE, N_("Si ja til at tjenester deler opplysninger")),
)
"""The same in the words of others."""
BEGUN_BY = {
    "coordination": (APPLY,),
    "care_services": (APPLY,),
    "appeal": (APPEAL,),
    "service_complaint": (APPEAL,),
    "withdrawal": (WITHDRAW,),
    "consent": (SHARE,),
    "supplement": (APPLY, APPEAL),
}
"""Which of a power's keys lets its proxy begin a journey: any one of them. No other journey is a proxy's."""
NEW = ("coordination", "care_services")
"""They begin a case: no power for one case that is in already is for them."""
CASES = (*NEW, "appeal", "service_complaint")
"""They are a case of their own: by a power for one case told in words, one of them is begun, once."""


class Grant(NamedTuple):
    """What the answers give, to whom: ``proxy_number`` is empty where the proxy is not known by a number."""

    proxy_number: str
    scope: tuple[str, ...]
    one_case: bool
    about: str
    """The reference of the one case, where it was sent here."""
    first_day: date
    last_day: date | None


@dataclass(frozen=True)
class HeldPower:
    """The power by which somebody acts for its principal, as their forms and documents tell of it."""

    reference: str
    principal: Person
    scope: tuple[str, ...]
    one_case: bool
    about: str
    """The reference of the one case that it is for; empty where it is for all, or for one told in words."""
    first_day: date
    last_day: date | None
    lost: str = ""
    """Why it does not hold on the day, as ``wizard.cases.participants`` names it; empty where it does."""


def may_begin(slug: str, scope: tuple[str, ...], about: str, *, spent: bool = False) -> bool:
    """Whether a power with that scope, ``about`` one case or any, lets its proxy begin the journey.

    ``spent``: it is for one case that only words tell of, and that case has been begun.
    """
    return any(key in scope for key in BEGUN_BY.get(slug, ())) and not (
        (about and slug in NEW) or (spent and slug in CASES)
    )
