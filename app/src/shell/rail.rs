//! The pages that an organization's capabilities and a user's roles open.

use leptos::prelude::*;
use leptos_router::components::A;
use tierline_core::{access::Action, organization::Capability, permission::SubjectKind};

use crate::{
    account::model::SessionInfo,
    context::{use_demo, use_lang, use_session},
    i18n::Lang,
    route,
    shell::words as text,
};

/// The list of pages, in the rail and in the drawer of narrow screens.
#[component]
pub fn Rail() -> impl IntoView {
    let lang = use_lang();
    let items = use_session()
        .map(|session| items(lang, &session, use_demo()))
        .unwrap_or_default();
    view! {
        <ul>
            {items
                .into_iter()
                .map(|(href, label)| view! { <li><A href=href exact={href == route::OVERVIEW}>{label}</A></li> })
                .collect_view()}
        </ul>
    }
}

fn items(lang: Lang, session: &SessionInfo, demo: bool) -> Vec<(&'static str, &'static str)> {
    use Capability as C;
    use SubjectKind::{Own, Program};
    let organization = session.organization.as_ref();
    let sees_partners = session.may(Action::ViewPartners, Own);
    [
        (
            organization.is_some(),
            route::OVERVIEW,
            text::overview(lang),
        ),
        (
            session.may(Action::ViewCustomers, Own),
            route::CUSTOMERS,
            text::customers(lang),
        ),
        (
            sees_partners && session.holds(C::IndirectProvider),
            route::INDIRECT_RESELLERS,
            text::indirect_resellers(lang),
        ),
        (
            sees_partners && session.holds(C::IndirectReseller),
            route::INDIRECT_PROVIDERS,
            text::indirect_providers(lang),
        ),
        (
            session.may(Action::ViewGrants, Own),
            route::GRANTS,
            text::grants(lang),
        ),
        (
            session.may(Action::ManageMail, Program),
            route::MAIL_DELIVERY,
            text::mail_delivery(lang),
        ),
        (demo, route::DEMO_MAILBOX, text::demo_mailbox(lang)),
        (true, route::SETTINGS, text::settings(lang)),
    ]
    .into_iter()
    .filter_map(|(shown, href, label)| shown.then_some((href, label)))
    .collect()
}

#[cfg(test)]
mod tests {
    use tierline_core::{
        ids::{OrganizationId, UserId},
        organization::Capabilities,
        role::{Role, RoleSet},
    };
    use uuid::Uuid;

    use super::*;
    use crate::account::model::session::SessionOrganization;

    fn pages(capability: Capability, role: Role) -> Vec<&'static str> {
        let session = SessionInfo {
            user: UserId::from_uuid(Uuid::from_u128(7)),
            user_name: "Ann".to_owned(),
            email: "ann@contoso.example".to_owned(),
            must_change_password: false,
            organization: Some(SessionOrganization {
                id: OrganizationId::from_uuid(Uuid::from_u128(1)),
                name: "Contoso".to_owned(),
                capabilities: Capabilities::only(capability),
                roles: RoleSet::EMPTY.with(role),
            }),
            others: Vec::new(),
        };
        let shown = items(Lang::En, &session, false);
        shown.into_iter().map(|(href, _)| href).collect()
    }

    #[test]
    fn nobody_is_led_to_a_page_that_the_role_may_not_see() {
        use Capability as C;
        let [first, last] = [route::OVERVIEW, route::SETTINGS];
        let (resellers, providers) = (route::INDIRECT_RESELLERS, route::INDIRECT_PROVIDERS);
        for (capability, role, between) in [
            (
                C::IndirectProvider,
                Role::AdminAgent,
                vec![route::CUSTOMERS, resellers],
            ),
            (
                C::IndirectProvider,
                Role::HelpdeskAgent,
                vec![route::CUSTOMERS],
            ),
            (
                C::IndirectReseller,
                Role::ReportViewer,
                vec![route::CUSTOMERS, providers],
            ),
            (
                C::IndirectReseller,
                Role::HelpdeskAgent,
                vec![route::CUSTOMERS],
            ),
            (C::Customer, Role::BillingAdmin, vec![route::GRANTS]),
            (C::Customer, Role::User, vec![]),
            (C::Operator, Role::ProgramAdmin, vec![route::MAIL_DELIVERY]),
            (C::Operator, Role::Reviewer, vec![]),
        ] {
            let expected: Vec<_> = [vec![first], between, vec![last]].concat();
            assert_eq!(pages(capability, role), expected, "{role:?}");
        }
    }
}
