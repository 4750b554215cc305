//! Who supports the customer of a subscription, and who earns incentives on it, in words.

use crate::i18n::messages;

messages! {
    // Events.
    support_designated(to, from) => [
        "{to} replaced {from} as the support contact of a subscription",
        "{to} 現在起取代 {from}，負責支援一項訂閱的客戶",
        "{to} 现在起取代 {from}，负责支持一项订阅的客户",
    ];
    support_returned(to, from) => [
        "{to} is the support contact of a subscription again because {from} can no longer provide support",
        "{to} 再次負責支援一項訂閱的客戶，因為 {from} 不能再支援",
        "{to} 再次负责支持一项订阅的客户，因为 {from} 不能再支持",
    ];
    of_record_changed(from, to) => [
        "The partner of record of a subscription changed from {from} to {to}",
        "一項訂閱的記錄合作夥伴由 {from} 變更為 {to}",
        "一项订阅的记录合作伙伴由 {from} 更改为 {to}",
    ];
    of_record_set(to) => [
        "{to} became partner of record of a subscription",
        "{to} 成為一項訂閱的記錄合作夥伴",
        "{to} 成为一项订阅的记录合作伙伴",
    ];
    of_record_removed(from) => [
        "{from} is no longer partner of record of a subscription",
        "{from} 不再是一項訂閱的記錄合作夥伴",
        "{from} 不再是一项订阅的记录合作伙伴",
    ];
    of_record_none => [
        "A subscription has no partner of record",
        "一項訂閱沒有記錄合作夥伴",
        "一项订阅没有记录合作伙伴",
    ];

    // Notices.
    done_support => [
        "Support contact changed. The customer sees the change right away.",
        "支援連絡人已變更。客戶會立即看到。",
        "支持联系人已更改。客户会立即看到。",
    ];
    done_of_record => [
        "Partner of record changed, effective today.",
        "記錄合作夥伴已變更，自今日起計算。",
        "记录合作伙伴已更改，自今日起计算。",
    ];

    // Refusals.
    not_a_reseller(partner) => [
        "{partner} doesn't serve this customer as a reseller. Choose a partner from the list.",
        "{partner} 並非以經銷商身分服務此客戶。請從清單中選擇合作夥伴。",
        "{partner} 并非以经销商身份服务此客户。请从列表中选择合作伙伴。",
    ];
    unknown_partner => [
        "This partner can't be chosen here. Choose one from the list.",
        "所選的合作夥伴無法在此指派。請從清單中選擇合作夥伴。",
        "所选的合作伙伴无法在此指派。请从列表中选择合作伙伴。",
    ];
    no_partner_of_record(partner) => [
        "This subscription has no partner of record, so no one earns incentives on it. An admin agent of {partner} can choose one.",
        "此訂閱沒有記錄合作夥伴，因此無人獲得獎勵。{partner} 的系統管理代理人可以選擇一個。",
        "此订阅没有记录合作伙伴，因此无人获得奖励。{partner} 的管理员代理可以选择一个。",
    ];
}
