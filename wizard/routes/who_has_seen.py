"""Who has seen the case, in plain words, for its owner alone."""

from flask import render_template

from wizard.access import guarded_by, owner
from wizard.cases.who_has_seen import who_has_seen
from wizard.routes.blueprints import CASE, apply
from wizard.routes.here import case, tools
from wizard.routes.seen_lines import seen_line

NEWEST = 20
"""Lines that stand open; the older ones are folded away."""


@apply.get(f"{CASE}/sett")
@guarded_by(owner)
def seen() -> str:
    lines = [seen_line(one) for one in who_has_seen(tools(), case())]
    return render_template("seen.html", case=case(), newest=lines[:NEWEST], older=lines[NEWEST:])
