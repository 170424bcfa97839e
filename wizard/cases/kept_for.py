"""How long a case is kept: by its municipality's figures for its form."""

from forms.municipality import municipality
from forms.retention import Figures
from wizard.cases.finding import CaseRow
from wizard.tools import Tools


def kept_for(tools: Tools, case: CaseRow) -> Figures:
    return municipality(case.municipality, tools.settings.municipalities).retention.of(case.journey)
