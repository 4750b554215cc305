//! The review of a customer's account, beside its subscriptions.

use crate::i18n::messages;

messages! {
    under_review => ["Under review", "審查中", "审核中"];
    title(date) => [
        "This account has been under review since {date}",
        "此帳戶自 {date} 起審查中",
        "此帐户自 {date} 起审核中",
    ];
    waits => [
        "New purchases, more licenses, and upgrades have to wait. Renewals, fewer licenses, and cancellations are still possible.",
        "新購買、增加授權與升級須等待。續約、減少授權與取消會繼續。",
        "新购买、增加许可证和升级需等待。续订、减少许可证和取消会继续。",
    ];
    who_ends => [
        "The program operator verifies the account and ends the review. Contact the operator if you have questions.",
        "計畫營運者會驗證此帳戶並結束審查。如有疑問，請洽計畫營運者。",
        "计划运营方会验证此帐户并结束审核。如有疑问，请联系计划运营方。",
    ];
    because(reason) => ["Reason: {reason}", "原因：{reason}", "原因：{reason}"];
}
