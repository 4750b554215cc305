//! Sign-up: a customer makes its own tenant on the way to answering an invitation.

use serde::Serialize;
use tierline_app::portal::{PortalResult, SignUp};
use tierline_core::{
    customer::{self, SignedUp},
    ids::{RequestId, UserId},
    organization::{Organization, Party},
};

use crate::{
    customer::{NewTenant, TenantFacts, TenantMade, beside_its_field},
    invitation::{Followed, TokenHash},
    pipeline::{self, Call, Command, CommandResult, Context, Principal, Unit},
    store::Hold,
};

/// Creates the tenant and its first global admin, and returns the admin to the first request. It grants nothing.
pub(crate) async fn sign_up(
    call: &Call,
    token: &str,
    new: SignUp,
    request: RequestId,
) -> PortalResult<Option<UserId>> {
    let mut create = Create {
        link: TokenHash::of(token),
        tenant: NewTenant::typed(call, &new)?,
    };
    let (state, request) = (&call.state, Some(request));
    pipeline::rehearse(state, Principal::Anyone, request, &create).await?;
    create.tenant.hash(&new.password).await?;
    let made = pipeline::run(state, Principal::Anyone, request, &create).await?;
    Ok(made.first)
}

#[derive(Debug, Serialize)]
struct Create {
    link: TokenHash,
    #[serde(flatten)]
    tenant: NewTenant,
}

/// The facts for the decision.
#[derive(Debug)]
struct Facts {
    followed: Followed,
    partners: Vec<Organization>,
    addressee: Option<Party>,
    made_tenant: bool,
    tenant: TenantFacts,
}

impl Command for Create {
    const NAME: &'static str = "sign_up";
    type Facts = Facts;
    type Decision = SignedUp;
    type Outcome = TenantMade;

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
            tenant: self.tenant.facts(unit).await?,
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
            taken: facts.tenant.taken,
        };
        let new = self.tenant.with_ids(&facts.tenant);
        let decided = customer::sign_up(sign_up, &new, context.now);
        decided.map_err(beside_its_field)
    }

    async fn apply(
        &self,
        facts: Facts,
        signed_up: SignedUp,
        unit: &mut Unit<'_>,
    ) -> CommandResult<TenantMade> {
        let first = (signed_up.event, signed_up.admin);
        let made = self.tenant.create(&facts.tenant, first, unit).await?;
        let link = self.link.as_bytes();
        crate::invitation::store::note_tenant(unit.db, link, facts.tenant.organization).await?;
        Ok(made)
    }
}
