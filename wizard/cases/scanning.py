"""The verb by which a helper adds the paper that was signed by hand, photographed or scanned."""

import uuid

from forms.fields.files import Files
from wizard.cases.attaching import Upload, kept_file
from wizard.cases.beginning import record
from wizard.cases.drafts import Reader
from wizard.cases.errors import RefusedFileError
from wizard.cases.finding import lock_sent
from wizard.cases.following import events_of
from wizard.cases.ground import hold_ground
from wizard.cases.inspecting import inspect
from wizard.cases.powers import confirm
from wizard.cases.signature_files import SIGNED_PAPER
from wizard.cases.standing import PAPER_CAME, awaits_paper
from wizard.cases.tying import signature_came
from wizard.tools import Tools


def paper_scanned(
    tools: Tools, case_id: uuid.UUID, reader: Reader, field: Files, name: str, content: bytes
) -> None:
    """Keep the paper; the signature has come. Once it is there, another paper changes nothing.

    ``RefusedFileError`` where it is no picture or PDF, too large, or cannot be kept now.
    """
    media_type, refusal = inspect(field, name, content)
    if refusal:
        raise RefusedFileError(refusal)
    row = kept_file(tools, reader, case_id, Upload("", SIGNED_PAPER, name, content), media_type)
    with tools.store.write() as db:
        lock_sent(db, case_id)
        hold_ground(db.connection(), tools, reader.participant_id)
        if awaits_paper(event.kind for event in events_of(db, [case_id]).get(case_id, ())):
            at = tools.clock()
            db.add(row)
            record(db, case_id, PAPER_CAME, at, actor=reader.account_id)
            signature_came(db, case_id, at)
            confirm(db, case_id, at)
