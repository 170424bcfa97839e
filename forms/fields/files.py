"""Files that follow the form."""

from typing import Any, ClassVar

from wtforms.utils import unset_value
from wtforms.validators import StopValidation

from docgen.contract import Lines
from forms.language import N_, Language
from forms.question import Question
from forms.situation import FileInfo

LARGEST = 10_000_000
"""Bytes of one file: no question takes more."""
SCANNED = ".pdf,.jpg,.jpeg,.png,.heic,.heif"
WORD = ".docx"
WRITTEN_TOO = f"{SCANNED},{WORD}"
"""What a question takes, by the ending of the name: papers as they were scanned, or what somebody wrote too."""
NOT_SCREENED = N_(
    "Vi fikk ikke sjekket «%(name)s» for virus. Fjern filen. Lagre den på nytt som PDF, og legg ved den nye."
)


class Files(Question):
    """What has been received decides; the form itself carries no file and cannot name one."""

    component: ClassVar[str] = "files"

    def __init__(
        self,
        label: str,
        *,
        accept: str = SCANNED,
        most: int = 10,
        max_bytes: int = LARGEST,
        **kwargs: Any,
    ) -> None:
        super().__init__(label, **kwargs)
        self.accept = accept
        self.most = most
        self.max_bytes = max_bytes

    @property
    def takes_word(self) -> bool:
        return WORD in self.accept.split(",")

    @property
    def other_kind(self) -> str:
        """What is said to a file of a kind that is not taken, by the browser and by us alike."""
        if self.takes_word:
            return self.say(
                N_(
                    "Vi kan ta imot PDF, Word (DOCX) og bilder (JPG, PNG, HEIC). "
                    "Lagre filen som PDF, og prøv igjen."
                )
            )
        return self.say(
            N_("Vi kan ta imot PDF og bilder (JPG, PNG, HEIC). Lagre filen som PDF, og prøv igjen.")
        )

    @property
    def received(self) -> tuple[FileInfo, ...]:
        return self.form.situation.files.get(self.name, ())

    @property
    def pictures(self) -> tuple[FileInfo, ...]:
        """Those of the received files that can become the pages of one document, in their order."""
        return tuple(file for file in self.received if file.is_picture)

    def process(self, formdata: Any, data: Any = unset_value, extra_filters: Any = None) -> None:  # noqa: ARG002 -- none of it counts
        super().process(None, [file.id for file in self.received])

    def reads(self, name: str) -> bool:  # noqa: ARG002 -- as its docstring says, nothing of the form counts
        return False

    def pre_validate(self, form: Any) -> None:
        super().pre_validate(form)
        if len(self.received) > self.most:
            raise StopValidation(
                self.say(N_("Du kan legge ved opptil %(most)s filer. Fjern noen."), most=self.most)
            )
        for file in self.received:
            if file.infected:
                raise StopValidation(
                    self.say(
                        N_(
                            "Det er virus i «%(name)s». Fjern filen. Legg ved en kopi uten virus, hvis du har."
                        ),
                        name=file.name,
                    )
                )
            if file.given_up:
                raise StopValidation(self.say(NOT_SCREENED, name=file.name))

    def room(self) -> Lines:
        return Lines(labels=[self.say(N_("Skriv opp papirene du legger ved:")), "", ""])

    def shown(self, language: Language) -> str:
        return "\n".join(f"{file.name} ({language.size(file.size)})" for file in self.received)
