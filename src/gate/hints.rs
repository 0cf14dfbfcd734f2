//! What the configuration names and the workspace does not have: a typing error, or something that is gone.
//!
//! In: the view of the audit. Out: a sentence for each entry that matches nothing. It does not know what else an entry does.

use crate::audit::Audit;
use crate::catalog::markers::Markers;
use crate::config::Glob;
use crate::reach::paths::matching;
use std::collections::BTreeSet;
use std::path::Path;

/// A sentence for each entry of the configuration that matches nothing.
pub fn hints(audit: &Audit<'_>) -> Vec<String> {
    let config = audit.input.config;
    let mut hints = vec![];
    let globs: Vec<(&str, &Glob)> =
        config.ignore.iter().map(|it| ("ignore", it)).chain(config.levels.globs().map(|it| ("levels", it))).collect();
    if !globs.is_empty() {
        let files = files(audit);
        let idle = globs.iter().filter(|(_, glob)| !files.iter().any(|file| glob.matches(file)));
        hints.extend(
            idle.map(|(key, glob)| format!("`{}` of {key} in the configuration matches no file", glob.as_str())),
        );
    }
    let named = |key: &'static str, path: &str| {
        let idle = matching(audit.input, path).is_empty();
        idle.then(|| format!("`{path}` of {key} in the configuration matches no item"))
    };
    hints.extend(config.roots.iter().filter_map(|path| named("roots", path)));
    hints.extend(config.connections.iter().filter_map(|it| named("connections", &it.path)));
    if let crate::config::ClosedWorld::Packages(names) = &config.closed_world {
        let packages = audit.input.workspace.members();
        let unknown = names.iter().filter(|name| !packages.iter().any(|package| package.name == **name));
        hints.extend(unknown.map(|name| format!("`{name}` of closed-world in the configuration is no package here")));
    }
    if let Some(markers) = Markers::load().ok().filter(|_| !config.markers.remove.is_empty()) {
        let words = markers.words.iter().map(|it| &it.word).chain(markers.paired.iter().map(|it| &it.word));
        let known: Vec<&String> = words.chain(markers.phrases.iter().map(|it| &it.text)).collect();
        let idle = config.markers.remove.iter().filter(|it| !known.iter().any(|known| known.eq_ignore_ascii_case(it)));
        hints.extend(idle.map(|it| format!("`{it}` of markers.remove in the configuration is no marker")));
    }
    hints
}

/// The files that findings can be on.
fn files(audit: &Audit<'_>) -> BTreeSet<String> {
    let workspace = audit.input.workspace;
    let shown = |path: &Path| crate::discover::shown(path, &workspace.root);
    let read = audit.input.sources.files.iter().map(|file| file.shown.clone());
    let manifests = workspace.members().iter().map(|package| shown(&package.manifest));
    read.chain(manifests).chain(audit.disk.iter().flatten().map(|path| shown(path))).collect()
}
