"""What staff could not read of a form that came on paper: left out, told to the office, and never guessed."""

from collections.abc import Iterator

from forms.journey import Note
from forms.language import N_
from forms.marks import MARKS, UNREAD
from forms.situation import Situation

LEFT_OPEN = N_("Står det ikke, eller er det ikke til å lese, lar du feltet stå tomt.")
NONE_TICKED = N_("Er det ikke til å lese, setter du ingen kryss.")


def unread(situation: Situation, what: tuple[str, ...]) -> Iterator[Note]:
    """The note with its mark; ``what`` are source texts. Nothing where all was read."""
    if what:
        text = situation.language.text
        yield Note(text(MARKS[UNREAD]), "; ".join(text(one) for one in what), UNREAD)
