//! What time brings.

use std::collections::{BTreeSet, HashMap};

use serde::Serialize;
use tierline_core::{
    catalog::Offer,
    ids::{OrganizationId, SkuId, SubscriptionId},
    license::{self, Losing},
    market::Country,
    organization::Party,
    subscription::{Charge, settle},
};

use super::{Decided, write};
use crate::{
    catalog::store::offers,
    license::store::{Holding, held_of},
    organization::store::seats,
    pipeline::{Command, CommandError, CommandResult, Context, Unit},
    store::Hold,
    subscription::{
        follow, known,
        store::{
            family::{self, Due, Members},
            since,
        },
    },
};

/// Records what has happened to subscriptions by itself: billing periods, renewals, expiry and deletion. Each has the
/// moment at which it was due, however late this is run and by however many servers.
#[derive(Debug, Serialize)]
pub(crate) struct CatchUp {
    /// Which families are looked at.
    pub due: Due,
    /// The most families at a time, so that nobody waits long for one of them.
    pub at_most: u32,
}

/// The families to which something has happened.
pub(crate) struct Facts {
    families: Vec<Members>,
    /// The country of each customer, and the names of everybody concerned.
    seats: HashMap<OrganizationId, (Party, Country)>,
    /// The products concerned, in each market.
    offers: HashMap<Country, Vec<Offer>>,
    ledger: Vec<Charge>,
    /// What users hold of that of which there are fewer now, or another product, or nothing.
    held: Vec<Holding>,
}

impl Facts {
    fn offers_for(&self, customer: OrganizationId) -> CommandResult<&[Offer]> {
        let seat = self.seats.get(&customer);
        let (_, country) = seat.ok_or(CommandError::NotFound)?;
        Ok(self.offers.get(country).map_or(&[][..], Vec::as_slice))
    }
}

impl Command for CatchUp {
    const NAME: &'static str = "catch_up_subscriptions";
    type Facts = Facts;
    type Decision = Vec<Decided>;
    /// The number of families; none are left when it is zero.
    type Outcome = u64;

    async fn facts(&self, unit: &mut Unit<'_>) -> CommandResult<Facts> {
        let now = unit.now();
        let families = family::due(unit.db, now, &self.due, self.at_most).await?;
        let all = || families.iter().flat_map(Members::all).map(|it| &it.value);
        let concerned: BTreeSet<OrganizationId> =
            all().flat_map(|it| [it.customer, it.partner]).collect();
        let seats = seats(unit.db, concerned).await?;
        let mut skus: HashMap<Country, BTreeSet<SkuId>> = HashMap::new();
        for members in &families {
            if let Some((_, country)) = seats.get(&members.base.value.customer) {
                let of_market = skus.entry(*country).or_default();
                of_market.extend(known::concerned(members));
            }
        }
        let mut offered = HashMap::new();
        for (country, skus) in skus {
            let skus: Vec<SkuId> = skus.into_iter().collect();
            offered.insert(country, offers(unit.db, &skus, country, now).await?);
        }
        let ids: Vec<SubscriptionId> = all().map(|it| it.id).collect();
        let first = all().filter_map(|it| it.due()).min().unwrap_or(now);
        let mut facts = Facts {
            ledger: since(unit.db, &ids, first.min(now)).await?,
            seats,
            offers: offered,
            families,
            held: Vec::new(),
        };
        let mut concerned = BTreeSet::new();
        for members in &facts.families {
            let family = members.family();
            let happened = family.catch_up(facts.offers_for(family.base.customer)?, now);
            concerned.append(&mut license::concerned(&family, &happened));
        }
        facts.held = held_of(unit.db, &concerned, Hold::Locked).await?;
        Ok(facts)
    }

    fn decide(&self, facts: &Facts, context: &Context) -> CommandResult<Vec<Decided>> {
        let mut lines: HashMap<SubscriptionId, Vec<Charge>> = HashMap::new();
        for line in &facts.ledger {
            lines.entry(line.subscription).or_default().push(*line);
        }
        let decide = |members: &Members| {
            let family = members.family();
            let offers = facts.offers_for(family.base.customer)?;
            let happened = family.catch_up(offers, context.now);
            let before: Vec<_> = family.members().cloned().collect();
            let ledger = before.iter().filter_map(|it| lines.get(&it.id));
            let ledger: Vec<Charge> = ledger.flatten().copied().collect();
            let charges = settle(&before, &happened, &ledger);
            let held = facts.held.iter().map(Holding::known);
            let held: Vec<_> = held
                .filter(|(it, _)| family.get(it.subscription).is_some())
                .collect();
            let losing = Losing::Latest;
            Ok(Decided {
                licenses: license::follow(&family, offers, &happened, &held, &losing)?,
                happened,
                charges,
            })
        };
        facts.families.iter().map(decide).collect()
    }

    async fn apply(
        &self,
        facts: Facts,
        decided: Vec<Decided>,
        unit: &mut Unit<'_>,
    ) -> CommandResult<u64> {
        let parties: Vec<Party> = facts.seats.values().map(|(it, _)| it.clone()).collect();
        let mut letters = Vec::new();
        for (members, decided) in facts.families.iter().zip(&decided) {
            let about = follow::About {
                parties: &parties,
                offers: facts.offers_for(members.base.value.customer)?,
                url: unit.public_url(),
            };
            for (id, event) in &decided.happened {
                if let Some(stored) = members.get(*id) {
                    letters.extend(follow::letters(&stored.value, event, &about));
                }
            }
        }
        unit.send(letters);
        let number = facts.families.len();
        let families = facts.families.into_iter().zip(decided).collect();
        write(unit, families, facts.held).await?;
        Ok(u64::try_from(number).unwrap_or(u64::MAX))
    }
}
