"""Every step of every journey as a page that was filled in, and what anybody might send instead."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import cycle
from typing import Any, NamedTuple
from urllib.parse import quote_plus, unquote_plus, urlencode

from hypothesis import strategies as st
from lxml import html
from sqlalchemy import delete, select
from werkzeug.datastructures import MultiDict

from docgen.contract import printable
from forms.journey import Step as DeclaredStep
from forms.stepform import StepForm
from forms.walk import Walk
from tests.at_a_time import SiteAt
from tests.draft import Draft, begin
from tests.filled import Pairs, pairs
from tests.guest import CONTROLS, Told, hidden
from tests.integration.any_form.ways import Way
from tests.running_site import Site
from wizard.cases.step_places import place_of
from wizard.models import StepAnswers
from wizard.tools import Tools

STRANGE = "fremmed svar"
"""Stands in every input that is no input of the step."""
FOREIGN = (
    "stowaway",
    "owner_id",
    "is_staff",
    "hiddenFields[0][name]",
    "__proto__",
    "need_description",
    "reasons",
)
HOSTILE = (
    "NaN", "Infinity", "1E+400", "-0", "1_000", "9" * 5000, "٣", "１", "nei", "False", "0", "off", "0001-01-01",
    "9999-12-31", "2023-02-29", "2024-13-01", "admin", "x" * 41_000, "{{ 7*7 }}", "a\x00b", "\u202efdp.exe",
    "a\x07b\x0cc\x1b", "\ufffe\uffff", "]]>&#60;b&#62;", '"><img src=x onerror=alert(1)>', "👩‍👩‍👧‍👦 ❤️", "漢字 مرحبا",
    "a" + "\u0301" * 500, "line1\r\nline2\n\n\n\tline4", "01819095091", "٠١٨١٩٠٩٥٠٩٠", "javascript:alert(1)",
    '=HYPERLINK("http://evil")', "' OR 1=1 --", "%s %(form)s {0}", " ", "\u00a0", "yes", "no", "on",
)  # fmt: skip
BROKEN = ("a%FFb", "%C0%BC", "%ED%A0%80", "%F0%9F%98", "a%00b", "%")
"""As they stand in the body: bytes that are no text."""
VALUES = st.one_of(
    st.sampled_from(HOSTILE).map(quote_plus),
    st.sampled_from(BROKEN),
    st.text(st.characters(exclude_categories=["Cs"]), max_size=40).map(quote_plus),
)


class Place(NamedTuple):
    """A site, and a look behind it."""

    site: Site
    tools: Tools


@dataclass(frozen=True)
class Step:
    """One page of a draft in which all is answered."""

    draft: Draft
    slug: str
    sound: Pairs
    page: "Page"
    told: Told
    form: Callable[[MultiDict[str, str]], StepForm]
    tools: Tools

    def asked(self, body: list[tuple[str, str]]) -> set[str]:
        """The names of the inputs whose questions are asked when this is sent; by the journey's declaration."""
        form = self.form(MultiDict((name, unquote_plus(value, errors="replace")) for name, value in body))
        return {name for name in self.page.names if any(one.reads(name) for one in form.questions())}


@dataclass(frozen=True)
class Page:
    """What the form on a page would send: texts, long texts, and what can be chosen and is."""

    lines: dict[str, str]
    texts: dict[str, str]
    options: dict[str, list[str]]
    chosen: dict[str, list[str]]
    files: list[str]
    """Where files are asked for: a text in their place is no answer."""

    @property
    def names(self) -> list[str]:
        return [*self.lines, *self.texts, *self.options]

    @property
    def foreign(self) -> list[str]:
        """Names under which a text is no answer to anything the page asks."""
        return [*self.files, *(one for one in FOREIGN if one not in self.names)]


NO_ANSWERS = {"csrf_token", "version"}


def page(text: str) -> Page:
    """The inputs of the step's own form."""
    found = Page({}, {}, {}, {}, [])
    form = html.fromstring(text).get_element_by_id("steg")
    for one in form.iter("input", "textarea"):
        name, kind = one.get("name", ""), one.get("type", "text")
        if not name or name.startswith("_") or name in NO_ANSWERS or kind == "hidden":
            continue
        if kind == "file":
            found.files.append(name)
        elif kind in {"radio", "checkbox"}:
            found.options.setdefault(name, []).append(one.get("value", "on"))
            found.chosen.setdefault(name, []).extend(
                [one.get("value", "on")] * (one.get("checked") is not None)
            )
        elif one.tag == "textarea":
            found.texts[name] = (one.text or "").removeprefix("\n")
        else:
            found.lines[name] = one.get("value", "")
    return found


def steps(places: Sequence[Place], ways: Sequence[Way]) -> list[Step]:
    """Each step that these ways come to, once, in the hands of whoever comes first; one way here, the next there."""
    found = dict[tuple[str, str], Step]()
    for way, place in zip(ways, cycle(places), strict=False):
        known = {slug for journey, slug in found if journey == way.journey}
        found |= {(way.journey, step.slug): step for step in _new(place, way, known)}
    return list(found.values())


def _new(place: Place, way: Way, known: set[str]) -> list[Step]:
    """Those of the way that are not known yet; where it has no more of them, the rest stays open."""
    draft = begin(place.site.visitor(way.person, way.place), way.journey)
    draft.today = place.site.now.date() if isinstance(place.site, SiteAt) else None
    answers = way.answered(draft.walk({}))
    path = draft.walk(answers).path
    last = max(path.index(step) for step in path if step.slug not in known)
    walk = draft.fill(answers, until=path[last + 1].slug if last + 1 < len(path) else "")
    return [_step(place.tools, draft, walk, step) for step in path[: last + 1] if step.slug not in known]


def _step(tools: Tools, draft: Draft, walk: Walk, step: DeclaredStep) -> Step:
    text = draft.see(step.slug)
    told = Told({name: hidden(text, name) for name in CONTROLS if hidden(text, name)})
    return Step(draft, step.slug, pairs(walk.form(step)), page(text), told, partial(walk.form, step), tools)


@st.composite
def bodies(draw: st.DrawFn, step: Step) -> list[tuple[str, str]]:
    """Names and values as they stand in a body: sound ones or none, some changed, gone, doubled, and foreign ones."""
    known = step.page.names
    names = st.sampled_from(known) if known else st.nothing()
    sound = [(name, quote_plus(value)) for name, value in step.sound] if draw(st.booleans()) else []
    changed = draw(st.dictionaries(names, VALUES, max_size=min(4, len(known))))
    gone = draw(st.sets(names, max_size=min(2, len(known)))) | set(changed)
    twice = draw(st.dictionaries(names, VALUES, max_size=min(1, len(known))))
    foreign = draw(st.sets(st.sampled_from(step.page.foreign), max_size=2))
    kept = [(name, value) for name, value in sound if name not in gone]
    return [
        *kept,
        *changed.items(),
        *twice.items(),
        *((name, quote_plus(STRANGE)) for name in sorted(foreign)),
    ]


def octets(step: Step, body: list[tuple[str, str]]) -> bytes:
    return "&".join(
        [urlencode(step.told.controls), *(f"{quote_plus(name)}={value}" for name, value in body)]
    ).encode()


def kept_rows(step: Step) -> list[dict[str, Any]]:
    """All that is kept of the draft's steps."""
    of_draft = select(StepAnswers).where(StepAnswers.case_id == step.draft.id).order_by(StepAnswers.slug)
    with step.tools.store.read() as db:
        return [
            {column.key: getattr(row, column.key) for column in StepAnswers.__table__.columns}
            for row in db.scalars(of_draft)
        ]


def kept_words(step: Step) -> str:
    """The same, opened."""
    return repr(
        [
            step.tools.vault.open_json(row[f"sealed_{what}"], place_of(step.draft.id, row["slug"], what))
            for row in kept_rows(step)
            for what in ("answers", "typed")
            if row[f"sealed_{what}"]
        ]
    )


def put_back(step: Step, rows: list[dict[str, Any]]) -> None:
    with step.tools.store.write() as db:
        db.execute(delete(StepAnswers).where(StepAnswers.case_id == step.draft.id))
        db.add_all(StepAnswers(**row) for row in rows)


def line(text: str) -> str:
    return " ".join(printable(text).split())


def same_line(typed: str, shown: str) -> bool:
    """Equal but for white space and case; numbers may be grouped, and a phone number gets its country."""
    if line(typed).casefold() == line(shown).casefold():
        return True
    digits = [re.sub(r"[^0-9]", "", one) for one in (typed, shown)]
    return (
        bool(digits[0])
        and (digits[1].endswith(digits[0]) or digits[0].endswith(digits[1]))
        and bool(digits[1])
    )
