"""The guide: one question a page, each answer a link, and what the answers lead to. Nothing is kept."""

from flask import render_template, request, url_for
from werkzeug.exceptions import NotFound

from forms.guide.facts import facts
from forms.guide.nodes import End, Fork, Node
from forms.guide.tree import came_from, node, root
from forms.guide.way import way
from wizard.access import anyone, guarded_by
from wizard.routes.blueprints import GUIDE, public
from wizard.routes.here import language, municipality, tools


@public.get(GUIDE, strict_slashes=False)
@guarded_by(anyone)
def guide() -> str:
    return _page(root())


@public.get(f"{GUIDE}/<page>", strict_slashes=False)
@guarded_by(anyone)
def guide_page(page: str) -> str:
    try:
        return _page(node(page))
    except KeyError as error:
        raise NotFound from error


def _page(found: Node) -> str:
    before = came_from(found, request.args.get("fra", ""))
    back = url_for("public.guide_page", page=before.id) if before else ""
    return _end(found, back) if isinstance(found, End) else _fork(found, back)


def _fork(found: Fork, back: str) -> str:
    values = facts(municipality(), language(), tools().today())
    return render_template("guide.html", fork=found, values=values, back=back)


def _end(found: End, back: str) -> str:
    here = way(found, municipality(), language(), tools().today())
    values = facts(municipality(), language(), tools().today())
    return render_template("way.html", end=found, way=here, values=values, back=back)
