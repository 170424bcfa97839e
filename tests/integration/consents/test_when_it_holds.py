"""When a yes holds: its last day in Norway, the paper that was promised, who may say it, and who must yet."""

from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from forms.journeys.registry import samples
from forms.situation import Answers
from tests import consents, powers, several
from tests.at_a_time import SiteAt
from tests.draft import Draft, begin
from tests.guest import Guest
from tests.later import sent
from wizard.providers import invented

OSLO = ZoneInfo("Europe/Oslo")
SHARES = {"scope": powers.EVERYTHING, "scope_sharing": "yes"}


def test_the_last_day_is_counted_in_norway_and_after_it_nothing_is_shown_as_holding(
    site_at: SiteAt, stille: Guest, lun: Guest
) -> None:
    case = consents.given(stille)
    last = datetime(2027, 6, 30, 23, 59, tzinfo=OSLO)
    site_at.later(case, last)
    assert "Deling: Fastlegen" in consents.holds(consents.page(stille))
    assert "Samtykket gjelder nå." in stille.get(case.path).text
    site_at.now = datetime(2027, 7, 1, 0, 0, tzinfo=OSLO)
    page = consents.page(stille)
    assert "Deling: Fastlegen" not in consents.holds(page)
    assert "Individuell plan" in consents.holds(page), "help has no last day"
    assert "Siste dag var 30. juni 2027." in page
    assert "Tiden for deling gikk ut 30. juni 2027." in stille.get(case.path).text
    lun.log_in("lun")
    office = lun.get(consents.office(case)).text
    assert office.count(">Gått ut</span>") == 3
    assert office.count(">Gjelder nå</span>") == 2
    form = lun.get(consents.spoken(case)).text
    assert "Deling: Fastlegen" not in form
    assert "Individuell plan" in form


def test_sharing_alone_that_has_expired_is_told_nowhere_to_hold(site_at: SiteAt, stille: Guest) -> None:
    case = consents.given(stille, kinds={"consent_kind": ["sharing"]})
    site_at.later(case, datetime(2027, 7, 1, 9, tzinfo=OSLO))
    assert "Samtykket gjelder nå." not in stille.get(case.path).text
    ids = consents.part_ids(site_at, case, "gp")
    assert consents.press(stille, ids).headers["location"] == "/larvik/samtykker"


def test_on_paper_it_holds_from_when_the_paper_has_come(site_at: SiteAt, stille: Guest, lun: Guest) -> None:
    case = begin(stille, "consent").complete(answers())
    sent(case, sign_method="paper")
    assert set(consents.states(site_at, case).values()) == {"waits"}
    assert "Gjelder når kontoret har sett underskriften på papir." in consents.page(stille)
    assert ">Gjelder ikke ennå</span>" in lun.get(consents.office(case)).text
    lun.post(f"{consents.office(case)}/underskrift-kommet", page=consents.office(case))
    assert set(consents.states(site_at, case).values()) == {"holds"}
    before = [one.confirmed_at for one in consents.rows(site_at, case)]
    site_at.now = site_at.now.replace(minute=5)
    lun.post(f"{consents.office(case)}/underskrift-kommet", page=consents.office(case))
    assert [one.confirmed_at for one in consents.rows(site_at, case)] == before


def test_what_waits_for_paper_can_be_taken_back_and_the_paper_does_not_bring_it_back(
    site_at: SiteAt, stille: Guest, lun: Guest
) -> None:
    case = begin(stille, "consent").complete(answers())
    sent(case, sign_method="paper")
    consents.take_back(stille, consents.part_ids(site_at, case, "plan"))
    lun.post(f"{consents.office(case)}/underskrift-kommet", page=consents.office(case))
    stands = consents.states(site_at, case)
    assert stands["plan"] == "taken_back"
    assert stands["coordinator"] == "holds"


def answers(**steps: Any) -> dict[str, dict[str, Any]]:
    sample = {slug: dict(given) for slug, given in samples("consent")[0].answers.items()}
    return sample | {"duration": dict(consents.UNTIL)} | steps


def mother_for(site_at: SiteAt, key: str) -> Draft:
    """A consent for a 17-year-old, ready to be signed by the mother."""
    child = next(one for one in invented() if one.key == key)
    own: Answers = several.answers_for(
        child, "consent", topics={"persons_excluded": ""}, duration=consents.UNTIL
    )
    own = {**own, "kinds": {"consent_kind": ["plan", "sharing"]}}
    draft = begin(site_at.visitor("myk"), "consent")
    draft.today = site_at.now.date()
    return draft.complete(own)


def seventeen() -> str:
    return next(one.key for one in invented() if one.national_id == "08820999828")


def test_a_parents_yes_for_a_17_year_old_does_not_hold_until_they_have_signed(site_at: SiteAt) -> None:
    draft = mother_for(site_at, seventeen())
    several.wait(draft)
    code = several.code_of(several.ask(draft, "young_person"))
    sent_now = draft.guest.post(f"{several.page(draft)}/send", page=several.page(draft))
    assert sent_now.status_code == 303
    assert set(consents.states(site_at, draft).values()) == {"waits"}
    assert "Den det gjelder, må si ja selv." in consents.page(draft.guest)
    young = site_at.visitor(seventeen())
    assert several.sign(young, several.come(young, code)).status_code == 303
    assert set(consents.states(site_at, draft).values()) == {"holds"}


def test_signed_by_the_17_year_old_before_it_is_sent_it_holds_at_once(site_at: SiteAt) -> None:
    draft = mother_for(site_at, seventeen())
    several.wait(draft)
    code = several.code_of(several.ask(draft, "young_person"))
    young = site_at.visitor(seventeen())
    assert several.sign(young, several.come(young, code)).status_code == 303
    assert set(consents.states(site_at, draft).values()) == {"holds"}
    assert {one.lacks for one in consents.rows(site_at, draft)} == {""}


def proxys(site_at: SiteAt, power: Draft, proxy: Guest) -> Draft:
    """A consent to sharing, filled in by the proxy."""
    draft = powers.begin_for(site_at, proxy, power, journey="consent")
    own = {
        **powers.answers_of(draft),
        "kinds": {"consent_kind": ["sharing"]},
        "duration": consents.UNTIL,
        "representative": {"rep_phone": "+4799999998", "rep_relation": "friend"},
    }
    draft.today = site_at.now.date()
    return draft.complete(own)


def test_a_proxy_whose_power_says_so_gives_and_takes_back_in_that_capacity(site_at: SiteAt) -> None:
    stille, myk = site_at.visitor("stille"), site_at.visitor("myk")
    power = sent(powers.given(stille, myk, scope=SHARES))
    case = sent(proxys(site_at, power, myk), send_when="now")
    assert {
        (one.capacity, one.state(site_at.now, site_at.now.date())) for one in consents.rows(site_at, case)
    } == {("proxy", "holds")}
    assert "av Myk Havgløtt, fullmektig" in consents.page(stille)
    assert "Deling:" not in consents.page(myk), "what was said for another is the other's"
    own = powers.owners(case, stille)
    consents.take_back(stille, consents.part_ids(site_at, own, "gp"))
    assert consents.states(site_at, case)["gp"] == "taken_back"


def test_a_proxy_without_it_in_the_power_cannot_begin(site_at: SiteAt) -> None:
    stille, myk = site_at.visitor("stille"), site_at.visitor("myk")
    power = sent(powers.given(stille, myk))
    for journey in ("consent", "consent_withdrawal"):
        assert powers.press(myk, "begynn", power, journey=journey).status_code == 404


def test_without_the_written_authorization_it_is_said_and_does_not_hold(site_at: SiteAt) -> None:
    draft = begin(site_at.visitor("nevo", "kristiansand"), "consent")
    draft.today = site_at.now.date()
    nephew = {name: value for name, value in powers.NEPHEW.items() if name not in {"copy_to", "rep_address"}}
    own_view = {"subject_knows": "yes", "subject_view": "Han vil at de snakker sammen."}
    own = answers() | {
        "role": {"submitter_role": "proxy"},
        "subject": powers.UNCLE,
        "representative": nephew,
        "own-view": own_view,
        "kinds": {"consent_kind": ["sharing"]},
    }
    case = sent(draft.complete(own), send_when="now")
    assert set(consents.states(site_at, case).values()) == {"waits"}
    assert {one.lacks for one in consents.rows(site_at, case)} == {"no_authorization"}
    assert "Gjelder ikke ennå. Papiret som viser hvem som kan si ja, mangler." in consents.page(draft.guest)
    told_to_wait(case, "Samtykket gjelder ikke før kontoret har sett papiret som viser hvem som kan si ja.")
    klar = site_at.visitor("klar", "kristiansand")
    assert (
        klar.post(f"{consents.office(case)}/fullmakt-i-orden", page=consents.office(case)).status_code == 303
    )
    page = draft.guest.get(case.path).text
    assert "Samtykket gjelder nå." in page
    assert "Tjenestene kan dele til og med 31. desember 2026." in page


def told_to_wait(case: Draft, why: str) -> str:
    """The case's page: neither it nor the receipt says that what waits holds."""
    receipt, page = case.receipt(), case.guest.get(case.path).text
    for told in (receipt, page):
        assert why in told
        assert "Samtykket gjelder nå" not in told
        assert "Tjenestene kan dele til og med" not in told
    return page
