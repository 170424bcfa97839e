"""A signature at the counter is one of those that several give: the same content, void by a change, others asked."""

from datetime import timedelta

import httpx
import pytest
from sqlalchemy import select

from forms.language import OSLO
from forms.situation import Person
from tests import behind, powers, several
from tests.at_a_time import SiteAt
from tests.counter import Helped, begun, code_for_counter, code_for_phone, take_home, taken_up
from tests.counter import take_up as take_up_there
from tests.draft import Draft
from tests.guest import Guest
from tests.integration.signing.test_giver_of_authorization import answers as to_be_signed
from tests.integration.signing.test_giver_of_authorization import signed_by, stands
from tests.integration.wizard.test_counter_signing import DRAWN, NAMED, PAPER, SAID, confirm, upload
from tests.later import PDF, sent
from wizard import accounts
from wizard.cases.errors import WrongCodeError
from wizard.cases.signature_files import DRAWN_SIGNATURE
from wizard.cases.taking_up import take_up
from wizard.models import Attachment
from wizard.models_acting import Signed
from wizard.providers import Invented

WAIT, NOW = {"send_when": "wait"}, {"send_when": "now"}


@pytest.fixture
def helper(site_at: SiteAt) -> Guest:
    return site_at.visitor("fin")


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


def test_a_change_voids_it_and_the_drawing_goes_with_it(site_at: SiteAt, draft: Helped) -> None:
    assert waits_for_others(draft, confirm(draft, DRAWN | WAIT))
    assert drawings(site_at, draft) == 1
    own = Draft(site_at.visitor("myk"), f"/larvik/sak/{draft.id}")
    assert own.answer("need", {"need_description": "Noe helt annet."}).status_code == 303
    assert behind.events(site_at, draft)[-1] == "signatures_voided"
    assert drawings(site_at, draft) == 0
    assert several.ask(draft, "young_person").headers["location"] == several.page(draft)
    assert waits_for_others(draft, confirm(draft, NAMED | WAIT)), "it is read aloud and signed once more"
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


@pytest.fixture
def stille(site_at: SiteAt) -> Guest:
    return site_at.visitor("stille")


@pytest.fixture
def power(site_at: SiteAt, stille: Guest) -> Draft:
    """An authorization that the future proxy has filled in at home."""
    return site_at.begin("jevn", "power_of_attorney").complete(to_be_signed(stille.invented))


def brought(helper: Guest, power: Draft) -> Helped:
    """Its proxy comes to the counter with it."""
    draft = taken_up(helper, power)
    draft.today = power.today
    return draft


def test_the_giver_of_an_authorization_signs_it_at_the_counter_and_it_is_theirs(
    site_at: SiteAt, helper: Guest, power: Draft, stille: Guest
) -> None:
    draft = brought(helper, power)
    page = draft.guest.get(f"{draft.path}/underskrift").text
    assert "Stille Bjørkeløv bekrefter selv." in page
    assert 'name="national_id"' not in page, "the answers tell it"
    assert confirm(draft, SAID).status_code == 422
    assert confirm(draft, DRAWN).headers["location"] == f"{draft.path}/kvittering"
    assert signed_by(site_at, draft) == ["Stille Bjørkeløv"]
    assert stands(site_at, power, stille)
    assert "Du skrev under på skjermen i skranken" in stille.get(power.path).text
    begun_by_it = powers.begin_for(site_at, power.guest, power)
    assert "Du handler for Stille Bjørkeløv." in begun_by_it.see("role")
    mine = power.guest.get("/larvik/mine-saker").text
    (proxy,) = powers.proxies(site_at, power)
    assert f"{power.path}.{proxy.id}" in mine
    told = power.guest.get(f"{power.path}.{proxy.id}").text
    assert "Underskriften kom fra den som gir fullmakt, på skjermen i skranken" in told


def test_the_giver_signs_the_very_text_that_was_frozen_for_them(
    site_at: SiteAt, helper: Guest, power: Draft, stille: Guest
) -> None:
    code = several.code_of(several.ask(power, "principal"))
    frozen = several.come(stille, code)
    shown = dict(stille.told(frozen).along({}))["content"]
    draft = brought(helper, power)
    assert "kan skrive under i skranken" in draft.guest.get(several.page(draft)).text
    assert confirm(draft, NAMED).status_code == 303
    assert behind.frozen(site_at, draft).content.sha256() == shown
    assert stands(site_at, power, stille)


def test_a_giver_on_paper_gives_nothing_yet(site_at: SiteAt, helper: Guest, power: Draft) -> None:
    assert confirm(brought(helper, power), PAPER).status_code == 303
    assert powers.row(site_at, power) is None
    (signature,) = behind.frozen(site_at, power).signatures
    assert signature.by_hand
    assert "Stille Bjørkeløv" in [fact.value for fact in signature.facts]


@pytest.mark.parametrize(
    ("number", "said"),
    [
        ("", "Skriv de 11 sifrene til den som gir fullmakt."),
        ("11909049875", "Dette er ditt eget nummer."),
        ("05927849730", "Nummeret passer ikke med fødselsdatoen"),
    ],
)
def test_a_giver_whose_number_is_not_known_tells_it_and_it_must_fit(
    site_at: SiteAt, helper: Guest, stille: Guest, number: str, said: str
) -> None:
    known = to_be_signed(stille.invented)
    born = {"subject_no_id": "no_number", "subject_birth_date": "1957-03-14"}
    subject = {name: one for name, one in known["subject"].items() if "name" in name} | born
    power = site_at.begin("jevn", "power_of_attorney").complete({**known, "subject": subject})
    draft = brought(helper, power)
    with site_at.unchanged():
        answer = confirm(draft, DRAWN | {"national_id": number})
    assert (answer.status_code, said in answer.text) == (422, True)
    assert confirm(draft, DRAWN | {"national_id": stille.invented.national_id}).status_code == 303
    assert stands(site_at, power, stille)


def test_a_helper_gives_no_authorization_and_is_in_no_case_that_they_see_to(
    site_at: SiteAt, helper: Guest
) -> None:
    """The staff member is the giver, or the one whom it is about: found at the signature, whoever filled in."""
    own = helper.invented
    power = site_at.begin("jevn", "power_of_attorney").complete(to_be_signed(own))
    draft = brought(helper, power)
    with site_at.unchanged():
        answer = confirm(draft, DRAWN)
    assert (answer.status_code, "Du kan ikke hjelpe deg selv." in answer.text) == (422, True)
    assert powers.row(site_at, power) is None


def test_whoever_fills_in_by_a_power_gets_help_and_its_giver_takes_over_first(
    site_at: SiteAt, stille: Guest
) -> None:
    jevn = site_at.visitor("jevn")
    power = sent(powers.given(stille, jevn))
    by_power = powers.begin_for(site_at, jevn, power)
    owner = Draft(stille, f"/larvik/sak/{by_power.id}")
    with site_at.unchanged():
        assert stille.get(f"{owner.path}/hjelp").headers["location"] == f"{owner.path}/se-over"
        asked = stille.post(f"{owner.path}/hjelp", page="/larvik/mine-saker")
        assert asked.headers["location"] == f"{owner.path}/se-over"
    assert len(code_for_counter(by_power)) == len("ABCD-2345")


@pytest.fixture
def by_power(site_at: SiteAt, helper: Guest, stille: Guest) -> tuple[Draft, Helped]:
    """A power, and at the counter a draft of its proxy's, who acts by it."""
    jevn = site_at.visitor("jevn")
    power = sent(powers.given(stille, jevn))
    return power, taken_up(helper, powers.begin_for(site_at, jevn, power))


def refused(draft: Helped) -> bool:
    """At the counter, in the middle of a step."""
    answer = draft.guest.post(draft.step("role"), {"submitter_role": "proxy"}, page="/larvik/skranke/")
    return answer.status_code == 403


def test_help_to_a_proxy_ends_with_the_power(
    site_at: SiteAt, by_power: tuple[Draft, Helped], stille: Guest
) -> None:
    power, draft = by_power
    assert "Du hjelper" in draft.see("role")
    revocation = powers.revocation(power)
    assert revocation.send().status_code == 303
    with site_at.unchanged():
        assert refused(draft)
        assert draft.guest.get(draft.path).status_code == 403
    assert stille.get(f"/larvik/sak/{draft.id}").status_code in {200, 303}, "the draft stays its owner's"


def test_help_to_a_proxy_ends_when_the_owner_takes_over(
    site_at: SiteAt, by_power: tuple[Draft, Helped], stille: Guest
) -> None:
    _, draft = by_power
    own = f"/larvik/sak/{draft.id}"
    assert stille.post(f"{own}/ta-over", page=f"{own}/se-over").status_code == 303
    assert behind.events(site_at, draft)[-2:] == ["help_ended", "taken_over"]
    assert refused(draft)


def test_a_power_that_is_signed_on_paper_and_scanned_in_holds(
    site_at: SiteAt, helper: Guest, stille: Guest
) -> None:
    power = powers.given(stille, site_at.visitor("jevn"))
    draft = taken_up(helper, power)
    assert confirm(draft, PAPER).status_code == 303
    row = powers.row(site_at, power)
    assert row
    assert row.confirmed_at is None
    assert upload(draft, "papir.pdf", PDF).status_code == 303
    row = powers.row(site_at, power)
    assert row
    assert row.confirmed_at


def test_a_code_that_nobody_used_is_over_in_time(site_at: SiteAt, power: Draft, helper: Guest) -> None:
    code = code_for_counter(power)
    site_at.now += timedelta(minutes=15)
    answer = helper.post("/larvik/skranke/kode", {"code": code, "related": "no"})
    assert (answer.status_code, "Koden er for gammel." in answer.text) == (422, True)


def test_a_helper_cannot_take_home_what_they_began_with_somebody_without_a_number(
    site_at: SiteAt, helper: Guest
) -> None:
    """The same person has an account at home: the case must not become theirs by their own code."""
    code = code_for_phone(begun(helper, Person("Stille Bjørkeløv", "")))
    own = Person(helper.invented.name, helper.invented.national_id)
    with site_at.tools() as tools:
        at_home = accounts.visitor(tools, accounts.log_in(tools, own, level="demo"))
        assert at_home
        with pytest.raises(WrongCodeError):
            take_up(tools, at_home.account_id, code)
    assert take_home(site_at.visitor("stille"), code).status_code == 303, "and it is not used up by that"


def test_a_helper_is_not_asked_to_sign_what_they_help_with(site_at: SiteAt, helper: Guest) -> None:
    child = site_at.visitor("rask").invented
    draft = begun(helper, Person("Myk Havgløtt", site_at.visitor("myk").invented.national_id))
    draft.today = site_at.now.astimezone(OSLO).date()
    draft.complete(several.answers_for(child))
    assert waits_for_others(draft, confirm(draft, DRAWN | WAIT))
    answer = several.ask(draft, "second_parent", helper.invented)
    assert (answer.status_code, "Den som hjelper, skriver aldri under." in answer.text) == (422, True)
    assert several.code_of(several.ask(draft, "second_parent", site_at.visitor("kjekk").invented))


def test_who_is_asked_to_sign_at_home_does_not_help_with_it_at_work(site_at: SiteAt, helper: Guest) -> None:
    child = site_at.visitor("rask").invented
    own = site_at.begin("myk", "coordination").complete(several.answers_for(child))
    several.wait(own)
    several.code_of(several.ask(own, "second_parent", helper.invented))
    code = code_for_counter(own)
    answer = take_up_there(helper, code)
    assert (answer.status_code, "Du kan ikke hjelpe deg selv." in answer.text) == (422, True)
    assert own.path not in helper.get("/larvik/skranke/").text
    several.code_of(several.ask(own, "second_parent", site_at.visitor("kjekk").invented))
    assert take_up_there(helper, code).status_code == 303, "who is not asked any more may"
