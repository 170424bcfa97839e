"""How long a municipality keeps what lies here: its own to set, since no law names a figure for it."""

from typing import Self

from pydantic import Field, model_validator

from forms.localised import Part


class Retention(Part):
    """Days. Personvernforordningen article 5 no. 1 e asks for no longer than is needed, and names none."""

    draft_days: int = Field(ge=30, le=730)
    """So long a draft is kept that nobody touches."""
    notice_days: int = Field(ge=7, le=90)
    """So long before that its owner is told, at the least."""

    sent_days: int = Field(ge=30, le=3650)
    """So long what was sent stays here after the office has put it into the municipality's archive."""

    @model_validator(mode="after")
    def _tells_within_that_time(self) -> Self:
        if self.notice_days >= self.draft_days:
            raise ValueError("the notice is shorter than the time that a draft is kept")
        return self
