"""What both masters are given: the request as it can be shown, with a visible mark for each character that cannot."""

import json
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from functools import cache
from typing import Any, TypedDict

from docgen.colour import ink_and_tint
from docgen.contract import AnyRequest, BlankRequest
from docgen.doubtful import Doubt, nothing
from docgen.fontset import covered

DIGITS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
TICK = "☐"
KEPT = frozenset("\n\t")
SARA_AM = "\u0e33\u0eb3"
"""Letters of Thai and Lao that hang on the one before, as marks do."""
HIGHEST = 8
"""Accents on one letter. Written languages need five at most."""


class Replaced(TypedDict):
    """One character that no shipped font can show: the mark in its place, its code point, its name."""

    mark: str
    code: str
    name: str


class Shown(TypedDict):
    """The masters' data; every text in it is ready to be set."""

    master: str
    content: dict[str, Any]
    """What somebody filled in, or the blank form."""
    content_sha256: str
    signatures: list[dict[str, Any]]
    receipt: list[dict[str, str]]
    replaced: list[Replaced]
    tick: str
    """The box to tick on a blank form: a letter like any other, so that it is read aloud."""
    ink: str
    tint: str


def shown(request: AnyRequest, doubt: Doubt = nothing) -> Shown:
    """The data of both masters, so that both say the same words; with marks also for what is in doubt."""
    whole = request.model_dump(mode="json")
    text = json.dumps(whole, ensure_ascii=False)
    doubtful = doubt(texts(whole))
    hidden = sorted({one for one in set(text) - KEPT if ord(one) not in covered()} | doubtful - KEPT)
    heaped = sorted(set("".join(_heap().findall(text))) - set(hidden))
    marks = {
        character: f"□{str(number).translate(DIGITS)}" for number, character in enumerate(hidden + heaped, 1)
    }
    if marks:
        whole = _marked(whole, marks, _run(hidden))
    blank = isinstance(request, BlankRequest)
    content = whole["blank" if blank else "content"]
    ink, tint = ink_and_tint(content["letterhead"]["colour"])
    return Shown(
        master=request.master,
        content=content,
        content_sha256="" if isinstance(request, BlankRequest) else request.content.sha256(),
        signatures=whole.get("signatures", []),
        receipt=whole.get("receipt", []),
        tick=TICK if blank else "",
        replaced=[_described(character, mark) for character, mark in marks.items()],
        ink=ink,
        tint=tint,
    )


def texts(value: Any) -> Iterator[str]:
    """Every text in what a request holds."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list | dict):
        for item in value.values() if isinstance(value, dict) else value:
            yield from texts(item)


def _marked(value: Any, marks: dict[str, str], run: re.Pattern[str]) -> Any:
    if isinstance(value, str):
        flat = _heap().sub(lambda heap: _counted(heap[0], marks), value)
        return run.sub(lambda found: _counted(found[0], marks), flat)
    if isinstance(value, list):
        return [_marked(item, marks, run) for item in value]
    if isinstance(value, dict):
        return {key: _marked(item, marks, run) for key, item in value.items()}
    return value


def _counted(run: str, marks: dict[str, str]) -> str:
    """One mark for each character of the run, and how often it came: a long run costs no more than a short one."""
    times = Counter(run).items()
    return " ".join(marks[one] if often == 1 else f"{marks[one]} (×{often})" for one, often in times)


def _run(hidden: list[str]) -> re.Pattern[str]:
    """A character that cannot be shown, or past the eighth in a row, all the rest of them as one."""
    one = f"[{re.escape(''.join(hidden))}]" if hidden else "(?!)"
    return re.compile(f"(?<={one * HIGHEST}){one}+|{one}")


@cache
def _heap() -> re.Pattern[str]:
    """The accents (and joiners) past the eighth on one letter: drawn, they would cover the lines above."""
    marks = (chr(code) for code in covered() if unicodedata.category(chr(code)) in {"Mn", "Mc", "Me", "Cf"})
    one = f"[{re.escape(''.join(marks))}{SARA_AM}]"
    return re.compile(f"(?<={one * HIGHEST}){one}+")


def _described(character: str, mark: str) -> Replaced:
    return Replaced(mark=mark, code=f"U+{ord(character):04X}", name=unicodedata.name(character, "–"))
