"""The settings of whom wizard and worker believe over TLS, and of how the wizard shows who it is."""

import ssl
from pathlib import Path

from pydantic import Field, ValidationInfo, field_validator
from pydantic_settings import BaseSettings


class TrustSettings(BaseSettings):
    """The part of ``wizard.settings.Settings`` that connections over TLS are made with."""

    ca_file: Path | None = None
    """PEM with the municipality's own certificate authorities, which are believed beside the machine's."""
    tls_certificate: Path | None = None
    """PEM with the wizard's certificate and those above it: gunicorn.conf.py serves by it."""
    tls_key: Path | None = Field(default=None, validate_default=True)

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

    @field_validator("tls_key")
    @classmethod
    def _is_the_certificates(cls, value: Path | None, info: ValidationInfo) -> Path | None:
        certificate = info.data.get("tls_certificate")
        if value is None and certificate is None:
            return None
        try:
            ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER).load_cert_chain(
                certificate or "", value or "", password=b""
            )
        except (OSError, ValueError) as error:
            raise ValueError(
                "it is the path of the PEM file with the key, without a passphrase, of the certificate in the file"
                " VEIVISER_TLS_CERTIFICATE"
            ) from error
        return value
