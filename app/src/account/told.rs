//! User accounts in words: events, refusals, actions and notices.

use tierline_core::{
    account::{Event, Factor, Origin, Refusal, Restoration},
    permission::account::Action,
    text::PersonName,
};

use crate::{
    account::words,
    i18n::{Lang, messages, worded_codes},
    list::words::list,
    timeline::{Names, Subject, Telling},
    ui::{Glyph, Tone},
};

impl Telling for Event {
    fn sentence(&self, names: &Names<'_>) -> String {
        let lang = names.lang;
        match self {
            Event::Added {
                name,
                user_name,
                origin: Origin::Invited,
                ..
            } => user_created(lang, name, user_name),
            Event::Added {
                name, user_name, ..
            } => user_added(lang, name, user_name),
            Event::AddedByAdmin {
                name, user_name, ..
            } => user_added_by_admin(lang, name, user_name),
            Event::Joined { .. } => user_joined(lang).to_owned(),
            Event::PasswordReset {
                unblocked: false, ..
            } => password_reset(lang, user(names)),
            Event::PasswordReset {
                unblocked: true, ..
            } => unblocked(lang, user(names)),
            Event::PasswordChanged { .. } => password_changed(lang, first(user(names))),
            Event::SecondFactorSetUp { .. } => second_factor_set_up(lang, first(user(names))),
            Event::FactorAdded { factor, .. } => match factor {
                Factor::App => app_added(lang, first(user(names))),
                Factor::Passkey => passkey_added(lang, first(user(names))),
            },
            Event::FactorRemoved { factor, .. } => match factor {
                Factor::App => app_removed(lang, first(user(names))),
                Factor::Passkey => passkey_removed(lang, first(user(names))),
            },
            Event::SecondFactorTurnedOff { .. } => {
                second_factor_turned_off(lang, first(user(names)))
            }
            Event::RecoveryCodeUsed { left, .. } => {
                recovery_code_used(lang, first(user(names)), left)
            }
            Event::RecoveryCodesRenewed { .. } => recovery_codes_renewed(lang, first(user(names))),
            Event::SecondFactorReset { .. } => second_factor_reset(lang, user(names)),
            Event::JoinedByInvitation { .. } => joined_by_invitation(lang, first(user(names))),
            Event::Renamed { from, name, .. } => user_renamed(lang, from, name),
            Event::FirstAdminCorrected {
                from,
                name,
                user_name,
                ..
            } => first_admin_corrected(lang, from, name, user_name),
            Event::RolesChanged { name, roles, .. } => {
                let roles = roles.iter().map(|role| words::role(lang, role));
                user_roles_changed(lang, name, list(lang, roles))
            }
            Event::CustomersNarrowed { name, to, .. } if to.is_empty() => user_sees_all(lang, name),
            Event::CustomersNarrowed { name, from, to, .. } => {
                let groups = list(lang, to.iter().map(|group| group.as_str()));
                if from.is_empty() {
                    user_narrowed(lang, name, groups)
                } else {
                    let before = list(lang, from.iter().map(|group| group.as_str()));
                    user_narrowed_from(lang, name, before, groups)
                }
            }
            Event::MemberBlocked { name, .. } => user_blocked(lang, name),
            Event::MemberUnblocked { name, .. } => user_unblocked(lang, name),
            Event::MemberRemoved { name, .. } => user_removed(lang, name),
            Event::MemberRestored { name, .. } => user_restored(lang, name),
            Event::PasswordResetByAdmin { name, .. } => password_reset_by_admin(lang, name),
            Event::PasswordLinkSent { name, .. } => password_link_sent(lang, name),
            Event::SecondFactorResetByAdmin { name, .. } => {
                second_factor_reset_by_admin(lang, name)
            }
            Event::AccessRestored { name, how, .. } => restored(lang, name, *how),
            Event::SetupRenewed {
                partner, customer, ..
            } => setup_renewed(lang, names.of(*partner), names.of(*customer)),
        }
    }

    fn look(&self) -> (Tone, Glyph) {
        (Tone::Accent, Glyph::Building)
    }

    fn reason(&self) -> Option<&str> {
        match self {
            Event::AccessRestored { reason, .. } => Some(reason.as_str()),
            _ => None,
        }
    }

    /// A new account, and a password chosen by a mailed link: nobody was signed in.
    fn by_link_holder(&self) -> bool {
        matches!(
            self,
            Event::Added {
                origin: Origin::Invited,
                ..
            } | Event::PasswordChanged { .. }
        )
    }
}

/// How the operator has helped a user in again.
pub(crate) fn restored(lang: Lang, name: &PersonName, how: Restoration) -> String {
    match how {
        Restoration::PasswordLink { .. } => restored_by_link(lang, name),
        Restoration::SecondFactor => restored_without_factor(lang, name),
        Restoration::Unblocked => restored_unblocked(lang, name),
    }
}

/// The user that an event is about, as far as the reader may know.
fn user(names: &Names<'_>) -> String {
    let lang = names.lang;
    match names.subject() {
        Some(Subject::User(name)) => name.clone(),
        Some(Subject::Customer(name)) => user_of(lang, name),
        _ => some_user(lang).to_owned(),
    }
}

/// These words at the beginning of a sentence.
fn first(words: String) -> String {
    let mut rest = words.chars();
    let start = rest.next().map(char::to_uppercase).into_iter().flatten();
    start.chain(rest).collect()
}

/// A refusal in words.
pub(crate) fn refusal(lang: Lang, refusal: &Refusal) -> String {
    match refusal {
        Refusal::TooManyPasskeys { most } => too_many_passkeys(lang, most),
    }
}

/// An action as a phrase, for "To …, you need".
pub(crate) fn action(lang: Lang, action: Action) -> &'static str {
    match action {
        Action::ManageAccounts => manage_accounts(lang),
    }
}

worded_codes! {
    /// A finished action, reported on the page that follows.
    pub enum Notice {
        SignedOut = "signed_out" => done_signed_out,
        PasswordChanged = "password_changed" => done_password_changed,
        SecondFactorOn = "second_factor_on" => done_second_factor_on,
        Proved = "proved" => done_proved,
        AppAdded = "app_added" => done_app_added,
        PasskeyAdded = "passkey_added" => done_passkey_added,
        FactorRemoved = "factor_removed" => done_factor_removed,
        SecondFactorOff = "second_factor_off" => done_second_factor_off,
        RecoveryCodesRenewed = "recovery_codes_renewed" => done_recovery_codes_renewed,
        CodeExpired = "code_expired" => done_code_expired,
        SessionEnded = "session_ended" => done_session_ended,
        OtherSessionsEnded = "other_sessions_ended" => done_other_sessions_ended,
    }
}

messages! {
    // Refusals.
    too_many_passkeys(most) => [
        "Your account already has {most} passkeys, which is the maximum. Remove one you no longer use, then add this one.",
        "您的帳戶已有 {most} 個通行金鑰，無法再新增。請先移除不再使用的通行金鑰，再新增此金鑰。",
        "你的帐户已有 {most} 个通行密钥，无法再添加。请先移除不再使用的通行密钥，再添加此密钥。",
    ];

    // Events.
    some_user => ["a user", "一位使用者", "一位用户"];
    user_of(organization) => ["a user of {organization}", "{organization} 的一位使用者", "{organization} 的一位用户"];
    restored_by_link(name) => [
        "The program operator sent {name} a link to choose a new password",
        "計畫營運者向 {name} 傳送了設定新密碼的連結",
        "计划运营方向 {name} 发送了设置新密码的链接",
    ];
    restored_without_factor(name) => [
        "The program operator removed the second factor of {name}",
        "計畫營運者移除了 {name} 的雙步驟驗證",
        "计划运营方移除了 {name} 的双重验证",
    ];
    restored_unblocked(name) => [
        "The program operator unblocked {name}",
        "計畫營運者解除了對 {name} 的封鎖",
        "计划运营方解除了对 {name} 的阻止",
    ];
    setup_renewed(partner, customer) => [
        "{partner} created a new temporary password for the first admin of {customer}",
        "{partner} 更新了 {customer} 第一位系統管理員的臨時密碼",
        "{partner} 更新了 {customer} 首位管理员的临时密码",
    ];
    user_added(name, user_name) => [
        "The program operator added the user {name} ({user_name})",
        "計畫營運者新增了使用者 {name}（{user_name}）",
        "计划运营方添加了用户 {name}（{user_name}）",
    ];
    password_reset(user) => [
        "The program operator gave {user} a new temporary password",
        "計畫營運者為 {user} 設定了新的臨時密碼",
        "计划运营方为 {user} 设置了新的临时密码",
    ];
    password_changed(user) => ["{user} chose a new password", "{user} 設定了新密碼", "{user} 设置了新密码"];
    second_factor_set_up(user) => [
        "{user} set up a second factor for sign-in",
        "{user} 設定了登入的雙步驟驗證",
        "{user} 设置了登录的双重验证",
    ];
    app_added(user) => [
        "{user} added an authenticator app to the second factor",
        "{user} 在雙步驟驗證中新增了驗證器應用程式",
        "{user} 在双重验证中添加了验证器应用",
    ];
    passkey_added(user) => [
        "{user} added a passkey to the second factor",
        "{user} 在雙步驟驗證中新增了通行金鑰",
        "{user} 在双重验证中添加了通行密钥",
    ];
    app_removed(user) => [
        "{user} removed the authenticator app from the second factor",
        "{user} 從雙步驟驗證中移除了驗證器應用程式",
        "{user} 从双重验证中移除了验证器应用",
    ];
    passkey_removed(user) => [
        "{user} removed a passkey from the second factor",
        "{user} 從雙步驟驗證中移除了通行金鑰",
        "{user} 从双重验证中移除了通行密钥",
    ];
    second_factor_turned_off(user) => [
        "{user} turned off the second factor and now signs in with only a password",
        "{user} 關閉了雙步驟驗證，之後僅以密碼登入",
        "{user} 关闭了双重验证，之后仅用密码登录",
    ];
    recovery_code_used(user, left) => [
        "{user} used a recovery code ({left} left)",
        "{user} 使用了復原碼；剩餘 {left} 個",
        "{user} 使用了恢复代码；剩余 {left} 个",
    ];
    recovery_codes_renewed(user) => [
        "{user} created new recovery codes",
        "{user} 建立了新的復原碼",
        "{user} 创建了新的恢复代码",
    ];
    second_factor_reset(user) => [
        "The program operator removed {user}'s second factor",
        "計畫營運者移除了 {user} 的雙步驟驗證",
        "计划运营方移除了 {user} 的双重验证",
    ];
    unblocked(user) => [
        "The program operator unblocked {user} with a new temporary password",
        "計畫營運者解除了 {user} 的封鎖，並設定了新的臨時密碼",
        "计划运营方解除了 {user} 的阻止，并设置了新的临时密码",
    ];
    user_created(name, user_name) => [
        "{name} created the account {user_name} by an invitation",
        "{name} 經由邀請建立了帳戶 {user_name}",
        "{name} 通过邀请创建了帐户 {user_name}",
    ];
    joined_by_invitation(user) => [
        "{user} joined by an invitation, with an existing account",
        "{user} 以既有帳戶經由邀請加入",
        "{user} 用已有帐户通过邀请加入",
    ];
    user_renamed(from, name) => [
        "The user {from} is now called {name}",
        "使用者 {from} 已更名為 {name}",
        "用户 {from} 已更名为 {name}",
    ];
    first_admin_corrected(from, name, account) => [
        "The program operator invited {name} ({account}) as the first admin instead of {from}",
        "計畫營運者改為邀請 {name}（{account}）擔任第一位管理員，取代 {from}",
        "计划运营方改为邀请 {name}（{account}）担任第一位管理员，取代 {from}",
    ];
    user_roles_changed(name, roles) => [
        "The roles of {name} were changed to: {roles}",
        "{name} 的角色已變更為：{roles}",
        "{name} 的角色已更改为：{roles}",
    ];
    user_sees_all(name) => [
        "{name} sees all customers again",
        "{name} 可再次看到所有客戶",
        "{name} 可再次看到所有客户",
    ];
    user_narrowed(name, groups) => [
        "{name} sees only customers in {groups}",
        "{name} 只能看到「{groups}」中的客戶",
        "{name} 只能看到“{groups}”中的客户",
    ];
    user_narrowed_from(name, before, groups) => [
        "{name} sees only customers in {groups}, no longer in {before}",
        "{name} 只能看到「{groups}」中的客戶，不再是「{before}」",
        "{name} 只能看到“{groups}”中的客户，不再是“{before}”",
    ];
    user_blocked(name) => ["{name} was blocked", "{name} 已被封鎖", "{name} 已被阻止"];
    user_unblocked(name) => ["{name} was unblocked", "已解除封鎖 {name}", "已解除阻止 {name}"];
    user_removed(name) => [
        "{name} was removed from the organization",
        "{name} 已從組織移除",
        "{name} 已从组织移除",
    ];
    user_added_by_admin(name, user_name) => [
        "Added the user {name} ({user_name})",
        "新增了使用者 {name}（{user_name}）",
        "添加了用户 {name}（{user_name}）",
    ];
    user_restored(name) => [
        "{name} was restored and belongs to the organization again",
        "{name} 已還原，並再次屬於此組織",
        "{name} 已还原，并再次属于此组织",
    ];
    password_reset_by_admin(name) => [
        "{name} was given a new temporary password",
        "已為 {name} 設定新的臨時密碼",
        "已为 {name} 设置新的临时密码",
    ];
    password_link_sent(name) => [
        "{name} was sent a link to choose a new password",
        "已傳送設定新密碼的連結給 {name}",
        "已向 {name} 发送设置新密码的链接",
    ];
    second_factor_reset_by_admin(name) => [
        "The second factor of {name} was removed",
        "{name} 的雙步驟驗證已移除",
        "{name} 的双重验证已移除",
    ];
    user_joined => [
        "The program operator also gave a user of another organization roles in this one",
        "計畫營運者讓另一個組織的使用者在此組織也具有角色",
        "计划运营方让另一个组织的用户在此组织也拥有角色",
    ];

    // Actions.
    manage_accounts => [
        "add users and restore their access",
        "登錄使用者並讓他們重新登入",
        "登记用户并让他们重新登录",
    ];

    // Notices.
    done_signed_out => ["You're signed out.", "您已登出。", "你已退出登录。"];
    done_password_changed => [
        "Your password has been changed. We signed you out of your other sessions.",
        "您的密碼已變更。您的其他工作階段已結束。",
        "你的密码已更改。你的其他会话已结束。",
    ];
    done_second_factor_on => [
        "The second factor is on. We signed you out of your other sessions.",
        "雙步驟驗證已開啟。您的其他工作階段已結束。",
        "双重验证已开启。你的其他会话已结束。",
    ];
    done_proved => [
        "Confirmed. You have 15 minutes to add an app or a passkey.",
        "已確認。十五分鐘內可新增應用程式或通行金鑰。",
        "已确认。十五分钟内可添加应用或通行密钥。",
    ];
    done_app_added => [
        "Authenticator app added.",
        "已新增驗證器應用程式。",
        "已添加验证器应用。",
    ];
    done_passkey_added => ["Passkey added.", "已新增通行金鑰。", "已添加通行密钥。"];
    done_factor_removed => [
        "Method removed. You can no longer sign in with it.",
        "已移除，不再能用於登入。",
        "已移除，不再能用于登录。",
    ];
    done_second_factor_off => [
        "The second factor is off. You now sign in with only your password.",
        "雙步驟驗證已關閉。從現在起，僅憑密碼即可登入。",
        "双重验证已关闭。从现在起，仅凭密码即可登录。",
    ];
    done_recovery_codes_renewed => [
        "Here are your new recovery codes. Your old codes no longer work.",
        "這是您的新復原碼。先前的復原碼已失效。",
        "这是你的新恢复代码。之前的恢复代码已失效。",
    ];
    done_recovery_code_used(left) => [
        "You signed in with a recovery code, which no longer works. You have {left} left. Create new ones in Settings before you run out.",
        "您已使用復原碼登入，該復原碼已失效。剩餘 {left} 個；請及時在設定中建立新的復原碼。",
        "你已使用恢复代码登录，该代码已失效。剩余 {left} 个；请及时在设置中创建新的恢复代码。",
    ];
    done_code_expired => [
        "This sign-in has ended because it was completed elsewhere or waited for more than 10 minutes. Sign in again.",
        "此次登入已結束：已在別處完成，或等待超過十分鐘。請重新登入。",
        "此次登录已结束：已在别处完成，或等待超过十分钟。请重新登录。",
    ];
    done_session_ended => ["The session has ended.", "該工作階段已結束。", "该会话已结束。"];
    done_other_sessions_ended => ["All other sessions have ended.", "所有其他工作階段已結束。", "所有其他会话已结束。"];
}
