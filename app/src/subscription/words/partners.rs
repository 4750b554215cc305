//! Who supports the customer of a subscription, and who earns incentives on it.

use crate::i18n::messages;

messages! {
    title => ["Partners of this subscription", "此訂閱的合作夥伴", "此订阅的合作伙伴"];
    lead => [
        "The customer's contact for help, and the reseller that earns incentives.",
        "客戶需要協助時連絡誰，以及哪個經銷商獲得獎勵。",
        "客户需要帮助时联系谁，以及哪个经销商获得奖励。",
    ];
    support => ["Support contact", "支援連絡人", "支持联系人"];
    support_own => [
        "Contact this partner for help with this subscription.",
        "如需此訂閱的協助，請連絡此合作夥伴。",
        "如需此订阅的帮助，请联系此合作伙伴。",
    ];
    support_lead => [
        "By default, this is the partner that ordered the subscription. A reseller can be chosen if it has a relationship with the customer and the permission to support it.",
        "預設為訂購此訂閱的合作夥伴。經銷商只要與客戶有關係並具有支援權限，即可被選擇。",
        "默认为订购此订阅的合作伙伴。经销商只要与客户有关系并具有支持权限，即可被选择。",
    ];
    partner => ["Partner", "合作夥伴", "合作伙伴"];
    email => ["Email", "電子郵件", "电子邮件"];
    phone => ["Phone", "電話", "电话"];
    website => ["Website", "網站", "网站"];
    no_contact => ["No contact details yet", "尚無連絡資料", "尚无联系信息"];
    change => ["Change support contact or partner of record", "變更支援連絡人或記錄合作夥伴", "更改支持联系人或记录合作伙伴"];
    designated => ["Designated support contact", "指派的支援連絡人", "指派的支持联系人"];
    by_default(partner) => ["{partner} (ordered it)", "{partner}（訂購者）", "{partner}（订购者）"];
    only_default => [
        "No reseller has both a relationship with this customer and the permission to support it, so there's no one else to choose.",
        "沒有經銷商與此客戶有關係並具有支援權限，因此無法選擇其他合作夥伴。",
        "没有经销商与此客户有关系并具有支持权限，因此无法选择其他合作伙伴。",
    ];
    one_other => [
        "Also apply to the other subscription you ordered for this customer",
        "同時套用至您為此客戶訂購的另一項訂閱",
        "同时应用于你为此客户订购的另一项订阅",
    ];
    all_others(n) => [
        "Also apply to the other {n} subscriptions you ordered for this customer",
        "同時套用至您為此客戶訂購的其他 {n} 項訂閱",
        "同时应用于你为此客户订购的其他 {n} 项订阅",
    ];
    submit => ["Submit", "提交", "提交"];
    of_record => ["Partner of record", "記錄合作夥伴", "记录合作伙伴"];
    of_record_lead => [
        "The reseller that earns incentives. It must be active in the program with a signed agreement and an MPN ID, and have a partnership with the provider and a relationship with the customer.",
        "獲得獎勵的經銷商。其必須在計畫中有效、已簽署合約並具有 MPN ID，與提供者有合作關係，並與客戶有關係。",
        "获得奖励的经销商。其必须在计划中有效、已签署协议并具有 MPN ID，与提供商有合作关系，并与客户有关系。",
    ];
    of_record_hint => [
        "Resellers that have a partnership with you and serve this customer.",
        "與您有合作關係且服務此客戶的經銷商。",
        "与你有合作关系且服务此客户的经销商。",
    ];
    nobody => ["No one", "無", "无"];
    no_resellers => [
        "None of your resellers serve this customer. Invite the customer for both, then choose the reseller here.",
        "您的經銷商均未服務此客戶。請為雙方邀請客戶，然後在此選擇經銷商。",
        "你的经销商均未服务此客户。请为双方邀请客户，然后在此选择经销商。",
    ];
    warning => ["The partner of record needs attention", "記錄合作夥伴需要處理", "记录合作伙伴需要处理"];
    fix => ["Choose a partner of record", "選擇記錄合作夥伴", "选择记录合作伙伴"];
    history => ["Partner of record history", "歷來的記錄合作夥伴", "历来的记录合作伙伴"];
    from => ["From", "自", "自"];
    until => ["Until", "至", "至"];
    today => ["Today", "今日", "今日"];
}
