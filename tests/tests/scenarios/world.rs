//! The state in Postgres; only the tables' aliases for it are kept here.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use chrono::{TimeDelta, TimeZone as _, Utc};
use sqlx::types::Json;
use tierline_core::{
    Timestamp,
    catalog::Product,
    event::Event,
    ids::{CustomerGroupId, InvitationId, MemberId, OrganizationId, SkuId},
    organization::{Organization, RequiredOf, SignedAgreement},
};
use tierline_server::{
    clock::Clock,
    state::AppState,
    testing::{self, TestDatabase, given},
};
use uuid::Uuid;

use crate::{
    data::{Cast, OrganizationData},
    people::Person,
};

pub(crate) struct World {
    pub(crate) state: AppState,
    pub(crate) organizations: BTreeMap<String, Organization>,
    pub(crate) products: BTreeMap<String, SkuId>,
    pub(crate) invitations: BTreeMap<String, InvitationId>,
    /// The tokens of an invitation's links, in the order of their numbers.
    pub(crate) links: BTreeMap<InvitationId, Vec<String>>,
    pub(crate) people: BTreeMap<String, Person>,
    /// Groups of customers, by the names with which they were added.
    pub(crate) groups: BTreeMap<String, CustomerGroupId>,
    /// Members of the registry, by the keys of their accounts.
    pub(crate) members: BTreeMap<String, MemberId>,
    /// Organizations that were changed by hand, without an event in their histories: there is no command for it yet.
    pub(crate) changed_by_hand: BTreeSet<Uuid>,
    _database: TestDatabase,
}

impl World {
    pub(crate) async fn new(cast: &Cast) -> World {
        let database = testing::database().await;
        let start = Utc.with_ymd_and_hms(2026, 1, 5, 9, 0, 0).unwrap();
        let state = AppState::new(
            database.pool.clone(),
            Clock::manual(start),
            Arc::new(testing::config(&[])),
        );
        let mut world = World {
            state,
            organizations: BTreeMap::new(),
            products: BTreeMap::new(),
            invitations: BTreeMap::new(),
            links: BTreeMap::new(),
            people: BTreeMap::new(),
            groups: BTreeMap::new(),
            members: BTreeMap::new(),
            changed_by_hand: BTreeSet::new(),
            _database: database,
        };
        for (alias, data) in &cast.organizations {
            let new = organization(data, start);
            given::organization(&world.state.pool, &new, start).await;
            world.organizations.insert(alias.clone(), new);
        }
        for (alias, data) in &cast.products {
            let product = Product {
                sku: SkuId::from_uuid(Uuid::now_v7()),
                name: data.name.clone(),
                sold: data.sold,
                limits: data.limits,
                price: None,
            };
            given::product(&world.state.pool, &product).await;
            world.products.insert(alias.clone(), product.sku);
        }
        for (alias, data) in &cast.products {
            for base in &data.bases {
                let (add_on, base) = (world.products[alias], world.products[base]);
                given::add_on(&world.state.pool, add_on, base).await;
            }
        }
        world
    }

    pub(crate) fn now(&self) -> Timestamp {
        self.state.clock.now()
    }

    pub(crate) fn wait(&self, days: i64, hours: i64, minutes: i64) {
        let time = TimeDelta::days(days) + TimeDelta::hours(hours) + TimeDelta::minutes(minutes);
        self.state.clock.advance(time).unwrap();
    }

    /// The operator's settings for sending.
    pub(crate) fn set_pace(&mut self, minutes_between: u16, a_day: u32) {
        let (between, a_day) = (minutes_between.to_string(), a_day.to_string());
        let flags = ["--resend-minutes", &between, "--invitations-a-day", &a_day];
        self.state.config = Arc::new(testing::config(&flags));
    }

    /// The operator asks a second reviewer before a review ends.
    pub(crate) fn ask_second_reviewer(&mut self) {
        self.state.config = Arc::new(testing::config(&["--second-reviewer"]));
    }

    pub(crate) fn organization(&self, alias: &str) -> &Organization {
        self.organizations
            .get(alias)
            .unwrap_or_else(|| panic!("there is no organization `{alias}`"))
    }

    /// The organization that the portal has just made for this alias.
    pub(crate) async fn came_into_being(&mut self, alias: &str, id: OrganizationId) {
        let stored = given::stored_organization(&self.state.pool, id).await;
        self.organizations.insert(alias.to_owned(), stored);
    }

    pub(crate) fn invitation(&self, alias: &str) -> InvitationId {
        let id = self.invitations.get(alias);
        *id.unwrap_or_else(|| panic!("there is no invitation `{alias}`"))
    }

    /// The id of an object between two organizations, from the database.
    pub(crate) async fn id_between(
        &self,
        query: &'static str,
        first: OrganizationId,
        second: OrganizationId,
    ) -> Option<Uuid> {
        sqlx::query_scalar(query)
            .bind(first.as_uuid())
            .bind(second.as_uuid())
            .fetch_optional(&self.state.pool)
            .await
            .unwrap()
    }

    /// The id of the last recorded event.
    pub(crate) async fn last_event(&self) -> i64 {
        let last = sqlx::query_scalar("select id from event order by id desc limit 1");
        let last = last.fetch_optional(&self.state.pool).await.unwrap();
        last.unwrap_or_default()
    }

    /// The events recorded since then.
    pub(crate) async fn events_after(&self, last: i64) -> Vec<Event> {
        let events: Vec<Json<Event>> =
            sqlx::query_scalar("select body from event where id > $1 order by id")
                .bind(last)
                .fetch_all(&self.state.pool)
                .await
                .unwrap();
        events.into_iter().map(|event| event.0).collect()
    }
}

fn organization(data: &OrganizationData, now: Timestamp) -> Organization {
    Organization {
        id: OrganizationId::from_uuid(Uuid::now_v7()),
        name: data.name.clone(),
        domain: data.domain.clone(),
        country: data.country,
        capabilities: data.capabilities,
        agreement: signed(data.signed, now),
        mpn: data.mpn.then(given::new_mpn),
        second_factor: RequiredOf::Nobody,
        suspensions: Vec::new(),
        offboarding: None,
        mpn_inactive: None,
        asked_first: false,
    }
}

/// The partner agreement, if it was signed outside the portal.
pub(crate) fn signed(is_signed: bool, now: Timestamp) -> Option<SignedAgreement> {
    is_signed.then(|| SignedAgreement {
        version: "1".to_owned(),
        at: now,
    })
}
