//! Initial objects without a history, for this crate's own tests.

use sqlx::PgConnection;
use tierline_app::i18n::Lang;
use tierline_core::{Timestamp, account::User, organization::Organization};

use super::given::beside;
use crate::{
    account::store,
    pipeline::object::{New, Object as _},
};

/// An organization that exists from the beginning, without a history.
pub(crate) async fn organization(db: &mut PgConnection, it: &Organization, now: Timestamp) {
    let new = New {
        value: it.clone(),
        version: 0,
        beside: beside(now),
    };
    Organization::insert(db, &[new])
        .await
        .expect("a new organization");
}

/// A user who exists from the beginning, without a history.
pub(crate) async fn user(db: &mut PgConnection, it: User, password_hash: &str, now: Timestamp) {
    let new = New {
        value: it,
        version: 0,
        beside: store::Beside {
            password_hash: password_hash.to_owned(),
            language: Lang::En,
            at: now,
        },
    };
    User::insert(db, &[new]).await.expect("a new user");
}
