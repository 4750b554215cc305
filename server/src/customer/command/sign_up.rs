//! Sign-up: a customer makes its own tenant on the way to answering an invitation.

use serde::{Deserialize, Serialize};
use tierline_app::{
    i18n::Lang,
    portal::{PortalResult, SignUp},
};
use tierline_core::{
    account::User,
    customer::{self, SignedUp, Taken},
    ids::{OrganizationId, RequestId, UserId},
    organization::{Organization, Party},
    text::{Domain, EmailAddress, PersonName},
};

use crate::{
    account,
    customer::{beside_its_field, taken, tenant_of},
    fault::fault,
    invitation::{Followed, TokenHash},
    pipeline::{self, Call, Command, CommandResult, Context, Principal, Unit, object::Beginning},
    store::Hold,
};

/// Creates the tenant and its first global admin, and returns the admin to the first request. It grants nothing.
pub(crate) async fn sign_up(
    call: &Call,
    token: &str,
    new: SignUp,
    request: RequestId,
) -> PortalResult<Option<UserId>> {
    let (domain, email) = tenant_of(call, &new)?;
    let mut create = Create {
        link: TokenHash::of(token),
        name: new.name,
        domain,
        country: new.country,
        admin_name: new.admin_name,
        email,
        password_hash: String::new(),
        language: call.language,
    };
    let (state, request) = (&call.state, Some(request));
    // Hashing is expensive on purpose: not for a link that cannot be used.
    pipeline::rehearse(state, Principal::Anyone, request, &create).await?;
    create.password_hash = account::hash(&new.password)
        .await
        .map_err(|error| fault(&error))?;
    let created = pipeline::run(state, Principal::Anyone, request, &create).await?;
    Ok(created.first)
}

#[derive(Debug, Serialize)]
struct Create {
    link: TokenHash,
    name: tierline_core::text::CompanyName,
    domain: Domain,
    country: tierline_core::market::Country,
    admin_name: PersonName,
    email: EmailAddress,
    #[serde(skip)]
    password_hash: String,
    #[serde(skip)]
    language: Lang,
}

/// The facts for the decision.
#[derive(Debug)]
struct Facts {
    followed: Followed,
    partners: Vec<Organization>,
    addressee: Option<Party>,
    made_tenant: bool,
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

impl Command for Create {
    const NAME: &'static str = "sign_up";
    type Facts = Facts;
    type Decision = SignedUp;
    type Outcome = Created;

    async fn facts(&self, unit: &mut Unit<'_>) -> CommandResult<Facts> {
        let followed = Followed::link(unit.db, &self.link, Hold::Locked).await?;
        let asking = followed.partners();
        let ids = asking
            .iter()
            .copied()
            .chain(followed.invitation.value.addressee);
        let organizations =
            crate::organization::store::lock(unit.db, ids, None, unit.context.now).await?;
        let partners = asking
            .iter()
            .map(|id| organizations.get(*id).cloned())
            .collect::<CommandResult<_>>()?;
        Ok(Facts {
            addressee: followed.addressee(&organizations)?,
            followed,
            partners,
            made_tenant: crate::invitation::store::made_tenant(unit.db, self.link.as_bytes())
                .await?,
            taken: taken(unit, &self.domain, &self.email).await?,
            organization: unit.new_id(),
            admin: unit.new_id(),
        })
    }

    fn decide(&self, facts: &Facts, context: &Context) -> CommandResult<Self::Decision> {
        let partners: Vec<&Organization> = facts.partners.iter().collect();
        let sign_up = customer::SignUpFacts {
            invitation: &facts.followed.invitation.value,
            link: facts.followed.number,
            partners: &partners,
            addressee: facts.addressee.as_ref(),
            made_tenant: facts.made_tenant,
            taken: facts.taken,
        };
        let new = customer::SignUp {
            id: facts.organization,
            name: self.name.clone(),
            domain: self.domain.clone(),
            country: self.country,
            admin: facts.admin,
            admin_name: self.admin_name.clone(),
            admin_user_name: self.email.clone(),
        };
        let decided = customer::sign_up(sign_up, &new, context.now);
        decided.map_err(beside_its_field)
    }

    async fn apply(
        &self,
        facts: Facts,
        signed_up: SignedUp,
        unit: &mut Unit<'_>,
    ) -> CommandResult<Created> {
        let at = unit.now();
        let beside = crate::organization::store::Beside {
            contact: Some(self.email.clone()),
            address: Vec::new(),
            at,
        };
        unit.create::<Organization>(Beginning::of(facts.organization, signed_up.event, beside))
            .await?;
        let link = self.link.as_bytes();
        crate::invitation::store::note_tenant(unit.db, link, facts.organization).await?;
        let beside = crate::account::store::Beside {
            password_hash: self.password_hash.clone(),
            language: self.language,
            at,
        };
        unit.create::<User>(Beginning::of(facts.admin, signed_up.admin, beside))
            .await?;
        Ok(Created {
            first: Some(facts.admin),
        })
    }
}
