"""The office's search is in the log: that one looked, never what for in clear, and each case that was shown."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from html import unescape

import httpx
from sqlalchemy import select, text

from tests.draft import Draft
from tests.guest import Guest
from tests.integration.seen.conftest import in_hands
from tests.integration.seen.test_log import closed
from tests.later import reference
from tests.paper_form import STILLE, begin_paper, boxes, today
from tests.running_site import Site
from tests.seen import checked, entry, log, office, rename
from wizard.cases.access_log import NO_CASE
from wizard.models_access import Access

WHY = "Søkte etter et navn eller en referanse"
SOUGHT = ("found", "office.seek", "sought")
SHUT_FILE = ["CREATE TRIGGER shut BEFORE UPDATE ON submissions BEGIN SELECT RAISE(ABORT, 'shut'); END"]
SHUT = [
    "CREATE FUNCTION shut() RETURNS trigger LANGUAGE plpgsql AS $$BEGIN RAISE EXCEPTION 'shut'; END$$",
    "CREATE TRIGGER shut BEFORE UPDATE ON submissions FOR EACH ROW EXECUTE FUNCTION shut()",
]
STEP, REGISTERS = "apply.step", "registers"


def search(staff: Guest, asked: str) -> httpx.Response:
    return staff.post("/larvik/kontor/sok", {"asked": asked}, page="/larvik/kontor/")


def refused(site: Site, staff: Guest, path: str, page: str, data: dict[str, str]) -> httpx.Response:
    """As ``Guest.post``, where a failure of the site is what is looked for."""
    token = staff.token(page)
    return httpx.post(site.url + path, data={"csrf_token": token} | data, cookies={"veiviser": staff.cookie})


def searches(site: Site) -> list[Access]:
    with site.tools() as tools, tools.store.read() as db:
        query = select(Access).where(Access.case_id == NO_CASE).order_by(Access.number)
        return list(db.scalars(query))


def shown(site: Site, draft: Draft) -> list[Access]:
    return [row for row in log(site, draft) if (row.outcome, row.what, row.reason) == SOUGHT]


def test_a_search_leaves_a_row_and_one_for_each_case_that_it_showed(either_site: Site, sent: Draft) -> None:
    lun, before = either_site.visitor("lun"), len(searches(either_site))
    assert str(sent.id) in search(lun, "Stille Bjørkeløv").text
    assert search(lun, "  bjørkeløv STILLE").status_code == 200
    assert "Stille" not in search(lun, "Ingenting Som Finnes").text
    first, same, nobody = rows = searches(either_site)[before:]
    assert {(row.outcome, row.what, row.capacity) for row in rows} == {("searched", "office.seek", "staff")}
    assert first.which == same.which != nobody.which
    assert [row.stated for row in shown(either_site, sent)] == [first.number, same.number]
    for row in rows:
        assert re.fullmatch(r"[0-9a-f]{64}", row.which)
        assert entry(either_site, row) == {"name": "Lun Fjelltone", "office": "Tjenestekontoret", "words": ""}
    assert checked(either_site).breaks == []


def test_its_owner_reads_that_somebody_searched(either_site: Site, sent: Draft) -> None:
    search(either_site.visitor("lun"), "Stille")
    page = unescape(sent.guest.get(f"{sent.path}/sett").text)
    assert WHY in page
    assert "Lun Fjelltone" in page


def test_without_the_log_nothing_is_found(own_site: Site) -> None:
    in_hands(own_site)
    lun = own_site.visitor("lun")
    rename(own_site, "access_log", "gone")
    closed(refused(own_site, lun, "/larvik/kontor/sok", "/larvik/kontor/", {"asked": "Bjørkeløv"}))
    rename(own_site, "gone", "access_log")
    assert checked(own_site).breaks == []


def test_what_staff_begin_from_paper_is_in_the_log_before_it_is_registered(either_site: Site) -> None:
    paper = begin_paper(either_site.visitor("lun"))
    paper.answer("address-protection", {"address_protected": "no"})
    paper.see("subject")
    rows = log(either_site, paper)
    assert {(row.outcome, row.capacity, row.reason) for row in rows} == {("read", "staff", REGISTERS)}
    assert STEP in {row.what for row in rows}
    paper.autosave("subject", {"subject_given_name": "Stille"})
    assert "apply.autosave" not in {row.what for row in log(either_site, paper)}, "typing shows nothing new"


def test_what_a_number_on_a_paper_leads_to_is_in_the_log_though_the_paper_is_thrown_away(
    either_site: Site, sent: Draft
) -> None:
    lun, before = either_site.visitor("lun"), len(searches(either_site))
    paper = begin_paper(lun, "supplement")
    posted = {"came_by": "by_hand"} | boxes("arrived", today())
    paper.answer("address-protection", {"address_protected": "no"})
    paper.answer("subject", STILLE)
    paper.answer("sender", {"sent_by": "self"})
    paper.answer("days", posted)
    assert reference(sent) in paper.see("earlier")
    away = lun.post(f"/larvik/kontor/papir/{paper.id}/slett", {}, page=f"{paper.path}/se-over")
    assert away.status_code == 303
    first = searches(either_site)[before:][0]
    assert (first.outcome, first.what, first.capacity) == ("searched", "office.for_paper", "staff")
    assert re.fullmatch(r"[0-9a-f]{64}", first.which)
    rows = [row for row in log(either_site, sent) if row.what == "office.for_paper"]
    assert {(row.outcome, row.reason, row.stated) for row in rows} == {("found", "for_paper", first.number)}
    page = unescape(sent.guest.get(f"{sent.path}/sett").text)
    assert "Så etter saken som et skjema på papir hører til" in page
    assert "Lun Fjelltone" in page
    assert checked(either_site).breaks == []


def test_the_same_form_that_came_before_is_in_the_log_when_it_is_shown(
    either_site: Site, sent: Draft
) -> None:
    paper = begin_paper(either_site.visitor("lun"), sent.journey)
    paper.write_down(subject=STILLE, days={"came_by": "by_hand"} | boxes("arrived", today()))
    assert reference(sent) in unescape(paper.guest.get(paper.registering).text)
    assert "office.for_paper" in {row.what for row in log(either_site, sent)}


@contextmanager
def shut(site: Site) -> Iterator[None]:
    """No case's marks can be changed meanwhile."""
    with site.tools() as tools:
        writer = tools.store.writer
        on_file = writer.dialect.name == "sqlite"
        with writer.begin() as db:
            for statement in SHUT_FILE if on_file else SHUT:
                db.execute(text(statement))
        yield
        with writer.begin() as db:
            db.execute(text("DROP TRIGGER shut" if on_file else "DROP TRIGGER shut ON submissions"))


def test_a_reason_and_the_mark_it_leaves_are_written_together_or_not_at_all(own_site: Site) -> None:
    sent = in_hands(own_site)
    lun = own_site.visitor("lun")
    reason = f"{office(sent)}/grunn"
    said = {"reason": "handles", "own_words": "", "related": "yes"}
    with shut(own_site):
        closed(refused(own_site, lun, reason, reason, said))
        assert log(own_site, sent) == []
    assert lun.post(reason, said).status_code == 303
    assert [row.outcome for row in log(own_site, sent)] == ["stated"]
    assert checked(own_site).breaks == []
