//! Finding the PostgreSQL programs.

use std::path::{Path, PathBuf};
use std::process::Command;

use super::ClusterError;

/// Debian and its derivatives keep each version apart and none of them on PATH.
const DEBIAN: &str = "/usr/lib/postgresql";

/// The folder with the programs of one version.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Programs {
    folder: PathBuf,
    major: String,
}

impl Programs {
    /// The programs on PATH, else the newest installed.
    pub(super) fn newest() -> Result<Self, ClusterError> {
        installed()
            .into_iter()
            .next()
            .ok_or(ClusterError::NoPrograms)
    }

    /// Programs that can read data of this version.
    pub(super) fn of_version(major: &str, data: &Path) -> Result<Self, ClusterError> {
        let installed = installed();
        if installed.is_empty() {
            return Err(ClusterError::NoPrograms);
        }
        let found = installed
            .iter()
            .map(|programs| programs.major.as_str())
            .collect::<Vec<_>>()
            .join(", ");
        installed
            .into_iter()
            .find(|programs| programs.major == major)
            .ok_or_else(|| ClusterError::OtherVersion {
                folder: data.to_owned(),
                data: major.to_owned(),
                found,
            })
    }

    pub(super) fn path(&self, program: &str) -> PathBuf {
        self.folder.join(program)
    }

    /// The version as the data folder names it: `15`, `17`.
    pub(super) fn major(&self) -> &str {
        &self.major
    }

    fn in_folder(folder: PathBuf) -> Option<Self> {
        if !["initdb", "postgres", "pg_ctl"]
            .iter()
            .all(|program| folder.join(program).is_file())
        {
            return None;
        }
        let output = Command::new(folder.join("postgres"))
            .arg("--version")
            .output()
            .ok()?;
        let said = String::from_utf8(output.stdout).ok()?;
        // "postgres (PostgreSQL) 15.18 (Debian 15.18-0+deb12u1)"
        let version = said.split_whitespace().nth(2)?;
        let major = version
            .split('.')
            .next()?
            .trim_end_matches(|letter: char| !letter.is_ascii_digit());
        Some(Self {
            folder,
            major: major.to_owned(),
        })
    }
}

/// All installed versions, best first.
fn installed() -> Vec<Programs> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let mut found: Vec<Programs> = std::env::split_paths(&path)
        .filter_map(Programs::in_folder)
        .collect();
    let mut versions: Vec<(u32, PathBuf)> = std::fs::read_dir(DEBIAN)
        .into_iter()
        .flatten()
        .flatten()
        .filter_map(|entry| {
            Some((
                entry.file_name().to_str()?.parse().ok()?,
                entry.path().join("bin"),
            ))
        })
        .collect();
    versions.sort_by(|one, other| other.cmp(one));
    found.extend(
        versions
            .into_iter()
            .filter_map(|(_, folder)| Programs::in_folder(folder)),
    );
    found
}
