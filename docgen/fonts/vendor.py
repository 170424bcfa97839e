"""Copies the fonts, their licence and a list of both out of node_modules: run after ``npm ci`` in this folder."""

import json
import shutil
from pathlib import Path

from fontTools.ttLib import TTFont

HERE = Path(__file__).parent
HEAD = """# Fonts

All under the SIL Open Font License 1.1 (OFL.txt). Another `.ttf` laid in this folder is used as well.
Made anew by `npm ci && ../../.venv/bin/python vendor.py`.

| file | version | package | package version |
|---|---|---|---|
"""


def vendor(package: Path) -> tuple[str, list[str]]:
    """Copies the regular weight (and bold of the main font); gives the copyright line and the rows of the list."""
    version = json.loads((package / "package.json").read_text("utf-8"))["version"]
    rows = []
    for weight in ("400Regular", "700Bold") if package.name == "noto-sans" else ("400Regular",):
        source = next((package / weight).glob("*.ttf"))
        target = HERE / source.name.replace("_400", "-").replace("_700", "-")
        shutil.copyfile(source, target)
        named = TTFont(target, lazy=True)["name"].getDebugName(5).removeprefix("Version ").split(";")[0]
        rows.append(f"| {target.name} | {named} | @expo-google-fonts/{package.name} | {version} |")
    return (package / "LICENSE_FONT").read_text("utf-8").split("\n", 1)[0].strip(), rows


def main() -> None:
    """Vendors every package named in package.json, in its order."""
    named = json.loads((HERE / "package.json").read_text("utf-8"))["devDependencies"]
    packages = [HERE / "node_modules" / name for name in named]
    vendored = [vendor(package) for package in packages]
    licence = (packages[0] / "LICENSE_FONT").read_text("utf-8").split("\n", 1)[1]
    copyrights = sorted({line for line, _ in vendored})
    (HERE / "OFL.txt").write_text("\n".join(copyrights) + "\n" + licence, "utf-8")
    (HERE / "README.md").write_text(
        HEAD + "\n".join(row for _, rows in vendored for row in rows) + "\n", "utf-8"
    )


if __name__ == "__main__":
    main()
