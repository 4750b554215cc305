//! The words of the form of a listing.

use tierline_core::market::Language;

use crate::i18n::{Lang, messages};

/// The name of the field for the text in this language.
#[must_use]
pub const fn text_field(language: Language) -> &'static str {
    match language {
        Language::English => "text_en",
        Language::TraditionalChinese => "text_zh_hant",
        Language::SimplifiedChinese => "text_zh_hans",
    }
}

/// A language by its own name.
#[must_use]
pub fn language(language: Language) -> &'static str {
    match language {
        Language::English => Lang::En,
        Language::TraditionalChinese => Lang::ZhHant,
        Language::SimplifiedChinese => Lang::ZhHans,
    }
    .own_name()
}

/// The label of a field, for messages about it.
#[must_use]
pub(crate) fn field(lang: Lang, field: &str) -> Option<&'static str> {
    match field {
        "profile" => Some(draft(lang)),
        "logo_file" => Some(logo_file(lang)),
        _ => None,
    }
}

messages! {
    draft => ["Draft", "草稿", "草稿"];
    lead => [
        "Tell resellers what they should know. You'll see a preview before you submit.",
        "請撰寫經銷商應知道的內容。提交前會看到預覽。",
        "请撰写经销商应知道的内容。提交前会看到预览。",
    ];
    about_company => ["Company", "公司", "公司"];
    texts => ["Text", "文字", "文字"];
    texts_hint => [
        "Write in at least one language. Readers of other languages see one of these.",
        "請至少以一種語言撰寫。其他語言的讀者會看到其中之一。",
        "请至少用一种语言撰写。其他语言的读者会看到其中之一。",
    ];
    locations_hint => [
        "Enter each country/region with your web page for resellers there. Leave lines empty if you don't need them. To add more, save first.",
        "國家/地區，以及當地經銷商的網頁。不需要的行請留空；儲存後可再新增更多。",
        "国家/地区，以及当地经销商的网页。不需要的行请留空；保存后可再添加更多。",
    ];
    country_of(number) => ["Country/region {number}", "國家/地區 {number}", "国家/地区 {number}"];
    url_of(number) => ["Target URL {number}", "目標 URL {number}", "目标 URL {number}"];
    logo_now => ["The logo of this draft", "此草稿的標誌", "此草稿的徽标"];
    remove_logo => ["Remove the logo", "移除標誌", "移除徽标"];
    logo_file => ["Logo file", "標誌檔案", "徽标文件"];
    logo_hint => [
        "PNG, JPEG, or WebP, up to 2 MB and 4096 pixels on each side. It's fitted into a square. Without a logo the directory shows the first letter of your name.",
        "PNG、JPEG 或 WebP，最大 2 MB，每邊最多 4096 像素。標誌會重新繪製於正方形內。若無標誌，目錄會顯示名稱的第一個字。",
        "PNG、JPEG 或 WebP，最大 2 MB，每边最多 4096 像素。徽标会在正方形内重新绘制。如果没有徽标，目录会显示名称的第一个字。",
    ];
    uploading => ["Uploading the logo", "正在上傳標誌", "正在上传徽标"];
    choose => ["Choose", "請選擇", "请选择"];
    url_hint => ["Begins with https:// or http://", "以 https:// 或 http:// 開頭", "以 https:// 或 http:// 开头"];
    save => ["Save and preview", "儲存並預覽", "保存并预览"];
}
