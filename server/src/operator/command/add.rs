use serde::Serialize;
use tierline_app::{
    error::{FieldError, FieldProblem},
    i18n::Lang,
};
use tierline_core::{
    access::Action,
    account::User,
    actor::Actor,
    ids::{OrganizationId, UserId},
    market::Country,
    member::PASSWORD_LINK_VALIDITY,
    organization::{
        self, Capability, Operating, Organization, Party, Problem, RegisterFacts, Registered,
        Registration,
    },
    text::{AddressLine, CompanyName, Domain, EmailAddress, MpnId, PersonName},
};

use crate::{
    account::store as accounts,
    invitation::Token,
    member::store::{self as links, LinkTo, NewLink},
    operator::follow,
    organization::store as organizations,
    pipeline::{Command, CommandError, CommandResult, Context, Unit, object::Beginning},
    store::Hold,
};

/// Puts a partner into the program, and invites its first admin, who chooses a
/// password by the mailed link.
#[derive(Debug, Serialize)]
pub(crate) struct AddPartner {
    pub name: CompanyName,
    pub domain: Domain,
    pub country: Country,
    pub address: Vec<AddressLine>,
    pub capabilities: Vec<Capability>,
    pub mpn: Option<MpnId>,
    pub admin_name: PersonName,
    pub admin_user_name: EmailAddress,
    pub language: Lang,
    /// Of a password that nobody knows.
    #[serde(skip)]
    pub password_hash: String,
}

/// The facts for the decision, and the ids of the new objects.
#[derive(Debug)]
pub(crate) struct Facts {
    operator: Organization,
    domain_taken: bool,
    mpn_taken: bool,
    user_name_taken: bool,
    id: OrganizationId,
    admin: UserId,
}

impl Command for AddPartner {
    const NAME: &'static str = "add_partner";
    type Facts = Facts;
    type Decision = Registered;
    type Outcome = OrganizationId;

    fn asks_for(&self) -> &'static [Action] {
        &[Action::ManageOrganizations]
    }

    async fn facts(&self, unit: &mut Unit<'_>) -> CommandResult<Facts> {
        let own = unit.context.actor()?.organization;
        let known = organizations::these(unit.db, [own], (unit.context.now, Hold::Locked)).await?;
        let mpn_taken = match &self.mpn {
            Some(mpn) => organizations::is_mpn_taken(unit.db, mpn).await?,
            None => false,
        };
        Ok(Facts {
            mpn_taken,
            operator: known.get(own)?.clone(),
            domain_taken: organizations::is_taken(unit.db, &self.domain).await?,
            user_name_taken: accounts::is_taken(unit.db, &self.admin_user_name).await?,
            id: unit.new_id(),
            admin: unit.new_id(),
        })
    }

    fn decide(&self, facts: &Facts, context: &Context) -> CommandResult<Registered> {
        let operator: Party = facts.operator.party();
        let known = RegisterFacts {
            operator: Some(&operator),
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
            agreement: None,
            admin: facts.admin,
            admin_name: self.admin_name.clone(),
            admin_user_name: self.admin_user_name.clone(),
        };
        let actor: Actor = context.actor()?;
        let by = Operating {
            operator: &facts.operator,
            actor: &actor,
        };
        organization::register(Some(by), known, &new, context.now).map_err(stop)
    }

    async fn apply(
        &self,
        facts: Facts,
        registered: Registered,
        unit: &mut Unit<'_>,
    ) -> CommandResult<OrganizationId> {
        let now = unit.now();
        let beside = organizations::Beside {
            contact: Some(self.admin_user_name.clone()),
            address: self.address.clone(),
            at: now,
        };
        let new: Organization = unit
            .create(Beginning::of(facts.id, registered.event, beside))
            .await?;
        let beside = accounts::Beside {
            password_hash: self.password_hash.clone(),
            language: self.language,
            at: now,
        };
        unit.create::<User>(Beginning::of(facts.admin, registered.admin, beside))
            .await?;
        invite(
            unit,
            &new,
            facts.admin,
            &self.admin_user_name,
            self.language,
        )
        .await?;
        Ok(facts.id)
    }
}

/// What is wrong with the entry, at its fields.
pub(super) fn stop(problems: Vec<Problem>) -> CommandError {
    let mut fields = Vec::new();
    for problem in problems {
        fields.push(match problem {
            Problem::NotAllowed { refusal } => return CommandError::Refused(refusal),
            Problem::HasJoined { .. } => return CommandError::NotFound,
            Problem::NoCapability => FieldError::new("capabilities", FieldProblem::NoCapabilities),
            Problem::MpnTaken { .. } => FieldError::new("mpn", FieldProblem::MpnTaken),
            Problem::DomainTaken { .. } => FieldError::new("domain", FieldProblem::DomainTaken),
            Problem::UserNameTaken { .. } => {
                FieldError::new("admin_user_name", FieldProblem::UserNameTaken)
            }
            Problem::UserNameElsewhere { .. } => {
                FieldError::new("admin_user_name", FieldProblem::NotInDomain)
            }
            _ => return CommandError::Inconsistent("a partner that cannot be registered"),
        });
    }
    CommandError::Invalid(fields)
}

/// Mails a link to the admin; those from before do not work any more.
pub(super) async fn invite(
    unit: &mut Unit<'_>,
    organization: &Organization,
    admin: UserId,
    address: &EmailAddress,
    language: Lang,
) -> CommandResult<()> {
    let (token, made) = (Token::fresh(), unit.now());
    let (hash, expires) = (token.hash(), made + PASSWORD_LINK_VALIDITY);
    let link = NewLink {
        token_hash: hash.as_bytes(),
        organization: organization.id,
        to: LinkTo::User(admin),
        address: &address.key(),
        made,
        expires,
    };
    links::insert_link(unit.db, link).await?;
    let url = unit.public_url();
    let letter = follow::partner_added(organization, address, (&token, expires), language, url);
    unit.send([letter]);
    Ok(())
}
