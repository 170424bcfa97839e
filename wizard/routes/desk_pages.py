"""The office's side: the list of its cases, one case, and taking it in hand."""

from flask import redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from wizard.access import guarded_by, office_case
from wizard.access import office as office_rule
from wizard.cases import following, handing_over
from wizard.routes.blueprints import OFFICE, OFFICE_CASE, office
from wizard.routes.case_lines import document_lines, sent_line
from wizard.routes.here import case, municipality, tools, visitor
from wizard.routes.office_lines import (
    answer_sections,
    attachment_lines,
    marks,
    office_line,
    older_than,
    taken,
)


@office.get(f"{OFFICE}/")
@guarded_by(office_rule)
def cases() -> str:
    found = following.office_cases(tools(), municipality().id, older_than(), restricted=visitor().sees_restricted)
    last = found[-1].received_at.isoformat() if len(found) == following.PAGE else ""
    return render_template("office/cases.html", cases=[office_line(one) for one in found], older=last)


@office.get(OFFICE_CASE, endpoint="case")
@guarded_by(office_case)
def one_case() -> str:
    found = following.sent_or_fail(tools(), case())
    return render_template(
        "office/case.html",
        case=sent_line(found),
        sections=answer_sections(found),
        documents=document_lines(found),
        attachments=attachment_lines(tools(), found),
        taken=taken(found),
        written=found.request.content.language,
        facts=found.request.content.facts,
        marks=marks(found),
    )


@office.post(f"{OFFICE_CASE}/tatt-i-hand")
@guarded_by(office_case)
def take() -> ResponseReturnValue:
    handing_over.take_in_hand(tools(), case().id, visitor().account_id)
    return redirect(url_for("office.case"), code=303)
