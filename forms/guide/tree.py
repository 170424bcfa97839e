"""The whole guide: each node by its id, and which questions lead to it."""

from collections.abc import Iterator

from forms.guide.ends_complaints import COMPLAINT_ENDS
from forms.guide.ends_help import HELP_ENDS
from forms.guide.ends_other import OTHER_ENDS
from forms.guide.forks import FORKS, ROOT
from forms.guide.nodes import End, Fork, Node

_ALL: tuple[Node, ...] = (*FORKS, *HELP_ENDS, *COMPLAINT_ENDS, *OTHER_ENDS)
_BY_ID = {one.id: one for one in _ALL}


def nodes() -> tuple[Node, ...]:
    """Every node, as declared."""
    return _ALL


def ends() -> Iterator[End]:
    return (one for one in _ALL if isinstance(one, End))


def node(id: str) -> Node:  # noqa: A002 -- the word that everybody uses
    """The one with that id; ``KeyError`` where there is none."""
    return _BY_ID[id]


def root() -> Fork:
    """The first question."""
    return next(one for one in FORKS if one.id == ROOT)


def came_from(found: Node, by: str = "") -> Fork | None:
    """The question before: where several lead here, the one with the id ``by``, else the first of them."""
    before = [fork for fork in FORKS if any(answer.to == found.id for answer in fork.answers)]
    return next((fork for fork in before if fork.id == by), before[0] if before else None)
