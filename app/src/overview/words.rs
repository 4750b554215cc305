//! The overview.

use crate::i18n::messages;

messages! {
    title => ["Overview", "概觀", "概述"];
    for_us => ["Needs your action", "等待您處理", "等待你处理"];
    for_us_none => ["Nothing needs your action.", "目前沒有等待您處理的項目。", "目前没有等待你处理的项目。"];
    for_us_why => [
        "Items that only your organization can move forward appear here, oldest first.",
        "只有您的組織能推進的事項會顯示在這裡，最舊的在前。",
        "只有你的组织能推进的事项会显示在这里，最旧的在前。",
    ];
    for_others => ["Waiting on others", "等待他人處理", "等待他人处理"];
    for_others_none => ["You're not waiting on anyone.", "目前沒有等待他人處理的項目。", "目前没有等待他人处理的项目。"];
    for_others_why => [
        "Invitations you've sent stay here until they're answered.",
        "您傳送的邀請在獲得回覆前會留在這裡。",
        "你发送的邀请在得到答复前会留在这里。",
    ];
    recent => ["Recent activity", "最近的活動", "最近的活动"];
    recent_none => ["No activity yet.", "尚無任何活動。", "尚无任何活动。"];
    recent_why => [
        "Everything done for or by your organization appears here.",
        "您的組織所做或為其所做的一切都會保留在這裡。",
        "你的组织所做或为其所做的一切都会保留在这里。",
    ];
    customers => ["Customers", "客戶", "客户"];
    resellers => ["Indirect resellers", "間接經銷商", "间接经销商"];
    providers => ["Indirect providers", "間接提供者", "间接提供商"];
    open_invitations => ["Open invitations", "未回覆的邀請", "未答复的邀请"];
    subscriptions => ["Active subscriptions", "使用中的訂閱", "活动订阅"];
    granted_partners => ["Partners acting for you", "代表您行事的合作夥伴", "代表你行事的合作伙伴"];
    organizations => ["Organizations", "組織", "组织"];
    dead_mails => ["Undelivered emails", "未送達的郵件", "未送达的邮件"];
    what => ["Item", "事項", "事项"];
    since => ["Since", "開始於", "开始于"];
    until => ["Until", "期限", "期限"];
    next_step => ["Next step", "下一步", "下一步"];
    asks_partnership(name) => [
        "{name} would like to be your indirect provider",
        "{name} 希望成為您的間接提供者",
        "{name} 希望成为你的间接提供商",
    ];
    asks_relationship(name) => [
        "{name} would like a reseller relationship with you",
        "{name} 希望與您建立經銷商關係",
        "{name} 希望与你建立经销商关系",
    ];
    link_in_mail => [
        "A global admin of your organization opens the link in the invitation email",
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
    opened => ["Opened, not answered yet", "已開啟，未回覆", "已打开，未答复"];
    look => ["View", "查看", "查看"];
    draft(recipient) => ["Draft to {recipient}, not sent yet", "給 {recipient} 的草稿，尚未傳送", "给 {recipient} 的草稿，尚未发送"];
    go_on => ["Continue draft", "繼續編輯", "继续编辑"];
    expired(recipient) => [
        "The request to {recipient} expired unanswered",
        "給 {recipient} 的要求已到期，未獲回覆",
        "给 {recipient} 的请求已过期，未得到答复",
    ];
    send_again => ["Resend", "重新傳送", "重新发送"];
    partnership_ending(name) => [
        "The partnership with {name} is ending",
        "與 {name} 的合作關係即將結束",
        "与 {name} 的合作关系即将结束",
    ];
    agreement_unsigned => [
        "Your organization hasn't signed the partner agreement",
        "您的組織尚未簽署合作夥伴合約",
        "你的组织尚未签署合作伙伴协议",
    ];
    agreement_step => [
        "You can't send requests or place orders until a global admin signs it. Contact the program operator to get it.",
        "在全域管理員簽署之前，無法提出要求或訂購。請洽方案營運者。",
        "在全局管理员签署之前，无法提出请求或订购。请联系计划运营方。",
    ];
    mpn_missing => [
        "Your organization hasn't associated a location MPN ID",
        "您的組織尚未關聯位置 MPN ID",
        "你的组织尚未关联位置 MPN ID",
    ];
    mpn_step => [
        "You can't send requests or place orders until it does. Contact the program operator.",
        "在關聯之前，無法提出要求或訂購。請洽方案營運者。",
        "在关联之前，无法提出请求或订购。请联系计划运营方。",
    ];
    dead_mails_wait(count) => [
        "Emails that couldn't be delivered: {count}",
        "無法送達的郵件：{count}",
        "无法送达的邮件：{count}",
    ];
    start_request_partnership => ["Request a partnership", "要求建立合作關係", "请求建立合作关系"];
    start_invite_customers => ["Invite new customers", "邀請新客戶", "邀请新客户"];
    start_request_relationship => ["Request a reseller relationship", "要求建立經銷商關係", "请求建立经销商关系"];
    who_can_act => ["Who can act for us", "誰可以代表我們", "谁可以代表我们"];
}
