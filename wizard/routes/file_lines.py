"""What pages show of the files that follow a case, and whether anybody got them."""

from dataclasses import dataclass

from forms.situation import FileInfo
from wizard.cases.attaching import replaced_papers, sent_files
from wizard.cases.following import Sent
from wizard.cases.standing import lacks_file
from wizard.routes.here import assisting, language, signs, tools


@dataclass(frozen=True)
class FileLine:
    id: str
    name: str
    size: str
    replaced: bool
    """Whether it is a signed paper in whose place another was scanned."""
    waits: bool
    """Whether it is still to be screened for viruses."""
    infected: bool
    given_up: bool
    """Why nobody will ever open it: a virus was found, or it could not be screened."""
    clean: bool
    """Whether it was screened, and nothing found."""

    @property
    def not_taken(self) -> bool:
        return self.infected or self.given_up


def file_lines(found: Sent) -> list[FileLine]:
    """All that follow the form, for the office."""
    old = replaced_papers(tools(), found.case.id)
    return [_line(info, replaced=info.id in old) for info in sent_files(tools(), found)]


def own_file_lines(found: Sent) -> list[FileLine]:
    """The same for whoever sent them; none for a helper, and for whoever signed, who has them where they sign."""
    return [] if signs() or assisting() else file_lines(found)


def wants_new_copy(found: Sent, files: list[FileLine]) -> list[FileLine]:
    """Those that the office did not get; none once more was sent, or all is taken back."""
    return [one for one in files if one.not_taken] if lacks_file(found.events) else []


def _line(info: FileInfo, *, replaced: bool) -> FileLine:
    return FileLine(
        info.id,
        info.name,
        language().size(info.size),
        replaced,
        waits=info.waits,
        infected=info.infected,
        given_up=info.given_up,
        clean=info.clean,
    )
