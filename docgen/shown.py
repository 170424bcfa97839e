"""What both masters are given: the request as it can be shown, with a visible mark for each character that cannot."""

from collections.abc import Iterable, Iterator
from typing import Any, TypedDict

from docgen.colour import ink_and_tint
from docgen.contract import AnyRequest, BlankRequest, Picture
from docgen.doubtful import Doubt, nothing
from docgen.fontset import covered
from docgen.grouped import grouped
from docgen.marked import Marks, Replaced
from docgen.pictures import file_name

TICK = "☐"
KEPT = frozenset("\n\t")


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
    written = list(texts(whole))
    marks = Marks(written, (uncovered(written) | doubt(written)) - KEPT)
    whole = marks.on(whole)
    blank = isinstance(request, BlankRequest)
    content = _on_paper(whole["blank"]) if blank else whole["content"]
    ink, tint = ink_and_tint(content["letterhead"]["colour"])
    return Shown(
        master=request.master,
        content=content,
        content_sha256="" if isinstance(request, BlankRequest) else request.content.sha256(),
        signatures=_signatures(request, whole.get("signatures", [])),
        receipt=whole.get("receipt", []),
        tick=TICK if blank else "",
        replaced=marks.listed(),
        ink=ink,
        tint=tint,
    )


def _signatures(request: AnyRequest, signatures: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Of a picture only how it is set: its bytes come beside the words."""
    return [
        {**one, "picture": _set(request.signatures[place].picture, one.get("picture"), place)}
        for place, one in enumerate(signatures)
        if not isinstance(request, BlankRequest)
    ]


def _set(picture: Picture | None, marked: dict[str, str] | None, place: int) -> dict[str, Any] | None:
    if picture is None or marked is None:
        return None
    across, down = picture.millimetres
    return {
        "file": file_name(place),
        "number": place + 1,
        "alternative": marked["alternative"],
        "across": across,
        "down": down,
    }


def _on_paper(blank: dict[str, Any]) -> dict[str, Any]:
    """Sentences that follow each other are one text; questions stand in groups."""
    apart = blank["apart"] and {**blank["apart"], "sections": grouped(blank["apart"]["sections"])}
    return {
        **blank,
        "told": [_read_on(part) for part in blank["told"]],
        "guidance": " ".join(blank["guidance"]),
        "sections": grouped(blank["sections"]),
        "privacy": _read_on(blank["privacy"]),
        "apart": apart,
    }


def _read_on(told: dict[str, Any]) -> dict[str, str]:
    return {"title": told["title"], "text": " ".join(told["lines"])}


def texts(value: Any) -> Iterator[str]:
    """Every text in what a request holds."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list | dict):
        for item in value.values() if isinstance(value, dict) else value:
            yield from texts(item)


def uncovered(written: Iterable[str]) -> set[str]:
    """The characters that no shipped font has."""
    known = covered()
    return {one for one in set().union(*written) if ord(one) not in known}
