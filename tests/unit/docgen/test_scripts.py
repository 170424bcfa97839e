"""Languages that people in Norway write, in their own letters."""

import pytest

from docgen.contract import printable
from docgen.make import settled
from tests.unit.docgen.asking import asking


@pytest.mark.parametrize(
    "written", ["བོད་ཡིག ང་ལ་རོགས་རམ་དགོས།", "ମୋତେ ସାହାଯ୍ୟ ଦରକାର।", "އަހަރެންނަށް އެހީއެއް ބޭނުން.", "ⵔⵉⵖ ⵜⵉⵡⵉⵙⵉ."]
)
def test_tibetan_odia_dhivehi_and_tamazight_are_set_in_their_own_letters(written: str) -> None:
    request = asking(printable(written))
    data, _ = settled(request)
    assert data["content"] == request.content.model_dump(mode="json")
    assert data["replaced"] == []
