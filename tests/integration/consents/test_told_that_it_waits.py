"""What does not hold yet is told so on every page, and a child's signature makes nothing hold (pbrl § 4-4)."""

from collections.abc import Iterator

import pytest

from tests import consents, several
from tests.at_a_time import SiteAt
from tests.draft import Draft
from tests.guest import Guest
from tests.integration.wizard.test_representation import Way, answers
from tests.later import sent

NOW = "Samtykket gjelder nå"
RASK = "19851199708"


@pytest.fixture
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SiteAt]:
    with SiteAt(tmp_path_factory.mktemp("waits")) as running:
        yield running


def given_by(site: SiteAt, role: str) -> Draft:
    """By somebody who is not the child's parent, and has no paper."""
    draft = site.begin("nevo", "consent")
    return draft.complete(dict(answers(draft, Way("nevo", role, RASK))))


def signed_by_rask(site: SiteAt, draft: Draft) -> None:
    rask = site.visitor("rask")
    at = several.come(rask, several.code_of(several.ask(draft, "young_person")))
    assert several.sign(rask, at).status_code == 303


def own_pages(draft: Draft) -> str:
    guest = draft.guest
    return "".join(guest.get(page).text for page in (draft.path, f"{guest.at}/mine-saker")) + draft.receipt()


@pytest.mark.parametrize(("role", "lacks"), [("nearest_relative", "parents"), ("verge", "no_authorization")])
@pytest.mark.parametrize("late", [False, True])
def test_a_childs_signature_makes_nothing_hold(site: SiteAt, role: str, lacks: str, late: bool) -> None:  # noqa: FBT001
    draft = given_by(site, role)
    if late:
        sent(draft, send_when="now")
    else:
        several.wait(draft)
    signed_by_rask(site, draft)
    assert set(consents.states(site, draft).values()) == {"waits"}
    assert {one.lacks for one in consents.rows(site, draft)} == {lacks}
    read = own_pages(draft)
    assert NOW not in read
    assert "er fylt 16 år" not in read


def unsigned(site: SiteAt, frisk: Guest) -> tuple[Draft, str]:
    """A mother's, for somebody of 16 who has not signed; and the code by which they may."""
    changed = {"representative": {"rep_authority": "none"}, "topics": {"persons_excluded": ""}}
    draft = site.begin("myk", "consent")
    draft.complete(several.answers_for(frisk.invented, "consent", duration=consents.UNTIL, **changed))
    several.wait(draft)
    code = several.code_of(several.ask(draft, "young_person"))
    answer = draft.guest.post(f"{draft.path}/underskrifter/send", page=several.page(draft))
    assert answer.status_code == 303
    return draft, code


def test_what_a_young_person_has_not_signed_does_not_hold_and_is_not_said_to(site: SiteAt) -> None:
    frisk = site.visitor("frisk")
    draft, code = unsigned(site, frisk)
    read = own_pages(draft)
    assert NOW not in read
    assert "Tjenestene kan dele til og med" not in read
    assert "Deling gjelder til og med" not in draft.guest.get("/larvik/mine-saker").text
    assert "Samtykket gjelder ikke før personen har sagt ja selv." in read
    assert several.sign(frisk, several.come(frisk, code)).status_code == 303
    assert set(consents.states(site, draft).values()) == {"holds"}
    assert NOW in own_pages(draft)


def test_until_then_it_is_the_mothers_to_take_back(site: SiteAt) -> None:
    frisk = site.visitor("frisk")
    draft, _ = unsigned(site, frisk)
    assert "Du kan trekke alt eller en del." in draft.guest.get(draft.path).text
    assert "kan trekke det." not in consents.page(draft.guest)
    said = {"said_by": "Myk Havgløtt", "said_as": "parent"}
    ids = [str(one.id) for one in consents.rows(site, draft)]
    assert consents.take_down(site.visitor("lun"), draft, ids, **said).status_code == 303
    assert set(consents.states(site, draft).values()) == {"taken_back"}
