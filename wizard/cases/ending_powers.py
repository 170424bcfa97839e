"""The office's verb for a power of attorney that is taken back without a form: over at once, and a case tells so."""

from datetime import date, datetime, time
from typing import Any

import structlog
from sqlalchemy.orm import Session

from docgen.contract import Content, Fact, Signature
from forms import document
from forms.blocks.told_office import ON_PAPER
from forms.journeys.power_of_attorney_revocation.revocation import STEP
from forms.journeys.power_of_attorney_revocation.spoken import GIVER, TAKEN_BACK_AS, SpokenEndForm
from forms.known_by import CHECKED
from forms.language import OSLO, Language
from forms.signatures import Heard, record_of_hearing
from forms.signers import gives_through_another
from forms.ties import WITHDRAWN
from wizard.accounts import Visitor, person_of
from wizard.cases import powers
from wizard.cases.beginning import new_case, record
from wizard.cases.drafts import Draft, Reader, Typed, read_draft
from wizard.cases.finding import CaseRow, find_case, lock_sent
from wizard.cases.following import events_of
from wizard.cases.left_behind import language_sent
from wizard.cases.paper_read import GIVES_POWER, TAKES_POWER
from wizard.cases.putting_in import Came, Putting, put_in
from wizard.cases.sending import log_in
from wizard.cases.standing import NOTED_DOWN, POWER_OVER
from wizard.cases.untied import tie_untied
from wizard.cases.written_down import answer
from wizard.models import Submission
from wizard.models_acting import Power
from wizard.tools import Tools

log = structlog.get_logger()


def can_end(tools: Tools, case: CaseRow) -> bool:
    """Whether it is a power that is not over: also one that waits for a signature, or for somebody's number."""
    if case.journey != GIVES_POWER:
        return False
    with tools.store.read() as db:
        return _can_end(db, case)


def _can_end(db: Session, case: CaseRow) -> bool:
    power, events = db.get(Power, case.id), events_of(db, [case.id]).get(case.id, ())
    over = POWER_OVER.intersection(event.kind for event in events)
    return case.journey == GIVES_POWER and not over and (power is None or power.ended_at is None)


def end_form(tools: Tools, case: CaseRow, reader: Reader, typed: Typed | None = None) -> SpokenEndForm:
    """The form as it is shown first: whoever gave it is proposed, and today; or with what was ``typed`` before."""
    with tools.store.read() as db:
        draft = read_draft(db.connection(), tools, case, reader)
        form = _form(db, draft, typed)
        if typed is None and _is_givers(draft):
            form.taken_by.data = person_of(db.connection(), tools, case.owner_id).name
        return form


def _form(db: Session, given: Draft, typed: Typed | None) -> SpokenEndForm:
    form = SpokenEndForm(given.walk.now, typed)
    form.over_from(powers.over_from(db, given.case.id))
    form.told_on.earliest = db.get_one(Submission, given.case.id).received_at.astimezone(OSLO).date()
    return form


def _is_givers(given: Draft) -> bool:
    """What its proxy filled in, and its giver has not signed here, is nobody's to read but the proxy's."""
    return not gives_through_another(given.walk.now) or given.case.owner_id != given.case.author_id


def end_power(
    tools: Tools, case: CaseRow, staff: Visitor, reader: Reader, typed: Typed
) -> SpokenEndForm | None:
    """It is over, with everybody's part by it; the form where it has faults, and nothing is written. Twice is once.

    A case of the giver's own tells who said it, how it was known who that was, and who wrote it down.
    """
    with tools.store.write() as db:
        powers.hold_drafts(db, [case.id])
        lock_sent(db, case.id)
        given = read_draft(db.connection(), tools, case, reader)
        form = _form(db, given, typed)
        if not form.validate():
            return form
        if not _can_end(db, case):
            return None
        at = tools.clock()
        if _is_givers(given):
            if form.heard.data == ON_PAPER:
                tie_untied(db, tools, given)
            _write_down(db, tools, given, staff, form, at)
        else:  # nothing holds yet that could hold until a later day
            record(db, case.id, WITHDRAWN, at, actor=staff.account_id)
            powers.end(db, case.id, at)
    log.info("power_ended_at_office", case=str(case.id), account=str(staff.account_id))
    return None


def _write_down(
    db: Session, tools: Tools, given: Draft, staff: Visitor, form: SpokenEndForm, at: datetime
) -> None:
    """Put in as the giver's own, in the language of the power; from when it was told."""
    people = (given.case.owner_id, given.case.owner_id)
    new_id = new_case(db, people, given.case.municipality, TAKES_POWER, at, by=staff.account_id)
    answer(db, tools, new_id, _answers(db, tools, given, form))
    case = find_case(db.connection(), new_id)
    if case is None:
        raise LookupError(new_id)
    language = language_sent(tools, db.get_one(Submission, given.case.id))
    reader = Reader(staff.person, language, staff.account_id)
    draft = read_draft(db.connection(), tools, case, reader)
    content = _content(draft, form)
    record(db, new_id, NOTED_DOWN, at, actor=staff.account_id)
    came = Came(at, _counts_from(form.told_day, at), _receipt(draft, form, at), restricted=False)
    put_in(
        db, tools, draft, Putting(content, (_signature(tools, staff, content, form, at, language),), at, came)
    )


def _answers(db: Session, tools: Tools, given: Draft, form: SpokenEndForm) -> dict[str, dict[str, Any]]:
    """The revocation as its own pages would have asked for it."""
    giver = person_of(db.connection(), tools, given.case.owner_id)
    first, _, family = giver.name.rpartition(" ")
    you = {
        "subject_given_name": first,
        "subject_family_name": family,
        "subject_national_id": giver.national_id,
    }
    return {STEP: form.revocation(given.case.reference), "you": you}


def _content(draft: Draft, form: SpokenEndForm) -> Content:
    """Nobody declares anything by it; whoever took it back for the giver is told beside it, and not the giver."""
    content = document.content(draft.walk, draft.case.reference)
    facts = content.facts if form.taken_as.data == GIVER else content.facts[1:]
    return content.model_copy(update={"declarations": [], "facts": facts})


def _counts_from(day: date, at: datetime) -> datetime:
    """From when the day began in Norway; told today, from now on."""
    return at if day >= at.astimezone(OSLO).date() else datetime.combine(day, time(), OSLO)


def _receipt(draft: Draft, form: SpokenEndForm, at: datetime) -> list[Fact]:
    """As of any other, but that it holds from when the office was told, and not from when it was written down."""
    facts = document.receipt(draft.walk.sent(at, awaits_paper=False), at)
    if form.later_day() is None and form.told_day < at.astimezone(OSLO).date():
        facts[-1] = Fact(label=facts[-1].label, value=draft.walk.now.language.date(form.told_day))
    return facts


def _signature(
    tools: Tools, staff: Visitor, content: Content, form: SpokenEndForm, at: datetime, language: Language
) -> Signature:
    on_paper = form.heard.data == ON_PAPER
    heard = Heard(
        form.taken_by.data or "",
        language.text(dict(TAKEN_BACK_AS)[str(form.taken_as.data)]),
        language.date(form.told_day),
        on_paper,
        "" if on_paper else language.text(dict(CHECKED)[str(form.identity_checked.data)]),
    )
    login = log_in(tools, Reader(staff.person, language), staff.level)
    return record_of_hearing(staff.person, heard, login, at, content.sha256(), language)
