"""The page of the citizen's own copy that people read: all that its JSON tells, in words, with links to the files."""

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any

from flask import render_template

from forms.fields.identity_number import written
from forms.language import N_
from wizard.cases.notice_kinds import KINDS
from wizard.routes.here import language
from wizard.routes.language_names import LANGUAGES
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
        number=written(known["national_id"]),
        absent=absent,
        moment=_moment,
        notices=list(_notices(known["notices"])),
        parts=[_part(one) for one in known["took_part"]],
    )


def _notices(own: Mapping[str, Any]) -> Iterator[dict[str, str]]:
    """The address for notices, and what is sent to it; nothing where none was given."""
    text = language().text
    if own["address"]:
        spoken = LANGUAGES[own["language"]]
        wanted = [text(kind.label) for kind in KINDS.values() if kind.key not in own["off"]]
        yield {"question": text(N_("E-postadressen din")), "answer": own["address"]}
        yield {"question": text(N_("Når vi sender e-post")), "answer": "\n".join(wanted)}
        yield {"question": text(N_("Språket i e-posten")), "answer": text(spoken)}
    if own["asked"]:
        yield {"question": text(N_("En adresse du ikke har bekreftet")), "answer": own["asked"]}


def _part(one: Mapping[str, Any]) -> list[str]:
    """As what they take part in a case of somebody else, and what they said to it."""
    text, word = language().text, one["word"]
    as_what, _ = AS_WHAT[one["capacity"]]
    told = [one["reference"], text(as_what)]
    told.append(text(N_("Fra %(when)s"), when=_moment(one["since"])))
    if one["ended_at"]:
        told.append(text(N_("Til %(when)s"), when=_moment(one["ended_at"])))
    if one["declined_at"]:
        told.append(text(N_("Du sa nei %(when)s"), when=_moment(one["declined_at"])))
    return [*told, text(N_("Du skrev: «%(words)s»"), words=word)] if word else told


def _moment(told: str) -> str:
    """A point in time as the JSON has it, in words."""
    return language().moment(datetime.fromisoformat(told))
