"""Who notifies: never asked for a role of those who apply, but named by one in documents."""

from collections.abc import Iterable

from forms.blocks.circumstances import protected
from forms.blocks.submitter import AddressProtectionForm
from forms.fields.choice import Choice
from forms.fields.fixed import FROM_LOG_IN, Fixed
from forms.fields.phone import Phone
from forms.fields.text import Text
from forms.fields.yesno import NO
from forms.language import N_
from forms.situation import Saved, Situation
from forms.stepform import StepForm

HOSPITAL, RELATIVE = "specialist_health", "relative"
TREATS = ("municipal_health", HOSPITAL, "gp")
ROLES = {
    "municipal_health": "health_worker",
    HOSPITAL: "health_worker",
    "gp": "health_worker",
    "child_welfare": "child_welfare",
    RELATIVE: "nearest_relative",
}
"""The role that documents name somebody by; all others are partners."""

IS_SEEN = N_("Den det gjelder, får vite at det er du som har meldt.")
TO_THE_TRUST = N_("På sykehuset melder du behovet til koordinerende enhet i helseforetaket ditt.")


def notifier(situation: Situation) -> str:
    return situation.answer("role", "notifier_type") or ""


def is_relative(situation: Situation) -> bool:
    return notifier(situation) == RELATIVE


def from_hospital(situation: Situation) -> bool:
    return notifier(situation) == HOSPITAL


def at_work(situation: Situation) -> bool:
    return not is_relative(situation)


class NotifierTypeForm(StepForm):
    municipality_id = Fixed(
        N_("Kommunen det gjelder"),
        value=lambda situation: situation.municipality.id,
        written=lambda situation: situation.municipality.name,
    )
    notifier_type = Choice(
        N_("Hvem melder?"),
        hint=N_("Velg det som passer best. Du skal alltid være logget inn som deg selv."),
        choices=(
            (
                "municipal_health",
                N_("Helsepersonell i kommunen"),
                N_("For eksempel hjemmesykepleie, helsestasjon eller skolehelsetjeneste."),
            ),
            (HOSPITAL, N_("Helsepersonell på sykehus eller hos spesialist")),
            ("gp", N_("Fastlege")),
            ("nav", N_("NAV")),
            ("child_welfare", N_("Barnevernet")),
            ("school", N_("Skole")),
            ("kindergarten", N_("Barnehage")),
            ("ppt", N_("PPT"), N_("Pedagogisk-psykologisk tjeneste.")),
            ("other", N_("En annen samarbeidspartner")),
            (RELATIVE, N_("Pårørende")),
        ),
        missing=N_("Velg hvem du er."),
    )

    def arrange_on_paper(self, situation: Situation) -> None:  # noqa: ARG002 -- of nobody's situation
        """Nobody is logged in, and no page comes after it to tell a hospital's staff where theirs goes."""
        self.notifier_type.description = N_("Velg det som passer best.")
        self.notifier_type.choices = [
            option._replace(hint=TO_THE_TRUST) if option.value == HOSPITAL else option
            for option in self.notifier_type.choices
        ]

    def stored(self) -> Saved:
        """With the role that all journeys keep: asked for nowhere here."""
        kind = self.notifier_type.data
        return {**super().stored(), "submitter_role": ROLES.get(kind, "partner") if kind else None}


class NotifiedAddressForm(AddressProtectionForm):
    """How to reach the person safely is told with their phone, and only by somebody who knows."""

    def arrange(self, situation: Situation) -> None:
        super().arrange(situation)
        self._for_notifier()
        self.address_protected.description = N_(
            "Vi spør aldri om adressen til den det gjelder. Svarer du ja, spør vi ikke om arbeidsstedet ditt heller."
        )

    def arrange_on_paper(self, situation: Situation) -> None:
        super().arrange_on_paper(situation)
        self._for_notifier()
        self.address_protected.reword(
            N_("Har %(person)s sperret adresse?"), N_("Svarer du ja, skriver du ikke arbeidsstedet ditt.")
        )

    def _for_notifier(self) -> None:
        self.address_protected.choices = [
            option._replace(label=N_("Nei, eller jeg vet ikke")) if option.value == NO else option
            for option in self.address_protected.choices
        ]
        for name in ("safe_contact", "safe_contact_person", "safe_contact_phone", "safe_contact_when"):
            del self[name]


class NotifierForm(StepForm):
    notifier_name = Fixed(
        N_("Navnet ditt"),
        hint=FROM_LOG_IN,
        value=lambda situation: situation.submitter.name,
    )
    notifier_title = Text(
        N_("Stillingen din"),
        hint=N_("For eksempel helsesykepleier."),
        missing=N_("Skriv stillingen din."),
        max_length=100,
        autocomplete="organization-title",
    )
    notifier_workplace = Text(
        N_("Arbeidsstedet ditt"),
        missing=N_("Skriv hvor du arbeider."),
        max_length=100,
        autocomplete="organization",
    )
    notifier_phone = Phone(
        N_("Telefonen din"),
        hint=N_("Så vi kan spørre deg hvis noe er uklart."),
        missing=N_("Skriv telefonnummeret ditt."),
        autocomplete="tel",
    )

    def arrange(self, situation: Situation) -> None:
        if is_relative(situation):
            del self.notifier_title, self.notifier_workplace
        elif protected(situation):
            del self.notifier_workplace
        if protected(situation):
            self.notifier_phone.description = N_("Velg et nummer som ikke røper hvor noen er.")

    def arrange_on_paper(self, situation: Situation) -> None:  # noqa: ARG002 -- of nobody's situation
        """What is known on a page has no hint on paper, so the next question carries it."""
        self.notifier_title.description = IS_SEEN


def before_notifying(situation: Situation) -> Iterable[str]:
    """That the notifier is seen; and for a hospital's staff, where theirs goes. Nobody is stopped."""
    text = situation.language.text
    yield text(IS_SEEN)
    if from_hospital(situation):
        yield text(TO_THE_TRUST)
        yield text(N_("Helseforetaket varsler også kommunen. Du kan likevel sende denne meldingen."))
