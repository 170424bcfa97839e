"""What was drawn, as a document shows it: the lines alone, small."""

from io import BytesIO

from PIL import Image, ImageDraw

from forms.fields.ink import opened, to_print


def drawn(width: int, height: int, *line: int) -> Image.Image:
    picture = Image.new("L", (width, height), 255)
    ImageDraw.Draw(picture).line(line, fill=0, width=4)
    return picture


def printed(picture: Image.Image) -> Image.Image:
    found = opened(to_print(picture))
    assert found
    return found


def test_the_empty_paper_around_the_lines_is_left_out() -> None:
    width, height = printed(drawn(1200, 400, 500, 180, 700, 220)).size
    assert 200 < width < 230
    assert 40 < height < 70


def test_a_large_drawing_is_made_smaller_and_keeps_its_shape() -> None:
    width, height = printed(drawn(4000, 2000, 0, 0, 3999, 1999)).size
    assert width <= 700
    assert height <= 300
    assert abs(width / height - 2) < 0.05


def test_it_takes_few_bytes_whatever_was_drawn() -> None:
    picture = Image.new("L", (3000, 1500), 255)
    draw = ImageDraw.Draw(picture)
    for number in range(600):
        draw.line((number * 5, 0, 3000 - number * 5, 1500), fill=number % 255, width=3)
    made = to_print(picture)
    assert made.startswith(b"\x89PNG")
    assert len(made) < 140_000
    assert Image.open(BytesIO(made)).mode == "L"
