"""The addresses that a page calls its charts by."""

import base64

from reports.model import Chart


def press_address(chart: Chart) -> str:
    """Return the name that the press knows the drawing by."""
    return f"chart:{chart.name}"


def data_address(chart: Chart) -> str:
    """Return an address that holds the drawing itself."""
    return address("image/svg+xml", chart.svg)


def address(kind: str, content: bytes) -> str:
    """Return an address that holds a file of that media type."""
    return f"data:{kind};base64,{base64.b64encode(content).decode()}"
