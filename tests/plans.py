"""How a database would go about what is asked of it: along an index, or over every row there is."""

from collections.abc import Callable
from typing import Any

from sqlalchemy import event, text

from wizard.tools import Tools


def plans(tools: Tools, ask: Callable[[], object]) -> list[str]:
    """The plan of each statement that reads ``submissions``, as it would be with more rows than a test has."""
    asked: list[tuple[str, Any]] = []
    engine = tools.store.reader

    def listen(*told: Any) -> None:
        if "submissions" in told[2] and told[2].startswith("SELECT"):
            asked.append((told[2], told[3]))

    event.listen(engine, "before_cursor_execute", listen)
    ask()
    event.remove(engine, "before_cursor_execute", listen)
    with engine.connect() as db:
        sqlite = db.dialect.name == "sqlite"
        if not sqlite:  # what it would choose while the table is empty
            db.execute(text("SET LOCAL enable_seqscan = off"))
        explain = "EXPLAIN QUERY PLAN " if sqlite else "EXPLAIN "
        return ["\n".join(map(str, db.exec_driver_sql(explain + one, values))) for one, values in asked]
