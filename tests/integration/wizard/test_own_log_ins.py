"""Everybody sees where they are logged in, and logs out there, or everywhere else; of others they see nothing."""

import re
from datetime import timedelta

import pytest
from sqlalchemy import update

from tests.guest import Guest
from tests.running_site import Site
from wizard.models import LoginSession

PAGE = "/larvik/innlogginger"
ELSEWHERE, END = "Et annet sted", "Logg ut alle andre steder"
START = {"stolt": "/larvik/mine-saker", "lun": "/larvik/kontor/", "fin": "/larvik/skranke/"}
"""A citizen, staff of the office, and a helper: each with the page that they begin at."""


@pytest.fixture
def here(either_site: Site) -> Guest:
    return alone(either_site, "stolt")


def alone(site: Site, key: str) -> Guest:
    """Logged in nowhere else, whatever other tests have left."""
    guest = site.visitor(key)
    end_others(guest)
    return guest


def end_others(guest: Guest) -> None:
    assert guest.post(f"{PAGE}/avslutt", page=PAGE).headers["location"] == PAGE


def end_one(guest: Guest, which: str) -> None:
    assert guest.post(f"{PAGE}/avslutt-en", {"which": which}, page=PAGE).headers["location"] == PAGE


def marks(guest: Guest) -> list[str]:
    """What the buttons post, one for each other log-in."""
    return re.findall(r'name="which" value="([^"]+)"', guest.get(PAGE).text)


def in_there(*guests: Guest) -> list[bool]:
    return [guest.get(START.get(str(guest.key), "/larvik/mine-saker")).status_code == 200 for guest in guests]


def test_one_press_ends_all_others_and_nobody_else_s(either_site: Site, here: Guest) -> None:
    assert (ELSEWHERE in here.get(PAGE).text, END in here.get(PAGE).text) == (False, False)
    phone, tablet, another = (either_site.visitor(one) for one in (here.key, here.key, "myk"))
    page = here.get(PAGE).text
    assert (page.count(ELSEWHERE), page.count("Her du er nå"), END in page) == (2, 1, True)
    assert page.index("Her du er nå") < page.index(ELSEWHERE)
    end_others(here)
    page = here.get(PAGE).text
    assert "Du er logget ut alle andre steder." in page
    assert ELSEWHERE not in page
    assert in_there(phone, tablet, another, here) == [False, False, True, True]


@pytest.mark.parametrize("key", START)
def test_each_is_ended_alone(either_site: Site, key: str) -> None:
    here, phone = alone(either_site, key), either_site.visitor(key)
    (of_phone,) = marks(here)
    tablet = either_site.visitor(key)
    assert len(marks(here)) == 2
    warned = "ring kontoret" if key == "stolt" else "si fra til lederen din"
    assert warned in here.get(PAGE).text
    end_one(here, of_phone)
    assert "Du er logget ut der." in here.get(PAGE).text
    assert in_there(phone, tablet, here) == [False, True, True]
    assert len(marks(here)) == 1


def test_no_button_ends_one_s_own_or_another_person_s(either_site: Site, here: Guest) -> None:
    phone, another, theirs = (
        either_site.visitor(here.key),
        alone(either_site, "sterk"),
        either_site.visitor("sterk"),
    )
    (of_another,) = marks(theirs)
    own = set(marks(phone)) - set(marks(here))
    assert len(own) == 1
    with either_site.unchanged():
        for which in (of_another, *own, "", "x"):
            end_one(here, which)
    assert in_there(phone, another, theirs, here) == [True] * 4


def test_a_log_in_that_is_over_is_not_among_them(either_site: Site, here: Guest) -> None:
    either_site.visitor("stolt")
    with either_site.tools() as tools:
        for column, ago in (
            ("seen_at", timedelta(minutes=31)),
            ("started_at", timedelta(hours=8, minutes=1)),
        ):
            with tools.store.write() as db:
                db.execute(update(LoginSession).values({column: tools.clock() - ago}))
            assert in_there(here) == [False]
            here.log_in("stolt")
            assert ELSEWHERE not in here.get(PAGE).text


def test_staff_of_another_municipality_have_it_there(either_site: Site) -> None:
    lun = either_site.visitor("lun")
    assert lun.get("/senja/innlogginger").status_code == 404
    assert either_site.visitor().get(PAGE).headers["location"] == "/larvik/logg-inn"


@pytest.mark.parametrize("key", START)
def test_it_is_found_from_the_own_pages(site: Site, key: str) -> None:
    assert f'href="{PAGE}"' in site.visitor(key).get(START[key]).text
