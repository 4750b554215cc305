//! For a customer's global admins: whether it is asked before a partner's order request is approved.

use leptos::prelude::*;

use crate::{
    context::use_lang,
    data,
    form::{Form, Posting, Submit},
    i18n::Lang,
    order_request::{
        api::{SetAskedFirst, asked_first},
        model::AskedFirst,
        words,
    },
    route,
    shell::{load::loaded_part, words as shell},
    ui::{Checkbox, PageHeader},
};

/// The page under settings.
#[component]
pub fn AskedFirstPage() -> impl IntoView {
    let lang = use_lang();
    let action = Posting::<SetAskedFirst>::new();
    let data = data::load(move || action.version().get(), |_| asked_first());
    let trail = vec![(route::SETTINGS.to_owned(), shell::settings(lang).to_owned())];
    view! {
        <div class="narrow">
            <PageHeader trail=trail title=words::setting_title(lang) lead=words::setting_lead(lang)/>
            {loaded_part(data, move |setting| shown(lang, setting, action))}
        </div>
    }
}

fn shown(lang: Lang, setting: AskedFirst, action: Posting<SetAskedFirst>) -> AnyView {
    let is_asked = setting.asked_first;
    view! {
        <Form action=action form="asked-first">
            <Checkbox name="asked_first" label=words::ask_us(lang) value="yes" checked=is_asked/>
            <div class="actions">
                <Submit>{words::save(lang)}</Submit>
            </div>
        </Form>
    }
    .into_any()
}
