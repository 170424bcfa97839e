"""WeasyPrint as a baseline: the same words as HTML, to a tagged PDF."""

import time
from collections.abc import Iterator
from statistics import median

from jinja2 import Environment

from docgen.contract import DocumentRequest
from docgen.shown import shown

TIMES = 15
LIKE_OURS = "pdf/a-3a"
"""Tagged, with its fonts inside, as ours are; unsealed, unchecked, nothing attached."""
PAGE = """<!DOCTYPE html>
<html lang="{{ content.language }}"><head><meta charset="utf-8"><title>{{ content.title }}</title>
<style>@page { size: A4; margin: 2cm; @bottom-right { content: counter(page) " / " counter(pages) } }
body { font: 10.5pt/1.4 sans-serif } dt { font-weight: bold } dd { margin: 0 0 .6em; white-space: pre-wrap }
h2 { border-bottom: 1px solid; break-after: avoid }</style></head><body>
<p>{{ content.letterhead.municipality }}<br>{{ content.letterhead.office }}</p><h1>{{ content.title }}</h1>
<dl>{% for one in content.facts %}<dt>{{ one.label }}</dt><dd>{{ one.value }}</dd>{% endfor %}</dl>
{% for section in content.sections %}<h2>{{ section.title }}</h2><dl>
{% for one in section.answers %}<dt>{{ one.question }}</dt><dd>{{ one.answer }}</dd>{% endfor %}</dl>{% endfor %}
{% for text in content.declarations %}<p>{{ text }}</p>{% endfor %}
<dl>{% for one in receipt %}<dt>{{ one.label }}</dt><dd>{{ one.value }}</dd>{% endfor %}</dl>
</body></html>"""


def weasy_time(requests: list[DocumentRequest]) -> float:
    """The median of CPU time in milliseconds."""
    template = Environment(autoescape=True).from_string(PAGE)
    return median(_taken([template.render(shown(one)) for one in requests[:TIMES]]))


def _taken(pages: list[str]) -> Iterator[float]:
    from weasyprint import HTML  # noqa: PLC0415 -- it needs Pango, which the bench alone asks for

    for page in pages:
        begun = time.process_time()
        made = HTML(string=page).write_pdf(pdf_variant=LIKE_OURS)
        yield (time.process_time() - begun) * 1000
        assert made.startswith(b"%PDF")
