"""What is left of the request of a case that was taken away: the language that it was sent in, and nothing else."""

import uuid

from forms.language import Code, Language
from wizard.cases.errors import UnreadableError
from wizard.cases.following import open_request
from wizard.catalogues import language_of
from wizard.models import Submission
from wizard.tools import Tools

LANGUAGE = "language"
SOURCE: Code = "nb"
"""Of what cannot be opened, or was taken away before this was kept."""


def sealed_rest(tools: Tools, submission: Submission) -> bytes:
    """What lies in place of the request from now on: no page takes it for one."""
    try:
        language = open_request(tools, submission).content.language
    except UnreadableError:
        language = SOURCE
    return tools.vault.seal_json({LANGUAGE: language}, _place(submission.case_id))


def language_sent(tools: Tools, submission: Submission) -> Language:
    """The language of what was sent: what follows from it later is written in that too."""
    if submission.removed_at is None:
        return language_of(open_request(tools, submission).content.language)
    left = tools.vault.open_json(submission.sealed_request, _place(submission.case_id))
    return language_of(left.get(LANGUAGE, SOURCE))


def _place(case_id: uuid.UUID) -> str:
    return f"submissions:{case_id}"
