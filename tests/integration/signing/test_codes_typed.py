"""Codes as they are typed: wrong, foreign, used, expired or tried too often (A-075)."""

from collections.abc import Callable

import pytest

from forms.situation import Person
from tests import several
from tests.draft import Draft
from tests.guest import Guest, bare
from tests.integration.signing.conftest import forget_tries
from tests.running_site import Site
from wizard import accounts
from wizard.cases.codes import open_code
from wizard.cases.errors import WrongCodeError

RIGHT = {"rep_authority": "none"}
Waiting = Callable[[], Draft]


@pytest.fixture
def frisk(site: Site) -> Guest:
    forget_tries(site)
    return site.visitor("frisk")


@pytest.fixture
def waiting(site: Site, frisk: Guest) -> Waiting:
    """Makes drafts that the parent has signed, and that wait for the young person."""
    parent = site.visitor("myk")

    def made() -> Draft:
        draft = several.filled_for(parent, frisk.invented, representative=RIGHT)
        several.wait(draft)
        return draft

    return made


def code(draft: Draft) -> str:
    return several.code_of(several.ask(draft, "young_person"))


def test_what_opens_nothing_is_told_alike_and_the_code_can_be_mended(
    site: Site, waiting: Waiting, frisk: Guest
) -> None:
    given, stranger = code(waiting()), site.visitor("jevn")
    foreign, none = several.type_code(stranger, given), several.type_code(stranger, "2222-2222")
    assert (foreign.status_code, none.status_code) == (422, 422)
    assert bare(foreign.text).replace(given, "") == bare(none.text).replace("2222-2222", "")
    assert "Koden er ikke riktig, eller den er til en annen enn deg." in foreign.text
    assert several.type_code(frisk, given).status_code == 303


def test_a_code_used_taken_back_or_left_out_says_what_to_do(
    site: Site, waiting: Waiting, frisk: Guest
) -> None:
    draft = waiting()
    first = code(draft)
    second = code(draft)
    assert "Har du fått en nyere kode" in several.type_code(frisk, first).text
    at = several.come(frisk, second)
    elsewhere = several.type_code(site.visitor("frisk", "senja"), second)
    assert "Var det deg, finner du saken under «Mine saker» i Larvik kommune." in elsewhere.text
    assert at in frisk.get("/larvik/mine-saker").text
    assert "Skriv koden du har fått." in several.type_code(frisk, "").text


def test_a_075_five_a_minute_then_told_when_to_try_again(either_site: Site) -> None:
    forget_tries(either_site)
    guest = either_site.visitor("vennlig")
    for guess in "23456":
        assert several.type_code(guest, f"2222-222{guess}").status_code == 422
    answer = several.type_code(guest, "2222-2227")
    assert answer.status_code == 429
    assert answer.headers["retry-after"] == "60"
    assert "Vent ett minutt" in answer.text


def test_one_alone_cannot_lock_anothers_code_and_ten_who_do_are_told_of(
    site: Site, waiting: Waiting, frisk: Guest
) -> None:
    draft = waiting()
    given, stranger = code(draft), site.visitor("jevn").invented
    with site.tools() as tools:
        for number in range(24):
            who = Person(stranger.name, stranger.national_id if number < 15 else f"{number:011}")
            account = accounts.visitor(tools, accounts.log_in(tools, who, level="demo"))
            assert account
            forget_tries(site)
            with pytest.raises(WrongCodeError):
                open_code(tools, account.account_id, given)
            if number == 22:
                assert several.type_code(site.visitor("jevn"), given).status_code == 422
                assert "Har fått en kode" in draft.guest.get(several.page(draft)).text
    assert "Koden er sperret" in several.type_code(frisk, given).text
    page = draft.guest.get(several.page(draft)).text
    assert "Koden er sperret, for mange andre har prøvd den" in page
    assert "Lag en ny kode" in page
    assert several.type_code(frisk, code(draft)).status_code == 303


def test_codes_are_not_made_without_end(waiting: Waiting) -> None:
    draft = waiting()
    for _ in range(10):
        code(draft)
    answer = several.ask(draft, "young_person")
    assert answer.status_code == 429
    assert "retry-after" in answer.headers


def test_whoever_was_let_go_is_told_so_and_reads_nothing_more(waiting: Waiting, frisk: Guest) -> None:
    draft = waiting()
    at = several.come(frisk, code(draft))
    old = frisk.told(at).along(several.READ)
    back = draft.guest.post(
        f"{several.page(draft)}/trekk", {"capacity": "young_person"}, page=several.page(draft)
    )
    assert back.status_code == 303
    page = frisk.get(at)
    assert page.status_code == 403
    assert "Du er ikke lenger bedt om å skrive under" in page.text
    assert frisk.submit(at, old).status_code == 403
    assert "Ikke spurt ennå" in draft.guest.get(several.page(draft)).text
    again = several.come(frisk, code(draft))
    assert again != at
    assert frisk.get(at).status_code == 403
    assert frisk.get(again).status_code == 200


def test_a_signer_reads_and_never_writes(site: Site, waiting: Waiting, frisk: Guest) -> None:
    draft, stranger = waiting(), site.visitor("jevn")
    at = several.come(frisk, code(draft))
    case = at.removesuffix("/skriv-under")
    with site.unchanged():
        for path in ("/se-over", "/send", "/underskrifter", "/steg/need", "/slett"):
            assert frisk.get(f"{case}{path}").status_code == 404, path
            assert frisk.get(f"{draft.path}{path}").status_code == 404, path
        for path in ("/steg/need", "/send", "/underskrifter/send", "/underskrifter/be-om", "/slett"):
            assert frisk.post(f"{case}{path}", {"need_description": "x"}, page=at).status_code == 404, path
        assert stranger.get(at).status_code == 404
        assert draft.guest.get(at).status_code == 404


@pytest.mark.parametrize(
    ("capacity", "typed", "said"),
    [
        ("second_parent", {"national_id": "123"}, "11 siffer"),
        ("second_parent", {"national_id": "21868449893"}, "ditt eget nummer"),
        ("second_parent", {"national_id": "19851199708"}, "nummeret til barnet"),
        ("second_parent", {"national_id": "17882099989"}, "under 18 år"),
        ("second_parent", {"person_name": ""}, "Skriv navnet"),
        ("principal", {}, ""),
        ("applicant", {}, ""),
    ],
)
def test_whoever_cannot_be_asked_is_told_at_the_question(
    site: Site, capacity: str, typed: dict[str, str], said: str
) -> None:
    draft = several.filled_for(site.visitor("myk"), site.visitor("rask").invented)
    several.wait(draft)
    who = site.visitor("kjekk").invented
    with site.unchanged():
        answer = several.ask(draft, capacity, who, **typed)
    assert answer.status_code == (422 if said else 303)
    assert said in answer.text


def test_a_code_typed_in_another_municipality_leads_to_where_the_case_is(
    site: Site, waiting: Waiting, frisk: Guest
) -> None:
    given = code(waiting())
    elsewhere = site.visitor("frisk", "senja")
    answer = several.type_code(elsewhere, given)
    assert answer.headers["location"].startswith("/larvik/sak/")
    assert elsewhere.get(answer.headers["location"]).status_code == 200
    assert frisk.get(answer.headers["location"].replace("/larvik/", "/senja/")).status_code == 404
