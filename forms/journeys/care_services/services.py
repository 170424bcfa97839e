"""Help in general: the need, the help there is, and services that somebody thinks of."""

from typing import ClassVar

from forms.blocks.circumstances import wants_coordination
from forms.blocks.coordinator import CoordinatorForm
from forms.blocks.hanging_together import CoordinationForm
from forms.blocks.need import NeedForm
from forms.blocks.request import RequestForm
from forms.blocks.services import ServicesForm
from forms.blocks.wording import WordedForm, Wording, Words
from forms.fields.choices import Choices
from forms.fields.text import Text
from forms.language import N_
from forms.municipality import GENERAL
from forms.question import When
from forms.situation import Situation

FITS = N_("Kommunen finner ut hvilken hjelp som passer.")


def names_services(situation: Situation) -> bool:
    """Whether the municipality lets people name services; else it finds out by the need alone."""
    return not situation.municipality.describe_need_only


def offers_more(situation: Situation) -> bool:
    """Whether the municipality has one form for all: then a plan and a coordinator may be asked for here too."""
    return situation.municipality.one_form


def may_wish(situation: Situation) -> bool:
    """Where somebody may wish for a coordinator whatever they apply for, or asks for coordination."""
    return situation.municipality.coordinator_wish or wants_coordination(situation)


class CareRequestForm(RequestForm):
    """Help in general is chosen beforehand; a plan and a coordinator may be added to it, or asked for alone."""

    def arrange(self, situation: Situation) -> None:
        super().arrange(situation)
        self.request_types.default = [GENERAL]
        self._say_what_follows()

    def _say_what_follows(self) -> None:
        self.request_types.choices = [
            option._replace(hint=FITS) if option.value == GENERAL else option
            for option in self.request_types.choices
        ]

    def arrange_on_paper(self, situation: Situation) -> None:
        super().arrange_on_paper(situation)
        self._say_what_follows()
        if not offers_more(situation):
            self.ask_nothing()


class CareCoordinationForm(CoordinationForm):
    def arrange_on_paper(self, situation: Situation) -> None:
        super().arrange_on_paper(situation)
        if not offers_more(situation):
            self.ask_nothing()


class CareCoordinatorForm(CoordinatorForm):
    def arrange_on_paper(self, situation: Situation) -> None:
        super().arrange_on_paper(situation)
        if not (offers_more(situation) or situation.municipality.coordinator_wish):
            self.ask_nothing()


class CareNeedForm(NeedForm):
    """What it is about is asked for in a step of its own where there is more than one answer."""

    request_types = Choices(
        N_("Hva gjelder %(form)s?"), choices=((GENERAL, N_("Helse- og omsorgstjenester")),)
    )

    def arrange(self, situation: Situation) -> None:
        super().arrange(situation)
        self._tell(situation)

    def arrange_on_paper(self, situation: Situation) -> None:
        super().arrange_on_paper(situation)
        self._tell(situation)

    def _tell(self, situation: Situation) -> None:
        """It stands first, and the rest of the page in its own order."""
        if offers_more(situation):
            del self.request_types
            return
        self.request_types.settle(GENERAL)
        self.request_types.description = FITS
        self._fields = {"request_types": self._fields.pop("request_types"), **self._fields}


class CareServicesForm(ServicesForm):
    """Where the need alone is asked for, not even an example names a service.

    What is needed from several places is asked there of whoever wants it coordinated.
    """

    def arrange(self, situation: Situation) -> None:
        super().arrange(situation)
        self._name_nothing(situation)
        if not (names_services(situation) or wants_coordination(situation)):
            del self.services_needed_text

    def arrange_on_paper(self, situation: Situation) -> None:
        super().arrange_on_paper(situation)
        self._name_nothing(situation)
        if names_services(situation):
            return
        if offers_more(situation):
            self.services_needed_text.description = N_(
                "Svar hvis du søker om plan eller koordinator, eller er usikker. Skriv det du vet."
            )
        else:
            del self.services_needed_text

    def _name_nothing(self, situation: Situation) -> None:
        if not names_services(situation):
            self.current_services.choices = [
                option._replace(hint="") if option.value == "municipality" else option
                for option in self.current_services.choices
            ]


class ServicesWantedForm(WordedForm):
    """Never required, and never the office's limit: it decides by the need."""

    services_wanted = Choices(
        N_("Er det noe av dette du tenker på?"),
        hint=N_("Du kan velge flere, eller ingen. Kommunen ser på behovet ditt uansett hva du velger."),
        choices=(
            ("home_nursing", N_("Hjemmesykepleie")),
            (
                "practical_assistance",
                N_("Praktisk hjelp hjemme"),
                N_("For eksempel rengjøring eller innkjøp."),
            ),
            ("meals", N_("Mat levert hjem")),
            ("safety_alarm", N_("Trygghetsalarm")),
            ("respite_care", N_("Avlastning"), N_("Et pusterom for deg som har mye omsorg for noen.")),
            ("carers_allowance", N_("Omsorgsstønad"), N_("Betaling til en pårørende som gir mye omsorg.")),
            ("support_contact", N_("Støttekontakt"), N_("En som er sammen med deg i fritiden.")),
            (
                "user_controlled_personal_assistance",
                N_("Brukerstyrt personlig assistanse (BPA)"),
                N_("Du bestemmer selv hvem som hjelper deg, og når."),
            ),
            ("day_activity", N_("Dagaktivitet")),
            ("therapy", N_("Ergoterapi eller fysioterapi")),
            (
                "rehabilitation",
                N_("Habilitering eller rehabilitering"),
                N_("Å trene seg opp, eller lære noe på nytt."),
            ),
            ("mental_health", N_("Psykisk helse")),
            ("substance_use", N_("Hjelp med rus")),
            ("short_stay", N_("Korttidsopphold")),
            ("care_home", N_("Omsorgsbolig eller sykehjem")),
            ("other", N_("Noe annet")),
            ("not_known", N_("Jeg vet ikke")),
        ),
    )
    services_wanted_other = Text(
        N_("Hva tenker du på?"), max_length=200, free=True, when=When("services_wanted", ("other",))
    )
    for_others: ClassVar[Words] = {
        "services_wanted": Wording(
            N_("Er det noe av dette du tenker på?"),
            N_("Du kan velge flere, eller ingen. Kommunen ser på behovet uansett hva du velger."),
        ),
    }

    def arrange_on_paper(self, situation: Situation) -> None:
        super().arrange_on_paper(situation)
        if not names_services(situation):
            self.ask_nothing()
