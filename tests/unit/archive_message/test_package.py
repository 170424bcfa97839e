"""A package as it is laid into a folder: whole, for one's own eyes, and never over another."""

import stat
from dataclasses import replace
from pathlib import Path

import pytest

from docgen.contract import PDF
from tests.archive_message import matter, said
from wizard.archive_message.matter import Filed
from wizard.archive_message.package import package, write
from wizard.archive_message.schema import NotByTheSchemaError

LETTER = Filed("legeerklæring Stille Bjørkeløv.pdf", PDF, b"%PDF-a letter")


def test_it_holds_the_message_and_every_file_that_it_speaks_of() -> None:
    made = package(matter(attachments=(LETTER,)))
    first, *others = made.files
    assert first == "arkivmelding.xml"
    assert others == said(made.files[first], ".//a:referanseDokumentfil")
    assert made.files["vedlegg-01.pdf"] == LETTER.content
    assert all(name.isascii() for name in made.files)


def test_nothing_of_it_is_printed_with_it() -> None:
    assert repr(package(matter(attachments=(LETTER,)))).count("files") == 0
    assert "letter" not in repr(LETTER)


def test_no_archive_is_sent_what_it_would_refuse() -> None:
    with pytest.raises(NotByTheSchemaError):
        package(matter(title=""))


def test_it_is_laid_into_a_folder_of_its_own_that_nobody_else_reads(tmp_path: Path) -> None:
    made = package(matter(attachments=(LETTER,)))
    own = write(made, tmp_path)
    assert own == tmp_path / "V-2345-6789"
    assert {one.name: one.read_bytes() for one in own.iterdir()} == dict(made.files)
    assert stat.S_IMODE(own.stat().st_mode) == 0o700
    assert {stat.S_IMODE(one.stat().st_mode) for one in own.iterdir()} == {0o600}
    with pytest.raises(FileExistsError):
        write(made, tmp_path)


def test_what_was_cut_off_is_no_package_and_hinders_no_other_try(tmp_path: Path) -> None:
    made = package(matter())
    cut_off = replace(made, files={**made.files, "missing/folder.pdf": b""})
    with pytest.raises(FileNotFoundError):
        write(cut_off, tmp_path)
    assert not [*tmp_path.iterdir()]
    assert write(made, tmp_path).is_dir()
