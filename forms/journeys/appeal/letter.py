"""What stands at the top of a complaint: to whom, on which answer, and what is asked for."""

from collections.abc import Iterator
from datetime import date

from forms.addressee import Addressee, through_office, to_office
from forms.blocks.circumstances import for_other
from forms.blocks.notes import lacks_proof, notes_with
from forms.fields.yesno import YES
from forms.journey import Note
from forms.journeys.appeal import circumstances as are
from forms.journeys.appeal.telling import where_sent
from forms.language import N_
from forms.marks import HELP_WANTED, SUSPENSION, TO_CHILD_WELFARE, TO_HOSPITAL, TO_NAV
from forms.situation import Situation

SHORT = 300
"""Characters of an answer that is said again among the points; a longer one is pointed at."""

PASSED_ON = {are.NAV: TO_NAV, are.CHILD_WELFARE: TO_CHILD_WELFARE, are.HOSPITAL: TO_HOSPITAL}
"""The mark by which the office sees where it must go."""


def addressee(situation: Situation) -> Addressee:
    """The office, or the department that answered where the municipality wants it there."""
    department = _department(situation)
    if situation.municipality.appeal.send_to != "answering_department" or not department:
        return to_office(situation)
    return through_office(situation, department)


def notes(situation: Situation) -> Iterator[Note]:
    text = situation.language.text
    yield from notes_with(situation, lacks=lacks_proof(situation))
    which = N_("Venter på svar fra") if are.awaits_answer(situation) else N_("Klagen gjelder svaret fra")
    yield Note(text(which), answer_told(situation))
    if are.elsewhere(situation):
        decided = are.decided_by(situation)
        yield Note(text(N_("Sendes videre")), where_sent(situation), PASSED_ON[decided])
    if situation.answer("suspension", "ask_suspension") == YES:
        yield Note("", "", SUSPENSION)
    if situation.answer("help", "help_with_appeal") == YES:
        yield Note(text(N_("Hjelp til å skrive")), text(N_("Ønsker hjelp.")), HELP_WANTED)


def answer_told(situation: Situation) -> str:
    """Which answer, come or not, by all that is known of it: who, when, and the case number."""
    text = situation.language.text
    who = {
        are.OFFICE: situation.municipality.office.name,
        are.DEPARTMENT: _department(situation),
        are.NAV: text(N_("NAV")),
        are.CHILD_WELFARE: text(N_("Barnevernet")),
        are.HOSPITAL: text(N_("Sykehuset")),
    }.get(are.decided_by(situation)) or text(N_("Ikke kjent hvem"))
    parts = [who]
    if applied := situation.answer("waiting", "applied_date"):
        parts.append(text(N_("søkt %(date)s"), date=situation.language.date(date.fromisoformat(applied))))
    if decided := situation.answer("dates", "decision_date"):
        parts.append(situation.language.date(date.fromisoformat(decided)))
    if reference := situation.answer("answer", "case_reference"):
        parts.append(text(N_("saksnummer %(number)s"), number=reference))
    return ", ".join(parts)


def points(situation: Situation) -> Iterator[str]:
    """The law's own content first: which answer, what is wrong with it, the change and why. Then all else."""
    text = situation.language.text
    on, about = N_("Jeg klager på svaret fra: %(answer)s."), N_("Jeg er uenig i dette: %(text)s")
    if are.awaits_answer(situation):
        on = N_("Jeg klager på at jeg ikke har fått svar fra: %(answer)s.")
        if for_other(situation):
            on = N_("Jeg klager på at det ikke har kommet svar fra: %(answer)s.")
        about = N_("Dette venter jeg på svar om: %(text)s")
    yield text(on, answer=answer_told(situation))
    yield _said(situation, "disagree", "what_about", about)
    for question, message in (
        ("change_wanted", N_("Jeg ber om denne endringen: %(text)s")),
        ("reasons", N_("Begrunnelsen min: %(text)s")),
    ):
        if situation.answer("change", question):
            yield _said(situation, "change", question, message)
    if situation.answer("suspension", "ask_suspension") == YES:
        yield text(N_("Jeg ber om at endringen venter til klagen er avgjort."))
    yield from _asked_for(situation)


def _asked_for(situation: Situation) -> Iterator[str]:
    text = situation.language.text
    wanted = situation.answer("more", "ask_reasons") or ()
    if "reasons" in wanted:
        yield text(N_("Jeg ber om en begrunnelse for svaret."))
    if "access" in wanted:
        yield text(N_("Jeg ber om å få se papirene i saken."))
    if situation.answer("more", "ask_extension") == YES:
        until = situation.answer("more", "ask_extension_until")
        if until:
            day = situation.language.date(date.fromisoformat(until))
            yield text(N_("Jeg ber om mer tid til å skrive, til %(date)s."), date=day)
        else:
            yield text(N_("Jeg ber om mer tid til å skrive."))
    if situation.answer("attachments", "more_later") == YES:
        yield text(N_("Jeg sender mer senere."))


def _said(situation: Situation, step: str, question: str, message: str) -> str:
    told = (situation.answer(step, question) or "").strip()
    if len(told) > SHORT:
        told = situation.language.text(N_("Se hele svaret under."))
    return situation.language.text(message, text=told)


def _department(situation: Situation) -> str:
    if are.decided_by(situation) != are.DEPARTMENT:
        return ""
    return str(situation.answer("answer", "decision_department") or "")
