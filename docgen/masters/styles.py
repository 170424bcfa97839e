"""How the Word masters look: its colours, its styles, and what they build on."""

from docx.oxml.ns import nsdecls

INK, TINT, QUIET, HAIRLINE = "0B5C7C", "EDF4F7", "4A5560", "C9D1D8"
"""The first two stand for the municipality's colours: docgen/docx.py puts those in their place."""

WIDE = 9241
"""Twips between the margins."""

BAND = f'<w:{{}} w:val="single" w:sz="48" w:space="0" w:color="{TINT}"/>'
"""A little more of the tint over and under the facts."""
BAR = f'<w:pBdr><w:left w:val="single" w:sz="18" w:space="10" w:color="{INK}"/></w:pBdr>'
THIN = f'<w:pBdr><w:left w:val="single" w:sz="6" w:space="10" w:color="{HAIRLINE}"/>'

STYLES: tuple[tuple[str, str, str], ...] = (
    # name, what it says of the paragraph, what it says of the letters
    (
        "Municipality",
        (
            f'<w:keepNext/><w:pBdr><w:top w:val="single" w:sz="40" w:space="10" w:color="{INK}"/></w:pBdr>'
            '<w:spacing w:before="0" w:after="40"/>'
        ),
        f'<w:b/><w:color w:val="{INK}"/><w:sz w:val="32"/>',
    ),
    ("Office", '<w:spacing w:after="40"/>', '<w:b/><w:sz w:val="22"/>'),
    ("Contact", '<w:spacing w:after="0"/>', f'<w:color w:val="{QUIET}"/><w:sz w:val="17"/>'),
    (
        "Fact",
        (
            f"<w:keepNext/><w:keepLines/><w:pBdr>{BAND.format('top')}"
            f'<w:left w:val="single" w:sz="18" w:space="10" w:color="{INK}"/>'
            f'{BAND.format("bottom")}</w:pBdr><w:shd w:val="clear" w:color="auto" w:fill="{TINT}"/>'
            '<w:tabs><w:tab w:val="left" w:pos="3402"/></w:tabs>'
            '<w:spacing w:before="0" w:after="0" w:line="276" w:lineRule="auto"/>'
            '<w:ind w:left="3402" w:hanging="3119"/>'
        ),
        "",
    ),
    (
        "Question",
        '<w:keepNext/><w:keepLines/><w:spacing w:before="150" w:after="20"/>',
        f'<w:b/><w:color w:val="{QUIET}"/><w:sz w:val="18"/>',
    ),
    ("Answer", '<w:spacing w:after="150"/>', ""),
    ("Answer from right", '<w:bidi/><w:spacing w:after="150"/>', ""),
    ("Attachment", '<w:keepNext/><w:spacing w:before="120" w:after="0"/>', ""),
    ("Fingerprint", '<w:spacing w:after="120"/>', f'<w:color w:val="{QUIET}"/><w:sz w:val="17"/>'),
    ("Seal", '<w:keepNext/><w:keepLines/><w:spacing w:after="150"/>', ""),
    ("Declaration", '<w:keepLines/><w:spacing w:after="80"/>', ""),
    (
        "Signature",
        (
            f"<w:keepNext/><w:keepLines/>{THIN}</w:pBdr>"
            '<w:tabs><w:tab w:val="left" w:pos="3402"/></w:tabs><w:spacing w:before="0" w:after="0" w:line="276"'
            ' w:lineRule="auto"/><w:ind w:left="3402" w:hanging="3119"/>'
        ),
        "",
    ),
    (
        "By hand",
        (
            f"<w:keepNext/><w:keepLines/>{THIN}</w:pBdr>"
            '<w:spacing w:before="120" w:after="0"/><w:ind w:left="283"/>'
        ),
        f'<w:color w:val="{QUIET}"/><w:sz w:val="18"/>',
    ),
    (
        "Line to write on",
        (
            f"<w:keepNext/><w:keepLines/>{THIN}"
            f'<w:bottom w:val="single" w:sz="6" w:space="1" w:color="{QUIET}"/></w:pBdr>'
            '<w:spacing w:before="0" w:after="0" w:line="600" w:lineRule="exact"/><w:ind w:left="283"/>'
        ),
        "",
    ),
    (
        "Declared",
        (
            f"<w:keepNext/><w:keepLines/>{BAR}"
            f'<w:shd w:val="clear" w:color="auto" w:fill="{TINT}"/>'
            '<w:spacing w:before="0" w:after="0" w:line="300" w:lineRule="auto"/><w:ind w:left="283"/>'
        ),
        '<w:sz w:val="23"/>',
    ),
    ("Point", '<w:spacing w:before="60" w:after="60"/><w:ind w:left="454" w:hanging="454"/>', ""),
    ("Known", '<w:spacing w:after="80"/>', ""),
    ("Gap", '<w:spacing w:after="120" w:line="120" w:lineRule="exact"/>', ""),
    ("Replaced", '<w:spacing w:after="40"/>', ""),
    (
        "Heading 1",
        '<w:keepNext/><w:keepLines/><w:spacing w:before="440" w:after="260" w:line="240" w:lineRule="auto"/>',
        f'<w:b/><w:color w:val="{INK}"/><w:sz w:val="42"/>',
    ),
    (
        "Heading 2",
        (
            "<w:keepNext/><w:keepLines/>"
            f'<w:pBdr><w:bottom w:val="single" w:sz="6" w:space="4" w:color="{INK}"/></w:pBdr>'
            '<w:spacing w:before="360" w:after="100"/>'
        ),
        f'<w:b/><w:color w:val="{INK}"/><w:sz w:val="26"/>',
    ),
    (
        "Foot",
        (
            f'<w:pBdr><w:top w:val="single" w:sz="4" w:space="4" w:color="{HAIRLINE}"/></w:pBdr>'
            '<w:tabs><w:tab w:val="right" w:pos="9241"/></w:tabs>'
        ),
        f'<w:color w:val="{QUIET}"/><w:sz w:val="16"/>',
    ),
)
"""Read with docgen/masters/parts beside it."""

DEFAULTS = f"""<w:docDefaults {nsdecls("w")}>
<w:rPrDefault><w:rPr>
<w:rFonts w:ascii="Noto Sans" w:hAnsi="Noto Sans" w:eastAsia="Noto Sans SC" w:cs="Noto Sans Arabic"/>
<w:sz w:val="21"/><w:szCs w:val="21"/><w:lang w:val="nb-NO" w:eastAsia="zh-CN" w:bidi="ar-SA"/>
</w:rPr></w:rPrDefault>
<w:pPrDefault><w:pPr><w:spacing w:before="0" w:after="0" w:line="247" w:lineRule="auto"/></w:pPr></w:pPrDefault>
</w:docDefaults>"""
