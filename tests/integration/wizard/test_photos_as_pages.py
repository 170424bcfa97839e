"""Photos of a paper: small pictures to know them by, put in order, and made one tidy document of A4 pages."""

import re
import uuid
from io import BytesIO

import httpx
import pikepdf
import pypdfium2
import pytest
from PIL import Image
from sqlalchemy import select

from tests import behind, hostile, several
from tests.draft import Draft, begin
from tests.integration.wizard.test_attachments import STEP, links, upload
from tests.running_site import Site
from tests.sendable import pdf, word
from wizard.cases.filed import preview_place
from wizard.cases.kept_names import name_kept
from wizard.models import Attachment

A4 = (595.28, 841.89)
COLOURS = {"grønn": (0, 128, 0), "gul": (255, 255, 0), "svart": (0, 0, 0)}
"""Of photos that stand upright; a fourth lies, and is red at its top when it is turned."""
JPEG = b"\xff\xd8\xff"
BIND = {"_pages": f"{STEP}:bind"}


def coloured(colour: tuple[int, int, int]) -> bytes:
    made = BytesIO()
    Image.new("RGB", (600, 800), colour).save(made, "JPEG")
    return made.getvalue()


@pytest.fixture
def ready(either_site: Site) -> Draft:
    """Four photos of a paper and a letter, at the step that asks for files."""
    draft = begin(either_site.visitor("stille"))
    draft.fill(until=STEP)
    sent = {f"{name}.jpg": coloured(colour) for name, colour in COLOURS.items()}
    for name, content in (sent | {"liggende.jpg": hostile.told_photo(), "brev.pdf": pdf()}).items():
        assert upload(draft, name, content).status_code == 303
    return draft


def id_of(draft: Draft, name: str) -> str:
    return links(draft)[name].rsplit("/", 1)[1]


def up(draft: Draft, file_id: str) -> httpx.Response:
    return draft.answer(STEP, {"_pages": f"{STEP}:up:{file_id}"})


def stored(site: Site) -> set[str]:
    return {path.name for path in (site.folder / "files").rglob("*") if path.is_file()}


def shown(document: bytes) -> list[tuple[int, ...]]:
    """The colour in the middle of the upper half of each page's photo, to the nearest of full and none."""
    with pypdfium2.PdfDocument(document) as opened:
        pages = [page.render().to_pil().convert("RGB") for page in opened]
        found = [page.getpixel((page.width // 2, page.height // 2 - 30)) for page in pages]
        return [tuple(min(255, round(one / 128) * 128) for one in colour) for colour in found]


def test_photos_in_the_order_that_was_chosen_become_the_pages_of_one_document(
    either_site: Site, ready: Draft
) -> None:
    before, ids = stored(either_site), {name: id_of(ready, name) for name in links(ready)}
    lying = ids["liggende.jpg"]
    assert up(ready, lying).headers["location"].endswith(f"#{lying}")
    assert "Rekkefølgen er endret." in ready.see(STEP)
    for moved in (lying, ids["gul.jpg"], ids["gul.jpg"]):
        assert up(ready, moved).status_code == 303
    assert list(links(ready)) == ["gul.jpg", "grønn.jpg", "liggende.jpg", "svart.jpg", "brev.pdf"]
    assert ready.answer(STEP, {"_remove": f"{STEP}:{ids['svart.jpg']}"}).status_code == 303
    assert ready.answer(STEP, BIND).status_code == 303
    page = ready.see(STEP)
    assert "Dokument, 3 sider.pdf er lagt ved." in page
    assert "Samle bildene" not in page
    assert list(links(ready)) == ["brev.pdf", "Dokument, 3 sider.pdf"]
    document = ready.guest.get(links(ready)["Dokument, 3 sider.pdf"]).content
    with pikepdf.open(BytesIO(document)) as opened:
        assert opened.check_pdf_syntax() == []
        for one in opened.pages:
            assert [float(side) for side in one.mediabox[2:]] == pytest.approx(A4)
    assert shown(document) == [COLOURS["gul"], COLOURS["grønn"], (255, 0, 0)]
    with either_site.tools() as tools:
        made = name_kept(tools, uuid.UUID(id_of(ready, "Dokument, 3 sider.pdf")))
    assert stored(either_site) - before == {made}
    assert len(stored(either_site)) == len(before) - 3, "the photos are gone"


def test_a_photo_that_lies_is_turned_and_stays_in_its_place(either_site: Site, ready: Draft) -> None:
    before, old = stored(either_site), id_of(ready, "gul.jpg")
    for size in ((800, 600), (600, 800)):
        answer = ready.answer(STEP, {"_pages": f"{STEP}:turn:{id_of(ready, 'gul.jpg')}"})
        assert answer.headers["location"].endswith(f"#{links(ready)['gul.jpg'].rsplit('/', 1)[1]}")
        with Image.open(BytesIO(ready.guest.get(links(ready)["gul.jpg"]).content)) as turned:
            assert turned.size == size
    assert list(links(ready)) == ["grønn.jpg", "gul.jpg", "svart.jpg", "liggende.jpg", "brev.pdf"]
    assert len(stored(either_site)) == len(before)
    for gone in (old, id_of(ready, "brev.pdf")):
        assert ready.answer(STEP, {"_pages": f"{STEP}:turn:{gone}"}).status_code == 303
    assert len(stored(either_site)) == len(before)


def test_what_cannot_be_moved_or_bound_stays_as_it_is(either_site: Site, ready: Draft) -> None:
    ids = {name: id_of(ready, name) for name in links(ready)}
    for still in (ids["grønn.jpg"], ids["brev.pdf"], str(uuid.uuid4())):
        assert up(ready, still).status_code == 303
    for nonsense in ("up:../x", "up", "down", "bind:x:y", ""):
        assert ready.answer(STEP, {"_pages": f"{STEP}:{nonsense}"}).status_code == 400
    for question in ("ingen", "need_description"):
        assert ready.answer(STEP, {"_pages": f"{question}:bind"}).status_code == 400
    assert list(links(ready)) == list(ids)
    for name in ("grønn.jpg", "gul.jpg", "svart.jpg"):
        assert ready.answer(STEP, {"_remove": f"{STEP}:{ids[name]}"}).status_code == 303
    assert ready.answer(STEP, BIND).status_code == 303
    assert list(links(ready)) == ["liggende.jpg", "brev.pdf"], "one photo needs no binding"
    assert other_of(either_site, ready) == 404


def other_of(site: Site, draft: Draft) -> int:
    """What somebody else is answered who would bind them."""
    other = site.visitor("myk")
    page = other.told(f"{other.at}/mine-saker").controls
    return other.http.post(draft.step(STEP), data=page | BIND).status_code


def test_each_file_is_known_again_by_a_small_picture_that_only_its_writer_gets(
    either_site: Site, ready: Draft
) -> None:
    found = dict(re.findall(r'src="([^"]*/lite-bilde)"\s+alt="Slik ser ([^"]*) ut"', ready.see(STEP)))
    assert list(found.values()) == ["grønn.jpg", "gul.jpg", "svart.jpg", "liggende.jpg", "brev.pdf"]
    for address in found:
        answer = ready.guest.get(address)
        assert answer.headers["content-type"] == "image/jpeg"
        assert answer.headers["content-security-policy"] == "default-src 'none'; sandbox"
        assert answer.headers["cache-control"] == "no-store"
        with Image.open(BytesIO(answer.content)) as picture:
            assert max(picture.size) <= 240
            assert not picture.getexif()
        assert either_site.visitor("myk").get(address).status_code == 404
    upload(ready, "brev.docx", word())
    assert ready.see(STEP).count("/lite-bilde") == 5, "a Word file is known by its name"


def test_small_pictures_are_sealed(either_site: Site, ready: Draft) -> None:
    file_id = uuid.UUID(id_of(ready, "gul.jpg"))
    with either_site.tools() as tools, tools.store.read() as db:
        sealed = db.scalar(select(Attachment.sealed_preview).where(Attachment.id == file_id))
        assert sealed
        assert JPEG not in sealed
        assert tools.vault.open(sealed, preview_place(file_id)).startswith(JPEG)


@pytest.mark.parametrize("pressed", ["up", "turn", "bind"])
def test_whoever_has_signed_has_signed_those_photos_in_that_order(site: Site, pressed: str) -> None:
    parent = site.visitor("myk")
    draft = several.filled_for(
        parent, site.visitor("frisk").invented, representative={"rep_authority": "none"}
    )
    for name in ("gul", "svart"):
        assert upload(draft, f"{name}.jpg", coloured(COLOURS[name])).status_code == 303
    assert draft.answer(STEP, {}).status_code == 303
    assert several.wait(draft).status_code == 303
    assert behind.events(site, draft)[-1] == "signed"
    change = ":bind" if pressed == "bind" else f":{pressed}:{id_of(draft, 'svart.jpg')}"
    assert draft.answer(STEP, {"_pages": f"{STEP}{change}"}).status_code == 303
    assert behind.events(site, draft)[-1] == "signatures_voided"
