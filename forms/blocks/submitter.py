"""Who fills in, and whether an address must stay unknown: asked before anything else."""

from typing import ClassVar

from forms.acting import PROXY, role
from forms.blocks.circumstances import AT_WORK
from forms.blocks.power import FROM_POWER
from forms.blocks.wording import WordedForm, Wording, Words
from forms.fields.choice import Choice
from forms.fields.fixed import Fixed
from forms.fields.phone import Phone
from forms.fields.text import Text
from forms.fields.yesno import NO, YES, YesNo
from forms.language import N_
from forms.question import When
from forms.situation import Situation
from forms.stepform import StepForm

STAFF = "staff_assisting"
ROLES = (
    ("self", N_("Jeg fyller ut for meg selv")),
    ("parent", N_("Jeg er forelder og fyller ut for barnet mitt")),
    ("verge", N_("Jeg er verge")),
    (PROXY, N_("Jeg har fullmakt"), N_("Du har skriftlig lov fra personen.")),
    ("future_proxy", N_("Jeg har fremtidsfullmakt")),
    ("nearest_relative", N_("Jeg er pårørende")),
    ("child_welfare", N_("Jeg arbeider i barnevernet")),
    ("health_worker", N_("Jeg er helsepersonell")),
    ("partner", N_("Jeg arbeider i en annen tjeneste"), N_("For eksempel skole, barnehage, NAV eller PPT.")),
    (STAFF, N_("Jeg er ansatt i kommunen og hjelper noen med å fylle ut")),
)

SAFE_BY_PHONE, SAFE_BY_COMING, SAFE_BY_PERSON = "phone", "attendance", "contact_person"
SAFE_BY_LETTER = "letter"
TWO_ENVELOPES = N_("Vi bruker to konvolutter, den ene inni den andre. Utenpå står det ikke hvem som sender.")
SAFE_WAYS = (
    (SAFE_BY_PHONE, N_("På et trygt telefonnummer")),
    (SAFE_BY_COMING, N_("Ved å møte opp hos dere"), N_("Da tar vi resten der.")),
    (SAFE_BY_LETTER, N_("På papir, i posten"), TWO_ENVELOPES),
    (
        SAFE_BY_PERSON,
        N_("Gjennom en annen"),
        N_("For eksempel en ansatt i barnevernet eller på krisesenteret."),
    ),
)

UNSURE = {
    (True, True): N_(
        "Svarer du ja, spør vi ikke om adresse eller steder. Ring oss eller møt opp hvis du er usikker."
    ),
    (True, False): N_("Svarer du ja, spør vi ikke om adresse eller steder. Ring oss hvis du er usikker."),
    (False, True): N_("Svarer du ja, spør vi ikke om adresse eller steder. Møt opp hvis du er usikker."),
    (False, False): N_(
        "Svarer du ja, spør vi ikke om adresse eller steder."
        " Er du usikker, kan du spørre dem som står under «Trenger du hjelp?»."
    ),
}
"""The hint by what the office has: a phone, a door."""


class RoleForm(StepForm):
    municipality_id = Fixed(
        N_("Kommunen det gjelder"),
        value=lambda situation: situation.municipality.id,
        written=lambda situation: situation.municipality.name,
    )
    submitter_role = Choice(
        N_("Hvem fyller ut?"),
        hint=N_("Velg det som passer best. Du skal alltid være logget inn som deg selv."),
        choices=ROLES,
        missing=N_("Velg hvem du er."),
    )
    staff_assistance = YesNo(
        N_("Har en ansatt i kommunen hjulpet til med å fylle ut?"),
        hint=N_("Den ansatte hjelper bare til, og handler ikke for noen."),
    )
    staff_assistance_office = Text(
        N_("Hvilket kontor arbeider den ansatte på?"),
        max_length=100,
        missing=N_("Skriv navnet på kontoret."),
        when=When("staff_assistance", (YES,)),
    )
    staff_assistance_initials = Text(
        N_("Initialene til den ansatte"),
        hint=N_("For eksempel KN."),
        max_length=10,
        missing=N_("Skriv initialene til den ansatte."),
        when=When("staff_assistance", (YES,)),
    )

    own_office = Text(
        N_("Hvilket kontor arbeider du på?"),
        max_length=100,
        missing=N_("Skriv navnet på kontoret."),
        when=When("submitter_role", (STAFF,)),
    )
    own_initials = Text(
        N_("Initialene dine"),
        hint=N_("For eksempel KN."),
        max_length=10,
        missing=N_("Skriv initialene dine."),
        when=When("submitter_role", (STAFF,)),
    )

    def arrange(self, situation: Situation) -> None:
        """Where a log-in has told who of an office helps, nobody is asked, and nobody can say otherwise."""
        super().arrange(situation)
        if situation.helped:
            self.submitter_role.leave_out((STAFF,))
            self.submitter_role.description = N_("Velg det som passer for den saken tilhører.")
            del self.staff_assistance, self.staff_assistance_office, self.staff_assistance_initials
        if situation.power:
            self.submitter_role.settle(PROXY, FROM_POWER)

    def arrange_on_paper(self, situation: Situation) -> None:
        """Nobody is logged in, and one question serves whoever helps and whoever is helped."""
        super().arrange_on_paper(situation)
        self.submitter_role.description = N_("Velg det som passer best.")
        self.staff_assistance.description = N_(
            "Den ansatte hjelper bare til, og handler ikke for noen. Er det du som er den ansatte, svarer du ja."
        )
        del self.own_office, self.own_initials

    def rearrange(self) -> None:
        """Whoever is there to help has said so already: only all others are asked whether somebody helped."""
        super().rearrange()
        if self.situation.on_paper:
            return
        if self.staff_assistance is not None:
            others = tuple(option.value for option in self.submitter_role.choices if option.value != STAFF)
            self.staff_assistance.when = When("submitter_role", others)
        if not self.submitter_role.offered(STAFF):
            del self.own_office, self.own_initials


class AddressProtectionForm(WordedForm):
    person_known = False
    address_protected = Choice(
        N_("Har du sperret adresse?"),
        choices=(
            (NO, N_("Nei")),
            (YES, N_("Ja")),
            (
                "not_digital",
                N_("Det vil jeg ikke svare på digitalt"),
                N_("Da gjør vi som om adressen er sperret."),
            ),
        ),
        missing=N_("Svar ja, nei eller at du ikke vil svare digitalt."),
    )
    safe_contact = Choice(
        N_("Hvordan kan vi trygt ta kontakt?"),
        hint=N_("Velg det som er tryggest."),
        choices=SAFE_WAYS,
        missing=N_("Velg hvordan vi trygt kan ta kontakt."),
        when=When("address_protected", (YES, "not_digital")),
    )
    safe_contact_person = Text(
        N_("Hvem kan vi kontakte?"),
        hint=N_("Skriv navnet. Ikke skriv hvor noen er."),
        missing=N_("Skriv navnet på den vi kan kontakte."),
        max_length=100,
        when=When("safe_contact", (SAFE_BY_PERSON,)),
    )
    safe_contact_phone = Phone(
        N_("Et telefonnummer det er trygt å ringe"),
        missing=N_("Skriv et telefonnummer det er trygt å ringe."),
        when=When("safe_contact", (SAFE_BY_PHONE, SAFE_BY_PERSON)),
    )
    safe_contact_when = Text(
        N_("Når er det trygt å ringe?"),
        hint=N_("For eksempel dager og klokkeslett."),
        when=When("safe_contact", (SAFE_BY_PHONE, SAFE_BY_PERSON)),
    )
    for_others: ClassVar[Words] = {
        "address_protected": Wording(N_("Har du eller %(person)s sperret adresse?")),
    }

    def arrange(self, situation: Situation) -> None:
        super().arrange(situation)
        if role(situation) in AT_WORK:
            self.address_protected.reword(N_("Har %(person)s sperret adresse?"))
        office = situation.municipality.office
        self.address_protected.description = UNSURE[bool(office.phone), bool(office.visiting_address)]
        self._offer_to_come(situation)

    def arrange_on_paper(self, situation: Situation) -> None:
        """Whoever does not want to answer digitally has come to the right place."""
        super().arrange_on_paper(situation)
        self.address_protected.leave_out(("not_digital",))
        self._offer_to_come(situation)

    def _offer_to_come(self, situation: Situation) -> None:
        if not situation.municipality.office.visiting_address:
            self.safe_contact.leave_out((SAFE_BY_COMING,))
