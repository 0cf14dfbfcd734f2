//! Names that `paste!` puts together.

use cargo_vestige::extract::expand::{Unexpanded, paste};

/// What a call becomes, as text.
fn pasted(input: &str) -> Result<String, Unexpanded> {
    let (tokens, _) = paste(input.parse().expect("the call does not lex"))?;
    Ok(tokens.to_string().split_whitespace().collect::<Vec<_>>().join(" "))
}

fn becomes(input: &str, output: &str) {
    let plain: proc_macro2::TokenStream = output.parse().expect("the result does not lex");
    let plain = plain.to_string().split_whitespace().collect::<Vec<_>>().join(" ");
    assert_eq!(pasted(input), Ok(plain), "{input}");
}

#[test]
fn words_are_one_name() {
    becomes("const [<Q R S T>]: u8 = 1;", "const QRST: u8 = 1;");
    becomes("fn [<get_ name>](&self) { self.[<name _ref>]() }", "fn get_name(&self) { self.name_ref() }");
    becomes("[<a 1 _b>]", "a1_b");
    becomes("[<r#type _of>]", "type_of");
    becomes("[<\"x-y\" _z>]::[<'c' d>]", "x_y_z::cd");
    becomes("[<'a b>]: loop {}", "'ab: loop {}");
    becomes("[<1 2 u8>]", "12u8");
}

#[test]
fn case_is_changed() {
    becomes("[<ld_ Bc:lower _expr>]", "ld_bc_expr");
    becomes("[<max :upper _LEN>]", "MAX_LEN");
    becomes("[<LibName:snake>]", "lib_name");
    becomes("[<HTTPServer:snake>]", "h_t_t_p_server");
    becomes("[<lib_name:camel>]", "LibName");
    becomes("[<LIB_NAME:camel>]", "LibName");
    becomes("[<LibName:snake:upper>]", "LIB_NAME");
    becomes("[<lib_name:lower_camel>] [<lib_name:upper_camel>]", "libName LibName");
    becomes("[<a__b:camel_edge>]", "A_B");
}

#[test]
fn texts_of_attributes_are_one() {
    becomes("#[doc = \"Makes a `\" Name:lower \"`.\"] struct Name;", "#[doc = \"Makes a `name`.\"] struct Name;");
    becomes("#[cfg_attr(x, doc = \"a\" b, c)] struct D;", "#[cfg_attr(x, doc = \"ab\", c)] struct D;");
    becomes("#[doc = \"a\"] #[derive(Clone)] struct D;", "#[doc = \"a\"] #[derive(Clone)] struct D;");
}

#[test]
fn what_is_no_name_stays() {
    becomes("let x = [1, 2]; let y: [Vec<u8>; 1] = z;", "let x = [1, 2]; let y: [Vec<u8>; 1] = z;");
    becomes("let x = [<u8>::max(1)];", "let x = [<u8>::max(1)];");
    let (_, joined) = paste("a [1] b".parse().expect("lexes")).expect("is expanded");
    assert!(!joined);
}

#[test]
fn what_is_not_concrete_is_refused() {
    for input in ["[<get_ $name>]", "[<env!(\"X\") _a>]", "[<a:unknown>]", "[<a \"b.c\">]", "[<a (b)>]", "[<:lower>]"] {
        assert!(pasted(input).is_err(), "{input}");
    }
}
