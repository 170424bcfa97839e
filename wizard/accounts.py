"""Who is logged in: accounts by keyed hash, log-ins as rows that die at logout."""

import hashlib
import secrets
import uuid
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import partial
from typing import Any

import structlog
from sqlalchemy import Connection, bindparam, delete, select, update
from sqlalchemy.exc import IntegrityError, OperationalError

from forms.situation import Person
from wizard.cases.rehashing import hold_in
from wizard.elsewhere import Elsewhere, kept_of
from wizard.models import Account, LoginSession
from wizard.tools import Tools

log = structlog.get_logger()

TOUCH, TOUCH_SHARED = timedelta(seconds=60), timedelta(seconds=10)
LOGGED_IN = (
    select(
        LoginSession.level,
        LoginSession.started_at,
        LoginSession.seen_at,
        LoginSession.authenticated_at,
        LoginSession.answered_at,
        LoginSession.asked_at,
        Account.id,
        Account.staff_of,
        Account.sees_restricted,
        Account.handles,
        Account.helps,
        Account.sealed_person,
    )
    .join(Account, Account.id == LoginSession.account_id)
    .where(LoginSession.token_hash == bindparam("token_hash"))
)
PERSON = select(Account.sealed_person).where(Account.id == bindparam("account_id"))


@dataclass(frozen=True)
class Visitor:
    """A logged-in person: what Flask-Login keeps as the current user, and what access rules are asked about."""

    account_id: uuid.UUID
    person: Person
    staff_of: str | None
    level: str
    token: str
    idle_until: datetime
    """When the log-in ends if nothing more is asked for by hand."""
    until: datetime
    """When it ends whatever is asked for."""
    sees_restricted: bool = False
    handles: bool = True
    """Whether a member of staff works on the office's cases."""
    helps: str | None = None
    """The office at whose counter a member of staff helps; None for all others."""
    authenticated_at: datetime | None = None
    """When they last showed who they are; None where nobody can tell."""
    answered_at: datetime | None = None
    """When their provider last said what they may do here; None of citizens, and where it cannot be asked again."""
    asked_at: datetime | None = None
    """When somebody last set out to ask it again."""
    said_name: bool = False
    """Whether the name is what they said themselves, as their provider tells none."""

    is_authenticated = True
    is_active = True
    is_anonymous = False

    def get_id(self) -> str:
        return self.token

    @property
    def name(self) -> str:
        return self.person.name

    @property
    def staff(self) -> bool:
        return self.staff_of is not None


def digest(token: str) -> bytes:
    """What is kept of a log-in's token."""
    return hashlib.sha256(token.encode()).digest()


@dataclass(frozen=True)
class Post:
    """What somebody does in a municipality, as the provider says now."""

    staff_of: str
    sees_restricted: bool = False
    handles: bool = True
    helps: str | None = None


def log_in(
    tools: Tools, person: Person, *, level: str, post: Post | None = None, elsewhere: Elsewhere | None = None
) -> str:
    """Open a log-in and return its token; the account is made at the first one. Expired log-ins are swept.

    What the person may see is what the provider says now: a permission that was withdrawn ends older log-ins' too.
    A provider that tells no name changes none.
    """
    opening = partial(_open_log_in, tools, person, level, post, elsewhere)
    try:
        return opening()
    except IntegrityError:  # the account was made by another log-in at the same moment: now it is there
        return opening()


def _open_log_in(
    tools: Tools, person: Person, level: str, post: Post | None, elsewhere: Elsewhere | None
) -> str:
    staff_of = post.staff_of if post else None
    key = account_key(tools, person.national_id, staff_of, elsewhere)
    told: dict[str, Any] = {"name": person.name, "national_id": person.national_id}
    token, at = secrets.token_urlsafe(32), tools.clock()
    with tools.store.write() as db:
        # held until all is written: a name that is mended at the same moment would else be lost
        account = db.scalar(select(Account).where(Account.lookup == key).with_for_update())
        if account is None:
            hold_in(db, tools)
            account = Account(id=uuid.uuid4(), lookup=key, staff_of=staff_of, sealed_person=b"")
            db.add(account)
        elif not person.name:
            told = open_account(tools, account.id, account.sealed_person)
            person = said_by_oneself(told)
            told |= {"said": True} if person.name else {}
        if post:
            take_post(tools, account, post, person.national_id)
        if person.name or not account.sealed_person:
            account.sealed_person = seal_account(tools, account.id, told)
        db.flush()
        db.execute(delete(LoginSession).where(LoginSession.started_at < at - _longest(tools)))
        db.add(
            LoginSession(
                token_hash=digest(token),
                account_id=account.id,
                level=level,
                started_at=at,
                seen_at=at,
                authenticated_at=elsewhere.authenticated_at if elsewhere else at,
                **kept_of(tools, elsewhere, digest(token)),
            )
        )
    return token


def take_post(tools: Tools, account: Account, post: Post, national_id: str) -> None:
    """What the provider says now holds in all their log-ins."""
    account.sees_restricted, account.handles, account.helps = post.sees_restricted, post.handles, post.helps
    account.number_lookup = lookup_of(tools, national_id, post.staff_of)


def account_key(tools: Tools, national_id: str, staff_of: str | None, elsewhere: Elsewhere | None) -> bytes:
    """The keyed hash by which the account is found: a citizen's by the number, that of staff by their provider's name.

    Staff of the demo have no provider: theirs is found by the number too.
    """
    if staff_of is None or elsewhere is None:
        return lookup_of(tools, national_id, staff_of)
    return tools.vault.lookup(f"{staff_of} by {elsewhere.issuer}:{elsewhere.subject}")


def is_account_of(tools: Tools, here: Visitor, key: bytes) -> bool:
    with tools.store.connect() as db:
        return db.scalar(select(Account.id).where(Account.lookup == key)) == here.account_id


def dismiss(tools: Tools, key: bytes) -> None:
    """Whoever has no role any more may do nothing, in no log-in of theirs, and is known to work there no more."""
    with tools.store.write() as db:
        account = db.scalar(select(Account).where(Account.lookup == key))
        if account is not None:
            account.sees_restricted, account.handles, account.helps = False, False, None
            account.number_lookup = None
            db.execute(delete(LoginSession).where(LoginSession.account_id == account.id))


def confirmed_lately(tools: Tools, here: Visitor, share: float = 1) -> bool:
    """Whether they have shown who they are within the time that the settings give, or that ``share`` of it."""
    limit = timedelta(minutes=tools.settings.confirm_minutes) * share
    return here.authenticated_at is not None and tools.clock() - here.authenticated_at < limit


def seal_account(tools: Tools, account_id: uuid.UUID, told: dict[str, Any]) -> bytes:
    """Of a name that they ``said`` themselves the ``first`` is kept, and how often it was ``mended``."""
    return tools.vault.seal_json(told, f"accounts:{account_id}")


def lookup_of(tools: Tools, national_id: str, staff_of: str | None = None) -> bytes:
    """The keyed hash of a number: of a citizen, or of somebody who works for that municipality."""
    return tools.vault.lookup(f"{staff_of or 'citizen'}:{national_id}")


def _longest(tools: Tools) -> timedelta:
    return timedelta(hours=tools.settings.session_hours)


def visitor(
    tools: Tools, token: str, *, by_hand: bool = True, idle: timedelta | None = None
) -> Visitor | None:
    """Who the token stands for; None where the log-in is over: on a shared screen it is so sooner, after ``idle``.

    What a page asks for by itself, not ``by_hand``, is no sign that somebody is there: it keeps no log-in alive.
    """
    at = tools.clock()
    with tools.store.connect() as db:
        row = db.execute(LOGGED_IN, {"token_hash": digest(token)}).one_or_none()
    still = idle or timedelta(minutes=tools.settings.idle_minutes)
    # one of a future that is none any more, since the clock was put right, must not hold until then
    if row is None or abs(at - row.started_at) >= _longest(tools) or row.seen_at <= at - still:
        return None
    touched = by_hand and at - row.seen_at > (TOUCH if idle is None else TOUCH_SHARED)
    if touched:
        _touch(tools, token, at)
    opened = open_account(tools, row.id, row.sealed_person)
    return Visitor(
        account_id=row.id,
        person=said_by_oneself(opened),
        staff_of=row.staff_of,
        level=row.level,
        token=token,
        idle_until=(at if touched else row.seen_at) + still,
        until=row.started_at + timedelta(hours=tools.settings.session_hours),
        sees_restricted=row.sees_restricted,
        handles=row.handles,
        helps=row.helps,
        authenticated_at=row.authenticated_at,
        answered_at=row.answered_at,
        asked_at=row.asked_at,
        said_name=opened.get("said", False),
    )


def last_with(tools: Tools, token: str | None) -> uuid.UUID | None:
    """Whose log-in the token stood for, over or not, as long as its row is there."""
    mine = select(LoginSession.account_id).where(LoginSession.token_hash == digest(token or ""))
    with tools.store.connect() as db:
        return db.scalar(mine)


def person_of(db: Connection, tools: Tools, account_id: uuid.UUID) -> Person:
    """The person of an account that is there."""
    sealed = db.execute(PERSON, {"account_id": account_id}).scalar_one()
    return account_person(tools, account_id, sealed)


def account_person(tools: Tools, account_id: uuid.UUID, sealed: bytes) -> Person:
    opened = open_account(tools, account_id, sealed)
    return _person(opened)


def _person(opened: dict[str, Any]) -> Person:
    return Person(opened["name"], opened["national_id"], opened.get("first", ""))


def open_account(tools: Tools, account_id: uuid.UUID, sealed: bytes) -> dict[str, Any]:
    """What is known of whose it is, as ``seal_account`` took it."""
    found: dict[str, Any] = tools.vault.open_json(sealed, f"accounts:{account_id}")
    return found


def said_by_oneself(opened: dict[str, Any]) -> Person:
    """Of no name where others alone have told one: whoever logs in says it themselves."""
    return replace(_person(opened), name="") if opened.get("told") else _person(opened)


def is_told(db: Connection, tools: Tools, account_id: uuid.UUID) -> bool:
    """Whether nobody has logged in to it and said a name: a paper alone, or a helper, told whose it is."""
    sealed = db.execute(select(Account.sealed_person).where(Account.id == account_id)).scalar_one()
    return bool(open_account(tools, account_id, sealed).get("told"))


def _touch(tools: Tools, token: str, at: datetime) -> None:
    # the one write that a GET may cause: without it an active reader would be logged out as idle
    try:
        with tools.store.write(seconds=0) as db:
            db.execute(
                update(LoginSession).where(LoginSession.token_hash == digest(token)).values(seen_at=at)
            )
    except OperationalError as error:
        # somebody who reads must not meet an error because another one writes; the next request touches again
        log.warning("log_in_not_touched", cause=type(error.orig).__name__)


def log_out(tools: Tools, token: str) -> uuid.UUID | None:
    """Gives whose log-in that was; None where it was over already."""
    mine = delete(LoginSession).where(LoginSession.token_hash == digest(token))
    with tools.store.write() as db:
        return db.scalar(mine.returning(LoginSession.account_id))
