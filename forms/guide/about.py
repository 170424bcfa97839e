"""What a journey's own page tells before it is begun: for whom it is, and what to have at hand."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from forms.language import N_
from forms.municipality import Municipality


@dataclass(frozen=True)
class About:
    """All are source texts, filled in from ``forms.guide.facts``."""

    does: str
    """What one does here, as a link says it."""
    for_whom: tuple[str, ...]
    at_hand: tuple[str, ...] = ()
    by_need: tuple[str, ...] = ()
    """For whom it is where the need alone is asked for: no service is named there."""
    in_one_form: "About | None" = None
    """What is told in addition where one form covers a plan and a coordinator too."""

    def told_in(self, place: Municipality) -> "About":
        """As it is in that municipality."""
        for_whom = (place.describe_need_only and self.by_need) or self.for_whom
        more = self.in_one_form if place.one_form else None
        if more is None:
            return replace(self, for_whom=for_whom)
        return replace(self, does=more.does, for_whom=(*for_whom, *more.for_whom))


OTHERS = N_("Skriver du for en annen: fullmakten, vergebeviset eller fremtidsfullmakten, hvis du har den.")
NO_REASON = N_("Du trenger ikke si hvorfor.")

ABOUT: Mapping[str, About] = {
    "coordination": About(
        N_("Søk om koordinator eller individuell plan"),
        (
            N_("Du trenger hjelp over tid, og det er mange å forholde seg til."),
            N_("Familien har et barn med alvorlig sykdom, skade eller nedsatt funksjonsevne."),
            N_(
                "Du bestemmer selv når du har fylt 16 år. Er du yngre, kan du også skrive. Andre kan søke for deg."
            ),
        ),
        (
            N_("Hvem som hjelper deg i dag, hvis noen gjør det."),
            N_("Papirer som forteller om behovet, hvis du har noen. Du kan sende uten."),
            OTHERS,
        ),
    ),
    "care_services": About(
        N_("Søk om helse- og omsorgstjenester"),
        (
            N_("Du trenger hjelp hjemme, avlastning, støttekontakt, BPA, et sted å bo, eller noe annet."),
            N_("Du trenger ikke vite hva hjelpen heter. Fortell hva som er vanskelig."),
        ),
        (
            N_("Hvem som hjelper deg i dag, hvis noen gjør det."),
            N_("Papirer som forteller om behovet, hvis du har noen. Du kan sende uten."),
            OTHERS,
        ),
        by_need=(
            N_("Du trenger hjelp i hverdagen. Fortell hva som er vanskelig, så finner kommunen ut resten."),
        ),
        in_one_form=About(
            N_("Søk om helse- og omsorgstjenester, også koordinator"),
            (
                N_("Du vil ha koordinator eller individuell plan. Du søker i det samme skjemaet."),
                N_("Familien trenger en barnekoordinator. Det søker dere også om her."),
            ),
        ),
    ),
    "notification": About(
        N_("Meld fra at noen trenger plan eller oppfølging"),
        (
            N_("Du arbeider i kommunen, er fastlege, eller møter personen i jobben din."),
            N_("Du er pårørende, og ser at personen trenger en plan eller mer oppfølging."),
            N_("Arbeider du på sykehus, skal meldingen til koordinerende enhet ved helseforetaket."),
        ),
        (
            N_("Et ja fra personen, eller fra den som kan si ja for personen."),
            N_("Hva personen trenger, og hvem som hjelper i dag."),
        ),
    ),
    "appeal": About(
        N_("Klag på et svar"),
        (
            N_("Du har fått nei, mindre enn du ba om, eller noe annet enn du ba om."),
            N_("Hjelpen blir endret eller stanset, eller det kommer ikke noe svar."),
        ),
        (
            N_("Brevet du fikk. Har du det ikke, kan du klage likevel."),
            N_("Datoen da du fikk det, hvis du husker den."),
            OTHERS,
        ),
    ),
    "service_complaint": About(
        N_("Klag på hjelpen du får"),
        (
            N_("Hjelpen kommer ikke, kommer for sent, eller er ikke god nok."),
            N_("Noen behandler deg dårlig, eller du får ikke vite det du trenger."),
        ),
        (
            N_("Når det hendte, så godt du husker."),
            N_("Hva du vil skal bli annerledes."),
        ),
    ),
    "power_of_attorney": About(
        N_("Gi noen fullmakt"),
        (
            N_("Du vil at noen skal søke, klage, få brev eller snakke med kommunen for deg."),
            N_("Du må gi fullmakten selv. Den som får den, kan ikke skrive under for deg."),
        ),
        (N_("Navnet og telefonnummeret til den som får fullmakten."),),
    ),
    "power_of_attorney_revocation": About(
        N_("Trekk en fullmakt"),
        (N_("Du har gitt noen fullmakt, og vil ikke at den skal gjelde lenger."), NO_REASON),
        (N_("Hvem som har fullmakten."),),
    ),
    "consent": About(
        N_("Gi samtykke"),
        (
            N_("Du vil si ja til plan, koordinator eller barnekoordinator."),
            N_("Du vil at tjenester skal kunne dele det de vet, så de hjelper deg bedre."),
            N_("Det er frivillig. Du kan si ja til noe og nei til noe annet."),
        ),
        (
            N_("Hvilke tjenester det gjelder, og om noe ikke skal deles."),
            N_("Hvem du eventuelt skriver under for, og hvorfor du kan gjøre det."),
        ),
    ),
    "consent_withdrawal": About(
        N_("Trekk et samtykke"),
        (N_("Du har sagt ja til noe, og vil trekke hele eller en del av det."), NO_REASON),
        (N_("Hva du sa ja til, hvis du husker det."),),
    ),
    "supplement": About(
        N_("Send mer til en sak"),
        (N_("Du har sendt noe, og vil legge til papirer eller opplysninger."),),
        (
            N_("Referansen fra kvitteringen, hvis du har den."),
            N_("Papirene som filer eller bilder."),
        ),
    ),
    "withdrawal": About(
        N_("Trekk en søknad eller en klage"),
        (N_("Du har sendt noe, og vil ikke gå videre med det."), NO_REASON),
        (N_("Referansen fra kvitteringen, hvis du har den."),),
    ),
}
