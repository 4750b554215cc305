//! The customers of a partner whose rights end, and asking them to renew.

use crate::i18n::messages;

messages! {
    title => ["Permissions that end", "即將結束的權限", "即将结束的权限"];
    lead => [
        "Customers that set an end date for your permissions. Ask them to renew before that day. Each customer answers for itself.",
        "為您的權限設定了結束日期的客戶。請在該日之前要求續期；每位客戶各自回覆。",
        "为你的权限设置了结束日期的客户。请在该日之前请求续期；每位客户各自答复。",
    ];
    search => ["Name, domain, or ID (8 or more characters)", "名稱、網域或識別碼（至少 8 個字元）", "名称、域或 ID（至少 8 个字符）"];
    customer => ["Customer", "客戶", "客户"];
    what_ends => ["Permissions that end", "將會結束", "将会结束"];
    ends => ["Last day", "最後一天", "最后一天"];
    request => ["Request to renew", "續期要求", "续期请求"];
    asked => ["Asked", "詢問日期", "询问日期"];
    reason => ["Reason", "理由", "理由"];
    any_time => ["Any time", "任何時間", "任何时间"];
    within_days(days) => ["Within {days} days", "{days} 天內", "{days} 天内"];
    any_request => ["Any", "不限", "不限"];
    one_customer => ["1 customer", "1 位客戶", "1 位客户"];
    several_customers(n) => ["{n} customers", "{n} 位客戶", "{n} 位客户"];
    nothing_found => ["No customers found", "找不到客戶", "找不到客户"];
    nothing_found_why => [
        "No customers match your search and filters.",
        "沒有符合搜尋和篩選條件的客戶。",
        "没有符合搜索和筛选条件的客户。",
    ];
    show_all => ["Show all", "顯示全部", "显示全部"];
    none => ["No permissions end", "沒有即將結束的權限", "没有即将结束的权限"];
    none_why => [
        "None of your customers have set an end date for your permissions.",
        "沒有客戶為您的權限設定結束日期。",
        "没有客户为你的权限设置结束日期。",
    ];
    not_asked => ["Not asked", "尚未詢問", "尚未询问"];
    waiting => ["Waiting for an answer", "等待回覆", "等待答复"];
    renewed => ["Renewed", "已續期", "已续期"];
    declined => ["Declined", "已拒絕", "已拒绝"];
    expired => ["Not answered in time", "未及時回覆", "未及时答复"];
    select(name) => ["Select {name}", "選取 {name}", "选择 {name}"];
    ask_title => ["Ask to renew", "要求續期", "请求续期"];
    ask_lead => [
        "Select customers above, or all customers in the list. Their global admins see your text in an email and on their page. You can ask a customer that hasn't answered again after a day.",
        "請在上方選取客戶，或選取清單中的所有客戶。其全域管理員會透過郵件和頁面收到您的內容。等待回覆的客戶可在一天後再次詢問。",
        "请在上方选择客户，或选择列表中的所有客户。其全局管理员会通过邮件和页面收到你的内容。等待答复的客户可在一天后再次询问。",
    ];
    all(total) => ["All {total} customers in the list", "清單中的全部 {total} 位客戶", "列表中的全部 {total} 位客户"];
    text => ["Text", "內容", "内容"];
    draft(partner) => [
        "We'd like to keep working for you. Please renew the permissions of {partner} that are about to end.",
        "我們希望能繼續為您服務。請將 {partner} 即將結束的權限續期。",
        "我们希望能继续为你服务。请将 {partner} 即将结束的权限续期。",
    ];
    day => ["Proposed last day", "建議的最後一天", "建议的最后一天"];
    day_hint => [
        "The customer can choose another day.",
        "客戶可以選擇其他日期。",
        "客户可以选择其他日期。",
    ];
    ask => ["Ask to renew", "要求續期", "请求续期"];
    under_way => ["Customers are being asked", "正在詢問客戶", "正在询问客户"];
    progress => ["Progress", "進度", "进度"];
    goes_on => [
        "This continues even if you leave the page.",
        "即使您離開此頁面，作業仍會繼續。",
        "即使你离开此页面，操作仍会继续。",
    ];
    refresh => ["Refresh", "重新整理", "刷新"];
    last_asked(asked, chosen) => [
        "The last request went to {asked} of {chosen} selected customers.",
        "上次的要求已傳送給所選 {chosen} 位客戶中的 {asked} 位。",
        "上次的请求已发送给所选 {chosen} 位客户中的 {asked} 位。",
    ];
    left_out(count) => [
        "Not asked: {count}. Their permissions no longer end, the proposed day isn't later, or they were asked less than a day ago.",
        "未詢問：{count}。這些客戶已沒有即將結束的權限、建議的日期並未較晚，或在一天內已詢問過。",
        "未询问：{count}。这些客户已没有即将结束的权限、建议的日期并未更晚，或在一天内已询问过。",
    ];
    stopped => [
        "This was stopped because the user who started it can no longer ask customers.",
        "已停止：開始此作業的使用者不再有權詢問客戶。",
        "已停止：开始此操作的用户不再有权询问客户。",
    ];
}
