//! Requests for orders in words: events, refusals, actions and notices.

use tierline_core::{
    order_request::{Event, Lapse, Refusal, Side, Status, Wanted, When},
    permission::order_request::Action,
};

use crate::{
    catalog::words as catalog,
    i18n::{Lang, messages, number, worded_codes},
    subscription::told as subscription,
    timeline::{Names, Telling},
    ui::{Glyph, Tone},
};

impl Telling for Event {
    fn sentence(&self, names: &Names<'_>) -> String {
        let lang = names.lang;
        let wanted = |wanted: &Wanted| wanted_in(lang, wanted, |sku| names.product(sku));
        match self {
            Event::Asked {
                reseller,
                provider,
                customer,
                wanted: asked,
                ..
            } => asked_for(
                lang,
                names.of(*reseller),
                names.of(*provider),
                names.of(*customer),
                wanted(asked),
            ),
            Event::CustomerAsked { .. } => customer_asked(lang).to_owned(),
            Event::Agreed { .. } => agreed(lang).to_owned(),
            Event::Changed { from, to, .. } => changed(lang, wanted(from), wanted(to)),
            Event::Said { text, .. } => said(lang, text),
            Event::Approved { .. } => approved(lang).to_owned(),
            Event::Declined { side, .. } => match side {
                Side::Customer => disagreed(lang),
                Side::Provider | Side::Reseller => declined(lang),
            }
            .to_owned(),
            Event::Withdrawn { .. } => withdrawn(lang).to_owned(),
            Event::Lapsed { why, .. } => lapsed(lang, self::why(lang, *why)),
        }
    }

    fn reason(&self) -> Option<&str> {
        match self {
            Event::Changed { reason, .. } => reason.as_ref().map(|reason| reason.as_str()),
            Event::Declined { reason, .. } => Some(reason.as_str()),
            _ => None,
        }
    }

    fn look(&self) -> (Tone, Glyph) {
        match self {
            Event::Asked { .. } | Event::CustomerAsked { .. } => (Tone::Info, Glyph::Clock),
            Event::Agreed { .. } | Event::Approved { .. } => (Tone::Success, Glyph::Check),
            Event::Changed { .. } => (Tone::Info, Glyph::Draft),
            Event::Said { .. } => (Tone::Neutral, Glyph::Mail),
            Event::Declined { .. } => (Tone::Danger, Glyph::Cross),
            Event::Withdrawn { .. } => (Tone::Neutral, Glyph::Undo),
            Event::Lapsed { .. } => (Tone::Warning, Glyph::Clock),
        }
    }
}

/// What is asked for, in words, by a reader who knows the names of some products.
pub(crate) fn wanted_in<'n>(
    lang: Lang,
    wanted: &Wanted,
    name: impl Fn(tierline_core::ids::SkuId) -> Option<&'n str>,
) -> String {
    match wanted {
        Wanted::New { lines } => {
            let first = lines.first().map(|line| {
                let licenses =
                    subscription::licenses_of(lang, u64::from(line.quantity), name(line.sku));
                with_plan(lang, licenses, catalog::plan(lang, line.plan))
            });
            let first = first.unwrap_or_default();
            match lines.len() {
                0 | 1 => first,
                more => and_more(lang, first, more - 1),
            }
        }
        Wanted::Quantity { from, to, when, .. } => match when {
            When::Now => licenses_now(lang, number(*from), number(*to)),
            When::AtRenewal => licenses_later(lang, number(*from), number(*to)),
        },
        Wanted::Upgrade { to, when, .. } => {
            let product = name(*to).unwrap_or_else(|| another_product(lang));
            match when {
                When::Now => upgrade_now(lang, product),
                When::AtRenewal => upgrade_later(lang, product),
            }
        }
        Wanted::Renew { plan: None, .. } => renew(lang).to_owned(),
        Wanted::Renew {
            plan: Some(plan), ..
        } => renew_with(lang, catalog::plan(lang, *plan)),
        Wanted::Cancel { .. } => cancel(lang).to_owned(),
    }
}

/// Why a request lapsed.
pub(crate) fn why(lang: Lang, why: Lapse) -> &'static str {
    match why {
        Lapse::Time => why_time(lang),
        Lapse::Relationship => why_relationship(lang),
        Lapse::Partnership => why_partnership(lang),
        Lapse::Subscription => why_subscription(lang),
    }
}

/// A refusal in words.
pub(crate) fn refusal(lang: Lang, refusal: &Refusal) -> String {
    match refusal {
        Refusal::RequestClosed { status, .. } => match status {
            Status::Approved => closed_approved(lang),
            Status::Declined => closed_declined(lang),
            Status::Withdrawn => closed_withdrawn(lang),
            Status::Lapsed | Status::WaitingForCustomer | Status::WaitingForProvider => {
                closed_lapsed(lang)
            }
        }
        .to_owned(),
        Refusal::RequestWaits { party } => request_waits(lang, &party.name),
        Refusal::AnotherSide { party } => another_side(lang, &party.name),
        Refusal::RequestChanged => request_changed(lang).to_owned(),
        Refusal::PricesChanged => prices_changed(lang).to_owned(),
        Refusal::NotWhatWasAsked => not_what_was_asked(lang).to_owned(),
        Refusal::NobodyLosesOne => nobody_loses_one(lang).to_owned(),
        Refusal::RequestUnchanged => request_unchanged(lang).to_owned(),
        Refusal::OrderAlreadyAsked { .. } => already_asked(lang).to_owned(),
        Refusal::TooManyRequests { most } => too_many_requests(lang, *most),
        Refusal::TooManyLines { most } => too_many_lines(lang, *most),
        Refusal::TooManyMessages { most } => too_many_messages(lang, *most),
    }
}

/// An action as a phrase, for "To …, you need".
pub(crate) fn action(lang: Lang, action: Action) -> &'static str {
    match action {
        Action::AskForOrder => ask_for_order(lang),
        Action::ViewOrderRequests => view_order_requests(lang),
        Action::FollowOrderRequest => follow_order_request(lang),
        Action::AnswerOrderRequest => answer_order_request(lang),
        Action::AgreeToOrderRequest => agree_to_order_request(lang),
        Action::SetAskedFirst => set_asked_first(lang),
    }
}

worded_codes! {
    /// A finished action, reported on the page that follows.
    pub enum Notice {
        OrderAsked = "order_asked" => done_asked,
        OrderRequestChanged = "order_request_changed" => done_changed,
        OrderRequestApproved = "order_request_approved" => done_approved,
        OrderRequestDeclined = "order_request_declined" => done_declined,
        OrderRequestWithdrawn = "order_request_withdrawn" => done_withdrawn,
        OrderRequestAgreed = "order_request_agreed" => done_agreed,
        OrderRequestDisagreed = "order_request_disagreed" => done_disagreed,
        OrderRequestWritten = "order_request_written" => done_written,
        AskedFirst = "asked_first" => done_asked_first,
        NotAskedFirst = "not_asked_first" => done_not_asked_first,
    }
}

messages! {
    // What is asked for.
    with_plan(licenses, plan) => ["{licenses}, {plan}", "{licenses}，{plan}", "{licenses}，{plan}"];
    and_more(first, more) => ["{first}, and {more} more", "{first}，以及另外 {more} 項", "{first}，以及另外 {more} 项"];
    licenses_now(from, to) => ["{to} licenses instead of {from}", "將 {from} 個授權改為 {to} 個", "将 {from} 个许可证改为 {to} 个"];
    licenses_later(from, to) => [
        "{to} licenses instead of {from} at renewal",
        "續約時將 {from} 個授權改為 {to} 個",
        "续订时将 {from} 个许可证改为 {to} 个",
    ];
    upgrade_now(product) => ["Upgrade to {product}", "升級為 {product}", "升级到 {product}"];
    upgrade_later(product) => ["Upgrade to {product} at renewal", "續約時升級為 {product}", "续订时升级到 {product}"];
    renew => ["Renew", "續約", "续订"];
    renew_with(plan) => ["Renew for {plan}", "以 {plan} 續約", "以 {plan} 续订"];
    cancel => ["Cancel", "取消訂閱", "取消订阅"];
    another_product => ["another product", "其他產品", "其他产品"];

    // Events.
    asked_for(reseller, provider, customer, wanted) => [
        "{reseller} asked {provider} to order for {customer}: {wanted}",
        "{reseller} 請 {provider} 為 {customer} 訂購：{wanted}",
        "{reseller} 请 {provider} 为 {customer} 订购：{wanted}",
    ];
    customer_asked => [
        "The customer is now asked first",
        "自此起先徵求客戶的同意",
        "自此起先征求客户的同意",
    ];
    agreed => ["Agreed to the request", "同意了要求", "同意了请求"];
    changed(from, to) => [
        "Changed the request from “{from}” to “{to}”",
        "將要求從「{from}」變更為「{to}」",
        "将请求从“{from}”更改为“{to}”",
    ];
    said(text) => ["Wrote: {text}", "留言：{text}", "留言：{text}"];
    approved => ["Approved the request", "核准了要求", "批准了请求"];
    declined => ["Declined the request", "婉拒了要求", "谢绝了请求"];
    disagreed => ["Didn't agree to the request", "不同意要求", "不同意请求"];
    withdrawn => ["Withdrew the request", "撤回了要求", "撤回了请求"];
    lapsed(why) => ["The request lapsed: {why}", "要求已失效：{why}", "请求已失效：{why}"];
    why_time => ["no one answered in time", "未在期限內獲得回覆", "未在期限内获得回复"];
    why_relationship => [
        "a relationship with the customer has ended",
        "與客戶的關係已終止",
        "与客户的关系已终止",
    ];
    why_partnership => ["the partnership has ended", "合作關係已終止", "合作关系已终止"];
    why_subscription => ["the subscription has ended", "訂閱已結束", "订阅已结束"];

    // Refusals.
    closed_approved => [
        "Someone else has already approved this request. Nothing was ordered twice.",
        "其他人已經核准了此要求，不會重複訂購。",
        "其他人已经批准了此请求，不会重复订购。",
    ];
    closed_declined => [
        "This request was already declined. The reseller can send a new one.",
        "此要求已遭婉拒。經銷商可以另外提出新的要求。",
        "此请求已被谢绝。经销商可以另外提出新的请求。",
    ];
    closed_withdrawn => [
        "The reseller withdrew this request. You don't need to do anything.",
        "經銷商已撤回此要求，不需要再採取任何動作。",
        "经销商已撤回此请求，不需要再采取任何操作。",
    ];
    closed_lapsed => [
        "This request has lapsed. The reseller can send a new one.",
        "此要求已失效。經銷商可以再次提出。",
        "此请求已失效。经销商可以再次提出。",
    ];
    request_waits(party) => [
        "This request is waiting for {party} to answer.",
        "此要求正在等待 {party} 的回覆。",
        "此请求正在等待 {party} 的回复。",
    ];
    another_side(party) => [
        "Only {party} can do this for the request.",
        "只有 {party} 可以對此要求執行此動作。",
        "只有 {party} 可以对此请求执行此操作。",
    ];
    request_changed => [
        "This request has changed since you opened it. Check the current version.",
        "此要求在您開啟之後已經變更。請檢查目前的內容。",
        "此请求在你打开之后已经更改。请检查目前的内容。",
    ];
    prices_changed => [
        "A price has changed since the request was made. Check it, then confirm that you still want to approve the request.",
        "提出要求之後價格有所變更。請檢查價格，並確認您仍要核准。",
        "提出请求之后价格有所更改。请检查价格，并确认你仍要批准。",
    ];
    not_what_was_asked => [
        "This differs from the request. Only quantities, terms, and dates can be changed.",
        "這與所要求的不同。只能變更數量、期限和時間。",
        "这与所请求的不同。只能更改数量、期限和时间。",
    ];
    nobody_loses_one => [
        "You have named users to lose a license, but there are not to be fewer licenses with the approval. At a renewal, those who got theirs last lose them.",
        "您指定了將失去授權的使用者，但核准時授權不會減少。續約時，將由最後取得授權的使用者失去授權。",
        "你指定了将失去许可证的用户，但批准时许可证不会减少。续订时，将由最后获得许可证的用户失去许可证。",
    ];
    request_unchanged => [
        "The request already asks for this, so nothing would change.",
        "此要求的內容已經是這樣，沒有任何變更。",
        "此请求的内容已经是这样，没有任何更改。",
    ];
    already_asked => [
        "Your organization has already asked for a change to this subscription. Wait for the answer, or withdraw that request.",
        "貴組織已要求變更此訂閱。請等待回覆，或撤回該要求。",
        "你的组织已请求更改此订阅。请等待回复，或撤回该请求。",
    ];
    too_many_requests(most) => [
        "You already have {most} open requests for this customer, which is the maximum.",
        "您為此客戶提出的 {most} 個要求正在等待回覆，已達上限。",
        "你为此客户提出的 {most} 个请求正在等待回复，已达上限。",
    ];
    too_many_lines(most) => [
        "A request can have up to {most} products. Send another request for the others.",
        "一個要求最多包含 {most} 項產品。其餘產品請另外提出要求。",
        "一个请求最多包含 {most} 项产品。其余产品请另外提出请求。",
    ];
    too_many_messages(most) => [
        "A request can have up to {most} messages.",
        "一個要求最多可有 {most} 則訊息。",
        "一个请求最多可有 {most} 条消息。",
    ];

    // Actions.
    ask_for_order => ["request an order from a provider", "請提供者訂購", "请提供商订购"];
    view_order_requests => ["view order requests", "檢視訂購要求", "查看订购请求"];
    follow_order_request => [
        "comment on an order request or withdraw it",
        "就訂購要求留言或撤回要求",
        "就订购请求留言或撤回请求",
    ];
    answer_order_request => ["answer an order request", "回覆訂購要求", "回复订购请求"];
    agree_to_order_request => ["agree to an order request", "同意訂購要求", "同意订购请求"];
    set_asked_first => [
        "decide whether your organization is asked first",
        "決定是否先徵求貴組織的同意",
        "决定是否先征求你的组织的同意",
    ];

    // Notices.
    done_asked => [
        "Request sent. You'll get an email when it's answered.",
        "要求已送出。有回覆時您會收到電子郵件。",
        "请求已发送。有回复时你会收到电子邮件。",
    ];
    done_changed => [
        "Request changed. The reseller sees its original request and your changes.",
        "要求已變更。經銷商會同時看到原先的要求與目前的內容。",
        "请求已更改。经销商会同时看到原先的请求与目前的内容。",
    ];
    done_approved => [
        "Request approved and carried out.",
        "要求已核准，所要求的項目已完成。",
        "请求已批准，所请求的内容已完成。",
    ];
    done_declined => ["Request declined.", "已婉拒要求。", "已谢绝请求。"];
    done_withdrawn => ["Request withdrawn.", "要求已撤回。", "请求已撤回。"];
    done_agreed => [
        "You agreed. The request is now waiting for the provider.",
        "您已同意。要求現在等待提供者的回覆。",
        "你已同意。请求现在等待提供商的回复。",
    ];
    done_disagreed => [
        "You didn't agree. Nothing is ordered or changed.",
        "您不同意。不會訂購或變更任何項目。",
        "你不同意。不会订购或更改任何内容。",
    ];
    done_written => ["Message sent.", "訊息已送出。", "消息已发送。"];
    done_asked_first => [
        "You'll be asked before a partner's order request is approved.",
        "自此起，核准合作夥伴的訂購要求之前會先徵求您的同意。",
        "自此起，批准合作伙伴的订购请求之前会先征求你的同意。",
    ];
    done_not_asked_first => [
        "Partners' order requests are now approved without asking you.",
        "核准合作夥伴的訂購要求時不再徵求您的同意。",
        "批准合作伙伴的订购请求时不再征求你的同意。",
    ];
}
