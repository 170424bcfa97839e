"""What a parent says of the other one: for the office alone, since a child or the other may be asked to sign."""

from collections.abc import Iterator

from forms.blocks import circumstances as are
from forms.blocks import paper
from forms.blocks.wording import WordedForm
from forms.fields.choice import Choice
from forms.fields.longtext import LongText
from forms.journey import Note, Step
from forms.language import N_
from forms.marks import NOT_INFORMED, OTHER_PARENT
from forms.question import When
from forms.situation import Situation

NO_CONTACT, UNTOLD = "no_contact", "not_informed"
MARK_OF = {NO_CONTACT: OTHER_PARENT, UNTOLD: NOT_INFORMED}


class OtherParentForm(WordedForm):
    """For the office's eyes, and in nothing that others read or sign. Nothing is ever sent because of it."""

    other_parent = Choice(
        N_("Vet den andre forelderen om %(form)s?"),
        hint=N_(
            "Du kan svare at vi ikke skal ta kontakt. Vi sender ingenting til den andre forelderen herfra."
        ),
        choices=(
            ("agrees", N_("Ja, og er enig")),
            ("informed", N_("Ja, men er uenig, eller jeg vet ikke")),
            (UNTOLD, N_("Nei")),
            ("sole", N_("Jeg har foreldreansvaret alene")),
            (NO_CONTACT, N_("Dere skal ikke ta kontakt med den andre forelderen")),
        ),
        missing=N_("Velg det som passer."),
    )
    other_parent_why = LongText(
        N_("Skriv gjerne hvorfor"), soft_limit=1000, when=When("other_parent", (UNTOLD, NO_CONTACT))
    )


STEP = Step(
    "other-parent",
    N_("Den andre forelderen"),
    OtherParentForm,
    N_("Bare kontoret ser svaret. Det står ikke i det andre leser eller skriver under på."),
    when=are.has_other_parent,
    only_if=paper.PARENT,
    kept_back=True,
)


def no_contact(situation: Situation) -> Iterator[Note]:
    """A mark for the office, and no word in what is signed: whoever signs may be the child, or that parent."""
    if mark := MARK_OF.get(situation.answer(STEP.slug, "other_parent") or ""):
        yield Note("", "", mark)


TOLD = {
    NO_CONTACT: N_("Du svarte at vi ikke skal ta kontakt med den andre forelderen. Kontoret ser det."),
    UNTOLD: N_("Du svarte at den andre forelderen ikke vet om %(form)s. Kontoret ser det."),
}
NOTHING_SENT = N_("Vi sender ingenting til den andre forelderen herfra.")


def told_of_other_parent(situation: Situation) -> Iterator[str]:
    """For whoever answered it alone: nobody else who reads the receipt may know."""
    if said := TOLD.get(situation.answer(STEP.slug, "other_parent") or ""):
        text = situation.language.text
        yield f"{text(said, form=text(situation.naming))} {text(NOTHING_SENT)}"
