//! The catalog: the real product names, with prices and limits that are made up and marked as such.

use sqlx::PgPool;
use tierline_core::{
    market::Currency,
    text::search::{SearchText, sort_key},
};
use uuid::Uuid;

use super::{DemoError, random};

/// SKU, part number and name of each product, as Microsoft publishes them (CC BY 4.0).
const PRODUCTS: &str = include_str!("../../data/products.csv");

/// Part numbers of products, each with one to which it can be upgraded. They are made up as prices and limits are.
const UPGRADES: [(&str, &str); 6] = [
    ("O365_BUSINESS_ESSENTIALS", "O365_BUSINESS_PREMIUM"),
    ("O365_BUSINESS_ESSENTIALS", "SPB"),
    ("O365_BUSINESS_PREMIUM", "SPB"),
    ("EXCHANGESTANDARD", "EXCHANGEENTERPRISE"),
    ("EXCHANGEENTERPRISE", "SPE_E3"),
    ("SPE_E3", "SPE_E5"),
];

/// Part numbers of add-ons, each with a product that it goes with.
const BASES: [(&str, &str); 4] = [
    ("MCOMEETADV", "O365_BUSINESS_ESSENTIALS"),
    ("MCOMEETADV", "O365_BUSINESS_PREMIUM"),
    ("MCOMEETADV", "SPB"),
    ("MCOMEETADV", "SPE_E3"),
];

/// A product with prices and limits of the demo.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Figures {
    pub sku: Uuid,
    pub part_number: String,
    pub name: String,
    pub sold: bool,
    pub minimum: i32,
    pub maximum: i32,
    pub per_customer: Option<i32>,
    pub one_per_customer: bool,
    /// Hundredths of a US dollar for a license and month.
    pub cents: i64,
}

/// Every product of the file.
pub(super) fn products() -> Result<Vec<Figures>, DemoError> {
    csv::ReaderBuilder::new()
        .trim(csv::Trim::All)
        .from_reader(PRODUCTS.as_bytes())
        .records()
        .map(|record| {
            let record = record.map_err(DemoError::written)?;
            match record.iter().collect::<Vec<_>>().as_slice() {
                [sku, part_number, name] => Ok(figures(
                    sku.parse().map_err(DemoError::written)?,
                    part_number,
                    name,
                )),
                _ => Err(DemoError::Written(format!("`{record:?}` is no product"))),
            }
        })
        .collect()
}

fn figures(sku: Uuid, part_number: &str, name: &str) -> Figures {
    let number = random::number(part_number);
    let has = |words: &[&str]| words.iter().any(|word| name.to_lowercase().contains(word));
    let business = has(&[
        "business basic",
        "business standard",
        "business premium",
        "apps for business",
    ]);
    let capacity = has(&["capacity", "add-on", "unattended"]);
    // Products that are free, on trial, an old preview or for another cloud are not sold to new subscriptions.
    let sold = !has(&[
        "trial",
        "(free)",
        "preview",
        "exploratory",
        "viral",
        "_usgov",
        "for iws",
    ]);
    let cents = match number % 4 {
        _ if has(&["e5", "premium"]) => 2_200 + i64::from(number as u8) * 14,
        _ if has(&["e3", "standard", "plan 2", "p2"]) => 900 + i64::from(number as u8) * 10,
        0 | 1 => 200 + i64::from(number as u8) * 4,
        2 => 600 + i64::from(number as u8) * 8,
        _ => 1_500 + i64::from(number as u8) * 20,
    };
    Figures {
        sku,
        part_number: part_number.to_owned(),
        name: name.to_owned(),
        sold,
        minimum: if capacity && number.is_multiple_of(5) {
            5
        } else {
            1
        },
        maximum: if business {
            300
        } else if capacity {
            100
        } else {
            10_000
        },
        per_customer: if business {
            Some(300)
        } else if capacity && number.is_multiple_of(3) {
            Some(200)
        } else {
            None
        },
        one_per_customer: number.is_multiple_of(29) && !business,
        cents: cents / 10 * 10,
    }
}

/// The price of a hundred US dollars in the demo, in whole units of the currency. These are not the rates of any day.
fn per_hundred_dollars(currency: Currency) -> i64 {
    match currency {
        Currency::Aud => 150,
        Currency::Cad => 136,
        Currency::Chf => 89,
        Currency::Dkk => 690,
        Currency::Eur => 92,
        Currency::Gbp => 79,
        Currency::Inr => 8_300,
        Currency::Jpy => 15_000,
        Currency::Krw => 135_000,
        Currency::Nok => 1_060,
        Currency::Nzd => 164,
        Currency::Rub => 9_000,
        Currency::Sek => 1_050,
        Currency::Twd => 3_200,
        Currency::Usd => 100,
    }
}

/// A price in the smallest unit of a currency, rounded.
pub(super) fn price(cents: i64, currency: Currency) -> i64 {
    let hundredths = cents * per_hundred_dollars(currency) / 100;
    match currency.minor_units() {
        0 => (hundredths / 100).max(1),
        _ => (hundredths / 10 * 10).max(10),
    }
}

/// Inserts the whole catalog.
pub(super) async fn insert(pool: &PgPool) -> Result<(), DemoError> {
    let products = products()?;
    let mut transaction = pool.begin().await?;
    for product in &products {
        sqlx::query!(
            "insert into product
                (sku_id, part_number, name, sold, minimum, maximum, per_customer, one_per_customer, demo_figures,
                 search, sort_key)
             values ($1, $2, $3, $4, $5, $6, $7, $8, true, $9, $10) on conflict do nothing",
            product.sku,
            product.part_number,
            product.name,
            product.sold,
            product.minimum,
            product.maximum,
            product.per_customer,
            product.one_per_customer,
            SearchText::of([product.name.as_str(), &product.part_number]).to_string(),
            sort_key(&product.name),
        )
        .execute(&mut *transaction)
        .await?;
    }
    for currency in Currency::ALL {
        let skus: Vec<Uuid> = products.iter().map(|product| product.sku).collect();
        let prices: Vec<i64> = products
            .iter()
            .map(|product| price(product.cents, currency))
            .collect();
        sqlx::query!(
            "insert into product_price (sku_id, currency, minor)
             select sku, $1, minor from unnest($2::uuid[], $3::bigint[]) as price(sku, minor) on conflict do nothing",
            currency.code(),
            &skus,
            &prices,
        )
        .execute(&mut *transaction)
        .await?;
    }
    let upgrades = UPGRADES.iter().map(|(from, to)| ("upgrade", *from, *to));
    let bases = BASES.iter().map(|(add_on, base)| ("base", *add_on, *base));
    let ties: Vec<(&str, &str, &str)> = upgrades.chain(bases).collect();
    let texts =
        |of: fn(&(&str, &str, &str)) -> String| ties.iter().map(of).collect::<Vec<String>>();
    sqlx::query!(
        "insert into product_tie (sku_id, tie, other_id)
         select p.sku_id, listed.tie, t.sku_id
         from unnest($1::text[], $2::text[], $3::text[]) as listed (tie, product, target)
         join product p on p.part_number = listed.product and p.demo_figures
         join product t on t.part_number = listed.target and t.demo_figures
         on conflict do nothing",
        &texts(|it| it.0.to_owned()),
        &texts(|it| it.1.to_owned()),
        &texts(|it| it.2.to_owned()),
    )
    .execute(&mut *transaction)
    .await?;
    transaction.commit().await?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_product_has_plausible_figures() {
        let products = products().unwrap();
        assert_eq!(products.len(), 569);
        assert!(
            products
                .iter()
                .any(|product| product.name.contains(", Enterprise Edition"))
        );
        for product in &products {
            assert!(
                product.minimum >= 1 && product.maximum >= product.minimum,
                "{product:?}"
            );
            assert!((100..10_000).contains(&product.cents), "{product:?}");
            assert!(!product.name.contains('"'), "{product:?}");
        }
        for (product, target) in UPGRADES.into_iter().chain(BASES) {
            let is_there = |part| products.iter().any(|it| it.part_number == part);
            assert!(is_there(product) && is_there(target), "{product} {target}");
        }
        let count =
            |test: fn(&Figures) -> bool| products.iter().filter(|product| test(product)).count();
        assert!((3..150).contains(&count(|product| !product.sold)));
        assert!((3..100).contains(&count(|product| product.per_customer.is_some())));
        assert!((3..60).contains(&count(|product| product.one_per_customer)));
    }

    #[test]
    fn prices_are_round_in_every_currency() {
        assert_eq!(price(1_250, Currency::Usd), 1_250);
        assert_eq!(price(1_250, Currency::Jpy), 1_875);
        assert_eq!(price(1_250, Currency::Twd), 40_000);
        assert!(Currency::ALL.iter().all(|currency| price(1, *currency) > 0));
    }
}
