"""What must not be written here is refused by tools, and no rule of theirs is switched off in passing."""

import json
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from tests.unit.house.files import HOUSE, PROGRAMS, modules, tracked

RULES = tomllib.loads((HOUSE / "pyproject.toml").read_text())["tool"]["ruff"]["lint"]
DANGEROUS = {
    "S102": "exec(given)",
    "S307": "eval(given)",
    "S301": "import pickle\npickle.loads(given)",
    "S506": "import yaml\nyaml.load(given)",
    "S602": "import subprocess\nsubprocess.run(given, shell=True)",
    "S605": "import os\nos.system(given)",
    "S608": "db.execute(f\"SELECT name FROM people WHERE name = '{given}'\")",
    "S311": "import random\nrandom.choice(given)",
    "S324": "import hashlib\nhashlib.md5(given)",
    "S501": "import httpx\nhttpx.get(given, verify=False)",
    "S201": "import flask\napp = flask.Flask('a')\napp.run(debug=True)",
    "S701": "import jinja2\njinja2.Environment()",
    "S704": "import markupsafe\nmarkupsafe.Markup(given)",
    "S314": "import xml.etree.ElementTree as tree\ntree.parse(given)",
}
"""A line that each rule is there for."""
SCRIPT = re.compile(
    r"\beval\(|new Function|innerHTML|outerHTML|insertAdjacentHTML|document\.write|document\.cookie|javascript:"
    r"|localStorage|sessionStorage|indexedDB|caches\.|serviceWorker|__proto__|\.prototype\b|https?://(?!www\.w3\.org)"
)
"""In a script of ours: code or markup made of text, anything kept in the browser, another host."""
UNREASONED = re.compile(r"# noqa: (?=[^-\n]*\bS\d)[\w, ]+$", re.MULTILINE)


def test_every_rule_is_on_and_none_on_safety_is_off_outside_the_tests() -> None:
    assert RULES["select"] == ["ALL"]
    assert not [rule for rule in RULES["ignore"] if re.fullmatch(r"S\d*", rule)]
    off = {
        folder
        for folder, rules in RULES["per-file-ignores"].items()
        if any(re.match(r"S\d", rule) for rule in rules)
    }
    assert off == {"tests/**"}


@pytest.mark.parametrize("rule", DANGEROUS)
def test_a_line_that_must_not_be_written_is_refused(rule: str) -> None:
    tool = Path(sys.executable).with_name("ruff")
    asked = ("check", "--no-cache", "--output-format", "json", "--stdin-filename", "wizard/written.py", "-")
    done = subprocess.run(
        [tool, *asked], input=DANGEROUS[rule], cwd=HOUSE, capture_output=True, text=True, check=False
    )
    assert rule in {found["code"] for found in json.loads(done.stdout)}


def hits(pattern: re.Pattern[str], paths: list[Path]) -> list[str]:
    found = ((path, pattern.findall(path.read_text(encoding="utf-8"))) for path in paths)
    return [f"{path.relative_to(HOUSE)}: {hit}" for path, all_hits in found for hit in all_hits]


def test_whoever_lets_one_through_says_why() -> None:
    assert hits(UNREASONED, modules(*PROGRAMS)) == []
    assert UNREASONED.search("run(given)  # noq" + "a: PLR0913, S603")


def test_no_script_of_ours_makes_code_or_markup_of_text_or_keeps_anything() -> None:
    scripts = tracked(".js")
    assert len(scripts) >= 8
    assert hits(SCRIPT, scripts) == []
