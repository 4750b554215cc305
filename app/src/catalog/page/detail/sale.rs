//! Whether a product is sold and within which limits, and what the operator can change of it.

use leptos::prelude::*;
use tierline_core::{catalog::Limits, ids::SkuId};

use crate::{
    catalog::{
        api::sale::{SellProductAgain, SetProductLimits, TakeBackProductLimits, WithdrawProduct},
        model::{CatalogProduct, InUse, Origin, SaleState},
        told,
        words::{operator as words, sale as sale_words},
    },
    form::{FilledWith, Form, Posting, Submit, changes::changes},
    i18n::{Lang, number},
    ui::{BeforeAfter, Change, Checkbox, Dialog, Field, Notice, Section, TextArea, Tone},
};

/// The actions behind the page's forms.
#[derive(Clone, Copy)]
pub(super) struct Actions {
    withdraw: Posting<WithdrawProduct>,
    sell_again: Posting<SellProductAgain>,
    set_limits: Posting<SetProductLimits>,
    take_back: Posting<TakeBackProductLimits>,
}

impl Actions {
    pub(super) fn new() -> Actions {
        Actions {
            withdraw: Posting::new(),
            sell_again: Posting::new(),
            set_limits: Posting::new(),
            take_back: Posting::new(),
        }
    }

    /// How often something was changed by them.
    pub(super) fn changes(self) -> Signal<usize> {
        let all = [
            changes(self.withdraw),
            changes(self.sell_again),
            changes(self.set_limits),
            changes(self.take_back),
        ];
        Signal::derive(move || all.iter().map(|it| it.get()).sum::<usize>())
    }
}

/// Both parts of the page.
pub(super) fn sale(lang: Lang, page: &CatalogProduct, actions: Actions) -> AnyView {
    view! {
        {availability(lang, page, actions)}
        {limits(lang, page, actions)}
    }
    .into_any()
}

fn availability(lang: Lang, page: &CatalogProduct, actions: Actions) -> AnyView {
    let product = &page.row.product;
    let (sku, sale) = (product.sku, &page.sale);
    let state = match (sale.is_withdrawn, sale.listed.sold) {
        (true, _) => sale_words::is_withdrawn(lang),
        (false, true) => sale_words::is_sold(lang),
        (false, false) => sale_words::is_unpriced(lang),
    };
    let action = if sale.is_withdrawn {
        selling_again(lang, sku, &product.name, sale, actions.sell_again)
    } else {
        withdrawing(lang, page, actions.withdraw)
    };
    view! {
        <Section title=words::availability(lang) lead=sale_words::availability_lead(lang)>
            <p>{state}</p>
            <div class="actions">{action}</div>
        </Section>
    }
    .into_any()
}

/// **Withdraw from sale**, with its effect shown first.
fn withdrawing(lang: Lang, page: &CatalogProduct, action: Posting<WithdrawProduct>) -> AnyView {
    let (sku, name) = (page.row.product.sku, &page.row.product.name);
    let offers = page.sale.offers.join(", ");
    let markets = page.markets.len();
    let stops = if markets > 0 {
        sale_words::stops_in_markets(lang, number(i64::try_from(markets).unwrap_or(i64::MAX)))
    } else {
        sale_words::stops_everywhere(lang).to_owned()
    };
    let (title, sku) = (sale_words::withdraw_named(lang, name), sku.to_string());
    let goes_on = goes_on(lang, page.sale.in_use);
    view! {
        <Dialog
            id="withdraw"
            opener=sale_words::withdraw(lang)
            look="danger"
            title=title
            form="withdraw"
        >
            <p>{stops}</p>
            <p>{offers}</p>
            <p>{goes_on}</p>
            <p>{sale_words::stays(lang)}</p>
            <Form action=action form="withdraw">
                <input type="hidden" name="sku" value=sku/>
                <TextArea name="reason" label=sale_words::reason(lang) rows=3 maxlength=500u32/>
                <Submit look="danger">{sale_words::withdraw(lang)}</Submit>
            </Form>
        </Dialog>
    }
    .into_any()
}

/// What is not touched.
fn goes_on(lang: Lang, in_use: InUse) -> String {
    let of = |count: u64| number(i64::try_from(count).unwrap_or(i64::MAX));
    let (subscriptions, licenses, customers) = (
        of(in_use.subscriptions),
        of(in_use.licenses),
        of(in_use.customers),
    );
    if in_use.is_at_least {
        sale_words::more_go_on(lang, subscriptions, licenses)
    } else if in_use.subscriptions == 0 {
        sale_words::none_goes_on(lang).to_owned()
    } else {
        sale_words::go_on(lang, subscriptions, licenses, customers)
    }
}

fn selling_again(
    lang: Lang,
    sku: SkuId,
    name: &str,
    sale: &SaleState,
    action: Posting<SellProductAgain>,
) -> AnyView {
    let what = if sale.listed.sold {
        sale_words::sells_now(lang)
    } else {
        sale_words::sells_later(lang)
    };
    view! {
        <Dialog
            id="sell-again"
            opener=sale_words::sell_again(lang)
            look="primary"
            title=sale_words::sell_again_named(lang, name)
            form="sell-again"
        >
            <p>{what}</p>
            <Form action=action form="sell-again">
                <input type="hidden" name="sku" value=sku.to_string()/>
                <TextArea name="reason" label=sale_words::reason(lang) rows=3 maxlength=500u32/>
                <Submit>{sale_words::sell_again(lang)}</Submit>
            </Form>
        </Dialog>
    }
    .into_any()
}

fn limits(lang: Lang, page: &CatalogProduct, actions: Actions) -> AnyView {
    let (sku, sale) = (page.row.product.sku, &page.sale);
    let limits = page.row.product.limits;
    let unpriced = (page.row.origin == Origin::PriceSheet
        && sale.listed.sold
        && !limits.is_within(sale.listed.limits))
    .then(|| view! { <Notice tone=Tone::Warning><p>{sale_words::unpriced(lang)}</p></Notice> });
    let whose = if sale.has_own_limits {
        sale_words::own_limits(lang)
    } else {
        sale_words::listed_limits(lang)
    };
    let take_back = sale
        .has_own_limits
        .then(|| taking_back(lang, page, actions.take_back));
    let text = |most: Option<u32>| {
        most.filter(|most| *most < Limits::NO_MAXIMUM)
            .map(|most| most.to_string())
            .unwrap_or_default()
    };
    let (maximum, per_customer) = (text(Some(limits.maximum)), text(limits.per_customer));
    let mark = sale.limits_mark.clone();
    view! {
        <Section title=words::limits(lang) lead=sale_words::limits_lead(lang)>
            {unpriced}
            <p>{whose}</p>
            <Form action=actions.set_limits form="limits">
                <input type="hidden" name="sku" value=sku.to_string()/>
                <FilledWith mark=mark/>
                <Field
                    name="minimum"
                    label=sale_words::minimum(lang)
                    value=limits.minimum.to_string()
                    inputmode="numeric"
                    width="short"
                    maxlength=10u32
                />
                <Field
                    name="maximum"
                    label=sale_words::maximum(lang)
                    hint=sale_words::no_maximum(lang)
                    value=maximum
                    inputmode="numeric"
                    width="short"
                    maxlength=10u32
                    optional=true
                />
                <Field
                    name="per_customer"
                    label=sale_words::per_customer(lang)
                    hint=sale_words::no_maximum(lang)
                    value=per_customer
                    inputmode="numeric"
                    width="short"
                    maxlength=10u32
                    optional=true
                />
                <Checkbox
                    name="one_per_customer"
                    label=words::one_only(lang)
                    checked=limits.one_per_customer
                />
                <TextArea name="reason" label=sale_words::reason(lang) rows=2 maxlength=500u32/>
                <div class="actions">
                    <Submit>{sale_words::save_limits(lang)}</Submit>
                </div>
            </Form>
            {take_back}
        </Section>
    }
    .into_any()
}

/// **Use the price list's limits**, with both side by side.
fn taking_back(
    lang: Lang,
    page: &CatalogProduct,
    action: Posting<TakeBackProductLimits>,
) -> AnyView {
    let sku = page.row.product.sku;
    let before = told::limits(lang, &page.row.product.limits);
    let after = told::limits(lang, &page.sale.listed.limits);
    let changes = before
        .into_iter()
        .zip(after)
        .filter(|(before, after)| before != after)
        .map(|((field, before), (_, after))| Change {
            label: sale_words::field(lang, field)
                .unwrap_or_default()
                .to_owned(),
            before,
            after,
        })
        .collect::<Vec<_>>();
    view! {
        <div class="actions">
            <Dialog
                id="take-back"
                opener=sale_words::take_back(lang)
                look="quiet"
                title=sale_words::take_back_asked(lang)
                form="take-back"
            >
                <BeforeAfter changes=changes/>
                <Form action=action form="take-back">
                    <input type="hidden" name="sku" value=sku.to_string()/>
                    <TextArea name="reason" label=sale_words::reason(lang) rows=3 maxlength=500u32/>
                    <Submit>{sale_words::take_back(lang)}</Submit>
                </Form>
            </Dialog>
        </div>
    }
    .into_any()
}
