"""Requests for the tests of docgen: the shipped sample, and the same with other answers."""

from collections.abc import Sequence
from pathlib import Path

from docgen.contract import Answer, AnyRequest, BlankRequest, DocumentRequest, Section
from docgen.door import read

MASTERS = Path("docgen/masters")
FILLED = ("form", "letter", "declaration")
KINDS = (*FILLED, "blank")


def sample(kind: str = "form") -> DocumentRequest:
    """The sample that lies beside the master of what was filled in."""
    return DocumentRequest.model_validate_json((MASTERS / f"{kind}.sample.json").read_bytes())


def blank_sample() -> BlankRequest:
    """The sample that lies beside the blank form's master."""
    return BlankRequest.model_validate_json((MASTERS / "blank.sample.json").read_bytes())


def any_sample(kind: str) -> AnyRequest:
    """The sample of that kind, as docgen reads it."""
    return read((MASTERS / f"{kind}.sample.json").read_bytes())


def asking(*answers: str, questions: Sequence[str] = (), **changed: object) -> DocumentRequest:
    """The sample's letterhead and labels with these answers, unsigned; ``changed`` parts of its content as well."""
    asked = [*questions, *(f"Spørsmål {number}?" for number in range(len(questions), len(answers)))]
    rows = [Answer(question=question, answer=answer) for question, answer in zip(asked, answers, strict=True)]
    parts = {
        "sections": [Section(title="Svarene", answers=rows)],
        "attachments": [],
        "declarations": [],
        **changed,
    }
    content = sample().content.model_copy(update=parts)
    return DocumentRequest(
        contract=1, content=type(content).model_validate(content.model_dump()), signatures=[], receipt=[]
    )
