"""A journey as it is printed to be filled in by hand: every step and question, with conditions in words."""

from collections.abc import Iterator, Mapping
from datetime import date
from functools import partial

from docgen.contract import (
    Apart,
    Blank,
    BlankQuestion,
    BlankRequest,
    BlankSection,
    Letterhead,
    Ruled,
    Told,
    ToSign,
)
from forms.blocks.about_case import OTHERS_AND_FOR_OTHER
from forms.blocks.paper import FOR_OTHER, NO_PLACES
from forms.journey import Journey
from forms.labels import common
from forms.language import N_, Language
from forms.municipality import Municipality, PaperWay
from forms.office_sheet import FIRST, SOME_APART, goes_apart, office_sheet
from forms.paper_sections import sections, text_of
from forms.privacy_on_paper import privacy
from forms.signatures import BY_HAND
from forms.signing import declarations
from forms.situation import Person, Situation
from forms.walk import Walk

NOBODY = Person("", "")
ADDRESS = "address-protection"
NO_DAY = date(2000, 1, 1)
"""What is printed is the same every day."""
MORE_ROOM = 3
"""Lines before the signature, for what did not find room."""

PEN = N_("Skriv tydelig med penn. Sett kryss i rutene som passer, og hopp over det som ikke gjelder.")
FOR_ANOTHER = N_("Fyller du ut for en annen, er «du» den det gjelder, når ikke noe annet står.")
ROOM_ELSEWHERE = N_("Trenger du mer plass, skriver du der det står «Mer plass», eller på et eget ark.")
HAND_IN: Mapping[PaperWay, str] = {
    "bring": N_("Lever skjemaet her"),
    "send": N_("Send skjemaet hit"),
    "either": N_("Send eller lever skjemaet her"),
}
SIGNING = (
    N_("Den som ikke kan skrive selv, kan få noen til å føre hånden sin. Da skriver et vitne under også."),
    N_("Har du sperret adresse, lar du «Sted» stå åpent."),
)


def blank(journey: Journey, municipality: Municipality, language: Language) -> BlankRequest:
    """The body of the document service's request; the same every time."""
    unknown = Situation(municipality, NOBODY, NO_DAY, language, on_paper=True)
    situation = Walk(journey, unknown).now
    text = partial(text_of, situation)
    addressee = journey.addressee(situation)
    apart = office_sheet(journey, situation)
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
            hand_in=Told(
                title=text(HAND_IN[municipality.paper_way]), lines=list(_hand_in(journey, situation))
            ),
            told=list(journey.told_on_paper(situation)),
            guidance=[text(sentence) for sentence in _guidance(journey, apart)],
            sections=[*_sections(journey, situation), _more_room(situation)],
            privacy=_privacy(situation),
            signing=_signing(situation),
            apart=apart,
            labels=common(language, N_("Skjema")),
        ),
    )


def _guidance(journey: Journey, apart: Apart | None) -> Iterator[str]:
    """What holds for this form: not everybody may fill in for another, and few forms have a sheet apart."""
    if journey.lead:
        yield journey.lead
    yield PEN
    asks_address = any(step.slug == ADDRESS for step in journey.steps)
    if apart and (journey.keeps_address_back or ADDRESS in journey.apart_on_paper):
        yield FIRST
    elif apart:
        yield SOME_APART
    if journey.first_on_paper and asks_address:
        yield NO_PLACES
    if any(step.only_if in {FOR_OTHER, OTHERS_AND_FOR_OTHER} for step in journey.steps):
        yield FOR_ANOTHER
    yield ROOM_ELSEWHERE


def _hand_in(journey: Journey, situation: Situation) -> Iterator[str]:
    yield from situation.municipality.paper_address
    if journey.sort == "appeal" and situation.municipality.appeal.send_to == "answering_department":
        yield situation.language.text(N_("eller til avdelingen som svarte deg"))


def name(journey: Journey, municipality: Municipality, language: Language) -> str:
    """By which an office knows the form that came in, and how its file is called."""
    return f"{municipality.id}-{journey.path}-{language.code}"


def _sections(journey: Journey, situation: Situation) -> Iterator[BlankSection]:
    steps = sorted(journey.steps, key=lambda one: one.slug not in journey.first_on_paper)
    return sections(steps, situation, lambda step, question: not goes_apart(journey, step, question))


def _more_room(situation: Situation) -> BlankSection:
    which = text_of(situation, N_("Skriv hvilket spørsmål du svarer på."))
    more = BlankQuestion(condition="", question=which, hint="", room=Ruled(lines=MORE_ROOM))
    title = text_of(situation, N_("Mer plass"))
    return BlankSection(title=title, condition="", lead=[], questions=[more])


def _privacy(situation: Situation) -> Told:
    title = text_of(situation, N_("Slik bruker kommunen opplysningene"))
    return Told(title=title, lines=list(privacy(situation.municipality, situation.language)))


def _signing(situation: Situation) -> ToSign:
    text = partial(text_of, situation)
    place, day, signature, *others = BY_HAND
    lines = (place, day, signature, N_("Navnet ditt med store bokstaver"), *others)
    return ToSign(
        title=text(N_("Underskrift")),
        lead=[text(sentence) for sentence in SIGNING],
        declarations=declarations(situation),
        lines=[text(line) for line in lines],
    )
