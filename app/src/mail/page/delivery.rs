//! For the operator: mails that could not be delivered, to be sent again.

use leptos::prelude::*;

use crate::{
    context::use_lang,
    data,
    form::{Form, Posting, Submit},
    i18n::{Lang, Moment},
    list::{
        model::{ListQuery, Page},
        view,
    },
    mail::{api::ResendMail, list as spec, model::MailRow, words},
    shell::load::{loaded, use_list_query},
    ui::{Address, EmptyState, PageHeader},
};

/// The page.
#[component]
pub fn MailDeliveryPage() -> impl IntoView {
    let lang = use_lang();
    let query = use_list_query();
    let action = Posting::<ResendMail>::new();
    let data = data::load(
        move || (query.get(), action.version().get()),
        |(query, _)| spec::dead_mails(query.to_string()),
    );
    loaded(data, move |mails| {
        show(lang, mails, &query.get_untracked(), action).into_any()
    })
}

fn show(
    lang: Lang,
    mails: Page<MailRow>,
    query: &ListQuery,
    action: Posting<ResendMail>,
) -> impl IntoView + use<> {
    let shown = view::list(
        &spec::dead(lang),
        query,
        mails,
        Vec::new(),
        || {
            view! { <EmptyState title=words::delivery_empty(lang) why=words::delivery_empty_why(lang)/> }
                .into_any()
        },
        |mail, _| row(lang, mail, action).into_any(),
    );
    view! {
        <PageHeader title=words::delivery(lang) lead=words::delivery_lead(lang)/>
        {shown}
    }
}

fn row(lang: Lang, mail: MailRow, action: Posting<ResendMail>) -> impl IntoView {
    let id = mail.id.to_string();
    view! {
        <tr>
            <th scope="row">{mail.subject}</th>
            <td class="cell-second" data-label=words::to(lang)><Address at=mail.to/></td>
            <td class="cell-last" data-label=words::at(lang)><Moment at=mail.at short=true/></td>
            <td class="cell-note" data-label=words::error(lang)>{mail.error}</td>
            <td class="row-actions">
                <Form action=action form=id.clone()>
                    <input type="hidden" name="mail" value=id/>
                    <Submit look="quiet">{words::resend(lang)}</Submit>
                </Form>
            </td>
        </tr>
    }
}
