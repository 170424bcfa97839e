"""Who and what is let in: the bearer token, the media types, and JSON that means one thing only."""

import hashlib
import hmac
import json
from typing import Any, NoReturn

from flask import Request
from pydantic import SecretStr, ValidationError
from werkzeug.exceptions import NotAcceptable, Unauthorized, UnprocessableEntity, UnsupportedMediaType

from docgen.contract import DOCX, PDF, AnyRequest, BlankRequest, DocumentRequest

MOST_ERRORS = 20


def let_in(request: Request, tokens: tuple[SecretStr, ...]) -> None:
    """Raises ``Unauthorized``. Every token is compared in full, so that time tells nothing."""
    given = request.authorization
    offered = _digest(given.token if given and given.type == "bearer" and given.token else "")
    matches = [hmac.compare_digest(offered, _digest(token.get_secret_value())) for token in tokens]
    if not any(matches):
        raise Unauthorized("A bearer token is needed.")


def wanted(request: Request) -> str:
    """The media type to answer with. Raises ``NotAcceptable``."""
    best = request.accept_mimetypes.best_match([PDF, DOCX]) if request.accept_mimetypes else PDF
    if best is None:
        raise NotAcceptable(f"Accept {PDF} or {DOCX}.")
    return best


def sent(request: Request, media_type: str) -> bytes:
    """The body. Raises ``UnsupportedMediaType`` where it is said to be something else."""
    if request.mimetype != media_type:
        raise UnsupportedMediaType(f"Send {media_type}.")
    return request.get_data(cache=False)


def read(body: bytes) -> AnyRequest:
    """A blank form's request where it says ``blank``.

    Raises ``UnprocessableEntity``, which names fields but never repeats what was sent.
    """
    try:
        said = json.loads(body, object_pairs_hook=_once, parse_constant=_no, parse_float=_number)
        kind = BlankRequest if isinstance(said, dict) and "blank" in said else DocumentRequest
        return kind.model_validate(said)
    except ValidationError as error:
        raise UnprocessableEntity("; ".join(map(_where, error.errors()[:MOST_ERRORS]))) from None
    except (ValueError, RecursionError):
        raise UnprocessableEntity("The body is not JSON, or names a key twice.") from None


def _digest(token: str) -> bytes:
    return hashlib.sha256(token.encode()).digest()


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    if len({key for key, _ in pairs}) != len(pairs):
        raise ValueError("a key twice")
    return dict(pairs)


def _number(written: str) -> float:
    """What is written 1.0 is the whole number 1, as in JSON Schema."""
    value = float(written)
    return int(value) if value.is_integer() else value


def _no(constant: str) -> NoReturn:
    raise ValueError(f"{constant} is no JSON")


def _where(error: Any) -> str:
    """Field and kind of error; an unknown key's name is the sender's text, and so is left out."""
    place = (*error["loc"][:-1], "?") if error["type"] == "extra_forbidden" else error["loc"]
    return f"{'.'.join(map(str, place)) or 'body'}: {error['type']}"
