"""What kinds with several inputs share: each input is named ``<name>-<part>``."""

from abc import abstractmethod
from collections.abc import Mapping, Sequence
from typing import Any, ClassVar, NoReturn

from wtforms.utils import unset_value

from docgen.contract import printable
from forms.question import Question


class Parts(Question):
    """Subclasses declare ``parts`` and turn what was typed into a value; ``marked`` are the parts at fault."""

    parts: ClassVar[tuple[str, ...]]

    def process(self, formdata: Any, data: Any = unset_value, extra_filters: Any = None) -> None:
        self.marked: set[str] = set()
        self.boxes: Mapping[str, str] = dict.fromkeys(self.parts, "")
        self.sent = {part: formdata.getlist(f"{self.name}-{part}") if formdata else [] for part in self.parts}
        super().process(formdata, data, extra_filters)

    def reads(self, name: str) -> bool:
        return name in {f"{self.name}-{part}" for part in self.parts}

    def process_formdata(self, _: Sequence[str]) -> None:
        self.data = None
        self.boxes = {
            part: " ".join(printable(values[0]).split()) if values else ""
            for part, values in self.sent.items()
        }
        for values in self.sent.values():
            self.only(values)
        if any(self.boxes.values()):
            self.data = self.read(self.boxes)

    def pre_validate(self, form: Any) -> None:
        if self.empty() and self.missing and not self.process_errors:
            self.marked.update(self.parts)
        super().pre_validate(form)

    @abstractmethod
    def read(self, boxes: Mapping[str, str]) -> Any:
        """The value of the filled boxes; ``ValueError`` through ``refuse`` where there is none."""

    def refuse(self, message: str, parts: Sequence[str], **values: str | int) -> NoReturn:
        """Mark the parts and say what is wrong with them."""
        self.marked.update(parts)
        raise ValueError(self.say(message, **values))

    @property
    def anchor(self) -> str:
        first = next((part for part in self.parts if part in self.marked), self.parts[0])
        return f"{self.id}-{first}"
