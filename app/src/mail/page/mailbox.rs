//! The demo mailbox: every written mail, so that a whole story can be walked through on one machine.

mod message;

pub use message::DemoMailPage;

use leptos::prelude::*;

use crate::{
    context::use_lang,
    data,
    i18n::{Lang, Moment},
    list::{
        model::{ListQuery, Page},
        view,
    },
    mail::{
        list as spec,
        model::{MailRow, MailStatus},
        words,
    },
    route,
    shell::load::{loaded, use_list_query},
    ui::{Address, Badge, EmptyState, Glyph, PageHeader, Tone},
};

/// The list of mails.
#[component]
pub fn DemoMailboxPage() -> impl IntoView {
    let lang = use_lang();
    let query = use_list_query();
    let data = data::load(
        move || query.get(),
        |query| spec::mailbox(query.to_string()),
    );
    loaded(data, move |mails| {
        show(lang, mails, &query.get_untracked()).into_any()
    })
}

fn show(lang: Lang, mails: Page<MailRow>, query: &ListQuery) -> impl IntoView + use<> {
    let shown = view::list(
        &spec::all(lang),
        query,
        mails,
        Vec::new(),
        || {
            view! { <EmptyState title=words::mailbox_empty(lang) why=words::mailbox_empty_why(lang)/> }
                .into_any()
        },
        |mail, _| row(lang, mail).into_any(),
    );
    view! {
        <PageHeader title=words::mailbox(lang) lead=words::mailbox_lead(lang)/>
        {shown}
    }
}

fn row(lang: Lang, mail: MailRow) -> impl IntoView {
    view! {
        <tr>
            <th scope="row"><a href=route::demo_mail(mail.id)>{mail.subject}</a></th>
            <td class="cell-second" data-label=words::to(lang)><Address at=mail.to/></td>
            <td class="cell-last" data-label=words::at(lang)><Moment at=mail.at short=true/></td>
            <td class="cell-value" data-label=words::status(lang)><MailState status=mail.status/></td>
        </tr>
    }
}

/// The state of a mail.
#[component]
pub(crate) fn MailState(
    /// The state.
    status: MailStatus,
) -> impl IntoView {
    let lang = use_lang();
    let (tone, glyph) = match status {
        MailStatus::Queued => (Tone::Info, Glyph::Clock),
        MailStatus::Retrying => (Tone::Warning, Glyph::Undo),
        MailStatus::Sent => (Tone::Success, Glyph::Check),
        MailStatus::Dead => (Tone::Danger, Glyph::Cross),
    };
    let word = spec::status(lang, status);
    view! { <Badge tone=tone glyph=glyph>{word}</Badge> }
}
