//! Beginning an import, and deciding about one.

use serde::Serialize;
use serde_json::Value;
use tierline_core::{
    Refusal, access,
    access::Action,
    ids::{ImportId, OrganizationId},
    import::{self, Kind, Status},
    license, member,
    organization::Organization,
    role::{Role, RoleSet},
};

use super::{
    chosen::Chosen,
    job,
    store::{self, Import, New},
};
use crate::{
    organization::store as organizations,
    pipeline::{Command, CommandError, CommandResult, Context, Unit},
    relationship::About,
    store::Hold,
};

/// Whoever may import anything.
const IMPORTERS: &[Action] = &[Action::ManageMembers, Action::ManageCatalog];

/// Whoever may import for a customer.
const FOR_CUSTOMERS: &[Action] = &[Action::ManageUsers];

/// What is known of a received file.
#[derive(Clone, Copy, Debug, Serialize)]
pub(crate) struct File {
    pub bytes: u64,
    pub digest: [u8; 32],
}

/// Begins the import of a file. Returns the id under which the file is kept.
#[derive(Debug, Serialize)]
pub(crate) struct BeginImport {
    /// Another one for each try: a repeated request is told by what was sent.
    #[serde(skip)]
    id: ImportId,
    kind: Kind,
    customer: Option<OrganizationId>,
    choice: Value,
    name: String,
    /// What was received; before that it is asked whether an import may begin at all.
    file: Option<File>,
}

impl BeginImport {
    pub(super) fn of(id: ImportId, chosen: &Chosen, file: Option<File>) -> BeginImport {
        BeginImport {
            id,
            kind: chosen.kind,
            customer: chosen.customer,
            choice: chosen.choice.clone(),
            name: chosen.name.clone(),
            file,
        }
    }
}

/// Whose the import is, and the one of the kind that is open.
#[derive(Debug)]
pub(crate) struct BeginFacts {
    subject: Subject,
    open: Option<import::Open>,
}

impl Command for BeginImport {
    const NAME: &'static str = "begin_import";
    type Facts = BeginFacts;
    type Decision = ();
    type Outcome = ImportId;

    fn asks_for(&self) -> &'static [Action] {
        match self.kind {
            Kind::Registry => &[Action::ManageMembers],
            Kind::PriceSheet | Kind::PriceList | Kind::ProductDetails => &[Action::ManageCatalog],
            Kind::Users => FOR_CUSTOMERS,
        }
    }

    async fn facts(&self, unit: &mut Unit<'_>) -> CommandResult<BeginFacts> {
        if self.kind.is_of_customer() != self.customer.is_some() {
            return Err(CommandError::NotFound);
        }
        let own = unit.context.actor()?.organization;
        Ok(BeginFacts {
            subject: Subject::load(unit, self.customer).await?,
            open: store::lock_open(unit.db, self.kind, own, self.customer).await?,
        })
    }

    fn decide(&self, facts: &BeginFacts, context: &Context) -> CommandResult<()> {
        facts.subject.authorize(self.kind, context)?;
        Ok(import::begin(facts.open.clone()).map_err(Refusal::from)?)
    }

    async fn apply(&self, _: BeginFacts, (): (), unit: &mut Unit<'_>) -> CommandResult<ImportId> {
        let file = self.file;
        let file = file.ok_or(CommandError::Inconsistent("an import without a file"))?;
        let actor = unit.context.actor()?;
        let new = New {
            id: self.id,
            kind: self.kind,
            operator: actor.organization,
            customer: self.customer,
            by: actor.user,
            at: unit.now(),
            name: &self.name,
            bytes: file.bytes,
            choice: &self.choice,
        };
        store::insert(unit.db, new).await?;
        job::add(unit.db, self.id).await?;
        Ok(self.id)
    }
}

/// **Apply** or **Discard**.
#[derive(Debug, Serialize)]
pub(crate) struct SettleImport {
    pub id: ImportId,
    /// The customer that the import is about, for the kinds that are about one.
    pub customer: Option<OrganizationId>,
    pub command: import::Command,
}

impl Command for SettleImport {
    const NAME: &'static str = "settle_import";
    type Facts = (Subject, Import);
    type Decision = Status;
    type Outcome = ();

    fn asks_for(&self) -> &'static [Action] {
        if self.customer.is_some() {
            FOR_CUSTOMERS
        } else {
            IMPORTERS
        }
    }

    async fn facts(&self, unit: &mut Unit<'_>) -> CommandResult<Self::Facts> {
        let own = unit.context.actor()?.organization;
        let subject = Subject::load(unit, self.customer).await?;
        let import = store::by_id(unit.db, self.id).await?;
        // What another organization imports for the customer is its own affair.
        let import = import.filter(|it| {
            it.customer == self.customer && (it.customer.is_none() || it.operator == own)
        });
        Ok((subject, import.ok_or(CommandError::NotFound)?))
    }

    fn decide(&self, (subject, import): &Self::Facts, context: &Context) -> CommandResult<Status> {
        subject.authorize(import.kind, context)?;
        Ok(import::decide(import.status, self.command).map_err(Refusal::from)?)
    }

    async fn apply(
        &self,
        (_, import): Self::Facts,
        to: Status,
        unit: &mut Unit<'_>,
    ) -> CommandResult<()> {
        let (by, now) = (unit.context.actor()?.user, unit.now());
        if !store::settle(unit.db, self.id, (import.status, to), by, now).await? {
            return Err(CommandError::Conflict);
        }
        if to.is_under_way() {
            job::add(unit.db, self.id).await?;
        }
        Ok(())
    }
}

/// Whom an import is for.
#[derive(Debug)]
pub(crate) enum Subject {
    /// The program, by the operator.
    Program(Box<Organization>),
    /// A customer, by a partner or by itself.
    Customer(Box<About>),
}

impl Subject {
    async fn load(unit: &mut Unit<'_>, customer: Option<OrganizationId>) -> CommandResult<Subject> {
        Ok(match customer {
            Some(customer) => Subject::Customer(Box::new(About::load(unit, customer).await?)),
            None => Subject::Program(Box::new(operator(unit).await?)),
        })
    }

    fn authorize(&self, kind: Kind, context: &Context) -> CommandResult<()> {
        let actor = context.actor()?;
        match self {
            Subject::Program(operator) => {
                access::authorize_on_program(operator, &actor, kind.action())?;
            }
            Subject::Customer(about) => {
                member::may_help(about.facts(), RoleSet::of(&[Role::User]), &actor)?;
                license::may_manage(about.facts(), &actor)?;
            }
        }
        Ok(())
    }
}

async fn operator(unit: &mut Unit<'_>) -> CommandResult<Organization> {
    let own = unit.context.actor()?.organization;
    let known = organizations::these(unit.db, [own], (unit.context.now, Hold::Free)).await?;
    Ok(known.get(own)?.clone())
}
