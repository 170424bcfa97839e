"""The same form about the same person on the same day: seen at once, and vouched for."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import httpx

from tests import behind
from tests.draft import begin
from tests.guest import Guest, hidden
from tests.paper_form import NEW, STILLE, VOUCHED, begin_paper, faults, other, registered
from tests.running_site import Site

MINE = "/larvik/mine-saker"


def test_the_same_form_once_more_is_seen_at_once_and_must_be_vouched_for(site: Site, lun: Guest) -> None:
    first = registered(lun, subject=STILLE, days=other(10))
    mild = site.visitor("mild")
    again = begin_paper(mild)
    again.answer("address-protection", {"address_protected": "no"})
    again.answer("subject", STILLE)
    again.answer("sender", {"sent_by": "self"})
    assert "alt kommet denne dagen" not in again.see("days")
    again.answer("days", other(10))
    assert first.reference in again.see("wish"), "seen at once, not at the end"
    again.write_down(subject=STILLE, days=other(10))
    with site.unchanged():
        assert "Se på saken som alt er kommet." in faults(again.register())
    assert again.register(once_more="yes").status_code == 303


def test_what_came_digitally_that_day_is_seen_too(site: Site, lun: Guest) -> None:
    sent = begin(site.visitor("stille")).complete()
    assert sent.send().status_code == 303
    paper = begin_paper(lun).write_down(subject=STILLE)
    assert "alt kommet denne dagen" in paper.see("papers")
    assert paper.register().status_code == 422


def test_another_person_another_form_and_another_day_are_no_doubles(lun: Guest) -> None:
    registered(lun, subject=STILLE, days=other(11))
    for slug, person, day in (
        ("coordination", NEW, 11),
        ("coordination", STILLE, 12),
        ("service_complaint", STILLE, 11),
    ):
        paper = begin_paper(lun, slug).write_down(subject=person, days=other(day))
        assert "alt kommet denne dagen" not in paper.see("papers"), (slug, day)


NEAR = "Kan det høre sammen med dette?"


def fjell(number: str, name: str) -> dict[str, str]:
    return STILLE | {"subject_national_id": number, "subject_given_name": name}


def test_the_like_of_some_days_before_or_after_is_asked_of_and_never_refused(lun: Guest) -> None:
    person = fjell("25925949909", "Lang")
    first = registered(lun, subject=person, days=other(30))
    for day, asked in ((44, True), (16, True), (45, False), (15, False)):
        paper = begin_paper(lun).write_down(subject=person, days=other(day))
        page = lun.get(paper.registering).text
        assert (NEAR in page) is asked, day
        assert (first.reference in page) is asked
        assert 'name="once_more"' not in page
    assert paper.register().status_code == 303, "nobody is stopped"


def test_the_letter_that_follows_what_was_sent_digitally_is_seen(site: Site, lun: Guest) -> None:
    sein = site.visitor("sein")
    sent = begin(sein).complete()
    assert sent.send(sign_method="paper").status_code == 303
    paper = begin_paper(lun).write_down(subject=fjell(sein.invented.national_id, "Sein"), days=other(3))
    page = lun.get(paper.registering).text
    assert NEAR in page
    assert "venter på underskrift på papir" in page
    assert paper.register().status_code == 303


def test_of_two_who_register_the_same_at_once_one_is_told(either_site: Site) -> None:
    people = [either_site.visitor(one) for one in ("lun", "mild")]
    assert either_site.visitor("stille").get(MINE).status_code == 200
    drafts = [begin_paper(one).write_down(subject=STILLE, days=other(19)) for one in people]
    pages = [one.get(draft.registering).text for one, draft in zip(people, drafts, strict=True)]
    given = [VOUCHED | {name: hidden(page, name) for name in ("csrf_token", "content")} for page in pages]
    barrier = Barrier(len(people))

    def press(number: int) -> httpx.Response:
        barrier.wait()
        return people[number].http.post(drafts[number].registering, data=given[number])

    with ThreadPoolExecutor() as pool:
        answers = list(pool.map(press, range(len(people))))
    codes = sorted(one.status_code for one in answers)
    assert codes in ([303, 409], [303, 422]), codes
    assert sum(behind.submissions(either_site, draft) for draft in drafts) == 1
    late = next(one for one in answers if one.status_code != 303)
    assert "alt kommet denne dagen" in late.text
