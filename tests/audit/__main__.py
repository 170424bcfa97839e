"""Writes the SBOM to var/sbom.cdx.json, and says whether what runs has known holes."""

import sys

from tests.audit.known_holes import ask, said
from tests.audit.pins import HOUSE
from tests.audit.sbom import sbom

WHERE = HOUSE / "var" / "sbom.cdx.json"

WHERE.parent.mkdir(exist_ok=True)
WHERE.write_text(sbom(), encoding="utf-8")
print(f"What is shipped: {WHERE.relative_to(HOUSE)}")  # noqa: T201 -- a program
code, lines = said(ask())
print("\n".join(lines))  # noqa: T201 -- as above
sys.exit(code)
