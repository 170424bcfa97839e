"""Whether the settings are fit for real people: what is weak, known to others or forgotten stops the start.

Each complaint names the setting and what to do. Of a secret it tells where it is weak, never a letter of it.
"""

import base64
import os
from collections.abc import Iterator
from itertools import combinations, pairwise
from pathlib import Path
from urllib.parse import urlsplit

from wizard import sound_delivery
from wizard.malformed_settings import DRAW, DRAW_BYTES
from wizard.places import places
from wizard.service_address import LOOPBACK, host_of
from wizard.settings import Settings
from wizard.settings_files import files_complaints
from wizard.settings_trust import trust_complaints

LETTERS, BYTES = 8, 12
"""So many different ones at least have 32 letters, or bytes, that were drawn: fewer come less than once in 10^7."""
TOKEN_LETTERS = 24


class UnsoundSettingsError(Exception):
    """Start-up ends, and this says why."""

    def __init__(self, complaints: list[str]) -> None:
        super().__init__("\n".join(["The settings are not fit for real people:", *complaints]))
        self.complaints = complaints


def hold(settings: Settings) -> None:
    """``UnsoundSettingsError`` where anything is wrong; ``NoMunicipalitiesError`` where there are none."""
    places(settings)
    if found := list(complaints(settings)):
        raise UnsoundSettingsError(found)


def complaints(settings: Settings) -> Iterator[str]:
    """What would let others in, or read along: nothing in the demo."""
    if settings.demo:
        return  # nobody real is let in: see ways_in
    yield from _secrets(settings)
    yield from _mail(settings)
    yield from _kept_here(settings)
    yield from sound_delivery.complaints(settings)
    yield from files_complaints(settings)
    yield from trust_complaints(settings)
    if host_of(settings.oidc_issuer) not in LOOPBACK:  # a provider on this machine knows no real people
        yield from _doors(settings)


def _secrets(settings: Settings) -> Iterator[str]:
    keys = [entry.partition(":")[2] for entry in settings.keys.get_secret_value().split(",")]
    lookups = settings.lookup_key.get_secret_value().split(",")
    token = settings.docgen_token.get_secret_value()
    signing = [settings.secret_key.get_secret_value(), *settings.former_secret_keys()]
    if any(_is_drawn_badly(key.encode(), LETTERS) for key in signing):
        yield f"VEIVISER_SECRET_KEY, or a former one, repeats itself or has few different letters: {DRAW}"
    named = {"VEIVISER_KEYS": keys, "VEIVISER_LOOKUP_KEY": lookups}
    for name, key in ((name, key) for name, several in named.items() for key in several):
        raw = base64.b64decode(key)
        if _is_drawn_badly(raw, BYTES) or raw.isascii():
            yield f"{name} has a key that nobody drew: it repeats itself, counts, or is text; {DRAW_BYTES}"
    if len(token) < TOKEN_LETTERS or _is_drawn_badly(token.encode(), LETTERS):
        yield f"VEIVISER_DOCGEN_TOKEN has fewer than {TOKEN_LETTERS} letters, or few different ones: {DRAW}"
    if any(one == other for one, other in combinations([*signing, *keys, *lookups, token], 2)):
        yield "The same secret stands in two of VEIVISER_SECRET_KEY, _KEYS, _LOOKUP_KEY and _DOCGEN_TOKEN: draw each"


def _is_drawn_badly(secret: bytes, least: int) -> bool:
    """Few different bytes, the same piece over and over, or each as far from the one before."""
    steps = {(after - before) % 256 for before, after in pairwise(secret)}
    return len(set(secret)) < least or secret in (secret * 2)[1:-1] or len(steps) == 1


def _mail(settings: Settings) -> Iterator[str]:
    if not settings.mail_server:
        if settings.mail_from:
            yield "VEIVISER_MAIL_FROM is set and VEIVISER_MAIL_SERVER is not: no notice goes out; set both, or neither"
        return
    if settings.mail_server.startswith("/"):
        yield "VEIVISER_MAIL_SERVER is a folder: that is for the demo alone; name the mail server as host:port"
    elif settings.mail_tls == "none" and settings.mail_server.rpartition(":")[0] not in LOOPBACK:
        yield (
            "VEIVISER_MAIL_TLS is none: who gets notices could be read on the way; use starttls or tls, or a mail"
            " server on this machine"
        )
    if not settings.mail_from:
        yield "VEIVISER_MAIL_FROM is empty: name the address that notices come from, and that somebody reads"
    if bool(settings.mail_user) != bool(settings.mail_password.get_secret_value()):
        yield "VEIVISER_MAIL_USER and VEIVISER_MAIL_PASSWORD go together: set both, or neither"


def _kept_here(settings: Settings) -> Iterator[str]:
    """What stands in the way of what this machine is to keep."""
    folder = settings.files
    if isinstance(folder, Path) and any(_is_file(path) for path in (folder, *folder.parents)):
        yield "VEIVISER_FILES: it is a folder, and there is a file in its place or over it; name another"
    if _is_folder(settings.limits_file) or any(map(_is_file, settings.limits_file.parents)):
        yield "VEIVISER_LIMITS_FILE: it is a file in a folder, and there is a folder in its place or a file over it"


def _is_file(path: Path) -> bool:
    return os.path.exists(path) and not _is_folder(path)  # noqa: PTH110 -- False where nobody may look


def _is_folder(path: Path) -> bool:
    return os.path.isdir(path)  # noqa: PTH112 -- as above


def _doors(settings: Settings) -> Iterator[str]:
    if not settings.secure_cookies:
        yield "VEIVISER_SECURE_COOKIES is off: that is for the demo alone; leave it out"
    if any("/" in name or " " in name or not name.isprintable() for name in settings.trusted_hosts):
        yield "VEIVISER_TRUSTED_HOSTS takes names of hosts alone, without https:// and what follows the host"
    wide = [name for name in settings.trusted_hosts if "*" in name or name.strip(".").count(".") == 0]
    if all(name in LOOPBACK for name in settings.trusted_hosts):
        yield 'VEIVISER_TRUSTED_HOSTS names no host of the site: set it, as in ["veiviser.kommune.no"]'
    elif any(name not in LOOPBACK for name in wide):
        yield f"VEIVISER_TRUSTED_HOSTS takes too much with {', '.join(wide)}: name each host in full"
    if not settings.proxies:
        yield (
            "VEIVISER_PROXIES is 0: behind the proxy that speaks TLS everybody would have its address, and no page"
            " would know that it is read over https; say how many stand in front"
        )
    if not settings.security_contact:
        yield (
            "VEIVISER_SECURITY_CONTACT is empty: whoever finds a hole would have nowhere to tell of it; name a mailbox"
            " (mailto:) or a page (https://) that somebody reads"
        )
    docgen = urlsplit(settings.docgen_url)
    safe = docgen.scheme == "https" or docgen.hostname in LOOPBACK or settings.docgen_inside
    if not safe or docgen.scheme not in {"http", "https"}:
        yield (
            "VEIVISER_DOCGEN_URL is not https: what citizens write could be read on the way; use https, or say"
            " VEIVISER_DOCGEN_INSIDE=true where nobody else is on that network"
        )
