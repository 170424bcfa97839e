"""Docgen's settings, from the environment (``DOCGEN_...``) or from files of the same names in ``DOCGEN_SECRETS``."""

import os
from pathlib import Path
from typing import Annotated

from pydantic import Field, SecretStr, field_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict


class Settings(BaseSettings):
    """Without a token nobody is let in; without a sealing key no PDF is made."""

    model_config = SettingsConfigDict(env_prefix="DOCGEN_", frozen=True, hide_input_in_errors=True)

    tokens: Annotated[tuple[SecretStr, ...], NoDecode] = ()
    """The bearer tokens that are let in, separated by commas: two while one is being changed."""
    seal_file: Path | None = None
    """PKCS#12 with the sealing key and its certificate."""
    seal_passphrase: SecretStr = SecretStr("")
    seal_make: bool = False
    """Make ``seal_file`` where it is missing: for the demo, never for real."""
    seal_former: Path | None = None
    """PEM with certificates that sealed before: their documents are still ours."""
    body_limit: int = Field(default=4 * 1024 * 1024, gt=0)
    """Bytes of a request."""
    file_limit: int = Field(default=40 * 1024 * 1024, gt=0)
    """Bytes of a PDF that is to be verified."""
    at_once: int = Field(default=2, gt=0)
    """Documents made at the same time in one process."""
    waiting: int = Field(default=1, ge=0)
    """So many more may wait for that; others are asked to come again. All together fewer than gunicorn's threads."""
    seconds: float = Field(default=55.0, gt=0)
    """How long a document may take: a little less than who asks for it waits."""
    tls_certificate: Path | None = None
    """PEM with docgen's certificate and those above it: gunicorn.conf.py serves by it, and over TLS alone."""
    tls_key: Path | None = None
    metrics_token: SecretStr = SecretStr("")
    """The bearer token by which the figures at ``/metrics`` are read; without one there are none."""
    development: bool = False
    """Shows the masters with their samples."""

    @field_validator("tokens", mode="before")
    @classmethod
    def _separated(cls, value: object) -> object:
        if isinstance(value, str):
            return tuple(token.strip() for token in value.split(",") if token.strip())
        return value


def load() -> Settings:
    """The settings of this process."""
    return Settings(_secrets_dir=os.environ.get("DOCGEN_SECRETS"))
