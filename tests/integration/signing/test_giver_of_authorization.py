"""A power of attorney that the future proxy fills in: the giver signs it through an invitation, and it is theirs."""

from datetime import timedelta

import pytest

from forms.situation import Answers
from tests import behind, powers, several
from tests.at_a_time import SiteAt
from tests.draft import CONSENTS, Draft
from tests.guest import Guest
from tests.later import sent
from wizard.cases.freezing import freeze, is_frozen
from wizard.providers import Invented

ALL_CASES = {"case_limit": "all_cases", "valid_from": "at_once", "withdraw_info": True}


def answers(giver: Invented) -> Answers:
    given, _, family = giver.name.rpartition(" ")
    return {
        "role": {"municipality_id": "larvik", "submitter_role": "proxy", "staff_assistance": "no"},
        "subject": {
            "subject_no_id": "has_number",
            "subject_national_id": giver.national_id,
            "subject_given_name": given,
            "subject_family_name": family,
        },
        "own-proxy": {"proxy_relation": "friend", "proxy_phone": "+4799999997", "proxy_not_staff": True},
        "scope": {"scope": ["apply", "talk"], "scope_sharing": "no"},
        "limits": ALL_CASES,
    }


@pytest.fixture
def stille(site_at: SiteAt) -> Guest:
    return site_at.visitor("stille")


@pytest.fixture
def draft(site_at: SiteAt, stille: Guest) -> Draft:
    return site_at.begin("jevn", "power_of_attorney").complete(answers(stille.invented))


def signed_by(site: SiteAt, draft: Draft) -> list[str]:
    facts = [fact for one in behind.frozen(site, draft).signatures for fact in one.facts]
    return [fact.value for fact in facts if fact.label == "Skrevet under av"]


def test_only_the_giver_signs_and_then_it_is_theirs(site_at: SiteAt, draft: Draft, stille: Guest) -> None:
    assert draft.guest.get(f"{draft.path}/send").headers["location"] == several.page(draft)
    sent = draft.guest.post(f"{draft.path}/send", CONSENTS, page="/larvik/mine-saker")
    assert sent.headers["location"] == several.page(draft)
    assert behind.submissions(site_at, draft) == 0, "the proxy signs nothing"
    at = several.come(stille, several.code_of(several.ask(draft, "principal")))
    page = stille.get(at).text
    assert "Jevn Sandvik vil handle for deg, og ber deg om fullmakt." in page
    assert "Jeg gir fullmakten frivillig" in page
    assert "Hvem gir fullmakten?" in page
    for to_the_proxy in ("gir deg fullmakt", "Navnet ditt", "Hva er du for", "Du som får"):
        assert to_the_proxy not in page
    assert several.sign(stille, at).status_code == 303
    assert "Jevn Sandvik har fylt ut en fullmakt fra deg." in stille.get(at).text
    assert signed_by(site_at, draft) == ["Stille Bjørkeløv"]
    assert behind.marks(site_at, draft) == []
    case = behind.case(site_at, draft)
    assert case
    assert case.author_id not in {None, case.owner_id}
    own = stille.get(f"{draft.path}/kvittering")
    assert own.status_code == 200
    assert "Fullmakten gjelder nå." in own.text
    assert draft.path in stille.get("/larvik/mine-saker").text
    assert draft.guest.get(draft.path).status_code == 404, "the proxy's own way in is another now"
    mine = draft.guest.get("/larvik/mine-saker").text
    assert f"{draft.path}." in mine
    pdf = site_at.made_pdf(Draft(stille, draft.path, "power_of_attorney"))
    for words in ("StilleBjørkeløv", "JevnSandvik", "Jeggirfullmaktenfrivillig"):
        assert words in pdf
    assert stille.invented.national_id not in pdf


def test_the_giver_can_take_it_back_afterwards(site_at: SiteAt, draft: Draft, stille: Guest) -> None:
    at = several.come(stille, several.code_of(several.ask(draft, "principal")))
    several.sign(stille, at)
    assert "Trekk fullmakten" in stille.get(draft.path).text
    assert behind.events(site_at, draft)[-1] == "submitted"


def test_sent_without_waiting_it_has_lines_for_the_giver_who_may_sign_here_later(
    site_at: SiteAt, draft: Draft, stille: Guest
) -> None:
    code = several.code_of(several.ask(draft, "principal"))
    send = draft.guest.post(f"{several.page(draft)}/send", page=several.page(draft))
    assert send.headers["location"] == f"{draft.path}/kvittering"
    request = behind.frozen(site_at, draft)
    (signature,) = request.signatures
    assert signature.by_hand
    assert "Stille Bjørkeløv" in [fact.value for fact in signature.facts]
    office = draft.path.replace("/sak/", "/kontor/sak/")
    assert "Underskrift kommer på papir" in site_at.visitor("lun").get(office).text
    at = several.come(stille, code)
    assert several.sign(stille, at).status_code == 303
    page = site_at.visitor("lun").get(office).text
    assert "Underskrift kommer på papir" not in page
    assert "Underskrifter som kom etterpå" in page
    assert behind.events(site_at, draft)[-1] == "giver_signed"
    assert stille.get(f"{draft.path}/kvittering").status_code == 200


def test_a_no_gives_no_authorization(site_at: SiteAt, draft: Draft, stille: Guest) -> None:
    at = several.come(stille, several.code_of(several.ask(draft, "principal")))
    assert "får ikke Jevn Sandvik noen fullmakt" in stille.get(at).text
    assert several.decline(stille, at).status_code == 303
    assert "Vil ikke skrive under" in draft.guest.get(several.page(draft)).text
    assert behind.submissions(site_at, draft) == 0


@pytest.mark.parametrize(
    ("number", "said"), [("19851199708", "må være 16 år"), ("11909049875", "eget nummer")]
)
def test_whoever_cannot_give_it_is_told_at_the_number(
    site_at: SiteAt, stille: Guest, number: str, said: str
) -> None:
    draft = site_at.begin("jevn", "power_of_attorney")
    told = answers(stille.invented)
    draft.fill(told, until="subject")
    changed = {"subject_national_id": number, "subject_age": "younger"}
    answer = draft.answer("subject", {**told["subject"], **changed})
    assert answer.status_code == 422
    assert said in answer.text


def test_nobody_under_18_can_get_one(site_at: SiteAt, stille: Guest) -> None:
    draft = site_at.begin("frisk", "power_of_attorney")
    told = answers(stille.invented)
    draft.fill(told, until="own-proxy")
    answer = draft.answer("own-proxy", {**told["own-proxy"], "proxy_not_staff": "yes"})
    assert answer.status_code == 422
    assert "Du må være 18 år for å få fullmakt." in answer.text


def stands(site: SiteAt, draft: Draft, giver: Guest) -> bool:
    """Whether the power is the giver's, holds, and is what the one who filled it in takes part by."""
    row, case, (proxy,) = powers.row(site, draft), behind.case(site, draft), powers.proxies(site, draft)
    assert row
    assert case
    assert draft.path in giver.get("/larvik/mine-saker").text
    return row.principal_id == case.owner_id and bool(row.confirmed_at) and proxy.power_id == draft.id


def test_by_what_the_giver_signed_the_one_who_filled_in_acts(
    site_at: SiteAt, draft: Draft, stille: Guest
) -> None:
    assert powers.row(site_at, draft) is None
    several.sign(stille, several.come(stille, several.code_of(several.ask(draft, "principal"))))
    assert stands(site_at, draft, stille)
    begun = powers.begin_for(site_at, draft.guest, draft)
    assert "Du handler for Stille Bjørkeløv." in begun.see("role")


def test_signed_after_it_was_sent_it_is_the_givers_power_from_then_on(
    site_at: SiteAt, draft: Draft, stille: Guest
) -> None:
    code = several.code_of(several.ask(draft, "principal"))
    draft.guest.post(f"{several.page(draft)}/send", page=several.page(draft))
    assert powers.row(site_at, draft) is None, "nobody knows yet whose it is"
    several.sign(stille, several.come(stille, code))
    assert stands(site_at, draft, stille)


def test_before_it_begins_it_may_be_read_and_nothing_done_by_it(site_at: SiteAt, stille: Guest) -> None:
    later = ALL_CASES | {"valid_from": "later", "valid_from_date": "2027-01-01"}
    draft = site_at.begin("jevn", "power_of_attorney").complete({**answers(stille.invented), "limits": later})
    several.sign(stille, several.come(stille, several.code_of(several.ask(draft, "principal"))))
    (proxy,) = powers.proxies(site_at, draft)
    assert draft.guest.get(f"{draft.path}.{proxy.id}/kvittering").status_code == 200
    assert powers.press(draft.guest, "begynn", draft, journey="coordination").status_code == 403


def test_whoever_signs_after_its_first_day_gives_it_from_that_day(site_at: SiteAt, stille: Guest) -> None:
    tomorrow = ALL_CASES | {"valid_from": "later", "valid_from_date": "2026-12-02"}
    draft = site_at.begin("jevn", "power_of_attorney").complete(
        {**answers(stille.invented), "limits": tomorrow}
    )
    code = several.code_of(several.ask(draft, "principal"))
    assert "Den første dagen er forbi" not in stille.get(several.come(stille, code)).text
    site_at.now += timedelta(days=3)
    for guest in (stille, draft.guest):
        guest.log_in(guest.invented.key)
    assert draft.guest.get(draft.path).headers["location"] == several.page(draft)
    assert "Du er ikke ferdig med" not in draft.guest.get(several.page(draft)).text
    at = several.come(stille, several.code_of(several.ask(draft, "principal")))
    assert "Den første dagen er forbi. Fullmakten gjelder fra du skriver under." in stille.get(at).text
    assert several.sign(stille, at).status_code == 303
    assert stands(site_at, draft, stille)
    assert powers.begin_for(site_at, draft.guest, draft)


def test_what_the_proxy_left_half_done_is_theirs_to_mend_and_to_ask_for_again(
    site_at: SiteAt, draft: Draft, stille: Guest
) -> None:
    at = several.come(stille, several.code_of(several.ask(draft, "principal")))
    draft.autosave("scope", {"scope": "talk"})
    assert several.sign(stille, at).status_code == 303
    assert "Jevn Sandvik må gjøre noe ferdig først." in stille.get(at).text
    case = behind.case(site_at, draft)
    assert case
    assert case.author_id is None, "it is the giver's only once it is sent"
    assert "Skrevet under av den som gir" not in draft.guest.get("/larvik/mine-saker").text
    assert draft.answer("scope", {"scope": "talk", "scope_sharing": "no"}).status_code == 303
    assert "holder på å endre teksten" in stille.get(at).text
    again = several.come(stille, several.code_of(several.ask(draft, "principal")))
    assert several.sign(stille, again).status_code == 303
    assert stands(site_at, draft, stille)


def test_what_somebody_else_goes_on_with_is_signed_by_nobody(
    site_at: SiteAt, draft: Draft, stille: Guest
) -> None:
    begun = powers.begin_for(site_at, stille, power := sent(powers.given(draft.guest, stille)))
    with site_at.tools() as tools, tools.store.write() as db:
        freeze(db, tools, begun.id, behind.frozen(site_at, power).content, tools.clock())
    own = powers.owners(begun, draft.guest)
    assert draft.guest.post(f"{own.path}/ta-over", page=f"{own.path}/se-over").status_code == 303
    with site_at.tools() as tools, tools.store.connect() as db:
        assert not is_frozen(db, begun.id)
