"""Takes away what is over of notices: mails that came too late, codes that nobody typed, and who asked for them."""

from sqlalchemy import ColumnElement, delete, func, select

from wizard.cases.notice_codes import DAY
from wizard.models import Table
from wizard.models_notices import AddressCode, CodeMail, Notice
from wizard.tools import Tools


def notices_over(tools: Tools) -> int:
    """How much there is."""
    with tools.store.read() as db:
        return sum(
            db.scalar(select(func.count()).select_from(table).where(over)) or 0
            for table, over in _over(tools)
        )


def drop_notices_over(tools: Tools) -> int:
    """Take it away; gives how much."""
    with tools.store.begin() as connection:
        return sum(connection.execute(delete(table).where(over)).rowcount for table, over in _over(tools))


def _over(tools: Tools) -> list[tuple[type[Table], ColumnElement[bool]]]:
    at = tools.clock()
    return [
        (Notice, Notice.ends_at <= at),
        (AddressCode, AddressCode.expires_at <= at),
        (CodeMail, CodeMail.at <= at - DAY),
    ]
