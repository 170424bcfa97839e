"""How long a municipality keeps what lies here: its own to set, for each form too, since no law names a figure."""

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Self

from pydantic import Field, ValidationError, model_validator

from forms.localised import Part

JOURNEYS = frozenset(file.parent.name for file in (Path(__file__).parent / "journeys").glob("*/journey.py"))
"""The slugs of the forms that there are, whether or not a municipality offers them: cases of theirs may lie there."""

DraftDays = Annotated[int, Field(ge=30, le=730)]
NoticeDays = Annotated[int, Field(ge=7, le=90)]
SentDays = Annotated[int, Field(ge=30, le=3650)]
StubYears = Annotated[int, Field(ge=1, le=10)]


class Figures(Part):
    """Days and years. Personvernforordningen article 5 no. 1 e asks for no longer than is needed, and names none."""

    draft_days: DraftDays
    """So long a draft is kept that nobody touches."""
    notice_days: NoticeDays
    """So long before that its owner is told, at the least."""

    sent_days: SentDays
    """So long what was sent stays here after the office has put it into the municipality's archive."""
    waiting_days: SentDays
    """So long after that, counted from the same day, where a signature, a paper or a number has not come."""
    stub_years: StubYears
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


class OfJourney(Part):
    """The figures that are others for one form; what is left out is as for all."""

    draft_days: DraftDays | None = None
    notice_days: NoticeDays | None = None
    sent_days: SentDays | None = None
    waiting_days: SentDays | None = None
    stub_years: StubYears | None = None


class Retention(Figures):
    """A municipality's figures for all forms; ``[retention.journeys.<slug>]`` has those of one that are others."""

    journeys: Mapping[str, OfJourney] = {}

    def of(self, journey: str) -> Figures:
        """The figures of a form's cases."""
        own = self.journeys.get(journey, OfJourney()).model_dump(exclude_none=True)
        return Figures.model_validate(self.model_dump(exclude={"journeys"}) | own)

    def each(self) -> list[Figures]:
        """Those for all, and those of every form that has its own."""
        return [self, *map(self.of, self.journeys)]

    def others(self, journeys: list[str]) -> dict[str, Figures]:
        """Those among the forms that are not kept as all are, in their order."""
        usual = self.of("")
        return {one: self.of(one) for one in journeys if self.of(one) != usual}

    @model_validator(mode="after")
    def _of_forms_that_there_are(self) -> Self:
        for one in self.journeys:
            if one not in JOURNEYS:
                raise ValueError(f"journeys.{one}: no such form; there are {', '.join(sorted(JOURNEYS))}")
            try:
                self.of(one)
            except ValidationError as error:
                wrong = "; ".join(fault["msg"] for fault in error.errors())
                raise ValueError(f"journeys.{one}, with the figures for all below it: {wrong}") from None
        return self
