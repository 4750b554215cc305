//! The words of the pages behind mailed links.

use crate::i18n::messages;

messages! {
    join_title(organization) => ["Join {organization}", "加入 {organization}", "加入 {organization}"];
    join_lead(by, organization) => [
        "{by} invited you to work for {organization} in this portal.",
        "{by} 邀請您在此入口網站為 {organization} 工作。",
        "{by} 邀请你在此门户为 {organization} 工作。",
    ];
    for_whom => ["Invited", "受邀者", "受邀者"];
    your_roles => ["Your roles", "您的角色", "你的角色"];
    your_customers => ["Your customers", "您的客戶", "你的客户"];
    only_in(groups) => ["Only in {groups}", "僅限「{groups}」中", "仅限“{groups}”中"];
    groups_removed(groups) => [
        "Removed since the invitation was sent: {groups}.",
        "自邀請傳送後已移除：{groups}。",
        "自邀请发送后已移除：{groups}。",
    ];
    valid_until => ["Valid until", "有效期限", "有效期至"];
    choose_title => ["Choose a password", "設定密碼", "设置密码"];
    choose_lead(address) => [
        "Your account will be {address}. Only you will know the password.",
        "您的帳戶將是 {address}。只有您知道密碼。",
        "你的帐户将是 {address}。只有你知道密码。",
    ];
    password => ["Password", "密碼", "密码"];
    password_hint => [
        "Use at least 12 characters. A few unrelated words are easy to remember and hard to guess.",
        "至少 12 個字元。幾個不相關的詞就是好密碼。",
        "至少 12 个字符。几个不相关的词就是好密码。",
    ];
    repeated_password => ["Confirm password", "再次輸入密碼", "再次输入密码"];
    accept => ["Accept invitation", "接受邀請", "接受邀请"];
    accept_lead(address) => [
        "You're signed in as {address}. You keep this account and can switch between your organizations.",
        "您已以 {address} 登入。您會保留此帳戶，並可在各組織之間切換。",
        "你已用 {address} 登录。你会保留此帐户，并可在各组织之间切换。",
    ];
    sign_in_lead(address) => [
        "You already have the account {address}. Sign in with it to accept.",
        "您已有帳戶 {address}。請以此帳戶登入以接受邀請。",
        "你已有帐户 {address}。请用此帐户登录以接受邀请。",
    ];
    change_password_lead(address) => [
        "You're signed in as {address} with a temporary password. Choose a password of your own to accept the invitation.",
        "您已使用臨時密碼以 {address} 登入。請先設定您自己的密碼，再接受邀請。",
        "你已使用临时密码以 {address} 登录。请先设置你自己的密码，再接受邀请。",
    ];
    sign_out_lead(signed_in, address) => [
        "You're signed in as {signed_in}, but the invitation is for {address}. Sign out to accept it.",
        "您已以 {signed_in} 登入，但此邀請是給 {address} 的。請登出後再接受。",
        "你已用 {signed_in} 登录，但此邀请是给 {address} 的。请退出登录后再接受。",
    ];
    not_expected => [
        "If you didn't expect this invitation, you don't have to do anything.",
        "如果您沒有預期此邀請，無須進行任何動作。",
        "如果你没有预期此邀请，无需执行任何操作。",
    ];
    ended => ["This link can't be used", "此連結無法使用", "此链接无法使用"];
    from(organization) => [
        "The invitation came from {organization}.",
        "此邀請來自 {organization}。",
        "此邀请来自 {organization}。",
    ];
    missing => ["This link doesn't work", "此連結無效", "此链接无效"];
    missing_why => [
        "It may have been cut off by your email app. Copy the whole link from the email into the address bar, or ask for a new one.",
        "可能被您的郵件程式截斷。請將郵件中的完整連結複製到網址列，或要求新的連結。",
        "可能被你的邮件程序截断。请将邮件中的完整链接复制到地址栏，或要求新的链接。",
    ];
    go_to_overview => ["Go to Overview", "前往概觀", "转到概述"];
    new_password_title => ["Choose a new password", "設定新密碼", "设置新密码"];
    new_password_lead(address) => [
        "For the account {address}. All its sessions end when you save.",
        "用於帳戶 {address}。儲存後，其所有工作階段都會結束。",
        "用于帐户 {address}。保存后，其所有会话都会结束。",
    ];
    save_password => ["Save password", "儲存密碼", "保存密码"];
}
