//! What the price sheet lacks of its products: kinds, limits, bases of add-ons, and upgrade targets.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use sqlx::PgConnection;
use tierline_core::{
    Timestamp,
    catalog::{
        Limits,
        details::{Details, Known, Sold},
        sheet::{self as sheets, OfferId},
    },
};
use uuid::Uuid;

use super::sheet::{self, OwnLimits};
use crate::store::decoded;

/// The products of the price sheet as they are stored, by their names in it, and the ids that they have.
pub(crate) type Stored = (BTreeMap<OfferId, Known>, HashMap<OfferId, Uuid>);

/// Every product of the price sheet with what is said of it: upgrades may lead back over products that a file does not
/// have. Imports of prices and of details wait for each other here, and nobody else does.
pub(crate) async fn lock(
    db: &mut PgConnection,
    named: &[Details],
    now: Timestamp,
) -> Result<Stored, sqlx::Error> {
    sqlx::query("lock table sheet_price, product_tie in share row exclusive mode")
        .execute(&mut *db)
        .await?;
    let rows = sqlx::query!(
        r#"select p.sku_id, p.offer as "offer!", p.name, p.minimum, p.maximum, p.kind, p.per_customer, p.one_per_customer,
              d.minimum as "own_minimum?", d.maximum as "own_maximum?",
              array(select o.offer from product_tie t join product o on o.sku_id = t.other_id
                  where t.sku_id = p.sku_id and t.tie = 'base' and o.offer is not null order by o.offer) as "bases!",
              array(select o.offer from product_tie t join product o on o.sku_id = t.other_id
                  where t.sku_id = p.sku_id and t.tie = 'upgrade' and o.offer is not null order by o.offer)
                  as "upgrades!"
           from product p left join product_details d on d.sku_id = p.sku_id
           where p.offer is not null order by p.sku_id for no key update of p"#,
    )
    .fetch_all(&mut *db)
    .await?;
    let offers: Vec<String> = rows.iter().map(|row| row.offer.clone()).collect();
    let priced = sheets::offered(&sheet::current(db, &offers, now).await?, now);
    let mut known = BTreeMap::new();
    let mut skus = HashMap::new();
    for row in rows {
        let offer = decoded(OfferId::parse(&row.offer))?;
        let of_prices = priced.get(&offer).copied().unwrap_or(Limits {
            minimum: row.minimum.unsigned_abs(),
            maximum: row.maximum.unsigned_abs(),
            per_customer: None,
            one_per_customer: false,
        });
        let said = Details {
            line: 0,
            offer: offer.clone(),
            kind: decoded(row.kind.parse())?,
            minimum: row.own_minimum.map(i32::unsigned_abs),
            maximum: row.own_maximum.map(i32::unsigned_abs),
            per_customer: row.per_customer.map(i32::unsigned_abs),
            one_per_customer: row.one_per_customer,
            bases: read(&row.bases)?,
            upgrades: read(&row.upgrades)?,
        };
        let product = Known {
            name: row.name,
            of_prices,
            said,
            sold: Sold::default(),
        };
        skus.insert(offer.clone(), row.sku_id);
        known.insert(offer, product);
    }
    let ids: Vec<Uuid> = named
        .iter()
        .filter_map(|details| skus.get(&details.offer).copied())
        .collect();
    let mut sold = sold(db, &ids, now).await?;
    for (offer, product) in &mut known {
        let id = skus.get(offer);
        if let Some(sold) = id.and_then(|id| sold.remove(id)) {
            product.sold = sold;
        }
    }
    Ok((known, skus))
}

fn read(offers: &[String]) -> Result<BTreeSet<OfferId>, sqlx::Error> {
    offers
        .iter()
        .map(|offer| decoded(OfferId::parse(offer)))
        .collect()
}

/// What is sold of these products: what counts when a customer buys more.
async fn sold(
    db: &mut PgConnection,
    skus: &[Uuid],
    now: Timestamp,
) -> Result<HashMap<Uuid, Sold>, sqlx::Error> {
    let rows = sqlx::query!(
        r#"select of_customer.sku_id as "sku_id!", min(of_customer.fewest) as "fewest!", max(of_customer.most) as "most!",
              max(of_customer.licenses)::bigint as "licenses!", max(of_customer.subscriptions) as "subscriptions!"
           from (select sku_id, min(quantity) as fewest, max(quantity) as most, sum(quantity) as licenses,
                    count(*) as subscriptions
                 from subscription s
                 where sku_id = any($1) and status = 'active' and subscription_status(s, $2) = 'active'
                 group by sku_id, customer_id) of_customer
           group by of_customer.sku_id"#,
        skus,
        now,
    )
    .fetch_all(db)
    .await?;
    let at_most = |count: i64| u32::try_from(count).unwrap_or(u32::MAX);
    let sold = rows.into_iter().map(|row| {
        let sold = Sold {
            fewest: Some(row.fewest.unsigned_abs()),
            most: row.most.unsigned_abs(),
            of_customer: at_most(row.licenses),
            subscriptions: at_most(row.subscriptions),
        };
        (row.sku_id, sold)
    });
    Ok(sold.collect())
}

/// Puts what a file says of these products into the catalog, in place of what was said before.
pub(crate) async fn put(
    db: &mut PgConnection,
    all: &[&Details],
    ids: &HashMap<OfferId, Uuid>,
) -> Result<(), sqlx::Error> {
    let known = all
        .iter()
        .filter_map(|details| Some((*ids.get(&details.offer)?, *details)));
    let known: Vec<(Uuid, &Details)> = known.collect();
    let skus: Vec<Uuid> = known.iter().map(|(sku, _)| *sku).collect();
    let numbers = |of: fn(&Details) -> Option<u32>| -> Vec<Option<i64>> {
        let numbers = known.iter().map(|(_, details)| of(details).map(i64::from));
        numbers.collect()
    };
    let kinds: Vec<String> = known
        .iter()
        .map(|(_, details)| details.kind.code().to_owned())
        .collect();
    let one: Vec<bool> = known.iter().map(|(_, it)| it.one_per_customer).collect();
    sqlx::query!(
        "update product p set kind = new.kind, per_customer = new.per_customer, one_per_customer = new.one
         from unnest($1::uuid[], $2::text[], $3::bigint[], $4::boolean[]) as new (sku, kind, per_customer, one)
         where p.sku_id = new.sku",
        &skus,
        &kinds,
        &numbers(|it| it.per_customer) as _,
        &one,
    )
    .execute(&mut *db)
    .await?;
    sqlx::query!("delete from product_details where sku_id = any($1)", &skus)
        .execute(&mut *db)
        .await?;
    sqlx::query!(
        "insert into product_details (sku_id, minimum, maximum)
         select * from unnest($1::uuid[], $2::bigint[], $3::bigint[]) as new (sku, minimum, maximum)
         where minimum is not null or maximum is not null",
        &skus,
        &numbers(|it| it.minimum) as _,
        &numbers(|it| it.maximum) as _,
    )
    .execute(&mut *db)
    .await?;
    sqlx::query!("delete from product_tie where sku_id = any($1)", &skus)
        .execute(&mut *db)
        .await?;
    put_ties(db, &known, ids).await
}

async fn put_ties(
    db: &mut PgConnection,
    known: &[(Uuid, &Details)],
    ids: &HashMap<OfferId, Uuid>,
) -> Result<(), sqlx::Error> {
    let (mut skus, mut ties, mut others) = (Vec::new(), Vec::new(), Vec::new());
    for (sku, details) in known {
        for (tie, offers) in [("base", &details.bases), ("upgrade", &details.upgrades)] {
            for other in offers.iter().filter_map(|offer| ids.get(offer)) {
                skus.push(*sku);
                ties.push(tie.to_owned());
                others.push(*other);
            }
        }
    }
    sqlx::query!(
        "insert into product_tie (sku_id, tie, other_id)
         select * from unnest($1::uuid[], $2::text[], $3::uuid[])",
        &skus,
        &ties,
        &others,
    )
    .execute(db)
    .await?;
    Ok(())
}

/// The numbers of licenses in one subscription that were said of these products, by their names in the price sheet.
pub(super) async fn own_limits(
    db: &mut PgConnection,
    offers: &[String],
) -> Result<OwnLimits, sqlx::Error> {
    let rows = sqlx::query!(
        r#"select p.offer as "offer!", d.minimum, d.maximum
           from product p join product_details d on d.sku_id = p.sku_id where p.offer = any($1)"#,
        offers,
    )
    .fetch_all(db)
    .await?;
    let own = rows.into_iter().map(|row| {
        let own = (
            row.minimum.map(i32::unsigned_abs),
            row.maximum.map(i32::unsigned_abs),
        );
        (row.offer, own)
    });
    Ok(own.collect())
}
