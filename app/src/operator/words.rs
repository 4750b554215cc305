//! The words of the operator's pages on organizations.

pub mod capability;
pub mod country;
pub mod help;
pub mod related;
pub mod review;

use crate::i18n::{Lang, messages};

/// The label of a field, for messages about it.
#[must_use]
pub(crate) fn field(lang: Lang, field: &str) -> Option<&'static str> {
    match field {
        "reason" => Some(reason(lang)),
        "mpn" => Some(mpn(lang)),
        "agreement" => Some(help::agreement_version(lang)),
        "from" => Some(applies_from(lang)),
        "name" => Some(legal_name(lang)),
        "domain" => Some(domain(lang)),
        "country" => Some(country(lang)),
        "capabilities" => Some(capabilities(lang)),
        "address" => Some(address(lang)),
        "language" => Some(language(lang)),
        "admin_name" => Some(admin_name(lang)),
        "admin_user_name" => Some(admin_user_name(lang)),
        _ => None,
    }
}

messages! {
    // The list.
    title => ["Organizations", "組織", "组织"];
    lead => [
        "Everyone in the program, with their capabilities.",
        "計畫中的所有組織及其資格。",
        "计划中的所有组织及其资格。",
    ];
    search => ["Search by name, domain, or MPN ID", "依名稱、網域或 MPN ID 搜尋", "按名称、域或 MPN ID 搜索"];
    name => ["Organization", "組織", "组织"];
    domain => ["Domain", "網域", "域"];
    country => ["Country/region", "國家/地區", "国家/地区"];
    capability => ["Capability", "資格", "资格"];
    capabilities => ["Capabilities", "資格", "资格"];
    state => ["State", "狀態", "状态"];
    mpn => ["MPN ID", "MPN ID", "MPN ID"];
    agreement => ["Partner agreement", "合作夥伴合約", "合作伙伴协议"];
    unsigned => ["Not signed", "未簽署", "未签署"];
    signed_or_not => ["Signed or not", "已簽署或未簽署", "已签署或未签署"];
    since => ["Since", "自", "自"];
    last_activity => ["Last activity", "上次活動", "上次活动"];
    any_country => ["Any country/region", "任何國家/地區", "任何国家/地区"];
    any_capability => ["Any capability", "任何資格", "任何资格"];
    any_state => ["Any state", "任何狀態", "任何状态"];
    one_organization => ["1 organization", "1 個組織", "1 个组织"];
    several_organizations(count) => ["{count} organizations", "{count} 個組織", "{count} 个组织"];
    none_found => ["No organizations found", "找不到組織", "找不到组织"];
    none_found_why => [
        "No organization matches your search and filters.",
        "沒有符合搜尋與篩選條件的組織。",
        "没有符合搜索和筛选条件的组织。",
    ];
    show_all => ["Show all organizations", "顯示所有組織", "显示所有组织"];

    // An organization.
    standing => ["Program status", "在計畫中的資格", "在计划中的资格"];
    signed(version, date) => ["{version}, signed {date}", "{version}，於 {date} 簽署", "{version}，于 {date} 签署"];
    no_mpn => ["Not associated", "尚未關聯", "尚未关联"];
    mpn_inactive(date) => ["no active location here since {date}", "自 {date} 起在此無使用中的位置", "自 {date} 起在此没有可用位置"];
    region => ["CSP region", "CSP 地區", "CSP 区域"];
    contact => ["Contact", "連絡人", "联系人"];
    users => ["Users", "使用者", "用户"];
    customers => ["Customers", "客戶", "客户"];
    partnerships => ["Partnerships", "合作關係", "合作关系"];
    history => ["History", "歷程記錄", "历史记录"];

    // Suspending.
    suspension => ["Suspension", "暫停", "暂停"];
    suspend => ["Suspend", "暫停", "暂停"];
    suspend_named(name) => ["Suspend {name}?", "要暫停 {name} 嗎？", "要暂停 {name} 吗？"];
    what_stops => ["Stops:", "停止的項目：", "停止的内容："];
    stops_orders => [
        "New subscriptions and orders for new business",
        "新訂閱與新業務的訂購",
        "新订阅以及新业务的订购",
    ];
    stops_customers => ["New customers and requests to customers", "新客戶與對客戶的要求", "新客户以及对客户的请求"];
    stops_partners => ["New partnerships", "新的合作關係", "新的合作关系"];
    what_goes_on => ["Continues:", "繼續的項目：", "继续的内容："];
    goes_on_business(customers) => [
        "Existing business with its customers ({customers})",
        "與現有客戶（{customers} 位）的業務",
        "与现有客户（{customers} 个）的业务",
    ];
    goes_on_partnerships(partnerships) => [
        "Its partnerships ({partnerships}) and the permissions customers granted it",
        "其合作關係（{partnerships} 個）以及客戶授予的權限",
        "其合作关系（{partnerships} 个）以及客户授予的权限",
    ];
    goes_on_access => ["Its users can sign in and see everything", "其使用者可以登入並檢視所有內容", "其用户可以登录并查看所有内容"];
    who_is_told => [
        "Its admins get an email with the reason, which is also kept in the organization's history.",
        "其管理員會收到載明原因的郵件。原因會記錄在該組織的歷程記錄中。",
        "其管理员会收到说明原因的邮件。原因会记录在该组织的历史记录中。",
    ];
    reason => ["Reason", "原因", "原因"];
    suspend_lead => [
        "A suspended partner can only do existing business until you lift the suspension.",
        "暫停的合作夥伴只能處理現有業務，直到您解除暫停。",
        "被暂停的合作伙伴只能处理现有业务，直到你解除暂停。",
    ];
    lift => ["Lift suspension", "解除暫停", "解除暂停"];
    lift_named(name) => [
        "Lift the suspension of {name}?",
        "要解除 {name} 的暫停嗎？",
        "要解除 {name} 的暂停吗？",
    ];
    lift_what => [
        "The organization can do new business again if it has an MPN ID and a signed agreement.",
        "若已有 MPN ID 且已簽署合約，該組織可以再次開展新業務。",
        "如果已有 MPN ID 且已签署协议，该组织可以再次开展新业务。",
    ];

    by_operator => ["by the program operator", "由計畫營運者", "由计划运营方"];
    by_enrollment => ["by its enrollment", "因註冊", "因注册"];
    suspended_by(state, by) => ["{state} {by}", "{state}（{by}）", "{state}（{by}）"];
    enrollment_suspends => [
        "A failed enrollment check wasn't resolved in time. This suspension ends once every check passes. Lifting the operator's suspension doesn't end it.",
        "其註冊中未通過的檢查未在期限內解決。通過所有檢查後即結束，解除暫停不會使其結束。",
        "其注册中未通过的检查未在期限内解决。通过所有检查后即结束，解除暂停不会使其结束。",
    ];

    // The legal profile.
    legal_profile => ["Legal profile", "法律設定檔", "法律资料"];
    address => ["Address", "地址", "地址"];
    address_hint => ["Street, city, and postal code, one line each", "街道、城市與郵遞區號，每項一行", "街道、城市和邮政编码，每项一行"];
    no_address => ["Not on record", "未登錄", "未登记"];
    change_profile => ["Change legal profile", "變更法律設定檔", "更改法律资料"];
    change_profile_named(name) => [
        "Change the legal profile of {name}",
        "變更 {name} 的法律設定檔",
        "更改 {name} 的法律资料",
    ];
    change_profile_what => [
        "Its global admins get an email with the reason. The values before and after are kept in the organization's history.",
        "其全域管理員會收到載明原因的郵件。變更前後的內容會記錄在該組織的歷程記錄中。",
        "其全局管理员会收到说明原因的邮件。更改前后的内容会记录在该组织的历史记录中。",
    ];
    save_profile => ["Save", "儲存", "保存"];

    // Offboarding.
    offboarding => ["Offboarding", "移出直接帳單", "移出直接计费"];
    any_mark => ["Any offboarding mark", "不論是否標記", "不论是否标记"];
    marked => ["Marked for offboarding", "已標記為移出", "已标记为移出"];
    unmarked => ["Direct bill, not marked", "直接帳單，未標記", "直接计费，未标记"];
    offboarding_lead => [
        "Only partners that you mark can move from direct bill to indirect reselling.",
        "只有您標記的合作夥伴才能由直接帳單轉為間接經銷商。",
        "只有你标记的合作伙伴才能由直接计费转为间接经销商。",
    ];
    mark => ["Mark for offboarding", "標記為移出", "标记为移出"];
    mark_named(name) => [
        "Mark {name} for offboarding?",
        "要將 {name} 標記為移出嗎？",
        "要将 {name} 标记为移出吗？",
    ];
    stops_direct => ["New direct customers", "新的直接客戶", "新的直接客户"];
    goes_on_direct(customers) => [
        "Business with its direct customers ({customers}): orders, subscriptions, and billing",
        "與現有直接客戶（{customers} 位）的業務：訂購、訂閱與計費",
        "与现有直接客户（{customers} 个）的业务：订购、订阅和计费",
    ];
    what_begins => ["Becomes possible:", "之後可以進行的項目：", "之后可以进行的内容："];
    begins_move => [
        "Becoming an indirect reseller with the same tenant, which can't be undone",
        "以同一個租用戶成為間接經銷商。此程序無法復原",
        "以同一个租户成为间接经销商。此过程无法撤消",
    ];
    who_is_told_of_mark => [
        "Its global admins get an email with the reason. The reason also appears in its history and on its overview.",
        "其全域管理員會收到載明原因的郵件。原因會記錄在該組織的歷程記錄，並顯示在其概觀中。",
        "其全局管理员会收到说明原因的邮件。原因会记录在该组织的历史记录，并显示在其概述中。",
    ];
    applies_from => ["Applies from", "適用自", "适用自"];
    applies_from_hint => [
        "The day begins at 00:00 UTC. Leave it empty to apply the mark now.",
        "當日從 00:00 UTC 開始。如果要立即適用，請留空。",
        "当日从 00:00 UTC 开始。如果要立即适用，请留空。",
    ];
    marked_from(date) => [
        "Marked for offboarding from {date}.",
        "已標記為移出，自 {date} 起。",
        "已标记为移出，自 {date} 起。",
    ];
    because(reason) => ["Reason: {reason}", "原因：{reason}", "原因：{reason}"];
    take_back => ["Remove mark", "取消標記", "取消标记"];
    take_back_named(name) => [
        "Remove the mark from {name}?",
        "要取消 {name} 的標記嗎？",
        "要取消 {name} 的标记吗？",
    ];
    take_back_what => [
        "The partner stays in direct bill, and can add new direct customers again.",
        "該合作夥伴維持原有的直接帳單，並可再次新增直接客戶。",
        "该合作伙伴维持原有的直接计费，并可再次新增直接客户。",
    ];

    // Adding a partner.
    add_partner => ["Add partner", "新增合作夥伴", "添加合作伙伴"];
    add_lead => [
        "Indirect providers and direct-bill partners enter the program here. Indirect resellers can enroll themselves.",
        "間接提供者與直接帳單合作夥伴由此加入計畫。間接經銷商可以自行註冊。",
        "间接提供商和直接计费合作伙伴由此加入计划。间接经销商可以自行注册。",
    ];
    legal_name => ["Legal name", "法定名稱", "法定名称"];
    domain_hint => ["Such as contoso.example", "例如 contoso.example", "例如 contoso.example"];
    choose_country => ["Select a country/region", "選擇國家/地區", "选择国家/地区"];
    admin_name => ["Name of the first global admin", "第一位全域管理員的姓名", "第一位全局管理员的姓名"];
    admin_user_name => ["Work account of the first global admin", "第一位全域管理員的工作帳戶", "第一位全局管理员的工作帐户"];
    admin_user_name_hint => [
        "An email address in the domain of the tenant. We email a link to choose a password.",
        "位於租用戶網域的電子郵件地址。我們會以郵件傳送用於設定密碼的連結。",
        "位于租户域中的电子邮件地址。我们会通过邮件发送用于设置密码的链接。",
    ];
    add_and_invite => ["Add and invite", "新增並邀請", "添加并邀请"];
    awaited(admin) => [
        "{admin} was invited as the first global admin and hasn't chosen a password yet. Each link works for 24 hours.",
        "已邀請 {admin} 擔任第一位全域管理員，尚未設定密碼。連結 24 小時內有效。",
        "已邀请 {admin} 担任第一位全局管理员，尚未设置密码。链接 24 小时内有效。",
    ];
    invite_again => ["Resend link", "重新傳送連結", "重新发送链接"];
    language => ["Language of our emails", "郵件語言", "邮件语言"];
    mpn_hint => [
        "Leave it empty if the partner will associate it.",
        "如果由合作夥伴自行關聯，請留空。",
        "如果由合作伙伴自行关联，请留空。",
    ];
    correct_admin => ["Invite someone else", "改為邀請其他人", "改为邀请其他人"];
    correct_admin_what => [
        "Correct the name or the address, or invite another person as the first global admin. We email a new link, and the older one stops working.",
        "更正姓名或地址，或改為邀請其他人擔任第一位全域管理員。我們會以郵件傳送新的連結，先前的連結隨即失效。",
        "更正姓名或地址，或改为邀请其他人担任第一位全局管理员。我们会通过邮件发送新的链接，之前的链接随即失效。",
    ];
    correct_and_invite => ["Invite", "邀請", "邀请"];
}
