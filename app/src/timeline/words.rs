//! Beside the entries of a history.

use crate::i18n::messages;

messages! {
    link_holder => ["someone with the link", "持有連結的人", "持有链接的人"];
    reason_given(reason) => ["Reason: {reason}", "原因：{reason}", "原因：{reason}"];
    earlier => ["Show earlier", "顯示更早的記錄", "显示更早的记录"];
    latest => ["Show the latest", "顯示最新的記錄", "显示最新的记录"];
    nothing_yet => ["No activity yet.", "尚無任何活動。", "暂无任何活动。"];
}
