//! The `incident` fixture is a chat service that works: it is built, started and talked to over a real WebSocket.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

use std::env;
use std::ffi::OsString;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::mpsc;
use std::thread;
use std::time::{Duration, Instant};

const BUILD_WAIT: Duration = Duration::from_secs(600);
const TALK_WAIT: Duration = Duration::from_secs(30);

#[test]
fn the_live_path_of_the_fixture_works() {
    let binaries = build();
    let (_server, address) = start_server(&binaries);

    let (status, said) = run_client(&binaries, address, &["ada", "hello there"]);
    assert!(status.success(), "the client failed, {status}, after saying:\n{said}");
    assert_eq!(said.lines().collect::<Vec<_>>(), ["joined, 1 here", "ada: hello there"]);

    assert!(http(address, "GET /health", "").ends_with("\r\n\r\nok"));
    let ticket = http(address, "POST /login", r#"{"name":" ada "}"#);
    assert!(ticket.ends_with(r#"{"name":"ada","room":"lobby"}"#), "{ticket}");
    assert!(http(address, "POST /login", r#"{"name":" "}"#).starts_with("HTTP/1.1 422 "));
    assert!(http(address, "GET /ws/v1", "").starts_with("HTTP/1.1 404 "), "the old path must not be registered");
}

/// Kills the process when the test ends, also by a panic.
struct Running(Child);

impl Drop for Running {
    fn drop(&mut self) {
        // It may have ended by itself, and a second panic would hide the first one.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

impl Running {
    fn start(command: &mut Command) -> Self {
        let child = command.stdin(Stdio::null()).spawn();
        Self(child.unwrap_or_else(|error| panic!("{command:?}: {error}")))
    }

    fn wait(&mut self, limit: Duration) -> ExitStatus {
        let deadline = Instant::now() + limit;
        loop {
            if let Some(status) = self.0.try_wait().expect("the process can be waited for") {
                return status;
            }
            assert!(Instant::now() < deadline, "process {} is not done after {limit:?}", self.0.id());
            thread::sleep(Duration::from_millis(20));
        }
    }
}

/// Builds the fixture and returns the folder of its binaries.
fn build() -> PathBuf {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let target = root.join("target").join("incident");
    let cargo = env::var_os("CARGO").unwrap_or_else(|| OsString::from("cargo"));
    let mut command = Command::new(cargo);
    command
        .args(["build", "--quiet", "--locked", "--manifest-path"])
        .arg(root.join("fixtures").join("incident").join("Cargo.toml"))
        .arg("--target-dir")
        .arg(&target)
        .env_remove("CARGO_BUILD_TARGET");
    let status = Running::start(&mut command).wait(BUILD_WAIT);
    assert!(status.success(), "the fixture does not build: {status}");
    target.join("debug")
}

fn binary(folder: &Path, name: &str) -> Command {
    Command::new(folder.join(format!("{name}{}", env::consts::EXE_SUFFIX)))
}

/// Starts the server on a free port; its first line says which one it got.
fn start_server(binaries: &Path) -> (Running, SocketAddr) {
    let mut server = Running::start(binary(binaries, "chat-server").arg("127.0.0.1:0").stdout(Stdio::piped()));
    let mut stdout = BufReader::new(server.0.stdout.take().expect("stdout is piped"));
    let (sender, first_line) = mpsc::channel();
    thread::spawn(move || {
        let mut line = String::new();
        sender.send(stdout.read_line(&mut line).map(|_| line)).expect("the test is waiting for the line");
    });
    let line = first_line.recv_timeout(TALK_WAIT).expect("the server says where it listens, in time");
    let line = line.expect("the first line is readable");
    let address = line.trim_end().strip_prefix("listening on ").and_then(|address| address.parse().ok());
    (server, address.unwrap_or_else(|| panic!("no address in {line:?}")))
}

/// Runs the client to its end: how it ended, and what it printed (a few lines, so the pipe cannot fill up).
fn run_client(binaries: &Path, address: SocketAddr, arguments: &[&str]) -> (ExitStatus, String) {
    let mut command = binary(binaries, "chat-client");
    command.arg(address.to_string()).args(arguments).stdout(Stdio::piped());
    let mut client = Running::start(&mut command);
    let status = client.wait(TALK_WAIT);
    let mut said = String::new();
    let mut stdout = client.0.stdout.take().expect("stdout is piped");
    stdout.read_to_string(&mut said).expect("the client prints text");
    (status, said)
}

/// One HTTP request and the whole answer to it.
fn http(address: SocketAddr, request: &str, body: &str) -> String {
    let mut stream = TcpStream::connect_timeout(&address, TALK_WAIT).expect("the server accepts connections");
    stream.set_read_timeout(Some(TALK_WAIT)).expect("a time-out can be set");
    stream.set_write_timeout(Some(TALK_WAIT)).expect("a time-out can be set");
    write!(
        stream,
        "{request} HTTP/1.1\r\nhost: {address}\r\nconnection: close\r\ncontent-type: application/json\r\n\
         content-length: {}\r\n\r\n{body}",
        body.len()
    )
    .expect("the request is sent");
    let mut answer = String::new();
    stream.read_to_string(&mut answer).expect("the answer is text and comes in time");
    answer
}
