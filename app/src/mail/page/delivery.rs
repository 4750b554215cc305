//! For the operator: mails that could not be delivered, to be sent again.

use leptos::prelude::*;

use crate::{
    context::use_lang,
    data,
    form::{Form, Submit},
    i18n::{Lang, Moment},
    list::model::Page,
    mail::{
        api::{ResendMail, dead_mails},
        model::MailRow,
        words,
    },
    shell::load::{loaded, use_list_query},
    ui::{EmptyState, PageHeader, Pager, Table},
};

/// The page.
#[component]
pub fn MailDeliveryPage() -> impl IntoView {
    let lang = use_lang();
    let query = use_list_query();
    let action = ServerAction::<ResendMail>::new();
    let data = data::load(
        move || (query.get(), action.version().get()),
        |(query, _)| dead_mails(query.cursor),
    );
    loaded(data, move |mails| view(lang, mails, action).into_any())
}

fn view(lang: Lang, mails: Page<MailRow>, action: ServerAction<ResendMail>) -> impl IntoView {
    let body = if mails.rows.is_empty() {
        view! { <EmptyState title=words::delivery_empty(lang) why=words::delivery_empty_why(lang)/> }.into_any()
    } else {
        let shown = mails.rows.len();
        let rows = mails
            .rows
            .into_iter()
            .map(|mail| row(lang, mail, action))
            .collect_view();
        view! {
            <Table caption=words::delivery(lang) dense=true>
                <thead>
                    <tr>
                        <th scope="col">{words::subject(lang)}</th>
                        <th scope="col">{words::to(lang)}</th>
                        <th scope="col">{words::at(lang)}</th>
                        <th scope="col">{words::error(lang)}</th>
                        <th scope="col"><span class="visually-hidden">{words::action(lang)}</span></th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </Table>
            <Pager shown=shown total=mails.total previous=mails.previous next=mails.next/>
        }
        .into_any()
    };
    view! {
        <PageHeader title=words::delivery(lang) lead=words::delivery_lead(lang)/>
        {body}
    }
}

fn row(lang: Lang, mail: MailRow, action: ServerAction<ResendMail>) -> impl IntoView {
    let id = mail.id.to_string();
    view! {
        <tr>
            <th scope="row">{mail.subject}</th>
            <td data-label=words::to(lang)>{mail.to}</td>
            <td data-label=words::at(lang)><Moment at=mail.at/></td>
            <td data-label=words::error(lang)>{mail.error}</td>
            <td class="row-actions">
                <Form action=action form=id.clone()>
                    <input type="hidden" name="mail" value=id/>
                    <Submit look="quiet">{words::resend(lang)}</Submit>
                </Form>
            </td>
        </tr>
    }
}
