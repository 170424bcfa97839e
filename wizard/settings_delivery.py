"""The settings of what leaves for the municipalities' own systems; which of them gets what stands in its file."""

import base64

from pydantic import Field, SecretStr, field_validator
from pydantic_settings import BaseSettings

KEY_BYTES = 32


class DeliverySettings(BaseSettings):
    """The part of ``wizard.settings.Settings`` that the deliveries read."""

    delivery_folder: str = Field(default="", pattern=r"^(/[^\x00-\x1f]+)?$")
    """Under which each municipality that takes packages in a folder has one of its own."""
    delivery_hosts: str = Field(default="", pattern=r"^[A-Za-z0-9.:,-]*$")
    """The hosts that a webhook may have, comma-separated: with a port where it has one."""
    delivery_keys: SecretStr = SecretStr("")
    """``municipality:base64`` of the 32 bytes of an Ed25519 key by which its webhook's messages are signed."""
    delivery_seconds: float = Field(default=120.0, gt=0, le=240)
    """How long a webhook may take for one package, sending and answering together."""
    deliveries_at_once: int = Field(default=2, ge=1, le=32)

    def delivery_key(self, municipality: str) -> bytes | None:
        """The municipality's private key; None where it has none."""
        return dict(_parted(self.delivery_keys)).get(municipality)

    def allowed_hosts(self) -> list[str]:
        return [host for host in self.delivery_hosts.lower().split(",") if host]

    @field_validator("delivery_keys")
    @classmethod
    def _delivery_keys_are_whole(cls, value: SecretStr) -> SecretStr:
        if any(not name or len(key) != KEY_BYTES for name, key in _parted(value)):
            raise ValueError("each key of a delivery is municipality:base64 of 32 bytes")
        return value


def _parted(keys: SecretStr) -> list[tuple[str, bytes]]:
    entries = [one.partition(":") for one in keys.get_secret_value().split(",") if one]
    return [(name, base64.b64decode(key, validate=True)) for name, _, key in entries]
