"""A form that a proxy fills in by a power given here: what is settled, what is printed, and who sees it."""

import httpx
import pytest

from forms.fields.identity_number import masked, written
from tests import behind, powers
from tests.draft import Draft, begin
from tests.guest import Guest
from tests.later import reference, sent
from tests.running_site import Site


@pytest.fixture(scope="module")
def power(site: Site) -> Draft:
    return sent(powers.given(site.visitor("stille"), site.visitor("myk")))


@pytest.fixture(scope="module")
def myk(site: Site) -> Guest:
    return site.visitor("myk")


def office(draft: Draft) -> str:
    return draft.path.split(".", maxsplit=1)[0].replace("/sak/", "/kontor/sak/")


def blind(draft: Draft, slug: str, part: str = "") -> httpx.Response:
    """A step posted by somebody who cannot see its page any more."""
    said = {"version": "1", "need_description": "Noe helt annet."}
    return draft.guest.post(f"{draft.step(slug)}{part}", said, page=f"{draft.guest.at}/mine-saker")


def test_the_document_tells_for_whom_by_whom_and_by_what_right(either_site: Site) -> None:
    site = either_site
    stille, myk = site.visitor("stille"), site.visitor("myk")
    power = sent(powers.given(stille, myk))
    draft = sent(powers.filled_in(powers.begin_for(site, myk, power)))
    request = behind.frozen(site, draft)
    facts = {fact.label: fact.value for fact in request.content.facts}
    assert facts["Gjelder"] == "Stille Bjørkeløv"
    assert facts["Fylt ut av"] == "Myk Havgløtt, fullmektig"
    ground = facts["Etter fullmakt"]
    for words in (reference(power), "gitt her", "til og med", "Søke om tjenester; Se saken; Klage"):
        assert words in ground
    assert behind.marks(site, draft) == []
    signed = {fact.label: fact.value for fact in request.signatures[0].facts}
    assert (signed["Skrevet under av"], signed["Rolle"]) == ("Myk Havgløtt", "fullmektig")
    case = behind.case(site, draft)
    owner = behind.case(site, power)
    assert case
    assert owner
    assert case.owner_id == owner.owner_id != case.author_id


def test_what_the_power_tells_is_shown_and_not_asked(site: Site, myk: Guest, power: Draft) -> None:
    draft = powers.begin_for(site, myk, power)
    assert 'name="submitter_role"' not in draft.see("role")
    draft.fill(powers.answers_of(draft), until="subject")
    subject = draft.see("subject")
    assert masked("14835749828") in subject
    for name in ("subject_national_id", "subject_given_name", "subject_family_name", "subject_no_id"):
        assert f'name="{name}"' not in subject
    draft.answer("subject", {})
    told = draft.see("representative")
    assert reference(power) in told
    for name in ("rep_authority", "rep_document_when", "rep_document"):
        assert f'name="{name}"' not in told


def test_the_proxy_is_never_shown_the_whole_number_and_the_office_is(
    site: Site, myk: Guest, power: Draft
) -> None:
    draft = sent(powers.filled_in(powers.begin_for(site, myk, power)))
    number = "14835749828"
    for shown in (behind.frozen(site, draft).model_dump_json(), myk.get(draft.path).text):
        assert number not in shown
        assert written(number) not in shown
    assert written(number) in site.visitor("lun").get(office(draft)).text


def test_office_and_owner_see_power_and_application_on_each_others_pages(
    site: Site, myk: Guest, power: Draft
) -> None:
    draft = sent(powers.filled_in(powers.begin_for(site, myk, power)))
    stille, lun = site.visitor("stille"), site.visitor("lun")
    own = powers.owners(draft, stille).path
    assert f'href="{power.path}"' in stille.get(own).text
    assert f'href="{own}"' in stille.get(power.path).text
    assert f'href="{office(power)}"' in lun.get(office(draft)).text
    assert f'href="{office(draft)}"' in lun.get(office(power)).text
    theirs = myk.get(draft.path).text
    assert "Fullmakt i saker om helse- og omsorgstjenester" in theirs
    assert f'href="{power.path}"' not in theirs


def test_each_is_told_who_did_what(site: Site, myk: Guest, power: Draft) -> None:
    draft = sent(powers.filled_in(powers.begin_for(site, myk, power)))
    own = powers.owners(draft, site.visitor("stille"))
    told = own.guest.get(own.path).text
    assert "Myk Havgløtt sendte søknaden" in told
    assert "Du sendte" not in told
    assert "Du sendte søknaden" in myk.get(draft.path).text
    assert "Kommunen har fått søknaden." in own.guest.get("/larvik/mine-saker").text


def test_lists_show_drafts_to_both_with_an_address_of_their_own(site: Site, myk: Guest, power: Draft) -> None:
    draft = powers.begin_for(site, myk, power)
    stille = site.visitor("stille")
    assert draft.path in myk.get("/larvik/mine-saker").text
    listed = stille.get("/larvik/mine-saker").text
    assert draft.path not in listed
    assert powers.owners(draft, stille).path in listed
    assert "Myk Havgløtt fyller ut for deg." in listed
    page = stille.get(f"{powers.owners(draft, stille).path}/se-over").text
    assert "Myk Havgløtt fyller ut for deg." in page
    assert "Gå videre til underskrift" not in page, "it is not ready"


def test_the_owner_may_sign_in_their_own_name_what_their_proxy_filled_in(
    site: Site, myk: Guest, power: Draft
) -> None:
    draft = powers.filled_in(powers.begin_for(site, myk, power))
    own = powers.owners(draft, site.visitor("stille"))
    assert "Gå videre til underskrift" in own.guest.get(f"{own.path}/se-over").text
    assert own.send().headers["location"] == f"{own.path}/kvittering"
    (signature,) = behind.frozen(site, draft).signatures
    signed = [fact.value for fact in signature.facts]
    assert "Stille Bjørkeløv" in signed
    assert "den det gjelder" in signed
    assert "Myk Havgløtt" not in signed
    assert "Du sendte søknaden" in own.guest.get(own.path).text
    assert "Stille Bjørkeløv sendte søknaden" in myk.get(draft.path).text


def test_the_owner_takes_over_with_all_that_was_filled_in(either_site: Site) -> None:
    site = either_site
    stille, myk = site.visitor("stille"), site.visitor("myk")
    power = sent(powers.given(stille, myk))
    draft = powers.filled_in(powers.begin_for(site, myk, power))
    need = behind.answers(site, draft)["need"]
    own = powers.owners(draft, stille)
    assert stille.post(f"{own.path}/ta-over", page=f"{own.path}/se-over").status_code == 303
    assert stille.get(own.path).headers["location"] == own.step("role")
    assert myk.get(draft.path).status_code == 403
    assert blind(draft, "need", "/autolagring").status_code == 403
    assert draft.path not in myk.get("/larvik/mine-saker").text
    assert 'value="self"' in own.see("role")
    own.answer("role", {"submitter_role": "self"})
    own.answer("you", powers.names(stille))
    assert behind.answers(site, own)["need"] == need
    assert own.send().status_code == 303
    facts = [fact.label for fact in behind.frozen(site, own).content.facts]
    assert "Etter fullmakt" not in facts
    case = behind.case(site, own)
    assert case
    assert case.author_id is None
    assert behind.events(site, own).count("taken_over") == 1


def test_at_once_the_two_meet_as_two_tabs_do(site: Site, myk: Guest, power: Draft) -> None:
    draft = powers.filled_in(powers.begin_for(site, myk, power))
    own = powers.owners(draft, site.visitor("stille"))
    page = own.guest.told(own.step("need")).along({"need_description": "Stille skrev dette."})
    assert draft.answer("need", {"need_description": "Myk skrev dette."}).status_code == 303
    met = own.guest.submit(own.step("need"), page)
    assert met.status_code == 409
    assert "Myk skrev dette." in met.text
    assert "Stille skrev dette." in met.text


def test_a_proxy_reads_what_was_sent_only_where_the_power_says_so(site: Site, myk: Guest) -> None:
    vennlig = site.visitor("vennlig")
    hidden = sent(begin(vennlig).complete(powers.hidden()))
    open_ = sent(begin(vennlig).complete())
    reads = sent(powers.given(vennlig, myk, scope={"scope": ["see_case"]}))
    does_not = sent(powers.given(vennlig, myk, scope={"scope": ["apply"]}))
    listed = powers.page(myk)
    assert reference(open_) in listed
    assert reference(hidden) not in listed
    answer = powers.press(myk, "se", reads, reference=reference(open_))
    assert answer.status_code == 303
    theirs = Draft(myk, answer.headers["location"])
    assert "Vennlig Kveldsro sendte søknaden" in myk.get(theirs.path).text
    assert powers.press(myk, "se", reads, reference=reference(open_)).headers["location"] == theirs.path
    for power, wanted in ((does_not, open_), (reads, hidden), (reads, reads)):
        assert powers.press(myk, "se", power, reference=reference(wanted)).status_code == 404
    assert blind(theirs, "need").status_code == 409
    assert behind.events(site, open_).count("submitted") == 1


@pytest.mark.parametrize(
    ("scope", "may", "may_not"),
    [
        (["apply"], ["coordination", "supplement"], ["appeal", "withdrawal", "consent"]),
        (["appeal"], ["appeal", "service_complaint", "supplement"], ["coordination", "withdrawal"]),
        (["withdraw"], ["withdrawal"], ["coordination", "supplement", "consent_withdrawal"]),
        (["talk", "receive_letters"], [], ["coordination", "appeal", "withdrawal", "supplement", "consent"]),
    ],
)
def test_a_proxy_begins_what_the_scope_says_and_nothing_else(
    site: Site, myk: Guest, scope: list[str], may: list[str], may_not: list[str]
) -> None:
    power = sent(powers.given(site.visitor("jevn"), myk, scope={"scope": scope}))
    for journey in may:
        assert powers.press(myk, "begynn", power, journey=journey).status_code == 303
    for journey in (*may_not, "power_of_attorney", "power_of_attorney_revocation", "notification", "ingen"):
        assert powers.press(myk, "begynn", power, journey=journey).status_code == 404


def test_a_power_for_one_case_is_for_no_other(site: Site, myk: Guest) -> None:
    aile = site.visitor("aile")
    one, other = sent(begin(aile).complete()), sent(begin(aile).complete())
    power = powers.given(aile, myk)
    limits = {"case_limit": "one_case", "case_reference": reference(one), "valid_from": "at_once"}
    assert power.answer("limits", limits | {"withdraw_info": "yes"}).status_code == 303
    sent(power)
    assert powers.press(myk, "begynn", power, journey="coordination").status_code == 404
    assert powers.press(myk, "begynn", power, journey="withdrawal", about=reference(other)).status_code == 404
    draft = powers.begin_for(site, myk, power, "withdrawal", about=reference(one))
    page = draft.see("answered")
    assert "Har du fått svar?" in page
    choices = draft.see("earlier-case")
    assert reference(one) in choices
    assert reference(other) not in choices
    assert draft.answer("earlier-case", {"earlier_case": reference(other)}).status_code == 422


def test_only_who_may_have_letters_can_have_them_sent_to_themselves(
    site: Site, myk: Guest, power: Draft
) -> None:
    may_not = powers.begin_for(site, myk, power)
    scope = {"scope": ["apply", "receive_letters"], "proxy_address": powers.NEPHEW["rep_address"]}
    may = powers.begin_for(site, myk, sent(powers.given(site.visitor("stille"), myk, scope=scope)))
    for draft, asked in ((may_not, False), (may, True)):
        draft.fill(powers.answers_of(draft), until="representative")
        assert ('name="copy_to"' in draft.see("representative")) == asked
    both = {"copy_to": ["person", "proxy"], "rep_phone": "99999998", "rep_relation": "friend"} | {
        f"rep_address-{part}": value for part, value in powers.ADDRESS.items()
    }
    assert may_not.answer("representative", both).status_code == 303
    assert behind.answers(site, may_not)["representative"]["copy_to"] == ["person"]
