"""What the log of who opened which case holds, read behind the running site."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Connection, select, text

from tests.draft import Draft
from tests.running_site import Site
from wizard.cases.access_log import entry_place
from wizard.cases.checking_access import Checked, Noted, check
from wizard.models_access import Access


def office(draft: Draft) -> str:
    return draft.path.split(".", 1)[0].replace("/sak/", "/kontor/sak/")


def log(site: Site, draft: Draft) -> list[Access]:
    """The rows about a case, in their order."""
    with site.tools() as tools, tools.store.read() as db:
        return list(db.scalars(select(Access).where(Access.case_id == draft.id).order_by(Access.number)))


def told(rows: list[Access]) -> list[tuple[str, str, str]]:
    return [(row.outcome, row.what, row.reason) for row in rows]


def entry(site: Site, row: Access) -> dict[str, str]:
    with site.tools() as tools:
        opened: dict[str, str] = tools.vault.open_json(row.sealed_entry, entry_place(row.number))
        return opened


def checked(site: Site, noted: Noted | None = None) -> Checked:
    with site.tools() as tools:
        return check(tools, noted)


def rename(site: Site, old: str, new: str) -> None:
    with site.tools() as tools, tools.store.writer.begin() as db:
        db.execute(text(f"ALTER TABLE {old} RENAME TO {new}"))


@contextmanager
def tampered(site: Site, *statements: str) -> Iterator[None]:
    """As somebody who owns the database would: what refuses it is lifted first. Afterwards all is as it was."""
    with site.tools() as tools:
        writer = tools.store.writer
        with writer.begin() as db:
            rows = [dict(row) for row in db.execute(text("SELECT * FROM access_log")).mappings()]
            guards = _lifted(db)
            for statement in statements:
                db.execute(text(statement))
        yield
        with writer.begin() as db:
            _lifted(db)
            db.execute(text("DELETE FROM access_log"))
            names = ", ".join(rows[0])
            places = ", ".join(f":{name}" for name in rows[0])
            db.execute(text(f"INSERT INTO access_log ({names}) VALUES ({places})"), rows)  # noqa: S608 -- its own columns
            for guard in guards:
                db.execute(text(guard))


def _lifted(db: Connection) -> list[str]:
    """Nothing refuses a change any more; gives what puts that back."""
    if db.dialect.name != "sqlite":
        db.execute(text("ALTER TABLE access_log DISABLE TRIGGER USER"))
        return ["ALTER TABLE access_log ENABLE TRIGGER USER"]
    query = "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'access_log'"
    guards = db.execute(text(query)).all()
    for name, _ in guards:
        db.execute(text(f"DROP TRIGGER {name}"))
    return [sql for _, sql in guards]
