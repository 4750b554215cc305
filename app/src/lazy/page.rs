//! A page of an area, as the router sees it.

use core::{future, pin::Pin};

use leptos::prelude::*;
use leptos_router::{
    ChooseView, NestedRoute,
    any_nested_route::{AnyNestedRoute, IntoAnyNestedRoute as _},
    hooks::use_location,
    location::Location,
};

use super::{Pattern, matches};

/// The module of an area could not be loaded: the network failed, or the portal has a newer version by now.
pub(crate) type NotLoaded = leptos::wasm_split::SplitLoaderError;

/// A value that is available once the area is loaded.
pub(crate) type Coming<T> = Pin<Box<dyn Future<Output = Result<T, NotLoaded>>>>;

/// A page at a path, whose area is loaded before the router removes the old page.
#[derive(Clone, Copy)]
pub(crate) struct LazyPage {
    /// The path, as its route writes it.
    pub path: &'static str,
    /// Loads the area.
    pub load: fn() -> Coming<()>,
    /// The page.
    pub show: fn() -> Coming<AnyView>,
}

/// A route, whatever it is of.
pub(crate) type AreaRoute = AnyNestedRoute;

impl LazyPage {
    /// Its route.
    pub(crate) fn route(self) -> AreaRoute {
        NestedRoute::new(Pattern(self.path), self).into_any_nested_route()
    }
}

impl ChooseView for LazyPage {
    async fn choose(self) -> AnyView {
        match (self.show)().await {
            Ok(view) => view,
            Err(_) => load_document(&use_location()).await,
        }
    }

    async fn preload(&self) {
        // The server has every area.
        if cfg!(feature = "ssr") {
            return;
        }
        let mut going = Going {
            to: use_location(),
            path: self.path,
            arrived: false,
        };
        let loaded = (self.load)().await;
        going.arrived = true;
        if loaded.is_err() {
            load_document::<()>(&going.to).await;
        }
    }
}

/// A page that the browser's half does not have.
#[cfg(feature = "hydrate")]
#[derive(Clone, Copy)]
pub(crate) struct Elsewhere;

#[cfg(feature = "hydrate")]
impl ChooseView for Elsewhere {
    async fn choose(self) -> AnyView {
        load_document(&use_location()).await
    }

    async fn preload(&self) {
        load_document(&use_location()).await
    }
}

/// Has the browser load the page as a document. Never completes, so the previous page stays until the document loads.
async fn load_document<T>(to: &Location) -> T {
    go(to);
    future::pending().await
}

fn go(to: &Location) {
    let mut address = to.pathname.get_untracked();
    let search = to.search.get_untracked();
    if !search.is_empty() {
        address.push('?');
        address.push_str(&search);
    }
    address.push_str(&to.hash.get_untracked());
    // Fails only for an invalid address, and this one is valid.
    let _ = window().location().set_href(&address);
}

/// On the way to a page. If the user goes elsewhere in the meantime, the router drops this. If the new target is the
/// same page for another object, the router believes that the page is shown already, and would go on showing the
/// previous one.
struct Going {
    to: Location,
    path: &'static str,
    arrived: bool,
}

impl Drop for Going {
    fn drop(&mut self) {
        if !self.arrived && matches(self.path, &self.to.pathname.get_untracked()) {
            go(&self.to);
        }
    }
}
