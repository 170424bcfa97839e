"""Settings of wizard and worker: from the environment (``VEIVISER_...``) or files in ``VEIVISER_SECRETS``."""

import base64
import json
import os
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, SecretStr, ValidationError, field_validator
from pydantic_settings import NoDecode, SettingsConfigDict
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError

from forms.municipality import FOLDER
from wizard.malformed_settings import PREFIX, SECRETS, MalformedSettingsError, malformed
from wizard.service_address import PORTS, fault, is_host_and_port
from wizard.settings_handover import HandoverSettings
from wizard.settings_running import RunningSettings
from wizard.settings_trust import TrustSettings

KEY_BYTES = 32
LONGEST_KEY_NAME = 255
"""Bytes: the name's length stands in one byte before each sealed value."""
DATABASES = ("sqlite", "sqlite+pysqlite", "postgresql+psycopg")


OF_PORTS = "with a port from 1 to 65535"


def _is_path(value: str) -> bool:
    return value.startswith("/") and len(value) > 1 and value.isprintable()


def _path(value: object) -> object:
    """What a file holds is no path, and would be shown where nobody finds a file of that name."""
    if isinstance(value, str) and (
        not value.isprintable() or "://" in value or value.startswith(("{", "[", "-----"))
    ):
        raise ValueError("it is the path of a file or a folder")
    return value


def _from_json(value: object) -> object:
    return json.loads(value) if isinstance(value, str) else value


Names = Annotated[list[str], NoDecode, BeforeValidator(_from_json)]
"""A list as JSON. It is read here, and not before all others are: else it alone would be told of, in no words."""
Place = Annotated[Path, BeforeValidator(_path)]


class Settings(HandoverSettings, RunningSettings, TrustSettings):
    """Every setting of wizard and worker. Start-up fails with the setting's name where one is missing or malformed."""

    model_config = SettingsConfigDict(
        env_prefix=PREFIX, extra="ignore", frozen=True, hide_input_in_errors=True, allow_inf_nan=False
    )

    database_url: str = "sqlite:///var/veiviser.sqlite"
    files: Place = Path("var/files")
    """Folder of encrypted attachments and documents."""
    secret_key: SecretStr
    """Signs cookies and CSRF tokens."""
    secret_key_former: SecretStr = SecretStr("")
    """Keys that signed before, comma-separated: what they signed is still believed."""
    keys: SecretStr
    """``name:base64`` of 32 bytes, comma-separated; the first encrypts, all decrypt."""
    lookup_key: SecretStr
    """Base64 of 32 bytes: the keyed hash by which identity numbers are found. A further one follows after a comma."""
    docgen_url: str = "http://127.0.0.1:8001"
    docgen_token: SecretStr
    docgen_inside: bool = False
    """Docgen is asked by plain http over a network that nobody else is on."""
    docgen_seconds: float = Field(default=60.0, gt=0)
    """How long docgen may take for one document before it is asked again later."""
    demo: bool = False
    """Log in by picking an invented person. Never for real people."""
    oidc_issuer: str = ""
    """The log-in provider's name for itself, such as ``https://idporten.no``."""
    oidc_client_id: str = ""
    """What the provider calls this site."""
    oidc_key_file: Place | None = None
    """The site's own private keys, JWKs with ``kid`` and ``alg``, whose public halves the provider knows."""
    oidc_acr: Literal["idporten-loa-substantial", "idporten-loa-high"] = "idporten-loa-high"
    """How surely a citizen must be known."""
    staff_issuer: str = ""
    """The name for itself of the provider at which the municipalities' own people log in."""
    staff_client_id: str = ""
    staff_key_file: Place | None = None
    """As ``oidc_key_file``, for that provider."""
    staff_file: Place | None = None
    """What that provider's words mean here, as ``wizard.oidc.staff_file`` shows: names, numbers, roles."""
    confirm_minutes: int = Field(default=30, ge=5, le=480)
    """How long after they last showed who they are somebody may sign or send, or staff open what is protected.

    As long as an idle log-in lasts, here and at ID-porten: a shorter time would ask everybody a second time who takes
    half an hour for a form, a longer one would let whoever finds a screen sign as the one who left it.
    """
    allow_synthetic_numbers: bool = False
    trusted_hosts: Names = Field(default=["127.0.0.1", "localhost"])
    proxies: int = Field(default=0, ge=0, le=3)
    """How many reverse proxies stand in front and set X-Forwarded-..."""
    secure_cookies: bool = True
    """Only the demo, on plain http, sets this to false."""
    session_hours: int = Field(default=8, ge=1, le=24)
    idle_minutes: int = Field(default=30, ge=5, le=120)
    limits_file: Place = Path("var/limits.sqlite")
    """Where it is counted how often somebody does the same: on this host, and no loss when it is gone."""
    saves_a_minute: int = Field(default=30, ge=1)
    """So often may one person save one step after the other; autosave may come three times as often."""
    posts_a_minute: int = Field(default=60, ge=1)
    """So often anything else that is sent, each kind by itself."""
    reads_a_minute: int = Field(default=300, ge=1)
    reading_seconds: int = Field(default=120, ge=1)
    """So long may one person's files take to be read within ten minutes, whether they are taken or not."""
    people_behind_address: int = Field(default=10, ge=1)
    """So many times as much as one person may be asked from one address by people who are not logged in."""
    helped_drafts_an_hour: int = Field(default=30, ge=1)
    """So many drafts may one helper begin at the counter within an hour."""
    helped_drafts_of_one: int = Field(default=5, ge=1)
    """So many unsent ones may one helper begin for the same person within a day."""
    drafts_of_person: int = Field(default=200, ge=1)
    """So many unsent ones may one person fill in at once, their own and others'."""
    typed_of_case: int = Field(default=1_500_000, ge=1)
    """So many bytes of text may stand in one of them: three times twelve answers of 40,000 letters."""
    files_of_case: int = Field(default=50, ge=1)
    bytes_of_case: int = Field(default=100_000_000, ge=1)
    """So many files, and so many bytes of them, may follow one form."""
    files_of_person: int = Field(default=200, ge=1)
    bytes_of_person: int = Field(default=300_000_000, ge=1)
    """So many may lie in one person's unsent forms together."""
    files_of_day: int = Field(default=300, ge=1)
    bytes_of_day: int = Field(default=600_000_000, ge=1)
    """So many may one person add within 24 hours, sent or not."""
    clamd: str = ""
    """ClamAV's daemon, which looks for viruses: its socket's path, or ``host:port``. Only the demo does without."""
    screen_seconds: float = Field(default=15.0, gt=0)
    """How often the worker looks for files that came while clamd was away."""
    mail_server: str = ""
    """Where notices are handed over, as ``host:port``; a demo may write them into a folder. Empty: none is sent."""
    mail_from: str = Field(default="", pattern=r"^([A-Za-z0-9._+-]+@[A-Za-z0-9.-]+)?$")
    """The address that they come from, and that mail servers answer to."""
    mail_tls: Literal["starttls", "tls", "none"] = "starttls"
    mail_user: str = ""
    mail_password: SecretStr = SecretStr("")
    mail_seconds: float = Field(default=5.0, gt=0)
    """How often the worker looks for mails that are due."""
    max_body_bytes: int = Field(default=105 * 1024 * 1024, ge=1)
    """As many files as a question takes, each as large as it may be, and the text beside them."""
    max_step_bytes: int = Field(default=2 * 1024 * 1024, ge=1)
    security_contact: str = Field(default="", pattern=r"^((https://|mailto:)[!-~]+)?$")
    """Where whoever finds a hole tells of it, as an address (``https://`` or ``mailto:``): see SECURITY.md."""
    municipalities: Place = FOLDER
    """Folder of municipality files."""

    @field_validator("database_url")
    @classmethod
    def _database_is_one_of_ours(cls, value: str) -> str:
        try:
            url = make_url(value)
        except (ArgumentError, ValueError):
            url = None
        if url is None or url.drivername not in DATABASES or (url.port is not None and url.port not in PORTS):
            raise ValueError("it is sqlite:///FILE, or postgresql+psycopg://USER@HOST/NAME")
        return value

    @field_validator("secret_key")
    @classmethod
    def _secret_key_is_long(cls, value: SecretStr) -> SecretStr:
        if len(value.get_secret_value()) < KEY_BYTES:
            raise ValueError("the secret key has at least 32 characters")
        return value

    @field_validator("secret_key_former")
    @classmethod
    def _former_secret_keys_are_long(cls, value: SecretStr) -> SecretStr:
        if any(len(key) < KEY_BYTES for key in value.get_secret_value().split(",") if key):
            raise ValueError("each former secret key has at least 32 characters")
        return value

    @field_validator("docgen_url")
    @classmethod
    def _docgen_is_an_address(cls, value: str) -> str:
        if wrong := fault(value):
            raise ValueError(wrong)
        return value

    @field_validator("clamd")
    @classmethod
    def _clamd_is_a_place(cls, value: str) -> str:
        if value and not _is_path(value) and not is_host_and_port(value):
            raise ValueError(f"clamd is the path of a socket, or host:port, {OF_PORTS}")
        return value

    @field_validator("mail_server")
    @classmethod
    def _mail_server_is_a_place(cls, value: str) -> str:
        if value and not _is_path(value) and not is_host_and_port(value):
            raise ValueError(f"the mail server is host:port, {OF_PORTS}, or in the demo the path of a folder")
        return value

    @field_validator("keys")
    @classmethod
    def _keys_are_whole(cls, value: SecretStr) -> SecretStr:
        names = set()
        for entry in value.get_secret_value().split(","):
            name, _, key = entry.partition(":")
            if not 0 < len(name.encode()) <= LONGEST_KEY_NAME or name in names:
                raise ValueError("each key has a short name of its own")
            if len(base64.b64decode(key, validate=True)) != KEY_BYTES:
                raise ValueError("each key is name:base64 of 32 bytes")
            names.add(name)
        return value

    @field_validator("lookup_key")
    @classmethod
    def _lookup_key_is_whole(cls, value: SecretStr) -> SecretStr:
        keys = [base64.b64decode(key, validate=True) for key in value.get_secret_value().split(",")]
        if any(len(key) != KEY_BYTES for key in keys) or len(set(keys)) < len(keys):
            raise ValueError("each look-up key is base64 of 32 bytes, and another one")
        return value

    def former_secret_keys(self) -> list[str]:
        return [key for key in self.secret_key_former.get_secret_value().split(",") if key]


def secrets_folder() -> Path | None:
    """Where settings lie as files, if anywhere. ``MalformedSettingsError`` where they cannot be read there."""
    named = os.environ.get(SECRETS)
    if not named:
        return None
    folder, known = Path(named), {f"{PREFIX}{name}".upper() for name in Settings.model_fields}
    try:
        there = {file.name.upper(): file for file in folder.iterdir()}
    except OSError as error:
        said = f"{SECRETS}: it is a folder, and there is none of that name that can be read"
        raise MalformedSettingsError({"secrets": said}) from error
    if unread := [name for name, file in sorted(there.items()) if name in known and not _is_text(file)]:
        lines = [f"{name}: its file in {SECRETS} cannot be read as text" for name in unread]
        raise MalformedSettingsError({"secrets": "\n".join(lines)})
    return folder


def _is_text(file: Path) -> bool:
    try:
        file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return False
    return True


def load(**instead: Any) -> Settings:
    """The settings of this process; secrets may lie as files in the folder ``VEIVISER_SECRETS``.

    What is given ``instead`` stands in place of what is set. ``MalformedSettingsError`` tells of all that cannot be.
    """
    try:
        return Settings(_secrets_dir=secrets_folder(), **instead)
    except ValidationError as error:
        raise malformed(error) from None
