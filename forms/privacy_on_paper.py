"""How the municipality uses the answers, as short as a form on paper has room for: the page on privacy says more."""

from collections.abc import Iterator

from forms.language import N_, Language
from forms.municipality import Municipality

WHO_SEES = (
    N_("De som behandler saken, kan se det du skriver."),
    N_("De arbeider på dette kontoret: %(office)s. De har taushetsplikt."),
    N_("%(governor)s kan få se saken hvis du klager."),
)
RIGHTS = (
    N_("Kommunen tar vare på det du sender, etter reglene om arkiv."),
    N_("Du kan be om å få se det kommunen har om deg."),
    N_("Du kan be om at feil blir rettet."),
    N_("Du kan be om at noe blir slettet eller brukt mindre."),
    N_("Du kan protestere på at kommunen bruker opplysningene."),
    N_("Du kan klage til Datatilsynet hvis du mener at kommunen bruker dem feil."),
)


def privacy(place: Municipality, language: Language) -> Iterator[str]:
    for own in place.privacy.sentences:
        yield own.text(language)
    names = {"office": place.office.name, "governor": place.county_governor}
    for sentence in (*WHO_SEES, *RIGHTS):
        yield language.text(sentence, **names)
    if place.privacy.officer:
        yield language.text(N_("Personvernombudet: %(officer)s"), officer=place.privacy.officer)
    if place.privacy.page:
        yield language.text(N_("Les mer: %(page)s"), page=place.privacy.page)
