"""The reader's language: chosen on the page, else nynorsk for a browser that asks for it, else bokmål.

A browser that asks for English is no sign of a reader who does: many Norwegians' phones do.
"""

from typing import Any

from flask import Flask, g, request, session
from flask_babel import Babel, get_translations, refresh

from forms.language import Code, Language

CODES: tuple[Code, ...] = ("nb", "nn", "en")


def chosen() -> Code:
    kept = session.get("language")
    found = kept if kept in CODES else request.accept_languages.best_match(("nb", "nn"), default="nb")
    return next(code for code in CODES if code == found)


def choose(code: str | None) -> None:
    """The reader's from the next page on; what is no language here changes nothing."""
    if code in CODES:
        session["language"] = code


def speak(code: str) -> None:
    """The reader's from here on, on the page that answers this request too."""
    choose(code)
    refresh()
    _remember()


def init_app(app: Flask) -> None:
    Babel(app, locale_selector=chosen)
    app.jinja_env.install_gettext_callables(  # type: ignore[attr-defined]  # of Jinja's own extension, there by now
        _gettext, _ngettext, newstyle=True
    )
    app.before_request(_remember)
    app.context_processor(
        lambda: {"language": g.language, "languages": CODES, "municipality": g.get("municipality")}
    )


def _gettext(text: str) -> str:
    found: str = _translations().gettext(text)
    return found


def _ngettext(one: str, many: str, number: int) -> str:
    found: str = _translations().ngettext(one, many, number)
    return found


def _translations() -> Any:
    """Those of the page; outside of a page those that the request asks for."""
    return g.language.translations if "language" in g else get_translations()


def _remember() -> None:
    g.language = Language(chosen(), get_translations())
