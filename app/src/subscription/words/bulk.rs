//! Many renewals that are changed at once.

use crate::i18n::messages;

messages! {
    // Below the list.
    choose_title => ["Change several renewals", "變更多項續約", "更改多项续订"];
    choose_lead => [
        "Select subscriptions in the list, or select all of them. You see what happens to each one before anything changes.",
        "請在清單中選取訂閱，或選取全部。您會先看到每項訂閱的結果；確認之前不會有任何變更。",
        "请在列表中选择订阅，或选择全部。你会先看到每项订阅的结果；确认之前不会有任何更改。",
    ];
    select_one(product, customer) => ["Select {product} for {customer}", "選取 {customer} 的 {product}", "选择 {customer} 的 {product}"];
    what => ["Change to make", "要執行的變更", "要执行的更改"];
    renew_now => ["Renew now at today's price", "立即以今日價格續約", "立即以今日价格续订"];
    auto_renew_on => ["Turn on auto-renew", "開啟自動續約", "开启自动续订"];
    auto_renew_off => ["Turn off auto-renew", "關閉自動續約", "关闭自动续订"];
    fit_assigned => [
        "Renew with the number of assigned licenses",
        "續約時調整為已指派的授權數量",
        "续订时调整为已分配的许可证数量",
    ];
    all(count) => ["All {count} subscriptions in the list", "清單中的全部 {count} 項訂閱", "列表中的全部 {count} 项订阅"];
    all_at_least(count) => ["All subscriptions in the list (more than {count})", "清單中的全部訂閱（超過 {count} 項）", "列表中的全部订阅（超过 {count} 项）"];
    preview => ["Preview", "預覽", "预览"];

    // The page.
    lead_preview => [
        "The planned change to each subscription. Nothing has changed yet.",
        "每項訂閱的變更結果。尚未進行任何變更。",
        "每项订阅的更改结果。尚未进行任何更改。",
    ];
    lead_result => ["The result for each subscription.", "每項訂閱的處理結果。", "每项订阅的处理结果。"];
    looking => ["Checking the subscriptions", "正在檢查訂閱", "正在检查订阅"];
    running => ["Changing the subscriptions", "正在變更訂閱", "正在更改订阅"];
    progress => ["Progress", "進度", "进度"];
    goes_on => [
        "You can leave this page and come back later. The work continues.",
        "您可以離開此頁面；作業會繼續進行，稍後可在此查看。",
        "你可以离开此页面；操作会继续进行，稍后可在此查看。",
    ];
    refresh => ["Refresh", "重新整理", "刷新"];
    done => ["Every subscription that could be changed has been changed.", "可變更的項目均已變更。", "可更改的项目均已更改。"];
    stopped => [
        "This was stopped because you can no longer change these subscriptions. Changes already made stay in effect.",
        "作業已停止：您已無權變更這些訂閱。已完成的變更會保留。",
        "操作已停止：你已无权更改这些订阅。已完成的更改会保留。",
    ];
    nothing_to_change => [
        "None of these subscriptions can be changed this way.",
        "這些訂閱都無法以此方式變更。",
        "这些订阅都无法以此方式更改。",
    ];
    chosen => ["Selected", "已選取", "已选择"];
    can => ["Can be changed", "可以變更", "可以更改"];
    same => ["No change needed", "已是如此", "已是如此"];
    cannot => ["Can't be changed", "無法變更", "无法更改"];
    changed => ["Changed", "已變更", "已更改"];
    failed => ["Not changed", "未變更", "未更改"];
    waiting => ["Waiting", "等待中", "等待中"];
    sum => ["Next terms", "下期金額", "下期金额"];
    no_sum => ["Nothing to pay", "無須付款", "无须付款"];
    confirm(count) => ["Change {count} subscriptions", "變更 {count} 項訂閱", "更改 {count} 项订阅"];
    confirm_one => ["Change 1 subscription", "變更 1 項訂閱", "更改 1 项订阅"];
    again(count) => ["Try {count} again", "重試 {count} 項", "重试 {count} 项"];
    back => ["Back to renewals", "返回續約", "返回续订"];
    state => ["Result", "結果", "结果"];
    any_state => ["Any result", "任何結果", "任何结果"];
    why => ["Reason", "原因", "原因"];
    not_known => [
        "You can no longer see this subscription, or the change failed. Try again.",
        "您已無法檢視此訂閱，或變更失敗。請重試。",
        "你已无法查看此订阅，或更改失败。请重试。",
    ];
    product => ["Product", "產品", "产品"];
    customer => ["Customer", "客戶", "客户"];
    ends => ["Ends", "到期日", "到期日"];
    licenses => ["Licenses", "授權", "许可证"];
    next_licenses => ["Licenses at renewal", "屆時授權", "届时许可证"];
    next_term => ["Next term", "下期金額", "下期金额"];
    search_customers => ["Search customers", "搜尋客戶", "搜索客户"];
    one_subscription => ["1 subscription", "1 項訂閱", "1 项订阅"];
    several_subscriptions(count) => ["{count} subscriptions", "{count} 項訂閱", "{count} 项订阅"];
    nothing_found => ["No subscriptions found", "找不到訂閱", "找不到订阅"];
    nothing_found_why => [
        "None of the selected subscriptions match your search and filters.",
        "選取的訂閱中沒有符合搜尋與篩選條件的項目。",
        "所选订阅中没有符合搜索与筛选条件的项目。",
    ];
    show_all => ["Show all selected subscriptions", "顯示所有選取的訂閱", "显示所有所选订阅"];
    empty => ["No subscriptions left", "沒有項目", "没有项目"];
    empty_why => [
        "The selected subscriptions no longer exist.",
        "選取的訂閱均已不存在。",
        "所选订阅均已不存在。",
    ];
}
