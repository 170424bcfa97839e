"""What is known already and cannot be changed here."""

from collections.abc import Callable
from typing import Any, ClassVar

from wtforms.utils import unset_value

from docgen.contract import Lines, Room, Said
from forms.language import N_, Language
from forms.question import OnPaper, Question
from forms.situation import Situation

FROM_LOG_IN = N_("Dette vet vi fra innloggingen.")
FROM_BEFORE = N_("Dette sto i saken da dere begynte.")
"""In its place, where somebody at the counter may have told it."""
Known = Callable[[Situation], str]


class Fixed(Question):
    """The server's value wins over anything that is sent or was stored."""

    component: ClassVar[str] = "fixed"

    def __init__(
        self,
        label: str,
        *,
        value: Known,
        written: Known | None = None,
        by_hand: Room | None = None,
        **kwargs: Any,
    ) -> None:
        super().__init__(label, **kwargs)
        self.by_hand = by_hand or Lines(labels=[""])
        self._known = value
        self._written = written or value

    def write_as(self, written: Known) -> None:
        """Another way to write the same value."""
        self._written = written

    def process(self, formdata: Any, data: Any = unset_value, extra_filters: Any = None) -> None:  # noqa: ARG002 -- none of it counts
        if self.description == FROM_LOG_IN and self.form.situation.helped:
            self.description = FROM_BEFORE
        super().process(None, self._known(self.form.situation))

    def reads(self, name: str) -> bool:  # noqa: ARG002 -- as above
        return False

    def room(self) -> Room:
        """Nobody is logged in on paper: what only a log-in knows is written by hand."""
        known = self._written(self.form.situation)
        return Said(text=known) if known else self.by_hand

    def on_paper(self) -> OnPaper:
        """The hint speaks of the log-in, and is left out."""
        return OnPaper(self.say(self.label.text), "", self.room())

    def shown(self, language: Language) -> str:  # noqa: ARG002 -- names and numbers are the same in every language
        return self._written(self.form.situation)
