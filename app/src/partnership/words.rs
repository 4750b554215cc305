//! Indirect resellers, indirect providers, and a partnership.

use crate::i18n::messages;

messages! {
    all_told(count) => [
        "Shared customers notified: {count}.",
        "已通知雙方共同服務的客戶：{count} 位。",
        "已通知双方共同服务的客户：{count} 位。",
    ];
    being_told => [
        "Notifying shared customers",
        "正在通知雙方共同服務的客戶",
        "正在通知双方共同服务的客户",
    ];
    being_settled => [
        "Updating shared customers",
        "正在更新雙方共同服務的客戶",
        "正在更新双方共同服务的客户",
    ];
    settling_progress => ["Progress", "進度", "进度"];
    done_so_far(done, chosen) => [
        "{done} of {chosen} customers done.",
        "已完成 {chosen} 位客戶中的 {done} 位。",
        "已完成 {chosen} 位客户中的 {done} 位。",
    ];
    rights_wait_for_nothing => [
        "Permissions don't depend on this. The change to the partnership took effect immediately.",
        "權限不受此進度影響：合作夥伴關係的變更已立即生效。",
        "权限不受此进度影响：合作伙伴关系的更改已立即生效。",
    ];
    refresh => ["Refresh", "重新整理", "刷新"];
    customers_told => [
        "We notify the customers you both serve.",
        "系統會通知雙方共同服務的客戶。",
        "系统会通知双方共同服务的客户。",
    ];
    agreement => ["Agreement", "合約", "协议"];
    signed => ["Signed", "已簽署", "已签署"];
    not_signed => ["Not signed", "未簽署", "未签署"];
    look_up => ["Look up a reseller", "查詢經銷商", "查询经销商"];
    resellers => ["Indirect resellers", "間接經銷商", "间接经销商"];
    resellers_lead => [
        "Your reseller partners. You can add customers for them and place orders for their customers.",
        "與您建立合作關係的經銷商。您可以為他們新增客戶，並為其客戶訂購。",
        "与你建立合作关系的经销商。你可以为他们添加客户，并为其客户订购。",
    ];
    providers => ["Indirect providers", "間接提供者", "间接提供商"];
    providers_lead => [
        "Your provider partners. They place orders for your customers.",
        "與您建立合作關係的提供者。他們為您的客戶訂購。",
        "与你建立合作关系的提供商。他们为你的客户订购。",
    ];
    request_partnership => ["Request a partnership", "要求建立合作關係", "请求建立合作关系"];
    invite_new_customers => ["Invite new customers", "邀請新客戶", "邀请新客户"];
    add_new_customer => ["Add new customer", "新增新的客戶", "添加新客户"];
    view_customers => ["View customers", "檢視客戶", "查看客户"];
    requests => ["Requests", "要求", "请求"];
    messages => ["Messages", "訊息", "消息"];
    one_waiting => [
        "1 request needs your answer",
        "有 1 項要求等待您回覆",
        "有 1 项请求等待你答复",
    ];
    several_waiting(count) => [
        "{count} requests need your answer",
        "有 {count} 項要求等待您回覆",
        "有 {count} 项请求等待你答复",
    ];

    own_listing => ["Provider listing", "提供者資料", "提供商资料"];
    no_resellers => ["You have no indirect resellers yet", "您還沒有間接經銷商", "你还没有间接经销商"];
    no_resellers_why => [
        "A reseller appears here when its global admin accepts your partnership request.",
        "經銷商的全域管理員接受您的合作關係要求後，就會顯示在這裡。",
        "经销商的全局管理员接受你的合作关系请求后，就会显示在这里。",
    ];
    no_providers => ["You have no indirect providers yet", "您還沒有間接提供者", "你还没有间接提供商"];
    no_providers_why => [
        "Providers request partnerships. Choose a provider in your region and ask it to send you a request. The request arrives by email, and a global admin opens the link and authorizes the provider.",
        "合作關係由提供者提出要求：請選擇您所在地區的提供者，並請其傳送合作關係要求。連結會以郵件寄達，由全域管理員開啟並授權。",
        "合作关系由提供商提出请求：请选择你所在区域的提供商，并请其发送合作关系请求。链接会以邮件送达，由全局管理员打开并授权。",
    ];
    one_reseller => ["1 reseller", "共 1 家經銷商", "共 1 家经销商"];
    several_resellers(count) => ["{count} resellers", "共 {count} 家經銷商", "共 {count} 家经销商"];
    one_provider => ["1 provider", "共 1 家提供者", "共 1 家提供商"];
    several_providers(count) => ["{count} providers", "共 {count} 家提供者", "共 {count} 家提供商"];
    none_found => ["No partners match", "沒有符合的合作夥伴", "没有符合的合作伙伴"];
    none_found_why => [
        "Search covers names, domains, and MPN IDs.",
        "搜尋名稱、網域和 MPN ID。",
        "搜索名称、域名和 MPN ID。",
    ];
    show_all => ["Show all", "顯示全部", "显示全部"];

    find_partner => [
        "Find by name, domain, or MPN ID",
        "依名稱、網域或 MPN ID 尋找",
        "按名称、域名或 MPN ID 查找",
    ];
    find => ["Find", "尋找", "查找"];
    first_listed(count) => [
        "Showing the first {count}. Type to find others.",
        "僅列出前 {count} 個。請輸入文字以尋找其他項目。",
        "仅列出前 {count} 个。请输入文字以查找其他项。",
    ];
    all_listed => ["All matches are shown.", "已列出所有符合的項目。", "已列出所有符合的项。"];

    name => ["Name", "名稱", "名称"];
    search => ["Name, domain, or MPN ID", "名稱、網域或 MPN ID", "名称、域名或 MPN ID"];
    state => ["State", "狀態", "状态"];
    any_state => ["All states", "所有狀態", "所有状态"];
    country => ["Country/region", "國家/地區", "国家/地区"];
    mpn => ["MPN ID", "MPN ID", "MPN ID"];
    mpn_none => ["Not associated", "尚未關聯", "尚未关联"];
    shared_customers => ["Shared customers", "共同客戶", "共同客户"];
    since => ["Partner since", "合作開始於", "合作开始于"];
    actions => ["Actions", "動作", "操作"];

    accepted_by => ["Accepted by", "接受者", "接受者"];
    request => ["Request", "要求", "请求"];
    ends => ["Ends", "結束於", "结束于"];
    ended => ["Ended", "已於此時結束", "结束时间"];
    ending_notice(name) => [
        "{name} has given notice. Until the partnership ends, nothing changes. After that, you can't place new orders through it.",
        "{name} 已發出通知。在結束之前一切照舊；結束之後無法再以此合作關係下新訂單。",
        "{name} 已发出通知。在结束之前一切照旧；结束之后无法再以此合作关系下新订单。",
    ];
    ended_notice(name) => [
        "{name} ended this partnership. Customers and the permissions they granted stay the same.",
        "{name} 結束了此合作關係。客戶及其授與的權限維持不變。",
        "{name} 结束了此合作关系。客户及其授予的权限保持不变。",
    ];
    end_reason(text) => ["Notice: {text}", "通知：{text}", "通知：{text}"];

    allows_title => ["Allowed by this partnership", "此合作關係允許的事項", "此合作关系允许的事项"];
    allows_provider(name) => [
        "For {name}, you can:",
        "對於 {name}，您可以：",
        "对于 {name}，你可以：",
    ];
    allows_reseller(name) => ["{name} can:", "{name} 可以：", "{name} 可以："];
    submit_orders => [
        "Submit orders and add subscriptions for the reseller's customers",
        "為經銷商的客戶提交訂單和新增訂閱",
        "为经销商的客户提交订单和添加订阅",
    ];
    submit_orders_needs => [
        "Each customer has to grant you this permission.",
        "每位客戶都必須自行授與您此權限。",
        "每位客户都必须自行授予你此权限。",
    ];
    create_customers => [
        "Add customers and associate them with the reseller",
        "新增客戶並與經銷商建立關聯",
        "添加客户并与经销商建立关联",
    ];
    designate_support => [
        "Designate the reseller as the support contact for a subscription",
        "指派經銷商為訂閱的支援連絡人",
        "指定经销商为订阅的支持联系人",
    ];
    submit_orders_for_you => [
        "Submit orders and add subscriptions for your customers",
        "為您的客戶提交訂單和新增訂閱",
        "为你的客户提交订单和添加订阅",
    ];
    submit_orders_needs_theirs => [
        "Each customer has to grant your provider this permission.",
        "每位客戶都必須自行授與您的提供者此權限。",
        "每位客户都必须自行授予你的提供商此权限。",
    ];
    create_customers_for_you => [
        "Add customers and associate them with you",
        "新增客戶並與您建立關聯",
        "添加客户并与你建立关联",
    ];
    designate_you => [
        "Designate you as the support contact for a subscription",
        "指派您為訂閱的支援連絡人",
        "指定你为订阅的支持联系人",
    ];
    no_more => [
        "None of this is possible now that the partnership has ended.",
        "合作關係結束後，不再允許任何事項。",
        "合作关系结束后，不再允许任何事项。",
    ];

    tenant_admin => [
        "Administrator access to the reseller's tenant",
        "經銷商租用戶的系統管理員存取權",
        "经销商租户的管理员访问权限",
    ];
    tenant_admin_of_yours => [
        "Administrator access to your tenant",
        "您租用戶的系統管理員存取權",
        "你租户的管理员访问权限",
    ];
    tenant_admin_for_reseller(name) => [
        "With the partnership, {name} got administrator access to your tenant. You can revoke it at any time, and the partnership continues.",
        "建立合作關係時，{name} 取得了您租用戶的系統管理員存取權。您可以隨時立即收回，合作關係仍會繼續。",
        "建立合作关系时，{name} 获得了你租户的管理员访问权限。你可以随时立即收回，合作关系仍会继续。",
    ];
    tenant_admin_for_provider(name) => [
        "With the partnership, {name} gave you administrator access to its tenant. It can revoke the access at any time.",
        "建立合作關係時，{name} 授與了您其租用戶的系統管理員存取權。對方可以隨時收回。",
        "建立合作关系时，{name} 授予了你其租户的管理员访问权限。对方可以随时收回。",
    ];
    granted_again_by_reseller(name, at) => [
        "On {at}, administrator access to your tenant was granted to {name} again. You can revoke it at any time, and the partnership continues.",
        "您租用戶的系統管理員存取權已於 {at} 再次授與 {name}。您可以隨時立即收回，合作關係仍會繼續。",
        "你租户的管理员访问权限已于 {at} 再次授予 {name}。你可以随时立即收回，合作关系仍会继续。",
    ];
    granted_again_to_provider(name, at) => [
        "On {at}, {name} gave you administrator access to its tenant again. It can revoke the access at any time.",
        "{name} 已於 {at} 再次授與您其租用戶的系統管理員存取權。對方可以隨時收回。",
        "{name} 已于 {at} 再次授予你其租户的管理员访问权限。对方可以随时收回。",
    ];
    keep_access => ["Keep access", "保留存取權", "保留访问权限"];
    revoke => ["Revoke access", "收回存取權", "收回访问权限"];
    revoke_title(name) => [
        "Revoke administrator access for {name}?",
        "要收回 {name} 的系統管理員存取權嗎？",
        "要收回 {name} 的管理员访问权限吗？",
    ];
    revoke_what => [
        "Your provider can no longer administer your tenant, effective immediately. The partnership, your customers, and the permissions they granted stay the same. You can grant access again on this page.",
        "從此刻起，提供者無法再管理您的租用戶。合作關係、您的客戶及其授與的權限維持不變。您可以在此頁面再次授與存取權。",
        "从此刻起，提供商无法再管理你的租户。合作关系、你的客户及其授予的权限保持不变。你可以在此页面再次授予访问权限。",
    ];

    taken_for_reseller(name) => [
        "{name} doesn't have administrator access to your tenant because it was revoked. You can grant it again. The partnership continues either way.",
        "{name} 沒有您租用戶的系統管理員存取權：該權限已被收回。您可以再次授與；無論如何，合作關係都會繼續。",
        "{name} 没有你租户的管理员访问权限：该权限已被收回。你可以再次授予；无论如何，合作关系都会继续。",
    ];
    taken_for_provider(name) => [
        "{name} revoked your administrator access to its tenant. A global admin of {name} can grant it again on the Indirect providers page, under your name.",
        "{name} 已收回您對其租用戶的系統管理員存取權。{name} 的全域管理員可以再次授與：在「間接提供者」頁面中您的名稱之下。",
        "{name} 已收回你对其租户的管理员访问权限。{name} 的全局管理员可以再次授予：在“间接提供商”页面中你的名称之下。",
    ];
    grant => ["Grant access again", "再次授與存取權", "再次授予访问权限"];
    grant_title(name) => [
        "Grant {name} administrator access again?",
        "要再次授與 {name} 系統管理員存取權嗎？",
        "要再次授予 {name} 管理员访问权限吗？",
    ];
    grant_what => [
        "Your provider's global admins and admin agents can administer your tenant again, effective immediately. We notify them by email. You can revoke the access at any time.",
        "從此刻起，提供者的全域管理員和系統管理代理人可以再次管理您的租用戶。系統會以郵件通知提供者。您可以隨時收回存取權。",
        "从此刻起，提供商的全局管理员和管理员代理可以再次管理你的租户。系统会以邮件通知提供商。你可以随时收回访问权限。",
    ];

    history => ["History", "歷程記錄", "历史记录"];
    end_section => ["End the partnership", "結束合作關係", "结束合作关系"];
    keep => ["Keep partnership", "保留合作關係", "保留合作关系"];
    end => ["End partnership", "結束合作關係", "结束合作关系"];
    end_title(name) => [
        "End the partnership with {name}?",
        "要結束與 {name} 的合作關係嗎？",
        "要结束与 {name} 的合作关系吗？",
    ];
    end_at_once => [
        "Because you're the provider, the partnership ends immediately.",
        "身為提供者，您將立即結束合作關係。",
        "作为提供商，你将立即结束合作关系。",
    ];
    end_with_notice(days, date) => [
        "As the reseller, you give {days} days' notice. The partnership ends on {date}, and nothing changes until then.",
        "身為經銷商，您需要提前 {days} 天通知：合作關係將於 {date} 結束。在此之前一切照舊。",
        "作为经销商，你需要提前 {days} 天通知：合作关系将于 {date} 结束。在此之前一切照旧。",
    ];
    what_stays => ["Stays the same", "維持不變", "保持不变"];
    stays_customers(count) => [
        "The customers you both serve (currently {count}) stay with both partners",
        "雙方共同服務的客戶（目前 {count} 位），仍屬於雙方",
        "双方共同服务的客户（目前 {count} 位），仍属于双方",
    ];
    stays_grants => [
        "The permissions these customers granted each of you, which only the customers can remove",
        "這些客戶授與雙方的權限；只有客戶可以收回",
        "这些客户授予双方的权限；只有客户可以收回",
    ];
    stays_subscriptions => ["Their subscriptions and orders", "其訂閱與訂單", "其订阅与订单"];
    what_ends => ["Ends", "將會結束", "将会结束"];
    ends_orders => [
        "New customers and new orders through this partnership",
        "透過此合作關係新增客戶和下新訂單",
        "通过此合作关系添加客户和下新订单",
    ];
    ends_invitations(count) => [
        "Your open invitations for both partners (currently {count}), which no one can accept anymore",
        "您仍在等候回覆的共同邀請（目前 {count} 份），之後無法再接受",
        "你仍在等候答复的共同邀请（目前 {count} 份），之后无法再接受",
    ];
    view_requests => ["View requests", "檢視要求", "查看请求"];
    ends_order_requests(count) => [
        "Open order requests between you (currently {count}), which lapse",
        "雙方之間未完成的訂單要求（目前 {count} 項），將會失效",
        "双方之间未完成的订单请求（目前 {count} 项），将会失效",
    ];
    view_order_requests => ["View order requests", "檢視訂單要求", "查看订单请求"];
    stays_running(count, licenses) => [
        "Running subscriptions that concern you both (currently {count}, with {licenses} licenses)",
        "與雙方有關的執行中訂閱（目前 {count} 項，共 {licenses} 個授權）",
        "与双方有关的运行中订阅（目前 {count} 项，共 {licenses} 个许可证）",
    ];
    stays_contact(count) => [
        "The reseller as support contact of subscriptions (currently {count})",
        "經銷商擔任訂閱的支援連絡人（目前 {count} 項）",
        "经销商担任订阅的支持联系人（目前 {count} 项）",
    ];
    stays_scheduled(count) => [
        "Changes scheduled for a renewal, which still happen (currently {count})",
        "已排定於續訂時執行的變更，仍會執行（目前 {count} 項）",
        "已安排在续订时执行的更改，仍会执行（目前 {count} 项）",
    ];
    view_renewals => ["View renewals", "檢視續訂", "查看续订"];
    stays_of_record(count) => [
        "The partner of record of subscriptions you ordered together (currently {count})",
        "共同訂購之訂閱的記錄合作夥伴（目前 {count} 項）",
        "共同订购之订阅的记录合作伙伴（目前 {count} 项）",
    ];
    ends_tenant_admin_of_yours => [
        "Your provider's administrator access to your tenant",
        "您的提供者對您租用戶的系統管理員存取權",
        "你的提供商对你租户的管理员访问权限",
    ];
    ends_your_tenant_admin => [
        "Your administrator access to the reseller's tenant",
        "您對經銷商租用戶的系統管理員存取權",
        "你对经销商租户的管理员访问权限",
    ];
    notice => ["Notice", "通知", "通知"];
    notice_lead => [
        "We email this to the other partner's admins and keep it with the partnership. Change it as you like, or leave it empty.",
        "系統會將此內容以郵件寄給對方的管理員，並保留在合作關係中。您可以修改，也可以留空。",
        "系统会将此内容以邮件发送给对方的管理员，并保留在合作关系中。你可以修改，也可以留空。",
    ];
    end_reason_label => ["Text for the other partner", "給對方的內容", "给对方的内容"];
    draft(name) => [
        "We're ending our partnership with {name}. Our customers and the permissions they granted each of us stay the same. Tell us about anything that's still open between us, so that we can settle it.",
        "我們將結束與 {name} 的合作關係。客戶及其授與雙方的權限維持不變。如仍有未完成的事項，請告知我們，以便處理。",
        "我们将结束与 {name} 的合作关系。客户及其授予双方的权限保持不变。如仍有未完成的事项，请告知我们，以便处理。",
    ];
    again_from_you => [
        "To start a new partnership, send a new request.",
        "若要重新合作，請傳送新的要求。",
        "若要重新合作，请发送新的请求。",
    ];
    again_from_provider => [
        "To start a new partnership, ask your provider to send a new request.",
        "若要重新合作，請由您的提供者傳送新的要求。",
        "若要重新合作，请由你的提供商发送新的请求。",
    ];
}
