//! Types and methods of dependencies, as far as their sources tell: a small program and small crates where cargo would
//! keep them. No method call in the program may stay by name.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

#[path = "dependencies/program.rs"]
mod program;

use cargo_vestige::discover::Request;
use cargo_vestige::pipeline::{Options, analyse};
use program::{program, write};

/// Reasons why method calls of a program stay by name, with crates of these names and sources as dependencies.
fn by_name(crates: &[(&str, &str)], main: &str) -> Vec<String> {
    let (_folder, request) = program(crates, main);
    let bindings = analyse(&Options { request, ..Options::default() }).unwrap().bindings;
    assert!(bindings.resolved.iter().any(|call| call.of.is_some()), "no method call is resolved at all");
    bindings.unknown.iter().map(|call| call.cause.to_string()).collect()
}

/// The program that all calls are in: `Tcp` and another type with a method of the same name.
const TCP: &str = "pub struct Tcp;
impl Tcp { fn send(&self) {} }
pub struct Udp;
impl Udp { fn send(&self) {} }
fn main() {}
";

#[track_caller]
fn all_known(crates: &[(&str, &str)], main: &str) {
    assert_eq!(by_name(crates, &format!("{main}\n{TCP}")), Vec::<String>::new());
}

#[test]
fn what_is_re_exported_from_core_is_that_of_std() {
    let wire = "pub mod future { pub use core::future::Future; }
        use crate::future::Future;
        pub struct Once<T>(pub Option<T>);
        impl<T> Future for Once<T> {
            type Output = T;
            fn poll(self: core::pin::Pin<&mut Self>, cx: &mut core::task::Context<'_>) -> core::task::Poll<T> { todo!() }
        }";
    let mid = "use wire::future::Future;
        pub struct Both<F>(pub F);
        impl<F: Future> Future for Both<F> {
            type Output = F::Output;
            fn poll(self: core::pin::Pin<&mut Self>, cx: &mut core::task::Context<'_>) -> core::task::Poll<F::Output> { todo!() }
        }";
    let main = "use {mid::Both, wire::Once};
        async fn run(once: Once<Tcp>, both: Both<Once<Tcp>>) {
            once.await.send();
            both.await.send();
        }";
    all_known(&[("wire", wire), ("mid", mid)], main);
}

#[test]
fn a_module_beside_a_macro_of_its_name() {
    let macros = "#[macro_export] macro_rules! trace { () => {} }";
    let names = "pub use macros::trace;
        pub mod trace {
            pub struct Traced<T>(pub T);
            impl<T> Traced<T> { pub fn inner(&self) -> &T { &self.0 } }
        }
        pub use self::trace::Traced;";
    all_known(
        &[("macros", macros), ("names", names)],
        "use names::Traced;
        fn run(traced: Traced<Tcp>) { traced.inner().send(); }",
    );
}

#[test]
fn a_crate_beside_a_macro_of_its_name() {
    let oops = "#[macro_export] macro_rules! oops { () => {} }
        pub struct Error;
        pub type Result<T> = core::result::Result<T, Error>;";
    all_known(
        &[("oops", oops)],
        "use oops::oops;
        fn get() -> oops::Result<Tcp> { Ok(Tcp) }
        fn run() { get().unwrap().send(); }",
    );
}

#[test]
fn a_derive_is_of_the_trait_of_std() {
    let plot = "trait Default { fn default() -> Self; }
        pub struct Axis;
        impl Default for Axis { fn default() -> Self { Axis } }";
    let main = "use plot::Axis;
        #[derive(Default)]
        struct Server;
        impl Server { fn listen(&self) { Tcp.send() } }
        fn run(_: Axis) { Server::default().listen(); }";
    all_known(&[("plot", plot)], main);
}

#[test]
fn derived_errors_are_errors() {
    let fault = "#[derive(Debug, thiserror::Error)] pub enum Fault { Lost }
        pub fn dial<T>(to: T) -> Result<T, Fault> { Ok(to) }";
    let report = "pub trait Report<T, E> { fn report(self) -> Result<T, String>; }
        impl<T, E: std::error::Error> Report<T, E> for Result<T, E> {
            fn report(self) -> Result<T, String> { self.map_err(|error| error.to_string()) }
        }
        impl<T> Report<T, ()> for Option<T> {
            fn report(self) -> Result<T, String> { self.ok_or_else(String::new) }
        }";
    let main = "use {fault::dial, report::Report};
        fn run() { dial(Tcp).report().unwrap().send(); }";
    all_known(&[("fault", fault), ("report", report)], main);
}

#[test]
fn a_bound_by_its_path_needs_no_import() {
    let writer = "pub trait Write: Sized { type Open: Open; fn open(self) -> Self::Open; }
        pub trait Open { type Done; fn done(self) -> Self::Done; }";
    let main = "use writer::Open;
        fn run<W: writer::Write>(to: W) where W::Open: Open<Done = Tcp> { to.open().done().send(); }";
    all_known(&[("writer", writer)], main);
}

#[test]
fn queries_of_sqlx_give_rows_of_the_type_they_name() {
    let sqlx = "#[macro_export] macro_rules! query_as { ($($it:tt)*) => {} }";
    let core = "pub mod error { pub struct Error; }
        pub mod query {
            use crate::error::Error;
            pub struct Map<DB, F, A>(DB, F, A);
            impl<DB, F, O, A> Map<DB, F, A> where F: FnMut(DB) -> Result<O, Error> {
                pub async fn fetch_one(self) -> Result<O, Error> { todo!() }
            }
        }";
    let main = "async fn run(id: Tcp) {
            sqlx::query_as!(Tcp, \"\", id).fetch_one().await.unwrap().send();
            id.send();
        }";
    all_known(&[("sqlx", sqlx), ("sqlx-core", core)], main);
}

#[test]
fn an_alias_with_a_default_as_the_path_of_a_value() {
    let http = "pub struct Response<T>(T);
        pub struct Builder;
        impl Response<()> { pub fn builder() -> Builder { Builder } }
        impl<T> Response<T> { pub fn into_body(self) -> T { self.0 } }
        impl Builder { pub fn body<T>(self, body: T) -> Result<Response<T>, ()> { Ok(Response(body)) } }";
    let front = "pub struct Body;
        pub type Response<T = Body> = http::Response<T>;";
    let main = "use front::Response;
        fn run() { Response::builder().body(Tcp).unwrap().into_body().send(); }";
    all_known(&[("http", http), ("front", front)], main);
}

#[test]
fn of_a_trait_of_std_and_its_stand_in_that_of_std_is_meant() {
    let anyhow = "#[cfg(not(feature = \"std\"))] trait StdError {}
        #[cfg(feature = \"std\")] use std::error::Error as StdError;
        pub struct Error;
        mod ext {
            pub trait StdError {}
            impl<E> StdError for E where E: crate::StdError {}
            impl StdError for crate::Error {}
        }
        pub trait Context<T, E> { fn context<C>(self, context: C) -> Result<T, Error>; }
        impl<T, E> Context<T, E> for Result<T, E> where E: ext::StdError {
            fn context<C>(self, context: C) -> Result<T, Error> { todo!() }
        }
        impl<T> Context<T, core::convert::Infallible> for Option<T> {
            fn context<C>(self, context: C) -> Result<T, Error> { todo!() }
        }";
    let main = "use anyhow::Context;
        fn open() -> std::io::Result<Tcp> { Ok(Tcp) }
        fn run() {
            open().context(\"open\").unwrap().send();
            Some(Tcp).context(\"none\").unwrap().send();
        }";
    all_known(&[("anyhow", anyhow)], main);
}

#[test]
fn a_crate_that_a_crate_hands_on() {
    let prost = "#[doc(hidden)] pub extern crate alloc;";
    let main = "use prost as _;
        struct Message { all: ::prost::alloc::vec::Vec<Tcp>, one: ::core::option::Option<Tcp> }
        fn run(message: Message) {
            message.all.first().unwrap().send();
            message.one.unwrap().send();
        }";
    all_known(&[("prost", prost)], main);
}

#[test]
fn names_that_a_crate_takes_from_another_by_a_glob() {
    let fault = "pub struct Fault;
        pub type Outcome<T> = Result<T, Fault>;";
    let inner = "mod error { pub use fault::*; }
        mod prelude { pub(crate) use crate::error::Outcome; }
        mod series {
            use crate::prelude::*;
            pub struct Series<T>(pub T);
            impl<T> Series<T> { pub fn get(self) -> Outcome<T> { Ok(self.0) } }
        }
        pub use series::Series;
        use fault::*;
        pub fn open<T>(of: T) -> Outcome<T> { Ok(of) }";
    let main = "use inner::{Series, open};
        fn run() {
            Series(Tcp).get().unwrap().send();
            open(Tcp).unwrap().send();
        }";
    all_known(&[("fault", fault), ("inner", inner)], main);
}

#[test]
fn a_type_that_stands_there_twice_under_conditions() {
    let map = "#[cfg(feature = \"std\")] pub struct Map<K, V, S = u8>(K, V, S);
        #[cfg(not(feature = \"std\"))] pub struct Map<K, V, S>(K, V, S);
        impl<K, V, S> Map<K, V, S> { pub fn get(&self, _: K) -> Option<&V> { None } }";
    let main = "use map::Map;
        fn run(map: Map<u8, Tcp>) { map.get(1).unwrap().send(); }";
    all_known(&[("map", map)], main);
}

#[test]
fn an_impl_of_a_trait_under_the_name_that_a_crate_hands_it_on_by() {
    let names = "pub use std::error::Error as StdError;";
    let wire = "#[derive(Debug)] pub struct WireError;
        impl std::fmt::Display for WireError {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result { Ok(()) }
        }
        impl names::StdError for WireError {}";
    let notes = "pub trait Context<T>: Sized { fn context(self, text: &str) -> Result<T, String>; }
        impl<T, E: std::error::Error> Context<T> for Result<T, E> {
            fn context(self, text: &str) -> Result<T, String> { self.map_err(|_| text.into()) }
        }";
    let main = "use notes::Context;
        fn told(_: &dyn names::StdError) {}
        fn read() -> Result<Tcp, wire::WireError> { Ok(Tcp) }
        fn run() { read().context(\"reading\").unwrap().send(); }";
    all_known(&[("names", names), ("wire", wire), ("notes", notes)], main);
}

#[test]
fn a_derive_beside_a_trait_of_its_name_that_a_glob_brings_in() {
    let base = "pub trait Parser: Sized { fn parse() -> Self { todo!() } }";
    let front = "pub use base::*; pub use front_derive::{self, Parser};";
    let derive = "extern crate proc_macro;
        #[proc_macro_derive(Parser)]
        pub fn parser(input: proc_macro::TokenStream) -> proc_macro::TokenStream { input }";
    let main = "use front::Parser;
        #[derive(Parser)] struct Opts { tcp: Tcp }
        impl base::Parser for Opts {}
        fn run() { let opts = Opts::parse(); opts.tcp.send(); }";
    all_known(&[("base", base), ("front", front), ("front_derive", derive)], main);
}

#[test]
fn an_impl_for_any_type_says_nothing_beside_one_for_all_types_of_a_form() {
    let work = "pub trait Work { type Done; fn done(self) -> Self::Done; }
        pub trait Source {
            type Item;
            fn next(&mut self) -> Next<'_, Self> where Self: Unpin { Next(self) }
        }
        pub struct Next<'a, S: ?Sized>(&'a mut S);
        impl<W: elsewhere::Job> Work for W { type Done = u8; fn done(self) -> u8 { 0 } }
        impl<S: ?Sized + Source + Unpin> Work for Next<'_, S> {
            type Done = S::Item;
            fn done(self) -> S::Item { todo!() }
        }";
    let main = "use work::{Source, Work};
        struct Lines(fn(u8));
        impl Source for Lines { type Item = Tcp; }
        fn run(mut lines: Lines) { lines.next().done().send(); }";
    all_known(&[("work", work)], main);
}

#[test]
fn impls_of_a_trait_for_one_type_are_told_apart_by_its_arguments() {
    let tower = "pub trait Service<R> { type Response; fn call(&mut self, request: R) -> Self::Response; }
        pub struct Oneshot<S, R>(S, R);
        impl<S: Service<R>, R> Oneshot<S, R> { pub fn wait(self) -> S::Response { todo!() } }
        pub trait ServiceExt<R>: Service<R> {
            fn oneshot(self, request: R) -> Oneshot<Self, R> where Self: Sized { todo!() }
        }
        impl<T: ?Sized, R> ServiceExt<R> for T where T: Service<R> {}";
    let axum = "use tower::Service;
        pub struct Request<B>(pub B);
        pub struct Incoming<L>(pub L);
        pub struct Response<B>(pub B);
        pub struct Router;
        impl<B> Service<Request<B>> for Router {
            type Response = Response<B>;
            fn call(&mut self, request: Request<B>) -> Response<B> { Response(request.0) }
        }
        impl<L> Service<Incoming<L>> for Router {
            type Response = Self;
            fn call(&mut self, _: Incoming<L>) -> Self { Router }
        }";
    let main = "use {axum::{Request, Router}, tower::{Service, ServiceExt}};
        fn run(mut router: Router) {
            router.call(Request(Tcp)).0.send();
            router.oneshot(Request(Tcp)).wait().0.send();
        }";
    all_known(&[("tower", tower), ("axum", axum)], main);
}

/// A program that depends on `wire` in this version, and on `old`, which depends on version 1; only that lies on this machine.
fn by_name_with_wire(version: &str) -> usize {
    let folder = tempfile::tempdir().unwrap();
    let index = "registry+https://github.com/rust-lang/crates.io-index";
    let row = |name: &str, version: &str, needs: &str| {
        format!(
            "[[package]]\nname = \"{name}\"\nversion = \"{version}\"\nsource = \"{index}\"\ndependencies = [{needs}]\n"
        )
    };
    let own = format!("\"old\", \"wire {version}\"");
    let mut lock = format!("version = 4\n[[package]]\nname = \"app\"\nversion = \"1.0.0\"\ndependencies = [{own}]\n");
    lock += &row("old", "1.0.0", "\"wire 1.0.0\"");
    lock += &row("wire", "1.0.0", "");
    lock += &row("wire", "2.0.0", "");
    let sources = folder.path().join("cargo/registry/src/index/wire-1.0.0");
    write(&sources.join("Cargo.toml"), "[package]\nname = \"wire\"\nversion = \"1.0.0\"\nedition = \"2024\"\n");
    write(&sources.join("src/lib.rs"), "pub fn dial<T>(to: T) -> T { to }");
    let app = folder.path().join("app");
    let needs = format!("[dependencies]\nold = \"1\"\nwire = \"{version}\"\n");
    write(
        &app.join("Cargo.toml"),
        &format!("[package]\nname = \"app\"\nversion = \"1.0.0\"\nedition = \"2024\"\n{needs}"),
    );
    write(&app.join("Cargo.lock"), &lock);
    write(&app.join("src/main.rs"), &format!("fn run() {{ wire::dial(Tcp).send(); Udp.send(); }}\n{TCP}"));
    let cargo_home = Some(folder.path().join("cargo"));
    let request = Request { manifest: app.join("Cargo.toml"), cargo_home, ..Request::default() };
    analyse(&Options { request, ..Options::default() }).unwrap().bindings.unknown.len()
}

#[test]
fn another_version_says_nothing() {
    assert_eq!(by_name_with_wire("1.0.0"), 0);
    assert_eq!(by_name_with_wire("2.0.0"), 1);
}

#[test]
fn a_trait_of_the_workspace_beside_one_of_its_name() {
    let oops = "pub struct Error;
        pub trait Context<T> { fn context(self, text: &str) -> Result<T, Error>; }
        impl<T, E> Context<T> for Result<T, E> { fn context(self, text: &str) -> Result<T, Error> { todo!() } }";
    let main = "mod own {
            pub trait Context<T> { fn context(self, text: &str) -> Result<T, String>; }
            impl<T, E> Context<T> for Result<T, E> { fn context(self, text: &str) -> Result<T, String> { todo!() } }
        }
        use own::Context as _;
        fn open() -> Result<Tcp, oops::Error> { Ok(Tcp) }
        fn run() { open().context(\"\").unwrap().send(); }";
    all_known(&[("oops", oops)], main);
}

#[test]
fn impls_for_references_are_where_the_type_is() {
    let bag = "pub struct Bag<T>(Vec<T>);
        impl<'a, T> IntoIterator for &'a Bag<T> {
            type Item = &'a T;
            type IntoIter = std::slice::Iter<'a, T>;
            fn into_iter(self) -> std::slice::Iter<'a, T> { self.0.iter() }
        }
        impl<'a, T> std::ops::Add<&'a Bag<T>> for &'a Bag<T> {
            type Output = Bag<T>;
            fn add(self, other: &'a Bag<T>) -> Bag<T> { todo!() }
        }";
    let main = "use bag::Bag;
        fn run(one: &Bag<Tcp>, other: &Bag<Tcp>) {
            for tcp in one { tcp.send(); }
            for tcp in &(one + other) { tcp.send(); }
        }";
    all_known(&[("bag", bag)], main);
}

#[test]
fn a_module_that_a_glob_brings_in() {
    let base = "pub mod prelude { pub use crate::pool; }
        pub mod pool { mod options { pub struct Options<T>(T); impl<T> Options<T> { pub fn one(self) -> T { self.0 } } }
            pub use options::Options; }";
    let pg = "pub(crate) use base::prelude::*;
        mod inner { use crate::pool::Options; pub type Inner<T> = Options<T>; }
        pub use inner::Inner;
        pub type PgOptions<T> = crate::pool::Options<T>;";
    let main = "fn run(one: pg::PgOptions<Tcp>, other: pg::Inner<Tcp>) {
            one.one().send();
            other.one().send();
        }";
    all_known(&[("base", base), ("pg", pg)], main);
}

#[test]
fn a_module_beside_a_function_of_its_name() {
    let edit = "mod table { pub struct Table<T>(T); impl<T> Table<T> { pub fn new(it: T) -> Self { Table(it) }
            pub fn one(self) -> T { self.0 } } }
        mod item { pub fn table() {} }
        pub use item::table;
        pub use table::Table;";
    all_known(&[("edit", edit)], "fn run() { edit::Table::new(Tcp).one().send(); }");
}

#[test]
fn what_only_the_lock_file_of_a_package_beside_the_workspace_has() {
    let folder = tempfile::tempdir().unwrap();
    let app = folder.path().join("app");
    let head = |name: &str| format!("[package]\nname = \"{name}\"\nversion = \"1.0.0\"\nedition = \"2024\"\n");
    let row = |name: &str, rest: &str| format!("[[package]]\nname = \"{name}\"\nversion = \"1.0.0\"\n{rest}\n");
    let index = "source = \"registry+https://github.com/rust-lang/crates.io-index\"";
    write(&app.join("Cargo.toml"), &head("app"));
    write(&app.join("Cargo.lock"), &format!("version = 4\n{}", row("app", "")));
    let types =
        "pub struct Tcp;\nimpl Tcp { pub fn send(&self) {} }\npub struct Udp;\nimpl Udp { pub fn send(&self) {} }\n";
    write(&app.join("src/lib.rs"), types);
    let needs = "[dependencies]\napp = { path = \"..\" }\nwire = \"1\"\n[workspace]\n";
    write(&app.join("fuzz/Cargo.toml"), &format!("{}{needs}", head("fuzz")));
    let rows = [row("app", ""), row("fuzz", "dependencies = [\"app\", \"wire\"]"), row("wire", index)];
    write(&app.join("fuzz/Cargo.lock"), &format!("version = 4\n{}", rows.concat()));
    write(&app.join("fuzz/src/main.rs"), "fn main() { wire::open(app::Tcp).unwrap().send(); }\n");
    let sources = folder.path().join("cargo/registry/src/index/wire-1.0.0");
    write(&sources.join("Cargo.toml"), &head("wire"));
    write(&sources.join("src/lib.rs"), "pub fn open<T>(of: T) -> Result<T, String> { Ok(of) }\n");
    let cargo_home = Some(folder.path().join("cargo"));
    let request = Request { manifest: app.join("Cargo.toml"), cargo_home, ..Request::default() };
    let bindings = analyse(&Options { request, ..Options::default() }).unwrap().bindings;
    assert!(bindings.resolved.iter().any(|call| call.of.is_some()), "no method call is resolved at all");
    assert!(bindings.unknown.is_empty());
}

#[test]
fn imports_of_what_a_glob_brings_in() {
    let mail = "pub mod parts {
            pub enum Part<T> { One(T), Many(Vec<T>) }
            pub struct Head<T>(pub T);
        }";
    let main = "use mail::parts::*;
        use Head as First;
        fn run(part: &Part<Tcp>, head: First<Tcp>) {
            use Part::*;
            match part {
                One(tcp) => tcp.send(),
                Many(all) => all.iter().for_each(|tcp| tcp.send()),
            }
            head.0.send();
        }";
    all_known(&[("mail", mail)], main);
}
