//! Signing in, choosing an organization, changing the password, and the not-found page.

use crate::i18n::messages;

messages! {
    sign_in => ["Sign in", "登入", "登录"];
    lead => [
        "Use the work account your organization gave you.",
        "請使用您的工作帳戶，也就是您的組織提供給您的帳戶。",
        "请使用你的工作帐户，即你的组织提供给你的帐户。",
    ];
    email => ["Work account", "工作帳戶", "工作帐户"];
    email_hint => ["For example, alex@contoso.example", "例如 alex@contoso.example", "例如 alex@contoso.example"];
    password => ["Password", "密碼", "密码"];
    demo_title => ["Try the demo", "試用示範", "试用演示"];
    demo_lead => [
        "You don't need a password. Everything here is fictional, and you can change anything.",
        "不需要密碼。這裡的一切都是虛構的，可以自由變更。",
        "无需密码。这里的一切都是虚构的，可以随意更改。",
    ];
    sign_in_as => ["Sign in as", "登入為", "登录为"];
    already(name) => ["You're signed in as {name}.", "您已以 {name} 身分登入。", "你已以 {name} 身份登录。"];
    about_program => [
        "New here? About the program, and how to enroll",
        "第一次使用？關於此計畫與註冊方式",
        "首次使用？关于此计划以及如何注册",
    ];
    go_on => ["Go to Overview", "前往概觀", "转到概述"];
    choose_title => ["Choose organization", "選擇組織", "选择组织"];
    choose_lead => [
        "Your account belongs to several organizations. Choose the one you want to act for. You can change it later at the top of any page.",
        "您的帳戶屬於多個組織。請選擇您要代表的組織；之後可以在每個頁面頂端變更。",
        "你的帐户属于多个组织。请选择你要代表的组织；之后可以在每个页面顶部更改。",
    ];
    choose_none => [
        "Your account doesn't belong to any organization right now. Ask a global admin of your organization to add you.",
        "您的帳戶目前不屬於任何組織。請要求貴組織的全域管理員新增您。",
        "你的帐户目前不属于任何组织。请让你的组织的全局管理员添加你。",
    ];
    password_title => ["Change password", "變更密碼", "更改密码"];
    password_first => [
        "Someone else set your password. Choose your own before you continue.",
        "您的密碼是由他人設定的。請先選擇自己的密碼再繼續。",
        "你的密码是由他人设置的。请先选择自己的密码再继续。",
    ];
    current_password => ["Current password", "目前的密碼", "当前密码"];
    new_password => ["New password", "新密碼", "新密码"];
    new_password_hint => [
        "Use at least 12 characters. A few unrelated words are easy to remember and hard to guess.",
        "至少 12 個字元。幾個不相關的字詞容易記住而且難以猜到。",
        "至少 12 个字符。几个不相关的词容易记住而且难以猜到。",
    ];
    repeated_password => ["Confirm new password", "再次輸入新密碼", "再次输入新密码"];
    not_found_title => ["Page not found", "找不到頁面", "找不到页面"];
    not_found_lead => [
        "There's nothing at this address, or you don't have access to it. Check the address, or continue from one of these pages.",
        "此網址沒有任何內容，或您沒有存取權。請檢查網址，或從下列頁面繼續。",
        "此地址没有任何内容，或你没有访问权限。请检查地址，或从以下页面继续。",
    ];
    guard_lead => ["Sign in to see this page.", "請登入以查看此頁面。", "请登录以查看此页面。"];
}
