"""How the questions of a form on paper stand together: a condition once for all it is about, short answers in pairs."""

from collections.abc import Callable, Iterator
from itertools import groupby
from typing import Any

Part = dict[str, Any]
LABEL = 76
"""Letters of a question that stands in half a line's breadth, at most."""
HINT = 130
LONGEST = 110
"""Letters of a condition that stands there."""
DIGITS = 11
FEW, SHORT = 3, 32
"""Boxes to tick, and the letters of all of them, that fit in half a line's breadth."""


def grouped(sections: list[Part]) -> list[Part]:
    """The sections with their questions in ``lanes`` of one group or two beside each other.

    A group has a condition and ``rows`` of one question or two.
    """
    return [
        {
            **{key: value for key, value in section.items() if key != "questions"},
            "lanes": _lanes(_groups(section)),
        }
        for section in sections
    ]


def _groups(section: Part) -> list[Part]:
    """Questions that stand under each other and hang on the same answer have one condition."""
    together = groupby(section["questions"], key=lambda question: question["condition"])
    return [{"condition": condition, "rows": list(_rows(list(asked)))} for condition, asked in together]


def _lanes(groups: list[Part]) -> list[list[Part]]:
    """What hangs on a short question by itself stands beside it, where it is as short."""
    lanes: list[list[Part]] = []
    for group in groups:
        before = lanes[-1][0] if lanes and len(lanes[-1]) == 1 else None
        if before and _alone(group) and _ends_alone(before):
            *above, last = before["rows"]
            lanes[-1:] = [[{**before, "rows": above}]] if above else []
            lanes.append([{**before, "rows": [last]}, group])
        else:
            lanes.append([group])
    return lanes


def _ends_alone(group: Part) -> bool:
    """Whether its last question can be moved beside the next group: none of a condition's own is parted from it."""
    last = group["rows"][-1:]
    return _alone({**group, "rows": last}) and (not group["condition"] or len(group["rows"]) == 1)


def _alone(group: Part) -> bool:
    rows = group["rows"]
    return len(rows) == len(rows[0]) == 1 and _narrow(rows[0][0]) and len(group["condition"]) <= LONGEST


def _rows(questions: list[Part]) -> Iterator[list[Part]]:
    waiting: list[Part] = []
    for question in questions:
        waiting.append(question)
        if len(waiting) > 1 or not _narrow(question):
            if all(map(_narrow, waiting)):
                yield waiting
            else:
                yield from ([one] for one in waiting)
            waiting = []
    if waiting:
        yield waiting


def _narrow(question: Part) -> bool:
    """Whether the question needs but half the breadth."""
    short = len(question["question"]) <= LABEL and len(question["hint"]) <= HINT
    return short and ROOMS.get(question["room"]["kind"], _never)(question["room"])


def _never(_: Part) -> bool:
    return False


def _few_boxes(room: Part) -> bool:
    said = "".join(option["label"] for option in room["options"])
    hinted = any(option["hint"] for option in room["options"])
    return len(room["options"]) <= FEW and len(said) <= SHORT and not hinted


ROOMS: dict[str, Callable[[Part], bool]] = {
    "lines": lambda room: len(room["labels"]) == 1,
    "digits": lambda room: sum(group["digits"] for group in room["groups"]) <= DIGITS,
    "ticks": _few_boxes,
    "said": lambda room: len(room["text"]) < LABEL,
}
