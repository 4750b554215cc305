//! The words of this area.

use crate::i18n::{Lang, messages};

/// The label of a field, for messages about it.
#[must_use]
pub(crate) fn field(lang: Lang, field: &str) -> Option<&'static str> {
    match field {
        "subscription" => Some(product(lang)),
        "users" | "users[]" => Some(users(lang)),
        _ => None,
    }
}

messages! {
    // Pages.
    licenses => ["Licenses", "授權", "许可证"];
    users => ["Users", "使用者", "用户"];
    users_and_licenses => ["Users and licenses", "使用者與授權", "用户和许可证"];
    assigned_users => ["Assigned users", "已指派的使用者", "已分配的用户"];
    my_licenses => ["My licenses", "我的授權", "我的许可证"];
    my_licenses_lead => [
        "Products you can use at your organization.",
        "您在貴組織可使用的產品。",
        "你在所属组织中可使用的产品。",
    ];

    // Columns.
    product => ["Product", "產品", "产品"];
    state => ["State", "狀態", "状态"];
    bought => ["Bought", "已購買", "已购买"];
    assigned => ["Assigned", "已指派", "已分配"];
    free => ["Free", "可指派", "可分配"];
    name => ["Name", "姓名", "姓名"];
    account => ["Work account", "工作帳戶", "工作帐户"];
    roles => ["Roles", "角色", "角色"];
    since => ["Since", "開始日期", "开始日期"];
    held_since => ["Assigned since", "指派日期", "分配日期"];
    not_assigned => ["Not assigned", "未指派", "未分配"];
    restorable_until => ["Can be restored until", "可還原至", "可还原至"];
    view_subscription => ["View subscription", "檢視訂閱", "查看订阅"];
    user_account => ["User account", "使用者帳戶", "用户帐户"];
    add_user => ["Add user", "新增使用者", "添加用户"];
    history => ["History", "歷程記錄", "历史记录"];
    and_more(names, more) => [
        "{names}, and {more} more",
        "{names}，以及另外 {more} 個",
        "{names}，以及另外 {more} 个",
    ];
    free_of(free, bought) => ["{free} of {bought} free", "{bought} 個中有 {free} 個可指派", "{bought} 个中有 {free} 个可分配"];

    // Lists.
    search_products => ["Search by product", "依產品搜尋", "按产品搜索"];
    search_users => ["Search by name or account", "依姓名或帳戶搜尋", "按姓名或帐户搜索"];
    any_state => ["Any state", "任何狀態", "任何状态"];
    any_licenses => ["With or without licenses", "不限授權", "不限许可证"];
    with_licenses => ["With licenses", "有授權", "有许可证"];
    without_licenses => ["Without licenses", "沒有授權", "没有许可证"];
    one_subscription => ["1 subscription", "1 個訂閱", "1 个订阅"];
    several_subscriptions(count) => ["{count} subscriptions", "{count} 個訂閱", "{count} 个订阅"];
    one_user => ["1 user", "1 位使用者", "1 位用户"];
    several_users(count) => ["{count} users", "{count} 位使用者", "{count} 位用户"];
    one_license => ["1 license", "1 個授權", "1 个许可证"];
    several_licenses(count) => ["{count} licenses", "{count} 個授權", "{count} 个许可证"];
    no_product_found => ["No licenses found", "找不到授權", "找不到许可证"];
    no_product_found_why => [
        "No product matches your search.",
        "沒有符合搜尋的產品。",
        "没有符合搜索的产品。",
    ];
    show_all => ["Show all licenses", "顯示所有授權", "显示所有许可证"];
    no_user_found => ["No users found", "找不到使用者", "找不到用户"];
    no_user_found_why => [
        "No user matches your search and filters.",
        "沒有符合搜尋與篩選條件的使用者。",
        "没有符合搜索和筛选条件的用户。",
    ];
    show_all_users => ["Show all users", "顯示所有使用者", "显示所有用户"];
    nothing_bought => ["No licenses yet", "尚無授權", "暂无许可证"];
    nothing_bought_why => [
        "Licenses come with subscriptions. Once a subscription is ordered, you can assign its licenses here.",
        "授權隨訂閱提供。訂購之後，即可在此指派授權。",
        "许可证随订阅提供。订购之后，即可在此分配许可证。",
    ];
    no_users => ["No users yet", "尚無使用者", "暂无用户"];
    no_users_why => [
        "Once the customer has users, you can assign licenses to them here.",
        "客戶有使用者之後，即可在此向其指派授權。",
        "客户有用户之后，即可在此向其分配许可证。",
    ];
    nobody_holds_one => ["No one has a license yet", "尚未指派授權", "尚未分配许可证"];
    nobody_holds_one_why => [
        "Assign licenses from the list of users.",
        "請從使用者清單指派授權。",
        "请从用户列表分配许可证。",
    ];
    you_hold_none => ["You have no licenses", "您沒有授權", "你没有许可证"];
    you_hold_none_why => [
        "An admin of your organization, or a partner that manages it, assigns licenses.",
        "由貴組織的管理員，或管理貴組織的合作夥伴指派。",
        "由所属组织的管理员，或管理该组织的合作伙伴分配。",
    ];

    // Assigning and withdrawing.
    assign => ["Assign", "指派", "分配"];
    assign_licenses => ["Assign licenses", "指派授權", "分配许可证"];
    assign_lead => [
        "Select users in the list. Either all of them get a license, or none of them do.",
        "請在清單中選取使用者。所有人都取得授權，否則都不指派。",
        "请在列表中选择用户。所有人都获得许可证，否则都不分配。",
    ];
    nothing_offered => [
        "Licenses can be assigned once there is an active subscription.",
        "有使用中的訂閱之後，即可指派授權。",
        "有使用中的订阅之后，即可分配许可证。",
    ];
    choose_product => ["Choose a product", "選擇產品", "选择产品"];
    selected_too(count, names) => [
        "Also selected but not shown ({count}): {names}",
        "另外選取而目前未列出的使用者（{count}）：{names}",
        "另外选择而当前未列出的用户（{count}）：{names}",
    ];
    leave_out => ["Deselect them", "不包含這些使用者", "不包含这些用户"];
    select_user(name) => ["Select {name}", "選取 {name}", "选择 {name}"];
    withdraw => ["Withdraw", "收回", "收回"];
    withdraw_title(product, name) => [
        "Withdraw the {product} license from {name}?",
        "要收回 {name} 的 {product} 授權嗎？",
        "要收回 {name} 的 {product} 许可证吗？",
    ];
    withdraw_what => [
        "The user can no longer use the product. The license becomes available for someone else.",
        "使用者將無法再使用此產品。此授權可指派給其他人。",
        "用户将无法再使用此产品。此许可证可分配给其他人。",
    ];
    withdraw_licenses => ["Withdraw licenses", "收回授權", "收回许可证"];
    withdraw_lead => [
        "Select users in the list. They can no longer use the product.",
        "請在清單中選取使用者。這些使用者將無法再使用此產品。",
        "请在列表中选择用户。这些用户将无法再使用此产品。",
    ];
    withdraw_selected => ["Withdraw from selected users", "收回所選使用者的授權", "收回所选用户的许可证"];
    withdraw_from_selected(product) => [
        "Withdraw the {product} licenses from the selected users?",
        "要收回所選使用者的 {product} 授權嗎？",
        "要收回所选用户的 {product} 许可证吗？",
    ];
    lose_one(count, product) => [
        "Users who lose their {product} license: {count}.",
        "將失去 {product} 授權的使用者：{count} 位。",
        "将失去 {product} 许可证的用户：{count} 位。",
    ];
    withdraw_what_many => [
        "They can no longer use the product. The licenses become available for others.",
        "這些使用者將無法再使用此產品。授權可指派給其他人。",
        "这些用户将无法再使用此产品。许可证可分配给其他人。",
    ];
}
