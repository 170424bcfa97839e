"""Each request has a number: in its answer, on the page of an error, and in each line that it leaves."""

import httpx
import pytest

from docgen.contract import HEADER, believed
from tests.integration.fence.in_process import in_process
from tests.integration.handover.world import until
from tests.integration.wizard.test_told_to_the_log import lines
from tests.running_site import Site

OURS = "abcdefgh23"
FOREIGN = ("ABCDEFGH23", "abcdefgh2", "abcdefgh234", f"{OURS}\xe5", "abcdefgh2l", f"{OURS}, {OURS}")


def test_a_page_of_an_error_tells_the_number_under_which_the_log_has_it(site: Site) -> None:
    guest = site.visitor()
    page = guest.submit("/sprak", [("code", "nn")])
    number = page.headers[HEADER]
    assert believed(number)
    assert f"Oppgi dette nummeret hvis du ringer oss: {number}</p>" in page.text
    until(lambda: [one["route"] for one in lines(site, "request") if one["request"] == number] == ["/sprak"])
    assert [one["request"] for one in lines(site, "token_refused")].count(number) == 1


def test_a_page_that_is_not_there_is_the_same_whoever_asks(site: Site) -> None:
    """A number would be noise there, and would make two such pages differ."""
    missing = site.visitor().get("/larvik/ikke-her")
    assert missing.status_code == 404
    assert missing.headers[HEADER] not in missing.text


def test_no_two_requests_have_one_number_and_a_visitors_own_is_not_taken(site: Site) -> None:
    told = [httpx.get(f"{site.url}/livez", headers={HEADER: OURS}).headers[HEADER] for _ in range(5)]
    assert len({OURS, *told}) == 6


def test_a_trusted_proxys_number_is_taken_in_our_shape_alone(site: Site) -> None:
    with in_process(site, proxies=1) as app:
        client = app.test_client()
        assert client.get("/livez", headers={HEADER: OURS}).headers[HEADER] == OURS
        for said in FOREIGN:
            told = client.get("/livez", headers={HEADER: said}).headers[HEADER]
            assert believed(told)
            assert told not in (said, OURS)


@pytest.mark.parametrize("said", [*FOREIGN, "", None], ids=repr)
def test_nothing_of_another_shape_is_believed(said: str | None) -> None:
    assert believed(OURS) == OURS
    assert believed(said) == ""
