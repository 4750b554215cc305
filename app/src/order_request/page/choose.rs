//! New subscriptions to ask for: the provider, the chosen lines by term and plan, and the catalog to add from, as in
//! the form of an order.

use leptos::prelude::*;

use super::{ask::Address, forms};
use crate::{
    catalog::{self, Catalog, ChosenLines, Total},
    form::{Form, Posting, Submit},
    i18n::Lang,
    order_request::{
        api::{AskForOrder, NEW},
        model::{AskForOrderPage as Data, ProductChoice},
        words,
    },
    ui::{ButtonLink, Choice, Select, Task, TaskSummary},
};

pub(super) fn choose(
    lang: Lang,
    page: Data,
    address: Address,
    back: String,
    action: Posting<AskForOrder>,
) -> AnyView {
    let may_order = page.providers.iter().find(|provider| provider.may_order);
    let first = may_order.or(page.providers.first());
    let first = first.map(|provider| provider.party.id.to_string());
    let provider = Some(address.provider).filter(|it| !it.is_empty()).or(first);
    let providers: Vec<Choice> = page
        .providers
        .iter()
        .map(|provider| {
            let name = &provider.party.name;
            let words = if provider.may_order {
                name.to_string()
            } else {
                words::may_not_order(lang, name)
            };
            Choice::new(provider.party.id.to_string(), words)
        })
        .collect();
    let hidden = forms::hidden(vec![
        ("customer", page.customer.id.to_string()),
        ("what", NEW.to_owned()),
    ]);
    let Some(ProductChoice { products, chosen }) = page.choice else {
        return ().into_any();
    };
    let keys: Vec<String> = chosen.iter().map(|line| line.key().to_string()).collect();
    let total = chosen.clone();
    view! {
        <Form action=action>
            {hidden}
            // Return in a field presses the first button, so it must not be one that goes on or removes.
            <button type="submit" class="visually-hidden" name="go" value="search" tabindex="-1">{catalog::words::update(lang)}</button>
            <Task>
                <ChosenLines chosen=chosen/>
                <div class="narrow">
                    <Select
                        name="provider"
                        label=words::asked_provider(lang)
                        options=providers
                        value=provider.unwrap_or_default()
                    />
                </div>
                <TaskSummary label=catalog::words::summary(lang)>
                    <Total chosen=total/>
                    <div class="actions">
                        <Submit name="go" value="review">{words::review(lang)}</Submit>
                        <ButtonLink href=back look="plain">{crate::ui::words::cancel(lang)}</ButtonLink>
                    </div>
                </TaskSummary>
                <Catalog products=products search=address.search chosen=keys filter=address.filter/>
            </Task>
        </Form>
    }
    .into_any()
}
