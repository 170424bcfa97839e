"""By which codes a municipality's archive knows what comes: codes are local, so each municipality may set its own."""

from collections.abc import Mapping
from typing import Literal, Self, get_args

from pydantic import model_validator

from forms.localised import Line, Part
from forms.sort import Sort

Party = Literal["parent", "verge", "proxy", "future_proxy", "nearest_relative"]
"""The roles of ``forms.acting`` in which somebody is a party beside whom it is about."""


class Code(Part):
    """A code of a list, and what it says there."""

    code: Line
    description: Line


class ArchiveCodes(Part):
    """What a Fiks Arkiv message bears. The lists that KS publishes are a beginning: an archive may know others."""

    system: Line
    """As what this service is known to the archive."""
    rule: Line | None = None
    """The archive's own set of values for what comes from here, where it has one."""
    series: Code | None = None
    """The part of the archive (arkivdel) in which it is laid, where the rule does not say."""
    class_system: Line | None = None
    """By what somebody's folder is found by their identity number; None where the archive files otherwise."""
    journal_status: Code
    access: Code
    access_restricted: Code
    """Of what tells of a protected address. It must not say so itself: codes are seen by many."""
    sender: Code
    receiver: Code
    subject: Code
    """As what whom it is about is a party."""
    parties: Mapping[Party, Code]
    document_types: Mapping[Sort, Code]
    attachment: Code
    remark: Code

    @model_validator(mode="after")
    def _of_all_that_comes(self) -> Self:
        lacking = [
            *(f"document_types.{one}" for one in get_args(Sort) if one not in self.document_types),
            *(f"parties.{one}" for one in get_args(Party) if one not in self.parties),
        ]
        if lacking:
            raise ValueError(f"no code: {', '.join(lacking)}")
        return self
