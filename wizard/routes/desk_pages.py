"""The office's side: the list of its cases, one case, having it in hand, and what comes on paper."""

from collections.abc import Callable

from flask import redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from wizard.access import guarded_by, office_case
from wizard.access import office as office_rule
from wizard.cases import following, holding
from wizard.cases.errors import HeldByAnotherError
from wizard.cases.freezing import late_signatures
from wizard.cases.tied import ties
from wizard.routes.blueprints import OFFICE, OFFICE_CASE, office
from wizard.routes.case_lines import document_lines, sent_line
from wizard.routes.here import case, municipality, tools, visitor
from wizard.routes.kept_back import beside
from wizard.routes.office_lines import (
    answer_sections,
    attachment_lines,
    held_line,
    marks,
    office_line,
    office_status,
    older_than,
    overtaken,
    shut_line,
    tied_line,
    track_lines,
    track_name,
)
from wizard.routes.told import sent_on


@office.get(f"{OFFICE}/")
@guarded_by(office_rule)
def cases() -> str:
    found = following.office_cases(
        tools(), municipality().id, older_than(), restricted=visitor().sees_restricted
    )
    last = found[-1].received_at.isoformat() if len(found) == following.PAGE else ""
    lines = [shut_line(one) if isinstance(one, following.Shut) else office_line(one) for one in found]
    return render_template("office/cases.html", cases=lines, older=last)


@office.get(OFFICE_CASE, endpoint="case")
@guarded_by(office_case)
def one_case() -> str:
    return _page(following.sent_or_fail(tools(), case()))


def _page(found: following.Sent, notice: str = "") -> str:
    tied = ties(tools(), found.case.id, restricted=visitor().sees_restricted)
    return render_template(
        "office/case.html",
        case=sent_line(found, office_status),
        sections=answer_sections(found),
        documents=document_lines(found),
        attachments=attachment_lines(tools(), found),
        held=held_line(found),
        notice=notice,
        written=found.request.content.language,
        facts=[*found.request.content.facts, *found.request.receipt[1:]],  # the first is the heading's own
        marks=marks(found),
        earlier=[tied_line(one) for one in tied.earlier],
        later=[tied_line(one) for one in tied.later],
        tracks=track_lines(found),
        beside=beside(found),
        late=late_signatures(tools(), found.case.id, found.request.signatures),
        sent_on=track_name(sent_on()),
    )


@office.post(f"{OFFICE_CASE}/tatt-i-hand")
@guarded_by(office_case)
def take() -> ResponseReturnValue:
    return or_told(lambda: holding.take_in_hand(tools(), case().id, visitor().account_id))


@office.post(f"{OFFICE_CASE}/gi-slipp")
@guarded_by(office_case)
def let_go() -> ResponseReturnValue:
    shown = request.form.get("held", type=int)
    return or_told(lambda: holding.let_go(tools(), case().id, visitor().account_id, shown))


@office.post(f"{OFFICE_CASE}/underskrift-kommet")
@guarded_by(office_case)
def paper_came() -> ResponseReturnValue:
    holding.paper_came(tools(), case().id, visitor().account_id)
    return redirect(url_for("office.case"), code=303)


def or_told(change: Callable[[], None]) -> ResponseReturnValue:
    """Back to the case; where somebody else was faster, the case as it is now and who has it."""
    try:
        change()
    except HeldByAnotherError:
        found = following.sent_or_fail(tools(), case())
        return _page(found, overtaken(found)), 409
    return redirect(url_for("office.case"), code=303)
