//! Ending a relationship, or one right in it.

use tierline_core::customer::Effect;

use crate::i18n::{Lang, messages};

/// What follows for a subscription.
#[must_use]
pub fn effect(lang: Lang, effect: Effect) -> &'static str {
    match effect {
        Effect::NoChanges => no_changes(lang),
        Effect::NoRenewals => no_renewals(lang),
        Effect::StaysOfRecord => stays_of_record(lang),
        Effect::NoSupport => no_support(lang),
        Effect::SupportReturns => support_returns(lang),
        Effect::ScheduledStays => scheduled_stays(lang),
        Effect::Renews => renews(lang),
        Effect::Expires => expires(lang),
    }
}

messages! {
    title_all(name) => ["End the relationship with {name}", "結束與 {name} 的關係", "结束与 {name} 的关系"];
    title_grant(name) => ["Remove a permission from {name}", "移除 {name} 的權限", "移除 {name} 的权限"];
    lead => [
        "Nothing below prevents this: you can always remove permissions you granted. Check the consequences first.",
        "以下事項都不會妨礙您：您隨時可以收回已授與的權限。請先確認後續影響。",
        "以下事项都不会妨碍你：你随时可以收回已授予的权限。请先确认后续影响。",
    ];
    what_ends => ["Ends", "將會結束", "将会结束"];
    at_once => ["Takes effect immediately", "立即生效", "立即生效"];
    owns_nothing(name) => [
        "{name} is no longer tenant owner on the cloud platform.",
        "{name} 將不再是雲端平台的租用戶擁有者。",
        "{name} 将不再是云平台的租户所有者。",
    ];
    sees_nothing(name) => [
        "{name} no longer sees your organization.",
        "{name} 將無法再查看您的組織。",
        "{name} 将无法再查看你的组织。",
    ];
    what_follows => ["Consequences", "後續影響", "后续影响"];
    no_orders => [
        "No other partner can place orders for you.",
        "沒有其他合作夥伴可以代表您訂購。",
        "没有其他合作伙伴可以代表你订购。",
    ];
    find_provider => ["Find a provider", "尋找提供者", "查找提供商"];
    no_administration => [
        "No other partner manages your licenses and users. Your own admins can.",
        "沒有其他合作夥伴管理您的授權和使用者。您自己的管理員可以管理。",
        "没有其他合作伙伴管理你的许可证和用户。你自己的管理员可以管理。",
    ];
    licenses => ["Manage licenses", "管理授權", "管理许可证"];
    no_contact => [
        "No other partner can be your support contact.",
        "沒有其他合作夥伴可以擔任您的支援連絡人。",
        "没有其他合作伙伴可以担任你的支持联系人。",
    ];
    no_subscriptions => [
        "None of your subscriptions depends on this.",
        "您的訂閱都不會受到影響。",
        "你的订阅都不会受到影响。",
    ];
    subscription => ["Subscription", "訂閱", "订阅"];
    term_ends => ["Term ends", "期限結束於", "期限结束于"];
    first_of(shown, total) => [
        "These are the {shown} whose terms end first, of {total} subscriptions concerned.",
        "共有 {total} 項訂閱受到影響，以上為期限最早結束的 {shown} 項。",
        "共有 {total} 项订阅受到影响，以上为期限最早结束的 {shown} 项。",
    ];
    all_subscriptions => ["Your subscriptions", "您的訂閱", "你的订阅"];
    on_a_date => [
        "Change end dates, to end it on a date instead",
        "變更結束日期，改為在特定日期結束",
        "更改结束日期，改为在特定日期结束",
    ];
    requests_lapse(count) => [
        "Open order requests that lapse: {count}.",
        "將失效的未完成訂單要求：{count} 項。",
        "将失效的未完成订单请求：{count} 项。",
    ];
    view_requests => ["View order requests", "檢視訂單要求", "查看订单请求"];
    see_licenses => ["See who has its licenses", "查看其授權的使用者", "查看其许可证的用户"];
    see_contacts => ["See its contacts", "查看其連絡人", "查看其联系人"];
    see_scheduled => ["See what is scheduled", "查看已排定的變更", "查看已安排的更改"];
    see_term => ["See its term", "查看其期限", "查看其期限"];
    no_changes => [
        "No one can change its licenses or product, or cancel it.",
        "沒有人可以變更其授權或產品，也無法取消。",
        "没有人可以更改其许可证或产品，也无法取消。",
    ];
    no_renewals => [
        "No one can change its renewal.",
        "沒有人可以變更其續訂。",
        "没有人可以更改其续订。",
    ];
    stays_of_record => [
        "The partner stays the partner of record.",
        "該合作夥伴仍是記錄合作夥伴。",
        "该合作伙伴仍是记录合作伙伴。",
    ];
    no_support => [
        "Its support contact can no longer help.",
        "其支援連絡人無法再提供協助。",
        "其支持联系人无法再提供帮助。",
    ];
    support_returns => [
        "The partner that ordered it becomes its support contact.",
        "訂購此項目的合作夥伴將成為其支援連絡人。",
        "订购此项目的合作伙伴将成为其支持联系人。",
    ];
    scheduled_stays => [
        "Changes scheduled for its renewal still take effect.",
        "已排定於續訂時的變更仍會執行。",
        "已安排在续订时的更改仍会执行。",
    ];
    renews => ["It renews at the end of its term.", "會在期限結束時續訂。", "会在期限结束时续订。"];
    expires => ["It expires at the end of its term.", "會在期限結束時到期。", "会在期限结束时到期。"];
    what_stays => ["Stays the same", "維持不變", "保持不变"];
    stays_subscriptions => [
        "Your subscriptions and the licenses that your users have",
        "您的訂閱，以及使用者擁有的授權",
        "你的订阅，以及用户拥有的许可证",
    ];
    stays_partners => [
        "The permissions of your other partners",
        "您其他合作夥伴的權限",
        "你其他合作伙伴的权限",
    ];
    stays_grants => [
        "This partner's other permissions",
        "此合作夥伴的其他權限",
        "此合作伙伴的其他权限",
    ];
    again => [
        "To grant it again, the partner has to invite you again.",
        "若要重新授與，合作夥伴必須再次邀請您。",
        "若要重新授予，合作伙伴必须再次邀请你。",
    ];
    notice => ["Notice", "通知", "通知"];
    notice_lead => [
        "We email this to the partner's admins. Change it as you like, or leave it empty.",
        "系統會將此內容以郵件寄給合作夥伴的管理員。您可以修改，也可以留空。",
        "系统会将此内容以邮件发送给合作伙伴的管理员。你可以修改，也可以留空。",
    ];
    notice_text => ["Text of the notice", "通知內容", "通知内容"];
    draft_all(partner) => [
        "We're ending the reseller relationship with {partner}. From now on, please don't act on our behalf. Tell us about anything that's still open between us, so that we can settle it.",
        "我們將結束與 {partner} 的經銷商關係。從現在起，請勿再代表我們行事。如仍有未完成的事項，請告知我們，以便處理。",
        "我们将结束与 {partner} 的经销商关系。从现在起，请勿再代表我们行事。如仍有未完成的事项，请告知我们，以便处理。",
    ];
    draft_grant(partner, right) => [
        "We're removing a permission from {partner}: {right}. Tell us about anything that's still open, so that we can settle it. The other permissions stay the same.",
        "我們將移除 {partner} 的一項權限：{right}。如仍有未完成的事項，請告知我們，以便處理。其他權限維持不變。",
        "我们将移除 {partner} 的一项权限：{right}。如仍有未完成的事项，请告知我们，以便处理。其他权限保持不变。",
    ];
}
