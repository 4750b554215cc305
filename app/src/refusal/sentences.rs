//! The sentences of each refusal.

use crate::i18n::messages;

messages! {
    role_missing(action, organization, roles) => [
        "To {action}, you need one of these roles at {organization}: {roles}. A global admin of {organization} can give you the role or do it for you.",
        "若要{action}，您需要在 {organization} 具有下列角色之一：{roles}。{organization} 的全域管理員可以授與您角色或代您執行。",
        "若要{action}，你需要在 {organization} 拥有以下角色之一：{roles}。{organization} 的全局管理员可以授予你角色或代你执行。",
    ];
    role_for_nobody(action, organization) => [
        "At {organization} no role allows to {action}. Sign in for the organization it is meant for.",
        "在 {organization} 沒有任何角色可以{action}。請登入適用的組織。",
        "在 {organization} 没有任何角色可以{action}。请登录适用的组织。",
    ];
    wrong_subject(action) => [
        "This cannot be done here: to {action} is not possible with what was chosen. Go back and choose something else.",
        "此處無法執行：無法對所選項目{action}。請返回並選擇其他項目。",
        "此处无法执行：无法对所选项目{action}。请返回并选择其他项目。",
    ];
    agreement_unsigned(organization) => [
        "New business needs a signed partner agreement, and {organization} has signed none. A global admin of {organization} signs it and sends it to the program operator, who enters it.",
        "承接新業務需要已簽署的合作夥伴合約，而 {organization} 尚未簽署。請由 {organization} 的全域管理員簽署後寄給方案營運者登錄。",
        "承接新业务需要已签署的合作伙伴协议，而 {organization} 尚未签署。请由 {organization} 的全局管理员签署后发给计划运营方登记。",
    ];
    mpn_id_missing(organization) => [
        "New business needs a location MPN ID, and {organization} has associated none. A global admin or admin agent of {organization} tells it to the program operator, who enters it.",
        "承接新業務需要位置 MPN 識別碼，而 {organization} 尚未建立關聯。請由 {organization} 的全域管理員或系統管理代理人告知方案營運者登錄。",
        "承接新业务需要位置 MPN ID，而 {organization} 尚未关联。请由 {organization} 的全局管理员或管理员代理告知计划运营方登记。",
    ];
    region_mismatch(first, first_country, first_region, second, second_country, second_region) => [
        "Partners and customers have to be in one region, which follows from the legal location. {first} ({first_country}) is in the region {first_region}, {second} ({second_country}) in {second_region}. Choose an organization of the same region.",
        "合作夥伴與客戶必須位於同一地區，地區由法定所在地決定。{first}（{first_country}）位於「{first_region}」地區，{second}（{second_country}）位於「{second_region}」地區。請選擇同一地區的組織。",
        "合作伙伴与客户必须位于同一区域，区域由法定所在地决定。{first}（{first_country}）位于“{first_region}”区域，{second}（{second_country}）位于“{second_region}”区域。请选择同一区域的组织。",
    ];
    no_currency(country, region) => [
        "Nothing is sold to customers in {country} (region {region}): the program has no currency for it. The program operator keeps the list of markets.",
        "無法銷售給 {country}（地區：{region}）的客戶：方案沒有適用的貨幣。市場清單由方案營運者維護。",
        "无法销售给 {country}（区域：{region}）的客户：计划没有适用的货币。市场列表由计划运营方维护。",
    ];
    no_partnership(provider, reseller) => [
        "This rests on a partnership, and {provider} and {reseller} have none in force. {provider} can request one from its page Indirect resellers; a global admin of {reseller} then authorizes it.",
        "這需要合作關係，而 {provider} 與 {reseller} 之間沒有生效中的合作關係。{provider} 可以在「間接經銷商」頁面提出要求，再由 {reseller} 的全域管理員授權。",
        "这需要合作关系，而 {provider} 与 {reseller} 之间没有生效的合作关系。{provider} 可以在“间接经销商”页面提出请求，再由 {reseller} 的全局管理员批准。",
    ];
    partnership_exists(provider, reseller) => [
        "{provider} and {reseller} are in partnership already. Nothing more is needed.",
        "{provider} 與 {reseller} 已經建立合作關係。不需要再做任何事。",
        "{provider} 与 {reseller} 已经建立合作关系。无需再做任何事。",
    ];
    partnership_ended(ends) => [
        "The end of this partnership is settled: {ends}. For a new one, the provider sends a new partnership request.",
        "此合作關係的結束已確定：{ends}。若要重新建立，請由提供者傳送新的合作關係要求。",
        "此合作关系的结束已确定：{ends}。若要重新建立，请由提供商发送新的合作关系请求。",
    ];
    tenant_admin_missing(provider, reseller) => [
        "{provider} has no administrator access to the tenant of {reseller}: it was taken away or never given. Only a global admin of {reseller} can give it.",
        "{provider} 沒有 {reseller} 租用戶的系統管理員存取權：該權限已被收回或從未授與。只有 {reseller} 的全域管理員可以授與。",
        "{provider} 没有 {reseller} 租户的管理员访问权限：该权限已被收回或从未授予。只有 {reseller} 的全局管理员可以授予。",
    ];
    no_relationship(partner, customer) => [
        "{partner} has no relationship with {customer}. Request a reseller relationship; a global admin of {customer} then authorizes it.",
        "{partner} 與 {customer} 沒有關係。請要求建立經銷商關係，再由 {customer} 的全域管理員授權。",
        "{partner} 与 {customer} 没有关系。请请求建立经销商关系，再由 {customer} 的全局管理员批准。",
    ];
    grant_missing(partner, customer, grant) => [
        "{customer} has not granted {partner} this right: {grant}. Ask for it with a new request; a global admin of {customer} decides.",
        "{customer} 尚未授與 {partner} 此權限：{grant}。請以新的要求提出，由 {customer} 的全域管理員決定。",
        "{customer} 尚未授予 {partner} 此权限：{grant}。请以新的请求提出，由 {customer} 的全局管理员决定。",
    ];
    grant_ended(at) => [
        "This ended on {at}, so nothing is left to end.",
        "這已於 {at} 結束，因此沒有可結束的項目。",
        "这已于 {at} 结束，因此没有可结束的项目。",
    ];
    relationship_exists(partner, customer) => [
        "{customer} has granted all of this to {partner} already. Nothing more is needed.",
        "{customer} 已將這些權限全部授與 {partner}。不需要再做任何事。",
        "{customer} 已将这些权限全部授予 {partner}。无需再做任何事。",
    ];
    provider_orders(provider, customer) => [
        "Indirect resellers do not place orders: {provider} orders for {customer}. Ask an admin agent or sales agent of {provider}.",
        "間接經銷商不能下訂單：由 {provider} 為 {customer} 訂購。請洽詢 {provider} 的系統管理代理人或銷售代理人。",
        "间接经销商不能下订单：由 {provider} 为 {customer} 订购。请咨询 {provider} 的管理员代理或销售代理。",
    ];
    provider_without_relationship(provider, customer) => [
        "{provider} has no relationship with this customer: invite {customer} for both. A global admin of {customer} then authorizes it, and {provider} can order.",
        "{provider} 與此客戶沒有關係：請為雙方邀請 {customer}。由 {customer} 的全域管理員授權後，{provider} 即可訂購。",
        "{provider} 与此客户没有关系：请为双方邀请 {customer}。由 {customer} 的全局管理员批准后，{provider} 即可订购。",
    ];
    reseller_without_provider(reseller, customer) => [
        "Indirect resellers do not place orders, and {reseller} has no provider that could order for {customer}. An indirect provider has to request a partnership with {reseller} first.",
        "間接經銷商不能下訂單，而 {reseller} 沒有可為 {customer} 訂購的提供者。間接提供者必須先要求與 {reseller} 建立合作關係。",
        "间接经销商不能下订单，而 {reseller} 没有可为 {customer} 订购的提供商。间接提供商必须先请求与 {reseller} 建立合作关系。",
    ];
    provider_creates(providers) => [
        "Indirect resellers cannot create customers. Ask {providers} to add the customer, or invite a customer that has a tenant.",
        "間接經銷商無法建立客戶。請要求 {providers} 新增客戶，或邀請已有租用戶的客戶。",
        "间接经销商无法创建客户。请让 {providers} 添加客户，或邀请已有租户的客户。",
    ];
    no_provider_creates => [
        "Indirect resellers cannot create customers; their indirect provider does. You have no provider yet: an indirect provider has to request a partnership with you first.",
        "間接經銷商無法建立客戶，必須由其間接提供者建立。您尚無提供者：間接提供者必須先要求與您建立合作關係。",
        "间接经销商无法创建客户，必须由其间接提供商创建。你尚无提供商：间接提供商必须先请求与你建立合作关系。",
    ];
    partner_is_no_customer(organization) => [
        "{organization} is a partner in the program, and a partner's own tenant is nobody's customer. Use a separate tenant that is not in the program.",
        "{organization} 是方案中的合作夥伴，而合作夥伴自己的租用戶不能成為任何人的客戶。請使用未加入方案的獨立租用戶。",
        "{organization} 是计划中的合作伙伴，而合作伙伴自己的租户不能成为任何人的客户。请使用未加入计划的独立租户。",
    ];
    partner_and_customer(first, second) => [
        "{first} and {second} cannot be partners in the program and partner and customer of each other at the same time. End one of the two before you begin the other.",
        "{first} 與 {second} 不能同時是方案中的合作夥伴，又互為合作夥伴與客戶。請先結束其中一種關係，再開始另一種。",
        "{first} 与 {second} 不能同时是计划中的合作伙伴，又互为合作伙伴与客户。请先结束其中一种关系，再开始另一种。",
    ];
    itself => [
        "An organization cannot invite or serve itself. Choose another organization, or another recipient.",
        "組織不能邀請或服務自己。請選擇其他組織或其他收件者。",
        "组织不能邀请或服务自己。请选择其他组织或其他收件人。",
    ];
    no_new_direct_customers(organization) => [
        "{organization} is moving from direct bill to the indirect model and gets no new direct customers. Invite new customers for an indirect provider and you together, from Indirect providers.",
        "{organization} 正從直接計費轉移至間接模式，不再取得新的直接客戶。請從「間接提供者」為間接提供者和您共同邀請新客戶。",
        "{organization} 正从直接计费转移至间接模式，不再获得新的直接客户。请从“间接提供商”为间接提供商和你共同邀请新客户。",
    ];
    domain_taken(domain) => [
        "The domain {domain} belongs to another organization already. Choose a different one.",
        "網域 {domain} 已屬於其他組織。請選擇其他網域。",
        "域 {domain} 已属于其他组织。请选择其他域。",
    ];
    setup_over(customer) => [
        "The temporary password of {customer} can't be renewed any more: an admin there has signed in. A global admin of {customer} looks after its passwords.",
        "{customer} 的臨時密碼無法再更新：該處的系統管理員已經登入。密碼由 {customer} 的全域管理員管理。",
        "{customer} 的临时密码无法再更新：该处的管理员已经登录。密码由 {customer} 的全局管理员管理。",
    ];
    already_invited => [
        "A request of this kind to the same recipient is open already. Send that one again or cancel it first.",
        "給同一收件者的同類要求尚未完成。請先重新傳送或取消該要求。",
        "给同一收件人的同类请求尚未完成。请先重新发送或取消该请求。",
    ];
    link_missing => [
        "The personal link is not in the text any more, so the recipient could not answer. Put {link} back into the text, on a line of its own.",
        "文字中已沒有個人連結，收件者將無法回覆。請將 {link} 放回文字中，並獨立成行。",
        "文本中已没有个人链接，收件人将无法答复。请将 {link} 放回文本中，并独立成行。",
    ];
    not_sent => [
        "This invitation was not sent, so it cannot be answered. Ask whoever prepared it to send it.",
        "此邀請尚未傳送，因此無法回覆。請要求準備者傳送。",
        "此邀请尚未发送，因此无法答复。请让准备者发送。",
    ];
    already_sent => [
        "This invitation was sent already, so its text is fixed. To change it, cancel it and write a new one.",
        "此邀請已經傳送，文字無法再變更。若要變更，請取消後重新撰寫。",
        "此邀请已经发送，文本无法再更改。若要更改，请取消后重新撰写。",
    ];
    link_replaced(at) => [
        "A newer link was sent on {at}, and only the newest one works. Use the newest mail, or ask the sender for it.",
        "已於 {at} 傳送較新的連結，只有最新的連結有效。請使用最新的郵件，或向寄件者索取。",
        "已于 {at} 发送较新的链接，只有最新的链接有效。请使用最新的邮件，或向发件人索取。",
    ];
    expired(at) => [
        "This invitation expired on {at} without an answer. The sender can send it again with a new link.",
        "此邀請已於 {at} 過期且未獲回覆。寄件者可以使用新連結重新傳送。",
        "此邀请已于 {at} 过期且未获答复。发件人可以使用新链接重新发送。",
    ];
    accepted(at) => [
        "This invitation was accepted on {at}; a link works once. Nothing more is needed.",
        "此邀請已於 {at} 被接受；連結只能使用一次。不需要再做任何事。",
        "此邀请已于 {at} 被接受；链接只能使用一次。无需再做任何事。",
    ];
    declined(at) => [
        "This invitation was declined on {at}. If that was a mistake, ask the sender for a new invitation.",
        "此邀請已於 {at} 被拒絕。如果是誤拒，請要求寄件者傳送新的邀請。",
        "此邀请已于 {at} 被拒绝。如果是误拒，请让发件人发送新的邀请。",
    ];
    canceled(at) => [
        "The sender took this invitation back on {at}. If you expected it, ask the sender for a new one.",
        "寄件者已於 {at} 收回此邀請。如果您仍需要，請要求寄件者傳送新的邀請。",
        "发件人已于 {at} 收回此邀请。如果你仍需要，请让发件人发送新的邀请。",
    ];
    addressed_to_another(addressee, signed_in) => [
        "This invitation is addressed to {addressee}, and you are signed in for {signed_in}. Sign in for {addressee}, or hand the link to a global admin there.",
        "此邀請是給 {addressee} 的，而您目前以 {signed_in} 登入。請以 {addressee} 登入，或將連結交給其全域管理員。",
        "此邀请是给 {addressee} 的，而你目前以 {signed_in} 登录。请以 {addressee} 登录，或将链接交给其全局管理员。",
    ];
    not_confirmed => [
        "Nothing is granted without your confirmation. Tick the box that says what is granted, then press the button again.",
        "未經您確認不會授與任何權限。請勾選說明授與內容的方塊，然後再按一次按鈕。",
        "未经你确认不会授予任何权限。请勾选说明授予内容的复选框，然后再按一次按钮。",
    ];
    nothing_granted(partner) => [
        "No right is left for {partner}. Leave at least one ticked, or decline the invitation.",
        "沒有為 {partner} 保留任何權限。請至少勾選一項，或拒絕邀請。",
        "没有为 {partner} 保留任何权限。请至少勾选一项，或拒绝邀请。",
    ];
    no_lines => [
        "An order needs at least one product. Enter how many licenses of a product you want.",
        "訂單至少需要一項產品。請輸入您要的產品授權數量。",
        "订单至少需要一项产品。请输入你要的产品许可证数量。",
    ];
    product_twice(product) => [
        "{product} stands in two lines. Put the whole quantity in one of them.",
        "{product} 出現在兩行中。請將全部數量填在其中一行。",
        "{product} 出现在两行中。请将全部数量填在其中一行。",
    ];
    product_not_sold(product) => [
        "{product} is not sold at present. Choose another product.",
        "{product} 目前不販售。請選擇其他產品。",
        "{product} 目前不销售。请选择其他产品。",
    ];
    quantity_outside(product, asked, minimum, maximum) => [
        "One subscription of {product} has {minimum} to {maximum} licenses; {asked} is outside of that. Enter a number within the limits.",
        "{product} 的一項訂閱可有 {minimum} 到 {maximum} 個授權；{asked} 超出範圍。請輸入限制內的數量。",
        "{product} 的一项订阅可有 {minimum} 到 {maximum} 个许可证；{asked} 超出范围。请输入限制内的数量。",
    ];
    customer_maximum(product, asked, held, maximum, left) => [
        "One customer may have at most {maximum} licenses of {product}. This customer has {held}, so {asked} more are too many; at most {left} can be added.",
        "一個客戶最多可有 {maximum} 個 {product} 授權。此客戶已有 {held} 個，再增加 {asked} 個會超過上限；最多可再增加 {left} 個。",
        "一个客户最多可有 {maximum} 个 {product} 许可证。此客户已有 {held} 个，再增加 {asked} 个会超过上限；最多可再增加 {left} 个。",
    ];
    one_per_customer(product) => [
        "A customer may have one subscription of {product}, and this customer has it already. Nothing has to be ordered.",
        "一個客戶只能有一項 {product} 訂閱，而此客戶已經擁有。不需要再訂購。",
        "一个客户只能有一项 {product} 订阅，而此客户已经拥有。无需再订购。",
    ];
}
