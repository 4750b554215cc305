//! Requests to resellers and customers, for their senders.

pub mod link;
pub mod prefilled;

pub use prefilled::{Prefilled, partnership as prefilled_partnership};

use tierline_core::invitation::{CheckItem, CheckOutcome, Kind};

use crate::i18n::{Lang, messages};

/// The label of a field of the editor.
#[must_use]
pub fn field(lang: Lang, name: &str) -> Option<&'static str> {
    match name {
        "recipient" => Some(recipient(lang)),
        "subject" => Some(subject(lang)),
        "text" => Some(text(lang)),
        _ => None,
    }
}

/// The name of an invitation of this kind.
#[must_use]
pub fn kind(lang: Lang, kind: &Kind) -> &'static str {
    match kind {
        Kind::Partnership { .. } => partnership_request(lang),
        Kind::Relationship { .. } => relationship_request(lang),
        Kind::JointRelationship { .. } => joint_request(lang),
    }
}

/// The kinds of requests to customers, by their codes.
#[must_use]
pub fn kinds_to_customers(lang: Lang) -> [(&'static str, &'static str); 2] {
    [
        ("relationship", relationship_request(lang)),
        ("joint_relationship", joint_request(lang)),
    ]
}

/// A line of the checklist.
#[must_use]
pub fn check(lang: Lang, item: CheckItem) -> &'static str {
    match item {
        CheckItem::Enrolled => check_enrolled(lang),
        CheckItem::AgreementSigned => check_agreement(lang),
        CheckItem::MpnIdAssociated => check_mpn(lang),
        CheckItem::SameRegion => check_region(lang),
        CheckItem::NoPartner => check_no_partner(lang),
    }
}

/// The outcome of a line of the checklist.
#[must_use]
pub fn outcome(lang: Lang, outcome: CheckOutcome) -> &'static str {
    match outcome {
        CheckOutcome::Met => met(lang),
        CheckOutcome::NotMet => not_met(lang),
        CheckOutcome::Unknown => unknown(lang),
    }
}

messages! {
    partnership_request => ["Partnership request", "合作關係要求", "合作关系请求"];
    relationship_request => ["Request for a reseller relationship", "經銷商關係要求", "经销商关系请求"];
    joint_request => ["Invitation from reseller and provider", "經銷商與提供者的共同邀請", "经销商与提供商的共同邀请"];
    titled(kind, to) => ["{kind} to {to}", "給 {to} 的{kind}", "给 {to} 的{kind}"];

    requests => ["Requests", "要求", "请求"];
    requests_to_resellers => ["Partnership requests", "合作關係要求", "合作关系请求"];
    requests_to_resellers_lead => [
        "The requests you've sent to resellers and the status of each one.",
        "您傳送給經銷商的要求及其進度。",
        "你发送给经销商的请求及其进度。",
    ];
    requests_to_customers => ["Requests to customers", "給客戶的要求", "给客户的请求"];
    requests_to_customers_lead => [
        "The requests you've sent to customers and the status of each one.",
        "您傳送給客戶的要求及其進度。",
        "你发送给客户的请求及其进度。",
    ];
    none_sent => ["You haven't sent any requests yet", "您還沒有傳送任何要求", "你还没有发送任何请求"];
    none_sent_why => [
        "Requests appear here when you save them as drafts or send them.",
        "您保留草稿或傳送要求後，就會顯示在這裡。",
        "你保留草稿或发送请求后，就会显示在这里。",
    ];
    one_request => ["1 request", "共 1 個要求", "共 1 个请求"];
    several_requests(count) => ["{count} requests", "共 {count} 個要求", "共 {count} 个请求"];
    none_found => ["No requests match", "沒有符合的要求", "没有符合的请求"];
    none_found_why => [
        "Search covers the recipient's address and the name of their organization.",
        "搜尋收件者地址及其所屬組織的名稱。",
        "搜索收件人地址及其所属组织的名称。",
    ];
    show_all => ["Show all requests", "顯示所有要求", "显示所有请求"];
    organization => ["Organization", "組織", "组织"];
    search => ["Recipient or organization", "收件者或組織", "收件人或组织"];
    any_state => ["All states", "所有狀態", "所有状态"];
    recipient => ["Recipient", "收件者", "收件人"];
    any_kind => ["All requests", "所有要求", "所有请求"];
    asks_for => ["Request for", "要求內容", "请求内容"];
    with_provider(name) => ["with {name}", "與 {name} 共同", "与 {name} 共同"];
    state => ["State", "狀態", "状态"];
    created_by => ["Created by", "建立者", "创建者"];
    go_on => ["Continue draft", "繼續編輯", "继续编辑"];
    created => ["Created", "建立時間", "创建时间"];
    sent => ["Sent", "傳送時間", "发送时间"];
    opened => ["Opened", "開啟時間", "打开时间"];
    expires => ["Expires", "到期時間", "到期时间"];
    not_yet => ["Not yet", "尚未", "尚未"];
    actions => ["Actions", "動作", "操作"];

    request_partnership => ["Request a partnership", "要求建立合作關係", "请求建立合作关系"];
    request_partnership_lead => [
        "The reseller gets this message with a personal link. Its global admin signs in, reviews the permissions, and authorizes you or declines.",
        "經銷商會收到附有個人連結的訊息。其全域管理員登入後檢視各項權限，然後授權給您或拒絕。",
        "经销商会收到附有个人链接的消息。其全局管理员登录后查看各项权限，然后授权给你或拒绝。",
    ];
    request_relationship => ["Request a reseller relationship", "要求建立經銷商關係", "请求建立经销商关系"];
    request_relationship_lead => [
        "The customer gets this message with a personal link. Its global admin signs in or creates a work account, reviews each permission you're asking for, and authorizes you or declines.",
        "客戶會收到附有個人連結的訊息。其全域管理員登入或建立工作帳戶、查看您要求的各項權限，然後授權給您或拒絕。",
        "客户会收到附有个人链接的消息。其全局管理员登录或创建工作帐户、查看你请求的各项权限，然后授权给你或拒绝。",
    ];
    invite_new_customers => ["Invite new customers", "邀請新客戶", "邀请新客户"];
    invite_new_customers_lead => [
        "The customer gets one link for you and your indirect provider, so that you can manage its subscriptions and the provider can place orders.",
        "客戶會收到一個同時適用於您和間接提供者的連結，讓您可以管理，提供者可以訂購。",
        "客户会收到一个同时适用于你和间接提供商的链接，让你可以管理，提供商可以订购。",
    ];
    choose_provider => ["Which indirect provider is this for?", "要為哪個間接提供者邀請？", "要为哪个间接提供商邀请？"];
    no_provider => ["You have no indirect provider yet", "您還沒有間接提供者", "你还没有间接提供商"];
    no_provider_why => [
        "Customers get one invitation from a reseller and a provider. A provider has to request a partnership with you first.",
        "客戶是由經銷商和提供者共同邀請的。提供者必須先要求與您建立合作關係。",
        "客户是由经销商和提供商共同邀请的。提供商必须先请求与你建立合作关系。",
    ];
    provider => ["Indirect provider", "間接提供者", "间接提供商"];
    another_provider => ["Choose another provider", "其他提供者", "其他提供商"];

    recipient_hint => [
        "The work address of a global admin, for example admin@fabrikam.example",
        "全域管理員的工作地址，例如 admin@fabrikam.example",
        "全局管理员的工作地址，例如 admin@fabrikam.example",
    ];
    subject => ["Subject", "主旨", "主题"];
    text => ["Message", "訊息", "消息"];
    text_hint => [
        "{link} becomes the recipient's personal link. Keep it in the text.",
        "{link} 會變成收件者的個人連結，請保留在文字中。",
        "{link} 会变成收件人的个人链接，请保留在文本中。",
    ];
    link_gone => [
        "The personal link is missing from the text. Without it, the recipient can't answer.",
        "文字中已沒有個人連結。沒有連結，收件者將無法回覆。",
        "文本中已没有个人链接。没有链接，收件人将无法答复。",
    ];
    put_link_back => ["Put the link back", "放回連結", "放回链接"];
    send => ["Send", "傳送", "发送"];
    resend => ["Resend", "重新傳送", "重新发送"];
    open_in_email => ["Open in email", "在電子郵件中開啟", "在电子邮件中打开"];
    copy_to_clipboard => ["Copy to clipboard", "複製到剪貼簿", "复制到剪贴板"];
    save_draft => ["Save as draft", "儲存為草稿", "保存为草稿"];
    own_mail => [
        "Open in email and Copy to clipboard create the link now, and you send the message yourself.",
        "「在電子郵件中開啟」和「複製到剪貼簿」會立即產生連結，並由您自行寄送。",
        "“在电子邮件中打开”和“复制到剪贴板”会立即生成链接，并由你自行发送。",
    ];
    cancel => ["Cancel", "取消", "取消"];
    done => ["Done", "完成", "完成"];

    asked_title => ["What you're asking for", "您要求的內容", "你请求的内容"];
    asked_title_past => ["Permissions requested", "要求的權限", "请求的权限"];
    asked_partnership(name) => [
        "If the reseller authorizes {name}, {name} can:",
        "如果經銷商授權 {name}，{name} 可以：",
        "如果经销商授权 {name}，{name} 可以：",
    ];
    asked_orders => [
        "Submit orders and add subscriptions for the reseller's customers",
        "為經銷商的客戶提交訂單和新增訂閱",
        "为经销商的客户提交订单和添加订阅",
    ];
    asked_admin => [
        "Administer the reseller's tenant. The reseller can revoke this without ending the partnership.",
        "管理經銷商的租用戶；經銷商可以在不結束合作關係的情況下收回",
        "管理经销商的租户；经销商可以在不结束合作关系的情况下收回",
    ];
    asked_of(name, side) => ["For {name} ({side}):", "為 {name}（{side}）：", "为 {name}（{side}）："];
    asked_choice => [
        "The customer's global admin can leave any of these out.",
        "客戶的全域管理員可以不授與其中任何一項。",
        "客户的全局管理员可以不授予其中任何一项。",
    ];

    checklist => ["Acceptance checklist", "接受前的檢查清單", "接受前的检查清单"];
    checklist_unknown => [
        "We don't know the recipient's organization yet. We check these when someone opens and answers the link.",
        "尚不知道收件者的組織。這些項目會在連結被開啟和回覆時檢查。",
        "尚不知道收件人的组织。这些项目会在链接被打开和答复时检查。",
    ];
    checklist_known(name) => [
        "What we know about {name}. You can send the request even if an item isn't met, but {name} can't accept it until then.",
        "關於 {name} 的已知資訊。即使有項目未符合，您仍可傳送要求，但 {name} 要到符合後才能接受。",
        "关于 {name} 的已知信息。即使有项目未满足，你仍可发送请求，但 {name} 要到满足后才能接受。",
    ];
    check_enrolled => ["Enrolled as an indirect reseller", "已註冊為間接經銷商", "已注册为间接经销商"];
    check_agreement => ["Partner agreement signed", "已簽署合作夥伴合約", "已签署合作伙伴协议"];
    check_mpn => ["Location MPN ID associated", "已關聯位置 MPN ID", "已关联位置 MPN ID"];
    check_region => ["In the same region as you", "與您位於同一地區", "与你位于同一区域"];
    check_no_partner => ["Not a partner in the program", "本身不是計畫的合作夥伴", "本身不是计划的合作伙伴"];
    met => ["Met", "符合", "满足"];
    not_met => ["Not met", "未符合", "未满足"];
    unknown => ["Not known yet", "尚不清楚", "尚不清楚"];

    message_title => ["Message", "訊息", "消息"];
    edit => ["Edit", "編輯", "编辑"];
    edit_title => ["Edit the draft", "編輯草稿", "编辑草稿"];
    history => ["History", "歷程記錄", "历史记录"];
    resend_lead => [
        "A new link replaces the old one, and the time to answer starts over.",
        "新連結會取代舊連結，回覆期限重新開始計算。",
        "新链接会取代旧链接，答复期限重新开始计算。",
    ];
    send_again => ["Resend", "重新傳送", "重新发送"];
    send_title => ["Send this request", "傳送", "发送"];
    cancel_section => ["Cancel this request", "取消此要求", "取消此请求"];
    cancel_request => ["Cancel request", "取消要求", "取消请求"];
    keep_request => ["Keep request", "保留要求", "保留请求"];
    cancel_title => ["Cancel this request?", "要取消此要求嗎？", "要取消此请求吗？"];
    cancel_what => [
        "The link stops working immediately, and anyone who opens it sees that you canceled it. You can't resend a canceled request, but you can write a new one.",
        "連結會立即失效，開啟連結的人會看到您已取消。已取消的要求無法再次傳送；您可以撰寫新的要求。",
        "链接会立即失效，打开链接的人会看到你已取消。已取消的请求无法再次发送；你可以撰写新的请求。",
    ];

    ready_title => ["Ready for you to send", "可以自行寄送", "可以自行发送"];
    ready_lead => [
        "Here is your message with the personal link. It's available in this browser for one day. After that, use Resend to create a new link.",
        "附有個人連結的訊息。僅在此瀏覽器中顯示一天；之後可以「重新傳送」產生新連結。",
        "附有个人链接的消息。仅在此浏览器中显示一天；之后可以“重新发送”生成新链接。",
    ];
    subject_and_link_only => [
        "This message is too long for some email apps. Open in email fills in only the subject and the link, so select Copy to clipboard and paste the text into your email.",
        "此訊息太長，部分郵件程式無法完整帶入。「在電子郵件中開啟」只會帶入主旨和連結：請按「複製到剪貼簿」，再將內容貼到郵件中。",
        "此消息太长，部分邮件程序无法完整带入。“在电子邮件中打开”只会带入主题和链接：请按“复制到剪贴板”，再将内容粘贴到邮件中。",
    ];
    link_only => [
        "This message and its subject are too long for some email apps. Open in email fills in only the link, so select Copy to clipboard, paste the text into your email, and enter the subject again.",
        "此訊息及其主旨太長，部分郵件程式無法完整帶入。「在電子郵件中開啟」只會帶入連結：請按「複製到剪貼簿」，再將內容貼到郵件中，並重新填寫主旨。",
        "此消息及其主题太长，部分邮件程序无法完整带入。“在电子邮件中打开”只会带入链接：请按“复制到剪贴板”，再将内容粘贴到邮件中，并重新填写主题。",
    ];
    ready_link => ["Personal link", "個人連結", "个人链接"];
    ready_text => ["Message with link", "附有連結的訊息", "附有链接的消息"];
    copied => ["Copied. Paste it into a message to the recipient.", "已複製。請貼到給收件者的訊息中。", "已复制。请粘贴到给收件人的消息中。"];
    not_copied => [
        "The browser blocked automatic copying. Select Copy to clipboard.",
        "瀏覽器不允許自動複製。請按「複製到剪貼簿」。",
        "浏览器不允许自动复制。请按“复制到剪贴板”。",
    ];

    answered => ["Answered", "回覆時間", "答复时间"];
    declined_reason(reason) => ["Reason: {reason}", "原因：{reason}", "原因：{reason}"];
    accepted_partner => ["Go to Indirect resellers", "前往間接經銷商", "转到间接经销商"];
    accepted_customer => ["Go to the customer", "前往客戶", "转到客户"];
    write_new => ["Write a new request", "撰寫新的要求", "撰写新的请求"];
}
