"""Where else to turn: the doors that are not the municipality's, each with what it does, a number or an address.

Only numbers that are meant for everybody in the country stand here. Addresses are front pages, which last.
"""

from dataclasses import dataclass

from forms.language import N_


@dataclass(frozen=True)
class Door:
    """Somebody else who helps. ``name`` and ``does`` are source texts; ``name`` may hold values of ``Facts``."""

    name: str
    does: str
    phone: str = ""
    address: str = ""
    remark: str = ""
    """What to know of the number, where its source may be out of date."""

    @property
    def host(self) -> str:
        """The address as it is shown."""
        return self.address.removeprefix("https://").removeprefix("www.").rstrip("/")


EMERGENCY = Door(N_("Nødnummer 113"), N_("Når det står om liv. Ring med en gang."), phone="113")
CLINIC = Door(N_("Legevakt"), N_("Når noen trenger lege, og det ikke kan vente."), phone="116117")
NAV = Door(
    N_("NAV"),
    N_("Penger, arbeid, sosial hjelp og hjelpemidler."),
    address="https://www.nav.no/",
)
OMBUD = Door(
    "%(ombud)s",
    N_("Gir råd og hjelper deg å klage. Det koster ingenting, og du kan være anonym."),
    phone="40 50 16 00",  # a municipality's page on the ombud, sande-mr.kommune.no: not seen at the ombud's own
    address="https://www.helsenorge.no/",
    remark=N_("Nummeret kan være endret. Stemmer det ikke, ser du etter på helsenorge.no."),
)
GOVERNOR = Door(
    "%(governor)s",
    N_("Fører tilsyn med helsetjenesten, og avgjør klager som kommunen ikke er enig i."),
    address="https://www.statsforvalteren.no/",
)
UKOM = Door(
    N_("Statens undersøkelseskommisjon for helse- og omsorgstjenesten (Ukom)"),
    N_("Undersøker alvorlige hendelser, så andre kan lære av dem."),
    address="https://ukom.no/",
)
COMPENSATION = Door(
    N_("Norsk pasientskadeerstatning"),
    N_("Avgjør om du har rett til erstatning etter en skade i helsetjenesten."),
    address="https://www.npe.no/",
)
PRIVACY = Door(
    N_("Datatilsynet"),
    N_("Tar imot klager på hvordan personopplysninger blir brukt."),
    address="https://www.datatilsynet.no/",
)
CHILD_WELFARE = Door(
    N_("Barnevernstjenesten i kommunen"),
    N_("Hjelper barn og familier når barnet ikke har det bra hjemme. Ring kommunen og spør etter dem."),
)
SCHOOL = Door(
    N_("Skolen, barnehagen eller PPT"),
    N_(
        "Ekstra hjelp til å lære, og tilpasning på skolen. PPT er kommunens pedagogisk-psykologiske tjeneste."
    ),
)
HOSPITAL = Door(
    N_("Koordinerende enhet ved helseforetaket"),
    N_("Tar imot melding fra sykehusets egne ansatte, og varsler kommunen. Sykehuset vet hvor den er."),
)


def addresses() -> dict[str, str]:
    """Where each site of a door is, by the address as it is shown."""
    doors = (one for one in globals().values() if isinstance(one, Door))
    return {door.host: door.address for door in doors if door.address}
