//! Program settings in words: names of settings, events, refusals and actions.

use chrono::{NaiveDate, NaiveTime};
use tierline_core::{
    permission::program::Action,
    program::{
        Changed, Day, Event, Group, Holiday, LineProblem, Refusal, Setting, Unit, WorkingDays,
        WrongLine,
    },
};

use crate::{
    i18n::{Lang, date, messages, number, worded_codes},
    timeline::{Names, Telling},
    ui::{Glyph, Tone},
};

impl Telling for Event {
    fn sentence(&self, names: &Names<'_>) -> String {
        let lang = names.lang;
        match self {
            Event::ValuesSet { changes, .. } => {
                let changes: Vec<String> = changes.iter().map(|it| changed(lang, *it)).collect();
                values_set(lang, changes.join(between(lang)))
            }
            Event::WorkingDaysSet { before, after, .. } => {
                working_days_set(lang, days(lang, *before), days(lang, *after))
            }
            Event::HolidaysAdded { holidays, .. } => match holidays.as_slice() {
                [one] => holiday_added(lang, holiday(lang, one)),
                several => holidays_added(lang, several.len(), span(lang, several)),
            },
            Event::HolidaysRemoved { holidays, .. } => match holidays.as_slice() {
                [one] => holiday_removed(lang, holiday(lang, one)),
                several => holidays_removed(lang, several.len(), span(lang, several)),
            },
        }
    }

    fn look(&self) -> (Tone, Glyph) {
        match self {
            Event::ValuesSet { .. } | Event::WorkingDaysSet { .. } => (Tone::Info, Glyph::Sliders),
            Event::HolidaysAdded { .. } => (Tone::Info, Glyph::Plus),
            Event::HolidaysRemoved { .. } => (Tone::Neutral, Glyph::Ban),
        }
    }
}

fn changed(lang: Lang, changed: Changed) -> String {
    let Changed {
        setting: of,
        before,
        after,
    } = changed;
    let label = setting(lang, of);
    let (before, after) = (value(lang, of, before), value(lang, of, after));
    from_to(lang, label, before, after)
}

/// The first and the last of several days.
fn span(lang: Lang, holidays: &[Holiday]) -> String {
    let day = |holiday: Option<&Holiday>| holiday.map(|it| day_of(lang, it.day));
    let (first, last) = (day(holidays.first()), day(holidays.last()));
    first_to_last(lang, first.unwrap_or_default(), last.unwrap_or_default())
}

/// A day with its name.
fn holiday(lang: Lang, holiday: &Holiday) -> String {
    let day = day_of(lang, holiday.day);
    match &holiday.name {
        Some(name) => named_day(lang, day, name),
        None => day,
    }
}

/// A day of the calendar.
#[must_use]
pub fn day_of(lang: Lang, day: NaiveDate) -> String {
    date(lang, day.and_time(NaiveTime::MIN).and_utc())
}

/// A number with what it counts.
#[must_use]
pub fn value(lang: Lang, setting: Setting, value: u32) -> String {
    let plain = number(value);
    match unit(lang, setting.unit()) {
        "" => plain,
        unit => counted(lang, plain, unit),
    }
}

/// What a number counts; nothing, where its name says it.
#[must_use]
pub fn unit(lang: Lang, unit: Unit) -> &'static str {
    match unit {
        Unit::BusinessDays => business_days(lang),
        Unit::Weeks => weeks(lang),
        Unit::Days => days_unit(lang),
        Unit::Hours => hours(lang),
        Unit::Minutes => minutes(lang),
        Unit::Number => "",
    }
}

/// The name of a setting.
#[must_use]
pub fn setting(lang: Lang, setting: Setting) -> &'static str {
    match setting {
        Setting::ReviewFrom => review_from(lang),
        Setting::ReviewTo => review_to(lang),
        Setting::AnswerFrom => answer_from(lang),
        Setting::AnswerTo => answer_to(lang),
        Setting::InvitationDays => invitation_days(lang),
        Setting::ReminderDays => reminder_days(lang),
        Setting::MemberInvitationDays => member_invitation_days(lang),
        Setting::SessionHours => session_hours(lang),
        Setting::SessionDays => session_days(lang),
        Setting::Documents => documents(lang),
        Setting::Reviewers => reviewers(lang),
        Setting::ConfirmationDays => confirmation_days(lang),
        Setting::RejectedDays => rejected_days(lang),
        Setting::ResendMinutes => resend_minutes(lang),
        Setting::InvitationsADay => invitations_a_day(lang),
        Setting::MailDays => mail_days(lang),
        Setting::SignInDays => sign_in_days(lang),
        Setting::DraftDays => draft_days(lang),
        Setting::DocumentDays => document_days(lang),
    }
}

/// The name of a group.
#[must_use]
pub fn group(lang: Lang, group: Group) -> &'static str {
    match group {
        Group::Promises => promises(lang),
        Group::Lifetimes => lifetimes(lang),
        Group::Limits => limits(lang),
        Group::Quotas => quotas(lang),
        Group::Retention => retention(lang),
        Group::WorkingDays => working_days(lang),
        Group::Holidays => holidays(lang),
    }
}

/// The name of a day of the week.
#[must_use]
pub fn day(lang: Lang, day: Day) -> &'static str {
    match day {
        Day::Monday => monday(lang),
        Day::Tuesday => tuesday(lang),
        Day::Wednesday => wednesday(lang),
        Day::Thursday => thursday(lang),
        Day::Friday => friday(lang),
        Day::Saturday => saturday(lang),
        Day::Sunday => sunday(lang),
    }
}

/// The names of several days.
#[must_use]
pub fn days(lang: Lang, days: WorkingDays) -> String {
    let names: Vec<&str> = days.iter().map(|it| day(lang, it)).collect();
    names.join(comma(lang))
}

/// A refusal in words.
pub(crate) fn refusal(lang: Lang, refusal: &Refusal) -> String {
    match refusal {
        Refusal::MoreThan { lower, upper } => {
            more_than(lang, setting(lang, *lower), setting(lang, *upper))
        }
        Refusal::NotLessThan { lower, upper } => {
            not_less_than(lang, setting(lang, *lower), setting(lang, *upper))
        }
        Refusal::HolidayLines { lines, more } => {
            let told = wrong_lines(lang, lines);
            if *more == 0 {
                holiday_lines(lang, told)
            } else {
                more_holiday_lines(lang, told, more)
            }
        }
        Refusal::NoHolidays => no_holidays(lang).to_owned(),
        Refusal::TooManyHolidays { most } => {
            too_many_holidays(lang, number(i64::try_from(*most).unwrap_or(i64::MAX)))
        }
    }
}

/// Every wrong line, by what is wrong with it.
fn wrong_lines(lang: Lang, wrong: &[WrongLine]) -> String {
    let told = LineProblem::ALL.into_iter().filter_map(|problem| {
        let lines = wrong.iter().filter(|it| it.problem == problem);
        let lines: Vec<u32> = lines.map(|it| it.line).collect();
        let what = line_problem(lang, problem);
        match lines.as_slice() {
            [] => None,
            [one] => Some(line(lang, one, what)),
            several => Some(several_lines(lang, spans(lang, several), what)),
        }
    });
    told.collect::<Vec<_>>().join(between(lang))
}

/// Numbers in their order, where those that follow each other are told by the first and the last.
fn spans(lang: Lang, lines: &[u32]) -> String {
    let spans = lines.chunk_by(|one, next| one + 1 == *next);
    let told = spans.filter_map(|span| match span {
        [] => None,
        [one] => Some(one.to_string()),
        [first, .., last] => Some(format!("{first}–{last}")),
    });
    told.collect::<Vec<_>>().join(comma(lang))
}

fn line_problem(lang: Lang, problem: LineProblem) -> &'static str {
    match problem {
        LineProblem::NoDay => no_day(lang),
        LineProblem::OtherAge => other_age(lang),
        LineProblem::Name => wrong_name(lang),
        LineProblem::Twice => twice(lang),
        LineProblem::Repeats => repeats(lang),
    }
}

/// An action as a phrase, for "To …, you need".
pub(crate) fn action(lang: Lang, action: Action) -> &'static str {
    match action {
        Action::ViewProgramSettings => view_settings(lang),
        Action::ManageProgramSettings => manage_settings(lang),
    }
}

worded_codes! {
    /// A finished action, reported on the page that follows.
    pub enum Notice {
        SettingsSaved = "settings_saved" => done_saved,
    }
}

messages! {
    done_saved => [
        "Settings saved. They apply from now on.",
        "設定已儲存，即刻生效。",
        "设置已保存，即刻生效。",
    ];

    // Settings.
    review_from => ["Enrollment review, minimum", "註冊審查，最短", "注册审核，最短"];
    review_to => ["Enrollment review, maximum", "註冊審查，最長", "注册审核，最长"];
    answer_from => ["Answer to a directory change, minimum", "目錄變更的回覆，最短", "目录更改的答复，最短"];
    answer_to => ["Answer to a directory change, maximum", "目錄變更的回覆，最長", "目录更改的答复，最长"];
    invitation_days => ["Personal invitation link", "邀請的個人連結", "邀请的个人链接"];
    reminder_days => ["Reminder before a personal link expires", "個人連結到期前的提醒", "个人链接到期前的提醒"];
    member_invitation_days => ["Link for a new user", "新使用者的連結", "新用户的链接"];
    session_hours => ["Inactive session", "未使用的工作階段", "未使用的会话"];
    session_days => ["Maximum session length", "工作階段總長", "会话总时长"];
    documents => ["Documents per enrollment", "每項註冊的文件數", "每项注册的文档数"];
    reviewers => ["Reviewers needed to end a review", "結束審查所需的審查者人數", "结束审核所需的审核者人数"];
    confirmation_days => [
        "Wait before asking the primary contact again",
        "再次詢問主要連絡人的間隔",
        "再次询问主要联系人的间隔",
    ];
    rejected_days => [
        "Suspension after a failed check",
        "檢查未通過後的暫停",
        "检查未通过后的暂停",
    ];
    resend_minutes => ["Wait before emailing the same recipient again", "再次寄信給同一收件者的間隔", "再次向同一收件人发送邮件的间隔"];
    invitations_a_day => ["Invitations per organization in 24 hours", "組織在 24 小時內的邀請數", "组织在 24 小时内的邀请数"];
    mail_days => ["Sent and undeliverable emails", "已傳送與無法投遞的郵件", "已发送与无法投递的邮件"];
    sign_in_days => ["Sign-in attempts", "登入的嘗試", "登录的尝试"];
    draft_days => ["Unfinished new customers", "未完成的客戶", "未完成的客户"];
    document_days => [
        "Documents of completed cases",
        "已完成案件的文件",
        "已完成案件的文档",
    ];

    // Groups.
    promises => ["Promises", "承諾", "承诺"];
    lifetimes => ["Lifetimes", "有效期", "有效期"];
    limits => ["Cases", "案件", "案件"];
    quotas => ["Quotas", "配額", "配额"];
    retention => ["Retention", "保存期限", "保留期"];
    working_days => ["Working days", "工作日", "工作日"];
    holidays => ["Holidays", "假日", "节假日"];

    // Units.
    business_days => ["business days", "個工作天", "个工作日"];
    weeks => ["weeks", "週", "周"];
    days_unit => ["days", "天", "天"];
    hours => ["hours", "小時", "小时"];
    minutes => ["minutes", "分鐘", "分钟"];
    counted(number, unit) => ["{number} {unit}", "{number} {unit}", "{number} {unit}"];

    // Days of the week.
    monday => ["Monday", "星期一", "星期一"];
    tuesday => ["Tuesday", "星期二", "星期二"];
    wednesday => ["Wednesday", "星期三", "星期三"];
    thursday => ["Thursday", "星期四", "星期四"];
    friday => ["Friday", "星期五", "星期五"];
    saturday => ["Saturday", "星期六", "星期六"];
    sunday => ["Sunday", "星期日", "星期日"];
    comma => [", ", "、", "、"];
    between => ["; ", "；", "；"];

    // Events.
    values_set(changes) => ["Changed settings: {changes}", "變更了設定：{changes}", "更改了设置：{changes}"];
    from_to(setting, before, after) => [
        "{setting} from {before} to {after}",
        "{setting}從 {before} 改為 {after}",
        "{setting}从 {before} 改为 {after}",
    ];
    working_days_set(before, after) => [
        "Changed the working days from {before} to {after}",
        "將工作日從{before}改為{after}",
        "将工作日从{before}改为{after}",
    ];
    named_day(day, name) => ["{day} ({name})", "{day}（{name}）", "{day}（{name}）"];
    first_to_last(first, last) => ["{first} to {last}", "{first}至{last}", "{first}至{last}"];
    holiday_added(day) => ["Added the holiday {day}", "新增了假日 {day}", "添加了节假日 {day}"];
    holidays_added(count, span) => [
        "Added {count} holidays, {span}",
        "新增了 {count} 個假日，{span}",
        "添加了 {count} 个节假日，{span}",
    ];
    holiday_removed(day) => ["Removed the holiday {day}", "移除了假日 {day}", "移除了节假日 {day}"];
    holidays_removed(count, span) => [
        "Removed {count} holidays, {span}",
        "移除了 {count} 個假日，{span}",
        "移除了 {count} 个节假日，{span}",
    ];

    // Refusals.
    more_than(lower, upper) => [
        "“{lower}” can't be more than “{upper}”. Correct one of the two.",
        "「{lower}」不能大於「{upper}」。請更正其中之一。",
        "“{lower}”不能大于“{upper}”。请更正其中之一。",
    ];
    not_less_than(lower, upper) => [
        "“{lower}” has to be less than “{upper}”. Correct one of the two.",
        "「{lower}」必須小於「{upper}」。請更正其中之一。",
        "“{lower}”必须小于“{upper}”。请更正其中之一。",
    ];
    holiday_lines(lines) => [
        "No holiday was added. Correct these lines of the list: {lines}.",
        "未新增任何假日。請更正清單中的這些行：{lines}。",
        "未添加任何节假日。请更正列表中的这些行：{lines}。",
    ];
    more_holiday_lines(lines, more) => [
        "No holiday was added. Correct these lines of the list: {lines}; and {more} more.",
        "未新增任何假日。請更正清單中的這些行：{lines}；以及另外 {more} 行。",
        "未添加任何节假日。请更正列表中的这些行：{lines}；以及另外 {more} 行。",
    ];
    line(number, problem) => ["line {number} ({problem})", "第 {number} 行（{problem}）", "第 {number} 行（{problem}）"];
    several_lines(numbers, problem) => [
        "lines {numbers} ({problem})",
        "第 {numbers} 行（{problem}）",
        "第 {numbers} 行（{problem}）",
    ];
    no_day => ["not a date such as 2027-01-01", "不是 2027-01-01 形式的日期", "不是 2027-01-01 形式的日期"];
    other_age => ["a date before 2000 or after 2199", "早於 2000 年或晚於 2199 年", "早于 2000 年或晚于 2199 年"];
    wrong_name => ["a name that's too long or has no letters", "名稱過長或沒有文字", "名称过长或没有文字"];
    twice => ["a date listed before with another name", "清單中已有此日期，但名稱不同", "列表中已有此日期，但名称不同"];
    repeats => [
        "an event that repeats: add each day",
        "重複的活動：請逐日新增",
        "重复的活动：请逐日添加",
    ];
    no_holidays => [
        "The list has no holidays. Write one day on each line.",
        "清單中沒有假日。請每行寫一個日期。",
        "列表中没有节假日。请每行写一个日期。",
    ];
    too_many_holidays(most) => [
        "The calendar can have up to {most} holidays. Remove some from past years first.",
        "行事曆最多可有 {most} 個假日。請先移除過去年度的假日。",
        "日历最多可有 {most} 个节假日。请先移除过去年度的节假日。",
    ];

    // Actions.
    view_settings => ["view the program settings", "檢視計畫設定", "查看计划设置"];
    manage_settings => ["change the program settings", "變更計畫設定", "更改计划设置"];
}

#[cfg(test)]
mod tests {
    use tierline_core::{program::parse_holidays, testing::day};

    use super::*;
    use crate::timeline::{Known, Told};

    fn told(event: &Event, lang: Lang) -> String {
        Told::of(event, Known::default()).what.in_language(lang)
    }

    #[test]
    fn a_change_is_told_with_what_was_before_and_after() {
        let operator = tierline_core::testing::operator().id;
        let (at, by) = (day(1), tierline_core::testing::id(7));
        let change = |setting, before, after| Changed {
            setting,
            before,
            after,
        };
        let set = Event::ValuesSet {
            operator,
            group: Group::Quotas,
            changes: vec![
                change(Setting::ResendMinutes, 5, 10),
                change(Setting::InvitationsADay, 1_000, 20_000),
            ],
            at,
            by,
        };
        assert_eq!(
            told(&set, Lang::En),
            "Changed settings: Wait before emailing the same recipient again from 5 minutes to 10 minutes; \
             Invitations per organization in 24 hours from 1,000 to 20,000"
        );
        let holidays = parse_holidays("2027-01-01,New Year\n2027-12-25").unwrap();
        let added = |holidays: &[Holiday]| Event::HolidaysAdded {
            operator,
            holidays: holidays.to_vec(),
            at,
            by,
        };
        assert_eq!(
            told(&added(&holidays[..1]), Lang::En),
            "Added the holiday January 1, 2027 (New Year)"
        );
        assert_eq!(
            told(&added(&holidays), Lang::ZhHans),
            "添加了 2 个节假日，2027年1月1日至2027年12月25日"
        );
    }

    #[test]
    fn wrong_lines_are_named_with_what_is_wrong() {
        let list = "2027-01-01\nsoon\n1999-01-01\nlater\nnever\nwhenever";
        let wrong = parse_holidays(list).unwrap_err();
        assert_eq!(
            refusal(Lang::En, &wrong),
            "No holiday was added. Correct these lines of the list: lines 2, 4–6 (not a date such as 2027-01-01); \
             line 3 (a date before 2000 or after 2199)."
        );
    }
}
