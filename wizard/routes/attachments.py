"""Hands out attachments: always as a download, never shown on this site."""

import uuid
from io import BytesIO

from flask import Response, send_file
from werkzeug.exceptions import NotFound

from wizard.access import guarded_by, office_case, owner
from wizard.cases.attaching import read_attachment
from wizard.routes.blueprints import CASE, OFFICE_CASE, apply, office
from wizard.routes.here import case, tools


@apply.get(f"{CASE}/vedlegg/<uuid:file_id>")
@guarded_by(owner)
def attachment(file_id: uuid.UUID) -> Response:
    return _download(file_id)


@office.get(f"{OFFICE_CASE}/vedlegg/<uuid:file_id>", endpoint="attachment")
@guarded_by(office_case)
def office_attachment(file_id: uuid.UUID) -> Response:
    return _download(file_id)


def _download(file_id: uuid.UUID) -> Response:
    found = read_attachment(tools(), case().id, file_id)
    if found is None:
        raise NotFound
    info, content = found
    response = send_file(
        BytesIO(content), mimetype=info.media_type, as_attachment=True, download_name=info.name
    )
    response.headers["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return response
