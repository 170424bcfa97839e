"""How it was known who somebody was that only said something, and signed nothing."""

from forms.language import N_

CHECKED = (
    ("known", N_("Vi kjenner personen")),
    ("id_shown", N_("Personen viste legitimasjon")),
    ("called_back", N_("Vi ringte tilbake på et nummer vi hadde fra før")),
    ("not_checked", N_("Det ble ikke sjekket")),
)
NOT_CHOSEN = N_("Velg hvordan dere vet hvem det var.")
ASKED = N_("Hvordan vet dere hvem det var?")
