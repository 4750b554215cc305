//! Areas that the browser loads on the way to one of their pages: each is a module of its own beside the main one.
//!
//! An area names its pages once, with `pages!`; the application lists its areas. While an area is loading, the previous
//! page stays as it is; if loading fails, the whole document is loaded instead, which needs no module at all.

mod page;
mod pages;
mod path;
#[cfg(feature = "hydrate")]
mod prefetch;

#[cfg(feature = "hydrate")]
pub(crate) use page::Elsewhere;
pub(crate) use page::{AreaRoute, Coming, LazyPage, NotLoaded};
pub(crate) use pages::{documents, pages};
pub(crate) use path::{Pattern, matches};

/// An area: the paths of its pages, and how to load its module.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Area {
    /// The name of its module.
    #[cfg_attr(
        not(feature = "ssr"),
        expect(dead_code, reason = "only the server asks for modules by their names")
    )]
    pub name: &'static str,
    /// The paths of its pages, as routes write them.
    pub paths: &'static [&'static str],
    /// Loads its module; completes at once if it is loaded already.
    pub load: fn() -> Coming<()>,
}

impl Area {
    /// Whether this area has a page at this path.
    #[must_use]
    pub(crate) fn has(&self, path: &str) -> bool {
        self.paths.iter().any(|pattern| matches(pattern, path))
    }
}

/// Loads the area of the page that the browser is on, and from then on the areas of links that are pointed at. Returns
/// whether the page's area is loaded.
#[cfg(feature = "hydrate")]
pub(crate) async fn arrive(areas: &'static [Area]) -> bool {
    prefetch::watch_links(areas);
    let path = leptos::prelude::location().pathname().unwrap_or_default();
    match areas.iter().find(|area| area.has(&path)) {
        Some(area) => (area.load)().await.is_ok(),
        None => true,
    }
}
