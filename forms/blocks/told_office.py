"""What is taken back without a form of ours, by word of mouth or on a paper: what the office writes down of it."""

from forms.blocks.from_when import AT_ONCE, LATER
from forms.language import N_

ORAL, ON_PAPER = "oral", "on_paper"
"""How it was taken back."""
TOLD_US = (ORAL, ON_PAPER)
BY_PAPER = N_("På et papir som kom til oss")
BY = N_("Skriv navnet på den som sa det, eller som skrev under på papiret.")
DAY, NO_DAY = N_("Hvilken dag fikk dere vite det?"), N_("Skriv dagen dere fikk vite det.")
FROM_WHEN = N_("Fra når er det trukket?")
SINCE_TOLD = (
    (AT_ONCE, N_("Fra dere fikk vite det")),
    (LATER, N_("Fra en senere dag")),
)


def how(of_paper: str) -> tuple[tuple[str, ...], ...]:
    """The ways to choose from; ``of_paper`` is said of a paper, as a source text."""
    return ((ORAL, N_("Muntlig")), (ON_PAPER, BY_PAPER, of_paper))
