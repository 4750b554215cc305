//! The words of a receipt.

use crate::i18n::messages;

messages! {
    title(kind) => ["Receipt: {kind}", "收據：{kind}", "回执：{kind}"];
    what_it_is(organization, kind) => [
        "{organization} has accepted the {kind} in the partner portal. This is what was recorded.",
        "{organization} 已在合作夥伴入口網站接受{kind}。以下是記錄內容。",
        "{organization} 已在合作伙伴门户接受{kind}。以下是记录内容。",
    ];
    organization => ["Organization", "組織", "组织"];
    organization_id => ["Tenant ID", "租用戶識別碼", "租户 ID"];
    agreement => ["Agreement", "合約", "协议"];
    version => ["Version", "版本", "版本"];
    signer => ["Signed by", "簽署人", "签署人"];
    at => ["Signed", "簽署時間", "签署时间"];
    address => ["Network address", "網路位址", "网络地址"];
    language => ["Language of the text", "文字的語言", "文本的语言"];
    digest => ["SHA-256 of the text", "文字的 SHA-256", "文本的 SHA-256"];
    the_text => ["The text that was signed", "所簽署的文字", "所签署的文本"];
}
