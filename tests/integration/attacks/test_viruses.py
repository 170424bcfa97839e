"""Attack A-090 and fault F-28: a file with a virus is refused by every way in; what nobody could screen waits."""

import base64
import re
import struct
import tempfile
import zlib
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path

import httpx
import pytest
from PIL import Image

from tests import behind, counter, paper_form
from tests.clamav import EICAR, ClamAv
from tests.draft import Draft, begin, told
from tests.drawn import png
from tests.integration.attacks.test_uploads import refused
from tests.integration.handover.world import until
from tests.integration.wizard.test_attachments import STEP, links, upload
from tests.integration.wizard.test_counter_signing import DRAWN, PAPER, confirm, confirmed
from tests.integration.wizard.test_counter_signing import upload as scan
from tests.integration.wizard.test_own_data import taken
from tests.integration.wizard.test_own_data import told as own_data
from tests.running_site import Site
from tests.sendable import pdf, word
from wizard.cases.standing import FILE_INFECTED

VIRUS = "Det er virus i filen, så vi har ikke tatt imot den."
INFECTED_PDF = pdf(EICAR.decode())


def commented() -> bytes:
    """A photo that says it in a remark, which is gone when the photo is made anew."""
    made = BytesIO()
    Image.new("RGB", (60, 40), "white").save(made, "JPEG", comment=EICAR)
    return made.getvalue()


def drawn() -> str:
    """A drawn signature that says it beside its dots."""
    whole, body = png(), b"tEXtComment\0" + EICAR
    chunk = struct.pack(">I", len(body) - 4) + body + struct.pack(">I", zlib.crc32(body))
    return "data:image/png;base64," + base64.b64encode(whole[:-12] + chunk + whole[-12:]).decode()


@pytest.fixture
def unscreened_site(database_url: str) -> Iterator[tuple[Site, ClamAv]]:
    """Its clamd is not there until the test starts it."""
    clamav = ClamAv(Path(tempfile.mkdtemp(prefix="veiviser-clamav-")))
    with Site(Path(tempfile.mkdtemp(prefix="veiviser-unscreened-")), database_url, clamav.socket) as site:
        yield site, clamav


def ready(site: Site) -> Draft:
    draft = begin(site.visitor("stille"))
    draft.fill(until=STEP)
    return draft


def go_on(draft: Draft) -> None:
    """Past the files, to the end."""
    slugs = [step.slug for step in draft.walk(told()).path]
    for slug in slugs[slugs.index(STEP) :]:
        assert draft.answer(slug, {}).status_code == 303


def test_a_090_a_virus_in_any_kind_of_file_is_refused_in_plain_words(either_site: Site) -> None:
    draft = ready(either_site)
    assert "PDF, Word (DOCX) og bilder" in refused(either_site, draft, "eicar.txt", EICAR)
    in_word = word({"docProps/note.bin": EICAR})
    for name, content in {"a.docx": in_word, "a.pdf": INFECTED_PDF, "a.jpg": commented()}.items():
        assert VIRUS in refused(either_site, draft, name, content), name
    assert links(draft) == {}


def test_a_090_a_virus_in_what_is_scanned_or_drawn_at_the_counter_is_refused(either_site: Site) -> None:
    signed, on_paper = (counter.begun(either_site.visitor("fin")) for _ in range(2))
    signed.complete()
    on_paper.complete()
    confirmed(on_paper, PAPER)
    registered = paper_form.begin_paper(either_site.visitor("lun")).write_down()
    tries: list[Callable[[], httpx.Response]] = [
        lambda: confirm(signed, DRAWN | {"drawing": drawn()}),
        lambda: scan(on_paper, "ark.pdf", INFECTED_PDF),
        lambda: registered.scanned(content=INFECTED_PDF),
    ]
    with either_site.unchanged():
        answers = [one() for one in tries]
    assert [VIRUS in " ".join(one.text.split()) for one in answers] == [True, True, True]


def told_its_owner(draft: Draft) -> bool:
    """Whether the case and the list of cases say that the office did not get the file, and what to do."""
    case, mine = draft.guest.get(draft.path).text, draft.guest.get(f"{draft.guest.at}/mine-saker").text
    told = "Vi fant virus i en fil, og ingen kan åpne den.", "Det er virus i «syk.pdf».", "Send ny kopi"
    return all(words in case for words in told) and "Kontoret har ikke fått alle filene du sendte." in mine


def own_copy(draft: Draft) -> tuple[list[bytes], list[str]]:
    """The files in the citizen's own copy of all, and why others are not there."""
    found = taken(draft.guest)
    known = own_data(found)
    return [content for name, content in found.items() if "/vedlegg/" in name], list(known["absent"].values())


def test_a_090_f_28_while_the_scanner_is_down_files_wait_and_nobody_gets_them(
    unscreened_site: tuple[Site, ClamAv],
) -> None:
    site, clamav = unscreened_site
    sent, kept = ready(site), ready(site)
    for draft in (sent, kept):
        assert upload(draft, "god.pdf", pdf()).status_code == 303
        assert upload(draft, "syk.pdf", INFECTED_PDF).status_code == 303
    page = sent.see(STEP)
    assert "Vi sjekker filen for virus. Det kan ta litt tid. Du kan gå videre imens." in page
    assert page.count("Sjekkes for virus") == 2
    assert "lite-bilde" not in page
    assert links(sent) == {}, "what cannot be opened is no link"
    good, bad = re.findall(rf'value="{STEP}:([0-9a-f-]{{36}})"', page)
    go_on(sent)
    go_on(kept)
    assert sent.send().status_code == 303, "nobody misses a deadline by it"

    office, at_office = site.visitor("lun"), sent.path.replace("/sak/", "/kontor/sak/")
    assert office.get(at_office).text.count("Sjekkes for virus") == 2
    for guest, path in ((sent.guest, sent.path), (office, at_office)):
        answer = guest.get(f"{path}/vedlegg/{good}")
        assert (answer.status_code, answer.headers["retry-after"]) == (409, "60")
        assert "Vi sjekker filen for virus" in answer.text

    assert own_copy(sent) == ([], ["not_screened_yet"] * 4)

    worker = site.start_worker()
    with clamav:
        until(lambda: FILE_INFECTED in behind.events(site, sent))
        until(lambda: "Sjekkes for virus" not in kept.see(STEP))
    worker.terminate()

    assert office.get(f"{at_office}/vedlegg/{good}").content == pdf()
    read = office.get(at_office).text
    assert all(words in read for words in ("Virus i en fil", "Virus: kan ikke åpnes"))
    for guest, path in ((sent.guest, sent.path), (office, at_office)):
        answer = guest.get(f"{path}/vedlegg/{bad}")
        assert answer.status_code == 403
        assert EICAR not in answer.content
        assert "Det er virus i filen" in answer.text
    assert own_copy(sent) == ([pdf(), pdf()], ["infected"] * 2)
    assert told_its_owner(sent)
    assert list(links(kept)) == ["god.pdf"]
    assert kept.see(STEP).count("lite-bilde") == 1
    assert "Det er virus i «syk.pdf». Fjern filen." in kept.answer(STEP, {}).text
    assert kept.send().status_code != 200
    assert {FILE_INFECTED, "submitted"}.isdisjoint(behind.events(site, kept))
