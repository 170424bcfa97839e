"""Pages that anybody may read: the start pages, privacy, accessibility, the municipality's colours, the way out."""

from flask import Response, redirect, render_template, request
from flask.typing import ResponseReturnValue

from forms.guide.offer import groups
from forms.guide.tree import root
from forms.journeys.registry import journey
from forms.municipality import municipalities
from wizard.access import anyone, guarded_by
from wizard.languages import choose
from wizard.routes.blueprints import public
from wizard.routes.here import municipality, tools
from wizard.routes.own_address import own_address
from wizard.theme import theme_css


@public.get("/")
@guarded_by(anyone)
def national() -> str:
    found = municipalities(tools().settings.municipalities)
    return render_template("national.html", municipalities=list(found.values()))


@public.get("/<municipality>/")
@guarded_by(anyone)
def start() -> str:
    return render_template("start.html", guide=root(), groups=groups(municipality()))


@public.get("/<municipality>/personvern")
@guarded_by(anyone)
def privacy() -> str:
    here = municipality()
    kept = here.retention.others(here.journeys)
    others = [(journey(one).title, own) for one, own in kept.items()]
    return render_template(
        "privacy.html", session_hours=tools().settings.session_hours, kept_otherwise=others
    )


@public.get("/<municipality>/tilgjengelighet")
@guarded_by(anyone)
def accessibility() -> str:
    return render_template("accessibility.html")


@public.get("/<municipality>/tema.css")
@guarded_by(anyone)
def theme() -> Response:
    return Response(theme_css(municipality().colour), mimetype="text/css")


@public.post("/sprak")
@guarded_by(anyone)
def language() -> ResponseReturnValue:
    choose(request.form.get("code"))
    return redirect(own_address(request.form.get("back"), "/"), code=303)


@public.get("/borte")
@guarded_by(anyone)
def left() -> str:
    return render_template("left.html")
