"""The texts of a language that is not the reader's own: what was frozen in one stays in it, whoever signs."""

from functools import cache
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import read_mo
from babel.support import Translations

from forms.language import Code, Language

FOLDER = Path(__file__).parent / "translations"


@cache
def language_of(code: Code) -> Language:
    """The language of that code, with its catalogue."""
    return Language(code, Translations.load(FOLDER, [code]))


def source_of(code: Code, text: str) -> str | None:
    """The source text of what is written in that language; None for what no catalogue has."""
    return _sources(code).get(text)


@cache
def _sources(code: Code) -> dict[str, str]:
    """Bokmål is the language of the source texts, which every catalogue has."""
    messages = [
        (str(one.id), str(one.string)) for one in _catalogue("nn" if code == "nb" else code) if one.id
    ]
    return {source if code == "nb" else told: source for source, told in messages}


def _catalogue(code: Code) -> Catalog:
    with (FOLDER / code / "LC_MESSAGES" / "messages.mo").open("rb") as compiled:
        return read_mo(compiled)
