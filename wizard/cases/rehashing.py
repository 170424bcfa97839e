"""The verb after a further look-up key: every hash by which somebody is found goes through it too.

What a hash was made of is not kept, so none can be made anew: the old keys stay, and each new one is laid over them.
Whoever has a copy of the database and an old key finds nobody in what is written or hashed from then on.
"""

from sqlalchemy import bindparam, select, update
from sqlalchemy.orm import Session

from wizard.models import Account, LoginSession, Submission, Table
from wizard.models_acting import Invitation, Power
from wizard.models_consents import Consent
from wizard.models_keys import LookupKeys
from wizard.models_notices import AddressCode, CodeMail
from wizard.models_paper import PaperIntake
from wizard.models_search import SearchWord
from wizard.tools import Tools

HASHES: tuple[tuple[type[Table], str], ...] = (
    (Account, "lookup"),
    (Account, "number_lookup"),
    (LoginSession, "provider_lookup"),
    (LoginSession, "subject_lookup"),
    (Submission, "subject_lookup"),
    (Power, "proxy_lookup"),
    (Invitation, "lookup"),
    (Invitation, "code_hash"),
    (Consent, "subject_lookup"),
    (PaperIntake, "subject_lookup"),
    (AddressCode, "code_hash"),
    (CodeMail, "counted_hash"),
    (SearchWord, "word_hash"),
)
"""Every column that is made by ``Vault.lookup`` and looked up again."""
AT_ONCE = 10_000
"""So many rows are held in memory."""
ONLY, BEFORE = 1, 1
"""The one row; and how many keys there were before it was kept."""
WORD = "lookup_keys"


class OtherKeysError(Exception):
    """The look-up keys are not those by which the database was filled."""


def hold(tools: Tools) -> None:
    """``OtherKeysError`` where nobody would be found by these keys; a database that was never asked yet has any."""
    with tools.store.read() as db:
        hold_in(db, tools)


def hold_in(db: Session, tools: Tools) -> None:
    """As ``hold``, in the transaction that makes an account: at the start the database may not have answered."""
    known = db.get(LookupKeys, ONLY)
    if known and (known.applied, known.mark) != (
        tools.vault.lookup_keys,
        _mark(tools, tools.vault.lookup_keys),
    ):
        raise OtherKeysError(
            "VEIVISER_LOOKUP_KEY is not what the database was filled with, and nobody would be found: put the former"
            " one back, or put the new one after it and run: veiviser rehash"
        )


def note(tools: Tools) -> None:
    """Keep by which keys the database is filled, once; before that there was one key in each."""
    with tools.store.write() as db:
        if db.get(LookupKeys, ONLY) is None:
            filled = db.scalar(select(Account.id).limit(1)) is not None
            applied = BEFORE if filled else tools.vault.lookup_keys
            db.add(LookupKeys(id=ONLY, applied=applied, mark=_mark(tools, applied)))


def rehash(tools: Tools) -> int:
    """Lay the further keys over every hash; gives how many. All or nothing: it is one transaction."""
    note(tools)
    with tools.store.write() as db:
        known = db.scalars(select(LookupKeys).with_for_update()).one()
        applied = known.applied
        if applied > tools.vault.lookup_keys or known.mark != _mark(tools, applied):
            raise OtherKeysError(
                f"VEIVISER_LOOKUP_KEY does not begin with the {applied} it has been filled with"
            )
        if applied == tools.vault.lookup_keys:
            return 0
        done = sum(_column(db, tools, table, name, applied) for table, name in HASHES)
        known.applied, known.mark = tools.vault.lookup_keys, _mark(tools, tools.vault.lookup_keys)
    return done


def _mark(tools: Tools, applied: int) -> bytes:
    return tools.vault.lookup(WORD, applied)


def _column(db: Session, tools: Tools, table: type[Table], name: str, applied: int) -> int:
    column, (key,) = getattr(table, name), table.__table__.primary_key
    some = select(key, column).where(column.is_not(None)).order_by(key).limit(AT_ONCE)
    over = update(table).where(key == bindparam("of")).values({name: bindparam("further")})
    rows, done = db.execute(some).all(), 0
    while rows:
        further = [{"of": of, "further": tools.vault.further(old, applied)} for of, old in rows]
        db.connection().execute(over, further)
        done += len(rows)
        rows = db.execute(some.where(key > rows[-1][0])).all()
    return done
