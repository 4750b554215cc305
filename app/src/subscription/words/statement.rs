//! The statement of a month.

use crate::i18n::messages;

messages! {
    statement => ["Statement", "對帳單", "对账单"];
    of_customer(customer) => ["Customer: {customer}", "客戶：{customer}", "客户：{customer}"];
    with_reseller(reseller) => [
        "Sold together with {reseller}",
        "與 {reseller} 一起銷售",
        "与 {reseller} 一起销售",
    ];
    of_all => [
        "All charges and credits that you can see, by customer and subscription.",
        "您可檢視的所有費用與抵免，依客戶與訂閱分組。",
        "你可以查看的所有费用与抵扣，按客户和订阅分组。",
    ];
    own => [
        "Charges and credits for your subscriptions.",
        "您的訂閱產生的費用與抵免。",
        "你的订阅产生的费用与抵扣。",
    ];
    months => ["Months", "月份", "月份"];
    earlier => ["Previous month", "上個月", "上个月"];
    later => ["Next month", "下個月", "下个月"];
    is_open(day) => [
        "These are the charges so far. The month stays open until it ends on {day} (UTC).",
        "以下是到目前為止的費用。本月份於 {day}（UTC）結束前仍會新增項目。",
        "以下是到目前为止的费用。本月份在 {day}（UTC）结束前仍会新增项目。",
    ];
    sums_are_whole => [
        "Totals cover the whole month, even if the lines continue on another page.",
        "總和為整個月份的金額，即使明細延續到其他頁面。",
        "总和为整个月份的金额，即使明细延续到其他页面。",
    ];
    total => ["Total", "總計", "总计"];
    currency => ["Currency", "貨幣", "货币"];
    charged => ["Charged", "費用", "费用"];
    credited => ["Credited", "抵免", "抵扣"];
    due => ["Amount due", "應付金額", "应付金额"];
    view_subscription => ["View subscription", "檢視訂閱", "查看订阅"];
    sum_of_subscription => ["Subscription total", "訂閱總和", "订阅总和"];
    sum_of_customer => ["Customer total", "客戶總和", "客户总和"];
    customer => ["Customer", "客戶", "客户"];
    customer_id => ["Customer ID", "客戶識別碼", "客户 ID"];
    subscription => ["Subscription", "訂閱", "订阅"];
    subscription_id => ["Subscription ID", "訂閱識別碼", "订阅 ID"];
    days_of_period => ["Days in the period", "週期天數", "周期天数"];
    period => ["Period", "週期", "周期"];
    unit_price => ["Price per license per term", "每份授權每期價格", "每份许可证每期价格"];
    written => ["Due on", "到期日", "到期日"];
    from_to(from, to) => ["{from} – {to}", "{from} – {to}", "{from} – {to}"];
    one_line => ["1 line", "共 1 筆明細", "共 1 条明细"];
    several_lines(count) => ["{count} lines", "共 {count} 筆明細", "共 {count} 条明细"];
    nothing => ["No charges this month", "本月份沒有費用", "本月份没有费用"];
    nothing_why => [
        "Charges and credits appear here on the day they're due.",
        "費用與抵免會在到期當天顯示在這裡。",
        "费用与抵扣会在到期当天显示在这里。",
    ];
    show_all => ["Show the current month", "顯示本月份", "显示当前月份"];
    as_pdf => ["Download as PDF", "下載 PDF", "下载 PDF"];
    no_pdf(most) => [
        "A statement with more than {most} lines can be downloaded as CSV but not as PDF.",
        "超過 {most} 筆明細的對帳單可下載為 CSV，但無法下載為 PDF。",
        "超过 {most} 条明细的对账单可以下载为 CSV，但无法下载为 PDF。",
    ];
    a_month => ["Costs per month", "每月費用", "每月费用"];
    nothing_a_month => ["Nothing", "無", "无"];
    made(at) => ["As of {at}", "截至 {at}", "截至 {at}"];
    line_of(quantity, price, days) => [
        "{quantity} × {price}, days: {days}",
        "{quantity} × {price}，天數：{days}",
        "{quantity} × {price}，天数：{days}",
    ];
}
