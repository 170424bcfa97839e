"""Static files under addresses that change with their content, so that a browser may keep them for a year."""

import hashlib
from functools import cache, lru_cache
from pathlib import Path

from flask import Flask, request, url_for

FOLDER = Path(__file__).resolve().parent / "static"


@cache
def version(path: str) -> str:
    """The first twelve hex digits of the file's SHA-256."""
    return hashlib.sha256((FOLDER / path).read_bytes()).hexdigest()[:12]


def asset(path: str) -> str:
    """The file's address, under the prefix that the application is served at."""
    return _address(request.root_path, path)


@lru_cache(maxsize=500)
def _address(_: str, path: str) -> str:
    return url_for("static", filename=path, v=version(path))


def init_app(app: Flask) -> None:
    app.jinja_env.globals["asset"] = asset
