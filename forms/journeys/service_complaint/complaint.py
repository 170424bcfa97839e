"""What went wrong, where it goes, and what else it may be."""

from forms.blocks.wording import WordedForm
from forms.fields.choice import Choice
from forms.fields.choices import Choices
from forms.fields.longtext import LongText
from forms.fields.text import Text
from forms.fields.yesno import NO, YES, YesNo
from forms.journeys.service_complaint.circumstances import COORDINATOR, MUNICIPALITY, place_may_be_told
from forms.journeys.service_complaint.telling import whom_to_report_to
from forms.language import N_
from forms.question import When
from forms.situation import Situation
from forms.stepform import StepForm


class HarmForm(StepForm):
    harm = YesNo(
        N_("Ble noen alvorlig skadet, eller døde noen?"),
        hint=N_("Da finnes det en egen vei i tillegg. Den viser vi deg på neste side."),
        missing=N_("Svar ja eller nei."),
    )

    def arrange_on_paper(self, situation: Situation) -> None:
        """There is no page after it that could tell more."""
        self.words["whom"] = ", ".join(whom_to_report_to(situation))
        self.harm.description = N_("Da kan du også melde fra direkte til: %(whom)s.")


class AboutForm(WordedForm):
    about = Choices(
        N_("Hva gjelder %(form)s?"),
        hint=N_("Du kan velge flere."),
        choices=(
            ("missed", N_("Hjelpen kom ikke")),
            ("time", N_("Hjelpen kom til feil tid")),
            ("quality", N_("Hjelpen var ikke god nok")),
            ("conduct", N_("Måten noen oppførte seg på")),
            ("information", N_("Informasjonen")),
            ("participation", N_("Å bli hørt og være med på å bestemme")),
            ("privacy", N_("Personvern"), N_("Hvordan opplysninger blir brukt.")),
            ("other", N_("Noe annet")),
        ),
        missing=N_("Velg minst ett svar."),
    )
    service_unit = Text(
        N_("Hvilken tjeneste gjelder det?"),
        hint=N_("For eksempel hjemmetjenesten."),
        missing=N_("Skriv hvilken tjeneste det gjelder."),
        free=True,
    )
    when = Text(N_("Når skjedde det?"), hint=N_("For eksempel en dato, eller hver kveld i to uker."))
    where = Text(N_("Hvor skjedde det?"), free=True)

    def arrange(self, situation: Situation) -> None:
        super().arrange(situation)
        if not place_may_be_told(situation):
            del self.where


class HappenedForm(WordedForm):
    what_happened = LongText(
        N_("Hva er du misfornøyd med?"),
        hint=N_("Fortell hva som skjedde. Du trenger ikke skrive navn på ansatte."),
        missing=N_("Skriv litt om hva du er misfornøyd med."),
    )
    change_wanted = LongText(
        N_("Hva vil du skal endres?"),
        hint=N_("Vet du det ikke ennå, kan du sende %(form)s likevel."),
    )
    tried_already = Text(
        N_("Har du tatt det opp med noen?"), hint=N_("Skriv gjerne hvem, og hva de svarte."), free=True
    )


class RightsForm(StepForm):
    also_rights = Choice(
        N_("Gjelder klagen også noe du har rett til, men ikke får?"),
        hint=N_("Klagen går videre hvis kommunen er uenig, også om du er usikker."),
        choices=((YES, N_("Ja")), (NO, N_("Nei")), ("unsure", N_("Jeg er usikker"))),
        missing=N_("Svar ja, nei eller at du er usikker."),
    )


ONLY_BY_NAME = N_(
    "Her er du logget inn, så klagen får navnet ditt. Vil du være anonym, må du ringe eller sende på papir."
    " Svar nei hvis du vil gå videre her."
)


class RecipientForm(StepForm):
    send_to = Choice(
        N_("Hvem skal få klagen?"),
        choices=((MUNICIPALITY, N_("Kommunen")), (COORDINATOR, N_("Koordinatoren min"))),
        missing=N_("Velg hvem som skal få klagen."),
    )
    conflict_with_coordinator = YesNo(
        N_("Gjelder klagen koordinatoren?"),
        hint=N_("Da går den til kommunen, ikke til koordinatoren."),
        missing=N_("Svar ja eller nei."),
        when=When("send_to", (COORDINATOR,)),
    )
    coordinator_name = Text(
        N_("Hva heter koordinatoren?"),
        max_length=100,
        when=When("conflict_with_coordinator", (NO,)),
    )
    anonymous = YesNo(
        N_("Vil du være anonym?"),
        hint=N_("Da kan vi ikke svare deg eller sende saken videre."),
        missing=N_("Svar ja eller nei."),
    )

    def arrange(self, situation: Situation) -> None:
        policy = situation.municipality.service_complaint
        if len(policy.send_to) == 1:
            self.send_to.settle(policy.send_to[0])
        if COORDINATOR not in policy.send_to:
            del self.conflict_with_coordinator, self.coordinator_name
        if not policy.anonymous:
            del self.anonymous

    def arrange_on_paper(self, situation: Situation) -> None:
        self.arrange(situation)

    def check(self) -> None:
        """Whoever is logged in is known: that is said before anything is sent, with the ways that are open."""
        if "anonymous" in self and self.anonymous.data == YES:
            self.anonymous.errors = [self.anonymous.say(ONLY_BY_NAME)]
