//! Reseller relationships in words: events, refusals, actions and notices.

mod dates;

use tierline_core::{
    permission::relationship::Action,
    relationship::{Event, Origin, Refusal},
    text::GroupName,
};

use crate::{
    i18n::{Lang, messages, worded_codes},
    list::words::list,
    relationship::words,
    timeline::{Names, Subject, Telling},
    ui::{Glyph, Tone},
};

impl Telling for Event {
    fn sentence(&self, names: &Names<'_>) -> String {
        let lang = names.lang;
        match self {
            Event::Established {
                partner,
                customer,
                origin: Origin::Invitation { .. },
                grants,
                ..
            } => granted(
                lang,
                names.of(*customer),
                names.of(*partner),
                words::terms(lang, *grants),
            ),
            Event::Established {
                partner,
                customer,
                origin: Origin::Created { .. },
                grants,
                ..
            } => set_up(
                lang,
                names.of(*customer),
                names.of(*partner),
                words::terms(lang, *grants),
            ),
            Event::Granted { grants, .. } => {
                let terms = words::terms(lang, *grants);
                match names.subject() {
                    Some(Subject::Customer(name)) => granted_you_more(lang, name, terms),
                    Some(Subject::Partner(name)) => granted_more_to(lang, name, terms),
                    Some(Subject::Beside { customer, partner }) => {
                        granted(lang, customer, partner, terms)
                    }
                    _ => granted_more(lang, terms),
                }
            }
            Event::GrantEnded { grant, .. } => {
                let term = words::term(lang, *grant);
                match names.subject() {
                    Some(Subject::Customer(name)) => own_grant_ended(lang, name, term),
                    Some(Subject::Partner(name)) => grant_of_ended(lang, name, term),
                    Some(Subject::Beside { customer, partner }) => {
                        other_grant_ended(lang, customer, term, partner)
                    }
                    _ => grant_ended(lang, term),
                }
            }
            Event::Grouped { from, to, .. } => {
                let named = |groups: &[GroupName]| {
                    if groups.is_empty() {
                        no_group(lang).to_owned()
                    } else {
                        list(lang, groups.iter().map(|group| group.as_str()))
                    }
                };
                match names.subject() {
                    Some(Subject::Customer(name)) => {
                        customer_grouped(lang, name, named(from), named(to))
                    }
                    _ => grouped(lang, named(from), named(to)),
                }
            }
            Event::TenantOwnerGiven { .. } => match names.subject() {
                Some(Subject::Customer(name)) => owner_of(lang, name),
                Some(Subject::Partner(name)) => owner_is(lang, name),
                Some(Subject::Beside { customer, partner }) => {
                    owner_beside(lang, customer, partner)
                }
                _ => owner_given(lang).to_owned(),
            },
            Event::TenantOwnerTaken { .. } => match names.subject() {
                Some(Subject::Customer(name)) => no_owner_of(lang, name),
                Some(Subject::Partner(name)) => no_owner_is(lang, name),
                Some(Subject::Beside { customer, partner }) => {
                    no_owner_beside(lang, customer, partner)
                }
                _ => owner_taken(lang).to_owned(),
            },
            Event::EndDateSet { grant, ends, .. } => dates::set(names, *grant, *ends),
            Event::GrantExpired { grant, .. } => dates::grant_expired(names, *grant),
            Event::Expired { .. } => dates::expired(names),
            Event::RenewalAsked { until, .. } => dates::asked(names, *until),
            Event::Renewed { ends, .. } => dates::renewed(names, *ends),
            Event::PartnersParted { with, .. } => dates::parted(names, *with),
            Event::RenewalDeclined { reason, .. } => dates::declined(names, reason.as_ref()),
            Event::Ended { .. } => match names.subject() {
                Some(Subject::Customer(name)) => ended_with_you(lang, name),
                Some(Subject::Partner(name)) => ended_with(lang, name),
                Some(Subject::Beside { customer, partner }) => other_ended(lang, customer, partner),
                _ => relationship_ended(lang).to_owned(),
            },
        }
    }

    fn look(&self) -> (Tone, Glyph) {
        match self {
            Event::Established { .. } | Event::Granted { .. } => (Tone::Success, Glyph::Key),
            Event::TenantOwnerGiven { .. } => (Tone::Success, Glyph::Key),
            Event::GrantEnded { .. } | Event::TenantOwnerTaken { .. } => {
                (Tone::Warning, Glyph::Lock)
            }
            Event::Grouped { .. } => (Tone::Neutral, Glyph::Building),
            Event::Ended { .. } | Event::Expired { .. } => (Tone::Neutral, Glyph::Ban),
            Event::GrantExpired { .. } => (Tone::Warning, Glyph::Lock),
            Event::EndDateSet { .. } => (Tone::Neutral, Glyph::Clock),
            Event::RenewalAsked { .. } => (Tone::Neutral, Glyph::Mail),
            Event::Renewed { .. } => (Tone::Success, Glyph::Key),
            Event::PartnersParted { .. } => (Tone::Neutral, Glyph::Handshake),
            Event::RenewalDeclined { .. } => (Tone::Warning, Glyph::Ban),
        }
    }
}

/// A refusal in words.
pub(crate) fn refusal(lang: Lang, refusal: &Refusal) -> String {
    match refusal {
        Refusal::NoRelationship { partner, customer } => {
            no_relationship(lang, &partner.name, &customer.name)
        }
        Refusal::GrantMissing {
            partner,
            customer,
            grant,
        } => grant_missing(
            lang,
            &partner.name,
            &customer.name,
            words::term(lang, *grant),
        ),
        Refusal::RelationshipExists { partner, customer } => {
            relationship_exists(lang, &partner.name, &customer.name)
        }
        Refusal::TooManyPartners { customer, most } => {
            too_many_partners(lang, &customer.name, *most)
        }
        Refusal::PartnerIsNoCustomer { organization } => {
            partner_is_no_customer(lang, &organization.name)
        }
        Refusal::PartnerAndCustomer { first, second } => {
            partner_and_customer(lang, &first.name, &second.name)
        }
        Refusal::OwnerIsReseller { partner } => owner_is_reseller(lang, &partner.name),
        Refusal::NoPlatform { customer } => no_platform(lang, &customer.name),
        Refusal::OwnsTenant { partner } => owns_tenant(lang, &partner.name),
        Refusal::OwnsNoTenant { partner } => owns_no_tenant(lang, &partner.name),
        Refusal::NoNewDirectCustomers { organization } => {
            no_new_direct_customers(lang, &organization.name)
        }
        Refusal::EndDateOutOfRange { first, last } => dates::out_of_range(lang, *first, *last),
        Refusal::NothingToRenew { partner, customer } => {
            dates::nothing_to_renew(lang, &partner.name, &customer.name)
        }
        Refusal::RenewalAsked {
            customer,
            at,
            again,
        } => dates::asked_already(lang, &customer.name, *at, *again),
    }
}

/// An action as a phrase, for "To …, you need".
pub(crate) fn action(lang: Lang, action: Action) -> &'static str {
    match action {
        Action::RequestRelationship => request_relationship(lang),
        Action::InviteForBoth => invite_for_both(lang),
        Action::AcceptRelationship => accept_relationship(lang),
        Action::ViewGrants => view_grants(lang),
        Action::EndGrant => end_grant(lang),
        Action::EndRelationship => end_relationship(lang),
        Action::ChangeTenantOwner => change_tenant_owner(lang),
        Action::SetEndDate => dates::set_end_date(lang),
        Action::AskToRenew => dates::ask_to_renew(lang),
    }
}

worded_codes! {
    /// A finished action, reported on the page that follows.
    pub enum Notice {
        GrantEnded = "grant_ended" => done_grant_ended,
        RelationshipEnded = "relationship_ended" => done_relationship_ended,
        TenantOwnerGiven = "tenant_owner_given" => done_owner_given,
        TenantOwnerTaken = "tenant_owner_taken" => done_owner_taken,
        EndDatesSaved = "end_dates_saved" => dates::done_saved,
        RightsRenewed = "rights_renewed" => dates::done_renewed,
        RenewalDeclined = "renewal_declined" => dates::done_declined,
        RenewalsAsked = "renewals_asked" => dates::done_asked,
    }
}

messages! {
    // Events.
    granted(customer, partner, terms) => [
        "{customer} granted {partner} permissions: {terms}",
        "{customer} 授與 {partner}：{terms}",
        "{customer} 授予 {partner}：{terms}",
    ];
    set_up(customer, partner, terms) => [
        "Set up for {partner} with the new customer {customer}: {terms}",
        "隨新客戶 {customer} 為 {partner} 設定：{terms}",
        "随新客户 {customer} 为 {partner} 设置：{terms}",
    ];
    granted_more(terms) => ["Granted more permissions: {terms}", "授與了更多權限：{terms}", "授予了更多权限：{terms}"];
    granted_you_more(customer, terms) => [
        "{customer} granted you more permissions: {terms}",
        "{customer} 授與您更多權限：{terms}",
        "{customer} 授予你更多权限：{terms}",
    ];
    granted_more_to(partner, terms) => [
        "Granted {partner} more permissions: {terms}",
        "授與 {partner} 更多權限：{terms}",
        "授予 {partner} 更多权限：{terms}",
    ];
    own_grant_ended(customer, term) => [
        "{customer} removed your {term} permission",
        "{customer} 移除了您的「{term}」權限",
        "{customer} 移除了你的“{term}”权限",
    ];
    grant_of_ended(partner, term) => [
        "Removed the {term} permission from {partner}",
        "移除了 {partner} 的「{term}」權限",
        "移除了 {partner} 的“{term}”权限",
    ];
    other_grant_ended(customer, term, partner) => [
        "{customer} removed the {term} permission from {partner}",
        "{customer} 移除了 {partner} 的「{term}」權限",
        "{customer} 移除了 {partner} 的“{term}”权限",
    ];
    other_ended(customer, partner) => [
        "{customer} ended the reseller relationship with {partner}",
        "{customer} 結束了與 {partner} 的經銷商關係",
        "{customer} 结束了与 {partner} 的经销商关系",
    ];
    ended_with_you(customer) => [
        "{customer} ended the reseller relationship with you",
        "{customer} 結束了與您的經銷商關係",
        "{customer} 结束了与你的经销商关系",
    ];
    ended_with(partner) => [
        "Ended the reseller relationship with {partner}",
        "結束了與 {partner} 的經銷商關係",
        "结束了与 {partner} 的经销商关系",
    ];
    grant_ended(term) => [
        "Removed the {term} permission",
        "移除了「{term}」權限",
        "移除了“{term}”权限",
    ];
    customer_grouped(customer, from, to) => [
        "Changed the groups of {customer} from {from} to {to}",
        "將 {customer} 的群組由「{from}」變更為「{to}」",
        "将 {customer} 的组由“{from}”更改为“{to}”",
    ];
    grouped(from, to) => [
        "Changed the customer's groups from {from} to {to}",
        "將客戶的群組由「{from}」變更為「{to}」",
        "将客户的组由“{from}”更改为“{to}”",
    ];
    no_group => ["none", "無", "无"];
    relationship_ended => [
        "Ended the reseller relationship",
        "結束了經銷商關係",
        "结束了经销商关系",
    ];
    owner_of(customer) => [
        "{customer} made you tenant owner",
        "{customer} 將您設為租用戶擁有者",
        "{customer} 将你设为租户所有者",
    ];
    owner_is(partner) => [
        "Made {partner} tenant owner",
        "將 {partner} 設為租用戶擁有者",
        "将 {partner} 设为租户所有者",
    ];
    owner_beside(customer, partner) => [
        "{customer} made {partner} tenant owner",
        "{customer} 將 {partner} 設為租用戶擁有者",
        "{customer} 将 {partner} 设为租户所有者",
    ];
    owner_given => ["Tenant owner permissions granted", "授與了租用戶擁有者權限", "授予了租户所有者权限"];
    no_owner_of(customer) => [
        "{customer} removed your tenant owner permissions",
        "{customer} 移除了您的租用戶擁有者權限",
        "{customer} 移除了你的租户所有者权限",
    ];
    no_owner_is(partner) => [
        "Removed the tenant owner permissions of {partner}",
        "移除了 {partner} 的租用戶擁有者權限",
        "移除了 {partner} 的租户所有者权限",
    ];
    no_owner_beside(customer, partner) => [
        "{customer} removed the tenant owner permissions of {partner}",
        "{customer} 移除了 {partner} 的租用戶擁有者權限",
        "{customer} 移除了 {partner} 的租户所有者权限",
    ];
    owner_taken => ["Tenant owner permissions removed", "移除了租用戶擁有者權限", "移除了租户所有者权限"];

    // Refusals.
    owner_is_reseller(partner) => [
        "Only a reseller can be tenant owner, and {partner} doesn't serve this customer as one.",
        "只有經銷商可以成為租用戶擁有者，而 {partner} 並非以經銷商身分服務此客戶。",
        "只有经销商可以成为租户所有者，而 {partner} 并非以经销商身份服务此客户。",
    ];
    no_platform(customer) => [
        "{customer} has no active cloud platform plan. Once its provider orders one, a reseller can be made tenant owner.",
        "{customer} 沒有使用中的雲端平台方案。可由其提供者訂購，之後即可將經銷商設為租用戶擁有者。",
        "{customer} 没有有效的云平台方案。可由其提供商订购，之后即可将经销商设为租户所有者。",
    ];
    owns_tenant(partner) => [
        "{partner} is already tenant owner. You don't need to do anything.",
        "{partner} 已是租用戶擁有者。不需要再做任何事。",
        "{partner} 已是租户所有者。无需再做任何事。",
    ];
    owns_no_tenant(partner) => [
        "{partner} isn't tenant owner anymore. You don't need to do anything.",
        "{partner} 已不是租用戶擁有者。不需要再做任何事。",
        "{partner} 已不是租户所有者。无需再做任何事。",
    ];
    no_relationship(partner, customer) => [
        "{partner} doesn't have a relationship with {customer}. Request a reseller relationship, and a global admin of {customer} can authorize it.",
        "{partner} 與 {customer} 沒有關係。請要求建立經銷商關係，再由 {customer} 的全域管理員授權。",
        "{partner} 与 {customer} 没有关系。请请求建立经销商关系，再由 {customer} 的全局管理员授权。",
    ];
    grant_missing(partner, customer, grant) => [
        "{customer} hasn't granted {partner} the {grant} permission. Send a new request to ask for it; a global admin of {customer} decides.",
        "{customer} 尚未授與 {partner} 此權限：{grant}。請以新的要求提出，由 {customer} 的全域管理員決定。",
        "{customer} 尚未授予 {partner} 此权限：{grant}。请以新的请求提出，由 {customer} 的全局管理员决定。",
    ];
    relationship_exists(partner, customer) => [
        "{customer} has already granted all of this to {partner}. You don't need to do anything.",
        "{customer} 已將這些權限全部授與 {partner}。不需要再做任何事。",
        "{customer} 已将这些权限全部授予 {partner}。无需再做任何事。",
    ];
    too_many_partners(customer, most) => [
        "{customer} already has {most} partners, which is the maximum. A global admin of {customer} can end a relationship that's no longer needed.",
        "{customer} 已有 {most} 個合作夥伴，這是同時可有的上限。請由 {customer} 的全域管理員結束不再需要的關係。",
        "{customer} 已有 {most} 个合作伙伴，这是同时可有的上限。请由 {customer} 的全局管理员结束不再需要的关系。",
    ];
    partner_is_no_customer(organization) => [
        "{organization} is a partner in the program, and a partner's own tenant can't be a customer. Use a separate tenant that isn't in the program.",
        "{organization} 是計畫中的合作夥伴，而合作夥伴自己的租用戶不能成為任何人的客戶。請使用未加入計畫的獨立租用戶。",
        "{organization} 是计划中的合作伙伴，而合作伙伴自己的租户不能成为任何人的客户。请使用未加入计划的独立租户。",
    ];
    partner_and_customer(first, second) => [
        "{first} and {second} can't be partners in the program and also have a customer relationship with each other. End one before you start the other.",
        "{first} 與 {second} 不能同時是計畫中的合作夥伴，又互為合作夥伴與客戶。請先結束其中一種關係，再開始另一種。",
        "{first} 与 {second} 不能同时是计划中的合作伙伴，又互为合作伙伴与客户。请先结束其中一种关系，再开始另一种。",
    ];
    no_new_direct_customers(organization) => [
        "{organization} is moving from direct bill to the indirect model and can't add new direct customers. An indirect reseller invites new customers together with an indirect provider. If {organization} isn't one yet, a global admin can enroll it on the Enrollment page.",
        "{organization} 正從直接帳單轉移至間接模式，不再取得新的直接客戶。間接經銷商會與間接提供者共同邀請新客戶；若 {organization} 尚未成為間接經銷商，其全域管理員可以在「註冊」頁面註冊。",
        "{organization} 正从直接计费转移至间接模式，不再获得新的直接客户。间接经销商会与间接提供商共同邀请新客户；如果 {organization} 尚未成为间接经销商，其全局管理员可以在“注册”页面注册。",
    ];

    // Actions.
    request_relationship => ["request a reseller relationship", "要求建立經銷商關係", "请求建立经销商关系"];
    invite_for_both => [
        "invite customers for a reseller and a provider together",
        "為經銷商和提供者共同邀請客戶",
        "为经销商和提供商共同邀请客户",
    ];
    accept_relationship => [
        "answer a request for a reseller relationship",
        "回覆經銷商關係要求",
        "答复经销商关系请求",
    ];
    view_grants => ["view who can act for the organization", "查看誰可以代表組織", "查看谁可以代表组织"];
    end_grant => ["remove a partner's permission", "移除合作夥伴的權限", "移除合作伙伴的权限"];
    change_tenant_owner => [
        "make a reseller tenant owner, or remove its tenant owner permissions",
        "授與或移除經銷商的租用戶擁有者權限",
        "授予或移除经销商的租户所有者权限",
    ];
    end_relationship => ["end a reseller relationship", "結束經銷商關係", "结束经销商关系"];

    // Notices.
    done_grant_ended => ["Permission removed. The change took effect immediately.", "已移除權限，變更立即生效。", "已移除权限，更改立即生效。"];
    done_owner_given => [
        "The reseller is tenant owner on the cloud platform. You can remove these permissions at any time.",
        "該經銷商已成為雲端平台的租用戶擁有者。您隨時可以移除此權限。",
        "该经销商已成为云平台的租户所有者。你随时可以移除此权限。",
    ];
    done_owner_taken => [
        "The reseller is no longer tenant owner. The change took effect immediately.",
        "該經銷商已不再是租用戶擁有者，變更立即生效。",
        "该经销商已不再是租户所有者，更改立即生效。",
    ];
    done_relationship_ended => [
        "The relationship has ended. This partner can no longer act for you.",
        "已結束該關係。此合作夥伴不能再代表您行事。",
        "已结束该关系。此合作伙伴不能再代表你行事。",
    ];
}
