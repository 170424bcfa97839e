"""The three languages with the catalogues that are shipped."""

from gettext import translation
from pathlib import Path
from typing import get_args

import wizard
from forms.language import Code, Language

_CATALOGUES = Path(str(wizard.__file__)).parent / "translations"
CODES: tuple[Code, ...] = get_args(Code)


def language(code: Code) -> Language:
    if code == "nb":
        return Language()
    return Language(code, translation("messages", _CATALOGUES, [code]))
