from pathlib import Path

import pytest

from docgen.settings import Settings, load


def test_tokens_are_separated_by_commas(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DOCGEN_TOKENS", "new, old,")
    assert [token.get_secret_value() for token in load().tokens] == ["new", "old"]


def test_without_settings_nobody_is_let_in() -> None:
    assert Settings().tokens == ()


def test_secrets_may_lie_in_files(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "DOCGEN_SEAL_PASSPHRASE").write_text("from a file", "utf-8")
    monkeypatch.setenv("DOCGEN_SECRETS", str(tmp_path))
    assert load().seal_passphrase.get_secret_value() == "from a file"


def test_secrets_are_not_shown() -> None:
    assert "hush" not in repr(Settings(tokens="hush", seal_passphrase="hush"))
