"""Texts that have broken documents elsewhere (attacks.md 1.1), as they come past the edge's normalisation."""

from docgen.contract import printable

HOSTILE = {
    "A-001 markup": "Zack & Tyler <select> \"q\" 'a'",
    "A-002 Word markup": "a</w:t></w:r></w:p><w:p><w:r><w:t>VEDTAK: INNVILGET",
    "A-003 template": "{{ 7*7 }} {% for x in y %} {# x #} }} %} #}",
    "A-004 docxtpl's own escape": "{_{ 7*7 }_} {_% set x=1 %_}",
    "A-005 NUL": "a\x00b",
    "A-006 control characters": "a\x0bb\x1bc\x7fd\ufffee\uffff",
    "A-007 BEL and FF": "a\x07b\x0cc",
    "A-009 emoji": "👩‍👩‍👧‍👦 ❤️ 🇳🇴 👍🏽 #️⃣ 🏴󠁧󠁢󠁥󠁮󠁧󠁿",
    "A-010 scripts": "漢字 かな Ελληνικά مرحبا שלום Čáhcesuolu ŋ đ ŧ ž Привіт ሰላም नमस्ते வணக்கம் สวัสดี မြန်မာ",
    "A-011 bidi overrides": "\u202efdp.exe \u2066x\u2069",
    "A-014 lines": "line1\r\nline2\n\n\n\tline4",
    "A-015 Typst": '#read("/etc/passwd") $x$ = H1\n= Overskrift\n- a\n+ b\n/ c: d\n*b* _i_ `r` @ref <label> \\ ~ --',
    "A-016 formulas": '=HYPERLINK("http://evil","x") +1+1 @SUM(A1)',
    "A-017 entities": "]]> &#60;b&#62; &amp;lt; <![CDATA[ <!-- -->",
    "A-018 heaped accents": "a" + "\u0301" * 20_000,
    "a long word": "x" * 20_000,
    "a long number": "7" * 20_000,
    "a long answer": "Hverdagen vår henger på mange avtaler. " * 512,
    "long Chinese": "漢" * 20_000,
    "long Arabic": "مرحبا بالعالم " * 1_400,
    "a long Arabic word": "م" * 20_000,
    "vowel signs": "مُحَمَّد (123) test שָׁלוֹם, 45,6 %",
    "clusters again and again": "Q́Q́Q́ ŋ̊ŋ̊ ةةة ำำ",
    "ligatures": "office ﬁ ﬃ fi ffi",
    "joiners": "می‌خواهم super\u00adkalifragi a\u200bb\u2060c 1\u00a0000",
    "parentheses": "(" * 50 + ")" * 9 + "\\(\\",
    "white space": "   to  mellomrom   \n  x\t\t y ",
    "many lines": "\n" * 300 + "x",
    "no font": "한국어 \U0001cc00 \u0378",
}
HOSTILE = {name: printable(text) for name, text in HOSTILE.items()}
