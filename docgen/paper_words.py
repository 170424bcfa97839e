"""The texts of a form that is filled in by hand, in the order in which both masters print them."""

from collections.abc import Callable, Iterator
from typing import Any

from docgen.shown import TICK, Shown

Part = dict[str, Any]


def blank(data: Shown) -> Iterator[str]:
    """From the title to the last line to sign on."""
    content = data["content"]
    yield from (content["title"], content["hand_in"]["title"], *content["hand_in"]["lines"])
    yield from content["guidance"]
    for section in content["sections"]:
        yield from (section["title"], section["condition"], *section["lead"])
        for question in section["questions"]:
            yield from (question["condition"], question["question"], question["hint"])
            yield from ROOMS[question["room"]["kind"]](question["room"])
    signing = content["signing"]
    yield from (signing["title"], *signing["lead"])
    for sentence in signing["declarations"]:
        yield from (TICK, sentence)
    yield from signing["lines"]


def _ticks(room: Part) -> Iterator[str]:
    for option in room["options"]:
        yield from (TICK, option["label"], option["hint"])


def _rows(room: Part) -> Iterator[str]:
    for title in room["titles"]:
        yield title
        for column in room["columns"]:
            yield from (column["label"], column["hint"])
            for option in column["options"]:
                yield from (TICK, option)


ROOMS: dict[str, Callable[[Part], Iterator[str]]] = {
    "lines": lambda room: iter(room["labels"]),
    "ruled": lambda _: iter(()),
    "ticks": _ticks,
    "digits": lambda room: (group["label"] for group in room["groups"]),
    "rows": _rows,
    "said": lambda room: iter((room["text"],)),
}
