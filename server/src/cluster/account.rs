//! The account that Postgres runs as: the one that started the server, or an unprivileged one if that was root.

use std::ffi::OsStr;
use std::io::{self, ErrorKind, Write as _};
use std::os::unix::process::CommandExt as _;
use std::path::Path;
use std::process::{Command, Stdio};

use super::ClusterError;

/// The accounts that root's data is entrusted to, the first that exists. Never `nobody`, which others use as well.
const TRUSTED: [&str; 2] = ["tierline", "postgres"];

/// What a script of this module answers when there is no such file.
const NO_FILE: i32 = 3;

/// The operating system's account that owns and runs the cluster.
#[derive(Clone, Debug)]
pub struct Account {
    pub(super) uid: u32,
    pub(super) gid: u32,
    /// Its name, if this is another account than the one that started the server.
    pub(super) switched: Option<String>,
}

impl Account {
    /// The account of this process; for root the one of this name, or the first of the trusted ones.
    pub(super) fn find(name: Option<&str>) -> Result<Self, ClusterError> {
        let (uid, gid) = (id(&["-u"])?, id(&["-g"])?);
        if uid != 0 {
            return Ok(Self {
                uid,
                gid,
                switched: None,
            });
        }
        let names = name.as_ref().map_or(&TRUSTED[..], std::slice::from_ref);
        for name in names.iter().filter(|name| **name != "nobody") {
            // The name could otherwise be taken for an option.
            if let (Ok(uid @ 1..), Ok(gid)) = (id(&["-u", "--", name]), id(&["-g", "--", name])) {
                return Ok(Self {
                    uid,
                    gid,
                    switched: Some((*name).to_owned()),
                });
            }
        }
        Err(ClusterError::NoAccount {
            names: names.join("` or `"),
        })
    }

    /// Whether this process has root's rights.
    #[must_use]
    pub fn is_root() -> bool {
        id(&["-u"]).is_ok_and(|uid| uid == 0)
    }

    /// Its name, if root has started the server and this is another account.
    #[must_use]
    pub fn switched_to(&self) -> Option<&str> {
        self.switched.as_deref()
    }

    /// A command that runs as this user, without environment variables that would change what Postgres does.
    pub(super) fn command(&self, program: impl AsRef<OsStr>) -> Command {
        let mut command = Command::new(program);
        if self.switched.is_some() {
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

    /// Whether this account can enter this folder, whose path is absolute.
    #[must_use]
    pub fn can_enter(&self, folder: &Path) -> bool {
        self.finds("cd -- \"$0\"", folder)
    }

    /// Whether this account can read this folder, whose path is absolute.
    #[must_use]
    pub fn can_read(&self, folder: &Path) -> bool {
        self.finds("cd -- \"$0\" && [ -r . ]", folder)
    }

    /// Whether this account can write to this folder, whose path is absolute.
    #[must_use]
    pub fn can_write(&self, folder: &Path) -> bool {
        self.finds("cd -- \"$0\" && [ -w . ]", folder)
    }

    fn finds(&self, script: &str, path: &Path) -> bool {
        self.switched.is_none()
            || self
                .shell(script, path)
                .stdout(Stdio::null())
                .stderr(Stdio::null())
                .status()
                .is_ok_and(|status| status.success())
    }

    /// A script that runs as this account, with a path as `$0`.
    fn shell(&self, script: &str, path: &Path) -> Command {
        let mut command = self.command("/bin/sh");
        command.args(["-c", script]).arg(path);
        command
    }

    /// Makes a file or folder this account's. A link is not followed.
    pub fn own(&self, path: &Path) -> Result<(), ClusterError> {
        if self.switched.is_none() {
            return Ok(());
        }
        std::os::unix::fs::lchown(path, Some(self.uid), Some(self.gid))
            .map_err(ClusterError::file(path))
    }

    /// Writes a file in a folder of this account, with no other rights than its own: what is there might be a link to
    /// a file that only root may write. A link is replaced, and a reader finds the whole file or the earlier one.
    pub(super) fn write(&self, path: &Path, text: &str) -> Result<(), ClusterError> {
        let script = "umask 077; cat >\"$0.new\" && mv -f -- \"$0.new\" \"$0\"";
        self.feed(script, path, text)
    }

    /// Adds to a file in a folder of this account, in the same way.
    pub(super) fn append(&self, path: &Path, text: &str) -> Result<(), ClusterError> {
        self.feed("cat >>\"$0\"", path, text)
    }

    /// The text of a file that this account can read, if there is one.
    pub(super) fn read(&self, path: &Path) -> Result<Option<String>, ClusterError> {
        let script = format!("[ -e \"$0\" ] || exit {NO_FILE}; cat -- \"$0\"");
        let output = self
            .shell(&script, path)
            .output()
            .map_err(ClusterError::file(path))?;
        match output.status.code() {
            Some(0) => Ok(Some(String::from_utf8_lossy(&output.stdout).into_owned())),
            Some(NO_FILE) => Ok(None),
            _ => Err(refused(path, &output.stderr)),
        }
    }

    fn feed(&self, script: &str, path: &Path, text: &str) -> Result<(), ClusterError> {
        let failed = || ClusterError::file(path);
        let mut child = self
            .shell(script, path)
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .stderr(Stdio::piped())
            .spawn()
            .map_err(failed())?;
        let fed = child
            .stdin
            .take()
            .map_or(Ok(()), |mut input| input.write_all(text.as_bytes()));
        let output = child.wait_with_output().map_err(failed())?;
        if !output.status.success() {
            return Err(refused(path, &output.stderr));
        }
        fed.map_err(failed())
    }

    /// Goes on as this account, with all threads and for good. Does nothing for a process that is not root's.
    ///
    /// # Errors
    /// When the system does not allow it: then the process is not to go on.
    pub fn take_on(&self) -> Result<(), ClusterError> {
        if self.switched.is_none() {
            return Ok(());
        }
        give_up_root(self.uid, self.gid).map_err(|error| ClusterError::Account(error.to_string()))
    }
}

/// Changes the groups and the user of every thread: the C library sees to that, which the bare system calls do not.
#[expect(
    unsafe_code,
    reason = "the standard library changes the user of new processes only"
)]
fn give_up_root(uid: u32, gid: u32) -> io::Result<()> {
    let done = |answer: libc::c_int| match answer {
        0 => Ok(()),
        _ => Err(io::Error::last_os_error()),
    };
    // SAFETY: calls of the system that take numbers; the list of groups is empty, so nothing is read at its address.
    unsafe {
        done(libc::setgroups(0, std::ptr::null()))?;
        done(libc::setgid(gid))?;
        done(libc::setuid(uid))?;
        match libc::setuid(0) {
            0 => Err(io::Error::other("they are still there")),
            _ => Ok(()),
        }
    }
}

fn refused(path: &Path, said: &[u8]) -> ClusterError {
    let said = String::from_utf8_lossy(said).trim().to_owned();
    ClusterError::file(path)(io::Error::new(ErrorKind::PermissionDenied, said))
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
