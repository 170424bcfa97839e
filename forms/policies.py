"""How a municipality takes each kind of case. ``sentences`` are what its own page says of it, for the citizen."""

from typing import Annotated, Literal

from pydantic import AfterValidator, Field

from forms.localised import Line, Localised, Part, Sentences
from forms.reached import tells_how_to_reach
from forms.sort import Sort

NotificationType = Literal[
    "individual_plan", "coordinator", "child_coordinator", "follow_up_team", "rehabilitation"
]


class Applying(Part):
    """How one applies there."""

    paper_only_if_not_digital: bool = False
    """Whether paper is for those who cannot apply digitally. The paper way is open everywhere all the same."""
    sentences: Sentences = ()


class ProxyPolicy(Part):
    """What the municipality asks of somebody who acts for another. It never stops a form: what lacks is marked."""

    require_written_authorization: bool
    accept_relative_when_unable: bool = False
    """Whether relatives may say yes for somebody who cannot."""
    relative_may_describe: bool = False
    """Whether a relative may tell of the need without a written authorization."""
    sentences: Sentences = ()


class Notification(Part):
    """What others may tell the office of."""

    types: list[NotificationType] = Field(min_length=1)
    send_to: Literal["office", "coordinating_unit"]
    copy_to: Line | None = None
    """The unit that gets a copy."""
    sentences: Sentences = ()


class Appeal(Part):
    """Complaints on an answer."""

    send_to: Literal["office", "answering_department"]
    ask_understood: bool
    """Whether it is asked first if the answer was understood."""
    help_to_write: list[Line]
    """Names of helpers."""
    sentences: Sentences = ()


class ServiceComplaint(Part):
    """Complaints on how help is given."""

    send_to: list[Literal["municipality", "coordinator"]] = Field(min_length=1)
    anonymous: bool
    sentences: Sentences = ()


class NextStep(Localised):
    """What happens next, in a sentence or two."""

    letter: bool = False
    """Whether it promises something in writing: it is not told to whoever asked that no letter is sent."""


NextOnes = tuple[NextStep, ...]
"""In the order in which they happen."""


class NextSteps(Part):
    """What happens after something was sent, by what was sent."""

    application: NextOnes = Field(min_length=1)
    notification: NextOnes = Field(min_length=1)
    appeal: NextOnes = Field(min_length=1)
    service_complaint: NextOnes = Field(min_length=1)
    declaration: NextOnes = Field(min_length=1)
    revocation: NextOnes = Field(min_length=1)
    message: NextOnes = Field(min_length=1)

    def after(self, sent: Sort) -> NextOnes:
        """An application for services goes the way of every application."""
        found: NextOnes = getattr(self, "application" if sent == "services" else sent)
        return found


class Privacy(Part):
    """How the answers are used, and where to read or ask more."""

    sentences: Sentences = Field(min_length=1)
    page: Annotated[str, Field(pattern=r"^https://")] | None = None
    officer: Annotated[Line, AfterValidator(tells_how_to_reach)] | None = None
    """The data protection officer: how they are reached, by e-mail or phone (GDPR article 13 no. 1 b)."""


class Stale(Part):
    """A key of the municipality's data that comes from an old source."""

    key: Line
    reason: Line
