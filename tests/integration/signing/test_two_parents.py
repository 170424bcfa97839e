"""P02 and P12: one parent fills in; the other signs through an invitation, or is never reached at all."""

import pytest

from tests import behind, several
from tests.at_a_time import SiteAt
from tests.draft import Draft
from tests.guest import Guest
from wizard.providers import CASEWORKER, Invented

GLAD = Invented("", "Glad Sommerregn", "17882099989", CASEWORKER)


@pytest.fixture
def rask(site_at: SiteAt) -> Guest:
    return site_at.visitor("rask", "porsgrunn")


@pytest.fixture
def kjekk(site_at: SiteAt) -> Guest:
    return site_at.visitor("kjekk", "porsgrunn")


@pytest.fixture
def draft(site_at: SiteAt, rask: Guest) -> Draft:
    draft = site_at.begin("myk", "care_services", "porsgrunn")
    return draft.complete(several.answers_for(rask.invented, "care_services"))


def signatures(site: SiteAt, draft: Draft) -> list[dict[str, str]]:
    request = behind.frozen(site, draft)
    assert {one.content_sha256 for one in request.signatures} <= {request.content.sha256()}
    return [{fact.label: fact.value for fact in one.facts} for one in request.signatures]


def test_p02_with_both_parents_signatures_it_is_sent(site_at: SiteAt, draft: Draft, kjekk: Guest) -> None:
    answer = several.wait(draft)
    assert (answer.status_code, answer.headers["location"]) == (303, several.page(draft))
    code = several.code_of(several.ask(draft, "second_parent", kjekk.invented))
    waiting = draft.guest.get(several.page(draft)).text
    assert f"Venter på underskrift fra {kjekk.invented.name}." in waiting
    assert code not in waiting
    mine = draft.guest.get("/porsgrunn/mine-saker").text
    assert f"Venter på underskrift fra {kjekk.invented.name}" in mine
    assert "Se hvem vi venter på" in mine
    at = several.come(kjekk, code)
    page = kjekk.get(at).text
    for words in ("Myk Havgløtt har fylt ut søknaden for barnet", "Jeg vil bli med venner på kino"):
        assert words in page
    assert several.sign(kjekk, at).headers["location"] == at
    by = signatures(site_at, draft)
    assert [one["Skrevet under av"] for one in by] == ["Myk Havgløtt", "Kjekk Havgløtt"]
    assert [one["Rolle"] for one in by] == ["forelder", "den andre forelderen"]
    assert behind.marks(site_at, draft) == []
    for guest, address in ((draft.guest, draft.path), (kjekk, at.removesuffix("/skriv-under"))):
        assert draft.guest.get(f"{draft.path}/kvittering").status_code == 200
        assert guest.get(f"{address}/kvittering").status_code == 200
    pdf = site_at.made_pdf(draft)
    for words in ("MykHavgløtt", "KjekkHavgløtt", "RaskElveblest", "denandreforelderen"):
        assert words in pdf


def test_on_paper_there_are_lines_for_everybody_who_signs(site_at: SiteAt, draft: Draft) -> None:
    assert draft.send(sign_method="paper").status_code == 303
    author, *others = signatures(site_at, draft)
    assert author["Fylt ut av"] == "Myk Havgløtt"
    assert [one["Rolle"] for one in others] == ["den andre forelderen", "den det gjelder"]
    assert [one["Navn"] for one in others] == ["", "Rask Elveblest"]
    assert all(one["Underskrift"] == "" for one in (author, *others))
    pdf = site_at.made_pdf(draft)
    assert pdf.count("Vitne,hvisnoenhjalptilmedåskriveunder") == 3


def test_p12_the_father_who_is_not_told_can_neither_be_asked_nor_see_anything(site_at: SiteAt) -> None:
    draft = site_at.begin("lys", "coordination")
    draft.complete(several.answers_for(GLAD, other_parent={"other_parent": "not_informed"}))
    father = site_at.visitor("sterk")
    with site_at.unchanged():
        answer = several.ask(draft, "second_parent", father.invented)
        assert answer.status_code == 303
    assert "den andre forelderen skrive under" not in draft.review()
    assert draft.send(send_when="wait").headers["location"] == f"{draft.path}/kvittering"
    assert several.ask(draft, "second_parent", father.invented).status_code == 303
    assert len(behind.frozen(site_at, draft).signatures) == 1
    assert behind.events(site_at, draft) == ["started", "signed", "submitted"]
    assert "Du har ingen ennå" in father.get("/larvik/mine-saker").text
    assert father.get(draft.path).status_code == 404
    pdf = site_at.made_pdf(draft)
    assert "LysSommerregn" in pdf
    assert "SterkSommerregn" not in pdf
    assert "barnekoordinator" in pdf


def test_whoever_must_not_be_contacted_is_so_without_a_reason(site_at: SiteAt) -> None:
    draft = site_at.begin("lys", "coordination")
    answers = several.answers_for(GLAD, other_parent={"other_parent": "no_contact"})
    assert "other_parent_why" not in answers["other-parent"]
    draft.complete(answers)
    assert several.ask(draft, "second_parent", site_at.visitor("sterk").invented).status_code == 303
    assert draft.send().status_code == 303
    assert "other_parent" in behind.marks(site_at, draft)
    assert behind.events(site_at, draft) == ["started", "signed", "submitted"]


WHY = "Han slo meg i fjor."


def test_what_is_said_of_the_other_parent_is_for_the_office_alone(site_at: SiteAt, rask: Guest) -> None:
    """The child who is asked to sign reads neither that nobody may be contacted, nor why."""
    answers = {**several.answers_for(rask.invented, "care_services")}
    answers["other-parent"] = {"other_parent": "no_contact", "other_parent_why": WHY}
    draft = site_at.begin("myk", "care_services", "porsgrunn")
    draft.complete(answers)
    review = draft.review()
    for words in (
        "kan lese det du har skrevet, også telefonen og adressen din",
        "Det du svarte under «Den andre forelderen», ser bare kontoret.",
    ):
        assert words in review
    assert several.wait(draft).status_code == 303
    at = several.come(rask, several.code_of(several.ask(draft, "young_person")))
    page = rask.get(at).text
    assert "Adressen din" in page
    assert several.sign(rask, at).status_code == 303
    sent = behind.frozen(site_at, draft).model_dump_json()
    for secret in (WHY, "Den andre forelderen", "ta kontakt med den andre"):
        assert secret not in page
        assert secret not in sent
    assert behind.marks(site_at, draft) == ["other_parent"]
    office = site_at.visitor("rolig", "porsgrunn").get(draft.path.replace("/sak/", "/kontor/sak/")).text
    for words in ("Bare for kontoret", WHY, "Ikke kontakt den andre forelderen"):
        assert words in office
    assert "Bare for kontoret" not in rask.get(at.replace("/skriv-under", "/kvittering")).text


def test_own_address_may_be_left_out_and_the_step_says_who_reads_it(site_at: SiteAt, rask: Guest) -> None:
    answers = {**several.answers_for(rask.invented, "care_services")}
    answers["representative"] = dict(answers["representative"]) | {"rep_address": None}
    draft = site_at.begin("myk", "care_services", "porsgrunn").complete(answers)
    page = draft.see("representative")
    for words in (
        "Skal andre skrive under, kan de lese adressen. Du kan la den stå åpen.",
        "Skal andre skrive under, kan de lese nummeret.",
    ):
        assert words in page
    assert several.wait(draft).headers["location"] == several.page(draft)
