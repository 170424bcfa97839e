"""A journey as it is declared: its ordered steps, and what follows from what is answered in them."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from itertools import accumulate
from typing import Literal, NamedTuple

from docgen.contract import Told
from forms.addressee import Addressee, to_office
from forms.declared import TRUE, Declared
from forms.law.deadline import Deadline
from forms.naming import APPLICATION
from forms.powers import Grant
from forms.situation import SentCase, Situation
from forms.sort import Sort
from forms.stepform import StepForm
from forms.ties import Tie
from forms.unsaid import (
    always,
    follows_none,
    never,
    no_deadline,
    nothing,
    nothing_given,
    nothing_received,
    takes_nothing,
    untied,
    untold,
)
from forms.yes import Taken, Yes

Condition = Callable[[Situation], bool]


@dataclass(frozen=True)
class Step:
    """One subject, one page. Titles and leads are source texts, translated where they are shown.

    ``part`` is the title of the part of the journey that begins here. How many steps a path has depends on the answers;
    how many parts a journey has does not, so it can be told beforehand.
    """

    slug: str
    title: str
    form: type[StepForm]
    lead: str = ""
    when: Condition = always
    part: str = ""
    only_if: str = ""
    """The condition in words, for a form on paper: whoever fills it in must see by themselves what to skip."""
    settled_on_paper: bool = False
    """Whether paper leaves no choice: there everybody is asked it, or, where its form asks nothing, nobody."""
    told: Callable[[Situation], Iterable[str]] = nothing
    """What the page tells before it asks, as finished text: what earlier answers mean for the reader."""
    told_on_paper: Callable[[Situation], Iterable[str]] = nothing
    """What a form on paper tells instead of this and the lead, as finished text: what holds whoever fills it in."""
    tells_deadline: bool = False
    """Whether the page tells until when the form should be sent, where the answers tell that."""
    kept_back: bool = False
    """Whether its answers stand in no document, since whoever is handed a copy must not read them; the office does."""
    optional: bool = False
    """Whether it may be left unanswered, since the day alone may bring it about: nobody is stopped by it."""


class Note(NamedTuple):
    """Something to be seen at once, over the answers of a document: finished text.

    Without a label it stands in no document: then the mark alone is shown, to the office.
    """

    label: str
    value: str
    mark: str = ""
    """The key of ``forms.marks`` by which the office's list shows it too, maybe with a day; empty where it does not."""


Kind = Literal["form", "letter", "declaration"]
"""What its document is: an application or notification, a complaint, or what somebody declares."""


@dataclass(frozen=True)
class Journey:
    """A form as it is asked: ordered steps. ``title`` heads the document."""

    slug: str
    title: str
    steps: tuple[Step, ...]
    path: str = ""
    """Its word in addresses, stable for pages that link to it, such as ``klage``."""
    kind: Kind = "form"
    naming: str = APPLICATION
    """What it is called in the texts about it: one of ``forms.naming``."""
    declares: Declared = TRUE
    """What whoever signs it stands by."""
    sort: Sort = "application"
    """As what the municipality takes it: decides what is told before it is begun and after it is sent."""
    lead: str = ""
    """What it is for and for whom, in a sentence or two: stands before it is begun."""
    notes: Callable[[Situation], Iterable[Note]] = nothing
    """What stands over the answers, such as who it is about and what is missing."""
    addressee: Callable[[Situation], Addressee] = to_office
    """To whom it is addressed."""
    points: Callable[[Situation], Iterable[str]] = nothing
    """What a letter asks for, point by point, as finished text."""
    foremost: tuple[str, ...] = ()
    """The steps whose answers stand right after the points, in the person's own words: before who, when and how."""
    first_on_paper: tuple[str, ...] = ()
    """The steps that a blank form begins with: what it is about, where who and how to reach them would fill pages."""
    apart_on_paper: tuple[str, ...] = ()
    """Steps and questions that on paper stand on a sheet for the office alone; what is kept back does so always."""
    told_on_paper: Callable[[Situation], Iterable[Told]] = nothing
    """What a form on paper tells before all else, such as a deadline and who helps."""
    deadline: Callable[[Situation], Deadline | None] = no_deadline
    """Until when it should be sent, as far as the answers tell. It never stops anybody."""
    warns: Callable[[Situation], Iterable[str]] = nothing
    """What its writer should know before it is sent, where all is read through, as finished text. It stops nobody."""
    received: Callable[[Situation, datetime], Iterable[Note]] = nothing_received
    """What becomes known at the moment it is sent, such as whether it came in time."""
    elsewhere: Condition = never
    """Whether somebody else than the municipality handles it: then what it says of its own ways does not hold."""
    afterwards: Callable[[Situation], Iterable[str]] = nothing
    """What its writer is told once it is sent, as finished text, where the answers call for more than the usual."""
    lasting: Callable[[Situation], Iterable[str]] = nothing
    """As ``afterwards``, for what holds wherever the office sends it on to."""
    steps_after: Callable[[Situation], Iterable[str]] = nothing
    """What happens once it is sent, where the answers call for other steps than the municipality's usual ones."""
    looks_back: bool = False
    """Whether it is about something that was sent before."""
    follows: Callable[[SentCase], bool] = follows_none
    """Whether it may be about that earlier case."""
    tie: Callable[[Situation], Tie | None] = untied
    """To which earlier cases it belongs, as far as the answers tell."""
    gives: Callable[[Situation], Grant | None] = nothing_given
    """What right to act for its owner it gives to another, from when it is signed."""
    says_yes: Callable[[Situation], Iterable[Yes]] = nothing
    """Each single yes that it gives, from when it is sent."""
    takes: Callable[[Situation], Taken | None] = takes_nothing
    """What it takes back of what was said yes to before."""
    about: Callable[[Situation], str] = untold
    """For whom it is, as its own writer sees it in lists; empty as long as that is not answered."""
    apart: Callable[[Situation], str] = untold
    """What tells it from its writer's other ones of the same kind, for their eyes alone; empty where nothing does."""
    others_sign: bool = False
    """Whether others than its writer may be asked to sign it: see ``forms.signers``."""
    restricted: Condition = never
    """Whether the case must be kept from all but those who need it: it tells of a protected address."""

    @property
    def keeps_back(self) -> bool:
        """Whether something of it stands in no document."""
        return any(step.kept_back for step in self.steps)

    @property
    def keeps_address_back(self) -> bool:
        """Whether no document of it tells that an address is protected, nor any place then."""
        return any(step.kept_back and step.slug == "address-protection" for step in self.steps)

    @cached_property
    def takes_files(self) -> bool:
        """Whether papers of any kind can be enclosed."""
        return any(hasattr(step.form, "attachments") for step in self.steps)

    @cached_property
    def parts(self) -> tuple[str, ...]:
        """The titles of its parts."""
        return tuple(step.part for step in self.steps if step.part)

    def part(self, step: Step) -> int:
        """The place of the part that the step belongs to, from 0."""
        return self._part_of[step.slug]

    @cached_property
    def _part_of(self) -> dict[str, int]:
        begun = accumulate(bool(step.part) for step in self.steps)
        return {step.slug: max(number - 1, 0) for step, number in zip(self.steps, begun, strict=True)}
