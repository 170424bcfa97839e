"""How long a municipality keeps what lies here: its own to set, since no law names a figure for it."""

from typing import Self

from pydantic import Field, model_validator

from forms.localised import Part


class Retention(Part):
    """Days and years. Personvernforordningen article 5 no. 1 e asks for no longer than is needed, and names none."""

    draft_days: int = Field(ge=30, le=730)
    """So long a draft is kept that nobody touches."""
    notice_days: int = Field(ge=7, le=90)
    """So long before that its owner is told, at the least."""

    sent_days: int = Field(ge=30, le=3650)
    """So long what was sent stays here after the office has put it into the municipality's archive."""
    waiting_days: int = Field(ge=30, le=3650)
    """So long after that, counted from the same day, where a signature, a paper or a number has not come."""
    stub_years: int = Field(ge=1, le=10)
    """So long after that what is left of it stays: reference, days and events, and what was agreed to in it.

    No shorter than a year, in which a decision can be complained about at all (forvaltningsloven § 31 third paragraph).
    """

    @model_validator(mode="after")
    def _tells_within_that_time(self) -> Self:
        if self.notice_days >= self.draft_days:
            raise ValueError("the notice is shorter than the time that a draft is kept")
        if self.waiting_days < self.sent_days:
            raise ValueError("what waits for somebody goes no earlier than what waits for nobody")
        return self
