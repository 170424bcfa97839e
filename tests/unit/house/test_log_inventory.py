"""docs/security.md names every event that wizard and worker log, and all that may stand beside it."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from tests.unit.house.files import HOUSE, modules

LEVELS = {"debug", "info", "warning", "error", "exception", "critical"}
LOGS = {"log", "_log"}
NAMED_ELSEWHERE = {
    "wizard/cases/sending.py": {"case_signed", "case_submitted"},
    "wizard/worker.py": {
        "reconcile_failed",
        "sweep_failed",
        "take_over_failed",
        "beat_failed",
        "wake_failed",
    },
    "wizard/repeating.py": {"screening_failed", "mailing_failed", "lateness_failed"},
    "wizard/routes/account.py": {"logged_in", "confirmed", "another_confirmed"},
    "wizard/handover.py": {"docgen_refused", "delay_not_recorded"},
    "wizard/delivery/work.py": {"delivery_refused", "refusal_not_recorded"},
}
"""Events whose names stand in another place than the call that logs them."""
ROW = re.compile(r"^\| (`\w+`(?:, `\w+`)*) \| [^|]+ \| (–|`\w+`(?:, `\w+`)*) \|$", re.MULTILINE)
SECURITY = (HOUSE / "docs" / "security.md").read_text(encoding="utf-8")
TOLD = SECURITY.partition("### Events")[2].partition("\n## ")[0]


def words(cell: str) -> set[str]:
    return set(re.findall(r"\w+", cell))


def inventory() -> dict[str, set[str]]:
    return {event: words(beside) for events, beside in ROW.findall(TOLD) for event in words(events)}


def calls(path: Path) -> Iterator[tuple[str, ast.Call]]:
    """Each call that logs, by the name of its event; empty where that stands elsewhere."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute):
            continue
        log = node.func.value
        if node.func.attr in LEVELS and isinstance(log, ast.Name) and log.id in LOGS:
            first = node.args[0]
            yield (str(first.value) if isinstance(first, ast.Constant) else ""), node


@cache
def logged() -> dict[str, set[str]]:
    """What stands beside each event, as the code has it."""
    found: dict[str, set[str]] = {name: set() for names in NAMED_ELSEWHERE.values() for name in names}
    for path in modules("wizard"):
        place = str(path.relative_to(HOUSE))
        for event, call in calls(path):
            beside = {word.arg for word in call.keywords if word.arg}
            names = {event} if event else NAMED_ELSEWHERE.get(place, set())
            assert names, (
                f"{place}:{call.lineno}: the event's name stands elsewhere; tell where it is from above"
            )
            for name in names:
                found.setdefault(name, set()).update(beside)
    return found


def test_what_is_named_elsewhere_is_named_somewhere() -> None:
    text = "".join(path.read_text(encoding="utf-8") for path in modules("wizard"))
    assert [name for names in NAMED_ELSEWHERE.values() for name in names if f'"{name}"' not in text] == []


def test_every_event_is_in_the_inventory_and_none_that_is_gone() -> None:
    assert logged().keys() == inventory().keys()


def test_nothing_stands_beside_an_event_that_the_inventory_does_not_name() -> None:
    told = inventory()
    assert [(event, beside - told[event]) for event, beside in logged().items() if beside - told[event]] == []


def test_nothing_takes_the_place_of_what_every_line_says() -> None:
    taken = {"level", "event", "timestamp", "request"}
    assert [event for event, beside in logged().items() if beside & taken] == []


def test_what_stands_in_the_place_of_others_words_is_told_of() -> None:
    text = "".join((HOUSE / name).read_text() for name in ("gunicorn.conf.py", "wizard/logging_setup.py"))
    names = set(re.findall(r'"(\w+_trouble)"', text))
    assert names == set(re.findall(r"`(\w+_trouble)`", SECURITY)) == {"server_trouble", "library_trouble"}


def test_no_log_is_written_but_by_those_names() -> None:
    """A log of another name, or ``print``, would be in no inventory."""
    for path in modules("wizard"):
        text = path.read_text(encoding="utf-8")
        made = set(re.findall(r"^(\w+) = (?:structlog\.get_logger|logging\.getLogger)\(", text, re.MULTILINE))
        assert made <= LOGS, path
        assert list(past_them(text)) == [], path


def past_them(text: str) -> Iterator[str]:
    """Calls that write a line by no log of those names."""
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Call) and last_word(node.func) in {*LEVELS, "print", "write"}:
            called = ast.unparse(node.func)
            if re.fullmatch(rf"print|sys\.std(out|err)\.write|logging\.({'|'.join(LEVELS)})", called):
                yield called


def last_word(called: ast.expr) -> str:
    return called.attr if isinstance(called, ast.Attribute) else getattr(called, "id", "")


def test_what_writes_past_them_is_seen() -> None:
    tried = "print(1)\nsys.stderr.write('a')\nlogging.warning('a')\nlog.info('a')\n_print(2)"
    assert list(past_them(tried)) == ["print", "sys.stderr.write", "logging.warning"]
