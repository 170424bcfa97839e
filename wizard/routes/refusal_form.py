"""What somebody who says no to signing may write to whoever asked them."""

from forms.fields.longtext import LongText
from forms.language import N_
from forms.stepform import StepForm

LONGEST = 1000
"""Letters, a line end being one however it is sent."""


class RefusalForm(StepForm):
    """Its page says who is written to."""

    word = LongText(N_("Vil du si noe til %(name)s?"), soft_limit=LONGEST, max_length=LONGEST)
