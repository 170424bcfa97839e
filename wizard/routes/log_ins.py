"""Where a citizen is logged in, and the button that logs them out everywhere else."""

from flask import redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from wizard.access import citizen, guarded_by
from wizard.own_log_ins import end_others, own_log_ins
from wizard.routes.blueprints import apply
from wizard.routes.here import tools, visitor
from wizard.routes.told import tell

LOG_INS = "/<municipality>/innlogginger"


@apply.get(LOG_INS)
@guarded_by(citizen)
def log_ins() -> str:
    return render_template("log_ins.html", log_ins=own_log_ins(tools(), visitor()))


@apply.post(f"{LOG_INS}/avslutt")
@guarded_by(citizen)
def end_log_ins() -> ResponseReturnValue:
    end_others(tools(), visitor())
    tell("others_logged_out")
    return redirect(url_for("apply.log_ins"), code=303)
