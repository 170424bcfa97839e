"""The office's verb for a power or a consent on paper without an identity number: with the number it takes effect."""

import uuid
from dataclasses import replace
from datetime import datetime

import structlog
from sqlalchemy import update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from forms.language import N_
from forms.paper_intake.missing_numbers import OWNER, PROXY, NumbersForm
from forms.paper_intake.namesake import may_be_same
from forms.paper_intake.numbers import owner_number
from forms.paper_intake.power import granted
from forms.paper_intake.proxy import proxy_number
from forms.paper_intake.sender import owned_by
from forms.question import Fault
from forms.situation import Person, Situation
from wizard.accounts import lookup_of, person_of
from wizard.cases import consents, powers
from wizard.cases.beginning import record
from wizard.cases.drafts import Draft, Reader, Typed, read_draft
from wizard.cases.finding import CaseRow, is_withdrawn, lock_sent
from wizard.cases.following import events_of
from wizard.cases.looking_back import sent_cases
from wizard.cases.owners import account_for, drop_unclaimed
from wizard.cases.paper_intake import owner_name
from wizard.cases.paper_read import account_of, has_restricted
from wizard.cases.standing import NUMBER_ADDED, awaits_paper
from wizard.cases.tying import hide_with
from wizard.models import Case, CaseEvent, Submission
from wizard.models_acting import Power
from wizard.models_paper import PaperIntake
from wizard.tools import Tools

GIVES_POWER = "power_of_attorney"
TAKE_EFFECT = (GIVES_POWER, "consent")
"""What comes on paper and holds for somebody who must be known by a number."""

ANOTHER = N_("Nummeret hører til et annet navn enn det som står på papiret. Se om sifrene er riktige.")

log = structlog.get_logger()


def missing_numbers(tools: Tools, case: CaseRow, reader: Reader) -> tuple[str, ...]:
    """Whose number is not known: ``OWNER``, ``PROXY``; nothing for what holds for nobody, or did not come on paper."""
    if not _takes_effect(case):
        return ()
    with tools.store.read() as db:
        return _lacking(db, tools, read_draft(db.connection(), tools, case, reader))


def _takes_effect(case: CaseRow) -> bool:
    return case.on_paper and case.journey in TAKE_EFFECT


def _lacking(db: Session, tools: Tools, draft: Draft) -> tuple[str, ...]:
    """What is somebody's by a number already is never given to another."""
    now, case = draft.walk.now, draft.case
    if not _takes_effect(case) or is_withdrawn(db, case.id):
        return ()
    lacks = {
        OWNER: not owner_number(now) and not person_of(db.connection(), tools, case.owner_id).national_id,
        PROXY: case.journey == GIVES_POWER and granted(now) is not None and _lacks_proxy(db, draft),
    }
    return tuple(whose for whose, missing in lacks.items() if missing)


def _lacks_proxy(db: Session, draft: Draft) -> bool:
    power = db.get(Power, draft.case.id)
    return not proxy_number(draft.walk.now) and (power is None or power.proxy_lookup is None)


def numbers_form(tools: Tools, case: CaseRow, reader: Reader) -> NumbersForm | None:
    """The form as it is shown first; None where no number is missing."""
    with tools.store.read() as db:
        draft = read_draft(db.connection(), tools, case, reader)
        return _form(draft, _lacking(db, tools, draft), None)


def _form(draft: Draft, lacking: tuple[str, ...], typed: Typed | None) -> NumbersForm | None:
    """Whoever adds a number is compared with it, and not the owner, whose number is what is missing."""
    if not lacking:
        return None
    form = NumbersForm(replace(draft.walk.now, submitter=draft.reader.person), typed)
    form.ask_only(lacking)
    return form


def add_numbers(tools: Tools, case: CaseRow, reader: Reader, typed: Typed) -> NumbersForm | None:
    """What stands on the paper takes effect for whom it names; the form where it has faults, and nothing is written."""
    try:
        return _add(tools, case, reader, typed)
    except IntegrityError:  # the owner's account was made by a log-in at the same moment: now it is there
        return _add(tools, case, reader, typed)


def _add(tools: Tools, case: CaseRow, reader: Reader, typed: Typed) -> NumbersForm | None:
    with tools.store.write() as db:
        lock_sent(db, case.id)
        draft = read_draft(db.connection(), tools, case, reader)
        form = _form(draft, _lacking(db, tools, draft), typed)
        if form is None:  # somebody was faster
            return None
        if not form.validate() or not _fit(db, tools, draft, form):
            return form
        at, how = tools.clock(), form.number_seen.data
        for whose in form.numbers():
            record(db, case.id, NUMBER_ADDED, at, actor=reader.account_id, detail=f"{whose} {how}")
        if form.owner:
            _give(db, tools, draft, form, at)
        elif form.proxy:
            known = update(Power).where(Power.case_id == case.id, Power.proxy_lookup.is_(None))
            db.execute(known.values(proxy_lookup=lookup_of(tools, form.proxy)))
    log.info("number_added", case=str(case.id), account=str(reader.account_id))
    return None


def _fit(db: Session, tools: Tools, draft: Draft, form: NumbersForm) -> bool:
    """Nobody gets what stands on the paper in quite another name; by which name a number is known, is not told."""
    names = named(draft.walk.now)
    for whose, number in form.numbers().items():
        known = account_of(db.connection(), tools, number)
        if known and not may_be_same(names[whose], person_of(db.connection(), tools, known).name):
            form.refuse(Fault(f"{whose}_number", draft.reader.language.text(ANOTHER)))
    return not form.faults()


def _give(db: Session, tools: Tools, draft: Draft, form: NumbersForm, at: datetime) -> None:
    """The case is theirs from now on, with all that hangs on it, and what it gives is given in their name."""
    case, now = draft.case, draft.walk.now
    owner_id = account_for(db, tools, Person(owner_name(now), form.owner))
    db.execute(update(Case).where(Case.owner_id == case.owner_id).values(owner_id=owner_id))
    db.execute(update(CaseEvent).where(CaseEvent.actor_id == case.owner_id).values(actor_id=owner_id))
    if owned_by(now) == "subject":
        intake = update(PaperIntake).where(PaperIntake.case_id == case.id)
        found = lookup_of(tools, form.owner)
        db.execute(intake.values(subject_lookup=found))
        db.get_one(Submission, case.id).subject_lookup = found
        _hide(db, tools, draft, form.owner)
    signed = not awaits_paper(event.kind for event in events_of(db, [case.id]).get(case.id, ()))
    consents.known_by_number(db, case, owner_id, at, signed=signed)
    owned = _owned(db, tools, draft, owner_id)
    given = granted(owned.walk.now) if case.journey == GIVES_POWER else None
    if given:
        number = form.proxy or given.proxy_number
        powers.write_down(db, tools, owned, given._replace(proxy_number=number), at if signed else None)
    drop_unclaimed(db, case.owner_id)


def named(now: Situation) -> dict[str, str]:
    """The names on the paper, by whose number it is."""
    return {OWNER: owner_name(now), PROXY: str(now.answer("proxy", "proxy_name") or "")}


def _owned(db: Session, tools: Tools, draft: Draft, owner_id: uuid.UUID) -> Draft:
    """As its owner's, with what they have sent before: a power may be for one of those."""
    case = draft.case._replace(owner_id=owner_id, author_id=owner_id)
    sent = sent_cases(db.connection(), owner_id, case.municipality, tools.today())
    walk = replace(draft.walk, situation=replace(draft.walk.situation, sent=sent))
    return replace(draft, case=case, walk=walk)


def _hide(db: Session, tools: Tools, draft: Draft, number: str) -> None:
    """Whoever told here of a protected address is kept from most eyes in this case too."""
    if has_restricted(db.connection(), tools, draft.case, number):
        hide_with(db, db.get_one(Submission, draft.case.id))
