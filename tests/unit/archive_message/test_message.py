"""What stands in a message to an archive, and where: each kind of case is by the schema of Fiks Arkiv."""

from hashlib import sha256
from typing import Any

import pytest

from docgen.contract import DOCX, PDF
from forms.archive_codes import Code
from tests.archive_message import MYK, PREFIXES, RECORD, STILLE, matter, read, said
from wizard.archive_message.elements import TYPE
from wizard.archive_message.matter import Filed, Who
from wizard.archive_message.message import message
from wizard.archive_message.schema import NotByTheSchemaError, hold

LETTER = Filed("legeerklæring Stille Bjørkeløv.pdf", PDF, b"%PDF-a letter")
PHOTO = Filed("bilde av <trappa> & døra.jpg", "image/jpeg", b"a photo")
CASES: dict[str, dict[str, Any]] = {
    "by herself": {},
    "by a proxy": {"sender": MYK},
    "by a guardian": {"sender": Who("Verge Vang", "", "verge")},
    "by a parent": {"sender": Who("Myk Havgløtt", "21868449893", "parent")},
    "of a child that is expected": {"sender": Who("Myk Havgløtt", "21868449893", "parent"), "subject": None},
    "by a notifier": {"sender": Who("Lege Lien"), "subject": Who("Stille Bjørkeløv"), "sort": "notification"},
    "by nobody of a name": {"sender": Who(""), "subject": Who("")},
    "of a protected address": {"restricted": True},
    "with files": {"attachments": (LETTER, PHOTO, Filed("brev.docx", DOCX, b"PK"), Filed("x", "a/b", b""))},
    "with remarks": {"remarks": ("Navn: Stille\nSHA-256: 0", "Underskriften er ikke kommet.\x00\x0b")},
    "later": {"sort": "message", "earlier": (matter().case_id,)},
    "with a rule and a series": {
        "codes": matter().codes.model_copy(
            update={"rule": "R1", "series": Code(code="B", description="Bruker"), "class_system": None}
        )
    },
}


@pytest.mark.parametrize("changed", CASES.values(), ids=CASES)
def test_it_is_by_the_schema(changed: dict[str, Any]) -> None:
    hold(message(matter(**changed)))


def test_what_is_not_by_the_schema_is_told_without_what_stands_there() -> None:
    broken = message(matter()).replace(b"<antallFiler>2<", b"<antallFiler>Stille<")
    with pytest.raises(NotByTheSchemaError) as caught:
        hold(broken)
    assert "Stille" not in str(caught.value)
    assert "line 4" in str(caught.value)


def test_the_public_title_names_nobody_and_the_other_is_shielded() -> None:
    told = message(matter(sender=MYK))
    assert said(told, f"{RECORD}/a:offentligTittel") == ["Søknad om koordinator og individuell plan"]
    assert said(told, f"{RECORD}/a:tittel") == [
        "Søknad om koordinator og individuell plan - Stille Bjørkeløv"
    ]
    assert said(told, f"{RECORD}/a:skjerming/a:skjermingshjemmel") == [
        "Offl § 13 jf fvl § 13 første ledd nr 1, hol § 12-1, offl § 26 femte ledd"
    ]
    assert [one.get(TYPE) for one in read(told).iterfind(RECORD, PREFIXES)] == ["journalpost"]


def test_no_number_no_paragraph_on_numbers_and_no_folder() -> None:
    nobody = Who("Stille Bjørkeløv")
    told = message(matter(sender=nobody, subject=nobody))
    assert said(told, f"{RECORD}/a:skjerming/a:skjermingshjemmel") == [
        "Offl § 13 jf fvl § 13 første ledd nr 1, hol § 12-1"
    ]
    assert said(told, f"{RECORD}/a:klassifikasjon/a:klasseID") == []
    assert b"personID" not in told


def test_a_proxy_is_the_sender_and_a_party_and_the_folder_is_of_whom_it_is_about() -> None:
    told = message(matter(sender=MYK))
    sender = f"{RECORD}/a:korrespondansepart"
    assert said(told, f"{sender}/a:korrespondanseparttype/k:kode") == ["EA", "EM"]
    assert said(told, f"{sender}/a:korrespondansepartNavn") == ["Myk Havgløtt", "Tjenestekontoret"]
    assert said(told, f"{sender}/a:personid") == [MYK.national_id]
    assert said(told, f"{sender}/a:deresReferanse") == ["V-2345-6789"]
    assert said(told, f"{RECORD}/a:part/a:partNavn") == ["Stille Bjørkeløv", "Myk Havgløtt"]
    assert said(told, f"{RECORD}/a:part/a:partRolle/k:kode") == ["K", "FULLM"]
    assert said(told, f"{RECORD}/a:part/a:personID/a:identifikator") == [STILLE.national_id, MYK.national_id]
    assert said(told, f"{RECORD}/a:klassifikasjon/a:klasseID") == [STILLE.national_id]


@pytest.mark.parametrize("name", ["a:part", "a:klassifikasjon", "a:merknad"])
def test_what_names_somebody_is_shielded_by_itself(name: str) -> None:
    told = message(matter(sender=MYK, remarks=("Navn: Stille",)))
    here = said(told, f"{RECORD}/{name}/a:erSkjermet")
    assert here
    assert here == ["true"] * len(read(told).findall(f"{RECORD}/{name}", PREFIXES))


def test_a_protected_address_is_told_by_a_code_alone_that_does_not_say_it() -> None:
    open_, hidden = (message(matter(restricted=one)).decode() for one in (False, True))
    differing = [
        pair for pair in zip(open_.splitlines(), hidden.splitlines(), strict=True) if pair[0] != pair[1]
    ]
    assert {one for _, one in differing} == {
        line for line in hidden.splitlines() if "UOB" in line or "begrenset tilgang" in line
    }
    assert hidden.count("UOB") == 2, "on the record and on its document"
    assert "dresse" not in hidden


def test_dates_are_as_they_were_in_norway() -> None:
    told = message(matter())
    assert said(told, f"{RECORD}/a:mottattDato") == ["2026-12-02T00:30:05+01:00"]
    assert said(told, f"{RECORD}/a:dokumentetsDato") == ["2026-12-02"]


def test_each_file_is_told_by_a_name_that_says_nothing_its_sha_256_and_its_size() -> None:
    told = message(matter(attachments=(LETTER, PHOTO)))
    files = f"{RECORD}/a:dokumentbeskrivelse/a:dokumentobjekt"
    names = ["hoveddokument.pdf", "hoveddokument.docx", "vedlegg-01.pdf", "vedlegg-02.jpg"]
    assert said(told, f"{files}/a:referanseDokumentfil") == said(told, f"{files}/a:filnavn") == names
    contents = [b"%PDF-invented", b"PK-invented", LETTER.content, PHOTO.content]
    assert said(told, f"{files}/a:sjekksum") == [sha256(one).hexdigest() for one in contents]
    assert said(told, f"{files}/a:filstoerrelse") == [str(len(one)) for one in contents]
    assert said(told, f"{files}/a:variantformat/k:kode") == ["A", "P", "P", "P"]
    assert said(told, "a:antallFiler") == ["4"]
    document = f"{RECORD}/a:dokumentbeskrivelse"
    assert said(told, f"{document}/a:tilknyttetRegistreringSom/k:kode") == ["H", "V", "V"]
    assert said(told, f"{document}/a:tittel")[1:] == [LETTER.title, PHOTO.title]
    assert said(told, f"{document}/a:dokumentnummer") == ["1", "2", "3"]
    assert len(said(told, f"{document}/a:skjerming/a:skjermingshjemmel")) == 3
    assert said(told, f"{RECORD}/a:antallVedlegg") == ["2"]


def test_what_came_later_points_at_what_it_belongs_to_by_the_key_that_was_given_then() -> None:
    before = message(matter())
    told = message(matter(earlier=(matter().case_id,)))
    own = said(before, f"{RECORD}/a:referanseEksternNoekkel/k:noekkel")
    pointed = said(
        told, f"{RECORD}/a:kryssreferanse/a:referanseTilRegistrering/k:referanseEksternNoekkel/k:noekkel"
    )
    assert own == pointed == [str(matter().case_id)]


def test_the_same_case_gives_the_same_bytes() -> None:
    assert message(matter(attachments=(PHOTO,))) == message(matter(attachments=(PHOTO,)))
