"""What it is about, why, and what the notifier wishes to hear."""

from collections.abc import Iterator

from forms.blocks.age_group import CHILDREN, UNDER_12, age_group
from forms.blocks.circumstances import protected
from forms.blocks.wording import WordedForm
from forms.fields.choices import Choices
from forms.fields.longtext import LongText
from forms.fields.text import Text
from forms.fields.yesno import YES, YesNo
from forms.journeys.notification import consent
from forms.language import N_
from forms.situation import Situation


class AboutForm(WordedForm):
    """The municipality decides what can be notified of. No answer here tells who it is about."""

    person_known = False

    notification_about = Choices(
        N_("Hva melder du om?"),
        hint=N_("Du kan velge flere."),
        choices=(
            ("individual_plan", N_("Individuell plan"), N_("Én skriftlig plan som samler alle tjenestene.")),
            (
                "coordinator",
                N_("Koordinator"),
                N_("Én person som holder oversikten og sørger for at hjelpen henger sammen."),
            ),
            (
                "child_coordinator",
                N_("Barnekoordinator"),
                N_(
                    "For familier der et barn har alvorlig sykdom, skade eller nedsatt funksjonsevne."
                    " Også før fødselen."
                ),
            ),
            ("follow_up_team", N_("Oppfølgingsteam")),
            (
                "rehabilitation",
                N_("Habilitering eller rehabilitering"),
                N_("Å trene seg opp, eller lære noe på nytt."),
            ),
        ),
        missing=N_("Velg minst ett svar."),
    )

    def arrange(self, situation: Situation) -> None:
        super().arrange(situation)
        self.notification_about.offer(situation.municipality.notification.types)
        if age_group(situation) not in CHILDREN:
            self.notification_about.leave_out(("child_coordinator",))

    def arrange_on_paper(self, situation: Situation) -> None:
        super().arrange_on_paper(situation)
        self.notification_about.offer(situation.municipality.notification.types)


class NotifiedNeedForm(WordedForm):
    """As little as will do."""

    need_reason = LongText(
        N_("Hvorfor mener du at %(helped)s trenger dette?"),
        hint=N_("Skriv bare det som trengs for å forstå behovet."),
        missing=N_("Skriv kort hvorfor du mener det. Noen få ord er nok."),
        soft_limit=3000,
    )
    services_involved = Choices(
        N_("Hvem hjelper %(helped)s i dag?"),
        hint=N_("Velg dem du vet om. Vet du ikke, går du bare videre."),
        choices=(
            ("municipality", N_("Kommunen")),
            ("hospital", N_("Sykehus eller spesialist")),
            ("gp", N_("Fastlege")),
            ("nav", N_("NAV")),
            ("child_welfare", N_("Barnevernet")),
            ("school", N_("Skole")),
            ("kindergarten", N_("Barnehage")),
            ("ppt", N_("PPT"), N_("Pedagogisk-psykologisk tjeneste.")),
            ("volunteers", N_("Frivillige")),
            ("family", N_("Familie og venner")),
        ),
    )
    services_involved_text = LongText(
        N_("Er det noe mer vi bør vite om hjelpen?"), hint=N_("Bare det som trengs."), soft_limit=1000
    )

    def arrange(self, situation: Situation) -> None:
        super().arrange(situation)
        if protected(situation):
            del self.services_involved
        elif age_group(situation) != UNDER_12:
            self.services_involved.leave_out(("kindergarten",))


class ProposedCoordinatorForm(WordedForm):
    proposed_coordinator = Text(
        N_("Har du et forslag til koordinator?"),
        hint=N_("Skriv navn og tjeneste. Kommunen bestemmer til slutt."),
        max_length=200,
        free=True,
    )

    def arrange(self, situation: Situation) -> None:
        super().arrange(situation)
        if protected(situation):
            self.proposed_coordinator.description = N_("Skriv bare navnet. Kommunen bestemmer til slutt.")


class ReplyForm(WordedForm):
    copy_to_unit = YesNo(N_("Kopi til %(unit)s"))
    wants_reply = YesNo(
        N_("Vil du ha tilbakemelding?"), hint=N_("Du får bare svar personen har sagt ja til.")
    )

    def arrange(self, situation: Situation) -> None:
        super().arrange(situation)
        self._copied(situation)

    def arrange_on_paper(self, situation: Situation) -> None:
        super().arrange_on_paper(situation)
        self._copied(situation)

    def _copied(self, situation: Situation) -> None:
        """The municipality has settled it: it is told, and nobody chooses."""
        unit = situation.municipality.notification.copy_to
        if unit is None:
            del self.copy_to_unit
            return
        self.words["unit"] = unit
        self.copy_to_unit.settle(YES)
        self.copy_to_unit.description = how_copied(situation)


def how_copied(situation: Situation) -> str:
    """How the unit that always gets a copy gets it; empty where none does."""
    place, text = situation.municipality, situation.language.text
    unit = place.notification.copy_to
    if unit is None:
        return ""
    receives = unit == (place.notified or place.office.name)
    sentence = N_("Meldingen går rett til %(unit)s, så de har kopien de skal ha.")
    return text(sentence if receives else N_("%(unit)s får alltid kopi av meldingen."), unit=unit)


def afterwards(situation: Situation) -> Iterator[str]:
    """What the receipt says: whether more may be heard of it, and who else has it."""
    yield from consent.afterwards(situation)
    if consent.may_tell(situation) and (copied := how_copied(situation)):
        yield copied
