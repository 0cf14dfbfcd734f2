//! Writes a plan down. In: a plan. Out: a package, with the place and the presence condition of each item. What stands
//! in bodies is made in `bodies.rs`.

use super::package::{Item, Package};
use super::plan::{Kind, Plan, Shape};
use super::predicates::{Pred, joined, list};
use super::random::Random;

/// Not `unused`: `dead_code` is part of it.
const ALLOWED: &str = "#![allow(non_camel_case_types, unconditional_recursion, unreachable_patterns)]\n\
    #![allow(unused_braces, unused_mut, unused_variables)]\n\n";

pub struct Writer<'a> {
    pub plan: &'a Plan,
    pub random: &'a mut Random,
    /// How many local variables there are.
    pub locals: usize,
    files: Vec<(String, String)>,
    /// The file that is being written.
    open: usize,
    items: Vec<Item>,
}

/// The package of a plan.
pub fn package(plan: &Plan, random: &mut Random) -> Package {
    let main = ("src/main.rs".to_owned(), ALLOWED.to_owned());
    let mut writer = Writer { plan, random, locals: 0, files: vec![main], open: 0, items: vec![] };
    writer.put("fn main() {\n    let mut total = 0_u32;\n");
    let count = writer.random.between(2, 5);
    let every = writer.every();
    writer.statements(&[], &every, count);
    writer.put("    println!(\"{total}\");\n}\n\n");
    writer.place(0);
    let mut files = vec![("Cargo.toml".to_owned(), plan.features.manifest())];
    files.extend(writer.files);
    Package { features: plan.features.clone(), files, items: writer.items }
}

impl Writer<'_> {
    pub fn put(&mut self, text: &str) {
        self.files[self.open].1.push_str(text);
    }

    /// Writes the name of an item and notes where; returns its number.
    fn declare(&mut self, name: &str, when: Vec<Pred>, owner: Option<usize>) -> usize {
        let (file, text) = &mut self.files[self.open];
        self.items.push(Item { name: name.to_owned(), file: file.clone(), at: text.len(), when, owner });
        text.push_str(name);
        self.items.len() - 1
    }

    /// `#[cfg]` that asks for all of these: one attribute, or one for each.
    pub fn attributes(&mut self, when: &[Pred]) -> String {
        match when {
            [] => String::new(),
            [one] => format!("#[cfg({one})] "),
            many if self.random.one_in(2) => many.iter().map(|one| format!("#[cfg({one})] ")).collect(),
            many => format!("#[cfg(all({}))] ", list(many)),
        }
    }

    fn every(&self) -> Vec<usize> {
        (0..self.plan.things.len()).collect()
    }

    /// Functions and constants.
    fn plain(&self) -> Vec<usize> {
        let is_plain = |thing: &usize| matches!(self.plan.things[*thing].kind, Kind::Function(_) | Kind::Constant);
        self.every().into_iter().filter(is_plain).collect()
    }

    /// All that stands in a module.
    fn place(&mut self, place: usize) {
        let plan = self.plan;
        for (thing, row) in plan.things.iter().enumerate().filter(|(_, row)| row.place == place) {
            match &row.kind {
                Kind::Function(twins) => self.function(thing, twins.as_ref()),
                Kind::Constant => self.constant(thing),
                Kind::Struct(shape) => self.structure(thing, shape),
                Kind::Enum(variants) => self.enumeration(thing, variants),
            }
        }
        for inner in (1..plan.places.len()).filter(|inner| plan.places[*inner].parent == Some(place)) {
            self.module(inner);
        }
    }

    fn module(&mut self, place: usize) {
        let plan = self.plan;
        let row = &plan.places[place];
        let outer = if row.inner { String::new() } else { self.attributes(&row.when) };
        if !row.file {
            self.put(&format!("{outer}pub(crate) mod part_{place} {{\n"));
            self.place(place);
            self.put("}\n\n");
            return;
        }
        self.put(&format!("{outer}pub(crate) mod part_{place};\n\n"));
        let inner = if row.inner { row.when.as_slice() } else { &[] };
        let text = inner.iter().map(|one| format!("#![cfg({one})]\n")).collect();
        let above = self.open;
        self.files.push((format!("src/part_{place}.rs"), text));
        self.open = self.files.len() - 1;
        self.place(place);
        self.open = above;
    }

    /// In the root all is private; what is in modules has to be seen from outside. Never `pub`: some versions of rustc
    /// take what is `pub` in a binary for used.
    fn visibility(&self, thing: usize) -> &'static str {
        if self.plan.things[thing].place == 0 { "" } else { "pub(crate) " }
    }

    fn function(&mut self, thing: usize, twins: Option<&Pred>) {
        let plan = self.plan;
        let alternatives = match twins {
            None => vec![vec![]],
            Some(pred) => vec![vec![pred.clone()], vec![pred.clone().opposite()]],
        };
        for more in alternatives {
            let attributes = self.attributes(&joined(&plan.things[thing].when, &more));
            let when = joined(&plan.presence(thing), &more);
            let visibility = self.visibility(thing);
            self.put(&format!("{attributes}{visibility}fn "));
            self.declare(&plan.name(thing), when.clone(), None);
            self.put("() -> u32 {\n    let mut total = 1_u32;\n");
            let (every, count) = (self.every(), self.random.below(4));
            self.statements(&when, &every, count);
            self.put("    total\n}\n\n");
        }
    }

    /// A constant refers to earlier constants: one that needs its own value does not compile.
    fn constant(&mut self, thing: usize) {
        let plan = self.plan;
        let attributes = self.attributes(&plan.things[thing].when);
        let when = plan.presence(thing);
        let visibility = self.visibility(thing);
        self.put(&format!("{attributes}{visibility}const "));
        self.declare(&plan.name(thing), when.clone(), None);
        self.put(": u32 = {\n    let mut total = 1_u32;\n");
        let earlier = (0..thing).filter(|it| matches!(plan.things[*it].kind, Kind::Constant)).collect::<Vec<_>>();
        let count = self.random.below(3);
        self.statements(&when, &earlier, count);
        self.put("    total\n};\n\n");
    }

    fn structure(&mut self, thing: usize, shape: &Shape) {
        let plan = self.plan;
        let name = plan.name(thing);
        let presence = plan.presence(thing);
        let visibility = self.visibility(thing);
        let attributes = self.attributes(&plan.things[thing].when);
        self.put(&format!("{attributes}{visibility}struct "));
        let owner = self.declare(&name, presence.clone(), None);
        self.put(&format!(" {{\n    {visibility}"));
        self.declare(&format!("field_{thing}"), presence.clone(), Some(owner));
        self.put(": u32,\n");
        if let Some(extra) = &shape.extra {
            self.put(&format!("    #[cfg({extra})] {visibility}"));
            self.declare(&format!("extra_{thing}"), joined(&presence, std::slice::from_ref(extra)), Some(owner));
            self.put(": u32,\n");
        }
        self.put("}\n\n");
        for block in 0..shape.blocks.len() {
            self.block(thing, shape, block, owner);
        }
    }

    fn block(&mut self, thing: usize, shape: &Shape, block: usize, owner: usize) {
        let plan = self.plan;
        let visibility = self.visibility(thing);
        let attributes = self.attributes(&joined(&plan.things[thing].when, &shape.blocks[block]));
        let presence = joined(&plan.presence(thing), &shape.blocks[block]);
        self.put(&format!("{attributes}impl {} {{\n", plan.name(thing)));
        if block == 0 {
            self.put(&format!("    {visibility}fn "));
            self.declare(&format!("new_{thing}"), presence.clone(), Some(owner));
            let value = self.literal(thing, shape, "Self");
            self.put(&format!("() -> Self {{ {value} }}\n"));
        }
        for (at, method) in shape.methods.iter().enumerate().filter(|(_, method)| method.block == block) {
            let attributes = self.attributes(&method.when);
            let when = joined(&presence, &method.when);
            self.put(&format!("    {attributes}{visibility}fn "));
            self.declare(&format!("method_{thing}_{at}"), when.clone(), Some(owner));
            self.put("(&self) -> u32 {\n    let mut total = 1_u32;\n");
            let (every, count) = (self.every(), self.random.below(3));
            self.statements(&when, &every, count);
            if self.random.one_in(2) {
                let reference = self.own_part(thing, shape);
                self.statement(&when, &reference);
            }
            self.put("    total\n    }\n");
        }
        self.put("}\n\n");
    }

    fn enumeration(&mut self, thing: usize, variants: &[Vec<Pred>]) {
        let plan = self.plan;
        let own = &plan.things[thing].when;
        let presence = plan.presence(thing);
        let visibility = self.visibility(thing);
        let attributes = self.attributes(own);
        self.put(&format!("{attributes}{visibility}enum "));
        let owner = self.declare(&plan.name(thing), presence.clone(), None);
        self.put(" {\n");
        for (at, when) in variants.iter().enumerate() {
            let attributes = self.attributes(when);
            self.put(&format!("    {attributes}"));
            self.declare(&format!("Variant_{thing}_{at}"), joined(&presence, when), Some(owner));
            self.put(",\n");
        }
        let attributes = self.attributes(own);
        self.put(&format!("}}\n\n{attributes}impl {} {{\n    {visibility}fn ", plan.name(thing)));
        self.declare(&format!("rank_{thing}"), presence.clone(), Some(owner));
        self.put("(&self) -> u32 {\n    match self {\n");
        // No type in the body of an arm: rustc leaves variants out there that the pattern asks for.
        let plain = self.plain();
        for (at, when) in variants.iter().enumerate() {
            if !self.random.one_in(3) {
                let target = self.random.pick(&plain);
                let arm = self.arm(&presence, when, target);
                self.put(&format!("        {}Self::Variant_{thing}_{at} => {},\n", arm.0, arm.1));
            }
        }
        self.put("        _ => 0,\n    }\n    }\n}\n\n");
    }
}
