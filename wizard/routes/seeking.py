"""The office's search. What is looked for names people, so it is posted, and stands in no address and no log."""

from datetime import UTC, datetime

from flask import render_template, request
from werkzeug.exceptions import BadRequest

from wizard.access import guarded_by
from wizard.access import office as office_rule
from wizard.cases import seeking
from wizard.routes.blueprints import OFFICE, office
from wizard.routes.here import eyes, municipality, office_name, tools, visitor
from wizard.routes.office_lines import any_line

LONGEST = 200


@office.post(f"{OFFICE}/sok")
@guarded_by(office_rule)
def seek() -> str:
    asked = request.form.get("asked", "").strip()[:LONGEST]
    found = seeking.seek(tools(), municipality().id, asked, _older_than(), eyes=eyes())
    seeking.note(tools(), visitor(), asked, found, office=office_name())
    return render_template(
        "office/sought.html",
        asked=asked,
        cases=[any_line(one) for one in found.cases],
        looked_through=found.looked_through,
        older=found.older.isoformat() if found.older else "",
    )


def _older_than() -> datetime | None:
    """From where to look on; ``BadRequest`` for anything but a time."""
    value = request.form.get("older", "")
    try:
        return datetime.fromisoformat(value).astimezone(UTC) if value else None
    except (ValueError, OverflowError) as error:
        raise BadRequest from error
