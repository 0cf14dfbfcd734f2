//! `routes`: who answers which method and path, as a table or as JSON.

use super::{WorkspaceArgs, options, with_stack};
use crate::audit::Audit;
use crate::finding::RouteRow;
use crate::{connect, pipeline};
use anyhow::Result;
use clap::{Args, ValueEnum};
use std::io::Write;

#[derive(Debug, Args)]
pub(super) struct RouteArgs {
    #[command(flatten)]
    workspace: WorkspaceArgs,
    /// The form of the table
    #[arg(long, value_enum, default_value = "table")]
    format: RouteFormat,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum RouteFormat {
    Table,
    Json,
}

pub(super) fn routes(args: &RouteArgs, out: &mut dyn Write) -> Result<u8> {
    let analysis = with_stack(|| pipeline::analyse(&options(&args.workspace)))?;
    let audit = Audit::new(analysis.input(), &analysis.reach, &[]);
    let rows = connect::routes(&audit);
    match args.format {
        RouteFormat::Table => table(&rows, out)?,
        RouteFormat::Json => {
            serde_json::to_writer_pretty(&mut *out, &rows)?;
            writeln!(out)?;
        }
    }
    Ok(0)
}

fn table(rows: &[RouteRow], out: &mut dyn Write) -> Result<()> {
    let width = |text: fn(&RouteRow) -> &str, most: usize| {
        rows.iter().map(|row| text(row).chars().count()).max().unwrap_or_default().min(most)
    };
    let (method, path) = (width(|row| &row.method, 10), width(|row| &row.path, 60));
    for row in rows {
        let at = &row.location;
        writeln!(out, "{:<method$}  {:<path$}  {}  {}:{}", row.method, row.path, row.handler, at.file, at.line)?;
        if !row.conditions.is_empty() {
            writeln!(out, "{:method$}  when {}", "", row.conditions.join(" and "))?;
        }
    }
    match rows.iter().filter(|row| row.escapes).count() {
        _ if rows.is_empty() => writeln!(out, "no code of this workspace registers a route by an API that is known")?,
        0 => {}
        count => writeln!(out, "… before a path: what else is in front is not known ({count} routes)")?,
    }
    Ok(())
}
