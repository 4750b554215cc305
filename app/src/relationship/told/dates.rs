//! Rights that end by themselves, in words.

use chrono::{NaiveDate, NaiveTime};
use tierline_core::{
    Timestamp,
    ids::OrganizationId,
    relationship::{Grant, last_day},
    text::Reason,
};

use crate::{
    i18n::{Lang, date, messages},
    relationship::words,
    timeline::{Names, Subject},
};

/// A day in words.
fn day(lang: Lang, day: NaiveDate) -> String {
    date(lang, day.and_time(NaiveTime::MIN).and_utc())
}

/// The last day before an end.
fn last(lang: Lang, ends: Timestamp) -> String {
    day(lang, last_day(ends))
}

/// The sides of the relationship, as far as the reader is told them: the customer first.
fn who<'a>(names: &'a Names<'_>) -> (Option<&'a str>, Option<&'a str>) {
    match names.subject() {
        Some(Subject::Customer(name)) => (Some(name.as_str()), None),
        Some(Subject::Partner(name)) => (None, Some(name.as_str())),
        Some(Subject::Beside { customer, partner }) => {
            (Some(customer.as_str()), Some(partner.as_str()))
        }
        _ => (None, None),
    }
}

/// A sentence, with the sides before it where the reader needs them.
fn of(names: &Names<'_>, sentence: String) -> String {
    let lang = names.lang;
    match who(names) {
        (Some(customer), Some(partner)) => between(lang, customer, partner, sentence),
        (Some(one), None) | (None, Some(one)) => with(lang, one, sentence),
        (None, None) => sentence,
    }
}

pub(super) fn set(names: &Names<'_>, grant: Option<Grant>, ends: Option<Timestamp>) -> String {
    let lang = names.lang;
    let sentence = match (grant, ends) {
        (Some(grant), Some(ends)) => {
            right_ends_on(lang, words::term(lang, grant), last(lang, ends))
        }
        (Some(grant), None) => right_without_end(lang, words::term(lang, grant)),
        (None, Some(ends)) => whole_ends_on(lang, last(lang, ends)),
        (None, None) => whole_without_end(lang).to_owned(),
    };
    of(names, sentence)
}

pub(super) fn grant_expired(names: &Names<'_>, grant: Grant) -> String {
    let lang = names.lang;
    of(names, right_expired(lang, words::term(lang, grant)))
}

pub(super) fn expired(names: &Names<'_>) -> String {
    of(names, whole_expired(names.lang).to_owned())
}

pub(super) fn asked(names: &Names<'_>, until: Timestamp) -> String {
    of(names, asked_until(names.lang, last(names.lang, until)))
}

pub(super) fn renewed(names: &Names<'_>, ends: Timestamp) -> String {
    of(names, renewed_until(names.lang, last(names.lang, ends)))
}

pub(super) fn declined(names: &Names<'_>, reason: Option<&Reason>) -> String {
    let lang = names.lang;
    let sentence = match reason {
        Some(reason) => declined_because(lang, reason),
        None => declined_to_renew(lang).to_owned(),
    };
    of(names, sentence)
}

pub(super) fn parted(names: &Names<'_>, with: OrganizationId) -> String {
    of(names, parted_from(names.lang, names.of(with)))
}

pub(super) fn out_of_range(lang: Lang, first: NaiveDate, last: NaiveDate) -> String {
    end_date_out_of_range(lang, day(lang, first), day(lang, last))
}

pub(super) fn asked_already(
    lang: Lang,
    customer: impl core::fmt::Display,
    at: Timestamp,
    again: Timestamp,
) -> String {
    let (at, again) = (
        crate::i18n::date_time(lang, at),
        crate::i18n::date_time(lang, again),
    );
    renewal_asked(lang, customer, at, again)
}

messages! {
    // Events.
    between(customer, partner, sentence) => [
        "{customer} and {partner}: {sentence}",
        "{customer} 與 {partner}：{sentence}",
        "{customer} 与 {partner}：{sentence}",
    ];
    with(name, sentence) => ["{name}: {sentence}", "{name}：{sentence}", "{name}：{sentence}"];
    right_ends_on(term, day) => [
        "The last day of the {term} permission is {day}",
        "「{term}」權限的最後一天是 {day}",
        "“{term}”权限的最后一天是 {day}",
    ];
    right_without_end(term) => [
        "The {term} permission no longer has an end date",
        "「{term}」權限不再有結束日期",
        "“{term}”权限不再有结束日期",
    ];
    whole_ends_on(day) => [
        "The last day of the reseller relationship is {day}",
        "經銷商關係的最後一天是 {day}",
        "经销商关系的最后一天是 {day}",
    ];
    whole_without_end => [
        "The reseller relationship no longer has an end date",
        "經銷商關係不再有結束日期",
        "经销商关系不再有结束日期",
    ];
    right_expired(term) => [
        "The {term} permission ended on its end date",
        "「{term}」權限已於結束日期終止",
        "“{term}”权限已于结束日期终止",
    ];
    whole_expired => [
        "The reseller relationship ended on its end date",
        "經銷商關係已於結束日期終止",
        "经销商关系已于结束日期终止",
    ];
    asked_until(day) => [
        "The partner asked to renew its permissions until {day}",
        "合作夥伴要求將其權限續期至 {day}",
        "合作伙伴请求将其权限续期至 {day}",
    ];
    renewed_until(day) => [
        "Renewed the partner's permissions until {day}",
        "已將合作夥伴的權限續期至 {day}",
        "已将合作伙伴的权限续期至 {day}",
    ];
    declined_to_renew => [
        "Declined to renew the partner's permissions",
        "拒絕將合作夥伴的權限續期",
        "拒绝将合作伙伴的权限续期",
    ];
    declined_because(reason) => [
        "Declined to renew the partner's permissions: {reason}",
        "拒絕將合作夥伴的權限續期：{reason}",
        "拒绝将合作伙伴的权限续期：{reason}",
    ];

    parted_from(other) => [
        "The partnership with {other} ended; all permissions stay the same",
        "與 {other} 的合作夥伴關係已結束；所有權限維持不變",
        "与 {other} 的合作伙伴关系已结束；所有权限保持不变",
    ];

    // Refusals.
    end_date_out_of_range(first, last) => [
        "Choose an end date from {first} to {last}. To end a permission today, remove it.",
        "請選擇 {first} 至 {last} 之間的結束日期。若要在今天結束權限，請將其移除。",
        "请选择 {first} 至 {last} 之间的结束日期。若要在今天结束权限，请将其移除。",
    ];
    nothing_to_renew(partner, customer) => [
        "There's nothing to renew between {partner} and {customer}. No permission has an end date, or the request was already answered.",
        "{partner} 與 {customer} 之間沒有可續期的權限：沒有任何權限設有結束日期，或該要求已回覆。",
        "{partner} 与 {customer} 之间没有可续期的权限：没有任何权限设有结束日期，或该请求已答复。",
    ];
    renewal_asked(customer, at, again) => [
        "{customer} was asked on {at} and hasn't answered yet. You can ask again from {again}.",
        "已於 {at} 詢問 {customer}，尚未收到回覆。您可於 {again} 起再次詢問。",
        "已于 {at} 询问 {customer}，尚未收到答复。你可于 {again} 起再次询问。",
    ];

    // Actions.
    set_end_date => [
        "set an end date for a partner's permissions",
        "為合作夥伴的權限設定結束日期",
        "为合作伙伴的权限设置结束日期",
    ];
    ask_to_renew => [
        "ask a customer to renew permissions",
        "要求客戶將權限續期",
        "请求客户将权限续期",
    ];

    // Notices.
    done_saved => ["The end dates were saved.", "已儲存結束日期。", "已保存结束日期。"];
    done_renewed => ["The permissions were renewed.", "已將權限續期。", "已将权限续期。"];
    done_declined => [
        "You declined. The permissions end on the dates that were set.",
        "您已拒絕。這些權限將在已設定的日期結束。",
        "你已拒绝。这些权限将在已设置的日期结束。",
    ];
    done_asked => [
        "The customers are being asked. Their answers appear here.",
        "正在詢問客戶，其回覆將顯示於此。",
        "正在询问客户，其答复将显示于此。",
    ];
}
