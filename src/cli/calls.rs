//! `calls`: what each method call was resolved to, a line each, for the measurements in `benches/agreement`.

use crate::pipeline::Analysis;
use anyhow::Result;
use std::io::Write;

/// Prints `file:line:column<TAB>file:line` for a method of the workspace and `file:line:column<TAB>-` for one of another
/// crate; columns count characters, from 1.
pub(super) fn calls(analysis: &Analysis, out: &mut dyn Write) -> Result<u8> {
    let bindings = &analysis.bindings;
    for call in &bindings.resolved {
        let file = &analysis.sources.files[bindings.defs.file(call.by).index()];
        let (line, column) = crate::facts::position(&file.facts.lines, &file.text, call.at);
        let goal = match call.of {
            Some(def) => {
                let file = &analysis.sources.files[bindings.defs.file(def).index()];
                let at = bindings.defs.get(&analysis.sources, def).name_span.start;
                let (line, _) = crate::facts::position(&file.facts.lines, &file.text, at);
                format!("{}:{line}", file.shown)
            }
            None => "-".to_owned(),
        };
        writeln!(out, "{}:{line}:{column}\t{goal}", file.shown)?;
    }
    for call in &bindings.unknown {
        let file = &analysis.sources.files[bindings.defs.file(call.by).index()];
        let (line, column) = crate::facts::position(&file.facts.lines, &file.text, call.at);
        writeln!(out, "{}:{line}:{column}\t?\t{}", file.shown, call.cause)?;
    }
    Ok(0)
}
