"""Nothing unfinished, nothing skipped, and nothing that only this machine knows is committed."""

import re
from pathlib import Path

import pytest

from tests.unit.house.files import HOUSE, tracked

TEXT = (
    ".py",
    ".html",
    ".css",
    ".js",
    ".typ",
    ".toml",
    ".md",
    ".yaml",
    ".yml",
    ".json",
    ".po",
    ".lock",
    ".sh",
)
FOUND_NOWHERE = {
    "unfinished work": r"\b(T[O]DO|F[I]XME|X[X]X|H[A]CK)\b",
    "a test that is not run": r"\b(pytest\.s[k]ip|mark\.s[k]ip|x[f]ail\(|mark\.x[f]ail|import[o]rskip)",
    "a package registry": r"(py[p]i\.org|python[h]osted\.org|npm[j]s\.(org|com)|deb\.[d]ebian\.org)",
    "a folder of one machine": r"(?<![\w.])/(work|root|home)/\w",
}
"""Written so that no pattern finds itself."""


def readable() -> list[Path]:
    return [*tracked(*TEXT), HOUSE / "Makefile", *(path for path in tracked() if path.parent.name == ".ci")]


@pytest.mark.parametrize("what", FOUND_NOWHERE)
def test_no_file_has(what: str) -> None:
    pattern = re.compile(FOUND_NOWHERE[what])
    hits = [
        f"{path.relative_to(HOUSE)}:{number}: {line.strip()[:80]}"
        for path in readable()
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if pattern.search(line)
    ]
    assert not hits


def test_these_patterns_find_what_they_are_for() -> None:
    samples = ["# T_ODO later", "@pytest.mark.s_kip", "https://py_pi.org/simple", "/w_ork/main"]
    for pattern, sample in zip(FOUND_NOWHERE.values(), samples, strict=True):
        assert re.search(pattern, sample.replace("_", ""))
        assert not re.search(pattern, sample)
