"""The page of the citizen's own copy that people read: all that its JSON tells, in words, with links to the files."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from flask import render_template

from forms.language import N_
from wizard.cases.notice_kinds import KINDS
from wizard.routes.here import language
from wizard.routes.own_data_files import GIVEN_UP, GONE, INFECTED, UNAVAILABLE, WAITS
from wizard.routes.seen_lines import AS_WHAT

WHY = {
    INFECTED: N_("Det er virus i filen, så ingen kan åpne den."),
    WAITS: N_("Den sjekkes for virus ennå. Last ned på nytt om litt."),
    GIVEN_UP: N_("Vi fikk ikke sjekket den for virus, så ingen kan åpne den."),
    UNAVAILABLE: N_("Vi fikk ikke lest den nå. Last ned på nytt senere."),
    GONE: N_("Den er slettet."),
}
"""Of a file that is not in the ZIP."""
LISTS = ("answers", "files", "documents", "events", "your_contact")
PARTS = ("sent", "for_the_office_alone", "left_behind")
WITHOUT: dict[str, Any] = {name: [] for name in LISTS} | dict.fromkeys((*PARTS, "in_archive", "unreadable"))
"""What not every case has."""


def own_copy_page(known: Mapping[str, Any]) -> str:
    """A page of its own, that opens from any disk: it fetches nothing, and links to nothing but the files beside it."""
    absent = {name: language().text(WHY[why]) for name, why in known["absent"].items()}
    cases = {part: [WITHOUT | one for one in known[part]] for part in ("cases", "for_others")}
    return render_template(
        "own_copy.html",
        known={**known, **cases},
        absent=absent,
        moment=_moment,
        kinds=KINDS.values(),
        as_what={capacity: language().text(called) for capacity, (called, _) in AS_WHAT.items()},
    )


def _moment(told: str) -> str:
    """A point in time as the JSON has it, in words."""
    return language().moment(datetime.fromisoformat(told))
