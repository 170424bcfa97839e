"""One table of all figures, in Markdown: each beside what it is measured against, in the same run."""

from collections.abc import Iterable
from typing import NamedTuple


class Row(NamedTuple):
    """A figure with its unit in words, and how many times a named baseline it is; 0 where it has none."""

    what: str
    figure: float
    unit: str
    times: float = 0
    baseline: str = ""
    told: str = ""
    """What there is to say where nothing was measured, or beside it."""


def table(rows: Iterable[Row]) -> str:
    head = ["| what | figure | ratio | told |", "| --- | ---: | ---: | --- |"]
    return "\n".join([*head, *map(_line, rows)]) + "\n"


def _line(row: Row) -> str:
    ratio = f"{row.times:.2f} of {row.baseline}" if row.baseline else ""
    figure = f"{row.figure:,.1f} {row.unit}" if row.unit else "not measured"
    return f"| {row.what} | {figure} | {ratio} | {row.told} |"
