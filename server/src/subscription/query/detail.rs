//! One subscription, and what a change of it would do.

use sqlx::PgConnection;
use tierline_app::{
    error::PortalError,
    portal::PortalResult,
    subscription::model::{ChangePage, Doing, NamedProduct, Possible, Relative, SubscriptionPage},
};
use tierline_core::{
    Refusal, Timestamp,
    access::{self, Action},
    actor::Actor,
    catalog::{Kind, Offer},
    ids::{OrderId, SkuId, SubscriptionId, UserId},
    license::{self, TooMany},
    subscription::{
        AutoRenew, Charge, Command, Plan, Preview, State, Subscription, Term, decide, preview,
    },
};
use uuid::Uuid;

use super::losing::{Lost, losing};
use crate::{
    activity::query::{self as timeline, Reader},
    license::store::assigned,
    organization::{query as load, query::failed},
    pipeline::{CommandError, Read, visible},
    store::Hold,
    subscription::{
        known::{Asked, Known},
        named::Named,
        query::partners,
        store::latest,
    },
};

/// The newest lines of a ledger that are on the page.
const LINES: i64 = 50;

/// A subscription with what its reader can do to it.
pub(crate) async fn subscription(
    read: &mut Read,
    id: SubscriptionId,
) -> PortalResult<SubscriptionPage> {
    let (known, actor) = known(read, id, Asked::Targets).await?;
    page(read, &known, &actor, id).await
}

/// What a command would do and cost, and who could lose a license if somebody has to.
pub(crate) async fn change(
    read: &mut Read,
    id: SubscriptionId,
    command: Option<Command>,
    search: String,
) -> PortalResult<ChangePage> {
    let Some(command) = command else {
        return Ok(ChangePage {
            page: subscription(read, id).await?,
            preview: None,
            cost: String::new(),
            renews_in: None,
            too_many: TooMany::default(),
            lost: String::new(),
            losing: None,
            problem: None,
        });
    };
    // By the facts that the change itself would go by.
    let (known, actor) = known(read, id, Asked::OnPage(command)).await?;
    let page = page(read, &known, &actor, id).await?;
    let facts = known.facts(command);
    let (preview, problem) = match preview(facts, command, &known.ledger, &actor, read.now()) {
        Ok(preview) => (Some(preview), None),
        Err(refusal) => (None, Some(PortalError::from(CommandError::from(refusal)))),
    };
    let after = preview.as_ref().map(|preview| &preview.after);
    let too_many = after.map(|it| TooMany::of(it, page.assigned));
    let too_many = too_many.unwrap_or_default();
    let renews_in = after.and_then(|it| it.renews_in(known.customer.country));
    let Lost { told, choice, .. } =
        losing(read, (&known, &actor), command, too_many, search).await?;
    Ok(ChangePage {
        cost: preview.as_ref().map(Preview::cost).unwrap_or_default(),
        page,
        renews_in,
        too_many,
        lost: told,
        losing: choice,
        preview,
        problem,
    })
}

/// The facts about a subscription that the reader may see.
pub(super) async fn known(
    read: &mut Read,
    id: SubscriptionId,
    asked: Asked,
) -> PortalResult<(Known, Actor)> {
    let (actor, now) = (read.actor()?, read.now());
    let organization = load::organization(read, actor.organization).await?;
    // Checked before any lookup: a user without the role gets the same answer for every id.
    let action = if organization.capabilities.customer.is_some() {
        Action::ViewSubscriptions
    } else {
        Action::ViewCustomers
    };
    access::authorize_own(&organization, &actor, action)?;
    let known = Known::load(read.db(), organization.id, id, asked, (now, Hold::Free)).await?;
    let seen = Action::ViewSubscriptions;
    visible(access::authorize_on_customer(known.access(), &actor, seen))?;
    Ok((known, actor))
}

async fn page(
    read: &mut Read,
    known: &Known,
    actor: &Actor,
    id: SubscriptionId,
) -> PortalResult<SubscriptionPage> {
    let now = read.now();
    // Everything that has happened by now, whether or not it is recorded.
    let mut family = known.family.clone();
    for event in known.family.catch_up(&known.offers, now) {
        family.apply(&event);
    }
    let it = family.get(id).ok_or(PortalError::NotFound)?.clone();
    let offer = known
        .offers
        .iter()
        .find(|offer| offer.product.sku == it.sku);
    let charges = latest(read.db(), id, LINES).await.map_err(failed)?;
    let mut products = named(&known.offers);
    more_names(read.db(), &mut products, &charges).await?;
    let reader = Reader::of(&known.organization, actor, read.now());
    let is_own = known.organization.id == known.customer.id;
    let scheduled_by = it.course.pending.as_ref().map(|it| it.author.user);
    let assigned = assigned(read.db(), known.customer.id, id).await;
    let assigned = license::still_held(&it, assigned.map_err(failed)?);
    Ok(SubscriptionPage {
        version: known.stored()?.version,
        product: name(&products, it.sku),
        kind: it.course.kind,
        customer: known.customer.party(),
        is_own,
        ordered_by: known.orderer.clone(),
        partner_of_record: known.of_record.as_ref().map(Named::party),
        of_record_warning: partners::warning(read, known, &it).await?,
        support: partners::support(read, &it).await?,
        base: (family.base.id != id).then(|| relative(&products, &family.base)),
        add_ons: if family.base.id == id {
            let add_ons = family.add_ons.iter();
            add_ons.map(|it| relative(&products, it)).collect()
        } else {
            Vec::new()
        },
        order: known_order(read.db(), known, it.order).await?,
        scheduled_by: author(read.db(), scheduled_by).await?,
        waits: known.facts_as_is().under_review && it.waiting().is_some(),
        assigned,
        too_many: TooMany::of(&it, assigned),
        renews_in: it.renews_in(known.customer.country),
        actions: if is_own {
            Vec::new()
        } else {
            actions(known, &it, actor, now)
        },
        targets: targets(&known.offers, offer),
        timeline: timeline::of_objects(read.db(), &reader, &[id.into_uuid()]).await?,
        subscription: it,
        products,
        charges,
    })
}

fn named(offers: &[Offer]) -> Vec<NamedProduct> {
    let named = offers.iter().map(|offer| NamedProduct {
        sku: offer.product.sku,
        name: offer.product.name.clone(),
    });
    named.collect()
}

fn name(products: &[NamedProduct], sku: SkuId) -> String {
    let found = products.iter().find(|product| product.sku == sku);
    found.map_or_else(|| sku.to_string(), |product| product.name.clone())
}

/// The names of products that it was before.
async fn more_names(
    db: &mut PgConnection,
    products: &mut Vec<NamedProduct>,
    charges: &[Charge],
) -> PortalResult<()> {
    let unknown = charges.iter().map(|line| line.sku);
    let unknown: Vec<Uuid> = unknown
        .filter(|sku| products.iter().all(|product| product.sku != *sku))
        .map(SkuId::into_uuid)
        .collect();
    if unknown.is_empty() {
        return Ok(());
    }
    let rows = sqlx::query!(
        "select sku_id, name from product where sku_id = any($1)",
        &unknown
    )
    .fetch_all(db)
    .await
    .map_err(failed)?;
    products.extend(rows.into_iter().map(|row| NamedProduct {
        sku: SkuId::from_uuid(row.sku_id),
        name: row.name,
    }));
    Ok(())
}

/// The order, for whoever has it in its history: a partner of record that was named later does not.
async fn known_order(
    db: &mut PgConnection,
    known: &Known,
    order: OrderId,
) -> PortalResult<Option<OrderId>> {
    let is_known = sqlx::query_scalar!(
        r#"select exists (select from order_entry where organization_id = $1 and order_id = $2) as "is_known!""#,
        known.organization.id.as_uuid(),
        order.as_uuid(),
    )
    .fetch_one(db)
    .await
    .map_err(failed)?;
    Ok(is_known.then_some(order))
}

async fn author(db: &mut PgConnection, user: Option<UserId>) -> PortalResult<Option<String>> {
    match user {
        Some(user) => Ok(Some(load::user_name(db, user.into_uuid()).await?)),
        None => Ok(None),
    }
}

fn relative(products: &[NamedProduct], it: &Subscription) -> Relative {
    Relative {
        id: it.id,
        product: name(products, it.sku),
        quantity: it.quantity.get(),
        status: it.state.status(),
    }
}

fn targets(offers: &[Offer], of: Option<&Offer>) -> Vec<NamedProduct> {
    let mut targets = named(offers);
    targets.retain(|it| of.is_some_and(|of| of.upgrades_to(it.sku)));
    targets
}

/// What can be done to it as it is, each with the reason if it cannot be done now. Only what another state or kind of
/// product would have is left out.
fn actions(known: &Known, it: &Subscription, actor: &Actor, now: Timestamp) -> Vec<Possible> {
    let offer = known
        .offers
        .iter()
        .find(|offer| offer.product.sku == it.sku);
    let upgrades = offer.map_or(&[][..], |offer| &offer.upgrades);
    let shown = Doing::ALL
        .into_iter()
        .filter(|what| is_shown(*what, it, upgrades));
    shown
        .map(|what| {
            // Several ways of doing it: it can be done if any of them can.
            let mut first: Option<Refusal> = None;
            for command in samples(what, it, upgrades) {
                let facts = known.facts(command);
                match decide(facts, command, actor, now) {
                    Ok(_) => {
                        return Possible {
                            what,
                            refusal: None,
                        };
                    }
                    Err(refusal) => first = first.or(Some(refusal)),
                }
            }
            Possible {
                what,
                refusal: first,
            }
        })
        .collect()
}

fn is_shown(what: Doing, it: &Subscription, upgrades: &[SkuId]) -> bool {
    let (running, kind) = (it.is_running(), it.course.kind);
    let auto = it.course.auto_renew;
    match what {
        Doing::Licenses => running && kind.is_counted(),
        Doing::Upgrade => running && !upgrades.is_empty(),
        Doing::Schedule | Doing::RenewNow => running && kind.renews(),
        Doing::Unschedule => it.course.pending.is_some(),
        Doing::AutoRenewOn => running && kind.renews() && matches!(auto, AutoRenew::Off),
        Doing::AutoRenewOff => running && kind.renews() && matches!(auto, AutoRenew::On),
        Doing::Suspend => matches!(it.state, State::Active) && kind.pauses(),
        Doing::Reactivate => matches!(it.state, State::Suspended { .. }),
        Doing::BringBack => matches!(it.state, State::Expired { .. }),
        Doing::Cancel => running,
    }
}

/// Commands by which core is asked whether something can be done at all.
fn samples(what: Doing, it: &Subscription, upgrades: &[SkuId]) -> Vec<Command> {
    let count = it.quantity.get();
    let numbers = || {
        let more = count.checked_add(1);
        let fewer = count.checked_sub(1).filter(|fewer| *fewer > 0);
        more.into_iter().chain(fewer)
    };
    let later = |quantity, upgrade, plan| Command::Schedule {
        quantity,
        upgrade,
        plan,
    };
    match what {
        Doing::Licenses => numbers().map(|to| Command::SetQuantity { to }).collect(),
        Doing::Upgrade => upgrades
            .iter()
            .map(|to| Command::Upgrade { to: *to })
            .collect(),
        Doing::Schedule => {
            let mut all: Vec<Command> = numbers().map(|to| later(Some(to), None, None)).collect();
            all.extend(
                other_terms(it.course.kind, it.plan).map(|plan| later(None, None, Some(plan))),
            );
            all
        }
        Doing::Unschedule => vec![Command::Unschedule],
        Doing::AutoRenewOn => vec![Command::SetAutoRenew {
            auto_renew: AutoRenew::On,
        }],
        Doing::AutoRenewOff => vec![Command::SetAutoRenew {
            auto_renew: AutoRenew::Off,
        }],
        Doing::RenewNow => vec![Command::RenewNow],
        Doing::Suspend => vec![Command::Suspend],
        Doing::Reactivate => vec![Command::Reactivate],
        Doing::Cancel => vec![Command::Cancel],
        Doing::BringBack => vec![Command::BringBack],
    }
}

fn other_terms(kind: Kind, plan: Plan) -> impl Iterator<Item = Plan> {
    let others = Term::ALL.into_iter().map(move |term| Plan { term, ..plan });
    others.filter(move |other| *other != plan && kind.has(*other))
}
