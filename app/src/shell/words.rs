//! The frame around every page.

use crate::i18n::messages;

messages! {
    product => ["Tierline", "Tierline", "Tierline"];
    description => [
        "Tierline is the portal where partners and their customers manage relationships, orders, and subscriptions.",
        "Tierline 是合作夥伴與客戶管理關係、訂單和訂閱的入口網站。",
        "Tierline 是合作伙伴与客户管理关系、订单和订阅的门户。",
    ];
    sign_in_description => [
        "Sign in to Tierline, the portal for cloud program partners and their customers.",
        "登入 Tierline：雲端計畫的合作夥伴與其客戶的入口網站。",
        "登录 Tierline：云计划的合作伙伴及其客户的门户。",
    ];
    invitation_description => [
        "An invitation to work together. See who is asking and which permissions it grants, then authorize or decline it.",
        "合作邀請。請先查看是誰提出邀請及其授與的權限，再決定是否授權。",
        "合作邀请。请先查看是谁发出邀请及其授予的权限，再决定是否授权。",
    ];
    other_languages => ["Other languages", "其他語言", "其他语言"];
    skip => ["Skip to content", "跳到內容", "跳到内容"];
    navigation => ["Pages", "頁面", "页面"];
    waiting(count) => ["needing action: {count}", "待處理：{count}", "待处理：{count}"];
    menu => ["Menu", "選單", "菜单"];
    breadcrumb => ["Breadcrumb", "導覽路徑", "导航路径"];
    overview => ["Overview", "概觀", "概述"];
    go_to_overview => ["Go to Overview", "前往概觀", "转到概述"];
    customers => ["Customers", "客戶", "客户"];
    indirect_resellers => ["Indirect resellers", "間接經銷商", "间接经销商"];
    indirect_providers => ["Indirect providers", "間接提供者", "间接提供商"];
    order_requests => ["Order requests", "訂購要求", "订购请求"];
    subscriptions => ["Subscriptions", "訂閱", "订阅"];
    renewals => ["Renewals", "續約", "续订"];
    orders => ["Order history", "訂單記錄", "订单记录"];
    grants => ["Who can act for us", "誰可以代表我們", "谁可以代表我们"];
    statement => ["Statement", "對帳單", "对账单"];
    users_and_licenses => ["Users and licenses", "使用者與授權", "用户和许可证"];
    my_licenses => ["My licenses", "我的授權", "我的许可证"];
    agreements => ["Agreements", "合約", "协议"];
    demo_mailbox => ["Demo mailbox", "示範信箱", "演示邮箱"];
    settings => ["Settings", "設定", "设置"];
    account => ["My account", "我的帳戶", "我的帐户"];
    signed_in_as(name) => ["Signed in as {name}", "已以 {name} 登入", "已用 {name} 登录"];
    organization => ["Organization", "組織", "组织"];
    change_organization => ["Change organization", "變更組織", "更改组织"];
    language => ["Language", "語言", "语言"];
    theme => ["Theme", "佈景主題", "主题"];
    theme_system => ["System theme", "依系統", "跟随系统"];
    theme_light => ["Light theme", "淺色", "浅色"];
    theme_dark => ["Dark theme", "深色", "深色"];
    sign_out => ["Sign out", "登出", "退出登录"];
    organizations => ["Organizations", "組織", "组织"];
    catalog => ["Catalog", "產品目錄", "产品目录"];
    registry => ["Registry", "登錄", "登记册"];
    find_a_provider => ["Find a provider", "尋找提供者", "查找提供商"];
    listing_changes => ["Directory changes", "目錄變更", "目录更改"];
    mail_delivery => ["Email delivery", "郵件傳送", "邮件发送"];
    cases => ["Cases", "案件", "案例"];
    stopped_title => ["Part of this page stopped working", "此頁面的一部分已停止運作", "此页面的一部分已停止运行"];
    stopped => [
        "Links and buttons still work, and each one loads a new page. You may have lost text you typed, so check it before you send it.",
        "連結與按鈕仍可使用，每次都會載入頁面。您輸入的內容可能已遺失，送出前請先檢查。",
        "链接和按钮仍可使用，每次都会加载页面。你输入的内容可能已丢失，发送前请先检查。",
    ];
    load_again => ["Reload this page", "重新載入此頁面", "重新加载此页面"];
    close_notice => ["Close this notice", "關閉此通知", "关闭此通知"];
}
