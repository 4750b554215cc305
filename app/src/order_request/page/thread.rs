//! What reseller, provider and customer have written about a request.

use leptos::prelude::*;

use crate::{
    form::{Form, Posting, Submit},
    i18n::{Lang, Moment},
    order_request::{
        api::WriteOrderRequest,
        model::{OrderRequestPage, ThreadMessage},
        words,
    },
    refusal::RefusedBy,
    route,
    ui::{Section, TextArea},
};

/// The messages, the oldest first, and a form for another one.
pub(super) fn thread(
    lang: Lang,
    page: &OrderRequestPage,
    write: Posting<WriteOrderRequest>,
) -> AnyView {
    let id = page.request.id;
    let earlier = page.earlier.map(|before| {
        let href = format!("{}?before={before}#thread", route::order_request(id));
        view! { <p><a href=href>{words::earlier(lang)}</a></p> }
    });
    let list = if page.messages.is_empty() {
        view! { <p class="muted">{words::no_messages(lang)}</p> }.into_any()
    } else {
        let messages = page.messages.iter().cloned();
        let items = messages.map(message).collect_view();
        view! { <ol class="stack thread">{items}</ol> }.into_any()
    };
    let form = match page.may_write.clone() {
        Ok(()) => view! {
            <Form action=write form="write">
                <input type="hidden" name="order_request" value=id.to_string()/>
                <TextArea name="message" label=words::message(lang) rows=4 maxlength=8000u32/>
                <div class="actions">
                    <Submit look="quiet">{words::write(lang)}</Submit>
                </div>
            </Form>
        }
        .into_any(),
        Err(refusal) => {
            view! { <RefusedBy label=words::write(lang) refusal=refusal id="why-write"/> }
                .into_any()
        }
    };
    view! {
        <Section title=words::thread(lang) lead=words::thread_lead(lang) id="thread">
            {earlier}
            {list}
            {form}
        </Section>
    }
    .into_any()
}

fn message(message: ThreadMessage) -> impl IntoView {
    let ThreadMessage {
        by,
        organization,
        at,
        text,
        ..
    } = message;
    view! {
        <li class="card">
            <p class="muted">{by} ", " {organization} " · " <Moment at=at/></p>
            <p class="as-typed">{text}</p>
        </li>
    }
}
