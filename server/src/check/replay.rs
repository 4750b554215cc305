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
    event::{Event, ObjectKind},
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
    /// Its kind.
    const KIND: ObjectKind;
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
    ($object:ident in $table:literal, $filled:expr, $db:ident, $ids:ident => $load:expr) => {
        impl Replay for $object {
            const KIND: ObjectKind = ObjectKind::$object;
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
    ($object:ident in $table:literal, $filled:expr) => {
        replay!($object in $table, $filled, db, ids => bodies(db, $table, ids).await);
    };
}

replay!(Organization in "organization", Some("object.domain"), db, ids => {
    let stored = organization::store::load(db, ids).await?.into_iter();
    Ok(stored.map(|it| (it.value.id.into_uuid(), it)).collect())
});
// A user is at the domain of its name.
replay!(User in "app_user", Some("split_part(object.email, '@', 2)"), db, ids => {
    let stored = account::store::load(db, ids).await?.into_iter();
    Ok(stored.map(|it| (it.value.id.into_uuid(), it)).collect())
});
replay!(MemberInvitation in "member_invitation", None);
replay!(Invitation in "invitation", None);
replay!(Partnership in "partnership", None);
replay!(Relationship in "relationship", Some(domain!("customer_id")));
replay!(Order in "customer_order", Some(domain!("customer_id")));
replay!(Subscription in "subscription", Some(domain!("customer_id")));
replay!(Member in "registry_member", Some("object.account"));
replay!(Agreement in "agreement", None);
replay!(PriceList in "price_list", None);
replay!(Sale in "product_sale", None);
replay!(Case in "enrollment_case", Some(domain!("organization_id")));
replay!(Enrollment in "enrollment", Some(domain!("organization_id")));
replay!(Listing in "listing", Some(domain!("provider_id")));
replay!(Ask in "partner_ask", None);
replay!(Program in "program_settings", None);
replay!(CustomerGroup in "customer_group", None);
replay!(OrderRequest in "order_request", Some(domain!("customer_id")));
replay!(Assignment in "assignment", Some(domain!("customer_id")));
