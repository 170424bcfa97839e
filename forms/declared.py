"""What somebody stands by when they sign: one sentence a journey."""

from typing import NamedTuple

from forms.language import N_


class Declared(NamedTuple):
    """The sentence, and what is said where it is not ticked; both are source texts."""

    sentence: str
    missing: str


TRUE = Declared(
    N_("Jeg mener at opplysningene er riktige, så langt jeg vet."),
    N_("Kryss av for at opplysningene er riktige, så langt du vet."),
)
