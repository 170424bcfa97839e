"""What the office's pages show of a case, as finished text."""

from dataclasses import dataclass
from datetime import UTC, datetime
from uuid import UUID

from flask import request
from werkzeug.exceptions import BadRequest

from forms.language import N_
from forms.marks import MARKS
from wizard.cases.attaching import sent_files
from wizard.cases.following import Sent
from wizard.routes.case_lines import status
from wizard.routes.here import language
from wizard.tools import Tools


@dataclass(frozen=True)
class OfficeLine:
    """A line of the office's list."""

    id: UUID
    reference: str
    title: str
    received: str
    status: str
    marks: list[str]
    by: str
    written: str
    """The language of the title: the citizen's, not the page's."""


@dataclass(frozen=True)
class AttachmentLine:
    id: str
    name: str
    size: str


def office_line(found: Sent) -> OfficeLine:
    content = found.request.content
    return OfficeLine(
        id=found.case.id,
        reference=found.case.reference,
        title=content.title,
        received=language().moment(found.received_at),
        status=status(found.events),
        marks=marks(found),
        written=content.language,
        by=next((fact.value for fact in content.facts), ""),
    )


def marks(found: Sent) -> list[str]:
    """What a caseworker must not overlook: from the answers, and from what happened since."""
    own = [MARKS[key] for key in found.marks if key in MARKS]
    own += [N_("Underskrift kommer på papir")] if found.happened("paper_signature_promised") else []
    if found.refused:
        own.append(N_("Dokumentene kunne ikke lages"))
    return [language().text(mark) for mark in own]


def taken(found: Sent) -> str:
    """When the case was taken in hand; empty while it is not."""
    at = found.happened("taken_in_hand")
    return language().moment(at) if at else ""


@dataclass(frozen=True)
class AnswerLine:
    """A question with its answer, as the citizen read them before signing."""

    label: str
    text: str


def answer_sections(found: Sent) -> list[tuple[str, list[AnswerLine]]]:
    """The answers by section, from what was signed."""
    return [
        (section.title, [AnswerLine(one.question, one.answer) for one in section.answers])
        for section in found.request.content.sections
    ]


def attachment_lines(tools: Tools, found: Sent) -> list[AttachmentLine]:
    return [
        AttachmentLine(info.id, info.name, language().size(info.size)) for info in sent_files(tools, found)
    ]


def older_than() -> datetime | None:
    """The end of the page before this one, from the address; ``BadRequest`` for anything but a time."""
    value = request.args.get("eldre-enn")
    try:
        return None if value is None else datetime.fromisoformat(value).astimezone(UTC)
    except (ValueError, OverflowError) as error:
        raise BadRequest from error
