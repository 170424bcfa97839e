"""Whether somebody has said yes, and what the notification rests on where nobody has: asked before who it is about."""

from collections.abc import Iterable

from forms.acting import role
from forms.blocks import age_group as age
from forms.blocks.circumstances import MAY_EXPECT_CHILD
from forms.blocks.wording import WordedForm
from forms.fields.choice import Choice
from forms.fields.dateparts import DateParts
from forms.fields.text import Text
from forms.journeys.notification.notifier import TREATS, is_relative, notifier
from forms.language import N_
from forms.question import When
from forms.situation import Situation

YES = ("yes_written", "yes_oral", "yes_parents", "yes_guardian", "yes_relatives")
NO, NOT_ASKED = "no", "not_asked"
OWN_YES = ("yes_written", "yes_oral")
CARE, RULE, AS_RELATIVE, NO_BASIS = "care", "authority", "relative", "none"


def consented(situation: Situation) -> bool:
    return situation.answer("consent", "subject_consents") in YES


def said_yes_themselves(situation: Situation) -> bool:
    """Then the person knows of it."""
    return situation.answer("consent", "subject_consents") in OWN_YES


def unconsented(situation: Situation) -> bool:
    return not consented(situation)


def may_tell(situation: Situation) -> bool:
    """Somebody has said yes, or there is another basis: before that, nothing of the person may be asked."""
    basis = situation.answer("legal-basis", "legal_basis_without_consent")
    return consented(situation) or basis not in {None, NO_BASIS}


def may_not_tell(situation: Situation) -> bool:
    return not may_tell(situation)


def left_nameless(situation: Situation) -> bool:
    """The notifier has said that there is no basis."""
    return bool(situation.answer("legal-basis", "legal_basis_without_consent") == NO_BASIS)


class AgeForm(WordedForm):
    """Tells who can say yes, and nothing of who it is."""

    person_known = False

    subject_age_group = Choice(
        N_("Hvor gammel er den det gjelder?"),
        hint=N_("Alderen avgjør hvem som kan si ja til at du melder."),
        choices=(
            (age.UNBORN, N_("Barnet er ikke født ennå")),
            (age.UNDER_12, N_("Under 12 år")),
            (age.FROM_12, N_("12 til 15 år")),
            (age.FROM_16, N_("16 eller 17 år")),
            (age.GROWN_UP, N_("18 år eller eldre")),
        ),
        missing=N_("Velg hvor gammel den det gjelder, er."),
    )

    def arrange(self, situation: Situation) -> None:
        super().arrange(situation)
        if role(situation) not in MAY_EXPECT_CHILD:
            self.subject_age_group.leave_out((age.UNBORN,))


class ConsentForm(WordedForm):
    """Who can say yes goes by age: parents for a child under 16, and from then on the person."""

    subject_consents = Choice(
        N_("Har noen sagt ja til at du melder?"),
        hint=N_("Uten ja kan du bare gi det taushetsplikten tillater."),
        choices=(
            ("yes_written", N_("Ja, %(person)s har sagt ja skriftlig")),
            ("yes_oral", N_("Ja, %(person)s har sagt ja muntlig")),
            (
                "yes_parents",
                N_("Ja, foreldre eller verge har sagt ja"),
                N_("Har barnevernet omsorgen, er det barnevernet som svarer."),
            ),
            ("yes_guardian", N_("Ja, vergen har sagt ja"), N_("Når oppdraget til vergen gjelder dette.")),
            (
                "yes_relatives",
                N_("Ja, pårørende har sagt ja"),
                N_("Bare når helsepersonell har vurdert at %(person)s ikke kan svare selv."),
            ),
            (NO, N_("Nei")),
            (NOT_ASKED, N_("Jeg har ikke spurt")),
        ),
        missing=N_("Velg det som stemmer. Du kan svare at du ikke har spurt."),
    )
    subject_consents_date = DateParts(
        N_("Hvilken dag var det?"),
        hint=N_("Dag, måned og år, for eksempel 14 11 2026."),
        missing=N_("Skriv dagen du fikk ja."),
        when=When("subject_consents", YES),
    )

    def arrange(self, situation: Situation) -> None:
        super().arrange(situation)
        group = age.age_group(situation)
        if group in age.PARENTS_ANSWER:
            self.subject_consents.leave_out((*OWN_YES, "yes_guardian", "yes_relatives"))
        else:
            self.subject_consents.leave_out(("yes_parents",))
        if group == age.FROM_16:
            self.subject_consents.leave_out(("yes_guardian",))
        self.subject_consents_date.latest = situation.today
        if is_relative(situation):
            self.subject_consents.description = N_("Det er fint om du har spurt først.")

    def arrange_on_paper(self, situation: Situation) -> None:
        super().arrange_on_paper(situation)
        self.subject_consents.description = N_(
            "For barn under 16 år sier foreldrene ja. Fra 16 år svarer personen selv."
            " Uten ja kan du bare gi det taushetsplikten tillater."
        )


def who_says_yes(situation: Situation) -> Iterable[str]:
    text, group = situation.language.text, age.age_group(situation)
    if group in age.PARENTS_ANSWER:
        yield text(N_("For barn under 16 år er det foreldrene som sier ja."))
    if group == age.FROM_12:
        yield text(N_("Fra 12 år kan barnet selv være part i saken. Hør også hva barnet mener."))
    if group == age.FROM_16:
        yield text(
            N_("Den som er 16 eller 17 år, svarer selv. Foreldrene trenger ikke si ja, og får ikke kopi.")
        )


def whom_to_ask(situation: Situation) -> str:
    text, office = situation.language.text, situation.municipality.office
    if office.phone:
        sentence = N_("Er du i tvil, ring %(office)s på %(phone)s. Du kan spørre uten å si hvem det gjelder.")
        return text(sentence, office=office.name, phone=office.phone)
    sentence = N_("Er du i tvil, spør %(office)s først. Du kan spørre uten å si hvem det gjelder.")
    return text(sentence, office=office.name)


class LegalBasisForm(WordedForm):
    legal_basis_without_consent = Choice(
        N_("Hva gir deg lov til å fortelle om %(person)s?"),
        choices=(
            ("danger", N_("Det er fare for liv eller helse"), N_("Er det fare for liv nå, ring 113.")),
            (
                CARE,
                N_("Opplysningene er nødvendige for å gi god helsehjelp"),
                N_("Det er annet helsepersonell som trenger dem."),
            ),
            (RULE, N_("En annen regel gir meg lov"), N_("Da skriver du hvilken.")),
            (AS_RELATIVE, N_("Jeg melder som pårørende, og ikke i jobben min")),
            (NO_BASIS, N_("Ingen av disse, eller jeg er usikker"), N_("Da ringer vi deg i stedet.")),
        ),
        missing=N_("Velg det som passer. Du kan velge det nederste."),
    )
    legal_basis_text = Text(
        N_("Hvilken regel er det?"),
        hint=N_("Plikten til å melde er ikke nok alene. Ikke skriv noe om %(person)s her."),
        missing=N_("Skriv hvilken regel det er, eller velg det nederste."),
        max_length=200,
        when=When("legal_basis_without_consent", (RULE,)),
    )

    def arrange(self, situation: Situation) -> None:
        """Who has said no to it has objected to sharing for care too."""
        super().arrange(situation)
        refused = situation.answer("consent", "subject_consents") == NO
        if refused or notifier(situation) not in TREATS:
            self.legal_basis_without_consent.leave_out((CARE,))
        if is_relative(situation):
            self.legal_basis_without_consent.leave_out((RULE,))
        else:
            self.legal_basis_without_consent.leave_out((AS_RELATIVE,))

    def arrange_on_paper(self, situation: Situation) -> None:
        super().arrange_on_paper(situation)
        self.legal_basis_without_consent.description = whom_to_ask(situation)


def warned(situation: Situation) -> Iterable[str]:
    """That nobody has said yes, and where to ask without saying who it is."""
    text = situation.language.text
    yield text(N_("Ingen har sagt ja. Vi spør ikke mer om personen før du har valgt det du bygger på."))
    yield whom_to_ask(situation)


class CallForm(WordedForm):
    """Without a basis, all that is sent is that somebody should call: nothing here can tell who it is about."""

    call_when = Choice(
        N_("Når skal vi ringe deg?"),
        choices=(
            ("any_time", N_("Når som helst i kontortiden")),
            ("morning", N_("Før klokka 12")),
            ("afternoon", N_("Etter klokka 12")),
        ),
        missing=N_("Velg når vi kan ringe deg."),
    )


def nothing_is_told(situation: Situation) -> Iterable[str]:
    text = situation.language.text
    yield text(
        N_("Meldingen sier ikke hvem det gjelder. Derfor spør vi ikke om navn eller om hva som er vanskelig.")
    )
    yield text(N_("Kommunen ringer deg. Da kan dere snakke sammen uten navn."))
    yield text(N_("Får du ja senere, kan du sende en ny melding."))


def afterwards(situation: Situation) -> Iterable[str]:
    """What is told once it is sent: of a person's case, what may be heard of it, and else that somebody calls."""
    text = situation.language.text
    if may_not_tell(situation):
        yield text(N_("Kommunen ringer deg på nummeret du har oppgitt."))
    else:
        yield text(N_("Om du får vite mer, kommer an på hva personen har sagt ja til."))
