"""Cases made by the wizard's own verbs in the test's process: for tests that need many, and no browser."""

import uuid

from werkzeug.datastructures import MultiDict

from forms.journeys.registry import samples
from forms.language import Language
from tests.draft import CONSENTS, JOURNEY
from tests.planted import saved
from wizard import accounts
from wizard.cases import sending
from wizard.cases.beginning import begin, find_draft
from wizard.cases.drafts import Reader, read_draft
from wizard.cases.what_is_signed import frozen_content
from wizard.tools import Tools

APPLICANT = samples(JOURNEY)[0]
READER = Reader(APPLICANT.submitter, Language())


def applicant(tools: Tools) -> uuid.UUID:
    """The account of somebody who applies."""
    visitor = accounts.visitor(tools, accounts.log_in(tools, READER.person, level="demo"))
    assert visitor
    return visitor.account_id


def completed(
    tools: Tools, owner_id: uuid.UUID, need: str = "Vi trenger én som holder trådene."
) -> uuid.UUID:
    """A draft in which all is answered; ``need`` is one of the answers."""
    case_id = begin(tools, owner_id, "larvik", JOURNEY)
    answers = {slug: dict(given) for slug, given in APPLICANT.answers.items()}
    answers["need"]["need_description"] = need
    with tools.store.write() as db:
        db.add_all(saved(tools, case_id, slug, given) for slug, given in answers.items())
    return case_id


def send(tools: Tools, case_id: uuid.UUID) -> None:
    """Read it over, sign and send, as the citizen does."""
    with tools.store.connect() as db:
        content = frozen_content(read_draft(db, tools, find_draft(db, case_id), READER))
    signing = sending.Signing(content.sha256(), MultiDict(CONSENTS), "demo")
    assert sending.send(tools, case_id, READER, signing) is None
