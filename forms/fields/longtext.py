"""Text over several lines."""

from typing import Any, ClassVar

from docgen.contract import printable
from forms.fields.text import Text


class LongText(Text):
    """The counter warns at ``soft_limit`` and never blocks; at ``max_length`` the answer belongs in an attachment."""

    component: ClassVar[str] = "longtext"

    def __init__(
        self, label: str, *, soft_limit: int = 4000, max_length: int = 20_000, **kwargs: Any
    ) -> None:
        super().__init__(label, max_length=max_length, free=True, **kwargs)
        self.soft_limit = soft_limit

    def clean(self, text: str) -> str:
        return printable(text)

    def empty(self) -> bool:
        return not self.data.strip()
