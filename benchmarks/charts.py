"""The charts of a briefing as matplotlib itself would draw and save them."""

import importlib
import io

from reports.model import Drawing, Shape

#: How many points each operator of PDF takes, and its step in matplotlib.
STEPS = {"m": "MOVETO", "l": "LINETO", "c": "CURVE4"}


def saved(drawing: Drawing) -> bytes:
    """Draw a chart with matplotlib, and return the SVG that it saves."""
    figures = importlib.import_module("matplotlib.figure")
    patches = importlib.import_module("matplotlib.patches")
    transforms = importlib.import_module("matplotlib.transforms")
    from reports.charts.faces import font  # noqa: PLC0415  matplotlib is slow to load

    size = (drawing.width / 72, drawing.height / 72)
    figure = figures.Figure(figsize=size, dpi=72)
    figure.patch.set_visible(False)
    same = transforms.IdentityTransform()
    for shape in drawing.shapes:
        patch = patches.PathPatch(path_of(shape), transform=same, fill=bool(shape.fill))
        if shape.fill:
            patch.set_facecolor(shape.fill)
        patch.set(linewidth=shape.weight, edgecolor=shape.stroke or "none")
        figure.add_artist(patch)
    for words in drawing.letterings:
        figure.text(
            words.x,
            words.y,
            words.text,
            transform=same,
            fontproperties=font(words.size, bold=words.bold),
            color=words.colour,
            ha=words.side,
            va="baseline",
            parse_math=False,
        )
    file = io.BytesIO()
    figure.savefig(file, format="svg", metadata={"Date": None})
    return file.getvalue()


def path_of(shape: Shape) -> object:
    """Return the outline of a shape as matplotlib's."""
    path = importlib.import_module("matplotlib.path").Path
    points: list[tuple[float, float]] = []
    codes: list[int] = []
    numbers: list[float] = []
    for word in shape.path.split():
        if word == "h":
            points.append((0, 0))
            codes.append(path.CLOSEPOLY)
        elif word in STEPS:
            pairs = list(zip(numbers[::2], numbers[1::2], strict=True))
            points += pairs
            codes += [getattr(path, STEPS[word])] * len(pairs)
            numbers = []
        else:
            numbers.append(float(word))
    return path(points, codes)
