//! What the compiler said to removals, for people.

use crate::finding::{Finding, Proof, ProofStatus, Report};
use crate::fix::Fixed;
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io::{Result, Write};

fn proofs(report: &Report) -> impl Iterator<Item = (&Finding, &Proof)> {
    report.findings.iter().filter_map(|finding| Some((finding, finding.proof.as_ref()?)))
}

fn count(report: &Report, status: ProofStatus) -> usize {
    proofs(report).filter(|(_, proof)| proof.status == status).count()
}

/// Writes what was refuted with the compiler's words, what could not be tried, and the sum.
///
/// # Errors
/// Writing fails.
pub fn write(report: &Report, rounds: u32, out: &mut dyn Write) -> Result<()> {
    for (finding, proof) in proofs(report) {
        if proof.status != ProofStatus::Compiles {
            writeln!(out, "{}", one(finding, proof))?;
        }
    }
    for note in &report.workspace.notes {
        writeln!(out, "note: {note}")?;
    }
    let (compiles, refuted) = (count(report, ProofStatus::Compiles), count(report, ProofStatus::Refuted));
    let left = count(report, ProofStatus::NotRun);
    let features = proofs(report).next().map(|(_, proof)| proof.features.join("; ")).unwrap_or_default();
    let rustc = proofs(report).next().map(|(_, proof)| proof.rustc.clone()).unwrap_or_default();
    writeln!(
        out,
        "{compiles} of {} removals compile, {refuted} refuted, {left} not tried: {rounds} rounds, features {features}, {rustc}",
        compiles + refuted + left
    )
}

fn one(finding: &Finding, proof: &Proof) -> String {
    let verdict = match proof.status {
        ProofStatus::Refuted => "refuted",
        _ => "not tried",
    };
    let at = &finding.location;
    let mut text = format!("{verdict}: {} `{}` ({}:{})", finding.item.kind, finding.item.path, at.file, at.line);
    for line in proof.errors.iter().flat_map(|error| error.lines()) {
        // Writing to a string does not fail.
        let _ = write!(text, "\n    {line}");
    }
    text
}

/// How many removals were proven and refuted, and the 95 % interval of the share (Wilson's score interval).
pub fn precision(report: &Report) -> String {
    let (proven, refuted) = (count(report, ProofStatus::Compiles), count(report, ProofStatus::Refuted));
    let tried = proven + refuted;
    if tried == 0 {
        return "precision: nothing was tried".into();
    }
    let (low, high) = wilson(proven as f64, tried as f64);
    format!(
        "precision: {proven} proven, {refuted} refuted: {:.1} % (95 % interval {:.1} to {:.1} %)",
        100.0 * proven as f64 / tried as f64,
        100.0 * low,
        100.0 * high
    )
}

/// E. B. Wilson, "Probable inference, the law of succession, and statistical inference", 1927.
fn wilson(hits: f64, tries: f64) -> (f64, f64) {
    let z = 1.959_963_985;
    let share = hits / tries;
    let middle = share + z * z / (2.0 * tries);
    let spread = z * (share * (1.0 - share) / tries + z * z / (4.0 * tries * tries)).sqrt();
    let scale = 1.0 + z * z / tries;
    (((middle - spread) / scale).max(0.0), ((middle + spread) / scale).min(1.0))
}

/// What `fix` did, or would do.
pub fn fixed(fixed: &Fixed, findings: &BTreeMap<&str, &Finding>, held: &[String], dry: bool) -> String {
    let mut text = String::new();
    let mut gone = 0;
    for (id, proof) in &fixed.proofs {
        match (proof.status, findings.get(id.as_str())) {
            (ProofStatus::Compiles, _) => gone += 1,
            (_, Some(finding)) => {
                let _ = writeln!(text, "{}", one(finding, proof));
            }
            _ => {}
        }
    }
    for why in held {
        let _ = writeln!(text, "left, as compiling cannot prove it (--unproven takes it too): {why}");
    }
    for follower in &fixed.followers {
        let _ = writeln!(text, "went with the others: {follower}");
    }
    if let Some(first) = fixed.broken.first() {
        let _ = writeln!(text, "note: the workspace does not build as it is: {first}");
    }
    let lines: usize = fixed
        .changes
        .iter()
        .map(|it| it.before.lines().count().saturating_sub(it.after.as_deref().unwrap_or_default().lines().count()))
        .sum();
    let verb = if dry { "would remove" } else { "removed" };
    let _ = writeln!(
        text,
        "{verb} {gone} items, {} more that only they used, {lines} lines in {} files; {} rounds",
        fixed.followers.len(),
        fixed.changes.len(),
        fixed.rounds
    );
    text
}

#[cfg(test)]
mod tests {
    use super::wilson;

    #[test]
    fn the_interval_is_that_of_the_textbook() {
        // 8 of 10: 0.4902 to 0.9433 (Agresti and Coull, 1998).
        let (low, high) = wilson(8.0, 10.0);
        assert!((low - 0.4902).abs() < 1e-4 && (high - 0.9433).abs() < 1e-4, "{low} {high}");
    }
}
