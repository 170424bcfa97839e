"""What is taken back, as the answers tell it: some of one's own, and what only words point at."""

from collections.abc import Iterator
from typing import NamedTuple

from forms.blocks import circumstances as are
from forms.blocks.earlier_case import UNLISTED, taken_back_before
from forms.situation import SentCase, Situation


class TakenBack(NamedTuple):
    """The step and the question where it is chosen."""

    step: str
    question: str

    def answered(self, situation: Situation) -> tuple[str, ...]:
        """References, and ``UNLISTED`` where words point at one."""
        given = situation.answer(self.step, self.question) or ()
        return (given,) if isinstance(given, str) else tuple(given)

    def cases(self, situation: Situation) -> tuple[SentCase, ...]:
        """Those of the submitter's own."""
        chosen = self.answered(situation)
        return tuple(case for case in situation.sent if case.reference in chosen)

    def asks_protection(self, situation: Situation) -> bool:
        """Of one that was not sent here nobody knows whom it is about; one that is restricted tells enough."""
        return UNLISTED in self.answered(situation) and not self._of_restricted(situation)

    def restricted(self, situation: Situation) -> bool:
        """One of them tells of a protected address or of who must not know, or it is told so now."""
        asked = self.asks_protection(situation)
        return self._of_restricted(situation) or (asked and are.protected(situation))

    def told(self, situation: Situation) -> Iterator[str]:
        """That one is taken back already: the draft may have been begun before."""
        if sentence := taken_back_before(situation, self.answered(situation)):
            yield sentence

    def _of_restricted(self, situation: Situation) -> bool:
        return any(case.restricted for case in self.cases(situation))
