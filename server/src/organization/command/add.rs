use serde::Serialize;
use tierline_app::i18n::Lang;
use tierline_core::{
    account::User,
    ids::{OrganizationId, UserId},
    market::Country,
    organization::{
        self, Capability, Organization, Party, RegisterFacts, Registered, Registration,
    },
    text::{AgreementVersion, CompanyName, Domain, EmailAddress, MpnId, PersonName},
};

use crate::{
    account::store as account,
    cli::Done,
    pipeline::{Command, CommandResult, Context, Unit, object::Beginning},
};

/// Adds an organization with its first user.
#[derive(Debug, Serialize)]
pub(crate) struct AddOrganization {
    pub name: CompanyName,
    pub domain: Domain,
    pub country: Country,
    pub capabilities: Vec<Capability>,
    pub mpn: Option<MpnId>,
    pub agreement: Option<AgreementVersion>,
    pub admin_name: PersonName,
    pub admin_user_name: EmailAddress,
    pub language: Lang,
    #[serde(skip)]
    pub password_hash: String,
}

/// The facts for the decision, and the ids of the new objects.
#[derive(Debug)]
pub(crate) struct Facts {
    operator: Option<Party>,
    domain_taken: bool,
    mpn_taken: bool,
    user_name_taken: bool,
    id: OrganizationId,
    admin: UserId,
}

impl Command for AddOrganization {
    const NAME: &'static str = "add_organization";
    type Facts = Facts;
    type Decision = Done<Registered>;
    type Outcome = Done<Organization>;

    async fn facts(&self, unit: &mut Unit<'_>) -> CommandResult<Facts> {
        let mpn_taken = match &self.mpn {
            Some(mpn) => crate::organization::store::is_mpn_taken(unit.db, mpn).await?,
            None => false,
        };
        Ok(Facts {
            mpn_taken,
            operator: crate::organization::store::operator(unit.db).await?,
            domain_taken: crate::organization::store::is_taken(unit.db, &self.domain).await?,
            user_name_taken: crate::account::store::is_taken(unit.db, &self.admin_user_name)
                .await?,
            id: unit.new_id(),
            admin: unit.new_id(),
        })
    }

    fn decide(&self, facts: &Facts, context: &Context) -> CommandResult<Self::Decision> {
        let known = RegisterFacts {
            operator: facts.operator.as_ref(),
            domain_taken: facts.domain_taken,
            mpn_taken: facts.mpn_taken,
            user_name_taken: facts.user_name_taken,
        };
        let new = Registration {
            id: facts.id,
            name: self.name.clone(),
            domain: self.domain.clone(),
            country: self.country,
            capabilities: self.capabilities.clone(),
            mpn: self.mpn.clone(),
            agreement: self.agreement.clone(),
            admin: facts.admin,
            admin_name: self.admin_name.clone(),
            admin_user_name: self.admin_user_name.clone(),
        };
        Ok(organization::register(
            context.operating(),
            known,
            &new,
            context.now,
        ))
    }

    async fn apply(
        &self,
        facts: Facts,
        decision: Self::Decision,
        unit: &mut Unit<'_>,
    ) -> CommandResult<Self::Outcome> {
        let registered = match decision {
            Ok(registered) => registered,
            Err(problems) => return Ok(Err(problems)),
        };
        let at = unit.now();
        let beside = crate::organization::store::Beside {
            contact: Some(self.admin_user_name.clone()),
            address: Vec::new(),
            at,
        };
        let id = registered.organization.id;
        let organization: Organization = unit
            .create(Beginning::of(id, registered.event, beside))
            .await?;
        let beside = account::Beside {
            password_hash: self.password_hash.clone(),
            language: self.language,
            at,
        };
        unit.create::<User>(Beginning::of(facts.admin, registered.admin, beside))
            .await?;
        Ok(Ok(organization))
    }
}
