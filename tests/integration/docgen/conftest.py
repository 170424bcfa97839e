"""A sealing key for the tests, made once, and docgen with it."""

from pathlib import Path

import pytest
from flask.testing import FlaskClient

from docgen.app import create_app
from docgen.seal import SealingKey
from docgen.sealing_key import make_once
from docgen.settings import Settings


@pytest.fixture(scope="session")
def seal_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("seal") / "seal.p12"
    make_once(path, b"x")
    return path


@pytest.fixture(scope="session")
def key(seal_file: Path) -> SealingKey:
    return SealingKey.load(seal_file, b"x")


@pytest.fixture(scope="session")
def ours(seal_file: Path) -> Settings:
    return Settings(tokens="one,two", seal_file=seal_file, seal_passphrase="x")


@pytest.fixture
def docgen(ours: Settings) -> FlaskClient:
    return create_app(ours).test_client()
