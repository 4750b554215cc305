//! Subscriptions of a customer.

pub mod all;
pub mod bulk;
pub mod change;
pub mod detail;
pub mod partners;
pub mod renewals;
pub mod review;
pub mod statement;

pub(crate) use change::{search_holders, who_loses};

use crate::i18n::messages;

messages! {
    since => ["Since", "開始於", "开始于"];
    the_order => ["View order", "顯示訂單", "显示订单"];
    orders => ["Order history", "訂單記錄", "订单记录"];
    whole_list => ["All subscriptions", "所有訂閱", "所有订阅"];
    subscriptions => ["Subscriptions", "訂閱", "订阅"];
    none_yet => ["None", "無", "无"];
    product => ["Product", "產品", "产品"];
    quantity => ["Licenses", "授權", "许可证"];
    price => ["Per license per month", "每份授權每月", "每份许可证每月"];
    ordered_by => ["Ordered by", "訂購者", "订购者"];
    partner_of_record => ["Partner of record", "記錄合作夥伴", "记录合作伙伴"];
    state => ["State", "狀態", "状态"];
    no_subscriptions => ["No subscriptions", "沒有訂閱", "没有订阅"];
    no_subscriptions_why => [
        "Subscriptions ordered for this customer appear here right away.",
        "為此客戶訂購的項目會立即顯示在這裡。",
        "为此客户订购的项目会立即显示在这里。",
    ];
}
