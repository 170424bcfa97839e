"""A PDF around pieces of another one, by which it is seen what qpdf reads in each."""

TIMES = 65_534
"""How often each number was given there: what refers to other objects of its own file finds none here."""
ROOT = (b"<</Type/Catalog/Pages 2 %d R>>" % TIMES, b"<</Type/Pages/Kids[]/Count 0>>")
START = b"%PDF-1.7\n"


def made_of(pieces: list[bytes]) -> bytes:
    """Each is an object of it, whatever it is."""
    made, rows, at = [START], [b"0000000000 65535 f \n"], len(START)
    for number, piece in enumerate((*ROOT, *pieces), 1):
        made.append(b"%d %d obj\n%s\nendobj\n" % (number, TIMES, piece))
        rows.append(b"%010d %05d n \n" % (at, TIMES))
        at += len(made[-1])
    told = b"trailer\n<</Size %d/Root 1 %d R>>\nstartxref\n%d\n%%%%EOF\n" % (len(rows), TIMES, at)
    return b"".join((*made, b"xref\n0 %d\n" % len(rows), *rows, told))
