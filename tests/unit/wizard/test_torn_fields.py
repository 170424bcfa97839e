"""A Word file that fetches: its field is harmless only if all is read, or something else than a field fetches."""

import pytest

from tests.sendable import BODY, OFFICE, PACKAGE, TEXT, TYPES, relations, word
from tests.unit.wizard.unfit import why_unfit
from wizard.uploads.kinds import ACTIVE, BROKEN, FETCHES
from wizard.uploads.word import look_through

MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
FETCH = 'INCLUDEPICTURE "http://example.no/x.png" \\d'
HARMLESS, FETCHING = (f"<w:instrText>{code}</w:instrText>" for code in ("PAGE ", FETCH))
DELETED = "<w:delInstrText>PAGE </w:delInstrText>"
OTHERS = '<x:instrText xmlns:x="urn:x">PAGE </x:instrText>'


def mark(kind: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


BEGIN, SEPARATE, END = (mark(kind) for kind in ("begin", "separate", "end"))


def run(inside: str) -> str:
    return f"<w:r>{inside}</w:r>"


def choice(first: str, second: str) -> str:
    return (
        f'<mc:AlternateContent {MC}><mc:Choice Requires="w99" xmlns:w99="urn:x">{first}</mc:Choice>'
        f"<mc:Fallback>{second}</mc:Fallback></mc:AlternateContent>"
    )


def change(kind: str, inside: str) -> str:
    return f'<w:{kind} w:id="1" w:author="a">{inside}</w:{kind}>'


def control(inside: str, bound: str = "") -> str:
    return f"<w:sdt><w:sdtPr>{bound}</w:sdtPr><w:sdtContent>{inside}</w:sdtContent></w:sdt>"


def box(inside: str) -> str:
    shape = f'<v:textbox xmlns:v="urn:schemas-microsoft-com:vml"><w:txbxContent>{inside}</w:txbxContent></v:textbox>'
    return run(f"<w:pict>{shape}</w:pict>")


def field(inside: str) -> str:
    return f"<w:p>{BEGIN}{inside}{END}</w:p>"


SIMPLE = f"<w:fldSimple w:instr='{FETCH}'/>"
SHOWN = run("<w:t>1</w:t>")
PAGE = f"{BEGIN}{run(HARMLESS)}{SEPARATE}{SHOWN}{END}"
TORN = {
    "in a branch": field(run(choice(HARMLESS, FETCHING))),
    "in a branch around the run": field(choice(run(HARMLESS), "") + run(FETCHING)),
    "in a branch that begins it": f"<w:p>{choice(BEGIN + run(HARMLESS), BEGIN)}{run(FETCHING)}{END}</w:p>",
    "ended in a branch": f"<w:p>{BEGIN}{run(HARMLESS)}{BEGIN}{choice(END, '')}{run(FETCHING)}{END}{END}</w:p>",
    "shown in a branch": field(choice(SEPARATE, "") + run(f"<w:t>{FETCH}</w:t>")),
    "a whole one in a branch": f"<w:p>{choice('', SIMPLE)}</w:p>",
    "deleted": field(change("del", run(DELETED)) + run(FETCHING)),
    "deleted without a sign": field(run(DELETED) + run(FETCHING)),
    "deleted as live": field(change("del", run(HARMLESS)) + run(FETCHING)),
    "moved away": field(change("moveFrom", run(HARMLESS)) + run(FETCHING)),
    "put in": field(change("ins", run(HARMLESS)) + run(FETCHING)),
    "put in and deleted": field(change("ins", change("del", run(DELETED))) + run(FETCHING)),
    "an end that was deleted": f"<w:p>{BEGIN}{run(HARMLESS)}{BEGIN}{change('del', END)}{run(FETCHING)}{END}{END}</w:p>",
    "of another's name": field(run(OTHERS + FETCHING)),
    "in another's element": field(f'<x:a xmlns:x="urn:x">{run(HARMLESS)}</x:a>{run(FETCHING)}'),
    "in a box": field(box(f"<w:p>{run(HARMLESS)}</w:p>") + run(FETCHING)),
    "in a bound control": field(control(run(HARMLESS), '<w:dataBinding w:xpath="/a"/>') + run(FETCHING)),
    "in no run": field(HARMLESS + run(FETCHING)),
    "after an element": field(run(f'<w:instrText><x:a xmlns:x="urn:x"/>{FETCH}</w:instrText>')),
    "as plain text": field(run(f"<w:t>{FETCH}</w:t>")),
    "in two, the first as text": field(
        run("<w:t>INCLUDEPICTURE</w:t>") + run('<w:instrText>"a"</w:instrText>')
    ),
    "a border of no kind": f"<w:p>{BEGIN}{run(HARMLESS)}{BEGIN}{mark('over')}{run(FETCHING)}{END}{END}</w:p>",
    "a border of another's kind": field(
        f'{run(HARMLESS)}{BEGIN}<w:r><w:fldChar x:fldCharType="end" xmlns:x="urn:x"/></w:r>{run(FETCHING)}{END}'
    ),
    "with another's attribute": f"<w:p><w:fldSimple w:instr='{FETCH}' x:instr='PAGE' xmlns:x='urn:x'/></w:p>",
    "with letters by number": "<w:p><w:fldSimple w:instr='&#73;NCLUDETEXT &quot;a&quot;'/></w:p>",
    "begun in a simple one": f"<w:p><w:fldSimple w:instr='PAGE'>{BEGIN}</w:fldSimple>{SHOWN}{END}</w:p>",
    "built by another": field(
        f"{BEGIN}{run('<w:instrText>QUOTE DDE</w:instrText>')}{SEPARATE}{END}{run(FETCHING)}"
    ),
    "the first word quoted": field(run('<w:instrText>"DDEAUTO" a b</w:instrText>')),
    "inside a condition": field(run("<w:instrText>IF 1 = 1 </w:instrText>") + f"{BEGIN}{run(FETCHING)}{END}"),
    "a tip that ends early": field(run('<w:instrText>HYPERLINK \\o "x\\" \\o " file:///y</w:instrText>')),
    "a link to a share": field(run('<w:instrText>HYPERLINK "\\\\\\\\example.no\\\\a"</w:instrText>')),
    "of another edition's": field(run(f'<s:instrText xmlns:s="{STRICT}">{FETCH}</s:instrText>')),
}


def settings(inside: str) -> bytes:
    return word({"word/settings.xml": BODY.replace("w:body", "w:settings") % inside})


def drawn(attributes: str, name: str = "imagedata") -> bytes:
    spaces = 'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
    return word(body=f"<w:p><w:r><w:pict><v:{name} {spaces} {attributes}/></w:pict></w:r></w:p>")


def svg(inside: str) -> bytes:
    more = '<Default Extension="svg" ContentType="image/svg+xml"/></Types>'
    picture = f'<svg xmlns="http://www.w3.org/2000/svg" xmlns:l="http://www.w3.org/1999/xlink">{inside}</svg>'
    return word({"[Content_Types].xml": TYPES.replace("</Types>", more), "word/media/a.svg": picture})


def related(attributes: str) -> bytes:
    told = f'<Relationship Id="r" {attributes} xmlns:x="urn:x"/>'
    return word(
        {
            "word/_rels/document.xml.rels": f'<Relationships xmlns="{PACKAGE}/relationships">{told}</Relationships>'
        }
    )


BEGINS = ("officeDocument", "word/document.xml", "")
TWICE = '<Override PartName="/WORD/document.xml" ContentType="image/png"/></Types>'
OTHERWISE = {
    "mail merge": (settings('<w:mailMerge><w:connectString w:val="a"/><w:query w:val="b"/></w:mailMerge>'), FETCHES),
    "a picture of the net": (drawn('src="http://example.no/a.png"'), FETCHES),
    "a picture of a share": (drawn('r:id="r" o:href="\\\\example.no\\a" xmlns:r="urn:r"'), FETCHES),
    "a filling of the net": (drawn('src="http://example.no/a.png"', "fill"), FETCHES),
    "a shape that leads to a program": (drawn('href="file:///c:/a.exe"', "shape"), FETCHES),
    "a film": (word(body='<w:p><y:webVideoPr xmlns:y="urn:y" embeddedHtml="a"/></w:p>'), FETCHES),
    "a schema with a program": (
        settings('<s:schema xmlns:s="urn:s" s:manifestLocation="http://example.no"/>'), FETCHES,
    ),
    "a drawing with a picture of the net": (svg('<image l:href="http://example.no/a.png"/>'), FETCHES),
    "a drawing with a script": (svg("<script>a()</script>"), FETCHES),
    "a drawing with rules of the net": (svg("<style>@import 'http://example.no/a.css';</style>"), FETCHES),
    "a drawing filled from the net": (svg('<rect style="fill:url(http://example.no/a)"/>'), FETCHES),
    "an attribute that hides another": (
        related(f'Type="{OFFICE}/image" Target="a.png" TargetMode="External" x:TargetMode="Internal"'), FETCHES,
    ),
    "inside by its word": (related(f'Type="{OFFICE}/image" Target="http://example.no/a.png"'), FETCHES),
    "a kind with a space": (related(f'Type="{OFFICE}/attachedTemplate " Target="a" TargetMode="External "'), FETCHES),
    "a program beside it": (
        word({"_rels/.rels": relations(BEGINS, ("webextensiontaskpanes", "a", ""))}),
        ACTIVE,
    ),
    "a part of two kinds": (word({"[Content_Types].xml": TYPES.replace("</Types>", TWICE)}), BROKEN),
    "letters of its own": (
        word({"word/document.xml": '<?xml version="1.0" encoding="cp037"?>' + BODY % TEXT}), BROKEN,
    ),
}  # fmt: skip
BOXED = box(f"<w:p>{PAGE}</w:p>")
GONE = "<w:delText>1</w:delText>"
HONEST = {
    "a page number in a box, as Word writes it twice": f"<w:p>{choice(BOXED, BOXED)}</w:p>",
    "a box anchored in a code": field(box(f"<w:p>{PAGE}{SHOWN}</w:p>") + run(HARMLESS)),
    "a picture that a field shows": field(run(HARMLESS) + SEPARATE + choice(run("<w:drawing/>"), box(TEXT))),
    "a field that was deleted": f"<w:p>{change('del', BEGIN + run(DELETED) + SEPARATE + run(GONE) + END)}</w:p>",
    "a code that was changed": field(
        run("<w:instrText>REF a</w:instrText>")
        + change("del", run("<w:delInstrText>1</w:delInstrText>"))
        + change("ins", run("<w:instrText>2</w:instrText>"))
        + SEPARATE
        + SHOWN
    ),
    "a table of contents over paragraphs": control(
        f"<w:p>{BEGIN}{run('<w:instrText>TOC </w:instrText>')}{SEPARATE}<w:hyperlink w:anchor='a'>{SHOWN}{PAGE}"
        f"</w:hyperlink></w:p>{TEXT}<w:p>{END}</w:p>"
    ),
    "one that ends after its control": f"<w:p>{control(BEGIN + run(HARMLESS) + SEPARATE + SHOWN)}{END}</w:p>",
    "a choice over others": field(
        run("<w:instrText>IF </w:instrText>") + PAGE + run('<w:instrText> = "1" "a" "b"</w:instrText>')
    ),
    "text after a field": f"<w:p>{PAGE}</w:p>{TEXT}",
    "a simple one": f"<w:p><w:fldSimple w:instr=' NUMPAGES '>{SHOWN}</w:fldSimple></w:p>",
}
HONEST_PARTS = {
    "a picture from a mail": drawn('r:id="r" o:title="a" o:href="cid:a@b" xmlns:r="urn:r"'),
    "a shape with a plain link": drawn('href="https://example.no" style="width:1pt" o:spid="a"', "shape"),
    "a drawing": svg(
        '<style>.a{fill:#000}</style><use l:href="#a"/><rect fill="url(#a)"/><image l:href="data:a"/>'
    ),
    "settings": settings('<w:updateFields w:val="true"/><w:documentProtection w:edit="forms"/>'),
}


def why(content: bytes) -> str:
    return why_unfit(look_through, content)


@pytest.mark.parametrize("what", TORN)
def test_a_087_a_code_that_one_program_reads_and_another_does_not_is_refused(what: str) -> None:
    assert why(word(body=TORN[what])) == FETCHES


@pytest.mark.parametrize("what", OTHERWISE)
def test_a_087_what_fetches_without_a_field_is_refused(what: str) -> None:
    content, told = OTHERWISE[what]
    assert why(content) == told


@pytest.mark.parametrize("what", HONEST)
def test_what_word_libreoffice_and_google_docs_write_is_taken(what: str) -> None:
    assert why(word(body=HONEST[what])) == ""


@pytest.mark.parametrize("what", HONEST_PARTS)
def test_what_only_shows_itself_is_taken(what: str) -> None:
    assert why(HONEST_PARTS[what]) == ""


def test_the_strict_edition_is_read_as_the_transitional_one() -> None:
    code = BODY.replace("http://schemas.openxmlformats.org/wordprocessingml/2006/main", STRICT)
    assert why(word({"word/document.xml": code % f"<w:p>{PAGE}</w:p>"})) == ""
    assert why(word({"word/document.xml": code % field(run(FETCHING))})) == FETCHES
