//! The form with a file. A browser sends it and loads the page that the answer leads to; with scripts, `upload.js` does
//! so in the background and says how far it is. The module has no part in it.

use leptos::prelude::*;

use super::{ErrorSummary, FormState, own_user::OwnUser, request_id, state::Labels};
use crate::{context::use_reply, route::use_here};

/// A form with a file, which is posted to this path: one of its own, or a server function's that takes the file's
/// digest for it. The file is its last field, so that whatever belongs to it is known when it comes.
#[component]
pub fn UploadForm(
    /// The path.
    path: &'static str,
    /// Distinguishes several forms of one path on a page.
    #[prop(into)]
    form: String,
    /// Says that the file is on its way. Without it the browser sends the form as any other, in the foreground.
    #[prop(optional, into)]
    under_way: Option<String>,
    /// Fields and buttons.
    children: Children,
) -> impl IntoView {
    let reply = use_reply().filter(|reply| reply.function == path && reply.form == form);
    let error = reply.as_ref().map(|reply| reply.error.clone());
    let id = request_id::first(path, &form);
    provide_context(FormState {
        form: form.clone(),
        reply,
        error: Signal::stored(error),
        pending: Signal::stored(false),
        labels: Labels::default(),
    });
    let background = under_way.as_ref().map(|_| "");
    let progress = under_way.map(|words| {
        view! {
            <progress class="upload-progress" aria-label=words hidden=true max="1" value="0"></progress>
        }
    });
    view! {
        <form method="post" action=path enctype="multipart/form-data" data-upload=background novalidate=true>
            <input type="hidden" name="page" value=use_here()/>
            <input type="hidden" name="form" value=form/>
            <OwnUser/>
            <input type="hidden" name="request_id" value=id.clone()/>
            <ErrorSummary/>
            {children()}
            {progress}
        </form>
    }
}
