//! What single pieces of source say: the value of a literal, the arguments of attributes that describe routes, the names
//! that `serde` reads the fields of a struct by.
//!
//! In: the text of the piece, as it stands in the file. Out: plain data; nothing where it does not parse.

use quote::ToTokens;
use syn::punctuated::Punctuated;
use syn::{Expr, ExprLit, Lit, Meta, Token};

/// The value of a string literal.
pub fn string_value_of(text: &str) -> Option<String> {
    let quoted = text.starts_with('"') || text.starts_with("r\"") || text.starts_with("r#");
    quoted.then(|| syn::parse_str::<syn::LitStr>(text).ok()).flatten().map(|text| text.value())
}

/// An attribute with its arguments.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RouteAttribute {
    /// Its path.
    pub path: String,
    /// Strings that stand alone, in order.
    pub texts: Vec<String>,
    /// Words that stand alone.
    pub words: Vec<String>,
    /// `name = value`, of which the value is a string or a word.
    pub named: Vec<(String, String)>,
}

/// The attributes at the start of an item.
pub fn route_attributes(item: &str) -> Vec<RouteAttribute> {
    // The item behind them need not be one that can be parsed alone.
    let read = |input: syn::parse::ParseStream<'_>| {
        let attributes = input.call(syn::Attribute::parse_outer)?;
        input.parse::<proc_macro2::TokenStream>()?;
        Ok(attributes)
    };
    let Ok(attributes) = syn::parse::Parser::parse_str(read, item) else { return vec![] };
    attributes.iter().filter(|attribute| !attribute.path().is_ident("doc")).map(|it| attribute(&it.meta)).collect()
}

fn attribute(meta: &Meta) -> RouteAttribute {
    let path = joined(meta.path());
    let mut read = RouteAttribute { path, texts: vec![], words: vec![], named: vec![] };
    let Meta::List(list) = meta else { return read };
    let args = list.parse_args_with(Punctuated::<Expr, Token![,]>::parse_terminated);
    for arg in args.into_iter().flatten() {
        match arg {
            Expr::Lit(ExprLit { lit: Lit::Str(text), .. }) => read.texts.push(text.value()),
            Expr::Path(path) => read.words.push(joined(&path.path)),
            Expr::Assign(named) => {
                let value = match &*named.right {
                    Expr::Lit(ExprLit { lit: Lit::Str(text), .. }) => text.value(),
                    other => other.to_token_stream().to_string(),
                };
                read.named.push((named.left.to_token_stream().to_string(), value));
            }
            _ => {}
        }
    }
    read
}

fn joined(path: &syn::Path) -> String {
    let names: Vec<String> = path.segments.iter().map(|seg| seg.ident.to_string()).collect();
    names.join("::")
}

/// How `serde` reads a struct from named values.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReadField {
    /// The names that it may have.
    pub names: Vec<String>,
    /// Nothing else can stand for it.
    pub required: bool,
}

/// How `serde` reads the fields of a struct; `None` if that cannot be told.
pub fn read_fields(item: &str) -> Option<Vec<ReadField>> {
    let item: syn::ItemStruct = syn::parse_str(item).ok()?;
    let derives = item.attrs.iter().filter(|attribute| attribute.path().is_ident("derive"));
    let derived = derives.map(|it| it.meta.to_token_stream().to_string()).any(|text| text.contains("Deserialize"));
    let container = serde(&item.attrs);
    let own_way = ["from", "try_from", "transparent", "remote"];
    if !derived || container.iter().any(|(key, _)| own_way.contains(&key.as_str())) {
        return None;
    }
    let value = |settings: &[(String, String)], wanted: &str| {
        settings.iter().find(|(key, _)| key == wanted).map(|(_, value)| value.clone())
    };
    let case = value(&container, "rename_all");
    let all_default = container.iter().any(|(key, _)| key == "default");
    let mut fields = vec![];
    for field in &item.fields {
        let settings = serde(&field.attrs);
        let has = |wanted: &str| settings.iter().any(|(key, _)| key == wanted);
        if has("flatten") {
            return None;
        }
        let name = field.ident.as_ref()?.to_string();
        let name = name.trim_start_matches("r#");
        let renamed = value(&settings, "rename").or_else(|| value(&settings, "deserialize"));
        let mut names = vec![renamed.unwrap_or_else(|| in_case(name, case.as_deref()))];
        names.extend(settings.iter().filter(|(key, _)| key == "alias").map(|(_, value)| value.clone()));
        let option = field.ty.to_token_stream().to_string().replace(' ', "").contains("Option<");
        let skipped = has("default") || has("skip") || has("skip_deserializing") || all_default || option;
        fields.push(ReadField { names, required: !skipped });
    }
    Some(fields)
}

/// The settings of `#[serde(…)]`, those in `rename(deserialize = …)` too.
fn serde(attributes: &[syn::Attribute]) -> Vec<(String, String)> {
    let mut found = vec![];
    for attribute in attributes.iter().filter(|it| it.path().is_ident("serde")) {
        let Meta::List(list) = &attribute.meta else { continue };
        settings(&list.tokens, &mut found);
    }
    found
}

fn settings(tokens: &proc_macro2::TokenStream, found: &mut Vec<(String, String)>) {
    let read = Punctuated::<Meta, Token![,]>::parse_terminated;
    for meta in syn::parse::Parser::parse2(read, tokens.clone()).into_iter().flatten() {
        match &meta {
            Meta::Path(path) => found.push((joined(path), String::new())),
            Meta::NameValue(pair) => {
                let value = match &pair.value {
                    Expr::Lit(ExprLit { lit: Lit::Str(text), .. }) => text.value(),
                    other => other.to_token_stream().to_string(),
                };
                found.push((joined(&pair.path), value));
            }
            Meta::List(list) => settings(&list.tokens, found),
        }
    }
}

/// A name in the case that `rename_all` asks for.
fn in_case(name: &str, case: Option<&str>) -> String {
    let capital = |word: &str| {
        let mut letters = word.chars();
        letters.next().map(|first| first.to_uppercase().collect::<String>() + letters.as_str()).unwrap_or_default()
    };
    let pascal = || name.split('_').map(capital).collect::<String>();
    match case {
        Some("camelCase") => {
            let pascal = pascal();
            let mut letters = pascal.chars();
            letters.next().map(|first| first.to_lowercase().collect::<String>() + letters.as_str()).unwrap_or_default()
        }
        Some("PascalCase") => pascal(),
        Some("kebab-case") => name.replace('_', "-"),
        Some("UPPERCASE" | "SCREAMING_SNAKE_CASE") => name.to_uppercase(),
        Some("SCREAMING-KEBAB-CASE") => name.to_uppercase().replace('_', "-"),
        _ => name.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn attributes_are_read() {
        let read = route_attributes("#[route(\"/a\", method = \"GET\", method = \"POST\")]\nasync fn f() {}");
        assert_eq!((read[0].path.as_str(), &read[0].texts[0]), ("route", &"/a".to_owned()));
        assert_eq!(read[0].named.len(), 2);
        let read =
            route_attributes("/// Text.\n#[utoipa::path(get, path = \"/b\", responses((status = 200)))] fn f() {}");
        assert_eq!(read[0].words, ["get"]);
        assert_eq!(read[0].named, [("path".to_owned(), "/b".to_owned())]);
    }

    #[test]
    fn fields_are_read_as_serde_does() {
        let read = read_fields(
            "#[derive(Deserialize)] #[serde(rename_all = \"camelCase\")] struct P { org_id: u32, #[serde(rename = \"x\", \
             alias = \"y\")] a: u8, #[serde(default)] b: u8, c: Option<u8> }",
        )
        .expect("a struct");
        let names: Vec<_> = read.iter().map(|field| (field.names.join("|"), field.required)).collect();
        let wanted = [("orgId", true), ("x|y", true), ("b", false), ("c", false)];
        assert_eq!(names, wanted.map(|(name, required)| (name.to_owned(), required)));
        assert_eq!(read_fields("struct P { a: u8 }"), None);
        assert_eq!(read_fields("#[derive(Deserialize)] struct P { #[serde(flatten)] a: Q }"), None);
    }
}
