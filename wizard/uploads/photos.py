"""A photo made anew from its dots: upright, and without what it told of place, time and camera."""

from io import BytesIO

import pi_heif
from PIL import Image, ImageCms, ImageOps

from wizard.uploads.kinds import BROKEN, HEIC_TYPE, JPEG_TYPE, MOST_DOTS, PNG_TYPE, TOO_WIDE, UnfitError
from wizard.uploads.scans import refuse_many_scans

FORMATS = {JPEG_TYPE: "JPEG", PNG_TYPE: "PNG", HEIC_TYPE: "HEIF"}
LONGEST = 5000
"""Dots along the longer side: a page of A4 at more than 400 dots an inch."""
QUALITY = 90
PNG_MODES = {"1", "L", "LA", "P", "RGB", "RGBA", "I;16"}
KEPT_OF_PNG = "transparency"


def made_anew(content: bytes, media_type: str) -> tuple[str, bytes]:
    """The media type and bytes to keep: a HEIC becomes JPEG, which every office can open."""
    if media_type == HEIC_TYPE:
        pi_heif.options.DECODE_THREADS = 1  # each more would want memory of its own
        pi_heif.register_heif_opener(thumbnails=False)
    if media_type == JPEG_TYPE:
        refuse_many_scans(content)
    Image.MAX_IMAGE_PIXELS = None  # ours is asked instead, before anything is read
    try:
        with Image.open(BytesIO(content), formats=[FORMATS[media_type]]) as found:
            if found.width * found.height > MOST_DOTS:
                raise UnfitError(TOO_WIDE)
            return _written(found, media_type)
    except MemoryError as error:
        raise UnfitError(TOO_WIDE) from error
    except (OSError, ValueError, SyntaxError, EOFError, RuntimeError) as error:
        raise UnfitError(BROKEN) from error


def turned(content: bytes, media_type: str) -> tuple[str, bytes]:
    """One that was made anew, by a quarter, clockwise."""
    with Image.open(BytesIO(content), formats=[FORMATS[media_type]]) as found:
        picture = found.transpose(Image.Transpose.ROTATE_270)
        return _saved(picture, media_type)


def _written(found: Image.Image, media_type: str) -> tuple[str, bytes]:
    if media_type == JPEG_TYPE:
        found.draft(None, (LONGEST, LONGEST))
    found.load()
    ImageOps.exif_transpose(found, in_place=True)
    picture = _plain_colours(found)
    picture.thumbnail((LONGEST, LONGEST))
    return _saved(picture, media_type)


def _saved(picture: Image.Image, media_type: str) -> tuple[str, bytes]:
    picture.info = {key: value for key, value in picture.info.items() if key == KEPT_OF_PNG}
    made = BytesIO()
    if media_type == PNG_TYPE:
        _in_modes(picture, PNG_MODES, "RGBA").save(made, "PNG", exif=b"")
        return PNG_TYPE, made.getvalue()
    _in_modes(picture, {"L", "RGB"}, "RGB").save(made, "JPEG", quality=QUALITY, exif=b"")
    return JPEG_TYPE, made.getvalue()


def _in_modes(picture: Image.Image, modes: set[str], otherwise: str) -> Image.Image:
    return picture if picture.mode in modes else picture.convert(otherwise)


def _plain_colours(picture: Image.Image) -> Image.Image:
    """In the colours that every screen knows: the profile, which also names the camera, is used up and left out."""
    profile = picture.info.get("icc_profile")
    if not profile or picture.mode != "RGB":
        return picture
    try:
        ImageCms.profileToProfile(picture, BytesIO(profile), ImageCms.createProfile("sRGB"), inPlace=True)
    except (ImageCms.PyCMSError, OSError, ValueError):
        return picture
    return picture
