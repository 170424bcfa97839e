"""A line of cost against size, as SVG that any browser shows."""

from collections.abc import Sequence

WIDE, HIGH, EDGE = 640, 400, 56
TEXT = 'font-family="sans-serif" font-size="13"'


def drawing(points: Sequence[tuple[float, float]]) -> str:
    """Questions to the right, milliseconds of CPU upwards, both from 0; each point with its figures."""
    most, dearest = max(x for x, _ in points), max(y for _, y in points)
    placed = [
        (EDGE + x / most * (WIDE - 2 * EDGE), HIGH - EDGE - y / dearest * (HIGH - 2 * EDGE))
        for x, y in points
    ]
    line = " ".join(f"{x:.1f},{y:.1f}" for x, y in placed)
    dots = [
        f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3"/>'
        f'<text {TEXT} x="{x:.1f}" y="{y - 9:.1f}" text-anchor="end">{size:g}: {cost:.0f} ms</text>'
        for (x, y), (size, cost) in zip(placed, points, strict=True)
    ]
    return "\n".join([
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDE} {HIGH}" role="img" aria-labelledby="title">',
        '<title id="title">CPU time of a pair of documents against the number of questions</title>',
        f'<path d="M{EDGE} {EDGE}V{HIGH - EDGE}H{WIDE - EDGE}" fill="none" stroke="#4a5560"/>',
        f'<polyline points="{line}" fill="none" stroke="#0b5c7c" stroke-width="2"/>',
        *dots,
        f'<text {TEXT} x="{WIDE / 2}" y="{HIGH - 16}" text-anchor="middle">questions</text>',
        f'<text {TEXT} x="16" y="{EDGE - 20}">ms of CPU</text>',
        "</svg>\n",
    ])  # fmt: skip
