//! **Customer groups** under settings.

use leptos::prelude::*;

use crate::{
    context::use_lang,
    data,
    form::{FieldLabels, Form, Posting, Submit},
    group::{
        api::{AddCustomerGroup, RemoveCustomerGroup, RenameCustomerGroup, customer_groups},
        model::{COUNTED, GroupRow, GroupsPage as Data},
        words,
    },
    i18n::{Lang, number},
    refusal::RefusedBy,
    route,
    shell::{load::loaded, words as shell},
    timeline::PagedTimeline,
    ui::{Dialog, EmptyState, Field, PageHeader, Section, Table},
};

/// The actions behind the page's forms.
#[derive(Clone, Copy)]
struct Actions {
    add: Posting<AddCustomerGroup>,
    rename: Posting<RenameCustomerGroup>,
    remove: Posting<RemoveCustomerGroup>,
}

/// The page at `/settings/customer-groups`.
#[component]
pub fn GroupsPage() -> impl IntoView {
    let lang = use_lang();
    provide_context(FieldLabels(words::field));
    let actions = Actions {
        add: Posting::new(),
        rename: Posting::new(),
        remove: Posting::new(),
    };
    let data = data::load(
        move || {
            (
                actions.add.version().get(),
                actions.rename.version().get(),
                actions.remove.version().get(),
            )
        },
        |_| customer_groups(),
    );
    loaded(data, move |page| view(lang, page, actions).into_any())
}

fn view(lang: Lang, page: Data, actions: Actions) -> impl IntoView {
    let trail = vec![(route::SETTINGS.to_owned(), shell::settings(lang).to_owned())];
    let is_kept = page.may_keep.is_ok();
    let add = match page.may_keep {
        Ok(()) => view! {
            <Form action=actions.add form="add-group">
                <Field
                    name="name"
                    label=words::name(lang)
                    hint=words::name_hint(lang)
                    maxlength=60u32
                />
                <div class="actions">
                    <Submit>{words::add(lang)}</Submit>
                </div>
            </Form>
        }
        .into_any(),
        Err(refusal) => {
            view! { <RefusedBy label=words::add(lang) refusal=refusal id="why-add"/> }.into_any()
        }
    };
    let table = if page.groups.is_empty() {
        view! { <EmptyState title=words::empty(lang) why=words::empty_why(lang)/> }.into_any()
    } else {
        let rows = page.groups.into_iter();
        let rows = rows
            .map(|group| row(lang, group, is_kept, actions))
            .collect_view();
        view! {
            <Table caption=words::title(lang)>
                <thead>
                    <tr>
                        <th scope="col">{words::name(lang)}</th>
                        <th scope="col" class="numeric">{words::customers(lang)}</th>
                        <th scope="col" class="numeric">{words::narrowed_users(lang)}</th>
                        <th scope="col">
                            <span class="visually-hidden">{words::actions(lang)}</span>
                        </th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </Table>
        }
        .into_any()
    };
    view! {
        <PageHeader trail=trail title=words::title(lang) lead=words::lead(lang)/>
        {table}
        <Section title=words::add_title(lang)>{add}</Section>
        <Section title=words::history(lang)><PagedTimeline history=page.timeline/></Section>
    }
}

fn row(lang: Lang, group: GroupRow, is_kept: bool, actions: Actions) -> impl IntoView {
    let id = group.id.to_string();
    let href = route::customers_in(&id);
    let customers = if group.customers > COUNTED {
        words::more_than(lang, number(COUNTED))
    } else {
        number(group.customers)
    };
    let does = is_kept.then(|| changes(lang, &id, &group, actions));
    view! {
        <tr>
            <th scope="row">{group.name.clone()}</th>
            <td class="numeric" data-label=words::customers(lang)><a href=href>{customers}</a></td>
            <td class="numeric" data-label=words::narrowed_users(lang)>{number(group.users)}</td>
            <td>{does}</td>
        </tr>
    }
}

/// **Rename** and **Remove**, each in a dialog of its own.
fn changes(lang: Lang, id: &str, group: &GroupRow, actions: Actions) -> AnyView {
    let (rename, remove) = (format!("rename-{id}"), format!("remove-{id}"));
    let (renamed, removed) = (id.to_owned(), id.to_owned());
    let name = group.name.clone();
    let removal = match group.may_remove.clone() {
        Ok(()) => view! {
            <Dialog
                id=format!("dialog-{remove}")
                opener=words::remove(lang)
                look="quiet"
                title=words::remove_title(lang, &name)
                form=remove.clone()
            >
                <p>{words::remove_what(lang)}</p>
                <Form action=actions.remove form=remove>
                    <input type="hidden" name="group" value=removed/>
                    <Submit look="danger">{words::remove(lang)}</Submit>
                </Form>
            </Dialog>
        }
        .into_any(),
        Err(refusal) => {
            let why = format!("why-{remove}");
            view! { <RefusedBy label=words::remove(lang) refusal=refusal id=why/> }.into_any()
        }
    };
    view! {
        <div class="cluster">
            <Dialog
                id=format!("dialog-{rename}")
                opener=words::rename(lang)
                look="quiet"
                title=words::rename_title(lang, &name)
                form=rename.clone()
            >
                <Form action=actions.rename form=rename>
                    <input type="hidden" name="group" value=renamed/>
                    <Field name="name" label=words::name(lang) value=name.clone() maxlength=60u32/>
                    <Submit>{words::rename(lang)}</Submit>
                </Form>
            </Dialog>
            {removal}
        </div>
    }
    .into_any()
}
