"""Working off the outbox, and telling the owner what went wrong."""

import datetime
from collections.abc import Collection, Sequence

import msgspec

from reports.deliver.letters import notice
from reports.deliver.sending import Habits, Sent, send
from reports.deliver.smtp import Carrier
from reports.parcels import Parcel
from reports.post.office import Office, Trouble
from reports.render.letters import to_notice

#: So many times the patience with one answer a step may take, and no longer: else
#: another sender would believe this one dead.
PATIENCES = 20


class Worked(msgspec.Struct, frozen=True, kw_only=True):
    """The letters that were handled, as they stand now, and why it ended early.

    `unheard` are notices that did not reach the owner, or may not have.
    """

    letters: tuple[Parcel, ...]
    unheard: tuple[Parcel, ...]
    stopped: str | None


def work(
    office: Office,
    *,
    password: str | None,
    among: Collection[int] | None = None,
    troubles: Sequence[Trouble] = (),
) -> Worked:
    """Send what is due, or what of it is `among` these; then tell the owner.

    The owner hears once of each letter that failed or may have, and of `troubles`.
    """
    post, server = office.post, office.server
    habits = Habits(
        sender=office.sender.address,
        first_wait=datetime.timedelta(minutes=post.first_wait_minutes),
        give_up=datetime.timedelta(hours=post.give_up_hours),
        lease=datetime.timedelta(seconds=PATIENCES * server.timeout),
    )
    with Carrier(server, password=password) as carrier:

        def sent(these: Collection[int] | None) -> Sent:
            return send(
                office.outbox,
                carrier,
                habits,
                owner=office.owner,
                clock=office.clock,
                among=these,
            )

        done = sent(among)
        _tell(office, troubles)
        told: tuple[int, ...] = ()
        if done.stopped is None:
            waiting = office.outbox.parcels(states=["queued"])
            told = sent([one.id for one in waiting if one.kind == "notice"]).letters
    handled = office.outbox.parcels(ids={*done.letters, *told})
    return Worked(
        letters=tuple(one for one in handled if one.kind != "notice"),
        unheard=tuple(
            one
            for one in handled
            if one.kind == "notice" and one.state in {"failed", "unknown"}
        ),
        stopped=done.stopped,
    )


def _tell(office: Office, troubles: Sequence[Trouble]) -> None:
    """Put a notice to the owner into the outbox, if there is anything new to tell."""
    lost = office.outbox.parcels(states=["failed", "unknown"], untold=True)
    if not lost and not troubles:
        return
    line, text = to_notice(lost, troubles)
    told = notice(
        text, line=line, moment=office.today(), sender=office.sender, post=office.post
    )
    office.outbox.put([told], now=office.clock(), told=[one.id for one in lost])
