"""Each line of the log is written in one piece: several processes share one file."""

import io
import json
import sys

import pytest
import structlog

from wizard.logging_setup import configure


class Recorded(io.StringIO):
    def __init__(self) -> None:
        super().__init__()
        self.pieces: list[str] = []

    def write(self, piece: str) -> int:
        self.pieces.append(piece)
        return super().write(piece)


def test_a_line_and_its_end_are_written_together(monkeypatch: pytest.MonkeyPatch) -> None:
    out = Recorded()
    monkeypatch.setattr(sys, "stdout", out)
    configure()
    structlog.get_logger().info("case_submitted", municipality="larvik")
    (piece,) = out.pieces
    assert piece.endswith("\n")
    assert json.loads(piece)["event"] == "case_submitted"
