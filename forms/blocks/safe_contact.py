"""What somebody is told who asked to be reached in a safe way: that it counts, and not why it was asked for."""

from collections.abc import Iterator

from forms.blocks import concerned
from forms.blocks.circumstances import nothing_home, protected
from forms.blocks.submitter import SAFE_BY_LETTER, SAFE_WAYS
from forms.language import N_
from forms.marks import NO_LETTER_HOME
from forms.situation import Situation


def told_safely(situation: Situation) -> Iterator[str]:
    """On the receipt, which others may see too: it goes before what the municipality says of letters and calls."""
    if protected(situation):
        safe = situation.answer("address-protection", "safe_contact")
        unsaid = safe is not None and safe not in {way for way, *_ in SAFE_WAYS}  # a paper may leave it open
        asked = N_("Vi tar bare kontakt på den måten du ba om.")
        yield situation.language.text(N_("Vi tar bare kontakt på en trygg måte.") if unsaid else asked)


def gets_letters(situation: Situation) -> bool:
    """Whether anything may be promised in writing: not where it could come home, or another way was asked for."""
    before = concerned.chosen(situation)
    if nothing_home(situation) or (before and NO_LETTER_HOME in before.marks):
        return False
    safe = situation.answer("address-protection", "safe_contact")
    return not protected(situation) or safe == SAFE_BY_LETTER
