"""Hands out attachments: always as a download, never shown on this site but as a small picture of ours."""

import uuid

from flask import Response
from werkzeug.exceptions import NotFound

from forms.situation import FileInfo
from wizard.access import guarded_by, office_case, taking_part, writer
from wizard.cases.asked import is_signed
from wizard.cases.attaching import read_attachment, read_sent_attachment
from wizard.cases.following import sent_or_fail
from wizard.cases.previewing import read_preview
from wizard.kiosk import hand_out_no_file
from wizard.routes.blueprints import CASE, OFFICE_CASE, apply, office
from wizard.routes.handed_out import as_download, as_picture
from wizard.routes.here import case, participant, tools


@apply.get(f"{CASE}/vedlegg/<uuid:file_id>")
@guarded_by(taking_part)
def attachment(file_id: uuid.UUID) -> Response:
    me = participant()
    if me and me.signs and not is_signed(tools(), case(), file_id):
        raise NotFound
    return _download(read_attachment(tools(), case().id, file_id))


@office.get(f"{OFFICE_CASE}/vedlegg/<uuid:file_id>", endpoint="attachment")
@guarded_by(office_case)
def office_attachment(file_id: uuid.UUID) -> Response:
    return _download(read_sent_attachment(tools(), sent_or_fail(tools(), case()), file_id))


@apply.get(f"{CASE}/vedlegg/<uuid:file_id>/lite-bilde")
@guarded_by(writer)
def preview(file_id: uuid.UUID) -> Response:
    hand_out_no_file()
    found = read_preview(tools(), case().id, file_id)
    if found is None:
        raise NotFound
    return as_picture(found)


def _download(found: tuple[FileInfo, bytes] | None) -> Response:
    if found is None:
        raise NotFound
    hand_out_no_file()
    info, content = found
    return as_download(content, info.media_type, info.name)
