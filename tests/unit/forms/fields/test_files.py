from dataclasses import replace

from forms.fields.files import Files
from forms.fields.fixed import Fixed
from forms.language import Language
from tests.unit.forms.invented import HERE, LETTER, asked

PAPERS = Files("Vedlegg", missing="Legg ved papiret.", most=2)
KNOWN = Fixed("Navn", value=lambda situation: situation.submitter.name)


def test_only_received_files_count_whatever_is_sent() -> None:
    question = asked(PAPERS, ["f1", "f9"])
    assert question.stored() == []
    assert question.faults()[0].message == "Legg ved papiret."
    held = asked(PAPERS, ["f9"], instead=replace(HERE, files={"q": (LETTER,)}))
    assert held.stored() == ["f1"]
    assert held.faults() == []
    assert held.shown(Language()) == "uttalelse.pdf (231 kB)"


def test_too_many_files_are_refused() -> None:
    assert (
        "opptil 2" in asked(PAPERS, [], instead=replace(HERE, files={"q": (LETTER,) * 3})).faults()[0].message
    )


def test_sizes_are_written_as_the_reader_writes_numbers() -> None:
    assert Language("nb").size(1_240_000) == "1,2 MB"
    assert Language("en").size(1_240_000) == "1.2 MB"
    assert Language("nb").size(3) == "1 kB"


def test_what_the_server_knows_wins_over_what_is_sent_or_saved() -> None:
    for question in (
        asked(KNOWN, ["Noen Annen"]),
        asked(KNOWN, saved="Noen Annen"),
        asked(KNOWN, ["a", "b"]),
    ):
        assert question.faults() == []
        assert question.stored() == question.shown(Language()) == "Stille Bjørkeløv"
