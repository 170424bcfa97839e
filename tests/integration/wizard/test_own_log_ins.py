"""A citizen sees where they are logged in, and logs out everywhere else by one press; of others they see nothing."""

from datetime import timedelta

import pytest
from sqlalchemy import update

from tests.guest import Guest
from tests.running_site import Site
from wizard.models import LoginSession

PAGE = "/larvik/innlogginger"
ELSEWHERE, END = "Et annet sted", "Logg ut alle andre steder"


@pytest.fixture
def here(either_site: Site) -> Guest:
    """Logged in nowhere else, whatever other tests have left."""
    guest = either_site.visitor("stolt")
    end_others(guest)
    return guest


def end_others(guest: Guest) -> None:
    assert guest.post(f"{PAGE}/avslutt", page=PAGE).headers["location"] == PAGE


def test_one_press_ends_all_others_and_nobody_else_s(either_site: Site, here: Guest) -> None:
    assert (ELSEWHERE in here.get(PAGE).text, END in here.get(PAGE).text) == (False, False)
    phone, tablet, another = (either_site.visitor(one) for one in ("stolt", "stolt", "myk"))
    page = here.get(PAGE).text
    assert (page.count(ELSEWHERE), page.count("Her du er nå"), END in page) == (2, 1, True)
    assert page.index("Her du er nå") < page.index(ELSEWHERE)
    end_others(here)
    page = here.get(PAGE).text
    assert "Du er logget ut alle andre steder." in page
    assert ELSEWHERE not in page
    for guest, status in ((phone, 302), (tablet, 302), (another, 200), (here, 200)):
        assert guest.get("/larvik/mine-saker").status_code == status


def test_a_log_in_that_is_over_is_not_among_them(either_site: Site, here: Guest) -> None:
    either_site.visitor("stolt")
    with either_site.tools() as tools:
        for column, ago in (
            ("seen_at", timedelta(minutes=31)),
            ("started_at", timedelta(hours=8, minutes=1)),
        ):
            with tools.store.write() as db:
                db.execute(update(LoginSession).values({column: tools.clock() - ago}))
            assert here.get("/larvik/mine-saker").status_code == 302
            here.log_in("stolt")
            assert ELSEWHERE not in here.get(PAGE).text


def test_staff_have_no_such_page(either_site: Site) -> None:
    staff = either_site.visitor("lun")
    assert "/logg-inn" in staff.get(PAGE).headers["location"]
    with either_site.unchanged():
        assert staff.post(f"{PAGE}/avslutt", page="/larvik/").status_code == 302


def test_it_is_found_from_the_own_pages(here: Guest) -> None:
    assert f'href="{PAGE}"' in here.get("/larvik/mine-saker").text
