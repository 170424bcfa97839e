"""What staff type about a form on paper: checked at its field, kept, and counted by the law of paper."""

import re
from datetime import date, timedelta

import pytest

from tests import behind
from tests.guest import Guest
from tests.paper_form import NEW, PaperForm, begin_paper, boxes, registered, today, wrong
from tests.running_site import Site


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
    nobody_here = {"subject_national_id": "02894149976"}
    own = NEW | nobody_here | {"subject_given_name": " lun", "subject_family_name": "FJELLTONE "}
    assert "heter det samme som deg" in wrong(paper.answer("subject", own), "other_of_name")
    assert paper.answer("subject", own | {"other_of_name": "yes"}).status_code == 303
