//! Legacy markers: which definitions their names, comments and attributes call legacy.
//!
//! In: definitions with the text around them, the markers of the catalogue and of the configuration. Out: a [`Mark`] for
//! each definition whose markers weigh enough, with what they are. It does not know whether something is reachable.

mod sentence;

use crate::catalog::markers::Markers;
use crate::facts::DefData;
use crate::model::{DefId, DefKind};
use crate::parse::MountPoint;
use crate::reach::Input;
use crate::reach::guards::words;
use aho_corasick::AhoCorasick;
use rayon::prelude::*;
use rustc_hash::{FxHashMap, FxHashSet};

/// Why a definition counts as legacy.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Mark {
    /// How much its markers weigh.
    pub weight: u32,
    /// What they are, the heaviest first.
    pub reasons: Vec<String>,
    /// Whether words of its own name are among them.
    pub named: bool,
    /// Whether all that marks it is a higher version that stands beside it: versions may be meant to stay.
    pub only_version: bool,
}

/// The marked definitions.
pub type Legacy = FxHashMap<DefId, Mark>;

/// Comments further above an item than this many bytes are not its own.
const FARTHEST: usize = 2000;

/// So many versions of a name side by side are data, not a past.
const LONG_ROW: usize = 4;

/// Finds the marked definitions of a workspace.
pub fn legacy(input: Input<'_>, markers: &Markers) -> Legacy {
    let Ok(phrases) =
        AhoCorasick::builder().ascii_case_insensitive(true).build(markers.phrases.iter().map(|it| &it.text))
    else {
        return Legacy::default();
    };
    let siblings = siblings(input);
    let headers = headers(input);
    let mark = |def: DefId| {
        let facts = input.bindings.defs.get(input.sources, def);
        if !can_be_marked(facts.kind) || facts.from_macro {
            return None;
        }
        let mut comments = comments(input, def);
        if let Some(header) = headers.get(&def) {
            comments.push_str("\n\n");
            comments.push_str(header);
        }
        let (mut found, versions) = by_name(input, def, (markers, comments.as_str()), &siblings);
        let named = !found.is_empty();
        by_comments((comments.as_str(), facts.name.as_str()), &phrases, markers, &mut found);
        if facts.attrs.others.iter().any(|attr| allows_deprecated(&attr.path, &attr.args)) {
            found.push((markers.allows_deprecated, "it allows deprecated code".into()));
        }
        found.extend(by_feature(facts, markers));
        let only_version = found.is_empty();
        found.extend(versions);
        let weight = found.iter().map(|it| it.0).sum();
        found.sort_by_key(|it| std::cmp::Reverse(it.0));
        let reasons = found.into_iter().map(|it| it.1).collect();
        (weight >= markers.threshold).then_some((def, Mark { weight, reasons, named, only_version }))
    };
    let defs: Vec<DefId> = input.bindings.defs.ids().collect();
    let marked: Vec<(DefId, Mark)> = defs.into_par_iter().filter_map(mark).collect();
    marked.into_iter().collect()
}

/// The phrases that the comments of an item of that name say.
fn by_comments(
    (comments, name): (&str, &str),
    phrases: &AhoCorasick,
    markers: &Markers,
    found: &mut Vec<(u32, String)>,
) {
    let mut seen = FxHashSet::default();
    // Words that are part of a phrase that counted are no mark of their own.
    let mut hits: Vec<_> = phrases.find_overlapping_iter(comments).collect();
    hits.sort_by_key(|hit| std::cmp::Reverse(markers.phrases[hit.pattern().as_usize()].weight));
    let mut counted: Vec<std::ops::Range<usize>> = vec![];
    let of_item = |hit: &aho_corasick::Match| {
        let before = comments.get(..hit.start()).unwrap_or_default();
        let phrase = &markers.phrases[hit.pattern().as_usize()];
        let speaks = if phrase.participle { sentence::describes_item } else { sentence::speaks_of_item };
        !(phrase.subject || phrase.participle) || speaks(before, name)
    };
    for hit in hits.into_iter().filter(of_item).filter(|hit| seen.insert(hit.pattern())) {
        if counted.iter().any(|range| hit.start() < range.end && range.start < hit.end()) {
            continue;
        }
        counted.push(hit.start()..hit.end());
        let phrase = &markers.phrases[hit.pattern().as_usize()];
        found.push((phrase.weight, format!("its comment says \"{}\"", phrase.text)));
    }
}

/// What a name in a condition, a feature or a variable weighs by its words.
pub fn weight_of_words(text: &str, markers: &Markers) -> u32 {
    let names = text.split(|letter: char| !letter.is_alphanumeric() && letter != '_');
    let found = names.map(|name| {
        let words = no_terms(words(crate::model::name(name)), markers, "");
        markers.words.iter().filter(|marker| words.contains(&marker.word)).map(|marker| marker.weight).sum::<u32>()
    });
    found.max().unwrap_or_default()
}

/// Whether words are those of a name that is a term.
fn is_term(words: &[String], markers: &Markers) -> bool {
    let name = words.join("_");
    markers.terms.contains(&name) || markers.whole_terms.contains(&name)
}

/// The words of a name that are no part of a term: none of them if the name is one, and none of those that belong to a
/// term of several words that stands in it or that its comment says.
fn no_terms(words: Vec<String>, markers: &Markers, comments: &str) -> Vec<String> {
    if !markers.words.iter().any(|marker| words.contains(&marker.word)) {
        return words;
    }
    if is_term(&words, markers) {
        return vec![];
    }
    let comments = comments.to_lowercase();
    let mut own = vec![true; words.len()];
    for term in markers.terms.iter().filter(|term| term.contains('_')) {
        let parts: Vec<&str> = term.split('_').collect();
        for (at, _) in words.windows(parts.len()).enumerate().filter(|(_, window)| *window == &parts[..]) {
            own[at..at + parts.len()].fill(false);
        }
        if comments.contains(&parts.join(" ")) {
            own.iter_mut().zip(&words).for_each(|(own, word)| *own &= !parts.contains(&word.as_str()));
        }
    }
    words.into_iter().zip(own).filter(|(_, own)| *own).map(|(word, _)| word).collect()
}

/// A feature of such a name, without which the item does not exist.
fn by_feature(facts: &crate::facts::Def, markers: &Markers) -> Option<(u32, String)> {
    let mut features = vec![];
    let cfgs = &facts.attrs.cfg;
    cfgs.iter().for_each(|cfg| cfg.atoms(&mut |key, value| features.extend(value.filter(|_| *key == "feature"))));
    let needed = |feature: &crate::model::Name| {
        let off = |key: &crate::model::Name, value: &Option<crate::model::Name>| {
            (*key == "feature" && value.as_ref() == Some(feature)).then_some(false)
        };
        cfgs.iter().any(|cfg| cfg.eval(&off) == Some(false))
    };
    let weighed = features.into_iter().filter(needed).map(|feature| (weight_of_words(&feature, markers), feature));
    let (weight, feature) = weighed.max()?;
    (weight > 0).then(|| (weight, format!("it exists only with feature `{feature}`")))
}

fn allows_deprecated(path: &str, args: &str) -> bool {
    matches!(path, "allow" | "expect") && args.split([',', ' ']).any(|lint| lint == "deprecated")
}

fn can_be_marked(kind: DefKind) -> bool {
    kind.is_fn()
        || kind.is_adt()
        || matches!(kind, DefKind::Module | DefKind::Trait | DefKind::Constant | DefKind::Static)
}

/// The names that stand beside each definition: in its module, or among the items of its type.
type Siblings = FxHashMap<(Option<DefId>, u32), FxHashSet<String>>;

fn place(input: Input<'_>, def: DefId) -> (Option<DefId>, u32) {
    let facts = input.bindings.defs.get(input.sources, def);
    let parent = input.bindings.defs.parent(input.sources, def);
    let block = parent.and_then(|parent| input.bindings.impls.info(parent));
    let of_type = block.and_then(|info| info.self_def);
    match of_type {
        Some(of) => (Some(of), u32::MAX),
        None => (parent, (input.bindings.defs.file(def).0 << 12) ^ facts.scope),
    }
}

fn siblings(input: Input<'_>) -> Siblings {
    let mut found = Siblings::default();
    for def in input.bindings.defs.ids() {
        let facts = input.bindings.defs.get(input.sources, def);
        if can_be_marked(facts.kind) {
            found.entry(place(input, def)).or_default().insert(words(facts.name).join("_"));
        }
    }
    found
}

/// Weights with their reasons.
type Weighed = Vec<(u32, String)>;

/// What words of a name weigh, and what higher versions beside it do.
fn by_name(
    input: Input<'_>,
    def: DefId,
    (markers, comments): (&Markers, &str),
    siblings: &Siblings,
) -> (Weighed, Weighed) {
    let facts = input.bindings.defs.get(input.sources, def);
    // An item of a trait impl has the name that the trait gives it.
    let parent = input.bindings.defs.parent(input.sources, def).map(|it| input.bindings.defs.get(input.sources, it));
    if parent.is_some_and(|it| matches!(&it.data, DefData::Impl(header) if header.of_trait.is_some())) {
        return Default::default();
    }
    let words = words(facts.name);
    if is_term(&words, markers) {
        return Default::default();
    }
    let is_type = facts.kind.is_adt() || facts.kind == DefKind::Trait;
    let weighed = |weight: u32| if is_type { weight.min(markers.type_words) } else { weight };
    let mut versions = vec![];
    let marking = no_terms(words.clone(), markers, comments);
    let mut found: Weighed = (markers.words.iter())
        .filter(|marker| marking.contains(&marker.word))
        .map(|marker| (weighed(marker.weight), format!("its name says `{}`", marker.word)))
        .collect();
    let beside = siblings.get(&place(input, def));
    let has = |name: &[String]| !name.is_empty() && beside.is_some_and(|names| names.contains(&name.join("_")));
    for (at, word) in words.iter().enumerate() {
        let with = |other: Option<String>| {
            let mut name = words.clone();
            match other {
                Some(other) => name[at] = other,
                None => _ = name.remove(at),
            }
            name
        };
        for pair in markers.paired.iter().filter(|pair| pair.word == *word) {
            // Of constants the word is mostly a part of the name: `OLD_SOGDIAN` beside `SOGDIAN`.
            let named = with(None);
            let plain = if facts.kind.is_fn() { named } else { vec![] };
            let newer = [with(Some(pair.other.clone())), plain].into_iter().find(|name| has(name));
            if let Some(newer) = newer.filter(|_| !found.iter().any(|it| it.1.contains(&pair.word))) {
                found.push((pair.weight, format!("its name says `{word}`, beside `{}`", newer.join("_"))));
            }
        }
        let number = word.strip_prefix('v').and_then(|digits| digits.parse::<u32>().ok());
        // A long row of versions is a table; 4 beside 6 is IP.
        let is_row = || (0..64).filter(|number| has(&with(Some(format!("v{number}"))))).nth(LONG_ROW - 1).is_some();
        let newer = number.into_iter().flat_map(|number| number + 1..number + 3);
        let newer = newer.filter(|newer| (number, *newer) != (Some(4), 6));
        let newer = newer.map(|number| with(Some(format!("v{number}")))).find(|name| has(name));
        if let Some(newer) = newer.filter(|_| !is_row()) {
            versions.push((markers.version, format!("`{}` stands beside it", newer.join("_"))));
        }
    }
    (found, versions)
}

/// The documentation of a definition and the comments above it.
fn comments(input: Input<'_>, def: DefId) -> String {
    let facts = input.bindings.defs.get(input.sources, def);
    let text = &input.sources.files[input.bindings.defs.file(def).index()].text;
    let own = facts.span.start as usize;
    let line = text.get(..own).and_then(|above| above.rfind('\n')).map_or(0, |at| at + 1);
    let mut start = line;
    for above in text.get(..line).unwrap_or_default().split_inclusive('\n').rev() {
        let comment = above.trim_start();
        if !comment.starts_with("//") || comment.starts_with("//!") || own - start > FARTHEST {
            break;
        }
        start -= above.len();
    }
    // Between the start of the item and its name stand documentation and attributes, then keywords.
    let head = text.get(start..facts.name_span.start as usize).unwrap_or_default();
    let is_comment = |line: &&str| ["//", "/*", "*", "#[doc"].iter().any(|mark| line.trim_start().starts_with(mark));
    head.lines().filter(is_comment).filter(|line| !suppresses(line)).collect::<Vec<_>>().join("\n")
}

/// Whether a line is a suppression: what it names and why it is there mark nothing.
fn suppresses(line: &str) -> bool {
    line.trim_start().trim_start_matches('/').trim_start().starts_with("vestige:")
}

/// The leading documentation of the files of modules. A plain comment there is of a licence, or of the first item.
fn headers(input: Input<'_>) -> FxHashMap<DefId, String> {
    let mut found = FxHashMap::default();
    for mount in &input.sources.mounts {
        let Some((parent, MountPoint::Module(row))) = mount.parent else { continue };
        let def = input.bindings.defs.id(input.sources.mounts[parent].file, row);
        let text = &input.sources.files[mount.file.index()].text;
        let header = text.lines().take_while(|line| line.starts_with("//"));
        let header: Vec<&str> = header.filter(|line| line.starts_with("//!")).collect();
        if !header.is_empty() {
            found.insert(def, header.join("\n"));
        }
    }
    found
}
