"""Whether an uploaded file may be taken: its content decides, and its name must agree."""

import re
from dataclasses import dataclass
from pathlib import PurePosixPath

from docgen.contract import printable
from forms.fields.files import Files
from forms.language import N_
from wizard.cases.errors import NoFileNowError, RefusedFileError
from wizard.cases.screening import screen
from wizard.clamd import Clamd
from wizard.uploads import kinds
from wizard.uploads.apart import read_apart
from wizard.uploads.kinds import HEIC_TYPE, KINDS, PDF_TYPE

SMALLEST = 64
"""Bytes: no PDF or picture is smaller."""
LONGEST_NAME = 120
NOT_NOW = N_("Vi fikk ikke tatt imot filen nå. Prøv igjen om litt.")
SLOW = N_("Det tok for lang tid å lese filen. Lagre den på nytt som PDF eller bilde, og prøv igjen.")
BROKEN = N_("Filen er tom eller skadet. Åpne den og lagre den på nytt, og prøv igjen.")
PDF_ALONE = {
    kinds.BROKEN: N_(
        "PDF-en er skadet, eller satt sammen på en måte som ikke alle programmer leser likt. "
        "Åpne den, velg «Skriv ut» og «Lagre som PDF», og last opp den nye filen."
    ),
    kinds.LOCKED: N_("PDF-en er låst. Lagre den uten passord, eller skriv den ut og ta bilde av sidene."),
    kinds.TOO_LONG: N_("PDF-en har for mange sider. Den kan ha opptil %(pages)s. Del den i flere filer."),
    kinds.ACTIVE: N_(
        "PDF-en kan gjøre noe på egen hånd, og det kan vi ikke ta imot. "
        "Åpne den, velg «Skriv ut» og «Lagre som PDF», og last opp den nye filen."
    ),
    kinds.FILE_INSIDE: N_(
        "Det ligger en annen fil inni PDF-en. Åpne den, velg «Skriv ut» og «Lagre som PDF». "
        "Last opp den nye filen, og filen som lå inni, hver for seg."
    ),
    kinds.LIVE_FORM: N_(
        "PDF-en er et skjema som ikke alle kan åpne. "
        "Åpne den, velg «Skriv ut» og «Lagre som PDF», og last opp den nye filen."
    ),
    kinds.TOO_MUCH: N_("Filen er for stor når den åpnes. Del den i flere filer, og prøv igjen."),
}
WORD_ALONE = {
    kinds.BROKEN: BROKEN,
    kinds.LOCKED: N_("Word-filen er gammel eller har passord. Lagre den som PDF, og last opp den."),
    kinds.ACTIVE: N_(
        "Det er små programmer (makroer) i Word-filen, og det kan vi ikke ta imot. Lagre den som PDF, og last opp den."
        " Eller ta bilde av arket med telefonen."
    ),
    kinds.FILE_INSIDE: N_(
        "Det ligger en annen fil inni Word-filen. Lagre den som PDF, og last opp den. "
        "Last opp filen som lå inni, for seg."
    ),
    kinds.FETCHES: N_("Word-filen henter noe fra et annet sted. Lagre den som PDF, og last opp den."),
    kinds.TOO_MUCH: N_("Word-filen er for stor når den åpnes. Lagre den som PDF, og last opp den."),
}
PICTURE = {
    kinds.BROKEN: BROKEN,
    kinds.TOO_WIDE: N_("Bildet er for stort. Ta et nytt bilde, eller gjør det mindre, og prøv igjen."),
}

UNREAD = {kinds.NOT_NOW: NOT_NOW, kinds.SLOW: SLOW}


@dataclass(frozen=True)
class Sound:
    """A file as it is kept: a photo is made anew, so that its bytes and the ending of its name may be others."""

    name: str
    media_type: str
    content: bytes
    screened: str | None = None
    """What ``clamd`` told of it as it came; None where it told nothing."""
    preview: bytes = b""
    """A small JPEG of what it shows; empty where there is none."""


def inspect(field: Files, name: str, content: bytes, clamd: Clamd | None) -> Sound:
    """The file as it may be kept; ``RefusedFileError`` in the reader's language, ``NoFileNowError`` where unread.

    It is screened as it came: a virus may lie in what a photo made anew has lost.
    """
    kept = shown_name(name)
    ending = PurePosixPath(kept.lower()).suffix
    kind = KINDS.get(ending)
    if kind is None or ending not in field.accept.split(","):
        raise RefusedFileError(field.other_kind)
    if len(content) < SMALLEST or not kind.fits(content):
        raise RefusedFileError(field.say(BROKEN))
    refuse_too_many(field)
    if len(content) > field.max_bytes:
        limit = field.form.situation.language.size(field.max_bytes)
        raise RefusedFileError(
            field.say(N_("Filen er for stor. Den kan være på opptil %(limit)s."), limit=limit)
        )
    screened = screen(clamd, field.form.situation.language, content)
    read = read_apart(kind.media_type, content)
    if read.why:
        if text := UNREAD.get(read.why):
            raise NoFileNowError(field.say(text))
        text = _texts(kind.media_type).get(read.why, BROKEN)
        raise RefusedFileError(field.say(text, pages=kinds.MOST_PAGES))
    if kind.media_type == HEIC_TYPE:
        kept = shown_name(f"{PurePosixPath(kept).stem}.jpg")
    return Sound(kept, read.media_type, read.content, screened, read.preview)


def refuse_too_many(field: Files) -> None:
    if len(field.received) >= field.most:
        raise RefusedFileError(
            field.say(N_("Du kan legge ved opptil %(most)s filer. Fjern noen."), most=field.most)
        )


def _texts(media_type: str) -> dict[str, str]:
    if media_type == PDF_TYPE:
        return PDF_ALONE
    return WORD_ALONE if media_type == kinds.WORD_TYPE else PICTURE


def shown_name(name: str) -> str:
    """The name as the citizen gave it, without folders, control characters or excess length."""
    bare = re.split(r"[/\\]", printable(name).replace("\n", " ").replace("\t", " "))[-1].strip()
    path = PurePosixPath(bare if bare.strip(".") else "fil")
    return f"{path.stem[: LONGEST_NAME - len(path.suffix)]}{path.suffix}"
