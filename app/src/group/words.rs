//! The words of this area.

use crate::i18n::{Lang, messages};

/// The label of a field, for messages about it.
#[must_use]
pub(crate) fn field(lang: Lang, field: &str) -> Option<&'static str> {
    match field {
        "name" => Some(name(lang)),
        "groups" | "groups[]" => Some(title(lang)),
        "customers" => Some(customers(lang)),
        _ => None,
    }
}

messages! {
    title => ["Customer groups", "客戶群組", "客户组"];
    lead => [
        "Sort your customers into groups, and limit users to the customers in certain groups. Customers and other partners don't see your groups.",
        "將您的客戶分組，並可讓使用者只看到部分群組中的客戶。客戶與其他合作夥伴看不到您的群組。",
        "将你的客户分组，并可让用户只看到部分组中的客户。客户与其他合作伙伴看不到你的组。",
    ];
    name => ["Group name", "群組名稱", "组名称"];
    name_hint => [
        "For example a country, an industry, or a team.",
        "例如國家、產業或團隊。",
        "例如国家、行业或团队。",
    ];
    customers => ["Customers", "客戶", "客户"];
    narrowed_users => ["Users limited to this group", "僅限此群組的使用者", "仅限此组的用户"];
    more_than(count) => ["more than {count}", "超過 {count}", "超过 {count}"];
    actions => ["Actions", "動作", "操作"];
    empty => ["No groups yet", "尚無群組", "暂无组"];
    empty_why => [
        "Every user sees every customer. Add a group to change that.",
        "每位使用者都能看到所有客戶。新增群組即可加以限制。",
        "每位用户都能看到所有客户。添加组即可加以限制。",
    ];
    add_title => ["New group", "新群組", "新组"];
    add => ["Add group", "新增群組", "添加组"];
    rename => ["Rename", "重新命名", "重命名"];
    rename_title(name) => ["Rename {name}", "重新命名「{name}」", "重命名“{name}”"];
    remove => ["Remove", "移除", "移除"];
    remove_title(name) => ["Remove {name}?", "要移除「{name}」嗎？", "要移除“{name}”吗？"];
    remove_what => [
        "Its customers stay your customers but are no longer in this group. No user sees more customers than before.",
        "其中的客戶仍是您的客戶，但不再屬於此群組。沒有使用者會因此看到更多客戶。",
        "其中的客户仍是你的客户，但不再属于此组。没有用户会因此看到更多客户。",
    ];
    history => ["History", "歷程記錄", "历史记录"];
    save => ["Save groups", "儲存群組", "保存组"];

    // On a customer's page.
    in_no_group => ["Not in any group.", "不屬於任何群組。", "不属于任何组。"];
    no_groups_yet => [
        "Your organization has no customer groups yet.",
        "貴組織尚無客戶群組。",
        "你的组织暂无客户组。",
    ];
    open_groups => ["Add a customer group", "新增客戶群組", "添加客户组"];

    // On a user's page.
    which_customers => ["Customers this user can see", "此使用者可看到哪些客戶？", "此用户可看到哪些客户？"];
    all_customers => ["All customers", "所有客戶", "所有客户"];
    all_hint => [
        "The user's roles determine what the user can do for them.",
        "使用者可對其執行的操作取決於角色。",
        "用户可对其执行的操作取决于角色。",
    ];
    only_groups => ["Only customers in these groups", "僅限這些群組中的客戶", "仅限这些组中的客户"];
    only_hint => [
        "All other customers, with their subscriptions, requests, and history, are hidden. Customers that the user adds join these groups. The user can't manage users or groups.",
        "其他所有客戶及其訂閱、要求與歷程記錄皆會隱藏。使用者帶來的客戶會加入這些群組。該使用者無法管理使用者或群組。",
        "其他所有客户及其订阅、请求与历史记录均会隐藏。用户带来的客户会加入这些组。该用户不能管理用户或组。",
    ];
    sees_all => ["Sees all customers.", "可看到所有客戶。", "可看到所有客户。"];
    sees_only(groups) => [
        "Sees only customers in these groups: {groups}",
        "只能看到以下群組中的客戶：{groups}",
        "只能看到以下组中的客户：{groups}",
    ];
}
