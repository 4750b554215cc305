//! One request, for one of its sides.

use sqlx::PgConnection;
use tierline_app::{
    catalog::model::BaseChoice,
    error::PortalError,
    order_request::model::{OrderRequestPage, ThreadMessage},
    portal::PortalResult,
    subscription::model::NamedProduct,
};
use tierline_core::{
    Refusal,
    access::{self, Action},
    actor::Actor,
    ids::{OrderRequestId, SkuId},
    license,
    order_request::{Command, Estimate, OrderRequest, Side, as_change, decide, estimate},
    subscription::Subscription,
    text::{MessageText, Reason},
};

use super::{about, named};
use crate::{
    account::store as accounts,
    activity::query::{self as timeline, Reader},
    catalog::store::offers,
    license::store::Holding,
    order_request::{
        facts::{Known, Loaded, Who},
        store,
    },
    organization::{query as load, query::failed},
    pipeline::{Read, visible},
    store::Hold,
    subscription::query::{Lost, lost},
};

/// The messages that are shown at a time.
const SHOWN: i64 = 50;

/// A request with what its reader can do with it.
pub(crate) async fn detail(
    read: &mut Read,
    id: OrderRequestId,
    before: Option<u32>,
    search: String,
) -> PortalResult<OrderRequestPage> {
    let (actor, now) = (read.actor()?, read.now());
    let organization = load::organization(read, actor.organization).await?;
    // Checked before any lookup: a user without the role gets the same answer for every id.
    let seeing = Action::ViewOrderRequests;
    access::authorize_own(&organization, &actor, seeing)?;
    let stored = store::of(read.db(), organization.id, id, Hold::Free).await;
    let request = stored.map_err(failed)?.ok_or(PortalError::NotFound)?.value;
    let side = request.side_of(organization.id);
    let side = side.ok_or(PortalError::NotFound)?;
    let (who, wanted) = (Who::of(&request), request.wanted());
    let known = Known::load(read.db(), who, wanted, (now, Hold::Free)).await?;
    let access = known.parties().access(side);
    visible(access::authorize_on_customer(access, &actor, seeing))?;
    let status = request.status(now);
    let waits = status.waits_for().is_some();
    let (shown, problem) = if waits {
        shown(&known, &request, now)
    } else {
        (None, None)
    };
    let may = May::of(&known, &request, &actor, side, now)?;
    let chooses = side == Side::Provider && may.answer.is_ok();
    let is_named = license::may_withdraw(access, &actor).is_ok();
    let search = (chooses && is_named).then_some(search);
    let Lost {
        told,
        count,
        choice,
    } = if waits {
        losing(read, &known, &request, search).await?
    } else {
        Lost::default()
    };
    let proposed = if waits && is_named {
        proposed(read, &known, &request).await?
    } else {
        Vec::new()
    };
    let bases = known.bases();
    let mut skus = concerned(&request, shown.as_ref());
    skus.extend(bases.iter().map(|base| base.sku));
    let products = named(read.db(), &skus).await?;
    let bases = bases.into_iter().map(|base| chosen(base, &products));
    let bases: Vec<BaseChoice> = bases.collect();
    let subscription = match &known.subscription {
        Some(it) => {
            let country = known.customer.country;
            let offers = offers(read.db(), &[it.sku], country, now).await;
            Some(about(read.db(), it, &offers.map_err(failed)?).await?)
        }
        None => None,
    };
    let (messages, earlier) = messages(read.db(), id, before).await?;
    let asked_by = accounts::name_of(read.db(), request.by).await;
    let reader = Reader::of(&organization, &actor, read.now());
    let timeline = timeline::of_objects(read.db(), &reader, &[id.into_uuid()]).await?;
    let parties = known.parties();
    Ok(OrderRequestPage {
        status,
        side,
        reseller: parties.party(Side::Reseller),
        provider: parties.party(Side::Provider),
        customer: parties.party(Side::Customer),
        asked_by: asked_by.map_err(failed)?,
        products,
        bases,
        subscription,
        cost: shown.as_ref().map(Estimate::cost).unwrap_or_default(),
        has_other_prices: shown
            .as_ref()
            .is_some_and(|it| request.has_other_prices(it)),
        estimate: shown,
        problem,
        too_many: count,
        lost: told,
        losing: choice,
        proposed,
        messages,
        earlier,
        may_answer: may.answer,
        may_agree: may.agree,
        may_withdraw: may.withdraw,
        may_write: may.write,
        timeline,
        request,
    })
}

/// What it would cost today, or why it could not be approved.
fn shown(
    known: &Known,
    request: &OrderRequest,
    now: tierline_core::Timestamp,
) -> (Option<Estimate>, Option<Refusal>) {
    let bases = known.bases();
    let Some(subject) = known.subject(request.wanted(), &bases) else {
        return (None, None);
    };
    match estimate(known.parties(), subject, request.wanted(), now) {
        Ok(estimate) => (Some(estimate), None),
        Err(refusal) => (None, Some(refusal)),
    }
}

/// Who would lose a license by an approval, and with words of a search among whom the reader chooses.
async fn losing(
    read: &mut Read,
    known: &Known,
    request: &OrderRequest,
    search: Option<String>,
) -> PortalResult<Lost> {
    let (now, wanted) = (read.now(), request.wanted());
    let (Some(Loaded::Change(changing)), Some(subject)) =
        (&known.loaded, known.subject(wanted, &[]))
    else {
        return Ok(Lost::default());
    };
    if !wanted.is_fewer_at_once() {
        return Ok(Lost::default());
    }
    let Ok(happened) = as_change(known.parties(), subject, wanted, now) else {
        return Ok(Lost::default());
    };
    let all = lost(read, changing, &happened, search).await?;
    Ok(Lost {
        // Where nobody loses one there is nothing to choose.
        choice: all.choice.filter(|_| all.count > 0),
        ..all
    })
}

/// The names of those whom the reseller proposes, of those who hold a license still.
async fn proposed(
    read: &mut Read,
    known: &Known,
    request: &OrderRequest,
) -> PortalResult<Vec<String>> {
    if request.losing.is_empty() {
        return Ok(Vec::new());
    }
    let now = read.now();
    let held = known.held(read.db(), request.wanted(), (now, Hold::Free));
    let held = held.await?;
    let named = held.iter().map(Holding::known);
    let named = named.filter(|(it, _)| request.losing.contains(&it.id));
    Ok(named.map(|(_, name)| name.to_string()).collect())
}

/// What the reader may do.
struct May {
    answer: Result<(), Refusal>,
    agree: Result<(), Refusal>,
    withdraw: Result<(), Refusal>,
    write: Result<(), Refusal>,
}

impl May {
    fn of(
        known: &Known,
        request: &OrderRequest,
        actor: &Actor,
        side: Side,
        now: tierline_core::Timestamp,
    ) -> PortalResult<May> {
        // What core says in advance rests on no text.
        let reason = Reason::parse("-").map_err(failed)?;
        let text = MessageText::parse("-").map_err(failed)?;
        let facts = known.facts(request);
        let may = |command: &Command| decide(facts, command, actor, now).map(drop);
        // Somebody else's part is no button of this reader's.
        let of = |expected: Side, command: &Command| {
            if side == expected {
                may(command)
            } else {
                Ok(())
            }
        };
        Ok(May {
            answer: of(Side::Provider, &Command::Decline { reason }),
            agree: of(
                Side::Customer,
                &Command::Agree {
                    revision: request.revision,
                },
            ),
            withdraw: of(Side::Reseller, &Command::Withdraw),
            write: may(&Command::Say { text }),
        })
    }
}

/// A subscription that an add-on is for.
fn chosen(base: &Subscription, products: &[NamedProduct]) -> BaseChoice {
    let named = products.iter().find(|product| product.sku == base.sku);
    BaseChoice {
        id: base.id,
        product: named.map_or_else(|| base.sku.to_string(), |product| product.name.clone()),
        quantity: base.quantity.get(),
        ends: base.ends,
    }
}

/// The products that the page names.
fn concerned(request: &OrderRequest, shown: Option<&Estimate>) -> Vec<SkuId> {
    let mut skus = request.asked.products();
    skus.extend(request.wanted().products());
    skus.extend(request.prices.iter().map(|price| price.sku));
    if let Some(shown) = shown {
        skus.extend(shown.prices.iter().map(|price| price.sku));
        let lines = shown.now.iter().chain(&shown.later);
        skus.extend(lines.map(|line| line.sku));
    }
    skus.sort_unstable();
    skus.dedup();
    skus
}

/// The messages before this number, or the newest, and the number before which there are earlier ones.
async fn messages(
    db: &mut PgConnection,
    id: OrderRequestId,
    before: Option<u32>,
) -> PortalResult<(Vec<ThreadMessage>, Option<u32>)> {
    let rows = sqlx::query!(
        r#"select m.number, m.said_at, m.text, u.name as by, o.name as organization
           from order_request_message m
           join app_user u on u.id = m.user_id
           join organization o on o.id = m.organization_id
           where m.request_id = $1 and ($2::integer is null or m.number < $2)
           order by m.number desc limit $3"#,
        id.as_uuid(),
        before.map(u32::cast_signed),
        SHOWN,
    )
    .fetch_all(db)
    .await
    .map_err(failed)?;
    let mut messages: Vec<ThreadMessage> = rows
        .into_iter()
        .map(|row| ThreadMessage {
            number: row.number.unsigned_abs(),
            by: row.by,
            organization: row.organization,
            at: row.said_at,
            text: row.text,
        })
        .collect();
    messages.reverse();
    // They are counted from one.
    let first = messages.first().map(|message| message.number);
    Ok((messages, first.filter(|number| *number > 1)))
}
