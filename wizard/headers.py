"""Headers of every answer: a strict content policy, nothing cached, nothing framed, no referrer."""

import secrets

from flask import Flask, Response, g, request

POLICY = (
    "default-src 'none'; script-src 'self' 'nonce-{nonce}'; style-src 'self'; img-src 'self'; font-src 'self'; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; object-src 'none'; frame-ancestors 'none'"
)
ALWAYS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "X-Frame-Options": "DENY",
}
YEAR = 31_536_000


def nonce() -> str:
    """The answer's nonce; the same for every call while one page is made."""
    if "nonce" not in g:
        g.nonce = secrets.token_urlsafe(16)
    found: str = g.nonce
    return found


def policy(forms_to: str = "") -> str:
    """The content policy of this answer; ``forms_to`` is the one other site that a form of it may be posted to."""
    plain = POLICY.format(nonce=nonce())
    return plain.replace("form-action 'self'", f"form-action 'self' {forms_to}") if forms_to else plain


def let_frame(response: Response, pages: list[str]) -> None:
    """The answer may stand in a frame of these sites' pages. It shows and runs nothing."""
    response.headers["Content-Security-Policy"] = f"default-src 'none'; frame-ancestors {' '.join(pages)}"
    g.framed = True


def init_app(app: Flask) -> None:
    app.after_request(_dress)
    app.jinja_env.globals["nonce"] = nonce


def _dress(response: Response) -> Response:
    response.headers.update(ALWAYS)
    if "framed" in g:
        del response.headers["X-Frame-Options"]  # it knows no other sites: the content policy does
    response.headers.setdefault("Content-Security-Policy", policy())
    if request.is_secure:
        response.headers["Strict-Transport-Security"] = f"max-age={YEAR}; includeSubDomains"
    if (
        request.endpoint in {"static", "public.theme"}
        and "v" in request.args
        and response.status_code in {200, 304}
    ):
        response.headers["Cache-Control"] = f"public, max-age={YEAR}, immutable"
    elif request.endpoint == "static":
        response.headers["Cache-Control"] = "no-cache"  # what a module imports has no version in its address
    else:
        response.headers["Cache-Control"] = "no-store"
    return response
