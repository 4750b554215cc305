//! The words of the page behind a primary contact's link.

use crate::i18n::messages;

messages! {
    title => ["Confirm the enrollment", "確認註冊", "确认注册"];
    lead(company) => [
        "{company} is enrolling as an indirect reseller and named you as its primary contact. We'll continue our review once you confirm both statements.",
        "{company} 正在註冊為間接經銷商，並指定您為主要連絡人。您確認兩項陳述後，我們會繼續審查。",
        "{company} 正在注册为间接经销商，并指定你为主要联系人。你确认两项陈述后，我们将继续审核。",
    ];
    contact => ["Primary contact", "主要連絡人", "主要联系人"];
    company => ["Company", "公司", "公司"];
    valid_until => ["Valid until", "有效期限", "有效期至"];
    signed_up => [
        "I signed up for a Partner Center account.",
        "我已註冊合作夥伴中心帳戶。",
        "我已注册合作伙伴中心帐户。",
    ];
    company_address(address, company) => [
        "The email address {address} belongs to {company}.",
        "電子郵件地址 {address} 屬於 {company}。",
        "电子邮件地址 {address} 属于 {company}。",
    ];
    confirm => ["Confirm", "確認", "确认"];
    not_me => ["Didn't sign up?", "您並未註冊？", "你并未注册？"];
    not_me_lead => [
        "Let us know. The review stops, and the person enrolling your company has to enter another primary contact.",
        "請告訴我們。審查將停止，為貴公司註冊的人員必須輸入其他主要連絡人。",
        "请告诉我们。审核将停止，为贵公司注册的人员必须输入其他主要联系人。",
    ];
    deny => ["I didn't sign up", "我並未註冊", "我并未注册"];
    ended => ["This link can't be used", "此連結無法使用", "此链接无法使用"];
    of(company) => [
        "The link is about the enrollment of {company}.",
        "此連結與 {company} 的註冊有關。",
        "此链接与 {company} 的注册有关。",
    ];
    missing => ["This link doesn't work", "此連結無效", "此链接无效"];
    missing_why => [
        "Your email app may have cut it off. Copy the whole link from the email into the address bar, or ask for a new one.",
        "可能被您的郵件程式截斷。請將郵件中的完整連結複製到網址列，或要求新的連結。",
        "可能被你的邮件程序截断。请将邮件中的完整链接复制到地址栏，或要求新的链接。",
    ];
    go_to_start => ["About the program", "關於此計畫", "关于此计划"];
}
