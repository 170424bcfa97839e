"""Help at the counter: begun together, handed over both ways by a code, and over when it is over."""

import re
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from sqlalchemy import select, update

from forms.situation import Person
from tests import behind
from tests.counter import (
    NUMBER,
    STILLE,
    begun,
    code_for_counter,
    code_for_phone,
    start,
    take_home,
    take_up,
    taken_up,
)
from tests.draft import Draft, begin, told
from tests.guest import Guest, bare
from tests.integration.wizard.test_counter_signing import PAPER, confirm
from tests.running_site import Site
from wizard.cases.participants import HELP_AT_MOST, IDLE_AFTER
from wizard.models import Account
from wizard.models_acting import Participant

UNKNOWN = Person("Varm Myrstrand", NUMBER)
WITHOUT = Person("Stille Bjørkeløv", "")


@pytest.fixture
def helper(site: Site) -> Guest:
    return site.visitor("fin")


def test_begun_together_it_is_the_citizens_from_the_first_moment(site: Site, helper: Guest) -> None:
    draft = begun(helper)
    page = draft.see("role")
    assert "Du hjelper Stille Bjørkeløv med å fylle ut. Du skriver ikke under." in page
    assert "Har en ansatt i kommunen hjulpet til" not in page
    assert 'value="staff_assisting"' not in page
    case = behind.case(site, draft)
    assert case
    assert case.author_id is None
    assert behind.events(site, draft) == ["started", "help_began"]
    owner = site.visitor("stille")
    assert f'href="/larvik/sak/{draft.id}"' in owner.get("/larvik/mine-saker").text
    assert (
        "Servicesenteret hjelper deg med å fylle ut." in owner.get(f"/larvik/sak/{draft.id}/steg/role").text
    )


def test_a_077_nobody_can_tell_whether_somebody_was_here_before(site: Site, helper: Guest) -> None:
    def page(draft: Draft, slug: str) -> str:
        """Without its own address, and the minute at which it was saved."""
        seen = draft.see(slug).replace(str(draft.id), "").replace(draft.path.rsplit(".", 1)[1], "")
        return re.sub(r"Lagret \d\d\.\d\d", "Lagret", bare(seen))

    site.visitor("stille")
    asked = [Person("Navn Somsagt", STILLE.national_id), Person("Navn Somsagt", "16910399954")]
    pages = []
    for one in asked:
        draft = begun(helper, one)
        role = page(draft, "role")
        draft.fill(until="contact")
        you = page(draft, "you").replace(one.national_id[:6], "").replace(one.national_id[6:], "")
        pages.append((role, you))
    assert pages[0] == pages[1]
    assert STILLE.name not in pages[0][1]


def test_the_whole_draft_is_filled_in_together_and_the_owner_reads_who_helped(
    site: Site, helper: Guest
) -> None:
    draft = begun(helper).complete()
    owner = site.visitor("stille")
    own = Draft(owner, f"/larvik/sak/{draft.id}")
    assert "Servicesenteret, FS, " in own.review()
    assert own.send().status_code == 303
    facts = {fact.label: fact.value for fact in behind.frozen(site, own).content.facts}
    assert facts["Hjelp til å fylle ut"].startswith("Servicesenteret, FS, ")
    assert "ansatt" not in " ".join(
        one.question for part in behind.frozen(site, own).content.sections for one in part.answers
    )


def test_home_to_counter_by_a_code_read_aloud(site: Site, helper: Guest) -> None:
    owner = begin(site.visitor("stille"))
    owner.fill(until="need")
    code = code_for_counter(owner)
    answer = take_up(helper, code.lower().replace("-", " "))
    assert answer.status_code == 303
    path = answer.headers["location"]
    assert helper.get(path).headers["location"] == f"{path}/steg/need"
    assert "Koden er brukt" in take_up(helper, code).text
    assert behind.events(site, owner)[-1] == "help_began"


def test_counter_to_phone_by_a_code_and_the_help_is_over(site: Site, helper: Guest) -> None:
    draft = begun(helper)
    draft.fill(until="need")
    code = code_for_phone(draft)
    another = site.visitor("myk")
    assert "Koden er ikke riktig" in take_home(another, code).text, "it is for Stille alone"
    owner = site.visitor("stille")
    answer = take_home(owner, code)
    assert answer.headers["location"] == f"/larvik/sak/{draft.id}"
    assert helper.get(draft.step("need")).status_code == 403
    assert draft.answer("need", {"need_description": "for sent"}, page="/").status_code == 403
    assert behind.events(site, draft)[-2:] == ["help_ended", "handed_home"]
    assert Draft(owner, f"/larvik/sak/{draft.id}").see("need")


def test_without_a_number_the_case_is_claimed_by_the_code(either_site: Site) -> None:
    draft = begun(either_site.visitor("fin"), WITHOUT)
    walked = told(you={"subject_birth_date": "1957-03-14"})
    draft.complete(walked)
    before = behind.case(either_site, draft)
    code = code_for_phone(draft)
    owner = either_site.visitor("stille")
    assert take_home(owner, code).status_code == 303
    own = Draft(owner, f"/larvik/sak/{draft.id}")
    assert "148357 49828" in own.review(), "now the log-in knows the number"
    assert own.send().status_code == 303
    after = behind.case(either_site, own)
    assert before
    assert after
    assert before.owner_id != after.owner_id
    with either_site.tools() as tools, tools.store.read() as db:
        assert db.get(Account, before.owner_id) is None
    assert "Koden er brukt" in take_home(either_site.visitor("myk"), code).text


def test_of_two_who_claim_it_at_once_one_has_it(either_site: Site) -> None:
    draft = begun(either_site.visitor("fin"), WITHOUT)
    code = code_for_phone(draft)
    people = [either_site.visitor(who) for who in ("stille", "myk", "jevn")]
    typed = [guest.told("/larvik/kode").along({"code": code}) for guest in people]
    with ThreadPoolExecutor() as pool:
        answers = list(
            pool.map(lambda one: one[0].submit("/larvik/kode", one[1]), zip(people, typed, strict=True))
        )
    assert sorted(answer.status_code for answer in answers) == [303, 422, 422]
    owner = people[[answer.status_code for answer in answers].index(303)]
    assert owner.get(f"/larvik/sak/{draft.id}/steg/role").status_code == 200


@pytest.mark.parametrize("who", ["owner", "helper"])
def test_either_ends_it_and_the_helper_sees_nothing_more(site: Site, helper: Guest, who: str) -> None:
    owner = begin(site.visitor("stille"))
    draft = taken_up(helper, owner)
    assert draft.see("role")
    ending = owner if who == "owner" else draft
    assert ending.guest.post(f"{ending.path}/hjelp/avslutt", page=ending.step("role")).status_code == 303
    with site.unchanged():
        assert "Hjelpen er avsluttet" in helper.get(draft.step("role")).text
        for path in ("", "/se-over", "/steg/role", "/kvittering", "/over-til-telefon", "/underskrift"):
            assert helper.get(f"{draft.path}{path}").status_code == 403, path
        assert draft.answer("role", {"submitter_role": "self"}, page="/").status_code == 403
    assert behind.events(site, draft)[-1] == "help_ended"


def test_it_ends_by_itself_when_nothing_happens(site: Site, helper: Guest) -> None:
    draft = begun(helper)
    assert "Avslutt hjelpen" in helper.get("/larvik/skranke/").text

    def last_seen(minutes: float) -> None:
        with site.tools() as tools, tools.store.write() as db:
            at = tools.clock() - IDLE_AFTER + timedelta(minutes=minutes)
            db.execute(update(Participant).where(Participant.case_id == draft.id).values(seen_at=at))

    last_seen(1)
    assert draft.see("role")
    with site.tools() as tools, tools.store.read() as db:
        seen = db.scalar(select(Participant.seen_at).where(Participant.case_id == draft.id))
        assert seen
        assert tools.clock() - seen > timedelta(minutes=20), "reading alone does not go on with it"
    last_seen(-1)
    answer = helper.get(draft.step("role"))
    assert (answer.status_code, "ingenting skjedde på 30 minutter" in answer.text) == (403, True)
    assert f"{draft.id}" not in helper.get("/larvik/skranke/").text


def test_it_ends_after_four_hours_whatever_is_done(site: Site, helper: Guest) -> None:
    draft = begun(helper)

    def began(ago: timedelta) -> None:
        with site.tools() as tools, tools.store.write() as db:
            values = {"since": tools.clock() - ago, "seen_at": tools.clock()}
            db.execute(update(Participant).where(Participant.case_id == draft.id).values(values))

    began(HELP_AT_MOST - timedelta(minutes=1))
    assert draft.see("role")
    began(HELP_AT_MOST)
    answer = helper.get(draft.step("role"))
    assert (answer.status_code, "Hjelpen er avsluttet" in answer.text) == (403, True)
    assert f"{draft.id}" not in helper.get("/larvik/skranke/").text


def test_it_ends_when_the_citizen_sends_by_their_own_log_in(either_site: Site) -> None:
    helper = either_site.visitor("fin")
    draft = begun(helper).complete()
    own = Draft(either_site.visitor("stille"), f"/larvik/sak/{draft.id}")
    assert own.send().status_code == 303
    assert behind.events(either_site, own)[-2:] == ["help_ended", "submitted"]
    for end in ("", "/kvittering", "/dokument/pdf", "/se-over", "/papir"):
        assert helper.get(draft.path + end).status_code == 403, end
    assert f"{draft.id}" not in helper.get("/larvik/skranke/").text
    assert "Avslutt hjelpen" not in own.guest.get(own.path).text


def test_the_owner_ends_it_also_after_it_is_sent(either_site: Site) -> None:
    helper, owner = either_site.visitor("fin"), either_site.visitor("stille")
    draft = begun(helper).complete()
    assert confirm(draft, PAPER).status_code == 303
    assert helper.get(f"{draft.path}/papir").status_code == 200, "the paper is awaited"
    page = f"/larvik/sak/{draft.id}"
    assert "Avslutt hjelpen" not in helper.get(draft.path).text
    assert "Avslutt hjelpen" in owner.get(page).text
    answer = owner.post(f"{page}/hjelp/avslutt", page=page)
    assert (answer.status_code, answer.headers["location"]) == (303, page)
    assert "Avslutt hjelpen" not in owner.get(page).text
    assert helper.get(f"{draft.path}/papir").status_code == 403


def test_the_same_helper_takes_part_once(either_site: Site) -> None:
    helper, owner = either_site.visitor("fin"), begin(either_site.visitor("stille"))
    first, second = taken_up(helper, owner), taken_up(helper, owner)
    assert (helper.get(first.step("role")).status_code, bool(second.see("role"))) == (403, True)
    page = helper.get("/larvik/skranke/").text
    assert (first.path in page, second.path in page) == (False, True)
    assert helper.post(f"{second.path}/hjelp/avslutt", page=second.step("role")).status_code == 303
    assert helper.get(second.step("role")).status_code == 403


def test_a_helper_does_not_send_without_waiting(site: Site, helper: Guest) -> None:
    draft = begun(helper)
    with site.unchanged():
        assert helper.post(f"{draft.path}/underskrifter/send", page=draft.step("role")).status_code == 404


def test_a_helper_who_is_the_citizen_is_stopped(site: Site, helper: Guest) -> None:
    oneself = Person("Fin Strandeng", helper.invented.national_id)
    with site.unchanged():
        answer = start(helper, oneself)
    assert (answer.status_code, "Dette er din egen sak." in answer.text) == (422, True)


def test_one_who_knows_the_citizen_is_marked_for_the_office(site: Site, helper: Guest) -> None:
    draft = begun(helper, related="yes").complete()
    own = Draft(site.visitor("stille"), f"/larvik/sak/{draft.id}")
    assert own.send().status_code == 303
    assert behind.marks(site, own) == ["related_helper"]
    page = site.visitor("lun").get(f"/larvik/kontor/sak/{draft.id}").text
    assert "Fikk hjelp av en de kjenner" in page
    assert "Er i slekt med personen, eller kjenner personen privat." in page


def test_bad_input_is_told_in_plain_words(site: Site, helper: Guest) -> None:
    with site.unchanged():
        for typed, said in (
            ({"name": ""}, "Skriv navnet til personen."),
            ({"national_id": "01819095091"}, "Dette nummeret stemmer ikke."),
            ({"related": ""}, "Svar ja eller nei."),
            ({"journey": "care_services"}, "Velg et av svarene som står her."),
            ({"journey": "power_of_attorney", "number_known": "no_number"}, "Den som gir fullmakt, må oppgi"),
        ):
            answer = start(helper, UNKNOWN, **typed)
            assert (answer.status_code, said in answer.text) == (422, True), said
