//! What rustc says. In: a package on disk and a set of features. Out: where the names of dead items stand.
//!
//! rustc is asked directly: the lint is the same as under cargo, and it takes a fraction of the time. The features that
//! others bring along have to be in the set then; cargo finds them out itself.

use super::package::Package;
use super::predicates::Set;
use serde_json::Value;
use std::collections::BTreeSet;
use std::path::Path;
use std::process::{Command, Output};

/// Names of dead items: the file and the first byte.
pub type Dead = BTreeSet<(String, usize)>;

/// What rustc reports where exactly these features are on. `out` is for what it makes.
pub fn rustc(package: &Package, root: &Path, out: &Path, set: Set) -> Result<Dead, String> {
    std::fs::create_dir_all(out).map_err(|error| error.to_string())?;
    let mut command = Command::new(std::env::var_os("RUSTC").unwrap_or_else(|| "rustc".into()));
    command.args(["src/main.rs", "--crate-name", "app", "--crate-type", "bin", "--edition", "2024"]);
    command.args(["--emit", "metadata", "--error-format", "json", "--out-dir"]).arg(out);
    for name in package.features.names(set) {
        command.arg("--cfg").arg(format!("feature=\"{name}\""));
    }
    let output = command.current_dir(root).output().map_err(|error| format!("rustc does not start: {error}"))?;
    dead(&output, lines(&output.stderr))
}

/// What rustc reports where cargo is asked for these features.
pub fn cargo(package: &Package, root: &Path, target: &Path, set: Set) -> Result<Dead, String> {
    let mut command = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| env!("CARGO").into()));
    command.args(["check", "--message-format=json", "--quiet", "--offline", "--no-default-features"]);
    let names = package.features.names(set);
    if !names.is_empty() {
        command.arg("--features").arg(names.join(","));
    }
    command.env("CARGO_TARGET_DIR", target).env_remove("RUSTFLAGS").env_remove("CARGO_ENCODED_RUSTFLAGS");
    let output = command.current_dir(root).output().map_err(|error| format!("cargo does not start: {error}"))?;
    let messages = lines(&output.stdout).into_iter().filter_map(|line| line.get("message").cloned());
    dead(&output, messages.collect())
}

fn lines(text: &[u8]) -> Vec<Value> {
    let text = String::from_utf8_lossy(text);
    text.lines().filter_map(|line| serde_json::from_str::<Value>(line).ok()).collect()
}

/// One warning speaks of all dead parts of a type or an impl: each has a primary span, which is its name.
fn dead(output: &Output, messages: Vec<Value>) -> Result<Dead, String> {
    if !output.status.success() {
        let errors = messages.iter().filter(|message| message["level"] == "error");
        let mut said: Vec<String> =
            errors.filter_map(|message| message["rendered"].as_str()).map(str::to_owned).collect();
        if said.is_empty() {
            said.push(String::from_utf8_lossy(&output.stderr).into_owned());
        }
        return Err(format!("it does not compile:\n{}", said.join("\n")));
    }
    let warnings = messages.iter().filter(|message| message["code"]["code"] == "dead_code");
    let spans = warnings.flat_map(|message| message["spans"].as_array().into_iter().flatten());
    let primary = spans.filter(|span| span["is_primary"] == true);
    let place = |span: &Value| {
        let file = span["file_name"].as_str().unwrap_or_default().replace('\\', "/");
        (file, span["byte_start"].as_u64().unwrap_or_default() as usize)
    };
    Ok(primary.map(place).collect())
}

/// Which items are live, by where rustc sees dead ones. It says nothing of the fields and variants of a dead type: they
/// are dead too.
pub fn verdict(package: &Package, set: Set, dead: &Dead) -> Result<Vec<bool>, String> {
    for (file, at) in dead {
        let item = package.item_at(file, *at);
        if !item.is_some_and(|item| package.exists(item, set)) {
            return Err(format!("rustc speaks of {file}, byte {at}, where no item should be"));
        }
    }
    let mut live: Vec<bool> = vec![];
    for (row, item) in package.items.iter().enumerate() {
        let reported = dead.contains(&(item.file.clone(), item.at));
        let of_dead = item.owner.is_some_and(|owner| !live[owner]);
        live.push(package.exists(row, set) && !reported && !of_dead);
    }
    Ok(live)
}
