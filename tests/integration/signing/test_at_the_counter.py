"""A signature at the counter is one of those that several give: the same content, void by a change, others asked."""

from datetime import timedelta

import httpx
import pytest
from sqlalchemy import select

from forms.language import OSLO
from forms.situation import Person
from tests import behind, several
from tests.at_a_time import SiteAt
from tests.counter import Helped, begun, code_for_phone, take_home, taken_up
from tests.draft import Draft
from tests.guest import Guest
from tests.integration.signing.test_giver_of_authorization import signed_by
from tests.integration.wizard.test_counter_signing import DRAWN, NAMED, PAPER, SAID, confirm
from wizard.cases.signature_files import DRAWN_SIGNATURE
from wizard.models import Attachment
from wizard.models_acting import Signed
from wizard.providers import Invented

WAIT, NOW = {"send_when": "wait"}, {"send_when": "now"}


@pytest.fixture
def frisk(site_at: SiteAt) -> Guest:
    """Sixteen years old: decides alone, so must sign."""
    return site_at.visitor("frisk")


@pytest.fixture
def draft(site_at: SiteAt, helper: Guest, frisk: Guest) -> Helped:
    """Filled in at the counter by a parent who has never been here."""
    return filled(site_at, helper, frisk.invented)


def filled(site: SiteAt, helper: Guest, child: Invented, parent: Person | None = None) -> Helped:
    myk = site.visitor("myk").invented
    draft = begun(helper, parent or Person(myk.name, myk.national_id))
    draft.today = site.now.astimezone(OSLO).date()
    draft.complete(several.answers_for(child, representative={"rep_authority": "none"}))
    return draft


def waits_for_others(draft: Draft, answer: httpx.Response) -> bool:
    return (answer.status_code, answer.headers.get("location")) == (303, several.page(draft))


def brought(helper: Guest, power: Draft) -> Helped:
    """Its proxy comes to the counter with it."""
    draft = taken_up(helper, power)
    draft.today = power.today
    return draft


def drawings(site: SiteAt, draft: Draft) -> int:
    with site.tools() as tools, tools.store.read() as db:
        drawn = select(Attachment).where(
            Attachment.case_id == draft.id, Attachment.question == DRAWN_SIGNATURE
        )
        return len(list(db.scalars(drawn)))


def test_whoever_else_must_sign_is_asked_as_at_home_and_signs_the_same(
    site_at: SiteAt, draft: Helped, frisk: Guest
) -> None:
    review = draft.review()
    assert "Etter personen må den det gjelder skrive under." in review
    assert waits_for_others(draft, confirm(draft, DRAWN | WAIT))
    assert behind.submissions(site_at, draft) == 0
    assert behind.events(site_at, draft)[-1] == "drawn_at_counter"
    page = draft.guest.get(several.page(draft)).text
    assert "Personen har skrevet under." in page
    assert draft.guest.get(f"{draft.path}/underskrift").headers["location"] == several.page(draft)
    code = several.code_of(several.ask(draft, "young_person"))
    assert several.sign(frisk, several.come(frisk, code)).status_code == 303
    request = behind.frozen(site_at, draft)
    assert {one.content_sha256 for one in request.signatures} == {request.content.sha256()}
    assert signed_by(site_at, draft) == ["Myk Havgløtt", frisk.invented.name]
    assert "unsigned young_person" not in behind.marks(site_at, draft)
    own = Draft(site_at.visitor("myk"), f"/larvik/sak/{draft.id}")
    told = own.guest.get(own.path).text
    assert "Dere begynte på søknaden i skranken" in told
    assert "Du skrev under på skjermen i skranken" in told
    assert "sendte søknaden fra skranken" not in told, "it was sent by the last signature"
    pdf = site_at.made_pdf(own)
    for words in ("FinStrandeng,Servicesenteret", "Tegnetpåskjermeniskranken", "MykHavgløtt"):
        assert words in pdf


def test_a_helper_who_is_alone_with_it_asks_nobody(site_at: SiteAt, draft: Helped, frisk: Guest) -> None:
    assert waits_for_others(draft, confirm(draft, DRAWN | WAIT))
    assert "Lag en kode" in draft.guest.get(several.page(draft)).text
    site_at.now += timedelta(minutes=16)
    page = draft.guest.get(several.page(draft)).text
    assert "Nå er det bare personen selv som kan be noen om å skrive under." in page
    assert "Lag en kode" not in page
    with site_at.unchanged():
        assert several.ask(draft, "young_person").headers["location"] == several.page(draft)
    own = Draft(site_at.visitor("myk"), f"/larvik/sak/{draft.id}")
    code = several.code_of(several.ask(own, "young_person"))
    assert several.sign(frisk, several.come(frisk, code)).status_code == 303


def test_a_change_voids_it_and_the_drawing_goes_with_it(site_at: SiteAt, draft: Helped) -> None:
    assert waits_for_others(draft, confirm(draft, DRAWN | WAIT))
    assert drawings(site_at, draft) == 1
    own = Draft(site_at.visitor("myk"), f"/larvik/sak/{draft.id}")
    assert own.answer("need", {"need_description": "Noe helt annet."}).status_code == 303
    assert behind.events(site_at, draft)[-1] == "signatures_voided"
    assert drawings(site_at, draft) == 0
    assert several.ask(draft, "young_person").headers["location"] == several.page(draft)
    named = NAMED | WAIT | {"typed_name": draft.citizen.name}
    assert waits_for_others(draft, confirm(draft, named)), "it is read aloud and signed once more"
    with site_at.tools() as tools, tools.store.read() as db:
        given = list(db.scalars(select(Signed).where(Signed.case_id == draft.id)))
    assert [one.voided_at is None for one in given] == [False, True]


def test_sent_at_once_the_office_sees_whose_signature_is_missing(site_at: SiteAt, draft: Helped) -> None:
    answer = confirm(draft, DRAWN | NOW)
    assert answer.headers["location"] == f"{draft.path}/kvittering"
    assert "unsigned young_person" in behind.marks(site_at, draft)
    assert "Underskrift mangler fra den det gjelder." in draft.receipt()


@pytest.mark.parametrize("typed", [PAPER, SAID])
def test_what_is_not_signed_here_and_now_waits_for_nobody(
    site_at: SiteAt, draft: Helped, typed: dict[str, str]
) -> None:
    assert confirm(draft, typed | WAIT).headers["location"] == f"{draft.path}/kvittering"
    assert "unsigned young_person" in behind.marks(site_at, draft)


def test_without_waiting_any_more_it_goes_in_with_the_drawing(site_at: SiteAt, draft: Helped) -> None:
    confirm(draft, DRAWN | WAIT)
    own = site_at.visitor("myk")
    at = f"/larvik/sak/{draft.id}/underskrifter"
    assert own.post(f"{at}/send", page=at).headers["location"] == f"/larvik/sak/{draft.id}/kvittering"
    assert signed_by(site_at, draft) == ["Myk Havgløtt"]
    assert "underskrift.png" in site_at.visitor("lun").get(f"/larvik/kontor/sak/{draft.id}").text


def test_who_takes_it_home_without_a_number_signs_anew(site_at: SiteAt, helper: Guest, frisk: Guest) -> None:
    """Who filled in is told otherwise once the log-in knows it, so what was signed is not what would be sent."""
    draft = filled(site_at, helper, frisk.invented, Person("Myk Havgløtt", ""))
    assert waits_for_others(draft, confirm(draft, DRAWN | WAIT))
    myk = site_at.visitor("myk")
    assert take_home(myk, code_for_phone(draft)).headers["location"] == f"/larvik/sak/{draft.id}"
    assert behind.events(site_at, draft)[-3:] == ["signatures_voided", "help_ended", "handed_home"]
    assert drawings(site_at, draft) == 0
    own = Draft(myk, f"/larvik/sak/{draft.id}")
    assert "17885598767" not in own.review()
    assert own.send(send_when="wait").headers["location"] == several.page(own)
