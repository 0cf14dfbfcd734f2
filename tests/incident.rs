//! The story of `fixtures/incident` (docs/incident.md), with its real servers: `before` is a removal that was left half
//! done, `after` the repaired one. Both are built, started and talked to; the audit has to name the causes of what fails.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

use serde_json::Value;
use std::env;
use std::ffi::OsString;
use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::{OnceLock, mpsc};
use std::thread;
use std::time::{Duration, Instant};

const BUILD_WAIT: Duration = Duration::from_secs(600);
const TALK_WAIT: Duration = Duration::from_secs(30);
const PROGRAMS: [&str; 3] = ["chat-client", "chat-gateway", "chat-server"];
/// Makes a gateway of `before` use the path that organizations had once.
const CONDITION: &str = "LIVE_BY_SLUG";

#[test]
fn before_who_arrives_by_the_old_path_is_refused_and_told_something_else() {
    let mut service = Service::start("before");
    // By the new path all is well, and what is not there is not found.
    assert_eq!(log_in(service.gateway, "acme"), answer(200, r#"{"name":"ada","live":"/ws/acme"}"#));
    assert_eq!(log_in(service.gateway, "umbrella"), answer(404, "organization not found"));
    assert_eq!(service.talk("/ws/acme").said, "joined, 1 here\nada: hello there\n");

    // Under the one condition log-in names the wrong cause.
    assert_eq!(log_in(service.gateway_by_slug, "acme"), answer(404, "organization not found"));
    // The cause: the WebSocket is refused before it is established.
    let refused = answer(400, "Invalid URL: missing field `organization_id`");
    assert_eq!(upgrade(service.address, "/acme/live"), refused);
    let talk = service.talk("/acme/live");
    assert!(!talk.status.success() && talk.said.is_empty(), "{} after {:?}", talk.status, talk.said);
    assert!(talk.complained.contains("400"), "{}", talk.complained);

    // The hub that nobody layers any more.
    let (status, said) = http(service.address, "GET /acme/online", "", "");
    assert!(status == 500 && said.contains("LegacyHub"), "{status} {said}");
    // Who left is still counted, because something else was unsubscribed from.
    assert_eq!(service.talk("/ws/acme").said, "joined, 2 here\nada: hello there\n");

    // Whatever is wrong, it is the organization.
    service.stop();
    assert_eq!(log_in(service.gateway_by_slug, "acme"), answer(404, "organization not found"));
}

#[test]
fn after_all_ways_lead_in_and_a_failure_has_its_own_name() {
    let mut service = Service::start("after");
    for gateway in [service.gateway, service.gateway_by_slug] {
        assert_eq!(log_in(gateway, "acme"), answer(200, r#"{"name":"ada","live":"/ws/acme"}"#));
        assert_eq!(log_in(gateway, "umbrella"), answer(404, "organization not found"));
    }
    assert_eq!(upgrade(service.address, "/acme/live").0, 101);
    for path in ["/ws/acme", "/acme/live"] {
        let talk = service.talk(path);
        assert!(talk.status.success(), "{path}: {}, {}", talk.status, talk.complained);
        assert_eq!(talk.said, "joined, 1 here\nada: hello there\n", "{path}");
        service.wait_until_nobody_is_online();
    }

    assert_eq!(http(service.address, "GET /health", "", ""), answer(200, "ok"));
    assert_eq!(http(service.address, "GET /ws/v1", UPGRADE, "").0, 404, "no organization has the name of an old path");
    let nameless = http(service.gateway, "POST /login", JSON, r#"{"name":" "}"#);
    assert_eq!(nameless, answer(422, "a member has a name"));

    service.stop();
    let (status, said) = log_in(service.gateway_by_slug, "acme");
    assert!(status == 502 && said.starts_with("no live connection: "), "{status} {said}");
}

#[test]
fn the_audit_names_the_causes_and_the_condition() {
    let report = audit("before");
    let findings = report["findings"].as_array().expect("findings");
    let of = |code: &str| findings.iter().filter(|finding| finding["code"] == code).collect::<Vec<_>>();
    for code in ["route-parameter-mismatch", "missing-state", "unmatched-subscription", "masked-connection-error"] {
        assert_eq!(of(code).len(), 1, "{code}: {findings:#?}");
    }
    assert!(of("route-parameter-mismatch")[0].to_string().contains("organization_slug"), "it names the placeholder");
    assert!(of("missing-state")[0].to_string().contains("LegacyHub"), "it names the state");
    // What hides the cause handles the connection, and comes first with all that does.
    assert_eq!(of("masked-connection-error")[0]["connection"]["protocol"], "websocket");
    assert!(findings[0]["connection"].is_object(), "{}", findings[0]);
    let legacy = of("legacy-path");
    let path = |finding: &&&Value| finding["item"]["path"] == "chat_gateway::login::reach_legacy";
    let reached = legacy.iter().find(path).expect("the legacy path is reported");
    assert!(reached["message"].to_string().contains(CONDITION), "{reached}");
}

#[test]
fn the_audit_finds_nothing_in_the_repaired_one() {
    let report = audit("after");
    assert_eq!(report["findings"], Value::Array(vec![]));
    assert_eq!(report["workspace"]["complete"], true);
}

fn manifest(of: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/incident").join(of).join("Cargo.toml")
}

/// The JSON report on one of the two.
fn audit(of: &str) -> Value {
    let line = ["cargo-vestige", "vestige", "--format", "json", "--quiet", "--manifest-path"].map(OsString::from);
    let (mut out, mut err) = (vec![], vec![]);
    let line = line.into_iter().chain([manifest(of).into_os_string()]);
    let status = cargo_vestige::cli::run(line, &mut out, &mut err);
    assert!(status < 2, "{}", String::from_utf8_lossy(&err));
    serde_json::from_slice(&out).expect("stdout is JSON")
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

/// Builds both and returns the folder that holds a folder of programs for each.
fn programs() -> &'static Path {
    static PROGRAMS_OF_BOTH: OnceLock<PathBuf> = OnceLock::new();
    PROGRAMS_OF_BOTH.get_or_init(|| {
        // One target folder: the dependencies are the same, and built once.
        let target = Path::new(env!("CARGO_MANIFEST_DIR")).join("target").join("incident");
        for of in ["before", "after"] {
            build(of, &target);
        }
        target
    })
}

fn build(of: &str, target: &Path) {
    let cargo = env::var_os("CARGO").unwrap_or_else(|| OsString::from("cargo"));
    let mut command = Command::new(cargo);
    command
        .args(["build", "--quiet", "--locked", "--manifest-path"])
        .arg(manifest(of))
        .arg("--target-dir")
        .arg(target)
        .env_remove("CARGO_BUILD_TARGET");
    let status = Running::start(&mut command).wait(BUILD_WAIT);
    assert!(status.success(), "`{of}` does not build: {status}");
    // The other one has programs of the same names.
    let kept = target.join(of);
    fs::create_dir_all(&kept).expect("the target folder is writable");
    for name in PROGRAMS {
        let name = format!("{name}{}", env::consts::EXE_SUFFIX);
        fs::copy(target.join("debug").join(&name), kept.join(&name)).expect("the program was built");
    }
}

/// A chat server with one organization, and two gateways in front of it.
struct Service {
    programs: PathBuf,
    server: Option<Running>,
    _gateways: [Running; 2],
    address: SocketAddr,
    gateway: SocketAddr,
    /// The one that was started under the condition.
    gateway_by_slug: SocketAddr,
}

impl Service {
    fn start(of: &str) -> Self {
        let programs = programs().join(of);
        let (server, address) = start_server(program(&programs, "chat-server").args(["127.0.0.1:0", "acme"]));
        let mut command = program(&programs, "chat-gateway");
        command.args(["127.0.0.1:0", &address.to_string()]);
        let (first, gateway) = start_server(&mut command);
        let (second, gateway_by_slug) = start_server(command.env(CONDITION, "1"));
        Self { programs, server: Some(server), _gateways: [first, second], address, gateway, gateway_by_slug }
    }

    /// Ends the chat server; the gateways go on.
    fn stop(&mut self) {
        self.server = None;
    }

    /// Runs the client to its end (it prints a few lines, so its pipes cannot fill up).
    fn talk(&self, path: &str) -> Talk {
        let mut command = program(&self.programs, "chat-client");
        command.arg(self.address.to_string()).args([path, "ada", "hello there"]);
        let mut client = Running::start(command.stdout(Stdio::piped()).stderr(Stdio::piped()));
        let status = client.wait(TALK_WAIT);
        let said = read(client.0.stdout.take().expect("stdout is piped"));
        let complained = read(client.0.stderr.take().expect("stderr is piped"));
        Talk { status, said, complained }
    }

    /// The server hears of a client's end a moment later than the test.
    fn wait_until_nobody_is_online(&self) {
        let deadline = Instant::now() + TALK_WAIT;
        while http(self.address, "GET /acme/online", "", "") != answer(200, "0") {
            assert!(Instant::now() < deadline, "somebody is still online");
            thread::sleep(Duration::from_millis(20));
        }
    }
}

/// How a client ended, what it printed and what it complained of.
struct Talk {
    status: ExitStatus,
    said: String,
    complained: String,
}

fn read(mut pipe: impl Read) -> String {
    let mut text = String::new();
    pipe.read_to_string(&mut text).expect("the client prints text");
    text.replace("\r\n", "\n")
}

fn program(folder: &Path, name: &str) -> Command {
    let mut command = Command::new(folder.join(format!("{name}{}", env::consts::EXE_SUFFIX)));
    command.env_remove(CONDITION);
    command
}

/// Starts a server on a free port; its first line says which one it got.
fn start_server(command: &mut Command) -> (Running, SocketAddr) {
    let mut server = Running::start(command.stdout(Stdio::piped()));
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

const JSON: &str = "content-type: application/json\r\n";
const UPGRADE: &str = "connection: upgrade\r\nupgrade: websocket\r\nsec-websocket-version: 13\r\n\
                       sec-websocket-key: dGhlIHNhbXBsZSBub25jZQ==\r\n";

fn log_in(gateway: SocketAddr, organization: &str) -> (u16, String) {
    http(gateway, "POST /login", JSON, &format!(r#"{{"name":" ada ","organization":"{organization}"}}"#))
}

/// Asks for a WebSocket, and lets go of it.
fn upgrade(address: SocketAddr, path: &str) -> (u16, String) {
    http(address, &format!("GET {path}"), UPGRADE, "")
}

fn answer(status: u16, body: &str) -> (u16, String) {
    (status, body.to_owned())
}

/// One HTTP request: the status of the answer and its body.
fn http(address: SocketAddr, request: &str, headers: &str, body: &str) -> (u16, String) {
    let mut stream = TcpStream::connect_timeout(&address, TALK_WAIT).expect("the server accepts connections");
    stream.set_read_timeout(Some(TALK_WAIT)).expect("a time-out can be set");
    stream.set_write_timeout(Some(TALK_WAIT)).expect("a time-out can be set");
    let length = if body.is_empty() { String::new() } else { format!("content-length: {}\r\n", body.len()) };
    let whole = format!("{request} HTTP/1.1\r\nhost: {address}\r\n{headers}{length}\r\n{body}");
    stream.write_all(whole.as_bytes()).expect("the request is sent");
    let mut reader = BufReader::new(stream);
    let mut head = String::new();
    while !head.ends_with("\r\n\r\n") {
        let read = reader.read_line(&mut head).expect("the answer is text and comes in time");
        assert_ne!(read, 0, "the answer ends too early: {head}");
    }
    let status = head.split(' ').nth(1).and_then(|status| status.parse().ok());
    let lower = head.to_ascii_lowercase();
    let length = lower.lines().find_map(|line| line.strip_prefix("content-length: ")?.trim().parse().ok());
    let mut body = vec![0; length.unwrap_or(0)];
    reader.read_exact(&mut body).expect("the answer is whole");
    (status.unwrap_or_else(|| panic!("no status in {head}")), String::from_utf8_lossy(&body).into_owned())
}
