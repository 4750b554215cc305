//! A backup of a private database, and its restoration into a new one, as docs/operation.md describes them.

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a test can only fail"
)]

use std::io::{BufRead as _, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use uuid::Uuid;

/// A folder of its own, removed at the end.
struct Folder(PathBuf);

impl Folder {
    fn new() -> Self {
        let name = format!("tierline-backup-{}", Uuid::now_v7().simple());
        Self(std::env::temp_dir().join(name))
    }

    fn tierline(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_tierline"));
        for (name, _) in std::env::vars_os() {
            let name = name.to_string_lossy();
            if name.starts_with("TIERLINE_") || name.starts_with("PG") || name == "DATABASE_URL" {
                command.env_remove(&*name);
            }
        }
        command.arg("--data-dir").arg(&self.0).args(arguments);
        command
    }

    /// Runs the program to its end, which has to be a good one, and returns what it printed.
    fn run(&self, arguments: &[&str]) -> String {
        let output = self.tierline(arguments).output().unwrap();
        let said = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "{arguments:?}: {said}");
        String::from_utf8(output.stdout).unwrap()
    }

    fn query(&self, statement: &str) -> String {
        let script = "psql \"$DATABASE_URL\" -qAtX -v ON_ERROR_STOP=1 -c \"$0\"";
        let said = self.run(&["database", "--", "sh", "-c", script, statement]);
        said.trim().to_owned()
    }

    fn add_user(&self, name: &str) {
        let email = format!("{name}@lamna.example");
        self.run(&[
            "user",
            "add",
            "--organization",
            "lamna.example",
            "--name",
            name,
            "--email",
            &email,
            "--role",
            "reviewer",
        ]);
    }

    /// A server on the folder, until it is dropped.
    fn serve(&self) -> Server {
        let mut child = self
            .tierline(&["serve", "--listen=127.0.0.1:0", "--metrics-listen=off"])
            .arg("--public-url=http://localhost:3000")
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let mut lines = BufReader::new(child.stderr.take().unwrap()).lines();
        let serving = lines.any(|line| line.unwrap().contains("serving on http://"));
        assert!(serving, "the server did not come up");
        // The log must be read on, or it would fill the pipe.
        std::thread::spawn(move || lines.for_each(drop));
        Server(child)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

struct Server(Child);

impl Server {
    fn stop(mut self) {
        let sent = Command::new("kill")
            .arg(self.0.id().to_string())
            .status()
            .unwrap();
        assert!(sent.success());
        assert!(self.0.wait().unwrap().success());
    }
}

/// The shell's lines in the documentation, below this heading.
fn documented(heading: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/operation.md");
    let text = std::fs::read_to_string(path).unwrap();
    let (_, section) = text
        .split_once(&format!("## {heading}\n"))
        .expect("a section");
    let (_, code) = section.split_once("```sh\n").expect("lines for a shell");
    let (code, _) = code.split_once("```").expect("an end of them");
    code.to_owned()
}

/// Runs lines of the documentation, with the program in place of `tierline`.
fn follow(lines: &str, data: &Folder, dump: &Path) -> String {
    let script = format!("set -e\ntierline() {{ \"$TIERLINE\" \"$@\"; }}\n{lines}");
    let output = Command::new("sh")
        .args(["-c", &script])
        .current_dir(dump)
        .env("TIERLINE", env!("CARGO_BIN_EXE_tierline"))
        .env("TIERLINE_DATA_DIR", &data.0)
        .env_remove("DATABASE_URL")
        .output()
        .unwrap();
    let said = [output.stdout, output.stderr].concat();
    let said = String::from_utf8_lossy(&said).into_owned();
    assert!(output.status.success(), "{lines}\n{said}");
    said
}

#[test]
fn a_backup_made_while_serving_is_restored_into_a_new_cluster() {
    let (old, new, dump) = (Folder::new(), Folder::new(), Folder::new());
    std::fs::create_dir(&dump.0).unwrap();
    old.run(&[
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
    ]);
    let server = old.serve();
    // What has been running for long has counted more transactions than a new cluster.
    old.query(
        "do $$ begin for i in 1..20000 loop perform pg_current_xact_id(); commit; end loop; end $$",
    );
    old.add_user("oscar");
    follow(&documented("Backup"), &old, &dump.0);
    old.add_user("too-late");
    server.stop();

    let said = follow(&documented("Restore"), &new, &dump.0);
    assert!(
        said.contains("a new era of the activity log begins"),
        "{said}"
    );
    assert!(
        said.contains("objects are what their history makes them"),
        "{said}"
    );
    let users = "select string_agg(name, ',' order by name) from app_user";
    assert_eq!(new.query(users), "Pat Gold,oscar");
    assert_eq!(new.query("select max(era) from event_era"), "2");

    // Life goes on: what happens now comes after all that was restored.
    new.add_user("later");
    new.run(&["check"]);
    let order = "select string_agg(era::text, ',' order by era, transaction, id) from event";
    assert_eq!(new.query(order), "1,1,1,2");
    // No further era is begun by the next start.
    new.run(&["migrate"]);
    assert_eq!(new.query("select max(era) from event_era"), "2");
}
