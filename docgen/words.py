"""Every text of a form in the order in which both masters say it: what the completeness check reads for."""

from collections.abc import Iterator
from itertools import chain
from typing import Any

from docgen.shown import Shown


def words(data: Shown) -> Iterator[str]:
    """The texts of the document, from the letterhead to the last replaced character."""
    content, labels = data["content"], data["content"]["labels"]
    head = content["letterhead"]
    yield from (head["municipality"], head["office"], *head["lines"], content["title"])
    yield from (labels["reference"], content["reference"])
    yield from _pairs([*data["receipt"], *content["facts"]], "label", "value")
    for section in content["sections"]:
        yield section["title"]
        yield from _pairs(section["answers"], "question", "answer")
    if content["attachments"]:
        yield labels["attachments"]
    for file in content["attachments"]:
        yield from (file["name"], file["size"], f"SHA-256 {file['sha256']}")
    yield from _signing(data, labels["signatures"])
    yield from (labels["seal_title"], labels["seal_text"], labels["content_hash"], data["content_sha256"])
    if data["replaced"]:
        yield from (labels["replaced_title"], labels["replaced_text"])
    for replaced in data["replaced"]:
        yield from (replaced["mark"], replaced["code"], replaced["name"])


def _signing(data: Shown, heading: str) -> Iterator[str]:
    if data["content"]["declarations"] or data["signatures"]:
        yield heading
    yield from data["content"]["declarations"]
    for signature in data["signatures"]:
        facts, by_hand = signature["facts"], signature["by_hand"]
        yield from _pairs([fact for fact in facts if fact["value"] or not by_hand], "label", "value")
        yield from (fact["label"] for fact in facts if by_hand and not fact["value"])


def _pairs(rows: list[dict[str, Any]], first: str, second: str) -> Iterator[str]:
    return chain.from_iterable((row[first], row[second]) for row in rows)
