"""How what is filled in by hand looks in Word: the questions, and the lines, frames and boxes to write in."""

from docgen.masters.styles import BAR, INK, QUIET, TINT

HUNG = f'<w:pBdr><w:left w:val="single" w:sz="16" w:space="8" w:color="{INK}"/></w:pBdr>'
RULE = f'w:val="single" w:sz="6" w:color="{QUIET}"'

STOPS = (
    "<w:tabs>"
    + "".join(f'<w:tab w:val="left" w:pos="{place}"/>' for place in (1361, 2722, 4083, 5444))
    + "</w:tabs>"
)

TICK = (
    '<w:keepLines/><w:tabs><w:tab w:val="left" w:pos="397"/></w:tabs>'
    '<w:spacing w:before="40" w:after="0"/><w:ind w:left="397" w:hanging="397"/>'
)
UNDER_TICK = '<w:keepLines/><w:spacing w:after="20"/><w:ind w:left="397"/>'
SMALLER = '<w:sz w:val="19"/>'

PAPER_STYLES: tuple[tuple[str, str, str], ...] = (
    (
        "Hand in",
        (
            f"<w:keepNext/><w:keepLines/>{BAR}"
            f'<w:shd w:val="clear" w:color="auto" w:fill="{TINT}"/><w:spacing w:line="276" w:lineRule="auto"/>'
            '<w:ind w:left="283"/>'
        ),
        "",
    ),
    ("Lead", '<w:keepNext/><w:keepLines/><w:spacing w:before="40" w:after="40"/>', SMALLER),
    ("Text", '<w:spacing w:before="60" w:after="60"/>', SMALLER),
    (
        "Condition",
        f'<w:keepNext/><w:keepLines/>{HUNG}<w:spacing w:before="140" w:after="0"/><w:ind w:left="227"/>',
        f'<w:b/><w:color w:val="{INK}"/><w:sz w:val="18"/>',
    ),
    (
        "Asked",
        '<w:keepNext/><w:keepLines/><w:spacing w:before="140" w:after="20"/>',
        '<w:b/><w:sz w:val="19"/>',
    ),
    (
        "Told title",
        '<w:keepNext/><w:keepLines/><w:spacing w:before="100" w:after="0"/>',
        f'<w:b/><w:color w:val="{INK}"/>',
    ),
    ("Privacy", '<w:keepNext/><w:keepLines/><w:spacing w:before="40" w:after="20"/>', '<w:sz w:val="17"/>'),
    ("Beside", '<w:spacing w:before="0" w:after="0" w:line="300" w:lineRule="exact"/>', ""),
    ("End", '<w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>', ""),
    (
        "New page",
        '<w:keepNext/><w:keepLines/><w:pageBreakBefore/><w:spacing w:before="0" w:after="160"/>',
        f'<w:b/><w:color w:val="{INK}"/><w:sz w:val="36"/>',
    ),
    (
        "Hint",
        '<w:keepNext/><w:keepLines/><w:spacing w:after="40"/>',
        f'<w:color w:val="{QUIET}"/><w:sz w:val="17"/>',
    ),
    ("Tick", f"<w:keepNext/>{TICK}", SMALLER),
    ("Last tick", TICK, SMALLER),
    ("Tick hint", f"<w:keepNext/>{UNDER_TICK}", f'<w:color w:val="{QUIET}"/><w:sz w:val="16"/>'),
    ("Last tick hint", UNDER_TICK, f'<w:color w:val="{QUIET}"/><w:sz w:val="16"/>'),
    ("Tick line", f'<w:keepLines/>{STOPS}<w:spacing w:before="60" w:after="0"/>', SMALLER),
    (
        "Label of line",
        '<w:keepNext/><w:keepLines/><w:spacing w:before="40" w:after="0"/>',
        f'<w:color w:val="{QUIET}"/><w:sz w:val="16"/>',
    ),
    (
        "Pen",
        (
            f'<w:keepLines/><w:pBdr><w:bottom {RULE} w:space="1"/><w:between {RULE} w:space="1"/></w:pBdr>'
            '<w:spacing w:before="0" w:after="60" w:line="380" w:lineRule="exact"/>'
        ),
        "",
    ),
    (
        "Ruled",
        (
            f'<w:keepNext/><w:keepLines/><w:pBdr><w:top {RULE} w:space="1"/><w:left {RULE} w:space="4"/>'
            f'<w:bottom {RULE} w:space="1"/><w:right {RULE} w:space="4"/><w:between {RULE} w:space="1"/></w:pBdr>'
            '<w:spacing w:before="0" w:after="0" w:line="410" w:lineRule="exact"/><w:ind w:left="113" w:right="113"/>'
        ),
        "",
    ),
    ("Digits", '<w:keepLines/><w:spacing w:before="60" w:after="40"/>', '<w:sz w:val="30"/>'),
    (
        "Row title",
        '<w:keepNext/><w:keepLines/><w:spacing w:before="120" w:after="40"/>',
        '<w:b/><w:sz w:val="19"/>',
    ),
    (
        "Cell",
        f'<w:keepNext/><w:keepLines/>{STOPS}<w:spacing w:before="20" w:after="20"/><w:ind w:left="113"/>',
        '<w:sz w:val="19"/>',
    ),
    (
        "Cell hint",
        '<w:keepNext/><w:keepLines/><w:spacing w:after="60"/><w:ind w:left="113"/>',
        f'<w:color w:val="{QUIET}"/><w:sz w:val="17"/>',
    ),
)
"""Read with docgen/masters/parts/room.typ beside it."""
