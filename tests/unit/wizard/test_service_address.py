"""An address at which another service is asked, and those that can never be asked."""

import pytest

from wizard.oidc.directory import is_safe
from wizard.service_address import fault, host_of, is_host_and_port


@pytest.mark.parametrize(
    ("address", "host"),
    [
        ("https://idporten.no", "idporten.no"),
        ("https://idporten.no/", "idporten.no"),
        ("https://login.microsoftonline.com/abc-def/v2.0", "login.microsoftonline.com"),
        ("http://docgen:8000", "docgen"),
        ("http://doc_gen:8000/api", "doc_gen"),
        ("https://[::1]", "::1"),
        ("https://[::1]:8443", "::1"),
        ("https://127.0.0.1:", "127.0.0.1"),
        ("https://øyvik.kommune.no.", "øyvik.kommune.no."),
    ],
)
def test_what_can_be_asked(address: str, host: str) -> None:
    assert (fault(address), host_of(address)) == ("", host)


@pytest.mark.parametrize(
    "address", ["", "https", "https:", "https://", "https:///x", "idporten.no", "//idporten.no"]
)
def test_no_host_is_named(address: str) -> None:
    assert "names no host" in fault(address)
    assert not is_safe(address)


@pytest.mark.parametrize(
    "address",
    [
        "https://[::1",
        "https://::1]",
        "https://[::1]x",
        "https://[x]",
        "https://h:port",
        "https://h:0",
        "https://h:-1",
        "https://h:65536",
        "https://h:8\uff10",
        "https://1.2.3",
        "https://1.2.3.400",
        "https://a..b",
        "https://-a",
        "https://a b",
        "https://a/b c",
        "https://a\\b",
        "https://a/\0",
        "https://u:hush@[::1",
        "https://u:hush@h:port",
    ],
)
def test_what_cannot_be_read(address: str) -> None:
    """A provider may name its doors so, too."""
    assert "cannot be read as an address" in fault(address)
    assert "hush" not in fault(address)
    assert (host_of(address), is_safe(address)) == ("", False)


@pytest.mark.parametrize(
    "address", ["https://u:hush@h", "https://u@h", "https://@h", "https://u:hush@[::1]:8"]
)
def test_a_user_before_the_host(address: str) -> None:
    assert "a user or a password stands before its host" in fault(address)
    assert "hush" not in fault(address)


@pytest.mark.parametrize("address", ["https://idporten.no/?x#y", "https://h?", "https://h#", "https://h/a#b"])
def test_it_goes_on(address: str) -> None:
    assert "goes on with ? or #" in fault(address)


@pytest.mark.parametrize(
    "place", ["localhost:25", "clamav:3310", "smtp-1.kommune.example:65535", "127.0.0.1:1"]
)
def test_a_host_and_its_port(place: str) -> None:
    assert is_host_and_port(place)


@pytest.mark.parametrize(
    "place",
    [
        "localhost",
        "localhost:",
        "localhost:0",
        "localhost:99999",
        ":25",
        "a b:25",
        "h:1:2",
        "1.2.3:25",
        "h:x",
    ],
)
def test_no_host_or_no_port(place: str) -> None:
    assert not is_host_and_port(place)
