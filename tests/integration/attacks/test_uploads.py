"""Attacks A-085 to A-088 by what a file holds: refused at the field in plain words, and what was typed stays."""

import json
import subprocess
import sys
from functools import cache
from io import BytesIO

import psutil
import pytest
from PIL import Image

from tests import hostile
from tests.draft import Draft, begin
from tests.integration.wizard.test_attachments import STEP, links, upload
from tests.running_site import Site
from tests.sendable import BODY, pdf, photo, word
from wizard.uploads.kinds import JPEG_TYPE, PNG_TYPE, WORD_TYPE

MB = 1_000_000
PRINT = "velg «Skriv ut» og «Lagre som PDF»"

PEAK_TOLD = """
import sys
from wizard.uploads.child import main
main(sys.argv[1:])
with open("/proc/self/status") as told:
    sys.stderr.write(next(line for line in told if line.startswith("VmHWM")).split()[1])
"""
"""The reader as it is, which tells at its end, in kibibytes, what it held at most."""


def asked(site: Site) -> Draft:
    """At the step that asks for files."""
    draft = begin(site.visitor("stille"))
    draft.fill(until=STEP)
    return draft


@pytest.fixture
def ready(either_site: Site) -> Draft:
    return asked(either_site)


one_of = cache(asked)


@pytest.fixture
def empty(either_site: Site) -> Draft:
    """One for all whose files are refused: they leave everything as it is."""
    return one_of(either_site)


def refused(site: Site, draft: Draft, name: str, content: bytes) -> str:
    """What is told; nothing of the file is kept, in the database or on disk."""
    files = sorted((site.folder / "files").rglob("*"))
    with site.unchanged():
        answer = upload(draft, name, content)
    assert answer.status_code == 422
    assert f'href="#{STEP}"' in answer.text
    assert sorted((site.folder / "files").rglob("*")) == files
    return " ".join(answer.text.split())


def memory(site: Site) -> list[int]:
    """Bytes that each process of the wizard itself holds."""
    wizard = psutil.Process(site.processes[0].pid)
    return [one.memory_info().rss for one in (wizard, *wizard.children())]


@pytest.mark.parametrize(
    "content",
    [hostile.packed(1, 200 * MB), hostile.packed(10_000), hostile.packed(40, 2 * MB)],
    ids=["200 MB", "10 000 parts", "80 MB in 40"],
)
def test_a_085_what_unpacks_to_too_much_is_refused_and_costs_us_nothing(
    either_site: Site, empty: Draft, content: bytes
) -> None:
    refused(either_site, empty, "brev.docx", word({"word/document.xml": "x"}))  # each has done it once
    before = memory(either_site)
    assert len(content) < 2 * MB
    assert "for stor når den åpnes" in refused(either_site, empty, "brev.docx", content)
    assert max(memory(either_site)) - max(before) < 50 * MB


HEAVY = {
    "200 MB": (WORD_TYPE, hostile.packed(1, 200 * MB)),
    "10 000 parts": (WORD_TYPE, hostile.packed(10_000)),
    "80 MB in 40": (WORD_TYPE, hostile.packed(40, 2 * MB)),
    "2500 million dots": (PNG_TYPE, hostile.flood()),
    "400 scans": (JPEG_TYPE, hostile.many_scans(400)),
}
LIGHT = {
    WORD_TYPE: word({"word/document.xml": "x"}),
    PNG_TYPE: photo("JPEG"),
    JPEG_TYPE: photo("PNG"),
}


def peak(media_type: str, content: bytes) -> int:
    """Bytes of memory that the reader of that file held at most; it is over too soon to be looked at from outside."""
    run = subprocess.run(
        [sys.executable, "-c", PEAK_TOLD, media_type], input=content, capture_output=True, check=True
    )
    assert json.loads(run.stdout.partition(b"\n")[0])["why"], "it is refused"
    return int(run.stderr) * 1024


@pytest.mark.parametrize("what", HEAVY)
def test_a_085_a_088_the_reader_of_such_a_file_never_held_much_either(what: str) -> None:
    media_type, content = HEAVY[what]
    assert peak(media_type, content) - peak(media_type, LIGHT[media_type]) < 50 * MB


@pytest.mark.parametrize(
    "content",
    [hostile.entities('<!ENTITY a SYSTEM "file:///etc/hostname">', "&a;"), hostile.laughs()],
    ids=["from a file", "laughs"],
)
def test_a_086_entities_are_never_read(either_site: Site, empty: Draft, content: bytes) -> None:
    assert "tom eller skadet" in refused(either_site, empty, "brev.docx", content)


NO_PDF = {
    "html": (b"<html><script>alert(1)</script>" * 9, "tom eller skadet"),
    "exe": (b"MZ" * 90, "tom eller skadet"),
    "zip": (word(), "tom eller skadet"),
    "nothing": (b"", "tom eller skadet"),
    "a first line": (b"%PDF-1.7", "tom eller skadet"),
    "a first line and more": (b"%PDF-1.7\n" + b"<html>" * 99, PRINT),
    "password": (hostile.encrypted("hemmelig"), "PDF-en er låst"),
    "script": (hostile.opening("/JavaScript", JS=hostile.SCRIPT), PRINT),
    "deep script": (hostile.deep_script(), PRINT),
    "launch": (hostile.opening("/Launch", F="cmd.exe"), PRINT),
    "file inside": (hostile.carrying("a.exe", b"MZ" * 40), "en annen fil inni"),
    "a program called an invoice": (hostile.carrying("faktura.hta", b'"<script>"'), "en annen fil inni"),
    "the net when opened": (hostile.opening("/URI", URI="https://example.no"), PRINT),
    "bytes of another file": (hostile.from_elsewhere("/F"), PRINT),
    "xfa": (hostile.xfa(), "et skjema som ikke alle kan åpne"),
    "pages": (pdf(pages=201), "opptil 200."),
    "a table that leads nowhere": (pdf().replace(b"startxref\n", b"startxref\n1"), PRINT),
}


@pytest.mark.parametrize("what", NO_PDF)
def test_a_087_what_is_called_a_pdf_and_is_more_or_less_is_refused(
    either_site: Site, empty: Draft, what: str
) -> None:
    content, told = NO_PDF[what]
    assert told in refused(either_site, empty, "x.pdf", content)


def test_a_087_what_is_a_pdf_and_a_page_too_is_never_shown_here(ready: Draft) -> None:
    both = pdf("<html><script>alert(1)</script></html>")
    assert upload(ready, "x.pdf", both).status_code == 303
    file = ready.guest.get(links(ready)["x.pdf"])
    assert file.content == both
    told = file.headers
    assert told["content-type"] == "application/pdf"
    assert told["content-disposition"].startswith("attachment")
    assert told["content-security-policy"] == "default-src 'none'; sandbox"
    assert (told["x-content-type-options"], told["cache-control"]) == ("nosniff", "no-store")


WORD = {
    "macros": (hostile.with_macros(), "makroer"),
    "macro type": (hostile.macro_type(), "makroer"),
    "ole": (hostile.related("oleObject", "embeddings/a.bin"), "en annen fil inni"),
    "template": (
        hostile.related("attachedTemplate", "https://example.no/a.dotm", "External"), "henter noe fra et annet sted",
    ),
    "dde": (hostile.field_code(" DDEAUTO c:\\\\cmd.exe "), "henter noe fra et annet sted"),
    "a document behind the document": (
        hostile.main_part_elsewhere(BODY % hostile.DDE), "henter noe fra et annet sted",
    ),
    "a picture that is a header": (hostile.unread_part("h.png", "image/png", "header"), "en annen fil inni"),
    "macro button": (hostile.field_code(" MACROBUTTON a b "), "henter noe fra et annet sted"),
    "password": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "gammel eller har passord"),
    "two packages": (hostile.two_packages(), "tom eller skadet"),
    "no word": (photo(), "tom eller skadet"),
}  # fmt: skip


@pytest.mark.parametrize("what", WORD)
def test_a_087_a_word_file_that_is_more_than_text_is_refused(
    either_site: Site, empty: Draft, what: str
) -> None:
    content, told = WORD[what]
    assert told in refused(either_site, empty, "brev.docx", content)


def test_a_word_file_is_taken_and_handed_out_as_it_came(ready: Draft) -> None:
    sent = word()
    assert upload(ready, "brev.docx", sent).status_code == 303
    assert ready.guest.get(links(ready)["brev.docx"]).content == sent


def test_a_088_a_picture_of_too_many_dots_is_refused_before_it_is_read(
    either_site: Site, empty: Draft
) -> None:
    before = memory(either_site)
    assert len(hostile.flood()) < 30_000
    assert "Bildet er for stort" in refused(either_site, empty, "bilde.png", hostile.flood())
    assert max(memory(either_site)) - max(before) < 50 * MB


@pytest.mark.parametrize("name", ["bilde.jpg", "bilde.jpeg", "bilde.png"])
def test_a_088_what_a_photo_tells_of_place_and_time_is_not_kept(ready: Draft, name: str) -> None:
    sent = hostile.told_photo("PNG" if name.endswith("png") else "JPEG")
    assert b"Oppdiktet kamera" in sent
    assert upload(ready, name, sent).status_code == 303
    kept = ready.guest.get(links(ready)[name]).content
    assert b"Oppdiktet" not in kept
    with Image.open(BytesIO(kept)) as picture:
        assert not picture.getexif()
        assert picture.size == (40, 80), "and it is upright"


def test_what_was_typed_stays_when_a_file_is_refused(either_site: Site) -> None:
    draft = begin(either_site.visitor("stille"))
    draft.answer("role", {"submitter_role": "proxy", "staff_assistance": "no"})
    draft.answer("address-protection", {"address_protected": "no"})
    named = {"subject_no_id": "no_number", "subject_given_name": "Rask", "subject_family_name": "Havgløtt"}
    born = {"day": "14", "month": "3", "year": "2001"}
    draft.answer("subject", named | {f"subject_birth_date-{part}": one for part, one in born.items()})
    slug, question = "representative", "rep_document"
    typed = {
        "rep_authority": "power_of_attorney",
        "rep_document_when": "now",
        "rep_address-street": "Bjørkeveien 4",
    }
    files = [
        (question, ("låst.pdf", hostile.encrypted("hemmelig"), "a/b")),
        (question, ("god.pdf", pdf(), "a/b")),
        (question, ("brev.docx", word(), "a/b")),
    ]
    page = draft.guest.told(draft.step(slug)).controls | typed | {"_upload": question}
    answer = draft.guest.http.post(draft.step(slug), data=page, files=files)
    told = " ".join(answer.text.split())
    assert answer.status_code == 422
    assert 'value="Bjørkeveien 4"' in told
    assert told.count('href="#rep_document"') == 2, "each is told for itself"
    assert "låst.pdf: PDF-en er låst." in told
    assert "brev.docx: Vi kan ta imot PDF og bilder" in told
    assert ">god.pdf</a>" in told, "what can be taken is taken"
