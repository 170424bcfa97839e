"""Attack A-077 at every door where somebody types another's number: what comes back tells nothing of who that is.

Whether they have been here, hide their address, have never been here, or are so old that they must be dead: the same
answer, as long, after as much work. Work is counted, not timed: what a clock shows on a busy machine holds nowhere.
"""

import re
import uuid
from collections.abc import Callable, Iterator

import httpx
import pytest

from forms.situation import Person
from tests import counter, powers, several
from tests.at_a_time import SiteAt
from tests.draft import begin
from tests.guest import bare
from tests.integration.any_form.ways import STILLE, chosen
from tests.integration.attacks.work import Work, counted, watched
from tests.later import sent

NAME = "Navn Somsagt"
WHO = {
    "has been here": "12887900106",
    "hides their address": "23848849855",
    "has never been here": "04845010086",
    "born in 1903": "02810310130",
}
ANYBODY = "09875210073"
"""For whom each door is knocked at first: then what is done once, and what is undone of the one before, is done."""
OWN_WORDS = re.compile(
    rf'{several.CODE.pattern}|[0-9a-f]{{8}}(-[0-9a-f]{{4}}){{3}}-[0-9a-f]{{12}}|name="version" value="\d+"'
)
"""What no two answers have in common: one-time codes, ids, and how often something was saved."""
Knock = Callable[[Person], list[httpx.Response]]


@pytest.fixture(params=["sqlite", "postgresql"], scope="module")
def known(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[SiteAt]:
    """A site of its own: one of these people has logged in there, and one has sent what few may see."""
    folder = tmp_path_factory.mktemp("known")
    on_server = request.param == "postgresql"
    url = request.getfixturevalue("postgresql").database(uuid.uuid4().hex) if on_server else ""
    with SiteAt(folder, url) as site:
        site.visitor("kjekk")
        sent(begin(site.visitor("var")).complete(powers.hidden()))
        yield site


@pytest.fixture(scope="module")
def work(known: SiteAt) -> Work:
    return watched(known)


def asked_to_sign(site: SiteAt) -> Knock:
    parent, child = site.visitor("myk"), site.visitor("rask").invented
    draft = several.filled_for(parent, child)
    several.wait(draft)
    return lambda who: [several.ask(draft, "second_parent", who)]


def given_a_power(site: SiteAt) -> Knock:
    draft = site.begin("stille", "power_of_attorney")
    draft.fill(until="proxy")
    usual = {
        "proxy_name": NAME,
        "proxy_known_by": "number",
        "proxy_relation": "friend",
        "proxy_phone": "33171000",
    }
    told = usual | {"proxy_kind": "person", "proxy_not_staff": "yes", "proxy_of_age": "yes"}

    def knock(who: Person) -> list[httpx.Response]:
        answer = draft.answer("proxy", told | {"proxy_national_id": who.national_id})
        return [answer, draft.guest.get(draft.step("proxy"))]

    return knock


def written_about(site: SiteAt) -> Knock:
    draft = site.begin("jevn", "coordination")
    proxy = chosen("coordination", "jevn", submitter_role="proxy", subject_national_id=STILLE)
    draft.fill(proxy.answered(draft.walk({})), until="subject")

    def knock(who: Person) -> list[httpx.Response]:
        told = {"subject_no_id": "has_number", "subject_national_id": who.national_id}
        names = {"subject_given_name": "Navn", "subject_family_name": "Somsagt"}
        return [draft.answer("subject", told | names), draft.guest.get(draft.step("representative"))]

    return knock


def helped_at_the_counter(site: SiteAt) -> Knock:
    helper = site.visitor("fin")

    def knock(who: Person) -> list[httpx.Response]:
        answer = counter.start(helper, who)
        return [answer, helper.get(answer.headers["location"])]

    return knock


def sought_by_the_office(site: SiteAt) -> Knock:
    """By somebody who may not see what is hidden."""
    staff = site.visitor("lun")
    return lambda who: [staff.post("/larvik/kontor/sok", {"asked": who.national_id}, page="/larvik/kontor/")]


DOORS = [asked_to_sign, given_a_power, written_about, helped_at_the_counter, sought_by_the_office]


def told(answer: httpx.Response, number: str) -> tuple[int, str]:
    """The status and all that is said, without the number itself and what differs every time."""
    text = f"{answer.headers.get('location', '')} {bare(answer.text)}"
    for own in (number, f"{number[:6]} {number[6:]}"):
        text = text.replace(own, "")
    return answer.status_code, OWN_WORDS.sub("", text)


@pytest.mark.parametrize("door", DOORS)
def test_a_077_whoever_they_are_the_answer_and_the_work_are_the_same(
    known: SiteAt, work: Work, door: Callable[[SiteAt], Knock]
) -> None:
    knock = door(known)
    for _ in range(2):
        knock(Person(NAME, ANYBODY))
    answers, done = list[list[tuple[int, str]]](), list[Work]()
    for number in WHO.values():
        with counted(work) as own:
            came = knock(Person(NAME, number))
        answers.append([told(one, number) for one in came])
        done.append(own)
    assert all(one == answers[0] for one in answers)
    statements = [one.statements for one in done]
    assert max(statements) - min(statements) <= 1, "more than a row that is made where there was none"
    assert len({one.secrets for one in done}) == 1


def test_a_077_whoever_may_see_it_finds_what_is_hidden(known: SiteAt) -> None:
    """Else the search above would have found the same nothing for all."""
    staff = known.visitor("mild")
    page = staff.post("/larvik/kontor/sok", {"asked": WHO["hides their address"]}, page="/larvik/kontor/")
    assert "/larvik/kontor/sak/" in page.text
