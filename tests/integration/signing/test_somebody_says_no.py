"""A no is never passed over: nothing is sent by itself after it, and the office is told of it."""

from html import unescape
from typing import NamedTuple

import pytest

from tests import behind, several
from tests.at_a_time import SiteAt
from tests.draft import Draft
from tests.guest import Guest
from tests.integration.wizard.test_own_data import read, taken, told

AGAINST = "Jeg er sterkt imot. <b>"
RIGHT = {"rep_authority": "none"}
NO = "Den andre forelderen sa nei"


class Family(NamedTuple):
    """An application that the mother has signed, and where the father and the child read it."""

    draft: Draft
    father: Guest
    father_at: str
    child: Guest
    child_at: str


@pytest.fixture
def family(site_at: SiteAt) -> Family:
    child, father = site_at.visitor("rask"), site_at.visitor("kjekk")
    draft = site_at.begin("myk", "coordination").complete(several.answers_for(child.invented))
    several.wait(draft)
    father_at = several.come(father, several.code_of(several.ask(draft, "second_parent", father.invented)))
    child_at = several.come(child, several.code_of(several.ask(draft, "young_person")))
    return Family(draft, father, father_at, child, child_at)


def button(draft: Draft, path: str, **data: str) -> int:
    return draft.guest.post(f"{several.page(draft)}/{path}", data, page=several.page(draft)).status_code


def office(site: SiteAt, draft: Draft) -> str:
    return site.visitor("lun").get(draft.path.replace("/sak/", "/kontor/sak/")).text


def receipt(site: SiteAt, draft: Draft) -> dict[str, str]:
    return {fact.label: fact.value for fact in behind.frozen(site, draft).receipt}


def test_a_no_that_comes_back_after_a_new_log_in_says_that_it_is_one(family: Family) -> None:
    father, at = family.father, family.father_at
    written = father.told(at).along({"word": AGAINST})
    father.log_out()
    father.log_in("kjekk")
    page = unescape(father.submit(f"{at}/nei", written).text)
    assert "Du ville si nei til å skrive under." in page
    assert "trykk «Si nei»" in page
    assert (AGAINST in page, "Si nei</button>" in page) == (True, True)


def test_what_was_written_with_a_no_is_in_the_own_copy_of_who_wrote_it(family: Family) -> None:
    several.decline(family.father, family.father_at, AGAINST)
    copy = taken(family.father)
    mine = [one for one in told(copy)["took_part"] if one["word"]]
    assert [(one["capacity"], one["word"]) for one in mine] == [("second_parent", AGAINST)]
    assert f"Du skrev: «{AGAINST}»" in unescape(read(copy))
    assert AGAINST not in str(told(taken(family.child)))


def test_all_of_a_word_as_long_as_it_may_be_is_kept_however_its_lines_end(family: Family) -> None:
    lines = "".join(f"Linje {number}\n" for number in range(30))
    word = lines + "x" * (1000 - len(lines) - 3) + "ens"
    assert several.decline(family.father, family.father_at, word.replace("\n", "\r\n")).status_code == 303
    assert [one["word"] for one in told(taken(family.father))["took_part"] if one["word"]] == [word]


def test_a_word_that_is_too_long_is_shown_again_and_is_no_no(family: Family) -> None:
    word = "Jeg er imot. " * 77
    answer = several.decline(family.father, family.father_at, word)
    page = unescape(answer.text)
    assert (answer.status_code, word in page) == (422, True)
    assert "Svaret er for langt: 1001 tegn. Kort det ned til 1000 tegn." in page.replace("\u00a0", "")
    assert 'href="#word"' in page
    assert "Du har sagt nei" not in family.father.get(family.father_at).text


def test_after_a_no_the_last_signature_sends_nothing_and_the_author_chooses(
    site_at: SiteAt, family: Family
) -> None:
    draft = family.draft
    several.decline(family.father, family.father_at, AGAINST)
    assert several.sign(family.child, family.child_at).status_code == 303
    assert behind.submissions(site_at, draft) == 0
    page = draft.guest.get(several.page(draft)).text
    assert f"{NO}. Vi sender ikke søknaden før du har valgt hva du vil gjøre." in page
    assert "når de andre også har skrevet under" not in page
    for choice in ("Send likevel", "Endre noe", "Lag en ny kode", "Endre svaret om den andre forelderen"):
        assert choice in page
    assert f"{NO}. Du må velge" in draft.guest.get("/larvik/mine-saker").text
    assert NO in draft.review()


def test_what_is_sent_after_a_no_tells_so_to_the_office_and_on_its_receipt(
    site_at: SiteAt, family: Family
) -> None:
    draft = family.draft
    several.decline(family.father, family.father_at, AGAINST)
    several.sign(family.child, family.child_at)
    assert button(draft, "send") == 303
    assert "refused second_parent" in behind.marks(site_at, draft)
    assert "unsigned second_parent" not in behind.marks(site_at, draft)
    assert receipt(site_at, draft)["Nei til å skrive under"].startswith(f"{NO}. Det var 1. desember 2026")
    assert AGAINST not in behind.frozen(site_at, draft).model_dump_json(), (
        "their word is for the office alone"
    )
    page = office(site_at, draft)
    assert f"{NO}</span>" in page
    assert "Jeg er sterkt imot. &lt;b&gt;" in page.partition("Noen sa nei til å skrive under")[2]
    assert NO in site_at.visitor("lun").get("/larvik/kontor/").text
    assert NO in draft.receipt()
    assert NO not in several.receipt(family.child, family.child_at), "it is between the parents"
    assert NO.replace(" ", "") in site_at.made_pdf(draft)


def test_whoever_is_not_asked_any_more_has_said_no_all_the_same(site_at: SiteAt, family: Family) -> None:
    draft = family.draft
    several.decline(family.father, family.father_at)
    assert button(draft, "trekk", capacity="second_parent") == 303
    assert family.father.get(family.father_at).status_code == 403
    assert behind.submissions(site_at, draft) == 0
    several.sign(family.child, family.child_at)
    assert behind.submissions(site_at, draft) == 1
    assert "refused second_parent" in behind.marks(site_at, draft)


def test_asked_again_the_no_stands_until_they_sign(site_at: SiteAt, family: Family) -> None:
    draft = family.draft
    several.decline(family.father, family.father_at)
    again = several.ask(draft, "second_parent", family.father.invented)
    assert several.come(family.father, several.code_of(again)) == family.father_at
    several.sign(family.child, family.child_at)
    assert behind.submissions(site_at, draft) == 0
    several.sign(family.father, family.father_at)
    assert behind.submissions(site_at, draft) == 1
    assert "refused second_parent" not in behind.marks(site_at, draft)
    assert "Nei til å skrive under" not in receipt(site_at, draft)


def test_the_no_of_the_one_who_decides_is_told_and_so_is_a_change_of_mind(site_at: SiteAt) -> None:
    frisk = site_at.visitor("frisk")
    draft = site_at.begin("myk", "coordination")
    draft.complete(several.answers_for(frisk.invented, representative=RIGHT))
    several.wait(draft)
    at = several.come(frisk, several.code_of(several.ask(draft, "young_person")))
    several.decline(frisk, at, "Jeg vil ikke dette. Ikke send.")
    assert button(draft, "send") == 303
    marks = [one for one in behind.marks(site_at, draft) if one != "urgent"]
    assert marks == ["refused young_person"]
    assert "Den unge sa nei" in receipt(site_at, draft)["Nei til å skrive under"]
    page = office(site_at, draft)
    assert "Den unge sa nei" in page
    assert "Jeg vil ikke dette. Ikke send." in page
    assert "Underskrift mangler" not in page
    several.sign(frisk, at)
    page = office(site_at, draft)
    assert "Underskriften som manglet, er kommet" in page
    assert "Noen sa nei til å skrive under" not in page


def test_a_no_that_comes_after_it_was_sent_is_told_too(site_at: SiteAt, family: Family) -> None:
    draft = family.draft
    assert button(draft, "send") == 303
    assert "Underskrift mangler" in office(site_at, draft)
    several.decline(family.father, family.father_at, AGAINST)
    page = office(site_at, draft)
    assert f"{NO}</span>" in page
    assert "Jeg er sterkt imot." in page


def test_also_of_what_is_sent_its_author_lets_go_whoever_reads_it(family: Family) -> None:
    draft = family.draft
    button(draft, "send")
    assert family.father.get(family.father_at).status_code == 200
    assert "Be om underskriften" in draft.guest.get(draft.path).text
    assert "Ikke be om dette likevel" in draft.guest.get(several.page(draft)).text
    assert button(draft, "trekk", capacity="second_parent") == 303
    assert family.father.get(family.father_at).status_code == 403


def test_without_the_last_one_awaited_the_page_promises_nothing_and_offers_to_send(
    site_at: SiteAt, family: Family
) -> None:
    draft = family.draft
    several.sign(family.father, family.father_at)
    assert button(draft, "trekk", capacity="young_person") == 303
    page = draft.guest.get(several.page(draft)).text
    assert "Vi venter ikke på noen nå, og sender ikke søknaden før du velger det." in page
    assert "når de andre også har skrevet under" not in page
    assert "Send nå" in page
    assert "Ikke sendt. Ingen er bedt om å skrive under" in draft.guest.get("/larvik/mine-saker").text
    assert button(draft, "send") == 303
    assert len(behind.frozen(site_at, draft).signatures) == 2
