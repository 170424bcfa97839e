"""References in a text are kept on one line."""

from wizard.calling import calls
from wizard.references import whole


def test_a_reference_is_kept_whole_and_stays_plain_text() -> None:
    assert whole("Hører til V-2345-AB6C.") == 'Hører til <span class="whole">V-2345-AB6C</span>.'


def test_what_else_stands_there_is_escaped_once() -> None:
    assert whole("<b> & V-23") == "&lt;b&gt; &amp; V-23"
    assert whole(calls("Ring 113 & si V-2345-AB6C")).count("&amp;") == 1
