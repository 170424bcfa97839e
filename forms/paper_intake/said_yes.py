"""Each single yes of a consent that came on paper, as the ledger of consents keeps it."""

from collections.abc import Iterator

from docgen.contract import BlankQuestion, Ticks
from forms.blank import NO_DAY, NOBODY
from forms.blocks.circumstances import PARENTS_DECIDE_TO
from forms.journeys.consent.consenter import ONLY_SHARING
from forms.journeys.consent.kinds import may_say_yes_to_help
from forms.journeys.consent.said_yes import TO_HELP, TO_SHARING, department
from forms.journeys.consent.sharing import SERVICES
from forms.journeys.registry import journey
from forms.language import N_
from forms.marks import NO_AUTHORIZATION, OWN_CONSENT, UNREAD
from forms.office_sheet import goes_apart
from forms.paper_intake import consent as told
from forms.paper_intake.elsewhere import is_anothers
from forms.paper_intake.numbers import owner_number
from forms.paper_intake.person import full_name, possible_ages
from forms.paper_intake.sender import IN_THEIR_PLACE, SELF, lacks_authorization, sent_by
from forms.paper_sections import sections
from forms.situation import Situation
from forms.walk import Walk
from forms.yes import CHILD_COORDINATOR, COORDINATOR, NUMBER, PARENTS, PLAN, SHARING, Said, Yes

SLUG = "consent"
NOT_OURS = N_("Ordene står på papiret som kom. Det er et annet skjema enn kommunens.")
AT_WORK = ("health_worker", "partner")
"""They say yes to nothing for whom they work with."""
ASKED = {PLAN: TO_HELP, COORDINATOR: TO_HELP, CHILD_COORDINATOR: TO_HELP, SHARING: TO_SHARING}


def says_yes(situation: Situation) -> Iterator[Yes]:
    """One to a plan, one to a coordinator, and one to each service that shares; none here for another municipality."""
    if is_anothers(situation):
        return
    said = _said(situation)
    limits = situation.answer("kinds", "help_limits") or ""
    for kind in (PLAN, COORDINATOR, CHILD_COORDINATOR):
        if kind in told.chosen(situation):
            yield _yes(situation, kind, said._replace(limits=limits))
    if told.to_sharing(situation):
        yield from _sharing(situation, said)


def lacks(situation: Situation, kind: str) -> str:
    """What is missing before a yes to that can hold: of several, what only a new paper can mend."""
    if said_by := _cannot_say_yes(situation, kind):
        return said_by
    if lacks_authorization(situation):
        return NO_AUTHORIZATION
    if kind == SHARING and told.unread_sharing(situation):
        return UNREAD
    return "" if owner_number(situation) else NUMBER


def _cannot_say_yes(situation: Situation, kind: str) -> str:
    """From 16 one says yes oneself, and before that the parents do (pbrl §§ 4-3 and 4-4)."""
    who, ages = sent_by(situation), possible_ages(situation)
    child = bool(ages) and max(ages) < PARENTS_DECIDE_TO
    if who == SELF:
        return PARENTS if child else ""
    if who in {"parent", "child_welfare"}:
        by_age = "" if child else OWN_CONSENT
        return by_age if ages else UNREAD
    if who in AT_WORK or (who == "nearest_relative" and child):
        return PARENTS if child else OWN_CONSENT
    helps = kind != SHARING and who in ONLY_SHARING
    return OWN_CONSENT if helps and not may_say_yes_to_help(situation, who) else ""


def _sharing(situation: Situation, said: Said) -> Iterator[Yes]:
    givers, receivers = (situation.answer("sharing", side) or () for side in ("share_from", "share_to"))
    shares = said._replace(
        topics=situation.answer("sharing", "topics") or "",
        purpose=told.purpose(situation),
        excluded=situation.answer("sharing", "topics_excluded") or "",
        not_to_know=situation.answer("sharing", "persons_excluded") or "",
    )
    for service, *_ in SERVICES:
        if service in givers or service in receivers:
            yield _yes(
                situation,
                SHARING,
                shares._replace(
                    service=service,
                    department=department(situation, service, givers, receivers),
                    gives=service in givers,
                    receives=service in receivers,
                ),
            )


def _yes(situation: Situation, kind: str, said: Said) -> Yes:
    until = told.last_day(situation) if kind == SHARING else None
    text = said._replace(text=agreed(situation, kind))
    return Yes(kind, sent_by(situation), (), text, until, lacks(situation, kind))


def _said(situation: Situation) -> Said:
    """Whoever stands in the person's place is named; what a parent sends is the parent's own case."""
    in_place = sent_by(situation) in IN_THEIR_PLACE
    by = situation.answer("sender", "sender_name") if in_place else ""
    return Said(about=full_name(situation), by=by or "")


def agreed(situation: Situation, kind: str) -> tuple[str, ...]:
    """What our form prints on those pages, in its language, and what was answered; of another's form, the answers."""
    printed = tuple(_printed(situation, ASKED[kind])) if told.own_form(situation) else ()
    first = () if printed else (situation.language.text(NOT_OURS),)
    return (*first, *printed, *_answered(situation, kind))


def _printed(situation: Situation, slugs: tuple[str, ...]) -> Iterator[str]:
    """The blank form's text: it is the same for everybody."""
    real = journey(SLUG)
    nobody = Situation(situation.municipality, NOBODY, NO_DAY, situation.language, on_paper=True)
    steps = [step for step in real.steps if step.slug in slugs]
    for section in sections(steps, Walk(real, nobody).now, lambda *one: not goes_apart(real, *one)):
        yield section.title
        yield from section.lead
        for question in section.questions:
            yield from (line for line in _lines(question) if line)
    yield situation.language.text(real.declares.sentence)


def _lines(question: BlankQuestion) -> Iterator[str]:
    yield from (question.condition, question.question, question.hint)
    if isinstance(question.room, Ticks):
        for option in question.room.options:
            yield from (option.label, option.hint)


def _answered(situation: Situation, kind: str) -> Iterator[str]:
    steps = {"kinds": told.KindsForm} | ({"sharing": told.SharingForm} if kind == SHARING else {})
    for slug, form in steps.items():
        answered = form(situation, None, situation.answers.get(slug))
        for question in answered.questions():
            if shown := question.shown(situation.language):
                yield question.say(question.label.text)
                yield from shown.splitlines()
