"""A sealing key for the tests, made once."""

from pathlib import Path

import pytest

from docgen.seal import SealingKey
from docgen.sealing_key import make_once


@pytest.fixture(scope="session")
def seal_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("seal") / "seal.p12"
    make_once(path, b"x")
    return path


@pytest.fixture(scope="session")
def key(seal_file: Path) -> SealingKey:
    return SealingKey.load(seal_file, b"x")
