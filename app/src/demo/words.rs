//! The strip above a demo.

use crate::i18n::messages;

messages! {
    demo => [
        "Demo: fictional organizations, sample prices. Emails go to the demo mailbox.",
        "示範：虛構的組織、範例價格。郵件會送到示範信箱。",
        "演示：虚构的组织、示例价格。邮件会发送到演示邮箱。",
    ];
    demo_forward => ["Move the demo clock forward by", "將示範時鐘往前調", "将演示时钟向前调"];
    demo_days(days) => ["{days} days", "{days} 天", "{days} 天"];
    demo_go => ["Move clock", "調整時鐘", "调整时钟"];
    demo_time(time) => ["Demo time: {time}", "示範時間：{time}", "演示时间：{time}"];
}
