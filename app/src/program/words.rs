//! The words of this area's page.

use tierline_core::program::{Group, Setting};

use super::told;
use crate::i18n::{Lang, messages};

/// The label of a field, for messages about it.
#[must_use]
pub(crate) fn field(lang: Lang, name: &str) -> Option<&'static str> {
    match name {
        "days" | "days[]" => Some(told::group(lang, Group::WorkingDays)),
        "day" => Some(day(lang)),
        "name" => Some(name_of_day(lang)),
        "list" => Some(list(lang)),
        "list_file" => Some(file(lang)),
        name => {
            let setting: Setting = name.parse().ok()?;
            Some(told::setting(lang, setting))
        }
    }
}

/// What a group is for.
#[must_use]
pub(crate) fn about(lang: Lang, group: Group) -> &'static str {
    match group {
        Group::Promises => about_promises(lang),
        Group::Lifetimes => about_lifetimes(lang),
        Group::Limits => about_limits(lang),
        Group::Quotas => about_quotas(lang),
        Group::Retention => about_retention(lang),
        Group::WorkingDays => about_working_days(lang),
        Group::Holidays => about_holidays(lang),
    }
}

messages! {
    title => ["Program settings", "計畫設定", "计划设置"];
    lead => [
        "The promises, limits, and retention periods of your program. Changes apply immediately and are kept in the history.",
        "您的計畫所承諾、允許與保存的內容。每項變更立即生效，並列於歷程記錄。",
        "你的计划所承诺、允许与保留的内容。每项更改立即生效，并列于历史记录。",
    ];
    settings_about => [
        "Promises, lifetimes, limits, quotas, retention, and the calendar",
        "承諾、有效期、限制、配額、保存期限與行事曆",
        "承诺、有效期、限制、配额、保留期与日历",
    ];
    values => ["Settings", "設定", "设置"];
    calendar => ["Calendar", "行事曆", "日历"];
    server_default => ["Server default", "伺服器預設", "服务器默认"];
    no_changes => ["Nothing has been changed yet", "尚未變更任何設定", "尚未更改任何设置"];
    no_changes_why => [
        "Your program uses the default settings. Changes will be listed here.",
        "您的計畫使用一般設定。每項變更都會列於此處。",
        "你的计划使用一般设置。每项更改都会列于此处。",
    ];
    days_of_week => ["Days of the week", "每週工作日", "每周工作日"];
    add_holidays => ["Add holidays", "新增假日", "添加节假日"];
    add_all => ["Add all", "全部新增", "全部添加"];
    file => ["CSV or calendar file", "CSV 或行事曆檔案", "CSV 或日历文件"];
    file_hint => [
        "Instead of typing, upload a CSV file with one day and name on each line, or a calendar file (.ics) with all-day events. Up to 1 MB.",
        "可取代輸入：每行一個日期與名稱的 CSV 檔案，或含整日活動的行事曆（.ics）。最大 1 MB。",
        "可代替输入：每行一个日期和名称的 CSV 文件，或含全天活动的日历（.ics）。最大 1 MB。",
    ];
    program => ["Program", "計畫", "计划"];
    change => ["Change settings", "變更設定", "更改设置"];
    save => ["Save", "儲存", "保存"];
    in_unit(setting, unit) => ["{setting} ({unit})", "{setting}（{unit}）", "{setting}（{unit}）"];
    bounds(least, most) => ["From {least} to {most}.", "{least} 到 {most}。", "{least} 到 {most}。"];
    bounds_and_usual(least, most, usual) => [
        "From {least} to {most}. Server default: {usual}.",
        "{least} 到 {most}。伺服器預設：{usual}。",
        "{least} 到 {most}。服务器默认：{usual}。",
    ];
    changed_by(by) => ["Changed by {by}", "由 {by} 變更於", "由 {by} 更改于"];
    never_changed => ["Not changed yet.", "尚未變更。", "尚未更改。"];
    about_promises => [
        "Shown to applicants and providers. A case that takes longer is late.",
        "會顯示給所有註冊者與提供者。等候更久的案件即為逾期。",
        "会显示给所有注册者和提供商。等待更久的案件即为逾期。",
    ];
    about_lifetimes => [
        "Apply to links and sessions that begin from now on. Links already sent keep their date.",
        "適用於之後開始的連結與工作階段。已傳送的連結維持原日期。",
        "适用于之后开始的链接与会话。已发送的链接维持原日期。",
    ];
    about_limits => [
        "With two reviewers, a second reviewer has to agree to the last check that passes and to every check that fails.",
        "如為兩位審查者，最後一項通過的檢查與每項未通過的檢查都需要第二位審查者同意。",
        "如为两位审核者，最后一项通过的检查与每项未通过的检查都需要第二位审核者同意。",
    ];
    about_quotas => [
        "Protects recipients and the reputation of your mail server.",
        "保護收件者與您郵件伺服器的信譽。",
        "保护收件人与你邮件服务器的信誉。",
    ];
    about_retention => [
        "Older data is deleted within the hour.",
        "超過期限的資料會在一小時內刪除。",
        "超过期限的数据会在一小时内删除。",
    ];
    about_working_days => [
        "Promised times count only these days (UTC).",
        "承諾的時間以這些日子計算，依 UTC。",
        "承诺的时间按这些日子计算，依 UTC。",
    ];
    about_holidays => [
        "Promised times skip these days from now on, including for cases that are already waiting.",
        "承諾的時間會立即略過這些日子，包括已在等候的案件。",
        "承诺的时间会立即跳过这些日子，包括已在等待的案件。",
    ];
    day => ["Day", "日期", "日期"];
    weekday => ["Day of the week", "星期", "星期"];
    name_of_day => ["Name", "名稱", "名称"];
    add_one => ["Add a holiday", "新增假日", "添加节假日"];
    add_several => ["Add a list", "新增清單", "添加列表"];
    list => ["List", "清單", "列表"];
    list_hint => [
        "One day on each line, with its name after a comma: 2027-01-01,New Year's Day. If any line is wrong, nothing is added.",
        "每行一個日期，逗號後為名稱：2027-01-01,元旦。如有任何一行錯誤，則不會新增。",
        "每行一个日期，逗号后为名称：2027-01-01,元旦。如有任何一行错误，则不会添加。",
    ];
    add => ["Add", "新增", "添加"];
    remove => ["Remove", "移除", "移除"];
    no_holidays => ["The calendar has no holidays", "行事曆中沒有假日", "日历中没有节假日"];
    no_holidays_why => [
        "Until you add some, only the days outside the working days are skipped.",
        "在您新增之前，只有工作日以外的日子不計算。",
        "在你添加之前，只有工作日以外的日子不计算。",
    ];
    year(year, count) => ["{year}: {count} holidays", "{year} 年：{count} 個假日", "{year} 年：{count} 个节假日"];
    one_in_year(year) => ["{year}: 1 holiday", "{year} 年：1 個假日", "{year} 年：1 个节假日"];
    holidays_of(year) => ["Holidays in {year}", "{year} 年的假日", "{year} 年的节假日"];
    history => ["History", "歷程記錄", "历史记录"];
}
