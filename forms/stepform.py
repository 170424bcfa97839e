"""One step's form: it knows its situation, arranges its questions after it, and gives back what is stored."""

from collections import Counter
from collections.abc import Iterator
from typing import Any, cast

from werkzeug.datastructures import MultiDict
from wtforms import Form
from wtforms.meta import DefaultMeta

from forms.question import Fault, Question
from forms.situation import Saved, Situation


class StepForm(Form):
    """The questions of a step. Only what is declared here is ever read from a request or stored."""

    class Meta(DefaultMeta):
        def get_translations(self, form: Any) -> Any:
            return form.situation.language.translations

        def bind_field(self, form: Any, unbound_field: Any, options: Any) -> Any:
            """The form's own copy of the question, which is made once, for nobody: that is most of a form's work."""
            name, prefix = options["name"], options["prefix"]
            if prefix or unbound_field.field_class.by_situation:
                return super().bind_field(form, unbound_field, options)
            made = vars(unbound_field).setdefault("made", {})
            if name not in made:
                made[name] = unbound_field.bind(None, name, _meta=self)
            return made[name].copied(form)

    def __init__(
        self,
        situation: Situation,
        typed: MultiDict[str, Any] | None = None,
        saved: Saved | None = None,
        prefix: str = "",
    ) -> None:
        self.situation = situation
        self._typed = typed
        self._refused: set[str] = set()
        self.words = {"form": situation.language.text(situation.naming)}
        super().__init__(formdata=typed, data=saved, prefix=prefix)

    def process(self, *args: Any, **kwargs: Any) -> None:
        if self.situation.on_paper:
            self.arrange_on_paper(self.situation)
        else:
            self.arrange(self.situation)
        super().process(*args, **kwargs)
        self.rearrange()

    def __iter__(self) -> Iterator[Question]:
        return cast("Iterator[Question]", super().__iter__())

    def __getitem__(self, name: str) -> Question:
        return cast("Question", super().__getitem__(name))

    def arrange(self, situation: Situation) -> None:
        """Set choices, prefill and drop questions after the situation; called before anything is read."""

    def arrange_on_paper(self, situation: Situation) -> None:
        """As ``arrange``, for a blank form: nobody is known yet, so only the municipality decides."""

    def ask_nothing(self) -> None:
        """For a step that the municipality does not ask at all: without questions it is not printed."""
        for question in list(self):
            del self[question.short_name]

    def rearrange(self) -> None:
        """Drop or mark questions after what is filled in; called when everything is read."""

    def check(self) -> None:
        """Rules over several questions: append to a question's errors. Called after each question is valid alone."""

    def say(self, message: str, **values: str | int) -> str:
        """The message in the reader's language; ``words``, finished, fill the places in this form's texts.

        ``%(form)s`` is what the form is called, such as "the application".
        """
        return self.situation.language.text(message, **self.words, **values)

    def questions(self) -> Iterator[Question]:
        """The questions that are asked, in their order."""
        return (field for field in self if field.asked())

    def typed_into(self) -> dict[str, int]:
        """How many letters were typed into each question, by its name within the step, asked or not."""
        sizes: Counter[str] = Counter()
        for name, value in (self._typed or MultiDict()).items(multi=True):
            if (question := next((one for one in self if one.reads(name)), None)) is not None:
                sizes[question.short_name] += len(value)
        return sizes

    def overfull(self) -> list[Question]:
        """The questions into which so much was typed that nothing of it is kept."""
        sizes = self.typed_into()
        return [one for one in self if sizes.get(one.short_name, 0) > one.most_typed]

    def longest(self) -> Question | None:
        """The question with the most text; None where nothing was typed."""
        sizes = self.typed_into()
        return self[max(sizes, key=lambda name: sizes[name])] if sizes else None

    def validate(self, extra_validators: Any = None) -> bool:  # noqa: ARG002 -- WTForms' signature
        sound = [question.validate(self) for question in self.questions()]
        if all(sound):
            self.check()
        for question in self.overfull():
            if not question.faults():
                self.refuse(Fault(question.short_name, question.overfull_told()))
        return not self.faults()

    def faults(self) -> list[Fault]:
        """All errors in the order of the page."""
        shown = (one for one in self if one.short_name in self._refused or one.asked())
        return [fault for question in shown for fault in question.faults()]

    def stored(self) -> Saved:
        """What the draft keeps; answers to questions that are not asked now are kept as they are."""
        return {field.short_name: field.stored() for field in self}

    def own_inputs(self, typed: MultiDict[str, Any]) -> list[tuple[str, str]]:
        """What was typed into inputs of this form, asked or not, with the line ends that a script sends too."""
        return [
            (name, value.replace("\r\n", "\n"))
            for name, value in typed.items(multi=True)
            if any(question.reads(name) for question in self)
        ]

    def refuse(self, fault: Fault) -> None:
        """Add an error that was found outside the form, such as a file that could not be taken, asked or not."""
        self._refused.add(fault.anchor)
        question = self[fault.anchor]
        question.errors = [*question.errors, fault.message]
