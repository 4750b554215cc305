//! How organizations and their users came into being.

use tierline_core::{customer::Event, organization::Factor};

use super::Names;
use crate::i18n::messages;

/// One sentence on what happened to an organization.
pub(super) fn describe(names: &Names<'_>, event: &Event) -> String {
    let lang = names.lang;
    match event {
        Event::Created {
            partner,
            reseller: None,
            details,
            ..
        } => created(lang, names.of(*partner), &details.name),
        Event::Created {
            partner,
            reseller: Some(reseller),
            details,
            ..
        } => created_for(lang, names.of(*partner), &details.name, names.of(*reseller)),
        Event::SignedUp { name, domain, .. } => signed_up(lang, name, domain),
        Event::Registered { name, domain, .. } => registered(lang, name, domain),
        Event::Completed { mpn, agreement, .. } => match (mpn, agreement) {
            (Some(mpn), None) => mpn_entered(lang, mpn),
            (None, Some(agreement)) => agreement_entered(lang, &agreement.version),
            (Some(mpn), Some(agreement)) => both_entered(lang, mpn, &agreement.version),
            (None, None) => nothing_entered(lang).to_owned(),
        },
        Event::UserAdded {
            name, user_name, ..
        } => user_added(lang, name, user_name),
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
    created(partner, name) => [
        "{partner} created the customer {name}",
        "{partner} 建立了客戶 {name}",
        "{partner} 创建了客户 {name}",
    ];
    created_for(partner, name, reseller) => [
        "{partner} created the customer {name} for {reseller}",
        "{partner} 為 {reseller} 建立了客戶 {name}",
        "{partner} 为 {reseller} 创建了客户 {name}",
    ];
    signed_up(name, domain) => [
        "{name} created its tenant {domain}",
        "{name} 建立了租用戶 {domain}",
        "{name} 创建了租户 {domain}",
    ];
    setup_renewed(partner) => [
        "{partner} renewed the temporary password of the first admin",
        "{partner} 更新了第一位系統管理員的臨時密碼",
        "{partner} 更新了首位管理员的临时密码",
    ];
    registered(name, domain) => [
        "The operator of the portal registered {name} with its tenant {domain}",
        "入口網站的營運者登錄了 {name} 及其租用戶 {domain}",
        "门户的运营方登记了 {name} 及其租户 {domain}",
    ];
    mpn_entered(mpn) => [
        "The operator of the portal entered the MPN ID {mpn}",
        "入口網站的營運者輸入了 MPN 識別碼 {mpn}",
        "门户的运营方输入了 MPN ID {mpn}",
    ];
    agreement_entered(version) => [
        "The operator of the portal entered the signed partner agreement {version}",
        "入口網站的營運者輸入了已簽署的合作夥伴合約 {version}",
        "门户的运营方输入了已签署的合作伙伴协议 {version}",
    ];
    both_entered(mpn, version) => [
        "The operator of the portal entered the MPN ID {mpn} and the signed partner agreement {version}",
        "入口網站的營運者輸入了 MPN 識別碼 {mpn} 和已簽署的合作夥伴合約 {version}",
        "门户的运营方输入了 MPN ID {mpn} 和已签署的合作伙伴协议 {version}",
    ];
    nothing_entered => [
        "The operator of the portal looked through the profile",
        "入口網站的營運者檢查了設定檔",
        "门户的运营方检查了资料",
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
}
