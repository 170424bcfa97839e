"""Staff register what came on paper: it is a case like any other, in the office's list and among its owner's."""

import re
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier

from tests import behind, later
from tests.draft import CONSENTS
from tests.guest import Guest, hidden
from tests.office_list import line_of
from tests.paper_form import (
    NEW,
    STILLE,
    VOUCHED,
    PaperForm,
    begin_paper,
    boxes,
    faults,
    other,
    registered,
    today,
)
from tests.running_site import Site

MINE = "/larvik/mine-saker"


def tags(text: str) -> list[str]:
    return re.findall(r'<span class="ds-tag" data-color="warning">([^<]*)</span>', text)


def test_it_is_a_case_of_the_office_with_who_registered_it(either_site: Site) -> None:
    lun = either_site.visitor("lun")
    paper = registered(lun, days=other(1))
    page = lun.get(paper.at_office).text
    assert "Lun Fjelltone registrerte skjemaet" in page
    assert "Kom på papir" in tags(page)
    assert line_of(lun, paper.id)
    assert behind.events(either_site, paper) == ["started", "registered_from_paper", "submitted"]
    assert behind.hand_overs(either_site, paper) == 1
    found = lun.get("/larvik/kontor/")
    sought = lun.post("/larvik/kontor/sok", {"asked": "åkerlyng"}, page="/larvik/kontor/")
    assert found.status_code == 200
    assert str(paper.id) in sought.text


def test_registering_twice_at_once_is_registering_once(either_site: Site) -> None:
    lun = either_site.visitor("lun")
    paper = begin_paper(lun).write_down(days=other(2))
    page = lun.get(paper.registering).text
    given = VOUCHED | {name: hidden(page, name) for name in ("csrf_token", "content")}
    barrier = Barrier(4)

    def press() -> int:
        barrier.wait()
        return lun.http.post(paper.registering, data=given).status_code

    with ThreadPoolExecutor() as pool:
        codes = list(pool.map(lambda _: press(), range(4)))
    assert set(codes) == {303}
    assert behind.submissions(either_site, paper) == 1
    assert behind.events(either_site, paper).count("registered_from_paper") == 1


def test_whoever_it_is_about_finds_it_among_their_cases(site: Site, lun: Guest) -> None:
    paper = registered(lun, subject=STILLE, days=other(3))
    stille = site.visitor("stille")
    assert paper.reference in stille.get(MINE).text
    page = stille.get(f"/larvik/sak/{paper.id}").text
    assert "Søknaden kom på papir" in page
    assert "Lun Fjelltone" not in page, "a citizen is told of the office, not of who works there"
    assert "Du begynte på" not in page
    assert stille.get(f"/larvik/sak/{paper.id}/vedlegg/{scan_of(site, paper)}").status_code == 200


def scan_of(site: Site, paper: PaperForm) -> str:
    page = site.visitor("lun").get(paper.at_office).text
    found = re.search(r"/vedlegg/([0-9a-f-]{36})", page)
    assert found
    return found[1]


def test_its_owner_adds_to_it_and_takes_it_back(site: Site, lun: Guest) -> None:
    paper = registered(lun, subject=STILLE, days=other(4))
    stille = site.visitor("stille")
    own = PaperForm(stille, f"/larvik/sak/{paper.id}", "coordination")
    later.sent(later.supplement(own))
    assert "Sendt senere til saken" in lun.get(paper.at_office).text
    assert "Trekk søknaden" in stille.get(own.path).text
    later.sent(later.withdrawal(own))
    assert "Trukket" in lun.get(paper.at_office).text
    assert behind.events(site, paper)[-2:] == ["supplemented", "withdrawn"]


def test_somebody_who_has_never_logged_in_finds_it_at_their_first_log_in(site: Site, lun: Guest) -> None:
    paper = registered(
        lun,
        subject=NEW
        | {"subject_national_id": "52879049970", "subject_given_name": "Mild", "subject_family_name": "Hav"},
        days=other(5),
    )
    havgap = site.visitor("havgap")
    assert paper.reference in havgap.get(MINE).text
    assert "For deg" in havgap.get(MINE).text
    assert site.visitor("myk").get(f"/larvik/sak/{paper.id}").status_code == 404


def test_without_a_number_it_is_the_offices_alone(site: Site, lun: Guest) -> None:
    nobody = {
        "subject_no_id": "no_number",
        "subject_given_name": "Stille",
        "subject_family_name": "Bjørkeløv",
        "answer_by": "unsaid",
    }
    paper = registered(lun, subject=nobody, days=other(6))
    assert paper.reference not in site.visitor("stille").get(MINE).text
    assert "Stille Bjørkeløv" in lun.get(paper.at_office).text


def test_what_a_parent_sent_is_the_parents_and_not_laid_open_to_the_child(site: Site, lun: Guest) -> None:
    rask = {
        "subject_no_id": "has_number",
        "subject_national_id": "19851199708",
        "subject_given_name": "Rask",
        "subject_family_name": "Elveblest",
        "answer_by": "unsaid",
    }
    parent = {
        "sent_by": "parent",
        "sender_name": "Myk Havgløtt",
        "sender_known": "has_number",
        "sender_national_id": "21868449893",
    }
    paper = registered(lun, subject=rask, sender=parent, days=other(7))
    myk = site.visitor("myk")
    assert paper.reference in myk.get(MINE).text
    assert "For Rask" in myk.get(MINE).text
    assert paper.reference not in site.visitor("rask").get(MINE).text


def test_a_proxy_without_the_paper_is_taken_and_marked_and_the_case_is_the_principals(
    site: Site, lun: Guest
) -> None:
    proxy = {
        "sent_by": "proxy",
        "sender_name": "Rolig Fjellvind",
        "sender_known": "no_number",
        "authority_enclosed": "no",
    }
    paper = registered(lun, subject=STILLE, sender=proxy, days=other(8))
    assert {"Fullmakt mangler", "Kom på papir"} <= set(tags(lun.get(paper.at_office).text))
    assert paper.reference in site.visitor("stille").get(MINE).text


def test_what_is_not_signed_is_taken_and_waits_for_the_signature(site: Site, lun: Guest) -> None:
    paper = registered(lun, subject=STILLE, days=other(9), papers={"signed_on_paper": "no"})
    assert "Mangler underskrift" in tags(lun.get(paper.at_office).text)
    assert "Mangler underskrift" in line_of(lun, paper.id)
    stille = site.visitor("stille")
    assert "Underskriften din på papir mangler." in stille.get(MINE).text
    came = lun.post(f"{paper.at_office}/underskrift-kommet", page=paper.at_office)
    assert came.status_code == 303
    assert "Mangler underskrift" not in tags(lun.get(paper.at_office).text)
    assert "Underskriften din på papir mangler." not in stille.get(f"/larvik/sak/{paper.id}").text


def test_nothing_of_a_draft_is_anybody_else_s(site: Site, lun: Guest) -> None:
    paper = begin_paper(lun).write_down(days=other(13))
    for one in ("mild", "klar", "stille", None):
        guest = site.visitor(one, "kristiansand" if one == "klar" else "larvik")
        with site.unchanged():
            for address in (
                paper.step("subject"),
                paper.registering,
                paper.at_office,
                f"{paper.path}/se-over",
            ):
                assert guest.get(address).status_code in {302, 404}, (one, address)
            assert guest.post(paper.registering, VOUCHED, page="/larvik/").status_code in {302, 401, 404}
    assert str(paper.id) not in lun.get("/larvik/kontor/").text
    assert str(paper.id) in lun.get("/larvik/kontor/papir").text


def test_a_draft_is_never_signed_as_if_it_were_staffs_own(site: Site, lun: Guest) -> None:
    paper = begin_paper(lun).write_down(days=other(14))
    with site.unchanged():
        assert paper.guest.get(f"{paper.path}/send").headers["location"] == f"{paper.path}/se-over"
        assert (
            lun.post(f"{paper.path}/send", CONSENTS, page=f"{paper.path}/se-over").headers["location"]
            == f"{paper.path}/se-over"
        )


def test_a_draft_that_is_thrown_away_leaves_nothing(site: Site, lun: Guest) -> None:
    paper = begin_paper(lun).write_down(days=other(15))
    thrown = lun.post(f"/larvik/kontor/papir/{paper.id}/slett", page="/larvik/kontor/papir")
    assert thrown.status_code == 303
    assert behind.case(site, paper) is None
    assert str(paper.id) not in str(site.rows())


def test_once_registered_it_is_not_staffs_to_change(site: Site, lun: Guest) -> None:
    paper = registered(lun, days=other(16))
    with site.unchanged():
        assert lun.get(paper.step("subject")).status_code in {302, 404}
        assert (
            lun.post(f"/larvik/kontor/papir/{paper.id}/slett", page="/larvik/kontor/papir").status_code == 409
        )
        assert lun.get(paper.registering).headers["location"] == paper.at_office


def test_registered_from_what_is_shown_and_nothing_else(site: Site, lun: Guest) -> None:
    paper = begin_paper(lun).write_down(days=other(17))
    shown = hidden(lun.get(paper.registering).text, "content")
    changed = NEW | {"subject_family_name": "Åkerlund"}
    assert paper.answer("subject", changed).status_code == 303
    with site.unchanged():
        answer = paper.register(content=shown)
        assert answer.status_code == 409
        assert "Svarene er endret siden du leste dem." in answer.text
    with site.unchanged():
        assert "familien" in faults(paper.register(impartial=""))
    assert paper.register().status_code == 303


def test_a_child_that_is_expected_is_the_senders_case(site: Site, lun: Guest) -> None:
    due = boxes("due_date", today() + timedelta(60))
    parent = {
        "sent_by": "parent",
        "sender_name": "Myk Havgløtt",
        "sender_known": "has_number",
        "sender_national_id": "21868449893",
    }
    unborn = {"subject_no_id": "expected_child", "answer_by": "letter"} | due
    paper = begin_paper(lun)
    paper.answer("address-protection", {"address_protected": "no"})
    assert paper.answer("subject", unborn).status_code == 303
    assert "sent_by" in faults(paper.answer("sender", {"sent_by": "self"})), "nobody unborn sends anything"
    paper = registered(lun, subject=unborn, sender=parent, days=other(18))
    assert "Ventet barn" in lun.get(paper.at_office).text
    assert "For et barn som ikke er født ennå" in site.visitor("myk").get(MINE).text


def test_what_staff_have_begun_is_told_apart_by_whom_it_is_about(lun: Guest) -> None:
    begin_paper(lun).write_down(subject=NEW | {"subject_family_name": "Kjennetegn"}, days=other(20))
    assert "Jevnlig Kjennetegn" in lun.get("/larvik/kontor/papir").text
