//! The program itself, on a private database: its output and its exit codes.

#![expect(clippy::unwrap_used, reason = "a test stops where something is wrong")]

use std::{
    io::{BufRead as _, BufReader},
    path::PathBuf,
    process::{Command, Output, Stdio},
};

use uuid::Uuid;

/// A data folder of its own, removed at the end.
struct DataDir(PathBuf);

impl DataDir {
    fn new() -> DataDir {
        let name = format!("tierline-line-{}", Uuid::now_v7().simple());
        DataDir(std::env::temp_dir().join(name))
    }

    fn tierline(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_tierline"));
        for (name, _) in std::env::vars_os() {
            if name == "DATABASE_URL" || name.to_string_lossy().starts_with("TIERLINE_") {
                command.env_remove(name);
            }
        }
        command.args(arguments).arg("--data-dir").arg(&self.0);
        command
    }

    fn run(&self, arguments: &[&str]) -> (bool, String, String) {
        let Output {
            status,
            stdout,
            stderr,
        } = self.tierline(arguments).output().unwrap();
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
        (status.success(), text(stdout), text(stderr))
    }
}

impl Drop for DataDir {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

const OPERATOR: [&str; 14] = [
    "organization",
    "add",
    "--name",
    "Lamna Cloud Program",
    "--domain",
    "lamna.example",
    "--market",
    "US",
    "--capability",
    "operator",
    "--admin-name",
    "Pat Gold",
    "--admin-email",
    "pat.gold@lamna.example",
];
const CONTOSO: [&str; 14] = [
    "organization",
    "add",
    "--name",
    "Contoso Distribution",
    "--domain",
    "contoso.example",
    "--market",
    "TW",
    "--capability",
    "indirect-provider",
    "--admin-name",
    "Grace Lin",
    "--admin-email",
    "grace.lin@contoso.example",
];
const PASSWORD: [&str; 4] = ["user", "password", "--email", "grace.lin@contoso.example"];

#[test]
fn what_is_wrong_is_told_before_any_database_is_made() {
    let data = DataDir::new();
    let (success, stdout, stderr) = data.run(&["organization", "add", "--market", "Atlantis"]);
    assert!(!success);
    assert_eq!(stdout, "");
    for problem in [
        "--name is missing",
        "--market: expected a country or territory of the program",
    ] {
        assert!(stderr.contains(problem), "{stderr}");
    }
    assert!(!data.0.exists());
}

#[test]
fn a_private_database_begins_with_the_operator_also_beside_a_server() {
    let data = DataDir::new();
    let (success, _, stderr) = data.run(&OPERATOR);
    assert!(success, "{stderr}");
    let (success, stdout, stderr) = data.run(&CONTOSO);
    assert!(success, "{stderr}");
    assert!(stdout.contains("one-time password  "), "{stdout}");
    assert!(stdout.contains("it can't do new business"), "{stdout}");
    let (success, stdout, stderr) = data.run(&CONTOSO);
    assert!(!success && stdout.is_empty(), "{stdout}");
    assert!(stderr.contains("--domain: the domain"), "{stderr}");

    // It holds the folder as `tierline serve` does.
    let mut server = data
        .tierline(&["database"])
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut url = String::new();
    BufReader::new(server.stdout.take().unwrap())
        .read_line(&mut url)
        .unwrap();
    assert!(url.starts_with("postgres://"), "{url}");
    let beside = data.run(&PASSWORD);
    let checked = data.run(&["check"]);
    let stopped = Command::new("kill")
        .arg(server.id().to_string())
        .status()
        .unwrap();
    let ended = server.wait().unwrap();
    assert!(stopped.success() && ended.success());
    assert!(beside.0, "{}", beside.2);
    assert!(beside.1.contains("one-time password  "), "{}", beside.1);
    assert!(checked.0, "{}", checked.1);
}
