"""The yes to help from the municipality that an application gives, where the municipality asks for it."""

from collections.abc import Iterator

from forms.acting import role
from forms.blocks import circumstances as are
from forms.blocks.notes import lacks_authorization, subject_name
from forms.marks import NO_AUTHORIZATION
from forms.situation import Situation
from forms.yes import HELP, Said, Yes

STEP = "service-consent"
AS = {
    "person": "self",
    "parents": "parent",
    "guardian": "verge",
    "child_welfare": "child_welfare",
    "relatives": "nearest_relative",
}
"""In what role it was said, by the answer that tells who said it."""


def says_yes(situation: Situation) -> Iterator[Yes]:
    """None where somebody wants to talk first, or where nobody has said yes yet.

    Of whoever has not shown the paper by which they act nobody knows that they may say so: it waits for that.
    """
    if are.for_self(situation):
        said, capacity = situation.answer(STEP, "service_consent") == "yes", role(situation)
    else:
        capacity = AS.get(situation.answer(STEP, "service_consent_by") or "", "")
        said = bool(capacity)
    if said:
        lacks = NO_AUTHORIZATION if lacks_authorization(situation) else ""
        yield Yes(HELP, capacity, (STEP,), Said(about=subject_name(situation)), lacks=lacks)
