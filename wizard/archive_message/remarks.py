"""What an archive must be told beside the files: how a case was signed, and what of it is not among them."""

from collections.abc import Iterator

from docgen.contract import Signature
from forms.journeys.registry import journey
from wizard.cases.attaching import sent_files
from wizard.cases.following import Sent
from wizard.cases.freezing import late_signatures
from wizard.tools import Tools

UNSIGNED = "Skal underskrives på papir. Underskriften er ikke kommet."
KEPT_BACK = "Noen svar står ikke i dokumentet, for at den som får en kopi ikke skal lese dem. Kontoret leser dem i %s."
INFECTED = "En fil som ble lagt ved, er ikke tatt imot: det er funnet virus i den."
GIVEN_UP = "En fil som ble lagt ved, er ikke tatt imot: den kunne ikke kontrolleres for virus."


def remarks(tools: Tools, found: Sent, system: str) -> Iterator[str]:
    """In the order of the document; those of signatures in the language of the form, as they were given.

    That something is kept back is told of every form that may do so: of one alone it would tell what was answered.
    """
    early = found.request.signatures
    for one in (*early, *late_signatures(tools, found.case.id, early)):
        if not one.by_hand:
            yield _signed(one)
    if found.awaits_paper:
        yield UNSIGNED
    if journey(found.case.journey).keeps_back:
        yield KEPT_BACK % system
    for file in sent_files(tools, found):
        if file.not_taken:
            yield INFECTED if file.infected else GIVEN_UP


def _signed(one: Signature) -> str:
    """Who, how that is known, and the SHA-256 of what was signed: the schema has no element for it in what is sent."""
    facts = [f"{fact.label}: {fact.value}" for fact in one.facts]
    return "\n".join([*facts, f"SHA-256: {one.content_sha256}"])
