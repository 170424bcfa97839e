"""Static files under addresses that change with their content, so that a browser may keep them for a year."""

import hashlib
from functools import cache
from pathlib import Path
from urllib.parse import quote

from flask import Flask, current_app, request

FOLDER = Path(__file__).resolve().parent / "static"


@cache
def version(path: str) -> str:
    """The first twelve hex digits of the file's SHA-256."""
    return hashlib.sha256((FOLDER / path).read_bytes()).hexdigest()[:12]


def asset(path: str) -> str:
    """As ``url_for`` gives it: a page has a dozen of them, and nothing in them hangs on the page."""
    return f"{request.script_root}{current_app.static_url_path}/{quote(path)}?v={version(path)}"


def init_app(app: Flask) -> None:
    app.jinja_env.globals["asset"] = asset
