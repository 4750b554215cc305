//! Looking at a file, and applying it: one command for both, because both compare the file with what is stored.

use std::{fs::File, io};

use serde::Serialize;
use sqlx::PgPool;
use tierline_app::{error::PortalError, i18n::Lang, portal::PortalResult};
use tierline_core::{
    access::Action,
    ids::{ImportId, OrganizationId},
    import::{Kind, Phase, Status, looked_at},
};

use super::{
    Report,
    folder::Folder,
    store::{self, Import},
};
use crate::{
    account::store as accounts,
    fault::{failed, fault},
    pipeline::{self, Command, CommandError, CommandResult, Context, Principal, Unit},
    state::AppState,
};

/// A change that is made of a file. It says what it would do before it does it.
pub(crate) trait Importing: Command {
    /// What it does with these facts, line by line.
    ///
    /// # Errors
    /// When it may not be done.
    fn report(&self, facts: &Self::Facts, decision: &Self::Decision) -> CommandResult<Report>;
}

/// An import that the job is at work on.
#[derive(Clone, Debug)]
pub(crate) struct Running {
    pub(super) state: AppState,
    pub(super) import: Import,
}

impl Running {
    /// What the file holds.
    pub(crate) fn kind(&self) -> Kind {
        self.import.kind
    }

    /// What is imported of the file, as it was chosen.
    pub(crate) fn choice(&self) -> &serde_json::Value {
        &self.import.choice
    }

    /// The customer that the file is about.
    ///
    /// # Errors
    /// That there is none: only for a kind that is about none.
    pub(crate) fn customer(&self) -> PortalResult<OrganizationId> {
        self.import.customer.ok_or(PortalError::NotFound)
    }

    /// The language of whoever imports.
    ///
    /// # Errors
    /// A fault when the database fails.
    pub(crate) async fn language(&self) -> PortalResult<Lang> {
        let by = self.import.decided_by.unwrap_or(self.import.by);
        let mut db = self.state.pool.acquire().await.map_err(failed)?;
        let name = accounts::user_name_of(&mut db, by).await.map_err(failed)?;
        let language = accounts::language_of(&mut db, &name.key()).await;
        Ok(language.map_err(failed)?.unwrap_or_default())
    }

    /// Reads the file, beside the server's other work and piece by piece: it may be larger than what there is of
    /// memory.
    ///
    /// # Errors
    /// A fault when the file cannot be read.
    pub(crate) async fn read<T: Send + 'static>(
        &self,
        read: impl FnOnce(File) -> io::Result<T> + Send + 'static,
    ) -> PortalResult<T> {
        let (pool, id) = (&self.state.pool, self.import.id);
        store::set_phase(pool, id, Phase::Reading)
            .await
            .map_err(failed)?;
        let folder = Folder::of(&self.state.config);
        let read = tokio::task::spawn_blocking(move || read(folder.open(id)?)).await;
        let read = read.map_err(|error| fault(&error))?;
        let read = read.map_err(|error| fault(&error))?;
        store::set_phase(pool, id, Phase::Comparing)
            .await
            .map_err(failed)?;
        Ok(read)
    }

    /// Compares the file with what is stored, by the command that is made of it. If the import is to be applied, and
    /// the comparison is the one that was shown, the command is run.
    ///
    /// # Errors
    /// Those of the command.
    pub(crate) async fn run<C: Importing>(&self, command: &C) -> PortalResult<()> {
        self.perform(command, None).await
    }

    /// The same; what is to be applied in steps is not applied here, but may be from now on.
    pub(super) async fn perform<C: Importing>(
        &self,
        command: &C,
        steps: Option<usize>,
    ) -> PortalResult<()> {
        let perform = Perform {
            id: self.import.id,
            pool: self.state.pool.clone(),
            command,
            steps,
        };
        pipeline::run(&self.state, self.by(), None, &perform).await
    }

    /// Nothing of the file can be compared.
    ///
    /// # Errors
    /// A fault when the database fails.
    pub(crate) async fn refuse(&self, report: &Report) -> PortalResult<()> {
        let now = self.state.clock.now();
        let mut transaction = self.state.pool.begin().await.map_err(failed)?;
        let from = self.import.status;
        let done = async {
            if let Some(to) = looked_at(from, report.wrong() > 0, false) {
                store::found(&mut transaction, self.import.id, (from, to), report, now).await?;
            }
            transaction.commit().await
        };
        done.await.map_err(failed)
    }

    /// Whoever chose the file, or decided to apply it.
    pub(super) fn by(&self) -> Principal {
        let by = self.import.decided_by.unwrap_or(self.import.by);
        if self.import.kind.is_of_customer() {
            // With the rights that are left.
            Principal::User(by, self.import.operator)
        } else {
            Principal::Operator(by, self.import.operator)
        }
    }
}

#[derive(Serialize)]
#[serde(bound = "")]
struct Perform<'a, C> {
    id: ImportId,
    #[serde(skip)]
    pool: PgPool,
    #[serde(skip)]
    command: &'a C,
    steps: Option<usize>,
}

impl<C: Importing> Command for Perform<'_, C> {
    const NAME: &'static str = C::NAME;
    type Facts = (Import, C::Facts);
    type Decision = C::Decision;
    type Outcome = ();

    fn asks_for(&self) -> &'static [Action] {
        self.command.asks_for()
    }

    async fn facts(&self, unit: &mut Unit<'_>) -> CommandResult<Self::Facts> {
        let import = store::by_id(unit.db, self.id).await?;
        let import = import.ok_or(CommandError::NotFound)?;
        Ok((import, self.command.facts(unit).await?))
    }

    fn decide(&self, facts: &Self::Facts, context: &Context) -> CommandResult<C::Decision> {
        self.command.decide(&facts.1, context)
    }

    async fn apply(
        &self,
        (import, facts): Self::Facts,
        decision: C::Decision,
        unit: &mut Unit<'_>,
    ) -> CommandResult<()> {
        let report = self.command.report(&facts, &decision)?;
        let is_as_shown = import.shown.as_deref() == Some(&report.digest()[..]);
        let Some(to) = looked_at(import.status, report.wrong() > 0, is_as_shown) else {
            // It was discarded meanwhile.
            return Ok(());
        };
        if let (Status::Applied, Some(of)) = (to, self.steps) {
            store::begin_steps(unit.db, self.id, of).await?;
            return Ok(());
        }
        if to == Status::Applied {
            store::set_phase(&self.pool, self.id, Phase::Writing).await?;
            self.command.apply(facts, decision, unit).await?;
        }
        let now = unit.now();
        let is_saved = store::found(unit.db, self.id, (import.status, to), &report, now).await?;
        if is_saved {
            Ok(())
        } else {
            // Nothing is kept of what was written.
            Err(CommandError::Conflict)
        }
    }
}
