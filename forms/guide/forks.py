"""The guide's questions."""

from forms.guide.nodes import Answer, Fork
from forms.language import N_

ROOT = "10"

FORKS = (
    Fork(
        ROOT,
        N_("Hva trenger du hjelp til?"),
        (
            Answer(N_("Det haster"), "11", N_("Noen er i fare, eller må til lege nå")),
            Answer(N_("Jeg vil søke om hjelp"), "20", N_("For deg selv, et barn eller en annen")),
            Answer(N_("Jeg vil klage"), "30", N_("På et svar, på hjelpen, eller på noe som har skjedd")),
            Answer(N_("Jeg vil melde fra om noen"), "50", N_("Du møter dem i jobben, eller er bekymret")),
            Answer(
                N_("Jeg vil ordne fullmakt eller samtykke"), "60", N_("Gi det til noen, eller trekke det")
            ),
            Answer(
                N_("Jeg har sendt noe før"), "70", N_("Sende mer, trekke det, eller spørre hvordan det går")
            ),
            Answer(N_("Noe annet"), "80", N_("NAV, skole, barnevern, sykehus, personvern eller råd")),
        ),
        N_("Velg det som ligner mest. Vi lagrer ikke hva du velger."),
    ),
    Fork(
        "20",
        N_("Hvem gjelder det?"),
        (
            Answer(N_("Meg selv"), "21", N_("Du kan skrive selv, også før du har fylt 16 år")),
            Answer(N_("Et barn jeg har ansvar for"), "22", N_("Du har foreldreansvar, eller venter barn")),
            Answer(N_("En annen voksen"), "23", N_("Du er pårørende, verge eller har fullmakt")),
            Answer(N_("Noen jeg møter i jobben"), "50"),
        ),
    ),
    Fork(
        "21",
        N_("Hva trengs?"),
        (
            Answer(
                N_("At de som hjelper, samarbeider bedre"), "24", N_("Koordinator eller individuell plan")
            ),
            Answer(
                N_("Hjelp i hverdagen"),
                "25",
                N_("Hjemmesykepleie, støttekontakt, avlastning, BPA, plass på sykehjem eller annet"),
            ),
            Answer(N_("Penger, arbeid eller hjelpemidler"), "81"),
            Answer(N_("Jeg vet ikke hva som finnes"), "26"),
        ),
    ),
    Fork(
        "22",
        N_("Hva trengs?"),
        (
            Answer(
                N_("At de som hjelper oss, samarbeider bedre"),
                "27",
                N_("Barnekoordinator, koordinator eller individuell plan"),
            ),
            Answer(N_("Avlastning eller annen hjelp i hverdagen"), "25"),
            Answer(N_("Hjelp på skolen eller i barnehagen"), "82"),
            Answer(N_("Jeg er bekymret for hvordan barnet har det hjemme"), "83"),
            Answer(N_("Jeg vet ikke hva som finnes"), "26"),
        ),
    ),
    Fork(
        "23",
        N_("Kan du handle for personen?"),
        (
            Answer(N_("Ja, jeg har fullmakt"), "21"),
            Answer(N_("Ja, jeg er verge eller har fremtidsfullmakt"), "21"),
            Answer(N_("Nei, men personen kan gi meg fullmakt"), "28"),
            Answer(N_("Nei, og personen klarer ikke å gi fullmakt"), "29"),
        ),
        N_("Du skriver alltid i ditt eget navn, og forteller hvem du skriver for."),
    ),
    Fork(
        "30",
        N_("Hva er ikke bra?"),
        (
            Answer(N_("Svaret jeg fikk"), "31", N_("Avslag, mindre enn jeg ba om, eller noe annet")),
            Answer(N_("Jeg får ikke svar"), "41"),
            Answer(
                N_("Hjelpen jeg får"),
                "32",
                N_("Den kommer ikke, er ikke god nok, eller noen behandler meg dårlig"),
            ),
            Answer(N_("Noe svært alvorlig har skjedd"), "44", N_("Noen døde, eller ble hardt skadet")),
            Answer(N_("Måten opplysninger om meg er brukt på"), "45"),
            Answer(N_("Jeg vil ha erstatning"), "46"),
            Answer(N_("Jeg vil ha råd først"), "47"),
        ),
        N_("Det finnes flere slags klager. Velger du feil, sender vi klagen videre og sier fra til deg."),
    ),
    Fork(
        "31",
        N_("Hvem har svart?"),
        (
            Answer(N_("Kommunen"), "33", N_("%(office)s, eller en annen avdeling for helse og omsorg")),
            Answer(N_("NAV"), "48"),
            Answer(N_("Barnevernet"), "49"),
            Answer(N_("Sykehuset"), "34"),
            Answer(N_("Jeg vet ikke"), "35"),
        ),
        N_("Det står øverst i brevet."),
    ),
    Fork(
        "32",
        N_("Hva handler det om?"),
        (
            Answer(N_("Hjelpen kommer ikke, kommer for sent eller er ikke god nok"), "42"),
            Answer(N_("Noen oppfører seg dårlig mot meg"), "42"),
            Answer(N_("Jeg får ikke det jeg har rett til"), "38"),
            Answer(
                N_("Noen gjorde noe som kan være farlig eller ulovlig"),
                "43",
                N_("Du vil at noen utenfor kommunen skal undersøke det"),
            ),
        ),
    ),
    Fork(
        "33",
        N_("Forstår du svaret?"),
        (
            Answer(N_("Ja, og jeg er uenig"), "40"),
            Answer(N_("Nei, eller bare litt"), "36"),
            Answer(N_("De skriver ikke hvorfor"), "37"),
        ),
    ),
    Fork(
        "50",
        N_("Hvem er du?"),
        (
            Answer(N_("Jeg arbeider i kommunen, eller er fastlege"), "52"),
            Answer(N_("Jeg arbeider i NAV, barnevern, skole, barnehage eller PPT"), "52"),
            Answer(N_("Jeg arbeider på sykehus"), "53"),
            Answer(N_("Jeg er pårørende, venn eller nabo"), "54"),
            Answer(N_("Jeg er bekymret for et barn"), "83"),
        ),
    ),
    Fork(
        "60",
        N_("Hva vil du ordne?"),
        (
            Answer(
                N_("Gi noen fullmakt"), "61", N_("Noen skal søke, klage eller snakke med kommunen for deg")
            ),
            Answer(N_("Trekke en fullmakt"), "62"),
            Answer(
                N_("Gi samtykke"),
                "63",
                N_("Til plan eller koordinator, eller til at tjenester snakker sammen"),
            ),
            Answer(N_("Trekke et samtykke"), "64"),
            Answer(N_("Jeg er verge, eller har fremtidsfullmakt"), "65"),
        ),
    ),
    Fork(
        "70",
        N_("Hva vil du gjøre?"),
        (
            Answer(N_("Sende mer"), "71", N_("Et papir eller en opplysning som manglet")),
            Answer(N_("Trekke en søknad eller en klage"), "72"),
            Answer(N_("Spørre hvorfor det ikke kommer svar"), "41"),
            Answer(N_("Spørre om et svar jeg ikke forstår"), "36"),
            Answer(N_("Se sakene mine, eller fortsette på et utkast"), "73"),
        ),
    ),
    Fork(
        "80",
        N_("Hva gjelder det?"),
        (
            Answer(N_("Penger, arbeid eller hjelpemidler"), "81"),
            Answer(N_("Skole eller barnehage"), "82"),
            Answer(N_("Et barn som ikke har det bra"), "83"),
            Answer(N_("Sykehus eller spesialist"), "84"),
            Answer(N_("Erstatning"), "46"),
            Answer(N_("Personvern"), "45"),
            Answer(N_("Råd om rettighetene mine"), "47"),
            Answer(N_("Jeg vil snakke med noen"), "85"),
        ),
    ),
)
