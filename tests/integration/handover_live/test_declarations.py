"""What is declared, from the first page to the sealed PDF: given, and taken back from the page of what was given."""

import re

import pytest

from forms.journeys.registry import samples
from tests import behind
from tests.documents import docx_words, pdf_words, squeezed
from tests.draft import Draft, begin, told
from tests.filled import pairs
from tests.guest import Guest
from tests.integration.handover.world import until
from tests.later import begin_about, reference
from tests.running_site import Site

POWER, REVOCATION = "power_of_attorney", "power_of_attorney_revocation"
CONSENT, WITHDRAWAL = "consent", "consent_withdrawal"
YOU = {"subject_given_name": "Stille", "subject_family_name": "Bjørkeløv"}


@pytest.fixture(scope="module")
def stille(site: Site) -> Guest:
    return site.visitor("stille")


def given(guest: Guest, slug: str) -> Draft:
    """The plainest sample's answers, sent."""
    draft = begin(guest, slug).complete()
    assert draft.send().headers["location"] == f"{draft.path}/kvittering"
    return draft


def taken_back(earlier: Draft, slug: str, answers: dict[str, dict[str, str]]) -> Draft:
    """Begun by the button on the earlier case's page, with these answers."""
    draft = begin_about(earlier, slug)
    for step, fields in answers.items():
        answer = draft.answer(step, fields)
        assert answer.status_code == 303, answer.text
    assert draft.send().headers["location"] == f"{draft.path}/kvittering"
    return draft


def words(site: Site, draft: Draft) -> str:
    """All that stands in the sealed PDF; the Word file says it too."""
    until(lambda: "delivered" in behind.events(site, draft))
    pdf, docx = (draft.guest.get(f"{draft.path}/dokument/{kind}").content for kind in ("pdf", "docx"))
    content = behind.frozen(site, draft).content
    for section in content.sections:
        for one in section.answers:
            for line in (one.question, *one.answer.splitlines()):
                assert squeezed(line) in pdf_words(pdf)
                assert squeezed(line) in docx_words(docx)
    return pdf_words(pdf)


def says(text: str, *lines: str) -> None:
    for line in lines:
        assert squeezed(line) in text, line


def moment(draft: Draft) -> str:
    """When it came in, as its receipt says."""
    found = re.search(r"\d{1,2}\. \w+ 20\d\d kl\. \d\d\.\d\d", draft.receipt())
    assert found
    return found[0]


def office_list(site: Site, key: str = "lun") -> str:
    return site.visitor(key).get("/larvik/kontor/").text


def line_of(page: str, draft: Draft) -> str:
    """The part of the list that is about that case."""
    return page.split(reference(draft))[1].split("<tr", maxsplit=1)[0]


def test_a_power_of_attorney_is_given_and_revoked(site: Site, stille: Guest) -> None:
    power = given(stille, POWER)
    says(
        words(site, power),
        "Fullmakt i saker om helse- og omsorgstjenester",
        "Fullmakt til",
        "Rolig Fjellvind",
        "Fullmakten gjelder fra",
        moment(power),
        "Jeg gir fullmakten frivillig, og opplysningene er riktige, så langt jeg vet.",
        "Jeg vet at jeg kan trekke fullmakten når som helst",
    )
    receipt = power.receipt()
    for sentence in (
        "Fullmakten gjelder nå.",
        "Gi en kopi til fullmektigen",
        "på siden om saken",
    ):
        assert sentence in receipt
    assert "Hvis du er uenig i svaret" not in receipt
    assert "Trekk fullmakten" in stille.get(power.path).text
    revocation = taken_back(
        power,
        REVOCATION,
        {
            "revocation": {"poa_reference": reference(power), "revoke_from": "at_once", "tell_proxy": "no"},
            "you": YOU,
        },
    )
    says(
        words(site, revocation),
        "Trekke en fullmakt",
        "148357 49828",
        reference(power),
        "Fullmakten er trukket fra",
        moment(revocation),
        "Det som er sendt, gjelder også.",
        "Jeg trekker fullmakten",
    )
    assert behind.events(site, power)[-1] == "withdrawn"
    assert "Du har trukket fullmakten" in stille.get(power.path).text
    assert "Kommunen gjør det ikke." in revocation.receipt()
    assert "Fullmakt trukket" in line_of(office_list(site), revocation)


def test_a_revoked_one_cannot_be_revoked_again(stille: Guest) -> None:
    power = given(stille, POWER)
    answers = {"poa_reference": reference(power), "revoke_from": "at_once", "tell_proxy": "yes"}
    taken_back(power, REVOCATION, {"revocation": answers, "you": YOU})
    again = begin(stille, REVOCATION)
    refused = again.answer("revocation", answers)
    assert refused.status_code == 422
    assert "Denne er trukket før" in refused.text


def test_a_consent_is_given_and_a_part_of_it_taken_back(site: Site, stille: Guest) -> None:
    consent = given(stille, CONSENT)
    says(
        words(site, consent),
        "Ja til plan og koordinator",
        "Ja til å dele opplysninger",
        "Deling gjelder til og med",
        "Hjerteavdelingen",
        "Dette skjer hvis du sier nei til deling",
        "Jeg sier ja frivillig, og opplysningene er riktige, så langt jeg vet.",
    )
    assert "Du kan trekke alt eller en del." in consent.receipt()
    withdrawal = taken_back(
        consent,
        WITHDRAWAL,
        {
            "withdrawal": {
                "consent_reference": reference(consent),
                "withdraw_extent": "part",
                "withdraw_parts": "other",
                "withdraw_part": "Sykehuset skal ikke gi noe mer.",
                "from_when": "at_once",
            },
            "role": {"submitter_role": "self"},
            "you": YOU,
        },
    )
    says(
        words(site, withdrawal),
        "Trekke et samtykke",
        "148357 49828",
        reference(consent),
        "Sykehuset skal ikke gi noe mer.",
        "En del av samtykket er trukket fra",
        moment(withdrawal),
        "kan vi ikke gjøre om",
    )
    assert behind.events(site, consent)[-1] == "partly_withdrawn"
    assert "En del er trukket" in line_of(office_list(site), withdrawal)


def test_a_mothers_consent_that_somebody_must_not_know_of_is_for_few(site: Site) -> None:
    answers = {slug: dict(saved) for slug, saved in samples(CONSENT)[1].answers.items()}
    answers["duration"] = dict(told(CONSENT)["duration"])
    consent = begin(site.visitor("myk"), CONSENT).complete(answers)
    assert consent.send().status_code == 303
    says(words(site, consent), "Rask Elveblest", "Det barnet mener", "Farmor", "Noen skal ikke få vite noe")
    assert reference(consent) not in office_list(site)
    assert "Noen skal ikke få vite noe" in line_of(office_list(site, "mild"), consent)


def test_on_paper_it_is_signed_by_hand_and_says_when_it_holds(site: Site, stille: Guest) -> None:
    draft = begin(stille, POWER).complete()
    assert draft.send(sign_method="paper").status_code == 303
    says(words(site, draft), "Dagen papiret med underskriften har kommet", "Underskrift")
    assert behind.frozen(site, draft).signatures[0].by_hand


def test_what_must_be_said_is_asked_for_and_what_was_typed_is_kept(stille: Guest) -> None:
    draft = begin(stille, POWER)
    walk = draft.fill(until="proxy")
    step = walk.step("proxy")
    assert step
    child = [
        (name, {"proxy_birth_date-year": "2015"}.get(name, value)) for name, value in pairs(walk.form(step))
    ]
    refused = draft.answer("proxy", child)
    assert refused.status_code == 422
    assert "må være 18 år eller eldre" in refused.text
    assert 'value="2015"' in refused.text
