"""Whoever is part of a case themselves does not open it at the office (forvaltningsloven § 6)."""

import pytest

from tests import behind
from tests.draft import Draft, begin
from tests.guest import Guest
from tests.integration.seen.conftest import in_hands
from tests.integration.wizard.test_representation import Way, answers
from tests.running_site import Site
from tests.seen import log, office, told

TOLD = "Denne saken er du selv en del av"
JEVN = "11909049875"


def own(site: Site) -> Draft:
    return begin(site.visitor("jevn")).complete()


def about_them(site: Site) -> Draft:
    """Myk fills in for Jevn, as a relative."""
    draft = begin(site.visitor("myk"))
    return draft.complete(answers(draft, Way("myk", "nearest_relative", JEVN, "none")))


@pytest.mark.parametrize("whose", [own, about_them])
def test_whoever_is_part_of_it_is_refused_at_every_door_and_told_why(
    either_site: Site, whose: object
) -> None:
    draft = whose(either_site)  # type: ignore[operator]  # one of the two above
    assert draft.send().status_code == 303
    staff = either_site.visitor("jevn-at-work")
    with either_site.unchanged():
        for end in ("", "/grunn", "/dokument/pdf"):
            answer = staff.http.get(office(draft) + end)
            assert (answer.status_code, TOLD in answer.text) == (403, True), end
        for end in ("grunn", "tatt-i-hand", "gi-slipp", "underskrift-kommet", "send-videre"):
            typed = {"reason": "handles", "related": "no"}
            assert staff.post(f"{office(draft)}/{end}", typed, page="/larvik/kontor/").status_code == 403, end
    rows = log(either_site, draft)
    assert {(row.outcome, row.reason) for row in rows} == {("denied", "own_case")}
    assert len(rows) == 8
    assert TOLD not in either_site.visitor("lun").get(office(draft)).text


def test_whoever_knows_somebody_in_it_is_marked_for_the_office(either_site: Site, sent: Draft) -> None:
    lun = either_site.visitor("lun")
    assert _says(lun, sent, "no") == 303
    assert "related_staff" not in behind.marks(either_site, sent)
    for _ in range(2):
        assert _says(lun, sent, "yes") == 303
    assert behind.marks(either_site, sent).count("related_staff") == 1
    assert "Åpnet av en som kjenner noen i saken" in lun.http.get(office(sent)).text
    assert [row.which for row in log(either_site, sent)[:3]] == ["", "related", "related"]
    assert told(log(either_site, sent))[1] == ("stated", "stated", "handles")


def _says(staff: Guest, draft: Draft, related: str) -> int:
    return staff.post(f"{office(draft)}/grunn", {"reason": "handles", "related": related}).status_code


def test_a_colleague_with_no_part_in_it_is_let_in(site: Site) -> None:
    assert site.visitor("jevn-at-work").get(office(in_hands(site))).status_code == 200
