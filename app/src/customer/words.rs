//! Customers: the list and a customer's page.

pub mod wizard;

use crate::i18n::{Lang, messages};

/// The label of a field of the list's form, for messages about it.
#[must_use]
pub(crate) fn field(lang: Lang, field: &str) -> Option<&'static str> {
    match field {
        "group" => Some(group(lang)),
        "customers" | "customers[]" => Some(title(lang)),
        _ => None,
    }
}

messages! {
    tenant_owner => ["Tenant owner on the cloud platform", "雲端平台的租用戶擁有者", "云平台的租户所有者"];
    is_tenant_owner => ["You are, since", "您是，開始於", "你是，开始于"];
    no_tenant_owner(customer) => [
        "You aren't. A global admin of {customer} can make you tenant owner on the page Who can act for us.",
        "您不是。{customer} 的全域管理員可以在「誰可以代表我們」頁面將您設為租用戶擁有者。",
        "你不是。{customer} 的全局管理员可以在“谁可以代表我们”页面将你设为租户所有者。",
    ];
    reseller_tenant_owner(customer) => [
        "A global admin of {customer} can make a reseller tenant owner on the page Who can act for us.",
        "{customer} 的全域管理員可以在「誰可以代表我們」頁面將經銷商設為租用戶擁有者。",
        "{customer} 的全局管理员可以在“谁可以代表我们”页面将经销商设为租户所有者。",
    ];
    title => ["Customers", "客戶", "客户"];
    lead => [
        "Customers with an active reseller relationship with you.",
        "與您有有效經銷商關係的客戶。",
        "与你有有效经销商关系的客户。",
    ];
    empty_title => ["You have no customers yet", "您還沒有客戶", "你还没有客户"];
    empty_why_reseller => [
        "A customer appears here when its global admin accepts your invitation or when your provider creates it for you.",
        "客戶的全域管理員接受您的邀請，或您的提供者為您建立客戶後，就會顯示在這裡。",
        "客户的全局管理员接受你的邀请，或你的提供商为你创建客户后，就会显示在这里。",
    ];
    empty_why_provider => [
        "Create a customer from one of your indirect resellers, or ask an existing customer for a reseller relationship.",
        "請從您的間接經銷商建立客戶，或向現有客戶要求建立關係。",
        "请从你的间接经销商创建客户，或向现有客户请求建立关系。",
    ];
    one_customer => ["1 customer", "共 1 位客戶", "共 1 位客户"];
    several_customers(count) => ["{count} customers", "共 {count} 位客戶", "共 {count} 位客户"];
    nothing_found => ["No customers match", "沒有符合的客戶", "没有符合的客户"];
    nothing_found_why => [
        "Search covers the beginning of each word in names, domains, and IDs of customers with an active relationship.",
        "搜尋名稱、網域與識別碼中每個字詞的開頭，範圍為關係有效的客戶。",
        "搜索名称、域名与 ID 中每个词的开头，范围为关系有效的客户。",
    ];
    show_all => ["Show all customers", "顯示所有客戶", "显示所有客户"];
    name => ["Name", "名稱", "名称"];
    id => ["Microsoft ID", "Microsoft 識別碼", "Microsoft ID"];
    domain => ["Domain", "網域", "域名"];
    country => ["Country/region", "國家/地區", "国家/地区"];
    reseller => ["Indirect reseller", "間接經銷商", "间接经销商"];
    provider => ["Indirect provider", "間接提供者", "间接提供商"];
    any_reseller => ["All indirect resellers", "所有間接經銷商", "所有间接经销商"];
    any_provider => ["All indirect providers", "所有間接提供者", "所有间接提供商"];
    any_country => ["All countries/regions", "所有國家/地區", "所有国家/地区"];
    any_side => ["Any role", "任何身分", "任何身份"];
    missing => ["Permission not granted", "未授與的權限", "未授予的权限"];
    review => ["Account review", "帳戶審查", "帐户审核"];
    any_review => ["Under review or not", "不論是否審查中", "不论是否审核中"];
    under_review => ["Under review", "審查中", "审核中"];
    any_missing => ["Any", "無論是否授與", "无论是否授予"];
    permissions_that_end => ["Permissions that end", "即將結束的權限", "即将结束的权限"];
    rights_end => ["Permissions end", "權限結束", "权限结束"];
    any_end => ["Any time, or never", "任何時間或永不", "任何时间或永不"];
    within_days(days) => ["Within {days} days", "{days} 天內", "{days} 天内"];
    group => ["Customer group", "客戶群組", "客户组"];
    groups => ["Customer groups", "客戶群組", "客户组"];
    any_group => ["All customer groups", "所有客戶群組", "所有客户组"];
    search => [
        "Name, domain, or ID (8 or more characters)",
        "名稱、網域或識別碼（至少 8 個字元）",
        "名称、域名或 ID（至少 8 个字符）",
    ];
    served_as => ["Your role", "您的角色", "你的角色"];
    since => ["Since", "開始於", "开始于"];
    subscriptions => ["Subscriptions", "訂閱", "订阅"];
    all_subscriptions(total) => ["View all subscriptions ({total})", "所有訂閱：{total}", "所有订阅：{total}"];
    licenses => ["Licenses", "授權", "许可证"];
    none_yet => ["None", "無", "无"];
    request_relationship => ["Request a reseller relationship", "要求建立經銷商關係", "请求建立经销商关系"];
    requests => ["Requests", "要求", "请求"];
    and_more(name, count) => ["{name} +{count}", "{name} +{count}", "{name} +{count}"];
    new_customer => ["New customer", "新客戶", "新客户"];
    ask_for_order => ["Request an order", "提出訂購要求", "提出订购请求"];
    add_subscription => ["Add subscription", "新增訂閱", "添加订阅"];
    open_page => ["View customer", "開啟客戶頁面", "打开客户页面"];
    account => ["Account", "帳戶", "帐户"];
    services => ["Services", "服務", "服务"];
    users => ["Users", "使用者", "用户"];
    contact => ["Contact", "連絡人", "联系人"];
    address => ["Address", "地址", "地址"];
    relationship => ["Your relationship", "您的關係", "你的关系"];
    rights => ["Permissions granted by the customer", "客戶授與您的權限", "客户授予你的权限"];
    origin_invitation => ["Accepted by the customer's global admin", "由客戶的全域管理員接受", "由客户的全局管理员接受"];
    origin_created => ["Set up when the customer's tenant was created", "建立客戶租用戶時設定", "创建客户租户时设定"];
    providers_title => ["Partners that can order", "誰可以訂購", "谁可以订购"];
    may_order(name) => ["{name} can order for this customer", "{name} 可以為此客戶訂購", "{name} 可以为此客户订购"];
    may_not_order(name) => [
        "{name} has no relationship with this customer: invite the customer for both",
        "{name} 與此客戶沒有關係：請邀請客戶同時與兩者建立關係",
        "{name} 与此客户没有关系：请邀请客户同时与两者建立关系",
    ];
    invite_for_both => ["Invite the customer for both", "邀請客戶與兩者建立關係", "邀请客户与两者建立关系"];
    history => ["History", "歷程記錄", "历史记录"];
    admin_pending(account) => [
        "{account} hasn't signed in yet. If the temporary password was lost, create a new one. It's shown only once.",
        "{account} 尚未登入。如果遺失臨時密碼，可以建立新的密碼，只會顯示一次。",
        "{account} 尚未登录。如果丢失临时密码，可以创建新的密码，只会显示一次。",
    ];
    renew_password => ["Create a new temporary password", "建立新的臨時密碼", "创建新的临时密码"];
    renew_title => ["Create a new temporary password?", "建立新的臨時密碼？", "创建新的临时密码？"];
    renew_consequence => [
        "The previous password stops working immediately.",
        "先前提供的密碼會立即失效。",
        "先前提供的密码会立即失效。",
    ];
    // Many customers into a group.
    select_customer(name) => ["Select {name}", "選取 {name}", "选择 {name}"];
    place_title => ["Put customers into a group", "將客戶放入群組", "将客户放入组"];
    place_lead => [
        "Select customers in the list above, or select all of them. They stay in their other groups.",
        "請在上方清單中選取客戶，或選取所有客戶。客戶會留在其他群組中。",
        "请在上方列表中选择客户，或选择所有客户。客户会留在其他组中。",
    ];
    choose_group => ["Choose a group", "選擇群組", "选择组"];
    place_all(count) => ["All {count} customers", "所有 {count} 位客戶", "所有 {count} 位客户"];
    place_all_found(count) => [
        "All {count} customers that match the search and filters",
        "符合搜尋與篩選條件的所有 {count} 位客戶",
        "符合搜索与筛选条件的所有 {count} 位客户",
    ];
    place_all_at_least(count) => [
        "All customers in this list, at least {count}",
        "此清單中的所有客戶（至少 {count} 位）",
        "此列表中的所有客户（至少 {count} 位）",
    ];
    put_in => ["Put into group", "放入群組", "放入组"];
    take_out => ["Take out of group", "移出群組", "移出组"];
    placed_in(name) => ["Put customers into {name}", "將客戶放入「{name}」", "将客户放入“{name}”"];
    placed_out(name) => ["Take customers out of {name}", "將客戶移出「{name}」", "将客户移出“{name}”"];
    were_in => ["Already in the group", "已在群組中", "已在组中"];
    were_out => ["Not in the group anyway", "原本不在群組中", "原本不在组中"];
    undone_in(name) => ["Put customers back into {name}", "將客戶放回「{name}」", "将客户放回“{name}”"];
    undone_out(name) => ["Take customers out of {name} again", "將客戶再移出「{name}」", "将客户再移出“{name}”"];
    undo => ["Undo", "復原", "撤消"];
    undo_title => ["Undo this change?", "要復原此變更嗎？", "要撤消此更改吗？"];
    undo_what(count) => [
        "Customers that are put back as they were: {count}. Those whose groups were changed since then stay as they are.",
        "將回復原狀的客戶：{count} 位。之後群組已變更的客戶維持不變。",
        "将恢复原状的客户：{count} 个。之后组已更改的客户保持不变。",
    ];
    undo_of => ["This undoes an earlier change.", "此動作復原先前的變更。", "此操作撤消之前的更改。"];
    undo_of_which => ["Show that change", "顯示該變更", "显示该更改"];
    placing_done => ["All selected customers are done.", "所選的客戶皆已完成。", "所选的客户均已完成。"];
    placing_stopped => [
        "This was stopped: the group has been removed, or whoever began it may no longer change groups.",
        "此變更已停止：群組已被移除，或開始此變更的使用者已無權變更群組。",
        "此更改已停止：该组已被移除，或开始此更改的用户已无权更改组。",
    ];
    placing_under_way => ["Under way", "進行中", "进行中"];
    placing_progress => ["Customers done", "已完成的客戶", "已完成的客户"];
    placing_goes_on => [
        "This continues even if you leave the page.",
        "此作業會自動繼續。您可以離開此頁面。",
        "此操作会自动继续。你可以离开此页面。",
    ];
    refresh => ["Refresh", "重新整理", "刷新"];
    placing_chosen => ["Selected", "已選取", "已选择"];
    placing_changed => ["Changed", "已變更", "已更改"];
    no_customers_now => ["No longer customers", "已不再是客戶", "已不再是客户"];
    left_as_they_were => ["Left as they were", "維持不變", "保持不变"];
    placing_by => ["By", "執行者", "执行者"];
    show_group(name) => ["Show customers in {name}", "顯示「{name}」中的客戶", "显示“{name}”中的客户"];
    back_to_customers => ["Back to customers", "返回客戶", "返回客户"];
    details => ["Details", "詳細資料", "详细信息"];
}
