//! `tierline database`: the database without the server, for `psql`, for compiling and for tests.

use std::ffi::OsString;
use std::process::ExitCode;

use crate::{
    config::Config,
    database::{Database, OpenError},
    shutdown,
};

/// Errors that keep the command from running.
#[derive(Debug, thiserror::Error)]
pub enum WithDatabaseError {
    #[error(transparent)]
    Open(#[from] OpenError),
    #[error("can't run `{program}`: {source}")]
    Run {
        program: String,
        source: std::io::Error,
    },
}

/// Opens the database as the server would, or beside a server that runs it, runs the command with its address in
/// `DATABASE_URL`, and closes it. Without a command, prints the address and keeps the database open until the process
/// is asked to stop.
pub async fn with_database(
    config: &Config,
    command: &[OsString],
) -> Result<ExitCode, WithDatabaseError> {
    let database = Database::open_beside_server(config).await?;
    database
        .using(async |database| run(database, command).await)
        .await
}

async fn run(database: &Database, command: &[OsString]) -> Result<ExitCode, WithDatabaseError> {
    let Some((program, arguments)) = command.split_first() else {
        println!("{}", database.url());
        if let Err(error) = shutdown::signal().await {
            tracing::error!(%error, "signals cannot be heard; stopping");
        }
        return Ok(ExitCode::SUCCESS);
    };
    let failed = |source| WithDatabaseError::Run {
        program: program.to_string_lossy().into_owned(),
        source,
    };
    let mut child = tokio::process::Command::new(program)
        .args(arguments)
        .env("DATABASE_URL", database.url())
        .kill_on_drop(true)
        .spawn()
        .map_err(failed)?;
    loop {
        tokio::select! {
            status = child.wait() => {
                let code = status.map_err(failed)?.code().and_then(|code| u8::try_from(code).ok());
                return Ok(code.map_or(ExitCode::FAILURE, ExitCode::from));
            }
            signal = shutdown::signal() => match signal {
                // The terminal's Ctrl-C reaches the command too; wait for it to end.
                Ok("SIGINT") => {}
                _ => child.start_kill().map_err(failed)?,
            }
        }
    }
}
