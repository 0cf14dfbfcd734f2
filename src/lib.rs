//! Finds code in Rust workspaces that should no longer be there.
//!
//! The pipeline, stage by stage; each is one function with one product that later stages only read:
//!
//! ```text
//! discover  cargo metadata            -> Workspace
//! parse     files of the module trees -> Sources (extract: one syntax tree -> Facts)
//! resolve   names and types           -> Bindings
//! graph     nodes and edges           -> DefGraph
//! reach     roots, marking            -> Reach
//! connect   uses of connection APIs   -> Places
//! clones    units                     -> Twins
//! rules     one file a rule           -> findings
//! gate      what of them counts       -> verdict
//! report    one file a format
//! ```

// Nouns that all stages share.
pub mod catalog;
pub mod config;
pub mod facts;
pub mod finding;
pub mod lex;
pub mod links;
pub mod model;

// 1. Discover.
pub mod discover;
pub mod edit;
// 2. Parse and extract.
pub mod extract;
pub mod parse;
// 3. Resolve.
pub mod resolve;
// 4. Graph.
pub mod graph;
// 5. Reach.
pub mod reach;
// 7. Rules, through the view of the audit.
pub mod audit;
// 6. Connect, compare.
pub mod clones;
pub mod connect;
pub mod history;
pub mod legacy;
pub mod removal;
pub mod rules;
// 8. Gate.
pub mod gate;
// 9. Prove.
pub mod fix;
pub mod prove;
// Report.
pub mod report;

// The program around the pipeline.
pub mod cli;
pub mod pipeline;
