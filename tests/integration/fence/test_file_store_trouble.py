"""A file store that cannot be written or read: the citizen keeps the text, and is told; the log has the file's id."""

import shutil
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select

from tests.draft import Draft, begin
from tests.guest import hidden
from tests.integration.fence.in_process import browser_of, in_process
from tests.running_site import Site
from tests.sendable import pdf
from wizard.models import Attachment

PDF = pdf()
TYPED = {
    "rep_authority": "power_of_attorney",
    "rep_document_when": "now",
    "copy_to": "proxy",
    "rep_address-street": "Bjørkeveien 4",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where this application keeps its files; a test breaks it."""
    return tmp_path / "files"


@pytest.fixture
def app(site: Site, folder: Path) -> Iterator[Flask]:
    with in_process(site, files=folder) as app:
        yield app


@pytest.fixture
def draft(site: Site) -> Draft:
    """At a step that asks for text and for a file."""
    draft = begin(site.visitor("stille"))
    draft.answer("role", {"submitter_role": "proxy", "staff_assistance": "no"})
    draft.answer("address-protection", {"address_protected": "no"})
    named = {"subject_no_id": "no_number", "subject_given_name": "Rask", "subject_family_name": "Havgløtt"}
    born = {"day": "14", "month": "3", "year": "2001"}
    draft.answer("subject", named | {f"subject_birth_date-{part}": one for part, one in born.items()})
    return draft


@pytest.fixture
def browser(app: Flask, draft: Draft) -> FlaskClient:
    return browser_of(app, draft.guest)


def post(browser: FlaskClient, draft: Draft, **more: object) -> tuple[int, str]:
    address = draft.step("representative")
    page = browser.get(address).text
    controls = {name: hidden(page, name) for name in ("csrf_token", "version")}
    answer = browser.post(address, data=controls | TYPED | more)
    return answer.status_code, answer.text


def upload(browser: FlaskClient, draft: Draft) -> tuple[int, str]:
    return post(browser, draft, _upload="rep_document", rep_document=(BytesIO(PDF), "fullmakt.pdf"))


def kept(app: Flask, draft: Draft) -> list[str]:
    with app.extensions["tools"].store.read() as db:
        return [str(one) for one in db.scalars(select(Attachment.id).where(Attachment.case_id == draft.id))]


def test_a_file_that_cannot_be_kept_is_told_at_the_field_and_the_text_stays(
    capfd: pytest.CaptureFixture[str], app: Flask, browser: FlaskClient, draft: Draft, folder: Path
) -> None:
    folder.write_text("no folder")
    status, page = upload(browser, draft)
    assert status == 422
    assert page.count("Vi fikk ikke tatt imot filen nå.") == 2, "in the summary and at the field"
    assert 'href="#rep_document"' in page
    assert 'value="Bjørkeveien 4"' in page
    assert kept(app, draft) == []
    told = "".join(capfd.readouterr())
    assert '"cause": "NotADirectoryError"' in told or '"cause": "FileExistsError"' in told
    assert "fullmakt" not in told
    folder.unlink()
    assert upload(browser, draft)[0] == 303


def test_a_file_whose_bytes_are_missing_or_changed_is_a_page_that_says_so(
    capfd: pytest.CaptureFixture[str], app: Flask, browser: FlaskClient, draft: Draft, folder: Path
) -> None:
    upload(browser, draft)
    (file_id,) = kept(app, draft)
    address = f"{draft.path}/vedlegg/{file_id}"
    (path,) = (one for one in folder.rglob("*") if one.is_file())
    whole = path.read_bytes()
    path.write_bytes(whole[:-1])
    assert browser.get(address).status_code == 503
    shutil.rmtree(folder)
    answer = browser.get(address)
    assert answer.status_code == 503
    assert "Vi får ikke hentet filen nå" in answer.text
    told = "".join(capfd.readouterr())
    assert '"file_unavailable"' in told
    assert file_id in told
    assert "unexpected" not in told


def test_a_file_is_taken_away_though_its_bytes_cannot_be(
    app: Flask, browser: FlaskClient, draft: Draft, folder: Path
) -> None:
    upload(browser, draft)
    (file_id,) = kept(app, draft)
    shutil.rmtree(folder)
    folder.write_text("no folder")
    assert post(browser, draft, _remove=f"rep_document:{file_id}")[0] == 303
    assert kept(app, draft) == []
    address = f"{draft.path}/slett"
    token = hidden(browser.get(address).text, "csrf_token")
    assert browser.post(address, data={"csrf_token": token}).status_code == 303
