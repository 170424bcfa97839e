"""One step's form: it knows its situation, arranges its questions after it, and gives back what is stored."""

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

    def validate(self, extra_validators: Any = None) -> bool:  # noqa: ARG002 -- WTForms' signature
        sound = [question.validate(self) for question in self.questions()]
        if all(sound):
            self.check()
        return not self.faults()

    def faults(self) -> list[Fault]:
        """All errors in the order of the page."""
        return [fault for question in self.questions() for fault in question.faults()]

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
        """Add an error that was found outside the form, such as a file that could not be taken."""
        question = self[fault.anchor]
        question.errors = [*question.errors, fault.message]
