"""What is taken back, as the answers tell it: some of one's own, and what only words point at."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from forms.blocks import circumstances as are
from forms.blocks.earlier_case import UNLISTED, Which, references_in, taken_back_before
from forms.language import N_
from forms.situation import SentCase, Situation

TO_BE_FOUND = N_("Kontoret må finne ut hva du trekker, og skriver det ned.")
PART_TO_BE_FOUND = N_("Kontoret må finne ut hvilken del som er trukket. Resten gjelder fortsatt.")
OTHERS_DECIDE = (
    N_("Hjelpen din fortsetter som før til kontoret har snakket med deg."),
    N_("Før du er 16 år, er det som regel de som har ansvar for deg, som bestemmer dette."),
    N_("Kontoret snakker med deg, og hører hva du mener."),
)
"""To a child who takes back alone what others said yes to for it (pbrl §§ 3-1, 4-4)."""
TOLD = N_("Kommunen fikk beskjeden")
DECIDES_NOW = N_("Den samtykket gjelder, er fylt 16 år og bestemmer dette selv.")
ONLY_THEY = N_("Den unge kan trekke det på sidene sine, på papir eller ved å si fra til kontoret.")


def anothers(situation: Situation, chosen: Sequence[str], words: str) -> tuple[str, ...]:
    """The references of those of which whom it is about decides by now; ``words`` count beside ``UNLISTED``."""
    named = {*chosen, *(references_in(words) if UNLISTED in chosen else ())}
    known = {case.reference: case for case in (*situation.sent, *situation.typed)}
    return tuple(one for one in known if one in named and known[one].decided_by_subject)


class TakenBack(NamedTuple):
    """The step, the question where it is chosen and the one where words point at it, and which cases it may be."""

    step: str
    question: str
    words: str
    which: Which

    def answered(self, situation: Situation) -> tuple[str, ...]:
        """References, and ``UNLISTED`` where words point at one."""
        given = situation.answer(self.step, self.question) or ()
        return (given,) if isinstance(given, str) else tuple(given)

    def cases(self, situation: Situation) -> tuple[SentCase, ...]:
        """Those of the submitter's own."""
        chosen = self.answered(situation)
        return (*(case for case in situation.sent if case.reference in chosen), *self._named(situation))

    def references(self, situation: Situation) -> tuple[str, ...]:
        """Of all that it is tied to: what was chosen, and what the words name."""
        named = (case.reference for case in self._named(situation))
        return (*(one for one in self.answered(situation) if one != UNLISTED), *named)

    def untied(self, situation: Situation) -> str:
        """The words that name no case, for the office to find out; empty where there are none."""
        if self._named(situation) or UNLISTED not in self.answered(situation):
            return ""
        return situation.answer(self.step, self.words) or ""

    def asks_protection(self, situation: Situation) -> bool:
        """Of one that was not sent here nobody knows whom it is about; one that is restricted tells enough."""
        return UNLISTED in self.answered(situation) and not self._of_restricted(situation)

    def restricted(self, situation: Situation) -> bool:
        """One of them tells of a protected address or of who must not know, or it is told so now."""
        asked = self.asks_protection(situation)
        return self._of_restricted(situation) or (asked and are.protected(situation))

    def told(self, situation: Situation) -> Iterator[str]:
        """That one is taken back already, or is another's to take back: the draft may have been begun before."""
        if sentence := taken_back_before(situation, self.answered(situation)):
            yield sentence
        if self.anothers(situation):
            yield situation.language.text(DECIDES_NOW)

    def anothers(self, situation: Situation) -> tuple[str, ...]:
        """The references of those, chosen or named, of which whom it is about decides by now."""
        return anothers(situation, self.answered(situation), situation.answer(self.step, self.words) or "")

    def _named(self, situation: Situation) -> tuple[SentCase, ...]:
        """Those whose references stand in the words, and that hold still; once it is sent, those that it was tied to.

        What it has ended is nothing that it could end any more.
        """
        answered = self.answered(situation)
        if UNLISTED not in answered:
            return ()
        named = references_in(situation.answer(self.step, self.words) or "").difference(answered)
        return tuple(
            case for case in situation.typed if case.reference in named and self._ends(situation, case)
        )

    def _ends(self, situation: Situation, case: SentCase) -> bool:
        if situation.tied is not None:
            return case.reference in situation.tied
        return self.which(case) and not case.withdrawn

    def _of_restricted(self, situation: Situation) -> bool:
        """What another sent is hidden with it all the same, but whom it hides is not told to the submitter."""
        return any(case.known_restricted and not case.given_by for case in self.cases(situation))
