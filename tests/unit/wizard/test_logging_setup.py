"""Each line of the log is written in one piece: several processes share one file."""

import io
import json
import logging
import sys
from collections.abc import Iterator

import pytest
import structlog

from tests.guest import CANARY
from wizard.logging_setup import configure, configure_libraries


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


@pytest.fixture
def libraries(monkeypatch: pytest.MonkeyPatch) -> Iterator[io.StringIO]:
    """What others write in this process, as the worker lets them; as it was before, afterwards."""
    names = ("", "dbos")
    loggers = [logging.getLogger(name) for name in names]
    before = [(one, one.handlers, one.level) for one in loggers]
    out = io.StringIO()
    configure_libraries()
    for logger in loggers:
        monkeypatch.setattr(logger, "disabled", False)
        logger.setLevel(logging.WARNING)
        for handler in logger.handlers:
            assert isinstance(handler, logging.StreamHandler)
            handler.setStream(out)
    yield out
    for logger, handlers, level in before:
        logger.handlers = handlers
        logger.setLevel(level)
    logging.getLogger("dbos").propagate = True


@pytest.mark.parametrize("name", ["dbos", "somebody.else"])
def test_of_a_failure_in_a_library_the_kind_is_told_and_not_its_text(
    libraries: io.StringIO, name: str
) -> None:
    try:
        raise ValueError(CANARY)  # noqa: TRY301 -- as a library does
    except ValueError:
        logging.getLogger(name).exception("it failed with %s", CANARY)
    logging.getLogger(name).warning(f"it will not do: {CANARY}")  # noqa: G004 -- as a library does
    failed, warned = (json.loads(line) for line in libraries.getvalue().splitlines())
    assert [one["event"] for one in (failed, warned)] == ["library_trouble"] * 2
    assert (failed["kind"], warned["kind"]) == ("ValueError", "")
    assert failed["place"].startswith("test_logging_setup:")
    assert CANARY not in libraries.getvalue()
