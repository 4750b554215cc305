//! **Setup info**: a new customer's temporary password. It is shown once, in the browser that requested it; only its
//! hash is stored, and it has to be changed at the first sign-in.

use serde::{Deserialize, Serialize};
use tierline_app::{error::PortalError, portal::PortalResult};
use tierline_core::{
    access::CustomerFacts,
    account::Event,
    customer::{self, SetupAdmin, SetupFacts},
    ids::{OrganizationId, RequestId, UserId},
    organization::Organization,
    relationship::Relationship,
};

use crate::{
    account,
    fault::fault,
    pipeline::{Call, Command, CommandError, CommandResult, Context, Unit},
};

/// Characters that are hard to confuse, on paper or over the phone.
const ALPHABET: &[u8] = b"abcdefghijkmnpqrstuvwxyzACDEFGHJKLMNPQRTUVWXYZ234679";
/// More than 90 bits.
const LENGTH: usize = 16;

/// A new temporary password.
pub(crate) fn temporary_password() -> String {
    (0..LENGTH)
        .filter_map(|_| ALPHABET.get(rand::random_range(0..ALPHABET.len())))
        .map(|character| char::from(*character))
        .collect()
}

/// Makes a new temporary password, for when the first was lost before it was used.
pub(crate) async fn renew(
    call: &Call,
    customer: OrganizationId,
    request: RequestId,
) -> PortalResult<Option<String>> {
    let password = temporary_password();
    let mut renew = Renew {
        customer,
        hash: String::new(),
    };
    call.rehearse(request, &renew).await?;
    renew.hash = account::hash(&password)
        .await
        .map_err(|error| fault(&error))?;
    let renewed = call.run(request, &renew).await?;
    // A repeated request has made no new password: there is nothing to show.
    Ok(renewed.first.then_some(password))
}

#[derive(Debug, Serialize)]
struct Renew {
    customer: OrganizationId,
    #[serde(skip)]
    hash: String,
}

/// The facts for the decision.
#[derive(Debug)]
struct Facts {
    partner: Organization,
    customer: Organization,
    relationship: Relationship,
    admins: Vec<SetupAdmin>,
}

/// The outcome; `first` for the request that made the change.
#[derive(Deserialize, Serialize)]
struct Renewed {
    #[serde(skip)]
    first: bool,
}

impl Command for Renew {
    const NAME: &'static str = "renew_setup_password";
    type Facts = Facts;
    type Decision = (UserId, Event);
    type Outcome = Renewed;

    async fn facts(&self, unit: &mut Unit<'_>) -> CommandResult<Facts> {
        let own = unit.context.actor()?.organization;
        let organizations =
            crate::organization::store::lock(unit.db, [own, self.customer], None).await?;
        let relationships = crate::relationship::store::lock_all_of(unit.db, self.customer).await?;
        let relationship = crate::relationship::store::with_partner(&relationships, own)
            .ok_or(PortalError::NotFound)?;
        Ok(Facts {
            partner: organizations.get(own)?.clone(),
            customer: organizations.get(self.customer)?.clone(),
            relationship: relationship.value.clone(),
            admins: crate::account::store::setup_admins(unit.db, self.customer).await?,
        })
    }

    fn decide(&self, facts: &Facts, context: &Context) -> CommandResult<Self::Decision> {
        let actor = context.actor()?;
        let about = CustomerFacts {
            organization: &facts.partner,
            customer: &facts.customer,
            relationship: Some(&facts.relationship),
            providers: &[],
        };
        let facts = SetupFacts {
            about,
            admins: &facts.admins,
        };
        Ok(customer::renew_setup(facts, &actor, context.now)?)
    }

    async fn apply(
        &self,
        _: Facts,
        (admin, event): Self::Decision,
        unit: &mut Unit<'_>,
    ) -> CommandResult<Renewed> {
        let mut account = crate::account::store::lock(unit.db, admin)
            .await?
            .ok_or(CommandError::Inconsistent("a setup of no account"))?;
        crate::account::store::set_temporary_password(unit.db, admin, &self.hash).await?;
        unit.apply_events(&mut account.stored, &[event]).await?;
        Ok(Renewed { first: true })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn temporary_passwords_are_long_random_and_easy_to_read() {
        let (one, other) = (temporary_password(), temporary_password());
        assert_eq!(one.len(), LENGTH);
        assert_ne!(one, other);
        assert!(
            !one.contains(['0', 'O', 'o', '1', 'l', 'I', '5', 'S', '8', 'B']),
            "{one}"
        );
    }
}
