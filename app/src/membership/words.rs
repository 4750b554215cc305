//! The words of this area.

pub mod registry;

use crate::i18n::{Lang, messages};

/// The label of a field, for messages about it.
#[must_use]
pub(crate) fn field(lang: Lang, field: &str) -> Option<&'static str> {
    match field {
        "member_account" => Some(account(lang)),
        "member_password" => Some(password(lang)),
        "mpn" => Some(location_mpn_id(lang)),
        "profile" => Some(profile(lang)),
        "location_name" => Some(location_name(lang)),
        _ => None,
    }
}

messages! {
    mpn_id => ["MPN ID", "MPN ID", "MPN ID"];
    mpn_lead => [
        "Your tenant is associated with this MPN ID. Incentives are paid based on its country.",
        "您的租用戶與此 MPN ID 關聯。獎勵依其國家/地區支付。",
        "你的租户与此 MPN ID 关联。奖励按其国家/地区支付。",
    ];
    location_mpn_id => ["Location MPN ID", "位置 MPN ID", "位置 MPN ID"];
    location => ["Location", "位置", "位置"];
    country => ["Country/region", "國家/地區", "国家/地区"];
    profile => ["Organization profile", "組織設定檔", "组织资料"];
    replace_title => ["Choose another location", "選擇其他位置", "选择其他位置"];
    replace_lead => [
        "The location of your MPN ID isn't active. Until you associate another one, you can't do new business or sign agreements.",
        "您的 MPN ID 所屬位置已停用。在您關聯其他位置之前，無法開展新業務或簽署合約。",
        "你的 MPN ID 所属位置已停用。在你关联其他位置之前，无法开展新业务或签署协议。",
    ];
    elsewhere_lead(country) => [
        "The location of your MPN ID is in {country}, and your organization isn't. Until you associate another one, you can't do new business or sign agreements.",
        "您的 MPN ID 所屬位置在{country}，而您的組織不在。在您關聯其他位置之前，無法開展新業務或簽署合約。",
        "你的 MPN ID 所属位置在{country}，而你的组织不在。在你关联其他位置之前，无法开展新业务或签署协议。",
    ];
    inactive => ["Inactive", "非使用中", "未激活"];
    with_mpn(name, mpn) => ["{name} ({mpn})", "{name}（{mpn}）", "{name}（{mpn}）"];
    of_profile(profile, country) => ["{profile}, {country}", "{profile}，{country}", "{profile}，{country}"];
    not_in_registry => [
        "The program operator entered this MPN ID. The registry has no location for it yet.",
        "此 MPN ID 由計畫營運者輸入，登錄中尚無其位置。",
        "此 MPN ID 由计划运营方输入，登记册中还没有其位置。",
    ];
    none_here => ["No MPN ID here", "此處沒有 MPN ID", "此处没有 MPN ID"];
    none_here_why => [
        "Only partners of the program have an MPN ID.",
        "只有計畫的合作夥伴才有 MPN ID。",
        "只有计划的合作伙伴才有 MPN ID。",
    ];

    // Associating.
    associate_title => ["Associate your MPN ID", "關聯您的 MPN ID", "关联你的 MPN ID"];
    associate_lead => [
        "Until it is associated, you can't sign the partner agreement or transact in the program.",
        "關聯之前，您無法簽署合作夥伴合約，也無法在計畫中交易。",
        "关联之前，你将无法签署合作伙伴协议或在计划中进行交易。",
    ];
    account => ["User name of the membership account", "會員帳戶的使用者名稱", "会员帐户的用户名"];
    account_hint => [
        "Your MPN account may be different from your work account.",
        "您的 MPN 帳戶可能與工作帳戶不同。",
        "你的 MPN 帐户可能与工作帐户不同。",
    ];
    password => ["Password of the membership account", "會員帳戶的密碼", "会员帐户的密码"];
    sign_in => ["Sign in", "登入", "登录"];
    signed_in_as(account) => [
        "Signed in to the membership account {account}.",
        "已登入會員帳戶 {account}。",
        "已登录会员帐户 {account}。",
    ];
    other_account => ["Use another account", "使用其他帳戶", "使用其他帐户"];
    location_hint => [
        "Active locations in the country of your tenant.",
        "與您的租用戶位於同一國家/地區、使用中的位置。",
        "与你的租户位于同一国家/地区的有效位置。",
    ];
    none_fits => [
        "This member has no active location in your country that is still free. Add a location, or use another account.",
        "此成員在您的國家/地區沒有可用的使用中位置。請新增位置，或使用其他帳戶。",
        "此成员在你的国家/地区没有可用的有效位置。请添加位置，或使用其他帐户。",
    ];
    other_locations(count) => [
        "Other locations ({count})",
        "其他位置：{count}",
        "其他位置：{count}",
    ];
    associate => ["Associate MPN ID", "關聯 MPN ID", "关联 MPN ID"];
    add_location => ["Add a location", "新增位置", "添加位置"];
    add_location_what => [
        "The location gets a new MPN ID in your country, which is associated with your tenant immediately.",
        "新位置會取得您所在國家/地區的新 MPN ID，並立即與您的租用戶關聯。",
        "新位置会获得你所在国家/地区的新 MPN ID，并立即与你的租户关联。",
    ];
    location_name => ["Name of the location", "位置名稱", "位置名称"];
    add_and_associate => ["Add and associate", "新增並關聯", "添加并关联"];
}
