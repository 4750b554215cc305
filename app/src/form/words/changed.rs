//! Texts for the second of two users who edit the same form.

use crate::{
    customer::words::wizard,
    i18n::{Lang, messages},
    invitation::words as invitation,
    order::words as order,
};

/// The label of a field that two users can edit at the same time.
#[must_use]
pub fn label(lang: Lang, field: &str) -> &'static str {
    match field {
        "recipient" => invitation::recipient(lang),
        "subject" => invitation::subject(lang),
        "text" => invitation::text(lang),
        "reseller" => wizard::reseller(lang),
        "name" => wizard::name(lang),
        "domain" => wizard::domain(lang),
        "country" => wizard::country(lang),
        "street" => wizard::street(lang),
        "city" => wizard::city(lang),
        "postal_code" => wizard::postal_code(lang),
        "contact" => wizard::contact(lang),
        "admin_name" => wizard::admin(lang),
        "admin_user" => wizard::admin_user(lang),
        "lines" => order::chosen(lang),
        _ => other(lang),
    }
}

messages! {
    title => [
        "Someone else saved this while you were working on it",
        "您編輯期間，其他人已儲存此內容",
        "你编辑期间，其他人已保存此内容",
    ];
    what_now => [
        "So nothing was saved, and what you typed is still here. This is what is stored now where it differs. Save again to replace it with yours.",
        "因此未儲存任何內容，您輸入的內容仍在此處。以下是目前已儲存且不同的內容。再次儲存即會以您的內容取代。",
        "因此未保存任何内容，你输入的内容仍在此处。以下是目前已保存且不同的内容。再次保存即会用你的内容替换。",
    ];
    nothing => ["(nothing)", "（無）", "（无）"];
    other => ["Another field", "其他欄位", "其他字段"];
}
