"""The office's verb for a consent that somebody takes back without a form of ours: a case of its own, sent at once."""

import uuid
from datetime import datetime
from typing import Any, NamedTuple

import structlog
from sqlalchemy.orm import Session

from docgen.contract import Content, Signature
from forms import document
from forms.acting import role_name
from forms.blocks.circumstances import HAS_NUMBER, age_chosen, for_self
from forms.journeys.consent_withdrawal.parts import A_PART, ALL
from forms.journeys.consent_withdrawal.parts import STEP as WHAT
from forms.journeys.consent_withdrawal.spoken import SpokenForm, on_paper, said_day, told_by
from forms.language import N_, OSLO, Language
from forms.municipality import municipality
from forms.question import Fault
from forms.signatures import record_of_hearing, record_of_speech
from forms.situation import SentCase, Situation
from forms.yes import HeldYes
from wizard.accounts import Visitor, person_of
from wizard.cases.beginning import new_case, record
from wizard.cases.consented import held_of_owner
from wizard.cases.drafts import Draft, Reader, Typed, read_draft
from wizard.cases.finding import CaseRow, find_case, lock_sent
from wizard.cases.grown_up import deciding
from wizard.cases.left_behind import language_sent
from wizard.cases.putting_in import Putting, put_in
from wizard.cases.sending import log_in
from wizard.cases.standing import NOTED_DOWN
from wizard.cases.taken_for import Speaker, about_given, owner_of
from wizard.cases.written_down import answer
from wizard.models import Submission
from wizard.tools import Tools

WITHDRAWAL = "consent_withdrawal"
NAMES = ("subject_given_name", "subject_family_name")
OWN = N_("Dette gjelder deg selv. En kollega må skrive det ned, eller du kan trekke det på sidene dine.")

log = structlog.get_logger()


class Staff(NamedTuple):
    """Who writes it down, and the language of their pages."""

    visitor: Visitor
    language: Language


def spoken_form(tools: Tools, case: CaseRow, staff: Staff, typed: Typed | None = None) -> SpokenForm:
    """The form as it is shown first: whoever gave the consent is proposed, where they decide still, and today.

    Or with what was ``typed`` before.
    """
    with tools.store.read() as db:
        form = _form(db, tools, case, staff, typed)
        if typed is None and not form.situation.sent[0].decided_by_subject:
            form.said_by.data = person_of(db.connection(), tools, case.owner_id).name
    return form


def take_down(tools: Tools, case: CaseRow, staff: Staff, typed: Typed) -> SpokenForm | None:
    """What was said ends now, and a document tells so; the form where it has faults, and nothing is written."""
    with tools.store.write() as db:
        lock_sent(db, case.id)
        form = _form(db, tools, case, staff, typed)
        if not form.validate():
            return form
        if _own(db, tools, case, staff):
            form.refuse(Fault("said_by", staff.language.text(OWN)))
            return form
        at = tools.clock()
        answers = _answers(db, tools, case, staff, form)
        given = _given(db, tools, case, staff)
        speaker = Speaker(answers["role"]["said_by"], answers["role"]["said_as"], form.decided_by_subject)
        owner_id = owner_of(db, tools, given, answers["subject"], speaker)
        new_id = new_case(db, (owner_id, staff.visitor.account_id), case.municipality, WITHDRAWAL, at)
        answer(db, tools, new_id, answers)
        _send(db, tools, new_id, Given(case, form.situation.sent[0]), staff, at)
    log.info("consent_taken_down", case=str(case.id), account=str(staff.visitor.account_id))
    return None


def _form(db: Session, tools: Tools, case: CaseRow, staff: Staff, typed: Typed | None) -> SpokenForm:
    given = db.get_one(Submission, case.id).received_at.astimezone(OSLO).date()
    told = SentCase(case.reference, case.journey, given, consents=_held(db, tools, case))
    sent = deciding(db.connection(), tools, (told,))
    place = municipality(case.municipality, tools.settings.municipalities)
    situation = Situation(place, staff.visitor.person, tools.today(), staff.language, sent=sent)
    return SpokenForm(situation, typed)


def _held(db: Session, tools: Tools, case: CaseRow) -> tuple[HeldYes, ...]:
    held = held_of_owner(db.connection(), tools, case.owner_id, case.municipality)
    return held.get(case.reference, ())


def _own(db: Session, tools: Tools, case: CaseRow, staff: Staff) -> bool:
    """Whether whoever writes it down is the one who gave it, or whom it is about."""
    number = staff.visitor.person.national_id
    subject = _given(db, tools, case, staff).walk.now.answer("subject", "subject_national_id")
    return number in {subject, person_of(db.connection(), tools, case.owner_id).national_id}


def _given(db: Session, tools: Tools, case: CaseRow, staff: Staff) -> Draft:
    """The case in which the consent was given, as it was filled in."""
    reader = Reader(staff.visitor.person, staff.language, staff.visitor.account_id)
    return read_draft(db.connection(), tools, case, reader)


def _language(db: Session, tools: Tools, case: CaseRow) -> Language:
    """The document is in the language in which the consent was given."""
    return language_sent(tools, db.get_one(Submission, case.id))


def _answers(
    db: Session, tools: Tools, case: CaseRow, staff: Staff, form: SpokenForm
) -> dict[str, dict[str, Any]]:
    """The withdrawal as its own pages would have asked for it."""
    place, heard = form.situation.municipality, form.stored()
    all_ = {*heard["taken"]} >= {one.id for one in form.situation.sent[0].consents}
    return {
        WHAT: {
            "consent_reference": [case.reference],
            "withdraw_extent": ALL if all_ else A_PART,
            "withdraw_parts": [] if all_ else heard["taken"],
            "withdraw_part": "" if all_ else heard["taken_words"],
            **{name: heard[name] for name in ("from_when", "from_when_date")},
        },
        "role": {
            "municipality_id": place.id,
            "submitter_role": "staff_assisting",
            "own_office": place.office.name,
            "own_initials": "".join(word[0] for word in staff.visitor.name.split())[:10],
            "oral_or_written": heard["heard"],
            "receiver": place.office.name,
            **{name: heard[name] for name in ("said_by", "said_as", "said_on", "identity_checked")},
        },
        "subject": _subject(_given(db, tools, case, staff)),
    }


def _subject(given: Draft) -> dict[str, Any]:
    """Whom it is about, as the consent told it; of one's own form the log-in knew the number."""
    now = given.walk.now
    if not for_self(now):
        known = dict(now.answers["subject"])
    else:
        known = {name: now.answer("you", name) for name in NAMES}
        known |= {"subject_no_id": HAS_NUMBER, "subject_national_id": now.submitter.national_id}
    return known | {"subject_age": age_chosen(known, now)}


class Given(NamedTuple):
    """The case in which the consent was given, and what a form that takes it back knows of it."""

    case: CaseRow
    known: SentCase


def _send(db: Session, tools: Tools, case_id: uuid.UUID, given: Given, staff: Staff, at: datetime) -> None:
    case = find_case(db.connection(), case_id)
    if case is None:
        raise LookupError(case_id)
    reader = Reader(staff.visitor.person, _language(db, tools, given.case), staff.visitor.account_id)
    read = read_draft(db.connection(), tools, case, reader)
    draft = about_given(db, tools, given.case, given.known, read)
    content = _content(draft)
    record(db, case_id, NOTED_DOWN, at, actor=staff.visitor.account_id)
    put_in(db, tools, draft, Putting(content, (_signature(tools, draft, staff, content, at),), at))


def _content(draft: Draft) -> Content:
    """Nobody declares anything by what stands on a paper of their own."""
    content = document.content(draft.walk, draft.case.reference)
    return content.model_copy(update={"declarations": []}) if on_paper(draft.walk.now) else content


def _signature(tools: Tools, draft: Draft, staff: Staff, content: Content, at: datetime) -> Signature:
    now, language = draft.walk.now, draft.walk.now.language
    login = log_in(tools, draft.reader, staff.visitor.level)
    if on_paper(now) and (day := said_day(now)):
        told = told_by(now, language.date(day))
        return record_of_hearing(staff.visitor.person, told, login, at, content.sha256(), language)
    role = role_name(now)
    return record_of_speech(staff.visitor.person, role, login, at, content.sha256(), language)
