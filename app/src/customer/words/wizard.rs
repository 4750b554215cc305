//! The **New customer** wizard.

use crate::i18n::{Lang, messages};

/// What a field of the wizard is called.
#[must_use]
pub fn field(lang: Lang, field: &str) -> Option<&'static str> {
    Some(match field {
        "reseller" => reseller(lang),
        "name" => name(lang),
        "domain" => domain(lang),
        "country" => country(lang),
        "street" => street(lang),
        "city" => city(lang),
        "postal_code" => postal_code(lang),
        "contact" => contact(lang),
        "admin_name" => admin(lang),
        "admin_user" => admin_user(lang),
        "lines" => crate::catalog::words::chosen(lang),
        _ => return None,
    })
}

messages! {
    title => ["New customer", "新客戶", "新客户"];
    title_named(name) => ["New customer: {name}", "新客戶：{name}", "新客户：{name}"];
    steps => ["Steps", "步驟", "步骤"];
    step_details => ["Customer details", "客戶詳細資料", "客户详细信息"];
    step_subscriptions => ["Subscriptions", "訂閱", "订阅"];
    step_review => ["Review", "檢閱", "查看"];
    step_confirmation => ["Confirmation", "確認", "确认"];
    next_subscriptions => ["Next: Subscriptions", "下一步: 訂閱", "下一步: 订阅"];
    next_review => ["Next: Review", "下一步: 檢閱", "下一步: 查看"];
    submit => ["Create customer and place order", "建立客戶並下訂單", "创建客户并下订单"];
    nothing_yet => [
        "Nothing is created or ordered until you confirm at the end.",
        "在您最後確認之前，不會建立或訂購任何項目。",
        "在你最后确认之前，不会创建或订购任何内容。",
    ];
    done => ["Done", "完成", "完成"];
    cancel => ["Cancel", "取消", "取消"];
    keep => ["Keep draft", "保留草稿", "保留草稿"];
    cancel_title => ["Discard this customer?", "放棄此客戶？", "放弃此客户？"];
    cancel_consequence => [
        "This deletes everything you've entered so far. Nothing has been created or ordered.",
        "目前輸入的所有內容都會刪除。尚未建立或訂購任何項目。",
        "目前输入的所有内容都会删除。尚未创建或订购任何内容。",
    ];
    cancel_confirm => ["Discard customer", "放棄", "放弃"];
    reseller => ["Indirect reseller", "間接經銷商", "间接经销商"];
    reseller_hint => [
        "The reseller gets administrator access to the new customer's subscriptions, licenses, and users.",
        "它會取得新客戶訂閱、授權和使用者的系統管理員存取權。",
        "它会获得新客户订阅、许可证和用户的管理员访问权限。",
    ];
    no_reseller => ["None: you manage the customer yourself", "無：由您自行管理客戶", "无：由你自行管理客户"];
    company => ["Company", "公司", "公司"];
    name => ["Legal business name", "法律公司名稱", "公司法定名称"];
    name_hint => [
        "Enter the name exactly as registered, without abbreviations.",
        "與註冊名稱完全相同，請勿縮寫。",
        "与注册名称完全相同，请勿缩写。",
    ];
    domain => ["Domain of the new tenant", "新租用戶的網域", "新租户的域名"];
    domain_hint => [
        "Use 3 to 27 letters, digits, and hyphens. You can't change this later.",
        "之後無法變更。3 到 27 個字母、數字和連字號。",
        "以后无法更改。3 到 27 个字母、数字和连字符。",
    ];
    country => ["Country/region", "國家/地區", "国家/地区"];
    country_prompt => ["Choose a country/region", "選擇國家/地區", "选择国家/地区"];
    country_hint => [
        "The customer's legal location. You can sell only in your own region, in the currency of the customer's country.",
        "法定所在地。您只能在自己的地區內銷售，並使用客戶所在國家的貨幣。",
        "法定所在地。你只能在自己的区域内销售，并使用客户所在国家的货币。",
    ];
    street => ["Street", "街道", "街道"];
    city => ["City", "城市", "城市"];
    postal_code => ["Postal code", "郵遞區號", "邮政编码"];
    admin => ["First global admin", "第一位全域管理員", "第一位全局管理员"];
    admin_name => ["Name", "姓名", "姓名"];
    admin_user => ["User name", "使用者名稱", "用户名"];
    admin_user_hint => [
        "The part before the @ in the new tenant's domain.",
        "@ 之前的部分，位於新租用戶的網域。",
        "@ 之前的部分，位于新租户的域名。",
    ];
    contact => ["Contact email", "連絡人電子郵件", "联系人电子邮件"];
    contact_hint => [
        "Where to reach the customer outside the new tenant.",
        "在新租用戶之外連絡客戶的地址。",
        "在新租户之外联系客户的地址。",
    ];
    review_title => ["Review the order", "檢閱訂單", "查看订单"];
    review_lead => [
        "The customer is created and the order is placed together, or neither.",
        "客戶和訂單會一起建立；若有一項失敗，則都不會建立。",
        "客户和订单会一起创建；若有一项失败，则都不会创建。",
    ];
    created(name) => ["{name} was created", "已建立 {name}", "已创建 {name}"];
    created_for(name) => [
        "The customer is in your list of customers and in the list of {name}, which has administrator access.",
        "它已列在您的客戶清單中，也在 {name} 的清單中，後者具有系統管理員存取權。",
        "它已列在你的客户列表中，也在 {name} 的列表中，后者具有管理员访问权限。",
    ];
    created_own => ["The customer is in your list of customers.", "它已列在您的客戶清單中。", "它已列在你的客户列表中。"];
    setup_info => ["Setup info", "安裝資訊", "安装信息"];
    setup_once => [
        "Save the temporary password now. It won't be shown again. Share it securely; the admin has to change it at the first sign-in.",
        "請立即儲存臨時密碼，之後不再顯示。請安全地轉交；系統管理員必須在首次登入時變更密碼。",
        "请立即保存临时密码，之后不再显示。请安全地转交；管理员必须在首次登录时更改密码。",
    ];
    user_name => ["User name", "使用者名稱", "用户名"];
    temporary_password => ["Temporary password", "臨時密碼", "临时密码"];
    setup_gone => [
        "The temporary password was already shown, here or in another browser, and can't be shown again.",
        "臨時密碼已顯示過，或在其他瀏覽器中顯示過，無法再次顯示。",
        "临时密码已显示过，或在其他浏览器中显示过，无法再次显示。",
    ];
    setup_gone_step => [
        "If no one saved it, create a new one on the customer's page.",
        "如果沒有人記下，請在客戶頁面建立新的密碼。",
        "如果没有人记下，请在客户页面创建新的密码。",
    ];
    to_customer => ["View customer", "開啟客戶頁面", "打开客户页面"];
    submitted_already(name) => [
        "You already submitted this: {name} exists.",
        "此項目已提交：{name} 已存在。",
        "此项目已提交：{name} 已存在。",
    ];
    to_confirmation => ["Go to the confirmation", "前往確認", "前往确认"];
    details_missing => ["Enter the details first", "請先填寫詳細資料", "请先填写详细信息"];
    details_missing_why => [
        "You haven't entered anything for this customer yet, or you discarded it.",
        "尚未輸入此客戶的資料，或已放棄。",
        "尚未输入此客户的资料，或已放弃。",
    ];
    begin => ["Enter the details", "輸入詳細資料", "输入详细信息"];
    refused => ["You can't create customers here", "您無法在此建立客戶", "你无法在此创建客户"];
    to_customers => ["Back to customers", "返回客戶", "返回客户"];
}
