"""A finished, checked document from a request: what the application answers with."""

from typst import TypstError

from docgen.complete import Incomplete, check_docx, check_pdf
from docgen.contract import AnyRequest
from docgen.deadline import NEVER, Deadline
from docgen.docx import docx
from docgen.doubtful import STEPS, Doubt, beyond_safe
from docgen.hushed import Panicked
from docgen.marked import LISTED
from docgen.pdf import pdf
from docgen.pictures import pictures
from docgen.seal import SealingKey, seal
from docgen.shown import Shown, shown, texts, uncovered
from docgen.words import words

SURE = STEPS.index(beyond_safe)
MANY = 1_000
"""Different characters that may be a hindrance: more than five scripts together have."""
REMEMBERED = 1_000
"""Requests, by their hash alone, of which it is known with which characters they can be set: the other file is asked
for next, and need not find it out again."""
_found: dict[str, Doubt] = {}


def make_docx(request: AnyRequest, deadline: Deadline = NEVER) -> bytes:
    """The Word document, with the marks that the PDF needs. Raises ``Incomplete`` rather than give one with a hole."""
    unusual = beyond_safe(texts(request.model_dump(mode="json")))
    # What a PDF can be made with is found out by making it. Few requests hold anything that may be a hindrance.
    data = _as_set(request, deadline) if unusual else shown(request)
    made = docx(request.master, data, pictures(request))
    check_docx(made, words(data))
    return made


def make_pdf(request: AnyRequest, key: SealingKey, deadline: Deadline = NEVER) -> bytes:
    """The sealed PDF. Raises ``CannotSeal`` or ``Incomplete`` rather than give one without seal or with a hole."""
    return seal(settled(request, deadline)[1], key)


def settled(request: AnyRequest, deadline: Deadline = NEVER) -> tuple[Shown, bytes]:
    """What both files show, and the PDF of it, unsealed: with as many of the characters as Typst can set.

    Raises what the last attempt failed with, where it is not the characters that are at fault, or ``TooLate``.
    """
    name = request.sha256()
    tried: Shown | None = None
    failed: Exception = Incomplete("nothing was tried")
    for doubt in _steps(request, name):
        deadline.left()
        data = shown(request, doubt)
        if data == tried:
            continue
        try:
            made = pdf(request, data, deadline)
            check_pdf(made, words(data))
        except (Incomplete, Panicked, TypstError) as error:
            tried, failed = data, error
        else:
            _remember(name, doubt)
            return data, made
    raise failed


def _as_set(request: AnyRequest, deadline: Deadline) -> Shown:
    """What its PDF shows, which is made only where it is not known yet with which characters it can be."""
    deadline.left()
    doubt = _found.get(request.sha256())
    return settled(request, deadline)[0] if doubt is None else shown(request, doubt)


def _remember(name: str, doubt: Doubt) -> None:
    if len(_found) >= REMEMBERED:
        _found.clear()
    _found[name] = doubt


def _steps(request: AnyRequest, name: str) -> tuple[Doubt, ...]:
    """What is tried, one after another; with more characters than any text needs, only what is sure to be made soon."""
    if doubt := _found.get(name):
        return STEPS[STEPS.index(doubt) :]
    written = list(texts(request.model_dump(mode="json")))
    too_many = len(uncovered(written)) > LISTED or len(beyond_safe(written)) > MANY
    return STEPS[SURE:] if too_many else STEPS
