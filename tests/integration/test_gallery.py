"""The gallery and the verifier, as commands: what they write is what docgen takes, and what its seal vouches for."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image
from pydantic import SecretStr

from docgen.app import create_app
from docgen.complete import docx_text
from docgen.contract import DOCX, PDF, DocumentRequest
from docgen.door import read
from docgen.make import make_pdf
from docgen.seal import SealingKey
from docgen.sealing_key import make_once
from docgen.settings import Settings
from forms.journeys.registry import journey
from forms.municipality import municipalities
from tests.unit.docgen.asking import sample
from wizard.gallery import CODES, offered, told

VEIVISER = Path(sys.executable).parent / "veiviser"
TOKEN = "invented"


def veiviser(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    environment = os.environ | {
        "DOCGEN_SEAL_FILE": str(folder / "seal.p12"),
        "DOCGEN_SEAL_PASSPHRASE": TOKEN,
        "DOCGEN_SEAL_MAKE": "true",
    }
    return subprocess.run(
        [VEIVISER, *arguments], env=environment, capture_output=True, text=True, check=False
    )


@pytest.fixture(scope="module")
def gallery(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("gallery")
    made = veiviser(folder, "gallery", str(folder))
    assert made.returncode == 0, made.stderr
    return folder


def test_every_form_of_every_municipality_is_there_in_every_language(gallery: Path) -> None:
    expected = {
        gallery / one.id / f"{slug}{which[0]}.{code}{which[1]}{suffix}"
        for one, slug in offered()
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
    assert set(led_to) == {*municipalities(), *(f"{one.id}-{slug}" for one, slug in offered())}
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
        for one, slug in offered()
        for names, blank in ((told(slug, one.id), ""), (("",), ".blank"))
    ]
    for one, slug in offered():
        assert f'id="{one.id}-{slug}" lang="nb">{one.name}: {journey(slug).title}<' in page


@pytest.fixture(scope="module")
def covering(gallery: Path) -> list[Path]:
    """Each journey once, filled in and blank, in one municipality after the other."""
    found: dict[str, list[Path]] = {}
    for path in sorted(gallery.rglob("*.nb*.json")):
        found.setdefault(path.name, []).append(path)
    return [paths[number % len(paths)] for number, paths in enumerate(found.values())]


def test_each_request_is_byte_for_byte_what_docgen_takes(gallery: Path, covering: list[Path]) -> None:
    settings = Settings(
        tokens=(SecretStr(TOKEN),), seal_file=gallery / "seal.p12", seal_passphrase=SecretStr(TOKEN)
    )
    docgen = create_app(settings).test_client()
    for path in gallery.rglob("*.json"):
        body = path.read_bytes()
        assert read(body).canonical() == body
    for path in covering:
        body = path.read_bytes()
        for media_type in (PDF, DOCX):
            headers = {"Authorization": f"Bearer {TOKEN}", "Accept": media_type}
            answer = docgen.post("/v1/documents", data=body, headers=headers, content_type="application/json")
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
    said = docx_text((gallery / "larvik" / f"coordination.{code}.docx").read_bytes())
    assert original in said
    assert copy in said


def test_a_document_is_in_its_language_from_the_declarations_to_the_seal(gallery: Path) -> None:
    contents = [
        json.loads((gallery / "larvik" / f"coordination.{code}.json").read_text())["content"]
        for code in CODES
    ]
    assert len({one["labels"]["seal_text"] for one in contents}) == len(CODES)
    assert len({one["declarations"][1] for one in contents}) == len(CODES)


def test_the_verifier_vouches_for_a_blank_form_too(gallery: Path) -> None:
    found = veiviser(gallery, "verify", str(gallery / "larvik" / "coordination.nb.blank.pdf"))
    assert found.returncode == 0
    report = json.loads(found.stdout)
    body = (gallery / "larvik" / "coordination.nb.blank.json").read_bytes()
    assert (report["content_sha256"], report["request_sha256"]) == (None, read(body).sha256())


def test_the_verifier_vouches_for_a_sealed_file(gallery: Path) -> None:
    found = veiviser(gallery, "verify", str(gallery / "larvik" / "coordination.nb.pdf"))
    assert found.returncode == 0
    report = json.loads(found.stdout)
    assert report["genuine"] is True
    request = DocumentRequest.model_validate_json((gallery / "larvik" / "coordination.nb.json").read_bytes())
    assert (report["content_sha256"], report["request_sha256"]) == (
        request.content.sha256(),
        request.sha256(),
    )


def test_the_verifier_vouches_for_no_other_file(gallery: Path, tmp_path: Path) -> None:
    """All sorts of changes are tried in docgen/test_verify.py."""
    path = tmp_path / "changed.pdf"
    whole = (gallery / "larvik" / "coordination.nb.pdf").read_bytes()
    path.write_bytes(whole.replace(b"/Type", b"/Tipe", 1))
    found = veiviser(gallery, "verify", str(path))
    assert found.returncode == 1
    assert json.loads(found.stdout)["genuine"] is False


def test_the_verifier_makes_no_key_and_says_that_it_has_none(gallery: Path, tmp_path: Path) -> None:
    for options in ([], ["--data", "nowhere"]):
        found = elsewhere(tmp_path, "verify", *options, str(gallery / "larvik" / "coordination.nb.pdf"))
        assert (found.returncode, found.stdout) == (2, "")
        assert re.fullmatch(r"Error: The file was not judged, because [^.]*\.\n", found.stderr)
    assert list(tmp_path.iterdir()) == []


def test_the_verifier_judges_by_the_key_of_the_demo_whose_folder_is_given(tmp_path: Path) -> None:
    make_once(tmp_path / "data" / "seal.p12", b"demo")
    sealed = make_pdf(sample(), SealingKey.load(tmp_path / "data" / "seal.p12", b"demo"))
    for name, whole, code in (
        ("-whole.pdf", sealed, 0),
        ("broken.pdf", sealed[:-400], 1),
        ("no.pdf", b"%PDF-1.7", 1),
    ):
        (tmp_path / name).write_bytes(whole)
        found = elsewhere(tmp_path, "verify", "--data", "data", "--", name)
        assert (found.returncode, found.stderr) == (code, "")
        assert json.loads(found.stdout)["genuine"] is (code == 0)
    make_once(tmp_path / "other" / "seal.p12", b"demo")
    found = elsewhere(tmp_path, "verify", "--data", "other", "--", "-whole.pdf")
    assert (found.returncode, found.stderr) == (1, "")
    assert json.loads(found.stdout)["ours"] is False


def elsewhere(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """The command in another folder, with nothing of docgen's set."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("DOCGEN_")}
    return subprocess.run(
        [VEIVISER, *arguments], cwd=folder, env=environment, capture_output=True, text=True, check=False
    )
