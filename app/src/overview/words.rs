//! The overview.

use crate::i18n::messages;

messages! {
    title => ["Overview", "概觀", "概述"];
    for_us => ["Waits for you", "等待您處理", "等待你处理"];
    for_us_none => ["Nothing waits for you.", "目前沒有等待您處理的項目。", "目前没有等待你处理的项目。"];
    for_us_why => [
        "What only your organization can move on shows up here, the oldest first.",
        "只有您的組織能推進的事項會顯示在這裡，最舊的在前。",
        "只有你的组织能推进的事项会显示在这里，最旧的在前。",
    ];
    for_others => ["Waits for others", "等待他人處理", "等待他人处理"];
    for_others_none => ["Nothing waits for others.", "目前沒有等待他人處理的項目。", "目前没有等待他人处理的项目。"];
    for_others_why => [
        "Invitations that you have sent stay here until they are answered.",
        "您傳送的邀請在獲得回覆前會留在這裡。",
        "你发送的邀请在得到答复前会留在这里。",
    ];
    recent => ["What happened last", "最近的活動", "最近的活动"];
    recent_none => ["Nothing has happened yet.", "尚無任何活動。", "尚无任何活动。"];
    recent_why => [
        "Everything that is done for or by your organization is kept here.",
        "您的組織所做或為其所做的一切都會保留在這裡。",
        "你的组织所做或为其所做的一切都会保留在这里。",
    ];
    customers => ["Customers", "客戶", "客户"];
    resellers => ["Indirect resellers", "間接經銷商", "间接经销商"];
    providers => ["Indirect providers", "間接提供者", "间接提供商"];
    open_invitations => ["Open invitations", "未回覆的邀請", "未答复的邀请"];
    subscriptions => ["Active subscriptions", "使用中的訂閱", "活动订阅"];
    granted_partners => ["Partners that act for you", "代表您行事的合作夥伴", "代表你行事的合作伙伴"];
    organizations => ["Organizations", "組織", "组织"];
    dead_mails => ["Undelivered mails", "未送達的郵件", "未送达的邮件"];
    what => ["What", "事項", "事项"];
    since => ["Since", "開始於", "开始于"];
    until => ["Until", "期限", "期限"];
    next_step => ["Next step", "下一步", "下一步"];
    asks_partnership(name) => [
        "{name} asks you to authorize it as your indirect provider",
        "{name} 要求您授權其為您的間接提供者",
        "{name} 请求你批准其为你的间接提供商",
    ];
    asks_relationship(name) => [
        "{name} asks you for a reseller relationship",
        "{name} 要求與您建立經銷商關係",
        "{name} 请求与你建立经销商关系",
    ];
    link_in_mail => [
        "Your global admin opens the link in the invitation mail",
        "由您的全域管理員開啟邀請郵件中的連結",
        "由你的全局管理员打开邀请邮件中的链接",
    ];
    sent_partnership(recipient) => [
        "Partnership request to {recipient}",
        "給 {recipient} 的合作關係要求",
        "给 {recipient} 的合作关系请求",
    ];
    sent_relationship(recipient) => [
        "Reseller relationship request to {recipient}",
        "給 {recipient} 的經銷商關係要求",
        "给 {recipient} 的经销商关系请求",
    ];
    not_opened => ["Not opened yet", "尚未開啟", "尚未打开"];
    opened => ["Opened, not answered", "已開啟，未回覆", "已打开，未答复"];
    look => ["Look at it", "查看", "查看"];
    draft(recipient) => ["Draft to {recipient}, not sent", "給 {recipient} 的草稿，尚未傳送", "给 {recipient} 的草稿，尚未发送"];
    go_on => ["Go on writing", "繼續編輯", "继续编辑"];
    expired(recipient) => [
        "The request to {recipient} expired unanswered",
        "給 {recipient} 的要求已到期，未獲回覆",
        "给 {recipient} 的请求已过期，未得到答复",
    ];
    send_again => ["Send it again", "重新傳送", "重新发送"];
    partnership_ending(name) => [
        "The partnership with {name} ends",
        "與 {name} 的合作關係即將結束",
        "与 {name} 的合作关系即将结束",
    ];
    agreement_unsigned => [
        "Your organization has not signed the partner agreement",
        "您的組織尚未簽署合作夥伴合約",
        "你的组织尚未签署合作伙伴协议",
    ];
    agreement_step => [
        "Until a global admin has signed it, nothing can be requested or ordered. Ask the program operator for it.",
        "在全域管理員簽署之前，無法提出要求或訂購。請洽方案營運者。",
        "在全局管理员签署之前，无法提出请求或订购。请联系计划运营方。",
    ];
    mpn_missing => [
        "Your organization has associated no location MPN ID",
        "您的組織尚未關聯位置 MPN ID",
        "你的组织尚未关联位置 MPN ID",
    ];
    mpn_step => [
        "Until it has, nothing can be requested or ordered. Ask the program operator for it.",
        "在關聯之前，無法提出要求或訂購。請洽方案營運者。",
        "在关联之前，无法提出请求或订购。请联系计划运营方。",
    ];
    dead_mails_wait(count) => [
        "Mails that could not be delivered: {count}",
        "無法送達的郵件：{count}",
        "无法送达的邮件：{count}",
    ];
    start_request_partnership => ["Request a partnership", "要求建立合作關係", "请求建立合作关系"];
    start_invite_customers => ["Invite new customers", "邀請新客戶", "邀请新客户"];
    start_request_relationship => ["Request a reseller relationship", "要求建立經銷商關係", "请求建立经销商关系"];
    who_can_act => ["Who can act for us", "誰可以代表我們", "谁可以代表我们"];
}
