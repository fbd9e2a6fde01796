"""Numbers as Persian readers write them."""

from decimal import Decimal

#: ASCII digits and marks to Persian ones: the thousands and the decimal separator,
#: and a true minus.
PERSIAN = str.maketrans(
    {
        **{str(n): chr(0x06F0 + n) for n in range(10)},
        ",": "\u066c",
        ".": "\u066b",
        "-": "\u2212",
    }
)
DIGITS = str.maketrans({str(n): chr(0x06F0 + n) for n in range(10)})


def fa(value: float | Decimal | str) -> str:
    """Return `value` in Persian digits.

    A number is grouped by thousands and keeps the decimals that it has; of a string
    only the digits are changed, so that years and codes stay whole.
    """
    if isinstance(value, str):
        return value.translate(DIGITS)
    exact = Decimal(str(value))
    if exact == exact.to_integral_value():
        return f"{int(exact):,}".translate(PERSIAN)
    return f"{exact.normalize():,f}".translate(PERSIAN)
