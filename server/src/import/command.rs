//! Beginning an import, and deciding about one.

use serde::Serialize;
use serde_json::Value;
use tierline_core::{
    Refusal, access,
    access::Action,
    ids::ImportId,
    import::{self, Kind, Status},
    organization::Organization,
};

use super::{
    chosen::Chosen,
    job,
    store::{self, Import, New},
};
use crate::{
    organization::store as organizations,
    pipeline::{Command, CommandError, CommandResult, Context, Unit},
    store::Hold,
};

/// Whoever may import anything.
const IMPORTERS: &[Action] = &[Action::ManageMembers, Action::ManageCatalog];

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
            choice: chosen.choice.clone(),
            name: chosen.name.clone(),
            file,
        }
    }
}

/// The operator, and the import of the kind that is open.
#[derive(Debug)]
pub(crate) struct BeginFacts {
    operator: Organization,
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
            Kind::PriceSheet | Kind::PriceList => &[Action::ManageCatalog],
        }
    }

    async fn facts(&self, unit: &mut Unit<'_>) -> CommandResult<BeginFacts> {
        Ok(BeginFacts {
            operator: operator(unit).await?,
            open: store::lock_open(unit.db, self.kind).await?,
        })
    }

    fn decide(&self, facts: &BeginFacts, context: &Context) -> CommandResult<()> {
        let actor = context.actor()?;
        access::authorize_on_program(&facts.operator, &actor, self.kind.action())?;
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
    pub command: import::Command,
}

impl Command for SettleImport {
    const NAME: &'static str = "settle_import";
    type Facts = (Organization, Import);
    type Decision = Status;
    type Outcome = ();

    fn asks_for(&self) -> &'static [Action] {
        IMPORTERS
    }

    async fn facts(&self, unit: &mut Unit<'_>) -> CommandResult<Self::Facts> {
        let operator = operator(unit).await?;
        let import = store::by_id(unit.db, self.id).await?;
        Ok((operator, import.ok_or(CommandError::NotFound)?))
    }

    fn decide(&self, (operator, import): &Self::Facts, context: &Context) -> CommandResult<Status> {
        let actor = context.actor()?;
        access::authorize_on_program(operator, &actor, import.kind.action())?;
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

async fn operator(unit: &mut Unit<'_>) -> CommandResult<Organization> {
    let own = unit.context.actor()?.organization;
    let known = organizations::these(unit.db, [own], (unit.context.now, Hold::Free)).await?;
    Ok(known.get(own)?.clone())
}
