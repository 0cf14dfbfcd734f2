//! `connections`: the map of connection set-up, as a table, as JSON, or as a drawing in DOT or Mermaid.

use super::{WorkspaceArgs, options, with_stack};
use crate::audit::Audit;
use crate::finding::{Chain, Way};
use crate::{connect, pipeline};
use anyhow::{Result, bail};
use clap::{Args, ValueEnum};
use std::collections::BTreeMap;
use std::io::Write;

#[derive(Debug, Args)]
pub(super) struct ConnectionArgs {
    #[command(flatten)]
    workspace: WorkspaceArgs,
    /// The form of the map
    #[arg(long, value_enum, default_value = "table")]
    format: MapFormat,
    /// Also what sends, receives and closes
    #[arg(long)]
    all: bool,
    /// One line for each API that an entry reaches
    #[arg(long)]
    collapse: bool,
    /// The stages of WebSockets instead: which code serves each, and what becomes of its errors
    #[arg(long, conflicts_with_all = ["all", "collapse"])]
    stages: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum MapFormat {
    Table,
    Json,
    Dot,
    Mermaid,
}

pub(super) fn connections(args: &ConnectionArgs, out: &mut dyn Write) -> Result<u8> {
    let analysis = with_stack(|| pipeline::analyse(&options(&args.workspace)))?;
    let audit = Audit::new(analysis.input(), &analysis.reach, &[]);
    if args.stages {
        return stages(&connect::stages(&audit), args.format, out);
    }
    let mut ways = connect::map(&audit, audit.places(), args.all);
    if args.collapse {
        ways.dedup_by(|next, kept| (&next.entry, &next.api) == (&kept.entry, &kept.api));
    }
    match args.format {
        MapFormat::Table => table(&ways, out)?,
        MapFormat::Json => {
            serde_json::to_writer_pretty(&mut *out, &ways)?;
            writeln!(out)?;
        }
        MapFormat::Dot => dot(&ways, out)?,
        MapFormat::Mermaid => mermaid(&ways, out)?,
    }
    Ok(0)
}

fn stages(chains: &[Chain], format: MapFormat, out: &mut dyn Write) -> Result<u8> {
    match format {
        MapFormat::Table => {}
        MapFormat::Json => {
            serde_json::to_writer_pretty(&mut *out, chains)?;
            writeln!(out)?;
            return Ok(0);
        }
        MapFormat::Dot | MapFormat::Mermaid => bail!("stages are printed as `table` or as `json`"),
    }
    for chain in chains {
        writeln!(out, "{}", chain.start)?;
        for stage in &chain.stages {
            if stage.places.is_empty() {
                writeln!(out, "  {:<12} nothing was found that serves it", stage.name)?;
            }
            for place in &stage.places {
                let at = &place.location;
                let api = place.api.as_ref().map(|api| format!("  {api}")).unwrap_or_default();
                writeln!(out, "  {:<12} {}{api}  {}:{}", stage.name, place.path, at.file, at.line)?;
                writeln!(out, "  {:<12}   errors: {}", "", place.errors)?;
                if let Some(told) = &place.told {
                    writeln!(out, "  {:<12}   instead: {told}", "")?;
                }
            }
        }
    }
    if chains.is_empty() {
        writeln!(out, "production sets no WebSocket up by an API that is known")?;
    }
    Ok(0)
}

fn table(ways: &[Way], out: &mut dyn Write) -> Result<()> {
    let mut entry = "";
    for way in ways {
        if way.entry != entry {
            writeln!(out, "{}", way.entry)?;
            entry = &way.entry;
        }
        let at = &way.location;
        writeln!(out, "  {:<9} {:<10} {}  {}:{}", way.role, way.protocol, way.api, at.file, at.line)?;
        let names: Vec<&str> = way.trail.iter().skip(1).map(|step| step.path.as_str()).collect();
        if !names.is_empty() {
            writeln!(out, "            by {}", names.join(" → "))?;
        }
        if !way.conditions.is_empty() {
            writeln!(out, "            when {}", way.conditions.join(" and "))?;
        }
        if !way.legacy.is_empty() {
            writeln!(out, "            legacy: {}", way.legacy.join(", "))?;
        }
        if !way.twins.is_empty() {
            writeln!(out, "            twins: {}", way.twins.join(", "))?;
        }
    }
    if ways.is_empty() {
        writeln!(out, "production reaches no API that is known to set up a connection")?;
    }
    Ok(())
}

/// The steps of all ways: from, to, and the condition on the step.
fn steps(ways: &[Way]) -> BTreeMap<(String, String), String> {
    let mut steps = BTreeMap::new();
    for way in ways {
        let goal = format!("{} ({} {})", way.api, way.role, way.protocol);
        let names = way.trail.iter().map(|step| step.path.clone()).chain([goal]);
        let names: Vec<String> = names.collect();
        for (pair, step) in names.windows(2).zip(&way.trail) {
            let conditions: Vec<&str> = step.guard.iter().chain(&step.cfg).map(String::as_str).collect();
            steps.entry((pair[0].clone(), pair[1].clone())).or_insert(conditions.join(", "));
        }
    }
    steps
}

fn dot(ways: &[Way], out: &mut dyn Write) -> Result<()> {
    let quoted = |text: &str| text.replace('\\', "\\\\").replace('"', "\\\"");
    writeln!(out, "digraph connections {{\n  rankdir=LR;\n  node [shape=box];")?;
    for name in legacy(ways) {
        writeln!(out, "  \"{}\" [style=dashed];", quoted(name))?;
    }
    for ((from, to), when) in steps(ways) {
        let label = if when.is_empty() { String::new() } else { format!(" [label=\"{}\"]", quoted(&when)) };
        writeln!(out, "  \"{}\" -> \"{}\"{label};", quoted(&from), quoted(&to))?;
    }
    Ok(writeln!(out, "}}")?)
}

fn mermaid(ways: &[Way], out: &mut dyn Write) -> Result<()> {
    let steps = steps(ways);
    let mut ids: BTreeMap<&str, usize> = BTreeMap::new();
    for name in steps.keys().flat_map(|(from, to)| [from.as_str(), to.as_str()]) {
        let next = ids.len();
        ids.entry(name).or_insert(next);
    }
    // In a label these would end it.
    let quoted = |text: &str| text.replace('"', "#quot;").replace('|', "#124;");
    writeln!(out, "flowchart LR")?;
    for (name, id) in &ids {
        writeln!(out, "  n{id}[\"{}\"]", quoted(name))?;
    }
    for ((from, to), when) in &steps {
        let label = if when.is_empty() { String::new() } else { format!("|\"{}\"|", quoted(when)) };
        writeln!(out, "  n{} -->{label} n{}", ids[from.as_str()], ids[to.as_str()])?;
    }
    for name in legacy(ways) {
        if let Some(id) = ids.get(name) {
            writeln!(out, "  style n{id} stroke-dasharray: 5 5")?;
        }
    }
    Ok(())
}

fn legacy(ways: &[Way]) -> std::collections::BTreeSet<&str> {
    ways.iter().flat_map(|way| &way.legacy).map(String::as_str).collect()
}
