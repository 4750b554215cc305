//! **Create one**: a company makes its tenant with its first global admin, and begins to enroll.

use serde::{Deserialize, Serialize};
use tierline_app::{
    i18n::Lang,
    portal::{PortalResult, SignUp},
};
use tierline_core::{
    account::User,
    customer::{self, Taken},
    enrollment::{Enrollment, SignedUp, sign_up},
    ids::{OrganizationId, RequestId, UserId},
    market::Country,
    organization::Organization,
    text::{CompanyName, Domain, EmailAddress, PersonName},
};

use crate::{
    account::{self, store as accounts},
    customer::{beside_its_field, taken, tenant_of},
    fault::fault,
    organization::store as organizations,
    pipeline::{self, Call, Command, CommandResult, Context, Principal, Unit, object::Beginning},
};

/// Creates the tenant, its first global admin and its enrollment, and returns the admin to the first request.
pub(crate) async fn sign_up_to_enroll(
    call: &Call,
    new: SignUp,
    request: RequestId,
) -> PortalResult<Option<UserId>> {
    let (domain, email) = tenant_of(call, &new)?;
    let mut create = SignUpToEnroll {
        name: new.name,
        domain,
        country: new.country,
        admin_name: new.admin_name,
        email,
        password_hash: String::new(),
        language: call.language,
    };
    let (state, request) = (&call.state, Some(request));
    // Hashing is expensive on purpose: not for a name that is taken.
    pipeline::rehearse(state, Principal::Anyone, request, &create).await?;
    create.password_hash = account::hash(&new.password)
        .await
        .map_err(|error| fault(&error))?;
    let created = pipeline::run(state, Principal::Anyone, request, &create).await?;
    Ok(created.first)
}

#[derive(Debug, Serialize)]
struct SignUpToEnroll {
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

#[derive(Debug)]
struct Facts {
    taken: Taken,
    organization: OrganizationId,
    admin: UserId,
}

/// The outcome; the created user, for the request that made it.
#[derive(Deserialize, Serialize)]
struct Created {
    #[serde(skip)]
    first: Option<UserId>,
}

impl Command for SignUpToEnroll {
    const NAME: &'static str = "sign_up_to_enroll";
    type Facts = Facts;
    type Decision = SignedUp;
    type Outcome = Created;

    async fn facts(&self, unit: &mut Unit<'_>) -> CommandResult<Facts> {
        Ok(Facts {
            taken: taken(unit, &self.domain, &self.email).await?,
            organization: unit.new_id(),
            admin: unit.new_id(),
        })
    }

    fn decide(&self, facts: &Facts, context: &Context) -> CommandResult<SignedUp> {
        let new = customer::SignUp {
            id: facts.organization,
            name: self.name.clone(),
            domain: self.domain.clone(),
            country: self.country,
            admin: facts.admin,
            admin_name: self.admin_name.clone(),
            admin_user_name: self.email.clone(),
        };
        sign_up(facts.taken, &new, context.now).map_err(beside_its_field)
    }

    async fn apply(
        &self,
        facts: Facts,
        signed_up: SignedUp,
        unit: &mut Unit<'_>,
    ) -> CommandResult<Created> {
        let at = unit.now();
        let beside = organizations::Beside {
            contact: Some(self.email.clone()),
            address: Vec::new(),
            at,
        };
        unit.create::<Organization>(Beginning::of(facts.organization, signed_up.event, beside))
            .await?;
        let beside = accounts::Beside {
            password_hash: self.password_hash.clone(),
            language: self.language,
            at,
        };
        unit.create::<User>(Beginning::of(facts.admin, signed_up.admin, beside))
            .await?;
        let beginning = Beginning::of(unit.new_id(), signed_up.enrollment, ());
        unit.create::<Enrollment>(beginning).await?;
        Ok(Created {
            first: Some(facts.admin),
        })
    }
}
