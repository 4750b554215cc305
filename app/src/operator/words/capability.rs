//! The words about the capabilities that the operator adds.

use crate::i18n::messages;

messages! {
    adding => ["More capabilities", "其他資格", "其他资格"];
    adding_lead => [
        "A partner can have several capabilities with the same tenant.",
        "合作夥伴可以同一個租用戶擁有多種資格。",
        "合作伙伴可以同一个租户拥有多种资格。",
    ];
    add(capability) => ["Add {capability}", "新增{capability}資格", "添加{capability}资格"];
    add_named(capability, name) => [
        "Add {capability} to {name}?",
        "要為 {name} 新增{capability}資格嗎？",
        "要为 {name} 添加{capability}资格吗？",
    ];
    effect => ["Changes:", "變更的項目：", "更改的内容："];
    at_once => [
        "The capability is active immediately. New business also requires an MPN ID and a signed partner agreement.",
        "此資格立即啟用。開展新業務還需要 MPN ID 與已簽署的合作夥伴合約。",
        "此资格立即启用。开展新业务还需要 MPN ID 和已签署的合作伙伴协议。",
    ];
    enrolls => [
        "Its enrollment as an indirect reseller begins. The capability becomes active once the partner has entered its customer support contact and accepted the indirect reseller agreement.",
        "開始註冊為間接經銷商。由該合作夥伴提供客戶支援連絡人，並接受間接經銷商合約，此資格才會啟用。",
        "开始注册为间接经销商。由该合作伙伴提供客户支持联系人，并接受间接经销商协议，此资格才会启用。",
    ];
    no_way_back => ["This can't be undone", "此動作無法復原", "此操作无法撤消"];
    ends_direct(customers) => [
        "It can't add new direct customers. Business with its {customers} direct customers continues",
        "無法新增直接客戶。與現有 {customers} 位直接客戶的業務照常進行",
        "无法新增直接客户。与现有 {customers} 个直接客户的业务照常进行",
    ];
    goes_on => [
        "Business under its other capabilities continues",
        "其他資格的業務照常進行",
        "其他资格的业务照常进行",
    ];
    who_is_told => [
        "Its global admins get an email with the reason, which is also kept in the organization's history.",
        "其全域管理員會收到載明原因的郵件。原因會記錄在該組織的歷程記錄中。",
        "其全局管理员会收到说明原因的邮件。原因会记录在该组织的历史记录中。",
    ];
}
