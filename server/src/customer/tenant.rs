//! What every way to a tenant of one's own begins with: its domain, its first global admin, and what is taken already.

use serde::{Deserialize, Serialize};
use tierline_app::{
    account::model::{check_own_password, check_password},
    error::{FieldProblem, PortalError},
    i18n::Lang,
    portal::{PortalResult, SignUp},
};
use tierline_core::{
    Refusal,
    account::User,
    customer::{self, Taken},
    ids::{OrganizationId, UserId},
    market::Country,
    organization::{self, Organization},
    text::{CompanyName, Domain, EmailAddress, PersonName},
};

use crate::{
    account::{self, store as accounts},
    fault::fault,
    organization::store as organizations,
    pipeline::{Call, CommandError, CommandResult, Unit, object::Beginning},
};

/// A tenant that a visitor makes, and its first global admin.
#[derive(Debug, Serialize)]
pub(crate) struct NewTenant {
    name: CompanyName,
    domain: Domain,
    country: Country,
    admin_name: PersonName,
    email: EmailAddress,
    #[serde(skip)]
    password_hash: String,
    #[serde(skip)]
    language: Lang,
}

/// The facts for deciding about one.
#[derive(Debug)]
pub(crate) struct TenantFacts {
    pub(crate) taken: Taken,
    pub(crate) organization: OrganizationId,
    admin: UserId,
}

/// The outcome; the created user, for the request that made it.
#[derive(Deserialize, Serialize)]
pub(crate) struct TenantMade {
    #[serde(skip)]
    pub(crate) first: Option<UserId>,
}

impl NewTenant {
    /// The typed one, with a password that may be chosen for it.
    pub(crate) fn typed(call: &Call, new: &SignUp) -> PortalResult<Self> {
        check_password(&new.password).map_err(|error| PortalError::field("password", error))?;
        let domain = new
            .domain
            .under(&call.state.config.tenant_domain)
            .map_err(|error| PortalError::of_text("domain", error))?;
        let email = new
            .admin_user
            .at(&domain)
            .map_err(|error| PortalError::of_text("admin_user", error))?;
        let own = [email.as_str(), new.admin_name.as_str(), new.name.as_str()];
        check_own_password(&new.password, own)
            .map_err(|error| PortalError::field("password", error))?;
        Ok(NewTenant {
            name: new.name.clone(),
            domain,
            country: new.country,
            admin_name: new.admin_name.clone(),
            email,
            password_hash: String::new(),
            language: call.language,
        })
    }

    /// Keeps the hash of the admin's password. It is expensive on purpose: not before the rest is known to be possible.
    pub(crate) async fn hash(&mut self, password: &str) -> PortalResult<()> {
        let hashed = account::hash(password).await;
        self.password_hash = hashed.map_err(|error| fault(&error))?;
        Ok(())
    }

    pub(crate) async fn facts(&self, unit: &mut Unit<'_>) -> CommandResult<TenantFacts> {
        Ok(TenantFacts {
            taken: taken(unit, &self.domain, &self.email).await?,
            organization: unit.new_id(),
            admin: unit.new_id(),
        })
    }

    /// It as core decides about it.
    pub(crate) fn with_ids(&self, facts: &TenantFacts) -> customer::SignUp {
        customer::SignUp {
            id: facts.organization,
            name: self.name.clone(),
            domain: self.domain.clone(),
            country: self.country,
            admin: facts.admin,
            admin_name: self.admin_name.clone(),
            admin_user_name: self.email.clone(),
        }
    }

    /// Records the organization and its admin, by their first events.
    pub(crate) async fn create(
        &self,
        facts: &TenantFacts,
        (organization, admin): (organization::Event, tierline_core::account::Event),
        unit: &mut Unit<'_>,
    ) -> CommandResult<TenantMade> {
        let at = unit.now();
        let beside = organizations::Beside {
            contact: Some(self.email.clone()),
            address: Vec::new(),
            at,
        };
        let beginning = Beginning::of(facts.organization, organization, beside);
        unit.create::<Organization>(beginning).await?;
        let beside = accounts::Beside {
            password_hash: self.password_hash.clone(),
            language: self.language,
            at,
        };
        unit.create::<User>(Beginning::of(facts.admin, admin, beside))
            .await?;
        unit.context.has_come(facts.admin, facts.organization);
        Ok(TenantMade {
            first: Some(facts.admin),
        })
    }
}

/// What of a new tenant's values somebody has already.
pub(crate) async fn taken(
    unit: &mut Unit<'_>,
    domain: &Domain,
    user_name: &EmailAddress,
) -> CommandResult<Taken> {
    Ok(Taken {
        domain: organizations::is_taken(unit.db, domain).await?,
        user_name: accounts::is_taken(unit.db, user_name).await?,
    })
}

/// Core's refusal of a value that somebody has already, beside the value's field; any other as it is.
pub(crate) fn beside_its_field(refusal: Refusal) -> CommandError {
    match refusal {
        Refusal::Organization(organization::Refusal::DomainTaken { .. }) => {
            CommandError::field("domain", FieldProblem::DomainTaken)
        }
        Refusal::Customer(customer::Refusal::UserNameTaken { .. }) => {
            CommandError::field("admin_user", FieldProblem::UserNameTaken)
        }
        refusal => refusal.into(),
    }
}
