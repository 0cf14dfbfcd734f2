//! Code that is written anew for each processor and each width of numbers: kernels of vector instructions.
//!
//! In: a definition, through the view of the audit. Out: yes or no. It goes by the names of the instructions.

use crate::audit::Audit;
use crate::lex::{self, TokenKind};
use crate::model::DefId;

/// What a file with such code says somewhere.
const OF_FILES: [&str; 5] = ["core::arch", "std::arch", "core::simd", "feature_detected!", "target_feature"];
/// What the name of an instruction of ARM ends with, behind what it does.
const WIDTHS: [&str; 4] = ["8", "16", "32", "64"];

/// Whether a function uses vector instructions, or chooses among such functions.
pub(super) fn is_kernel(audit: &Audit<'_>, def: DefId) -> bool {
    let text = &audit.file(def).text;
    let mut tokens = vec![];
    lex::tokens(text, audit.def(def).span, &mut tokens);
    let tells = |word: &str| is_instruction(word) || word.ends_with("feature_detected") || word == "target_feature";
    let is_told = tokens.iter().any(|token| token.kind == TokenKind::Word && tells(token.text(text)));
    is_told && OF_FILES.iter().any(|words| text.contains(words))
}

/// `_mm256_add_ps` of Intel, `vaddq_f32` of ARM.
fn is_instruction(word: &str) -> bool {
    let of_intel = word.starts_with("_mm");
    let of_arm = || {
        let (does, kind) = word.strip_prefix('v').and_then(|rest| rest.rsplit_once('_')).unwrap_or_default();
        let width = kind.strip_prefix(['s', 'u', 'f', 'p']);
        does.len() > 1 && width.is_some_and(|width| WIDTHS.contains(&width))
    };
    of_intel || of_arm()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn instructions_are_told_by_their_names() {
        for word in ["_mm_add_epi32", "_mm256_loadu_ps", "_mm_cvtsi128_si32", "vld1q_s8", "vget_low_s8", "vaddq_f32"] {
            assert!(is_instruction(word), "{word}");
        }
        for word in ["v_u8", "value_of", "mm_add", "vec", "vote_count", "view_i64"] {
            assert!(!is_instruction(word), "{word}");
        }
    }
}
