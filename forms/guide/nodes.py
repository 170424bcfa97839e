"""What the guide is made of: questions whose answers lead on, and ends that say where to go.

A node's id stands in the address of its page, so it is a bare number: nobody who sees the address learns anything of
the one who opened it. Texts are source texts; ``forms.guide.facts`` fills in what stands as ``%(name)s`` in them.
"""

from dataclasses import dataclass
from typing import Literal

from forms.guide.doors import Door
from forms.law.rules import DecidedBy


@dataclass(frozen=True)
class Answer:
    """One answer to a question, and the id of the node that it leads to."""

    text: str
    to: str
    hint: str = ""


@dataclass(frozen=True)
class Fork:
    """A question, one a page."""

    id: str
    title: str
    answers: tuple[Answer, ...]
    lead: str = ""


Track = Literal["A", "B", "C", "D", "E"]
"""The kinds of complaint: on an answer, on how help is given, for supervision, a serious incident, advice."""


@dataclass(frozen=True)
class End:
    """Where to go: a journey here, an office, or somebody else."""

    id: str
    title: str
    says: tuple[str, ...]
    journeys: tuple[str, ...] = ()
    """Slugs of what can be done about it here, the best first. Where none is offered, the office helps."""
    else_says: tuple[str, ...] = ()
    """What it says instead where none of them is offered."""
    doors: tuple[Door, ...] = ()
    """Who else helps, in the order in which to turn to them."""
    deadline: DecidedBy | None = None
    """Whose deadline it has, if any."""
    anyway: tuple[str, ...] = ()
    """Journeys by which it may be sent here all the same: the office passes it on, and tells."""
    track: Track | None = None
    awaits_answer: bool = False
    """Whether nobody has answered yet: what a municipality says of those who answered does not hold."""
    office: bool = False
    """Whether the municipality's own office helps with it."""
    own_cases: bool = False
    """Whether it is about what the visitor has begun or sent."""
    says_where_offered: tuple[str, ...] = ()
    """Said in addition where the first of its journeys is offered, when it is a thing aside."""
    topics: tuple[str, ...] = ()
    """Which parts of the law it rests on, of ``forms.law.references``: for the fold-out."""


Node = Fork | End
