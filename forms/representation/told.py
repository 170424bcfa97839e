"""What the matrix says of a case, as finished text: for whoever fills in, for the document and for the office."""

from typing import NamedTuple

from forms.blocks import circumstances as are
from forms.blocks.notes import lacks_authorization
from forms.blocks.wording import CHILD, PERSON, YOUNG
from forms.language import N_
from forms.law.references import places
from forms.naming import POWER_OF_ATTORNEY
from forms.powers import LETTERS
from forms.representation.matrix import row
from forms.representation.row import PARTS, Part, Row
from forms.situation import Situation

WITHOUT_WORDS = ("self",)
"""Rows of which there is nothing to tell: who is of age decides, signs and gets the letters."""
IN_THEIR_PLACE = {"proxy", "guardian"}
"""They get the letters in somebody's place, as far as that reaches (forvaltningsloven § 12)."""


class Standing(NamedTuple):
    """As what somebody acts, and what follows."""

    who: str
    rows: tuple[tuple[str, str], ...]
    """Labels, as source texts, and what stands beside them."""
    warnings: tuple[str, ...]
    law: tuple[str, ...]


def standing(situation: Situation) -> Standing | None:
    """None where there is nothing to tell, or the answers do not tell enough yet.

    Whoever asks for a power of attorney acts for nobody yet: only its giver signs it.
    """
    found = row(situation)
    if found is None or found.key in WITHOUT_WORDS or situation.naming == POWER_OF_ATTORNEY:
        return None
    return Standing(
        who=situation.language.text(found.who),
        rows=(
            (N_("Sier ja til hjelpen"), _named(found.consents, situation)),
            (N_("Skriver under"), _named(found.signs, situation)),
            (N_("Får brevene"), _who_gets_letters(found, situation)),
            (N_("Det som viser retten til å handle"), situation.language.text(found.evidence)),
        ),
        warnings=tuple(_said(warning, situation) for warning in found.warnings),
        law=tuple(_law(found, situation)),
    )


def _who_gets_letters(found: Row, situation: Situation) -> str:
    if are.nothing_home(situation):
        return situation.language.text(N_("Ingen får brev hjem. Vi tar kontakt på den trygge måten."))
    return _named(_letters(found, situation), situation)


def _letters(found: Row, situation: Situation) -> tuple[Part, ...]:
    """Who gets them by the row, by what was chosen, and by what the power lets, once the paper has come."""
    if not set(found.letters) & IN_THEIR_PLACE:
        return found.letters
    instead: Part = "parents" if are.parents_decide(situation) else "subject"
    if lacks_authorization(situation) or (situation.power and LETTERS not in situation.power.scope):
        return (instead,)
    chosen = situation.answer("representative", "copy_to") or ()
    if not chosen:
        return found.letters
    return (*(("subject",) if "person" in chosen else ()), *(found.letters if "proxy" in chosen else ()))


def _named(parts: tuple[Part, ...], situation: Situation) -> str:
    text, parts = situation.language.text, tuple(dict.fromkeys(parts))
    named = situation.language.all_of([text(PARTS[part]) for part in parts])
    return named[:1].upper() + named[1:]


def _said(sentence: str, situation: Situation) -> str:
    text = situation.language.text
    return text(sentence, form=text(situation.naming), person=text(_person(situation)))


def _person(situation: Situation) -> str:
    if not are.about_child(situation):
        return PERSON
    return CHILD if are.parents_decide(situation) else YOUNG


def _law(found: Row, situation: Situation) -> list[str]:
    day = situation.law_day
    shown = [one.shown(situation.language) for topic in found.law for one in places(topic, day)]
    return list(dict.fromkeys(shown))


def answered_to(situation: Situation) -> str:
    """That whoever it is about gets the answer, where another wrote; empty where nobody would think otherwise."""
    found = row(situation)
    if found is None or not are.represents(situation) or _letters(found, situation) != ("subject",):
        return ""
    return situation.language.text(N_("Svaret går til den det gjelder."))
