"""Reads marked texts back, from nothing but what stands in the document: the texts and the list of marks."""

import re
from collections.abc import Iterable

from docgen.shown import Shown, texts

MARK, NUMBER = "□[⁰¹²³⁴-⁹]+", r"U\+[0-9A-F]{4,6}"
ITEM = rf"(?:{MARK}|{NUMBER})(?:×\d+)?"
MARKED = re.compile(rf"\[(?P<run>{ITEM}(?: {ITEM})*)\]|(?P<mark>{MARK})")


def read_back(written: Iterable[str], listed: dict[str, str]) -> list[str]:
    """The texts with every mark undone; ``listed`` has the code for each mark, as the document's list has it."""

    def one(item: str) -> str:
        name, _, times = item.partition("×")
        return chr(int(listed.get(name, name).removeprefix("U+"), 16)) * int(times or 1)

    def run(found: re.Match[str]) -> str:
        return "".join(map(one, (found["run"] or found["mark"]).split(" ")))

    return [MARKED.sub(run, text) for text in written] if listed else list(written)


def unmarked(data: Shown) -> list[str]:
    """The texts of the content as whoever reads either file can find out."""
    return read_back(texts(data["content"]), {row["mark"]: row["code"] for row in data["replaced"]})
