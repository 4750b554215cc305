//! The page that an invitation's link opens, for its recipients.

use crate::i18n::messages;

messages! {
    title_partnership(name) => [
        "{name} would like to be your indirect provider",
        "{name} 希望成為您的間接提供者",
        "{name} 希望成为你的间接提供商",
    ];
    title_relationship(names) => [
        "{names} would like a reseller relationship with you",
        "{names} 希望與您建立經銷商關係",
        "{names} 希望与你建立经销商关系",
    ];
    title_relationship_one(name) => [
        "{name} would like a reseller relationship with you",
        "{name} 希望與您建立經銷商關係",
        "{name} 希望与你建立经销商关系",
    ];
    lead => [
        "Nothing has changed yet. You decide below.",
        "目前尚未變更任何內容。請在下方決定。",
        "目前尚未更改任何内容。请在下方决定。",
    ];

    who => ["Who is asking", "誰提出要求", "谁提出请求"];
    located(country) => ["Legal location: {country}", "法定所在地：{country}", "法定所在地：{country}"];
    known_since(date) => ["In the program since {date}", "於 {date} 加入計畫", "自 {date} 起参与计划"];
    on_behalf_both(reseller, provider) => [
        "{reseller} is asking for itself and for {provider}.",
        "由 {reseller} 為自己和 {provider} 提出要求。",
        "由 {reseller} 为自己和 {provider} 提出请求。",
    ];
    message => ["Message", "訊息", "消息"];

    what => ["What they'll be able to do", "對方將能執行的事項", "对方将能执行的事项"];
    what_partnership(name) => ["{name} will be able to:", "{name} 將能：", "{name} 将能："];
    orders => [
        "Submit orders and add subscriptions for your customers",
        "為您的客戶提交訂單和新增訂閱",
        "为你的客户提交订单和添加订阅",
    ];
    orders_term => [
        "Partnership. Each of your customers still has to grant the provider this permission.",
        "合作關係。您的每位客戶仍須自行授與提供者此權限。",
        "合作关系。你的每位客户仍须自行授予提供商此权限。",
    ];
    tenant_admin => [
        "Administer your tenant, with administrator access",
        "以系統管理員存取權管理您的租用戶",
        "以管理员访问权限管理你的租户",
    ];
    tenant_admin_term => [
        "Administrator access to your tenant. You can revoke it later without ending the partnership.",
        "租用戶的系統管理員存取權。您之後可以收回，而不必結束合作關係。",
        "租户的管理员访问权限。你之后可以收回，而不必结束合作关系。",
    ];
    rights_of(name, side) => ["{name} ({side})", "{name}（{side}）", "{name}（{side}）"];
    end_dates_of(name) => [
        "Give permissions of {name} an end date",
        "為 {name} 的權限設定結束日期",
        "为 {name} 的权限设置结束日期",
    ];
    end_dates_hint => [
        "The last day (UTC) on which the partner can use what you grant now. Without one, it has it until you remove it. You can change this at any time.",
        "合作夥伴可使用您現在所授與權限的最後一天（UTC）。若未設定，則持續有效，直到您移除為止。您可以隨時變更。",
        "合作伙伴可使用你现在所授予权限的最后一天（UTC）。如未设置，则持续有效，直到你移除为止。你可以随时更改。",
    ];
    rights_hint => [
        "Clear anything you don't want to grant.",
        "請取消勾選您不想授與的項目。",
        "请取消勾选你不想授予的项目。",
    ];

    what_not => ["What they won't be able to do", "對方無法執行的事項", "对方无法执行的事项"];
    not_end => [
        "Stop you from ending this or from working with others",
        "阻止您結束關係或與其他對象合作",
        "阻止你结束关系或与其他对象合作",
    ];
    not_sign => [
        "Sign agreements or grant permissions in your name",
        "以您的名義簽署合約或授與權限",
        "以你的名义签署协议或授予权限",
    ];
    not_more => [
        "Get more permissions without asking you again",
        "未再次徵求您同意而取得更多權限",
        "未再次征求你同意而获得更多权限",
    ];
    not_customers => [
        "Place orders for customers of yours that haven't agreed to it",
        "為未同意的客戶下訂單",
        "为未同意的客户下订单",
    ];

    limits_summary => [
        "What they won't be able to do, and how to revoke it",
        "對方無法執行的事項，以及如何收回",
        "对方无法执行的事项，以及如何收回",
    ];
    until_answer => ["You can answer until", "您可以在此時間之前回覆：", "你可以在此时间之前答复："];
    until_force => [
        "The permissions take effect when you authorize them and last until one of you ends them.",
        "您授與的權限自授權起生效，直到其中一方結束為止。",
        "你授予的权限自授权起生效，直到其中一方结束为止。",
    ];
    how_away => ["How to revoke it", "如何收回", "如何收回"];
    how_away_partnership => [
        "Open the provider under Indirect providers. There you can revoke administrator access immediately or end the partnership with 30 days' notice.",
        "在「間接提供者」開啟該提供者：您可以立即收回系統管理員存取權，或提前 30 天通知結束合作關係。",
        "在“间接提供商”中打开该提供商：你可以立即收回管理员访问权限，或提前 30 天通知结束合作关系。",
    ];
    how_away_relationship => [
        "Under Who can act for us, you can remove each permission or end the whole relationship. Changes take effect immediately.",
        "在「誰可以代表我們」移除各項權限或結束整個關係，變更會立即生效。",
        "在“谁可以代表我们”中移除各项权限或结束整个关系，更改会立即生效。",
    ];

    answering_for(user, organization) => [
        "You're signed in as {user} and answering for {organization}.",
        "您以 {user} 身分登入，並代表 {organization} 回覆。",
        "你以 {user} 身份登录，并代表 {organization} 答复。",
    ];
    confirm_partnership(name) => [
        "I've read what {name} will be able to do and confirm the partnership with this provider",
        "我已閱讀 {name} 將能執行的事項，並確認與此提供者建立合作關係",
        "我已阅读 {name} 将能执行的事项，并确认与此提供商建立合作关系",
    ];
    confirm_relationship(names) => [
        "I've read what {names} will be able to do and grant the permissions selected above",
        "我已閱讀 {names} 將能執行的事項，並授與上方勾選的項目",
        "我已阅读 {names} 将能执行的事项，并授予上方勾选的项目",
    ];
    authorize_provider => ["Authorize indirect provider", "授權間接提供者", "授权间接提供商"];
    authorize(names) => ["Authorize {names}", "授權 {names}", "授权 {names}"];
    decline_summary => ["Decline", "拒絕", "拒绝"];
    decline_lead => [
        "You grant nothing, and we notify the sender. The link stops working.",
        "不會授與任何權限，並會通知寄件者。之後連結將失效。",
        "不会授予任何权限，并会通知发件人。之后链接将失效。",
    ];
    decline_reason => ["Reason for the sender", "給寄件者的原因", "给发件人的原因"];
    decline => ["Decline invitation", "拒絕邀請", "拒绝邀请"];

    sign_in_title => ["Sign in to answer", "登入以回覆", "登录以答复"];
    sign_in_lead_partnership => [
        "A global admin of the reseller needs to sign in with a work account to answer. When you continue, the sender sees that the invitation was opened. Nothing else happens.",
        "由經銷商的全域管理員以工作帳戶登入後回覆。繼續後，寄件者會看到邀請已被開啟；不會發生其他事。",
        "由经销商的全局管理员用工作帐户登录后答复。继续后，发件人会看到邀请已被打开；不会发生其他事。",
    ];
    sign_in_lead_relationship => [
        "A global admin of your organization needs to sign in with a work account to answer. When you continue, the sender sees that the invitation was opened. Nothing else happens.",
        "由貴組織的全域管理員以工作帳戶登入後回覆。繼續後，寄件者會看到邀請已被開啟；不會發生其他事。",
        "由贵组织的全局管理员用工作帐户登录后答复。继续后，发件人会看到邀请已被打开；不会发生其他事。",
    ];
    sign_in => ["Sign in", "登入", "登录"];
    no_account => ["No work account yet?", "還沒有工作帳戶？", "还没有工作帐户？"];
    create_one => ["Create one", "建立新的租用戶", "创建一个"];
    choose_organization => [
        "You're signed in but haven't chosen an organization yet. Choose the one this invitation is for.",
        "您已登入，但尚未選擇組織。請選擇此邀請適用的組織。",
        "你已登录，但尚未选择组织。请选择此邀请适用的组织。",
    ];
    choose => ["Choose organization", "選擇組織", "选择组织"];

    cannot => ["This account can't answer this invitation", "此帳戶無法回覆此邀請", "此帐户无法答复此邀请"];
    role_why(organization) => [
        "Only a global admin of {organization} can answer, because the answer grants permissions in its name.",
        "只有 {organization} 的全域管理員可以回覆，因為回覆會以其名義授與權限。",
        "只有 {organization} 的全局管理员可以答复，因为答复会以其名义授予权限。",
    ];
    admins(names) => ["Global admins: {names}", "全域管理員：{names}", "全局管理员：{names}"];
    no_admins => [
        "Ask the person who manages accounts in your organization.",
        "請洽詢貴組織的帳戶管理者。",
        "请咨询贵组织的帐户管理者。",
    ];
    hand_over => ["Link to share with them", "可分享給對方的連結", "可分享给对方的链接"];
    not_possible => ["You can't accept this right now", "目前無法接受", "目前无法接受"];
    lead_unchanged => ["Nothing has changed yet.", "尚未變更任何內容。", "尚未更改任何内容。"];
    sent_by_you => ["You sent this invitation", "此邀請由您寄出", "此邀请由你发出"];
    sent_by_you_why => [
        "Only the recipient can answer it. Your request shows whether it was opened.",
        "由收件者回覆。您可以在要求中查看是否已開啟。",
        "由收件人答复。你可以在请求中查看是否已打开。",
    ];
    to_requests => ["Requests sent", "已傳送的要求", "已发送的请求"];
    comes_back => [
        "To use another account, sign out. You'll return to this invitation.",
        "若要使用其他帳戶，請先登出，之後會回到此邀請。",
        "若要使用其他帐户，请先退出登录，之后会回到此邀请。",
    ];
    switch_to(organization) => ["Answer for {organization}", "代表 {organization} 回覆", "代表 {organization} 答复"];

    end_replaced => ["There's a newer link", "已有較新的連結", "已有较新的链接"];
    end_expired => ["This invitation has expired", "此邀請已過期", "此邀请已过期"];
    end_accepted => ["This invitation was already accepted", "此邀請已被接受", "此邀请已被接受"];
    end_declined => ["This invitation was declined", "此邀請已被拒絕", "此邀请已被拒绝"];
    end_canceled => ["This invitation was canceled", "此邀請已被取消", "此邀请已被取消"];
    end_not_sent => ["This invitation hasn't been sent", "此邀請尚未傳送", "此邀请尚未发送"];
    end_other => ["This invitation can't be answered", "無法回覆此邀請", "无法答复此邀请"];
    end_from(names) => ["It came from {names}.", "來自 {names}。", "来自 {names}。"];
    go_to_overview => ["Go to Overview", "前往概觀", "转到概述"];

    missing_title => ["This invitation link doesn't work", "此邀請連結無效", "此邀请链接无效"];
    missing_unknown => [
        "The link looks complete, but it doesn't match any invitation. It may have been mistyped, or it may be for another portal.",
        "連結看起來是完整的，但沒有對應的邀請：可能是手動輸入有誤，或屬於另一個入口網站。",
        "链接看起来是完整的，但没有对应的邀请：可能是手动输入有误，或属于另一个门户。",
    ];
    missing_last => [
        "The link was cut off: its last character is missing. Some email apps break links at the end of a line.",
        "連結被截斷，結尾缺少一個字元。部分郵件程式會在換行處截斷連結。",
        "链接被截断，结尾缺少一个字符。部分邮件程序会在换行处截断链接。",
    ];
    missing_cut_off(missing) => [
        "The link was cut off: the last {missing} characters are missing. Some email apps break links at the end of a line.",
        "連結被截斷，結尾缺少的字元數：{missing}。部分郵件程式會在換行處截斷連結。",
        "链接被截断，结尾缺少的字符数：{missing}。部分邮件程序会在换行处截断链接。",
    ];
    missing_unlike => [
        "The address doesn't end the way a personal link does. Some characters may have changed when it was copied or typed.",
        "網址的結尾不是個人連結：可能在複製或輸入時混入了其他字元。",
        "网址的结尾不是个人链接：可能在复制或输入时混入了其他字符。",
    ];
    missing_advice => [
        "Open the link from the email, or copy the whole address from there. If that doesn't work, ask the sender for a new link.",
        "請直接從郵件開啟，或從郵件中複製完整網址。如果仍無法開啟，請向寄件者索取新的連結。",
        "请直接从邮件打开，或从邮件中复制完整地址。如果仍无法打开，请向发件人索取新的链接。",
    ];

    accepted_partnership(name) => [
        "You authorized {name}",
        "您已授權 {name}",
        "你已授权 {name}",
    ];
    accepted_at => ["Accepted", "接受時間", "接受时间"];
    granted_now => ["Permissions granted", "目前授與的權限", "当前授予的权限"];
    loading_granted => [
        "The next page shows every permission and its state.",
        "各項權限及其狀態請見下一頁。",
        "各项权限及其状态请见下一页。",
    ];
    go_to_grants => ["Who can act for us", "誰可以代表我們", "谁可以代表我们"];
    go_to_partnership => ["Go to the partnership", "前往合作關係", "转到合作关系"];
    go_to_providers => ["Go to Indirect providers", "前往間接提供者", "转到间接提供商"];

    sign_up_title => ["Create a work account", "建立工作帳戶", "创建工作帐户"];
    sign_up_lead => [
        "This creates a tenant for your organization, with you as its first global admin. Then you can answer the invitation.",
        "這會為貴組織建立租用戶，由您擔任第一位全域管理員。之後即可回覆邀請。",
        "这会为贵组织创建租户，由你担任首位全局管理员。之后即可答复邀请。",
    ];
    sign_up_back => ["Invitation", "邀請", "邀请"];
    sign_up => ["Create work account", "建立工作帳戶", "创建工作帐户"];
    sign_up_signed_in(organization) => [
        "You're already signed in for {organization}. To create a work account for another organization, sign out first.",
        "您已登入 {organization}。若要為其他組織建立工作帳戶，請先登出。",
        "你已登录 {organization}。若要为其他组织创建工作帐户，请先退出登录。",
    ];
}
