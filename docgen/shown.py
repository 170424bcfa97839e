"""What both masters are given: the request as it can be shown, where a visible mark stands for what no font covers."""

import unicodedata
from typing import Any, NotRequired, TypedDict

from docgen.colour import ink_and_tint
from docgen.contract import DocumentRequest
from docgen.fontset import covered

DIGITS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
KEPT = frozenset("\n\t")


class Replaced(TypedDict):
    """One character that no shipped font can show: the mark in its place, its code point, its name."""

    mark: str
    code: str
    name: str


class Shown(TypedDict):
    """The masters' data; every text in it is ready to be set."""

    content: dict[str, Any]
    content_sha256: str
    signatures: list[dict[str, Any]]
    receipt: list[dict[str, str]]
    replaced: list[Replaced]
    ink: str
    tint: str
    fonts: NotRequired[tuple[str, ...]]


def shown(request: DocumentRequest) -> Shown:
    """The data of both masters, so that both say the same words."""
    whole = request.model_dump(mode="json")
    uncovered = _uncovered(request.canonical().decode())
    marks = {character: f"□{str(number).translate(DIGITS)}" for number, character in enumerate(uncovered, 1)}
    if marks:
        whole = _marked(whole, str.maketrans(marks))
    ink, tint = ink_and_tint(request.content.letterhead.colour)
    return Shown(
        content=whole["content"],
        content_sha256=request.content.sha256(),
        signatures=whole["signatures"],
        receipt=whole["receipt"],
        replaced=[_described(character, mark) for character, mark in marks.items()],
        ink=ink,
        tint=tint,
    )


def _uncovered(text: str) -> list[str]:
    """In the order of their code points."""
    return sorted(character for character in set(text) - KEPT if ord(character) not in covered())


def _marked(value: Any, marks: dict[int, str]) -> Any:
    if isinstance(value, str):
        return value.translate(marks)
    if isinstance(value, list):
        return [_marked(item, marks) for item in value]
    if isinstance(value, dict):
        return {key: _marked(item, marks) for key, item in value.items()}
    return value


def _described(character: str, mark: str) -> Replaced:
    return Replaced(mark=mark, code=f"U+{ord(character):04X}", name=unicodedata.name(character, "–"))
