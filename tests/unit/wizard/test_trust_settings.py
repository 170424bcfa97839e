"""Certificates are looked at when a program starts, and what is wrong with them is said in words."""

from pathlib import Path

import pytest

from tests.certificates import Authority
from tests.unit.wizard.test_sound_settings import complaints, drawn, settings
from wizard.malformed_settings import MalformedSettingsError
from wizard.settings import Settings, load
from wizard.sound_settings import hold
from wizard.trust import disbelief

AUTHORITIES = "VEIVISER_CA_FILE: it is the path of a PEM file with certificates, which can be read"


@pytest.fixture
def authority(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Authority:
    for name in ("SECRET_KEY", "LOOKUP_KEY", "DOCGEN_TOKEN"):
        monkeypatch.setenv(f"VEIVISER_{name}", drawn())
    monkeypatch.setenv("VEIVISER_KEYS", f"first:{drawn()}")
    return Authority(tmp_path)


def loaded(monkeypatch: pytest.MonkeyPatch, **changed: Path) -> Settings:
    for name, value in changed.items():
        monkeypatch.setenv(f"VEIVISER_{name.upper()}", str(value))
    return load()


def test_what_can_be_read_is_taken(
    authority: Authority, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    authority.certify(pair := tmp_path / "pair.pem")
    found = loaded(monkeypatch, ca_file=authority.file, tls_certificate=pair, tls_key=pair)
    assert (found.ca_file, found.tls_key) == (authority.file, pair)


@pytest.mark.parametrize("content", [None, "", "no certificate"])
def test_authorities_that_cannot_be_read_are_told_of(
    authority: Authority, monkeypatch: pytest.MonkeyPatch, content: str | None
) -> None:
    file = authority.file.with_name("other.pem")
    if content is not None:
        file.write_text(content)
    with pytest.raises(MalformedSettingsError, match=AUTHORITIES):
        loaded(monkeypatch, ca_file=file)


def test_a_key_that_is_missing_or_anothers_is_told_of(authority: Authority, tmp_path: Path) -> None:
    authority.certify(pair := tmp_path / "pair.pem")
    authority.certify(other := tmp_path / "other.pem")
    only_key = tmp_path / "key.pem"
    only_key.write_text(other.read_text()[other.read_text().index("-----BEGIN PRIVATE") :])
    for key in (None, only_key, tmp_path / "none.pem"):
        [said] = complaints(tls_certificate=pair, tls_key=key)
        assert said.startswith("VEIVISER_TLS_CERTIFICATE and VEIVISER_TLS_KEY are no PEM files")
    hold(settings(tls_certificate=pair, tls_key=pair))


@pytest.mark.parametrize(
    ("told", "why"),
    [
        (
            "[SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed: certificate has expired (_ssl.c:1006)",
            "certificate has expired",
        ),
        ("[Errno 111] Connection refused", ""),
    ],
)
def test_why_nobody_is_believed_is_told_without_where_in_the_library(told: str, why: str) -> None:
    assert disbelief(OSError(told)) == why
