"""A file as it leaves the site: a download, never shown here, and allowed nothing where it is shown anyhow."""

from io import BytesIO

from flask import Response, send_file

from wizard.uploads.kinds import JPEG_TYPE

NOTHING = "default-src 'none'; sandbox"


def as_download(content: bytes, media_type: str, name: str) -> Response:
    """The name in full, as RFC 6266 writes it; what every answer carries besides is in ``wizard.headers``."""
    response = send_file(BytesIO(content), mimetype=media_type, as_attachment=True, download_name=name)
    response.headers["Content-Security-Policy"] = NOTHING
    return response


def as_picture(content: bytes) -> Response:
    """A JPEG of our own making, beside a file's name."""
    response = send_file(BytesIO(content), mimetype=JPEG_TYPE)
    response.headers["Content-Security-Policy"] = NOTHING
    return response
