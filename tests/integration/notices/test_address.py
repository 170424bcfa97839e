"""An address is somebody's own once the code that was sent to it is typed; nobody can have strangers mailed."""

from html import unescape
from pathlib import Path

import pytest
from sqlalchemy import func, select

from tests.at_a_time import SiteAt
from tests.draft import begin
from tests.guest import planted
from tests.integration.notices.conftest import Town
from tests.integration.notices.giving import ask, choose, confirmed, page, take_away, type_code
from tests.integration.wizard.test_own_data import read, taken, told
from wizard.cases.notice_codes import OF_PERSON, TO_ADDRESS
from wizard.cases.notice_kinds import KINDS
from wizard.models import Table
from wizard.models_notices import AddressCode, CodeMail, Notice, NoticeAddress


def address(where: str) -> str:
    """One that is watched for in addresses, titles and logs from now on."""
    return f"{planted(where)}@borger.example"


def rows(town: Town) -> dict[str, int]:
    tables: tuple[type[Table], ...] = (NoticeAddress, AddressCode, Notice)
    with town.tools.store.read() as db:
        return {one.__tablename__: db.scalar(select(func.count()).select_from(one)) or 0 for one in tables}


def test_it_counts_when_the_code_is_typed_and_not_before(town: Town) -> None:
    guest, mine = town.visitor("stille"), address("confirmed")
    assert ask(guest, mine).status_code == 303
    town.mail()
    assert rows(town) == {"notice_addresses": 0, "address_codes": 1, "notices": 0}
    code = town.box.code(mine)
    assert type_code(guest, "2222-2222").status_code == 422
    assert "Koden er ikke riktig" in type_code(guest, "2222-2222").text
    assert type_code(town.visitor("var"), code).status_code == 422, "of another it is nobody's"
    typed_so = code.replace("-", " ").lower()
    assert type_code(guest, typed_so).headers["location"] == page(guest)
    assert "Adressen er bekreftet" in (shown := guest.get(page(guest)).text)
    assert f"<strong>{mine}</strong>" in shown
    assert rows(town) == {"notice_addresses": 1, "address_codes": 0, "notices": 0}
    assert type_code(guest, code).status_code == 422, "good once"
    assert ask(guest, mine).status_code == 303
    assert "Den adressen bruker vi allerede." in guest.get(page(guest)).text


def test_a_code_is_over_after_five_tries_and_after_an_hour(town: Town) -> None:
    guest, mine = town.visitor("stille"), address("tried")
    ask(guest, mine)
    town.mail()
    for _ in range(5):
        assert type_code(guest, "2222-2222").status_code == 422
    after = type_code(guest, town.box.code(mine))
    assert (after.status_code, "prøvd for mange ganger" in after.text) == (422, True)
    assert mine in after.text, "what was typed stands there to be sent anew"
    ask(guest, mine)
    town.mail()
    town.later(minutes=60)
    guest.log_in("stille")
    assert "Koden gjelder ikke lenger" in type_code(guest, town.box.code(mine)).text
    assert rows(town)["notice_addresses"] == 0


def test_what_is_no_address_is_told_at_the_field_and_stays_typed(town: Town) -> None:
    guest = town.visitor("stille")
    for typed in ("", "stille@", "a@b.example\r\nBcc: var@b.example", "to@en.example, to@to.example"):
        answer = ask(guest, typed)
        assert answer.status_code == 422
        assert 'id="email-error"' in answer.text
    assert 'value="stille@"' in ask(guest, "stille@").text
    assert type_code(guest, " ").status_code == 422
    assert choose(guest, "everything").status_code == 422
    assert rows(town) == {"notice_addresses": 0, "address_codes": 0, "notices": 0}


@pytest.mark.parametrize(
    "typed",
    [
        "=?utf-8?q?abc?=@x.example",
        "=?utf-8?q?=61bc?=@x.example",
        "=?utf-8?b?YWJj?=@x.example",
        "=?us-ascii?q?abc?=@x.example",
        "=?utf-8?q?victim=40evil.example=2C?=@x.example",
    ],
    ids=["plain", "quoted", "base64", "ascii", "two"],
)
def test_an_address_that_a_mail_server_would_read_as_another_is_none(town: Town, typed: str) -> None:
    answer = ask(town.visitor("stille"), typed)
    assert (answer.status_code, 'id="email-error"' in answer.text) == (422, True)
    town.mail()
    assert (town.box.got, rows(town)["address_codes"]) == ([], 0)


def test_nobody_can_have_a_stranger_mailed_again_and_again(town: Town) -> None:
    """Counted by person and by address, whoever asks and however often they begin anew."""
    theirs = address("stranger")
    local, domain = theirs.split("@")
    for person in ("stille", "var"):
        guest = town.visitor(person)
        for number in range(OF_PERSON):
            ask(guest, f"{local.upper()}+{number}@{domain}")
        assert ask(guest, theirs).status_code == 429
    town.mail()
    with town.tools.store.read() as db:
        assert db.scalar(select(func.count()).select_from(CodeMail)) == 2 * TO_ADDRESS
    assert len(town.box.got) == 1, "of one person the last code alone waits"
    guest = town.visitor("aile")
    for number in range(OF_PERSON):
        assert ask(guest, address(f"many{number}")).status_code == 303
    assert (
        guest.post("/larvik/opplysningene-mine/slett", page="/larvik/opplysningene-mine").status_code == 303
    )
    guest.log_in("aile")
    answer = ask(guest, mine := address("onemore"))
    assert (answer.status_code, "for mange koder i dag" in answer.text, mine in answer.text) == (
        429,
        True,
        True,
    )
    town.later(days=1)
    guest.log_in("aile")
    assert ask(guest, address("nextday")).status_code == 303


@pytest.mark.parametrize("how", ["changed", "taken away"])
def test_the_address_that_was_is_told_that_it_is_no_more(town: Town, how: str) -> None:
    former, new = address("former"), address("new")
    guest = town.giver("stille", former)
    if how == "changed":
        assert ask(guest, new).status_code == 303
        town.mail()
        assert len(town.box.to(former)) == 1, "nothing has changed yet"
        assert type_code(guest, town.box.code(new)).status_code == 303
    else:
        town.quiet_draft(guest)
        assert town.purge().announced == 1
        assert take_away(guest).status_code == 303
    said = guest.get(page(guest)).text
    assert ("Du får én siste e-post om det." in said) == (how == "taken away")
    town.mail()
    text = town.box.to(former)[-1].get_content()
    assert "Vi sender ikke flere meldinger til denne adressen." in text
    assert new not in text
    assert len(town.box.to(former)) == 2, "and of nothing else"
    assert former not in guest.get(page(guest)).text
    assert rows(town) == {"notice_addresses": int(how == "changed"), "address_codes": 0, "notices": 0}


def test_it_is_in_ones_own_copy_and_goes_with_the_account(town: Town) -> None:
    mine, guest = address("owncopy"), town.giver("lett", address("before"))
    confirmed(guest, town, mine)
    assert choose(guest, "case_goes").status_code == 303
    copy = taken(guest)
    kept = told(copy)["notices"]
    assert (kept["address"], kept["off"]) == (mine, ["draft_goes"])
    of_notices = unescape(read(copy)).partition("<h2>Varsler</h2>")[2]
    assert mine in of_notices
    assert (KINDS["case_goes"].label in of_notices, KINDS["draft_goes"].label in of_notices) == (True, False)
    assert (
        "Har du gitt oss en e-postadresse, sletter vi den også."
        in guest.get("/larvik/opplysningene-mine").text
    )
    assert (
        guest.post("/larvik/opplysningene-mine/slett", page="/larvik/opplysningene-mine").status_code == 303
    )
    assert rows(town) == {"notice_addresses": 0, "address_codes": 0, "notices": 0}


def test_the_page_says_when_nothing_is_sent_and_asks_for_an_open_code_first(town: Town) -> None:
    guest = town.giver("stille", address("chosen"))
    assert "Du får ingen e-post nå." not in guest.get(page(guest)).text
    assert choose(guest).status_code == 303
    shown = guest.get(page(guest)).text
    assert ("Du får ingen e-post nå." in shown, "Her sender vi" in shown) == (True, False)
    assert ask(guest, address("waits")).status_code == 303
    shown = guest.get(page(guest)).text
    assert shown.index("Bekreft adressen") < shown.index("Send en kode") < shown.index("Lagre valget")


def test_an_account_that_has_nothing_but_an_address_is_not_kept_for_it(town: Town) -> None:
    guest = town.giver("nevo", address("alone"))
    guest.log_out()
    town.purge()
    assert rows(town)["notice_addresses"] == 0


def test_each_municipality_has_its_own(town: Town) -> None:
    mine = address("apart")
    town.giver("stille", mine)
    elsewhere = town.visitor("stille", "senja")
    assert mine not in elsewhere.get(page(elsewhere)).text
    begin(elsewhere)
    assert told(taken(elsewhere))["notices"]["address"] == ""


def test_a_shared_screen_neither_shows_nor_takes_one(town: Town) -> None:
    mine = address("screen")
    town.giver("stille", mine)
    screen = town.visitor("fin")
    screen.post("/larvik/skranke/delt-skjerm", page="/larvik/skranke/")
    screen.log_in("stille")
    assert "/varsler" not in screen.get("/larvik/mine-saker").text
    shown = screen.get(page(screen)).text
    assert "delt skjerm" in shown
    assert mine not in shown
    posts = (ask(screen, address("there")), type_code(screen, "2222-2222"), choose(screen), take_away(screen))
    assert [one.status_code for one in posts] == [403] * 4
    assert rows(town)["notice_addresses"] == 1


def test_where_no_mail_is_sent_nothing_leads_there_and_the_page_says_so(tmp_path: Path) -> None:
    site = SiteAt(tmp_path)
    site.environment |= {"VEIVISER_MAIL_SERVER": "", "VEIVISER_MAIL_FROM": ""}
    with site:
        guest = site.visitor("stille")
        for at in ("mine-saker", "opplysningene-mine", "personvern"):
            text = guest.get(f"/larvik/{at}").text
            assert "/varsler" not in text
            assert "varsler" not in text.lower()
        shown = guest.get(page(guest))
        assert (shown.status_code, "sender ikke varsler på e-post" in shown.text) == (200, True)
        posts = (ask(guest, "a@b.example"), type_code(guest, "2222-2222"), choose(guest), take_away(guest))
        assert [one.status_code for one in posts] == [404] * 4
