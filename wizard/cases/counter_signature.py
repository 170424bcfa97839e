"""The signature that is given in front of a helper, as it stands in the document: whose it is, how, and who saw it."""

import hashlib
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from docgen.contract import Content, Signature
from forms.acting import acting_as
from forms.paper_signatures import lines_for_others
from forms.signatures import AtCounter, counter_hand_signature, counter_signature
from forms.signers import NAMES, PRINCIPAL, author_signs
from forms.signing_at_counter import DONE, PAPER, CounterSignForm, counter_form, signer_at_counter
from forms.situation import Person
from wizard.accounts import Visitor
from wizard.cases.drafts import Draft, Typed
from wizard.cases.freezing import AUTHOR


@dataclass(frozen=True)
class Seen:
    """What the person was read (its hash), what the helper filled in about how it was confirmed, and who helps."""

    content_sha256: str
    typed: Typed
    helper: Visitor
    shared: bool = False
    """Whether it is on a screen that many people use in turn."""

    @property
    def by(self) -> str:
        return f"{self.helper.name}, {self.helper.helps}"


def asked_here(draft: Draft, typed: Typed | None, *, shared: bool) -> CounterSignForm:
    """What the helper is asked, on a screen of their own or on a ``shared`` one."""
    form = counter_form(draft.walk.now)(draft.walk.now, typed)
    if shared:
        form.ask_here()
    return form


class SignsHere(NamedTuple):
    """Who signs at the counter; ``role`` is finished text."""

    person: Person
    capacity: str
    role: str


def signs_here(draft: Draft, form: CounterSignForm) -> SignsHere:
    """Whoever filled in; of an authorization that the proxy filled in, its giver."""
    now = draft.walk.now
    number = form["national_id"].data if "national_id" in form and form["national_id"].asked() else ""
    person = signer_at_counter(now, number)
    if author_signs(now):
        return SignsHere(person, AUTHOR, acting_as(draft.walk))
    return SignsHere(person, PRINCIPAL, now.language.text(NAMES[PRINCIPAL]))


def signatures_seen(
    draft: Draft, content: Content, form: CounterSignForm, seen: Seen, at: datetime
) -> tuple[Signature, ...]:
    """Given there and then, told and not signed, or promised on paper: then lines for everybody else who signs, too."""
    person, _, role = signs_here(draft, form)
    told, sha256, now = _told(form, seen), content.sha256(), draft.walk.now
    if form.way.data != PAPER:
        return (counter_signature(person, role, told, at, sha256, now.language),)
    hidden = draft.walk.journey.restricted(now) or draft.walk.journey.keeps_back
    by_hand = counter_hand_signature(person, role, told, sha256, now.language, protected=hidden)
    return (by_hand, *(lines_for_others(now, sha256) if author_signs(now) else ()))


def _told(form: CounterSignForm, seen: Seen) -> AtCounter:
    """Only what belongs to the way that was chosen: more may have been filled in before."""

    def label(question: str) -> str:
        field = form[question]
        return field.shown(form.situation.language) if field.asked() else ""

    return AtCounter(
        by=seen.by,
        way=form.situation.language.text(DONE[str(form.way.data)]),
        identity=label("identity"),
        typed_name=label("typed_name"),
        drawing=form.drawing.to_print() if form.drawing.asked() else b"",
        drawing_sha256=hashlib.sha256(form.drawing.data).hexdigest() if form.drawing.asked() else "",
        why_unsigned=label("why_unsigned"),
        known_by=label("identity_checked"),
    )
