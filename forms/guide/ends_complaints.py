"""Ends of those who want to complain: five kinds of complaint, and letters from others than the municipality."""

from forms.guide import doors
from forms.guide.nodes import End
from forms.language import N_

COMPLAINT_ENDS = (
    End(
        "40",
        N_("Du kan klage på svaret"),
        (
            N_("Skriv hva du er uenig i, hva du vil ha endret, og hvorfor. Vi hjelper deg med resten."),
            N_("Kommunen ser på saken en gang til. Endrer den ikke svaret, går klagen til %(governor)s."),
            N_("Er fristen ute? Klag likevel, og fortell hvorfor det ble sent."),
        ),
        ("appeal",),
        deadline="health_and_care",
        track="A",
        topics=("appeal", "late_appeal"),
    ),
    End(
        "38",
        N_("Du kan klage på at du ikke får det du har rett til"),
        (
            N_("Skriv hva du mener du har rett til, hva du får, og hva du vil ha endret."),
            N_("Kommunen ser på det først. Er den uenig med deg, går klagen til %(governor)s."),
        ),
        ("appeal", "service_complaint"),
        deadline="health_and_care",
        track="A",
        topics=("appeal",),
    ),
    End(
        "41",
        N_("Spør kontoret, eller klag på at svaret ikke kommer"),
        (
            N_("Spør %(office)s først hvor langt de har kommet. Ha referansen fra kvitteringen klar."),
            N_("Kommunen skal svare uten unødig venting. Du kan klage på at du ikke får svar."),
        ),
        ("appeal",),
        track="A",
        awaits_answer=True,
        office=True,
        topics=("appeal", "handling_time"),
    ),
    End(
        "36",
        N_("Spør først, så du forstår svaret"),
        (
            N_("Ring eller skriv til den som har skrevet under brevet, og be om en forklaring."),
            N_("Fristen for å klage løper mens du spør. Du kan klage nå, og fortelle mer senere."),
        ),
        ("appeal",),
        deadline="health_and_care",
        track="A",
        office=True,
        topics=("appeal",),
    ),
    End(
        "37",
        N_("Be om å få vite hvorfor"),
        (
            N_("Be om en begrunnelse før fristen er ute. Da kan du få ny frist, som løper fra du får den."),
            N_(
                "Det er ikke sikkert for svar om koordinator eller plan. Klag derfor helst før fristen er ute."
            ),
            N_("Du kan be om begrunnelsen i klagen. Der kan du også be om å få se saken din."),
        ),
        ("appeal",),
        deadline="health_and_care",
        track="A",
        office=True,
        topics=("appeal", "reasons", "administration_act", "party_access"),
    ),
    End(
        "35",
        N_("Se etter navnet øverst i brevet"),
        (
            N_("Der står det hvem som har svart deg. Klagen skal til dem."),
            N_("Finner du det ikke, kan du spørre %(office)s, eller klage her."),
            N_("Se også etter fristen. Er det kommunens helsetjeneste som har svart, er den %(weeks)s uker."),
            N_("Skal klagen til noen andre, sender kommunen den videre og sier fra til deg."),
        ),
        ("appeal",),
        track="A",
        office=True,
        topics=("appeal",),
    ),
    End(
        "42",
        N_("Du kan klage på hjelpen du får"),
        (
            N_("Skriv hva du ikke er fornøyd med, og hva du vil skal bli annerledes."),
            N_("Du kan også snakke med lederen for tjenesten. Det trenger du ikke gjøre først."),
            N_("Mener du at du ikke får det du har rett til, kan saken gå videre til %(governor)s."),
            N_("Da er fristen for å klage %(weeks)s uker fra du visste nok til å klage."),
        ),
        ("service_complaint",),
        track="B",
        topics=("answer_on_quality",),
    ),
    End(
        "43",
        N_("Du kan be Statsforvalteren undersøke det"),
        (
            N_("Dette heter å be om tilsyn. Du skriver rett til %(governor)s, ikke til kommunen."),
            N_("De ser på om helsetjenesten har fulgt loven. Loven setter ingen frist."),
            N_("Skriv hva som skjedde, når og hvor. Du kan be ombudet om hjelp til å skrive."),
        ),
        doors=(doors.GOVERNOR, doors.OMBUD),
        anyway=("service_complaint",),
        track="C",
        topics=("supervision_request",),
    ),
    End(
        "44",
        N_("Meld fra om noe svært alvorlig"),
        (
            N_(
                "Pasienter og pårørende kan melde fra når noen døde eller ble hardt skadet, og det kom uventet."
            ),
            N_("Meldingen går til %(recipients)s."),
            N_("Er noen i fare nå, ringer du 113."),
        ),
        doors=(doors.GOVERNOR, doors.UKOM, doors.OMBUD),
        anyway=("service_complaint",),
        track="D",
        topics=("serious_incident_report",),
    ),
    End(
        "45",
        N_("Klag på hvordan opplysninger er brukt"),
        (
            N_("Spør først kommunen hva de har gjort, og be dem rette det. Kommunen har et personvernombud."),
            N_("Hjelper ikke det, kan du klage til Datatilsynet."),
        ),
        ("service_complaint",),
        doors=(doors.PRIVACY,),
        track="B",
        office=True,
    ),
    End(
        "46",
        N_("Søk om erstatning"),
        (
            N_("Er du skadet av behandling i helsetjenesten, kan du søke hos Norsk pasientskadeerstatning."),
            N_("Vil du at hjelpen skal bli bedre, kan du klage på den her i tillegg."),
        ),
        doors=(doors.COMPENSATION, doors.OMBUD),
        anyway=("service_complaint",),
    ),
    End(
        "47",
        N_("Få råd fra ombudet"),
        (
            N_("%(ombud)s kjenner rettighetene dine og kan hjelpe deg å skrive. Det koster ingenting."),
            N_("Du kan ringe eller skrive, og du trenger ikke si hvem du er."),
            N_("Venter du med å klage, så pass på fristen."),
        ),
        doors=(doors.OMBUD,),
        deadline="health_and_care",
        anyway=("appeal", "service_complaint"),
        track="E",
        topics=("patient_and_user_ombud",),
    ),
    End(
        "48",
        N_("Klagen skal til NAV"),
        (
            N_("NAV har egne regler for klager. Send klagen til det kontoret som har svart deg."),
            N_(
                "Fristen står i brevet. Gjelder svaret en individuell plan fra NAV, er den %(other_weeks)s uker."
            ),
            N_("Kommer klagen hit, sender kommunen den videre og sier fra til deg."),
        ),
        doors=(doors.NAV,),
        anyway=("appeal",),
        topics=("appeal_on_nav",),
    ),
    End(
        "49",
        N_("Klagen skal til barnevernet"),
        (
            N_("Barnevernet har egne regler for klager. Send klagen til dem som har skrevet brevet."),
            N_("Fristen står i brevet, og den kan være kortere enn hos oss."),
            N_("Kommer klagen hit, sender kommunen den videre og sier fra til deg."),
        ),
        doors=(doors.CHILD_WELFARE,),
        anyway=("appeal",),
        topics=("appeal_on_child_welfare",),
    ),
    End(
        "34",
        N_("Klagen skal til sykehuset"),
        (
            N_("Send klagen til den avdelingen som har svart deg. Endrer de ikke svaret, går den videre."),
            N_("Ombudet kan hjelpe deg å skrive."),
            N_("Kommer klagen hit, sender kommunen den videre og sier fra til deg."),
        ),
        doors=(doors.OMBUD,),
        deadline="health_and_care",
        anyway=("appeal",),
        topics=("appeal",),
    ),
)
