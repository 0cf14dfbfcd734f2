//! What stands in bodies: statements that refer to things, so that they compile in every configuration. In: when the
//! body exists, and what it may refer to. Out: text in which each reference stands under what its goal needs and the
//! body does not have, and perhaps under more.

use super::plan::{Kind, Shape};
use super::predicates::{Pred, joined};
use super::write::Writer;

/// An expression of type `u32` that refers to something.
pub struct Reference {
    text: String,
    /// It compiles where all of these hold.
    needs: Vec<Pred>,
    /// Whether it is a call that can stand after an attribute as a statement.
    call: bool,
    /// A path to import first.
    import: Option<String>,
}

impl Writer<'_> {
    /// Statements that refer to some of `targets`, in a body that exists where `context` holds.
    pub fn statements(&mut self, context: &[Pred], targets: &[usize], count: usize) {
        let count = if targets.is_empty() { 0 } else { count };
        for _ in 0..count {
            let target = self.random.pick(targets);
            let import = self.random.one_in(6);
            let reference = self.reference(target, import);
            self.statement(context, &reference);
        }
    }

    fn reference(&mut self, target: usize, import: bool) -> Reference {
        let plan = self.plan;
        let path = plan.path(target);
        let name = if import { plan.name(target) } else { path.clone() };
        let mut needs = plan.presence(target);
        let text = match &plan.things[target].kind {
            Kind::Function(_) => format!("{name}()"),
            Kind::Constant => name,
            Kind::Struct(shape) => self.part_of_new(target, shape, &name, &mut needs),
            Kind::Enum(variants) => {
                let at = self.random.below(variants.len());
                needs.extend_from_slice(&variants[at]);
                format!("{name}::Variant_{target}_{at}.rank_{target}()")
            }
        };
        let call = matches!(plan.things[target].kind, Kind::Function(_));
        Reference { text, needs, call, import: import.then_some(path) }
    }

    /// Makes a value of a struct and uses it. Nothing else names a struct: rustc and we see one that is named only the
    /// same way or not, which is no question of conditions.
    fn part_of_new(&mut self, target: usize, shape: &Shape, name: &str, needs: &mut Vec<Pred>) -> String {
        let value = if self.random.one_in(2) {
            needs.extend_from_slice(&shape.blocks[0]);
            format!("{name}::new_{target}()")
        } else {
            self.literal(target, shape, name)
        };
        if self.random.one_in(4) {
            return format!("{value}.field_{target}");
        }
        let at = self.random.below(shape.methods.len());
        needs.extend(of_method(shape, at));
        format!("{value}.method_{target}_{at}()")
    }

    /// Something that a method reaches through `self`.
    pub fn own_part(&mut self, thing: usize, shape: &Shape) -> Reference {
        let (text, needs, call) = match (self.random.below(3), &shape.extra) {
            (0, _) => (format!("self.field_{thing}"), vec![], false),
            (1, Some(extra)) => (format!("self.extra_{thing}"), vec![extra.clone()], false),
            _ => {
                let at = self.random.below(shape.methods.len());
                (format!("self.method_{thing}_{at}()"), of_method(shape, at), true)
            }
        };
        Reference { text, needs, call, import: None }
    }

    /// A struct expression; a field under a condition is given under it.
    pub fn literal(&self, thing: usize, shape: &Shape, name: &str) -> String {
        let extra = shape.extra.as_ref().map(|extra| format!(", #[cfg({extra})] extra_{thing}: 2"));
        format!("{name} {{ field_{thing}: 1{} }}", extra.unwrap_or_default())
    }

    /// The attributes and the value of an arm, for a variant that exists where the enum does and `when` holds.
    pub fn arm(&mut self, presence: &[Pred], when: &[Pred], target: usize) -> (String, String) {
        let reference = self.reference(target, false);
        let asked = self.asked(&joined(presence, when), &reference.needs);
        (self.attributes(&joined(when, &asked)), reference.text)
    }

    fn predicate(&mut self) -> Pred {
        Pred::random(self.random, self.plan.features.count, 2)
    }

    /// What a reference has to stand under.
    fn asked(&mut self, context: &[Pred], needs: &[Pred]) -> Vec<Pred> {
        let mut asked: Vec<Pred> = vec![];
        for pred in needs {
            // What holds here anyway is written sometimes all the same.
            let needed = !self.plan.features.implies(context, pred) || self.random.one_in(5);
            if needed && !asked.contains(pred) {
                asked.push(pred.clone());
            }
        }
        asked
    }

    /// A reference as a statement, in one of several forms.
    pub fn statement(&mut self, context: &[Pred], reference: &Reference) {
        let text = &reference.text;
        let asked = self.asked(context, &reference.needs);
        let mut extra = vec![];
        if self.random.one_in(3) {
            extra.push(self.predicate());
        }
        let attributes = self.attributes(&joined(&extra, &asked));
        let line = match (&reference.import, self.random.below(6)) {
            (Some(path), _) => format!("{attributes}{{ use {path}; total += {text}; }}"),
            (None, 0) => {
                self.locals += 1;
                format!("{attributes}let value_{} = {text};", self.locals)
            }
            (None, 1) => format!("total += match total {{ {attributes}7 => {text}, _ => 0 }};"),
            (None, 2) => {
                let (outer, inner) = (self.attributes(&extra), self.attributes(&asked));
                format!("{outer}{{ {inner}{{ total += {text}; }} }}")
            }
            (None, 3) if reference.call => format!("{attributes}{text};"),
            // What stands here is compiled in any case, and counts as used.
            (None, 4) if asked.is_empty() => {
                let pred = self.predicate();
                format!("if cfg!({pred}) {{ total += {text}; }}")
            }
            _ => format!("{attributes}{{ total += {text}; }}"),
        };
        self.put(&format!("    {line}\n"));
    }
}

/// What a method needs beside its type.
fn of_method(shape: &Shape, at: usize) -> Vec<Pred> {
    let method = &shape.methods[at];
    joined(&shape.blocks[method.block], &method.when)
}
