"""Ends of those who need help, for themselves or another, or who tell of somebody else."""

from forms.guide import doors
from forms.guide.nodes import End
from forms.language import N_

HELP_ENDS = (
    End(
        "11",
        N_("Ring nå"),
        (
            N_("Står det om liv, ringer du 113. Må noen til lege nå, ringer du legevakten."),
            N_("Et skjema her blir lest senere. Det er ikke rask nok hjelp når det haster."),
        ),
        doors=(doors.EMERGENCY, doors.CLINIC),
    ),
    End(
        "24",
        N_("Du kan søke om koordinator eller individuell plan"),
        (
            N_("En koordinator sørger for at de som hjelper deg, samarbeider og vet om hverandre."),
            N_("En individuell plan samler målene dine og hjelpen på ett sted. Du er med og lager den."),
            N_("Du trenger ikke ha mye hjelp fra før. Det er behovet som teller."),
        ),
        ("coordination", "care_services"),
        topics=("individual_plan", "coordinator"),
    ),
    End(
        "25",
        N_("Du kan søke om hjelp i hverdagen"),
        (
            N_("Skriv hva som er vanskelig, og hva som ville gjort dagen bedre."),
            N_("Kommunen ser på behovet, og finner ut hvilken hjelp som passer."),
        ),
        ("care_services",),
        else_says=(
            N_("Fortell hva som er vanskelig, og hva som ville gjort dagen bedre."),
            N_("Kommunen ser på behovet, og finner ut hvilken hjelp som passer."),
        ),
        topics=("necessary_services",),
    ),
    End(
        "26",
        N_("Du trenger ikke vite hva hjelpen heter"),
        (
            N_("Fortell med egne ord hva som er vanskelig. Kommunen finner ut hva som passer."),
            N_("Vil du heller snakke med noen først, kan du kontakte %(office)s."),
        ),
        ("care_services", "coordination"),
        office=True,
    ),
    End(
        "27",
        N_("Familien kan få en barnekoordinator"),
        (
            N_(
                "Barnekoordinatoren er for familier der et barn har alvorlig sykdom, skade eller nedsatt funksjonsevne."
            ),
            N_("Den holder oversikt, og sørger for at skole, helsetjeneste og andre samarbeider om barnet."),
            N_("Du kan søke før barnet er født, og helt til barnet fyller 18 år."),
        ),
        ("coordination", "care_services"),
        topics=("child_coordinator", "individual_plan"),
    ),
    End(
        "28",
        N_("Be om fullmakt, og søk når du vil"),
        (
            N_("Personen gir deg fullmakt selv, her eller på papir. Du kan ikke gjøre det for dem."),
            N_(
                "Du kan søke allerede nå, og sende fullmakten etterpå. Søknaden blir ikke avvist fordi den mangler."
            ),
        ),
        ("power_of_attorney", "coordination", "care_services"),
    ),
    End(
        "29",
        N_("Du kan søke likevel"),
        (
            N_("Søk i ditt eget navn, og fortell at du ikke har fullmakt. Kontoret følger det opp."),
            N_("Du skal ikke avgjøre hva personen selv kan bestemme. Det vurderer helsepersonell."),
            N_("Spør personen så godt det går, og skriv i søknaden hva personen selv ønsker."),
        ),
        ("care_services", "coordination"),
        office=True,
        topics=("decision_competence",),
    ),
    End(
        "52",
        N_("Du kan melde fra til kommunen"),
        (
            N_("Du melder at noen trenger individuell plan, koordinator eller annen oppfølging."),
            N_("Spør personen først. Uten et ja kan du bare fortelle det taushetsplikten tillater."),
            N_("Er du i tvil, kan du spørre %(office)s uten å si hvem det gjelder."),
        ),
        ("notification",),
        else_says=(
            N_("Fortell at noen trenger individuell plan, koordinator eller annen oppfølging."),
            N_("Spør personen først. Uten et ja kan du bare fortelle det taushetsplikten tillater."),
            N_("Er du i tvil, kan du spørre %(office)s uten å si hvem det gjelder."),
        ),
        office=True,
        topics=("duty_to_notify", "coordinating_unit"),
    ),
    End(
        "53",
        N_("Meld fra på sykehuset først"),
        (
            N_("Ansatte på sykehus melder til koordinerende enhet ved sitt eget helseforetak."),
            N_("Helseforetaket varsler så kommunen."),
            N_("Sender du meldingen hit, tar vi imot den og sier fra om hvor den skal."),
        ),
        doors=(doors.HOSPITAL,),
        anyway=("notification",),
        topics=("duty_to_notify",),
    ),
    End(
        "54",
        N_("Snakk med personen, eller med kontoret"),
        (
            N_("Fortell personen hva du har tenkt, hvis du kan. Personen bestemmer selv over hjelpen."),
            N_("Kontoret kan høre på deg. De kan ikke fortelle deg om andre, for de har taushetsplikt."),
            N_("Du kan også søke for personen, i ditt eget navn."),
        ),
        ("care_services", "coordination", "notification"),
        office=True,
    ),
)
