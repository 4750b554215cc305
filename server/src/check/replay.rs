use std::collections::HashMap;

use serde::de::DeserializeOwned;
use sqlx::{AssertSqlSafe, PgConnection, types::Json};
use tierline_core::{
    Evolve as _,
    account::User,
    agreement::Agreement,
    catalog::{PriceList, Sale},
    directory::{Ask, Listing},
    enrollment::Enrollment,
    event::Event,
    group::CustomerGroup,
    invitation::Invitation,
    license::Assignment,
    member::MemberInvitation,
    membership::Member,
    order::Order,
    order_request::OrderRequest,
    organization::Organization,
    partnership::Partnership,
    program::Program,
    relationship::Relationship,
    review::Case,
    subscription::Subscription,
};
use uuid::Uuid;

use crate::{account, organization, pipeline::object::Object, store::Stored};

/// An object that is rebuilt from its events.
pub(super) trait Replay: Object + PartialEq {
    /// The name of its kind in events.
    const OBJECT: &'static str;
    /// Its table.
    const TABLE: &'static str;
    /// SQL that says at which domain an object is that was filled in for measuring; none for those that never are.
    const FILLED: Option<&'static str>;

    /// These objects as stored, by id.
    fn load(
        db: &mut PgConnection,
        ids: &[Uuid],
    ) -> impl Future<Output = Result<HashMap<Uuid, Stored<Self>>, sqlx::Error>> + Send;

    /// Applies one more event to the object; false if it is one of another kind of object.
    fn go_on(state: &mut Option<Self>, event: Event) -> bool;
}

/// Objects that are stored whole.
async fn bodies<T: DeserializeOwned + Send + Unpin + 'static>(
    db: &mut PgConnection,
    table: &str,
    ids: &[Uuid],
) -> Result<HashMap<Uuid, Stored<T>>, sqlx::Error> {
    let rows: Vec<(Uuid, Json<T>, i64)> = sqlx::query_as(AssertSqlSafe(format!(
        "select id, body, version from {table} where id = any($1)"
    )))
    .bind(ids)
    .fetch_all(db)
    .await?;
    Ok(rows
        .into_iter()
        .map(|(id, Json(value), version)| (id, Stored { value, version }))
        .collect())
}

/// The domain of the organization in this column.
macro_rules! domain {
    ($column:literal) => {
        concat!(
            "(select domain from organization where id = object.",
            $column,
            ")"
        )
    };
}

macro_rules! replay {
    ($object:ident in $table:literal, $filled:expr, as $name:literal, $db:ident, $ids:ident => $load:expr) => {
        impl Replay for $object {
            const OBJECT: &'static str = $name;
            const TABLE: &'static str = $table;
            const FILLED: Option<&'static str> = $filled;

            async fn load(
                $db: &mut PgConnection,
                $ids: &[Uuid],
            ) -> Result<HashMap<Uuid, Stored<Self>>, sqlx::Error> {
                $load
            }

            fn go_on(state: &mut Option<Self>, event: Event) -> bool {
                match event {
                    Event::$object { id, event } => {
                        $object::advance(state, id, &event);
                        true
                    }
                    _ => false,
                }
            }
        }
    };
    ($object:ident in $table:literal, $filled:expr, as $name:literal) => {
        replay!($object in $table, $filled, as $name, db, ids => bodies(db, $table, ids).await);
    };
}

replay!(Organization in "organization", Some("object.domain"), as "organization", db, ids => {
    let stored = organization::store::load(db, ids).await?.into_iter();
    Ok(stored.map(|it| (it.value.id.into_uuid(), it)).collect())
});
// A user is at the domain of its name.
replay!(User in "app_user", Some("split_part(object.email, '@', 2)"), as "user", db, ids => {
    let stored = account::store::load(db, ids).await?.into_iter();
    Ok(stored.map(|it| (it.value.id.into_uuid(), it)).collect())
});
replay!(MemberInvitation in "member_invitation", None, as "member_invitation");
replay!(Invitation in "invitation", None, as "invitation");
replay!(Partnership in "partnership", None, as "partnership");
replay!(Relationship in "relationship", Some(domain!("customer_id")), as "relationship");
replay!(Order in "customer_order", Some(domain!("customer_id")), as "order");
replay!(Subscription in "subscription", Some(domain!("customer_id")), as "subscription");
replay!(Member in "registry_member", Some("object.account"), as "member");
replay!(Agreement in "agreement", None, as "agreement");
replay!(PriceList in "price_list", None, as "price_list");
replay!(Sale in "product_sale", None, as "sale");
replay!(Case in "enrollment_case", Some(domain!("organization_id")), as "case");
replay!(Enrollment in "enrollment", Some(domain!("organization_id")), as "enrollment");
replay!(Listing in "listing", Some(domain!("provider_id")), as "listing");
replay!(Ask in "partner_ask", None, as "ask");
replay!(Program in "program_settings", None, as "program");
replay!(CustomerGroup in "customer_group", None, as "customer_group");
replay!(OrderRequest in "order_request", Some(domain!("customer_id")), as "order_request");
replay!(Assignment in "assignment", Some(domain!("customer_id")), as "assignment");
