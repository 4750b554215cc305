//! The application: the context that is available everywhere, and the list of areas.

use leptos::{prelude::*, tachys::view::iterators::StaticVec};
use leptos_meta::provide_meta_context;
use leptos_router::{
    any_nested_route::{AnyNestedRoute, IntoAnyNestedRoute as _},
    components::{ParentRoute, Router, Routes},
    path,
};

use crate::{
    account, agreement, catalog,
    context::provide_page,
    customer,
    demo::DemoBar,
    directory, enrollment, group, import, invitation,
    lazy::Area,
    license, mail, market, member, membership, operator, order, order_request, organization,
    overview, partnership, program, relationship, review, settings,
    shell::{Frame, Layout, Recount, Strip, not_found::NotFound},
    subscription,
};

/// The whole application, rendered by the server and hydrated in the browser.
///
/// The server renders every route completely before it answers (`render_app_async`), whatever a route says.
#[component]
pub fn App() -> impl IntoView {
    provide_meta_context();
    provide_page();
    provide_context(Strip(|| view! { <DemoBar/> }.into_any()));
    provide_context(Recount(|| Box::pin(overview::api::waits())));
    view! {
        <Router>
            <Routes fallback=|| view! { <Layout><NotFound/></Layout> }>
                <ParentRoute path=path!("") view=Frame>
                    <AreaRoutes/>
                </ParentRoute>
            </Routes>
        </Router>
    }
}

/// Prepares the page that the browser is on for hydration: loads its area, and from then on the areas of links that
/// are pointed at. Returns whether the page can be hydrated.
#[cfg(feature = "hydrate")]
pub async fn arrive() -> bool {
    crate::lazy::arrive(AREAS).await
}

/// Lists the areas by name; their pages are found in their `routes`. A fixed path stands before one with a parameter
/// in the same place, because the first match is taken.
macro_rules! areas {
    (areas: $($($area:ident)::+),+; documents: $($($document:ident)::+),+) => {
        /// The areas that are loaded when they are needed.
        pub(crate) const AREAS: &[Area] = &[$($($area)::+::AREA),+];

        #[component(transparent)]
        fn AreaRoutes() -> AnyNestedRoute {
            // Of one type, where a tuple would be compiled for each number of them.
            let routes = [$($($document)::+::routes(),)+ $($($area)::+::routes(),)+];
            StaticVec::from(routes.into_iter().flatten().collect::<Vec<_>>()).into_any_nested_route()
        }
    };
}

areas! {
    areas: overview::routes, invitation::routes, invitation::routes::detail, invitation::routes::request,
        customer::routes::wizard_begin, customer::routes::wizard, customer::routes, customer::routes::detail,
        order::routes, order::routes::history, order_request::routes::asking, order_request::routes, partnership::routes, partnership::routes::detail, relationship::routes, relationship::routes::renewing, review::routes, review::routes::detail,
        directory::routes, directory::routes::asks, directory::routes::review, mail::routes,
        subscription::routes, subscription::routes::bulk, subscription::routes::lists, member::routes, license::routes, import::routes, catalog::routes, group::routes, membership::routes, operator::routes, organization::routes, agreement::routes, agreement::routes::program, program::routes, market::routes, enrollment::routes,
        account::routes, account::routes::code, settings::routes;
    documents: account::routes::sign_in, invitation::routes::link, member::routes::link,
        enrollment::routes::visit, directory::routes::find
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_area_stands_before_a_path_of_another() {
        for area in AREAS {
            for path in area.paths {
                let example: Vec<_> = path
                    .split('/')
                    .map(|segment| {
                        if segment.starts_with(':') {
                            "7"
                        } else {
                            segment
                        }
                    })
                    .collect();
                let example = format!("/{}", example.join("/"));
                let found = AREAS.iter().find(|area| area.has(&example));
                assert_eq!(found.map(|found| found.name), Some(area.name), "{path}");
                let fitting = area
                    .paths
                    .iter()
                    .find(|path| crate::lazy::matches(path, &example));
                assert_eq!(fitting, Some(path), "a page stands before {path}");
            }
        }
    }
}
