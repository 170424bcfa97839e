"""What is left of the words of a case that was taken away: the language it was sent in, and the marks that hide."""

import uuid
from collections.abc import Iterable

from forms.language import Code, Language
from forms.marks import NAME_UNSEEN, NOT_TIED, ON_PAPER
from wizard.cases.errors import UnreadableError
from wizard.cases.following import open_request
from wizard.cases.quiet import TOLD_HIDING
from wizard.catalogues import language_of
from wizard.models import Submission
from wizard.tools import Tools

LANGUAGE = "language"
SOURCE: Code = "nb"
"""Of what cannot be opened, or was taken away before this was kept."""

MARKS_LEFT = frozenset({*TOLD_HIDING, NOT_TIED, ON_PAPER})
"""By which others are not told who hides, a revocation is found whose power the office ends, and a day has no hour.

No other is asked of what lies in an archive: what the answers told besides is told there alone.
"""
HASH_GONE = ""
"""In place of a hash of what was written: whoever guesses what it was could hold the guess to it."""


def marks_left(marks: Iterable[str], *, holds: bool) -> list[str]:
    """``holds`` where a yes or a power does: what it gives to a number that nobody has been here with is looked at."""
    return [one for one in marks if one in MARKS_LEFT or (holds and one.partition(" ")[0] == NAME_UNSEEN)]


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
