//! The page on which a refusal can be put right.

use tierline_core::{
    Refusal,
    access::Action,
    agreement::AgreementKind,
    organization::{self, Capability, CapabilityState},
    partnership,
    permission::SubjectKind,
    refusal::NextStep,
    relationship,
};

use crate::{
    account::model::SessionInfo,
    i18n::{Lang, messages},
    route,
};

/// Address and words of the link to the next step, if the reader has a page for it. Signing in leads back to `back`, if
/// it is given.
#[must_use]
pub fn remedy(
    lang: Lang,
    refusal: &Refusal,
    session: Option<&SessionInfo>,
    back: Option<&str>,
) -> Option<(String, String)> {
    if refusal.next_step() == NextStep::SignIn {
        let href = back.map_or_else(|| route::SIGN_IN.to_owned(), route::sign_in_to_return);
        return Some((href, sign_in(lang).to_owned()));
    }
    match refusal.next_step() {
        NextStep::SetUpSecondFactor => {
            let words = set_up_second_factor(lang).to_owned();
            return Some((route::SECOND_FACTOR.to_owned(), words));
        }
        NextStep::OpenSettings => {
            return Some((route::SETTINGS.to_owned(), go_to_settings(lang).to_owned()));
        }
        NextStep::RemovePasskey => {
            let words = go_to_second_factor(lang).to_owned();
            return Some((route::SECOND_FACTOR.to_owned(), words));
        }
        _ => {}
    }
    let session = session?;
    let own = session.organization.as_ref()?.id;
    if let NextStep::OpenUsers | NextStep::OpenMemberInvitation { .. } = refusal.next_step()
        && session.may(Action::ManageUsers, SubjectKind::Own)
    {
        return Some((route::USERS.to_owned(), go_to_users(lang).to_owned()));
    }
    if let NextStep::RestoreUser { customer, user } = refusal.next_step() {
        let words = restore_user(lang).to_owned();
        return Some((route::removed_user(customer, user), words));
    }
    if let NextStep::OpenSubscription { subscription } = refusal.next_step()
        && [SubjectKind::Own, SubjectKind::Customer]
            .into_iter()
            .any(|on| session.may(Action::ManageLicenses, on))
    {
        let words = see_assigned_users(lang).to_owned();
        return Some((route::license_holders(subscription), words));
    }
    let partner = [
        Capability::IndirectProvider,
        Capability::IndirectReseller,
        Capability::DirectBill,
    ]
    .into_iter()
    .any(|capability| session.holds(capability));
    let (href, words) = match (refusal.next_step(), refusal) {
        (NextStep::OpenEnrollment, _) if session.may(Action::Enroll, SubjectKind::Own) => {
            (route::ENROLLMENT.to_owned(), go_to_enrollment(lang))
        }
        (
            NextStep::SignAgreement,
            Refusal::Organization(organization::Refusal::AgreementUnsigned { organization }),
        ) if organization.id == own => {
            let sign = session.may(Action::SignAgreement, SubjectKind::Own);
            let words = if sign { read_and_sign } else { see_who_signs };
            (
                route::sign_agreement(what_to_sign(session).code()),
                words(lang),
            )
        }
        (NextStep::SignAgreement, Refusal::Agreement(_)) => {
            (route::OVERVIEW.to_owned(), go_to_overview(lang))
        }
        (
            NextStep::AssociateMpnId,
            Refusal::Organization(organization::Refusal::MpnIdMissing { organization }),
        ) if organization.id == own => (route::IDENTIFIERS.to_owned(), go_to_identifiers(lang)),
        (NextStep::AssociateMpnId, Refusal::Membership(_)) if partner => {
            (route::IDENTIFIERS.to_owned(), go_to_identifiers(lang))
        }
        // A partner enrolls as a reseller itself.
        (
            _,
            Refusal::Organization(organization::Refusal::CapabilityInactive {
                organization,
                capability: Capability::IndirectReseller,
                state: None,
            })
            | Refusal::Relationship(relationship::Refusal::NoNewDirectCustomers { organization }),
        ) if organization.id == own && session.may(Action::Enroll, SubjectKind::Own) => {
            (route::ENROLLMENT.to_owned(), go_to_enrollment(lang))
        }
        (NextStep::RequestPartnership, _) if session.holds(Capability::IndirectProvider) => (
            route::REQUEST_PARTNERSHIP.to_owned(),
            request_partnership(lang),
        ),
        (NextStep::InviteForBoth { customer, provider }, _)
            if session.holds(Capability::IndirectReseller) =>
        {
            (
                route::invite_for_both(provider, Some(customer)),
                invite_for_both(lang),
            )
        }
        (
            NextStep::RequestRelationship { customer },
            Refusal::Relationship(relationship::Refusal::NoRelationship {
                partner: asking, ..
            }),
        ) if partner && asking.id == own => (
            route::request_relationship(customer),
            request_relationship(lang),
        ),
        (
            NextStep::AskForGrant { customer, .. },
            Refusal::Relationship(relationship::Refusal::GrantMissing {
                partner: asking, ..
            }),
        ) if partner && asking.id == own => (
            route::request_relationship(customer),
            request_relationship(lang),
        ),
        // The provider reads on the partnership's page how it stands.
        (
            NextStep::AskPartner { .. },
            Refusal::Partnership(partnership::Refusal::TenantAdminMissing { .. }),
        ) if session.holds(Capability::IndirectProvider) => {
            (route::INDIRECT_RESELLERS.to_owned(), go_to_resellers(lang))
        }
        (NextStep::AskPartner { .. }, _) if session.holds(Capability::IndirectReseller) => {
            (route::INDIRECT_PROVIDERS.to_owned(), go_to_providers(lang))
        }
        (NextStep::OpenInvitation { invitation }, _) if partner => {
            (route::invitation(invitation), open_invitation(lang))
        }
        (NextStep::SwitchOrganization, _) if !session.others.is_empty() => (
            route::CHOOSE_ORGANIZATION.to_owned(),
            switch_organization(lang),
        ),
        (_, Refusal::Organization(organization::Refusal::RegionMismatch { .. })) => {
            (route::CSP_REGION.to_owned(), see_own_region(lang))
        }
        _ => return None,
    };
    Some((href, words.to_owned()))
}

/// The agreement that makes an unsigned partner one that does business. A partner of two kinds that is still to become
/// a reseller has signed the first one.
fn what_to_sign(session: &SessionInfo) -> AgreementKind {
    let capabilities = session.organization.as_ref().map(|own| own.capabilities);
    let becomes_reseller = capabilities.is_some_and(|all| {
        all.state(Capability::IndirectReseller) == Some(CapabilityState::Qualified)
            && (all.indirect_provider.is_some() || all.direct_bill.is_some())
    });
    if becomes_reseller {
        AgreementKind::IndirectResellerAgreement
    } else {
        AgreementKind::PartnerAgreement
    }
}

messages! {
    read_and_sign => ["Read and sign", "閱讀並簽署", "阅读并签署"];
    see_who_signs => ["See who can sign", "查看可簽署的人員", "查看可签署的人员"];
    see_own_region => ["See your region", "查看您的地區", "查看你的区域"];
    sign_in => ["Sign in", "登入", "登录"];
    set_up_second_factor => ["Set up a second factor", "設定雙步驟驗證", "设置双重验证"];
    go_to_second_factor => ["Go to Second factor", "前往雙步驟驗證", "转到双重验证"];
    go_to_settings => ["Go to Settings", "前往設定", "转到设置"];
    go_to_users => ["Go to User management", "前往使用者管理", "转到用户管理"];
    restore_user => ["Restore the user", "還原使用者", "还原用户"];
    go_to_enrollment => ["Go to Enrollment", "前往註冊", "转到注册"];
    go_to_identifiers => ["Go to Identifiers", "前往識別碼", "转到标识符"];
    go_to_overview => ["Go to Overview", "前往概觀", "转到概述"];
    go_to_providers => ["Go to Indirect providers", "前往間接提供者", "转到间接提供商"];
    go_to_resellers => ["Go to Indirect resellers", "前往間接經銷商", "转到间接经销商"];
    request_partnership => ["Request a partnership", "要求建立合作關係", "请求建立合作关系"];
    request_relationship => ["Request a reseller relationship", "要求建立經銷商關係", "请求建立经销商关系"];
    invite_for_both => ["Invite the customer for both", "為雙方邀請客戶", "为双方邀请客户"];
    see_assigned_users => ["See assigned users", "查看已指派的使用者", "查看已分配的用户"];
    open_invitation => ["View the open request", "查看未完成的要求", "查看未完成的请求"];
    switch_organization => ["Choose another organization", "選擇其他組織", "选择其他组织"];
}
