//! What is said of suspensions, and of marks for offboarding.

use crate::i18n::messages;

messages! {
    // Capabilities.
    added(capability) => [
        "The program operator added a capability: {capability}",
        "計畫營運者新增了資格：{capability}",
        "计划运营方添加了资格：{capability}",
    ];
    added_named(name, capability) => [
        "A capability was added to {name}: {capability}",
        "已為 {name} 新增資格：{capability}",
        "已为 {name} 添加资格：{capability}",
    ];
    capability_alone(organization, capability) => [
        "{organization} isn't a partner, or {capability} isn't a partner's capability. Only partners can have several capabilities.",
        "{organization} 不是合作夥伴，或「{capability}」不是合作夥伴的資格。只有合作夥伴可以擁有多種資格。",
        "{organization} 不是合作伙伴，或“{capability}”不是合作伙伴的资格。只有合作伙伴可以拥有多种资格。",
    ];
    capability_held(organization, capability) => [
        "{organization} already has this capability: {capability}.",
        "{organization} 已有此資格：{capability}。",
        "{organization} 已有此资格：{capability}。",
    ];

    // The location of the MPN ID.
    location_inactive(mpn) => [
        "The location of the MPN ID {mpn} became inactive in the member registry: no new business",
        "MPN ID {mpn} 所屬位置在成員登錄中已停用：無法開展新業務",
        "MPN ID {mpn} 所属位置在成员登记册中已停用：无法开展新业务",
    ];
    location_elsewhere(mpn, country) => [
        "The MPN ID {mpn} belongs to a location in {country}, not in the organization's country/region: no new business",
        "MPN ID {mpn} 所屬位置在{country}，不在組織的國家/地區：無法開展新業務",
        "MPN ID {mpn} 所属位置在{country}，不在组织的国家/地区：无法开展新业务",
    ];
    location_active(mpn) => [
        "The location of the MPN ID {mpn} is active again in the member registry",
        "MPN ID {mpn} 所屬位置在成員登錄中已恢復使用",
        "MPN ID {mpn} 所属位置在成员登记册中已恢复使用",
    ];
    mpn_location_inactive(organization, mpn) => [
        "The location of the MPN ID {mpn} of {organization} isn't active in the member registry, or is in another country/region. Choose another location under Identifiers.",
        "{organization} 的 MPN ID {mpn} 所屬位置在成員登錄中已停用，或在其他國家/地區。請於「識別碼」選擇其他位置。",
        "{organization} 的 MPN ID {mpn} 所属位置在成员登记册中已停用，或在其他国家/地区。请于“标识符”中选择其他位置。",
    ];

    // Suspension.
    suspended_event(capabilities) => [
        "The program operator suspended the organization: {capabilities}",
        "計畫營運者暫停了此組織：{capabilities}",
        "计划运营方暂停了此组织：{capabilities}",
    ];
    suspended_named(name, capabilities) => [
        "{name} was suspended: {capabilities}",
        "{name} 已暫停：{capabilities}",
        "{name} 已暂停：{capabilities}",
    ];
    lifted_named(name, capabilities) => [
        "The suspension of {name} was lifted: {capabilities}",
        "已解除 {name} 的暫停：{capabilities}",
        "已解除 {name} 的暂停：{capabilities}",
    ];
    suspension_lifted(capabilities) => [
        "The program operator lifted the suspension: {capabilities}",
        "計畫營運者解除了暫停：{capabilities}",
        "计划运营方解除了暂停：{capabilities}",
    ];
    nothing_to_suspend(organization) => [
        "{organization} can't do new business as a partner right now, so there's nothing to suspend.",
        "{organization} 沒有可暫停的資格：目前無法以合作夥伴身分開展新業務。",
        "{organization} 没有可暂停的资格：目前无法以合作伙伴身份开展新业务。",
    ];
    not_suspended(organization) => [
        "{organization} isn't suspended, so there's nothing to lift.",
        "{organization} 並未暫停，無須解除。如有疑問，請檢視歷程記錄。",
        "{organization} 并未暂停，无需解除。如有疑问，请查看历史记录。",
    ];
    enrollment_suspended => [
        "Suspended as an indirect reseller: a failed enrollment check wasn't resolved in time",
        "間接經銷商資格已暫停：註冊中未通過的檢查未在期限內解決",
        "间接经销商资格已暂停：注册中未通过的检查未在期限内解决",
    ];
    enrollment_suspended_named(name) => [
        "{name} was suspended because a failed enrollment check wasn't resolved in time",
        "{name} 因註冊而暫停：未通過的檢查未在期限內解決",
        "{name} 因注册而暂停：未通过的检查未在期限内解决",
    ];
    enrollment_passed(state) => [
        "Every enrollment check has passed, which ended the suspension. As an indirect reseller: {state}",
        "已通過註冊的所有檢查，因註冊而起的暫停已結束。間接經銷商：{state}",
        "已通过注册的所有检查，因注册而起的暂停已结束。间接经销商：{state}",
    ];

    // Offboarding.
    marked(from) => [
        "The program operator marked the organization for offboarding from direct bill, from {from}",
        "計畫營運者將此組織標記為移出直接帳單，自 {from} 起",
        "计划运营方将此组织标记为移出直接计费，自 {from} 起",
    ];
    marked_named(name, from) => [
        "{name} was marked for offboarding from direct bill, from {from}",
        "{name} 已標記為移出直接帳單，自 {from} 起",
        "{name} 已标记为移出直接计费，自 {from} 起",
    ];
    offboarding_begun => [
        "Offboarding from direct bill began: no new direct customers",
        "開始移出直接帳單：無法新增直接客戶",
        "开始移出直接计费：无法新增直接客户",
    ];
    taken_back => [
        "The program operator removed the offboarding mark",
        "計畫營運者取消了移出標記",
        "计划运营方取消了移出标记",
    ];
    taken_back_named(name) => [
        "The offboarding mark of {name} was removed",
        "已取消 {name} 的移出標記",
        "已取消 {name} 的移出标记",
    ];
    not_direct_bill(organization) => [
        "{organization} isn't a direct-bill partner, so there's nothing to offboard.",
        "{organization} 目前不是直接帳單合作夥伴，沒有可移出的資格。",
        "{organization} 目前不是直接计费合作伙伴，没有可移出的资格。",
    ];
    marked_already(organization) => [
        "{organization} is already marked for offboarding. To change the day, remove the mark first.",
        "{organization} 已標記為移出。如需變更日期，請先取消標記。",
        "{organization} 已标记为移出。如需更改日期，请先取消标记。",
    ];
    unmarked(organization) => [
        "{organization} isn't marked for offboarding, so there's no mark to remove.",
        "{organization} 並未標記為移出，沒有可取消的標記。",
        "{organization} 并未标记为移出，没有可取消的标记。",
    ];
    offboarding_past(from) => [
        "A mark can't apply from {from}, which is in the past. Choose a later day, or leave it empty to apply the mark now.",
        "標記不能自已過去的 {from} 起適用。請選擇較晚的日期，或留空以立即適用。",
        "标记不能自已过去的 {from} 起适用。请选择较晚的日期，或留空以立即适用。",
    ];
    move_begun(organization) => [
        "{organization} has begun to become an indirect reseller. That can't be undone, so the mark stays.",
        "{organization} 已開始轉為間接經銷商。此程序無法復原，因此標記維持不變。",
        "{organization} 已开始转为间接经销商。此过程无法撤消，因此标记保持不变。",
    ];
}
