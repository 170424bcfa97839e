"""Who gets in by which rule, in which state of the case: the rules of access.py as a table to be read.

A rule that is not here lets nobody in. A test walks every address as everybody and holds the application to it.
"""

from collections.abc import Mapping
from typing import Literal

from wizard import access
from wizard.access import Rule

State = Literal["no case", "draft", "waits", "sent", "paper"]
"""What the address is about: none; filled in; waiting for others to sign; in; being registered from paper."""
Who = Literal[
    "nobody",
    "citizen",
    "owner",
    "proxy",
    "signer",
    "assistant",
    "registrar",
    "office",
    "office without a reason",
    "office elsewhere",
    "helper",
    "helper elsewhere",
]
"""Whoever knocks. Owner, proxy, signer, assistant and registrar are so at their own address of that very case:

anywhere else they are a citizen, a helper or the office like any other. A helper is staff at a counter of the
municipality; the office is staff who work on cases there, and have said why they open this one, or have not.
"""
WITHOUT_CASE: State = "no case"
EVERYBODY: frozenset[Who] = frozenset(Who.__args__)  # type: ignore[attr-defined]  # a Literal has them
NOBODY: frozenset[Who] = frozenset()
AT_THE_OFFICE: frozenset[Who] = frozenset({"office", "office without a reason"})


def _in_a_case(
    draft: frozenset[Who] | set[Who],
    waits: frozenset[Who] | set[Who],
    sent: frozenset[Who] | set[Who],
    paper: frozenset[Who] | set[Who],
) -> Mapping[State, frozenset[Who]]:
    return {
        "draft": frozenset(draft),
        "waits": frozenset(waits),
        "sent": frozenset(sent),
        "paper": frozenset(paper),
    }


TABLE: Mapping[Rule, Mapping[State, frozenset[Who]]] = {
    access.anyone: {WITHOUT_CASE: EVERYBODY},
    access.citizen: {WITHOUT_CASE: frozenset({"citizen"})},
    access.logged_in: {WITHOUT_CASE: AT_THE_OFFICE.union({"citizen", "helper"})},
    access.office: {WITHOUT_CASE: AT_THE_OFFICE},
    access.helper: {WITHOUT_CASE: frozenset({"helper"})},
    access.owner: _in_a_case({"owner"}, {"owner"}, {"owner"}, NOBODY),
    access.writer: _in_a_case(
        {"owner", "proxy", "assistant"}, {"owner"}, {"owner", "proxy", "assistant"}, {"registrar"}
    ),
    access.taking_part: _in_a_case(
        {"owner", "proxy", "assistant"}, {"owner", "signer"}, {"owner", "proxy", "assistant"}, {"registrar"}
    ),
    access.helped: _in_a_case(
        {"owner", "proxy", "assistant"}, {"owner"}, {"owner", "proxy", "assistant"}, {"registrar"}
    ),
    access.sender: _in_a_case({"owner", "proxy"}, {"owner"}, {"owner", "proxy"}, {"registrar"}),
    access.signer: _in_a_case(NOBODY, {"signer"}, NOBODY, NOBODY),
    access.assistant: _in_a_case({"assistant"}, NOBODY, {"assistant"}, NOBODY),
    access.paper_intake: _in_a_case(NOBODY, NOBODY, NOBODY, {"registrar"}),
    access.office_door: _in_a_case(NOBODY, NOBODY, AT_THE_OFFICE, NOBODY),
    access.office_case: _in_a_case(NOBODY, NOBODY, {"office"}, NOBODY),
}
"""Of each rule, who gets in. Of what was sent, an assistant reads for a quarter of an hour (``COPY_WITHIN``)."""
