"""F-27: what tells who may act for whom cannot be asked: nobody acts for another then, and it is said in words.

The ground is a power that was registered here, and who works at the office: no register of the state is asked.
"""

from http import HTTPStatus

import pytest
from werkzeug.datastructures import MultiDict

from tests import behind, powers
from tests.draft import Draft, begin
from tests.guest import CANARY, hidden
from tests.integration.conftest import clamav, either_site, postgresql_site, site
from tests.integration.fence.in_process import browser_of, in_process
from tests.integration.fence.test_database_away import away
from tests.later import sent
from tests.running_site import Site

__all__ = ["clamav", "either_site", "postgresql_site", "site"]

SAYS_SO = "Alt du skrev, er her."


def typed(draft: Draft) -> list[tuple[str, str]]:
    return draft.guest.told(draft.step("need")).along({"need_description": CANARY})


@pytest.mark.parametrize("register", ["powers", "number_lookup"])
def test_f_27_a_proxy_whose_ground_cannot_be_asked_for_does_nothing_and_keeps_the_text(
    either_site: Site, register: str
) -> None:
    stille, myk = either_site.visitor("stille"), either_site.visitor("myk")
    draft = powers.filled_in(powers.begin_for(either_site, myk, sent(powers.given(stille, myk))))
    fields, kept = typed(draft), behind.answers(either_site, draft)
    with in_process(either_site) as app:
        browser = browser_of(app, myk)
        with away(app, register):
            answer = browser.post(draft.step("need"), data=MultiDict(fields))
        assert answer.status_code == HTTPStatus.SERVICE_UNAVAILABLE
        assert SAYS_SO in answer.text
        assert CANARY in answer.text
        assert behind.answers(either_site, draft) == kept
        again = [(name, hidden(answer.text, name) or value) for name, value in fields]
        assert browser.post(draft.step("need"), data=MultiDict(again)).status_code == HTTPStatus.SEE_OTHER


def test_f_27_whoever_applies_for_themselves_goes_on_while_it_cannot_be_asked_for(either_site: Site) -> None:
    draft = begin(either_site.visitor("stille"))
    draft.fill()
    fields = typed(draft)
    with in_process(either_site) as app, away(app, "number_lookup"):
        answer = browser_of(app, draft.guest).post(draft.step("need"), data=MultiDict(fields))
    assert answer.status_code == HTTPStatus.SEE_OTHER
    assert behind.answers(either_site, draft)["need"]["need_description"] == CANARY
