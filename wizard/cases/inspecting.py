"""Whether an uploaded file may be taken: its content decides, and its name must agree."""

import re
from pathlib import PurePosixPath

from docgen.contract import printable
from forms.fields.files import Files
from forms.language import N_

KINDS = {
    ".pdf": ("application/pdf", b"%PDF-"),
    ".png": ("image/png", b"\x89PNG\r\n\x1a\n"),
    ".jpg": ("image/jpeg", b"\xff\xd8\xff"),
    ".jpeg": ("image/jpeg", b"\xff\xd8\xff"),
}
SMALLEST = 64
"""Bytes: no PDF or picture is smaller."""
LONGEST_NAME = 120


def inspect(field: Files, name: str, content: bytes) -> tuple[str, str]:
    """The media type and a refusal in the reader's language; one of the two is empty."""
    suffix = PurePosixPath(name.lower()).suffix
    media_type, magic = KINDS.get(suffix, ("", b""))
    if not media_type or suffix not in field.accept.split(","):
        return "", field.say(
            N_("Vi kan ta imot PDF, JPG og PNG. Lagre filen i et av disse formatene, og prøv igjen.")
        )
    if len(content) < SMALLEST or not content.startswith(magic):
        return "", field.say(N_("Filen er tom eller skadet. Åpne den og lagre den på nytt, og prøv igjen."))
    if len(content) > field.max_bytes:
        limit = field.form.situation.language.size(field.max_bytes)
        return "", field.say(N_("Filen er for stor. Den kan være på opptil %(limit)s."), limit=limit)
    if len(field.received) >= field.most:
        return "", field.say(N_("Du kan legge ved opptil %(most)s filer. Fjern noen."), most=field.most)
    return media_type, ""


def shown_name(name: str) -> str:
    """The name as the citizen gave it, without folders, control characters or excess length."""
    bare = re.split(r"[/\\]", printable(name).replace("\n", " ").replace("\t", " "))[-1].strip()
    path = PurePosixPath(bare if bare.strip(".") else "fil")
    return f"{path.stem[: LONGEST_NAME - len(path.suffix)]}{path.suffix}"
