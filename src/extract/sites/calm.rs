//! Whether an expression only gives a value: not running it changes nothing.

/// Names of functions and methods that make or copy a value and are known to do nothing else.
const CALM: [&str; 27] = [
    "new",
    "default",
    "with_capacity",
    "from",
    "into",
    "clone",
    "cloned",
    "copied",
    "to_string",
    "to_owned",
    "to_vec",
    "to_path_buf",
    "as_ref",
    "as_mut",
    "as_str",
    "as_deref",
    "as_bytes",
    "len",
    "is_empty",
    "is_some",
    "is_none",
    "from_secs",
    "from_millis",
    "unwrap_or_default",
    "min",
    "max",
    "empty",
];

/// Whether an expression does nothing but to give a value. Own constructors called `new` are taken to be such.
pub(super) fn is_calm(expr: &syn::Expr) -> bool {
    let all = |mut list: &mut dyn Iterator<Item = &syn::Expr>| Iterator::all(&mut list, is_calm);
    match expr {
        syn::Expr::Path(_) | syn::Expr::Lit(_) | syn::Expr::Closure(_) => true,
        syn::Expr::Unary(it) => is_calm(&it.expr),
        syn::Expr::Reference(it) => is_calm(&it.expr),
        syn::Expr::Paren(it) => is_calm(&it.expr),
        syn::Expr::Group(it) => is_calm(&it.expr),
        syn::Expr::Field(it) => is_calm(&it.base),
        syn::Expr::Cast(it) => is_calm(&it.expr),
        syn::Expr::Tuple(it) => all(&mut it.elems.iter()),
        syn::Expr::Array(it) => all(&mut it.elems.iter()),
        syn::Expr::Repeat(it) => is_calm(&it.expr),
        syn::Expr::Binary(it) => !is_assignment(&it.op) && is_calm(&it.left) && is_calm(&it.right),
        syn::Expr::Struct(it) => {
            it.rest.iter().all(|rest| is_calm(rest)) && all(&mut it.fields.iter().map(|field| &field.expr))
        }
        syn::Expr::Range(it) => it.start.iter().chain(&it.end).all(|end| is_calm(end)),
        syn::Expr::MethodCall(it) => {
            CALM.contains(&it.method.to_string().as_str()) && is_calm(&it.receiver) && all(&mut it.args.iter())
        }
        syn::Expr::Call(it) => is_calm_call(&it.func) && all(&mut it.args.iter()),
        syn::Expr::Macro(it) => it.mac.path.is_ident("vec") && it.mac.tokens.is_empty(),
        _ => false,
    }
}

/// A constructor (`Some`, `Wrapper`), or a function that is known to do nothing else.
fn is_calm_call(func: &syn::Expr) -> bool {
    let syn::Expr::Path(path) = func else { return false };
    let last = path.path.segments.last().map(|last| last.ident.to_string()).unwrap_or_default();
    last.starts_with(char::is_uppercase) || CALM.contains(&last.as_str())
}

fn is_assignment(op: &syn::BinOp) -> bool {
    use syn::BinOp::{
        AddAssign, BitAndAssign, BitOrAssign, BitXorAssign, DivAssign, MulAssign, RemAssign, ShlAssign, ShrAssign,
        SubAssign,
    };
    matches!(
        op,
        AddAssign(_)
            | SubAssign(_)
            | MulAssign(_)
            | DivAssign(_)
            | RemAssign(_)
            | BitXorAssign(_)
            | BitAndAssign(_)
            | BitOrAssign(_)
            | ShlAssign(_)
            | ShrAssign(_)
    )
}
