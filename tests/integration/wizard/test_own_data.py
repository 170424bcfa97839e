"""The citizen's own copy of all that is held of them, and the deletion that the law lets."""

import io
import json
import re
import zipfile
from html import unescape
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
from sqlalchemy import select

from forms.fields.identity_number import written
from tests import behind
from tests.at_a_time import SiteAt
from tests.draft import Draft, begin, filled
from tests.guest import CANARY, Guest, personal
from tests.integration.wizard.test_attachments import SECRET, STEP, upload
from tests.integration.wizard.test_sweeping import files
from tests.later import reference
from tests.running_site import Site
from tests.seen import office
from tests.sendable import photo
from wizard.accounts import lookup_of
from wizard.cases.handing_over import CaseStore
from wizard.models import Account

NAMED = "Brev om Stille Bjørkeløv.pdf"
PHOTO = photo("JPEG")


def page(guest: Guest) -> str:
    return f"{guest.at}/opplysningene-mine"


def taken(guest: Guest) -> dict[str, bytes]:
    """The files of the ZIP by name."""
    answer = guest.get(f"{page(guest)}/last-ned")
    assert answer.status_code == 200
    with zipfile.ZipFile(io.BytesIO(answer.content)) as packed:
        assert packed.testzip() is None
        return {name: packed.read(name) for name in packed.namelist()}


def told(found: dict[str, bytes]) -> Any:
    return json.loads(found["opplysninger.json"])


def read(found: dict[str, bytes]) -> str:
    """The page that people read."""
    return found["Les dette først.html"].decode()


def of_draft(site: Site, draft: Draft) -> str:
    """Its reference, which no page tells before it is sent."""
    case = behind.case(site, draft)
    assert case
    return case.reference


def with_file(guest: Guest) -> Draft:
    """All answered, and a file with it."""
    draft = begin(guest)
    walk = draft.fill()
    assert upload(draft, NAMED, SECRET).status_code == 303
    assert draft.answer(STEP, filled(walk, STEP)).status_code == 303
    return draft


@pytest.fixture
def sent(either_site: Site) -> Draft:
    """A case with a file and its PDF that the office has opened."""
    draft = with_file(either_site.visitor("stille"))
    assert draft.send().status_code == 303
    with either_site.tools() as tools:
        CaseStore(tools).keep_document(draft.id, "application/pdf", b"%PDF-invented")
    assert either_site.visitor("lun").get(office(draft)).status_code == 200
    return draft


def test_all_that_pages_tell_is_in_it_and_only_own_files_have_a_name_that_is_personal(sent: Draft) -> None:
    guest = sent.guest
    half = begin(guest)
    half.fill(until="need")
    assert half.autosave("need", {"need_description": "Halvferdig, men mitt"}).status_code == 200
    called = reference(sent)
    found = taken(guest)
    assert found[f"{called}/{called}.pdf"] == b"%PDF-invented"
    assert found[f"{called}/vedlegg/{NAMED}"] == SECRET
    ours = [name for name in found if "/vedlegg/" not in name]
    assert [name for name in ours for secret in personal() if secret in name] == []
    known = told(found)
    assert (known["name"], known["national_id"]) == (guest.invented.name, guest.invented.national_id)
    case = next(one for one in known["cases"] if one["reference"] == called)
    assert CANARY in json.dumps(case["sent"], ensure_ascii=False)
    assert case["files"][0]["name"] == NAMED
    assert "Lun Fjelltone" in [one["name"] for one in case["seen_by"]]
    assert [event["text"] for event in case["events"]][:1] == ["Du begynte på søknaden"]
    assert "Halvferdig, men mitt" in json.dumps(known["cases"], ensure_ascii=False)
    assert {one["level"] for one in known["log_ins"]} == {"demo"}
    page = unescape(read(found))
    assert all(
        words in page for words in (CANARY, "Halvferdig, men mitt", "Lun Fjelltone", "Du begynte på søknaden")
    )
    seen = "Lun Fjelltone, Tjenestekontoret. Åpnet: saken. Hvorfor: arbeider med saken"
    assert seen in page
    assert ", sist i bruk " in page
    assert f"{guest.invented.name}, {written(guest.invented.national_id)}<" in page
    links = [unquote(link) for link in re.findall(r'href="([^"]*)"', page)]
    assert {f"{called}/vedlegg/{NAMED}", f"{called}/{called}.pdf"} <= set(links) <= found.keys(), (
        "it leads nowhere else"
    )


def test_what_was_answered_before_another_choice_is_in_it_and_said_not_to_be_sent(site: Site) -> None:
    draft = begin(site.visitor("stille"))
    on_behalf = {"submitter_role": "proxy", "staff_assistance": "no"}
    named = {"subject_no_id": "no_number", "subject_given_name": "Rask", "subject_family_name": "Havgløtt"}
    born = {"day": "14", "month": "3", "year": "2001"}
    about = named | {f"subject_birth_date-{part}": one for part, one in born.items()}
    for slug, answers in {
        "role": on_behalf,
        "address-protection": {"address_protected": "no"},
        "subject": about,
    }.items():
        assert draft.answer(slug, answers).status_code == 303
    assert draft.autosave("representative", {"rep_phone": "40 00 00 00"}).status_code == 200
    assert draft.answer("role", on_behalf | {"submitter_role": "self"}).status_code == 303
    found = taken(draft.guest)
    case = next(one for one in told(found)["cases"] if one["reference"] == of_draft(site, draft))
    left = json.dumps(case["left_behind"]["steps"], ensure_ascii=False)
    assert all(words in left for words in ("Havgløtt", "40 00 00 00"))
    assert "Havgløtt" not in json.dumps(case["answers"], ensure_ascii=False)
    assert "Det er ikke med i det du sender" in unescape(read(found))


def test_files_of_one_name_lie_side_by_side_by_names_that_any_disk_takes(site: Site) -> None:
    draft = begin(site.visitor("stille"))
    draft.fill(until=STEP)
    for name in ("Brev: én?.pdf", "brev_ én_.pdf", "CON.pdf"):
        assert upload(draft, name, SECRET).status_code == 303
    folder = f"{of_draft(site, draft)}/vedlegg/"
    names = [name.removeprefix(folder) for name in taken(draft.guest) if name.startswith(folder)]
    assert names == ["Brev_ én_.pdf", "brev_ én_ (2).pdf", "_CON.pdf"]


def test_a_file_sent_twice_is_two_files_and_the_page_names_them_as_the_folder_does(site: Site) -> None:
    draft = begin(site.visitor("stille"))
    walk = draft.fill()
    for name in ("foto æøå.jpg", "foto æøå.jpg", NAMED):
        assert upload(draft, name, SECRET if name == NAMED else PHOTO).status_code == 303
    assert draft.answer(STEP, filled(walk, STEP)).status_code == 303
    assert draft.send().status_code == 303
    found = taken(draft.guest)
    folder = f"{reference(draft)}/vedlegg/"
    names = {"foto æøå.jpg", "foto æøå (2).jpg", NAMED}
    assert {name.removeprefix(folder) for name in found if name.startswith(folder)} == names
    shown = re.findall(r'href="([^"]*/vedlegg/[^"]*)">([^<]*)<', read(found))
    listed = {unescape(name) for place, name in shown if unquote(place) == f"{folder}{unescape(name)}"}
    assert listed == names
    page = site.visitor("lun").get(office(draft)).text
    assert len(set(re.findall(r'href="([^"]*/vedlegg/[^"]*)"', page))) == len(names)


def test_nothing_of_anybody_else_and_nothing_that_pages_do_not_show_is_in_it(
    either_site: Site, sent: Draft
) -> None:
    other = either_site.visitor("var")
    begin(other)
    known = told(taken(other))
    text = json.dumps(known, ensure_ascii=False)
    for hidden in (NAMED, reference(sent), str(sent.id), "hidden_by_another", "subject_lookup", "token"):
        assert hidden not in text
    assert all(str(one.id) not in json.dumps(told(taken(sent.guest))) for one in (sent,)), (
        "ids are ours alone"
    )


def test_a_file_that_cannot_be_read_now_takes_nothing_else_away(either_site: Site, sent: Draft) -> None:
    before = files(either_site)
    lost = sorted(before, key=lambda path: path.stat().st_mtime)[-2:]
    kept = [path.read_bytes() for path in lost]
    for path in lost:
        path.unlink()
    found = taken(sent.guest)
    for path, content in zip(lost, kept, strict=True):
        path.write_bytes(content)
    called = reference(sent)
    assert not [name for name in found if name.startswith(called)], (
        "an empty file would pass for the one that was sent"
    )
    known = told(found)
    names = f"vedlegg/{NAMED}", f"{called}.pdf"
    assert known["absent"] == {f"{called}/{name}": "cannot_be_read_now" for name in names}
    assert unescape(read(found)).count("Vi fikk ikke lest den nå.") == 2
    assert known["cases"]


def test_a_shared_screen_hands_out_no_such_file(site: Site) -> None:
    screen = site.visitor("fin")
    screen.post("/larvik/skranke/delt-skjerm", page="/larvik/skranke/")
    screen.log_in("stille")
    assert "delt skjerm" in screen.get(page(screen)).text
    assert screen.get(f"{page(screen)}/last-ned").status_code == 403


def test_who_has_no_case_has_all_of_it_deleted_and_who_has_one_is_told_why_not(
    tmp_path: Path, database_url: str
) -> None:
    """On a site of their own: whoever is known from elsewhere is not forgotten."""
    with SiteAt(tmp_path, database_url) as site:
        deleted_whole(site)


def deleted_whole(site: SiteAt) -> None:
    guest = site.visitor("nevo")
    draft = begin(guest)
    answer = guest.post(f"{page(guest)}/slett", page=f"{guest.at}/mine-saker")
    assert (answer.status_code, "Derfor er ingenting slettet." in answer.text) == (409, True)
    guest.post(f"{draft.path}/slett")
    assert "Slett det og logg ut" in guest.get(page(guest)).text
    answer = guest.post(f"{page(guest)}/slett", page=page(guest))
    assert answer.status_code == 303
    assert "Det vi hadde om deg, er slettet" in guest.get(answer.headers["location"]).text
    assert guest.get(page(guest)).status_code == 302, "logged out"
    with site.tools() as tools, tools.store.read() as db:
        known = lookup_of(tools, guest.invented.national_id)
        assert db.scalar(select(Account.id).where(Account.lookup == known)) is None
