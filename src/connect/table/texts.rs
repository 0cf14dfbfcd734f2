//! Values as texts, as far as they are known.
//!
//! In: values. Out: [`Text`]s, with a sign for what is made at run time.

use super::patterns::{Piece, Text};
use super::values::Value;
use super::walk::Frame;

/// A value as a text.
pub(super) fn text_of(value: &Value) -> Text {
    match value {
        Value::Text(text) => text.clone(),
        _ => Text::unknown(),
    }
}

/// What `format!` gives.
pub(super) fn formatted(values: &[Value], frame: &Frame<'_>) -> Text {
    let Some((Value::Text(Text(pieces)), rest)) = values.split_first() else { return Text::unknown() };
    let [Piece::Known(format)] = &pieces[..] else { return Text::unknown() };
    let mut rest = rest.iter();
    let mut made = vec![];
    let mut text = String::new();
    let mut letters = format.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '{' | '}' if letters.peek() == Some(&letter) => {
                letters.next();
                text.push(letter);
            }
            '{' => {
                let inner: String = letters.by_ref().take_while(|letter| *letter != '}').collect();
                let name = inner.split(':').next().unwrap_or_default();
                made.push(Piece::Known(std::mem::take(&mut text)));
                let value = match name {
                    "" => rest.next(),
                    name => crate::model::known_name(name).and_then(|name| frame.local(name)),
                };
                made.extend(value.map_or_else(Text::unknown, text_of).0);
            }
            other => text.push(other),
        }
    }
    made.push(Piece::Known(text));
    Text(made)
}
