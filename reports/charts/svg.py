"""Write a drawing as SVG, its letters as outlines.

WeasyPrint draws the words of an SVG unjoined, and a browser that shows the file as an
image has none of our fonts.
"""

import re

from reports.charts.faces import EM, POINT, SHARE, outline, text_width
from reports.model import Drawing, Lettering, Shape

#: A step of a path in the operators of PDF: its points, then its letter.
STEP = re.compile(r"([-\d. ]*) ?([mlch])")


def to_svg(drawing: Drawing) -> bytes:
    """Return the drawing as a file; the same drawing gives the same bytes."""
    width, height = drawing.width, drawing.height
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width:g}pt"'
        f' height="{height:g}pt" viewBox="0 0 {width:g} {height:g}">',
        f'<g transform="matrix(1 0 0 -1 0 {height:g})" stroke-linejoin="round">',
        *(_shape(one) for one in drawing.shapes),
        *(_letters(one) for one in drawing.letterings),
        "</g>",
        "</svg>",
    ]
    return "\n".join(part for part in parts if part).encode()


def _shape(shape: Shape) -> str:
    """Return the element of one shape."""
    name = f' id="{shape.name}"' if shape.name else ""
    stroke = (
        f' stroke="{shape.stroke}" stroke-width="{shape.weight:g}"'
        if shape.stroke
        else ""
    )
    data = STEP.sub(_step, shape.path)
    return f'<path{name} d="{data}" fill="{shape.fill or "none"}"{stroke}/>'


def _step(match: re.Match[str]) -> str:
    """Return a step of a path as SVG writes it."""
    return "Z" if match[2] == "h" else match[2].upper() + match[1].strip()


def _letters(words: Lettering) -> str:
    """Return the element of one line of words."""
    data = outline(words.text, bold=words.bold)
    if not data:
        return ""
    scale = words.size / EM
    width = text_width(words.text, size=words.size, bold=words.bold) / POINT
    left = words.x - SHARE[words.side] * width
    place = f"{scale:g} 0 0 {scale:g} {left:.2f} {words.y:g}"
    return f'<path transform="matrix({place})" fill="{words.colour}" d="{data}"/>'
