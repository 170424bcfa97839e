"""What somebody is told who asked to be reached in a safe way: that it counts, and not why it was asked for."""

from collections.abc import Iterator

from forms.blocks.circumstances import protected
from forms.language import N_
from forms.situation import Situation


def told_safely(situation: Situation) -> Iterator[str]:
    """On the receipt, which others may see too: it goes before what the municipality says of letters and calls."""
    if protected(situation):
        yield situation.language.text(N_("Vi tar bare kontakt på den måten du ba om."))
