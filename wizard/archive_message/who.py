"""Who sent a case and whom it is about, read from its answers and the log-in by which it came."""

from typing import NamedTuple, get_args

from forms.acting import role
from forms.archive_codes import Party
from forms.blocks.circumstances import expected_child
from forms.blocks.notes import subject_name
from forms.paper_intake.numbers import owner_name, subject_number
from forms.paper_intake.person import expected, full_name
from forms.paper_intake.sender import owned_by, sent_by
from forms.signers import APPLICANT, known_name, known_number
from forms.situation import Person, Situation
from wizard.archive_message.matter import Who

OWN = ("self", "")
THEIR_WORDS = (*OWN, "staff_assisting")
"""In what role the words are those of whom it is about, whoever wrote them down."""


class Both(NamedTuple):
    """The sender, and whom it is about; None where that is not told, or nobody yet."""

    sender: Who
    subject: Who | None


def of_form(now: Situation, author: Person) -> Both:
    """Of what was filled in here: the author is known by their log-in, others by what is told of them."""
    acting = role(now)
    subject = _told_of(now, author)
    if acting in THEIR_WORDS and subject:
        return Both(subject, subject)
    return Both(Who(author.name, author.national_id, _party(acting)), subject)


def _told_of(now: Situation, author: Person) -> Who | None:
    if now.principal:
        return Who(now.principal.name, now.principal.national_id)
    if expected_child(now):
        return None
    if role(now) in OWN:
        return Who(author.name or subject_name(now), author.national_id)
    name = known_name(now, APPLICANT)
    return Who(name, known_number(now, APPLICANT)) if name else None


def of_paper(now: Situation, owner: Person) -> Both:
    """Of what came on paper: whose case it became may have got a number since that does not stand there."""
    theirs = owned_by(now) == "subject"
    subject = _named_on(now, owner.national_id if theirs else "")
    name = now.answer("sender", "sender_name") or ""
    if subject and not name:
        return Both(subject, subject)
    number = now.answer("sender", "sender_national_id") or ("" if theirs else owner.national_id)
    return Both(Who(name or owner_name(now), number, _party(sent_by(now))), subject)


def _named_on(now: Situation, added: str) -> Who | None:
    """Whom a paper is about, with the number that stands there or that was ``added``."""
    return None if expected(now) else Who(full_name(now), subject_number(now) or added)


def of_what_belongs_to(earlier: Both, author: Person) -> Both:
    """Of what speaks of an earlier case alone: it is about whom that was about."""
    same = author.national_id == earlier.sender.national_id
    sender = Who(author.name, author.national_id, earlier.sender.party if same else None)
    mine = earlier.subject and earlier.subject.national_id == author.national_id
    return Both(earlier.subject if mine and earlier.subject else sender, earlier.subject)


def _party(acting: str) -> Party | None:
    return next((one for one in get_args(Party) if one == acting), None)
