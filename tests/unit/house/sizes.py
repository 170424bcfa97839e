"""Sizes of files, functions and templates; run as a program, it prints them."""

import ast
import statistics
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.unit.house.files import HOUSE, PROGRAMS, modules, tracked


@dataclass(frozen=True)
class Sizes:
    """Lines of each thing of a kind, and what design.md allows."""

    kind: str
    lines: dict[str, int]
    median: int
    p90: int
    most: int

    def measured(self) -> tuple[float, float, int]:
        values = sorted(self.lines.values())
        return statistics.median(values), values[int(0.9 * (len(values) - 1))], values[-1]

    def __str__(self) -> str:
        median, p90, most = self.measured()
        allowed = f"(at most {self.median}, {self.p90}, {self.most})"
        return (
            f"{self.kind:10} {len(self.lines):4}   median {median:g}, p90 {p90:g}, longest {most} {allowed}"
        )

    def too_long(self) -> list[str]:
        return [f"{name}: {lines}" for name, lines in self.lines.items() if lines > self.most]


def _lines(paths: list[Path]) -> dict[str, int]:
    counted = {str(path.relative_to(HOUSE)): len(path.read_text().splitlines()) for path in paths}
    return {name: lines for name, lines in counted.items() if lines}


def _functions(paths: list[Path]) -> Iterator[tuple[str, int]]:
    for path in paths:
        for node in _statements(ast.parse(path.read_text()).body):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                assert node.end_lineno is not None
                name = f"{path.relative_to(HOUSE)}:{node.lineno} {node.name}"
                yield name, node.end_lineno - node.lineno + 1


def _statements(of: list[ast.stmt]) -> Iterator[ast.stmt]:
    """All of these, and those inside them: no function stands inside an expression, where nearly all of a tree is."""
    for one in of:
        yield one
        for part in ("body", "orelse", "finalbody"):
            yield from _statements(getattr(one, part, []))
        for case in (*getattr(one, "handlers", ()), *getattr(one, "cases", ())):
            yield from _statements(case.body)


def all_sizes() -> list[Sizes]:
    """Programs are held to all three figures, tests only to the longest."""
    programs, tests = modules(*PROGRAMS), modules("tests")
    return [
        Sizes("files", _lines(programs), 80, 200, 300),
        Sizes("functions", dict(_functions(programs)), 8, 25, 50),
        Sizes("templates", _lines(tracked(".html")), 40, 100, 200),
        Sizes("test files", _lines(tests), 300, 300, 300),
        Sizes("tests", dict(_functions(tests)), 50, 50, 50),
    ]


if __name__ == "__main__":
    for sizes in all_sizes():
        print(sizes)  # noqa: T201 - its purpose
