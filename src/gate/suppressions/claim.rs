//! What a suppression says.
//!
//! In: the text behind `vestige:`. Out: a [`Claim`], or a sentence on what is wrong with it. It does not know which rules
//! there are, nor what day it is.

use crate::audit::Audit;

/// What a suppression says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Claim {
    /// The rules that it suppresses.
    pub codes: Vec<String>,
    /// When it ends.
    pub until: Option<Until>,
    /// Why it is there.
    pub reason: String,
}

/// When a suppression ends.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Until {
    /// On the first day of a month or on a day: `2027-03`, `2027-03-15`.
    Date(String),
    /// With a version of the package that it stands in: `v3.0`.
    Version(String, semver::Version),
}

impl Claim {
    /// The end as it is written.
    pub fn until_text(&self) -> Option<String> {
        self.until.as_ref().map(|until| match until {
            Until::Date(text) | Until::Version(text, _) => text.clone(),
        })
    }
}

impl Until {
    /// Whether the day has come, or the version of a package; without a clock no day has.
    pub(super) fn is_over(&self, audit: &Audit<'_>, package: &str) -> bool {
        let workspace = audit.input.workspace;
        match self {
            Until::Date(text) => workspace.today.as_deref().is_some_and(|today| text.as_str() <= today),
            Until::Version(_, end) => {
                let package = workspace.packages.iter().find(|it| it.name == package);
                let version = package.and_then(|package| semver::Version::parse(&package.version).ok());
                version.is_some_and(|version| version >= *end)
            }
        }
    }
}

/// Reads `allow(code, code, until = "2027-03") -- reason`.
pub(super) fn parse(said: &str) -> Result<Claim, String> {
    const FORM: &str = "write `vestige: allow(code) -- reason`";
    let list = said.strip_prefix("allow").map(str::trim_start).and_then(|rest| rest.strip_prefix('('));
    let Some(list) = list else { return Err(FORM.into()) };
    let Some((list, rest)) = list.split_once(')') else { return Err(format!("a `)` is missing; {FORM}")) };
    let (mut codes, mut until) = (vec![], None);
    for part in list.split(',').map(str::trim).filter(|part| !part.is_empty()) {
        match part.split_once('=') {
            Some((key, value)) if key.trim() == "until" && until.is_none() => until = Some(end(value.trim())?),
            Some((key, _)) => return Err(format!("`{}` is not known here; only `until` is, once", key.trim())),
            None if codes.iter().any(|known| known == part) => return Err(format!("it names `{part}` twice")),
            None => codes.push(part.to_owned()),
        }
    }
    if codes.is_empty() {
        return Err(format!("it names no rule; {FORM}"));
    }
    match rest.trim_start().strip_prefix("--").map(str::trim) {
        Some(reason) if !reason.is_empty() => Ok(Claim { codes, until, reason: reason.to_owned() }),
        _ => Err("it gives no reason; add `-- why` behind it".into()),
    }
}

fn end(value: &str) -> Result<Until, String> {
    let Some(text) = value.strip_prefix('"').and_then(|rest| rest.strip_suffix('"')) else {
        return Err("the end stands in quotes: `until = \"2027-03\"`".into());
    };
    if is_date(text) {
        return Ok(Until::Date(text.into()));
    }
    let numbers = text.strip_prefix('v').unwrap_or(text);
    let missing = 2_usize.saturating_sub(numbers.matches('.').count());
    // A lone number could be a year.
    let said = text.starts_with('v') || text.contains('.');
    match semver::Version::parse(&format!("{numbers}{}", ".0".repeat(missing))) {
        Ok(version) if said => Ok(Until::Version(text.into(), version)),
        _ => Err(format!("`{text}` is neither a month (`2027-03`), a day (`2027-03-15`) nor a version (`v3.0`)")),
    }
}

fn is_date(text: &str) -> bool {
    let parts: Vec<&str> = text.split('-').collect();
    let number = |part: &str, digits: usize| {
        (part.len() == digits && part.bytes().all(|byte| byte.is_ascii_digit())).then(|| part.parse::<u32>().ok())?
    };
    let (year, month) = (number(parts[0], 4), parts.get(1).and_then(|part| number(part, 2)));
    let day = parts.get(2).map_or(Some(1), |part| number(part, 2));
    let in_range = matches!((month, day), (Some(1..=12), Some(1..=31)));
    year.is_some() && in_range && parts.len() <= 3
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_claim_names_rules_an_end_and_a_reason() {
        let claim =
            parse("allow(legacy-path, unreachable-item, until = \"2027-03\") -- the last client -- ours").unwrap();
        assert_eq!(claim.codes, ["legacy-path", "unreachable-item"]);
        assert_eq!(claim.until, Some(Until::Date("2027-03".into())));
        assert_eq!(claim.reason, "the last client -- ours");
        let claim = parse("allow (legacy-path,until=\"v3.0\")-- x").unwrap();
        assert_eq!(claim.until, Some(Until::Version("v3.0".into(), semver::Version::new(3, 0, 0))));
    }

    #[test]
    fn what_is_wrong_is_said() {
        for (said, part) in [
            ("deny(legacy-path) -- x", "write `vestige: allow"),
            ("allow(legacy-path -- x", "`)` is missing"),
            ("allow() -- x", "names no rule"),
            ("allow(a, a) -- x", "`a` twice"),
            ("allow(legacy-path)", "no reason"),
            ("allow(legacy-path) -- ", "no reason"),
            ("allow(legacy-path) because", "no reason"),
            ("allow(legacy-path, till = \"2027-03\") -- x", "`till` is not known"),
            ("allow(legacy-path, until = 2027-03) -- x", "in quotes"),
            ("allow(legacy-path, until = \"2027-13\") -- x", "neither a month"),
            ("allow(legacy-path, until = \"2027\") -- x", "neither a month"),
        ] {
            let error = parse(said).unwrap_err();
            assert!(error.contains(part), "{said}: {error}");
        }
    }
}
