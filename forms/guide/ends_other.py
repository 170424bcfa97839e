"""Ends about authority, consent and what was sent before, and those that are somebody else's to help with."""

from forms.guide import doors
from forms.guide.nodes import End
from forms.language import N_

OTHER_ENDS = (
    End(
        "61",
        N_("Gi fullmakt"),
        (
            N_("Du bestemmer hva fullmakten gjelder, og hvor lenge. Du kan trekke den når du vil."),
            N_("Den du velger, må være 18 år eller eldre, eller en organisasjon du er medlem av."),
        ),
        ("power_of_attorney",),
    ),
    End(
        "62",
        N_("Trekk fullmakten"),
        (
            N_("Du trenger ikke si hvorfor. Den slutter å gjelde når kommunen får beskjeden."),
            N_("Det som alt er sendt, gjelder fortsatt."),
        ),
        ("power_of_attorney_revocation",),
    ),
    End(
        "63",
        N_("Gi samtykke"),
        (
            N_(
                "Du kan si ja til plan eller koordinator. Du kan også si ja til at tjenester deler det de vet."
            ),
            N_("Dette er to ulike ting. Du kan si ja til det ene uten det andre."),
            N_("Det er frivillig, og du kan trekke det når du vil."),
        ),
        ("consent",),
        topics=("consent_to_sharing",),
    ),
    End(
        "64",
        N_("Trekk samtykket"),
        (
            N_("Du trenger ikke si hvorfor. Du kan trekke alt, eller bare en del."),
            N_("Det som alt er delt, kan vi ikke gjøre om."),
        ),
        ("consent_withdrawal",),
    ),
    End(
        "65",
        N_("Du trenger ingen ny fullmakt"),
        (
            N_("Er du verge, sier mandatet hva du kan gjøre. Det må gjelde det du vil søke om."),
            N_("Har du fremtidsfullmakt, må den ha begynt å gjelde."),
            N_("Du søker i ditt eget navn, og legger ved papiret som viser det."),
        ),
        ("care_services", "coordination"),
    ),
    End(
        "71",
        N_("Send mer"),
        (
            N_("Har du fått nye papirer, eller glemte du noe? Send det, så legger kontoret det til saken."),
            N_("Ha referansen fra kvitteringen klar, hvis du har den."),
        ),
        ("supplement",),
    ),
    End(
        "72",
        N_("Trekk det du har sendt"),
        (N_("Du trenger ikke si hvorfor. Du kan søke eller klage på nytt senere."),),
        ("withdrawal",),
    ),
    End(
        "73",
        N_("Sakene dine"),
        (N_("Logg inn, så ser du utkastene dine, det du har sendt, og hvor det er nå."),),
        own_cases=True,
    ),
    End(
        "81",
        N_("Snakk med NAV"),
        (N_("NAV har ansvar for penger å leve av, arbeid, sosial hjelp og hjelpemidler."),),
        ("care_services",),
        says_where_offered=(
            N_("Trenger du også hjelp fra kommunens helsetjeneste, kan du søke om det her."),
        ),
        doors=(doors.NAV,),
    ),
    End(
        "82",
        N_("Snakk med skolen, barnehagen eller PPT"),
        (
            N_("Ekstra hjelp til å lære får dere gjennom skolen eller barnehagen. De kan spørre PPT om råd."),
            N_("Har dere hjelp fra mange steder, kan familien søke om noen som samler trådene."),
        ),
        ("coordination",),
        doors=(doors.SCHOOL,),
    ),
    End(
        "83",
        N_("Snakk med barnevernstjenesten"),
        (
            N_("Er barnet i fare nå, ringer du 113."),
            N_("Barnevernstjenesten i kommunen hører gjerne fra deg, også hvis du er usikker."),
            N_("Strever familien med å få hjelpen til å henge sammen, kan dere søke om koordinator."),
        ),
        ("coordination",),
        doors=(doors.CHILD_WELFARE, doors.EMERGENCY),
    ),
    End(
        "84",
        N_("Snakk med fastlegen eller sykehuset"),
        (
            N_("Fastlegen sender deg videre til sykehus eller spesialist."),
            N_("Spør avdelingen der du får behandling, hvis noe er uklart."),
        ),
        ("care_services", "coordination"),
        says_where_offered=(N_("Trenger du hjelp fra kommunen når du kommer hjem, kan du søke her."),),
        doors=(doors.OMBUD,),
    ),
    End(
        "85",
        N_("Snakk med oss"),
        (
            N_("Spør %(office)s om det du lurer på."),
            N_("Du kan ta med deg noen. Trenger du tolk, sier du fra."),
        ),
        office=True,
    ),
)
