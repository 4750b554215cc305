//! One step, as a command of the portal.

use tierline_app::error::PortalError;
use tierline_app::portal::all::*;
use tierline_core::{
    Refusal,
    access::Basis,
    event::Event,
    ids::{PartnershipId, RelationshipId, RequestId},
    invitation::Delivery,
    organization::{Capabilities, Capability},
    partnership, relationship,
};
use tierline_server::testing::given;
use uuid::Uuid;

use crate::{
    agreement, associate,
    data::{Draft, DraftKind, Step, What},
    dates, directory, enroll, group, life, link, registry, review, sell, standing,
    world::{World, signed},
};

/// The outcomes that the comparison knows.
pub(crate) enum Outcome {
    Events(Vec<Event>),
    Allowed(Basis),
    Refused(Refusal),
}

/// The reason why a step was not done.
#[derive(Debug)]
pub(crate) enum Stop {
    Refused(Box<Refusal>),
    /// The codes at the wrong fields.
    AtFields(Vec<String>),
    Missing,
    /// The server has no command for it, for this reason.
    NoWay(&'static str),
    /// An outcome that no scenario mentions.
    #[expect(dead_code, reason = "to be read in the report of a failure")]
    Other(PortalError),
}

impl From<PortalError> for Stop {
    fn from(error: PortalError) -> Self {
        match error {
            PortalError::Refused(refusal) => Stop::Refused(refusal),
            PortalError::Invalid(fields) => Stop::AtFields(
                fields
                    .into_iter()
                    .map(|field| field.problem.code().to_owned())
                    .collect(),
            ),
            PortalError::NotFound => Stop::Missing,
            other => Stop::Other(other),
        }
    }
}

pub(crate) const PARTNERSHIP: &str = "select id from partnership
     where (provider_id, reseller_id) in (($1, $2), ($2, $1)) order by status = 'ended', since desc limit 1";
const RELATIONSHIP: &str = "select id from relationship
     where partner_id = $1 and customer_id = $2 order by status = 'active' desc, since desc limit 1";

/// Does the step.
pub(crate) async fn run(world: &mut World, step: &Step) -> Result<(), Stop> {
    let (user, of) = (step.user.as_deref(), step.of.as_str());
    world.meet(step.what.names()).await;
    match &step.what {
        What::Wait {
            days,
            hours,
            minutes,
        } => world.wait(*days, *hours, *minutes),
        What::Pace {
            minutes_between,
            a_day,
        } => world.set_pace(*minutes_between, *a_day),
        What::Change { .. } => change(world, &step.what).await,
        What::Expire => given::time_has_passed(&world.state).await,
        What::Ask { .. } => unreachable!("asking is no command"),
        What::Partner { provider, reseller } => {
            let draft = draft(DraftKind::Partnership, reseller);
            link::agreed(world, provider, reseller, &draft, Vec::new()).await?;
        }
        What::Serve {
            partner,
            customer,
            side,
            grants,
        } => {
            let mut draft = draft(DraftKind::Relationship, customer);
            draft.side = Some(*side);
            let partner_id = world.organization(partner).id;
            let grants = grants.map(|grants| (partner_id, grants));
            link::agreed(
                world,
                partner,
                customer,
                &draft,
                grants.into_iter().collect(),
            )
            .await?;
        }
        What::Draft(draft) => link::draft(world, user, of, draft).await?,
        What::Invite(draft) => {
            link::draft(world, user, of, draft).await?;
            link::send(world, user, of, Delivery::Portal, false).await?;
        }
        What::Edit { to, link_in_text } => link::edit(world, user, of, to, *link_in_text).await?,
        What::Send { delivery } => link::send(world, user, of, *delivery, false).await?,
        What::Resend { delivery } => link::send(world, user, of, *delivery, true).await?,
        What::Cancel => {
            let id = world.invitation(of);
            let portal = world.portal(user).await;
            portal.cancel_invitation(id, request()).await?;
        }
        What::Look { link } => link::look(world, of, *link).await?,
        What::Open { link } => link::open(world, of, *link).await?,
        What::Accept {
            link,
            confirmed,
            grants,
        } => {
            let grants = grants
                .iter()
                .map(|(alias, set)| (world.organization(alias).id, *set))
                .collect();
            link::accept(world, user, of, *link, *confirmed, grants).await?;
        }
        What::Decline { link, reason } => {
            let token = link::token(world, of, *link)?;
            let portal = world.portal(user).await;
            portal.decline(&token, reason.clone(), request()).await?;
        }
        What::RevokeTenantAdmin { with } => {
            let id = partnership(world, user, with).await;
            let portal = world.portal(user).await;
            portal
                .change_partnership(id, partnership::Command::RevokeTenantAdmin, request())
                .await?;
        }
        What::GrantTenantAdmin { with } => {
            let id = partnership(world, user, with).await;
            let portal = world.portal(user).await;
            portal
                .change_partnership(id, partnership::Command::GrantTenantAdmin, request())
                .await?;
        }
        What::EndPartnership { with, reason } => {
            let id = partnership(world, user, with).await;
            let portal = world.portal(user).await;
            portal
                .change_partnership(
                    id,
                    partnership::Command::End {
                        reason: reason.clone(),
                    },
                    request(),
                )
                .await?;
        }
        What::EndGrant { partner, grant } => {
            let id = relationship(world, user, partner).await;
            let portal = world.portal(user).await;
            portal
                .change_relationship(id, relationship::Command::EndGrant(*grant), None, request())
                .await?;
        }
        What::EndRelationship { partner } => {
            let id = relationship(world, user, partner).await;
            let portal = world.portal(user).await;
            portal
                .change_relationship(id, relationship::Command::End, None, request())
                .await?;
        }
        What::SetEnd { .. } | What::AskToRenew { .. } | What::AnswerRenewal { .. } => {
            dates::run(world, user, &step.what).await?;
        }
        What::DesignateSupport { .. }
        | What::SetPartnerOfRecord { .. }
        | What::ChangeTenantOwner { .. } => associate::run(world, user, &step.what).await?,
        What::RequireSecondFactor { of_users } => {
            let portal = world.portal(user).await;
            portal
                .require_second_factor(*of_users, None, request())
                .await?;
        }
        What::CreateCustomer { .. } => sell::create_customer(world, user, &step.what).await?,
        What::SignUp { .. } => sell::sign_up(world, of, &step.what).await?,
        What::SignUpToEnroll {
            name,
            domain,
            country,
        } => enroll::sign_up(world, name, domain, *country).await?,
        What::BeginEnrollment
        | What::Enroll { .. }
        | What::ResendConfirmation
        | What::Confirm { .. }
        | What::Deny { .. }
        | What::Appeal { .. } => enroll::run(world, user, &step.what).await?,
        What::Review { .. } | What::Case { .. } => review::run(world, user, &step.what).await?,
        What::TwoReviewers => world.ask_second_reviewer(),
        What::Publish(_) | What::MoveDeadline { .. } | What::Sign { .. } => {
            agreement::run(world, user, &step.what).await?;
        }
        What::AddGroup { .. }
        | What::RenameGroup { .. }
        | What::RemoveGroup { .. }
        | What::Group { .. }
        | What::Place { .. }
        | What::Narrow { .. } => group::run(world, user, &step.what).await?,
        What::Registry(act) => registry::keep(world, user, act).await?,
        What::Mpn(act) => registry::identify(world, user, act).await?,
        What::ChangeUser { user: whom, to } => {
            let (id, change) = (world.people[whom].user, to.change());
            let portal = world.portal(user).await;
            portal.change_user(id, change, None, request()).await?;
        }
        What::Propose { .. }
        | What::TakeBackProposal
        | What::DecideListing { .. }
        | What::AskPartner { .. }
        | What::DeclineAsk { .. }
        | What::WithdrawAsk { .. } => directory::run(world, user, &step.what).await?,
        What::Suspend { .. }
        | What::Lift { .. }
        | What::ReviewAccount { .. }
        | What::EndReview { .. }
        | What::Mark { .. }
        | What::AddCapability { .. }
        | What::MoveTo { .. } => standing::run(world, user, &step.what).await?,
        What::Order {
            customer,
            lines,
            partner_of_record,
        } => sell::order(world, user, customer, lines, partner_of_record.as_deref()).await?,
        What::ChangeSubscription {
            customer,
            product,
            change,
        } => life::change(world, user, (customer, product), *change).await?,
        What::CatchUp => given::subscriptions_go_on(&world.state).await,
    }
    Ok(())
}

/// A request id that no other request has.
pub(crate) fn request() -> RequestId {
    RequestId::from_uuid(Uuid::now_v7())
}

fn draft(kind: DraftKind, to: &str) -> Draft {
    Draft {
        kind,
        to: to.to_owned(),
        side: None,
        provider: None,
        link_in_text: true,
    }
}

async fn change(world: &mut World, change: &What) {
    let What::Change {
        organization,
        country,
        capabilities,
        signed: has_signed,
        mpn,
    } = change
    else {
        unreachable!("it is a change")
    };
    let now = world.now();
    let it = world.organizations.get_mut(organization).unwrap();
    it.country = country.unwrap_or(it.country);
    it.capabilities = capabilities.map_or(it.capabilities, |given| changed(it.capabilities, given));
    if let Some(has_signed) = has_signed {
        it.agreement = signed(*has_signed, now);
    }
    if let Some(mpn) = mpn {
        it.mpn = mpn.then(given::new_mpn);
    }
    let id = it.id.into_uuid();
    given::changed_organization(&world.state.pool, it).await;
    world.changed_by_hand.insert(id);
}

fn changed(before: Capabilities, given: Capabilities) -> Capabilities {
    Capability::ALL
        .into_iter()
        .filter_map(|capability| given.state(capability).map(|state| (capability, state)))
        .fold(before, |all, (capability, state)| {
            all.with(capability, state)
        })
}

/// The organization that the user acts for.
pub(crate) fn own(user: Option<&str>) -> &str {
    user.and_then(|user| user.split_once('/')).unwrap().0
}

async fn partnership(world: &World, user: Option<&str>, with: &str) -> PartnershipId {
    let (own, other) = (
        world.organization(own(user)).id,
        world.organization(with).id,
    );
    let id = world.id_between(PARTNERSHIP, own, other).await;
    id.expect("a partnership").into()
}

pub(crate) async fn relationship(
    world: &World,
    user: Option<&str>,
    partner: &str,
) -> RelationshipId {
    let (customer, partner) = (
        world.organization(own(user)).id,
        world.organization(partner).id,
    );
    let id = world.id_between(RELATIONSHIP, partner, customer).await;
    id.expect("a relationship").into()
}
