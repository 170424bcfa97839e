"""Somebody sends more to a case that was taken back while they wrote."""

from tests import behind, consents
from tests.later import sent, supplement
from tests.running_site import Site


def test_what_is_sent_to_a_case_that_was_withdrawn_meanwhile_says_so_everywhere(
    site: Site,
) -> None:
    guest, staff = site.visitor("stille"), site.visitor("lun")
    earlier = consents.given(guest)
    later = supplement(earlier)
    warning, mark = "Denne saken er trukket. Du kan sende mer,", "Hører til en sak som er trukket"
    assert warning not in later.review()
    consents.take_back(guest, [str(one.id) for one in consents.rows(site, earlier)])
    assert warning in later.review()
    assert "Saken du sendte mer til, er trukket." in sent(later).receipt()
    assert behind.marks(site, later) == ["to_withdrawn"]
    assert mark in staff.get(consents.office(later)).text
    assert mark in staff.get("/larvik/kontor/").text
    assert mark in {fact.label for fact in behind.frozen(site, later).content.facts}
