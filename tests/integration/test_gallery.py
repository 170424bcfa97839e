"""The gallery and the verifier, as commands: what they write is what docgen takes, and what its seal vouches for.

The gallery is made of one municipality that offers everything; ``make soak`` makes the documents of all of them.
"""

import json
import logging
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from PIL import Image
from pydantic import SecretStr

from docgen.__main__ import LOUD, main
from docgen.app import create_app
from docgen.complete import docx_text
from docgen.contract import DOCX, PDF, DocumentRequest
from docgen.door import read
from docgen.make import make_pdf
from docgen.seal import SealingKey
from docgen.sealing_key import make_once
from docgen.settings import Settings
from forms.journeys.registry import journey, journeys
from forms.municipality import municipality
from tests.unit.docgen.asking import sample
from wizard.gallery import CODES, offered, told, write

VEIVISER = Path(sys.executable).parent / "veiviser"
TOKEN = "invented"
PLACE = "namsos"


def sealing_in(folder: Path) -> dict[str, str]:
    return {
        "DOCGEN_SEAL_FILE": str(folder / "seal.p12"),
        "DOCGEN_SEAL_PASSPHRASE": TOKEN,
        "DOCGEN_SEAL_MAKE": "true",
    }


@pytest.fixture(scope="module")
def gallery(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("gallery")
    made = subprocess.run(
        [VEIVISER, "gallery", folder, PLACE],
        env=os.environ | sealing_in(folder),
        capture_output=True,
        text=True,
        check=False,
    )
    assert made.returncode == 0, made.stderr
    return folder


@pytest.fixture
def asked() -> Iterator[CliRunner]:
    """The command of docgen, which the command ``veiviser`` hands its arguments to, without a process of its own."""
    loggers = [logging.getLogger(name) for name in LOUD]
    levels = [one.level for one in loggers]
    yield CliRunner()
    for one, level in zip(loggers, levels, strict=True):
        one.setLevel(level)


def test_every_journey_is_offered_there() -> None:
    assert set(municipality(PLACE).journeys) == set(journeys())


@pytest.fixture(scope="module")
def requests(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """What the gallery sends to docgen, of all municipalities."""
    return list(write(tmp_path_factory.mktemp("requests")))


def test_every_form_of_the_municipality_is_there_in_every_language(gallery: Path) -> None:
    expected = {
        gallery / one.id / f"{slug}{which[0]}.{code}{which[1]}{suffix}"
        for one, slug in offered({PLACE})
        for code in CODES
        for which in (*((name, "") for name in told(slug, one.id)), ("", ".blank"))
        for suffix in (".json", ".pdf", ".docx", ".png")
    }
    assert expected == {path for path in gallery.rglob("*") if path.is_file() and path.parent != gallery}


def test_the_contact_sheet_shows_each_document_and_links_to_it(gallery: Path) -> None:
    page = (gallery / "index.html").read_text()
    linked = set(re.findall(r'(?:href|src)="([^"#]+)"', page))
    files = {path.relative_to(gallery) for path in gallery.rglob("*") if path.parent != gallery}
    assert linked == {str(path) for path in files if path.suffix in {".pdf", ".docx", ".png"}}
    for path in gallery.rglob("*.png"):
        with Image.open(path) as picture:
            assert picture.size[0] >= 380
            assert len(set(picture.convert("L").tobytes())) > 20, "something is on it"


def test_the_contact_sheet_begins_with_a_list_that_leads_to_each_journey_of_each_municipality(
    gallery: Path,
) -> None:
    page = (gallery / "index.html").read_text()
    contents = page.partition("<nav")[2].partition("</nav>")[0]
    led_to = re.findall(r'href="#([^"]+)"', contents)
    assert set(led_to) == {PLACE, *(f"{one.id}-{slug}" for one, slug in offered({PLACE}))}
    assert set(led_to) <= set(re.findall(r'\bid="([^"]+)"', page))


def test_on_the_contact_sheet_three_filled_in_stand_over_three_blank_in_their_languages(
    gallery: Path,
) -> None:
    page = (gallery / "index.html").read_text()
    rows = [
        re.findall(r'href="([^"]+)\.pdf" hreflang="(\w+)"', row.partition("</ul>")[0])
        for row in page.split('<ul class="prints">')[1:]
    ]
    assert rows == [
        [(f"{one.id}/{slug}{name}.{code}{blank}", code) for name in names for code in CODES]
        for one, slug in offered({PLACE})
        for names, blank in ((told(slug, one.id), ""), (("",), ".blank"))
    ]
    for one, slug in offered({PLACE}):
        assert f'id="{one.id}-{slug}" lang="nb">{one.name}: {journey(slug).title}<' in page


def test_every_form_of_every_municipality_is_asked_for_in_every_language(requests: list[Path]) -> None:
    assert len(set(requests)) == len(requests)
    assert {f"{path.parent.name}/{path.name}" for path in requests} == {
        f"{one.id}/{slug}{which[0]}.{code}{which[1]}.json"
        for one, slug in offered()
        for code in CODES
        for which in (*((name, "") for name in told(slug, one.id)), ("", ".blank"))
    }


def test_each_request_is_byte_for_byte_what_docgen_takes(requests: list[Path]) -> None:
    for path in requests:
        body = path.read_bytes()
        assert read(body).canonical() == body


def test_docgen_answers_each_journey_in_one_municipality_after_the_other(
    gallery: Path, requests: list[Path]
) -> None:
    """Each once, filled in and blank; as the PDF and as the Word file by turns, since the gallery has both of each."""
    settings = Settings(
        tokens=(SecretStr(TOKEN),), seal_file=gallery / "seal.p12", seal_passphrase=SecretStr(TOKEN)
    )
    docgen = create_app(settings).test_client()
    found: dict[str, list[Path]] = {}
    for path in sorted(one for one in requests if ".nb." in one.name):
        found.setdefault(path.name, []).append(path)
    for number, paths in enumerate(found.values()):
        path, media_type = paths[number % len(paths)], (PDF, DOCX)[number // 2 % 2]
        headers = {"Authorization": f"Bearer {TOKEN}", "Accept": media_type}
        answer = docgen.post(
            "/v1/documents", data=path.read_bytes(), headers=headers, content_type="application/json"
        )
        assert answer.status_code == 200, path


@pytest.mark.parametrize(
    ("code", "original", "copy"),
    [
        ("nb", "PDF-filen er originalen", "Word-filen er en arbeidskopi uten segl"),
        ("nn", "PDF-fila er originalen", "Word-fila er ein arbeidskopi utan segl"),
        ("en", "The PDF file is the original", "The Word file is a working copy without a seal"),
    ],
)
def test_the_word_file_says_that_it_is_a_working_copy_of_the_sealed_original(
    gallery: Path, code: str, original: str, copy: str
) -> None:
    said = docx_text((gallery / PLACE / f"coordination.{code}.docx").read_bytes())
    assert original in said
    assert copy in said


def test_a_document_is_in_its_language_from_the_declarations_to_the_seal(gallery: Path) -> None:
    contents = [
        json.loads((gallery / PLACE / f"coordination.{code}.json").read_text())["content"] for code in CODES
    ]
    assert len({one["labels"]["seal_text"] for one in contents}) == len(CODES)
    assert len({one["declarations"][1] for one in contents}) == len(CODES)


def verified(asked: CliRunner, folder: Path, file: Path) -> Result:
    return asked.invoke(main, ["verify", str(file)], env=sealing_in(folder))


def test_the_verifier_vouches_for_a_sealed_file(gallery: Path, asked: CliRunner) -> None:
    found = verified(asked, gallery, gallery / PLACE / "coordination.nb.pdf")
    assert found.exit_code == 0
    report = json.loads(found.stdout)
    assert report["genuine"] is True
    request = DocumentRequest.model_validate_json((gallery / PLACE / "coordination.nb.json").read_bytes())
    assert (report["content_sha256"], report["request_sha256"]) == (
        request.content.sha256(),
        request.sha256(),
    )


def test_the_verifier_vouches_for_a_blank_form_too(gallery: Path, asked: CliRunner) -> None:
    found = verified(asked, gallery, gallery / PLACE / "coordination.nb.blank.pdf")
    assert found.exit_code == 0
    report = json.loads(found.stdout)
    body = (gallery / PLACE / "coordination.nb.blank.json").read_bytes()
    assert (report["content_sha256"], report["request_sha256"]) == (None, read(body).sha256())


def test_the_verifier_vouches_for_no_other_file(gallery: Path, tmp_path: Path, asked: CliRunner) -> None:
    """All sorts of changes are tried in docgen/test_verify.py."""
    path = tmp_path / "changed.pdf"
    whole = (gallery / PLACE / "coordination.nb.pdf").read_bytes()
    path.write_bytes(whole.replace(b"/Type", b"/Tipe", 1))
    found = verified(asked, gallery, path)
    assert found.exit_code == 1
    assert json.loads(found.stdout)["genuine"] is False


@pytest.fixture
def elsewhere(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """An empty folder in which one stands, with nothing of docgen's set."""
    for name in [one for one in os.environ if one.startswith("DOCGEN_")]:
        monkeypatch.delenv(name)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("options", [[], ["--data", "nowhere"]], ids=["its own", "a demo's"])
def test_the_verifier_makes_no_key_and_says_that_it_has_none(
    gallery: Path, elsewhere: Path, asked: CliRunner, options: list[str]
) -> None:
    found = asked.invoke(main, ["verify", *options, str(gallery / PLACE / "coordination.nb.pdf")])
    assert (found.exit_code, found.stdout) == (2, "")
    assert re.fullmatch(r"Error: The file was not judged, because [^.]*\.\n", found.stderr)
    assert list(elsewhere.iterdir()) == []


@pytest.fixture(scope="module")
def sampled() -> DocumentRequest:
    """Read before one stands elsewhere."""
    return sample()


def test_the_verifier_judges_by_the_key_of_the_demo_whose_folder_is_given(
    sampled: DocumentRequest, elsewhere: Path, asked: CliRunner
) -> None:
    make_once(elsewhere / "data" / "seal.p12", b"demo")
    sealed = make_pdf(sampled, SealingKey.load(elsewhere / "data" / "seal.p12", b"demo"))
    for name, whole, code in (
        ("-whole.pdf", sealed, 0),
        ("broken.pdf", sealed[:-400], 1),
        ("no.pdf", b"%PDF-1.7", 1),
    ):
        (elsewhere / name).write_bytes(whole)
        found = asked.invoke(main, ["verify", "--data", "data", "--", name])
        assert (found.exit_code, found.stderr) == (code, "")
        assert json.loads(found.stdout)["genuine"] is (code == 0)
    make_once(elsewhere / "other" / "seal.p12", b"demo")
    # what the whole command says is what docgen's says
    command: list[str | Path] = [VEIVISER, "verify", "--data", "other", "--", "-whole.pdf"]
    ended = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (ended.returncode, ended.stderr) == (1, "")
    assert json.loads(ended.stdout)["ours"] is False
