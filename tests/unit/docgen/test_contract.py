"""The contract's version is the number 1 and nothing that is equal to it."""

import json

import pytest
from pydantic import ValidationError

from docgen.contract import DocumentRequest
from tests.unit.docgen.asking import sample


@pytest.mark.parametrize("version", [True, False, "1", 2, None])
def test_another_version_is_refused(version: object) -> None:
    body = json.loads(sample().canonical())
    with pytest.raises(ValidationError, match="contract"):
        DocumentRequest.model_validate_json(json.dumps(body | {"contract": version}))
