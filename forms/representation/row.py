"""The shape of the matrix: one row says all that follows from somebody acting in a case in one way."""

from dataclasses import dataclass
from typing import Literal

from forms.language import N_

Part = Literal[
    "subject", "submitter", "parents", "other_parent", "guardian", "child_welfare", "relatives", "proxy"
]
PARTS: dict[str, str] = {
    "subject": N_("den det gjelder"),
    "submitter": N_("den som fyller ut"),
    "parents": N_("de som har foreldreansvar"),
    "other_parent": N_("den andre forelderen"),
    "guardian": N_("vergen"),
    "child_welfare": N_("barnevernet"),
    "relatives": N_("den det gjelder, eller pårørende når personen ikke kan si ja selv"),
    "proxy": N_("fullmektigen"),
}
"""What each of them is called."""

Proof = Literal["none", "right", "written"]
"""``none``: nobody asks for a paper. ``right``: a paper shows the right, which is there without it. ``written``: the
person's own written authorization is the right."""


@dataclass(frozen=True)
class Row:
    """Who may act, by what right, and what follows. Sentences are source texts."""

    key: str
    who: str
    roles: tuple[str, ...]
    """Keys of ``forms.acting.ROLES``: who may be it."""
    evidence: str
    """What shows the right."""
    consents: tuple[Part, ...]
    """Who says yes to the help. More than one: one after the other, as the warning tells."""
    signs: tuple[Part, ...]
    """Who must sign. Whoever lacks is marked for the office; nothing is stopped by it."""
    letters: tuple[Part, ...]
    """Who gets the letters."""
    law: tuple[str, ...]
    """Topics of ``forms.law.references``."""
    ages: range | None = None
    """The ages of the person in whole years, on the day it is sent; None for any."""
    expected: bool | None = False
    """Whether it is a child that is not born yet; None where that does not matter."""
    authorities: tuple[str, ...] = ()
    """The answers to ``rep_authority`` by which it is this row; any, where there are none."""
    scopes: tuple[str, ...] = ()
    """The answers to ``guardian_scope`` by which it is this row; any, where there are none."""
    relatives_accepted: bool = False
    """Whether it is a row only where the municipality lets relatives say yes for somebody who cannot."""
    both_parents: bool | None = None
    """Whether both parents stand behind it; None where that does not matter."""
    may_sign: tuple[Part, ...] = ()
    """Who may be asked to sign as well."""
    proof: Proof = "none"
    tells_of_need: bool = False
    """Whether it takes no authorization to tell the municipality of a need, as in one's work."""
    differs: tuple[str, ...] = ()
    """Keys of the municipality's data that decide what is wanted there."""
    warnings: tuple[str, ...] = ()
    """What whoever fills in is told."""
