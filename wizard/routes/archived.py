"""A case that lies in the municipality's archive: staff say so, and its owner is told how long it is here too."""

from flask import redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from forms.journeys.registry import journey
from forms.language import OSLO
from wizard.access import guarded_by, office_case
from wizard.cases import archiving, following
from wizard.cases.standing import ARCHIVED, DELIVERED, Happened
from wizard.routes.blueprints import OFFICE_CASE, office
from wizard.routes.came_lines import came_at
from wizard.routes.case_lines import named
from wizard.routes.here import case, language, participant, tools, visitor
from wizard.routes.told import tell


@office.get(f"{OFFICE_CASE}/arkivert")
@guarded_by(office_case)
def say_archived() -> ResponseReturnValue:
    """It cannot be taken back, and what is here goes some time after it: so it is asked once more."""
    if not can_be_archived(following.sent_or_fail(tools(), case()).events):
        return redirect(url_for("office.case"))
    goes = archiving.stays_until(tools(), case(), tools().clock())
    waits = archiving.waits_for_screening(tools(), case().id)
    return render_template("office/archive.html", goes=language().date(goes), waits=waits)


@office.post(f"{OFFICE_CASE}/arkivert")
@guarded_by(office_case)
def put_into_archive() -> ResponseReturnValue:
    if archiving.put_into_archive(tools(), case().id, visitor().account_id):
        tell("archived")
        return redirect(url_for("office.case"), code=303)
    return redirect(url_for("office.say_archived"), code=303)


def can_be_archived(events: tuple[Happened, ...]) -> bool:
    """Whether the office has its documents, and has not said yet that it lies in the archive."""
    kinds = {event.kind for event in events}
    return DELIVERED in kinds and ARCHIVED not in kinds


def stays_until(events: tuple[Happened, ...]) -> str:
    """The day until which it is here too, for a case that lies in the archive; empty for any other."""
    at = next((event.at for event in events if event.kind == ARCHIVED), None)
    return language().date(archiving.stays_until(tools(), case(), at)) if at else ""


def stub_page() -> str:
    """What is left here of a case that lies in the archive alone."""
    mine = following.own_cases(tools(), case().owner_id, case().municipality)
    line = next(one for one in mine if one.case.id == case().id)
    at = next(event.at for event in line.events if event.kind == ARCHIVED)
    return render_template(
        "archived.html",
        title=language().text(journey(case().journey).title),
        form=named(case()),
        reference=case().reference,
        sent=came_at(line.received_at, line.events) if line.received_at else "",
        archived=language().date(at.astimezone(OSLO).date()),
        owns=participant() is None,
    )
