//! The words of this area.

use crate::i18n::{Lang, messages};

/// The label of a field, for messages about it.
#[must_use]
pub(crate) fn field(lang: Lang, name: &str) -> Option<&'static str> {
    match name {
        "required_of" => Some(of_whom(lang)),
        "roles" | "roles[]" => Some(roles(lang)),
        _ => None,
    }
}

messages! {
    lead => [
        "Passwords can be guessed or stolen. Users who need a second factor see only the setup page until they have one.",
        "僅憑密碼可能被猜中或騙取。您要求雙步驟驗證的使用者在設定完成之前，只會看到設定頁面。",
        "仅凭密码可能被猜中或骗取。你要求双重验证的用户在设置完成之前，只会看到设置页面。",
    ];
    of_whom => ["Required for", "適用對象", "适用对象"];
    hint => [
        "Applies immediately, including to users who are signed in.",
        "立即生效，已登入的使用者也適用。",
        "立即生效，已登录的用户也适用。",
    ];
    nobody => ["No one", "不要求任何人", "不要求任何人"];
    nobody_hint => ["Each user decides.", "由每位使用者自行決定。", "由每位用户自行决定。"];
    partner_admins => [
        "Global admins and admin agents",
        "全域管理員與系統管理代理人",
        "全局管理员和管理员代理",
    ];
    customer_admins => ["Global admins", "全域管理員", "全局管理员"];
    program_admins => ["Program admins", "計畫管理員", "计划管理员"];
    of_roles => ["Users with certain roles", "具有特定角色的使用者", "具有特定角色的用户"];
    of_roles_hint => [
        "Select the roles below. A user with any of them needs a second factor.",
        "請在下方選取角色。具有其中任一角色的使用者都需要雙步驟驗證。",
        "请在下方选择角色。具有其中任一角色的用户都需要双重验证。",
    ];
    roles => ["Roles", "角色", "角色"];
    everybody => ["Everyone", "所有人", "所有人"];
    minimum_admins => [
        "The program operator requires a second factor for every organization's admins, whatever you choose here.",
        "無論在此如何選擇，計畫營運者都要求每個組織的管理員使用雙步驟驗證。",
        "无论在此如何选择，计划运营方都要求每个组织的管理员使用双重验证。",
    ];
    minimum_everybody => [
        "The program operator requires a second factor for everyone, whatever you choose here.",
        "無論在此如何選擇，計畫營運者都要求所有人使用雙步驟驗證。",
        "无论在此如何选择，计划运营方都要求所有人使用双重验证。",
    ];
    required_of_nobody => [
        "A second factor isn't required for anyone right now.",
        "目前不要求任何人。",
        "目前不要求任何人。",
    ];
    all_have_one => [
        "Everyone who needs a second factor has one.",
        "所有適用的使用者都已設定。",
        "所有适用的用户都已设置。",
    ];
    one_without => [
        "1 user who needs a second factor doesn't have one yet.",
        "有 1 位適用的使用者尚未設定。",
        "有 1 位适用的用户尚未设置。",
    ];
    without(number) => [
        "{number} users who need a second factor don't have one yet.",
        "有 {number} 位適用的使用者尚未設定。",
        "有 {number} 位适用的用户尚未设置。",
    ];
    save => ["Save", "儲存", "保存"];

    // The profile.
    profile => ["Organization profile", "組織設定檔", "组织资料"];
    identifiers => ["Identifiers", "識別碼", "标识符"];
    legal_info => ["Legal info", "法律資訊", "法务信息"];
    program_info => ["Program Info", "計畫資訊", "计划信息"];
    legal_profile => ["Legal business profile", "法律商務設定檔", "法定企业档案"];
    legal_name => ["Legal name", "法定名稱", "法定名称"];
    address => ["Address", "地址", "地址"];
    contact => ["Contact", "連絡人", "联系人"];
    domain => ["Domain of the tenant", "租用戶的網域", "租户的域"];
    legal_location => ["Legal location", "法定所在地", "法定所在地"];
    legal_location_lead => [
        "Your legal location determines the region where you can do business.",
        "法定所在地決定您可以開展業務的地區。",
        "法定所在地决定你可以开展业务的区域。",
    ];
    country => ["Country/region", "國家/地區", "国家/地区"];
    region => ["CSP region", "CSP 地區", "CSP 区域"];
    capabilities => ["Capabilities", "資格", "资格"];
    since => ["In the portal since", "加入入口網站的日期", "加入门户的日期"];
}
