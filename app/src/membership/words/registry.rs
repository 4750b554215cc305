//! The words of the registry, for the operator.

use crate::i18n::{Lang, messages};

/// The label of a field, for messages about it.
#[must_use]
pub(crate) fn field(lang: Lang, field: &str) -> Option<&'static str> {
    match field {
        "account" => Some(account(lang)),
        "member_password" => Some(password(lang)),
        "profile_mpn" => Some(profile_mpn(lang)),
        "profile_name" => Some(profile_name(lang)),
        "location_mpn" | "mpn" => Some(location_mpn(lang)),
        "location_name" => Some(location_name(lang)),
        "name" => Some(name(lang)),
        "country" => Some(country(lang)),
        "status" => Some(state(lang)),
        _ => None,
    }
}

/// Whether a password is set, in a word.
#[must_use]
pub fn is_set(lang: Lang, has_password: bool) -> &'static str {
    if has_password {
        set(lang)
    } else {
        not_set(lang)
    }
}

messages! {
    import_members => ["Import", "匯入", "导入"];
    import_lead => [
        "Add and change members from a file. Profiles and locations that aren't in the file stay as they are.",
        "由檔案新增與變更成員。檔案中沒有的資料檔與位置會維持不變。",
        "由文件添加与更改成员。文件中没有的资料与位置会保持不变。",
    ];
    columns => [
        "The first line names the columns, and each further line is a location. Columns:",
        "第一行為欄位名稱，之後每行為一個位置。欄位：",
        "第一行为列名，之后每行为一个位置。列：",
    ];
    columns_optional => ["optional", "選用", "可选"];
    // The list.
    title => ["Registry", "登錄", "登记册"];
    lead => [
        "Members and their MPN IDs. A partner signs in with its member account to associate an active location in its country.",
        "成員及其 MPN ID。合作夥伴以成員帳戶證明身分，並關聯其國家/地區中使用中的位置。",
        "成员及其 MPN ID。合作伙伴用成员帐户证明身份，并关联其国家/地区的有效位置。",
    ];
    search => ["Search by name, account, or MPN ID", "依名稱、帳戶或 MPN ID 搜尋", "按名称、帐户或 MPN ID 搜索"];
    member => ["Member", "成員", "成员"];
    account => ["Account", "帳戶", "帐户"];
    account_hint => [
        "An email address. The member signs in with it to associate an MPN ID.",
        "電子郵件地址。成員以此登入以關聯 MPN ID。",
        "电子邮件地址。成员用它登录以关联 MPN ID。",
    ];
    locations => ["Locations", "位置", "位置"];
    countries => ["Countries/regions", "國家/地區", "国家/地区"];
    country => ["Country/region", "國家/地區", "国家/地区"];
    state => ["State", "狀態", "状态"];
    since => ["Registered", "登錄日期", "登记日期"];
    any_country => ["Any country/region", "任何國家/地區", "任何国家/地区"];
    any_state => ["Any state", "任何狀態", "任何状态"];
    one_member => ["1 member", "1 位成員", "1 位成员"];
    several_members(count) => ["{count} members", "{count} 位成員", "{count} 位成员"];
    none_found => ["No members found", "找不到成員", "找不到成员"];
    none_found_why => [
        "No member matches your search and filters.",
        "沒有符合搜尋與篩選條件的成員。",
        "没有符合搜索和筛选条件的成员。",
    ];
    show_all => ["Show all members", "顯示所有成員", "显示所有成员"];
    none => ["No members yet", "尚無成員", "暂无成员"];
    none_why => [
        "Add a member, or import a file of members.",
        "請新增成員，或匯入成員檔案。",
        "请添加成员，或导入成员文件。",
    ];

    // A member.
    password => ["Password", "密碼", "密码"];
    set => ["Set", "已設定", "已设置"];
    not_set => ["Not set", "未設定", "未设置"];
    not_set_what => [
        "No one can sign in to the account until a password is set.",
        "設定密碼之前，無人能登入此帳戶。",
        "设置密码之前，无人能登录此帐户。",
    ];
    password_hint => [
        "Give it to the member yourself. It replaces the previous password.",
        "請自行交給成員。新密碼會取代先前的密碼。",
        "请自行交给成员。新密码会替换之前的密码。",
    ];
    set_password => ["Set password", "設定密碼", "设置密码"];
    change_account => ["Change account", "變更帳戶", "更改帐户"];
    location => ["Location", "位置", "位置"];
    mpn_id => ["MPN ID", "MPN ID", "MPN ID"];
    tenant => ["Associated tenant", "已關聯的租用戶", "已关联的租户"];
    no_locations => ["No locations yet.", "尚無位置。", "暂无位置。"];
    add_location => ["Add a location", "新增位置", "添加位置"];
    add_profile => ["Add a profile", "新增設定檔", "添加资料"];
    add => ["Add", "新增", "添加"];
    history => ["History", "歷程記錄", "历史记录"];
    signing_in => ["Signing in", "登入", "登录"];

    // Adding and changing.
    add_member => ["Add member", "新增成員", "添加成员"];
    add_lead => [
        "A new member has one organization profile and one location.",
        "成員從一個組織設定檔與一個位置開始。",
        "成员从一个组织资料和一个位置开始。",
    ];
    profile_mpn => ["MPN ID of the organization profile", "組織設定檔的 MPN ID", "组织资料的 MPN ID"];
    profile_name => ["Name of the organization profile", "組織設定檔的名稱", "组织资料的名称"];
    location_mpn => ["MPN ID of the location", "位置的 MPN ID", "位置的 MPN ID"];
    location_name => ["Name of the location", "位置的名稱", "位置的名称"];
    name => ["Name", "名稱", "名称"];
    mpn_hint => ["5 to 10 digits", "5 到 10 位數字", "5 到 10 位数字"];
    choose_country => ["Select a country/region", "選擇國家/地區", "选择国家/地区"];
    change_title(mpn) => ["Change {mpn}", "變更 {mpn}", "更改 {mpn}"];
    change_lead => [
        "A tenant that's associated with the MPN ID keeps it, even when it's no longer active.",
        "已與此 MPN ID 關聯的租用戶會保留它，即使已非使用中。",
        "已与此 MPN ID 关联的租户会保留它，即使它不再有效。",
    ];
    active_hint => [
        "Can be associated with a tenant.",
        "可與租用戶關聯。",
        "可与租户关联。",
    ];
    inactive_hint => [
        "Can no longer be associated.",
        "無法再關聯。",
        "无法再关联。",
    ];
    save => ["Save", "儲存", "保存"];
}
