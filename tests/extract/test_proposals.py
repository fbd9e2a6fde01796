"""Concrete things that are asked for, decided and done; politeness is none of them."""

import pytest

from reports.model import Proposal
from tests.extract.reading import cases, record

GOVERNOR = "استاندار گیلان"
ENVOY = "سفیر ژاپن"
#: The sentence; wording, top topic and status of what is raised.
RAISED: dict[str, tuple[str, list[tuple[str, str, str]]]] = {
    "sought": (
        f"{GOVERNOR} خواستار راه‌اندازی پرواز مستقیم رشت و توکیو شد.",
        [("راه‌اندازی پرواز مستقیم رشت و توکیو", "transport", "raised")],
    ),
    "sought, object first": (
        f"{GOVERNOR} بازگشایی بازارچه مرزی را خواستار شد.",
        [("بازگشایی بازارچه مرزی", "border", "raised")],
    ),
    "proposed": (
        f"{GOVERNOR} پیشنهاد ایجاد شهرک صنعتی مشترک را مطرح کرد.",
        [("ایجاد شهرک صنعتی مشترک", "invest", "raised")],
    ),
    "stressed": (
        f"{GOVERNOR} بر ضرورت احداث پایانه مرزی تأکید کرد.",
        [("احداث پایانه مرزی", "border", "raised")],
    ),
    "a list": (
        f"{GOVERNOR} خواستار حل مسائل گمرکی، احداث پایانه مرزی و صدور روادید شد.",
        [
            ("حل مسائل گمرکی", "customs", "raised"),
            ("احداث پایانه مرزی", "border", "raised"),
            ("صدور روادید", "consular", "raised"),
        ],
    ),
    "agreed": (
        "دو طرف بر سر راه‌اندازی پرواز مستقیم رشت و توکیو توافق کردند.",
        [("راه‌اندازی پرواز مستقیم رشت و توکیو", "transport", "agreed")],
    ),
    "agreed in a clause": (
        "دو طرف توافق کردند پرواز مستقیم رشت و توکیو راه‌اندازی شود.",
        [("راه‌اندازی پرواز مستقیم رشت و توکیو", "transport", "agreed")],
    ),
    "sought this, that": (
        f"{GOVERNOR} خواستار آن شد که پرواز مستقیم رشت و توکیو راه‌اندازی شود.",
        [("پرواز مستقیم رشت و توکیو راه‌اندازی شود", "transport", "raised")],
    ),
    "we propose": (
        f"{GOVERNOR} گفت: احداث پایانه مرزی را پیشنهاد می‌کنیم.",
        [("احداث پایانه مرزی", "border", "raised")],
    ),
    "the wish named": (
        f"{GOVERNOR} مهم‌ترین خواسته مردم را بازگشایی بازارچه مرزی عنوان کرد.",
        [("بازگشایی بازارچه مرزی", "border", "raised")],
    ),
    "three requests behind a colon": (
        f"{GOVERNOR} دو درخواست را پیش کشید: نخست صدور روادید، دوم احداث پایانه مرزی.",
        [
            ("صدور روادید", "consular", "raised"),
            ("احداث پایانه مرزی", "border", "raised"),
        ],
    ),
    "summed up as wishes": (
        f"{GOVERNOR} گفت: صدور روادید و احداث پایانه مرزی، خواسته‌های ماست.",
        [
            ("صدور روادید", "consular", "raised"),
            ("احداث پایانه مرزی", "border", "raised"),
        ],
    ),
    "interest": (
        f"{ENVOY} از علاقه شرکت‌های ژاپنی به واردات چای خبر داد.",
        [("واردات چای", "agri", "raised")],
    ),
    "what a signed paper holds": (
        "در سند نشست که به امضای دو طرف رسید، احداث پایانه مرزی گنجانده شده است.",
        [("احداث پایانه مرزی", "border", "signed")],
    ),
    "for it they signed": (
        "شرکت‌های دو طرف برای احداث پایانه مرزی قرارداد امضا کردند.",
        [("احداث پایانه مرزی", "border", "signed")],
    ),
    "put to the vote": (
        "در پایان، ایجاد خط ریلی برای مهار قاچاق به تصویب رسید.",
        [("ایجاد خط ریلی برای مهار قاچاق", "transport", "agreed")],
    ),
    "a session to come": (
        f"{GOVERNOR} گفت: نشستی با موضوع احداث پایانه مرزی برگزار شود.",
        [("احداث پایانه مرزی", "border", "raised")],
    ),
    "summed up as resolved": (
        "احداث پایانه مرزی و صدور روادید از مهم‌ترین مصوبات این سفر بود.",
        [
            ("احداث پایانه مرزی", "border", "agreed"),
            ("صدور روادید", "consular", "agreed"),
        ],
    ),
    "several acts that must be first": (
        f"{GOVERNOR} گفت: احداث پایانه مرزی، صدور روادید می‌تواند در اولویت باشد.",
        [
            ("احداث پایانه مرزی", "border", "raised"),
            ("صدور روادید", "consular", "raised"),
        ],
    ),
    "raised, and another thing agreed": (
        f"{GOVERNOR} گفت: صدور روادید مطرح و قرار شد راه ساخته شود.",
        [("صدور روادید", "consular", "raised")],
    ),
    "the subject stands before": (
        f"{GOVERNOR} گفت: سردخانه‌های بندر پر است و باید دو برابر شود.",
        [("سردخانه‌های بندر پر است و باید دو برابر شود", "transport", "raised")],
    ),
    "the subject is the word before": (
        f"{GOVERNOR} گفت: راه باز است و تجارت باید به اندازه این راه رشد کند.",
        [("تجارت باید به اندازه این راه رشد کند", "trade", "raised")],
    ),
    "for them": (
        "برای آنان دفتر درمان بیماران در دانشگاه پزشکی راه‌اندازی شد.",
        [("دفتر درمان بیماران در دانشگاه پزشکی", "health", "done")],
    ),
    "the subject stands behind": (
        f"{GOVERNOR} گفت: بندر پر است و باید سردخانه تازه ساخته شود.",
        [("سردخانه تازه ساخته شود", "transport", "raised")],
    ),
    "said without a mark": (
        f"{GOVERNOR} گفت تعرفه کالای عبوری باید بازنگری شود.",
        [("تعرفه کالای عبوری باید بازنگری شود", "trade", "raised")],
    ),
    "opened in somebody's presence": (
        "بازارچه مرزی پس از پنج سال با حضور استاندار گیلان بازگشایی شد.",
        [("بازارچه مرزی", "border", "done")],
    ),
    "signed": (
        "تفاهم‌نامه همکاری بندری دو طرف امضا شد.",
        [("تفاهم‌نامه همکاری بندری دو طرف", "transport", "signed")],
    ),
}

#: Words of good will: nothing concrete is asked.
POLITE = {
    "expand relations": f"{GOVERNOR} بر گسترش روابط دو کشور تأکید کرد.",
    "expand cooperation": f"{GOVERNOR} خواستار توسعه همکاری‌ها شد.",
    "strengthen ties": f"{ENVOY} بر تقویت مناسبات تأکید کرد.",
    "interest in relations": f"{ENVOY} از علاقه ژاپن به گسترش روابط خبر داد.",
    "a good stay": f"{GOVERNOR} گفت: امیدوارم بندر را با خاطره خوب ترک کنید.",
    "a part to play": f"{GOVERNOR} گفت: بندر می‌تواند نقش خوبی داشته باشد.",
    "what a report holds": "در این گزارش احداث پایانه مرزی آمده است.",
    "a wish of nothing named": f"{GOVERNOR} خواسته مردم را مهم خواند.",
    "thanks": f"{ENVOY} از مهمان‌نوازی استاندار قدردانی کرد.",
    "a fact": f"{ENVOY} گفت: صادرات استان بیشتر شده است.",
    "a capacity": f"{GOVERNOR} گفت: استان ظرفیت خوبی دارد.",
    "a journey to come": f"{GOVERNOR} گفت: هیئت تجاری شنبه راهی بندر آکتائو می‌شود.",
    "a meeting to come": f"{GOVERNOR} گفت: نشست کارگروه تجارت سال آینده برگزار می‌شود.",
    "a custom": f"{GOVERNOR} گفت: هر روز ۳۵۰ کامیون در این گذرگاه پذیرش می‌شود.",
    "a courtesy": f"{GOVERNOR} گفت: از پزشکان و تجار ژاپنی دعوت می‌کنیم.",
    "asked of the public": f"{GOVERNOR} از شهروندان خواست به نمایشگاه صادرات بیایند.",
    "a matter named before": f"{GOVERNOR} از سفیر خواست هر دو را در گمرک مطرح سازد.",
    "the carrying out of what was told": f"{GOVERNOR} گفت: اجرای آن از بندر انزلی "
    "انتظار می‌رود و باید زود باشد.",
    "a state": f"{GOVERNOR} گفت: بازارچه از آماده نبودن راه با نیمی از توان کار می‌کند.",
    "a judgement": f"{GOVERNOR} فرودگاه را آماده نشست و برخاست پروازها دانست.",
    "a journey that ended": "سفر هیئت تجاری بندر و گمرک به پایان رسید.",
    "a condition": f"{ENVOY} گفت: راه باز است و کاهش عوارض را مشروط دانست.",
}


def proposals(text: str) -> tuple[Proposal, ...]:
    """Return what is proposed in `text`."""
    return record(text).proposals


@cases(
    RAISED,
    agreed_in_a_clause="a clause is printed without its verb, not as a noun phrase",
)
def test_proposal_has_its_wording_topic_and_status(name: str) -> None:
    text, wanted = RAISED[name]
    assert [
        (one.text, one.topic.split(".")[0], one.status) for one in proposals(text)
    ] == wanted


@cases(POLITE)
def test_politeness_is_no_proposal(name: str) -> None:
    assert proposals(POLITE[name]) == ()


def test_proposer_is_the_speaker() -> None:
    (one,) = proposals(RAISED["sought"][0])
    assert one.proposer == GOVERNOR
    assert one.endorsers == ()


def test_both_sides_propose_together() -> None:
    (one,) = proposals("دو طرف بر راه‌اندازی پرواز مستقیم تأکید کردند.")
    assert one.proposer == "both"


def test_what_is_still_to_be_signed_is_only_agreed() -> None:
    first, *_ = proposals(
        "تفاهم‌نامه همکاری بندری دو طرف امضا شد. "
        f"{GOVERNOR} گفت: این تفاهم‌نامه ماه آینده امضا خواهد شد."
    )
    assert first.status == "agreed"


def test_what_nobody_in_particular_asks_has_no_proposer() -> None:
    (one,) = proposals("مردم خواستار احداث پایانه مرزی شدند.")
    assert one.proposer is None


def test_what_the_other_side_welcomes_is_supported() -> None:
    (one,) = proposals(
        f"{GOVERNOR} در دیدار با {ENVOY} خواستار راه‌اندازی پرواز مستقیم شد. "
        f"{ENVOY} از راه‌اندازی پرواز مستقیم استقبال کرد."
    )
    assert (one.status, one.proposer, one.endorsers) == (
        "supported",
        GOVERNOR,
        (ENVOY,),
    )


def test_a_welcome_of_a_person_supports_nothing() -> None:
    (one,) = proposals(
        f"{GOVERNOR} خواستار راه‌اندازی پرواز مستقیم شد. "
        f"{ENVOY} مورد استقبال {GOVERNOR} قرار گرفت."
    )
    assert one.status == "raised"


def test_own_praise_is_no_support_of_the_other_side() -> None:
    (one,) = proposals(
        f"{GOVERNOR} خواستار راه‌اندازی پرواز مستقیم شد. "
        f"{GOVERNOR} از راه‌اندازی پرواز مستقیم استقبال کرد."
    )
    assert one.status == "raised"
    assert one.endorsers == ()


#: A sentence about one thing, and the rung it has reached.
RUNGS = {
    "asked": ("سفیر ژاپن خواستار احداث پایانه مرزی شد.", "raised"),
    "subject of talks": (
        "احداث پایانه مرزی از جمله محورهای مورد مذاکره بود.",
        "raised",
    ),
    "decided": ("مقرر شد پایانه مرزی احداث شود.", "agreed"),
    "agreed on": ("دو طرف بر سر احداث پایانه مرزی توافق کردند.", "agreed"),
    "must be followed up": (
        "سفیر ژاپن گفت: احداث پایانه مرزی باید تا مرحله اجرا دنبال شود.",
        "raised",
    ),
    "will be signed": (
        "سفیر ژاپن گفت: تفاهم‌نامه احداث پایانه مرزی باید امضا شود.",
        "raised",
    ),
}


@cases(RUNGS)
def test_status_needs_its_cue(name: str) -> None:
    text, rung = RUNGS[name]
    (one,) = proposals(text)
    assert one.status == rung


SIGNED = {
    "signed in lead and body": (
        "تفاهم‌نامه ساخت پل گیلان و آستراخان امضا شد.\n\n"
        "دو استاندار این تفاهم‌نامه را در رشت امضا کردند.",
        "signed",
    ),
    "signed in the lead, in the body yet to be signed": (
        "تفاهم‌نامه ساخت پل گیلان و آستراخان امضا شد.\n\n"
        "دو استاندار این تفاهم‌نامه را ماه آینده در رشت امضا خواهند کرد.",
        "agreed",
    ),
    "announced in the lead, in the body signed": (
        "تفاهم‌نامه ساخت پل گیلان و آستراخان امضا می‌شود.\n\n"
        "تفاهم‌نامه ساخت پل گیلان و آستراخان در رشت امضا شد.",
        "signed",
    ),
}


@cases(SIGNED)
def test_a_signing_told_too_early_is_an_agreement(name: str) -> None:
    text, rung = SIGNED[name]
    assert rung in {one.status for one in proposals(text)}
    assert {"signed": "agreed", "agreed": "signed"}[rung] not in {
        one.status for one in proposals(text)
    }


BLOCKED = {
    "halted": "سفیر ژاپن خواستار بازگشایی گذرگاه مرزی متوقف‌مانده شد.",
    "halted, as is said in the same breath": (
        "سفیر ژاپن خواستار بازگشایی گذرگاه مرزی شد که متوقف شده است."
    ),
}


@cases(
    BLOCKED, halted__as_is_said_in_the_same_breath="a relative clause blocks nothing"
)
def test_what_stands_in_the_way_blocks_the_proposal(name: str) -> None:
    assert any(one.blocked for one in proposals(BLOCKED[name]))


FREE = {
    "plain": "سفیر ژاپن خواستار بازگشایی گذرگاه مرزی شد.",
    "waiving visas": "سفیر ژاپن خواستار لغو روادید شد.",
}


@cases(FREE)
def test_plain_request_is_not_blocked(name: str) -> None:
    (one,) = proposals(FREE[name])
    assert not one.blocked


def test_same_wish_of_lead_and_body_counts_once() -> None:
    found = proposals(
        f"{GOVERNOR} خواستار راه‌اندازی پرواز مستقیم رشت و توکیو شد.\n\n"
        f"{GOVERNOR} گفت: راه‌اندازی پرواز مستقیم رشت و توکیو ضروری است."
    )
    assert len(found) == 1


@pytest.mark.parametrize("count", [2, 9])
def test_wording_is_never_longer_than_a_line(count: int) -> None:
    members = " و ".join(["راه‌اندازی پرواز مستقیم فرودگاه بین‌المللی"] * count)
    for one in proposals(f"{GOVERNOR} خواستار {members} شد."):
        assert 0 < len(one.text) <= 90
