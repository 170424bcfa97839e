"""Yes to sharing: between which services, about what, why, and for how long."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import ClassVar

from forms.blocks.circumstances import for_other
from forms.blocks.wording import WordedForm, Wording, Words
from forms.fields.choices import Choices
from forms.fields.dateparts import DateParts
from forms.fields.fixed import Fixed
from forms.fields.longtext import LongText
from forms.fields.text import Text
from forms.language import N_
from forms.question import When
from forms.situation import Situation

OTHERS = "others"
SERVICES = (
    ("home_care", N_("Hjemmetjenesten")),
    ("gp", N_("Fastlegen")),
    ("hospital", N_("Sykehuset"), N_("Skriv avdelingen under.")),
    ("mental_health", N_("Tjenesten for psykisk helse og rus")),
    ("nav", N_("NAV")),
    ("child_welfare", N_("Barnevernet")),
    ("school", N_("Skolen")),
    ("kindergarten", N_("Barnehagen")),
    ("ppt", N_("PPT"), N_("Pedagogisk-psykologisk tjeneste.")),
    ("health_station", N_("Helsestasjonen eller skolehelsetjenesten")),
    ("relatives", N_("Pårørende"), N_("De er ingen tjeneste, men kan velges likevel.")),
    (OTHERS, N_("Andre")),
)
NAMED = ("hospital", OTHERS)
"""Of these one must know which."""

IF_NO = N_(
    "Du får fortsatt vurdert hva du trenger, og mister ingen hjelp. Men det kan ta lengre tid, og du må kanskje"
    " fortelle det samme flere ganger."
)
IF_NO_FOR_OTHERS = N_(
    "Kommunen vurderer fortsatt hva som trengs, og ingen mister hjelp. Men det kan ta lengre tid, og dere må kanskje"
    " fortelle det samme flere ganger."
)

PURPOSE = N_("Tjenestene skal planlegge og samordne hjelpen.")
"""What is proposed."""


class ServicesForm(WordedForm):
    """Services, never persons: whoever works there changes. The same on both sides may be two of its departments."""

    share_from = Choices(
        N_("Hvem kan gi opplysninger?"),
        hint=N_("Velg tjenesten, ikke en ansatt som arbeider der."),
        choices=SERVICES,
        missing=N_("Velg minst én tjeneste som kan gi opplysninger."),
    )
    share_from_text = Text(
        N_("Hvilken avdeling, eller hvilke andre?"),
        missing=N_("Skriv hvilken avdeling eller hvilke andre."),
        free=True,
        when=When("share_from", NAMED),
    )
    share_to = Choices(
        N_("Hvem kan få opplysningene?"),
        hint=N_("Velg bare dem som trenger det. Det kan være de samme tjenestene."),
        choices=SERVICES,
        missing=N_("Velg minst én tjeneste som kan få opplysningene."),
    )
    share_to_text = Text(
        N_("Hvilken avdeling, eller hvilke andre, kan få dem?"),
        missing=N_("Skriv hvilken avdeling eller hvilke andre som kan få dem."),
        free=True,
        when=When("share_to", NAMED),
    )


def asks_back(situation: Situation) -> Iterator[str]:
    """Two departments of one service may share, and it may be a slip: who chose it is asked, and not stopped."""
    services = ServicesForm(situation, None, situation.answers.get("sharing"))
    one = services.share_from.data
    if len(one) == 1 and one == services.share_to.data and one[0] not in NAMED:
        sentence = N_(
            "Du har bare valgt %(service)s på begge sider. Er det to avdelinger, skriver du hvilke her. Ellers går du"
            " tilbake og velger hvem andre som skal få opplysningene."
        )
        yield services.say(sentence, service=services.share_to.shown(situation.language))


class TopicsForm(WordedForm):
    topics = LongText(
        N_("Hva kan de dele?"),
        hint=N_("For eksempel hvilken hjelp du får, og hva du synes er vanskelig."),
        missing=N_("Skriv hva tjenestene kan dele."),
    )
    topics_excluded = LongText(
        N_("Hva skal de ikke dele?"), hint=N_("Skriv det du vil holde utenfor. Du trenger ikke si hvorfor.")
    )
    purpose = LongText(
        N_("Hvorfor skal de dele?"),
        hint=N_("Vi har skrevet et forslag. Du kan endre det."),
        missing=N_("Skriv hvorfor tjenestene skal dele."),
        soft_limit=500,
    )
    persons_excluded = Text(
        N_("Er det noen som ikke skal få vite noe?"),
        hint=N_("Skriv hvem. Da ser bare noen få på kontoret det du skriver."),
        free=True,
    )
    for_others: ClassVar[Words] = {
        "topics": Wording(N_("Hva kan de dele?"), N_("For eksempel hvilken hjelp %(helped)s får.")),
    }

    def arrange(self, situation: Situation) -> None:
        super().arrange(situation)
        self.purpose.default = self.say(PURPOSE)

    def arrange_on_paper(self, situation: Situation) -> None:
        """What would stand in the box already is printed over it."""
        super().arrange_on_paper(situation)
        self.words["purpose"] = self.say(PURPOSE)
        self.purpose.description = N_(
            "Vårt forslag: «%(purpose)s» Lar du feltet stå tomt, gjelder det. Skriv her hvis du vil ha noe annet."
        )


class DurationForm(WordedForm):
    """At most a year: then it is asked anew."""

    valid_to = DateParts(
        N_("Siste dag tjenestene kan dele"),
        hint=N_("Det kan være kortere tid, men ikke mer enn ett år. Så spør vi på nytt."),
        missing=N_("Skriv siste dag tjenestene kan dele."),
    )
    consequence_shown = Fixed(
        N_("Dette skjer hvis du sier nei til deling"),
        value=lambda situation: situation.language.text(if_no(situation)),
    )
    for_others: ClassVar[Words] = {
        "consequence_shown": Wording(N_("Dette skjer hvis svaret er nei til deling")),
    }

    def arrange(self, situation: Situation) -> None:
        super().arrange(situation)
        self.valid_to.earliest = situation.today + timedelta(days=1)
        self.valid_to.latest = self.valid_to.default = in_a_year(situation.today)


def in_a_year(day: date) -> date:
    """The same day next year; of a leap day, the day before the first of March."""
    try:
        return day.replace(year=day.year + 1)
    except ValueError:
        return day.replace(year=day.year + 1, day=28)


def if_no(situation: Situation) -> str:
    """What follows of a no, as a source text."""
    return IF_NO_FOR_OTHERS if for_other(situation) else IF_NO
