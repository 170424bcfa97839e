"""A redirect stays on the site, whatever address came in."""

from urllib.parse import urljoin, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wizard.routes.own_address import own_address

OWN = ["/", "/larvik/", "/larvik/sak/1?x=1#y", "/a:b", "/%2f%2fevil.no", "/larvik/søk"]
FOREIGN = [
    "//evil.no",
    "///evil.no",
    "https:evil.no",
    "https://evil.no",
    "https://kommune.no.evil.no",
    "/\\evil.no",
    "\\\\evil.no",
    "/\t/evil.no",
    "\t//evil.no",
    "/\n/evil.no",
    " //evil.no",
    "/larvik/\r\nSet-Cookie: x=1",
    "javascript:alert(1)",
    "data:text/html,x",
    "evil.no",
    "",
    "/\x00/evil.no",
]


@pytest.mark.parametrize("address", OWN)
def test_a_path_of_this_site_is_followed(address: str) -> None:
    assert own_address(address, "/start") == address


@pytest.mark.parametrize("address", [*FOREIGN, None], ids=ascii)
def test_what_could_lead_elsewhere_is_not(address: str | None) -> None:
    assert own_address(address, "/start") == "/start"


@given(st.text(alphabet="/\\:@.?#\t\n\r ehvilno%0d2f;", max_size=20))
def test_no_address_leads_to_another_host(address: str) -> None:
    """As a browser reads it: blanks at the ends and line breaks within are dropped, and a backslash is a slash."""
    kept = own_address(address, "/start")
    read = kept.strip().replace("\t", "").replace("\n", "").replace("\r", "").replace("\\", "/")
    assert urlsplit(urljoin("https://veiviser.test/", read)).netloc == "veiviser.test"
