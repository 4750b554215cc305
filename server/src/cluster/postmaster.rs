//! Starting, watching and stopping the processes of Postgres.

use std::path::PathBuf;
use std::process::Command;
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use super::{
    ClusterError,
    account::{self, Account},
    folder::{self, Folder},
    orphan,
    programs::Programs,
};

/// After a crash, a killed Postgres' shared memory is in use until its last process has noticed.
const START_ATTEMPTS: u32 = 10;
const START_AGAIN_AFTER: Duration = Duration::from_secs(1);

/// The Postgres of one folder.
#[derive(Debug)]
pub(super) struct Postmaster {
    pub(super) programs: Programs,
    pub(super) account: Account,
    pub(super) folder: Folder,
    pub(super) sockets: PathBuf,
    /// Its wanted state; locked while that is being brought about.
    wanted: Mutex<Wanted>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Wanted {
    Running,
    Stopped,
}

impl Postmaster {
    pub(super) fn new(
        programs: Programs,
        account: Account,
        folder: Folder,
        sockets: PathBuf,
    ) -> Self {
        Self {
            programs,
            account,
            folder,
            sockets,
            wanted: Mutex::new(Wanted::Running),
        }
    }

    /// Starts it and waits until it accepts connections. The caller's server holds the folder's lock.
    pub(super) fn launch(&self) -> Result<(), ClusterError> {
        orphan::stop(&self.folder, &self.programs, &self.account)?;
        orphan::clear(&self.folder, &self.sockets, &self.account)?;
        let log = self.folder.log();
        let mut attempt = 1;
        loop {
            let mut command = self.control();
            command
                .arg("start")
                .arg("-w")
                .args(["-t", "120"])
                .arg("-l")
                .arg(&log);
            match account::run(&mut command) {
                Ok(()) => return Ok(()),
                Err(error) if attempt == START_ATTEMPTS || !folder::memory_in_use(&log) => {
                    return Err(ClusterError::Start {
                        log: folder::tail(&log),
                        cause: error.to_string(),
                    });
                }
                Err(_) => {
                    attempt += 1;
                    std::thread::sleep(START_AGAIN_AFTER);
                }
            }
        }
    }

    /// Starts it again if it has died. True if it had.
    pub(super) fn revive(&self) -> Result<bool, ClusterError> {
        let wanted = self.wanted.lock().unwrap_or_else(PoisonError::into_inner);
        if *wanted == Wanted::Stopped || orphan::running(&self.folder).is_some() {
            return Ok(false);
        }
        self.launch()?;
        Ok(true)
    }

    /// Stops it: connections are closed, everything is written, and the next start has nothing to recover.
    pub(super) fn stop(&self) -> Result<(), ClusterError> {
        let mut wanted = self.wanted.lock().unwrap_or_else(PoisonError::into_inner);
        *wanted = Wanted::Stopped;
        let Some(pid) = orphan::running(&self.folder) else {
            return Ok(());
        };
        let stop =
            |mode: &str| account::run(self.control().args(["stop", "-w", "-t", "60", "-m", mode]));
        stop("fast").or_else(|_| stop("immediate"))?;
        orphan::wait_for_end(&self.folder, pid);
        Ok(())
    }

    /// Asks it to stop, without waiting. Does nothing the second time.
    pub(super) fn ask_to_stop(&self) {
        let mut wanted = self.wanted.lock().unwrap_or_else(PoisonError::into_inner);
        if *wanted == Wanted::Running
            && account::run(self.control().args(["stop", "-m", "fast", "-W"])).is_err()
        {
            tracing::warn!("the private database could not be asked to stop");
        }
        *wanted = Wanted::Stopped;
    }

    /// Gives it up but leaves it running, as a killed server does.
    #[cfg(test)]
    pub(super) fn abandon(&self) {
        *self.wanted.lock().unwrap_or_else(PoisonError::into_inner) = Wanted::Stopped;
    }

    /// `pg_ctl` makes Postgres the leader of its own session, so that the terminal's Ctrl-C reaches only the server,
    /// which stops Postgres when it is done with it.
    fn control(&self) -> Command {
        let mut command = self.account.command(self.programs.path("pg_ctl"));
        command.arg("-D").arg(self.folder.path()).arg("--silent");
        command
    }
}
