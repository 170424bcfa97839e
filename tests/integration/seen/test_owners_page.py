"""What the owner reads of who has opened their case: in their language, of everybody, and nobody else reads it."""

import re
from html import unescape

import httpx
import pytest

from tests import counter, powers, several
from tests.draft import Draft, begin, filled
from tests.draft import told as answers
from tests.guest import Guest
from tests.running_site import Site
from tests.seen import log, office, rename, told
from wizard.routes.who_has_seen import NEWEST

LINE = re.compile(r"<li>\s*<h2>(.*?)</h2>\s*<p[^>]*>(.*?)</p>.*?</li>", re.DOTALL)
VALUE = re.compile(r"<dt>(.*?)</dt>\s*<dd>\s*(.*?)\s*</dd>", re.DOTALL)


def page(draft: Draft) -> str:
    answer = draft.guest.get(f"{draft.path}/sett")
    assert answer.status_code == 200
    return answer.text


def lines(draft: Draft) -> list[list[str]]:
    """Each line's name, office or part, what was opened, and why."""
    found = []
    for line in LINE.finditer(page(draft)):
        (_, opened), (_, why) = VALUE.findall(line[0])[1:]
        found.append([unescape(re.sub("<[^>]+>", "", one)) for one in (line[1], line[2], opened, why)])
    return found


def test_nobody_has_seen_a_case_that_nobody_opened(sent: Draft) -> None:
    assert lines(sent) == []
    assert "Ingen andre enn du har åpnet saken." in page(sent)


def test_the_case_and_its_receipt_lead_to_the_page(sent: Draft) -> None:
    for text in (sent.guest.get(sent.path).text, sent.receipt()):
        assert f'href="{sent.path}/sett"' in text


def test_one_line_says_who_opened_what_on_a_day_and_why(either_site: Site, sent: Draft) -> None:
    for _ in range(2):  # another log-in the same day, for the same reason
        lun = either_site.visitor("lun")
        for end in ("", "/dokument/pdf", "/vedlegg/00000000-0000-4000-8000-000000000000"):
            lun.get(office(sent) + end)
    mild = either_site.visitor("mild")
    mild.post(f"{office(sent)}/grunn", {"reason": "was_asked", "related": "no"})
    mild.get(office(sent))
    assert lines(sent) == [
        ["Mild Lyngmo", "Tjenestekontoret", "saken", "Noen har spurt kontoret om saken"],
        ["Lun Fjelltone", "Tjenestekontoret", "saken, dokumentet og vedlegg", "Arbeider med saken"],
    ]
    assert re.search(r"\d+\. \w+ 20\d\d (mellom )?kl\. \d\d\.\d\d", page(sent))


def test_all_can_be_read_and_the_older_ones_are_folded_away(either_site: Site, sent: Draft) -> None:
    for number in range(NEWEST + 2):
        lun = either_site.visitor("lun")
        lun.post(
            f"{office(sent)}/grunn", {"reason": "other", "own_words": f"Grunn {number}", "related": "no"}
        )
        lun.get(office(sent))
    text = page(sent)
    open_, folded = text.split("Vis de eldre også (2)")
    assert (open_.count("Har skrevet: «Grunn"), folded.count("Har skrevet: «Grunn")) == (NEWEST, 2)


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("nb", ["Hvem har sett saken", "Har tatt saken og arbeider med den", "Åpnet"]),
        ("nn", ["Kven har sett saka", "Har teke saka og arbeider med henne", "Opna"]),
        ("en", ["Who has seen the case", "Has taken the case and works on it", "Opened"]),
    ],
)
def test_it_is_told_in_the_reader_s_language(
    either_site: Site, sent: Draft, code: str, said: list[str]
) -> None:
    lun = either_site.visitor("lun")
    lun.post(f"{office(sent)}/tatt-i-hand", page=f"{office(sent)}/grunn")
    lun.get(office(sent))
    sent.guest.post("/sprak", {"code": code, "back": "/"}, page="/larvik/")
    for words in said:
        assert words in page(sent)


def test_refusals_are_no_openings(either_site: Site, sent: Draft) -> None:
    elsewhere = either_site.visitor("klar", "kristiansand")
    assert elsewhere.get(office(sent)).status_code == 404
    assert told(log(either_site, sent))
    assert lines(sent) == []


def test_whoever_opens_a_protected_case_is_told_of_too(either_site: Site) -> None:
    draft = begin(either_site.visitor("var"))
    protection = {"address_protected": "yes", "safe_contact": "attendance"}
    assert draft.complete(answers(address_protection=protection)).send().status_code == 303
    assert either_site.visitor("mild").get(office(draft)).status_code == 200
    assert either_site.visitor("lun").get(office(draft)).status_code == 404
    assert [line[0] for line in lines(draft)] == ["Mild Lyngmo"]


@pytest.fixture
def acted_for(either_site: Site) -> tuple[Draft, Draft]:
    """A draft in a proxy's hands, and the same at its owner's own address."""
    giver, proxy = either_site.visitor("stille"), either_site.visitor("myk")
    power = powers.given(giver, proxy)
    assert power.send().status_code == 303
    draft = powers.begin_for(either_site, proxy, power)
    return draft, powers.owners(draft, giver)


def test_a_proxy_who_opens_the_case_stands_there_by_name_and_as_what(
    either_site: Site, acted_for: tuple[Draft, Draft]
) -> None:
    draft, own = acted_for
    draft.see("role")
    assert lines(own) == [["Myk Havgløtt", "Fullmektig", "saken", "Handler for deg med fullmakt"]]
    rows = log(either_site, own)
    assert {(row.capacity, row.outcome, row.reason) for row in rows} == {("proxy", "read", "")}


def test_what_a_proxy_writes_adds_no_row(either_site: Site, acted_for: tuple[Draft, Draft]) -> None:
    draft, own = acted_for
    controls = draft.guest.told(draft.step("role")).along({"submitter_role": "proxy"})
    before = len(log(either_site, own))
    assert draft.guest.submit(draft.step("role"), controls).status_code == 303
    assert len(log(either_site, own)) == before


def test_what_a_proxy_is_shown_when_they_post_is_a_row(
    either_site: Site, acted_for: tuple[Draft, Draft]
) -> None:
    """What was not taken comes back with what others have saved meanwhile, or with the case's own words."""
    draft, own = acted_for
    powers.filled_in(draft)
    before = len(log(either_site, own))
    assert draft.guest.submit(draft.step("need"), blank(draft)).status_code == 422
    assert [(row.what, row.capacity) for row in log(either_site, own)[before:]][-1] == (
        "apply.answer",
        "proxy",
    )


def blank(draft: Draft) -> list[tuple[str, str]]:
    """The step of an older page, in which nothing was written."""
    return [("csrf_token", draft.guest.token(draft.step("need"))), ("version", "0")]


def test_whatever_a_helper_asks_for_is_a_row(site: Site) -> None:
    """They see much by posting: what the citizen saved at home comes with a conflict."""
    helper = site.visitor("fin")
    draft = counter.begun(helper).complete()
    page = blank(draft)
    written = filled(draft.walk(answers()), "need")
    changed = [(name, f"{value} med mer" if name == "what_matters" else value) for name, value in written]
    for typed, code in ((changed, 409), ([], 422)):
        before = len(log(site, draft))
        assert helper.submit(draft.step("need"), [*page, *typed]).status_code == code
        rows = [(row.what, row.capacity) for row in log(site, draft)[before:]]
        assert rows == [("apply.answer", "assistant")]


def test_a_page_that_cannot_be_written_down_is_not_shown_to_whoever_posts(own_site: Site) -> None:
    giver, proxy = own_site.visitor("stille"), own_site.visitor("myk")
    power = powers.given(giver, proxy)
    assert power.send().status_code == 303
    draft = powers.filled_in(powers.begin_for(own_site, proxy, power))
    page = blank(draft)
    rename(own_site, "access_log", "gone")
    answer = httpx.post(
        own_site.url + draft.step("need"), data=dict(page), cookies={"veiviser": proxy.cookie}
    )
    rename(own_site, "gone", "access_log")
    assert answer.status_code == 503
    assert "Vi får ikke skrevet ned hvem som åpner saken." in answer.text
    assert "what_matters" not in answer.text


def test_a_signer_who_opens_the_case_stands_there_too(either_site: Site) -> None:
    parent, signer = either_site.visitor("myk"), either_site.visitor("frisk")
    waits = several.filled_for(parent, signer.invented, representative={"rep_authority": "none"})
    several.wait(waits)
    at = several.come(signer, several.code_of(several.ask(waits, "young_person")))
    assert signer.get(at).status_code == 200
    assert lines(waits) == [
        ["Frisk Fjellbekk", "Den det gjelder", "saken", "Er bedt om å lese og skrive under"]
    ]


def test_the_page_is_for_the_owner_alone(either_site: Site, acted_for: tuple[Draft, Draft]) -> None:
    draft, own = acted_for
    assert draft.guest.get(f"{draft.path}/sett").status_code == 404, "a proxy"
    others: list[Guest] = [either_site.visitor("sein"), draft.guest]
    for guest in others:
        assert guest.get(f"{own.path}/sett").status_code == 404
    assert either_site.visitor("lun").get(f"{own.path}/sett").status_code == 302, "staff are no citizens"
    assert "/sett" not in draft.guest.get(draft.path, follow_redirects=True).text
