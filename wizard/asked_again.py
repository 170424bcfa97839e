"""Whether a member of staff works here still, and as what: their provider is asked again while they are logged in.

So a leaver is out and a new role holds within minutes, also where the provider says nothing by itself. The answer takes
effect in the very request that asked. Where none comes, somebody goes on for a while, and then must log in anew.
"""

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from typing import Any, NamedTuple

import structlog
from sqlalchemy import delete, update
from sqlalchemy.exc import OperationalError

from wizard import accounts
from wizard.accounts import Visitor, digest
from wizard.elsewhere import hint_place, refresh_place
from wizard.models import Account, LoginSession
from wizard.oidc.client import refresh_token_of
from wizard.oidc.errors import GoneError, ProviderDownError, RefusedError
from wizard.oidc.id_token import claims_kept
from wizard.providers import Identified
from wizard.staff_told import member_of_staff
from wizard.tools import Tools
from wizard.vault import SealBrokenError
from wizard.ways_in import StaffProvider, WaysIn

PAUSE = timedelta(seconds=60)
"""After one who asked in vain nobody asks about the same log-in: a provider that is away holds up no second request."""

log = structlog.get_logger()


class _Kept(NamedTuple):
    refresh_token: str
    first: Mapping[str, Any]
    """The claims of the ID token at log-in: sealed here since it was found to be the provider's."""


def still_known(tools: Tools, ways: WaysIn, read: Callable[[], Visitor | None]) -> Visitor | None:
    """Whoever ``read`` finds, where their provider says so still; and known as surely as is asked now."""
    here = read()
    provider = ways.staff
    if here and here.answered_at and isinstance(provider, StaffProvider) and provider.file.again.seconds:
        if _is_due(tools, provider, here):
            _ask(tools, provider, here)
            here = read()
        if here is None or _is_unsaid(tools, provider, here):
            return None
    return here if here and ways.trusts(here) else None


def _is_due(tools: Tools, provider: StaffProvider, here: Visitor) -> bool:
    at = tools.clock()
    believed = timedelta(seconds=provider.file.again.seconds)
    asked = here.asked_at is not None and at - here.asked_at < PAUSE
    return here.answered_at is not None and at - here.answered_at >= believed and not asked


def _is_unsaid(tools: Tools, provider: StaffProvider, here: Visitor) -> bool:
    """Whether the last answer is too old to go on by. The log-in is not over: the next answer may let it go on."""
    longest = timedelta(minutes=provider.file.again.minutes)
    return here.answered_at is None or tools.clock() - here.answered_at > longest


def _ask(tools: Tools, provider: StaffProvider, here: Visitor) -> None:
    at = tools.clock()
    try:
        kept = _taken(tools, here, at)
        if kept is None:
            return  # somebody else asks: who comes second goes on by the last answer
        found = _answer(tools, provider, here, kept)
    except (ProviderDownError, SealBrokenError) as error:
        log.warning("staff_not_asked_again", kind=type(error).__name__, why=str(error))
    except RefusedError as error:
        _put_out(tools, here, everywhere=isinstance(error, GoneError) and not _may_be_spent(here))
        log.info("staff_put_out", account=str(here.account_id), kind=type(error).__name__, why=str(error))
    else:
        _take_up(tools, here, found)
        _note_answer(tools, here, answered_at=at)


def _may_be_spent(here: Visitor) -> bool:
    """Whether an ask began that ended nowhere, as in a process that died: the answer's new token may be lost.

    The old one is refused then, which tells nothing of the account: their other log-ins ask for themselves.
    """
    return here.asked_at is not None and here.answered_at is not None and here.asked_at > here.answered_at


def _taken(tools: Tools, here: Visitor, at: datetime) -> _Kept | None:
    """What to ask with, for one request alone: a provider that changes the token with each answer takes it once."""
    key = digest(here.token)
    mine = update(LoginSession).where(
        LoginSession.token_hash == key, LoginSession.asked_at.is_not_distinct_from(here.asked_at)
    )
    both = mine.values(asked_at=at).returning(LoginSession.sealed_refresh, LoginSession.sealed_hint)
    try:
        with tools.store.write(seconds=0) as db:
            row = db.execute(both).one_or_none()
    except OperationalError as error:
        # as for the note that somebody is there: the next request asks
        log.warning("log_in_not_touched", cause=type(error.orig).__name__)
        return None
    if row is None or not row.sealed_refresh or not row.sealed_hint:
        return None
    first = claims_kept(tools.vault.open(row.sealed_hint, hint_place(key)))
    return _Kept(tools.vault.open(row.sealed_refresh, refresh_place(key)).decode(), first)


def _answer(tools: Tools, provider: StaffProvider, here: Visitor, kept: _Kept) -> Identified:
    """What the provider says of them now. The token for next time is kept first: the last one may be spent."""
    told = provider.client.again(kept.refresh_token)
    if (following := refresh_token_of(told)) and following != kept.refresh_token:
        key = digest(here.token)
        _note_answer(tools, here, sealed_refresh=tools.vault.seal(following.encode(), refresh_place(key)))
    believed = provider.client.believed_again(told, kept.first)
    return member_of_staff(tools, provider.file, believed, here.staff_of or "")


def _note_answer(tools: Tools, here: Visitor, **columns: Any) -> None:
    mine = update(LoginSession).where(LoginSession.token_hash == digest(here.token))
    with tools.store.write() as db:
        db.execute(mine.values(**columns))


def _take_up(tools: Tools, here: Visitor, found: Identified) -> None:
    """As a new log-in would: in all their log-ins, from now on. Where nothing is new, nothing is written."""
    before = (here.person, here.sees_restricted, here.handles, here.helps)
    post = found.post
    if post is None or before == (found.person, post.sees_restricted, post.handles, post.helps):
        return
    told = {"name": found.person.name, "national_id": found.person.national_id}
    with tools.store.write() as db:
        account = db.get_one(Account, here.account_id)
        accounts.take_post(tools, account, post, found.person.national_id)
        account.sealed_person = accounts.seal_account(tools, account.id, told)
    log.info("staff_changed", account=str(here.account_id))


def _put_out(tools: Tools, here: Visitor, *, everywhere: bool) -> None:
    """Of all their log-ins, or of this one alone; whoever has no role any more is out of all by then."""
    of_account = LoginSession.account_id == here.account_id
    which = of_account if everywhere else LoginSession.token_hash == digest(here.token)
    with tools.store.write() as db:
        db.execute(delete(LoginSession).where(which))
