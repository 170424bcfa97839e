"""Cases of one owner are told apart where they choose among them, and the office sees what was taken back."""

import pytest

from tests.draft import Draft, begin, told
from tests.guest import Guest
from tests.later import begin as later_begin
from tests.later import sent, supplement, withdrawal
from tests.running_site import Site


@pytest.fixture
def guest(site: Site) -> Guest:
    return site.visitor("stille")


def sent_form(guest: Guest, journey: str) -> Draft:
    return sent(begin(guest, journey).complete(told(journey)), sign_method="electronic")


def test_what_was_taken_back_is_marked_where_more_may_be_sent_and_at_the_office(
    site: Site, guest: Guest
) -> None:
    earlier = sent(begin(guest).complete())
    later = sent(supplement(earlier))
    sent(withdrawal(earlier))
    page = site.visitor("lun").get(later.path.replace("/sak/", "/kontor/sak/")).text
    assert ">Trukket</span>" in page.split("Saken det hører til")[1].split("</section>")[0]
    assert "Denne er trukket. For deg" in later_begin(guest, "supplement").see("earlier-case")


def test_a_consent_tells_what_it_is_about_where_it_is_taken_back_and_in_the_list(guest: Guest) -> None:
    sent_form(guest, "consent")
    choices = later_begin(guest, "consent_withdrawal").see("withdrawal")
    assert "For deg. Individuell plan; Koordinator" in choices
    assert "Individuell plan; Koordinator" in guest.get("/larvik/mine-saker").text
