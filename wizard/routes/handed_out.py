"""A file as it leaves the site: always a download, never shown here, and allowed nothing where it is shown anyhow."""

from io import BytesIO

from flask import Response, send_file

NOTHING = "default-src 'none'; sandbox"


def as_download(content: bytes, media_type: str, name: str) -> Response:
    """The name in full, as RFC 6266 writes it; what every answer carries besides is in ``wizard.headers``."""
    response = send_file(BytesIO(content), mimetype=media_type, as_attachment=True, download_name=name)
    response.headers["Content-Security-Policy"] = NOTHING
    return response
