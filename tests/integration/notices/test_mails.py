"""What a mail says, to whom and how often; and that it waits, and is not lost, where it cannot be sent."""

import re
from concurrent.futures import ThreadPoolExecutor
from email.message import EmailMessage

import pytest
from sqlalchemy import update

from forms.municipality import municipality
from tests import powers
from tests.aged import age
from tests.draft import begin
from tests.guest import personal, planted
from tests.integration.notices.conftest import Town
from tests.integration.notices.giving import ask, choose, confirmed, take_away
from tests.integration.notices.test_address import address
from tests.integration.wizard.test_archived import archived, delivered
from tests.integration.wizard.test_purging import QUIET
from tests.mailbox import OK, Mailbox
from tests.running_site import Site, free_port
from tests.seen import office
from wizard import mail
from wizard.cases import mailing
from wizard.cases.mailing import mail_waiting
from wizard.models_notices import Notice

TELLING = re.compile(
    r"https?:|www\.|/|veiviser|individuell|plan\b|koordinator|coordinator|helse|health|omsorg|søknad|application|utkast"
    r"|draft|sak\b|saken|case\b|klage|appeal|V-[0-9A-Z]{4}|\d",
    re.IGNORECASE,
)
"""What the service is called, links, kinds of cases and forms, references and numbers."""


def told(message: EmailMessage) -> str:
    return f"{message['Subject']}\n{message.get_content()}"


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("nb", "Det er noe nytt å lese for deg hos Larvik kommune."),
        ("nn", "Det er noko nytt å lese for deg hos Larvik kommune."),
        ("en", "There is something new for you to read from Larvik kommune."),
    ],
)
def test_a_mail_says_in_the_persons_language_that_there_is_something_to_read_and_nothing_else(
    town: Town, code: str, said: str
) -> None:
    mine, guest = address("says"), town.visitor("stille")
    guest.post("/sprak", {"code": code}, page="/larvik/")
    confirmed(guest, town, mine)
    town.announced(guest)
    town.mail()
    [of_code, message] = town.box.to(mine)
    assert said in message.get_content()
    assert message["Subject"].endswith("Larvik kommune")
    assert TELLING.findall(told(message)) == []
    assert "larvik.kommune.no" in message.get_content(), (
        "the front page of the municipality, as people know it"
    )
    assert [one for one in personal() if one in message.as_string().replace(mine, "")] == []
    for one in (of_code, message):
        assert set(one.keys()) == {
            "From", "To", "Subject", "Date", "Message-ID", "Auto-Submitted", "Content-Type",
            "Content-Transfer-Encoding", "MIME-Version",
        }  # fmt: skip
        assert one["From"] == "Larvik kommune <varsler@kommune.example>"
        assert one["Auto-Submitted"] == "auto-generated"
        assert re.fullmatch(r"<[0-9a-f]{32}@kommune\.example>", one["Message-ID"])
        assert one.get_content_type() == "text/plain"
    assert set(town.box.greeted) == {"kommune.example"}, "and not what this machine is called"


def test_that_a_sent_case_lies_in_the_archive_is_told_too_and_what_is_switched_off_is_not(town: Town) -> None:
    mine = address("archived")
    guest = town.giver("stille", mine)
    assert choose(guest, "case_goes").status_code == 303
    town.announced(guest)
    town.mail()
    assert len(town.box.to(mine)) == 1, "the code alone"
    sent = begin(guest).complete()
    assert sent.send().status_code == 303
    archived(town.site, delivered(town.site, sent))
    town.mail()
    assert len(town.box.to(mine)) == 2
    assert TELLING.findall(told(town.box.to(mine)[-1])) == []


def test_many_things_are_one_mail_a_day(town: Town) -> None:
    mine = address("many")
    guest = town.giver("stille", mine)
    for _ in range(3):
        town.quiet_draft(guest)
    assert town.purge().announced == 3
    town.mail()
    town.purge()
    town.mail()
    assert len(town.box.to(mine)) == 2, "the code, and one for all three"
    for _ in range(2):
        town.announced(guest)
        town.mail()
    assert len(town.box.to(mine)) == 2, "nothing more that day"
    town.later(hours=21)
    town.mail()
    town.mail()
    assert len(town.box.to(mine)) == 3
    assert town.waiting() == 0


def test_what_is_so_no_more_is_not_told(town: Town) -> None:
    mine = address("nomore")
    guest = town.giver("stille", mine)
    draft = town.announced(guest)
    assert guest.post(f"{draft.path}/behold", page="/larvik/mine-saker").status_code == 303
    sent = town.quiet_draft(guest).complete()
    assert town.purge().announced == 0, "touched since"
    gone = town.announced(guest)
    assert guest.post(f"{gone.path}/slett", page=f"{gone.path}/slett").status_code == 303
    town.announced(guest)
    assert choose(guest).status_code == 303
    town.mail()
    assert (len(town.box.to(mine)), town.waiting()) == (1, 0)
    assert sent.id != draft.id


def test_an_archiving_that_is_taken_back_is_not_told(town: Town) -> None:
    mine = address("backagain")
    sent = begin(town.giver("stille", mine)).complete()
    assert sent.send().status_code == 303
    lun, at = archived(town.site, delivered(town.site, sent)), f"{office(sent)}/arkivert"
    assert lun.post(f"{at}/angre", page=f"{at}/angre").status_code == 303
    town.mail()
    assert (len(town.box.to(mine)), town.waiting()) == (1, 0), "the code alone"


def test_whoever_fills_it_in_for_another_is_told_too_as_long_as_they_may(town: Town) -> None:
    givers, proxys = address("giver"), address("proxy")
    giver, proxy = town.giver("stille", givers), town.giver("myk", proxys)
    power = powers.given(giver, proxy)
    power.today = town.site.now.date()
    assert power.send().status_code == 303
    first, second = (powers.begin_for(town.site, proxy, power) for _ in range(2))
    age(town.site, first, QUIET + 1)
    assert town.purge().announced == 1
    town.mail()
    assert (len(town.box.to(givers)), len(town.box.to(proxys))) == (2, 2)
    assert powers.press(proxy, "avslutt", power).status_code == 303
    age(town.site, second, QUIET + 1)
    town.later(hours=21)
    assert town.purge().announced == 1
    town.mail()
    assert (len(town.box.to(givers)), len(town.box.to(proxys))) == (3, 2), "the draft is theirs no more"


def test_a_mail_server_that_is_away_or_takes_none_now_loses_nothing(town: Town) -> None:
    mine = address("away")
    guest = town.giver("stille", mine)
    town.announced(guest)
    town.box.answer = "451 4.3.0 try later"
    town.mail()
    town.box.answer = OK
    town.later(minutes=3)
    away = mail.post(town.site.settings(mail_server=f"127.0.0.1:{free_port()}"))
    assert away
    mail_waiting(town.tools, away)
    assert (len(town.box.to(mine)), town.waiting()) == (1, 1)
    town.mail()
    assert len(town.box.to(mine)) == 2


def test_what_could_not_be_sent_in_time_is_given_up(town: Town) -> None:
    mine = address("late")
    guest = town.giver("stille", mine)
    town.announced(guest)
    town.later(days=15)
    assert town.purge().notices >= 1
    town.mail()
    assert (len(town.box.to(mine)), town.waiting()) == (1, 0)


def test_one_that_cannot_be_made_keeps_no_other(town: Town) -> None:
    mine, other = address("whole"), address("broken")
    guest, broken = town.giver("stille", mine), town.visitor("var")
    ask(broken, other)
    with town.tools.store.write() as db:
        db.execute(update(Notice).values(sealed_to=b"\1x" + bytes(40)))
    town.announced(guest)
    town.mail()
    assert len(town.box.to(mine)) == 2
    assert (town.box.to(other), town.waiting()) == ([], 1)


def test_who_dies_between_the_servers_yes_and_ours_sends_it_once_more_under_the_same_name(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    mine = address("died")
    town.announced(town.giver("stille", mine))

    def dies(*_: object) -> None:
        raise SystemExit

    with monkeypatch.context() as patched:
        patched.setattr(mailing, "note_sent", dies)
        with pytest.raises(SystemExit):
            town.mail()
    town.mail()
    town.later(minutes=3)
    town.mail()
    [_, first, again] = town.box.to(mine)
    assert first["Message-ID"] == again["Message-ID"]


def test_several_workers_send_each_mail_once(either_site: Site) -> None:
    local = planted("several")
    people = ("stille", "var", "jevn", "sein", "myk", "kjekk")
    with Mailbox(either_site.mail_port) as box:
        for person in people:
            assert ask(either_site.visitor(person), f"{local}{person}@borger.example").status_code == 303

        def works(_: int) -> None:
            with either_site.tools() as tools:
                found = mail.post(tools.settings)
                assert found
                mail_waiting(tools, found)

        with ThreadPoolExecutor(3) as workers:
            list(workers.map(works, range(3)))
        sent = sorted(one["To"] for one in box.got if one["To"].startswith(local))
    assert sent == sorted(f"{local}{person}@borger.example" for person in people)
    for person in people:
        assert take_away(either_site.visitor(person)).status_code == 303


def test_each_municipality_names_its_own_front_page() -> None:
    names = {
        one: municipality(one).website for one in ("larvik", "senja", "kristiansand", "porsgrunn", "namsos")
    }
    assert names == {one: f"{one}.kommune.no" for one in names}
