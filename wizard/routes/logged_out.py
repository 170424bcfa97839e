"""A step that was filled in while its log-in ended: the page gives the text back, and knows nothing else."""

from collections.abc import Iterable
from dataclasses import replace

from flask import render_template, request
from werkzeug.datastructures import MultiDict
from werkzeug.exceptions import RequestEntityTooLarge

from forms.journeys.registry import journeys
from forms.situation import Person, Situation
from forms.walk import Walk
from wizard.cases.drafts import Typed
from wizard.routes import typed as typing_in
from wizard.routes.here import language, municipality, tools
from wizard.routes.left_path import Line, declared, lines
from wizard.routes.past_files import read_past_files

NOBODY = Person("", "")


def logged_out_page(login: str) -> str | None:
    """What was posted to a step by nobody known, to read and to post again; None where it is too much to be one.

    Whether there is such a case is not asked. The labels are those of the form on paper, which is for anybody.
    """
    with_files = request.mimetype == "multipart/form-data"
    if with_files:
        read_past_files()
    try:
        typed = typing_in.typed()
    except RequestEntityTooLarge:
        return None
    return render_template(
        "logged_out.html",
        mine=_lines(str((request.view_args or {})["slug"]), typed),
        typed=list(typed.items(multi=True)),
        pressed=bool(typing_in.control("_again")),
        version=typing_in.control("version"),
        with_files=with_files,
        login=login,
        alone=True,
    )


def typed_lines() -> list[Line]:
    """What was just posted to a step, for its writer to read and copy; nothing where nothing was."""
    slug = (request.view_args or {}).get("slug")
    if request.endpoint != "apply.answer" or not slug:
        return []
    try:
        return _lines(str(slug), typing_in.typed())
    except RequestEntityTooLarge:
        return []


def lines_of(pairs: Iterable[tuple[str, str]]) -> list[Line]:
    """What was posted to the step of this address, once before or now, for its writer to read."""
    typed = MultiDict((name, value) for name, value in pairs if name not in typing_in.CONTROLS)
    return _lines(str((request.view_args or {})["slug"]), typed)


def _lines(slug: str, typed: Typed) -> list[Line]:
    """As the journey reads it that asks for most of what was posted."""
    nobody = Situation(municipality(), NOBODY, tools().today(), language(), on_paper=True)
    found = list[tuple[int, list[Line]]]()
    for journey in journeys().values():
        here = replace(nobody, naming=journey.naming)
        for step in journey.steps:
            if step.slug == slug:
                form = step.form(here, typed)
                own = declared(form, typed)
                told = [line for line in lines(Walk(journey, here), step, form, own) if line.text]
                found.append((len(own), told))
    return max(found, key=lambda one: one[0])[1] if found else []
