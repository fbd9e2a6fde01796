"""From what was published to letters in the outbox."""

from collections.abc import Collection, Mapping, Sequence
from pathlib import Path
from urllib.parse import quote

import msgspec

from reports.deliver import mime
from reports.deliver.changes import changes
from reports.deliver.contents import Contents, digest, read_contents
from reports.deliver.letters import Envelope, letter
from reports.deliver.manifest import Printout, content, read_manifest
from reports.deliver.sheet import File, Sender, Sheet, figures
from reports.errors import DeliveryError
from reports.parcels import Edition, Letter, Parcel, Settled
from reports.post.office import Office, Trouble, trouble, write
from reports.render.letters import to_letter
from reports.settings import Language
from reports.settings.addresses import read_address
from reports.text.periods import read_period
from reports.theme import Theme


class Filled(msgspec.Struct, frozen=True, kw_only=True):
    """How many letters are new, what became of which subject, and what could not be."""

    letters: int
    done: tuple[str, ...]
    troubles: tuple[Trouble, ...]


def fill(
    office: Office,
    period: str,
    *,
    only: Collection[str] | None = None,
    settled: Mapping[str, Sequence[Settled]] | None = None,
    turn: tuple[str, str] | None = None,
) -> Filled:
    """Put letters about the briefings of a period into the outbox.

    Of each briefing all letters are put there, or none. `only` names subjects; what
    `settled` holds of a subject is decided together with its letters, and only while
    this run has its `turn`.
    """
    new, done, troubles = 0, [], []
    for printout in read_manifest(office.out, period).briefings:
        if only is not None and printout.subject not in only:
            continue
        edition: Edition | None = None
        letters: list[Letter] = []
        try:
            if any(office.settings.readers(printout.subject)):
                edition, letters = _letters(office, printout, period, dry=False)
            else:
                content(office.out, printout, ".json")
        except DeliveryError as problem:
            troubles.append(trouble(problem, period=period))
            continue
        new += office.outbox.put(
            letters,
            now=office.clock(),
            edition=edition,
            settled=(settled or {}).get(printout.subject, ()),
            turn=turn,
        )
        done.append(printout.subject)
    return Filled(letters=new, done=tuple(done), troubles=tuple(troubles))


def write_letters(
    office: Office, period: str, *, folder: Path
) -> tuple[tuple[Path, ...], tuple[Trouble, ...]]:
    """Write the letters of a period as `.eml` files below `folder`; keep nothing."""
    written, troubles = [], []
    for printout in read_manifest(office.out, period).briefings:
        try:
            _, letters = _letters(office, printout, period, dry=True)
        except DeliveryError as problem:
            troubles.append(trouble(problem, period=period))
            continue
        for one in letters:
            path = folder / period / one.subject / f"{one.recipient}.eml"
            write(path, one.head + one.body)
            written.append(path)
    return tuple(written), tuple(troubles)


def _letters(
    office: Office, printout: Printout, period: str, *, dry: bool
) -> tuple[Edition, list[Letter]]:
    """Return the letters about one briefing that are not in the outbox yet.

    Whoever may have an earlier revision is told what has changed since.
    """
    pdf_file, pdf = content(office.out, printout, ".pdf")
    _, json = content(office.out, printout, ".json")
    contents = read_contents(json, name=printout.subject)
    if contents.sample and not dry and not office.post.mail_samples:
        raise DeliveryError(
            printout.subject,
            "it was made from invented samples",
            hint="use a store of real articles, or allow it with `mail_samples`",
        )
    link = _link(office, pdf_file.path, len(pdf), name=printout.subject)
    file = File(bytes=len(pdf), pages=printout.pages, link=link)
    edition = _edition(office, printout, period, json)
    passed_over = _passed_over(office, edition)
    had = office.outbox.had(printout.subject, period)
    bodies: dict[tuple[Language, int | None], tuple[str, bytes]] = {}
    letters = []
    for reader, language in office.settings.readers(printout.subject):
        if reader.address in passed_over:
            continue
        before = had.get(reader.address)
        key = language, before.revision if before else None
        if key not in bodies:
            sheet = _sheet(
                office,
                contents,
                language=language,
                edition=edition,
                file=file,
                before=before,
            )
            bodies[key] = _written(office, sheet, pdf)
        line, body = bodies[key]
        envelope = Envelope(
            sender=office.sender,
            reader=reader,
            subject=printout.subject,
            period=period,
            revision=edition.revision,
            moment=office.today(),
            earlier=before.message_id if before else None,
        )
        letters.append(letter(envelope, line=line, body=body, post=office.post))
    return edition, letters


def _edition(office: Office, printout: Printout, period: str, json: bytes) -> Edition:
    """Return which revision this is for readers.

    One that says of its period what the last one said is no new one to them, however
    often it was printed since.
    """
    newest = office.outbox.newest(printout.subject, period)
    claims = digest(json)
    if newest and newest.digest == claims:
        return newest
    return Edition(
        subject=printout.subject,
        period=period,
        revision=max(printout.revision, newest.revision + 1 if newest else 1),
        digest=claims,
        contents=json,
    )


def _passed_over(office: Office, edition: Edition) -> set[str]:
    """Return those who get no letter: they have one, or none can reach them."""
    have = {
        one.recipient
        for one in office.outbox.parcels(period=edition.period)
        if (one.subject, one.revision) == (edition.subject, edition.revision)
    }
    return have | {one.address for one in office.ledger.suspended()}


def _sheet(
    office: Office,
    contents: Contents,
    *,
    language: Language,
    edition: Edition,
    file: File,
    before: Parcel | None,
) -> Sheet:
    """Return what a letter says to those who have, or do not have, an earlier one."""
    theme, post = office.settings.theme, office.post
    colours = Theme(accent=theme.accent, alarm=theme.alarm).palette
    period = read_period(edition.period)
    told = None
    if before:
        was = office.outbox.edition(edition.subject, edition.period, before.revision)
        name = f"revision {before.revision} of {edition.subject}"
        told = changes(read_contents(was.contents, name=name), contents) if was else ()
    return Sheet(
        language=language,
        contents=contents,
        since=period.since,
        until=period.until,
        revision=edition.revision,
        changes=told,
        figures=figures(contents),
        file=file,
        sender=Sender(
            organisation=theme.organisation or "",
            mark=theme.classification or "",
            footer=theme.footer or "",
            accent=colours["accent"],
            alarm=colours["alarm"],
            leave=read_address(post.reply_to or post.owner).address,
        ),
    )


def _written(office: Office, sheet: Sheet, pdf: bytes) -> tuple[str, bytes]:
    """Return the subject line and the body that all readers of a sheet share."""
    period = read_period(sheet.contents.period)
    templates = office.settings.theme.templates
    words = to_letter(sheet, period=period, templates=templates)
    subject = sheet.contents.subject
    plain = f"briefing-{subject.kind}-{subject.slug}-{sheet.contents.period}.pdf"
    attached = mime.Attachment(name=words.file_name, ascii_name=plain, content=pdf)
    files = [] if sheet.file.link else [attached]
    return words.subject, mime.body(text=words.text, html=words.html, attachments=files)


def _link(office: Office, path: str, size: int, *, name: str) -> str | None:
    """Return where a PDF that is too large to attach is found; `None` if it is not."""
    post = office.post
    if size <= post.largest_megabytes * 1_000_000:
        return None
    if post.link_base is None:
        raise DeliveryError(
            name,
            f"its PDF has {size / 1_000_000:.1f} MB, and {post.largest_megabytes:g} "
            "may be attached",
            hint="set `link_base` in [post], so that letters can link to it",
        )
    return f"{post.link_base.rstrip('/')}/{quote(path)}"
