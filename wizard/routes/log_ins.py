"""Where somebody is logged in, and the buttons that log them out elsewhere: in one place, or in all others at once."""

from flask import redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from wizard.access import guarded_by, logged_in
from wizard.own_log_ins import end_one, end_others, own_log_ins
from wizard.routes.account import home
from wizard.routes.blueprints import apply
from wizard.routes.confirming import confirmed_first
from wizard.routes.here import tools, visitor
from wizard.routes.told import tell

LOG_INS = "/<municipality>/innlogginger"


@apply.get(LOG_INS)
@guarded_by(logged_in)
def log_ins() -> str:
    found = own_log_ins(tools(), visitor())
    return render_template("log_ins.html", log_ins=found, home=url_for(home(visitor())))


@apply.post(f"{LOG_INS}/avslutt-en")
@guarded_by(logged_in)
@confirmed_first
def end_log_in() -> ResponseReturnValue:
    end_one(tools(), visitor(), request.form.get("which", ""))
    tell("one_logged_out")
    return redirect(url_for("apply.log_ins"), code=303)


@apply.post(f"{LOG_INS}/avslutt")
@guarded_by(logged_in)
@confirmed_first
def end_log_ins() -> ResponseReturnValue:
    end_others(tools(), visitor())
    tell("others_logged_out")
    return redirect(url_for("apply.log_ins"), code=303)
