"""A journey as it is printed to be filled in by hand: every step and question, with conditions in words."""

from collections.abc import Iterator
from datetime import date
from functools import partial

from docgen.contract import (
    Blank,
    BlankQuestion,
    BlankRequest,
    BlankSection,
    HandIn,
    Letterhead,
    Ruled,
    ToSign,
    printable,
)
from forms.journey import Journey, Step, Walk
from forms.labels import common
from forms.language import N_, Language
from forms.municipality import Municipality
from forms.question import Question
from forms.signatures import BY_HAND
from forms.signing import declarations
from forms.situation import Person, Situation

NOBODY = Person("", "")
NO_DAY = date(2000, 1, 1)
"""What is printed is the same every day."""
MORE_ROOM = 16
"""Lines on the last page, for what did not find room."""

GUIDANCE = (
    N_("Skriv tydelig med penn. Sett kryss i rutene som passer, og hopp over det som ikke gjelder."),
    N_("Fyller du ut for en annen, er «du» den det gjelder, når ikke noe annet står."),
    N_("Trenger du mer plass, skriver du der det står «Mer plass», eller på et eget ark."),
)
SIGNING = (
    N_("Den som ikke kan skrive selv, kan få noen til å føre hånden sin. Da skriver et vitne under også."),
    N_("Har du sperret adresse, lar du «Sted» stå åpent."),
)


def blank(journey: Journey, municipality: Municipality, language: Language) -> BlankRequest:
    """The body of the document service's request; the same every time."""
    unknown = Situation(municipality, NOBODY, NO_DAY, language, on_paper=True)
    situation = Walk(journey, unknown).now
    text = partial(_text, situation)
    addressee = journey.addressee(situation)
    return BlankRequest(
        contract=1,
        blank=Blank(
            language=language.code,
            reference=name(journey, municipality, language),
            title=text(journey.title),
            letterhead=Letterhead(
                municipality=municipality.name,
                office=addressee.office,
                lines=list(addressee.lines),
                colour=municipality.colour,
            ),
            hand_in=HandIn(title=text(_hand_in(municipality)), lines=list(municipality.paper_address)),
            guidance=[text(sentence) for sentence in (journey.lead, *GUIDANCE) if sentence],
            sections=[*_sections(journey, situation), *_last_pages(situation)],
            signing=_signing(situation),
            labels=common(language, N_("Skjema")),
        ),
    )


def name(journey: Journey, municipality: Municipality, language: Language) -> str:
    """By which an office knows the form that came in, and how its file is called."""
    return f"{municipality.id}-{journey.path}-{language.code}"


def _hand_in(place: Municipality) -> str:
    """By post where the post finds it, over a counter where there is one: as the pages say it."""
    if not place.takes_post:
        return N_("Lever skjemaet her")
    if place.counter or not place.office.visiting_address:
        return N_("Send skjemaet hit")
    return N_("Send eller lever skjemaet her")


def _text(situation: Situation, source: str) -> str:
    """The source text in the reader's language, with what the form is called."""
    language = situation.language
    return language.text(source, form=language.text(situation.naming))


def _sections(journey: Journey, situation: Situation) -> Iterator[BlankSection]:
    text = partial(_text, situation)
    for step in journey.steps:
        questions = list(_questions(step, situation))
        if questions:
            yield BlankSection(
                title=text(step.title),
                condition=text(step.only_if),
                lead=[text(step.lead)] if step.lead else [],
                questions=questions,
            )


def _questions(step: Step, situation: Situation) -> Iterator[BlankQuestion]:
    form = step.form(situation)
    for question in form:
        condition = question.when.in_words(form) if question.when else ""
        if condition or question.when is None:
            yield _printed(question, condition)


def _printed(question: Question, condition: str) -> BlankQuestion:
    stands = question.on_paper()
    return BlankQuestion(
        condition=printable(condition),
        question=_capital(printable(stands.question)),
        hint=printable(stands.hint),
        room=stands.room,
    )


def _capital(sentence: str) -> str:
    return sentence[:1].upper() + sentence[1:]


def _last_pages(situation: Situation) -> Iterator[BlankSection]:
    text = partial(_text, situation)
    sentences = [sentence.text(situation.language) for sentence in situation.municipality.privacy.sentences]
    which = text(N_("Skriv hvilket spørsmål du svarer på."))
    more = BlankQuestion(condition="", question=which, hint="", room=Ruled(lines=MORE_ROOM))
    yield BlankSection(title=text(N_("Mer plass")), condition="", lead=[], questions=[more])
    yield BlankSection(
        title=text(N_("Slik bruker kommunen opplysningene")), condition="", lead=sentences, questions=[]
    )


def _signing(situation: Situation) -> ToSign:
    text = partial(_text, situation)
    place, day, signature, *others = BY_HAND
    lines = (place, day, signature, N_("Navnet ditt med store bokstaver"), *others)
    return ToSign(
        title=text(N_("Underskrift")),
        lead=[text(sentence) for sentence in SIGNING],
        declarations=declarations(situation),
        lines=[text(line) for line in lines],
    )
