//! The pages that an organization's capabilities and a user's roles open.

use leptos::prelude::*;
use leptos_router::hooks::use_location;
use tierline_core::{access::Action, organization::Capability, permission::SubjectKind};

use crate::{
    account::model::SessionInfo,
    context::{PageInfo, use_demo, use_lang, use_session},
    i18n::Lang,
    route,
    shell::{waits::Waiting, words as text},
    ui::{Glyph, Icon},
};

/// The list of pages, in the rail and in the drawer of narrow screens.
#[component]
pub fn Rail() -> impl IntoView {
    let lang = use_lang();
    let items = use_session()
        .map(|session| items(lang, &session, use_demo()))
        .unwrap_or_default();
    let path = use_location().pathname;
    let place = use_context::<Place>();
    // The page itself knows best where it belongs, but only once it is there.
    let belongs = Memo::new(move |_| {
        let path = path.get();
        let said = place.and_then(|place| place.said(&path));
        said.or_else(|| belongs(&path, use_session().as_ref()))
    });
    let lights = move |href: &'static str| {
        path.with(|path| is_at(path, href)) || belongs.get() == Some(href)
    };
    let waiting = use_context::<Waiting>();
    let count = move |href: &'static str| waiting.map_or(0, |waiting| waiting.at(href));
    let (last, first): (Vec<_>, Vec<_>) = items.into_iter().partition(|item| item.is_apart());
    let list = move |items: Vec<Item>| {
        let entries = items.into_iter().map(move |Item { href, label, glyph }| {
            view! {
                <li>
                    <a href=href aria-current=move || lights(href).then_some("page")>
                        <Icon glyph=glyph/>
                        <span class="rail-label">{label}</span>
                        {move || badge(lang, count(href))}
                    </a>
                </li>
            }
        });
        view! { <ul>{entries.collect_view()}</ul> }
    };
    view! {
        {list(first)}
        {list(last)}
    }
}

/// The number of items that wait behind an entry.
fn badge(lang: Lang, count: u64) -> Option<impl IntoView> {
    let shown = match count {
        0 => return None,
        1..=99 => count.to_string(),
        _ => "99+".to_owned(),
    };
    let said = text::waiting(lang, &shown);
    Some(view! {
        <span class="rail-count" aria-hidden="true">{shown}</span>
        <span class="visually-hidden">" " {said}</span>
    })
}

/// An entry of the navigation.
struct Item {
    href: &'static str,
    label: &'static str,
    glyph: Glyph,
}

impl Item {
    /// Whether it is none of the organization's own pages, and so stands apart at the end.
    fn is_apart(&self) -> bool {
        [route::DEMO_MAILBOX, route::SETTINGS].contains(&self.href)
    }
}

/// Where a page belongs whose address does not tell.
#[derive(Clone, Copy)]
pub(crate) struct Place(RwSignal<Option<(String, &'static str)>>);

impl Place {
    /// What the server said of the page that it rendered.
    pub(super) fn of(page: &PageInfo) -> Place {
        let path = page.location.split('?').next().unwrap_or_default();
        let entry = page.entry.as_deref().and_then(|entry| {
            let own = [route::INDIRECT_RESELLERS, route::CUSTOMERS];
            own.into_iter().find(|own| *own == entry)
        });
        Place(RwSignal::new(entry.map(|entry| (path.to_owned(), entry))))
    }

    /// The page at this path belongs to that entry.
    pub(crate) fn say(self, path: String, entry: &'static str) {
        self.0.set(Some((path, entry)));
    }

    fn said(self, path: &str) -> Option<&'static str> {
        self.0.with(|said| {
            said.as_ref()
                .filter(|(at, _)| at == path)
                .map(|(_, it)| *it)
        })
    }
}

/// Whether this path is that of the entry or below it; everything is below the overview.
fn is_at(path: &str, entry: &str) -> bool {
    path == entry || (entry != route::OVERVIEW && is_below(path, entry))
}

fn is_below(path: &str, above: &str) -> bool {
    path.strip_prefix(above)
        .is_some_and(|rest| rest.starts_with('/'))
}

/// The entry of a page that is below none, as far as the organization's capabilities tell. A provider asks resellers
/// and customers.
fn belongs(path: &str, session: Option<&SessionInfo>) -> Option<&'static str> {
    use Capability as C;
    let holds = |capability| session.is_some_and(|session| session.holds(capability));
    if [route::CHOOSE_ORGANIZATION, route::ENROLLMENT].contains(&path)
        || is_below(path, route::ENROLL)
    {
        return Some(route::SETTINGS);
    }
    // It is signed from the overview.
    if is_below(path, route::SIGN_AGREEMENT) {
        return Some(route::OVERVIEW);
    }
    // A partner comes there from its customers.
    if is_at(path, route::LICENSES) {
        return Some(if holds(C::Customer) {
            route::LICENSE_USERS
        } else {
            route::CUSTOMERS
        });
    }
    if is_at(path, route::IMPORTS) {
        return Some(route::REGISTRY);
    }
    if is_below(path, route::PARTNERSHIPS) || is_at(path, route::PARTNER_ASKS) {
        Some(if holds(C::IndirectProvider) {
            route::INDIRECT_RESELLERS
        } else {
            route::INDIRECT_PROVIDERS
        })
    } else {
        (is_below(path, route::INVITATIONS) && !holds(C::IndirectProvider))
            .then_some(route::CUSTOMERS)
    }
}

fn items(lang: Lang, session: &SessionInfo, demo: bool) -> Vec<Item> {
    use Capability as C;
    use SubjectKind::{Own, Program};
    let organization = session.organization.as_ref();
    let sees_partners = session.may(Action::ViewPartners, Own);
    let sees_subscriptions =
        session.may(Action::ViewCustomers, Own) || session.may(Action::ViewSubscriptions, Own);
    // A partner that orders itself asks nobody.
    let sides = [C::IndirectProvider, C::IndirectReseller, C::Customer];
    let asks_or_orders = sides.into_iter().any(|side| session.holds(side));
    [
        (
            organization.is_some(),
            route::OVERVIEW,
            text::overview(lang),
            Glyph::Tasks,
        ),
        (
            session.may(Action::ViewCustomers, Own),
            route::CUSTOMERS,
            text::customers(lang),
            Glyph::People,
        ),
        (
            sees_partners && session.holds(C::IndirectProvider),
            route::INDIRECT_RESELLERS,
            text::indirect_resellers(lang),
            Glyph::Network,
        ),
        (
            sees_partners && session.holds(C::IndirectReseller),
            route::INDIRECT_PROVIDERS,
            text::indirect_providers(lang),
            Glyph::Network,
        ),
        (
            session.may(Action::ManageLicenses, Own),
            route::LICENSE_USERS,
            text::users_and_licenses(lang),
            Glyph::People,
        ),
        (
            session.may(Action::ViewOwnLicenses, Own),
            route::OWN_LICENSES,
            text::my_licenses(lang),
            Glyph::Card,
        ),
        (
            sees_subscriptions,
            route::SUBSCRIPTIONS,
            text::subscriptions(lang),
            Glyph::Folder,
        ),
        (
            sees_subscriptions,
            route::RENEWALS,
            text::renewals(lang),
            Glyph::Clock,
        ),
        (
            sees_subscriptions,
            route::ORDERS,
            text::orders(lang),
            Glyph::Cart,
        ),
        (
            session.may(Action::ViewGrants, Own),
            route::GRANTS,
            text::grants(lang),
            Glyph::Key,
        ),
        (
            session.may(Action::ViewOrderRequests, Own) && asks_or_orders,
            route::ORDER_REQUESTS,
            text::order_requests(lang),
            Glyph::Cart,
        ),
        (
            sees_subscriptions,
            route::STATEMENT,
            text::statement(lang),
            Glyph::Document,
        ),
        (
            session.may(Action::ReviewEnrollments, Program),
            route::CASES,
            text::cases(lang),
            Glyph::Folder,
        ),
        (
            session.may(Action::ManageOrganizations, Program),
            route::ORGANIZATIONS,
            text::organizations(lang),
            Glyph::Building,
        ),
        (
            session.may(Action::ManageMembers, Program),
            route::REGISTRY,
            text::registry(lang),
            Glyph::Card,
        ),
        (
            session.may(Action::ManageCatalog, Program),
            route::CATALOG,
            text::catalog(lang),
            Glyph::Cart,
        ),
        (
            session.may(Action::ManageAgreements, Program),
            route::AGREEMENTS,
            text::agreements(lang),
            Glyph::Document,
        ),
        (
            session.may(Action::ReviewListings, Program),
            route::LISTING_CHANGES,
            text::listing_changes(lang),
            Glyph::Store,
        ),
        (
            session.may(Action::ManageMail, Program),
            route::MAIL_DELIVERY,
            text::mail_delivery(lang),
            Glyph::Mail,
        ),
        (
            demo,
            route::DEMO_MAILBOX,
            text::demo_mailbox(lang),
            Glyph::Inbox,
        ),
        (true, route::SETTINGS, text::settings(lang), Glyph::Sliders),
    ]
    .into_iter()
    .filter_map(|(shown, href, label, glyph)| shown.then_some(Item { href, label, glyph }))
    .collect()
}

#[cfg(test)]
mod tests;
