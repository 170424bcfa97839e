import secrets
from pathlib import Path
from typing import Any

import pytest

from docgen.app import create_app
from docgen.settings import Settings
from docgen.sound_settings import UnsoundSettingsError, held


def settings(**changed: Any) -> Settings:
    sound = {
        "tokens": f"{secrets.token_urlsafe(32)},{secrets.token_hex(16)}",
        "seal_file": Path("seal.p12"),
        "seal_passphrase": secrets.token_urlsafe(16),
    }
    return Settings.model_validate(sound | changed)


def test_what_is_drawn_is_sound() -> None:
    for _ in range(200):
        assert held(settings())


@pytest.mark.parametrize(
    ("changed", "named"),
    [
        ({"tokens": ""}, "DOCGEN_TOKENS"),
        ({"tokens": f"{secrets.token_urlsafe(32)},old"}, "DOCGEN_TOKENS"),
        ({"tokens": "a" * 40}, "DOCGEN_TOKENS"),
        ({"seal_file": None}, "DOCGEN_SEAL_FILE"),
        ({"seal_passphrase": "demo"}, "DOCGEN_SEAL_PASSPHRASE"),
        ({"development": True}, "DOCGEN_DEVELOPMENT"),
        ({"tls_certificate": Path("/nothing.pem")}, "DOCGEN_TLS_CERTIFICATE"),
        ({"tls_key": Path("/nothing.pem")}, "DOCGEN_TLS_CERTIFICATE"),
    ],
)
def test_what_is_weak_or_missing_is_named(changed: dict[str, Any], named: str) -> None:
    with pytest.raises(UnsoundSettingsError, match=named) as caught:
        held(settings(**changed))
    assert str(caught.value).count("DOCGEN_") == 1
    held(settings(**changed, seal_make=True))


def test_it_does_not_start_with_them(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DOCGEN_TOKENS", "DOCGEN_SEAL_FILE", "DOCGEN_SEAL_MAKE"):
        monkeypatch.delenv(name, raising=False)
    with pytest.raises(UnsoundSettingsError, match="DOCGEN_TOKENS"):
        create_app()
