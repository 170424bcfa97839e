"""What a journey is walked with: who asks, where, when, and what has been answered so far."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Any

from forms.declared import TRUE, Declared
from forms.helped import Help
from forms.language import Language
from forms.law.deadline import Deadline
from forms.municipality import Municipality
from forms.naming import APPLICATION
from forms.person import Person as Person  # noqa: PLC0414 -- whoever knows a situation knows its people
from forms.powers import HeldPower
from forms.yes import NEVER, Ends, HeldYes

Saved = Mapping[str, Any]
"""One step's answers as they are stored: JSON values by question name."""

Answers = Mapping[str, Saved]
"""Stored answers by step slug."""


@dataclass(frozen=True)
class FileInfo:
    """A file that has been received: shown by its own name, kept under its id."""

    id: str
    name: str
    size: int
    media_type: str
    sha256: str
    waits: bool = False
    """Whether it has still to be looked through for viruses; until then nobody can open it."""
    infected: bool = False
    """Whether a virus was found in it since it came; nobody can open it."""
    given_up: bool = False
    """Whether it could not be looked through, often as that was tried; nobody can open it."""
    clean: bool = False
    """Whether it was looked through, and no virus found."""
    previewed: bool = False
    """Whether there is a small picture of what it shows."""

    @property
    def is_picture(self) -> bool:
        """Whether it can become a page of a document."""
        return self.media_type.startswith("image/") and not self.not_taken

    @property
    def not_taken(self) -> bool:
        """Whether it counts as not received, since nobody will ever open it."""
        return self.infected or self.given_up


@dataclass(frozen=True)
class SentCase:
    """Something that the submitter has sent before, in the same municipality: to point at, never to read.

    Where a consent is taken back it may be another's too, in which that one said yes for the submitter.
    """

    reference: str
    journey: str
    """The journey's slug."""
    sent: date
    title: str = ""
    """The journey's title and what it is called, as source texts."""
    naming: str = APPLICATION
    marks: tuple[str, ...] = ()
    """Keys of ``forms.marks``: what lacked when it was sent."""
    restricted: bool = False
    """It tells of a protected address, and so must what belongs to it be kept from others."""
    hidden_by_another: bool = False
    """Somebody else told that, of the same person: whose case it is must not learn it (domain 4.5, rule 2)."""
    withdrawn: bool = False
    over_from: date | None = None
    """From which later day it is taken back, or is a power that is over anyhow; None where it has no end."""
    awaits_paper: bool = False
    """It waits for a signature that was promised on paper."""
    helps_by_consent: bool = False
    """Somebody said yes to help in it, and has not taken that back."""
    consents: tuple[HeldYes, ...] = ()
    """What was said yes to in it and can be taken back; only where the draft may take it back."""
    decided_by_subject: bool = False
    """Whom the submitter said yes for in it is 16 by now, and decides instead; told as ``consents`` is."""
    subject_decides_from: date | None = None
    """The day from which the child decides for whom somebody said yes in it; told as ``consents`` is."""
    given_by: str = ""
    """Who said yes in it for the submitter; empty for what is the submitter's own."""
    signed_too: bool = False
    """Whether the submitter signed that yes beside whoever said it, for a child of both."""
    signed_by_other: bool = False
    """Whether the child's other parent signed the submitter's own yes; told as ``consents`` is."""
    deadline: Deadline | None = None
    """Until when one could complain, by what was told in it; only of the case that a draft is about."""

    @property
    def known_restricted(self) -> bool:
        """Whether whose case it is knows that it is kept from others, and so may be told."""
        return self.restricted and not self.hidden_by_another


def nobody(_: str) -> bool:
    return False


def nobody_else(_: str, __: str) -> bool:
    return False


@dataclass(frozen=True)
class Situation:
    """Everything that a condition, a prefill or a validation may look at. ``today`` is the day in Europe/Oslo."""

    municipality: Municipality
    submitter: Person
    today: date
    language: Language = field(default_factory=Language)
    answers: Answers = field(default_factory=dict)
    files: Mapping[str, tuple[FileInfo, ...]] = field(default_factory=dict)
    """Received files by question name."""
    naming: str = APPLICATION
    """What the form is called, as a source text; the walk sets it after its journey."""
    declares: Declared = TRUE
    """What whoever signs stands by; the walk sets it after its journey."""
    takes_files: bool = False
    """Whether papers can be enclosed; the walk sets it after its journey."""
    others_sign: bool = True
    """Whether others may be asked to sign too; the walk says no where its journey is signed by one person alone."""
    on_paper: bool = False
    """Whether the form is printed to be filled in by hand: then nothing is known of anybody, and all is asked."""
    sent: tuple[SentCase, ...] = ()
    """What the submitter has sent before, the newest first; only where the journey looks back."""
    typed: tuple[SentCase, ...] = ()
    """What of the same a reference in the answers points at: to be tied to, never to be shown."""
    tied: frozenset[str] | None = None
    """The references of what it was tied to as it came in; None while it is a draft, or where nothing looks back."""
    ends: Ends = NEVER
    """When what it said yes to is over, as it was taken back since; empty while it is a draft."""
    awaits_paper: bool = False
    """Whether it is sent and its signature comes on paper, but has not come yet."""
    frozen_on: date | None = None
    """When it was made ready for others to sign: a day that lay ahead then was rightly told. None while it is not."""
    received_at: datetime | None = None
    """When it came in; None while it is a draft."""
    helped: tuple[Help, ...] = ()
    """Who of a helping office helped to fill in, as their log-ins tell; then nobody is asked about it."""
    synthetic: bool = False
    """Whether identity numbers of invented people (month + 80) are let in: in the demo and in tests, never else."""

    power: HeldPower | None = None
    """The power of attorney, given here, by which the submitter acts for another; None where they act by none."""
    helper: Person | None = None
    """Whoever fills in at the counter together with the submitter; None where nobody does now."""
    works_here: Callable[[str], bool] = nobody
    """Whether somebody of that identity number is on the staff of the municipality's office."""
    proxy_added: bool = False
    """Whether staff added the number of whoever a power on paper is given to; what it is, they alone are shown."""
    known_otherwise: Callable[[str, str], bool] = nobody_else
    """Whether an identity number is known here by quite another name than that one, as it stands on a paper."""

    @property
    def principal(self) -> Person | None:
        """For whom the submitter acts by a power that was given here."""
        return self.power.principal if self.power else None

    @property
    def law_day(self) -> date:
        """The day whose law holds. Nobody knows when a printed form is filled in: there it is the latest law."""
        return date.max if self.on_paper else self.today

    def answer(self, step: str, question: str) -> Any:
        """The stored answer, or None where the step is not on the path taken or not yet answered."""
        return self.answers.get(step, {}).get(question)

    def with_answers(self, answers: Answers) -> "Situation":
        return replace(self, answers=answers)
