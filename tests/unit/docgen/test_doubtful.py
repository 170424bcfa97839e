import pytest

from docgen import make
from docgen.contract import AnyRequest
from docgen.deadline import Deadline
from docgen.doubtful import STEPS, Doubt, beyond_plain, beyond_safe, loose
from docgen.pdf import pdf
from docgen.shown import Shown, shown
from tests.unit.docgen.asking import asking, sample


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("a\u0301", ""),
        ("\u0301a", "\u0301"),
        ("a\n\u0301", "\u0301"),
        ("a \u0301\u0302", "\u0301\u0302"),
        ("a\u00adb", "\u00ad"),
        ("\u0602 12", "\u0602"),
        ("🇳🇴\u09c7", "🇳🇴\u09c7"),
        ("❤️ #️⃣ مُ", ""),
    ],
    ids=ascii,
)
def test_what_stands_on_nothing_is_loose(text: str, found: str) -> None:
    assert loose([text]) == set(found)


def test_each_step_leaves_out_more_than_the_one_before() -> None:
    texts = ["a é ж 漢 한 1\t2\n3", "مرحبا שלום ❤️ 👍", "مُ 👩‍👧 நி", "\n\u0301 🇳🇴"]
    left_out = [step(texts) for step in STEPS]
    assert left_out[0] == set()
    assert all(left_out[one] < left_out[one + 1] for one in range(len(STEPS) - 1))
    assert beyond_plain(texts[:1]) == beyond_safe(texts[:2]) == set()


def test_what_is_in_doubt_is_marked_and_listed_and_nothing_else_changes() -> None:
    data = shown(asking("ja 🇳 á"), loose)
    assert data["content"]["sections"][0]["answers"][0]["answer"] == "ja □¹ á"
    assert [row["code"] for row in data["replaced"]] == ["U+1F1F3"]
    assert shown(sample(), loose) == shown(sample())


def test_with_what_one_file_could_be_made_the_other_need_not_find_out(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    request, tried = asking("\u0301 ja \u0600"), list[Shown]()

    def attempt(asked: AnyRequest, data: Shown, deadline: Deadline) -> bytes:
        tried.append(data)
        return pdf(asked, data, deadline)

    monkeypatch.setattr(make, "_found", {})
    monkeypatch.setattr(make, "pdf", attempt)
    data, _ = make.settled(request)
    attempts = len(tried)
    make.make_docx(request)
    assert len(tried) == attempts
    assert make.settled(request)[0] == data
    assert len(tried) == attempts + 1


def test_what_is_known_of_requests_is_forgotten_before_it_is_much(monkeypatch: pytest.MonkeyPatch) -> None:
    found = dict[str, Doubt]()
    monkeypatch.setattr(make, "_found", found)
    monkeypatch.setattr(make, "REMEMBERED", 1)
    for answer in ("Ja", "Nei"):
        make.settled(asking(answer))
        assert list(found) == [asking(answer).sha256()]
