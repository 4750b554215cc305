//! Leftovers of a killed server: a Postgres that still runs, or a note of one that does not.

use std::path::{Path, PathBuf};
use std::time::Duration;

use super::{
    ClusterError,
    account::{self, Account},
    folder::Folder,
    programs::Programs,
    settings,
};

/// The number of checks for a stopped Postgres and the pause between them: ten seconds in all.
const LOOKS: u32 = 500;
const BETWEEN_LOOKS: Duration = Duration::from_millis(20);
/// A process id that no system assigns.
const NOBODYS: i32 = i32::MAX;

/// Makes sure that no Postgres runs in this folder. The caller holds the folder's lock, so one found here has lost its
/// server.
pub(super) fn stop(
    folder: &Folder,
    programs: &Programs,
    account: &Account,
) -> Result<(), ClusterError> {
    let Some(pid) = running(folder) else {
        return Ok(());
    };
    tracing::warn!(
        pid,
        "the database of a server that was killed still runs; stopping it"
    );
    let stop = |mode: &str| {
        let mut command = account.command(programs.path("pg_ctl"));
        command.arg("-D").arg(folder.path());
        command.args(["stop", "--silent", "-w", "-t", "30", "-m", mode]);
        account::run(&mut command)
    };
    if let Err(error) = stop("fast")
        && running(folder).is_some()
    {
        tracing::warn!(%error, "it did not stop; ending it at once");
        stop("immediate")?;
    }
    wait_for_end(folder, pid);
    Ok(())
}

/// Waits until the process of a stopped Postgres has ended: `pg_ctl` only waits for its note to go, which Postgres
/// removes just before its end.
pub(super) fn wait_for_end(folder: &Folder, pid: u32) {
    for _ in 0..LOOKS {
        // Without /proc there is no way to tell.
        if !Path::new("/proc/self").exists() || !works_in(folder.path(), pid) {
            return;
        }
        std::thread::sleep(BETWEEN_LOOKS);
    }
}

/// Removes all that would falsely say that a Postgres runs here; the caller has made sure that none does.
///
/// Postgres believes a note as long as any process has the number in it, and after a crash of the machine, or in a new
/// container, that may be any process. The note in the data stays, with a number that no process has: the rest of it
/// tells Postgres whether a killed one's shared memory is still in use, and without that two could write to the same
/// data. The note beside the socket has no such use.
pub(super) fn clear(
    folder: &Folder,
    sockets: &Path,
    account: &Account,
) -> Result<(), ClusterError> {
    let note = note(folder);
    if let Some(text) = account.read(&note)?
        && let Some((_, rest)) = text.split_once('\n')
    {
        account.write(&note, &format!("{NOBODYS}\n{rest}"))?;
    }
    let beside_socket = sockets.join(format!(".s.PGSQL.{}.lock", settings::PORT));
    match std::fs::remove_file(&beside_socket) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
            Err(ClusterError::file(beside_socket)(error))
        }
        _ => Ok(()),
    }
}

/// The process of the Postgres that runs in this folder, if any.
pub(super) fn running(folder: &Folder) -> Option<u32> {
    let text = std::fs::read_to_string(note(folder)).ok()?;
    let pid = text.lines().next()?.trim().parse().ok()?;
    works_in(folder.path(), pid).then_some(pid)
}

pub(super) fn note(folder: &Folder) -> PathBuf {
    folder.path().join("postmaster.pid")
}

/// Whether this process is a Postgres of this folder. It makes the folder its working directory.
fn works_in(folder: &Path, pid: u32) -> bool {
    match std::fs::read_link(format!("/proc/{pid}/cwd")) {
        Ok(directory) => folder
            .canonicalize()
            .is_ok_and(|folder| folder == directory),
        // Without /proc, only the note is left to believe; with it, the process is gone or not ours.
        Err(_) => !Path::new("/proc/self").exists(),
    }
}
