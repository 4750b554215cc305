//! Server functions: strings in, core types made of them, one call to the server, nothing else.

#[cfg(feature = "ssr")]
pub(crate) mod parse;

#[cfg(feature = "ssr")]
pub use server::Unanswered;
#[cfg(feature = "ssr")]
pub(crate) use server::{done, go, identity, list, portal, tell};

#[cfg(feature = "ssr")]
mod server {
    use std::sync::Arc;

    use leptos::prelude::use_context;

    use crate::{
        account::Identity,
        error::PortalError,
        list::{Listed, model::ListQuery},
        portal::{Lists as _, Portal},
        route,
        shell::notice_words::Done,
    };

    /// Told of each reason why a page did not get its data. A call from a browser has an answer, which its server sees;
    /// while a page is rendered, nothing else leaves the page.
    #[derive(Clone)]
    pub struct Unanswered(pub Arc<dyn Fn(&PortalError) + Send + Sync>);

    /// Tells the server why the data that is loaded now does not come.
    pub(crate) fn tell() -> impl Fn(&PortalError) + Send {
        let unanswered = use_context::<Unanswered>();
        move |error| {
            if let Some(Unanswered(tell)) = &unanswered {
                tell(error);
            }
        }
    }

    /// Sessions and preferences of the caller.
    pub(crate) fn identity() -> Result<Arc<dyn Identity>, PortalError> {
        use_context().ok_or(PortalError::Malformed)
    }

    /// The domain, for the caller.
    pub(crate) fn portal() -> Result<Arc<dyn Portal>, PortalError> {
        use_context().ok_or(PortalError::Malformed)
    }

    /// What the page with this list shows, by the query of its address.
    pub(crate) async fn list<L: Listed>(query: &str) -> Result<L::Page, PortalError> {
        portal()?.listed::<L>(ListQuery::parse(query)).await
    }

    /// After a success, goes to the page at this path, which says what was done.
    pub(crate) fn done(path: &str, what: impl Into<Done>) {
        go(&route::with_query(path, "done", &what.into().code()));
    }

    /// Goes to the page at this path, or to the overview if the path is not one of ours.
    pub(crate) fn go(path: &str) {
        leptos_axum::redirect(if route::is_local(path) {
            path
        } else {
            route::OVERVIEW
        });
    }
}
