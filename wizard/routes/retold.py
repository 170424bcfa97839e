"""What was sent, in the language of whoever of the office reads it: told anew by the same answers.

What the citizen wrote stays as it was sent, and so does whatever cannot be told word for word the same.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from docgen.contract import Fact
from forms import document
from forms.blocks.notes import UNTIL_IT_CAME
from forms.marks import LACKING, NO_AUTHORIZATION, UNREAD, lacks_paper, mark_told, unproven
from forms.walk import Walk
from wizard.cases.following import Sent
from wizard.cases.freezing import late_signatures
from wizard.cases.kept_back import authors_walk
from wizard.cases.paper_intake import receipt_of
from wizard.cases.standing import AUTHORIZATION_GOOD, LAST_DAY_READ, PAPER_PROMISED, REGISTERED
from wizard.catalogues import language_of, source_of
from wizard.routes.here import language, tools
from wizard.routes.language_names import language_name

Words = tuple[str, str]
"""A label and what stands at it."""


@dataclass(frozen=True)
class Told:
    """A label and what stands at it, each with the language it is in; empty where that is the page's own."""

    label: str
    text: str
    label_in: str = ""
    text_in: str = ""


@dataclass(frozen=True)
class Retold:
    """All that the office's page shows of what was sent."""

    written: str
    """In which language it was filled in, where the page is in another; empty otherwise."""
    facts: list[Told] = field(default_factory=list)
    signed_on_paper: list[Told] = field(default_factory=list)
    late: list[list[Told]] = field(default_factory=list)
    """Signatures that came after it was sent."""
    sections: list[tuple[str, str, list[Told]]] = field(default_factory=list)
    """Title, its language, and the answers."""


def retold(found: Sent) -> Retold:
    """For whoever reads it now."""
    content, tell = found.request.content, _Teller(found)
    return Retold(
        written=language_name(content.language),
        facts=tell.all(*_true_still(found), *found.request.receipt[1:]),  # the first is the heading's own
        signed_on_paper=tell.all(*_on_paper(found)),
        late=[
            tell.all(*one.facts) for one in late_signatures(tools(), found.case.id, found.request.signatures)
        ],
        sections=[
            (
                *tell.one(section.title),
                [tell.row(answer.question, answer.answer) for answer in section.answers],
            )
            for section in content.sections
        ],
    )


def _true_still(found: Sent) -> list[Fact]:
    """Without what lacked when it came and has come since: who saw it, and when, is told beside them."""
    written = language_of(found.request.content.language)
    came = {mark_told(mark, written) for mark in _came_since(found)}
    until = set(map(written.text, UNTIL_IT_CAME)) if came else set()
    facts = found.request.content.facts
    return [fact for fact in facts if fact.label not in came and fact.value not in until]


def _came_since(found: Sent) -> Iterator[str]:
    """Keys of ``forms.marks``."""
    kinds = {event.kind for event in found.events}
    if AUTHORIZATION_GOOD in kinds and not lacks_paper(found.marks):
        yield NO_AUTHORIZATION
        yield from map(unproven, LACKING)
    if LAST_DAY_READ in kinds and UNREAD not in found.marks:
        yield UNREAD


def _on_paper(found: Sent) -> list[Fact]:
    """What stands for the signature on a paper that staff have read; nothing for what was signed otherwise."""
    if not found.case.on_paper:
        return []
    return [fact for one in found.request.signatures if not one.by_hand for fact in one.facts]


class _Teller:
    def __init__(self, found: Sent) -> None:
        self.written = found.request.content.language
        self.same = self.written == language().code
        self.rows = {} if self.same else dict(_pairs(found))

    def all(self, *facts: Fact) -> list[Told]:
        return [self.row(fact.label, fact.value) for fact in facts]

    def row(self, label: str, text: str) -> Told:
        if self.same:
            return Told(label, text)
        if (label, text) in self.rows:
            here, told = self.rows[(label, text)]
            return Told(here, told, text_in=self.written if told == text else "")
        (here, label_in), (told, text_in) = self.one(label), self.one(text)
        return Told(here, told, label_in, text_in)

    def one(self, text: str) -> Words:
        """A text that the house has in each language, and the language that it is told in."""
        if self.same:
            return text, ""
        source = source_of(self.written, text)
        return (text, self.written) if source is None else (language().text(source), "")


def _pairs(found: Sent) -> Iterator[tuple[Words, Words]]:
    """Each row as it was sent and as it is told here: the same answers, walked in both languages."""
    there = authors_walk(tools(), found.case, language_of(found.request.content.language))
    here = authors_walk(tools(), found.case, language())
    if there is None or here is None:
        return
    for one, other in zip(_parts(found, there), _parts(found, here), strict=False):
        if len(one) == len(other):
            yield from zip(one, other, strict=True)


def _parts(found: Sent, walk: Walk) -> Iterable[list[Words]]:
    """The facts, what became known on receipt, and the answers, section by section."""
    content = document.content(walk, found.case.reference)
    yield [(fact.label, fact.value) for fact in content.facts]
    yield [(fact.label, fact.value) for fact in _receipt(found, walk)]
    for section in content.sections:
        yield [(answer.question, answer.answer) for answer in section.answers]


def _receipt(found: Sent, walk: Walk) -> list[Fact]:
    registered = next((event.at for event in found.events if event.kind == REGISTERED), None)
    return _on_receipt(found, walk) if registered is None else receipt_of(walk, registered)


def _on_receipt(found: Sent, walk: Walk) -> list[Fact]:
    awaits = any(event.kind == PAPER_PROMISED for event in found.events)
    at = found.received_at
    return document.receipt(walk.sent(at, awaits_paper=awaits), at)
