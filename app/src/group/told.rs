//! Groups of customers in words: events, refusals, actions and notices.

use tierline_core::{
    group::{Event, Refusal},
    permission::group::Action,
};

use crate::{
    i18n::{Lang, messages, number, worded_codes},
    timeline::{Names, Telling},
    ui::{Glyph, Tone},
};

impl Telling for Event {
    fn sentence(&self, names: &Names<'_>) -> String {
        let lang = names.lang;
        match self {
            Event::Added { name, .. } => group_added(lang, name),
            Event::Renamed { from, name, .. } => group_renamed(lang, from, name),
            Event::Removed { name, .. } => group_removed(lang, name),
        }
    }

    fn look(&self) -> (Tone, Glyph) {
        (Tone::Neutral, Glyph::Building)
    }
}

/// A refusal in words.
pub(crate) fn refusal(lang: Lang, refusal: &Refusal) -> String {
    match refusal {
        Refusal::GroupNameTaken { name } => group_name_taken(lang, name),
        Refusal::TooManyGroups { most } => too_many_groups(lang, *most),
        Refusal::GroupNarrowsUsers { name, users } => group_narrows_users(lang, name, *users),
        Refusal::NoSuchGroup => no_such_group(lang).to_owned(),
        Refusal::NoCustomerChosen => no_customer_chosen(lang).to_owned(),
        Refusal::TooManyCustomers { most } => too_many_customers(lang, number(*most)),
        Refusal::PlacingUnderWay => placing_under_way(lang).to_owned(),
        Refusal::PlacingUndone => placing_undone(lang).to_owned(),
        Refusal::NoGroupChosen => no_group_chosen(lang).to_owned(),
        Refusal::TooManyForUser { most } => too_many_for_user(lang, *most),
        Refusal::GlobalAdminSeesAll => global_admin_sees_all(lang).to_owned(),
    }
}

/// An action as a phrase, for "To …, you need".
pub(crate) fn action(lang: Lang, action: Action) -> &'static str {
    match action {
        Action::ManageCustomerGroups => manage_customer_groups(lang),
    }
}

worded_codes! {
    /// A finished action, reported on the page that follows.
    pub enum Notice {
        GroupAdded = "group_added" => done_added,
        GroupRenamed = "group_renamed" => done_renamed,
        GroupRemoved = "group_removed" => done_removed,
        CustomerGrouped = "customer_grouped" => done_grouped,
        UserNarrowed = "user_narrowed" => done_narrowed,
    }
}

messages! {
    // Events.
    group_added(name) => [
        "Added the customer group {name}",
        "新增了客戶群組「{name}」",
        "添加了客户组“{name}”",
    ];
    group_renamed(from, name) => [
        "Renamed the customer group {from} to {name}",
        "將客戶群組「{from}」重新命名為「{name}」",
        "将客户组“{from}”重命名为“{name}”",
    ];
    group_removed(name) => [
        "Removed the customer group {name}",
        "移除了客戶群組「{name}」",
        "移除了客户组“{name}”",
    ];

    // Refusals.
    group_name_taken(name) => [
        "There is already a customer group named {name}. Choose another name.",
        "已有名為「{name}」的客戶群組。請選擇其他名稱。",
        "已有名为“{name}”的客户组。请选择其他名称。",
    ];
    too_many_groups(most) => [
        "Your organization has {most} customer groups, which is the maximum. Remove one first.",
        "貴組織已有 {most} 個客戶群組，已達上限。請先移除一個。",
        "你的组织已有 {most} 个客户组，已达上限。请先移除一个。",
    ];
    group_narrows_users(name, users) => [
        "{users} of your users see only customers in {name}. Choose other customers for these users first, in User management.",
        "有 {users} 位使用者僅限於「{name}」中的客戶。請先在使用者管理中為其選擇其他客戶。",
        "有 {users} 位用户仅限于“{name}”中的客户。请先在用户管理中为其选择其他客户。",
    ];
    no_such_group => [
        "One of these customer groups has been removed. Check your selection.",
        "所選的客戶群組之一已被移除。請檢查您的選擇。",
        "所选的客户组之一已被移除。请检查你的选择。",
    ];
    placing_under_way => [
        "This change is still in progress. You can undo it when it's finished.",
        "此變更仍在進行中，完成後即可復原。",
        "此更改仍在进行中，完成后即可撤消。",
    ];
    placing_undone => [
        "This change was already undone.",
        "此變更已經復原過，無法再次復原。",
        "此更改已经撤消过，无法再次撤消。",
    ];
    no_customer_chosen => [
        "Select at least one customer.",
        "尚未選取任何客戶。請至少選取一位客戶。",
        "尚未选择任何客户。请至少选择一位客户。",
    ];
    too_many_customers(most) => [
        "You can change up to {most} customers at once. Narrow the list with a search or a filter first.",
        "一次最多可變更 {most} 位客戶。請先透過搜尋或篩選縮小清單範圍。",
        "一次最多可更改 {most} 位客户。请先通过搜索或筛选缩小列表范围。",
    ];
    no_group_chosen => [
        "Select at least one customer group, or choose all customers.",
        "請至少選擇一個客戶群組，或選擇所有客戶。",
        "请至少选择一个客户组，或选择所有客户。",
    ];
    too_many_for_user(most) => [
        "Select up to {most} customer groups for a user.",
        "每位使用者最多可選擇 {most} 個客戶群組。",
        "每位用户最多可选择 {most} 个客户组。",
    ];
    global_admin_sees_all => [
        "Global admins always see all customers. Remove that role from the user first.",
        "全域管理員一律可看到所有客戶。請先移除此使用者的該角色。",
        "全局管理员始终可看到所有客户。请先移除此用户的该角色。",
    ];

    // Actions.
    manage_customer_groups => [
        "manage customer groups",
        "管理客戶群組",
        "管理客户组",
    ];

    // Notices.
    done_added => ["Group added.", "群組已新增。", "组已添加。"];
    done_renamed => ["Group renamed.", "群組已重新命名。", "组已重命名。"];
    done_removed => ["Group removed.", "群組已移除。", "组已移除。"];
    done_grouped => ["Customer groups saved.", "客戶群組已儲存。", "客户组已保存。"];
    done_narrowed => [
        "The user's customers are saved. The change applies from the next page the user opens.",
        "使用者可見的客戶已儲存，從下一頁起生效。",
        "用户可见的客户已保存，从下一页起生效。",
    ];
}
