"""Headers of every answer: a strict content policy that reports, nothing cached, nothing framed, no referrer."""

import secrets

from flask import Flask, Response, g, request

REPORTS = "/meldinger/innhold"
"""Where browsers tell what the content policy stopped."""
POLICY = (
    "default-src 'none'; script-src 'self' 'nonce-{nonce}'; style-src 'self'; img-src 'self'; font-src 'self'; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; object-src 'none'; frame-ancestors 'none'; "
    f"report-uri {REPORTS}"
)
UNUSED = (
    "accelerometer autoplay camera clipboard-read display-capture encrypted-media fullscreen gamepad"
    " geolocation gyroscope hid idle-detection keyboard-map local-fonts magnetometer microphone midi otp-credentials"
    " payment picture-in-picture publickey-credentials-create publickey-credentials-get screen-wake-lock serial"
    " storage-access sync-xhr usb window-management xr-spatial-tracking"
)
"""What browsers can do and no page here does: what slips in cannot either."""
ALWAYS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": ", ".join(f"{name}=()" for name in UNUSED.split()),
    "X-Frame-Options": "DENY",
}
YEAR = 31_536_000
NAMED_BY_VERSION = {"static", "public.theme", "public.warned_style"}
"""What is the same for everybody, at an address that says which it is."""


def nonce() -> str:
    """The answer's nonce; the same for every call while one page is made."""
    if "nonce" not in g:
        g.nonce = secrets.token_urlsafe(16)
    found: str = g.nonce
    return found


def policy(forms_to: str = "") -> str:
    """The content policy of this answer; ``forms_to`` is the one other site that a form of it may be posted to."""
    plain = POLICY.format(nonce=nonce())
    if request.is_secure:  # only there browsers know of the newer way, and with it they leave the older one
        plain += "; report-to innhold"
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
        response.headers["Reporting-Endpoints"] = f'innhold="{REPORTS}"'
    response.headers["Cache-Control"] = _kept(response)
    if request.endpoint not in NAMED_BY_VERSION:
        response.vary.add("HX-Request")  # the same address answers with a page or with a part of one
    return response


def _kept(response: Response) -> str:
    """How long the answer may be kept: what its address names by version for good, and all else not at all."""
    versioned = request.endpoint in NAMED_BY_VERSION and "v" in request.args
    if versioned and response.status_code in {200, 304}:
        return f"public, max-age={YEAR}, immutable"
    if request.endpoint == "static":
        return "no-cache"  # what a module imports has no version in its address
    return "no-store"
