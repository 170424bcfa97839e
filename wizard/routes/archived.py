"""A case that lies in the municipality's archive: staff say so, or take it back, and its owner is told until when."""

from dataclasses import dataclass

from flask import redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from wizard.access import guarded_by, office_case
from wizard.cases import archiving, following, in_force
from wizard.cases.following import Sent
from wizard.cases.standing import DELIVERED, Happened, archived_since
from wizard.routes.blueprints import OFFICE_CASE, office
from wizard.routes.here import case, language, tools, visitor
from wizard.routes.told import tell

PAGE = f"{OFFICE_CASE}/arkivert"


@dataclass(frozen=True)
class Until:
    """Until which day what was sent is here, what holds on after it, and whether something is still to come."""

    date: str
    holds: bool
    waits: bool


@office.get(PAGE)
@guarded_by(office_case)
def say_archived() -> ResponseReturnValue:
    """What is here goes some time after it: so it is asked once more."""
    found = following.sent_or_fail(tools(), case())
    if not can_be_archived(found.events):
        return redirect(url_for("office.case"))
    waits = archiving.waits_for_screening(tools(), case().id)
    return render_template("office/archive.html", until=until(found, said_now=True), waits=waits)


@office.post(PAGE)
@guarded_by(office_case)
def put_into_archive() -> ResponseReturnValue:
    if archiving.put_into_archive(tools(), case().id, visitor().account_id):
        tell("archived")
        return redirect(url_for("office.case"), code=303)
    return redirect(url_for("office.say_archived"), code=303)


@office.get(f"{PAGE}/angre")
@guarded_by(office_case)
def say_not_archived() -> ResponseReturnValue:
    if archived_since(following.sent_or_fail(tools(), case()).events) is None:
        return redirect(url_for("office.case"))
    return render_template("office/not_archived.html")


@office.post(f"{PAGE}/angre")
@guarded_by(office_case)
def take_out_of_archive() -> ResponseReturnValue:
    if archiving.take_out_of_archive(tools(), case().id, visitor().account_id):
        tell("not_archived")
    return redirect(url_for("office.case"), code=303)


def can_be_archived(events: tuple[Happened, ...]) -> bool:
    """Whether the office has its documents, and it is not said to lie in the archive."""
    return any(event.kind == DELIVERED for event in events) and archived_since(events) is None


def until(found: Sent, *, said_now: bool = False) -> Until | None:
    """For a case that lies in the archive, or is ``said_now`` to do so; None for any other."""
    at = tools().clock() if said_now else archived_since(found.events)
    if at is None:
        return None
    day = archiving.stays_until(tools(), found.case, at, found.events)
    with tools().store.connect() as db:
        holds = in_force.holds(db, tools(), found.case.id)
        waits = in_force.waits(db, tools(), found.case.id, [event.kind for event in found.events])
    return Until(language().date(day), holds, waits)
