"""The texts of a form that is filled in by hand, in the order in which both masters print them."""

from collections.abc import Callable, Iterator
from itertools import chain
from typing import Any

from docgen.shown import TICK, Shown

Part = dict[str, Any]


def blank(data: Shown) -> Iterator[str]:
    """From where it is handed in to the last word of the sheet apart."""
    content = data["content"]
    yield from (content["hand_in"]["title"], *content["hand_in"]["lines"], content["title"])
    for told in content["told"]:
        yield from (told["title"], told["text"])
    yield content["guidance"]
    yield from _sections(content["sections"])
    privacy, signing = content["privacy"], content["signing"]
    yield from (privacy["title"], privacy["text"])
    yield from (signing["title"], *signing["lead"])
    for sentence in signing["declarations"]:
        yield from (TICK, sentence)
    yield from signing["lines"]
    apart = content["apart"]
    if apart:
        yield from (apart["title"], *apart["lead"])
        yield from _sections(apart["sections"])


def _sections(sections: list[Part]) -> Iterator[str]:
    for section in sections:
        yield from (section["title"], section["condition"], *section["lead"])
        for group in chain.from_iterable(section["lanes"]):
            yield group["condition"]
            for question in chain.from_iterable(group["rows"]):
                yield from (question["question"], question["hint"])
                yield from ROOMS[question["room"]["kind"]](question["room"])


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
