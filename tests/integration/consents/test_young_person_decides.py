"""From 16 the young person alone takes back what a parent said yes to for them, in every way in (pbrl § 4-3)."""

from collections.abc import Iterator
from typing import Any

import pytest

from forms.situation import Person
from tests import behind, consents, later, paper_form, several
from tests.at_a_time import SiteAt
from tests.counter import begun
from tests.draft import Draft, begin, told
from tests.guest import Guest
from tests.integration.wizard.test_counter_signing import DRAWN, confirm
from tests.later import fill, sent
from tests.paper_form import boxes

NAMES = {"subject_given_name": "Frisk", "subject_family_name": "Fjellbekk"}
DECIDES = "Frisk Fjellbekk er fylt 16 år og bestemmer nå selv. Bare Frisk Fjellbekk kan trekke det."
MUST_SAY = "er fylt 16 år og bestemmer selv. Skriv det ned når den unge selv sier det."


@pytest.fixture(scope="module")
def site_at(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SiteAt]:
    with SiteAt(tmp_path_factory.mktemp("decides")) as site:
        yield site


@pytest.fixture(scope="module")
def frisk(site_at: SiteAt) -> Guest:
    return site_at.visitor("frisk")


@pytest.fixture(scope="module")
def case(site_at: SiteAt, frisk: Guest) -> Draft:
    """Filled in by the mother, and signed by Frisk, who is 16."""
    draft = begin(site_at.visitor("myk"), "consent")
    changed: dict[str, Any] = {
        "representative": {"rep_authority": "none"},
        "topics": {"persons_excluded": ""},
    }
    draft.complete(several.answers_for(frisk.invented, "consent", duration=consents.UNTIL, **changed))
    several.wait(draft)
    at = several.come(frisk, several.code_of(several.ask(draft, "young_person")))
    assert several.sign(frisk, at).status_code == 303
    assert holding(site_at, draft)
    return draft


def holding(site_at: SiteAt, case: Draft) -> bool:
    """Whether all of it holds still."""
    return set(consents.states(site_at, case).values()) == {"holds"}


def ids(site_at: SiteAt, case: Draft) -> list[str]:
    return [str(one.id) for one in consents.rows(site_at, case)]


def test_the_parents_pages_offer_nothing_to_take_it_back_by(site_at: SiteAt, case: Draft) -> None:
    page = consents.page(case.guest)
    assert DECIDES in page
    assert "Trekk «" not in page
    assert "Trekk all deling" not in page
    own = case.guest.get(case.path).text
    assert "Trekk samtykket" not in own
    assert "Du kan trekke alt eller en del." not in own
    assert "Du kan trekke det tilbake" not in own
    assert "Den samtykket gjelder, er fylt 16 år og bestemmer dette selv." in own
    pressed = consents.press(case.guest, ids(site_at, case)[:1])
    assert pressed.headers["location"] == "/larvik/samtykker"
    assert "må trekke samtykket selv" in consents.page(case.guest)
    about = later.post_begin(case.guest, "consent_withdrawal", about=later.reference(case))
    assert about.status_code == 404
    assert later.reference(case) not in site_at.begin("myk", "consent_withdrawal").see("withdrawal")


def test_a_reference_that_the_parent_types_ends_nothing_and_is_refused_with_a_way_on(
    site_at: SiteAt, case: Draft
) -> None:
    draft = Draft(case.guest, site_at.begin("myk", "consent_withdrawal").path, "consent_withdrawal")
    what: dict[str, Any] = {
        "consent_reference": ["unlisted"],
        "consent_description": later.reference(case),
        "withdraw_extent": "all",
        "from_when": "at_once",
    }
    refused = draft.answer("withdrawal", what)
    assert refused.status_code == 422
    assert f"{later.reference(case)}</span> for en som bestemmer selv." in refused.text
    assert "Den unge kan trekke det på sidene sine, på papir" in refused.text
    assert holding(site_at, case)


def test_at_the_counter_too(site_at: SiteAt, case: Draft) -> None:
    who = case.guest.invented
    draft = begun(site_at.visitor("fin"), Person(who.name, who.national_id), "consent_withdrawal")
    draft.today = site_at.now.date()
    told_now = {"consent_description": later.reference(case), "withdraw_extent": "all", "withdraw_part": ""}
    answers = told("consent_withdrawal", withdrawal=told_now)
    draft.complete(answers)
    assert "Den samtykket gjelder, er fylt 16 år" in draft.see("withdrawal")
    assert confirm(draft, DRAWN).status_code != 303
    assert behind.submissions(site_at, draft) == 0
    assert holding(site_at, case)


def test_by_word_of_mouth_the_office_takes_down_no_parents_word(site_at: SiteAt, case: Draft) -> None:
    lun = site_at.visitor("lun")
    said = {"said_by": "Myk Havgløtt", "said_as": "parent"} | boxes("said_on", site_at.now.date())
    assert 'value="Myk Havgløtt"' not in lun.get(consents.spoken(case)).text
    refused = consents.take_down(lun, case, ids(site_at, case), **said)
    assert refused.status_code == 422
    assert MUST_SAY in refused.text
    assert holding(site_at, case)


def test_on_paper_the_parents_reference_ends_nothing(site_at: SiteAt, case: Draft) -> None:
    lun = site_at.visitor("lun")
    paper_told: dict[str, Any] = {
        "subject": NAMES
        | {"subject_no_id": "has_number", "subject_national_id": "128410 89004", "answer_by": "unsaid"},
        "sender": {
            "sent_by": "parent",
            "sender_name": "Myk Havgløtt",
            "sender_known": "has_number",
            "sender_national_id": case.guest.invented.national_id,
        },
    }
    earlier = {"earlier_reference": later.reference(case), "withdraw_extent": "all"}
    with pytest.raises(AssertionError, match="og må trekke det selv"):
        paper_form.registered(lun, "consent_withdrawal", earlier=earlier, **paper_told)
    paper = paper_form.registered(lun, "consent_withdrawal", earlier={"withdraw_extent": "all"}, **paper_told)
    assert "not_tied" in behind.marks(site_at, paper)
    assert holding(site_at, case)


def test_the_young_person_reads_what_was_agreed_to_opens_the_case_and_takes_it_back(
    site_at: SiteAt, case: Draft, frisk: Guest
) -> None:
    page = consents.page(frisk)
    assert "Teksten det ble sagt ja til" in page
    assert "av Myk Havgløtt, forelder, og av deg" in page
    said = consents.rows(site_at, case)[-1].said
    assert said.topics
    assert said.topics in page
    (opens,) = {path for path in page.split('"') if path.startswith(f"{case.path}.")}
    assert frisk.get(opens).status_code == 200
    press = consents.press(frisk, ids(site_at, case))
    draft = Draft(frisk, press.headers["location"], "consent_withdrawal")
    sent(fill(draft, role={"submitter_role": "self"}, you=NAMES))
    assert set(consents.states(site_at, case).values()) == {"taken_back"}
