"""What a complaint on paper tells before it asks: until when, who helps, and who decides."""

from collections.abc import Iterator

from docgen.contract import Told
from forms.journeys.appeal.dates import OTHERS_DEADLINE
from forms.journeys.appeal.telling import who_helps
from forms.language import N_
from forms.law.deadline import Known, appeal_deadline
from forms.law.explained import explained, how_in_time
from forms.next_steps import next_steps
from forms.situation import Situation


def told_on_paper(situation: Situation) -> Iterator[Told]:
    """Nobody counts on paper, and nobody tells on the way: the guidance that the law asks for stands first."""
    text, day, language = situation.language.text, situation.law_day, situation.language
    until = explained(appeal_deadline(Known(), day), language)
    in_time = how_in_time("paper", day, language)
    yield Told(title=text(N_("Frist for å klage")), lines=[until, in_time, text(OTHERS_DEADLINE)])
    yield Told(title=text(N_("Hjelp til å klage")), lines=list(who_helps(situation)))
    after = next_steps(situation.municipality, "appeal", day, language)
    governor = situation.municipality.county_governor
    named = text(N_("Statsforvalteren her er %(governor)s."), governor=governor)
    yield Told(title=text(N_("Dette skjer med klagen")), lines=[*after, named])
