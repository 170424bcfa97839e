"""What the office reads of a case beside its document, as finished text."""

from dataclasses import dataclass, field

from docgen.contract import Fact
from forms.fields.identity_number import written
from forms.journeys.registry import journey
from forms.language import N_
from forms.paper_intake.proxy import proxy_number
from forms.signers import PRINCIPAL, gives_through_another, known_number
from forms.walk import Walk
from wizard.cases.following import Sent
from wizard.cases.kept_back import authors_walk
from wizard.routes.here import language, tools
from wizard.routes.office_lines import AnswerLine


@dataclass(frozen=True)
class Beside:
    facts: list[Fact] = field(default_factory=list)
    sections: list[tuple[str, list[AnswerLine]]] = field(default_factory=list)


def beside(found: Sent) -> Beside:
    """Nothing where the document tells all."""
    if not journey(found.case.journey).keeps_back and found.case.author_id == found.case.owner_id:
        return Beside()
    walk = authors_walk(tools(), found.case, language())
    if walk is None:
        return Beside()
    if found.case.on_paper:
        return Beside(_others(proxy_number(walk.now)))
    masked = walk.journey.keeps_address_back or found.case.author_id != found.case.owner_id
    return Beside(_facts(walk) if masked else [], _sections(walk))


def _facts(walk: Walk) -> list[Fact]:
    """A proxy is not told the whole number of whom they act for, so their document does not tell it either."""
    text, now = language().text, walk.now
    person = now.principal or now.submitter
    giver = known_number(now, PRINCIPAL) if gives_through_another(now) else person.national_id
    number = Fact(label=text(N_("Fødselsnummer")), value=written(giver))
    hidden = Fact(label=text(N_("Skjermet")), value=text(N_("Begrens hvem som får se saken.")))
    return [
        number,
        *_others(now.answer("proxy", "proxy_national_id") or ""),
        *([hidden] if walk.journey.restricted(now) else []),
    ]


def _others(proxy: str) -> list[Fact]:
    """The whole number of whoever gets a power of attorney, where it is known: its document tells the birth date."""
    label = language().text(N_("Nummeret til fullmektigen"))
    return [Fact(label=label, value=written(proxy))] if proxy else []


def _sections(walk: Walk) -> list[tuple[str, list[AnswerLine]]]:
    return [
        (language().text(step.title), [AnswerLine(row.label, row.text) for row in rows])
        for step in walk.told
        if (rows := walk.kept_rows(step))
    ]
