"""Whether docgen's settings are fit for real people: else it does not start, and says which and why."""

import ssl
from collections.abc import Iterator
from pathlib import Path

from docgen.settings import Settings

TOKEN_LETTERS, PASSPHRASE_LETTERS, DIFFERENT = 24, 12, 8
"""So many letters at least, and so many different ones in each."""


class UnsoundSettingsError(Exception):
    """Start-up ends, and this says why."""


def held(settings: Settings) -> Settings:
    """The settings. ``UnsoundSettingsError`` where they are weak or missing; the demo, which makes its seal, may."""
    if not settings.seal_make and (complaints := list(_complaints(settings))):
        raise UnsoundSettingsError("\n".join(["The settings are not fit for real people:", *complaints]))
    return settings


def _complaints(settings: Settings) -> Iterator[str]:
    tokens = [token.get_secret_value() for token in settings.tokens]
    if not tokens or any(_is_weak(token, TOKEN_LETTERS) for token in tokens):
        yield (
            f"DOCGEN_TOKENS has none, or one of fewer than {TOKEN_LETTERS} letters or few different ones:"
            " draw one with: python -c 'import secrets; print(secrets.token_urlsafe(32))'"
        )
    if settings.seal_file is None:
        yield "DOCGEN_SEAL_FILE is missing: without it no PDF is made"
    elif _is_weak(settings.seal_passphrase.get_secret_value(), PASSPHRASE_LETTERS):
        yield (
            f"DOCGEN_SEAL_PASSPHRASE has fewer than {PASSPHRASE_LETTERS} letters, or few different ones:"
            " export the PKCS#12 anew with a longer one"
        )
    if not _is_pair(settings.tls_certificate, settings.tls_key):
        yield (
            "DOCGEN_TLS_CERTIFICATE and its _KEY are no PEM files of a certificate and its key without a"
            " passphrase: set both, or neither"
        )
    if settings.development:
        yield "DOCGEN_DEVELOPMENT is on: that is for whoever makes masters; leave it out"


def _is_pair(certificate: Path | None, key: Path | None) -> bool:
    if certificate is None and key is None:
        return True
    try:
        ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER).load_cert_chain(certificate or "", key or "", password=b"")
    except (OSError, ValueError):  # an SSLError is an OSError
        return False
    return True


def _is_weak(secret: str, least: int) -> bool:
    return len(secret) < least or len(set(secret)) < DIFFERENT
