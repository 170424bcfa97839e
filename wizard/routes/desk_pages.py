"""The office's side: the list of its cases, one case, having it in hand, and what comes on paper."""

from collections.abc import Callable

from flask import redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from forms.language import N_
from wizard.access import guarded_by, office_case
from wizard.access import office as office_rule
from wizard.cases import following, holding
from wizard.cases.consented import consents_of_case
from wizard.cases.ending_powers import can_end
from wizard.cases.errors import HeldByAnotherError, OtherPaperError, OwnScanError
from wizard.cases.grown_up import with_births
from wizard.cases.standing import paper_seen
from wizard.cases.stuck import how_many
from wizard.cases.supplying import lacks_day
from wizard.cases.tied import ties
from wizard.routes.archived import can_be_archived, until
from wizard.routes.blueprints import OFFICE, OFFICE_CASE, office
from wizard.routes.consent_groups import consent_lines
from wizard.routes.delivery_lines import delivery_lines
from wizard.routes.document_lines import document_lines
from wizard.routes.file_lines import file_lines
from wizard.routes.here import case, eyes, language, municipality, reader, tools, visitor
from wizard.routes.kept_back import beside
from wizard.routes.letter_lines import letter_lines
from wizard.routes.number_lines import added_lines, number_lines
from wizard.routes.office_lines import (
    any_line,
    edge,
    held_line,
    marks,
    office_status,
    over_line,
    overtaken,
    registered_line,
    tied_line,
)
from wizard.routes.refusal_lines import refusal_lines
from wizard.routes.retold import retold
from wizard.routes.sent_lines import sent_line
from wizard.routes.still_held import office_still_held
from wizard.routes.stubs import office_stub
from wizard.routes.supplied_lines import authorization_button, said_lines, unread_line
from wizard.routes.told import CHOSE_NONE, sent_on, told
from wizard.routes.track_lines import complains, to_pass_on, told_along, track_done, track_lines
from wizard.routes.untied_lines import find_it

NONE_CHOSEN = N_("Du har ikke valgt noe sted. Ingenting er endret. Velg først, og trykk så på knappen.")
OTHER_PAPER = N_("Et annet papir har kommet siden du åpnet siden. Se på det først. Ingenting er endret.")
OWN_SCAN = N_("Du skannet papiret selv. La en kollega se på underskriften.")


@office.get(f"{OFFICE}/")
@guarded_by(office_rule)
def cases() -> str:
    found = following.office_cases(
        tools(), municipality().id, edge(request.args.get("eldre-enn")), eyes=eyes()
    )
    older = str(following.edge_of(found) or "")
    return render_template(
        "office/cases.html",
        cases=[any_line(one) for one in found],
        older=older,
        stuck=how_many(tools(), municipality().id, eyes()),
    )


@office.get(OFFICE_CASE, endpoint="case")
@guarded_by(office_case)
def one_case() -> str:
    if case().removed:
        return office_stub()
    found, chose_none = following.sent_or_fail(tools(), case()), bool(told(CHOSE_NONE))
    return _page(found, language().text(NONE_CHOSEN) if chose_none else "", choosing=chose_none)


def _page(found: following.Sent, notice: str = "", *, choosing: bool = False) -> str:
    tied = ties(tools(), found.case.id, restricted=visitor().sees_restricted)
    return render_template(
        "office/case.html",
        case=sent_line(found, office_status),
        told=retold(found),
        documents=document_lines(found),
        deliveries=delivery_lines(found.case.id),
        attachments=file_lines(found),
        held=held_line(found),
        registered=registered_line(found),
        over=over_line(found),
        notice=notice,
        paper_seen=paper_seen(found.events),
        written=found.request.content.language,
        marks=marks(found),
        find_it=find_it(found),
        authorization_button=authorization_button(found),
        said=said_lines(found),
        lacks_day=lacks_day(tools(), found.case, reader()),
        unread=unread_line(found),
        earlier=[tied_line(one) for one in tied.earlier],
        later=[tied_line(one) for one in tied.later],
        tracks=track_lines(found),
        along=told_along(found),
        complains=complains(found),
        beside=beside(found),
        refusals=refusal_lines(found),
        choosing=choosing,
        to_pass_on=to_pass_on(found),
        lacking_numbers=number_lines(found.case),
        added_numbers=added_lines(found.case),
        still=office_still_held(),
        can_end_power=can_end(tools(), found.case),
        consents=consent_lines(with_births(tools(), consents_of_case(tools(), found.case.id))),
        letter=letter_lines(found),
        sent_on=track_done(sent_on()),
        archives=can_be_archived(found.events),
        until=until(found),
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
    shown = request.form.get("seen", 0, type=int)
    try:
        holding.paper_came(tools(), case().id, visitor().account_id, shown)
    except (OwnScanError, OtherPaperError) as error:
        why = OWN_SCAN if isinstance(error, OwnScanError) else OTHER_PAPER
        return _page(following.sent_or_fail(tools(), case()), language().text(why)), 409
    return redirect(url_for("office.case"), code=303)


def or_told(change: Callable[[], None]) -> ResponseReturnValue:
    """Back to the case; where somebody else was faster, the case as it is now and who has it."""
    try:
        change()
    except HeldByAnotherError:
        found = following.sent_or_fail(tools(), case())
        return _page(found, overtaken(found)), 409
    return redirect(url_for("office.case"), code=303)
