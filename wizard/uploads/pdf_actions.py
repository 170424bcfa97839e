"""What a PDF would do (ISO 32000-2, 12.6): it may turn to one of its own pages, or lead to a plain link if pressed."""

import pikepdf

from wizard.uploads.pdf_links import leads_elsewhere

ACTIONS = {
    "/JavaScript", "/Launch", "/ImportData", "/SubmitForm", "/GoToE", "/GoToR", "/Rendition", "/RichMediaExecute",
    "/Movie", "/Sound", "/Thread", "/GoTo3DView",
}  # fmt: skip
"""What an action may be called that runs, opens or sends something: it is refused wherever it stands."""
QUIET = {"/GoTo", "/GoToDp", "/Named", "/Hide", "/ResetForm", "/SetOCGState", "/Trans"}
"""Those that may stand where an action does."""
NAMED = {"/NextPage", "/PrevPage", "/FirstPage", "/LastPage", "/Print"}
HERE = ("/OpenAction", "/A", "/PA", "/NA", "/Next")
"""Where an action stands, or several; beside ``AT_TIMES``, which holds one for each occasion."""
AT_TIMES = "/AA"
HOLDS = (pikepdf.Dictionary, pikepdf.Stream)
"""Some readers take a stream for the dictionary that it begins with."""
LINK, URI = "/Link", "/URI"
RUNS = ("/JS", "/JavaScript", "/OnInstantiate")
ELSEWHERE = ("/F", "/FFilter", "/FDecodeParms")
"""In a stream: its bytes are those of another file (7.3.8.2)."""


def acts(one: pikepdf.Object) -> bool:
    """Whether that dictionary does something, or makes a reader fetch something."""
    if any(key in one for key in RUNS) or _name(one, "/S") in ACTIONS or _fetches(one):
        return True
    link = _name(one, "/Subtype") == LINK
    held = [(key, action) for key in HERE for action in _several(one.get(key))]
    timed = one.get(AT_TIMES)
    if isinstance(timed, HOLDS):
        held += [(key, action) for key, value in timed.items() for action in _several(value)]
    return any(not _is_quiet(action, pressed=link and key == "/A") for key, action in held)


def _is_quiet(action: pikepdf.Object, *, pressed: bool) -> bool:
    kind = _name(action, "/S")
    if kind == URI:
        return pressed and not leads_elsewhere(action.get(URI))
    return (not kind and "/S" not in action) or (
        kind in QUIET and (kind != "/Named" or _name(action, "/N") in NAMED)
    )


def _fetches(one: pikepdf.Object) -> bool:
    if isinstance(one, pikepdf.Stream) and any(key in one for key in ELSEWHERE):
        return True
    told = one.get("/Ref")
    base = one.get(URI)
    return (
        "/OPI" in one
        or (isinstance(told, HOLDS) and "/F" in told)
        or _name(one, "/FS") == "/URL"
        or leads_elsewhere(base.get("/Base") if isinstance(base, HOLDS) else base)
    )


def _several(told: object) -> list[pikepdf.Object]:
    each = list(told) if isinstance(told, pikepdf.Array) else [told]
    return [one for one in each if isinstance(one, HOLDS)]


def _name(one: pikepdf.Object, key: str) -> str:
    found = one.get(key)
    return str(found) if isinstance(found, pikepdf.Name) else ""
