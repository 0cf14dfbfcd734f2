//! What to take out of the source to remove definitions, together or each alone.
//!
//! In: the view of the audit and definitions. Out: edits by file, with what goes along: impls of types and traits, items
//! that impls have for an item of a trait, imports that nobody else uses, impl blocks that are left empty, files of
//! modules, values of fields, arms of variants. It knows nothing of what compiles afterwards.

mod unproven;

pub use unproven::{is_laid_out, numbers_shift, reason as unproven, shown_by_debug};

use crate::audit::Audit;
use crate::edit::{Edit, Element, tidy, use_tree, without};
use crate::facts::DefData;
use crate::finding::Removal;
use crate::model::{DefId, DefKind, FileId, Span};
use crate::parse::MountPoint;
use std::collections::{BTreeMap, BTreeSet};

/// Edits that remove definitions.
#[derive(Debug, Default)]
pub struct Plan {
    /// What changes, by file, in order; a file of which all goes is one edit from its first to its last byte.
    pub edits: BTreeMap<FileId, Vec<Edit>>,
    /// What was asked for and has to stay: something that speaks of it cannot be taken out.
    pub stuck: BTreeSet<DefId>,
    /// Of that, what a macro makes, or an impl of it, in a call that makes something else too.
    pub half_made: BTreeSet<DefId>,
    /// Of it, what has something in it that works without it.
    pub outlived: BTreeSet<DefId>,
    /// Of it, what lies outside of the root of the workspace: that alone is copied to try a removal, and changed.
    pub outside: BTreeSet<DefId>,
    /// What was asked for and has values that are no longer computed.
    pub silenced: BTreeSet<DefId>,
}

/// Plans the removal of definitions, as one change.
pub fn plan(audit: &Audit<'_>, defs: &BTreeSet<DefId>) -> Plan {
    let mut plan = Plan::default();
    loop {
        let wanted: BTreeSet<DefId> = defs.difference(&plan.stuck).copied().collect();
        let gone = self::gone(audit, &wanted);
        let half_made = half_made(audit, &wanted, &gone);
        if !half_made.is_empty() {
            plan.stuck.extend(&half_made);
            plan.half_made.extend(half_made);
            continue;
        }
        let outlived = outlived(audit, &wanted, &gone);
        if !outlived.is_empty() {
            plan.stuck.extend(&outlived);
            plan.outlived.extend(outlived);
            continue;
        }
        let beyond =
            gone.iter().copied().filter(|def| is_outside(audit, audit.input.bindings.defs.file(*def))).collect();
        let outside = taking(audit, &wanted, &beyond);
        if !outside.is_empty() {
            plan.stuck.extend(&outside);
            plan.outside.extend(outside);
            continue;
        }
        let mut edits: BTreeMap<FileId, Vec<Edit>> = BTreeMap::new();
        definitions(audit, &gone, &mut edits);
        files(audit, &gone, &mut edits);
        let mut stuck = mentions(audit, &wanted, &mut edits, &mut plan.silenced);
        stuck.extend(wanted.iter().filter(|def| carries_parameter(audit, **def, &gone)));
        if stuck.is_empty() {
            plan.edits = edits.into_iter().map(|(file, edits)| (file, neat(audit, file, edits, &gone))).collect();
            return plan;
        }
        plan.stuck.extend(stuck);
        plan.silenced.clear();
    }
}

/// What to take out to remove one definition; nothing if it cannot be taken out.
pub fn removal(audit: &Audit<'_>, def: DefId) -> Vec<Removal> {
    removals(audit, &plan(audit, &BTreeSet::from([def])))
}

/// A plan in the words of a report.
pub fn removals(audit: &Audit<'_>, plan: &Plan) -> Vec<Removal> {
    let mut removals: Vec<Removal> = (plan.edits.iter())
        .flat_map(|(file, edits)| {
            edits.iter().map(|edit| (audit.input.sources.files[file.index()].shown.clone(), edit))
        })
        .map(|(file, edit)| Removal {
            file,
            byte_start: edit.span.start,
            byte_end: edit.span.end,
            replacement: edit.put.clone(),
        })
        .collect();
    removals.sort();
    removals
}

/// Definitions with those that cannot stay without them.
pub fn gone(audit: &Audit<'_>, defs: &BTreeSet<DefId>) -> BTreeSet<DefId> {
    let mut gone = BTreeSet::new();
    let mut work: Vec<DefId> = defs.iter().copied().collect();
    while let Some(def) = work.pop() {
        if !gone.insert(def) {
            continue;
        }
        let kind = audit.def(def).kind;
        if kind.is_adt() || kind == DefKind::Trait {
            work.extend(audit.impls_of(def));
        }
        if let Some(parent) = audit.parent(def).filter(|parent| audit.def(*parent).kind == DefKind::Trait) {
            let name = audit.def(def).name;
            let items = audit.impls_of(parent).flat_map(|block| audit.children(block));
            work.extend(items.filter(|item| audit.def(**item).name == name));
        }
        work.extend(dead_users(audit, def));
    }
    let blocks: BTreeSet<DefId> = gone.iter().filter_map(|def| audit.parent(*def)).collect();
    let emptied = |block: &DefId| match &audit.def(*block).data {
        DefData::Impl(header) => {
            header.of_trait.is_none() && audit.children(*block).iter().all(|item| gone.contains(item))
        }
        _ => false,
    };
    let emptied: Vec<DefId> = blocks.into_iter().filter(emptied).collect();
    gone.extend(emptied);
    gone
}

/// What was asked for and takes a part of a call along: the call would have to be written anew.
fn half_made(audit: &Audit<'_>, wanted: &BTreeSet<DefId>, gone: &BTreeSet<DefId>) -> BTreeSet<DefId> {
    taking(audit, wanted, &audit.half_made(gone))
}

/// What was asked for and would take something along that works without it.
fn outlived(audit: &Audit<'_>, wanted: &BTreeSet<DefId>, gone: &BTreeSet<DefId>) -> BTreeSet<DefId> {
    let around = gone.iter().copied().filter(|def| audit.outlived_by(*def).is_some()).collect();
    taking(audit, wanted, &around)
}

/// What was asked for and takes one of `parts` along, which are to stay; all of it, if no single one does.
fn taking(audit: &Audit<'_>, wanted: &BTreeSet<DefId>, parts: &BTreeSet<DefId>) -> BTreeSet<DefId> {
    if parts.is_empty() {
        return BTreeSet::new();
    }
    let takes_part = |def: &DefId| !self::gone(audit, &BTreeSet::from([*def])).is_disjoint(parts);
    let found: BTreeSet<DefId> = wanted.iter().copied().filter(|def| parts.contains(def) || takes_part(def)).collect();
    if found.is_empty() { wanted.clone() } else { found }
}

/// Whether a file lies outside of the root of the workspace.
fn is_outside(audit: &Audit<'_>, file: FileId) -> bool {
    !audit.input.sources.files[file.index()].path.starts_with(&audit.input.workspace.root)
}

/// What goes on working without a definition, and stands in it or in what goes with it.
pub fn left_without(audit: &Audit<'_>, def: DefId) -> Option<DefId> {
    gone(audit, &audit.removed_with(def)).into_iter().find_map(|def| audit.outlived_by(def))
}

/// What would not resolve without a definition and is no finding of its own: imports through which nobody uses it, impls
/// whose head names it.
fn dead_users<'a>(audit: &'a Audit<'_>, def: DefId) -> impl Iterator<Item = DefId> + 'a {
    let goes_along = move |user: &DefId| {
        let kind = audit.def(*user).kind;
        matches!(kind, DefKind::ReExport | DefKind::Impl) && *user != def && audit.reach.is_dead(*user)
    };
    audit.input.graph.users(def).filter(goes_along)
}

/// The text of the definitions themselves.
fn definitions(audit: &Audit<'_>, gone: &BTreeSet<DefId>, edits: &mut BTreeMap<FileId, Vec<Edit>>) {
    let mut uses: BTreeMap<(FileId, Span), Vec<Span>> = BTreeMap::new();
    let mut lists: BTreeSet<DefId> = BTreeSet::new();
    for def in gone {
        let (facts, file) = (audit.def(*def), audit.input.bindings.defs.file(*def));
        // All that the call makes goes, and so does the call.
        if let Some(call) = facts.made.as_ref().and_then(|made| made.call) {
            edits.entry(file).or_default().push(Edit::remove_item(&audit.file(*def).text, call));
            continue;
        }
        match (&facts.data, facts.kind, audit.parent(*def)) {
            (DefData::Import(row), ..) => {
                let import = &audit.file(*def).facts.imports[*row as usize];
                uses.entry((file, import.item_span)).or_default().push(import.leaf_span);
            }
            (_, DefKind::Field | DefKind::Variant, Some(parent)) => drop(lists.insert(parent)),
            _ => edits.entry(file).or_default().push(Edit::remove_item(&audit.file(*def).text, facts.span)),
        }
    }
    for ((file, item), names) in uses {
        let text = &audit.input.sources.files[file.index()].text;
        edits.entry(file).or_default().extend(use_tree::without_names(text, item, &names));
    }
    for holder in lists {
        let text = &audit.file(holder).text;
        let is_part = |def: &&DefId| matches!(audit.def(**def).kind, DefKind::Field | DefKind::Variant);
        let parts: Vec<DefId> = audit.children(holder).iter().filter(is_part).copied().collect();
        let elements: Vec<Element> =
            parts.iter().map(|part| Element::with_comma(text, audit.def(*part).span)).collect();
        let spans = without(text, &elements, |at| gone.contains(&parts[at]));
        let file = audit.input.bindings.defs.file(holder);
        edits.entry(file).or_default().extend(spans.into_iter().map(Edit::remove));
    }
}

/// Files that only modules that go mount: they go as a whole.
fn files(audit: &Audit<'_>, gone: &BTreeSet<DefId>, edits: &mut BTreeMap<FileId, Vec<Edit>>) {
    let sources = audit.input.sources;
    let defs = &audit.input.bindings.defs;
    let mut unmounted = vec![false; sources.mounts.len()];
    let mut stays = vec![false; sources.files.len()];
    let mut goes = vec![false; sources.files.len()];
    for (index, mount) in sources.mounts.iter().enumerate() {
        // A parent comes before its children.
        unmounted[index] = mount.parent.is_some_and(|(parent, point)| {
            let line = match point {
                MountPoint::Module(row) => Some(defs.id(sources.mounts[parent].file, row)),
                _ => None,
            };
            let mut holders = std::iter::successors(line, |def| audit.parent(*def));
            unmounted[parent] || holders.any(|def| gone.contains(&def))
        });
        match unmounted[index] {
            true => goes[mount.file.index()] = true,
            false => stays[mount.file.index()] = true,
        }
    }
    let goes = |file: &usize| goes[*file] && !stays[*file] && !is_outside(audit, FileId::new(*file));
    for file in (0..sources.files.len()).filter(goes) {
        let span = Span { start: 0, end: sources.files[file].text.len() as u32 };
        edits.insert(FileId::new(file), vec![Edit::remove(span)]);
    }
}

/// What writes to fields and matches variants that go; returns those of which something cannot be taken out.
fn mentions(
    audit: &Audit<'_>,
    wanted: &BTreeSet<DefId>,
    edits: &mut BTreeMap<FileId, Vec<Edit>>,
    silenced: &mut BTreeSet<DefId>,
) -> BTreeSet<DefId> {
    let mut places: BTreeMap<FileId, BTreeMap<u32, DefId>> = BTreeMap::new();
    for mention in wanted.iter().flat_map(|def| audit.mentions(*def)) {
        let file = audit.input.bindings.defs.file(mention.by);
        let goes = edits.get(&file).is_some_and(|edits| edits.iter().any(|edit| covers(edit, mention.at)));
        if !goes {
            places.entry(file).or_default().insert(mention.at, mention.of);
        }
    }
    let unknown = &audit.input.bindings.unknown_writes;
    let is_hidden = |def: &&DefId| audit.def(**def).kind == DefKind::Field && unknown.contains(&audit.def(**def).name);
    let mut stuck: BTreeSet<DefId> = wanted.iter().filter(is_hidden).copied().collect();
    for (file, places) in places {
        if is_outside(audit, file) {
            stuck.extend(places.values());
            continue;
        }
        let sites = audit.sites(file, &places.keys().copied().collect());
        let placed: BTreeSet<u32> = sites.iter().flat_map(|site| &site.of).copied().collect();
        stuck.extend(places.iter().filter(|(at, _)| !placed.contains(at)).map(|(_, def)| *def));
        for site in sites {
            if site.silences {
                silenced.extend(site.of.iter().filter_map(|at| places.get(at)));
            }
            edits.entry(file).or_default().push(site.edit);
        }
    }
    stuck
}

/// Whether a field is the last that uses a parameter of its type: without it the type does not compile.
fn carries_parameter(audit: &Audit<'_>, def: DefId, gone: &BTreeSet<DefId>) -> bool {
    if audit.def(def).kind != DefKind::Field {
        return false;
    }
    let mut holders = std::iter::successors(audit.parent(def), |def| audit.parent(*def));
    let Some(adt) = holders.find(|holder| audit.def(*holder).kind.is_adt()) else { return false };
    if gone.contains(&adt) {
        return false;
    }
    let text = &audit.file(def).text;
    let source = |span: Span| text.get(span.start as usize..span.end as usize).unwrap_or_default();
    // Words in comments and attributes are read as code: then a field goes that could not, and the compiler says so.
    let words = |text: &'_ str| -> BTreeSet<String> {
        text.split(|it: char| !it.is_alphanumeric() && it != '_' && it != '\'').map(str::to_owned).collect()
    };
    let facts = audit.def(adt);
    let head = Span { start: facts.name_span.end, end: facts.span.end };
    let head = source(head).split(['{', '(', ';']).next().unwrap_or_default();
    let mut fields: Vec<DefId> = audit.children(adt).to_vec();
    fields.extend(fields.clone().iter().flat_map(|part| audit.children(*part)));
    let stays = fields.iter().filter(|it| audit.def(**it).kind == DefKind::Field && !gone.contains(it));
    let used: BTreeSet<String> = stays.flat_map(|field| words(source(audit.def(*field).span))).collect();
    let parameters = head.split_once('<').map(|(_, rest)| words(rest)).unwrap_or_default();
    words(source(audit.def(def).span)).intersection(&parameters).any(|word| !word.is_empty() && !used.contains(word))
}

fn covers(edit: &Edit, at: u32) -> bool {
    edit.span.start <= at && at < edit.span.end
}

fn neat(audit: &Audit<'_>, file: FileId, edits: Vec<Edit>, gone: &BTreeSet<DefId>) -> Vec<Edit> {
    let source = &audit.input.sources.files[file.index()];
    // Inside an item that stays, a line that looks like a comment may be part of a string.
    let occupied = |at: u32| {
        let rows = source.facts.defs.iter().enumerate();
        let mut around = rows.filter(|(_, def)| def.span.start <= at && at < def.span.end);
        around.any(|(row, def)| {
            let holds = matches!(def.kind, DefKind::Impl | DefKind::Trait | DefKind::Module | DefKind::Enum)
                || matches!(def.kind, DefKind::Struct | DefKind::Union | DefKind::Function | DefKind::Method);
            !holds && !gone.contains(&audit.input.bindings.defs.id(file, row as u32))
        })
    };
    tidy(&source.text, edits, "//", occupied)
}

/// How many lines a set of removals takes out, each line counted once.
pub fn lines<'r>(audit: &Audit<'_>, removals: impl Iterator<Item = &'r Removal>) -> usize {
    let mut by_file: BTreeMap<&str, Vec<(u32, u32)>> = Default::default();
    for removal in removals.filter(|removal| removal.replacement.is_empty()) {
        by_file.entry(&removal.file).or_default().push((removal.byte_start, removal.byte_end));
    }
    let files = &audit.input.sources.files;
    let mut total = 0;
    for (shown, mut ranges) in by_file {
        let Some(file) = (0..files.len()).map(FileId::new).find(|file| files[file.index()].shown == shown) else {
            continue;
        };
        let row = |offset: u32| files[file.index()].facts.lines.partition_point(|start| *start <= offset);
        ranges.sort_unstable();
        let mut last = 0;
        for (start, end) in ranges {
            let (first, end) = (row(start).max(last + 1), row(end.saturating_sub(1)));
            total += (end + 1).saturating_sub(first);
            last = last.max(end);
        }
    }
    total
}
