//! The words of the steps of enrolling.

use crate::i18n::{Lang, messages};

/// The label of a field that two admins can enter at the same time.
#[must_use]
pub fn field(lang: Lang, field: &str) -> Option<&'static str> {
    Some(match field {
        "name" => person(lang),
        "address" => address(lang),
        "country" => country(lang),
        "website" => website(lang),
        "email" => email(lang),
        "phone" => phone(lang),
        "language" => language(lang),
        _ => return None,
    })
}

messages! {
    enroll_as => ["Enroll as an indirect reseller", "註冊為間接經銷商", "注册为间接经销商"];
    kept_hint => [
        "Every step is saved. You can leave and continue later, even on another device.",
        "每個步驟都會保留。您可以離開，稍後在其他裝置上繼續。",
        "每个步骤都会保留。你可以离开，稍后在其他设备上继续。",
    ];
    save_and_next => ["Next", "下一步", "下一步"];
    save => ["Save", "儲存", "保存"];
    back => ["Back", "上一步", "上一步"];
    leave => ["Leave for now", "暫時離開", "暂时离开"];
    open => ["Open", "未完成", "未完成"];
    done => ["Done", "已完成", "已完成"];
    postponed => ["Postponed", "已延後", "已推迟"];
    not_needed => ["Not needed", "不需要", "不需要"];
    waiting => ["Not yet", "尚不可用", "尚不可用"];
    change => ["Change", "變更", "更改"];

    mpn_title => ["Associate the MPN ID", "關聯 MPN ID", "关联 MPN ID"];
    mpn_lead => [
        "The MPN ID must belong to an active location in the same country as your company.",
        "MPN ID 必須屬於與貴公司相同國家/地區的有效位置。",
        "MPN ID 必须属于与贵公司相同国家/地区的有效位置。",
    ];
    mpn_here(mpn) => [
        "Your MPN ID is {mpn}. There's nothing more to do here.",
        "您的 MPN ID 是 {mpn}。無須再處理。",
        "你的 MPN ID 是 {mpn}。无需再处理。",
    ];
    mpn_postpone_lead => [
        "You can postpone this step for now, but until the MPN ID is associated you can't sign the agreement or transact.",
        "您可以暫時延後此步驟，但在關聯 MPN ID 之前，您無法簽署合約或進行交易。",
        "你可以暂时推迟此步骤，但在关联 MPN ID 之前，你将无法签署协议或进行交易。",
    ];
    mpn_postponed => [
        "You have postponed this step. Until the MPN ID is associated, you can't sign the agreement or transact.",
        "您已延後此步驟。在關聯 MPN ID 之前，您無法簽署合約或進行交易。",
        "你已推迟此步骤。在关联 MPN ID 之前，你将无法签署协议或进行交易。",
    ];
    postpone => ["Postpone", "延後", "推迟"];

    profile_title => ["Legal business profile", "法律商務設定檔", "法定企业档案"];
    profile_lead => [
        "Enter the details exactly as your company is registered. The program operator checks them against the register.",
        "請依照公司登記的內容填寫：計畫營運者會與登記資料核對。",
        "请完全按照公司登记的内容填写：计划运营方会与登记资料核对。",
    ];
    profile_again => [
        "If you change the name, address, or website, the checks that depend on them start over.",
        "如果您變更名稱、地址或網站，相關的檢查會重新開始。",
        "如果你更改名称、地址或网站，相关的检查会重新开始。",
    ];
    change_profile => ["Change the profile", "變更設定檔", "更改档案"];
    profile_kept => [
        "The program operator keeps this profile. To change it, write to the program operator.",
        "此設定檔由計畫營運者維護。若要變更，請連絡計畫營運者。",
        "此档案由计划运营方维护。如需更改，请联系计划运营方。",
    ];
    name => ["Legal business name", "法律公司名稱", "公司合法名称"];
    address => ["Address", "地址", "地址"];
    address_hint => [
        "Street, postal code, and city, each on its own line.",
        "街道、郵遞區號、城市：每項一行。",
        "街道、邮政编码、城市：每项一行。",
    ];
    country => ["Country/region", "國家/地區", "国家/地区"];
    correct_country => ["Correct the country/region", "更正國家/地區", "更正国家/地区"];
    correct_country_lead => [
        "Your legal location decides the region in which you do business, and the MPN ID must be of this country. You can correct it until you associate an MPN ID or select Enroll now.",
        "您的法定所在地決定您開展業務的地區，MPN ID 也必須屬於此國家/地區。在關聯 MPN ID 或選取「現在註冊」之前，您都可以更正。",
        "你的法定所在地决定你开展业务的区域，MPN ID 也必须属于此国家/地区。在关联 MPN ID 或选择“立即注册”之前，你都可以更正。",
    ];
    website => ["Website", "網站", "网站"];

    contact_title => ["Primary contact", "主要連絡人", "主要联系人"];
    contact_lead => [
        "The person in your company we can contact about your application. It can be you or someone else in the company.",
        "您公司中我們可以就您的申請連絡的人員。可以是您或公司中的其他人。",
        "你的公司中我们可以就你的申请与其联系的人员。这个人可以是你，也可以是公司中的其他人。",
    ];
    contact_asked => [
        "We'll email your primary contact to verify (1) that they signed up for a Partner Center account, and (2) that this email address belongs to your company.",
        "我們會傳送電子郵件給您的主要連絡人確認 (1) 他/她已註冊合作夥伴中心帳戶，且 (2) 此電子郵件地址屬於您的公司。",
        "我们将向你的主要联系人发送电子邮件以确认：(1) 他或她已注册合作伙伴中心帐户，并且 (2) 该电子邮件地址属于贵公司。",
    ];
    contact_again => [
        "If you change the name or address, we ask the contact again, and the checks that depend on it start over.",
        "如果您變更姓名或地址，我們會再次詢問連絡人，相關的檢查也會重新開始。",
        "如果你更改姓名或地址，我们会再次询问联系人，相关的检查也会重新开始。",
    ];
    person => ["Name", "姓名", "姓名"];
    email => ["Email address", "電子郵件地址", "电子邮件地址"];
    email_hint => [
        "Use an address in your company's own domain. We don't accept email addresses from web-based email services.",
        "公司自有網域的地址。我們不接受網路郵件服務的電子郵件地址。",
        "公司自有域的地址。我们不接受来自基于 Web 的电子邮件服务的电子邮件地址。",
    ];
    phone => ["Phone", "電話", "电话"];
    language => ["Language of our emails", "郵件語言", "邮件语言"];

    support_title => ["Customer support", "客戶支援", "客户支持"];
    support_lead => [
        "Where your customers get support.",
        "您的客戶取得支援的方式。",
        "你的客户获取支持的方式。",
    ];

    review_title => ["Review", "檢閱", "查看"];
    review_lead => [
        "Check what you've entered. Enroll now submits it to the program operator.",
        "請檢查您輸入的內容。選取「現在註冊」後會送交計畫營運者。",
        "请检查你输入的内容。选择“立即注册”后将提交给计划运营方。",
    ];
    not_entered => ["Not entered yet", "尚未輸入", "尚未输入"];
    enroll_now => ["Enroll now", "現在註冊", "立即注册"];
    go_to_step(step) => ["Go to {step}", "前往{step}", "转到{step}"];
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::enrollment::{told, words::visit};

    #[test]
    fn a_text_names_a_button_by_its_label() {
        for lang in Lang::ALL {
            let texts = [
                review_lead(lang),
                correct_country_lead(lang),
                told::country_settled(lang),
                told::not_submitted(lang),
            ];
            for text in texts {
                assert!(text.contains(enroll_now(lang)), "{text}");
            }
            let text = visit::account_none(lang);
            assert!(text.contains(visit::create_one(lang)), "{text}");
        }
    }
}
