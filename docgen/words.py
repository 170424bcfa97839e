"""Every text of a document in the order in which both its masters say it: what the completeness check reads for."""

from collections.abc import Callable, Iterator
from itertools import chain
from typing import Any

from docgen.paper_words import blank
from docgen.shown import Shown


def words(data: Shown) -> Iterator[str]:
    """The texts of the document, from the letterhead to the last replaced character."""
    head, labels = data["content"]["letterhead"], data["content"]["labels"]
    yield from (head["municipality"], head["office"], *head["lines"])
    yield from BODIES[data["master"]](data)
    if data["replaced"]:
        yield from (labels["replaced_title"], labels["replaced_text"])
    for replaced in data["replaced"]:
        yield from (replaced["mark"], replaced["code"], replaced["name"])


def _form(data: Shown) -> Iterator[str]:
    yield data["content"]["title"]
    yield from _known(data)
    yield from _facts(data)
    yield from _points(data)
    yield from _sections(data)
    yield from _attachments(data)
    yield from _signing(data)
    yield from _seal(data)


def _letter(data: Shown) -> Iterator[str]:
    """Reference and date stand beside the addressee; what is asked for comes before all else."""
    content, receipt = data["content"], data["receipt"]
    yield from (content["labels"]["reference"], content["reference"])
    yield from _pairs(receipt[:1], "label", "value")
    yield content["title"]
    yield from _pairs(receipt[1:], "label", "value")
    yield from _facts(data)
    yield from _points(data)
    yield from _sections(data)
    yield from _attachments(data)
    yield from _signing(data)
    yield from _seal(data)


def _declaration(data: Shown) -> Iterator[str]:
    """What is declared is signed at once; what belongs to it follows."""
    yield data["content"]["title"]
    yield from _facts(data)
    yield from _points(data)
    yield from _sections(data)
    yield from _signing(data)
    yield from _attachments(data)
    yield from _known(data)
    yield from _seal(data)


BODIES: dict[str, Callable[[Shown], Iterator[str]]] = {
    "form": _form,
    "letter": _letter,
    "declaration": _declaration,
    "blank": blank,
}


def _known(data: Shown) -> Iterator[str]:
    content = data["content"]
    yield from (content["labels"]["reference"], content["reference"])
    yield from _pairs(data["receipt"], "label", "value")


def _facts(data: Shown) -> Iterator[str]:
    return _pairs(data["content"]["facts"], "label", "value")


def _points(data: Shown) -> Iterator[str]:
    content = data["content"]
    if content["points"]:
        yield content["labels"]["points"]
    for number, point in enumerate(content["points"], 1):
        yield from (f"{number}.", point)


def _sections(data: Shown) -> Iterator[str]:
    for section in data["content"]["sections"]:
        yield section["title"]
        yield from _pairs(section["answers"], "question", "answer")


def _attachments(data: Shown) -> Iterator[str]:
    content = data["content"]
    if content["attachments"]:
        yield content["labels"]["attachments"]
    for file in content["attachments"]:
        yield from (file["name"], file["size"], f"SHA-256 {file['sha256']}")


def _signing(data: Shown) -> Iterator[str]:
    content = data["content"]
    if content["declarations"] or data["signatures"]:
        yield content["labels"]["signatures"]
    yield from content["declarations"]
    for signature in data["signatures"]:
        facts, by_hand = signature["facts"], signature["by_hand"]
        yield from _pairs([fact for fact in facts if fact["value"] or not by_hand], "label", "value")
        yield from (fact["label"] for fact in facts if by_hand and not fact["value"])


def _seal(data: Shown) -> Iterator[str]:
    labels = data["content"]["labels"]
    yield from (labels["seal_title"], labels["seal_text"], labels["content_hash"], data["content_sha256"])


def _pairs(rows: list[dict[str, Any]], first: str, second: str) -> Iterator[str]:
    return chain.from_iterable((row[first], row[second]) for row in rows)
