import itertools

from hypothesis import given, settings
from hypothesis import strategies as st

from docgen.contract import Content
from forms.blocks.circumstances import BORN, EXPECTED, MAY_EXPECT_CHILD
from forms.blocks.submitter import ROLES
from forms.document import OPEN, content
from forms.fields.choices import Choices
from forms.journey import Walk
from forms.journeys.registry import journey
from forms.municipality import municipality
from forms.question import Question
from forms.situation import Situation
from tests.unit.forms.filling import first, walk_through
from tests.unit.forms.invented import STILLE, TODAY

COORDINATION = journey("coordination")
REQUESTS = (
    "individual_plan",
    "coordinator",
    "child_coordinator",
    "not_sure",
    "individual_plan coordinator not_sure",
)
ADULT, CHILD = "30873649816", "17882099989"
PLACES = ("subject_address", "rep_address", "gp", "living", "living_text", "coordinator_wish_workplace")


def here(place: str) -> Situation:
    return Situation(municipality(place), STILLE, TODAY, synthetic=True)


def questions(walk: Walk) -> list[Question]:
    return [question for step in walk.path for question in walk.form(step).questions()]


def branches() -> list[tuple[str, str, str, str, str]]:
    roles = [role[0] for role in ROLES]
    every = itertools.product(roles, ("no", "yes"), (*BORN, EXPECTED), REQUESTS, (ADULT, CHILD))
    return [
        (role, protected, kind, request, number)
        for role, protected, kind, request, number in every
        if (kind != EXPECTED or role in MAY_EXPECT_CHILD)
        and (request != "child_coordinator" or (role != "self" and (kind != "has_number" or number == CHILD)))
        and (number == ADULT or kind == "has_number")
        and (role != "self" or kind == "has_number")
    ]


def assert_whole(walk: Walk, made: Content) -> None:
    """Each question that is asked stands in the content once, in the walk's order, and nothing else does."""
    asked = [(q.say(q.label.text), q.shown(walk.now.language) or OPEN) for q in questions(walk)]
    assert [(one.question, one.answer) for section in made.sections for one in section.answers] == asked
    names = [question.name for question in questions(walk)]
    assert len(names) == len(set(names))


def test_every_branch_ends_in_content_with_all_that_was_asked() -> None:
    lengths = set()
    for role, protected, kind, request, number in branches():
        wanted = {
            "submitter_role": role,
            "staff_assistance": "yes",
            "address_protected": protected,
            "subject_no_id": kind,
            "subject_national_id": number,
            "request_types": request,
        }
        walk = walk_through(COORDINATION, here("larvik"), first(wanted))
        assert walk.unsound() == ()
        assert_whole(walk, content(walk, "V-1"))
        names = {question.name for question in questions(walk)}
        assert not (protected == "yes" and names & set(PLACES))
        assert names & {"subject_address", "safe_contact"}  # one way to reach the person, whatever the branch
        lengths.add(len(walk.path))
    assert max(lengths) <= 21


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_whatever_is_chosen_the_form_comes_to_its_end(data: st.DataObject) -> None:
    def pick(question: Question, values: list[str]) -> str:
        if isinstance(question, Choices):
            return " ".join(data.draw(st.lists(st.sampled_from(values), min_size=1, unique=True)))
        return data.draw(st.sampled_from(values)) if len(values) > 1 else values[0]

    def chosen(question: Question, values: list[str]) -> str:
        return "yes" if question.name == "staff_assistance" else pick(question, values)

    walk = walk_through(COORDINATION, here(data.draw(st.sampled_from(["larvik", "kristiansand"]))), chosen)
    assert walk.unsound() == ()
    made = content(walk, "V-1")
    assert_whole(walk, made)
    assert made.sha256() == content(walk, "V-1").sha256()
