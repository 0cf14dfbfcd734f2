//! Of what a phrase of a comment speaks.
//!
//! In: the comment of an item up to the phrase, and the name of the item. Out: whether the sentence is about the item: it
//! begins with the phrase, or with `this`, `it` or the name, and the phrase says something of that. "Whether finished tasks
//! should be removed" is about tasks. Behind a participle (`kept for …`) it may also be no sentence, but a description of
//! the item. This module does not know what a phrase weighs.

/// What may stand before a sentence without being part of it.
const TAGS: [&str; 7] = ["todo", "fixme", "xxx", "hack", "note", "deprecated", "warning"];

/// After such a word the sentence speaks of something else.
const TURNS: [&str; 10] = ["where", "which", "that", "whether", "when", "if", "who", "whose", "while", "until"];

/// Words that lead from what a sentence began with to what it says of that.
const LINKS: [&str; 8] = ["and", "but", "is", "are", "was", "now", "so", "then"];

/// Words that make a sentence of what would only describe.
const VERBS: [&str; 12] = ["is", "are", "was", "were", "has", "have", "had", "will", "can", "should", "must", "does"];

/// Words between a verb and what it says: `is only kept`. So are those that end with `ly`.
const ADVERBS: [&str; 6] = ["only", "still", "just", "here", "being", "therefore"];

/// Parts of an item, of which its comment speaks in passing.
const PARTS: [&str; 8] = ["argument", "arguments", "field", "fields", "param", "params", "parameter", "parameters"];

/// So many words of a sentence may be the name that it begins with: `this old method`.
const MOST_WORDS: usize = 3;

/// Whether the sentence that goes on after `before` speaks of the item of that name.
pub(super) fn speaks_of_item(before: &str, name: &str) -> bool {
    let sentence = sentence(before);
    let words: Vec<&str> = words(&sentence);
    let name = name.to_lowercase();
    if words.is_empty() || speaks(&words, &["this", "it", name.as_str()]) {
        return true;
    }
    // "At that time, this function should be removed"; of "it" it is not clear what it is.
    let clause = sentence.rsplit_once(", ").map_or("", |(_, clause)| clause);
    speaks(&self::words(clause), &["this", name.as_str()])
}

/// Whether what goes on after `before` with a participle may say something of the item of that name: of a sentence it does if
/// that speaks of the item, and so it does of what is no sentence, unless that ends with a part of the item: "a shim, kept
/// for old clients" describes the item, "the first argument is kept for them" and "an argument kept for them" do not.
pub(super) fn describes_item(before: &str, name: &str) -> bool {
    let sentence = sentence(before);
    let words: Vec<&str> = words(&sentence);
    let said = without_adverbs(&words);
    let said = match said {
        // "A shim that is kept for old clients."
        [described @ .., "that" | "which", "is" | "was"] => described,
        _ => said,
    };
    let is_statement = said.iter().any(|word| VERBS.contains(word));
    let of_part = said.last().is_some_and(|last| PARTS.contains(last)) && !sentence.trim_end().ends_with(',');
    (!is_statement && !of_part) || speaks_of_item(before, name)
}

fn without_adverbs<'w, 't>(words: &'w [&'t str]) -> &'w [&'t str] {
    let is_adverb = |word: &&str| ADVERBS.contains(word) || word.ends_with("ly");
    let end = words.iter().rposition(|word| !is_adverb(word)).map_or(0, |at| at + 1);
    &words[..end]
}

/// Whether words are a sentence that begins with one of some and, so far, speaks of nothing else.
fn speaks(words: &[&str], subjects: &[&str]) -> bool {
    let words = words.strip_prefix(&["the"]).unwrap_or(words);
    let Some(first) = words.first() else { return false };
    let first = first.rsplit("::").next().unwrap_or(first);
    let turns = words.iter().any(|word| TURNS.contains(word));
    let said = without_adverbs(words);
    let goes_on = said.len() <= MOST_WORDS || said.last().is_some_and(|last| LINKS.contains(last));
    subjects.contains(&first) && !turns && goes_on
}

/// The last sentence of a comment that may end in the middle of it, in lower case, without the marks of comments and a space
/// after each line.
fn sentence(before: &str) -> String {
    let mut said = String::new();
    let mut lines = before.split('\n').peekable();
    while let Some(line) = lines.next() {
        let line = line.trim_start();
        let line = line.strip_prefix("#[doc").map_or(line, |rest| rest.trim_start_matches([' ', '=', '"']));
        let line = line.trim_start_matches(['/', '!', '*']).trim();
        let listed = line.strip_prefix("- ").or_else(|| line.strip_prefix("# "));
        // An empty line ends a sentence, unless it is only empty before the phrase.
        if listed.is_some() || (line.is_empty() && lines.peek().is_some()) {
            said.clear();
        }
        said.push_str(listed.unwrap_or(line));
        said.push(' ');
    }
    let ends = [". ", "! ", "? ", ": ", "; ", " - ", " – ", " — "];
    let start = ends.iter().filter_map(|end| said.rfind(end).map(|at| at + end.len())).max();
    said.split_off(start.unwrap_or_default()).to_lowercase()
}

/// The words of a part of a sentence, without what stands around them and without tags before them.
fn words(text: &str) -> Vec<&str> {
    let around = |letter: char| !letter.is_alphanumeric() && letter != '_';
    let words = text.split_whitespace().skip_while(|word| TAGS.iter().any(|tag| word.starts_with(tag)));
    words.map(|word| word.trim_matches(around)).filter(|word| !word.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn participles_say_something_of_the_item() {
        for before in [
            "/// ",
            "/// A shim, ",
            "/// A shim over `dial` ",
            "/// Dials. This is only ",
            "/// It is still ",
            "// Alias of the new one that is ",
            "/// `dial` was mainly ",
        ] {
            assert!(describes_item(before, "dial"), "{before}");
        }
        for before in [
            "/// Dials.\n///\n/// The first argument is ignored but is ",
            "/// The second argument is ignored, it is ",
            "/// Dials with an argument ",
            "/// The header of the request is ",
        ] {
            assert!(!describes_item(before, "dial"), "{before}");
        }
    }
}
