"""Who fills in for another, and by what right. Nothing here stops the form: what lacks is marked for the office."""

from datetime import date

from forms.acting import role
from forms.blocks import circumstances as are
from forms.blocks import concerned, no_proxy, own_birth, paper
from forms.blocks.enclosed import NO_TRACES, NOT_APART
from forms.blocks.power import FROM_POWER, evidence
from forms.blocks.relations import CLOSE, OTHER
from forms.blocks.wording import WordedForm
from forms.fields.address import Address
from forms.fields.choice import Choice
from forms.fields.choices import Choices
from forms.fields.dateparts import DateParts
from forms.fields.declaration import Declaration
from forms.fields.files import Files
from forms.fields.fixed import FROM_LOG_IN, Fixed
from forms.fields.phone import Phone
from forms.fields.text import Text
from forms.language import N_
from forms.powers import LETTERS, HeldPower
from forms.question import When
from forms.situation import Situation
from forms.validators import birth_dates

BY_PAPER = ("guardianship", "power_of_attorney", "lasting_power_of_attorney", "lawyer", "child_welfare")
RELATION_OF = {
    "parent": "parent",
    "child_welfare": "professional",
    "health_worker": "professional",
    "partner": "professional",
}
"""What somebody is for the person, where their role says it already."""
PERSONAL, ECONOMY, NOT_SURE = "personal", "economy", "not_sure"
SCOPE_MEANS = {
    ECONOMY: N_(
        "Da kan du si fra om behovet, men ikke si ja for %(person)s eller få svaret."
        " Statsforvalteren kan endre oppdraget."
    ),
    NOT_SURE: N_(
        "Se i vergefullmakten, eller spør Statsforvalteren. Kontoret må vite det før de svarer deg."
    ),
}
UNCLEAR_SCOPE = (ECONOMY, NOT_SURE)
"""Scopes of a guardian by which the municipality must look at the mandate first (vgml §§ 20 and 21)."""
NOT_OF_CHILDREN = ("child", "spouse")
AUTHORITIES_OF = {
    "parent": ("parental_responsibility", "guardianship", "power_of_attorney", "none"),
    "verge": ("guardianship",),
    "proxy": ("power_of_attorney", "lawyer"),
    "future_proxy": ("lasting_power_of_attorney",),
    "child_welfare": ("child_welfare", "none"),
    "health_worker": ("power_of_attorney", "none"),
    "partner": ("power_of_attorney", "none"),
}
"""By what right somebody of that role may act, the usual one first. Where it is one, the role has said it already."""
ANY_RELATIVE = ("none", "guardianship", "power_of_attorney", "lasting_power_of_attorney")
OWN_AUTHORITY = ("parent", "proxy", "child_welfare", "nearest_relative")
"""Roles that are asked with the usual authority filled in."""
GETS_COPY = ("verge", "proxy", "future_proxy")
"""They act in the person's place, so they are asked who shall have the answer."""
BIRTH = ("rep_birth_known", "rep_birth_date")
REACHES = ("rep_phone", "rep_address")
"""Not asked where an address is protected: the safe way of contact stands instead."""


PHONE_READ = N_("Så vi kan spørre deg hvis noe er uklart. Skal andre skrive under, kan de lese nummeret.")
ADDRESS_READ = N_(
    "Så kommunen kan sende deg brev. Skal andre skrive under, kan de lese adressen. Du kan la den stå åpen."
)


APART_FROM_ALL = N_("Telefonen og adressen skal ikke stå i det andre leser")


class RepresentativeForm(WordedForm):
    """Where an address is protected, the safe way of contact that was told stands for phone and address."""

    rep_name = Fixed(
        N_("Navnet ditt"),
        hint=FROM_LOG_IN,
        value=lambda situation: situation.submitter.name,
    )
    rep_phone = Phone(
        N_("Telefonen din"),
        hint=N_("Så vi kan spørre deg hvis noe er uklart."),
        missing=N_("Skriv telefonnummeret ditt."),
        autocomplete="tel",
    )
    rep_address = Address(
        N_("Adressen din"),
        hint=N_("Så kommunen kan sende deg brev."),
        missing=N_("Skriv adressen din."),
        autocomplete="street-address",
    )
    rep_apart = Declaration(
        N_("Telefonen og adressen skal ikke stå i det den andre forelderen leser"),
        hint=N_("Da ser bare kontoret dem. Det gjelder adressen til barnet også."),
    )
    rep_relation = Choice(
        N_("Hva er du for %(person)s?"),
        choices=(*CLOSE, ("professional", N_("Jeg møter %(helped)s i jobben min")), OTHER),
        missing=N_("Velg hva du er for %(person)s."),
    )
    rep_relation_text = Text(
        N_("Fortell kort"),
        missing=N_("Skriv kort hva du er for %(person)s."),
        free=True,
        when=When("rep_relation", ("other_family", "professional", "other")),
    )
    rep_authority = Choice(
        N_("Hva gir deg rett til å handle for %(person)s?"),
        hint=N_(
            "Har du ingenting skriftlig, kan du sende %(form)s likevel. Da finner kommunen ut av det etterpå."
        ),
        choices=(
            ("parental_responsibility", N_("Jeg har foreldreansvar")),
            ("guardianship", N_("Jeg er oppnevnt som verge")),
            ("power_of_attorney", N_("Jeg har fullmakt")),
            ("lasting_power_of_attorney", N_("Jeg har fremtidsfullmakt")),
            ("lawyer", N_("Jeg er advokaten til %(person)s")),
            ("child_welfare", N_("Barnevernet har omsorgen for barnet")),
            ("none", N_("Ingen av disse"), N_("Jeg er pårørende, eller jeg sier fra om et behov.")),
        ),
        missing=N_("Velg det som passer. Du kan velge det nederste."),
    )
    rep_power_from = Text(
        N_("Hvem har gitt deg fullmakten?"),
        hint=N_(
            "Skriv navnet på den som har foreldreansvar. Et barn under 16 år kan som regel ikke gi fullmakt."
        ),
        missing=N_("Skriv hvem som har gitt deg fullmakten."),
        max_length=100,
        when=When("rep_authority", ("power_of_attorney", "lawyer")),
    )
    guardian_scope = Choice(
        N_("Hva gjelder vergeoppdraget?"),
        hint=N_("Det står i vergefullmakten. Er du usikker, svarer du det."),
        choices=(
            (PERSONAL, N_("Personlige forhold, for eksempel helse og omsorg")),
            ("both", N_("Både personlige forhold og økonomi")),
            (ECONOMY, N_("Bare økonomi")),
            (NOT_SURE, N_("Jeg er usikker, eller det står ikke")),
        ),
        missing=N_("Velg hva oppdraget gjelder. Du kan svare at du er usikker."),
        when=When("rep_authority", ("guardianship",)),
    )
    rep_birth_known = Fixed(
        N_("Fødselsdatoen din"),
        hint=FROM_LOG_IN,
        value=own_birth.known,
        written=own_birth.known_written,
        when=own_birth.ASKED,
    )
    rep_birth_date = DateParts(
        N_("Fødselsdatoen din"),
        hint=N_("Så kommunen vet at du er rett person. Den som har fullmakt, må være 18 år."),
        missing=N_("Skriv fødselsdatoen din."),
        when=own_birth.ASKED,
    )
    rep_power = Fixed(
        N_("Fullmakten"), hint=N_("Den er gitt her, så du trenger ikke legge den ved."), value=evidence
    )
    rep_document_when = Choice(
        N_("Har du papiret som viser det?"),
        hint=N_("For eksempel fullmakten eller vergebeviset."),
        choices=(("now", N_("Ja, jeg legger det ved nå")), ("later", N_("Jeg sender det etterpå"))),
        missing=N_("Velg om du legger det ved nå eller sender det etterpå."),
        when=When("rep_authority", BY_PAPER),
    )
    rep_document = Files(
        N_("Legg ved fullmakt eller vergebevis"),
        hint=N_("Et bilde tatt med telefonen er godt nok, hvis alt kan leses."),
        missing=N_("Legg ved papiret, eller velg at du sender det etterpå."),
        most=5,
        when=When("rep_document_when", ("now",)),
    )
    copy_to = Choices(
        N_("Hvem skal få svaret?"),
        hint=N_("Den det gjelder, kan alltid be om å få svaret selv."),
        choices=(("person", N_("Den det gjelder")), ("proxy", N_("Jeg som fyller ut"))),
        missing=N_("Velg hvem som skal få svaret."),
    )

    def arrange(self, situation: Situation) -> None:
        super().arrange(situation)
        self._arrange_relation(situation)
        self._arrange_authority(situation)
        if are.about_child(situation):  # who is guardian of a child stands in for its parents in all
            del self.guardian_scope
        if not are.parents_decide(situation):
            del self.rep_power_from
        self._arrange_birth(situation)
        if role(situation) not in GETS_COPY:
            del self.copy_to
        if role(situation) in are.AT_WORK:
            self.rep_address.reword(N_("Adressen til arbeidsstedet ditt"))
        elif situation.others_sign:
            self.rep_phone.description = PHONE_READ
            self.rep_address.description, self.rep_address.missing = ADDRESS_READ, ""
        self._arrange_apart(situation)
        self._hide(situation)
        if situation.power:
            self._settle(situation.power)
        else:
            del self.rep_power

    def _arrange_apart(self, situation: Situation) -> None:
        """Asked where another parent may read it. Once given it holds, also when the child turns 16 meanwhile."""
        self.rep_apart.kept_back = True
        if not (are.has_other_parent(situation) and situation.others_sign):
            if are.reached_apart(situation):
                self.rep_apart.reword(APART_FROM_ALL)
            else:
                del self.rep_apart

    def _hide(self, situation: Situation) -> None:
        """Nothing that shows where somebody is, of a person who hides."""
        if are.protected(situation):
            for name in (*REACHES, "rep_apart", *BIRTH):
                if name in self:
                    del self[name]
        if concerned.restricted(situation):
            self.rep_document.description = NO_TRACES

    def _settle(self, power: HeldPower) -> None:
        """Nobody has letters sent to themselves who was not given that right."""
        self.rep_authority.settle("power_of_attorney", FROM_POWER)
        del self.rep_document_when, self.rep_document
        if LETTERS not in power.scope:
            self.copy_to.settle("person", FROM_POWER)

    def arrange_on_paper(self, situation: Situation) -> None:
        super().arrange_on_paper(situation)
        self.rep_address.description = paper.REACHABLE
        del self.rep_apart, self.rep_birth_known, self.rep_power, self.rep_power_from

    def rearrange(self) -> None:
        """Whoever is not of age is told so where it is known, and is not stopped."""
        super().rearrange()
        self._keep_back()
        for name in BIRTH:
            told = self[name].stored() if name in self else ""
            if told and own_birth.is_under_age(date.fromisoformat(told), self.situation):
                self[name].caution = own_birth.UNDER_AGE
        if "guardian_scope" in self and self.guardian_scope.data in SCOPE_MEANS:
            self.guardian_scope.caution = SCOPE_MEANS[self.guardian_scope.data]

    def _keep_back(self) -> None:
        """From the other parent, and so from every document: whoever signs is handed a copy."""
        if "rep_apart" in self and self.rep_apart.data:
            for name in REACHES:
                if name in self:
                    self[name].kept_back = True
            if "rep_document" in self and not concerned.restricted(self.situation):
                self.rep_document.description = NOT_APART

    def check(self) -> None:
        if "rep_authority" in self and no_proxy.works_here(self.situation, self.rep_authority.data):
            self.rep_authority.errors = [self.say(no_proxy.WORKS_HERE)]
        born = self.rep_birth_date if "rep_birth_date" in self else None
        if born is None or not born.asked() or not born.data:
            return
        allowed = birth_dates(self.situation.submitter.national_id, self.situation.today)
        if allowed and born.data not in allowed:
            born.errors = [self.say(own_birth.OTHER_DATE)]

    def _arrange_birth(self, situation: Situation) -> None:
        """The log-in knows it, or it is asked; never both."""
        self.rep_birth_date.latest = situation.today
        if own_birth.known(situation):
            del self.rep_birth_date
        else:
            del self.rep_birth_known

    def _arrange_relation(self, situation: Situation) -> None:
        if role(situation) in RELATION_OF:
            self.rep_relation.settle(RELATION_OF[role(situation)])
        elif are.about_child(situation):
            self.rep_relation.leave_out(NOT_OF_CHILDREN)

    def _arrange_authority(self, situation: Situation) -> None:
        offered = AUTHORITIES_OF.get(role(situation), ANY_RELATIVE)
        if "parental_responsibility" in offered and not are.about_child(situation):  # it ends at 18
            offered = ANY_RELATIVE
        if len(offered) == 1:
            self.rep_authority.settle(offered[0])
            return
        self.rep_authority.offer(offered)
        if role(situation) in OWN_AUTHORITY:
            self.rep_authority.default = offered[0]
        if are.expected_child(situation):
            self.rep_authority.description = N_(
                "Er barnet ikke født, svarer du det som gjelder når det er født."
            )
