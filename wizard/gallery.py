"""Every form of every municipality in every language, filled by invented people: to look through, and to check."""

import gettext
from collections.abc import Collection, Iterator
from datetime import UTC, datetime, time
from pathlib import Path

from docgen.contract import BlankRequest, DocumentRequest
from forms import document
from forms.acting import acting_as
from forms.blank import blank
from forms.journeys.registry import Sample, journey, samples
from forms.language import OSLO, Code, Language
from forms.municipality import Municipality, municipalities
from forms.signatures import LogIn, electronic_signature
from forms.situation import Situation
from forms.walk import Walk

TRANSLATIONS = Path(__file__).resolve().parent / "translations"
CODES: tuple[Code, ...] = ("nb", "nn", "en")
REFERENCE = "V-2345-6789"
PLAIN = ""


def reading(code: Code) -> Language:
    """The language with its catalogue; bokmål is written in the source."""
    found = gettext.translation("messages", TRANSLATIONS, [code], fallback=True)
    return Language(code, found)


SHOWN_AT = {
    "department": "namsos",
    "nav": "senja",
    "no-answer": "kristiansand",
    "proxy": "porsgrunn",
    "parent": "larvik",
}
"""Samples that are shown in one municipality: who else may have answered, that nobody did, and who may write."""


def told(slug: str, place: str) -> dict[str, Sample]:
    """The samples that are shown, by the end of a file's name: the plainest, a long and a rare one."""
    plainest, *others = samples(slug)
    shown = {"long", *(name for name, where in SHOWN_AT.items() if where == place)}
    return {PLAIN: plainest} | {f"-{one.name}": one for one in others if one.name in shown}


def sample_request(
    municipality: Municipality, slug: str, language: Language, name: str = PLAIN
) -> DocumentRequest:
    """What the journey's sample of that name sends to docgen; the same every time."""
    sample = told(slug, municipality.id)[name]
    walk = _walk(municipality, slug, sample, language)
    content = document.content(walk, REFERENCE)
    at = datetime.combine(sample.today, time(12, 3), OSLO).astimezone(UTC)
    role = acting_as(walk)
    signature = electronic_signature(
        sample.submitter, role, LogIn("idporten-loa-high", "0" * 16), at, content.sha256(), language
    )
    return document.request(content, [signature], document.receipt(walk, at))


def _walk(municipality: Municipality, slug: str, sample: Sample, language: Language) -> Walk:
    situation = Situation(
        municipality=municipality,
        submitter=sample.submitter,
        today=sample.today,
        language=language,
        answers=sample.answers,
        synthetic=True,
    )
    return Walk(journey(slug), situation)


def blank_request(municipality: Municipality, slug: str, language: Language) -> BlankRequest:
    """The journey's form to fill in by hand."""
    return blank(journey(slug), municipality, language)


def offered(places: Collection[str] = ()) -> Iterator[tuple[Municipality, str]]:
    """Each municipality, or those named, with each journey that it offers."""
    shown = (one for one in municipalities().values() if not places or one.id in places)
    return ((one, slug) for one in shown for slug in one.journeys)


def write(folder: Path, places: Collection[str] = ()) -> Iterator[Path]:
    """Write each request of these municipalities, or of all, byte for byte as docgen takes it.

    ``<municipality>/<journey>.<language>.json`` is filled in, ``<journey>-long.<language>.json`` with much to tell;
    ``<journey>.<language>.blank.json`` is not.
    """
    for municipality, slug in offered(places):
        for code in CODES:
            language = reading(code)
            for name in told(slug, municipality.id):
                filled = sample_request(municipality, slug, language, name)
                yield _put(folder, municipality, f"{slug}{name}.{code}", filled)
            empty = blank_request(municipality, slug, language)
            yield _put(folder, municipality, f"{slug}.{code}.blank", empty)


def _put(
    folder: Path, municipality: Municipality, name: str, request: DocumentRequest | BlankRequest
) -> Path:
    path = folder / municipality.id / f"{name}.json"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(request.canonical())
    return path
