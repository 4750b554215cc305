//! Members and their MPN IDs in words: events, refusals and actions.

use tierline_core::{
    membership::{Event, Refusal},
    permission::membership::Action,
};

use crate::{
    i18n::{Lang, market, messages, worded_codes},
    timeline::{Names, Telling},
    ui::{Glyph, Tone},
};

impl Telling for Event {
    fn sentence(&self, names: &Names<'_>) -> String {
        let lang = names.lang;
        match self {
            Event::Registered { account, .. } => registered(lang, account),
            Event::Changed { account, .. } => changed(lang, account),
            Event::PasswordSet { .. } => password_set(lang).to_owned(),
            Event::LocationAdded {
                organization,
                location,
                ..
            } => location_added(lang, names.of(*organization), &location.name, &location.mpn),
        }
    }

    fn look(&self) -> (Tone, Glyph) {
        match self {
            Event::Registered { .. } | Event::Changed { .. } => (Tone::Accent, Glyph::Building),
            Event::PasswordSet { .. } => (Tone::Info, Glyph::Lock),
            Event::LocationAdded { .. } => (Tone::Success, Glyph::Plus),
        }
    }
}

/// A refusal in words.
pub(crate) fn refusal(lang: Lang, refusal: &Refusal) -> String {
    match refusal {
        Refusal::Unproved => unproved(lang).to_owned(),
        Refusal::MpnUnknown { mpn } => mpn_unknown(lang, mpn),
        Refusal::MpnOfProfile { mpn } => mpn_of_profile(lang, mpn),
        Refusal::MpnInactive { mpn } => mpn_inactive(lang, mpn),
        Refusal::MpnElsewhere {
            mpn,
            mpn_country,
            organization,
            country,
        } => mpn_elsewhere(
            lang,
            mpn,
            market::country(lang, *mpn_country),
            &organization.name,
            market::country(lang, *country),
        ),
        Refusal::MpnTaken { mpn } => mpn_taken(lang, mpn),
        Refusal::MpnAssociated { organization, mpn } => {
            mpn_associated(lang, &organization.name, mpn)
        }
        Refusal::MpnInUse { mpn, organization } => mpn_in_use(lang, mpn, &organization.name),
        Refusal::MpnTwice { mpn } => mpn_twice(lang, mpn),
        Refusal::AccountTaken { account } => account_taken(lang, account),
    }
}

/// An action as a phrase, for "To …, you need".
pub(crate) fn action(lang: Lang, action: Action) -> &'static str {
    match action {
        Action::AssociateMpnId => associate_mpn_id(lang),
        Action::ManageMembers => manage_members(lang),
    }
}

worded_codes! {
    /// A finished action, reported on the page that follows.
    pub enum Notice {
        MpnAssociated = "mpn_associated" => done_mpn_associated,
        LocationAdded = "location_added" => done_location_added,
        MemberRegistered = "member_registered" => done_member_registered,
        MemberChanged = "member_changed" => done_member_changed,
        MemberPasswordSet = "member_password_set" => done_member_password_set,
    }
}

messages! {
    // Events.
    registered(account) => [
        "Added the member {account} to the MPN registry",
        "將成員 {account} 加入 MPN 登錄",
        "将成员 {account} 加入 MPN 登记册",
    ];
    changed(account) => [
        "Changed the member {account} in the MPN registry",
        "變更了 MPN 登錄中的成員 {account}",
        "更改了 MPN 登记册中的成员 {account}",
    ];
    password_set => [
        "Set another password for the member's account",
        "為成員的帳戶設定了其他密碼",
        "为成员的帐户设置了其他密码",
    ];
    location_added(organization, name, mpn) => [
        "{organization} added the location {name}, with the MPN ID {mpn}",
        "{organization} 新增了位置 {name}，MPN ID 為 {mpn}",
        "{organization} 添加了位置 {name}，MPN ID 为 {mpn}",
    ];

    // Refusals.
    unproved => [
        "Sign in to the membership account first. The sign-in is valid for one hour.",
        "請先登入會員帳戶。登入後一小時內有效。",
        "请先登录会员帐户。登录后一小时内有效。",
    ];
    mpn_unknown(mpn) => [
        "The MPN ID {mpn} doesn't belong to this member. Choose one from the list, or sign in with another membership account.",
        "此成員沒有 MPN ID {mpn}。請從清單中選擇，或用其他 MPN 帳戶登入。",
        "此成员没有 MPN ID {mpn}。请从列表中选择，或用其他 MPN 帐户登录。",
    ];
    mpn_of_profile(mpn) => [
        "The MPN ID {mpn} belongs to a whole organization profile. Choose the MPN ID of type Location in your country.",
        "MPN ID {mpn} 屬於整個組織設定檔。請選擇您所在國家/地區、類型為「位置」的 MPN ID。",
        "MPN ID {mpn} 属于整个组织资料。请选择你所在国家/地区、类型为“位置”的 MPN ID。",
    ];
    mpn_inactive(mpn) => [
        "The MPN ID {mpn} isn't active. Choose an active location, or ask the program operator.",
        "MPN ID {mpn} 並非使用中。請選擇使用中的位置，或洽詢計畫營運者。",
        "MPN ID {mpn} 未处于有效状态。请选择有效的位置，或咨询计划运营方。",
    ];
    mpn_elsewhere(mpn, mpn_country, organization, country) => [
        "A location MPN ID has to be in the country of the tenant. {mpn} is in {mpn_country}, and {organization} is in {country}. Choose another location, or add one.",
        "位置 MPN ID 必須與租用戶位於同一國家/地區。{mpn} 位於 {mpn_country}，而 {organization} 位於 {country}。請選擇其他位置，或新增位置。",
        "位置 MPN ID 必须与租户位于同一国家/地区。{mpn} 位于 {mpn_country}，而 {organization} 位于 {country}。请选择其他位置，或添加位置。",
    ];
    mpn_taken(mpn) => [
        "The MPN ID {mpn} is associated with another tenant, and each belongs to one. Choose another location, or ask the program operator.",
        "MPN ID {mpn} 已與其他租用戶關聯，每個識別碼只屬於一個租用戶。請選擇其他位置，或洽詢計畫營運者。",
        "MPN ID {mpn} 已与其他租户关联，每个 ID 只属于一个租户。请选择其他位置，或咨询计划运营方。",
    ];
    mpn_associated(organization, mpn) => [
        "{organization} is associated with the MPN ID {mpn}. The program operator can change that.",
        "{organization} 已與 MPN ID {mpn} 關聯。計畫營運者可以變更。",
        "{organization} 已与 MPN ID {mpn} 关联。计划运营方可以更改。",
    ];
    mpn_in_use(mpn, organization) => [
        "{organization} has associated the MPN ID {mpn}, so this location must stay in its country. Add another location instead.",
        "{organization} 已關聯 MPN ID {mpn}，因此其位置必須維持在原國家/地區。請改為新增其他位置。",
        "{organization} 已关联 MPN ID {mpn}，因此其位置必须保持在原国家/地区。请改为添加其他位置。",
    ];
    mpn_twice(mpn) => [
        "The registry already has the MPN ID {mpn}. Each one can be there only once.",
        "登錄中已有 MPN ID {mpn}。每個識別碼只能出現一次。",
        "登记册中已有 MPN ID {mpn}。每个 ID 只能出现一次。",
    ];
    account_taken(account) => [
        "Another member has the account {account}. Enter a different one.",
        "其他成員已使用帳戶 {account}。請輸入其他帳戶。",
        "其他成员已使用帐户 {account}。请输入其他帐户。",
    ];

    // Actions.
    associate_mpn_id => ["associate an MPN ID", "關聯 MPN ID", "关联 MPN ID"];
    manage_members => ["manage the MPN registry", "管理 MPN 登錄", "管理 MPN 登记册"];

    // Notices.
    done_mpn_associated => [
        "MPN ID associated with your tenant.",
        "MPN ID 已與您的租用戶關聯。",
        "MPN ID 已与你的租户关联。",
    ];
    done_location_added => [
        "Location added, and its new MPN ID associated with your tenant.",
        "位置已新增，其新 MPN ID 已與您的租用戶關聯。",
        "位置已添加，其新 MPN ID 已与你的租户关联。",
    ];
    done_member_registered => [
        "Member added to the registry.",
        "成員已加入登錄。",
        "成员已加入登记册。",
    ];
    done_member_changed => ["Member changed.", "成員已變更。", "成员已更改。"];
    done_member_password_set => [
        "Password set. Give it to the member.",
        "密碼已設定。請交給成員。",
        "密码已设置。请交给成员。",
    ];
}
