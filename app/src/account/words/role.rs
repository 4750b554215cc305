//! Names of roles and capabilities.

use tierline_core::{organization::Capability, role::Role};

use crate::i18n::{Lang, messages};

/// The name of a role.
#[must_use]
pub fn role(lang: Lang, role: Role) -> &'static str {
    match role {
        Role::ProgramAdmin => program_admin(lang),
        Role::Reviewer => reviewer(lang),
        Role::GlobalAdmin => global_admin(lang),
        Role::AdminAgent => admin_agent(lang),
        Role::SalesAgent => sales_agent(lang),
        Role::HelpdeskAgent => helpdesk_agent(lang),
        Role::IncentivesAdmin => incentives_admin(lang),
        Role::ReportViewer => report_viewer(lang),
        Role::BillingAdmin => billing_admin(lang),
        Role::User => user(lang),
    }
}

/// The name of a role within a sentence.
#[must_use]
pub fn role_inside(lang: Lang, role: Role) -> &'static str {
    match role {
        Role::ProgramAdmin => program_admin_inside(lang),
        Role::Reviewer => reviewer_inside(lang),
        Role::GlobalAdmin => global_admin_inside(lang),
        Role::AdminAgent => admin_agent_inside(lang),
        Role::SalesAgent => sales_agent_inside(lang),
        Role::HelpdeskAgent => helpdesk_agent_inside(lang),
        Role::IncentivesAdmin => incentives_admin_inside(lang),
        Role::ReportViewer => report_viewer_inside(lang),
        Role::BillingAdmin => billing_admin_inside(lang),
        Role::User => user_inside(lang),
    }
}

/// The name of a capability.
#[must_use]
pub fn capability(lang: Lang, capability: Capability) -> &'static str {
    match capability {
        Capability::Operator => operator(lang),
        Capability::IndirectProvider => indirect_provider(lang),
        Capability::IndirectReseller => indirect_reseller(lang),
        Capability::DirectBill => direct_bill(lang),
        Capability::Customer => customer(lang),
    }
}

/// The name of a capability within a sentence.
#[must_use]
pub fn capability_inside(lang: Lang, capability: Capability) -> &'static str {
    match capability {
        Capability::Operator => operator_inside(lang),
        Capability::IndirectProvider => indirect_provider_inside(lang),
        Capability::IndirectReseller => indirect_reseller_inside(lang),
        Capability::DirectBill => direct_bill_inside(lang),
        Capability::Customer => customer_inside(lang),
    }
}

/// What an organization with this capability is, within a sentence: with its article, where the language has one.
#[must_use]
pub fn a_capability(lang: Lang, capability: Capability) -> &'static str {
    match capability {
        Capability::Operator => a_operator(lang),
        Capability::IndirectProvider => a_indirect_provider(lang),
        Capability::IndirectReseller => a_indirect_reseller(lang),
        Capability::DirectBill => a_direct_bill(lang),
        Capability::Customer => a_customer(lang),
    }
}

messages! {
    program_admin => ["Program admin", "計畫管理員", "计划管理员"];
    reviewer => ["Reviewer", "審查人員", "审核人员"];
    global_admin => ["Global admin", "全域管理員", "全局管理员"];
    admin_agent => ["Admin agent", "系統管理代理人", "管理员代理"];
    sales_agent => ["Sales agent", "銷售代理人", "销售代理"];
    helpdesk_agent => ["Helpdesk agent", "服務台代理人", "支持人员代理"];
    incentives_admin => ["Incentives admin", "獎勵管理員", "激励管理员"];
    report_viewer => ["Report viewer", "報表檢視者", "报表查看者"];
    billing_admin => ["Billing admin", "帳務管理員", "计费管理员"];
    user => ["User", "使用者", "用户"];
    operator => ["Operator", "營運者", "运营方"];
    indirect_provider => ["Indirect provider", "間接提供者", "间接提供商"];
    indirect_reseller => ["Indirect reseller", "間接經銷商", "间接经销商"];
    direct_bill => ["Direct-bill partner", "直接帳單合作夥伴", "直接计费合作伙伴"];
    customer => ["Customer", "客戶", "客户"];
    program_admin_inside => ["program admin", "計畫管理員", "计划管理员"];
    reviewer_inside => ["reviewer", "審查人員", "审核人员"];
    global_admin_inside => ["global admin", "全域管理員", "全局管理员"];
    admin_agent_inside => ["admin agent", "系統管理代理人", "管理员代理"];
    sales_agent_inside => ["sales agent", "銷售代理人", "销售代理"];
    helpdesk_agent_inside => ["helpdesk agent", "服務台代理人", "支持人员代理"];
    incentives_admin_inside => ["incentives admin", "獎勵管理員", "激励管理员"];
    report_viewer_inside => ["report viewer", "報表檢視者", "报表查看者"];
    billing_admin_inside => ["billing admin", "帳務管理員", "计费管理员"];
    user_inside => ["user", "使用者", "用户"];
    operator_inside => ["operator", "營運者", "运营方"];
    indirect_provider_inside => ["indirect provider", "間接提供者", "间接提供商"];
    indirect_reseller_inside => ["indirect reseller", "間接經銷商", "间接经销商"];
    direct_bill_inside => ["direct-bill partner", "直接帳單合作夥伴", "直接计费合作伙伴"];
    customer_inside => ["customer", "客戶", "客户"];
    a_operator => ["an operator", "營運者", "运营方"];
    a_indirect_provider => ["an indirect provider", "間接提供者", "间接提供商"];
    a_indirect_reseller => ["an indirect reseller", "間接經銷商", "间接经销商"];
    a_direct_bill => ["a direct-bill partner", "直接帳單合作夥伴", "直接计费合作伙伴"];
    a_customer => ["a customer", "客戶", "客户"];
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_within_a_sentence_is_the_same_but_for_its_capital() {
        for it in Capability::ALL {
            let name = capability(Lang::En, it);
            let inside = capability_inside(Lang::En, it);
            assert_eq!(inside, name.to_lowercase());
            let one = a_capability(Lang::En, it);
            assert!(one == format!("a {inside}") || one == format!("an {inside}"));
            for lang in [Lang::ZhHant, Lang::ZhHans] {
                assert_eq!(capability_inside(lang, it), capability(lang, it));
                assert_eq!(a_capability(lang, it), capability(lang, it));
            }
        }
        for it in Role::ALL {
            assert_eq!(role_inside(Lang::En, it), role(Lang::En, it).to_lowercase());
            for lang in [Lang::ZhHant, Lang::ZhHans] {
                assert_eq!(role_inside(lang, it), role(lang, it));
            }
        }
    }
}
