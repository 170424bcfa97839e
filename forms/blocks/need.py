"""Why help is needed."""

from typing import ClassVar

from forms.blocks.wording import WordedForm, Wording, Words
from forms.fields.choice import Choice
from forms.fields.longtext import LongText
from forms.language import N_


class NeedForm(WordedForm):
    need_description = LongText(
        N_("Hva trenger du hjelp til?"),
        hint=N_(
            "Skriv om hverdagen: Hva klarer du? Hva er vanskelig? Hvor ofte? Du trenger ikke vite hva hjelpen heter."
        ),
        missing=N_("Skriv litt om hva du trenger hjelp til. Noen få ord er nok."),
    )
    what_matters = LongText(N_("Hva er viktig for deg?"), hint=N_("Mål og ønsker, store eller små."))
    duration = Choice(
        N_("Hvor lenge tror du at du trenger hjelp?"),
        hint=N_("Behovet trenger ikke være varig."),
        choices=(
            ("under_two_weeks", N_("Mindre enn to uker")),
            ("weeks", N_("Noen uker")),
            ("months", N_("Noen måneder")),
            ("long", N_("Lenge")),
            ("not_known", N_("Vet ikke")),
        ),
    )
    for_others: ClassVar[Words] = {
        "need_description": Wording(
            N_("Hva trenger %(helped)s hjelp til?"),
            N_(
                "Skriv om hverdagen: Hva går bra? Hva er vanskelig? Hvor ofte? Du trenger ikke vite hva hjelpen heter."
            ),
            N_("Skriv litt om hva %(helped)s trenger hjelp til. Noen få ord er nok."),
        ),
        "what_matters": Wording(N_("Hva er viktig for %(helped)s?")),
        "duration": Wording(N_("Hvor lenge tror du at %(helped)s trenger hjelp?")),
    }
