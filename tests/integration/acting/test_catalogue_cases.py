"""P02, P09, P11 and P12 of domain.md, over HTTP from the first page to the words of the sealed document."""

import re
from collections.abc import Iterator
from html import unescape

import pytest
from sqlalchemy import func, select

from tests import behind
from tests.at_a_time import SiteAt
from tests.documents import squeezed
from tests.draft import Draft
from tests.integration.wizard.test_representation import Way, answers
from wizard.models import Account
from wizard.models_acting import Participant

FIFTEEN, SIX, OLD = "19851199708", "17882099989", "30873649816"


@pytest.fixture
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SiteAt]:
    with SiteAt(tmp_path_factory.mktemp("cases")) as site:
        yield site


def filled(site: SiteAt, way: Way) -> Draft:
    """All steps answered, as the way says and else with the first choice."""
    draft = site.begin(way.person, *way.form)
    return draft.complete(answers(draft, way))


def page(draft: Draft, slug: str) -> str:
    return unescape(draft.see(slug))


def says(words: str, *lines: str) -> None:
    for line in lines:
        assert squeezed(line) in words, line


def office(site: SiteAt, draft: Draft, staff: str) -> str:
    guest = site.visitor(staff, draft.guest.municipality)
    return unescape(guest.get(f"{draft.guest.at}/kontor/sak/{draft.id}").text)


def test_p02_a_mother_applies_for_a_boy_of_fifteen_who_is_heard_and_may_be_party(site: SiteAt) -> None:
    way = Way("myk", "parent", FIFTEEN, "parental_responsibility", "agrees")
    draft = filled(site, way._replace(form=("care_services", "porsgrunn")))
    own_view = page(draft, "own-view")
    assert "Barn fra 12 år har egne rettigheter" in own_view
    silent = draft.answer("own-view", {"subject_knows": "yes", "subject_view": " "})
    assert silent.status_code == 422, "from seven years the child's own view is asked for"
    assert "bestemmer til slutt" in page(draft, "coordinator")
    assert draft.send().status_code == 303
    assert "14 dager" in unescape(draft.receipt())
    says(
        site.made_pdf(draft),
        "Myk Havgløtt, forelder",
        "198511 99708",
        "Barn fra 12 år har egne rettigheter",
        "Hva mener",
        "Svar på subject_view",
    )
    assert "no_authorization" not in behind.marks(site, draft)


def test_p09_a_daughter_applies_for_her_mother_and_nobody_says_what_the_mother_cannot(site: SiteAt) -> None:
    way = Way("jevn", "nearest_relative", OLD, "none", form=("care_services", "namsos"))
    draft = filled(site, way)
    own_view = page(draft, "own-view")
    assert "Det er helsepersonell som vurderer dette." in own_view
    consent = page(draft, "service-consent")
    assert "kan pårørende eller verge si ja. Helsepersonell vurderer dette." in consent
    assert draft.answer("service-consent", {"service_consent_by": "relatives"}).status_code == 303
    for slug in ("own-view", "representative", "subject", "service-consent"):
        assert not re.search(r"mangler (?:samtykke|beslutnings)kompetanse|ikke er i stand", page(draft, slug))
    assert draft.send().status_code == 303, "without an authorization it is taken all the same"
    words = site.made_pdf(draft)
    says(words, "pårørende", "308736 49816", "Svar på subject_view", "Er det noe som gjør det vanskelig")
    assert squeezed("Skjermet") not in words
    assert behind.marks(site, draft) == ["urgent"], (
        "Namsos takes a relative's word where somebody cannot say it"
    )
    assert "Fullmakt mangler" not in office(site, draft, "kvikk")


def test_p11_staff_who_help_sign_for_nobody_and_are_nobody_s_proxy(site: SiteAt) -> None:
    draft = filled(site, Way("vaken", "staff_assisting", "04886549631"))
    sending = unescape(draft.guest.get(f"{draft.path}/send").text)
    assert "Den du hjelper, skriver under selv." in sending
    assert 'value="electronic"' not in sending
    with site.unchanged():
        assert draft.send(sign_method="electronic").status_code == 422
    assert draft.send(sign_method="paper").status_code == 303
    words = site.made_pdf(draft)
    says(
        words, "Vitne, hvis noen hjalp til med å skrive under", "ansatt som hjelper til", "Svar på own_office"
    )
    assert squeezed("fullmektig") not in words
    assert squeezed("Skrevet under av") not in words
    assert "signed" not in behind.events(site, draft)
    assert "Underskrift kommer på papir" in office(site, draft, "lun")


def test_p12_a_mother_applies_for_a_girl_of_six_and_the_father_hears_of_nothing(site: SiteAt) -> None:
    way = Way("myk", "parent", SIX, "parental_responsibility", "not_informed")
    draft = filled(site, way)
    assert "child_coordinator" in page(draft, "request")
    may_be_open = {"subject_knows": "no", "subject_view": ""}
    assert draft.answer("own-view", may_be_open).status_code == 303, (
        "under seven it may be told, and need not"
    )
    assert draft.send().status_code == 303
    words = site.made_pdf(draft)
    says(words, "Myk Havgløtt, forelder")
    assert squeezed("Vet den andre forelderen om søknaden?") not in words, "it is for the office alone"
    with site.tools() as tools, tools.store.read() as db:
        assert db.scalar(select(func.count()).select_from(Participant)) == 0
        citizens = db.scalar(select(func.count()).select_from(Account).where(Account.staff_of.is_(None)))
    assert citizens == 1, "nobody but the mother was made known, and nothing sent to anybody"
    assert "Vet den andre forelderen om søknaden?" in office(site, draft, "lun")
