"""The reader's language: chosen on the page, else the browser's, else bokmål."""

from flask import Flask, g, request, session
from flask_babel import Babel, get_translations

from forms.language import Code, Language

CODES: tuple[Code, ...] = ("nb", "nn", "en")


def chosen() -> Code:
    kept = session.get("language")
    found = kept if kept in CODES else request.accept_languages.best_match(CODES, default="nb")
    return next(code for code in CODES if code == found)


def init_app(app: Flask) -> None:
    Babel(app, locale_selector=chosen)
    app.before_request(_remember)
    app.context_processor(
        lambda: {"language": g.language, "languages": CODES, "municipality": g.get("municipality")}
    )


def _remember() -> None:
    g.language = Language(chosen(), get_translations())
