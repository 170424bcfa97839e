"""What the office may write to whoever sent a paper that belongs to another municipality."""

from forms.paper_intake.elsewhere import letter
from wizard.cases.about import walk_of
from wizard.cases.drafts import Reader
from wizard.cases.following import Sent
from wizard.catalogues import language_of
from wizard.routes.here import tools, visitor


def letter_lines(found: Sent) -> list[str]:
    """Sentences in the language of the form; nothing for what belongs here."""
    if not found.case.on_paper:
        return []
    written = language_of(found.request.content.language)
    walk = walk_of(tools(), found.case, Reader(visitor().person, written, visitor().account_id))
    return list(letter(walk.now)) if walk else []
