"""Messages in a Maildir or in a folder of `.eml` files."""

from collections.abc import Iterator
from pathlib import Path

from reports.errors import DeliveryError

#: A larger file is no delivery report.
LARGEST = 30_000_000


def messages(folder: Path) -> Iterator[bytes]:
    """Yield the messages in `folder`, by name; those of a Maildir, old and new.

    Nothing is moved or marked: whoever reads them remembers what was read.
    """
    places = [folder / "new", folder / "cur"]
    maildir = all(place.is_dir() for place in places)
    try:
        found = (
            [path for place in places for path in place.iterdir()]
            if maildir
            else list(folder.glob("*.eml"))
        )
        for path in sorted(found, key=lambda one: one.name):
            if path.is_file() and path.stat().st_size <= LARGEST:
                yield path.read_bytes()
    except OSError as problem:
        raise DeliveryError(
            str(problem.filename or folder),
            f"the delivery reports cannot be read: {problem.strerror}",
            hint="check [bounces] in the settings, and who may read the folder",
        ) from problem
