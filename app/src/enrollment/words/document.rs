//! The words of documents.

use tierline_core::enrollment::Format;

use crate::i18n::{Lang, messages};

/// The format of a file.
#[must_use]
pub const fn format(format: Format) -> &'static str {
    match format {
        Format::Pdf => "PDF",
        Format::Png => "PNG",
        Format::Jpeg => "JPEG",
    }
}

/// The label of a field, for messages about it.
#[must_use]
pub(crate) fn field(lang: Lang, field: &str) -> Option<&'static str> {
    match field {
        "kind" => Some(shows(lang)),
        "file" => Some(file(lang)),
        _ => None,
    }
}

messages! {
    documents => ["Documents", "文件", "文档"];
    no_documents => ["No documents were added.", "尚未新增文件。", "尚未添加文档。"];
    document => ["Document", "文件", "文档"];
    check => ["Check", "檢查", "检查"];
    size => ["Size", "大小", "大小"];
    added => ["Added", "新增時間", "添加时间"];
    kilobytes(number) => ["{number} KB", "{number} KB", "{number} KB"];
    is_gone => [
        "Deleted after its retention period",
        "已逾保存期限並移除",
        "已超过保存期限并删除",
    ];
    shows => ["Contents of the document", "文件證明的內容", "文档证明的内容"];
    file => ["File", "檔案", "文件"];
    file_hint(most) => [
        "PDF, PNG, or JPEG, up to 10 MB. An enrollment can have {most} documents.",
        "PDF、PNG 或 JPEG，最大 10 MB。每項註冊最多 {most} 份文件。",
        "PDF、PNG 或 JPEG，最大 10 MB。每项注册最多 {most} 份文档。",
    ];
    add => ["Add document", "新增文件", "添加文档"];
    uploading => ["Uploading the document", "正在上傳文件", "正在上传文档"];
    for_check(kind, check) => ["{kind} ({check})", "{kind}（{check}）", "{kind}（{check}）"];
}
