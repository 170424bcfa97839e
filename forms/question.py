"""What every question kind has: one label, hint and value for page, review, documents and store."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar, NamedTuple

from wtforms import Field
from wtforms.validators import StopValidation

from forms.language import Language

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
        other = form[self.question]
        value = other.data
        given = value if isinstance(value, list) else [value]
        return other.asked() and any(str(one) in self.values for one in given)


class Question(Field):  # type: ignore[misc]  # untyped where WTForms is
    """A question kind: subclasses add how it is parsed, checked, stored and shown.

    ``missing`` is the sentence for a required answer that is not there; without it the question may be left open.
    ``component`` names the template that draws it: ``templates/questions/<component>.html``.
    """

    component: ClassVar[str]

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
        super().__init__(label, validators=validators, description=hint, **wtforms_kwargs)
        self.missing = missing
        self.when = when
        self.autocomplete = autocomplete
        self.form: StepForm = wtforms_kwargs["_form"]

    @property
    def anchor(self) -> str:
        """The id of the input that gets the focus when this question has an error."""
        return str(self.id)

    def asked(self) -> bool:
        """Whether the question's condition inside its step holds for what is filled in now."""
        return self.when is None or self.when.holds(self.form)

    def empty(self) -> bool:
        return not self.data

    def pre_validate(self, form: Any) -> None:  # noqa: ARG002 -- WTForms' signature
        """Stop at what could not be read, at a missing answer, and at an open one that may stay open."""
        if self.process_errors:
            raise StopValidation
        if self.empty():
            raise StopValidation(self.gettext(self.missing) if self.missing else None)

    def faults(self) -> list[Fault]:
        return [Fault(self.anchor, str(message)) for message in self.errors]

    def stored(self) -> Any:
        """The JSON value that the draft keeps; ``process_data`` takes it back."""
        return self.data

    def shown(self, language: Language) -> str:  # noqa: ARG002 -- some kinds translate their value
        """Finished text for the review page and every document; empty where nothing was answered."""
        return str(self.data or "")
