"""A-038 to A-040: staff say why before a case opens, it is written down first, and its owner can read it."""

import uuid

import httpx
import pytest

from tests.draft import Draft, begin
from tests.draft import told as answers
from tests.guest import CANARY, Guest, bare, hidden
from tests.integration.seen.conftest import in_hands
from tests.running_site import Site
from tests.seen import entry, log, office, told

NONE = ("denied", "office.case", "not_your_office")


def say(staff: Guest, draft: Draft, reason: str = "handles", own_words: str = "") -> httpx.Response:
    return staff.post(f"{office(draft)}/grunn", {"reason": reason, "own_words": own_words, "related": "no"})


def addresses(draft: Draft) -> list[str]:
    return [office(draft), f"{office(draft)}/dokument/pdf", f"{office(draft)}/vedlegg/{uuid.uuid4()}"]


def test_a_038_a_case_of_another_municipality_is_not_there_and_the_try_leaves_a_row(
    either_site: Site, sent: Draft
) -> None:
    elsewhere = either_site.visitor("klar", "kristiansand")
    for address in (office(sent), office(sent).replace("larvik", "kristiansand")):
        answer = elsewhere.http.get(address)
        unknown = elsewhere.http.get(address.replace(str(sent.id), str(uuid.uuid4())))
        assert answer.status_code == unknown.status_code == 404
        assert bare(answer.text) == bare(unknown.text)
    assert told(log(either_site, sent)) == [NONE, NONE]


@pytest.mark.parametrize("headers", [{"Host": "kristiansand.invalid"}, {"X-Forwarded-Host": "kristiansand"}])
def test_a_038_no_host_name_opens_a_case(either_site: Site, sent: Draft, headers: dict[str, str]) -> None:
    elsewhere = either_site.visitor("klar", "kristiansand")
    for address in addresses(sent):
        answer = httpx.get(either_site.url + address, headers=headers, cookies={"veiviser": elsewhere.cookie})
        assert answer.status_code in {400, 404}


def test_a_039_every_door_of_another_office_is_shut_and_says_so_in_the_log(
    either_site: Site, sent: Draft
) -> None:
    elsewhere = either_site.visitor("klar", "kristiansand")
    with either_site.unchanged():
        for address in [*addresses(sent), f"{office(sent)}/grunn"]:
            assert elsewhere.http.get(address).status_code == 404
        for end in ("grunn", "tatt-i-hand", "gi-slipp", "underskrift-kommet", "send-videre"):
            answer = elsewhere.post(
                f"{office(sent)}/{end}", {"reason": "handles"}, page="/kristiansand/kontor/"
            )
            assert answer.status_code == 404
    rows = log(either_site, sent)
    assert {(row.outcome, row.reason) for row in rows} == {("denied", "not_your_office")}
    assert len(rows) == 9
    assert rows[0].staff_of == "kristiansand"
    assert entry(either_site, rows[0])["name"] == "Klar Sjøgren"
    assert '"event": "denied"' in either_site.logs()


def test_a_039_whoever_may_not_see_protected_cases_leaves_a_row_that_says_so(either_site: Site) -> None:
    unseen = begin(either_site.visitor("var"))
    protection = {"address_protected": "yes", "safe_contact": "attendance"}
    assert unseen.complete(answers(address_protection=protection)).send().status_code == 303
    lun = either_site.visitor("lun")
    for end in ("", "/grunn"):
        assert lun.http.get(office(unseen) + end).status_code == 404
    assert {row.reason for row in log(either_site, unseen)} == {"protected"}


def test_a_040_without_a_reason_nothing_of_a_case_is_sent(either_site: Site, sent: Draft) -> None:
    lun = either_site.visitor("lun")
    with either_site.unchanged():
        for address in addresses(sent):
            answer = lun.http.get(address)
            assert answer.status_code == 302
            assert answer.headers["location"] == f"{office(sent)}/grunn"
            assert "Stille" not in answer.text
        token = lun.token(f"{office(sent)}/grunn")
        for end in ("tatt-i-hand", "gi-slipp", "underskrift-kommet", "send-videre"):
            answer = lun.http.post(f"{office(sent)}/{end}", data={"csrf_token": token})
            assert (answer.status_code, answer.headers["location"]) == (303, f"{office(sent)}/grunn")
    page = lun.http.get(f"{office(sent)}/grunn").text
    assert "Hvorfor åpner du saken?" in page
    told_there = page.split("<form", 2)[-1]
    assert "Stille Bjørkeløv" in told_there, "named as in the list: who knows them must say so"
    assert "Stille Bjørkeløv" in lun.get("/larvik/kontor/").text
    assert CANARY not in told_there
    assert log(either_site, sent) == [], "what was not shown was not read"


def test_a_040_the_row_is_there_before_the_page_and_the_owner_can_read_it(
    either_site: Site, sent: Draft
) -> None:
    lun = either_site.visitor("lun")
    answer = say(lun, sent)
    assert (answer.status_code, answer.headers["location"]) == (303, office(sent))
    with lun.http.stream("GET", office(sent)):
        assert told(log(either_site, sent)) == [
            ("stated", "stated", "handles"),
            ("read", "office.case", "handles"),
        ]
    stated, read = log(either_site, sent)
    assert (read.stated, read.level, read.capacity, read.staff_of) == (
        stated.number,
        "demo",
        "staff",
        "larvik",
    )
    assert entry(either_site, read) == {"name": "Lun Fjelltone", "office": "Tjenestekontoret", "words": ""}
    page = sent.guest.get(f"{sent.path}/sett").text
    for words in ("Lun Fjelltone", "Tjenestekontoret", "Arbeider med saken"):
        assert words in page


def test_each_document_and_attachment_is_a_row_that_names_it(either_site: Site, sent: Draft) -> None:
    lun, file_id = either_site.visitor("lun"), uuid.uuid4()
    say(lun, sent)
    assert lun.http.get(f"{office(sent)}/dokument/pdf").content == b"an invented document"
    assert lun.http.get(f"{office(sent)}/vedlegg/{file_id}").status_code == 404, "asked for is enough"
    rows = [(row.what, row.which) for row in log(either_site, sent)[1:]]
    assert rows == [("office.document", "pdf"), ("office.attachment", str(file_id))]


@pytest.mark.parametrize("made_up", ["x" * 300, "%00", "Fjellrev", "pdf%0Aread"])
def test_a_word_that_somebody_puts_into_an_address_is_not_logged(
    either_site: Site, sent: Draft, made_up: str
) -> None:
    lun = either_site.visitor("lun")
    say(lun, sent)
    assert lun.http.get(f"{office(sent)}/dokument/{made_up}").status_code == 404
    assert [row.which for row in log(either_site, sent)] == ["", ""]


def test_a_reason_is_for_one_case_one_person_and_one_log_in(either_site: Site, sent: Draft) -> None:
    lun, mild, other = either_site.visitor("lun"), either_site.visitor("mild"), in_hands(either_site)
    say(lun, sent)
    assert lun.http.get(office(sent)).status_code == 200
    assert lun.http.get(office(other)).status_code == 302
    assert mild.http.get(office(sent)).status_code == 302
    assert either_site.visitor("lun").http.get(office(sent)).status_code == 302
    lun.log_out()
    lun.log_in("lun")
    assert lun.http.get(office(sent)).status_code == 302


def test_whoever_has_the_case_in_hand_is_not_asked(either_site: Site, sent: Draft) -> None:
    lun, mild = (either_site.visitor(one) for one in ("lun", "mild"))
    say(lun, sent)
    assert lun.post(f"{office(sent)}/tatt-i-hand", page=office(sent)).status_code == 303
    anew = either_site.visitor("lun")
    assert anew.http.get(office(sent)).status_code == 200
    assert log(either_site, sent)[-1].reason == "in_hand"
    assert mild.http.get(office(sent)).status_code == 302, "it is in another's hand"
    held = {"held": hidden(anew.get(office(sent)).text, "held")}
    assert anew.post(f"{office(sent)}/gi-slipp", held, page=office(sent)).status_code == 303
    assert anew.http.get(office(sent)).status_code == 302, "and now in nobody's"


@pytest.mark.parametrize(
    ("typed", "error", "field"),
    [
        ({}, "Velg hvorfor du åpner saken.", "reason"),
        ({"reason": "handles", "related": ""}, "Svar ja eller nei.", "related"),
        ({"reason": "other"}, "Skriv hva grunnen er.", "own_words"),
        ({"reason": "other", "own_words": "  "}, "Skriv hva grunnen er.", "own_words"),
        ({"reason": "other", "own_words": "x" * 151}, "Svaret er for langt", "own_words"),
        ({"reason": "in_hand"}, "Velg et av svarene som st", "reason"),
        ({"reason": "nysgjerrig"}, "Velg et av svarene som st", "reason"),
        ({"reason": ["handles", "other"]}, "Vi fikk flere svar", "reason"),
    ],
)
def test_what_is_no_reason_is_told_at_the_field_and_opens_nothing(
    site: Site, typed: dict[str, str], error: str, field: str
) -> None:
    sent, lun = in_hands(site), site.visitor("lun")
    answer = lun.post(f"{office(sent)}/grunn", {"related": "no"} | typed)
    assert answer.status_code == 422
    assert error in answer.text
    assert f'id="{field}-error"' in answer.text
    assert "<title>Feil: " in answer.text.replace("\n", "")
    assert lun.http.get(office(sent)).status_code == 302
    assert log(site, sent) == []


def test_a_reason_needs_the_page_s_token_and_a_case_that_is_in(site: Site) -> None:
    sent, lun, draft = in_hands(site), site.visitor("lun"), begin(site.visitor("stille"))
    assert lun.http.post(f"{office(sent)}/grunn", data={"reason": "handles"}).status_code == 400
    assert (
        lun.post(f"{office(draft)}/grunn", {"reason": "handles"}, page="/larvik/kontor/").status_code == 404
    )
    assert sent.guest.http.get(f"{office(sent)}/grunn").status_code == 302, "a citizen is no staff"
    assert log(site, sent) == []


def test_the_list_of_cases_asks_for_no_reason(site: Site) -> None:
    sent, lun = in_hands(site), site.visitor("lun")
    assert str(sent.id) in lun.http.get("/larvik/kontor/").text
    assert log(site, sent) == []


def test_own_words_are_kept_sealed_and_given_with_other_alone(either_site: Site, sent: Draft) -> None:
    lun = either_site.visitor("lun")
    say(lun, sent, "handles", own_words="Fjellrever")
    say(lun, sent, "other", own_words="Statsforvalteren ringte <b>nå</b>.")
    lun.http.get(office(sent))
    first, second, _ = log(either_site, sent)
    assert [entry(either_site, row)["words"] for row in (first, second)] == [
        "",
        "Statsforvalteren ringte <b>nå</b>.",
    ]
    rows = str([row.__dict__ for row in log(either_site, sent)])
    assert "Statsforvalteren" not in rows
    assert "Lun" not in rows
    page = sent.guest.get(f"{sent.path}/sett").text
    assert "Statsforvalteren ringte &lt;b&gt;nå&lt;/b&gt;." in page


def test_what_owners_read_of_their_own_is_not_logged(site: Site) -> None:
    sent = in_hands(site)
    for end in ("", "/kvittering", "/dokument/pdf", "/sett"):
        assert sent.guest.get(sent.path + end).status_code == 200
    assert log(site, sent) == []
