"""The office's search. What is looked for names people, so it is posted, and stands in no address and no log."""

from flask import render_template, request

from forms.journeys.registry import journey
from forms.language import N_
from wizard.access import guarded_by
from wizard.access import office as office_rule
from wizard.cases import seeking
from wizard.cases.seeking import Left
from wizard.routes.blueprints import OFFICE, office
from wizard.routes.here import eyes, language, municipality, office_name, tools, visitor
from wizard.routes.office_lines import OfficeLine, any_line, edge

LONGEST = 200


@office.post(f"{OFFICE}/sok")
@guarded_by(office_rule)
def seek() -> str:
    asked = request.form.get("asked", "").strip()[:LONGEST]
    inside, older = "inside" in request.form, edge(request.form.get("older") or None)
    found = seeking.seek(tools(), municipality().id, asked, older, eyes=eyes(), inside=inside)
    seeking.note(tools(), visitor(), asked, found, office=office_name())
    return render_template(
        "office/sought.html",
        asked=asked,
        inside=inside,
        cases=[_left_line(one) if isinstance(one, Left) else any_line(one) for one in found.cases],
        looked_through=found.looked_through,
        older=str(found.older or ""),
    )


def _left_line(found: Left) -> OfficeLine:
    """What is known of a case that lies in the archive alone."""
    return OfficeLine(
        id=found.case.id,
        reference=found.case.reference,
        title=language().text(journey(found.case.journey).title),
        received=language().moment(found.received_at),
        status=language().text(N_("Ligger i kommunens arkiv")),
        marks=[],
        by=found.owner,
        held="",
        written=language().code,
        over=True,
    )
