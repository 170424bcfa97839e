"""What is said of a setting that is missing, or cannot be one: its name and what is wanted, never what stands there."""

from collections.abc import Iterable
from difflib import get_close_matches

from pydantic import ValidationError

PREFIX = "VEIVISER_"
SECRETS = f"{PREFIX}SECRETS"
"""The folder in which settings may lie as files: read before any of them."""
LIKE = 0.75
"""How like a misspelt name is to the one that was meant, of 1."""
DRAW = "draw one with: python -c 'import secrets; print(secrets.token_urlsafe(32))'"
DRAW_BYTES = "draw one with: openssl rand -base64 32"
WANTED = {
    "secret_key": f"a text of at least 32 letters; {DRAW}",
    "keys": (
        "NAME:KEY, such as first:KEY, each with a short name of its own and with commas between; a KEY is 32 bytes in"
        f" base64; {DRAW_BYTES}"
    ),
    "lookup_key": f"32 bytes in base64, and after a comma a further one that is another; {DRAW_BYTES}",
    "docgen_token": f"one of those in docgen's DOCGEN_TOKENS; {DRAW}",
    "trusted_hosts": 'a JSON list, such as ["veiviser.example.no"]',
    "mail_from": "an e-mail address, such as varsler@example.no",
    "delivery_folder": "the path of a folder, from the root",
    "delivery_hosts": "names of hosts, comma-separated, such as arkiv.example.no",
    "security_contact": "an address that begins with mailto: or https://, such as mailto:sikkerhet@example.no",
}
"""What each is whose own complaint does not say it."""


class MalformedSettingsError(Exception):
    """A setting is missing or cannot be one; says which, and shows nothing of what stands there."""

    def __init__(self, wrong: dict[str, str]) -> None:
        super().__init__("\n".join(wrong.values()))
        self.wrong = wrong
        """What is said of each, by the field's name."""


def malformed(error: ValidationError) -> MalformedSettingsError:
    """As pydantic found it, in words."""
    return MalformedSettingsError(
        {(name := str(one["loc"][0])): _said(name, one["type"], one["msg"]) for one in error.errors()}
    )


def _said(name: str, kind: str, message: str) -> str:
    missing = "it is missing: " if kind == "missing" else ""
    wanted = WANTED.get(name)
    return f"{PREFIX}{name.upper()}: {missing}" + (
        f"it is {wanted}" if wanted else message.removeprefix("Value error, ")
    )


def unknown(names: Iterable[str], known: Iterable[str]) -> list[str]:
    """A sentence for each of ``names`` that begins as a setting does and is none, with the nearest that there is.

    Start-up takes them, since others name their own things so too (Kubernetes tells of a service by its name).
    """
    there = {name.upper() for name in known}
    wrong = (name for name in sorted(map(str.upper, names)) if name.startswith(PREFIX))
    return [_none_such(name, there) for name in wrong if name.removeprefix(PREFIX) not in there]


def _none_such(name: str, there: set[str]) -> str:
    near = get_close_matches(name.removeprefix(PREFIX), sorted(there), n=1, cutoff=LIKE)
    return f"{name}: there is no such setting; " + (
        f"the nearest is {PREFIX}{near[0]}" if near else "take it out"
    )
