//! A subscription's page.

use tierline_core::{
    catalog::Kind,
    subscription::{AutoRenew, Reason},
};

use crate::i18n::{Lang, messages};

/// Whether it renews by itself.
pub fn auto_renew_is(lang: Lang, auto_renew: AutoRenew) -> &'static str {
    match auto_renew {
        AutoRenew::On => is_on(lang),
        AutoRenew::Off => is_off(lang),
    }
}

/// The kind of its product, standing alone.
pub fn kind_is(lang: Lang, kind: Kind) -> &'static str {
    match kind {
        Kind::License => is_license(lang),
        Kind::Platform => is_platform(lang),
        Kind::Reservation => is_reservation(lang),
        Kind::Software => is_software(lang),
    }
}

/// Why something was charged or credited.
pub fn for_reason(lang: Lang, reason: Reason) -> &'static str {
    match reason {
        Reason::Purchase => for_purchase(lang),
        Reason::Period => for_period(lang),
        Reason::Renewal => for_renewal(lang),
        Reason::Increase => for_increase(lang),
        Reason::Decrease => for_decrease(lang),
        Reason::Upgrade => for_upgrade(lang),
        Reason::Cancellation => for_cancellation(lang),
        Reason::End => for_end(lang),
        Reason::Return => for_return(lang),
    }
}

messages! {
    customers => ["Customers", "客戶", "客户"];
    lead(customer) => ["For {customer}", "客戶：{customer}", "客户：{customer}"];
    changed_by(partner) => [
        "To change this subscription, contact {partner}, which ordered it for you.",
        "如需變更，請連絡為您訂購的 {partner}。",
        "如需更改，请联系为您订购的 {partner}。",
    ];
    ask_for_order => ["Request an order", "提出訂購要求", "提出订购请求"];
    grants => ["Who can act for us", "誰可以代表我們", "谁可以代表我们"];
    licenses => ["Licenses", "授權", "许可证"];
    plan => ["Term and billing", "期限與計費", "期限与计费"];
    price => ["Per license per term", "每份授權每期", "每份许可证每期"];
    no_price => ["None", "無", "无"];
    term_ends => ["Term ends", "期限結束", "期限结束"];
    term_began => ["Term began", "期限開始", "期限开始"];
    billed_until => ["Billed until", "已計費至", "已计费至"];
    auto_renew => ["Auto-renew", "自動續訂", "自动续订"];
    is_on => ["On", "開啟", "开启"];
    is_off => ["Off", "關閉", "关闭"];
    kind => ["Kind", "種類", "种类"];
    is_license => ["License", "授權", "许可证"];
    is_platform => ["Cloud platform plan", "雲端平台方案", "云平台方案"];
    is_reservation => ["Reservation", "保留", "预留"];
    is_software => ["Software", "軟體", "软件"];
    since => ["Since", "開始於", "开始于"];
    facts => ["Term", "期限", "期限"];

    window => ["Cancellation window", "可撤回", "可撤回"];
    window_all(until) => [
        "All licenses can be removed, or the subscription canceled, until {until}.",
        "{until} 之前可減少所有授權或取消訂閱。",
        "{until} 之前可减少所有许可证或取消订阅。",
    ];
    window_cancel(until) => [
        "The subscription can be canceled until {until}.",
        "{until} 之前可取消訂閱。",
        "{until} 之前可取消订阅。",
    ];
    window_some(count, until) => [
        "Up to {count} of the recently added licenses can be removed until {until}.",
        "{until} 之前，最後增加的授權中最多可減少 {count} 個。",
        "{until} 之前，最后增加的许可证中最多可减少 {count} 个。",
    ];
    time_left => ["Time left:", "剩餘時間：", "剩余时间："];
    left(days, hours, minutes) => [
        "{days} d {hours} h {minutes} min",
        "{days} 天 {hours} 小時 {minutes} 分鐘",
        "{days} 天 {hours} 小时 {minutes} 分钟",
    ];

    pending => ["Scheduled", "已排定", "已安排"];
    pending_at(day) => ["At the renewal on {day}:", "於 {day} 續訂時：", "在 {day} 续订时："];
    pending_ahead => ["Renewed early at the price agreed that day.", "已依當日價格提前續訂。", "已按当日价格提前续订。"];
    pending_waits => [
        "The customer's account is under review. If it still is then, this waits for the next renewal; the subscription renews without it.",
        "此客戶的帳戶審查中。屆時若仍在審查，此變更將等到下次續訂，訂閱本身照常續訂。",
        "此客户的帐户审核中。届时若仍在审核，此更改将等到下次续订，订阅本身照常续订。",
    ];
    pending_by(name) => ["Scheduled by {name}", "排定者：{name}", "安排者：{name}"];
    undo => ["Undo", "復原", "撤销"];

    actions => ["Change this subscription", "變更此訂閱", "更改此订阅"];
    add_ons => ["Add-ons", "附加元件", "加载项"];
    base => ["Add-on to", "附加於", "附加于"];

    charges => ["Charges so far", "到目前為止的費用", "到目前为止的费用"];
    no_charges => ["No charges yet.", "尚無任何費用。", "尚无任何费用。"];
    history => ["History", "歷程記錄", "历史记录"];
    reason => ["For", "項目", "项目"];
    product => ["Product", "產品", "产品"];
    from_when => ["From", "自", "自"];
    until_when => ["Until", "至", "至"];
    days => ["Days", "天數", "天数"];
    days_of(days, all) => ["{days} of {all}", "{days}／{all}", "{days}／{all}"];
    amount => ["Amount", "金額", "金额"];
    for_purchase => ["Purchase", "購買", "购买"];
    for_period => ["Billing period", "計費週期", "计费周期"];
    for_renewal => ["Renewal", "續訂", "续订"];
    for_increase => ["Licenses added", "增加授權", "增加许可证"];
    for_decrease => ["Licenses removed", "減少授權", "减少许可证"];
    for_upgrade => ["Upgrade", "升級", "升级"];
    for_cancellation => ["Cancellation", "取消", "取消"];
    for_end => ["Ended with its base subscription", "隨主要訂閱結束", "随主要订阅结束"];
    for_return => ["Brought back", "恢復訂閱", "恢复订阅"];
}
