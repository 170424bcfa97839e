"""What the page of each failure says: what happened, what is kept, what to do."""

from forms.language import N_
from wizard.cases.participants import (
    COPY_OVER,
    ENDED,
    EXPIRED,
    HELP_OVER,
    IDLE,
    NOT_BEGUN,
    TAKEN_BACK,
    WORKS_HERE,
)
from wizard.routes.repeated import BAD

TEXTS = {
    BAD: (
        N_("Noe ble feil da du sendte"),
        N_("Gå tilbake og prøv en gang til. Det du har lagret, er trygt."),
    ),
    404: (
        N_("Vi finner ikke siden"),
        N_("Den er kanskje flyttet eller slettet, eller du må logge inn som en annen."),
    ),
    405: (
        N_("Siden kan ikke åpnes på denne måten"),
        N_("Gå til forsiden og start derfra. Det du har lagret, er trygt."),
    ),
    409: (
        N_("Dette er allerede sendt"),
        N_("Det du sendte, kan ikke endres. Kontakt kontoret hvis noe er feil."),
    ),
    413: (
        N_("Dette var for stort"),
        N_("Kort ned teksten, eller send færre filer om gangen. Det du har lagret, er trygt."),
    ),
    429: (N_("Vent litt"), N_("Det kom for mange forsøk på kort tid. Prøv igjen om et minutt.")),
    500: (
        N_("Noe gikk galt hos oss"),
        N_("Det er ikke din feil. Det du har lagret, er trygt. Prøv igjen om litt."),
    ),
    503: (
        N_("Vi får ikke lagret akkurat nå"),
        N_("Vent litt og prøv igjen. Det du har lagret før, er trygt."),
    ),
}
TOO_MANY_DRAFTS = (
    N_("Du har mange utkast som ikke er sendt"),
    N_(
        "Det er ikke plass til flere akkurat nå. Åpne «Mine saker», og send et utkast eller slett et du ikke trenger."
        " Da kan du begynne på et nytt. Alt du har skrevet, er trygt."
    ),
)
ANOTHER = (
    N_("Du er logget inn som en annen enn den som skrev"),
    N_(
        "Teksten er ikke lagret. Logg inn i en ny fane som den som skrev. Gå så tilbake i nettleseren her, og trykk på"
        " samme knapp en gang til."
    ),
)
ANOTHER_FETCHED = (
    ANOTHER[0],
    N_(
        "Det som er skrevet, er ikke sendt. Logg inn i en ny fane som den som skrev. Gå så tilbake i nettleseren her,"
        " og trykk «Hent fram det jeg skrev»."
    ),
)
"""Of what was sealed on the page: nobody else gets it out."""
UNREADABLE = (
    N_("Saken kan ikke åpnes akkurat nå"),
    N_("Det som er sendt, er trygt. Si fra til kontoret hvis det ikke går senere heller."),
)
NOT_LOGGED = (
    N_("Saken kan ikke åpnes akkurat nå"),
    N_("Vi får ikke skrevet ned hvem som åpner saken. Da viser vi den ikke. Vent litt og prøv igjen."),
)
GROUND_LOST = {
    ENDED: (
        N_("Du handler ikke lenger for denne personen"),
        N_("Fullmakten eller oppdraget er avsluttet. Det som er skrevet, er trygt hos den det gjelder."),
    ),
    EXPIRED: (
        N_("Fullmakten har gått ut"),
        N_(
            "Den gjaldt til en dag som er forbi. Det som er skrevet, er trygt hos den det gjelder."
            " En ny fullmakt lar deg fortsette."
        ),
    ),
    WORKS_HERE: (
        N_("Du kan ikke være fullmektig her"),
        N_(
            "Du arbeider på kontoret som behandler slike saker. Den det gjelder, kan fortsette selv eller gi fullmakt"
            " til en annen."
        ),
    ),
    TAKEN_BACK: (
        N_("Du er ikke lenger bedt om å skrive under"),
        N_("Ingen venter på underskriften din nå. Du trenger ikke gjøre noe."),
    ),
    HELP_OVER: (
        N_("Hjelpen er avsluttet"),
        N_(
            "Det som er skrevet, er trygt hos innbyggeren."
            " Trenger dere mer hjelp, lager innbyggeren en ny kode til deg."
        ),
    ),
    COPY_OVER: (
        N_("Saken er sendt, og du ser den ikke lenger"),
        N_(
            "Du som hjalp, ser kopien i 15 minutter etterpå. Innbyggeren har den hjemme."
            " Et underskrevet papir legger du inn fra skranken."
        ),
    ),
    IDLE: (
        N_("Hjelpen ble avsluttet fordi ingenting skjedde på 30 minutter"),
        N_(
            "Det som er skrevet, er trygt hos innbyggeren."
            " Trenger dere mer hjelp, lager innbyggeren en ny kode til deg."
        ),
    ),
    NOT_BEGUN: (
        N_("Fullmakten gjelder ikke ennå"),
        N_("Den må være skrevet under, og dagen den gjelder fra, må ha kommet."),
    ),
}
NEVER_SIGNS = (
    N_("Du kan ikke skrive under for den du hjelper"),
    N_("Personen bekrefter selv. Det gjør dere på siden for underskrift i skranken."),
)
OWN_PART = (
    N_("Denne saken er du selv en del av"),
    N_(
        "Du kan ikke åpne den på kontoret. En kollega må behandle den. Du finner dine egne saker på sidene dine."
    ),
)
FILE_STAYS = (
    N_("Du kan ikke laste ned filer på en delt skjerm"),
    N_(
        "Filen ville blitt liggende på maskinen etter deg."
        " Logg inn hjemme, eller be dem i skranken om å skrive den ut."
    ),
)
REMOVED = (
    N_("Saken ligger i kommunens arkiv"),
    N_("Den er ikke her lenger. Spør kontoret, og si referansen på saken."),
)
REMOVED_FROM_OFFICE = (
    N_("Saken ligger i kommunens arkiv"),
    N_("Den er ikke her lenger. Hent den i arkivsystemet med referansen."),
)
NO_FILE = (
    N_("Vi får ikke hentet filen nå"),
    N_("Vent litt og prøv igjen. Kontakt kontoret hvis det ikke går."),
)
IN_QUARANTINE = (
    N_("Vi sjekker filen for virus"),
    N_("Det kan ta litt tid. Prøv igjen om noen minutter."),
)
INFECTED = (
    N_("Det er virus i filen"),
    N_("Derfor kan ingen åpne den. Den må sendes på nytt uten virus, eller leveres på papir."),
)
NOT_SCREENED = (
    N_("Vi fikk ikke sjekket filen for virus"),
    N_("Derfor kan ingen åpne den. Den må lagres på nytt som PDF og sendes, eller leveres på papir."),
)
