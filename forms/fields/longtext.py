"""Text over several lines."""

from typing import Any, ClassVar

from docgen.contract import Ruled, printable
from forms.fields.text import Text
from forms.language import N_

LETTERS_A_LINE, SHORTEST, LONGEST = 500, 2, 5
"""Of handwriting far fewer letters go on a line, but few people fill the limit: the last page has room for more."""


class LongText(Text):
    """The counter warns at ``soft_limit`` and never blocks; at ``max_length`` the answer belongs in an attachment.

    Some have much to tell, and nobody's words are cut: 30,000 characters are kept in every one of them.
    """

    component: ClassVar[str] = "longtext"

    def __init__(
        self, label: str, *, soft_limit: int = 4000, max_length: int = 40_000, **kwargs: Any
    ) -> None:
        super().__init__(label, max_length=max_length, free=True, **kwargs)
        self.soft_limit = soft_limit

    def clean(self, text: str) -> str:
        return printable(text)

    @property
    def enclosable(self) -> bool:
        """Whether a text of any length can be enclosed as a file instead."""
        return self.form.situation.takes_files

    @property
    def is_long(self) -> bool:
        return len(self.data) > self.soft_limit

    @property
    def too_long(self) -> str:
        if not self.enclosable:
            return super().too_long
        return N_(
            "Svaret er for langt: %(length)s tegn. Kort det ned til %(most)s tegn, og legg ved resten som en fil."
        )

    def room(self) -> Ruled:
        return Ruled(lines=max(SHORTEST, min(self.soft_limit // LETTERS_A_LINE, LONGEST)))

    def empty(self) -> bool:
        return not self.data.strip()
