"""What staff type about a form on paper: checked at its field, kept, and counted by the law of paper."""

import re
from datetime import date, timedelta

import httpx
import pytest

from forms.law.holidays import working_day
from tests import behind
from tests.draft import begin, told
from tests.guest import Guest
from tests.paper_form import NEW, STILLE, PaperForm, begin_paper, boxes, registered, today
from tests.running_site import Site

PROTECTED = {"address_protected": "yes", "safe_contact": "letter"}
RELATIVE = {
    "sent_by": "nearest_relative",
    "sender_name": "Stø Skogly",
    "sender_known": "no_number",
    "authority_enclosed": "no",
}
HIDDEN = {
    "subject_no_id": "has_number",
    "subject_national_id": "29824095084",
    "subject_given_name": "Skjult",
    "subject_family_name": "Nattely",
}


@pytest.fixture
def lun(site: Site) -> Guest:
    return site.visitor("lun")


def wrong(answer: httpx.Response, field: str) -> str:
    """What is said at that field."""
    assert answer.status_code == 422, answer.headers.get("location")
    found = re.search(rf'id="{field}-error">([^<]*)<', answer.text)
    assert found, f"nothing at {field}"
    return found[1]


@pytest.mark.parametrize(
    ("typed", "slug", "code"),
    [
        ("larvik-klage-nn", "appeal", "nn"),
        (" LARVIK-Koordinator-og-plan-nb ", "coordination", "nb"),
        ("larvik-samtykke-en", "consent", "en"),
    ],
)
def test_the_id_at_the_foot_says_form_and_language(
    site: Site, lun: Guest, typed: str, slug: str, code: str
) -> None:
    answer = lun.post("/larvik/kontor/papir", {"has_form_id": "yes", "form_id": typed})
    paper = PaperForm(lun, answer.headers["location"].split("/steg/")[0], slug)
    found = behind.case(site, paper)
    assert found
    assert found.journey == slug
    paper.write_down()
    assert paper.register(once_more="yes").status_code == 303
    assert behind.frozen(site, paper).content.language == code


def test_an_id_that_is_none_of_ours_or_nothing_at_all_is_said_at_the_field(site: Site, lun: Guest) -> None:
    with site.unchanged():
        for typed in ("larvik-klag-nb", "namsos-klage-nb", "klage", "<script>", "larvik-helse-og-omsorg-nb"):
            answer = lun.post("/larvik/kontor/papir", {"has_form_id": "yes", "form_id": typed})
            assert "kjenner ikke" in wrong(answer, "form_id"), typed
        assert wrong(lun.post("/larvik/kontor/papir", {}), "has_form_id")
        assert wrong(lun.post("/larvik/kontor/papir", {"has_form_id": "yes"}), "form_id")
        picked = {"has_form_id": "no", "form_kind": "appeal"}
        assert "språket" in wrong(lun.post("/larvik/kontor/papir", picked), "written_in")
        not_here = picked | {"form_kind": "care_services", "written_in": "nb"}
        assert wrong(lun.post("/larvik/kontor/papir", not_here), "form_kind")


def test_every_form_that_a_municipality_offers_can_come_on_paper(site: Site) -> None:
    kvikk = site.visitor("kvikk", "namsos")
    page = kvikk.get("/namsos/kontor/papir").text
    offered = re.findall(
        r'name="form_kind"[^>]*value="([a-z_]+)"|value="([a-z_]+)"[^>]*name="form_kind"', page
    )
    slugs = {one or other for one, other in offered}
    assert "care_services" in slugs
    for slug in sorted(slugs):
        paper = registered(kvikk, slug, subject=NEW)
        assert kvikk.get(paper.at_office).status_code == 200


@pytest.mark.parametrize(
    ("slug", "typed", "field"),
    [
        ("subject", NEW | {"subject_national_id": "01819095091"}, "subject_national_id"),
        ("subject", NEW | {"subject_national_id": "٠١٨١٩٠٩٥٠٩٠"}, "subject_national_id"),
        ("subject", NEW | {"subject_family_name": " "}, "subject_family_name"),
        ("subject", NEW | {"subject_address-street": "Storgata 1"}, "subject_address"),
        ("sender", {"sent_by": "proxy", "sender_known": "no_number"}, "sender_name"),
        ("sender", {"sent_by": "staff_assisting"}, "sent_by"),
        ("days", {"came_by": "post"} | boxes("arrived", today() + timedelta(1)), "arrived"),
        ("days", {"came_by": "post"} | boxes("arrived", date(2023, 2, 1)), "arrived"),
        (
            "days",
            {"came_by": "post"} | boxes("postmark", today()) | boxes("arrived", today() - timedelta(1)),
            "arrived",
        ),
        ("days", {"arrived-day": "31", "arrived-month": "2", "arrived-year": "2026"}, "arrived"),
        ("papers", {"signed_on_paper": "kanskje"}, "signed_on_paper"),
        ("papers", {"signed_on_paper": "yes"}, "scan"),
    ],
)
def test_bad_input_is_said_at_its_field_and_nothing_typed_is_lost(
    site: Site, lun: Guest, slug: str, typed: dict[str, str], field: str
) -> None:
    paper = begin_paper(lun, "service_complaint")
    plain = {"address-protection": {"address_protected": "no"}, "subject": NEW, "sender": {"sent_by": "self"}}
    plain["days"] = {"came_by": "by_hand"} | boxes("arrived", today())
    for one, given in plain.items():
        if one == slug:
            break
        assert paper.answer(one, given).status_code == 303
    with site.unchanged():
        answer = paper.answer(slug, typed)
    assert wrong(answer, field)
    texts = [
        value for name, value in typed.items() if name in {"subject_given_name", "subject_address-street"}
    ]
    assert all(value in answer.text for value in texts)


def test_what_is_typed_is_kept_without_being_saved(lun: Guest) -> None:
    paper = begin_paper(lun)
    paper.answer("address-protection", {"address_protected": "no"})
    assert paper.autosave("subject", {"subject_given_name": "Halv"}).status_code == 200
    assert 'value="Halv"' in paper.see("subject")
    assert str(paper.id) in lun.get("/larvik/kontor/papir").text


@pytest.mark.parametrize(
    ("name", "content"),
    [("skjema.exe", b"MZ" + b"\x00" * 100), ("skjema.pdf", b"<html>" * 50), ("skjema.pdf", b"")],
)
def test_a_scan_is_held_to_what_every_attachment_is(
    site: Site, lun: Guest, name: str, content: bytes
) -> None:
    paper = begin_paper(lun, "service_complaint")
    paper.answer("address-protection", {"address_protected": "no"})
    paper.answer("subject", NEW)
    paper.answer("sender", {"sent_by": "self"})
    paper.answer("days", {"came_by": "by_hand"} | boxes("arrived", today()))
    with site.unchanged():
        assert wrong(paper.scanned(name, content), "scan")


def test_whoever_registers_is_not_whom_it_is_about(lun: Guest) -> None:
    paper = begin_paper(lun)
    paper.answer("address-protection", {"address_protected": "no"})
    own = NEW | {"subject_given_name": " lun", "subject_family_name": "FJELLTONE "}
    assert "heter det samme som deg" in wrong(paper.answer("subject", own), "other_of_name")
    assert paper.answer("subject", own | {"other_of_name": "yes"}).status_code == 303


def facts(site: Site, paper: PaperForm) -> str:
    request = behind.frozen(site, paper)
    return " ".join(fact.value for fact in (*request.content.facts, *request.receipt))


def test_posted_in_time_is_in_time_whenever_it_came_and_was_registered(site: Site, lun: Guest) -> None:
    """The letter came to the person 40 days ago; the postmark is from the last day."""
    received = today() - timedelta(40)
    ends = _ends(received)
    days = {"came_by": "post"} | boxes("postmark", ends) | boxes("arrived", today())
    dates = {"received_known": "yes"} | boxes("received_date", received)
    paper = registered(lun, "appeal", subject=STILLE, days=days, dates=dates)
    assert "Poststempelet er fra" in facts(site, paper)
    assert not {"late", "maybe_late"} & set(behind.marks(site, paper))
    assert "Du klaget i tide." in site.visitor("stille").get(f"/larvik/sak/{paper.id}/kvittering").text


def _ends(received: date) -> date:
    return working_day(received + timedelta(28))


def test_posted_the_day_after_is_late_by_a_day(site: Site, lun: Guest) -> None:
    received = today() - timedelta(41)
    after = _ends(received) + timedelta(1)
    days = {"came_by": "post"} | boxes("postmark", after) | boxes("arrived", today())
    dates = {"received_known": "yes"} | boxes("received_date", received)
    paper = registered(lun, "appeal", days=days, dates=dates)
    assert "dagen etter siste dag." in facts(site, paper)
    assert "late" in behind.marks(site, paper)
    assert "Kom etter fristen" in lun.get(paper.at_office).text


def test_a_postmark_that_cannot_be_read_leaves_it_open(site: Site, lun: Guest) -> None:
    received = today() - timedelta(42)
    days = {"came_by": "post"} | boxes("arrived", today())
    dates = {"received_known": "yes"} | boxes("received_date", received)
    paper = registered(lun, "appeal", days=days, dates=dates)
    assert "stempelet er ikke til å lese" in facts(site, paper)
    assert "maybe_late" in behind.marks(site, paper)


def test_handed_in_on_the_last_day_is_in_time_and_the_next_is_not(site: Site, lun: Guest) -> None:
    received = today() - timedelta(43)
    dates = {"received_known": "yes"} | boxes("received_date", received)
    for after, said in ((0, "Klagen ble levert"), (1, "dagen etter siste dag.")):
        days = {"came_by": "by_hand"} | boxes("arrived", _ends(received) + timedelta(after))
        paper = registered(lun, "appeal", days=days, dates=dates)
        assert said in facts(site, paper)
        assert ("late" in behind.marks(site, paper)) is bool(after)


def test_what_nav_answered_has_no_deadline_of_ours_and_is_passed_on(site: Site, lun: Guest) -> None:
    dates = {"received_known": "yes"} | boxes("received_date", today() - timedelta(90))
    paper = registered(lun, "appeal", answer={"decision_maker": "nav"}, dates=dates)
    assert "Siste dag for å klage" not in facts(site, paper)
    assert "to_nav" in behind.marks(site, paper)


def test_it_stands_in_the_list_on_the_day_it_came(site: Site, lun: Guest) -> None:
    paper = registered(lun, days={"came_by": "by_hand"} | boxes("arrived", today() - timedelta(20)))
    request = behind.frozen(site, paper)
    assert str((today() - timedelta(20)).day) in request.receipt[0].value
    line = next(one for one in lun.get("/larvik/kontor/").text.split("<tr") if str(paper.id) in one)
    assert "kl." not in re.findall(r'<td role="cell">([^<]*)</td>', line)[0]


def test_a_protected_address_hides_every_place_and_the_case_from_most(site: Site, lun: Guest) -> None:
    paper = begin_paper(lun)
    assert paper.answer("address-protection", PROTECTED).status_code == 303
    assert "safe_contact" in paper.see("address-protection")
    page = paper.see("subject")
    for place in ("subject_address", "subject_phone", "subject_email"):
        assert place not in page
    smuggled = HIDDEN | {"subject_address-street": "Skjultveien 1", "subject_phone": "40000000"}
    assert paper.answer("subject", smuggled).status_code == 303
    paper.write_down(address_protection=PROTECTED, subject=HIDDEN)
    assert "adresse" in paper.see("papers")
    answer = paper.register(once_more="yes")
    assert answer.headers["location"] == "/larvik/kontor/"
    assert str(paper.id) not in lun.get("/larvik/kontor/").text
    assert lun.get(paper.at_office).status_code == 404
    mild = site.visitor("mild")
    assert str(paper.id) in mild.get("/larvik/kontor/").text
    request = behind.frozen(site, paper)
    assert "Skjultveien" not in request.canonical().decode()
    assert "Sted" not in [fact.label for one in request.signatures for fact in one.facts]


@pytest.mark.parametrize("sender", [{"sent_by": "self"}, RELATIVE], ids=["themselves", "a relative"])
def test_whoever_told_of_a_protected_address_before_is_kept_from_most_eyes(
    site: Site, lun: Guest, sender: dict[str, str]
) -> None:
    var = site.visitor("var")
    sent = begin(var).complete(told(address_protection=PROTECTED))
    assert sent.send().status_code == 303
    about = {
        "subject_no_id": "has_number",
        "subject_national_id": var.invented.national_id,
        "subject_given_name": "Var",
        "subject_family_name": "Skogly",
        "answer_by": "unsaid",
    }
    paper = begin_paper(lun).write_down(subject=about, sender=sender)
    assert "alt kommet denne dagen" not in paper.see("papers"), (
        "that there is such a case is told to nobody else"
    )
    assert paper.register(once_more="yes").headers["location"] == "/larvik/kontor/"
    assert lun.get(paper.at_office).status_code == 404
    assert site.visitor("mild").get(paper.at_office).status_code == 200


def test_papers_that_belong_to_an_earlier_case_are_tied_to_it(site: Site, lun: Guest) -> None:
    first = registered(lun, subject=STILLE)
    paper = begin_paper(lun, "supplement").write_down(
        subject=STILLE, earlier={"earlier_reference": first.reference.lower()}
    )
    assert first.reference in paper.see("earlier"), "what the person has sent is told"
    assert paper.register(once_more="yes").status_code == 303
    assert behind.events(site, first)[-1] == "supplemented"
    assert first.reference in lun.get(paper.at_office).text


def test_a_reference_of_somebody_else_ties_to_nothing(lun: Guest) -> None:
    others = registered(
        lun, subject=NEW, days={"came_by": "by_hand"} | boxes("arrived", today() - timedelta(3))
    )
    paper = begin_paper(lun, "supplement")
    paper.answer("address-protection", {"address_protected": "no"})
    paper.answer("subject", STILLE)
    paper.answer("sender", {"sent_by": "self"})
    paper.answer("days", {"came_by": "by_hand"} | boxes("arrived", today()))
    answer = paper.answer("earlier", {"earlier_reference": others.reference})
    assert "finner ingen slik sak" in wrong(answer, "earlier_reference")


def test_what_is_taken_back_without_a_signature_is_so_when_it_is_signed(site: Site, lun: Guest) -> None:
    first = registered(
        lun, subject=STILLE, days={"came_by": "by_hand"} | boxes("arrived", today() - timedelta(4))
    )
    earlier = {"earlier_reference": first.reference, "withdraw_extent": "all"}
    back = registered(lun, "withdrawal", subject=STILLE, earlier=earlier, papers={"signed_on_paper": "no"})
    assert "withdrawn" not in behind.events(site, first)
    assert lun.post(f"{back.at_office}/underskrift-kommet", page=back.at_office).status_code == 303
    assert behind.events(site, first)[-1] == "withdrawn"
    page = site.visitor("stille").get(f"/larvik/sak/{first.id}").text
    assert "Lun Fjelltone" not in page
