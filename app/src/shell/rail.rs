//! The pages that an organization's capabilities open.

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
    let partner = [C::IndirectProvider, C::IndirectReseller, C::DirectBill]
        .into_iter()
        .any(|c| session.holds(c));
    let acting = session.organization.is_some();
    [
        (acting, route::OVERVIEW, text::overview(lang)),
        (partner, route::CUSTOMERS, text::customers(lang)),
        (
            session.holds(C::IndirectProvider),
            route::INDIRECT_RESELLERS,
            text::indirect_resellers(lang),
        ),
        (
            session.holds(C::IndirectReseller),
            route::INDIRECT_PROVIDERS,
            text::indirect_providers(lang),
        ),
        (
            session.holds(C::Customer),
            route::GRANTS,
            text::grants(lang),
        ),
        (
            session
                .organization
                .as_ref()
                .and_then(|own| {
                    Action::ManageMail.permission(
                        &own.capabilities,
                        own.roles,
                        SubjectKind::Program,
                    )
                })
                .is_some(),
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
