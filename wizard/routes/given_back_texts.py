"""What the page says that gives back what was posted: what happened, and what to do."""

from typing import NamedTuple

from forms.language import N_


class Why(NamedTuple):
    """Why it could not be taken."""

    code: int
    heading: str
    text: str
    link: str = ""
    """What the link is called that leads to what must be done first."""


class Press(NamedTuple):
    """What the writer wanted, in words, and what the button is called that does it."""

    wanted: str
    button: str


OLD = Why(
    400,
    N_("Siden var for gammel"),
    N_("Derfor er ingenting sendt ennå. Alt du skrev, er her. Se over det, og trykk «%(button)s»."),
)
AGAIN = Why(
    400,
    N_("Du er logget inn igjen"),
    N_("Det du skrev, er ikke sendt ennå, men alt er her. Se over det, og trykk «%(button)s»."),
)
TOO_OFTEN = Why(
    429,
    N_("Vent litt"),
    N_("Det kom for mange forsøk på kort tid. Alt du skrev, er her. Vent et minutt, og trykk «%(button)s»."),
)
TOMORROW = Why(
    429,
    N_("Vent til i morgen"),
    N_("Du har laget så mange koder som du kan på ett døgn. Alt du skrev, er her. Prøv igjen i morgen."),
)
TOO_LARGE = Why(
    413,
    N_("Dette var for stort"),
    N_("Derfor er ingenting sendt ennå. Det du skrev, er her. Trykk «%(button)s», og velg mindre filer."),
)
BUSY = Why(
    503,
    N_("Vi får ikke lagret akkurat nå"),
    N_("Alt du skrev, er her. Vent litt, og trykk «%(button)s»."),
)
OUR_FAULT = Why(
    500,
    N_("Noe gikk galt hos oss"),
    N_("Det er ikke din feil. Alt du skrev, er her. Vent litt, og trykk «%(button)s»."),
)
NOT_LOGGED = Why(
    503,
    N_("Saken kan ikke åpnes akkurat nå"),
    N_(
        "Vi får ikke skrevet ned hvem som åpner saken. Derfor er ingenting lagret nå. Alt du skrev, er her."
        " Vent litt, og trykk «%(button)s»."
    ),
)
CONFIRM = Why(
    403,
    N_("Vis at det er deg"),
    N_(
        "Saken forteller om en sperret adresse, og det er en stund siden du logget inn. Alt du skrev, er her."
        " Bekreft i en ny fane, kom tilbake hit, og trykk «%(button)s»."
    ),
    N_("Bekreft i en ny fane"),
)
REASON = Why(
    403,
    N_("Si hvorfor du åpner saken"),
    N_(
        "Du har logget inn på nytt, og da spør vi igjen. Alt du skrev, er her."
        " Svar i en ny fane, kom tilbake hit, og trykk «%(button)s»."
    ),
    N_("Svar i en ny fane"),
)
SEND = Press("", N_("Send på nytt"))
PRESSES = {
    "apply.ask_for_code": Press(N_("Du ville ha en kode på e-post."), N_("Send en kode")),
    "apply.choose_kinds": Press(N_("Du ville velge når du får e-post."), N_("Lagre valget")),
    "apply.cosign": Press(N_("Du ville skrive under."), N_("Skriv under")),
    "apply.decline": Press(N_("Du ville si nei til å skrive under."), N_("Si nei")),
    "office.send_on": Press(N_("Du ville skrive ned hvor saken hører hjemme."), N_("Skriv det ned")),
}
"""Where to send again says too little of what then happens."""
