//! The overview.

use crate::i18n::messages;

messages! {
    title => ["Overview", "概觀", "概述"];
    for_us => ["Needs your action", "等待您處理", "等待你处理"];
    for_us_none => ["Nothing needs your action.", "目前沒有等待您處理的項目。", "目前没有等待你处理的项目。"];
    for_others => ["Waiting on others", "等待他人處理", "等待他人处理"];
    for_others_none => ["You're not waiting on anyone.", "目前沒有等待他人處理的項目。", "目前没有等待他人处理的项目。"];
    queues => ["Queues", "待辦佇列", "待办队列"];
    queue => ["Queue", "佇列", "队列"];
    queue_open => ["Waiting", "等待中", "等待中"];
    queue_mine => ["Assigned to me", "由我接手", "由我接手"];
    queue_unassigned => ["Unassigned", "無人接手", "无人接手"];
    queue_oldest => ["Oldest", "最早", "最早"];
    queue_due => ["Promised by", "承諾期限", "承诺期限"];
    recent => ["Recent activity", "最近的活動", "最近的活动"];
    recent_none => ["No activity yet.", "尚無任何活動。", "尚无任何活动。"];
    customers => ["Customers", "客戶", "客户"];
    resellers => ["Indirect resellers", "間接經銷商", "间接经销商"];
    providers => ["Indirect providers", "間接提供者", "间接提供商"];
    requests_to_resellers => ["Open partnership requests", "未回覆的合作關係要求", "未答复的合作关系请求"];
    requests_to_customers => ["Open customer requests", "未回覆的客戶要求", "未答复的客户请求"];
    subscriptions_by_customer => ["Subscriptions by customer", "各客戶的訂閱", "各客户的订阅"];
    subscriptions => ["Active subscriptions", "使用中的訂閱", "活动订阅"];
    granted_partners => ["Partners acting for you", "代表您行事的合作夥伴", "代表你行事的合作伙伴"];
    organizations => ["Organizations", "組織", "组织"];
    dead_mails => ["Undelivered emails", "未送達的郵件", "未送达的邮件"];
    step_of(step, item) => ["{step}: {item}", "{step}：{item}", "{step}：{item}"];
    more(count) => ["Show {count} more", "再顯示 {count} 項", "再显示 {count} 项"];
    more_than(count) => ["More than {count} are waiting.", "等待中的項目超過 {count} 個。", "等待中的项目超过 {count} 个。"];
    after_these => [
        "The others appear once these are done.",
        "處理完以上項目後，其餘項目會顯示在這裡。",
        "处理完以上项目后，其余项目会显示在这里。",
    ];
    all_messages => ["All messages", "所有訊息", "所有消息"];
    all_order_requests => ["All order requests", "所有訂購要求", "所有订购请求"];
    all_to_resellers => ["All requests to resellers", "所有給經銷商的要求", "所有给经销商的请求"];
    all_to_customers => ["All requests to customers", "所有給客戶的要求", "所有给客户的请求"];
    all_partnerships => ["All ending partnerships", "所有即將結束的合作關係", "所有即将结束的合作关系"];
    promised_by => ["Answer promised by", "承諾回覆期限", "承诺答复期限"];
    kind_requirement => ["Before you can do business", "開始業務之前", "开始业务之前"];
    kind_received => ["Requests to you", "給您的要求", "给你的请求"];
    kind_expired => ["Expired requests", "已過期的要求", "已过期的请求"];
    kind_draft => ["Drafts", "草稿", "草稿"];
    kind_sent => ["Unanswered requests", "未獲回覆的要求", "未获答复的请求"];
    kind_ending => ["Ending partnerships", "即將結束的合作關係", "即将结束的合作关系"];
    received(age) => ["Received {age}", "{age}收到", "{age}收到"];
    sent(age) => ["Sent {age}", "{age}傳送", "{age}发送"];
    drafted(age) => ["Drafted {age}", "{age}起草", "{age}起草"];
    expired_since(age) => ["Expired {age}", "{age}過期", "{age}过期"];
    notice_given(age) => ["Notice given {age}", "{age}通知", "{age}通知"];
    undelivered_since(age) => ["Oldest: {age}", "最早：{age}", "最早：{age}"];
    asks_partnership(name) => [
        "{name} would like to be your indirect provider",
        "{name} 希望成為您的間接提供者",
        "{name} 希望成为你的间接提供商",
    ];
    asks_relationship(name) => [
        "{name} would like a reseller relationship with you",
        "{name} 希望與您建立經銷商關係",
        "{name} 希望与你建立经销商关系",
    ];
    link_in_mail => [
        "To answer, a global admin opens the link in the invitation email",
        "請由您的全域管理員開啟邀請郵件中的連結來回覆",
        "请由你的全局管理员打开邀请邮件中的链接来答复",
    ];
    sent_partnership(recipient) => [
        "Partnership request to {recipient}",
        "給 {recipient} 的合作關係要求",
        "给 {recipient} 的合作关系请求",
    ];
    sent_relationship(recipient) => [
        "Reseller relationship request to {recipient}",
        "給 {recipient} 的經銷商關係要求",
        "给 {recipient} 的经销商关系请求",
    ];
    not_opened => ["Not opened yet", "尚未開啟", "尚未打开"];
    opened => ["Opened, not answered yet", "已開啟，未回覆", "已打开，未答复"];
    look => ["View", "查看", "查看"];
    go_on => ["Continue draft", "繼續編輯", "继续编辑"];
    send_again => ["Resend", "重新傳送", "重新发送"];
    partnership_ending(name) => [
        "The partnership with {name} is ending",
        "與 {name} 的合作關係即將結束",
        "与 {name} 的合作关系即将结束",
    ];
    enrollment(status) => [
        "Your organization's enrollment: {status}",
        "貴組織的註冊：{status}",
        "组织注册：{status}",
    ];
    enrollment_since(age) => ["Updated {age}", "{age}更新", "{age}更新"];
    go_on_enrolling => ["Continue", "繼續", "继续"];
    agreement_unsigned => [
        "Your organization hasn't signed the partner agreement",
        "您的組織尚未簽署合作夥伴合約",
        "你的组织尚未签署合作伙伴协议",
    ];
    agreement_step => [
        "You can't send requests or place orders until a global admin signs it. The program operator hasn't published it yet.",
        "在全域管理員簽署之前，無法提出要求或訂購。計畫營運者尚未發布此合約。",
        "在全局管理员签署之前，无法提出请求或订购。计划运营方尚未发布此协议。",
    ];
    agreement_asked(kind, version) => [
        "Sign the {kind}, version {version}",
        "簽署{kind}，版本 {version}",
        "签署{kind}，版本 {version}",
    ];
    agreement_asked_step => [
        "Read it, and sign it on behalf of your organization",
        "請閱讀並代表您的組織簽署",
        "请阅读并代表你的组织签署",
    ];
    agreement_asked_others => [
        "A global admin of your organization signs it",
        "由您組織的全域管理員簽署",
        "由你组织的全局管理员签署",
    ];
    agreement_accepted(kind, version, at) => [
        "Your organization accepted the {kind}, version {version}, on {at}.",
        "您的組織已於 {at} 接受{kind}，版本 {version}。",
        "你的组织已于 {at} 接受{kind}，版本 {version}。",
    ];
    mpn_missing => [
        "Your organization hasn't associated a location MPN ID",
        "您的組織尚未關聯位置 MPN ID",
        "你的组织尚未关联位置 MPN ID",
    ];
    mpn_step => [
        "You can't sign the agreement, send requests, or place orders until it does.",
        "在關聯之前，無法簽署合約、提出要求或訂購。",
        "在关联之前，无法签署协议、提出请求或订购。",
    ];
    dead_mail_waits => [
        "1 email couldn't be delivered",
        "有 1 封郵件無法送達",
        "有 1 封邮件无法送达",
    ];
    associate => ["Associate", "關聯", "关联"];
    dead_mails_wait(count) => [
        "{count} emails couldn't be delivered",
        "有 {count} 封郵件無法送達",
        "有 {count} 封邮件无法送达",
    ];
    start_request_partnership => ["Request a partnership", "要求建立合作關係", "请求建立合作关系"];
    start_invite_customers => ["Invite new customers", "邀請新客戶", "邀请新客户"];
    start_request_relationship => ["Request a reseller relationship", "要求建立經銷商關係", "请求建立经销商关系"];
    kind_asks => ["Resellers asking to partner", "要求合作的經銷商", "请求合作的经销商"];
    kind_asked => ["Messages to providers", "給提供者的訊息", "给提供商的消息"];
    kind_order_requests => ["Order requests", "訂購要求", "订购请求"];
    kind_order_requested => ["Your order requests", "您的訂購要求", "你的订购请求"];
    asks_for_order(name, customer) => [
        "{name} asks you to order for {customer}",
        "{name} 請求為 {customer} 訂購",
        "{name} 请求为 {customer} 订购",
    ];
    order_asked(customer, name) => [
        "Your request for {customer} is waiting for {name}",
        "您為 {customer} 提出的要求正在等待 {name}",
        "你为 {customer} 提出的请求正在等待 {name}",
    ];
    kind_changes => ["Directory changes", "目錄變更", "目录更改"];
    change_waits => [
        "A change to your provider listing is being reviewed",
        "您的提供者資料變更正在審查中",
        "你的提供商资料更改正在审核中",
    ];
    change_for_review => [
        "A provider wants to change its listing",
        "有提供者想要變更其資料",
        "有提供商想要更改其资料",
    ];
    changes_for_review(count) => [
        "{count} providers want to change their listings",
        "有 {count} 家提供者想要變更其資料",
        "有 {count} 家提供商想要更改其资料",
    ];
    changes_wait(count) => [
        "{count} changes to provider listings to review",
        "{count} 項提供者資料變更待審查",
        "{count} 项提供商资料更改待审核",
    ];
    asks_to_partner(name) => ["{name} would like to partner with you", "{name} 要求合作", "{name} 请求合作"];
    asked_provider(name) => ["Your message to {name}", "您給 {name} 的訊息", "你给 {name} 的消息"];
    answer => ["Answer", "回覆", "答复"];
    review => ["Review", "審查", "审核"];
    submitted_since(age) => ["Submitted {age}", "{age}提交", "{age}提交"];
    oldest_submitted(age) => ["Oldest submitted {age}", "最早於{age}提交", "最早于{age}提交"];
    suspended => ["Your organization is suspended", "您的組織已暫停", "你的组织已暂停"];
    suspended_by_operator => [
        "The program operator suspended your organization. The history says why.",
        "計畫營運者暫停了您的組織，直到其解除暫停。原因請見歷程記錄。",
        "计划运营方暂停了你的组织，直到其解除暂停。原因请见历史记录。",
    ];
    suspended_by_enrollment => [
        "A failed enrollment check wasn't resolved in time. The suspension ends once every check passes.",
        "註冊中未通過的檢查未在期限內解決。通過所有檢查後即結束。",
        "注册中未通过的检查未在期限内解决。通过所有检查后即结束。",
    ];
    location_inactive(mpn) => [
        "The location of your MPN ID {mpn} isn't active, or isn't in your country/region",
        "您的 MPN ID {mpn} 所屬位置已停用，或不在您的國家/地區",
        "你的 MPN ID {mpn} 所属位置已停用，或不在你的国家/地区",
    ];
    choose_location => ["Choose another location", "選擇其他位置", "选择其他位置"];
    suspended_means => [
        "You can continue existing business, but you can't start new business.",
        "現有業務繼續，但無法開展新業務。",
        "现有业务继续，但无法开展新业务。",
    ];
    marked(from) => [
        "Your organization is marked for offboarding from direct bill, from {from}",
        "您的組織已標記為移出直接帳單，自 {from} 起",
        "你的组织已标记为移出直接计费，自 {from} 起",
    ];
    marked_means => [
        "From that day, you can't add new direct customers. Business with your existing ones continues: orders, subscriptions, and billing.",
        "自該日起，您無法新增直接客戶。您可以繼續處理現有直接客戶的業務：訂購、訂閱與計費。",
        "自该日起，你无法新增直接客户。你可以继续处理现有直接客户的业务：订购、订阅和计费。",
    ];
    marked_move => [
        "You can then become an indirect reseller with the same tenant: a global admin enrolls it on the Enrollment page.",
        "屆時您可以選擇以同一個租用戶成為間接經銷商：由全域管理員在「註冊」頁面註冊。",
        "届时你可以选择以同一个租户成为间接经销商：由全局管理员在“注册”页面注册。",
    ];
    marked_reason(reason) => ["Reason: {reason}", "原因：{reason}", "原因：{reason}"];
}
