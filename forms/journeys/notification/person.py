"""Whom it is about: never their address, and a phone only where it is safe to call."""

from forms.blocks import circumstances as are
from forms.blocks.age_group import FROM_16, UNBORN, age_group
from forms.blocks.own_view import OwnViewForm
from forms.blocks.subject import SubjectForm
from forms.fields.choice import Choice
from forms.fields.longtext import LongText
from forms.fields.phone import Phone
from forms.fields.yesno import NO, YesNo
from forms.journeys.notification.consent import said_yes_themselves
from forms.journeys.notification.notifier import is_relative
from forms.language import N_
from forms.question import When
from forms.situation import Situation

NOT_OF_THAT_AGE = N_("Dette passer ikke med alderen du valgte. Rett det, eller gå tilbake og rett alderen.")


class NotifiedForm(SubjectForm):
    """The age was told before, so a number or a birth date must agree with it."""

    subject_phone = Phone(
        N_("Telefonen til %(helped)s"), hint=N_("Skriv nummeret bare hvis du vet at det er trygt å ringe.")
    )
    notifier_relation = Choice(
        N_("Hva er du for %(person)s?"),
        choices=(
            ("parent", N_("Forelder")),
            ("child", N_("Sønn eller datter")),
            ("spouse", N_("Ektefelle, partner eller samboer")),
            ("sibling", N_("Bror eller søster")),
            ("other_family", N_("Annen familie")),
            ("friend", N_("Venn eller nabo")),
            ("other", N_("Noe annet")),
        ),
        missing=N_("Velg hva du er for %(person)s."),
    )

    def arrange(self, situation: Situation) -> None:
        super().arrange(situation)
        if age_group(situation) == FROM_16:
            self.words["someone"] = situation.language.text(N_("En ungdom"))
        if age_group(situation) == UNBORN:
            self.subject_no_id.settle(are.EXPECTED)
        else:
            self.subject_no_id.offer(are.BORN)
        if not is_relative(situation):
            del self.notifier_relation

    def arrange_on_paper(self, situation: Situation) -> None:
        super().arrange_on_paper(situation)
        self.notifier_relation.description = N_("Svar bare hvis du er pårørende.")

    def check(self) -> None:
        super().check()
        told, typed = self.subject_no_id.data, self.stored()
        if told in are.BORN and not are.ages_told(typed, self.situation):
            wrong = self.subject_national_id if told == are.HAS_NUMBER else self.subject_birth_date
            wrong.errors = wrong.errors or [wrong.say(NOT_OF_THAT_AGE)]


class InformedForm(OwnViewForm):
    """What the person knows and thinks; an unborn child's family is asked what it knows alone."""

    subject_informed = YesNo(
        N_("Vet %(helped)s at du melder?"), missing=N_("Svar på om %(helped)s vet at du melder.")
    )
    subject_informed_why = LongText(
        N_("Hvorfor ikke?"),
        hint=N_("Skriv kort. Kommunen må vite det før den tar kontakt."),
        missing=N_("Skriv kort hvorfor %(helped)s ikke vet det."),
        soft_limit=500,
        when=When("subject_informed", (NO,)),
    )

    def arrange(self, situation: Situation) -> None:
        super().arrange(situation)
        self._begin_with_informed()
        if said_yes_themselves(situation):
            del self.subject_informed, self.subject_informed_why
        if age_group(situation) == FROM_16:
            self.subject_view.description = N_("Skriv det slik %(person)s ville sagt det, hvis du kan.")
        if are.expected_child(situation):
            for name in {"subject_view", "capacity_note", "capacity_note_text"} & set(self._fields):
                del self[name]

    def arrange_on_paper(self, situation: Situation) -> None:
        super().arrange_on_paper(situation)
        self._begin_with_informed()
        self.subject_informed.description = N_("Svar bare hvis personen ikke har sagt ja selv.")

    def _begin_with_informed(self) -> None:
        del self.subject_knows
        first = ("subject_informed", "subject_informed_why")
        self._fields = {name: self._fields.pop(name) for name in first} | self._fields
