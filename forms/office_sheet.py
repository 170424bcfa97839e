"""The last sheet of a form on paper: what the office alone may read, apart from what somebody gets a copy of."""

from functools import partial

from docgen.contract import Apart, BlankQuestion, BlankSection, Lines
from forms.fields.identity_number import ELEVEN
from forms.journey import Journey, Step
from forms.language import N_
from forms.paper_sections import sections, text_of
from forms.question import Question
from forms.situation import Situation

TITLE = N_("Bare til kontoret")
LEAD = (
    N_("Legg ved dette arket for seg selv. Det er ikke en del av det du skriver under på."),
    N_("Ta ikke kopi av arket, og gi det bare til kontoret."),
)
SOME_APART = N_("Noen svar skriver du på arket «Bare til kontoret». Det er det siste arket.")
FIRST = N_("Har du sperret adresse? Les arket «Bare til kontoret» først. Det er det siste arket.")


def goes_apart(journey: Journey, step: Step, question: Question) -> bool:
    """Whether the question stands on the sheet for the office alone."""
    return step.kept_back or bool({step.slug, question.short_name} & {*journey.apart_on_paper})


def office_sheet(journey: Journey, situation: Situation) -> Apart | None:
    """None where the form has nothing to keep from whoever gets a copy of it."""
    text = partial(text_of, situation)
    found = [
        one.model_copy(update={"lead": []})  # the sheet's own lead says it of all of them
        for one in sections(journey.steps, situation, partial(goes_apart, journey))
    ]
    if not found:
        return None
    who = [
        BlankQuestion(condition="", question=text(label), hint="", room=room)
        for label, room in (
            (N_("Navnet ditt"), Lines(labels=[""])),
            (N_("Fødselsnummer eller d-nummer"), ELEVEN),
        )
    ]
    whose = BlankSection(title=text(N_("Hvem arket er fra")), condition="", lead=[], questions=who)
    return Apart(title=text(TITLE), lead=[text(one) for one in LEAD], sections=[whose, *found])
