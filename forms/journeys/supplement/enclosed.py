"""What is sent: papers, what was promised, or news in one's own words."""

from forms.blocks import concerned
from forms.blocks.enclosed import NO_TRACES
from forms.fields.choices import Choices
from forms.fields.files import WRITTEN_TOO, Files
from forms.fields.longtext import LongText
from forms.language import N_
from forms.question import When
from forms.situation import Situation
from forms.stepform import StepForm

PAPERS, AUTHORIZATION, SIGNED, NEWS = "papers", "authorization", "signed", "news"


class EnclosedForm(StepForm):
    supplement_kinds = Choices(
        N_("Hva vil du sende?"),
        hint=N_("Du kan velge flere."),
        choices=(
            (PAPERS, N_("Papirer eller bilder"), N_("For eksempel en uttalelse fra lege eller skole.")),
            (
                AUTHORIZATION,
                N_("Fullmakt eller vergebevis"),
                N_("Papiret som viser at du kan handle for en annen."),
            ),
            (
                SIGNED,
                N_("Arket du har skrevet under på"),
                N_("Hvis du valgte å skrive under på papir da du sendte saken."),
            ),
            (NEWS, N_("Nye opplysninger"), N_("Noe som er endret, eller som kommunen ikke vet.")),
        ),
        missing=N_("Velg hva du vil sende."),
    )
    supplement_papers = Files(
        N_("Papirene eller bildene"),
        hint=N_("Et bilde tatt med telefonen er godt nok, hvis alt kan leses. Ikke send originaler."),
        missing=N_("Legg ved minst én fil, eller fjern krysset for papirer og bilder."),
        accept=WRITTEN_TOO,
        when=When("supplement_kinds", (PAPERS,)),
    )
    supplement_authorization = Files(
        N_("Fullmakten eller vergebeviset"),
        hint=N_("Et bilde tatt med telefonen er godt nok, hvis alt kan leses."),
        missing=N_("Legg ved papiret, eller fjern krysset for fullmakt og vergebevis."),
        most=5,
        when=When("supplement_kinds", (AUTHORIZATION,)),
    )
    supplement_signed = Files(
        N_("Arket med underskriften"),
        hint=N_("Ta bilde av hele arket. Underskriften og datoen må kunne leses."),
        missing=N_("Legg ved arket, eller fjern krysset for det."),
        most=5,
        when=When("supplement_kinds", (SIGNED,)),
    )
    supplement_news = LongText(
        N_("Hva er nytt?"),
        missing=N_("Skriv hva som er nytt, eller fjern krysset for nye opplysninger."),
        when=When("supplement_kinds", (NEWS,)),
    )

    def arrange(self, situation: Situation) -> None:
        case = concerned.chosen(situation)
        if case and not case.awaits_paper:
            self.supplement_kinds.leave_out((SIGNED,))
            del self.supplement_signed
        elif case:
            self.supplement_kinds.default = [SIGNED]
        if concerned.restricted(situation):
            self.supplement_papers.description = self.supplement_authorization.description = NO_TRACES


class MessageForm(StepForm):
    supplement_message = LongText(
        N_("Vil du skrive noe til kontoret?"),
        hint=N_("For eksempel hva de bør se etter i det du sender."),
        soft_limit=1000,
    )


def brings_authorization(situation: Situation) -> bool:
    """The paper lies there; a branch no longer taken brings nothing."""
    return _brings(situation, AUTHORIZATION)


def brings_signature(situation: Situation) -> bool:
    """A picture of what was signed by hand lies there."""
    return _brings(situation, SIGNED)


def _brings(situation: Situation, kind: str) -> bool:
    kinds = situation.answer("enclosed", "supplement_kinds") or ()
    return kind in kinds and bool(situation.files.get(f"supplement_{kind}"))
