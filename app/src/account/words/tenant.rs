//! The fields of a new tenant and its first global admin.

use crate::i18n::messages;

messages! {
    company => ["Legal business name", "法律公司名稱", "公司合法名称"];
    country => ["Country/region", "國家/地區", "国家/地区"];
    country_hint => [
        "Where your company is registered. It decides the region and the currency, and can't be changed here later.",
        "公司登記所在地。這會決定地區與貨幣，之後無法在此變更。",
        "公司注册所在地。这会决定区域和货币，之后无法在此更改。",
    ];
    choose_country => ["Choose a country/region", "選擇國家/地區", "选择国家/地区"];
    domain => ["Domain", "網域", "域名"];
    domain_hint => [
        "The tenant's domain: 3 to 27 characters, using letters a to z, digits, and hyphens",
        "租用戶網域：3 到 27 個 a 到 z 的字母、數字和連字號",
        "租户域名：3 到 27 个 a 到 z 的字母、数字和连字符",
    ];
    your_name => ["Your name", "您的姓名", "你的姓名"];
    user_name => ["User name", "使用者名稱", "用户名"];
    user_name_hint => [
        "The part before the @ of your new work account",
        "新工作帳戶 @ 之前的部分",
        "新工作帐户 @ 之前的部分",
    ];
    password => ["Password", "密碼", "密码"];
    password_hint => [
        "Use at least 12 characters. A few unrelated words are easy to remember and hard to guess.",
        "至少 12 個字元。幾個不相關的字詞容易記住而且難以猜到。",
        "至少 12 个字符。几个不相关的词容易记住而且难以猜到。",
    ];
    repeated_password => ["Confirm password", "再次輸入密碼", "再次输入密码"];
}
