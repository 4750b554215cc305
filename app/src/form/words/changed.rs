//! Texts for the second of two users who edit the same form.

use crate::i18n::messages;

messages! {
    title => [
        "Someone else saved this while you were working on it",
        "您編輯期間，其他人已儲存此內容",
        "你编辑期间，其他人已保存此内容",
    ];
    what_now => [
        "Nothing was saved, and your changes are still here. Below are the saved values that differ from yours. Save again to replace them with yours.",
        "因此未儲存任何內容，您輸入的內容仍在此處。以下是目前已儲存且不同的內容。再次儲存即會以您的內容取代。",
        "因此未保存任何内容，你输入的内容仍在此处。以下是目前已保存且不同的内容。再次保存即会用你的内容替换。",
    ];
    nothing => ["(empty)", "（無）", "（无）"];
    other => ["Another field", "其他欄位", "其他字段"];
}
