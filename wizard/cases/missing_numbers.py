"""The office's verb for a power or a consent on paper without an identity number: with the number it takes effect."""

from dataclasses import replace
from datetime import datetime
from typing import NamedTuple

import structlog
from sqlalchemy import select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from forms.blocks.circumstances import protected
from forms.marks import NAME_UNCHECKED, unseen
from forms.paper_intake.elsewhere import is_anothers
from forms.paper_intake.missing_numbers import OWNER, PROXY, SUBJECT, NumbersForm, as_told
from forms.paper_intake.namesake import ANOTHER
from forms.paper_intake.numbers import owner_number, subject_number
from forms.paper_intake.person import expected, full_name
from forms.paper_intake.power import granted
from forms.paper_intake.proxy import proxy_number
from forms.paper_intake.sender import owned_by
from forms.question import Fault
from forms.situation import Person, Situation
from wizard.accounts import lookup_of, person_of
from wizard.cases import consents, powers
from wizard.cases.beginning import record
from wizard.cases.drafts import Draft, Reader, Typed, read_draft
from wizard.cases.eyes import Eyes
from wizard.cases.finding import CaseRow, lock_sent
from wizard.cases.following import events_of
from wizard.cases.groundless import known_again
from wizard.cases.looking_back import sent_cases
from wizard.cases.owners import account_for, drop_unclaimed
from wizard.cases.paper_intake import owner_name
from wizard.cases.paper_read import (
    GIVES_POWER,
    TAKE_EFFECT,
    Came,
    account_of,
    came_already,
    has_restricted,
    subject_lookup,
)
from wizard.cases.standing import NUMBER_ADDED, POWER_OVER, awaits_paper
from wizard.cases.tying import hide_with, of_the_same
from wizard.cases.unseen_names import is_unseen
from wizard.cases.untied import untied
from wizard.models import Case, CaseEvent, Submission
from wizard.models_acting import Power
from wizard.models_consents import Consent
from wizard.models_paper import PaperIntake
from wizard.tools import Tools

log = structlog.get_logger()


def missing_numbers(tools: Tools, case: CaseRow, reader: Reader) -> tuple[str, ...]:
    """Whose number is not known; nothing for what holds for nobody, or did not come on paper."""
    if not _takes_effect(case):
        return ()
    with tools.store.read() as db:
        return _lacking(db, tools, read_draft(db.connection(), tools, case, reader))


def _takes_effect(case: CaseRow) -> bool:
    return case.on_paper and case.journey in TAKE_EFFECT


def _lacking(db: Session, tools: Tools, draft: Draft) -> tuple[str, ...]:
    """What is somebody's by a number already is never given to another; what does not belong here, to nobody."""
    now, case = draft.walk.now, draft.case
    if not _takes_effect(case) or is_anothers(now) or _is_over(db, case):
        return ()
    lacks = {
        OWNER: not owner_number(now) and not person_of(db.connection(), tools, case.owner_id).national_id,
        SUBJECT: _lacks_subject(db, draft),
        PROXY: case.journey == GIVES_POWER and granted(now) is not None and _lacks_proxy(db, draft),
    }
    return tuple(whose for whose, missing in lacks.items() if missing)


def _is_over(db: Session, case: CaseRow) -> bool:
    return not POWER_OVER.isdisjoint(event.kind for event in events_of(db, [case.id]).get(case.id, ()))


def _lacks_subject(db: Session, draft: Draft) -> bool:
    """Whom another said yes for sees that, and takes it back, only once their number is known."""
    now = draft.walk.now
    if owned_by(now) == "subject" or expected(now) or subject_number(now):
        return False
    unknown = select(Consent.id).where(Consent.case_id == draft.case.id, Consent.subject_lookup.is_(None))
    return db.scalar(unknown.limit(1)) is not None


def _lacks_proxy(db: Session, draft: Draft) -> bool:
    power = db.get(Power, draft.case.id)
    return not proxy_number(draft.walk.now) and (power is None or power.proxy_lookup is None)


class Added(NamedTuple):
    """What became of numbers that staff wrote."""

    refused: NumbersForm | None = None
    """With its faults, where nothing is written."""
    came: tuple[Came, ...] = ()
    """The like of it that has come for the same person, once their number is known."""
    asked: str = ""
    """The number that led to those."""
    written: bool = False
    faster: bool = False
    """Whether somebody else had added one of them already: what was written here is not used."""


def numbers_form(
    tools: Tools, case: CaseRow, reader: Reader, typed: Typed | None = None
) -> NumbersForm | None:
    """The form with what was ``typed``; None where no number is missing."""
    with tools.store.read() as db:
        draft = read_draft(db.connection(), tools, case, reader)
        return _form(draft, _lacking(db, tools, draft), typed)


def _form(
    draft: Draft, lacking: tuple[str, ...], typed: Typed | None, *, like: bool = False
) -> NumbersForm | None:
    """Whoever adds a number is compared with it, and not the owner, whose number is what is missing.

    ``like``: the like of it has come, and staff must have seen that this is something else.
    """
    if not lacking:
        return None
    form = NumbersForm(replace(draft.walk.now, submitter=draft.reader.person), typed)
    form.ask_only(lacking)
    if not like:
        form.ask_nothing_again()
    return form


def add_numbers(tools: Tools, case: CaseRow, reader: Reader, typed: Typed, eyes: Eyes) -> Added:
    """What stands on the paper takes effect for whom it names; the form where it has faults, and nothing is written."""
    try:
        return _add(tools, case, reader, typed, eyes)
    except IntegrityError:  # the owner's account was made by a log-in at the same moment: now it is there
        return _add(tools, case, reader, typed, eyes)


def _add(tools: Tools, case: CaseRow, reader: Reader, typed: Typed, eyes: Eyes) -> Added:
    with tools.store.write() as db:
        lock_sent(db, case.id)
        draft = read_draft(db.connection(), tools, case, reader)
        lacking = _lacking(db, tools, draft)
        faster = _was_faster(db, draft, lacking, typed)
        form = _form(draft, lacking, typed)
        if form is None:
            return Added(faster=faster)
        if not form.validate() or not _fit(draft, form):
            return Added(form)
        if came := _like(db, tools, draft, form.numbers(), eyes):
            again = _form(draft, lacking, typed, like=True)
            if again and not again.validate():
                return Added(again, came, ", ".join(form.numbers().values()))
        _write(db, tools, draft, form, reader)
    log.info("number_added", case=str(case.id), account=str(reader.account_id))
    return Added(written=True, faster=faster)


def _was_faster(db: Session, draft: Draft, lacking: tuple[str, ...], typed: Typed) -> bool:
    """Whether a number that is typed was added by somebody else since the page was shown."""
    events = events_of(db, [draft.case.id]).get(draft.case.id, ())
    added = {event.detail.partition(" ")[0] for event in events if event.kind == NUMBER_ADDED}
    return any(typed.get(f"{whose}_number") for whose in added.difference(lacking))


def _like(db: Session, tools: Tools, draft: Draft, numbers: dict[str, str], eyes: Eyes) -> tuple[Came, ...]:
    """The same form about the same person, and what may have taken it back: without a number nobody saw it."""
    here, back = db.connection(), list[Came]()
    if draft.case.journey == GIVES_POWER:
        giver = account_of(here, tools, numbers.get(OWNER, "")) or draft.case.owner_id
        back = untied(here, tools, draft, giver, eyes=eyes)
    if not numbers.keys() & {OWNER, SUBJECT}:
        return tuple(back)
    told = as_told(draft.walk.now, numbers)
    return (*came_already(here, tools, draft.case, told, eyes=eyes), *back)


def _write(db: Session, tools: Tools, draft: Draft, form: NumbersForm, reader: Reader) -> None:
    at, how, case = tools.clock(), form.number_seen.data, draft.case
    _mark(db, tools, draft, form.numbers())
    for whose in form.numbers():
        record(db, case.id, NUMBER_ADDED, at, actor=reader.account_id, detail=f"{whose} {how}")
    if form.numbers().keys() & {OWNER, SUBJECT}:
        _give(db, tools, draft, form.numbers(), at)
    else:
        known = update(Power).where(Power.case_id == case.id, Power.proxy_lookup.is_(None))
        db.execute(known.values(proxy_lookup=lookup_of(tools, form.numbers()[PROXY])))


def _fit(draft: Draft, form: NumbersForm) -> bool:
    """Nobody gets what stands on the paper in quite another name; by which name a number is known, is not told."""
    now = draft.walk.now
    names = named(now)
    for whose, number in form.numbers().items():
        if now.known_otherwise(number, names[whose]):
            form.refuse(Fault(f"{whose}_number", draft.reader.language.text(ANOTHER)))
    return not form.faults()


def _mark(db: Session, tools: Tools, draft: Draft, numbers: dict[str, str]) -> None:
    """A number that nobody has been here with is taken, and seen to be unchecked until they log in by that name.

    Each gets an account, where the number lies sealed: the office must see what was added.
    """
    row, names = db.get_one(Submission, draft.case.id), named(draft.walk.now)
    unknown = [whose for whose, one in numbers.items() if is_unseen(db, tools, one)]
    for whose, number in numbers.items():
        account_for(db, tools, Person(names[whose], number))
    if unknown:
        new = (NAME_UNCHECKED, *(unseen(whose) for whose in unknown))
        row.marks = [*row.marks, *(one for one in new if one not in row.marks)]


def _give(db: Session, tools: Tools, draft: Draft, numbers: dict[str, str], at: datetime) -> None:
    """The case is theirs from now on, with all that hangs on it, and what it gives is given in their name."""
    case, before = draft.case, draft.case.owner_id
    owned = _owned(db, tools, draft, numbers)
    now, owner_id = owned.walk.now, owned.case.owner_id
    if owner_id != before:
        db.execute(update(Case).where(Case.owner_id == before).values(owner_id=owner_id))
        db.execute(update(CaseEvent).where(CaseEvent.actor_id == before).values(actor_id=owner_id))
    if subject_number(now):
        intake = update(PaperIntake).where(PaperIntake.case_id == case.id)
        found = subject_lookup(tools, now)
        db.execute(intake.values(subject_lookup=found))
        db.get_one(Submission, case.id).subject_lookup = found
    _hide(db, tools, owned)
    signed = not awaits_paper(event.kind for event in events_of(db, [case.id]).get(case.id, ()))
    consents.known_by_number(db, tools, owned, before, at, signed=signed)
    given = granted(now) if case.journey == GIVES_POWER else None
    if given:
        powers.write_down(db, tools, owned, given, at if signed else None)
        if OWNER in numbers:
            known_again(db, case.id, owner_id, lookup_of(tools, numbers[OWNER]))
    if owner_id != before:
        drop_unclaimed(db, before)


def _owned(db: Session, tools: Tools, draft: Draft, numbers: dict[str, str]) -> Draft:
    """As its owner's, as if the numbers had stood there, with what they have sent before: a power may be for that."""
    case, now = draft.case, draft.walk.now
    owner_id = case.owner_id
    if OWNER in numbers:
        owner_id = account_for(db, tools, Person(owner_name(now), numbers[OWNER]))
    known = {OWNER: person_of(db.connection(), tools, owner_id).national_id}
    told = as_told(now, {whose: one for whose, one in (known | numbers).items() if one})
    sent = sent_cases(db.connection(), owner_id, case.municipality, tools.today())
    walk = replace(draft.walk, situation=replace(told, sent=sent))
    return replace(draft, case=case._replace(owner_id=owner_id, author_id=owner_id), walk=walk)


def _hide(db: Session, tools: Tools, draft: Draft) -> None:
    """Whoever tells of a protected address, here or before, is kept from most eyes in all that they have sent."""
    case, now = draft.case, draft.walk.now
    people = {owner_number(now), subject_number(now)}
    here = db.get_one(Submission, case.id)
    if protected(now):
        hide_with(db, here, of_the_same(db, case, here.subject_lookup), told_by=case.owner_id)
    elif any(has_restricted(db.connection(), tools, case, one) for one in people):
        hide_with(db, here)


def named(now: Situation) -> dict[str, str]:
    """The names on the paper, by whose number it is."""
    proxy = str(now.answer("proxy", "proxy_name") or "")
    return {OWNER: owner_name(now), SUBJECT: full_name(now), PROXY: proxy}
