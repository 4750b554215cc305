//! Server functions of requests for orders.

#[cfg(feature = "ssr")]
mod choosing;
#[cfg(feature = "ssr")]
mod typed;

use std::collections::BTreeMap;

use leptos::prelude::*;
use leptos::server_fn::codec::GetUrl;

#[cfg(feature = "ssr")]
use self::{choosing::Choosing, typed::Typed};
#[cfg(feature = "ssr")]
use crate::{
    backend::parse, catalog::model::order_lines, form::Fields, order::api::typed_lines,
    order_request::told::Notice, route, subscription::api::losers,
};
use crate::{
    error::PortalError,
    order_request::model::{self, AskForOrderPage, AskedFirst, OrderRequestPage},
    wire::Wire,
};
#[cfg(feature = "ssr")]
use tierline_core::{
    ids::OrderRequestId,
    order_request::{Approval, Command, Loses, NewRequest},
    text::{MessageText, Reason},
};

/// The functions that forms are posted to.
#[cfg(feature = "ssr")]
pub const FORMS: &[Fields] = &[
    Fields::of::<AgreeOrderRequest>(),
    Fields::of::<ApproveOrderRequest>(),
    Fields::of::<AskForOrder>(),
    Fields::of::<ChangeOrderRequest>(),
    Fields::of::<DeclineOrderRequest>(),
    Fields::of::<SetAskedFirst>(),
    Fields::of::<WithdrawOrderRequest>(),
    Fields::of::<WriteOrderRequest>(),
];

/// What is asked for with a subscription: more licenses or fewer.
pub const LICENSES: &str = "licenses";
/// Another product.
pub const UPGRADE: &str = "upgrade";
/// That it goes on.
pub const RENEW: &str = "renew";
/// Its end.
pub const CANCEL: &str = "cancel";
/// New subscriptions.
pub const NEW: &str = "new";

/// Whoever approves leaves it to the reseller who loses a license.
pub(super) const PROPOSED: &str = "proposed";

/// A request for an order.
#[server(name = ReadOrderRequest, prefix = "/api", endpoint = "order-request", protocol = Wire<GetUrl>)]
pub async fn order_request(
    /// Its id.
    id: String,
    /// The number of the message before which others are shown.
    #[server(default)]
    before: String,
    /// Words by which users are searched, of whom somebody loses a license.
    #[server(default)]
    search: String,
) -> Result<OrderRequestPage, PortalError> {
    let id = crate::backend::parse::id(&id)?;
    let before = match before.as_str() {
        "" => None,
        number => Some(number.parse::<u32>().map_err(|_| PortalError::NotFound)?),
    };
    crate::backend::portal()?
        .order_request(id, before, search)
        .await
}

/// What can be asked for: for a customer, or with one of its subscriptions.
#[server(prefix = "/api", endpoint = "order-request-form", protocol = Wire<GetUrl>)]
pub async fn order_request_form(
    /// The customer's id.
    #[server(default)]
    customer: String,
    /// The subscription's id.
    #[server(default)]
    subscription: String,
    /// The id of the provider chosen so far.
    #[server(default)]
    provider: String,
    /// Search words for the catalog.
    #[server(default)]
    search: String,
    /// The cursor of the catalog's page.
    #[server(default)]
    cursor: String,
    /// The chosen lines, as [`crate::route::lines`] writes them.
    #[server(default)]
    lines: String,
    /// The subscriptions chosen for add-ons, written so too.
    #[server(default)]
    bases: String,
    /// The term that the catalog is filtered by.
    #[server(default)]
    term: String,
    /// How it is billed.
    #[server(default)]
    billing: String,
    /// The kind of product.
    #[server(default)]
    kind: String,
) -> Result<AskForOrderPage, PortalError> {
    let customer = parse::optional_id(&customer)?;
    let subscription = parse::optional_id(&subscription)?;
    let provider = parse::optional_id(&provider)?;
    let chosen = typed_lines(&lines, &bases)?;
    let mut query = parse::list_query(search, cursor);
    query.filters = crate::catalog::api::filters(&term, &billing, &kind)
        .map(|(name, value)| (name.to_owned(), value.to_owned()))
        .collect();
    crate::backend::portal()?
        .order_request_form(customer, subscription, provider, query, chosen)
        .await
}

/// A request for new subscriptions, before it is sent; `lines` and `bases` as for the page before.
#[server(prefix = "/api", endpoint = "order-request-review", protocol = Wire<GetUrl>)]
pub async fn order_request_review(
    /// The customer's id.
    customer: String,
    /// The provider's id.
    #[server(default)]
    provider: String,
    /// The lines.
    #[server(default)]
    lines: String,
    /// The subscriptions chosen for add-ons.
    #[server(default)]
    bases: String,
) -> Result<model::OrderRequestReview, PortalError> {
    let customer = parse::id(&customer)?;
    let provider = parse::optional_id(&provider)?;
    let lines: parse::Lines = route::read_lines(&lines).into_iter().collect();
    let bases: parse::Lines = route::read_lines(&bases).into_iter().collect();
    let lines = order_lines(&lines, &bases, &BTreeMap::new())?;
    crate::backend::portal()?
        .review_order_request(customer, provider, lines)
        .await
}

/// **Request an order**. For new subscriptions `go` names the pressed button, as in the form of an order:
/// `add:LINE:QUANTITY`, `remove:LINE`, `update`, `search`, `page:CURSOR`, `review` or `ask`.
#[server(prefix = "/api", endpoint = "ask-for-order")]
pub async fn ask_for_order(
    /// The request.
    request_id: String,
    /// The customer's id.
    customer: String,
    /// The provider's id; of a subscription, whoever has ordered it is asked.
    #[server(default)]
    provider: String,
    /// The subscription's id; none for new ones.
    #[server(default)]
    subscription: String,
    /// What is asked for.
    what: String,
    /// Quantities as typed, by line, for new subscriptions.
    #[server(default)]
    lines: BTreeMap<String, String>,
    /// The subscriptions chosen for add-ons, by line.
    #[server(default)]
    bases: BTreeMap<String, String>,
    /// The number of licenses today.
    #[server(default)]
    from: String,
    /// The number of licenses asked for.
    #[server(default)]
    quantity: String,
    /// The product's SKU, for an upgrade.
    #[server(default)]
    product: String,
    /// The term and the billing plan.
    #[server(default)]
    plan: String,
    /// `now` or `at_renewal`.
    #[server(default)]
    when: String,
    /// What is said about it.
    #[server(default)]
    note: String,
    /// The ids of what those users hold who are proposed to lose a license.
    #[server(default)]
    losing: Vec<String>,
    /// Search words for the catalog.
    #[server(default)]
    search: String,
    /// The term that the catalog is filtered by.
    #[server(default)]
    term: String,
    /// How it is billed.
    #[server(default)]
    billing: String,
    /// The kind of product.
    #[server(default)]
    kind: String,
    /// The pressed button.
    #[server(default)]
    go: String,
) -> Result<(), PortalError> {
    let request = crate::backend::parse::request(&request_id)?;
    let (lines, bases) = (parse::by_sku(lines), parse::by_sku(bases));
    if what == NEW && !matches!(go.as_str(), "" | "ask") {
        let form = Choosing {
            customer,
            provider,
            lines,
            bases,
        };
        let page = if go == "review" {
            form.reviewed().await?
        } else {
            form.picked(&go, [&term, &billing, &kind], &search)
        };
        crate::backend::go(&page);
        return Ok(());
    }
    let customer = parse::id(&customer)?;
    let provider = parse::optional_id(&provider)?;
    let typed = Typed {
        what,
        subscription,
        lines,
        bases,
        plans: BTreeMap::new(),
        from,
        quantity,
        product,
        plan,
        when,
    };
    let wanted = typed.wanted()?;
    let note = crate::backend::parse::optional_text::<MessageText>("note", &note)?;
    let losing = losing.iter().map(|id| parse::id(id));
    let new = NewRequest {
        wanted,
        note,
        losing: losing.collect::<Result<_, PortalError>>()?,
    };
    let id = crate::backend::portal()?
        .ask_for_order(customer, provider, new, request)
        .await?;
    crate::backend::done(&route::order_request(id), Notice::OrderAsked);
    Ok(())
}

/// **Change**: the provider makes something else of a request.
#[server(prefix = "/api", endpoint = "change-order-request")]
pub async fn change_order_request(
    /// The request.
    request_id: String,
    /// The id of the request for an order.
    order_request: String,
    /// How often it had been changed.
    revision: u32,
    /// What is asked for.
    what: String,
    /// The subscription's id; none for new ones.
    #[server(default)]
    subscription: String,
    /// Quantities as typed, by line, for new subscriptions.
    #[server(default)]
    lines: BTreeMap<String, String>,
    /// The subscriptions that add-ons are for, by line.
    #[server(default)]
    bases: BTreeMap<String, String>,
    /// The term and the billing plan of each line.
    #[server(default)]
    plans: BTreeMap<String, String>,
    /// The number of licenses when it was asked for.
    #[server(default)]
    from: String,
    /// The number of licenses.
    #[server(default)]
    quantity: String,
    /// The product's SKU, for an upgrade.
    #[server(default)]
    product: String,
    /// The term and the billing plan.
    #[server(default)]
    plan: String,
    /// `now` or `at_renewal`.
    #[server(default)]
    when: String,
    /// Why.
    #[server(default)]
    reason: String,
) -> Result<(), PortalError> {
    let request = crate::backend::parse::request(&request_id)?;
    let id: OrderRequestId = crate::backend::parse::id(&order_request)?;
    let typed = Typed {
        what,
        subscription,
        lines: parse::by_sku(lines),
        bases: parse::by_sku(bases),
        plans: parse::by_sku(plans),
        from,
        quantity,
        product,
        plan,
        when,
    };
    let to = typed.wanted()?;
    let reason = crate::backend::parse::optional_text::<Reason>("reason", &reason)?;
    crate::backend::portal()?
        .change_order_request(id, to, reason, revision, request)
        .await?;
    crate::backend::done(&route::order_request(id), Notice::OrderRequestChanged);
    Ok(())
}

/// **Approve**, after its price was shown.
#[server(prefix = "/api", endpoint = "approve-order-request")]
pub async fn approve_order_request(
    /// The request.
    request_id: String,
    /// The id of the request for an order.
    order_request: String,
    /// How often it had been changed.
    revision: u32,
    /// The cost that was shown.
    #[server(default)]
    cost: String,
    /// Something to approve it although a price has changed.
    #[server(default)]
    confirmed: String,
    /// Who loses a license: `proposed`, `latest`, or whoever is chosen.
    #[server(default)]
    who: String,
    /// Who that was shown to be, where nobody is chosen.
    #[server(default)]
    lost: String,
    /// The ids of what the chosen users hold.
    #[server(default)]
    losing: Vec<String>,
) -> Result<(), PortalError> {
    let request = crate::backend::parse::request(&request_id)?;
    let id: OrderRequestId = crate::backend::parse::id(&order_request)?;
    let shown = Approval {
        revision,
        cost,
        confirmed: !confirmed.is_empty(),
    };
    let loses = match who.as_str() {
        PROPOSED => Loses::Proposed,
        who => Loses::Said(losers(who, lost, &losing)?),
    };
    crate::backend::portal()?
        .approve_order_request(id, shown, loses, request)
        .await?;
    crate::backend::done(&route::order_request(id), Notice::OrderRequestApproved);
    Ok(())
}

/// **Decline**, with a reason.
#[server(prefix = "/api", endpoint = "decline-order-request")]
pub async fn decline_order_request(
    /// The request.
    request_id: String,
    /// The id of the request for an order.
    order_request: String,
    /// Why.
    #[server(default)]
    reason: String,
) -> Result<(), PortalError> {
    let reason = reason_of(&reason)?;
    let command = Command::Decline { reason };
    let notice = Notice::OrderRequestDeclined;
    act(&request_id, &order_request, command, notice).await
}

/// **Withdraw**.
#[server(prefix = "/api", endpoint = "withdraw-order-request")]
pub async fn withdraw_order_request(
    /// The request.
    request_id: String,
    /// The id of the request for an order.
    order_request: String,
) -> Result<(), PortalError> {
    let notice = Notice::OrderRequestWithdrawn;
    act(&request_id, &order_request, Command::Withdraw, notice).await
}

/// **Agree**, or **Don't agree** with a reason.
#[server(prefix = "/api", endpoint = "agree-order-request")]
pub async fn agree_order_request(
    /// The request.
    request_id: String,
    /// The id of the request for an order.
    order_request: String,
    /// How often it had been changed.
    #[server(default)]
    revision: u32,
    /// `agree`, or `disagree`.
    #[server(default)]
    then: String,
    /// Why not.
    #[server(default)]
    reason: String,
) -> Result<(), PortalError> {
    let (command, notice) = match then.as_str() {
        "agree" => (Command::Agree { revision }, Notice::OrderRequestAgreed),
        "disagree" => (
            Command::Disagree {
                reason: reason_of(&reason)?,
            },
            Notice::OrderRequestDisagreed,
        ),
        _ => return Err(PortalError::Malformed),
    };
    act(&request_id, &order_request, command, notice).await
}

/// Writes about a request.
#[server(prefix = "/api", endpoint = "write-order-request")]
pub async fn write_order_request(
    /// The request.
    request_id: String,
    /// The id of the request for an order.
    order_request: String,
    /// The message.
    #[server(default)]
    message: String,
) -> Result<(), PortalError> {
    let text = MessageText::parse(&message);
    let text = text.map_err(|error| PortalError::of_text("message", error))?;
    let (command, notice) = (Command::Say { text }, Notice::OrderRequestWritten);
    act(&request_id, &order_request, command, notice).await
}

/// Whether the own organization wants to be asked first.
#[server(name = ReadAskedFirst, prefix = "/api", endpoint = "asked-first", protocol = Wire<GetUrl>)]
pub async fn asked_first() -> Result<AskedFirst, PortalError> {
    crate::backend::portal()?.asked_first().await
}

/// Decides that.
#[server(prefix = "/api", endpoint = "set-asked-first")]
pub async fn set_asked_first(
    /// The request.
    request_id: String,
    /// Something to be asked first.
    #[server(default)]
    asked_first: String,
) -> Result<(), PortalError> {
    let request = crate::backend::parse::request(&request_id)?;
    let is_asked = !asked_first.is_empty();
    crate::backend::portal()?
        .set_asked_first(is_asked, request)
        .await?;
    let notice = if is_asked {
        Notice::AskedFirst
    } else {
        Notice::NotAskedFirst
    };
    crate::backend::done(route::ASKED_FIRST, notice);
    Ok(())
}

#[cfg(feature = "ssr")]
fn reason_of(typed: &str) -> Result<Reason, PortalError> {
    Reason::parse(typed).map_err(|error| PortalError::of_text("reason", error))
}

#[cfg(feature = "ssr")]
async fn act(request: &str, id: &str, command: Command, notice: Notice) -> Result<(), PortalError> {
    let request = crate::backend::parse::request(request)?;
    let id: OrderRequestId = crate::backend::parse::id(id)?;
    crate::backend::portal()?
        .act_on_order_request(id, command, request)
        .await?;
    crate::backend::done(&route::order_request(id), notice);
    Ok(())
}
