"""Whoever is part of a case themselves does not open it at the office (forvaltningsloven § 6)."""

import pytest
from sqlalchemy import select

from tests import behind
from tests.draft import Draft, begin
from tests.guest import Guest
from tests.integration.seen.conftest import in_hands
from tests.integration.wizard.test_representation import Way, answers
from tests.later import reference
from tests.running_site import Site
from tests.seen import log, office, told
from tests.several import answers_for
from wizard.accounts import lookup_of
from wizard.cases.taking_part import takes_part
from wizard.models import Case

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


@pytest.mark.parametrize("whose", [own, about_them])
def test_neither_list_nor_search_names_it_for_whoever_is_part_of_it(either_site: Site, whose: object) -> None:
    draft = whose(either_site)  # type: ignore[operator]  # one of the two above
    assert draft.send().status_code == 303
    other = begin(either_site.visitor("stille")).complete()
    assert other.send().status_code == 303
    staff, colleague = either_site.visitor("jevn-at-work"), either_site.visitor("lun")
    for guest, named in ((staff, False), (colleague, True)):
        page = guest.get("/larvik/kontor/").text
        assert str(other.id) in page
        assert (str(draft.id) in page) is named
        found = guest.post("/larvik/kontor/sok", {"asked": reference(draft)}, page="/larvik/kontor/").text
        assert (str(draft.id) in found) is named


def test_whom_it_is_about_is_part_of_it_as_whoever_wrote_it_is_and_nobody_else(site: Site) -> None:
    draft = begin(site.visitor("myk")).complete(answers_for(site.visitor("rask").invented))
    assert draft.send().status_code == 303
    with site.tools() as tools, tools.store.connect() as db:
        for person, part in (("myk", True), ("rask", True), ("stille", False)):
            number = site.visitor(person).invented.national_id
            query = select(Case.id).where(Case.id == draft.id, takes_part(lookup_of(tools, number)))
            assert (db.scalar(query) is not None) is part, person
