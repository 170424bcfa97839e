"""What is typed and ticked on the page for notices by e-mail."""

from forms.fields.choices import Choices
from forms.fields.email import Email
from forms.fields.text import Text
from forms.language import N_
from forms.situation import Saved, Situation
from forms.stepform import StepForm
from wizard.cases.drafts import Typed
from wizard.cases.notice_kinds import KINDS
from wizard.routes.here import language, municipality, tools, visitor


class AddressForm(StepForm):
    email = Email(
        N_("E-postadressen din"),
        hint=N_("Vi sender en kode dit, så vi vet at den er riktig."),
        missing=N_("Skriv e-postadressen din."),
        autocomplete="email",
    )


class CodeForm(StepForm):
    code = Text(
        N_("Koden fra e-posten"),
        hint=N_("Åtte bokstaver og tall. Store og små bokstaver er like gode."),
        missing=N_("Skriv koden som står i e-posten."),
        max_length=40,
        autocomplete="one-time-code",
    )


class KindsForm(StepForm):
    kinds = Choices(
        N_("Når vil du ha en e-post?"), choices=[(kind.key, kind.label) for kind in KINDS.values()]
    )


def form_of(form: type[StepForm], typed: Typed | None = None, saved: Saved | None = None) -> StepForm:
    """That form for whoever is here."""
    here = Situation(municipality(), visitor().person, tools().today(), language())
    return form(here, typed, saved)
