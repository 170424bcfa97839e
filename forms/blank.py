"""A journey as it is printed to be filled in by hand: every step and question, with conditions in words."""

from collections.abc import Iterator, Mapping
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
from forms.fields.choice import Choice
from forms.fields.yesno import NO, YES, YesNo
from forms.journey import Journey, Step, Walk
from forms.labels import common
from forms.language import N_, Language
from forms.municipality import Municipality, PaperWay
from forms.privacy_on_paper import privacy
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
HAND_IN: Mapping[PaperWay, str] = {
    "bring": N_("Lever skjemaet her"),
    "send": N_("Send skjemaet hit"),
    "either": N_("Send eller lever skjemaet her"),
}
IF = {YES: N_("Hvis ja:"), NO: N_("Hvis nei:")}
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
            hand_in=HandIn(
                title=text(HAND_IN[municipality.paper_way]), lines=list(_hand_in(journey, situation))
            ),
            guidance=[text(sentence) for sentence in (journey.lead, *GUIDANCE) if sentence],
            sections=[*_sections(journey, situation), *_last_pages(situation)],
            signing=_signing(situation),
            labels=common(language, N_("Skjema")),
        ),
    )


def _hand_in(journey: Journey, situation: Situation) -> Iterator[str]:
    yield from situation.municipality.paper_address
    if journey.sort == "appeal" and situation.municipality.appeal.send_to == "answering_department":
        yield situation.language.text(N_("eller til avdelingen som svarte deg"))


def name(journey: Journey, municipality: Municipality, language: Language) -> str:
    """By which an office knows the form that came in, and how its file is called."""
    return f"{municipality.id}-{journey.path}-{language.code}"


def _text(situation: Situation, source: str) -> str:
    """The source text in the reader's language, with what the form is called."""
    language = situation.language
    return language.text(source, form=language.text(situation.naming))


def _sections(journey: Journey, situation: Situation) -> Iterator[BlankSection]:
    text = partial(_text, situation)
    for step in sorted(journey.steps, key=lambda one: one.slug not in journey.first_on_paper):
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
    above: Question | None = None
    for question in form:
        condition = question.when.in_words(form) if question.when else ""
        if condition or question.when is None:
            yield _printed(question, _short(question, above) or condition)
            above = question


def _short(question: Question, above: Question | None) -> str:
    """The condition where it is the one answer to the yes or no right above, or that of the text right above."""
    when = question.when
    if not when or not above or len(when.values) > 1:
        return ""
    asked = question.form[when.question]
    follows = above is asked or (above.when == when and not isinstance(above, Choice))
    return question.say(IF[when.values[0]]) if isinstance(asked, YesNo) and follows else ""


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
    sentences = list(privacy(situation.municipality, situation.language))
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
