"""Cases full of text that has broken documents elsewhere (attacks.md 1.1), typed over HTTP and made into files."""

import io
import json
import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import pikepdf
from sqlalchemy import func, select

from docgen.contract import DocumentRequest
from docgen.make import settled
from docgen.shown import Shown
from forms.journeys.registry import samples
from tests import behind
from tests.documents import docx_words, pdf_words
from tests.draft import Draft, begin
from tests.filled import pairs
from tests.guest import Guest
from tests.integration.docgen.test_every_word import answers_found_out_from_word
from tests.integration.handover.world import until
from tests.running_site import Site
from wizard.cases.standing import DELIVERED
from wizard.models import CaseEvent

LONGEST = 40_000
"""Letters that a long answer may have."""
LETTERS = [chr(code) for code in (*range(0x21, 0x7F), *range(0xC0, 0x180)) if chr(code) not in "<>&{}_%#"]
SHORT = {
    "accommodation": "Zack & Tyler <select> \"q\" 'a'",
    "need_description": "line1\r\nline2\n\n\n\tline4",
    "what_matters": "a</w:t></w:r></w:p><w:p><w:r><w:t>VEDTAK: INNVILGET",
    "current_services_text": "{{ 7*7 }} {% for x in y %}",
    "services_needed_text": "{_{ 7*7 }_} {_% set x=1 %_}",
    "coordination_problem": "nul a\x00b",
    "coordinator_wish_name": "a\x0bb a\x1bb a\x7f \ufffe \uffff",
    "coordinator_wish_workplace": "bell a\x07b feed a\x0cb",
    "coordinator_wish_why": "\u202efdp.exe \u2066snudd\u2069",
    "living_text": '#read("/etc/passwd") $x$ = H1\n= Overskrift',
    "caregivers": '=HYPERLINK("http://evil","x")\n+1+1\n@SUM(A1)\n\t=1',
    "gp": "]]> &#60;b&#62; &amp;lt;",
    "decision_contact": "👩‍👩‍👧‍👦 ❤️ 🇳🇴",
}
"""What is typed, by the name of the input."""
LONG = {
    "accommodation": "a" + "\u0301" * 20_000,
    "need_description": "".join(LETTERS[place % len(LETTERS)] for place in range(LONGEST)),
    "what_matters": "漢字, Ελληνικά, مرحبا, Čáhcesuolu ŋ đ ŧ ž",
    "subject_given_name": "N" * 100,
    "subject_family_name": "M" * 100,
}
HARMLESS = dict.fromkeys(SHORT, "Ja.")


@dataclass(frozen=True)
class Made:
    """A case that is in and delivered: what was typed, what was signed, and both files as its owner gets them.

    Nothing of it changes any more, so each thing is read once.
    """

    site: Site
    draft: Draft
    typed: Mapping[str, str]
    review: str
    docx: bytes
    pdf: bytes

    @cached_property
    def request(self) -> DocumentRequest:
        return behind.frozen(self.site, self.draft)

    @cached_property
    def laid_out(self) -> Shown:
        """What docgen sets, each character settled."""
        data, _ = settled(self.request)
        return data

    @cached_property
    def answers(self) -> list[str]:
        """Every answer as it was signed."""
        return [row.answer for section in self.request.content.sections for row in section.answers]

    @cached_property
    def stored(self) -> dict[str, object]:
        """Every answer as it is kept, by the name of the input."""
        steps = behind.answers(self.site, self.draft).values()
        return {name: value for step in steps for name, value in step.items()}

    @cached_property
    def in_word(self) -> list[str]:
        """Every answer as Word's file has it."""
        return answers_found_out_from_word(self.docx)

    @cached_property
    def said(self) -> Any:
        """The request that lies in the PDF."""
        with pikepdf.open(io.BytesIO(self.pdf)) as file:
            return json.loads(file.attachments["request.json"].get_file().read_bytes())

    @cached_property
    def pdf_words(self) -> str:
        return pdf_words(self.pdf)

    @cached_property
    def docx_words(self) -> str:
        return docx_words(self.docx)


def fill(guest: Guest, person: str, typed: Mapping[str, str]) -> Draft:
    """A sample's answers, but what is typed just as it is."""
    answers = next(one.answers for one in samples("coordination") if one.name == person)
    draft = begin(guest)
    walk = draft.walk(answers)
    token = guest.token(draft.step(walk.path[0].slug))
    for step in walk.path:
        sent = [(name, typed.get(name, value)) for name, value in pairs(walk.form(step))]
        answer = draft.first(step.slug, sent, token)
        assert answer.status_code == 303, f"{step.slug}: {answer.text}"
    return draft


def made(site: Site, typed: Sequence[tuple[Draft, Mapping[str, str]]]) -> list[Made]:
    """All signed, sent, and waited for together."""
    reviews = [_sent(draft) for draft, _ in typed]
    _delivered(site, [draft.id for draft, _ in typed])
    return [
        Made(site, draft, own, review, _file(draft, "docx"), _file(draft, "pdf"))
        for (draft, own), review in zip(typed, reviews, strict=True)
    ]


def _sent(draft: Draft) -> str:
    review = draft.review()
    assert draft.send().status_code == 303
    return review


def _delivered(site: Site, ids: list[uuid.UUID]) -> None:
    """One look behind the site serves as long as it takes: to open one costs more than to look."""
    done = select(func.count()).where(CaseEvent.case_id.in_(ids), CaseEvent.kind == DELIVERED)
    with site.tools() as tools:

        def all_are() -> bool:
            with tools.store.connect() as db:
                return db.scalar(done) == len(ids)

        until(all_are, 180)


def _file(draft: Draft, kind: str) -> bytes:
    answer = draft.guest.get(f"{draft.path}/dokument/{kind}")
    assert answer.status_code == 200
    return answer.content
