"""What every question kind has: one label, hint and value for page, review, documents and store."""

from abc import abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar, NamedTuple, Self

from wtforms import Field, Label
from wtforms.validators import StopValidation

from docgen.contract import Room
from forms.language import N_, Language

if TYPE_CHECKING:
    from forms.stepform import StepForm


class Fault(NamedTuple):
    """An error and the id of the input that it belongs to, for the error summary's link."""

    anchor: str
    message: str


@dataclass(frozen=True)
class When:
    """Ask only where another question of the same step has one of these values."""

    question: str
    values: tuple[str, ...]

    def holds(self, form: "StepForm") -> bool:
        if self.question not in form:  # arranged away, and with it what hangs on it
            return False
        other = form[self.question]
        value = other.data
        given = value if isinstance(value, list) else [value]
        return other.asked() and any(str(one) in self.values for one in given)

    def in_words(self, form: "StepForm") -> str:
        """The condition as a blank form prints it; empty where it can never hold."""
        return form[self.question].when_answered(self.values) if self.question in form else ""


class OnPaper(NamedTuple):
    """How a question stands on a blank form: finished text, and the room for the answer."""

    question: str
    hint: str
    room: Room


class Question(Field):
    """A question kind: subclasses add how it is parsed, checked, stored and shown.

    ``missing`` is the sentence for a required answer that is not there; without it the question may be left open.
    ``component`` names the template that draws it: ``templates/questions/<component>.html``.
    """

    component: ClassVar[str]
    free: bool = False
    """Whether somebody may write anything here, such as where they are."""
    most_typed: int = 20_000
    """Letters that are kept of what is typed into all its inputs together, asked or not.

    It is far more than it takes, so that what is somewhat too long is still there with its error.
    """
    kept_back: bool = False
    """As ``Step.kept_back``, of a single question: its answer stands in no document, and the office reads it."""
    by_situation: ClassVar[bool] = False
    """Whether it is made after the situation of its form; the others are made once, when there is no form yet."""

    def __init__(
        self,
        label: str,
        *,
        hint: str = "",
        missing: str = "",
        when: When | None = None,
        autocomplete: str = "",
        validators: Sequence[Any] = (),
        **wtforms_kwargs: Any,
    ) -> None:
        super().__init__(label, validators=list(validators), description=hint, **wtforms_kwargs)
        self.missing = missing
        self.when = when
        self.autocomplete = autocomplete
        self.caution = ""
        self.settled = False
        self.form: StepForm = wtforms_kwargs["_form"]

    def copied(self, form: "StepForm") -> Self:
        """The same question in a form; what either changes afterwards, the other does not."""
        copy = object.__new__(type(self))
        vars(copy).update(vars(self), form=form, _form=form, meta=form.meta)
        vars(copy)["_translations"] = form.situation.language.translations
        copy.label = Label(self.id, self.label.text)
        return copy

    def say(self, message: str, **values: str | int) -> str:
        """The message in the reader's language, about whom the step speaks of."""
        return self.form.say(message, **values)

    def only(self, sent: Sequence[str]) -> str:
        """The one value that was sent for a name; empty where none was. ``ValueError`` where there are several."""
        if len(sent) > 1:
            raise ValueError(self.say(N_("Vi fikk flere svar på dette spørsmålet. Svar én gang til.")))
        return sent[0] if sent else ""

    def reword(self, label: str, hint: str | None = None, missing: str | None = None) -> None:
        """Ask in other words; what is not given stays, and what may be left open still may."""
        self.label.text = label
        self.description = self.description if hint is None else hint
        self.missing = self.missing and (self.missing if missing is None else missing)

    @property
    def anchor(self) -> str:
        """The id of the input that gets the focus when this question has an error."""
        return str(self.id)

    def asked(self) -> bool:
        """Whether the question's condition inside its step holds for what is filled in now."""
        return self.when is None or self.when.holds(self.form)

    def reads(self, name: str) -> bool:
        """Whether an input of that name is this question's."""
        return name == self.name

    def empty(self) -> bool:
        return not self.data

    def pre_validate(self, form: Any) -> None:  # noqa: ARG002 -- WTForms' signature
        """Stop at what could not be read, at a missing answer, and at an open one that may stay open."""
        if self.process_errors:
            raise StopValidation
        if self.empty():
            raise StopValidation(self.say(self.missing) if self.missing else "")

    def overfull_told(self) -> str:
        """What is told of more than ``most_typed``, which is kept nowhere."""
        return self.say(N_("Svaret er for langt til at vi kan lagre det. Kort det ned."))

    def faults(self) -> list[Fault]:
        return [Fault(self.anchor, str(message)) for message in self.errors]

    @abstractmethod
    def room(self) -> Room:
        """Where the answer is written by hand."""

    def on_paper(self) -> OnPaper:
        """The question as it is printed to be answered by hand."""
        return OnPaper(self.say(self.label.text), self.say(self.description), self.room())

    def when_answered(self, values: Sequence[str], *, near: bool = False) -> str:  # noqa: ARG002 -- for kinds that others hang on
        """The condition of a question that hangs on these values of this one, in words; shorter where it is near."""
        return ""

    def stored(self) -> Any:
        """The JSON value that the draft keeps; ``process_data`` takes it back."""
        return self.data

    def shown(self, language: Language) -> str:  # noqa: ARG002 -- some kinds translate their value
        """Finished text for the review page and every document; empty where nothing was answered."""
        return "" if self.empty() else str(self.data)
