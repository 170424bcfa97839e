"""Settings of where files lie: a folder, or a bucket of a store that speaks S3."""

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

from pydantic import BeforeValidator, Field, PlainValidator, SecretStr, field_validator
from pydantic_settings import BaseSettings, NoDecode

from wizard.service_address import LOOPBACK, fault, host_of

BUCKET = re.compile(r"s3://([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])(?:/([A-Za-z0-9._/-]*))?")

MIXED = {
    "AWS_ENDPOINT_URL_S3",
    "AWS_REQUEST_PAYER",
    "AWS_S3_EXPRESS",
    "AWS_SERVER_SIDE_ENCRYPTION",
    "AWS_SESSION_TOKEN",
    "AWS_SKIP_SIGNATURE",
    "AWS_UNSIGNED_PAYLOAD",
}
"""What obstore would take from the environment beside what it is told."""


def _path(value: object) -> object:
    """What a file holds is no path, and would be shown where nobody finds a file of that name."""
    if isinstance(value, str) and (
        not value.isprintable() or "://" in value or value.startswith(("{", "[", "-----"))
    ):
        raise ValueError("it is the path of a file or a folder")
    return value


Place = Annotated[Path, BeforeValidator(_path)]


@dataclass(frozen=True)
class Bucket:
    """A bucket and what the names in it begin with."""

    name: str
    prefix: str

    def __str__(self) -> str:
        return f"s3://{self.name}/{self.prefix}".rstrip("/")


def place(value: object) -> Path | Bucket:
    """What is written as a folder's path or as ``s3://BUCKET/PREFIX``; ``ValueError`` where it is neither."""
    if isinstance(value, Path | Bucket):
        return value
    written = str(value)
    if written.startswith("s3:"):
        found = BUCKET.fullmatch(written)
        if not found or ".." in written:
            raise ValueError("it is the path of a folder, or s3://BUCKET or s3://BUCKET/PREFIX")
        return Bucket(found[1], (found[2] or "").strip("/"))
    return Path(str(_path(written)))


class FilesSettings(BaseSettings):
    """The part of ``wizard.settings.Settings`` that tells where files lie, and by what they are reached."""

    files: Annotated[Path | Bucket, NoDecode, PlainValidator(place)] = Path("var/files")
    """Encrypted attachments and documents: a folder, or ``s3://BUCKET/PREFIX``."""
    files_endpoint: str = ""
    """The address of the store that has the bucket, such as ``https://s3.example.no``."""
    files_region: str = ""
    files_key_id: str = ""
    files_secret: SecretStr = SecretStr("")
    """By which the store knows this site; neither opens any file, they are sealed before."""
    files_inside: bool = False
    """The store is asked by plain http over a network that nobody else is on."""
    files_seconds: float = Field(default=20.0, gt=0)
    """So long the store may say nothing while a file is moved."""

    @field_validator("files_endpoint")
    @classmethod
    def _store_is_an_address(cls, value: str) -> str:
        if value and (wrong := fault(value)):
            raise ValueError(wrong)
        return value


def files_complaints(settings: FilesSettings) -> Iterator[str]:
    """What is missing for a store far away, or would let others read along."""
    if isinstance(settings.files, Path):
        return
    if not settings.files_key_id or not settings.files_secret.get_secret_value():
        yield "VEIVISER_FILES names a bucket: set VEIVISER_FILES_KEY_ID and VEIVISER_FILES_SECRET, too"
    if not settings.files_endpoint:
        yield "VEIVISER_FILES names a bucket: set VEIVISER_FILES_ENDPOINT, the address of the store that has it"
    elif not _is_safe(settings):
        yield (
            "VEIVISER_FILES_ENDPOINT is not https: whoever reads along sees who sends how much and when; use https, or"
            " say VEIVISER_FILES_INSIDE=true where nobody else is on that network"
        )
    if mixed := sorted(MIXED & os.environ.keys()):
        yield f"{', '.join(mixed)}: take it out, since VEIVISER_FILES_... alone tell how a bucket is reached"


def _is_safe(settings: FilesSettings) -> bool:
    address = settings.files_endpoint
    if address.startswith("https://"):
        return True
    return address.startswith("http://") and (settings.files_inside or host_of(address) in LOOPBACK)
