"""Why a verb refused: each is a named error that the web layer turns into a page."""

import uuid

from forms.journey import Step
from forms.question import Fault


class AlreadySentError(Exception):
    """The case is in; what was sent is not changed afterwards."""


class GoneError(Exception):
    """The draft was deleted while something was done to it."""


class RemovedError(Exception):
    """What was sent lies in the municipality's archive, and is not here any more."""


class NotYoursError(Exception):
    """No such case is one's own, or it is none that the form can be about; nobody can tell which."""


class GroundLostError(Exception):
    """Somebody acts for another, and has no ground to any more; ``why`` is the reason's key."""

    def __init__(self, why: str) -> None:
        super().__init__()
        self.why = why


class NotFillingInError(Exception):
    """Somebody wants to sign what another fills in: only whoever fills in may, or whose case it is."""


class OwnCaseError(Exception):
    """A member of staff would help themselves: they are the citizen."""


class NeverSignsError(Exception):
    """Somebody who helps would sign by their own log-in: no page of ours sends that."""


class WrongCodeError(Exception):
    """There is no such code, or it is for somebody else; nobody can tell which."""


class CodeOverError(Exception):
    """The code was for this person, and is good for nothing any more; ``why`` is the reason's key.

    ``municipality`` is where its case is, as far as that is known.
    """

    def __init__(self, why: str, municipality: str = "") -> None:
        super().__init__()
        self.why = why
        self.municipality = municipality


class NotToSignError(Exception):
    """There is nothing that they could be asked to sign, or could sign, as the case stands now."""


class MistakenError(Exception):
    """That person cannot be asked to sign as that; ``why`` is a source text."""

    def __init__(self, why: str) -> None:
        super().__init__()
        self.why = why


class TooManyTriesError(Exception):
    """Too many codes that opened nothing, within too short a time; this one was not even looked at."""


class TooManyMailsError(Exception):
    """Too many codes were asked for within a day, by that person or to that address; no further one is sent."""


class TooManyBegunError(Exception):
    """A helper has begun too many drafts together with others, or ``for_one`` person; no further one was begun."""

    def __init__(self, *, for_one: bool) -> None:
        super().__init__()
        self.for_one = for_one


class TooManyDraftsError(Exception):
    """The person has so many unsent drafts that no further one is begun."""


class TooLongError(Exception):
    """Far more was typed than a question takes or the form has room for; nothing was kept of it.

    ``faults`` are at the questions, by their names within the step.
    """

    def __init__(self, faults: tuple[Fault, ...]) -> None:
        super().__init__()
        self.faults = faults


class OutOfOrderError(Exception):
    """The step may not be visited yet, or is not on the path; ``resume`` is where to go on, None for the review."""

    def __init__(self, resume: Step | None) -> None:
        super().__init__()
        self.resume = resume


class ConflictError(Exception):
    """The step was saved elsewhere since this page was opened; nothing was overwritten."""


class IncompleteError(Exception):
    """Steps are missing or no longer hold; nothing was sent."""

    def __init__(self, steps: tuple[Step, ...]) -> None:
        super().__init__()
        self.steps = steps


class ContentChangedError(Exception):
    """What is signed is not what was shown; the citizen must read it again."""


class CameAlreadyError(Exception):
    """The same form about the same person came on the same day; nothing was registered."""


class UnreadableError(Exception):
    """What was sent cannot be opened here: sealed with another key, changed, or of another version."""


class HeldByAnotherError(Exception):
    """Somebody else has the case in hand, since before or since the page was opened; nothing was changed."""


class NoFilesHereError(Exception):
    """A file came for a question that takes none: no page of ours sends that."""


class RefusedFileError(Exception):
    """The file cannot be taken; the message says why, in the reader's language."""


class NoFileNowError(RefusedFileError):
    """Nothing is known of the file: it was not read in time, or too many are read at once."""


class FileHeldBackError(Exception):
    """Nobody can open the file: a virus is in it, it cannot be screened for one, or that is still to come."""

    def __init__(self, *, infected: bool, given_up: bool) -> None:
        super().__init__()
        self.infected, self.given_up = infected, given_up


class FileUnavailableError(Exception):
    """A file that is there cannot be read now; ``cause`` is the kind of the trouble."""

    def __init__(self, file_id: uuid.UUID, cause: str) -> None:
        super().__init__()
        self.file_id = file_id
        self.cause = cause


class NoPaperError(Exception):
    """No signed paper can be put in at the counter any more: the office has it in hand, or needs none."""


class OwnScanError(Exception):
    """Whoever scanned the signed paper would say themselves that the signature is good: a colleague has to."""


class OtherPaperError(Exception):
    """Another paper has come since the page was opened: nobody has looked at the signature on it."""


class NotLoggedError(Exception):
    """It cannot be written down who opens the case, so nobody but its owner is shown anything of it."""
