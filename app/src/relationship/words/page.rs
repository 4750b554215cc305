//! A customer's own page: the partners that can act for it.

use crate::i18n::messages;

messages! {
    title => ["Who can act for us", "誰可以代表我們", "谁可以代表我们"];
    lead => [
        "Every permission your organization has granted to a partner, where it came from, and how to remove it. Changes take effect immediately.",
        "您的組織授與合作夥伴的每項權限、其來源以及移除方式。變更會立即生效。",
        "你的组织授予合作伙伴的每项权限、其来源以及移除方式。更改会立即生效。",
    ];
    none => ["No partners can act for you", "沒有合作夥伴可以代表您", "没有合作伙伴可以代表你"];
    none_why => [
        "A partner can act for you only after a global admin accepts its invitation. The link is in the invitation email.",
        "只有在全域管理員接受邀請後，合作夥伴才能代表您行事。連結位於邀請郵件中。",
        "只有在全局管理员接受邀请后，合作伙伴才能代表你行事。链接位于邀请邮件中。",
    ];
    in_force => ["Active", "有效", "有效"];
    past => ["No longer active", "已失效", "已失效"];
    right => ["Permission", "權限", "权限"];
    state => ["State", "狀態", "状态"];
    since => ["Since", "開始於", "开始于"];
    action => ["Action", "動作", "操作"];
    accepted_by(name) => ["Accepted by {name}", "由 {name} 接受", "由 {name} 接受"];
    created_by(name) => [
        "Set up by {name} when your tenant was created",
        "由 {name} 在建立您的租用戶時設定",
        "由 {name} 在创建你的租户时设定",
    ];
    together_with(name) => ["Together with {name}", "與 {name} 一起", "与 {name} 一起"];
    keep_grant => ["Keep permission", "保留此權限", "保留此权限"];
    keep_relationship => ["Keep relationship", "保留關係", "保留关系"];
    end_grant => ["Remove", "移除", "移除"];
    end_all => ["End relationship", "結束關係", "结束关系"];
    tenant_owner => ["Tenant owner on the cloud platform", "雲端平台的租用戶擁有者", "云平台的租户所有者"];
    tenant_owner_why => [
        "A tenant owner manages your account on the cloud platform. Only your global admins can grant these permissions. They end with the relationship.",
        "租用戶擁有者可管理您在雲端平台的帳戶。只有您的全域管理員可以授與此權限；關係結束時權限也會結束。",
        "租户所有者可管理你在云平台的帐户。只有你的全局管理员可以授予此权限；关系结束时权限也会结束。",
    ];
    is_owner => ["Yes, since", "是，開始於", "是，开始于"];
    is_no_owner => ["No", "否", "否"];
    give_ownership => ["Make tenant owner", "設為租用戶擁有者", "设为租户所有者"];
    take_ownership => ["Remove tenant owner permissions", "移除租用戶擁有者權限", "移除租户所有者权限"];
    ended(name) => ["Relationship with {name} (ended)", "與 {name} 的關係（已結束）", "与 {name} 的关系（已结束）"];
    subscriptions => ["Your subscriptions", "您的訂閱", "你的订阅"];
    history => ["History", "歷程記錄", "历史记录"];
}
