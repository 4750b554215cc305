//! `tierline registry import`: the members of the MPN registry, from a CSV file.

use std::{fmt, io, path::PathBuf};

use super::{
    command::{ImportMembers, Imported},
    parse::{Wrong, members},
};
use crate::cli::{AdminError, Desk, Flags, Problems, Report, counted};

/// Commands on the registry.
#[derive(Clone, Debug, clap::Subcommand)]
pub enum RegistryCommand {
    /// Import members into the MPN registry: all of the file, or nothing when a line is wrong
    #[command(
        after_help = "The first line names the columns, each further line is a location: account (the user name by which \
                      a partner proves to be the member), profile_mpn and profile (the MPN ID and the name of the \
                      organization profile), location_mpn, location and country; as you like status and profile_status \
                      (active or inactive) and password_hash (an argon2id hash in PHC format). Profiles and locations \
                      that the file lacks stay as they are.\n\n\
                      Example:\n  \
                      account,profile_mpn,profile,location_mpn,location,country,status\n  \
                      mpn@fabrikam.example,5000000,Fabrikam,5000001,Fabrikam Lyon,FR,active"
    )]
    Import(File),
}

/// The file.
#[derive(Clone, Debug, Default, clap::Args)]
pub struct File {
    /// The members: CSV in UTF-8
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
    /// Show what would change without changing it
    #[arg(long)]
    pub dry_run: bool,
}

/// A requested task.
#[derive(Debug)]
pub(crate) struct RegistryTask(File);

impl TryFrom<RegistryCommand> for RegistryTask {
    type Error = Problems;

    fn try_from(said: RegistryCommand) -> Result<RegistryTask, Problems> {
        let RegistryCommand::Import(said) = said;
        Ok(RegistryTask(said))
    }
}

/// Why nothing was imported.
#[derive(Debug, thiserror::Error)]
enum Unusable {
    #[error("can't read `{}`: {error}", file.display())]
    Unreadable { file: PathBuf, error: io::Error },
    #[error("{}", Listed(.0))]
    Wrong(Vec<Wrong>),
}

/// Every wrong line: whoever mends the file needs all of them.
struct Listed<'a>(&'a [Wrong]);

impl fmt::Display for Listed<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("nothing was changed because:")?;
        self.0
            .iter()
            .try_for_each(|wrong| write!(formatter, "\n  {wrong}"))
    }
}

impl RegistryTask {
    /// Does it.
    pub(crate) async fn perform(self, desk: &Desk<'_>) -> Result<Report, AdminError> {
        let RegistryTask(File { file, dry_run }) = self;
        let path = file.clone();
        let read = tokio::task::spawn_blocking(move || members(std::fs::File::open(path)?)).await;
        let read = read.map_err(io::Error::other).and_then(|read| read);
        let read =
            read.map_err(|error| AdminError::unprepared(Unusable::Unreadable { file, error }))?;
        let import = ImportMembers {
            file: read,
            dry_run,
        };
        let imported = desk.run(&import, &Flags::OF_USER).await?;
        if imported.wrong.is_empty() {
            Ok(report(&imported, dry_run))
        } else {
            Err(AdminError::unprepared(Unusable::Wrong(imported.wrong)))
        }
    }
}

fn report(imported: &Imported, dry_run: bool) -> Report {
    let Imported {
        lines,
        new,
        changed,
        same,
        ..
    } = imported;
    let what = counted(new + changed + same, "member");
    let lines = counted(*lines, "line");
    let how = format!("{new} new, {changed} changed, {same} unchanged");
    Report::of(if dry_run {
        format!(
            "nothing was written because of --dry-run; this would import {what} from {lines}: {how}"
        )
    } else {
        format!("imported {what} from {lines}: {how}")
    })
}
