//! Components rendered as on the server.

mod action;
mod field;
mod header;
mod list;
mod show;
mod timeline;

use leptos::prelude::*;
use leptos_router::{components::Router, location::RequestUrl};

use crate::{
    context::{PageInfo, provide_page},
    error::PortalError,
    form::FormReply,
};

/// The markup of a view on the page at this address.
pub(crate) fn render_at<V: IntoView + 'static>(
    address: &str,
    page: PageInfo,
    view: impl FnOnce() -> V + Send + 'static,
) -> String {
    Owner::new().with(|| {
        provide_context(RequestUrl::new(address));
        provide_context(page);
        provide_page();
        // Without the markers that only hydration needs.
        view! { <Router>{view()}</Router> }
            .to_html()
            .replace("<!>", "")
    })
}

pub(crate) fn render<V: IntoView + 'static>(view: impl FnOnce() -> V + Send + 'static) -> String {
    render_at("/here", PageInfo::default(), view)
}

/// A page to which a form of the sign-in function came back.
fn page_with_reply(form: &str, fields: &[(&str, &str)], error: PortalError) -> PageInfo {
    use leptos::server_fn::ServerFn;
    let fields = fields
        .iter()
        .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))
        .collect();
    let function = crate::account::api::session::SignIn::PATH.to_owned();
    PageInfo {
        reply: Some(FormReply {
            user: None,
            function,
            form: form.to_owned(),
            fields,
            error,
        }),
        ..PageInfo::default()
    }
}
