"""People who tell of a need, and somebody who notifies of one: from the first page to the words of the PDF."""

import re
from collections.abc import Mapping
from typing import Any

import pytest

from forms.journey import Step
from forms.journeys.registry import samples
from forms.situation import Answers
from forms.walk import Walk
from tests import behind
from tests.documents import docx_words, pdf_words, squeezed
from tests.draft import Draft, begin
from tests.filled import pairs
from tests.integration.handover.world import until
from tests.running_site import Site

AILE = "Áile Ŋurra Čáhcešáddi Đievžu Ŧoal"
PARTY = "Barn fra 12 år har egne rettigheter i saken når de forstår hva den handler om."
LONG = ("<b>Dusj\t& trapper</b> 👩‍👩‍👧‍👦 bli\u200bkjent\u200dmed {{ 7*7 }}\nNeste linje, «slik».\n" * 200)[
    :11_900
]


def answers(slug: str, name: str, **steps: Mapping[str, Any]) -> Answers:
    """A sample's answers with others over them, ``_`` in a step's name standing for ``-``."""
    sample = next(one for one in samples(slug) if one.name == name)
    over = {step.replace("_", "-"): given for step, given in steps.items()}
    return {step: {**sample.answers.get(step, {}), **over.get(step, {})} for step in (*sample.answers, *over)}


def step_of(walk: Walk, slug: str) -> Step:
    found = walk.step(slug)
    assert found
    return found


def files(site: Site, draft: Draft) -> tuple[str, str]:
    """Sent, and both files as their writer gets them; they say the same."""
    assert draft.send().headers["location"] == f"{draft.path}/kvittering"
    until(lambda: "delivered" in behind.events(site, draft))
    made = [draft.guest.get(f"{draft.path}/dokument/{kind}") for kind in ("pdf", "docx")]
    assert [answer.status_code for answer in made] == [200, 200]
    return pdf_words(made[0].content), docx_words(made[1].content)


def holds(words: str, *said: str) -> None:
    assert [one for one in said if squeezed(one) not in words] == []


def test_p02_a_mother_tells_of_the_need_of_a_child_of_fifteen_in_porsgrunn(site: Site) -> None:
    draft = begin(site.visitor("myk", "porsgrunn"), "care_services")
    given = answers("care_services", "child")
    walk = draft.fill(given, until="own-view")
    assert PARTY in draft.see("own-view")
    unsaid = draft.answer("own-view", {"subject_knows": "yes"})
    assert unsaid.status_code == 422
    assert "Skriv hva barnet mener." in unsaid.text
    for step in walk.path[walk.path.index(step_of(walk, "own-view")) :]:
        assert draft.answer(step.slug, pairs(walk.form(step))).status_code == 303
    assert "bestemmer til slutt" in draft.see("coordinator")
    assert "Helse- og omsorgstjenester" in draft.see("request")
    assert "Hvorfor trenger barnet og familien en barnekoordinator?" in draft.see("coordination")
    assert walk.step("services-wanted") is None
    for words in files(site, draft):
        holds(
            words,
            "Myk Havgløtt, forelder",
            "Rask Elveblest",
            PARTY,
            given["own-view"]["subject_view"],
            "Helse- og omsorgstjenester",
            "Barnekoordinator",
            given["coordination"]["coordination_problem"],
            given["coordination"]["child_condition"],
            "Varm Morgendis",
            given["coordinator"]["coordinator_wish_why"],
            "Tjenestekontoret",
        )
        assert squeezed("Støttekontakt") not in words
    assert "innen 14 dager" in draft.receipt()


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
        for said in (
            "528790 49970",
            "Mild Havgap",
            "Tildelingsenheten",
            "Helsesenterveien 26, 9306 Finnsnes",
        ):
            assert squeezed(said) in words, said


def test_p07_a_nurse_notifies_for_a_girl_who_said_yes_herself(site: Site) -> None:
    draft = begin(site.visitor("vaken", "namsos"), "notification").complete(answers("notification", "nurse"))
    asked = draft.see("consent")
    assert "Foreldrene trenger ikke si ja, og får ikke kopi." in asked
    assert "får vite at det er du som har meldt" in draft.see("notifier")
    assert "Kopi til Brukerkontoret" in draft.see("reply")
    assert "Kopi til Brukerkontoret" in draft.review()
    assert "foreldre eller verge har sagt ja" not in asked
    for words in files(site, draft):
        holds(
            words,
            "Brukerkontoret",
            "Kopi til Brukerkontoret",
            "har sagt ja muntlig",
            "24. november 2026",
            "Individuell plan",
            "Koordinator",
            "Våken Fjellbekk, helsepersonell",
            "Får ikke kopi. Den som er 16 eller 17 år, svarer selv.",
            "Modig Fossefall",
        )
        assert squeezed("Adressen til") not in words
    receipt = draft.receipt()
    assert "Du klager til kommunen" not in receipt
    assert "Skriftlig svar" not in receipt
    assert "kommer an på hva personen har sagt ja til" in receipt
    assert "Meldingen går rett til Brukerkontoret, så de har kopien de skal ha." in receipt


def test_without_a_yes_or_a_rule_nothing_of_the_person_is_sent(site: Site) -> None:
    draft = begin(site.visitor("vaken", "namsos"), "notification")
    draft.fill(answers("notification", "nurse"))
    told = answers("notification", "hospital")
    walk = draft.walk(told)
    for step in walk.path:
        assert draft.answer(step.slug, pairs(walk.form(step))).status_code == 303
    assert "74 21 71 00" in draft.see("legal-basis")
    assert "Modig" not in draft.review()
    for words in files(site, draft):
        assert squeezed("Meldingen sier ikke hvem det gjelder.") in words
        for hidden in ("Modig", "Fossefall", "088209", "fem faste kontakter"):
            assert squeezed(hidden) not in words
    receipt = draft.receipt()
    assert "Modig" not in receipt
    assert "Kommunen ringer deg på nummeret du har oppgitt." in receipt


def test_p10_sami_letters_are_kept_and_the_file_is_named_without_them(site: Site) -> None:
    draft = begin(site.visitor("aile", "senja"), "care_services")
    given = answers(
        "care_services",
        "self",
        you={"subject_given_name": "Áile Ŋurra Čáhcešáddi", "subject_family_name": "Đievžu Ŧoal"},
        language={"preferred_language": "se"},
    )
    draft.fill(given)
    assert 'value="Áile Ŋurra Čáhcešáddi"' in draft.see("you")
    assert "Đievžu Ŧoal" in draft.review()
    for words in files(site, draft):
        assert squeezed(AILE) in words
        assert squeezed("Nordsamisk") in words
    staff = site.visitor("blid", "senja")
    reference = str(behind.frozen(site, draft).content.reference)
    for asked in (AILE, "áile", "ŊURRA đievžu", "A\u0301ile", reference.lower()):
        found = staff.post("/senja/kontor/sok", {"asked": asked}, page="/senja/kontor/")
        assert found.status_code == 200
        assert reference in found.text, asked
    assert reference not in staff.post("/senja/kontor/sok", {"asked": "áilo"}, page="/senja/kontor/").text
    named = draft.guest.get(f"{draft.path}/dokument/pdf").headers["content-disposition"]
    assert re.fullmatch(r"attachment; filename=\"?V-[0-9A-Z]{4}-[0-9A-Z]{4}\.pdf\"?", named)


def suggested(page: str) -> bool:
    """Whether the page suggests to enclose the text of the need, rather than only a script could show it."""
    shown = re.search(r'<p class="count"\s+id="need_description-enclose"[^>]*>', page)
    assert shown, "the journey takes files"
    return "hidden" not in shown[0]


def test_p13_what_is_short_suggests_nothing_and_what_is_too_long_is_told_and_kept(site: Site) -> None:
    draft = begin(site.visitor("stolt", "senja"), "care_services")
    draft.complete(answers("care_services", "self"))
    assert not suggested(draft.see("need"))
    with site.unchanged():
        answer = draft.answer("need", {"need_description": "x" * 40_001})
    assert answer.status_code == 422
    told = answer.text.replace("\xa0", " ")
    assert (
        "Svaret er for langt: 40 001 tegn. Kort det ned til 40 000 tegn, og legg ved resten som en fil."
        in told
    )
    assert suggested(answer.text)
    assert "x" * 40_001 in answer.text
    with site.unchanged():
        assert draft.answer("need", {"need_description": "x" * 1_600_000}).status_code == 413


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("nb", "Har du mer å fortelle?"),
        ("nn", "Har du meir å fortelje?"),
        ("en", "Do you have more to tell?"),
    ],
)
def test_p13_the_suggestion_is_in_the_readers_language(site: Site, code: str, words: str) -> None:
    draft = begin(site.visitor("stolt", "senja"), "care_services")
    draft.fill(answers("care_services", "self", need={"need_description": LONG}), until="attachments")
    draft.guest.post("/sprak", {"code": code, "back": draft.step("need")}, page=draft.step("need"))
    page = draft.see("need")
    assert words in page
    assert suggested(page)


def test_p13_a_very_long_need_is_kept_whole(site: Site) -> None:
    draft = begin(site.visitor("stolt", "senja"), "care_services")
    draft.complete(answers("care_services", "self", need={"need_description": LONG}))
    page = draft.see("need")
    assert 'data-limit="4000"' in page
    assert "Helst ikke mer enn 4 000 tegn." in page.replace("\xa0", " ")
    assert suggested(page), "it is suggested, with no script at all"
    assert "<b>Dusj" not in page
    assert "&lt;b&gt;Dusj" in page
    kept = behind.answers(site, draft)["need"]["need_description"]
    assert len(kept) == len(LONG) == 11_900
    assert kept == LONG
    pdf, word = files(site, draft)
    sections = behind.frozen(site, draft).content.sections
    assert any(one.answer == LONG for section in sections for one in section.answers)
    for words in (pdf, word):
        assert words.count("<b>Dusj&trapper</b>") == LONG.count("<b>Dusj\t& trapper</b>")
        assert words.count("Nestelinje,«slik».") == LONG.count("Neste linje, «slik».")
    assert re.search(r"Side4av\d", pdf)
