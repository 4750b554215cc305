//! Users of an organization in words: events of invitations, refusals, actions and notices.

use tierline_core::{
    member::{Event, Refusal},
    permission::member::Action,
};

use super::list;
use crate::{
    account::words::role_inside,
    i18n::{Lang, date_time, messages, worded_codes},
    list::words::list as listed,
    timeline::{Names, Telling},
    ui::{Glyph, Tone},
};

impl Telling for Event {
    fn sentence(&self, names: &Names<'_>) -> String {
        let lang = names.lang;
        match self {
            Event::Invited {
                name,
                address,
                roles,
                groups,
                ..
            } => {
                let roles = list::roles(lang, *roles);
                if groups.is_empty() {
                    user_invited(lang, name, address, roles)
                } else {
                    let groups = listed(lang, groups.iter().map(|group| group.as_str()));
                    user_invited_to(lang, name, address, roles, groups)
                }
            }
            Event::Resent { address, .. } => invitation_resent(lang, address),
            Event::Canceled { address, .. } => invitation_canceled(lang, address),
            Event::Accepted {
                name, user_name, ..
            } => invitation_accepted(lang, name, user_name),
        }
    }

    fn look(&self) -> (Tone, Glyph) {
        (Tone::Accent, Glyph::Mail)
    }

    fn by_link_holder(&self) -> bool {
        matches!(self, Event::Accepted { .. })
    }
}

/// A refusal in words.
pub(crate) fn refusal(lang: Lang, refusal: &Refusal) -> String {
    match refusal {
        Refusal::LastInRole { organization, role } => {
            last_in_role(lang, &organization.name, role_inside(lang, *role))
        }
        Refusal::NoRole => no_role(lang).to_owned(),
        Refusal::RoleElsewhere { role, organization } => {
            role_elsewhere(lang, &organization.name, role_inside(lang, *role))
        }
        Refusal::AlreadyMember { address } => already_member(lang, address),
        Refusal::UserAlreadyInvited { .. } => user_already_invited(lang).to_owned(),
        Refusal::OwnAccount => own_account(lang).to_owned(),
        Refusal::AccountElsewhere { organization } => account_elsewhere(lang, &organization.name),
        Refusal::MemberBlocked { by_operator: false } => member_blocked(lang).to_owned(),
        Refusal::MemberBlocked { by_operator: true } => blocked_by_operator(lang).to_owned(),
        Refusal::NoSecondFactor => no_second_factor(lang).to_owned(),
        Refusal::AddressElsewhere { address, domain } => address_elsewhere(lang, address, domain),
        Refusal::AddressTaken { address } => address_taken(lang, address),
        Refusal::AddressOfRemoved { address, until, .. } => {
            address_of_removed(lang, address, date_time(lang, *until))
        }
        Refusal::RestoreOver { at } => restore_over(lang, date_time(lang, *at)),
        Refusal::AccountExists { address } => account_exists(lang, address),
        Refusal::InvitedAnother { invited } => invited_another(lang, invited),
        Refusal::InvitedGroupsRemoved { groups } => {
            let groups = listed(lang, groups.iter().map(|group| group.as_str()));
            invited_groups_removed(lang, groups)
        }
        Refusal::PasswordLinkUsed { at } => link_used(lang, date_time(lang, *at)),
        Refusal::PasswordLinkExpired { at } => link_expired(lang, date_time(lang, *at)),
        Refusal::PasswordLinkVoid => link_void(lang).to_owned(),
    }
}

/// An action as a phrase, for "To …, you need".
pub(crate) fn action(lang: Lang, action: Action) -> &'static str {
    match action {
        Action::ManageGlobalAdmins => manage_global_admins(lang),
    }
}

worded_codes! {
    /// A finished action, reported on the page that follows.
    pub enum Notice {
        UserInvited = "user_invited" => done_user_invited,
        UserInvitationResent = "user_invitation_resent" => done_invitation_resent,
        UserInvitationCanceled = "user_invitation_canceled" => done_invitation_canceled,
        UserAdded = "user_added" => done_user_added,
        UserUpdated = "user_updated" => done_user_updated,
        UserBlocked = "user_blocked" => done_user_blocked,
        UserUnblocked = "user_unblocked" => done_user_unblocked,
        UserRemoved = "user_removed" => done_user_removed,
        UserRestored = "user_restored" => done_user_restored,
        UserRestoredInPart = "user_restored_in_part" => done_user_restored_in_part,
        PasswordLinkSent = "password_link_sent" => done_password_link_sent,
        UserSecondFactorReset = "user_second_factor_reset" => done_second_factor_reset,
        Joined = "joined" => done_joined,
        PasswordChosen = "password_chosen" => done_password_chosen,
    }
}

messages! {
    // Events.
    user_invited(name, address, roles) => [
        "Invited {name} ({address}) as a user: {roles}",
        "邀請了 {name}（{address}）成為使用者：{roles}",
        "邀请了 {name}（{address}）成为用户：{roles}",
    ];
    user_invited_to(name, address, roles, groups) => [
        "Invited {name} ({address}) as a user: {roles}; only for customers in {groups}",
        "邀請了 {name}（{address}）成為使用者：{roles}；僅限「{groups}」中的客戶",
        "邀请了 {name}（{address}）成为用户：{roles}；仅限“{groups}”中的客户",
    ];
    invitation_resent(address) => [
        "Resent the invitation to {address}",
        "再次傳送了對 {address} 的邀請",
        "再次发送了对 {address} 的邀请",
    ];
    invitation_canceled(address) => [
        "Canceled the invitation to {address}",
        "取消了對 {address} 的邀請",
        "取消了对 {address} 的邀请",
    ];
    invitation_accepted(name, user_name) => [
        "{name} ({user_name}) accepted the invitation",
        "{name}（{user_name}）接受了邀請",
        "{name}（{user_name}）接受了邀请",
    ];

    // Refusals.
    invited_groups_removed(groups) => [
        "This invitation was only for customers in {groups}, and that has been removed. Whoever sent it has to cancel it and send a new one.",
        "此邀請僅限「{groups}」中的客戶，但該群組已被移除。寄件者必須取消此邀請並傳送新的邀請。",
        "此邀请仅限“{groups}”中的客户，但该组已被移除。发件人必须取消此邀请并发送新的邀请。",
    ];
    last_in_role(organization, role) => [
        "{organization} needs at least one active user with the role {role}, and no one else has it. Assign the role to someone else first.",
        "{organization} 至少需要一位具有「{role}」角色的有效使用者，而沒有其他人具有此角色。請先將此角色授予其他人。",
        "{organization} 至少需要一位具有“{role}”角色的有效用户，而没有其他人具有此角色。请先将此角色授予其他人。",
    ];
    no_role => [
        "A user needs at least one role. Select one.",
        "使用者至少需要一個角色。請選擇一個。",
        "用户至少需要一个角色。请选择一个。",
    ];
    role_elsewhere(organization, role) => [
        "{organization} has no {role} role. Select another one.",
        "{organization} 沒有「{role}」角色。請選擇其他角色。",
        "{organization} 没有“{role}”角色。请选择其他角色。",
    ];
    already_member(address) => [
        "{address} is already a user of the organization. Find the user in User management.",
        "{address} 已是此組織的使用者。請在使用者管理中尋找。",
        "{address} 已是此组织的用户。请在用户管理中查找。",
    ];
    user_already_invited => [
        "An invitation to this address is already open. Resend or cancel it.",
        "對此地址的邀請尚未完成。請重新傳送或取消。",
        "对此地址的邀请尚未完成。请重新发送或取消。",
    ];
    own_account => [
        "This is your own account. Change your password and second factor in Settings; only another admin can block you.",
        "這是您自己的帳戶。請在設定中變更密碼與雙步驟驗證；只有其他管理員可以封鎖您。",
        "这是你自己的帐户。请在设置中更改密码和双重验证；只有其他管理员可以阻止你。",
    ];
    account_elsewhere(organization) => [
        "This account also belongs to another organization, so {organization} can't change its name, password, or second factor. The program operator can help.",
        "此帳戶也屬於其他組織，因此 {organization} 無法變更其姓名、密碼或雙步驟驗證。計畫營運者可以協助。",
        "此帐户也属于其他组织，因此 {organization} 无法更改其姓名、密码或双重验证。计划运营方可以协助。",
    ];
    member_blocked => [
        "The user is blocked. Unblock the user first.",
        "此使用者已被封鎖，無法變更。請先解除封鎖。",
        "此用户已被阻止，无法更改。请先解除阻止。",
    ];
    blocked_by_operator => [
        "The program operator blocked this account. Ask the operator to unblock it.",
        "計畫營運者已封鎖此帳戶。請要求營運者解除封鎖。",
        "计划运营方已阻止此帐户。请要求运营方解除阻止。",
    ];
    no_second_factor => [
        "The user has no second factor, so there is nothing to reset.",
        "此使用者沒有雙步驟驗證，無須重設。",
        "此用户没有设置双重验证，无需重置。",
    ];
    address_elsewhere(address, domain) => [
        "{address} is outside the customer's domain. Enter an address that ends in @{domain}.",
        "{address} 不在客戶的網域中。請輸入以 @{domain} 結尾的地址。",
        "{address} 不在客户的域中。请输入以 @{domain} 结尾的地址。",
    ];
    address_taken(address) => [
        "Someone already signs in as {address}. Enter another address.",
        "已有人使用 {address} 登入。請輸入其他地址。",
        "已有人使用 {address} 登录。请输入其他地址。",
    ];
    address_of_removed(address, until) => [
        "{address} is the account of a user who was removed. You can restore the user until {until}.",
        "{address} 是已移除之使用者的帳戶。您可以在 {until} 之前還原此使用者。",
        "{address} 是已移除的用户的帐户。你可以在 {until} 之前还原此用户。",
    ];
    restore_over(at) => [
        "The user could be restored until {at}. Add the user again under another address.",
        "此使用者的還原期限為 {at}，現已無法還原。請以其他地址重新新增此使用者。",
        "此用户的还原期限为 {at}，现已无法还原。请用其他地址重新添加此用户。",
    ];
    account_exists(address) => [
        "There is already an account for {address}. Sign in with it to accept the invitation.",
        "{address} 已有帳戶。請以此帳戶登入以接受邀請。",
        "{address} 已有帐户。请用此帐户登录以接受邀请。",
    ];
    invited_another(invited) => [
        "The invitation is for {invited}. Sign in with that account.",
        "此邀請是給 {invited} 的。請以該帳戶登入。",
        "此邀请是给 {invited} 的。请用该帐户登录。",
    ];
    link_used(at) => [
        "A new password was already chosen on {at}. If that wasn't you, ask an admin of your organization for a new link.",
        "已於 {at} 設定新密碼。如果不是您，請向貴組織的管理員要求新的連結。",
        "已于 {at} 设置新密码。如果不是你，请向你的组织的管理员要求新的链接。",
    ];
    link_expired(at) => [
        "The link expired on {at}. Ask an admin of your organization for a new one.",
        "此連結已於 {at} 到期。請向貴組織的管理員要求新的連結。",
        "此链接已于 {at} 到期。请向你的组织的管理员要求新的链接。",
    ];
    link_void => [
        "The link is no longer valid, because the account can't act for the organization that sent it. Ask an admin there.",
        "此連結不再有效，因為該帳戶無法代表傳送連結的組織行事。請詢問該組織的管理員。",
        "此链接不再有效，因为该帐户无法代表发送链接的组织行事。请询问该组织的管理员。",
    ];

    // Actions.
    manage_global_admins => [
        "make someone a global admin or change one",
        "指派全域管理員或變更全域管理員",
        "指派全局管理员或更改全局管理员",
    ];

    // Notices.
    done_user_invited => [
        "Invitation sent. The person becomes a user by accepting it.",
        "邀請已傳送。受邀者接受後即成為使用者。",
        "邀请已发送。受邀者接受后即成为用户。",
    ];
    done_invitation_resent => [
        "Invitation resent. The older link no longer works.",
        "邀請已重新傳送。先前的連結已失效。",
        "邀请已重新发送。之前的链接已失效。",
    ];
    done_invitation_canceled => ["Invitation canceled.", "邀請已取消。", "邀请已取消。"];
    done_user_added => ["The user was added.", "已新增使用者。", "已添加用户。"];
    done_user_updated => ["User updated.", "使用者已更新。", "用户已更新。"];
    done_user_blocked => [
        "User blocked and signed out.",
        "使用者已封鎖並登出。",
        "用户已阻止并退出登录。",
    ];
    done_user_unblocked => ["User unblocked.", "已解除封鎖使用者。", "已解除阻止用户。"];
    done_user_removed => [
        "User removed from your organization.",
        "使用者已從貴組織移除。",
        "用户已从你的组织移除。",
    ];
    done_user_restored => [
        "User restored, with the roles and licenses from before.",
        "使用者已還原，角色與授權均與先前相同。",
        "用户已还原，角色和许可证均与之前相同。",
    ];
    done_user_restored_in_part => [
        "User restored with the roles from before. Some licenses weren't given back, because none is left or the subscription isn't active.",
        "使用者已還原，角色與先前相同。部分授權因已無剩餘或訂閱未在使用中而未恢復。",
        "用户已还原，角色与之前相同。部分许可证因已无剩余或订阅未处于活动状态而未恢复。",
    ];
    done_password_link_sent => [
        "Link sent. It works for 24 hours.",
        "連結已傳送，24 小時內有效。",
        "链接已发送，24 小时内有效。",
    ];
    done_second_factor_reset => [
        "Second factor removed. The user is signed out everywhere.",
        "雙步驟驗證已移除。使用者已從所有地方登出。",
        "双重验证已移除。用户已从所有地方退出登录。",
    ];
    done_joined => [
        "Invitation accepted. Welcome to your organization.",
        "已接受邀請。歡迎加入您的組織。",
        "已接受邀请。欢迎加入你的组织。",
    ];
    done_password_chosen => [
        "Your new password is saved. Sign in with it.",
        "新密碼已儲存。請以新密碼登入。",
        "新密码已保存。请用新密码登录。",
    ];
}
