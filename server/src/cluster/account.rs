//! The user that Postgres runs as: the one that started the server, or an unprivileged one if that was root.

use std::ffi::OsStr;
use std::os::unix::process::CommandExt as _;
use std::path::Path;
use std::process::{Command, Stdio};

use super::ClusterError;

/// The operating system user that owns and runs the cluster.
#[derive(Clone, Debug)]
pub(super) struct Account {
    pub(super) uid: u32,
    pub(super) gid: u32,
    /// Whether this is another user than the server's own.
    pub(super) switched: bool,
}

impl Account {
    pub(super) fn find() -> Result<Self, ClusterError> {
        let (uid, gid) = (id(&["-u"])?, id(&["-g"])?);
        if uid != 0 {
            return Ok(Self {
                uid,
                gid,
                switched: false,
            });
        }
        for name in ["postgres", "nobody"] {
            if let (Ok(uid), Ok(gid)) = (id(&["-u", name]), id(&["-g", name])) {
                return Ok(Self {
                    uid,
                    gid,
                    switched: true,
                });
            }
        }
        Err(ClusterError::NoAccount)
    }

    /// A command that runs as this user, without environment variables that would change what Postgres does.
    pub(super) fn command(&self, program: impl AsRef<OsStr>) -> Command {
        let mut command = Command::new(program);
        if self.switched {
            // This also drops root's supplementary groups.
            command.uid(self.uid).gid(self.gid);
        }
        for (name, _) in std::env::vars_os() {
            if name.to_string_lossy().starts_with("PG") {
                command.env_remove(name);
            }
        }
        command
            .env("LC_ALL", "C")
            .current_dir("/")
            .stdin(Stdio::null());
        command
    }

    /// Whether this user can enter this folder.
    pub(super) fn can_enter(&self, folder: &Path) -> bool {
        !self.switched
            || self
                .command("/bin/sh")
                .args(["-c", "cd -- \"$0\""])
                .arg(folder)
                .stdout(Stdio::null())
                .stderr(Stdio::null())
                .status()
                .is_ok_and(|status| status.success())
    }

    /// Makes a file or folder this user's.
    pub(super) fn own(&self, path: &Path) -> Result<(), ClusterError> {
        if !self.switched {
            return Ok(());
        }
        std::os::unix::fs::chown(path, Some(self.uid), Some(self.gid))
            .map_err(ClusterError::file(path))
    }
}

/// Runs a command to its end; its output is the error if it fails.
pub(super) fn run(command: &mut Command) -> Result<(), ClusterError> {
    let program = Path::new(command.get_program()).display().to_string();
    let output = match command.output() {
        Ok(output) if output.status.success() => return Ok(()),
        Ok(output) => output,
        Err(error) => {
            return Err(ClusterError::Program {
                program,
                output: error.to_string(),
            });
        }
    };
    let said = [output.stdout, output.stderr].concat();
    let said = String::from_utf8_lossy(&said);
    let output = if said.trim().is_empty() {
        output.status.to_string()
    } else {
        said.trim().to_owned()
    };
    Err(ClusterError::Program { program, output })
}

fn id(arguments: &[&str]) -> Result<u32, ClusterError> {
    let failed = |output: String| ClusterError::Program {
        program: "id".to_owned(),
        output,
    };
    let output = Command::new("id")
        .args(arguments)
        .output()
        .map_err(|error| failed(error.to_string()))?;
    let said = String::from_utf8_lossy(&output.stdout);
    said.trim()
        .parse()
        .map_err(|_| failed(String::from_utf8_lossy(&output.stderr).into_owned()))
}
