//! Rights that end by themselves: on the customer's pages, and on its partners'.

use crate::i18n::messages;

messages! {
    ends => ["Last day", "最後一天", "最后一天"];
    no_end => ["No end date", "沒有結束日期", "没有结束日期"];
    change => ["Change end dates", "變更結束日期", "更改结束日期"];
    title(name) => ["End dates for {name}", "{name} 的結束日期", "{name} 的结束日期"];
    lead => [
        "A permission ends automatically after its last day (UTC), as if you had removed it. You and the partner get reminders 30 days, 7 days, and 1 day before.",
        "權限會在最後一天（UTC）之後自動結束，與您將其移除的效果相同。系統會在 30、7 和 1 天前提醒您和合作夥伴。",
        "权限会在最后一天（UTC）之后自动结束，与你将其移除的效果相同。系统会在 30、7 和 1 天前提醒你和合作伙伴。",
    ];
    whole => ["The whole relationship", "整個關係", "整个关系"];
    whole_hint => [
        "All permissions end after this day, whatever you choose below.",
        "無論以下如何選擇，此日之後一切都會結束。",
        "无论以下如何选择，此日之后一切都会结束。",
    ];
    day_hint => [
        "Leave it empty for no end date.",
        "留空表示沒有結束日期。",
        "留空表示没有结束日期。",
    ];
    save => ["Save end dates", "儲存結束日期", "保存结束日期"];
    over => ["This relationship has ended", "此關係已結束", "此关系已结束"];
    over_why => [
        "The partner can no longer act for you. It would have to invite you again.",
        "該合作夥伴已無法代表您。如需繼續，對方必須再次邀請您。",
        "该合作伙伴已无法代表你。如需继续，对方必须再次邀请你。",
    ];
    keep => ["Keep unchanged", "維持不變", "保持不变"];
    until_day(day) => ["Last day: {day}", "最後一天：{day}", "最后一天：{day}"];

    // Renewing.
    asks_title(name) => ["Renew the permissions of {name}", "將 {name} 的權限續期", "将 {name} 的权限续期"];
    asks(name) => [
        "{name} asks you to renew permissions that are about to end.",
        "{name} 要求您將即將結束的權限續期。",
        "{name} 请求你将即将结束的权限续期。",
    ];
    message => ["Message", "訊息", "消息"];
    answer => ["Answer the request", "回覆要求", "答复请求"];
    what_ends => ["Permissions that end", "將會結束", "将会结束"];
    proposed => ["New last day", "新的最後一天", "新的最后一天"];
    proposed_hint => [
        "Proposed by the partner. You can choose another day. Permissions with a later end date or no end date stay the same.",
        "由合作夥伴建議，您可以選擇其他日期。結束日期較晚或沒有結束日期的權限維持不變。",
        "由合作伙伴建议，你可以选择其他日期。结束日期较晚或没有结束日期的权限保持不变。",
    ];
    renew => ["Renew", "續期", "续期"];
    decline_title => ["Don't renew", "不續期", "不续期"];
    decline_what => [
        "The permissions end on the dates that are set. We notify the partner.",
        "這些權限將在已設定的日期結束，系統會通知合作夥伴。",
        "这些权限将在已设置的日期结束，系统会通知合作伙伴。",
    ];
    reason => ["Reason for the partner", "給合作夥伴的理由", "给合作伙伴的理由"];
    decline => ["Decline", "拒絕", "拒绝"];
    nothing => ["No open request", "沒有待回覆的要求", "没有待答复的请求"];
    nothing_why => [
        "The request was already answered, or the permissions have ended.",
        "該要求已回覆，或權限已結束。",
        "该请求已答复，或权限已结束。",
    ];
    back => ["Who can act for us", "誰可以代表我們", "谁可以代表我们"];
}
