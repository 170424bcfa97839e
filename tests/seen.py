"""What the log of who opened which case holds, read behind the running site."""

from sqlalchemy import select, text

from tests.draft import Draft
from tests.running_site import Site
from wizard.cases.access_log import entry_place
from wizard.cases.checking_access import Checked, check
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


def checked(site: Site) -> Checked:
    with site.tools() as tools:
        return check(tools)


def tamper(site: Site, *statements: str) -> None:
    """As somebody who owns the database would: what refuses it is taken away first."""
    with site.tools() as tools, tools.store.writer.begin() as db:
        on = "" if db.dialect.name == "sqlite" else " ON access_log"
        for trigger in ("access_log_stays", "access_log_stands"):
            db.execute(text(f"DROP TRIGGER IF EXISTS {trigger}{on}"))
        for statement in statements:
            db.execute(text(statement))
