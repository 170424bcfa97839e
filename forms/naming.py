"""What a form is called in the texts about it, such as "the application": one definite noun a journey."""

from forms.language import N_

APPLICATION = N_("søknaden")
NOTIFICATION = N_("meldingen")
APPEAL = N_("klagen")
SERVICE_COMPLAINT = N_("klagen på hjelpen")
"""It has its own name, since English has another word for it than for an appeal."""
POWER_OF_ATTORNEY = N_("fullmakten")
CONSENT = N_("samtykket")
MESSAGE = N_("beskjeden")
SUPPLEMENT = N_("ettersendingen")
