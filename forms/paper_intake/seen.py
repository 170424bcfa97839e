"""What a case that came on paper tells at once: whom it is about, who sent it, when it came, and what lacks."""

from collections.abc import Iterator

from forms.acting import ROLES
from forms.blocks.circumstances import OF_AGE, PARENTS_DECIDE_TO, nothing_home
from forms.blocks.safe_place import no_letter_home
from forms.blocks.submitter import SAFE_BY_LETTER
from forms.fields.yesno import YES
from forms.journey import Note
from forms.journeys.appeal.circumstances import decided_by, elsewhere
from forms.journeys.appeal.letter import PASSED_ON
from forms.journeys.appeal.telling import where_sent
from forms.language import N_
from forms.marks import BY_LETTER, CHILD_WRITES, MARKS, NO_AUTHORIZATION, ON_PAPER, PARENTS_NOT_TOLD
from forms.naming import POWER_OF_ATTORNEY
from forms.paper_intake import elsewhere as another
from forms.paper_intake.days import BY_HAND, arrived_on, handed_over_on
from forms.paper_intake.papers import by_mark, witness
from forms.paper_intake.person import LETTER, expected, full_name, hides_places, possible_ages
from forms.paper_intake.sender import SELF, lacks_authorization, sent_by
from forms.paper_intake.unread import unread
from forms.situation import Situation

FOR_YOU, FOR_NAME = N_("For deg"), N_("For %(name)s")


def notes(situation: Situation, what: tuple[str, ...] = ()) -> Iterator[Note]:
    """``what`` could not be read beside what every form has: source texts."""
    text = situation.language.text
    yield Note(text(N_("Gjelder")), full_name(situation))
    yield Note(text(N_("Sendt av")), _sender(situation))
    yield Note(text(MARKS[ON_PAPER]), _came(situation), ON_PAPER)
    if _by_letter(situation):
        yield Note(text(MARKS[BY_LETTER]), text(N_("Ikke send svaret digitalt.")), BY_LETTER)
    if lacks_authorization(situation):
        yield Note(text(MARKS[NO_AUTHORIZATION]), text(N_("Er ikke lagt ved.")), NO_AUTHORIZATION)
    if child_writes(situation):
        yield Note(text(MARKS[CHILD_WRITES]), text(N_("Snakk med barnet først.")), CHILD_WRITES)
        if situation.answer("young", "parents_may_know") != YES:
            yield Note(text(N_("Foreldrene")), text(MARKS[PARENTS_NOT_TOLD]), PARENTS_NOT_TOLD)
    yield from no_letter_home(situation)
    yield from another.notes(situation)
    lacks_witness = by_mark(situation) and not witness(situation)
    yield from unread(situation, (*what, *((N_("vitnet"),) if lacks_witness else ())))
    if restricted(situation):
        yield Note(text(N_("Skjermet")), text(N_("Begrens hvem som får se saken.")))


def _by_letter(situation: Situation) -> bool:
    """Not where no letter may come home, or the safe way that was told is another (pbrl § 3-4)."""
    safe = situation.answer("address-protection", "safe_contact")
    other_way = nothing_home(situation) or (hides_places(situation) and safe != SAFE_BY_LETTER)
    return situation.answer("subject", "answer_by") == LETTER and not other_way


def complaint_notes(situation: Situation) -> Iterator[Note]:
    """Also where the office must pass it on to, since somebody else answered."""
    yield from notes(situation)
    if elsewhere(situation):
        passed_on = situation.language.text(N_("Sendes videre"))
        yield Note(passed_on, where_sent(situation), PASSED_ON[decided_by(situation)])


def _sender(situation: Situation) -> str:
    text = situation.language.text
    role = text(ROLES[sent_by(situation)])
    name = situation.answer("sender", "sender_name")
    if sent_by(situation) == SELF or not name:
        return role
    return text(N_("%(name)s, %(role)s"), name=name, role=role)


def _came(situation: Situation) -> str:
    """The two days that may count."""
    language, text = situation.language, situation.language.text
    arrived, posted = arrived_on(situation), handed_over_on(situation)
    if arrived is None:
        return ""
    if situation.answer("days", "came_by") == BY_HAND:
        return text(N_("Levert %(date)s."), date=language.date(arrived))
    if posted is None:
        return text(
            N_("Kom i posten %(date)s. Datoen på stempelet er ikke skrevet inn."), date=language.date(arrived)
        )
    both = N_("Kom i posten %(date)s. Stemplet %(posted)s.")
    return text(both, date=language.date(arrived), posted=language.date(posted))


def signer(situation: Situation) -> tuple[str, str]:
    """The name of whoever sent it, and as what."""
    by = sent_by(situation)
    own = by == SELF or situation.naming == POWER_OF_ATTORNEY  # nobody signs that for its giver
    name = full_name(situation) if own else situation.answer("sender", "sender_name")
    by = SELF if own else by
    return name, situation.language.text(ROLES[by])


def child_writes(situation: Situation) -> bool:
    """Somebody for whom the parents decide sent it alone. A number that allows two ages is no child's for sure."""
    told = _own_ages(situation)
    return bool(told) and max(told) < PARENTS_DECIDE_TO


def may_hide_at_home(situation: Situation) -> bool:
    """Somebody under 18 sent it alone, and it tells of no protected address, which has a safe way of its own."""
    told = _own_ages(situation)
    return bool(told) and max(told) < OF_AGE and not hides_places(situation)


def _own_ages(situation: Situation) -> tuple[int, ...]:
    """The ages that whoever sent it for themselves may have; none where another sent it, or nothing tells."""
    if sent_by(situation) != SELF:
        return ()
    return possible_ages(situation)


def restricted(situation: Situation) -> bool:
    """It tells of a protected address, or belongs to somebody who told of one here before."""
    return hides_places(situation) or any(one.known_restricted for one in situation.sent)


def about(situation: Situation) -> str:
    """For whom it is, by the first name alone."""
    text = situation.language.text
    if sent_by(situation) == SELF:
        return text(FOR_YOU)
    if expected(situation):
        return text(N_("For et barn som ikke er født ennå"))
    name = situation.answer("subject", "subject_given_name")
    return text(FOR_NAME, name=name) if name else ""
