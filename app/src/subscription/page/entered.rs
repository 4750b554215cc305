//! What is entered for a change: the fields, and once they were previewed what was entered. The fields stand beside
//! nothing that could be submitted, so nobody submits another number than the one whose cost is on the page.

use leptos::prelude::*;

use super::change::Asked;
use crate::{
    catalog::words as catalog,
    error::PortalError,
    i18n::Lang,
    route,
    subscription::{
        model::{Doing, SubscriptionPage, plan_code, plan_of, plans},
        words::change as words,
    },
    ui::{Choice, Field, NavigationForm, Section, Select},
};

/// What this needs: a number of licenses, a product, a term with a billing plan.
const fn needs(what: Doing) -> Option<(bool, bool, bool)> {
    match what {
        Doing::Licenses => Some((true, false, false)),
        Doing::Upgrade => Some((false, true, false)),
        Doing::Schedule => Some((true, true, true)),
        _ => None,
    }
}

/// The fields of what needs any. They become the address, so that nothing typed is lost whatever comes.
pub(super) fn fields(
    lang: Lang,
    what: Doing,
    asked: &Asked,
    page: &SubscriptionPage,
    problem: Option<PortalError>,
) -> Option<AnyView> {
    let (counts, names, renews) = needs(what)?;
    let it = &page.subscription;
    // What is scheduled already is where a change of it begins.
    let begun = match &it.course.pending {
        Some(pending) if renews => pending.change,
        _ => it.as_is(),
    };
    let typed = |typed: &str, otherwise: String| match typed {
        "" => otherwise,
        typed => typed.to_owned(),
    };
    let quantity = typed(&asked.quantity, begun.quantity.get().to_string());
    let plan = typed(&asked.plan, plan_code(begun.plan));
    let upgraded = asked.quantity.is_empty() && begun.sku != it.sku;
    let product = if upgraded {
        begun.sku.to_string()
    } else {
        asked.product.clone()
    };
    let prompt = if renews {
        words::same_product(lang, &page.product)
    } else {
        words::choose(lang).to_owned()
    };
    let targets = page.targets.iter();
    let targets: Vec<Choice> = targets
        .map(|target| Choice::new(target.sku.to_string(), target.name.clone()))
        .collect();
    let plans: Vec<Choice> = plans()
        .filter(|plan| page.kind.has(*plan))
        .map(|plan| Choice::new(plan_code(plan), catalog::plan(lang, plan)))
        .collect();
    let path = format!("{}/change", route::subscription(it.id));
    Some(
        view! {
            <NavigationForm path=path form="fields" problem=problem>
                <input type="hidden" name="what" value=what.code()/>
                {counts.then(move || view! {
                    <Field name="quantity" label=words::quantity(lang) value=quantity inputmode="numeric" width="short"/>
                })}
                {names.then(move || view! {
                    <Select name="product" label=words::product(lang) options=targets value=product prompt=prompt/>
                })}
                {renews.then(move || view! {
                    <Select name="plan" label=words::plan(lang) options=plans value=plan/>
                })}
                <div class="actions">
                    <button type="submit" class="button button-quiet">{words::preview(lang)}</button>
                </div>
            </NavigationForm>
        }
        .into_any(),
    )
}

/// What was entered and is previewed below, with the way back to the fields.
pub(super) fn entered(
    lang: Lang,
    what: Doing,
    asked: &Asked,
    page: &SubscriptionPage,
) -> Option<AnyView> {
    let (counts, names, renews) = needs(what)?;
    let quantity = match asked.quantity.as_str() {
        "" => page.subscription.quantity.get().to_string(),
        typed => typed.to_owned(),
    };
    let quantity = counts.then(|| format!("{}: {quantity}", words::quantity(lang)));
    let product = names.then(|| match asked.product.parse() {
        Ok(sku) => page.name(sku),
        Err(_) => page.product.clone(),
    });
    let plan = plan_of(&asked.plan).filter(|_| renews);
    let plan = plan.map(|plan| catalog::plan(lang, plan));
    let says = [quantity, product, plan].into_iter().flatten();
    let says = says.collect::<Vec<_>>().join(" · ");
    let path = format!("{}/change", route::subscription(page.subscription.id));
    let fields = [
        ("what", what.code().to_owned()),
        ("quantity", asked.quantity.clone()),
        ("product", asked.product.clone()),
        ("plan", asked.plan.clone()),
        ("edit", "yes".to_owned()),
    ];
    let fields = fields.map(|(name, value)| {
        view! { <input type="hidden" name=name value=value/> }
    });
    Some(
        view! {
            <Section title=words::entered(lang) id="entered">
                <p>{says}</p>
                <NavigationForm path=path>
                    {fields.collect_view()}
                    <div class="actions">
                        <button type="submit" class="button button-quiet">{words::enter_again(lang)}</button>
                    </div>
                </NavigationForm>
            </Section>
        }
        .into_any(),
    )
}
