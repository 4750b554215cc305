//! Initial state for tests, written by the server's own store functions, so that tests outside of this crate need no
//! statements of their own for it.

use std::sync::atomic::{AtomicU32, Ordering};

use sqlx::{PgPool, types::Json};
use tierline_app::i18n::Lang;
use tierline_core::{
    Timestamp,
    account::{self, User},
    catalog::Product,
    ids::{OrganizationId, SkuId, UserId},
    organization::{Event, Organization},
    role::{Role, RoleSet},
    text::{
        EmailAddress, MpnId,
        search::{SearchText, sort_key},
    },
};
use uuid::Uuid;

use crate::{
    account::{
        second_factor::{self, RecoveryCode},
        store,
    },
    demo::past,
    jobs::expiry,
    organization,
    state::AppState,
};

/// An MPN ID that no other organization of this test has.
#[must_use]
pub fn new_mpn() -> MpnId {
    static NEXT: AtomicU32 = AtomicU32::new(4_586_213);
    let number = NEXT.fetch_add(1, Ordering::Relaxed);
    number.to_string().parse().expect("an MPN ID")
}

/// An organization.
pub async fn organization(pool: &PgPool, new: &Organization, now: Timestamp) {
    let mut db = pool.acquire().await.expect("a connection");
    let registered = Event::Registered {
        name: new.name.clone(),
        domain: new.domain.clone(),
        country: new.country,
        capabilities: new.capabilities,
        mpn: new.mpn.clone(),
        agreement: new.agreement.clone(),
        admin: UserId::from_uuid(Uuid::nil()),
        at: now,
    };
    past::begin::<Organization>(&mut db, new.id, vec![registered], beside(now), now)
        .await
        .expect("a new organization");
}

pub(super) fn beside(now: Timestamp) -> organization::store::Beside {
    organization::store::Beside {
        contact: None,
        address: Vec::new(),
        at: now,
    }
}

/// Applies the operator's changes to an organization. There is no command for them yet.
pub async fn changed_organization(pool: &PgPool, after: &Organization) {
    sqlx::query(
        "update organization set country = $2, capabilities = $3, agreement = $4, mpn = $5, version = version + 1
         where id = $1",
    )
    .bind(after.id.as_uuid())
    .bind(after.country.code())
    .bind(Json(after.capabilities))
    .bind(after.agreement.as_ref().map(Json))
    .bind(after.mpn.as_ref().map(|mpn| mpn.as_str()))
    .execute(pool)
    .await
    .expect("an organization to change");
}

/// The organization as stored.
pub async fn stored_organization(pool: &PgPool, id: OrganizationId) -> Organization {
    let mut db = pool.acquire().await.expect("a connection");
    let mut found = organization::store::load(&mut db, &[id.into_uuid()])
        .await
        .expect("an organization");
    found.pop().expect("an organization").value
}

/// A user of an organization, with one role and this stored password.
pub async fn user(
    pool: &PgPool,
    email: &EmailAddress,
    organization: OrganizationId,
    role: Role,
    password_hash: &str,
    now: Timestamp,
) -> UserId {
    let id = UserId::from_uuid(Uuid::now_v7());
    let added = account::Event::Added {
        organization,
        name: "Anna Berg".parse().expect("a name"),
        user_name: email.clone(),
        roles: RoleSet::EMPTY.with(role),
        password: account::Password::Own,
        origin: account::Origin::WithOrganization,
        at: now,
    };
    let beside = store::Beside {
        password_hash: password_hash.to_owned(),
        language: Lang::En,
        at: now,
    };
    let mut db = pool.acquire().await.expect("a connection");
    past::begin::<User>(&mut db, id, vec![added], beside, now)
        .await
        .expect("a new user");
    id
}

/// A second factor for a user: an app that does not exist, and one recovery code.
pub async fn second_factor(pool: &PgPool, user: UserId, now: Timestamp) {
    let mut db = pool.acquire().await.expect("a connection");
    let owner = store::lock(&mut db, user)
        .await
        .expect("a user")
        .expect("a user");
    let secret = second_factor::fresh_secret();
    let on = store::second_factor::turn_on(&mut db, user, owner.password_hash.as_deref())
        .await
        .expect("a second factor");
    assert!(on, "the user is blocked");
    let app = (Uuid::now_v7(), &secret[..], 0);
    store::second_factor::add_app(&mut db, user, app, now)
        .await
        .expect("an app");
    let codes = RecoveryCode::fresh();
    let hashes: Vec<_> = codes.iter().take(1).map(RecoveryCode::hash).collect();
    store::second_factor::code::set(&mut db, user, &hashes)
        .await
        .expect("a recovery code");
}

/// A product of the catalog, without prices.
pub async fn product(pool: &PgPool, new: &Product) {
    let limits = new.limits;
    sqlx::query(
        "insert into product (sku_id, part_number, name, sold, minimum, maximum, per_customer, one_per_customer, search,
             sort_key)
         values ($1, $2, $2, $3, $4, $5, $6, $7, $8, $9)",
    )
    .bind(new.sku.as_uuid())
    .bind(&new.name)
    .bind(new.sold)
    .bind(limits.minimum.cast_signed())
    .bind(limits.maximum.cast_signed())
    .bind(limits.per_customer.map(u32::cast_signed))
    .bind(limits.one_per_customer)
    .bind(SearchText::of([new.name.as_str()]).to_string())
    .bind(sort_key(&new.name))
    .execute(pool)
    .await
    .expect("a new product");
}

/// A product that is an add-on to another one.
pub async fn add_on(pool: &PgPool, add_on: SkuId, base: SkuId) {
    sqlx::query("insert into product_tie (sku_id, tie, other_id) values ($1, 'base', $2)")
        .bind(add_on.as_uuid())
        .bind(base.as_uuid())
        .execute(pool)
        .await
        .expect("a new add-on");
}

/// Runs the jobs that record expiries and lapses, now.
pub async fn time_has_passed(state: &AppState) {
    expiry::expire_invitations(state.clone())
        .await
        .expect("invitations that expire");
    expiry::lapse_partnerships(state.clone())
        .await
        .expect("partnerships that lapse");
    expiry::expire_rights(state.clone())
        .await
        .expect("rights that end");
    expiry::lapse_enrollments(state.clone())
        .await
        .expect("enrollments that lapse");
    expiry::begin_offboarding(state.clone())
        .await
        .expect("partners that are offboarded");
    expiry::note_activity(state.clone())
        .await
        .expect("activity that is noted");
    expiry::follow_registry(state.clone())
        .await
        .expect("organizations that follow the registry");
}

/// Records what time has brought to subscriptions until now.
pub async fn subscriptions_go_on(state: &AppState) {
    expiry::catch_up_subscriptions(state.clone())
        .await
        .expect("subscriptions that go on");
}
