"""Files that follow a form: taken, shown, handed out, refused, taken away."""

import base64
import re
import uuid
import zlib
from pathlib import Path

import httpx
import pillow_heif
import pytest

from tests.draft import Draft, told
from tests.guest import hidden
from tests.running_site import Site
from tests.sendable import pdf, photo
from wizard.cases.kept_names import name_kept

PDF = pdf()
PNG = photo()
SECRET = pdf("bytes that must lie sealed " * 10)
STEP = "attachments"


@pytest.fixture
def ready(draft: Draft) -> Draft:
    """At the step that asks for files."""
    draft.fill(until=STEP)
    return draft


def upload(draft: Draft, name: str, content: bytes, **extra: str) -> httpx.Response:
    page = draft.guest.told(draft.step(STEP)).controls
    data = page | {"_upload": STEP} | extra
    return draft.guest.http.post(draft.step(STEP), data=data, files={STEP: (name, content, "text/html")})


def links(draft: Draft) -> dict[str, str]:
    """The files that the step shows, by name, with their addresses."""
    page = draft.see(STEP)
    return {name: address for address, name in re.findall(r'href="([^"]*/vedlegg/[^"]*)">([^<]*)</a>', page)}


def test_a_file_is_taken_shown_and_handed_out_as_a_download(ready: Draft) -> None:
    answer = upload(ready, "Brev fra lærer æøå.pdf", PDF)
    assert answer.headers["location"] == f"{ready.step(STEP)}#{STEP}"
    address = links(ready)["Brev fra lærer æøå.pdf"]
    file = ready.guest.get(address)
    assert file.content == PDF
    assert file.headers["content-type"] == "application/pdf"
    assert file.headers["content-disposition"].startswith("attachment")
    assert (
        "filename*=UTF-8''Brev%20fra%20l%C3%A6rer%20%C3%A6%C3%B8%C3%A5.pdf"
        in file.headers["content-disposition"]
    )
    assert "sandbox" in file.headers["content-security-policy"]
    assert file.headers["cache-control"] == "no-store"
    assert "Brev" not in address


def test_a_photo_of_an_iphone_is_kept_as_one_that_every_office_can_open(ready: Draft) -> None:
    pillow_heif.register_heif_opener()
    assert upload(ready, "IMG_0001 æ.HEIC", photo("HEIF")).status_code == 303
    kept = ready.guest.get(links(ready)["IMG_0001 æ.jpg"])
    assert kept.headers["content-type"] == "image/jpeg"
    assert kept.content.startswith(b"\xff\xd8\xff")


def test_a_file_of_another_kind_is_refused_in_the_same_words_by_the_browser(ready: Draft) -> None:
    (said,) = re.findall(r'data-other-kind="([^"]*)"', ready.see(STEP))
    assert said.endswith("Lagre filen som PDF, og prøv igjen.")
    assert said in upload(ready, "notat.txt", b"x" * 100).text


def test_an_upload_and_a_removal_are_told_once_by_the_step(ready: Draft) -> None:
    upload(ready, "Brev & svar.pdf", PDF)
    assert "Brev &amp; svar.pdf er lagt ved." in ready.see(STEP)
    assert "er lagt ved." not in ready.see(STEP)
    removal = f"{STEP}:{links(ready)['Brev &amp; svar.pdf'].rsplit('/', 1)[1]}"
    assert ready.answer(STEP, {"_remove": removal}).status_code == 303
    assert "Filen er fjernet." in ready.see(STEP)
    assert "Filen er fjernet." not in ready.see(STEP)


def test_what_is_told_of_a_file_leaves_its_name_out_of_the_cookie(ready: Draft) -> None:
    upload(ready, "Brev om Stille.pdf", PDF)
    plain = base64.urlsafe_b64decode(ready.guest.cookie.lstrip(".").split(".")[0] + "===")
    said = zlib.decompress(plain) if ready.guest.cookie.startswith(".") else plain
    assert b"attached" in said
    assert b"Brev" not in said


def test_an_upload_without_a_file_says_so_at_the_field(ready: Draft) -> None:
    answer = upload(ready, "", b"")
    assert answer.status_code == 422
    assert answer.text.count("Du har ikke valgt noen fil.") == 2
    assert f'href="#{STEP}"' in answer.text
    assert "er lagt ved." not in answer.text
    page = ready.guest.told(ready.step(STEP)).controls | {"_upload": "noe annet"}
    assert ready.guest.http.post(ready.step(STEP), data=page).status_code == 400


def test_files_are_in_the_review_in_what_is_sent_and_at_the_office(site: Site, ready: Draft) -> None:
    upload(ready, "uttalelse.png", PNG)
    walk = ready.walk(told())
    assert ready.answer(STEP, {}).status_code == 303
    after = walk.path[[step.slug for step in walk.path].index(STEP) + 1 :]
    for step in after:
        ready.answer(step.slug, {})
    assert "uttalelse.png" in ready.review()
    assert ready.send().status_code == 303
    office = ready.path.replace("/sak/", "/kontor/sak/")
    page = site.visitor("lun").get(office).text
    assert "uttalelse.png" in page
    found = re.search(r'href="([^"]*/kontor/[^"]*/vedlegg/[^"]*)"', page)
    assert found
    assert site.visitor("lun").get(found[1]).content == PNG
    assert site.visitor("klar", "kristiansand").get(found[1]).status_code == 404


REFUSED = [
    ("skript.html", b"<html>" * 40, "PDF, Word (DOCX) og bilder"),
    ("program.exe", b"MZ" * 60, "PDF, Word (DOCX) og bilder"),
    ("uten ending", PDF, "PDF, Word (DOCX) og bilder"),
    ("brev.pdf.exe", PDF, "PDF, Word (DOCX) og bilder"),
    ("program.pdf", b"MZ" * 60, "tom eller skadet"),
    ("tegning.svg", b"<svg/>" * 40, "PDF, Word (DOCX) og bilder"),
    ("bilde.png", PDF, "tom eller skadet"),
    ("tom.pdf", b"", "tom eller skadet"),
    ("kort.pdf", b"%PDF-1.7", "tom eller skadet"),
    ("stor.pdf", pdf(size=10_000_001), "for stor"),
]


@pytest.mark.parametrize(("name", "content", "reason"), REFUSED, ids=[name for name, _, _ in REFUSED])
def test_what_cannot_be_taken_is_refused_at_the_field(
    site: Site, ready: Draft, name: str, content: bytes, reason: str
) -> None:
    files = sorted(path for path in (site.folder / "files").rglob("*") if path.is_file())
    with site.unchanged():
        answer = upload(ready, name, content)
    assert answer.status_code == 422
    assert reason in answer.text
    assert f'href="#{STEP}"' in answer.text
    assert "Filen ble ikke lagt ved" in answer.text
    assert "Du kan gå videre uten den." in answer.text
    assert sorted(path for path in (site.folder / "files").rglob("*") if path.is_file()) == files


def test_of_several_each_is_taken_or_refused_for_itself_and_by_its_name(ready: Draft) -> None:
    sent = {"god.pdf": PDF, "stor.pdf": pdf(size=10_000_001), "skript.html": b"<html>" * 40}
    page = ready.guest.told(ready.step(STEP)).controls | {"_upload": STEP}
    files = [(STEP, (name, content, "a/b")) for name, content in sent.items()]
    answer = ready.guest.http.post(ready.step(STEP), data=page, files=files)
    assert answer.status_code == 422
    for words in ("stor.pdf: Filen er for stor.", "skript.html: Vi kan ta imot PDF"):
        assert answer.text.count(words) == 2, "at the field, and over the form"
    assert "god.pdf er lagt ved." in answer.text
    assert "Disse filene ble ikke lagt ved" in answer.text
    assert "Rett opp dette før du går videre" not in answer.text
    assert list(links(ready)) == ["god.pdf"]


def stored(site: Site, file_id: str) -> Path:
    with site.tools() as tools:
        name = name_kept(tools, uuid.UUID(file_id))
    return site.folder / "files" / name[:2] / name


def test_a_file_is_taken_away_with_its_bytes(site: Site, ready: Draft) -> None:
    upload(ready, "feil.pdf", PDF)
    address = links(ready)["feil.pdf"]
    file_id = address.rsplit("/", 1)[1]
    path = stored(site, file_id)
    assert path.exists()
    assert ready.answer(STEP, {"_remove": f"{STEP}:{file_id}"}).status_code == 303
    assert not path.exists()
    assert ready.guest.get(address).status_code == 404
    assert links(ready) == {}
    with site.unchanged():
        assert ready.answer(STEP, {"_remove": f"{STEP}:{file_id}"}).status_code == 303
        assert ready.answer(STEP, {"_remove": f"{STEP}:../../x"}).status_code == 400


def test_deleting_the_draft_deletes_the_files_bytes(site: Site, ready: Draft) -> None:
    upload(ready, "brev.pdf", PDF)
    file_id = links(ready)["brev.pdf"].rsplit("/", 1)[1]
    path = stored(site, file_id)
    assert path.exists()
    assert ready.guest.post(f"{ready.path}/slett").status_code == 303
    assert not path.exists()


def test_there_is_an_end_to_how_many_files_are_taken(site: Site, ready: Draft) -> None:
    for number in range(10):
        assert upload(ready, f"{number}.pdf", PDF).status_code == 303
    with site.unchanged():
        answer = upload(ready, "for mange.pdf", PDF)
    assert answer.status_code == 422
    assert "10 filer" in answer.text
    assert len(links(ready)) == 10


def test_a_file_to_a_question_that_takes_none_is_refused(site: Site, ready: Draft) -> None:
    page = ready.guest.told(ready.step("need")).controls
    with site.unchanged():
        for question in ("need_description", "ingen", "__class__"):
            files = {question: ("brev.pdf", PDF, "application/pdf")}
            answer = ready.guest.http.post(ready.step("need"), data=page, files=files)
            assert answer.status_code == 400


def upload_all(draft: Draft, question: str, sizes: list[int], **typed: str) -> httpx.Response:
    """Files of these sizes in one form, by a browser that sends the text after them too."""
    step = "representative" if question == "rep_document" else STEP
    page = draft.guest.told(draft.step(step)).controls
    files = [(question, (f"{n}.pdf", pdf(size=size), "a/b")) for n, size in enumerate(sizes)]
    return draft.guest.http.post(draft.step(step), data=page | typed, files=files)


def test_as_much_as_the_page_says_is_taken_at_once(ready: Draft) -> None:
    assert "Word (DOCX) eller bilder. Opptil 10 filer. Hver fil kan være på opptil 10 MB." in " ".join(
        ready.see(STEP).split()
    )
    answer = upload_all(ready, STEP, [10_000_000] * 10, _upload=STEP)
    assert answer.status_code == 303
    assert len(links(ready)) == 10
    assert ready.guest.post(f"{ready.path}/slett").status_code == 303, (
        "a hundred million bytes hold any short word"
    )


@pytest.mark.parametrize("sizes", [[10_000_000] * 12, [130_000_000]], ids=["many", "one"])
def test_more_than_can_be_taken_is_told_at_the_field_and_the_text_stays(
    site: Site, draft: Draft, sizes: list[int]
) -> None:
    draft.answer("role", {"submitter_role": "proxy", "staff_assistance": "no"})
    draft.answer("address-protection", {"address_protected": "no"})
    named = {"subject_no_id": "no_number", "subject_given_name": "Rask", "subject_family_name": "Havgløtt"}
    born = {"day": "14", "month": "3", "year": "2001"}
    draft.answer("subject", named | {f"subject_birth_date-{part}": one for part, one in born.items()})
    paper = {"rep_authority": "power_of_attorney", "rep_document_when": "now", "copy_to": "proxy"}
    with site.unchanged():
        answer = upload_all(draft, "rep_document", sizes, **paper, **{"rep_address-street": "Bjørkeveien 4"})
    assert answer.status_code == 413
    assert answer.text.count("Filene er for store. Hver fil kan være på opptil 10 MB.") == 2
    assert 'href="#rep_document"' in answer.text
    assert 'value="Bjørkeveien 4"' in answer.text
    fresh = [(name, hidden(answer.text, name)) for name in ("csrf_token", "version")]
    kept = draft.guest.submit(
        draft.step("representative"), [*fresh, *paper.items(), ("_upload", "rep_document")]
    )
    assert kept.status_code == 422, "the page that was shown can be sent"


def test_what_is_too_large_and_no_form_is_refused(site: Site, ready: Draft) -> None:
    kind = {"Content-Type": "multipart/form-data; boundary=x"}
    for start in (
        b"--x\r\nnonsense\r\n\r\n",
        b"no part at all ",
        b"--x\r\nContent-Disposition: form-data\r\n\r\n",
    ):
        with site.unchanged():
            answer = ready.guest.http.post(
                ready.step(STEP), content=start.ljust(111_000_000, b"x"), headers=kind
            )
        assert answer.status_code == 413
