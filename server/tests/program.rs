//! The program in operation: its output, its child processes, and that it leaves nothing running.

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a test can only fail"
)]

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::{TcpListener, TcpStream};
use std::path::PathBuf;
use std::process::{Child, Command, Output, Stdio};

use uuid::Uuid;

/// The program without this machine's environment.
fn program() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_tierline"));
    for (name, _) in std::env::vars_os() {
        let name = name.to_string_lossy();
        if name.starts_with("TIERLINE_") || name == "DATABASE_URL" {
            command.env_remove(&*name);
        }
    }
    command
}

fn run(arguments: &[&str]) -> Output {
    program().args(arguments).output().unwrap()
}

struct DataDir(PathBuf);

impl DataDir {
    fn new() -> Self {
        Self(std::env::temp_dir().join(format!("tierline-program-{}", Uuid::now_v7().simple())))
    }

    fn argument(&self) -> String {
        format!("--data-dir={}", self.0.display())
    }

    fn postgres_runs(&self) -> bool {
        self.0.join("postgres/postmaster.pid").exists()
    }
}

impl Drop for DataDir {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

/// A server on a port chosen by the system, and its log, which names the port.
struct Server {
    child: Child,
    address: String,
}

impl Server {
    fn start(data: &DataDir) -> Self {
        let mut child = program()
            .args([
                "serve",
                "--listen=127.0.0.1:0",
                "--metrics-listen=off",
                "--log-format=json",
            ])
            .args(["--public-url=http://localhost:3000", &data.argument()])
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let mut lines = BufReader::new(child.stderr.take().unwrap()).lines();
        let address = lines
            .find_map(|line| {
                let (_, after) = line
                    .unwrap()
                    .split_once("serving on http://")
                    .map(|(a, b)| (a.to_owned(), b.to_owned()))?;
                Some(after.split(',').next().unwrap().to_owned())
            })
            .expect("a server that says where it serves");
        // The log must be read on, or it would fill the pipe.
        std::thread::spawn(move || lines.for_each(drop));
        Self { child, address }
    }

    fn get(&self, path: &str) -> String {
        get(&self.address, path).unwrap()
    }

    fn signal(&self, signal: &str) {
        let sent = Command::new("kill")
            .args([signal, &self.child.id().to_string()])
            .status()
            .unwrap();
        assert!(sent.success());
    }
}

fn get(address: &str, path: &str) -> std::io::Result<String> {
    let mut stream = TcpStream::connect(address)?;
    write!(
        stream,
        "GET {path} HTTP/1.1\r\nHost: localhost:3000\r\nConnection: close\r\n\r\n"
    )?;
    let mut answer = String::new();
    stream.read_to_string(&mut answer)?;
    Ok(answer)
}

/// An address at which nothing listens at the moment.
fn free_address() -> String {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    listener.local_addr().unwrap().to_string()
}

#[test]
fn help_names_every_command_and_variable() {
    let help = String::from_utf8(run(&["help"]).stdout).unwrap();
    for word in [
        "serve",
        "migrate",
        "database",
        "DATABASE_URL",
        "TIERLINE_LISTEN",
        "TIERLINE_SMTP_URL",
        "--data-dir",
    ] {
        assert!(help.contains(word), "{word} is not in:\n{help}");
    }
}

#[test]
fn every_mistake_is_told_at_once_and_nothing_is_started() {
    let data = DataDir::new();
    let output = run(&[
        "serve",
        "--listen=x",
        "--public-url=y",
        "--pool-size=z",
        &data.argument(),
    ]);
    assert_eq!(output.status.code(), Some(1));
    let said = String::from_utf8(output.stderr).unwrap();
    for word in [
        "--listen (TIERLINE_LISTEN)",
        "--public-url (TIERLINE_PUBLIC_URL)",
        "--pool-size",
        "for example",
    ] {
        assert!(said.contains(word), "{word} is not in:\n{said}");
    }
    assert!(!data.0.exists());
}

#[test]
fn the_database_command_runs_another_with_the_address_and_answers_as_it_does() {
    let data = DataDir::new();
    let script = "psql \"$DATABASE_URL\" -Atc 'select count(*) from mail' && exit 7";
    let output = run(&["database", &data.argument(), "--", "sh", "-c", script]);
    assert_eq!(
        String::from_utf8_lossy(&output.stdout),
        "0\n",
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    assert_eq!(output.status.code(), Some(7));
    assert!(!data.postgres_runs());
}

#[test]
fn a_server_serves_until_it_is_asked_to_stop_and_leaves_nothing_running() {
    let data = DataDir::new();
    for signal in ["-INT", "-TERM"] {
        let mut server = Server::start(&data);
        assert!(server.get("/healthz").starts_with("HTTP/1.1 200"));
        assert!(server.get("/readyz").starts_with("HTTP/1.1 200"));
        assert!(data.postgres_runs());
        let second = run(&["migrate", &data.argument()]);
        let said = String::from_utf8(second.stderr).unwrap();
        assert!(
            said.contains(&format!("process {}", server.child.id())),
            "{said}"
        );
        server.signal(signal);
        assert_eq!(server.child.wait().unwrap().code(), Some(0));
        assert!(!data.postgres_runs());
    }
}

#[test]
fn a_killed_server_does_not_hinder_the_next() {
    let data = DataDir::new();
    for _ in 0..2 {
        let mut server = Server::start(&data);
        server.signal("-KILL");
        server.child.wait().unwrap();
        assert!(data.postgres_runs());
    }
    let mut server = Server::start(&data);
    assert!(server.get("/readyz").starts_with("HTTP/1.1 200"));
    server.signal("-TERM");
    assert_eq!(server.child.wait().unwrap().code(), Some(0));
}

/// A server that writes its log to this pipe, the address of its metrics, and its data.
fn logging_to(pipe: std::io::PipeWriter, more: &[&str]) -> (Server, String, DataDir) {
    let data = DataDir::new();
    let (address, metrics) = (free_address(), free_address());
    let child = program()
        .args(["serve", "--public-url=http://localhost:3000"])
        .args(more)
        .args([
            format!("--listen={address}"),
            format!("--metrics-listen={metrics}"),
            data.argument(),
        ])
        .stdout(pipe.try_clone().unwrap())
        .stderr(pipe)
        .spawn()
        .unwrap();
    let mut server = Server { child, address };
    while get(&server.address, "/readyz").is_err() {
        assert_eq!(server.child.try_wait().unwrap(), None, "it has ended");
        std::thread::sleep(std::time::Duration::from_millis(100));
    }
    (server, metrics, data)
}

fn lost_lines(metrics: &str) -> u64 {
    let counted = get(metrics, "/metrics").unwrap();
    let lost = counted
        .lines()
        .find_map(|line| line.strip_prefix("tierline_log_lines_lost_total "));
    lost.expect("a number of lost lines").parse().unwrap()
}

#[test]
fn a_server_whose_log_nobody_reads_serves_on_and_stops_as_asked() {
    for signal in ["-TERM", "-INT"] {
        let (reader, nobody_reads) = std::io::pipe().unwrap();
        drop(reader);
        let (mut server, metrics, data) = logging_to(nobody_reads, &[]);
        assert!(server.get("/readyz").starts_with("HTTP/1.1 200"));
        assert!(lost_lines(&metrics) > 0);
        server.signal(signal);
        assert_eq!(server.child.wait().unwrap().code(), Some(0), "{signal}");
        assert!(!data.postgres_runs());
    }
}

#[test]
fn a_server_whose_log_is_held_by_a_reader_that_stands_still_does_the_same() {
    let (reader, stands_still) = std::io::pipe().unwrap();
    let (mut server, metrics, data) = logging_to(stands_still, &["--log=trace"]);
    while lost_lines(&metrics) == 0 {
        assert!(server.get("/readyz").starts_with("HTTP/1.1 200"));
    }
    assert!(server.get("/readyz").starts_with("HTTP/1.1 200"));
    server.signal("-TERM");
    assert_eq!(server.child.wait().unwrap().code(), Some(0));
    assert!(!data.postgres_runs());
    drop(reader);
}

#[test]
#[ignore = "only root has rights to give up"]
fn a_server_that_root_has_started_goes_on_without_roots_rights() {
    let own = std::fs::read_to_string("/proc/self/status").unwrap();
    assert!(own.contains("Uid:\t0\t"), "not run by root");
    let data = DataDir::new();
    let mut server = Server::start(&data);
    assert!(server.get("/readyz").starts_with("HTTP/1.1 200"));
    let threads = std::fs::read_dir(format!("/proc/{}/task", server.child.id())).unwrap();
    for thread in threads {
        let status = std::fs::read_to_string(thread.unwrap().path().join("status")).unwrap();
        let line = |name: &str| {
            let line = status.lines().find_map(|line| line.strip_prefix(name));
            line.unwrap().trim().to_owned()
        };
        for ids in [line("Uid:"), line("Gid:")] {
            assert!(!ids.split_whitespace().any(|id| id == "0"), "{ids}");
        }
        assert_eq!(line("Groups:"), "");
    }
    // It can still stop its database.
    server.signal("-TERM");
    assert_eq!(server.child.wait().unwrap().code(), Some(0));
    assert!(!data.postgres_runs());
}
