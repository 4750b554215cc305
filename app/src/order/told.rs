//! Orders in words: events, refusals, actions and notices.

use tierline_core::{
    money::Money,
    order::{Event, Line, Refusal},
    permission::order::Action,
};

use crate::{
    i18n::{Lang, market, messages, money, worded_codes},
    subscription::told as subscription,
    timeline::{Names, Telling},
    ui::{Glyph, Tone},
};

impl Telling for Event {
    fn sentence(&self, names: &Names<'_>) -> String {
        let lang = names.lang;
        let Event::Placed {
            customer,
            partner,
            partner_of_record,
            lines,
            ..
        } = self;
        let licenses = bought(names, lines);
        match partner_of_record {
            None => ordered(lang, names.of(*partner), licenses, names.of(*customer)),
            Some(record) => ordered_with(
                lang,
                names.of(*partner),
                licenses,
                names.of(*customer),
                names.of(*record),
            ),
        }
    }

    fn look(&self) -> (Tone, Glyph) {
        (Tone::Success, Glyph::Cart)
    }
}

/// "30 Exchange Online licenses and 5 Power BI Pro licenses": the first two products by name.
fn bought(names: &Names<'_>, lines: &[Line]) -> String {
    let lang = names.lang;
    let of = |line: &Line| {
        let count = u64::from(line.quantity);
        subscription::licenses_of(lang, count, names.product(line.sku))
    };
    match lines {
        [] => subscription::licenses(lang, 0),
        [only] => of(only),
        [first, second] => both_of(lang, of(first), of(second)),
        [first, second, _] => one_more(lang, of(first), of(second)),
        [first, second, rest @ ..] => several_more(lang, of(first), of(second), rest.len()),
    }
}

/// A refusal in words.
pub(crate) fn refusal(lang: Lang, refusal: &Refusal) -> String {
    match refusal {
        Refusal::NoCurrency { country, region } => no_currency(
            lang,
            market::country(lang, *country),
            market::region(lang, *region),
        ),
        Refusal::ProviderOrders { provider, customer } => {
            provider_orders(lang, &provider.name, &customer.name)
        }
        Refusal::ProviderWithoutRelationship {
            provider: Some(provider),
            customer,
            ..
        } => provider_without_relationship(lang, &provider.name, &customer.name),
        Refusal::ProviderWithoutRelationship {
            provider: None,
            reseller,
            customer,
        } => reseller_without_provider(lang, &reseller.name, &customer.name),
        Refusal::NoLines => no_lines(lang).to_owned(),
        Refusal::ProductTwice { product } => product_twice(lang, product),
        Refusal::BaseMissing { product } => base_missing(lang, product),
        Refusal::PriceChanged { product, price, .. } => match price {
            Some(price) => price_changed(lang, product, amount(*price)),
            None => price_gone(lang, product),
        },
    }
}

fn amount(price: Money) -> String {
    let decimals = u32::from(price.currency.minor_units());
    money(price.currency.code(), price.minor, decimals)
}

/// An action as a phrase, for "To …, you need".
pub(crate) fn action(lang: Lang, action: Action) -> &'static str {
    match action {
        Action::PlaceOrder => place_order(lang),
        Action::ViewSubscriptions => view_subscriptions(lang),
        Action::ChangeOrders => change_orders(lang),
        Action::ManageSubscriptions => manage_subscriptions(lang),
        Action::DesignateSupport => designate_support(lang),
    }
}

worded_codes! {
    /// A finished action, reported on the page that follows.
    pub enum Notice {
        OrderPlaced = "order_placed" => done_order_placed,
        OthersOrdered = "others_ordered" => done_others_ordered,
    }
}

messages! {
    // Events.
    both_of(first, second) => ["{first} and {second}", "{first}和 {second}", "{first}和 {second}"];
    one_more(first, second) => [
        "{first}, {second}, and 1 more product",
        "{first}、{second}和另外 1 項產品",
        "{first}、{second}和另外 1 项产品",
    ];
    several_more(first, second, number) => [
        "{first}, {second}, and {number} more products",
        "{first}、{second}和另外 {number} 項產品",
        "{first}、{second}和另外 {number} 项产品",
    ];
    ordered(partner, licenses, customer) => [
        "{partner} ordered {licenses} for {customer}",
        "{partner} 為 {customer} 訂購了 {licenses}",
        "{partner} 为 {customer} 订购了 {licenses}",
    ];
    ordered_with(partner, licenses, customer, record) => [
        "{partner} ordered {licenses} for {customer} with {record} as partner of record",
        "{partner} 為 {customer} 訂購了 {licenses}；記錄合作夥伴：{record}",
        "{partner} 为 {customer} 订购了 {licenses}；记录合作伙伴：{record}",
    ];

    // Refusals.
    no_currency(country, region) => [
        "Nothing can be sold to customers in {country} (region: {region}) because the program has no currency for it. The program operator maintains the list of markets.",
        "無法銷售給 {country}（地區：{region}）的客戶：計畫沒有適用的貨幣。市場清單由計畫營運者維護。",
        "无法销售给 {country}（区域：{region}）的客户：计划没有适用的货币。市场列表由计划运营方维护。",
    ];
    provider_orders(provider, customer) => [
        "Indirect resellers can't place orders. {provider} places orders for {customer}. Ask an admin agent or sales agent of {provider}.",
        "間接經銷商不能下訂單：由 {provider} 為 {customer} 訂購。請洽詢 {provider} 的系統管理代理人或銷售代理人。",
        "间接经销商不能下订单：由 {provider} 为 {customer} 订购。请咨询 {provider} 的管理员代理或销售代理。",
    ];
    provider_without_relationship(provider, customer) => [
        "{provider} has no relationship with this customer: invite {customer} for both. After a global admin of {customer} authorizes it, {provider} can order.",
        "{provider} 與此客戶沒有關係：請為雙方邀請 {customer}。由 {customer} 的全域管理員授權後，{provider} 即可訂購。",
        "{provider} 与此客户没有关系：请为双方邀请 {customer}。由 {customer} 的全局管理员授权后，{provider} 即可订购。",
    ];
    reseller_without_provider(reseller, customer) => [
        "Indirect resellers can't place orders, and {reseller} doesn't have a provider that can order for {customer}. First, an indirect provider has to request a partnership with {reseller}.",
        "間接經銷商不能下訂單，而 {reseller} 沒有可為 {customer} 訂購的提供者。間接提供者必須先要求與 {reseller} 建立合作關係。",
        "间接经销商不能下订单，而 {reseller} 没有可为 {customer} 订购的提供商。间接提供商必须先请求与 {reseller} 建立合作关系。",
    ];
    no_lines => [
        "An order needs at least one product. Enter how many licenses you want.",
        "訂單至少需要一項產品。請輸入您要的產品授權數量。",
        "订单至少需要一项产品。请输入你要的产品许可证数量。",
    ];
    product_twice(product) => [
        "{product} appears on two lines. Enter the total quantity on one of them.",
        "{product} 出現在兩行中。請將全部數量填在其中一行。",
        "{product} 出现在两行中。请将全部数量填在其中一行。",
    ];
    base_missing(product) => [
        "Check the subscription chosen for {product}. An add-on needs an active subscription, or a product in this order, that it goes with. Other products don't need one.",
        "{product} 必須為其可搭配的有效訂閱訂購：請選擇一項，或在此訂單中加入可搭配的產品。並非附加元件的產品不可指定訂閱。",
        "{product} 必须为其可搭配的有效订阅订购：请选择一项，或在此订单中加入可搭配的产品。并非加载项的产品不可指定订阅。",
    ];
    price_changed(product, price) => [
        "The price of {product} has changed since it was shown: a license for the whole term now costs {price}. Nothing was ordered. Check the new total, then submit again.",
        "{product} 的價格在顯示之後已變更：現在每份授權整個期限的價格為 {price}。尚未訂購。請檢查新的總計，然後再次提交。",
        "{product} 的价格在显示之后已更改：现在每个许可证整个期限的价格为 {price}。尚未订购。请检查新的总计，然后再次提交。",
    ];
    price_gone(product) => [
        "{product} had a price when it was shown, and now it has none. Nothing was ordered. Check the new total, then submit again.",
        "{product} 的價格在顯示之後已變更：現在沒有價格。尚未訂購。請檢查新的總計，然後再次提交。",
        "{product} 的价格在显示之后已更改：现在没有价格。尚未订购。请检查新的总计，然后再次提交。",
    ];

    // Actions.
    place_order => ["place an order", "下訂單", "下订单"];
    view_subscriptions => ["view subscriptions", "查看訂閱", "查看订阅"];
    change_orders => ["change what was ordered", "變更已訂購的項目", "更改已订购的项目"];
    manage_subscriptions => ["manage subscriptions", "管理訂閱", "管理订阅"];
    designate_support => ["designate a support contact", "指派支援連絡人", "指定支持联系人"];

    // Notices.
    done_order_placed => [
        "Order submitted. The new subscriptions are listed below.",
        "訂單已提交。新訂閱列於下方。",
        "订单已提交。新订阅列于下方。",
    ];
    done_others_ordered => [
        "Order submitted. Lines that couldn't be ordered are still here. Correct them, then review and order them separately.",
        "訂單已提交。無法訂購的項目仍在此處：請更正後再單獨檢閱並訂購。",
        "订单已提交。无法订购的项目仍在此处：请更正后再单独查看并订购。",
    ];
}
