"""What a receipt, a button and a withdrawal say: nothing that was not done, and nothing asked that was told."""

import pytest

from tests.draft import Draft, begin, told
from tests.guest import Guest
from tests.later import begin_about, fill, sent, supplement
from tests.running_site import Site


@pytest.fixture(scope="module")
def guest(site: Site) -> Guest:
    return site.visitor("stille")


@pytest.fixture
def earlier(guest: Guest) -> Draft:
    """An application that is in."""
    return sent(begin(guest).complete())


def test_the_receipt_says_what_was_done_and_whom_it_concerns(earlier: Draft) -> None:
    more = sent(supplement(earlier)).receipt()
    assert "Du har sendt mer til saken" in more
    assert "Du har sendt ettersendingen" not in more
    application = earlier.receipt()
    concerned = application.split("Hvem det gjelder")[1].split("</dd>", maxsplit=1)[0]
    assert "Deg selv" in concerned
    assert "For deg" not in concerned


def test_a_button_on_the_case_page_thanks_for_nothing_that_was_not_written(guest: Guest) -> None:
    given = sent(begin(guest, "consent").complete(told("consent")))
    draft = begin_about(given, "consent_withdrawal")
    first = guest.get(guest.get(draft.path).headers["location"]).text
    assert "Vi har tatt vare på det du skrev sist" not in first


def test_a_complaint_that_is_withdrawn_tells_the_deadline_that_it_told_itself(guest: Guest) -> None:
    appeal = sent(begin(guest, "appeal").complete(told("appeal")))
    begun = begin_about(appeal, "withdrawal")
    fill(begun, answered={"withdrawal_answered": "no"})
    for slug in ("complained-about", "address-protection"):
        assert guest.get(begun.step(slug)).status_code == 303
    page = begun.see("extent")
    assert "kan du klage på nytt" in page or "Fristen for å klage er ute." in page
    assert "Siste dag for å klage er" in page or "Fristen for å klage er ute." in page
