"""A wish for a coordinator that stands on a form on paper."""

from forms.fields.longtext import LongText
from forms.fields.text import Text
from forms.language import N_
from forms.stepform import StepForm


class WishForm(StepForm):
    """Third parties' names are written down as far as the form tells them, and nothing more of them."""

    wish_name = Text(
        N_("Hvem ønsker personen som koordinator?"),
        hint=N_("Slik det står på skjemaet. Er det ikke noe ønske, lar du feltet stå tomt."),
        max_length=100,
    )
    wish_why = LongText(N_("Hvorfor akkurat den?"), soft_limit=500)
    wish_not = Text(N_("Er det noen personen ikke vil ha?"), max_length=200)
