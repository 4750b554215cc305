//! What becomes of a subscription at the end of its term, in words.

use crate::i18n::messages;

messages! {
    renewed_ahead(day, change) => [
        "A subscription was renewed early, starting {day}: {change}",
        "一項訂閱已提前續訂，自 {day} 起：{change}",
        "一项订阅已提前续订，自 {day} 起：{change}",
    ];
    renewed(day, change) => [
        "A subscription renewed until {day}: {change}",
        "一項訂閱已續訂至 {day}：{change}",
        "一项订阅已续订至 {day}：{change}",
    ];
    renewed_but(day, change, waiting) => [
        "A subscription renewed until {day}: {change}. What was scheduled waits for the next renewal, because the customer's account was under review: {waiting}",
        "一項訂閱已續訂至 {day}：{change}。因客戶帳戶正在審查，已排定的變更將等到下次續訂：{waiting}",
        "一项订阅已续订至 {day}：{change}。因客户帐户正在审核，已安排的更改将等到下次续订：{waiting}",
    ];
    brought_back(day) => [
        "An expired subscription was brought back until {day}",
        "一項已過期的訂閱已恢復，至 {day}",
        "一项已过期的订阅已恢复，至 {day}",
    ];
}
