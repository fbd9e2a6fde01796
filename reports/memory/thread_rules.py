"""When two proposals in the news are one that is followed over time.

One wording must hold the object of the other: `building the railway from Rasht to
Astara` holds `the Rasht railway`, while `the Anzali railway` names another place. Two
wordings that each name what the other does not are apart, unless they are long and
agree in most words. A wish that names no state (a governor asks his own ministry) is
that of a state only if a name is in both.
"""

from reports.chronicle import Mention, ProposalTold
from reports.lexicon.sameness import sameness
from reports.memory.verdicts import UNKNOWN, Verdict, told_as
from reports.memory.words import is_name

#: What is held again and again is another one after so many days.
SEASON = 200
#: Long wordings may differ in a word each if they agree in this share of all.
AGREE = 0.75
LONG = 4
#: A single common word is a thing, but hardly which thing: the act must fit, too.
ONE_WORD = 1


def thread_verdict(one: Mention, two: Mention) -> Verdict:
    """Return whether two proposals are one."""
    a, b = told_as(one, ProposalTold), told_as(two, ProposalTold)
    reason = _apart(one, a, two, b)
    if reason is not None:
        return Verdict(apart=reason)
    if not a.words or not b.words:
        return UNKNOWN
    common = {*a.words} & {*b.words}
    if bool(a.countries) != bool(b.countries) and not any(map(is_name, common)):
        return UNKNOWN
    if a.words[0] not in common or b.words[0] not in common:
        return UNKNOWN
    whole = {*a.words} == {*b.words}
    if min(len(a.words), len(b.words)) == ONE_WORD:
        if not (a.heads and b.heads and _same_act(a, b)):
            return UNKNOWN
        if not whole and not common.isdisjoint(sameness().broad):
            return UNKNOWN
    rule = "thread/same-words" if whole else "thread/same-object"
    weight = 10 * len(common) - 4 * len({*a.words} ^ {*b.words}) + 5 * _same_act(a, b)
    weight += 2 * (a.topic == b.topic)
    return Verdict(rule=rule, because=" ".join(sorted(common)), weight=weight)


def _apart(one: Mention, a: ProposalTold, two: Mention, b: ProposalTold) -> str | None:
    """Return what makes two proposals two for certain."""
    if {*a.provinces}.isdisjoint(b.provinces) and (a.provinces or b.provinces):
        return "they are of other provinces"
    if a.countries and b.countries and {*a.countries}.isdisjoint(b.countries):
        return "they are with other states"
    opposite = sameness().opposite
    if any((x, y) in opposite for x in a.heads for y in b.heads):
        return "one wants the opposite of the other"
    if _each_names_its_own(a, b):
        return "each names what the other does not"
    again = {a.topic, b.topic} & sameness().recurring
    if again and one.day and two.day and abs((one.day - two.day).days) > SEASON:
        return "it is held every year"
    return None


def _each_names_its_own(a: ProposalTold, b: ProposalTold) -> bool:
    """Tell whether each wording has words of its own that weigh in it."""
    left, right = {*a.words}, {*b.words}
    if not left - right or not right - left:
        return False
    if min(len(left), len(right)) < LONG:
        return True
    return 2 * len(left & right) < AGREE * (len(left) + len(right))


def _same_act(a: ProposalTold, b: ProposalTold) -> bool:
    """Tell whether both want the same done, a stage of it, or do not say what."""
    if not a.heads or not b.heads or not {*a.heads}.isdisjoint(b.heads):
        return True
    return any(
        not stage.isdisjoint(a.heads) and not stage.isdisjoint(b.heads)
        for stage in sameness().stages
    )
