"""Where another service is asked, as a setting or a provider names it: whether such an address can work at all.

What is said of one shows nothing of it: a password may stand there.
"""

import re
from ipaddress import ip_address
from urllib.parse import SplitResult, urlsplit

PORTS = range(1, 1 << 16)
LOOPBACK = {"127.0.0.1", "localhost", "::1", "[::1]"}
"""This machine, by each of its names."""
_LABEL = re.compile(r"\w[\w-]*")
_BRACKETS = re.compile(r"(?:.*@)?\[[^\[\]]*\](?::[0-9]*)?")
_PLACE = re.compile(r"([^/:\s]+):([0-9]{1,5})")


def read(address: str) -> SplitResult | None:
    """Its parts; None where it has no host, or where that, its port or any letter cannot be one."""
    try:
        parts = urlsplit(address)
        port, name = parts.port, parts.hostname or ""
    except ValueError:
        return None
    shaped = not {"[", "]"} & {*parts.netloc} or _BRACKETS.fullmatch(parts.netloc)
    lettered = address.isprintable() and not {" ", "\\"} & {*address}
    return parts if shaped and lettered and _is_host(name) and (port is None or port in PORTS) else None


def host_of(address: str) -> str:
    """Empty where it has none, or cannot be read."""
    parts = read(address)
    return (parts and parts.hostname) or ""


def fault(address: str) -> str:
    """What is wrong with it as the beginning of each address that is asked there; empty for nothing."""
    if not re.match(r"[\w+.-]+://[^/?#]", address):
        return "it names no host: write it as in https://service.example.no"
    parts = read(address)
    if parts is None:
        return "it cannot be read as an address: look at its host, its brackets and its port"
    if "@" in parts.netloc:
        return "a user or a password stands before its host: leave that out"
    return "it goes on with ? or #: leave that out" if "?" in address or "#" in address else ""


def is_host_and_port(place: str) -> bool:
    """Whether it is ``host:port``, of a service that is asked by another way than http."""
    found = _PLACE.fullmatch(place)
    return found is not None and _is_host(found[1]) and int(found[2]) in PORTS


def _is_host(name: str) -> bool:
    """Whether a machine may be called so; what ends in a number is an IP address."""
    labels = name.removesuffix(".").split(".")
    if ":" not in name and not labels[-1].isdecimal():
        return all(map(_LABEL.fullmatch, labels))
    try:
        return bool(ip_address(name))
    except ValueError:
        return False
