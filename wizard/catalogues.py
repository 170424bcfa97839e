"""The texts of a language that is not the reader's own: what was frozen in one stays in it, whoever signs."""

from functools import cache
from pathlib import Path

from babel.support import Translations

from forms.language import Code, Language

FOLDER = Path(__file__).parent / "translations"


@cache
def language_of(code: Code) -> Language:
    """The language of that code, with its catalogue."""
    return Language(code, Translations.load(FOLDER, [code]))
