"""The settings of whom wizard and worker believe over TLS, and of how the wizard shows who it is."""

import ssl
from collections.abc import Iterator
from pathlib import Path

from pydantic import field_validator
from pydantic_settings import BaseSettings


class TrustSettings(BaseSettings):
    """The part of ``wizard.settings.Settings`` that connections over TLS are made with."""

    ca_file: Path | None = None
    """PEM with the municipality's own certificate authorities, which are believed beside the machine's."""
    tls_certificate: Path | None = None
    """PEM with the wizard's certificate and those above it: gunicorn.conf.py serves by it."""
    tls_key: Path | None = None

    @field_validator("ca_file")
    @classmethod
    def _holds_certificates(cls, value: Path | None) -> Path | None:
        if value is not None:
            try:
                ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT).load_verify_locations(value)
            except (OSError, ValueError) as error:  # an SSLError is an OSError
                raise ValueError(
                    "it is the path of a PEM file with certificates, which can be read"
                ) from error
        return value


def trust_complaints(settings: TrustSettings) -> Iterator[str]:
    """What is wrong with how the wizard would show who it is."""
    certificate, key = settings.tls_certificate, settings.tls_key
    if certificate is None and key is None:
        return
    try:
        ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER).load_cert_chain(certificate or "", key or "", password=b"")
    except (OSError, ValueError):
        yield (
            "VEIVISER_TLS_CERTIFICATE and VEIVISER_TLS_KEY are no PEM files of a certificate and its key without a"
            " passphrase: set both, or neither"
        )
