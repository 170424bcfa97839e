"""The masters' own words in the reader's language."""

from docgen.contract import CommonLabels, Labels
from forms.journey import Kind
from forms.language import N_, Language

POINTS: dict[Kind, str] = {
    "form": N_("Dette ber jeg om"),
    "letter": N_("Dette gjelder det, og dette ber jeg om"),
    "declaration": N_("Dette erklærer jeg"),
}


def common(language: Language, reference: str) -> CommonLabels:
    """Those of every document. ``reference`` is the word before its reference, as a source text."""
    text = language.text
    return CommonLabels(
        page=text(N_("Side")),
        of=text(N_("av")),
        reference=text(reference),
        replaced_title=text(N_("Tegn som ikke kan vises")),
        replaced_text=text(
            N_(
                "Noen tegn i svarene kan ikke vises her. Der de sto, står et merke med nummer. Under ser du"
                " hvilket tegn hvert merke står for, så ingenting blir borte. Mange merker etter hverandre står i"
                " hakeparentes, i samme rekkefølge som tegnene. Står det × og et tall, kom tegnet så mange ganger på"
                " rad. Et tegn som ikke er i listen, står med nummeret sitt i Unicode, som begynner med U+."
            )
        ),
    )


def filled(language: Language, kind: Kind) -> Labels:
    """Those of what somebody filled in."""
    text = language.text
    return Labels(
        **common(language, N_("Referanse")).model_dump(),
        points=text(POINTS[kind]),
        attachments=text(N_("Vedlagte filer")),
        signatures=text(N_("Underskrift")),
        content_hash=text(N_("Kontrollsum for innholdet (SHA-256)")),
        seal_title=text(N_("Segl på PDF-filen")),
        seal_text=text(
            N_(
                "PDF-filen er originalen, og kommunen har forseglet den. Seglet viser at filen kommer fra kommunen, og"
                " at ingen har endret den siden. Word-filen er en arbeidskopi uten segl. Du ser seglet når du åpner"
                " PDF-filen i et program som viser elektroniske underskrifter. Kommunen kan også kontrollere seglet"
                " for deg."
            )
        ),
    )
