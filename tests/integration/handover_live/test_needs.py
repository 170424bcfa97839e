"""People who tell of a need, and somebody who notifies of one: from the first page to the words of the PDF."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from forms.journeys.registry import samples
from forms.situation import Answers
from tests import behind
from tests.documents import docx_words, pdf_words, squeezed
from tests.draft import Draft, begin
from tests.integration.handover.world import until
from tests.running_site import Site

AILE = "Áile Ŋurra Čáhcešáddi Đievžu Ŧoal"
PARTY = "Barn fra 12 år kan selv være part i saken når de forstår hva den handler om."
LONG = ("<b>Dusj\t& trapper</b> 👩‍👩‍👧‍👦 bli\u200bkjent\u200dmed {{ 7*7 }}\nNeste linje, «slik».\n" * 200)[:11_900]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """With docgen and a worker, so that every case gets its files."""
    folder: Path = tmp_path_factory.mktemp("needs")
    with Site(folder, f"sqlite:///{folder / 'site.sqlite'}") as site:
        site.start_docgen()
        site.start_worker()
        yield site


def answers(slug: str, name: str, **steps: Mapping[str, Any]) -> Answers:
    """A sample's answers with others over them, ``_`` in a step's name standing for ``-``."""
    sample = next(one for one in samples(slug) if one.name == name)
    over = {step.replace("_", "-"): given for step, given in steps.items()}
    return {step: {**sample.answers.get(step, {}), **over.get(step, {})} for step in (*sample.answers, *over)}


def files(site: Site, draft: Draft) -> tuple[str, str]:
    """Sent, and both files as their writer gets them; they say the same."""
    assert draft.send().headers["location"] == f"{draft.path}/kvittering"
    until(lambda: "delivered" in behind.events(site, draft))
    made = [draft.guest.get(f"{draft.path}/dokument/{kind}") for kind in ("pdf", "docx")]
    assert [answer.status_code for answer in made] == [200, 200]
    return pdf_words(made[0].content), docx_words(made[1].content)


def test_p02_a_mother_tells_of_the_need_of_a_child_of_fifteen_in_porsgrunn(site: Site) -> None:
    draft = begin(site.visitor("myk", "porsgrunn"), "care_services")
    given = answers("care_services", "child")
    draft.fill(given, until="own-view")
    own_view = draft.see("own-view")
    assert "Skriv hva barnet mener." in draft.answer("own-view", {"subject_knows": "yes"}).text
    walk = draft.walk(given)
    assert "services_wanted" not in own_view
    draft = begin(site.visitor("myk", "porsgrunn"), "care_services").complete(given)
    assert "bestemmer til slutt" in draft.see("coordinator")
    assert "Helse- og omsorgstjenester" in draft.see("need")
    for words in files(site, draft):
        for said in (
            "Myk Havgløtt, forelder",
            "Rask Elveblest",
            PARTY,
            "Ja, og er enig",
            given["own-view"]["subject_view"],
            "Helse- og omsorgstjenester",
            "Varm Morgendis",
            "Tjenestekontoret",
        ):
            assert squeezed(said) in words, said
        assert squeezed("Støttekontakt") not in words
    assert "innen 14 dager" in draft.receipt()
    assert walk.step("services-wanted") is None


def test_p06_a_d_number_of_2019_is_a_number_in_senja(site: Site) -> None:
    draft = begin(site.visitor("havgap", "senja"), "care_services")
    given = answers(
        "care_services", "self", you={"subject_given_name": "Mild", "subject_family_name": "Havgap"}
    )
    draft.fill(given)
    page = draft.see("you") + draft.review()
    assert "528790 49970" in page
    assert not [word for word in ("gammelt", "utløpt", "inaktiv", "fornye") if word in page]
    for words in files(site, draft):
        for said in ("528790 49970", "Mild Havgap", "Tildelingsenheten", "Helsesenterveien 26, 9306 Finnsnes"):
            assert squeezed(said) in words, said


def test_p07_a_nurse_notifies_for_a_girl_who_said_yes_herself(site: Site) -> None:
    draft = begin(site.visitor("vaken", "namsos"), "notification").complete(answers("notification", "nurse"))
    asked = draft.see("consent")
    assert "foreldre eller verge har sagt ja" not in asked
    for words in files(site, draft):
        for said in (
            "Brukerkontoret",
            "har sagt ja muntlig",
            "24. november 2026",
            "Individuell plan",
            "Koordinator",
            "Våken Fjellbekk, helsepersonell",
            "Foreldrene",
            "Får ikke kopi.",
            "Kopi til Brukerkontoret",
            "Modig Fossefall",
        ):
            assert squeezed(said) in words, said
        assert squeezed("Adressen til") not in words
    receipt = draft.receipt()
    assert "Du klager til kommunen" not in receipt
    assert "Skriftlig svar" not in receipt
    assert "kommer an på hva personen har sagt ja til" in receipt


def test_without_a_yes_or_a_rule_nothing_of_the_person_is_sent(site: Site) -> None:
    draft = begin(site.visitor("vaken", "namsos"), "notification")
    draft.fill(answers("notification", "nurse"))
    told = answers("notification", "hospital")
    for step in ("role", "address-protection", "notifier", "age", "consent", "legal-basis", "about", "call"):
        walk = draft.walk(told)
        found = walk.step(step)
        assert found
        from tests.filled import pairs

        assert draft.answer(step, pairs(walk.form(found))).status_code == 303
    assert "74 21 71 00" in draft.see("legal-basis")
    assert "Modig" not in draft.review()
    for words in files(site, draft):
        assert squeezed("Meldingen sier ikke hvem det gjelder.") in words
        for hidden in ("Modig", "Fossefall", "088209", "fem faste kontakter"):
            assert squeezed(hidden) not in words
    assert "Modig" not in draft.receipt()


def test_p10_sami_letters_are_kept_and_the_file_is_named_without_them(site: Site) -> None:
    draft = begin(site.visitor("aile", "senja"), "care_services")
    given = answers(
        "care_services",
        "self",
        you={"subject_given_name": "Áile Ŋurra Čáhcešáddi", "subject_family_name": "Đievžu Ŧoal"},
        language={"preferred_language": "se"},
    )
    draft.fill(given)
    assert AILE in draft.see("you") + draft.review() or "Đievžu Ŧoal" in draft.review()
    for words in files(site, draft):
        assert squeezed(AILE) in words
        assert squeezed("Nordsamisk") in words
    named = draft.guest.get(f"{draft.path}/dokument/pdf").headers["content-disposition"]
    assert named.isascii()
    assert "ile" not in named.replace("filename", "")


def test_p13_a_very_long_need_is_kept_whole(site: Site) -> None:
    draft = begin(site.visitor("stolt"), "care_services")
    draft.complete(answers("care_services", "self", need={"need_description": LONG}))
    page = draft.see("need")
    assert "<b>Dusj" not in page
    assert "&lt;b&gt;Dusj" in page
    kept = behind.answers(site, draft)["need"]["need_description"]
    assert len(kept) == len(LONG) == 11_900
    assert kept == LONG
    pdf, word = files(site, draft)
    for words in (pdf, word):
        assert words.count("<b>Dusj&trapper</b>") == LONG.count("<b>Dusj\t& trapper</b>")
        assert words.count("Nestelinje,«slik».") == LONG.count("Neste linje, «slik».")
    assert "Side1av" in pdf
    assert "vedlegg" in page.lower()
