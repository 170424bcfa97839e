"""The same few questions asked for each of several people or things."""

import re
from collections.abc import Sequence
from functools import cached_property
from typing import Any, ClassVar

from werkzeug.datastructures import MultiDict
from wtforms.utils import unset_value

from docgen.contract import Column, Ticks
from docgen.contract import Rows as SmallTables
from forms.language import N_, Language
from forms.question import Fault, Question
from forms.stepform import StepForm

ON_PAPER = 2
"""Rows that are printed: for more there is room on the last page."""

Typed = MultiDict[str, Any]


class RowForm(StepForm):
    """The questions of one row."""

    index: int = 0
    """The number in its inputs' names, ``<name>-<index>-<question>``: gaps are left where rows were removed."""

    def blank(self) -> bool:
        return all(question.empty() and not question.process_errors for question in self)


class Rows(Question):
    """Rows that were left blank count for nothing. ``row_title`` takes a row's ``%(number)s``."""

    component: ClassVar[str] = "rows"
    free = True

    def __init__(
        self, label: str, *, row: type[RowForm], row_title: str, most: int = 10, **kwargs: Any
    ) -> None:
        super().__init__(label, **kwargs)
        self._row = row
        self.row_title = row_title
        self.most = most
        self.rows: list[RowForm] = []

    def process(self, formdata: Any, data: Any = unset_value, extra_filters: Any = None) -> None:
        self._typed = formdata
        super().process(formdata, data, extra_filters)

    @property
    def most_typed(self) -> int:  # type: ignore[override]  # it hangs on what each row asks
        return 2 * self.most * sum(question.most_typed for question in self._blank)

    def reads(self, name: str) -> bool:
        row = re.fullmatch(rf"{re.escape(self.name)}-[0-9]{{1,3}}-(.*)", name, re.DOTALL)
        if row is None or not row[1]:  # a blank row's own mark has no question
            return row is not None
        return any(question.reads(f"{self.name}-0-{row[1]}") for question in self._blank)

    @cached_property
    def _blank(self) -> RowForm:
        return self._bound(0, None, None)

    def process_data(self, value: Any) -> None:
        self.rows = [self._bound(index, None, saved) for index, saved in enumerate(value or ())]

    def process_formdata(self, _: Sequence[str]) -> None:
        places = _places(self._typed, self.name)
        self.rows = [self._bound(index, self._typed, None) for index in places]
        if len(places) > self.most:
            raise ValueError(self.say(N_("Du kan skrive opptil %(most)s her. Fjern noen."), most=self.most))

    def _bound(self, index: int, typed: Typed | None, saved: Any) -> RowForm:
        row = self._row(self.form.situation, typed, saved, prefix=f"{self.name}-{index}-")
        row.index = index
        return row

    @property
    def filled(self) -> list[RowForm]:
        return [row for row in self.rows if not row.blank()]

    @property
    def data(self) -> list[Any]:
        return [row.stored() for row in self.filled]

    def validate(self, form: Any, extra_validators: Any = ()) -> bool:
        rows = [row.validate() for row in self.filled]
        return bool(super().validate(form, extra_validators)) and all(rows)

    def faults(self) -> list[Fault]:
        return [*super().faults(), *(fault for row in self.filled for fault in row.faults())]

    def room(self) -> SmallTables:
        numbers = range(1, min(self.most, ON_PAPER) + 1)
        titles = [self.say(self.row_title, number=number) for number in numbers]
        return SmallTables(titles=titles, columns=[_column(question) for question in self._blank])

    def shown(self, language: Language) -> str:
        return "\n\n".join("\n".join(_lines(row, language)) for row in self.filled)


def _column(question: Question) -> Column:
    stands = question.on_paper()
    options = [one.label for one in stands.room.options] if isinstance(stands.room, Ticks) else []
    condition = question.when.in_words(question.form) if question.when else ""
    hint = " ".join(filter(None, (condition, stands.hint)))
    return Column(label=stands.question or question.say(question.label.text), hint=hint, options=options)


def _lines(row: RowForm, language: Language) -> list[str]:
    answers = ((question.say(question.label.text), question.shown(language)) for question in row.questions())
    return [
        f"{label} {text}" if label.endswith("?") else f"{label}: {text}" for label, text in answers if text
    ]


def _places(typed: Typed, name: str) -> list[int]:
    found = (re.match(rf"{re.escape(name)}-([0-9]{{1,3}})-", key) for key in typed)
    return sorted({int(match[1]) for match in found if match})


def add_row(typed: Typed, name: str) -> Typed:
    """The same values with one more, blank row at the end."""
    index = max(_places(typed, name), default=-1) + 1
    return MultiDict([*typed.items(multi=True), (f"{name}-{index}-", "")])


def new_row(typed: Typed, name: str) -> str:
    """The id of the row that ``add_row`` has just added."""
    return f"{name}-{max(_places(typed, name), default=0)}"


def remove_row(typed: Typed, name: str, index: int) -> Typed:
    """The same values without that row."""
    start = f"{name}-{index}-"
    return MultiDict([(key, value) for key, value in typed.items(multi=True) if not key.startswith(start)])
