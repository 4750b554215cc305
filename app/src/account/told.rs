//! Events of user accounts.

use tierline_core::account::{Event, Factor};

use super::Names;
use crate::i18n::messages;

/// One sentence about an event of an account.
pub(super) fn describe(names: &Names<'_>, event: &Event) -> String {
    let lang = names.lang;
    match event {
        Event::Added {
            name, user_name, ..
        } => user_added(lang, name, user_name),
        Event::Joined { .. } => user_joined(lang).to_owned(),
        Event::PasswordReset {
            unblocked: false, ..
        } => password_reset(lang).to_owned(),
        Event::PasswordReset {
            unblocked: true, ..
        } => unblocked(lang).to_owned(),
        Event::PasswordChanged { .. } => password_changed(lang).to_owned(),
        Event::SecondFactorSetUp { .. } => second_factor_set_up(lang).to_owned(),
        Event::FactorAdded { factor, .. } => match factor {
            Factor::App => app_added(lang),
            Factor::Passkey => passkey_added(lang),
        }
        .to_owned(),
        Event::FactorRemoved { factor, .. } => match factor {
            Factor::App => app_removed(lang),
            Factor::Passkey => passkey_removed(lang),
        }
        .to_owned(),
        Event::SecondFactorTurnedOff { .. } => second_factor_turned_off(lang).to_owned(),
        Event::RecoveryCodeUsed { left, .. } => recovery_code_used(lang, left),
        Event::RecoveryCodesRenewed { .. } => recovery_codes_renewed(lang).to_owned(),
        Event::SecondFactorReset { .. } => second_factor_reset(lang).to_owned(),
        Event::SetupRenewed { partner, .. } => setup_renewed(lang, names.of(*partner)),
    }
}

messages! {
    setup_renewed(partner) => [
        "{partner} renewed the temporary password of the first admin",
        "{partner} 更新了第一位系統管理員的臨時密碼",
        "{partner} 更新了首位管理员的临时密码",
    ];
    user_added(name, user_name) => [
        "The operator of the portal added the user {name} ({user_name})",
        "入口網站的營運者新增了使用者 {name}（{user_name}）",
        "门户的运营方添加了用户 {name}（{user_name}）",
    ];
    password_reset => [
        "The operator of the portal gave a user a new temporary password",
        "入口網站的營運者為一位使用者設定了新的臨時密碼",
        "门户的运营方为一位用户设置了新的临时密码",
    ];
    password_changed => ["A user chose a new password", "一位使用者設定了新密碼", "一位用户设置了新密码"];
    second_factor_set_up => [
        "A user set up a second factor for signing in",
        "一位使用者設定了登入的雙步驟驗證",
        "一位用户设置了登录的双重验证",
    ];
    app_added => [
        "A user added an authenticator app to the second factor",
        "一位使用者在雙步驟驗證中新增了驗證器應用程式",
        "一位用户在双重验证中添加了验证器应用",
    ];
    passkey_added => [
        "A user added a passkey to the second factor",
        "一位使用者在雙步驟驗證中新增了通行金鑰",
        "一位用户在双重验证中添加了通行密钥",
    ];
    app_removed => [
        "A user removed the authenticator app from the second factor",
        "一位使用者從雙步驟驗證中移除了驗證器應用程式",
        "一位用户从双重验证中移除了验证器应用",
    ];
    passkey_removed => [
        "A user removed a passkey from the second factor",
        "一位使用者從雙步驟驗證中移除了通行金鑰",
        "一位用户从双重验证中移除了通行密钥",
    ];
    second_factor_turned_off => [
        "A user turned the second factor off and signs in with the password alone",
        "一位使用者關閉了雙步驟驗證，之後僅以密碼登入",
        "一位用户关闭了双重验证，之后仅用密码登录",
    ];
    recovery_code_used(left) => [
        "A user used a recovery code; {left} left",
        "一位使用者使用了復原碼；剩餘 {left} 個",
        "一位用户使用了恢复代码；剩余 {left} 个",
    ];
    recovery_codes_renewed => [
        "A user made new recovery codes",
        "一位使用者建立了新的復原碼",
        "一位用户创建了新的恢复代码",
    ];
    second_factor_reset => [
        "The operator of the portal took a user's second factor away",
        "入口網站的營運者移除了一位使用者的雙步驟驗證",
        "门户的运营方移除了一位用户的双重验证",
    ];
    unblocked => [
        "The operator of the portal unblocked a user, with a new temporary password",
        "入口網站的營運者解除了一位使用者的封鎖，並設定了新的臨時密碼",
        "门户的运营方解除了一位用户的阻止，并设置了新的临时密码",
    ];
    user_joined => [
        "The operator of the portal gave a user of another organization roles in this one too",
        "入口網站的營運者讓另一個組織的使用者在此組織也具有角色",
        "门户的运营方让另一个组织的用户在此组织也拥有角色",
    ];
}
