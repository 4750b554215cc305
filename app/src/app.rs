//! The application: what is in context everywhere, and which areas it has.

use leptos::prelude::*;
use leptos_meta::provide_meta_context;
use leptos_router::{
    any_nested_route::{AnyNestedRoute, IntoAnyNestedRoute as _},
    components::{ParentRoute, Router, Routes},
    path,
};

use crate::{
    account,
    context::provide_page,
    customer,
    demo::DemoBar,
    invitation,
    lazy::Area,
    mail, order, overview, partnership, relationship,
    shell::{Frame, Layout, Strip, not_found::NotFound},
};

/// The whole application, rendered by the server and hydrated in the browser.
///
/// The server renders every route completely before it answers (`render_app_async`), whatever a route says.
#[component]
pub fn App() -> impl IntoView {
    provide_meta_context();
    provide_page();
    provide_context(Strip(|| view! { <DemoBar/> }.into_any()));
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

/// Readies the page that the browser is on to be taken over: loads its area, and from now on those of links that are
/// pointed at. Can it be?
#[cfg(feature = "hydrate")]
pub async fn arrive() -> bool {
    crate::lazy::arrive(AREAS).await
}

/// Lists the areas, each by its name: what they have is found in their `routes`. A fixed path stands before one with a
/// parameter in its place: the first that fits is taken.
macro_rules! areas {
    (lazy: $($($area:ident)::+),+; at once: $($($public:ident)::+),+) => {
        /// The areas that are loaded when they are needed.
        pub(crate) const AREAS: &[Area] = &[$($($area)::+::AREA),+];

        #[component(transparent)]
        fn AreaRoutes() -> AnyNestedRoute {
            (
                ($($($public)::+::public_routes(),)+),
                ($($($area)::+::routes(),)+),
            )
                .into_any_nested_route()
        }
    };
}

areas! {
    lazy: overview::routes, invitation::routes, invitation::link, customer::routes, order::routes,
        partnership::routes, relationship::routes, mail::routes, account::routes;
    at once: account::routes
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
