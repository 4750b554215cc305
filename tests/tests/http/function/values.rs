//! The values that a person fills in for a call.

use tierline_tests::demo::{Demo, Person};

use crate::id::{Id, sku, unknown};

/// The values for a call.
#[derive(Clone)]
pub(crate) struct Values {
    pub(crate) id: String,
    /// A customer of the person's organization.
    pub(crate) customer: String,
    pub(crate) sku: String,
    /// The country of the person's organization.
    pub(crate) country: String,
    pub(crate) token: String,
    pub(crate) email: String,
}

impl Values {
    /// The values that this person could fill in, with no object chosen yet.
    pub(crate) async fn of(demo: &Demo, person: &Person) -> Values {
        let country = sqlx::query_scalar("select country from organization where id = $1")
            .bind(person.organization)
            .fetch_optional(demo.pool())
            .await
            .unwrap();
        let customers = Id::Customer.theirs(demo, person).await;
        Values {
            id: String::new(),
            customer: customers.into_iter().next().unwrap_or_else(unknown),
            sku: sku(demo).await,
            country: country.unwrap_or_default(),
            token: String::new(),
            email: person.email.clone(),
        }
    }
}
