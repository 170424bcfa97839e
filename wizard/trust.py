"""Whom this site believes when another says over TLS who it is."""

import re
import ssl
from pathlib import Path

_REASON = re.compile(r"certificate verify failed: (.+?)(?: \(_ssl|$)")


def trusted(ca_file: Path | None) -> ssl.SSLContext:
    """The public authorities, as the machine knows them, and beside them the municipality's own of that file."""
    context = ssl.create_default_context()
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    if ca_file is not None:
        context.load_verify_locations(ca_file)
    return context


def disbelief(error: BaseException) -> str:
    """Why a certificate was not believed, in OpenSSL's words; empty where the trouble was another."""
    found = _REASON.search(str(error))
    return found[1] if found else ""
