//! Signatures of std: core types, text, sequences, shared ownership. Written by hand; bodies are left out.

pub mod option {
    pub enum Option<T> {
        None,
        Some(T),
    }
    impl<T> Option<T> {
        pub fn is_some(&self) -> bool {}
        pub fn is_some_and(self, f: impl FnOnce(T) -> bool) -> bool {}
        pub fn is_none(&self) -> bool {}
        pub fn is_none_or(self, f: impl FnOnce(T) -> bool) -> bool {}
        pub fn as_ref(&self) -> Option<&T> {}
        pub fn as_mut(&mut self) -> Option<&mut T> {}
        pub fn as_pin_ref(self: Pin<&Self>) -> Option<Pin<&T>> {}
        pub fn as_pin_mut(self: Pin<&mut Self>) -> Option<Pin<&mut T>> {}
        pub fn as_slice(&self) -> &[T] {}
        pub fn as_mut_slice(&mut self) -> &mut [T] {}
        pub fn expect(self, msg: &str) -> T {}
        pub fn unwrap(self) -> T {}
        pub fn unwrap_or(self, default: T) -> T {}
        pub fn unwrap_or_else<F: FnOnce() -> T>(self, f: F) -> T {}
        pub fn unwrap_or_default(self) -> T {}
        pub fn unwrap_unchecked(self) -> T {}
        pub fn map<U, F: FnOnce(T) -> U>(self, f: F) -> Option<U> {}
        pub fn inspect<F: FnOnce(&T)>(self, f: F) -> Self {}
        pub fn map_or<U, F: FnOnce(T) -> U>(self, default: U, f: F) -> U {}
        pub fn map_or_else<U, D: FnOnce() -> U, F: FnOnce(T) -> U>(self, default: D, f: F) -> U {}
        pub fn ok_or<E>(self, err: E) -> Result<T, E> {}
        pub fn ok_or_else<E, F: FnOnce() -> E>(self, err: F) -> Result<T, E> {}
        pub fn iter(&self) -> Iter<T> {}
        pub fn iter_mut(&mut self) -> IterMut<T> {}
        pub fn and<U>(self, optb: Option<U>) -> Option<U> {}
        pub fn and_then<U, F: FnOnce(T) -> Option<U>>(self, f: F) -> Option<U> {}
        pub fn filter<P: FnOnce(&T) -> bool>(self, predicate: P) -> Self {}
        pub fn or(self, optb: Option<T>) -> Option<T> {}
        pub fn or_else<F: FnOnce() -> Option<T>>(self, f: F) -> Option<T> {}
        pub fn xor(self, optb: Option<T>) -> Option<T> {}
        pub fn insert(&mut self, value: T) -> &mut T {}
        pub fn get_or_insert(&mut self, value: T) -> &mut T {}
        pub fn get_or_insert_default(&mut self) -> &mut T {}
        pub fn get_or_insert_with<F: FnOnce() -> T>(&mut self, f: F) -> &mut T {}
        pub fn take(&mut self) -> Option<T> {}
        pub fn take_if<P: FnOnce(&mut T) -> bool>(&mut self, predicate: P) -> Option<T> {}
        pub fn replace(&mut self, value: T) -> Option<T> {}
        pub fn zip<U>(self, other: Option<U>) -> Option<(T, U)> {}
    }
    impl<T: std::ops::Deref> Option<T> {
        pub fn as_deref(&self) -> Option<&T::Target> {}
        pub fn as_deref_mut(&mut self) -> Option<&mut T::Target> {}
    }
    impl<T, U> Option<(T, U)> {
        pub fn unzip(self) -> (Option<T>, Option<U>) {}
    }
    impl<T> Option<&T> {
        pub fn copied(self) -> Option<T> {}
        pub fn cloned(self) -> Option<T> {}
    }
    impl<T> Option<&mut T> {
        pub fn copied(self) -> Option<T> {}
        pub fn cloned(self) -> Option<T> {}
    }
    impl<T, E> Option<Result<T, E>> {
        pub fn transpose(self) -> Result<Option<T>, E> {}
    }
    impl<T> Option<Option<T>> {
        pub fn flatten(self) -> Option<T> {}
    }
    impl<T: Clone> Clone for Option<T> {}
    impl<T: Copy> Copy for Option<T> {}
    impl<T: std::fmt::Debug> std::fmt::Debug for Option<T> {}
    impl<T: PartialEq> PartialEq for Option<T> {}
    impl<T: Eq> Eq for Option<T> {}
    impl<T: PartialOrd> PartialOrd for Option<T> {}
    impl<T: Ord> Ord for Option<T> {}
    impl<T: Hash> Hash for Option<T> {}
    impl<T> Default for Option<T> {}
    impl<T> From<T> for Option<T> {}
    impl<T> From<&Option<T>> for Option<&T> {}
    impl<T> From<&mut Option<T>> for Option<&mut T> {}
    impl<T> IntoIterator for Option<T> {
        type Item = T;
        type IntoIter = IntoIter<T>;
    }
    impl<T> IntoIterator for &Option<T> {
        type Item = &T;
        type IntoIter = Iter<T>;
    }
    impl<T> IntoIterator for &mut Option<T> {
        type Item = &mut T;
        type IntoIter = IterMut<T>;
    }
    pub struct Iter<T>(T);
    impl<T> Iterator for Iter<T> {
        type Item = &T;
    }
    impl<T> DoubleEndedIterator for Iter<T> {}
    impl<T> ExactSizeIterator for Iter<T> {}
    impl<T> std::iter::FusedIterator for Iter<T> {}
    impl<T> Clone for Iter<T> {}
    impl<T> std::fmt::Debug for Iter<T> {}
    pub struct IterMut<T>(T);
    impl<T> Iterator for IterMut<T> {
        type Item = &mut T;
    }
    impl<T> DoubleEndedIterator for IterMut<T> {}
    impl<T> ExactSizeIterator for IterMut<T> {}
    impl<T> std::iter::FusedIterator for IterMut<T> {}
    impl<T> std::fmt::Debug for IterMut<T> {}
    pub struct IntoIter<T>(T);
    impl<T> Iterator for IntoIter<T> {
        type Item = T;
    }
    impl<T> DoubleEndedIterator for IntoIter<T> {}
    impl<T> ExactSizeIterator for IntoIter<T> {}
    impl<T> std::iter::FusedIterator for IntoIter<T> {}
    impl<T> Clone for IntoIter<T> {}
    impl<T> std::fmt::Debug for IntoIter<T> {}
    impl<A, V: FromIterator<A>> FromIterator<Option<A>> for Option<V> {}
    impl<T: std::iter::Sum<U>, U> std::iter::Sum<Option<U>> for Option<T> {}
    impl<T: std::iter::Product<U>, U> std::iter::Product<Option<U>> for Option<T> {}
}

pub mod result {
    pub enum Result<T, E> {
        Ok(T),
        Err(E),
    }
    impl<T, E> Result<T, E> {
        pub fn is_ok(&self) -> bool {}
        pub fn is_ok_and<F: FnOnce(T) -> bool>(self, f: F) -> bool {}
        pub fn is_err(&self) -> bool {}
        pub fn is_err_and<F: FnOnce(E) -> bool>(self, f: F) -> bool {}
        pub fn ok(self) -> Option<T> {}
        pub fn err(self) -> Option<E> {}
        pub fn as_ref(&self) -> Result<&T, &E> {}
        pub fn as_mut(&mut self) -> Result<&mut T, &mut E> {}
        pub fn map<U, F: FnOnce(T) -> U>(self, op: F) -> Result<U, E> {}
        pub fn map_or<U, F: FnOnce(T) -> U>(self, default: U, f: F) -> U {}
        pub fn map_or_else<U, D: FnOnce(E) -> U, F: FnOnce(T) -> U>(self, default: D, f: F) -> U {}
        pub fn map_err<F, O: FnOnce(E) -> F>(self, op: O) -> Result<T, F> {}
        pub fn inspect<F: FnOnce(&T)>(self, f: F) -> Self {}
        pub fn inspect_err<F: FnOnce(&E)>(self, f: F) -> Self {}
        pub fn iter(&self) -> Iter<T> {}
        pub fn iter_mut(&mut self) -> IterMut<T> {}
        pub fn expect(self, msg: &str) -> T {}
        pub fn unwrap(self) -> T {}
        pub fn unwrap_or_default(self) -> T {}
        pub fn expect_err(self, msg: &str) -> E {}
        pub fn unwrap_err(self) -> E {}
        pub fn and<U>(self, res: Result<U, E>) -> Result<U, E> {}
        pub fn and_then<U, F: FnOnce(T) -> Result<U, E>>(self, op: F) -> Result<U, E> {}
        pub fn or<F>(self, res: Result<T, F>) -> Result<T, F> {}
        pub fn or_else<F, O: FnOnce(E) -> Result<T, F>>(self, op: O) -> Result<T, F> {}
        pub fn unwrap_or(self, default: T) -> T {}
        pub fn unwrap_or_else<F: FnOnce(E) -> T>(self, op: F) -> T {}
        pub fn unwrap_unchecked(self) -> T {}
        pub fn unwrap_err_unchecked(self) -> E {}
    }
    impl<T: std::ops::Deref, E> Result<T, E> {
        pub fn as_deref(&self) -> Result<&T::Target, &E> {}
        pub fn as_deref_mut(&mut self) -> Result<&mut T::Target, &mut E> {}
    }
    impl<T, E> Result<&T, E> {
        pub fn copied(self) -> Result<T, E> {}
        pub fn cloned(self) -> Result<T, E> {}
    }
    impl<T, E> Result<&mut T, E> {
        pub fn copied(self) -> Result<T, E> {}
        pub fn cloned(self) -> Result<T, E> {}
    }
    impl<T, E> Result<Option<T>, E> {
        pub fn transpose(self) -> Option<Result<T, E>> {}
    }
    impl<T, E> Result<Result<T, E>, E> {
        pub fn flatten(self) -> Result<T, E> {}
    }
    impl<T: Clone, E: Clone> Clone for Result<T, E> {}
    impl<T: Copy, E: Copy> Copy for Result<T, E> {}
    impl<T: std::fmt::Debug, E: std::fmt::Debug> std::fmt::Debug for Result<T, E> {}
    impl<T: PartialEq, E: PartialEq> PartialEq for Result<T, E> {}
    impl<T: Eq, E: Eq> Eq for Result<T, E> {}
    impl<T: PartialOrd, E: PartialOrd> PartialOrd for Result<T, E> {}
    impl<T: Ord, E: Ord> Ord for Result<T, E> {}
    impl<T: Hash, E: Hash> Hash for Result<T, E> {}
    impl<T, E> IntoIterator for Result<T, E> {
        type Item = T;
        type IntoIter = IntoIter<T>;
    }
    impl<T, E> IntoIterator for &Result<T, E> {
        type Item = &T;
        type IntoIter = Iter<T>;
    }
    impl<T, E> IntoIterator for &mut Result<T, E> {
        type Item = &mut T;
        type IntoIter = IterMut<T>;
    }
    pub struct Iter<T>(T);
    impl<T> Iterator for Iter<T> {
        type Item = &T;
    }
    impl<T> DoubleEndedIterator for Iter<T> {}
    impl<T> ExactSizeIterator for Iter<T> {}
    impl<T> std::iter::FusedIterator for Iter<T> {}
    impl<T> Clone for Iter<T> {}
    impl<T> std::fmt::Debug for Iter<T> {}
    pub struct IterMut<T>(T);
    impl<T> Iterator for IterMut<T> {
        type Item = &mut T;
    }
    impl<T> DoubleEndedIterator for IterMut<T> {}
    impl<T> ExactSizeIterator for IterMut<T> {}
    impl<T> std::iter::FusedIterator for IterMut<T> {}
    impl<T> std::fmt::Debug for IterMut<T> {}
    pub struct IntoIter<T>(T);
    impl<T> Iterator for IntoIter<T> {
        type Item = T;
    }
    impl<T> DoubleEndedIterator for IntoIter<T> {}
    impl<T> ExactSizeIterator for IntoIter<T> {}
    impl<T> std::iter::FusedIterator for IntoIter<T> {}
    impl<T> Clone for IntoIter<T> {}
    impl<T> std::fmt::Debug for IntoIter<T> {}
    impl<A, E, V: FromIterator<A>> FromIterator<Result<A, E>> for Result<V, E> {}
    impl<T: std::iter::Sum<U>, U, E> std::iter::Sum<Result<U, E>> for Result<T, E> {}
    impl<T: std::iter::Product<U>, U, E> std::iter::Product<Result<U, E>> for Result<T, E> {}
}

pub mod string {
    pub struct String(Vec<u8>);
    impl String {
        pub fn new() -> String {}
        pub fn with_capacity(capacity: usize) -> String {}
        pub fn from_utf8(vec: Vec<u8>) -> Result<String, FromUtf8Error> {}
        pub fn from_utf8_lossy(v: &[u8]) -> Cow<str> {}
        pub fn from_utf16(v: &[u16]) -> Result<String, FromUtf16Error> {}
        pub fn from_utf16_lossy(v: &[u16]) -> String {}
        pub fn into_raw_parts(self) -> (*mut u8, usize, usize) {}
        pub fn from_raw_parts(buf: *mut u8, length: usize, capacity: usize) -> String {}
        pub fn from_utf8_unchecked(bytes: Vec<u8>) -> String {}
        pub fn into_bytes(self) -> Vec<u8> {}
        pub fn as_str(&self) -> &str {}
        pub fn as_mut_str(&mut self) -> &mut str {}
        pub fn push_str(&mut self, string: &str) {}
        pub fn extend_from_within<R: std::ops::RangeBounds<usize>>(&mut self, src: R) {}
        pub fn capacity(&self) -> usize {}
        pub fn reserve(&mut self, additional: usize) {}
        pub fn reserve_exact(&mut self, additional: usize) {}
        pub fn try_reserve(&mut self, additional: usize) -> Result<(), TryReserveError> {}
        pub fn try_reserve_exact(&mut self, additional: usize) -> Result<(), TryReserveError> {}
        pub fn shrink_to_fit(&mut self) {}
        pub fn shrink_to(&mut self, min_capacity: usize) {}
        pub fn push(&mut self, ch: char) {}
        pub fn as_bytes(&self) -> &[u8] {}
        pub fn truncate(&mut self, new_len: usize) {}
        pub fn pop(&mut self) -> Option<char> {}
        pub fn remove(&mut self, idx: usize) -> char {}
        pub fn retain<F: FnMut(char) -> bool>(&mut self, f: F) {}
        pub fn insert(&mut self, idx: usize, ch: char) {}
        pub fn insert_str(&mut self, idx: usize, string: &str) {}
        pub fn as_mut_vec(&mut self) -> &mut Vec<u8> {}
        pub fn len(&self) -> usize {}
        pub fn is_empty(&self) -> bool {}
        pub fn split_off(&mut self, at: usize) -> String {}
        pub fn clear(&mut self) {}
        pub fn drain<R: std::ops::RangeBounds<usize>>(&mut self, range: R) -> Drain {}
        pub fn replace_range<R: std::ops::RangeBounds<usize>>(&mut self, range: R, replace_with: &str) {}
        pub fn into_boxed_str(self) -> Box<str> {}
        pub fn leak(self) -> &mut str {}
    }
    impl Clone for String {}
    impl std::fmt::Debug for String {}
    impl std::fmt::Display for String {}
    impl PartialEq for String {}
    impl Eq for String {}
    impl PartialOrd for String {}
    impl Ord for String {}
    impl Hash for String {}
    impl Default for String {}
    impl std::fmt::Write for String {}
    impl PartialEq<str> for String {}
    impl PartialEq<&str> for String {}
    impl PartialEq<Cow<str>> for String {}
    impl PartialEq<String> for str {}
    impl PartialEq<String> for &str {}
    impl std::ops::Deref for String {
        type Target = str;
    }
    impl std::ops::DerefMut for String {}
    impl std::ops::Index<std::ops::Range<usize>> for String {
        type Output = str;
    }
    impl std::ops::IndexMut<std::ops::Range<usize>> for String {}
    impl std::ops::Index<std::ops::RangeInclusive<usize>> for String {
        type Output = str;
    }
    impl std::ops::IndexMut<std::ops::RangeInclusive<usize>> for String {}
    impl std::ops::Index<std::ops::RangeFrom<usize>> for String {
        type Output = str;
    }
    impl std::ops::IndexMut<std::ops::RangeFrom<usize>> for String {}
    impl std::ops::Index<std::ops::RangeTo<usize>> for String {
        type Output = str;
    }
    impl std::ops::IndexMut<std::ops::RangeTo<usize>> for String {}
    impl std::ops::Index<std::ops::RangeToInclusive<usize>> for String {
        type Output = str;
    }
    impl std::ops::IndexMut<std::ops::RangeToInclusive<usize>> for String {}
    impl std::ops::Index<std::ops::RangeFull> for String {
        type Output = str;
    }
    impl std::ops::IndexMut<std::ops::RangeFull> for String {}
    impl std::ops::Add<&str> for String {
        type Output = String;
    }
    impl std::ops::AddAssign<&str> for String {}
    impl FromStr for String {
        type Err = std::convert::Infallible;
    }
    impl FromIterator<char> for String {}
    impl FromIterator<&char> for String {}
    impl FromIterator<&str> for String {}
    impl FromIterator<String> for String {}
    impl FromIterator<Box<str>> for String {}
    impl FromIterator<Cow<str>> for String {}
    impl Extend<char> for String {}
    impl Extend<&char> for String {}
    impl Extend<&str> for String {}
    impl Extend<String> for String {}
    impl Extend<Box<str>> for String {}
    impl Extend<Cow<str>> for String {}
    impl From<&str> for String {}
    impl From<&mut str> for String {}
    impl From<&String> for String {}
    impl From<Box<str>> for String {}
    impl From<Cow<str>> for String {}
    impl From<char> for String {}
    impl AsRef<str> for String {}
    impl AsMut<str> for String {}
    impl AsRef<[u8]> for String {}
    impl AsRef<std::ffi::OsStr> for String {}
    impl AsRef<std::path::Path> for String {}
    impl Borrow<str> for String {}
    impl BorrowMut<str> for String {}
    impl TryFrom<Vec<u8>> for String {
        type Error = FromUtf8Error;
    }

    pub struct FromUtf8Error(Vec<u8>);
    impl FromUtf8Error {
        pub fn as_bytes(&self) -> &[u8] {}
        pub fn into_bytes(self) -> Vec<u8> {}
        pub fn utf8_error(&self) -> std::str::Utf8Error {}
    }
    impl Clone for FromUtf8Error {}
    impl std::fmt::Debug for FromUtf8Error {}
    impl std::fmt::Display for FromUtf8Error {}
    impl PartialEq for FromUtf8Error {}
    impl Eq for FromUtf8Error {}
    impl std::error::Error for FromUtf8Error {}
    pub struct FromUtf16Error;
    impl std::fmt::Debug for FromUtf16Error {}
    impl std::fmt::Display for FromUtf16Error {}
    impl std::error::Error for FromUtf16Error {}
    pub type ParseError = std::convert::Infallible;

    pub struct Drain;
    impl Iterator for Drain {
        type Item = char;
    }
    impl DoubleEndedIterator for Drain {}
    impl std::iter::FusedIterator for Drain {}
    impl std::fmt::Debug for Drain {}
    impl Drain {
        pub fn as_str(&self) -> &str {}
    }
    impl AsRef<str> for Drain {}
    impl Drop for Drain {}
    impl AsRef<[u8]> for Drain {}

    pub trait ToString {
        fn to_string(&self) -> String;
    }
    impl<T: std::fmt::Display> ToString for T {}
}

pub mod str {
    impl str {
        pub fn len(&self) -> usize {}
        pub fn is_empty(&self) -> bool {}
        pub fn from_utf8(v: &[u8]) -> Result<&str, Utf8Error> {}
        pub fn from_utf8_mut(v: &mut [u8]) -> Result<&mut str, Utf8Error> {}
        pub fn from_utf8_unchecked(v: &[u8]) -> &str {}
        pub fn from_utf8_unchecked_mut(v: &mut [u8]) -> &mut str {}
        pub fn is_char_boundary(&self, index: usize) -> bool {}
        pub fn floor_char_boundary(&self, index: usize) -> usize {}
        pub fn ceil_char_boundary(&self, index: usize) -> usize {}
        pub fn as_bytes(&self) -> &[u8] {}
        pub fn as_bytes_mut(&mut self) -> &mut [u8] {}
        pub fn as_ptr(&self) -> *const u8 {}
        pub fn as_mut_ptr(&mut self) -> *mut u8 {}
        pub fn get<I>(&self, i: I) -> Option<&str> {}
        pub fn get_mut<I>(&mut self, i: I) -> Option<&mut str> {}
        pub fn get_unchecked<I>(&self, i: I) -> &str {}
        pub fn get_unchecked_mut<I>(&mut self, i: I) -> &mut str {}
        pub fn slice_unchecked(&self, begin: usize, end: usize) -> &str {}
        pub fn slice_mut_unchecked(&mut self, begin: usize, end: usize) -> &mut str {}
        pub fn split_at(&self, mid: usize) -> (&str, &str) {}
        pub fn split_at_mut(&mut self, mid: usize) -> (&mut str, &mut str) {}
        pub fn split_at_checked(&self, mid: usize) -> Option<(&str, &str)> {}
        pub fn split_at_mut_checked(&mut self, mid: usize) -> Option<(&mut str, &mut str)> {}
        pub fn chars(&self) -> Chars {}
        pub fn char_indices(&self) -> CharIndices {}
        pub fn bytes(&self) -> Bytes {}
        pub fn split_whitespace(&self) -> SplitWhitespace {}
        pub fn split_ascii_whitespace(&self) -> SplitAsciiWhitespace {}
        pub fn lines(&self) -> Lines {}
        pub fn lines_any(&self) -> LinesAny {}
        pub fn encode_utf16(&self) -> EncodeUtf16 {}
        pub fn contains(&self, pat: impl Pattern) -> bool {}
        pub fn starts_with(&self, pat: impl Pattern) -> bool {}
        pub fn ends_with(&self, pat: impl Pattern) -> bool {}
        pub fn find(&self, pat: impl Pattern) -> Option<usize> {}
        pub fn rfind(&self, pat: impl Pattern) -> Option<usize> {}
        pub fn split(&self, pat: impl Pattern) -> Split {}
        pub fn split_inclusive(&self, pat: impl Pattern) -> SplitInclusive {}
        pub fn rsplit(&self, pat: impl Pattern) -> RSplit {}
        pub fn split_terminator(&self, pat: impl Pattern) -> SplitTerminator {}
        pub fn rsplit_terminator(&self, pat: impl Pattern) -> RSplitTerminator {}
        pub fn splitn(&self, n: usize, pat: impl Pattern) -> SplitN {}
        pub fn rsplitn(&self, n: usize, pat: impl Pattern) -> RSplitN {}
        pub fn split_once(&self, delimiter: impl Pattern) -> Option<(&str, &str)> {}
        pub fn rsplit_once(&self, delimiter: impl Pattern) -> Option<(&str, &str)> {}
        pub fn matches(&self, pat: impl Pattern) -> Matches {}
        pub fn rmatches(&self, pat: impl Pattern) -> RMatches {}
        pub fn match_indices(&self, pat: impl Pattern) -> MatchIndices {}
        pub fn rmatch_indices(&self, pat: impl Pattern) -> RMatchIndices {}
        pub fn trim(&self) -> &str {}
        pub fn trim_start(&self) -> &str {}
        pub fn trim_end(&self) -> &str {}
        #[deprecated(since = "1.33.0", note = "superseded by `trim_start`")]
        pub fn trim_left(&self) -> &str {}
        #[deprecated(since = "1.33.0", note = "superseded by `trim_end`")]
        pub fn trim_right(&self) -> &str {}
        pub fn trim_matches(&self, pat: impl Pattern) -> &str {}
        pub fn trim_start_matches(&self, pat: impl Pattern) -> &str {}
        pub fn trim_end_matches(&self, pat: impl Pattern) -> &str {}
        #[deprecated(since = "1.33.0", note = "superseded by `trim_start_matches`")]
        pub fn trim_left_matches(&self, pat: impl Pattern) -> &str {}
        #[deprecated(since = "1.33.0", note = "superseded by `trim_end_matches`")]
        pub fn trim_right_matches(&self, pat: impl Pattern) -> &str {}
        pub fn strip_prefix(&self, prefix: impl Pattern) -> Option<&str> {}
        pub fn strip_suffix(&self, suffix: impl Pattern) -> Option<&str> {}
        pub fn parse<F: FromStr>(&self) -> Result<F, F::Err> {}
        pub fn is_ascii(&self) -> bool {}
        pub fn eq_ignore_ascii_case(&self, other: &str) -> bool {}
        pub fn make_ascii_uppercase(&mut self) {}
        pub fn make_ascii_lowercase(&mut self) {}
        pub fn trim_ascii_start(&self) -> &str {}
        pub fn trim_ascii_end(&self) -> &str {}
        pub fn trim_ascii(&self) -> &str {}
        pub fn escape_debug(&self) -> EscapeDebug {}
        pub fn escape_default(&self) -> EscapeDefault {}
        pub fn escape_unicode(&self) -> EscapeUnicode {}
        pub fn into_boxed_bytes(self: Box<str>) -> Box<[u8]> {}
        pub fn replace(&self, from: impl Pattern, to: &str) -> String {}
        pub fn replacen(&self, pat: impl Pattern, to: &str, count: usize) -> String {}
        pub fn to_lowercase(&self) -> String {}
        pub fn to_uppercase(&self) -> String {}
        pub fn into_string(self: Box<str>) -> String {}
        pub fn repeat(&self, n: usize) -> String {}
        pub fn to_ascii_uppercase(&self) -> String {}
        pub fn to_ascii_lowercase(&self) -> String {}
    }
    impl std::fmt::Debug for str {}
    impl std::fmt::Display for str {}
    impl PartialEq for str {}
    impl Eq for str {}
    impl PartialOrd for str {}
    impl Ord for str {}
    impl Hash for str {}
    impl AsRef<str> for str {}
    impl AsRef<[u8]> for str {}
    impl AsMut<str> for str {}
    impl AsRef<std::ffi::OsStr> for str {}
    impl AsRef<std::path::Path> for str {}
    impl Default for &str {}
    impl Default for &mut str {}
    impl std::ops::Index<std::ops::Range<usize>> for str {
        type Output = str;
    }
    impl std::ops::IndexMut<std::ops::Range<usize>> for str {}
    impl std::ops::Index<std::ops::RangeInclusive<usize>> for str {
        type Output = str;
    }
    impl std::ops::IndexMut<std::ops::RangeInclusive<usize>> for str {}
    impl std::ops::Index<std::ops::RangeFrom<usize>> for str {
        type Output = str;
    }
    impl std::ops::IndexMut<std::ops::RangeFrom<usize>> for str {}
    impl std::ops::Index<std::ops::RangeTo<usize>> for str {
        type Output = str;
    }
    impl std::ops::IndexMut<std::ops::RangeTo<usize>> for str {}
    impl std::ops::Index<std::ops::RangeToInclusive<usize>> for str {
        type Output = str;
    }
    impl std::ops::IndexMut<std::ops::RangeToInclusive<usize>> for str {}
    impl std::ops::Index<std::ops::RangeFull> for str {
        type Output = str;
    }
    impl std::ops::IndexMut<std::ops::RangeFull> for str {}
    impl ToOwned for str {
        type Owned = String;
    }

    pub fn from_utf8(v: &[u8]) -> Result<&str, Utf8Error> {}
    pub fn from_utf8_mut(v: &mut [u8]) -> Result<&mut str, Utf8Error> {}
    pub fn from_utf8_unchecked(v: &[u8]) -> &str {}
    pub fn from_utf8_unchecked_mut(v: &mut [u8]) -> &mut str {}
    pub fn from_boxed_utf8_unchecked(v: Box<[u8]>) -> Box<str> {}

    pub struct Utf8Error;
    impl Utf8Error {
        pub fn valid_up_to(&self) -> usize {}
        pub fn error_len(&self) -> Option<usize> {}
    }
    impl Clone for Utf8Error {}
    impl Copy for Utf8Error {}
    impl std::fmt::Debug for Utf8Error {}
    impl std::fmt::Display for Utf8Error {}
    impl PartialEq for Utf8Error {}
    impl Eq for Utf8Error {}
    impl std::error::Error for Utf8Error {}
    pub struct ParseBoolError;
    impl Clone for ParseBoolError {}
    impl std::fmt::Debug for ParseBoolError {}
    impl std::fmt::Display for ParseBoolError {}
    impl PartialEq for ParseBoolError {}
    impl Eq for ParseBoolError {}
    impl std::error::Error for ParseBoolError {}

    pub trait FromStr {
        type Err;
        fn from_str(s: &str) -> Result<Self, Self::Err>;
    }
    impl FromStr for bool {
        type Err = ParseBoolError;
    }

    pub struct Chars;
    impl Iterator for Chars {
        type Item = char;
    }
    impl DoubleEndedIterator for Chars {}
    impl std::iter::FusedIterator for Chars {}
    impl Clone for Chars {}
    impl std::fmt::Debug for Chars {}
    impl Chars {
        pub fn as_str(&self) -> &str {}
    }
    pub struct CharIndices;
    impl Iterator for CharIndices {
        type Item = (usize, char);
    }
    impl DoubleEndedIterator for CharIndices {}
    impl std::iter::FusedIterator for CharIndices {}
    impl Clone for CharIndices {}
    impl std::fmt::Debug for CharIndices {}
    impl CharIndices {
        pub fn as_str(&self) -> &str {}
        pub fn offset(&self) -> usize {}
    }
    pub struct Bytes;
    impl Iterator for Bytes {
        type Item = u8;
    }
    impl DoubleEndedIterator for Bytes {}
    impl ExactSizeIterator for Bytes {}
    impl std::iter::FusedIterator for Bytes {}
    impl Clone for Bytes {}
    impl std::fmt::Debug for Bytes {}
    pub struct SplitWhitespace;
    impl Iterator for SplitWhitespace {
        type Item = &str;
    }
    impl DoubleEndedIterator for SplitWhitespace {}
    impl std::iter::FusedIterator for SplitWhitespace {}
    impl Clone for SplitWhitespace {}
    impl std::fmt::Debug for SplitWhitespace {}
    pub struct SplitAsciiWhitespace;
    impl Iterator for SplitAsciiWhitespace {
        type Item = &str;
    }
    impl DoubleEndedIterator for SplitAsciiWhitespace {}
    impl std::iter::FusedIterator for SplitAsciiWhitespace {}
    impl Clone for SplitAsciiWhitespace {}
    impl std::fmt::Debug for SplitAsciiWhitespace {}
    pub struct Lines;
    impl Iterator for Lines {
        type Item = &str;
    }
    impl DoubleEndedIterator for Lines {}
    impl std::iter::FusedIterator for Lines {}
    impl Clone for Lines {}
    impl std::fmt::Debug for Lines {}
    pub struct LinesAny;
    impl Iterator for LinesAny {
        type Item = &str;
    }
    impl DoubleEndedIterator for LinesAny {}
    impl std::iter::FusedIterator for LinesAny {}
    impl Clone for LinesAny {}
    impl std::fmt::Debug for LinesAny {}
    pub struct EncodeUtf16;
    impl Iterator for EncodeUtf16 {
        type Item = u16;
    }
    impl std::iter::FusedIterator for EncodeUtf16 {}
    impl Clone for EncodeUtf16 {}
    impl std::fmt::Debug for EncodeUtf16 {}
    pub struct Split;
    impl Iterator for Split {
        type Item = &str;
    }
    impl DoubleEndedIterator for Split {}
    impl std::iter::FusedIterator for Split {}
    impl Clone for Split {}
    impl std::fmt::Debug for Split {}
    pub struct SplitInclusive;
    impl Iterator for SplitInclusive {
        type Item = &str;
    }
    impl DoubleEndedIterator for SplitInclusive {}
    impl std::iter::FusedIterator for SplitInclusive {}
    impl Clone for SplitInclusive {}
    impl std::fmt::Debug for SplitInclusive {}
    pub struct RSplit;
    impl Iterator for RSplit {
        type Item = &str;
    }
    impl DoubleEndedIterator for RSplit {}
    impl std::iter::FusedIterator for RSplit {}
    impl Clone for RSplit {}
    impl std::fmt::Debug for RSplit {}
    pub struct SplitTerminator;
    impl Iterator for SplitTerminator {
        type Item = &str;
    }
    impl DoubleEndedIterator for SplitTerminator {}
    impl std::iter::FusedIterator for SplitTerminator {}
    impl Clone for SplitTerminator {}
    impl std::fmt::Debug for SplitTerminator {}
    pub struct RSplitTerminator;
    impl Iterator for RSplitTerminator {
        type Item = &str;
    }
    impl DoubleEndedIterator for RSplitTerminator {}
    impl std::iter::FusedIterator for RSplitTerminator {}
    impl Clone for RSplitTerminator {}
    impl std::fmt::Debug for RSplitTerminator {}
    pub struct SplitN;
    impl Iterator for SplitN {
        type Item = &str;
    }
    impl std::iter::FusedIterator for SplitN {}
    impl Clone for SplitN {}
    impl std::fmt::Debug for SplitN {}
    pub struct RSplitN;
    impl Iterator for RSplitN {
        type Item = &str;
    }
    impl std::iter::FusedIterator for RSplitN {}
    impl Clone for RSplitN {}
    impl std::fmt::Debug for RSplitN {}
    pub struct Matches;
    impl Iterator for Matches {
        type Item = &str;
    }
    impl DoubleEndedIterator for Matches {}
    impl std::iter::FusedIterator for Matches {}
    impl Clone for Matches {}
    impl std::fmt::Debug for Matches {}
    pub struct RMatches;
    impl Iterator for RMatches {
        type Item = &str;
    }
    impl DoubleEndedIterator for RMatches {}
    impl std::iter::FusedIterator for RMatches {}
    impl Clone for RMatches {}
    impl std::fmt::Debug for RMatches {}
    pub struct MatchIndices;
    impl Iterator for MatchIndices {
        type Item = (usize, &str);
    }
    impl DoubleEndedIterator for MatchIndices {}
    impl std::iter::FusedIterator for MatchIndices {}
    impl Clone for MatchIndices {}
    impl std::fmt::Debug for MatchIndices {}
    pub struct RMatchIndices;
    impl Iterator for RMatchIndices {
        type Item = (usize, &str);
    }
    impl DoubleEndedIterator for RMatchIndices {}
    impl std::iter::FusedIterator for RMatchIndices {}
    impl Clone for RMatchIndices {}
    impl std::fmt::Debug for RMatchIndices {}
    pub struct EscapeDebug;
    impl Iterator for EscapeDebug {
        type Item = char;
    }
    impl std::iter::FusedIterator for EscapeDebug {}
    impl Clone for EscapeDebug {}
    impl std::fmt::Display for EscapeDebug {}
    impl std::fmt::Debug for EscapeDebug {}
    pub struct EscapeDefault;
    impl Iterator for EscapeDefault {
        type Item = char;
    }
    impl std::iter::FusedIterator for EscapeDefault {}
    impl Clone for EscapeDefault {}
    impl std::fmt::Display for EscapeDefault {}
    impl std::fmt::Debug for EscapeDefault {}
    pub struct EscapeUnicode;
    impl Iterator for EscapeUnicode {
        type Item = char;
    }
    impl std::iter::FusedIterator for EscapeUnicode {}
    impl Clone for EscapeUnicode {}
    impl std::fmt::Display for EscapeUnicode {}
    impl std::fmt::Debug for EscapeUnicode {}
    pub struct Utf8Chunks;
    impl Iterator for Utf8Chunks {
        type Item = Utf8Chunk;
    }
    impl std::iter::FusedIterator for Utf8Chunks {}
    impl Clone for Utf8Chunks {}
    impl std::fmt::Debug for Utf8Chunks {}
    pub struct Utf8Chunk;
    impl Utf8Chunk {
        pub fn valid(&self) -> &str {}
        pub fn invalid(&self) -> &[u8] {}
    }
    impl Clone for Utf8Chunk {}
    impl std::fmt::Debug for Utf8Chunk {}
    impl PartialEq for Utf8Chunk {}
    impl Eq for Utf8Chunk {}

    pub mod pattern {
        pub trait Pattern {}
        impl Pattern for char {}
        impl Pattern for &str {}
        impl Pattern for &&str {}
        impl Pattern for &String {}
        impl Pattern for &[char] {}
        impl Pattern for [char; 0] {}
        impl Pattern for &[char; 0] {}
        impl<F: FnMut(char) -> bool> Pattern for F {}
    }
}

pub mod char {
    impl char {
        pub const MIN: char = '\0';
        pub const MAX: char = '\u{10ffff}';
        pub const MAX_LEN_UTF8: usize = 0;
        pub const MAX_LEN_UTF16: usize = 0;
        pub const REPLACEMENT_CHARACTER: char = '\u{fffd}';
        pub const UNICODE_VERSION: (u8, u8, u8) = (0, 0, 0);
        pub fn decode_utf16<I: IntoIterator<Item = u16>>(iter: I) -> DecodeUtf16<I::IntoIter> {}
        pub fn from_u32(i: u32) -> Option<char> {}
        pub fn from_u32_unchecked(i: u32) -> char {}
        pub fn from_digit(num: u32, radix: u32) -> Option<char> {}
        pub fn is_digit(self, radix: u32) -> bool {}
        pub fn to_digit(self, radix: u32) -> Option<u32> {}
        pub fn escape_unicode(self) -> EscapeUnicode {}
        pub fn escape_debug(self) -> EscapeDebug {}
        pub fn escape_default(self) -> EscapeDefault {}
        pub fn len_utf8(self) -> usize {}
        pub fn len_utf16(self) -> usize {}
        pub fn encode_utf8(self, dst: &mut [u8]) -> &mut str {}
        pub fn encode_utf16(self, dst: &mut [u16]) -> &mut [u16] {}
        pub fn is_alphabetic(self) -> bool {}
        pub fn is_lowercase(self) -> bool {}
        pub fn is_uppercase(self) -> bool {}
        pub fn is_whitespace(self) -> bool {}
        pub fn is_alphanumeric(self) -> bool {}
        pub fn is_control(self) -> bool {}
        pub fn is_numeric(self) -> bool {}
        pub fn to_lowercase(self) -> ToLowercase {}
        pub fn to_uppercase(self) -> ToUppercase {}
        pub fn is_ascii(&self) -> bool {}
        pub fn to_ascii_uppercase(&self) -> char {}
        pub fn to_ascii_lowercase(&self) -> char {}
        pub fn eq_ignore_ascii_case(&self, other: &char) -> bool {}
        pub fn make_ascii_uppercase(&mut self) {}
        pub fn make_ascii_lowercase(&mut self) {}
        pub fn is_ascii_alphabetic(&self) -> bool {}
        pub fn is_ascii_uppercase(&self) -> bool {}
        pub fn is_ascii_lowercase(&self) -> bool {}
        pub fn is_ascii_alphanumeric(&self) -> bool {}
        pub fn is_ascii_digit(&self) -> bool {}
        pub fn is_ascii_hexdigit(&self) -> bool {}
        pub fn is_ascii_punctuation(&self) -> bool {}
        pub fn is_ascii_graphic(&self) -> bool {}
        pub fn is_ascii_whitespace(&self) -> bool {}
        pub fn is_ascii_control(&self) -> bool {}
    }
    impl Clone for char {}
    impl Copy for char {}
    impl std::fmt::Debug for char {}
    impl std::fmt::Display for char {}
    impl PartialEq for char {}
    impl Eq for char {}
    impl PartialOrd for char {}
    impl Ord for char {}
    impl Hash for char {}
    impl Default for char {}
    impl FromStr for char {
        type Err = ParseCharError;
    }

    pub const MAX: char = '\u{10ffff}';
    pub const REPLACEMENT_CHARACTER: char = '\u{fffd}';
    pub const UNICODE_VERSION: (u8, u8, u8) = (0, 0, 0);
    pub fn decode_utf16<I: IntoIterator<Item = u16>>(iter: I) -> DecodeUtf16<I::IntoIter> {}
    pub fn from_u32(i: u32) -> Option<char> {}
    pub fn from_u32_unchecked(i: u32) -> char {}
    pub fn from_digit(num: u32, radix: u32) -> Option<char> {}

    pub struct ToLowercase;
    impl Iterator for ToLowercase {
        type Item = char;
    }
    impl DoubleEndedIterator for ToLowercase {}
    impl ExactSizeIterator for ToLowercase {}
    impl std::iter::FusedIterator for ToLowercase {}
    impl Clone for ToLowercase {}
    impl std::fmt::Display for ToLowercase {}
    impl std::fmt::Debug for ToLowercase {}
    pub struct ToUppercase;
    impl Iterator for ToUppercase {
        type Item = char;
    }
    impl DoubleEndedIterator for ToUppercase {}
    impl ExactSizeIterator for ToUppercase {}
    impl std::iter::FusedIterator for ToUppercase {}
    impl Clone for ToUppercase {}
    impl std::fmt::Display for ToUppercase {}
    impl std::fmt::Debug for ToUppercase {}
    pub struct EscapeDebug;
    impl Iterator for EscapeDebug {
        type Item = char;
    }
    impl ExactSizeIterator for EscapeDebug {}
    impl std::iter::FusedIterator for EscapeDebug {}
    impl Clone for EscapeDebug {}
    impl std::fmt::Display for EscapeDebug {}
    impl std::fmt::Debug for EscapeDebug {}
    pub struct EscapeDefault;
    impl Iterator for EscapeDefault {
        type Item = char;
    }
    impl ExactSizeIterator for EscapeDefault {}
    impl std::iter::FusedIterator for EscapeDefault {}
    impl Clone for EscapeDefault {}
    impl std::fmt::Display for EscapeDefault {}
    impl std::fmt::Debug for EscapeDefault {}
    pub struct EscapeUnicode;
    impl Iterator for EscapeUnicode {
        type Item = char;
    }
    impl ExactSizeIterator for EscapeUnicode {}
    impl std::iter::FusedIterator for EscapeUnicode {}
    impl Clone for EscapeUnicode {}
    impl std::fmt::Display for EscapeUnicode {}
    impl std::fmt::Debug for EscapeUnicode {}
    pub struct DecodeUtf16<I>(I);
    impl<I> Iterator for DecodeUtf16<I> {
        type Item = Result<char, DecodeUtf16Error>;
    }
    impl<I> std::iter::FusedIterator for DecodeUtf16<I> {}
    impl<I> Clone for DecodeUtf16<I> {}
    impl<I> std::fmt::Debug for DecodeUtf16<I> {}
    pub struct DecodeUtf16Error;
    impl DecodeUtf16Error {
        pub fn unpaired_surrogate(&self) -> u16 {}
    }
    impl Clone for DecodeUtf16Error {}
    impl std::fmt::Debug for DecodeUtf16Error {}
    impl std::fmt::Display for DecodeUtf16Error {}
    impl PartialEq for DecodeUtf16Error {}
    impl Eq for DecodeUtf16Error {}
    impl std::error::Error for DecodeUtf16Error {}
    pub struct CharTryFromError;
    impl Clone for CharTryFromError {}
    impl Copy for CharTryFromError {}
    impl std::fmt::Debug for CharTryFromError {}
    impl std::fmt::Display for CharTryFromError {}
    impl PartialEq for CharTryFromError {}
    impl Eq for CharTryFromError {}
    impl std::error::Error for CharTryFromError {}
    pub struct ParseCharError;
    impl Clone for ParseCharError {}
    impl std::fmt::Debug for ParseCharError {}
    impl std::fmt::Display for ParseCharError {}
    impl PartialEq for ParseCharError {}
    impl Eq for ParseCharError {}
    impl std::error::Error for ParseCharError {}
    pub struct TryFromCharError;
    impl Clone for TryFromCharError {}
    impl Copy for TryFromCharError {}
    impl std::fmt::Debug for TryFromCharError {}
    impl std::fmt::Display for TryFromCharError {}
    impl PartialEq for TryFromCharError {}
    impl Eq for TryFromCharError {}
    impl std::error::Error for TryFromCharError {}
}

pub mod slice {
    // What `concat` and `join` make of items of a type, of which `Concat` and `Join` tell in a way that no header can.
    pub trait Joined {
        type Output;
    }
    impl Joined for str {
        type Output = String;
    }
    impl Joined for String {
        type Output = String;
    }
    impl Joined for Box<str> {
        type Output = String;
    }
    impl Joined for Cow<str> {
        type Output = String;
    }
    impl Joined for OsStr {
        type Output = OsString;
    }
    impl Joined for OsString {
        type Output = OsString;
    }
    impl<T> Joined for Vec<T> {
        type Output = Vec<T>;
    }
    impl<T> Joined for [T] {
        type Output = Vec<T>;
    }
    impl<T: Joined> Joined for &T {
        type Output = <T as Joined>::Output;
    }
    impl<T> [T] {
        pub fn len(&self) -> usize {}
        pub fn is_empty(&self) -> bool {}
        pub fn first(&self) -> Option<&T> {}
        pub fn first_mut(&mut self) -> Option<&mut T> {}
        pub fn split_first(&self) -> Option<(&T, &[T])> {}
        pub fn split_first_mut(&mut self) -> Option<(&mut T, &mut [T])> {}
        pub fn split_last(&self) -> Option<(&T, &[T])> {}
        pub fn split_last_mut(&mut self) -> Option<(&mut T, &mut [T])> {}
        pub fn last(&self) -> Option<&T> {}
        pub fn last_mut(&mut self) -> Option<&mut T> {}
        pub fn first_chunk(&self) -> Option<&[T; 0]> {}
        pub fn first_chunk_mut(&mut self) -> Option<&mut [T; 0]> {}
        pub fn split_first_chunk(&self) -> Option<(&[T; 0], &[T])> {}
        pub fn split_first_chunk_mut(&mut self) -> Option<(&mut [T; 0], &mut [T])> {}
        pub fn split_last_chunk(&self) -> Option<(&[T], &[T; 0])> {}
        pub fn split_last_chunk_mut(&mut self) -> Option<(&mut [T], &mut [T; 0])> {}
        pub fn last_chunk(&self) -> Option<&[T; 0]> {}
        pub fn last_chunk_mut(&mut self) -> Option<&mut [T; 0]> {}
        pub fn get<I: SliceIndex<[T]>>(&self, index: I) -> Option<&<I as SliceIndex<[T]>>::Output> {}
        pub fn get_mut<I: SliceIndex<[T]>>(&mut self, index: I) -> Option<&mut <I as SliceIndex<[T]>>::Output> {}
        pub fn get_unchecked<I>(&self, index: I) -> &T {}
        pub fn get_unchecked_mut<I>(&mut self, index: I) -> &mut T {}
        pub fn get_disjoint_mut<I>(&mut self, indices: [I; 0]) -> Result<[&mut T; 0], GetDisjointMutError> {}
        pub fn get_disjoint_unchecked_mut<I>(&mut self, indices: [I; 0]) -> [&mut T; 0] {}
        pub fn as_ptr(&self) -> *const T {}
        pub fn as_mut_ptr(&mut self) -> *mut T {}
        pub fn as_ptr_range(&self) -> std::ops::Range<*const T> {}
        pub fn as_mut_ptr_range(&mut self) -> std::ops::Range<*mut T> {}
        pub fn as_array(&self) -> Option<&[T; 0]> {}
        pub fn as_mut_array(&mut self) -> Option<&mut [T; 0]> {}
        pub fn swap(&mut self, a: usize, b: usize) {}
        pub fn reverse(&mut self) {}
        pub fn iter(&self) -> Iter<T> {}
        pub fn iter_mut(&mut self) -> IterMut<T> {}
        pub fn windows(&self, size: usize) -> Windows<T> {}
        pub fn array_windows(&self) -> ArrayWindows<T> {}
        pub fn chunks(&self, chunk_size: usize) -> Chunks<T> {}
        pub fn chunks_mut(&mut self, chunk_size: usize) -> ChunksMut<T> {}
        pub fn chunks_exact(&self, chunk_size: usize) -> ChunksExact<T> {}
        pub fn chunks_exact_mut(&mut self, chunk_size: usize) -> ChunksExactMut<T> {}
        pub fn rchunks(&self, chunk_size: usize) -> RChunks<T> {}
        pub fn rchunks_mut(&mut self, chunk_size: usize) -> RChunksMut<T> {}
        pub fn rchunks_exact(&self, chunk_size: usize) -> RChunksExact<T> {}
        pub fn rchunks_exact_mut(&mut self, chunk_size: usize) -> RChunksExactMut<T> {}
        pub fn as_chunks(&self) -> (&[[T; 0]], &[T]) {}
        pub fn as_chunks_mut(&mut self) -> (&mut [[T; 0]], &mut [T]) {}
        pub fn as_chunks_unchecked(&self) -> &[[T; 0]] {}
        pub fn as_chunks_unchecked_mut(&mut self) -> &mut [[T; 0]] {}
        pub fn as_rchunks(&self) -> (&[T], &[[T; 0]]) {}
        pub fn as_rchunks_mut(&mut self) -> (&mut [T], &mut [[T; 0]]) {}
        pub fn chunk_by<F: FnMut(&T, &T) -> bool>(&self, pred: F) -> ChunkBy<T> {}
        pub fn chunk_by_mut<F: FnMut(&T, &T) -> bool>(&mut self, pred: F) -> ChunkByMut<T> {}
        pub fn split_at(&self, mid: usize) -> (&[T], &[T]) {}
        pub fn split_at_mut(&mut self, mid: usize) -> (&mut [T], &mut [T]) {}
        pub fn split_at_unchecked(&self, mid: usize) -> (&[T], &[T]) {}
        pub fn split_at_mut_unchecked(&mut self, mid: usize) -> (&mut [T], &mut [T]) {}
        pub fn split_at_checked(&self, mid: usize) -> Option<(&[T], &[T])> {}
        pub fn split_at_mut_checked(&mut self, mid: usize) -> Option<(&mut [T], &mut [T])> {}
        pub fn split<F: FnMut(&T) -> bool>(&self, pred: F) -> Split<T> {}
        pub fn split_mut<F: FnMut(&T) -> bool>(&mut self, pred: F) -> SplitMut<T> {}
        pub fn split_inclusive<F: FnMut(&T) -> bool>(&self, pred: F) -> SplitInclusive<T> {}
        pub fn split_inclusive_mut<F: FnMut(&T) -> bool>(&mut self, pred: F) -> SplitInclusiveMut<T> {}
        pub fn rsplit<F: FnMut(&T) -> bool>(&self, pred: F) -> RSplit<T> {}
        pub fn rsplit_mut<F: FnMut(&T) -> bool>(&mut self, pred: F) -> RSplitMut<T> {}
        pub fn splitn<F: FnMut(&T) -> bool>(&self, n: usize, pred: F) -> SplitN<T> {}
        pub fn splitn_mut<F: FnMut(&T) -> bool>(&mut self, n: usize, pred: F) -> SplitNMut<T> {}
        pub fn rsplitn<F: FnMut(&T) -> bool>(&self, n: usize, pred: F) -> RSplitN<T> {}
        pub fn rsplitn_mut<F: FnMut(&T) -> bool>(&mut self, n: usize, pred: F) -> RSplitNMut<T> {}
        pub fn contains(&self, x: &T) -> bool {}
        pub fn starts_with(&self, needle: &[T]) -> bool {}
        pub fn ends_with(&self, needle: &[T]) -> bool {}
        pub fn strip_prefix(&self, prefix: &[T]) -> Option<&[T]> {}
        pub fn strip_suffix(&self, suffix: &[T]) -> Option<&[T]> {}
        pub fn binary_search(&self, x: &T) -> Result<usize, usize> {}
        pub fn binary_search_by<F: FnMut(&T) -> Ordering>(&self, f: F) -> Result<usize, usize> {}
        pub fn binary_search_by_key<B, F: FnMut(&T) -> B>(&self, b: &B, f: F) -> Result<usize, usize> {}
        pub fn sort_unstable(&mut self) {}
        pub fn sort_unstable_by<F: FnMut(&T, &T) -> Ordering>(&mut self, compare: F) {}
        pub fn sort_unstable_by_key<K, F: FnMut(&T) -> K>(&mut self, f: F) {}
        pub fn select_nth_unstable(&mut self, index: usize) -> (&mut [T], &mut T, &mut [T]) {}
        pub fn select_nth_unstable_by<F: FnMut(&T, &T) -> Ordering>(
            &mut self,
            index: usize,
            compare: F,
        ) -> (&mut [T], &mut T, &mut [T]) {
        }
        pub fn select_nth_unstable_by_key<K, F: FnMut(&T) -> K>(
            &mut self,
            index: usize,
            f: F,
        ) -> (&mut [T], &mut T, &mut [T]) {
        }
        pub fn rotate_left(&mut self, mid: usize) {}
        pub fn rotate_right(&mut self, k: usize) {}
        pub fn fill(&mut self, value: T) {}
        pub fn fill_with<F: FnMut() -> T>(&mut self, f: F) {}
        pub fn clone_from_slice(&mut self, src: &[T]) {}
        pub fn copy_from_slice(&mut self, src: &[T]) {}
        pub fn copy_within<R: std::ops::RangeBounds<usize>>(&mut self, src: R, dest: usize) {}
        pub fn swap_with_slice(&mut self, other: &mut [T]) {}
        pub fn align_to<U>(&self) -> (&[T], &[U], &[T]) {}
        pub fn align_to_mut<U>(&mut self) -> (&mut [T], &mut [U], &mut [T]) {}
        pub fn is_sorted(&self) -> bool {}
        pub fn is_sorted_by<F: FnMut(&T, &T) -> bool>(&self, compare: F) -> bool {}
        pub fn is_sorted_by_key<F: FnMut(&T) -> K, K>(&self, f: F) -> bool {}
        pub fn partition_point<P: FnMut(&T) -> bool>(&self, pred: P) -> usize {}
        pub fn split_off<R>(self: &mut &Self, range: R) -> Option<&[T]> {}
        pub fn split_off_mut<R>(self: &mut &mut Self, range: R) -> Option<&mut [T]> {}
        pub fn split_off_first(self: &mut &Self) -> Option<&T> {}
        pub fn split_off_first_mut(self: &mut &mut Self) -> Option<&mut T> {}
        pub fn split_off_last(self: &mut &Self) -> Option<&T> {}
        pub fn split_off_last_mut(self: &mut &mut Self) -> Option<&mut T> {}
        pub fn element_offset(&self, element: &T) -> Option<usize> {}
        pub fn sort(&mut self) {}
        pub fn sort_by<F: FnMut(&T, &T) -> Ordering>(&mut self, compare: F) {}
        pub fn sort_by_key<K, F: FnMut(&T) -> K>(&mut self, f: F) {}
        pub fn sort_by_cached_key<K, F: FnMut(&T) -> K>(&mut self, f: F) {}
        pub fn to_vec(&self) -> Vec<T> {}
        pub fn into_vec(self: Box<Self>) -> Vec<T> {}
        pub fn repeat(&self, n: usize) -> Vec<T> {}
        pub fn concat(&self) -> <T as Joined>::Output {}
        pub fn join<S>(&self, sep: S) -> <T as Joined>::Output {}
        #[deprecated(since = "1.3.0", note = "renamed to join")]
        pub fn connect<S>(&self, sep: S) -> String {}
    }
    impl<T> [[T; 0]] {
        pub fn as_flattened(&self) -> &[T] {}
        pub fn as_flattened_mut(&mut self) -> &mut [T] {}
    }
    impl [u8] {
        pub fn is_ascii(&self) -> bool {}
        pub fn eq_ignore_ascii_case(&self, other: &[u8]) -> bool {}
        pub fn make_ascii_uppercase(&mut self) {}
        pub fn make_ascii_lowercase(&mut self) {}
        pub fn escape_ascii(&self) -> EscapeAscii {}
        pub fn trim_ascii_start(&self) -> &[u8] {}
        pub fn trim_ascii_end(&self) -> &[u8] {}
        pub fn trim_ascii(&self) -> &[u8] {}
        pub fn utf8_chunks(&self) -> std::str::Utf8Chunks {}
        pub fn to_ascii_uppercase(&self) -> Vec<u8> {}
        pub fn to_ascii_lowercase(&self) -> Vec<u8> {}
    }
    impl<T> [MaybeUninit<T>] {
        pub fn write_copy_of_slice(&mut self, src: &[T]) -> &mut [T] {}
        pub fn write_clone_of_slice(&mut self, src: &[T]) -> &mut [T] {}
        pub fn assume_init_drop(&mut self) {}
        pub fn assume_init_ref(&self) -> &[T] {}
        pub fn assume_init_mut(&mut self) -> &mut [T] {}
    }
    impl<T: std::fmt::Debug> std::fmt::Debug for [T] {}
    impl<T: Eq> Eq for [T] {}
    impl<T: PartialOrd> PartialOrd for [T] {}
    impl<T: Ord> Ord for [T] {}
    impl<T: Hash> Hash for [T] {}
    impl<T: PartialEq<U>, U> PartialEq<[U]> for [T] {}
    impl<T: PartialEq<U>, U> PartialEq<[U; 0]> for [T] {}
    impl<T: PartialEq<U>, U> PartialEq<Vec<U>> for [T] {}
    impl<T: PartialEq<U>, U> PartialEq<[U; 0]> for &[T] {}
    impl<T: PartialEq<U>, U> PartialEq<[U; 0]> for &mut [T] {}
    impl<T> Default for &[T] {}
    impl<T> Default for &mut [T] {}
    impl<T> AsRef<[T]> for [T] {}
    impl<T> AsMut<[T]> for [T] {}
    impl<T> std::ops::Index<usize> for [T] {
        type Output = T;
    }
    impl<T> std::ops::IndexMut<usize> for [T] {}
    impl<T> std::ops::Index<std::ops::Range<usize>> for [T] {
        type Output = [T];
    }
    impl<T> std::ops::IndexMut<std::ops::Range<usize>> for [T] {}
    impl<T> std::ops::Index<std::ops::RangeInclusive<usize>> for [T] {
        type Output = [T];
    }
    impl<T> std::ops::IndexMut<std::ops::RangeInclusive<usize>> for [T] {}
    impl<T> std::ops::Index<std::ops::RangeFrom<usize>> for [T] {
        type Output = [T];
    }
    impl<T> std::ops::IndexMut<std::ops::RangeFrom<usize>> for [T] {}
    impl<T> std::ops::Index<std::ops::RangeTo<usize>> for [T] {
        type Output = [T];
    }
    impl<T> std::ops::IndexMut<std::ops::RangeTo<usize>> for [T] {}
    impl<T> std::ops::Index<std::ops::RangeToInclusive<usize>> for [T] {
        type Output = [T];
    }
    impl<T> std::ops::IndexMut<std::ops::RangeToInclusive<usize>> for [T] {}
    impl<T> std::ops::Index<std::ops::RangeFull> for [T] {
        type Output = [T];
    }
    impl<T> std::ops::IndexMut<std::ops::RangeFull> for [T] {}
    impl<T> std::ops::Index<(std::ops::Bound<usize>, std::ops::Bound<usize>)> for [T] {
        type Output = [T];
    }
    impl<T: Clone> ToOwned for [T] {
        type Owned = Vec<T>;
    }
    impl<T> IntoIterator for &[T] {
        type Item = &T;
        type IntoIter = Iter<T>;
    }
    impl<T> IntoIterator for &mut [T] {
        type Item = &mut T;
        type IntoIter = IterMut<T>;
    }

    pub trait SliceIndex<T> {
        type Output;
    }
    impl<T> SliceIndex<[T]> for usize {
        type Output = T;
    }
    impl<T> SliceIndex<[T]> for std::ops::Range<usize> {
        type Output = [T];
    }
    impl<T> SliceIndex<[T]> for std::ops::RangeInclusive<usize> {
        type Output = [T];
    }
    impl<T> SliceIndex<[T]> for std::ops::RangeFrom<usize> {
        type Output = [T];
    }
    impl<T> SliceIndex<[T]> for std::ops::RangeTo<usize> {
        type Output = [T];
    }
    impl<T> SliceIndex<[T]> for std::ops::RangeToInclusive<usize> {
        type Output = [T];
    }
    impl<T> SliceIndex<[T]> for std::ops::RangeFull {
        type Output = [T];
    }
    impl<T> SliceIndex<[T]> for (std::ops::Bound<usize>, std::ops::Bound<usize>) {
        type Output = [T];
    }
    impl SliceIndex<str> for std::ops::Range<usize> {
        type Output = str;
    }
    impl SliceIndex<str> for std::ops::RangeInclusive<usize> {
        type Output = str;
    }
    impl SliceIndex<str> for std::ops::RangeFrom<usize> {
        type Output = str;
    }
    impl SliceIndex<str> for std::ops::RangeTo<usize> {
        type Output = str;
    }
    impl SliceIndex<str> for std::ops::RangeToInclusive<usize> {
        type Output = str;
    }
    impl SliceIndex<str> for std::ops::RangeFull {
        type Output = str;
    }
    impl SliceIndex<str> for (std::ops::Bound<usize>, std::ops::Bound<usize>) {
        type Output = str;
    }

    pub fn from_ref<T>(s: &T) -> &[T] {}
    pub fn from_mut<T>(s: &mut T) -> &mut [T] {}
    pub fn from_raw_parts<T>(data: *const T, len: usize) -> &[T] {}
    pub fn from_raw_parts_mut<T>(data: *mut T, len: usize) -> &mut [T] {}

    pub enum GetDisjointMutError {
        IndexOutOfBounds,
        OverlappingIndices,
    }
    impl Clone for GetDisjointMutError {}
    impl std::fmt::Debug for GetDisjointMutError {}
    impl std::fmt::Display for GetDisjointMutError {}
    impl PartialEq for GetDisjointMutError {}
    impl Eq for GetDisjointMutError {}
    impl std::error::Error for GetDisjointMutError {}

    pub struct Iter<T>(T);
    impl<T> Iterator for Iter<T> {
        type Item = &T;
    }
    impl<T> DoubleEndedIterator for Iter<T> {}
    impl<T> ExactSizeIterator for Iter<T> {}
    impl<T> std::iter::FusedIterator for Iter<T> {}
    impl<T> Clone for Iter<T> {}
    impl<T> Default for Iter<T> {}
    impl<T> std::fmt::Debug for Iter<T> {}
    impl<T> Iter<T> {
        pub fn as_slice(&self) -> &[T] {}
    }
    impl<T> AsRef<[T]> for Iter<T> {}
    pub struct IterMut<T>(T);
    impl<T> Iterator for IterMut<T> {
        type Item = &mut T;
    }
    impl<T> DoubleEndedIterator for IterMut<T> {}
    impl<T> ExactSizeIterator for IterMut<T> {}
    impl<T> std::iter::FusedIterator for IterMut<T> {}
    impl<T> Default for IterMut<T> {}
    impl<T> std::fmt::Debug for IterMut<T> {}
    impl<T> IterMut<T> {
        pub fn into_slice(self) -> &mut [T] {}
        pub fn as_slice(&self) -> &[T] {}
    }
    impl<T> AsRef<[T]> for IterMut<T> {}
    pub struct Windows<T>(T);
    impl<T> Iterator for Windows<T> {
        type Item = &[T];
    }
    impl<T> DoubleEndedIterator for Windows<T> {}
    impl<T> ExactSizeIterator for Windows<T> {}
    impl<T> std::iter::FusedIterator for Windows<T> {}
    impl<T> Clone for Windows<T> {}
    impl<T> std::fmt::Debug for Windows<T> {}
    pub struct ArrayWindows<T>(T);
    impl<T> Iterator for ArrayWindows<T> {
        type Item = &[T; 0];
    }
    impl<T> DoubleEndedIterator for ArrayWindows<T> {}
    impl<T> ExactSizeIterator for ArrayWindows<T> {}
    impl<T> std::iter::FusedIterator for ArrayWindows<T> {}
    impl<T> Clone for ArrayWindows<T> {}
    impl<T> std::fmt::Debug for ArrayWindows<T> {}
    pub struct Chunks<T>(T);
    impl<T> Iterator for Chunks<T> {
        type Item = &[T];
    }
    impl<T> DoubleEndedIterator for Chunks<T> {}
    impl<T> ExactSizeIterator for Chunks<T> {}
    impl<T> std::iter::FusedIterator for Chunks<T> {}
    impl<T> Clone for Chunks<T> {}
    impl<T> std::fmt::Debug for Chunks<T> {}
    pub struct ChunksMut<T>(T);
    impl<T> Iterator for ChunksMut<T> {
        type Item = &mut [T];
    }
    impl<T> DoubleEndedIterator for ChunksMut<T> {}
    impl<T> ExactSizeIterator for ChunksMut<T> {}
    impl<T> std::iter::FusedIterator for ChunksMut<T> {}
    impl<T> std::fmt::Debug for ChunksMut<T> {}
    pub struct ChunksExact<T>(T);
    impl<T> Iterator for ChunksExact<T> {
        type Item = &[T];
    }
    impl<T> DoubleEndedIterator for ChunksExact<T> {}
    impl<T> ExactSizeIterator for ChunksExact<T> {}
    impl<T> std::iter::FusedIterator for ChunksExact<T> {}
    impl<T> Clone for ChunksExact<T> {}
    impl<T> std::fmt::Debug for ChunksExact<T> {}
    impl<T> ChunksExact<T> {
        pub fn remainder(&self) -> &[T] {}
    }
    pub struct ChunksExactMut<T>(T);
    impl<T> Iterator for ChunksExactMut<T> {
        type Item = &mut [T];
    }
    impl<T> DoubleEndedIterator for ChunksExactMut<T> {}
    impl<T> ExactSizeIterator for ChunksExactMut<T> {}
    impl<T> std::iter::FusedIterator for ChunksExactMut<T> {}
    impl<T> std::fmt::Debug for ChunksExactMut<T> {}
    impl<T> ChunksExactMut<T> {
        pub fn into_remainder(self) -> &mut [T] {}
    }
    pub struct RChunks<T>(T);
    impl<T> Iterator for RChunks<T> {
        type Item = &[T];
    }
    impl<T> DoubleEndedIterator for RChunks<T> {}
    impl<T> ExactSizeIterator for RChunks<T> {}
    impl<T> std::iter::FusedIterator for RChunks<T> {}
    impl<T> Clone for RChunks<T> {}
    impl<T> std::fmt::Debug for RChunks<T> {}
    pub struct RChunksMut<T>(T);
    impl<T> Iterator for RChunksMut<T> {
        type Item = &mut [T];
    }
    impl<T> DoubleEndedIterator for RChunksMut<T> {}
    impl<T> ExactSizeIterator for RChunksMut<T> {}
    impl<T> std::iter::FusedIterator for RChunksMut<T> {}
    impl<T> std::fmt::Debug for RChunksMut<T> {}
    pub struct RChunksExact<T>(T);
    impl<T> Iterator for RChunksExact<T> {
        type Item = &[T];
    }
    impl<T> DoubleEndedIterator for RChunksExact<T> {}
    impl<T> ExactSizeIterator for RChunksExact<T> {}
    impl<T> std::iter::FusedIterator for RChunksExact<T> {}
    impl<T> Clone for RChunksExact<T> {}
    impl<T> std::fmt::Debug for RChunksExact<T> {}
    impl<T> RChunksExact<T> {
        pub fn remainder(&self) -> &[T] {}
    }
    pub struct RChunksExactMut<T>(T);
    impl<T> Iterator for RChunksExactMut<T> {
        type Item = &mut [T];
    }
    impl<T> DoubleEndedIterator for RChunksExactMut<T> {}
    impl<T> ExactSizeIterator for RChunksExactMut<T> {}
    impl<T> std::iter::FusedIterator for RChunksExactMut<T> {}
    impl<T> std::fmt::Debug for RChunksExactMut<T> {}
    impl<T> RChunksExactMut<T> {
        pub fn into_remainder(self) -> &mut [T] {}
    }
    pub struct ChunkBy<T>(T);
    impl<T> Iterator for ChunkBy<T> {
        type Item = &[T];
    }
    impl<T> DoubleEndedIterator for ChunkBy<T> {}
    impl<T> std::iter::FusedIterator for ChunkBy<T> {}
    impl<T> Clone for ChunkBy<T> {}
    impl<T> std::fmt::Debug for ChunkBy<T> {}
    pub struct ChunkByMut<T>(T);
    impl<T> Iterator for ChunkByMut<T> {
        type Item = &mut [T];
    }
    impl<T> DoubleEndedIterator for ChunkByMut<T> {}
    impl<T> std::iter::FusedIterator for ChunkByMut<T> {}
    impl<T> std::fmt::Debug for ChunkByMut<T> {}
    pub struct Split<T>(T);
    impl<T> Iterator for Split<T> {
        type Item = &[T];
    }
    impl<T> DoubleEndedIterator for Split<T> {}
    impl<T> std::iter::FusedIterator for Split<T> {}
    impl<T> Clone for Split<T> {}
    impl<T> std::fmt::Debug for Split<T> {}
    pub struct SplitMut<T>(T);
    impl<T> Iterator for SplitMut<T> {
        type Item = &mut [T];
    }
    impl<T> DoubleEndedIterator for SplitMut<T> {}
    impl<T> std::iter::FusedIterator for SplitMut<T> {}
    impl<T> std::fmt::Debug for SplitMut<T> {}
    pub struct SplitInclusive<T>(T);
    impl<T> Iterator for SplitInclusive<T> {
        type Item = &[T];
    }
    impl<T> DoubleEndedIterator for SplitInclusive<T> {}
    impl<T> std::iter::FusedIterator for SplitInclusive<T> {}
    impl<T> Clone for SplitInclusive<T> {}
    impl<T> std::fmt::Debug for SplitInclusive<T> {}
    pub struct SplitInclusiveMut<T>(T);
    impl<T> Iterator for SplitInclusiveMut<T> {
        type Item = &mut [T];
    }
    impl<T> DoubleEndedIterator for SplitInclusiveMut<T> {}
    impl<T> std::iter::FusedIterator for SplitInclusiveMut<T> {}
    impl<T> std::fmt::Debug for SplitInclusiveMut<T> {}
    pub struct RSplit<T>(T);
    impl<T> Iterator for RSplit<T> {
        type Item = &[T];
    }
    impl<T> DoubleEndedIterator for RSplit<T> {}
    impl<T> std::iter::FusedIterator for RSplit<T> {}
    impl<T> Clone for RSplit<T> {}
    impl<T> std::fmt::Debug for RSplit<T> {}
    pub struct RSplitMut<T>(T);
    impl<T> Iterator for RSplitMut<T> {
        type Item = &mut [T];
    }
    impl<T> DoubleEndedIterator for RSplitMut<T> {}
    impl<T> std::iter::FusedIterator for RSplitMut<T> {}
    impl<T> std::fmt::Debug for RSplitMut<T> {}
    pub struct SplitN<T>(T);
    impl<T> Iterator for SplitN<T> {
        type Item = &[T];
    }
    impl<T> std::iter::FusedIterator for SplitN<T> {}
    impl<T> Clone for SplitN<T> {}
    impl<T> std::fmt::Debug for SplitN<T> {}
    pub struct SplitNMut<T>(T);
    impl<T> Iterator for SplitNMut<T> {
        type Item = &mut [T];
    }
    impl<T> std::iter::FusedIterator for SplitNMut<T> {}
    impl<T> std::fmt::Debug for SplitNMut<T> {}
    pub struct RSplitN<T>(T);
    impl<T> Iterator for RSplitN<T> {
        type Item = &[T];
    }
    impl<T> std::iter::FusedIterator for RSplitN<T> {}
    impl<T> Clone for RSplitN<T> {}
    impl<T> std::fmt::Debug for RSplitN<T> {}
    pub struct RSplitNMut<T>(T);
    impl<T> Iterator for RSplitNMut<T> {
        type Item = &mut [T];
    }
    impl<T> std::iter::FusedIterator for RSplitNMut<T> {}
    impl<T> std::fmt::Debug for RSplitNMut<T> {}
    pub struct EscapeAscii;
    impl Iterator for EscapeAscii {
        type Item = u8;
    }
    impl DoubleEndedIterator for EscapeAscii {}
    impl std::iter::FusedIterator for EscapeAscii {}
    impl Clone for EscapeAscii {}
    impl std::fmt::Display for EscapeAscii {}
    impl std::fmt::Debug for EscapeAscii {}
}

pub mod array {
    impl<T> [T; 0] {
        pub fn map<F: FnMut(T) -> U, U>(self, f: F) -> [U; 0] {}
        pub fn as_slice(&self) -> &[T] {}
        pub fn as_mut_slice(&mut self) -> &mut [T] {}
        pub fn each_ref(&self) -> [&T; 0] {}
        pub fn each_mut(&mut self) -> [&mut T; 0] {}
    }
    impl<T: Clone> Clone for [T; 0] {}
    impl<T: Copy> Copy for [T; 0] {}
    impl<T: std::fmt::Debug> std::fmt::Debug for [T; 0] {}
    impl<T: Eq> Eq for [T; 0] {}
    impl<T: PartialOrd> PartialOrd for [T; 0] {}
    impl<T: Ord> Ord for [T; 0] {}
    impl<T: Hash> Hash for [T; 0] {}
    impl<T: Default> Default for [T; 0] {}
    impl<T: PartialEq<U>, U> PartialEq<[U; 0]> for [T; 0] {}
    impl<T: PartialEq<U>, U> PartialEq<[U]> for [T; 0] {}
    impl<T: PartialEq<U>, U> PartialEq<&[U]> for [T; 0] {}
    impl<T: PartialEq<U>, U> PartialEq<&mut [U]> for [T; 0] {}
    impl<T> AsRef<[T]> for [T; 0] {}
    impl<T> AsMut<[T]> for [T; 0] {}
    impl<T> Borrow<[T]> for [T; 0] {}
    impl<T> BorrowMut<[T]> for [T; 0] {}
    impl<T> std::ops::Index<usize> for [T; 0] {
        type Output = T;
    }
    impl<T> std::ops::IndexMut<usize> for [T; 0] {}
    impl<T> std::ops::Index<std::ops::Range<usize>> for [T; 0] {
        type Output = [T];
    }
    impl<T> std::ops::IndexMut<std::ops::Range<usize>> for [T; 0] {}
    impl<T> std::ops::Index<std::ops::RangeInclusive<usize>> for [T; 0] {
        type Output = [T];
    }
    impl<T> std::ops::IndexMut<std::ops::RangeInclusive<usize>> for [T; 0] {}
    impl<T> std::ops::Index<std::ops::RangeFrom<usize>> for [T; 0] {
        type Output = [T];
    }
    impl<T> std::ops::IndexMut<std::ops::RangeFrom<usize>> for [T; 0] {}
    impl<T> std::ops::Index<std::ops::RangeTo<usize>> for [T; 0] {
        type Output = [T];
    }
    impl<T> std::ops::IndexMut<std::ops::RangeTo<usize>> for [T; 0] {}
    impl<T> std::ops::Index<std::ops::RangeToInclusive<usize>> for [T; 0] {
        type Output = [T];
    }
    impl<T> std::ops::IndexMut<std::ops::RangeToInclusive<usize>> for [T; 0] {}
    impl<T> std::ops::Index<std::ops::RangeFull> for [T; 0] {
        type Output = [T];
    }
    impl<T> std::ops::IndexMut<std::ops::RangeFull> for [T; 0] {}
    impl<T> IntoIterator for [T; 0] {
        type Item = T;
        type IntoIter = IntoIter<T>;
    }
    impl<T> IntoIterator for &[T; 0] {
        type Item = &T;
        type IntoIter = std::slice::Iter<T>;
    }
    impl<T> IntoIterator for &mut [T; 0] {
        type Item = &mut T;
        type IntoIter = std::slice::IterMut<T>;
    }
    impl<T: Copy> TryFrom<&[T]> for [T; 0] {
        type Error = TryFromSliceError;
    }
    impl<T: Copy> TryFrom<&mut [T]> for [T; 0] {
        type Error = TryFromSliceError;
    }
    impl<T> TryFrom<&[T]> for &[T; 0] {
        type Error = TryFromSliceError;
    }
    impl<T> TryFrom<&mut [T]> for &mut [T; 0] {
        type Error = TryFromSliceError;
    }
    impl<T> TryFrom<Vec<T>> for [T; 0] {
        type Error = Vec<T>;
    }

    pub fn from_fn<T, F: FnMut(usize) -> T>(f: F) -> [T; 0] {}
    pub fn from_ref<T>(s: &T) -> &[T; 0] {}
    pub fn from_mut<T>(s: &mut T) -> &mut [T; 0] {}
    pub fn repeat<T: Clone>(val: T) -> [T; 0] {}

    pub struct TryFromSliceError;
    impl Clone for TryFromSliceError {}
    impl Copy for TryFromSliceError {}
    impl std::fmt::Debug for TryFromSliceError {}
    impl std::fmt::Display for TryFromSliceError {}
    impl std::error::Error for TryFromSliceError {}
    impl From<std::convert::Infallible> for TryFromSliceError {}
    pub struct IntoIter<T>(T);
    impl<T> Iterator for IntoIter<T> {
        type Item = T;
    }
    impl<T> DoubleEndedIterator for IntoIter<T> {}
    impl<T> ExactSizeIterator for IntoIter<T> {}
    impl<T> std::iter::FusedIterator for IntoIter<T> {}
    impl<T> Clone for IntoIter<T> {}
    impl<T> Default for IntoIter<T> {}
    impl<T> std::fmt::Debug for IntoIter<T> {}
    impl<T> IntoIter<T> {
        pub fn new(array: [T; 0]) -> IntoIter<T> {}
        pub fn as_slice(&self) -> &[T] {}
        pub fn as_mut_slice(&mut self) -> &mut [T] {}
    }
}

pub mod vec {
    pub struct Vec<T>(T);
    impl<T> Vec<T> {
        pub fn new() -> Vec<T> {}
        pub fn with_capacity(capacity: usize) -> Vec<T> {}
        pub fn from_raw_parts(ptr: *mut T, length: usize, capacity: usize) -> Vec<T> {}
        pub fn into_raw_parts(self) -> (*mut T, usize, usize) {}
        pub fn capacity(&self) -> usize {}
        pub fn reserve(&mut self, additional: usize) {}
        pub fn reserve_exact(&mut self, additional: usize) {}
        pub fn try_reserve(&mut self, additional: usize) -> Result<(), TryReserveError> {}
        pub fn try_reserve_exact(&mut self, additional: usize) -> Result<(), TryReserveError> {}
        pub fn shrink_to_fit(&mut self) {}
        pub fn shrink_to(&mut self, min_capacity: usize) {}
        pub fn into_boxed_slice(self) -> Box<[T]> {}
        pub fn truncate(&mut self, len: usize) {}
        pub fn as_slice(&self) -> &[T] {}
        pub fn as_mut_slice(&mut self) -> &mut [T] {}
        pub fn as_ptr(&self) -> *const T {}
        pub fn as_mut_ptr(&mut self) -> *mut T {}
        pub fn set_len(&mut self, new_len: usize) {}
        pub fn swap_remove(&mut self, index: usize) -> T {}
        pub fn insert(&mut self, index: usize, element: T) {}
        pub fn insert_mut(&mut self, index: usize, element: T) -> &mut T {}
        pub fn remove(&mut self, index: usize) -> T {}
        pub fn retain<F: FnMut(&T) -> bool>(&mut self, f: F) {}
        pub fn retain_mut<F: FnMut(&mut T) -> bool>(&mut self, f: F) {}
        pub fn dedup_by_key<F: FnMut(&mut T) -> K, K>(&mut self, key: F) {}
        pub fn dedup_by<F: FnMut(&mut T, &mut T) -> bool>(&mut self, same_bucket: F) {}
        pub fn dedup(&mut self) {}
        pub fn push(&mut self, value: T) {}
        pub fn push_mut(&mut self, value: T) -> &mut T {}
        pub fn pop(&mut self) -> Option<T> {}
        pub fn pop_if(&mut self, predicate: impl FnOnce(&mut T) -> bool) -> Option<T> {}
        pub fn append(&mut self, other: &mut Vec<T>) {}
        pub fn drain<R: std::ops::RangeBounds<usize>>(&mut self, range: R) -> Drain<T> {}
        pub fn clear(&mut self) {}
        pub fn len(&self) -> usize {}
        pub fn is_empty(&self) -> bool {}
        pub fn split_off(&mut self, at: usize) -> Vec<T> {}
        pub fn resize_with<F: FnMut() -> T>(&mut self, new_len: usize, f: F) {}
        pub fn leak(self) -> &mut [T] {}
        pub fn spare_capacity_mut(&mut self) -> &mut [MaybeUninit<T>] {}
        pub fn resize(&mut self, new_len: usize, value: T) {}
        pub fn extend_from_slice(&mut self, other: &[T]) {}
        pub fn extend_from_within<R: std::ops::RangeBounds<usize>>(&mut self, src: R) {}
        pub fn splice<R: std::ops::RangeBounds<usize>, I: IntoIterator<Item = T>>(
            &mut self,
            range: R,
            replace_with: I,
        ) -> Splice<I::IntoIter> {
        }
        pub fn extract_if<F: FnMut(&mut T) -> bool, R: std::ops::RangeBounds<usize>>(
            &mut self,
            range: R,
            filter: F,
        ) -> ExtractIf<T> {
        }
    }
    impl<T> Vec<[T; 0]> {
        pub fn into_flattened(self) -> Vec<T> {}
    }
    impl<T: Clone> Clone for Vec<T> {}
    impl<T: std::fmt::Debug> std::fmt::Debug for Vec<T> {}
    impl<T: Eq> Eq for Vec<T> {}
    impl<T: PartialOrd> PartialOrd for Vec<T> {}
    impl<T: Ord> Ord for Vec<T> {}
    impl<T: Hash> Hash for Vec<T> {}
    impl<T> Default for Vec<T> {}
    impl<T> Drop for Vec<T> {}
    impl<T: PartialEq<U>, U> PartialEq<Vec<U>> for Vec<T> {}
    impl<T: PartialEq<U>, U> PartialEq<[U]> for Vec<T> {}
    impl<T: PartialEq<U>, U> PartialEq<&[U]> for Vec<T> {}
    impl<T: PartialEq<U>, U> PartialEq<&mut [U]> for Vec<T> {}
    impl<T: PartialEq<U>, U> PartialEq<[U; 0]> for Vec<T> {}
    impl<T: PartialEq<U>, U> PartialEq<&[U; 0]> for Vec<T> {}
    impl<T: PartialEq<U>, U> PartialEq<Vec<U>> for &[T] {}
    impl<T: PartialEq<U>, U> PartialEq<Vec<U>> for &mut [T] {}
    impl<T> std::ops::Deref for Vec<T> {
        type Target = [T];
    }
    impl<T> std::ops::DerefMut for Vec<T> {}
    impl<T> std::ops::Index<usize> for Vec<T> {
        type Output = T;
    }
    impl<T> std::ops::IndexMut<usize> for Vec<T> {}
    impl<T> std::ops::Index<std::ops::Range<usize>> for Vec<T> {
        type Output = [T];
    }
    impl<T> std::ops::IndexMut<std::ops::Range<usize>> for Vec<T> {}
    impl<T> std::ops::Index<std::ops::RangeInclusive<usize>> for Vec<T> {
        type Output = [T];
    }
    impl<T> std::ops::IndexMut<std::ops::RangeInclusive<usize>> for Vec<T> {}
    impl<T> std::ops::Index<std::ops::RangeFrom<usize>> for Vec<T> {
        type Output = [T];
    }
    impl<T> std::ops::IndexMut<std::ops::RangeFrom<usize>> for Vec<T> {}
    impl<T> std::ops::Index<std::ops::RangeTo<usize>> for Vec<T> {
        type Output = [T];
    }
    impl<T> std::ops::IndexMut<std::ops::RangeTo<usize>> for Vec<T> {}
    impl<T> std::ops::Index<std::ops::RangeToInclusive<usize>> for Vec<T> {
        type Output = [T];
    }
    impl<T> std::ops::IndexMut<std::ops::RangeToInclusive<usize>> for Vec<T> {}
    impl<T> std::ops::Index<std::ops::RangeFull> for Vec<T> {
        type Output = [T];
    }
    impl<T> std::ops::IndexMut<std::ops::RangeFull> for Vec<T> {}
    impl<T> IntoIterator for Vec<T> {
        type Item = T;
        type IntoIter = IntoIter<T>;
    }
    impl<T> IntoIterator for &Vec<T> {
        type Item = &T;
        type IntoIter = std::slice::Iter<T>;
    }
    impl<T> IntoIterator for &mut Vec<T> {
        type Item = &mut T;
        type IntoIter = std::slice::IterMut<T>;
    }
    impl<T> Drop for Drain<T> {}
    impl<T> Drop for IntoIter<T> {}
    impl<T> Drop for ExtractIf<T> {}
    impl<I> Drop for Splice<I> {}
    impl<T> FromIterator<T> for Vec<T> {}
    impl<T> Extend<T> for Vec<T> {}
    impl<T: Copy> Extend<&T> for Vec<T> {}
    impl<T> AsRef<Vec<T>> for Vec<T> {}
    impl<T> AsMut<Vec<T>> for Vec<T> {}
    impl<T> AsRef<[T]> for Vec<T> {}
    impl<T> AsMut<[T]> for Vec<T> {}
    impl<T> Borrow<[T]> for Vec<T> {}
    impl<T> BorrowMut<[T]> for Vec<T> {}
    impl<T> From<Box<[T]>> for Vec<T> {}
    impl<T> From<std::collections::BinaryHeap<T>> for Vec<T> {}
    impl<T> From<std::collections::VecDeque<T>> for Vec<T> {}
    impl<T: Clone> From<&[T]> for Vec<T> {}
    impl<T: Clone> From<&mut [T]> for Vec<T> {}
    impl<T> From<[T; 0]> for Vec<T> {}
    impl<T: Clone> From<&[T; 0]> for Vec<T> {}
    impl<T: Clone> From<&mut [T; 0]> for Vec<T> {}
    impl<T: Clone> From<Cow<[T]>> for Vec<T> {}
    impl From<&str> for Vec<u8> {}
    impl From<String> for Vec<u8> {}
    impl From<std::ffi::CString> for Vec<u8> {}

    pub struct Drain<T>(T);
    impl<T> Iterator for Drain<T> {
        type Item = T;
    }
    impl<T> DoubleEndedIterator for Drain<T> {}
    impl<T> ExactSizeIterator for Drain<T> {}
    impl<T> std::iter::FusedIterator for Drain<T> {}
    impl<T> AsRef<[T]> for Drain<T> {}
    impl<T> std::fmt::Debug for Drain<T> {}
    impl<T> Drain<T> {
        pub fn as_slice(&self) -> &[T] {}
    }
    pub struct IntoIter<T>(T);
    impl<T> Iterator for IntoIter<T> {
        type Item = T;
    }
    impl<T> DoubleEndedIterator for IntoIter<T> {}
    impl<T> ExactSizeIterator for IntoIter<T> {}
    impl<T> std::iter::FusedIterator for IntoIter<T> {}
    impl<T> Clone for IntoIter<T> {}
    impl<T> Default for IntoIter<T> {}
    impl<T> AsRef<[T]> for IntoIter<T> {}
    impl<T> std::fmt::Debug for IntoIter<T> {}
    impl<T> IntoIter<T> {
        pub fn as_slice(&self) -> &[T] {}
        pub fn as_mut_slice(&mut self) -> &mut [T] {}
    }
    pub struct Splice<I>(I);
    impl<I: Iterator> Iterator for Splice<I> {
        type Item = I::Item;
    }
    impl<I: Iterator> DoubleEndedIterator for Splice<I> {}
    impl<I: Iterator> ExactSizeIterator for Splice<I> {}
    impl<I> std::fmt::Debug for Splice<I> {}
    pub struct ExtractIf<T>(T);
    impl<T> Iterator for ExtractIf<T> {
        type Item = T;
    }
    impl<T> std::fmt::Debug for ExtractIf<T> {}
}

pub mod boxed {
    pub struct Box<T>(T);
    impl<T> Box<T> {
        pub fn new(x: T) -> Box<T> {}
        pub fn pin(x: T) -> Pin<Box<T>> {}
        pub fn new_uninit() -> Box<MaybeUninit<T>> {}
        pub fn new_zeroed() -> Box<MaybeUninit<T>> {}
        pub fn into_pin(boxed: Self) -> Pin<Self> {}
        pub fn from_raw(raw: *mut T) -> Box<T> {}
        pub fn into_raw(b: Self) -> *mut T {}
        pub fn leak(b: Self) -> &mut T {}
    }
    impl<T> Box<[T]> {
        pub fn new_uninit_slice(len: usize) -> Box<[MaybeUninit<T>]> {}
        pub fn new_zeroed_slice(len: usize) -> Box<[MaybeUninit<T>]> {}
    }
    impl<T> Box<MaybeUninit<T>> {
        pub fn assume_init(self) -> Box<T> {}
        pub fn write(boxed: Self, value: T) -> Box<T> {}
    }
    impl<T> Box<[MaybeUninit<T>]> {
        pub fn assume_init(self) -> Box<[T]> {}
    }
    impl Box<dyn Any> {
        pub fn downcast<T: Any>(self) -> Result<Box<T>, Box<dyn Any>> {}
    }
    impl Box<dyn Any + Send> {
        pub fn downcast<T: Any>(self) -> Result<Box<T>, Box<dyn Any + Send>> {}
    }
    impl Box<dyn Any + Send + Sync> {
        pub fn downcast<T: Any>(self) -> Result<Box<T>, Box<dyn Any + Send + Sync>> {}
    }
    impl<T: Clone> Clone for Box<T> {}
    impl<T: std::fmt::Debug> std::fmt::Debug for Box<T> {}
    impl<T: std::fmt::Display> std::fmt::Display for Box<T> {}
    impl<T: PartialEq> PartialEq for Box<T> {}
    impl<T: Eq> Eq for Box<T> {}
    impl<T: PartialOrd> PartialOrd for Box<T> {}
    impl<T: Ord> Ord for Box<T> {}
    impl<T: Hash> Hash for Box<T> {}
    impl<T: Default> Default for Box<T> {}
    impl<T: Hasher> Hasher for Box<T> {}
    impl<T: std::error::Error + Sized> std::error::Error for Box<T> {}
    impl<T> std::fmt::Pointer for Box<T> {}
    impl<T> Drop for Box<T> {}
    impl Clone for Box<str> {}
    impl Default for Box<str> {}
    impl<T> Default for Box<[T]> {}
    impl<T: Clone> Clone for Box<[T]> {}
    impl<T> std::ops::Deref for Box<T> {
        type Target = T;
    }
    impl<T> std::ops::DerefMut for Box<T> {}
    impl<I: Iterator> Iterator for Box<I> {
        type Item = I::Item;
    }
    impl<I: DoubleEndedIterator> DoubleEndedIterator for Box<I> {}
    impl<I: ExactSizeIterator> ExactSizeIterator for Box<I> {}
    impl<I: std::iter::FusedIterator> std::iter::FusedIterator for Box<I> {}
    impl<F: Future> Future for Box<F> {
        type Output = F::Output;
    }
    impl<Args, F: FnOnce<Args>> FnOnce<Args> for Box<F> {
        type Output = F::Output;
    }
    impl<Args, F: FnMut<Args>> FnMut<Args> for Box<F> {}
    impl<Args, F: Fn<Args>> Fn<Args> for Box<F> {}
    impl<Args, F: AsyncFnOnce<Args>> AsyncFnOnce<Args> for Box<F> {}
    impl<Args, F: AsyncFnMut<Args>> AsyncFnMut<Args> for Box<F> {}
    impl<Args, F: AsyncFn<Args>> AsyncFn<Args> for Box<F> {}
    impl<T> IntoIterator for Box<[T]> {
        type Item = T;
        type IntoIter = std::vec::IntoIter<T>;
    }
    impl<T> IntoIterator for &Box<[T]> {
        type Item = &T;
        type IntoIter = std::slice::Iter<T>;
    }
    impl<T> IntoIterator for &mut Box<[T]> {
        type Item = &mut T;
        type IntoIter = std::slice::IterMut<T>;
    }
    impl<T> FromIterator<T> for Box<[T]> {}
    impl FromIterator<char> for Box<str> {}
    impl FromIterator<&char> for Box<str> {}
    impl FromIterator<&str> for Box<str> {}
    impl FromIterator<String> for Box<str> {}
    impl FromIterator<Box<str>> for Box<str> {}
    impl FromIterator<Cow<str>> for Box<str> {}
    impl From<&str> for Box<str> {}
    impl From<&mut str> for Box<str> {}
    impl From<String> for Box<str> {}
    impl From<Cow<str>> for Box<str> {}
    impl<T> From<T> for Box<T> {}
    impl<T> AsRef<T> for Box<T> {}
    impl<T> AsMut<T> for Box<T> {}
    impl<T> Borrow<T> for Box<T> {}
    impl<T> BorrowMut<T> for Box<T> {}
    impl<T> From<Vec<T>> for Box<[T]> {}
    impl<T: Clone> From<&[T]> for Box<[T]> {}
    impl<T: Clone> From<&mut [T]> for Box<[T]> {}
    impl<T: Clone> From<Cow<[T]>> for Box<[T]> {}
    impl<T> From<[T; 0]> for Box<[T]> {}
    impl From<Box<str>> for Box<[u8]> {}
    impl<T> TryFrom<Box<[T]>> for Box<[T; 0]> {
        type Error = Box<[T]>;
    }
    impl<T> TryFrom<Vec<T>> for Box<[T; 0]> {
        type Error = Vec<T>;
    }
    impl<E: std::error::Error> From<E> for Box<dyn std::error::Error> {}
    impl<E: std::error::Error + Send + Sync> From<E> for Box<dyn std::error::Error + Send + Sync> {}
    impl From<&str> for Box<dyn std::error::Error> {}
    impl From<String> for Box<dyn std::error::Error> {}
    impl From<Cow<str>> for Box<dyn std::error::Error> {}
    impl From<&str> for Box<dyn std::error::Error + Send + Sync> {}
    impl From<String> for Box<dyn std::error::Error + Send + Sync> {}
    impl From<Cow<str>> for Box<dyn std::error::Error + Send + Sync> {}
}

pub mod rc {
    pub struct Rc<T>(T);
    impl<T> Rc<T> {
        pub fn new(value: T) -> Rc<T> {}
        pub fn new_cyclic<F: FnOnce(&Weak<T>) -> T>(data_fn: F) -> Rc<T> {}
        pub fn new_uninit() -> Rc<MaybeUninit<T>> {}
        pub fn new_zeroed() -> Rc<MaybeUninit<T>> {}
        pub fn pin(value: T) -> Pin<Rc<T>> {}
        pub fn try_unwrap(this: Self) -> Result<T, Self> {}
        pub fn into_inner(this: Self) -> Option<T> {}
        pub fn from_raw(ptr: *const T) -> Self {}
        pub fn into_raw(this: Self) -> *const T {}
        pub fn increment_strong_count(ptr: *const T) {}
        pub fn decrement_strong_count(ptr: *const T) {}
        pub fn as_ptr(this: &Self) -> *const T {}
        pub fn downgrade(this: &Self) -> Weak<T> {}
        pub fn weak_count(this: &Self) -> usize {}
        pub fn strong_count(this: &Self) -> usize {}
        pub fn get_mut(this: &mut Self) -> Option<&mut T> {}
        pub fn ptr_eq(this: &Self, other: &Self) -> bool {}
        pub fn make_mut(this: &mut Self) -> &mut T {}
        pub fn unwrap_or_clone(this: Self) -> T {}
    }
    impl<T> Rc<[T]> {
        pub fn new_uninit_slice(len: usize) -> Rc<[MaybeUninit<T>]> {}
        pub fn new_zeroed_slice(len: usize) -> Rc<[MaybeUninit<T>]> {}
    }
    impl<T> Rc<MaybeUninit<T>> {
        pub fn assume_init(self) -> Rc<T> {}
    }
    impl<T> Rc<[MaybeUninit<T>]> {
        pub fn assume_init(self) -> Rc<[T]> {}
    }
    impl Rc<dyn Any> {
        pub fn downcast<T: Any>(self) -> Result<Rc<T>, Rc<dyn Any>> {}
    }
    impl<T: std::fmt::Debug> std::fmt::Debug for Rc<T> {}
    impl<T: std::fmt::Display> std::fmt::Display for Rc<T> {}
    impl<T: PartialEq> PartialEq for Rc<T> {}
    impl<T: Eq> Eq for Rc<T> {}
    impl<T: PartialOrd> PartialOrd for Rc<T> {}
    impl<T: Ord> Ord for Rc<T> {}
    impl<T: Hash> Hash for Rc<T> {}
    impl<T: Default> Default for Rc<T> {}
    impl<T> Clone for Rc<T> {}
    impl<T> std::fmt::Pointer for Rc<T> {}
    impl<T> Drop for Rc<T> {}
    impl Default for Rc<str> {}
    impl<T> Default for Rc<[T]> {}
    impl<T> std::ops::Deref for Rc<T> {
        type Target = T;
    }
    impl<T> From<T> for Rc<T> {}
    impl<T> From<Box<T>> for Rc<T> {}
    impl<T> AsRef<T> for Rc<T> {}
    impl<T> Borrow<T> for Rc<T> {}
    impl From<&str> for Rc<str> {}
    impl From<&mut str> for Rc<str> {}
    impl From<String> for Rc<str> {}
    impl From<Cow<str>> for Rc<str> {}
    impl<T> From<Vec<T>> for Rc<[T]> {}
    impl<T> FromIterator<T> for Rc<[T]> {}
    impl<T: Clone> From<&[T]> for Rc<[T]> {}
    impl<T: Clone> From<&mut [T]> for Rc<[T]> {}
    impl<T: Clone> From<Cow<[T]>> for Rc<[T]> {}
    impl<T> From<[T; 0]> for Rc<[T]> {}
    impl From<Rc<str>> for Rc<[u8]> {}
    impl<T> TryFrom<Rc<[T]>> for Rc<[T; 0]> {
        type Error = Rc<[T]>;
    }
    pub struct Weak<T>(T);
    impl<T> Weak<T> {
        pub fn new() -> Weak<T> {}
        pub fn from_raw(ptr: *const T) -> Self {}
        pub fn into_raw(self) -> *const T {}
        pub fn as_ptr(&self) -> *const T {}
        pub fn upgrade(&self) -> Option<Rc<T>> {}
        pub fn strong_count(&self) -> usize {}
        pub fn weak_count(&self) -> usize {}
        pub fn ptr_eq(&self, other: &Self) -> bool {}
    }
    impl<T> Clone for Weak<T> {}
    impl<T> std::fmt::Debug for Weak<T> {}
    impl<T> Default for Weak<T> {}
    impl<T> Drop for Weak<T> {}
}

pub mod sync {
    pub struct Arc<T>(T);
    impl<T> Arc<T> {
        pub fn new(data: T) -> Arc<T> {}
        pub fn new_cyclic<F: FnOnce(&Weak<T>) -> T>(data_fn: F) -> Arc<T> {}
        pub fn new_uninit() -> Arc<MaybeUninit<T>> {}
        pub fn new_zeroed() -> Arc<MaybeUninit<T>> {}
        pub fn pin(data: T) -> Pin<Arc<T>> {}
        pub fn try_unwrap(this: Self) -> Result<T, Self> {}
        pub fn into_inner(this: Self) -> Option<T> {}
        pub fn from_raw(ptr: *const T) -> Self {}
        pub fn into_raw(this: Self) -> *const T {}
        pub fn increment_strong_count(ptr: *const T) {}
        pub fn decrement_strong_count(ptr: *const T) {}
        pub fn as_ptr(this: &Self) -> *const T {}
        pub fn downgrade(this: &Self) -> Weak<T> {}
        pub fn weak_count(this: &Self) -> usize {}
        pub fn strong_count(this: &Self) -> usize {}
        pub fn get_mut(this: &mut Self) -> Option<&mut T> {}
        pub fn ptr_eq(this: &Self, other: &Self) -> bool {}
        pub fn make_mut(this: &mut Self) -> &mut T {}
        pub fn unwrap_or_clone(this: Self) -> T {}
    }
    impl<T> Arc<[T]> {
        pub fn new_uninit_slice(len: usize) -> Arc<[MaybeUninit<T>]> {}
        pub fn new_zeroed_slice(len: usize) -> Arc<[MaybeUninit<T>]> {}
    }
    impl<T> Arc<MaybeUninit<T>> {
        pub fn assume_init(self) -> Arc<T> {}
    }
    impl<T> Arc<[MaybeUninit<T>]> {
        pub fn assume_init(self) -> Arc<[T]> {}
    }
    impl Arc<dyn Any + Send + Sync> {
        pub fn downcast<T: Any + Send + Sync>(self) -> Result<Arc<T>, Arc<dyn Any + Send + Sync>> {}
    }
    impl<T: std::fmt::Debug> std::fmt::Debug for Arc<T> {}
    impl<T: std::fmt::Display> std::fmt::Display for Arc<T> {}
    impl<T: PartialEq> PartialEq for Arc<T> {}
    impl<T: Eq> Eq for Arc<T> {}
    impl<T: PartialOrd> PartialOrd for Arc<T> {}
    impl<T: Ord> Ord for Arc<T> {}
    impl<T: Hash> Hash for Arc<T> {}
    impl<T: Default> Default for Arc<T> {}
    impl<T: std::error::Error> std::error::Error for Arc<T> {}
    impl<T> Clone for Arc<T> {}
    impl<T> std::fmt::Pointer for Arc<T> {}
    impl<T> Drop for Arc<T> {}
    impl Default for Arc<str> {}
    impl Default for Arc<std::ffi::CStr> {}
    impl<T> Default for Arc<[T]> {}
    impl<T> std::ops::Deref for Arc<T> {
        type Target = T;
    }
    impl<T> From<T> for Arc<T> {}
    impl<T> From<Box<T>> for Arc<T> {}
    impl<T> AsRef<T> for Arc<T> {}
    impl<T> Borrow<T> for Arc<T> {}
    impl From<&str> for Arc<str> {}
    impl From<&mut str> for Arc<str> {}
    impl From<String> for Arc<str> {}
    impl From<Cow<str>> for Arc<str> {}
    impl<T> From<Vec<T>> for Arc<[T]> {}
    impl<T> FromIterator<T> for Arc<[T]> {}
    impl<T: Clone> From<&[T]> for Arc<[T]> {}
    impl<T: Clone> From<&mut [T]> for Arc<[T]> {}
    impl<T: Clone> From<Cow<[T]>> for Arc<[T]> {}
    impl<T> From<[T; 0]> for Arc<[T]> {}
    impl From<Arc<str>> for Arc<[u8]> {}
    impl<T> TryFrom<Arc<[T]>> for Arc<[T; 0]> {
        type Error = Arc<[T]>;
    }
    pub struct Weak<T>(T);
    impl<T> Weak<T> {
        pub fn new() -> Weak<T> {}
        pub fn from_raw(ptr: *const T) -> Self {}
        pub fn into_raw(self) -> *const T {}
        pub fn as_ptr(&self) -> *const T {}
        pub fn upgrade(&self) -> Option<Arc<T>> {}
        pub fn strong_count(&self) -> usize {}
        pub fn weak_count(&self) -> usize {}
        pub fn ptr_eq(&self, other: &Self) -> bool {}
    }
    impl<T> Clone for Weak<T> {}
    impl<T> std::fmt::Debug for Weak<T> {}
    impl<T> Default for Weak<T> {}
    impl<T> Drop for Weak<T> {}

    pub type LockResult<T> = Result<T, PoisonError<T>>;
    pub type TryLockResult<T> = Result<T, TryLockError<T>>;
    pub struct PoisonError<T>(T);
    impl<T> PoisonError<T> {
        pub fn new(data: T) -> PoisonError<T> {}
        pub fn into_inner(self) -> T {}
        pub fn get_ref(&self) -> &T {}
        pub fn get_mut(&mut self) -> &mut T {}
    }
    impl<T> std::fmt::Debug for PoisonError<T> {}
    impl<T> std::fmt::Display for PoisonError<T> {}
    impl<T> std::error::Error for PoisonError<T> {}
    pub enum TryLockError<T> {
        Poisoned(PoisonError<T>),
        WouldBlock,
    }
    impl<T> std::fmt::Debug for TryLockError<T> {}
    impl<T> std::fmt::Display for TryLockError<T> {}
    impl<T> std::error::Error for TryLockError<T> {}
    impl<T> From<PoisonError<T>> for TryLockError<T> {}

    pub struct Mutex<T>(T);
    impl<T> Mutex<T> {
        pub fn new(t: T) -> Mutex<T> {}
        pub fn lock(&self) -> LockResult<MutexGuard<T>> {}
        pub fn try_lock(&self) -> TryLockResult<MutexGuard<T>> {}
        pub fn is_poisoned(&self) -> bool {}
        pub fn clear_poison(&self) {}
        pub fn into_inner(self) -> LockResult<T> {}
        pub fn get_mut(&mut self) -> LockResult<&mut T> {}
    }
    impl<T: std::fmt::Debug> std::fmt::Debug for Mutex<T> {}
    impl<T: Default> Default for Mutex<T> {}
    impl<T> From<T> for Mutex<T> {}
    pub struct MutexGuard<T>(T);
    impl<T> std::ops::Deref for MutexGuard<T> {
        type Target = T;
    }
    impl<T> std::ops::DerefMut for MutexGuard<T> {}
    impl<T: std::fmt::Debug> std::fmt::Debug for MutexGuard<T> {}
    impl<T: std::fmt::Display> std::fmt::Display for MutexGuard<T> {}
    impl<T> Drop for MutexGuard<T> {}

    pub struct RwLock<T>(T);
    impl<T> RwLock<T> {
        pub fn new(t: T) -> RwLock<T> {}
        pub fn read(&self) -> LockResult<RwLockReadGuard<T>> {}
        pub fn try_read(&self) -> TryLockResult<RwLockReadGuard<T>> {}
        pub fn write(&self) -> LockResult<RwLockWriteGuard<T>> {}
        pub fn try_write(&self) -> TryLockResult<RwLockWriteGuard<T>> {}
        pub fn is_poisoned(&self) -> bool {}
        pub fn clear_poison(&self) {}
        pub fn into_inner(self) -> LockResult<T> {}
        pub fn get_mut(&mut self) -> LockResult<&mut T> {}
    }
    impl<T: std::fmt::Debug> std::fmt::Debug for RwLock<T> {}
    impl<T: Default> Default for RwLock<T> {}
    impl<T> From<T> for RwLock<T> {}
    pub struct RwLockReadGuard<T>(T);
    impl<T> std::ops::Deref for RwLockReadGuard<T> {
        type Target = T;
    }
    impl<T: std::fmt::Debug> std::fmt::Debug for RwLockReadGuard<T> {}
    impl<T: std::fmt::Display> std::fmt::Display for RwLockReadGuard<T> {}
    impl<T> Drop for RwLockReadGuard<T> {}
    pub struct RwLockWriteGuard<T>(T);
    impl<T> RwLockWriteGuard<T> {
        pub fn downgrade(s: Self) -> RwLockReadGuard<T> {}
    }
    impl<T> std::ops::Deref for RwLockWriteGuard<T> {
        type Target = T;
    }
    impl<T> std::ops::DerefMut for RwLockWriteGuard<T> {}
    impl<T: std::fmt::Debug> std::fmt::Debug for RwLockWriteGuard<T> {}
    impl<T: std::fmt::Display> std::fmt::Display for RwLockWriteGuard<T> {}
    impl<T> Drop for RwLockWriteGuard<T> {}

    pub struct Condvar;
    impl Condvar {
        pub fn new() -> Condvar {}
        pub fn wait<T>(&self, guard: MutexGuard<T>) -> LockResult<MutexGuard<T>> {}
        pub fn wait_while<T, F: FnMut(&mut T) -> bool>(
            &self,
            guard: MutexGuard<T>,
            condition: F,
        ) -> LockResult<MutexGuard<T>> {
        }
        pub fn wait_timeout_ms<T>(&self, guard: MutexGuard<T>, ms: u32) -> LockResult<(MutexGuard<T>, bool)> {}
        pub fn wait_timeout<T>(
            &self,
            guard: MutexGuard<T>,
            dur: Duration,
        ) -> LockResult<(MutexGuard<T>, WaitTimeoutResult)> {
        }
        pub fn wait_timeout_while<T, F: FnMut(&mut T) -> bool>(
            &self,
            guard: MutexGuard<T>,
            dur: Duration,
            condition: F,
        ) -> LockResult<(MutexGuard<T>, WaitTimeoutResult)> {
        }
        pub fn notify_one(&self) {}
        pub fn notify_all(&self) {}
    }
    impl std::fmt::Debug for Condvar {}
    impl Default for Condvar {}
    pub struct WaitTimeoutResult;
    impl WaitTimeoutResult {
        pub fn timed_out(&self) -> bool {}
    }
    impl Clone for WaitTimeoutResult {}
    impl Copy for WaitTimeoutResult {}
    impl std::fmt::Debug for WaitTimeoutResult {}
    impl PartialEq for WaitTimeoutResult {}
    impl Eq for WaitTimeoutResult {}
    pub struct Barrier;
    impl Barrier {
        pub fn new(n: usize) -> Barrier {}
        pub fn wait(&self) -> BarrierWaitResult {}
    }
    impl std::fmt::Debug for Barrier {}
    pub struct BarrierWaitResult;
    impl BarrierWaitResult {
        pub fn is_leader(&self) -> bool {}
    }
    impl std::fmt::Debug for BarrierWaitResult {}
    pub struct Once;
    impl Once {
        pub fn new() -> Once {}
        pub fn call_once<F: FnOnce()>(&self, f: F) {}
        pub fn call_once_force<F: FnOnce(&OnceState)>(&self, f: F) {}
        pub fn is_completed(&self) -> bool {}
        pub fn wait(&self) {}
        pub fn wait_force(&self) {}
    }
    impl std::fmt::Debug for Once {}
    pub struct OnceState;
    impl OnceState {
        pub fn is_poisoned(&self) -> bool {}
    }
    impl std::fmt::Debug for OnceState {}
    #[deprecated(since = "1.38.0", note = "the `Once::new()` function is now preferred")]
    pub const ONCE_INIT: Once = Once;
    pub struct OnceLock<T>(T);
    impl<T> OnceLock<T> {
        pub fn new() -> OnceLock<T> {}
        pub fn get(&self) -> Option<&T> {}
        pub fn get_mut(&mut self) -> Option<&mut T> {}
        pub fn wait(&self) -> &T {}
        pub fn set(&self, value: T) -> Result<(), T> {}
        pub fn get_or_init<F: FnOnce() -> T>(&self, f: F) -> &T {}
        pub fn into_inner(self) -> Option<T> {}
        pub fn take(&mut self) -> Option<T> {}
    }
    impl<T: Clone> Clone for OnceLock<T> {}
    impl<T: std::fmt::Debug> std::fmt::Debug for OnceLock<T> {}
    impl<T: PartialEq> PartialEq for OnceLock<T> {}
    impl<T: Eq> Eq for OnceLock<T> {}
    impl<T> Default for OnceLock<T> {}
    impl<T> From<T> for OnceLock<T> {}
    impl<T> Drop for OnceLock<T> {}
    pub struct LazyLock<T, F = fn() -> T>(T, F);
    impl<T, F: FnOnce() -> T> LazyLock<T, F> {
        pub fn new(f: F) -> LazyLock<T, F> {}
        pub fn force(this: &LazyLock<T, F>) -> &T {}
        pub fn force_mut(this: &mut LazyLock<T, F>) -> &mut T {}
    }
    impl<T, F> LazyLock<T, F> {
        pub fn get(this: &LazyLock<T, F>) -> Option<&T> {}
        pub fn get_mut(this: &mut LazyLock<T, F>) -> Option<&mut T> {}
    }
    impl<T, F> std::ops::Deref for LazyLock<T, F> {
        type Target = T;
    }
    impl<T, F> std::ops::DerefMut for LazyLock<T, F> {}
    impl<T: std::fmt::Debug, F> std::fmt::Debug for LazyLock<T, F> {}
    impl<T: Default> Default for LazyLock<T> {}
    impl<T, F> Drop for LazyLock<T, F> {}

    pub mod atomic {
        pub enum Ordering {
            Relaxed,
            Release,
            Acquire,
            AcqRel,
            SeqCst,
        }
        impl Clone for Ordering {}
        impl Copy for Ordering {}
        impl std::fmt::Debug for Ordering {}
        impl PartialEq for Ordering {}
        impl Eq for Ordering {}
        impl Hash for Ordering {}
        pub fn fence(order: Ordering) {}
        pub fn compiler_fence(order: Ordering) {}
        #[deprecated(since = "1.51.0", note = "use hint::spin_loop instead")]
        pub fn spin_loop_hint() {}
        pub struct AtomicBool(bool);
        impl AtomicBool {
            pub fn new(v: bool) -> AtomicBool {}
            pub fn from_ptr(ptr: *mut bool) -> &AtomicBool {}
            pub fn get_mut(&mut self) -> &mut bool {}
            pub fn into_inner(self) -> bool {}
            pub fn load(&self, order: Ordering) -> bool {}
            pub fn store(&self, val: bool, order: Ordering) {}
            pub fn swap(&self, val: bool, order: Ordering) -> bool {}
            #[deprecated(since = "1.50.0", note = "Use `compare_exchange` or `compare_exchange_weak` instead")]
            pub fn compare_and_swap(&self, current: bool, new: bool, order: Ordering) -> bool {}
            pub fn compare_exchange(
                &self,
                current: bool,
                new: bool,
                success: Ordering,
                failure: Ordering,
            ) -> Result<bool, bool> {
            }
            pub fn compare_exchange_weak(
                &self,
                current: bool,
                new: bool,
                success: Ordering,
                failure: Ordering,
            ) -> Result<bool, bool> {
            }
            pub fn fetch_and(&self, val: bool, order: Ordering) -> bool {}
            pub fn fetch_nand(&self, val: bool, order: Ordering) -> bool {}
            pub fn fetch_or(&self, val: bool, order: Ordering) -> bool {}
            pub fn fetch_xor(&self, val: bool, order: Ordering) -> bool {}
            pub fn fetch_not(&self, order: Ordering) -> bool {}
            pub fn as_ptr(&self) -> *mut bool {}
            pub fn fetch_update<F: FnMut(bool) -> Option<bool>>(
                &self,
                set_order: Ordering,
                fetch_order: Ordering,
                f: F,
            ) -> Result<bool, bool> {
            }
            pub fn try_update(
                &self,
                set_order: Ordering,
                fetch_order: Ordering,
                f: impl FnMut(bool) -> Option<bool>,
            ) -> Result<bool, bool> {
            }
            pub fn update(&self, set_order: Ordering, fetch_order: Ordering, f: impl FnMut(bool) -> bool) -> bool {}
        }
        impl std::fmt::Debug for AtomicBool {}
        impl Default for AtomicBool {}
        impl From<bool> for AtomicBool {}
        pub struct AtomicU8(u8);
        impl AtomicU8 {
            pub fn new(v: u8) -> AtomicU8 {}
            pub fn from_ptr(ptr: *mut u8) -> &AtomicU8 {}
            pub fn get_mut(&mut self) -> &mut u8 {}
            pub fn into_inner(self) -> u8 {}
            pub fn load(&self, order: Ordering) -> u8 {}
            pub fn store(&self, val: u8, order: Ordering) {}
            pub fn swap(&self, val: u8, order: Ordering) -> u8 {}
            #[deprecated(since = "1.50.0", note = "Use `compare_exchange` or `compare_exchange_weak` instead")]
            pub fn compare_and_swap(&self, current: u8, new: u8, order: Ordering) -> u8 {}
            pub fn compare_exchange(
                &self,
                current: u8,
                new: u8,
                success: Ordering,
                failure: Ordering,
            ) -> Result<u8, u8> {
            }
            pub fn compare_exchange_weak(
                &self,
                current: u8,
                new: u8,
                success: Ordering,
                failure: Ordering,
            ) -> Result<u8, u8> {
            }
            pub fn fetch_add(&self, val: u8, order: Ordering) -> u8 {}
            pub fn fetch_sub(&self, val: u8, order: Ordering) -> u8 {}
            pub fn fetch_and(&self, val: u8, order: Ordering) -> u8 {}
            pub fn fetch_nand(&self, val: u8, order: Ordering) -> u8 {}
            pub fn fetch_or(&self, val: u8, order: Ordering) -> u8 {}
            pub fn fetch_xor(&self, val: u8, order: Ordering) -> u8 {}
            pub fn fetch_max(&self, val: u8, order: Ordering) -> u8 {}
            pub fn fetch_min(&self, val: u8, order: Ordering) -> u8 {}
            pub fn fetch_update<F: FnMut(u8) -> Option<u8>>(
                &self,
                set_order: Ordering,
                fetch_order: Ordering,
                f: F,
            ) -> Result<u8, u8> {
            }
            pub fn try_update(
                &self,
                set_order: Ordering,
                fetch_order: Ordering,
                f: impl FnMut(u8) -> Option<u8>,
            ) -> Result<u8, u8> {
            }
            pub fn update(&self, set_order: Ordering, fetch_order: Ordering, f: impl FnMut(u8) -> u8) -> u8 {}
            pub fn as_ptr(&self) -> *mut u8 {}
        }
        impl Default for AtomicU8 {}
        impl std::fmt::Debug for AtomicU8 {}
        impl From<u8> for AtomicU8 {}
        pub struct AtomicU16(u16);
        impl AtomicU16 {
            pub fn new(v: u16) -> AtomicU16 {}
            pub fn from_ptr(ptr: *mut u16) -> &AtomicU16 {}
            pub fn get_mut(&mut self) -> &mut u16 {}
            pub fn into_inner(self) -> u16 {}
            pub fn load(&self, order: Ordering) -> u16 {}
            pub fn store(&self, val: u16, order: Ordering) {}
            pub fn swap(&self, val: u16, order: Ordering) -> u16 {}
            #[deprecated(since = "1.50.0", note = "Use `compare_exchange` or `compare_exchange_weak` instead")]
            pub fn compare_and_swap(&self, current: u16, new: u16, order: Ordering) -> u16 {}
            pub fn compare_exchange(
                &self,
                current: u16,
                new: u16,
                success: Ordering,
                failure: Ordering,
            ) -> Result<u16, u16> {
            }
            pub fn compare_exchange_weak(
                &self,
                current: u16,
                new: u16,
                success: Ordering,
                failure: Ordering,
            ) -> Result<u16, u16> {
            }
            pub fn fetch_add(&self, val: u16, order: Ordering) -> u16 {}
            pub fn fetch_sub(&self, val: u16, order: Ordering) -> u16 {}
            pub fn fetch_and(&self, val: u16, order: Ordering) -> u16 {}
            pub fn fetch_nand(&self, val: u16, order: Ordering) -> u16 {}
            pub fn fetch_or(&self, val: u16, order: Ordering) -> u16 {}
            pub fn fetch_xor(&self, val: u16, order: Ordering) -> u16 {}
            pub fn fetch_max(&self, val: u16, order: Ordering) -> u16 {}
            pub fn fetch_min(&self, val: u16, order: Ordering) -> u16 {}
            pub fn fetch_update<F: FnMut(u16) -> Option<u16>>(
                &self,
                set_order: Ordering,
                fetch_order: Ordering,
                f: F,
            ) -> Result<u16, u16> {
            }
            pub fn try_update(
                &self,
                set_order: Ordering,
                fetch_order: Ordering,
                f: impl FnMut(u16) -> Option<u16>,
            ) -> Result<u16, u16> {
            }
            pub fn update(&self, set_order: Ordering, fetch_order: Ordering, f: impl FnMut(u16) -> u16) -> u16 {}
            pub fn as_ptr(&self) -> *mut u16 {}
        }
        impl Default for AtomicU16 {}
        impl std::fmt::Debug for AtomicU16 {}
        impl From<u16> for AtomicU16 {}
        pub struct AtomicU32(u32);
        impl AtomicU32 {
            pub fn new(v: u32) -> AtomicU32 {}
            pub fn from_ptr(ptr: *mut u32) -> &AtomicU32 {}
            pub fn get_mut(&mut self) -> &mut u32 {}
            pub fn into_inner(self) -> u32 {}
            pub fn load(&self, order: Ordering) -> u32 {}
            pub fn store(&self, val: u32, order: Ordering) {}
            pub fn swap(&self, val: u32, order: Ordering) -> u32 {}
            #[deprecated(since = "1.50.0", note = "Use `compare_exchange` or `compare_exchange_weak` instead")]
            pub fn compare_and_swap(&self, current: u32, new: u32, order: Ordering) -> u32 {}
            pub fn compare_exchange(
                &self,
                current: u32,
                new: u32,
                success: Ordering,
                failure: Ordering,
            ) -> Result<u32, u32> {
            }
            pub fn compare_exchange_weak(
                &self,
                current: u32,
                new: u32,
                success: Ordering,
                failure: Ordering,
            ) -> Result<u32, u32> {
            }
            pub fn fetch_add(&self, val: u32, order: Ordering) -> u32 {}
            pub fn fetch_sub(&self, val: u32, order: Ordering) -> u32 {}
            pub fn fetch_and(&self, val: u32, order: Ordering) -> u32 {}
            pub fn fetch_nand(&self, val: u32, order: Ordering) -> u32 {}
            pub fn fetch_or(&self, val: u32, order: Ordering) -> u32 {}
            pub fn fetch_xor(&self, val: u32, order: Ordering) -> u32 {}
            pub fn fetch_max(&self, val: u32, order: Ordering) -> u32 {}
            pub fn fetch_min(&self, val: u32, order: Ordering) -> u32 {}
            pub fn fetch_update<F: FnMut(u32) -> Option<u32>>(
                &self,
                set_order: Ordering,
                fetch_order: Ordering,
                f: F,
            ) -> Result<u32, u32> {
            }
            pub fn try_update(
                &self,
                set_order: Ordering,
                fetch_order: Ordering,
                f: impl FnMut(u32) -> Option<u32>,
            ) -> Result<u32, u32> {
            }
            pub fn update(&self, set_order: Ordering, fetch_order: Ordering, f: impl FnMut(u32) -> u32) -> u32 {}
            pub fn as_ptr(&self) -> *mut u32 {}
        }
        impl Default for AtomicU32 {}
        impl std::fmt::Debug for AtomicU32 {}
        impl From<u32> for AtomicU32 {}
        pub struct AtomicU64(u64);
        impl AtomicU64 {
            pub fn new(v: u64) -> AtomicU64 {}
            pub fn from_ptr(ptr: *mut u64) -> &AtomicU64 {}
            pub fn get_mut(&mut self) -> &mut u64 {}
            pub fn into_inner(self) -> u64 {}
            pub fn load(&self, order: Ordering) -> u64 {}
            pub fn store(&self, val: u64, order: Ordering) {}
            pub fn swap(&self, val: u64, order: Ordering) -> u64 {}
            #[deprecated(since = "1.50.0", note = "Use `compare_exchange` or `compare_exchange_weak` instead")]
            pub fn compare_and_swap(&self, current: u64, new: u64, order: Ordering) -> u64 {}
            pub fn compare_exchange(
                &self,
                current: u64,
                new: u64,
                success: Ordering,
                failure: Ordering,
            ) -> Result<u64, u64> {
            }
            pub fn compare_exchange_weak(
                &self,
                current: u64,
                new: u64,
                success: Ordering,
                failure: Ordering,
            ) -> Result<u64, u64> {
            }
            pub fn fetch_add(&self, val: u64, order: Ordering) -> u64 {}
            pub fn fetch_sub(&self, val: u64, order: Ordering) -> u64 {}
            pub fn fetch_and(&self, val: u64, order: Ordering) -> u64 {}
            pub fn fetch_nand(&self, val: u64, order: Ordering) -> u64 {}
            pub fn fetch_or(&self, val: u64, order: Ordering) -> u64 {}
            pub fn fetch_xor(&self, val: u64, order: Ordering) -> u64 {}
            pub fn fetch_max(&self, val: u64, order: Ordering) -> u64 {}
            pub fn fetch_min(&self, val: u64, order: Ordering) -> u64 {}
            pub fn fetch_update<F: FnMut(u64) -> Option<u64>>(
                &self,
                set_order: Ordering,
                fetch_order: Ordering,
                f: F,
            ) -> Result<u64, u64> {
            }
            pub fn try_update(
                &self,
                set_order: Ordering,
                fetch_order: Ordering,
                f: impl FnMut(u64) -> Option<u64>,
            ) -> Result<u64, u64> {
            }
            pub fn update(&self, set_order: Ordering, fetch_order: Ordering, f: impl FnMut(u64) -> u64) -> u64 {}
            pub fn as_ptr(&self) -> *mut u64 {}
        }
        impl Default for AtomicU64 {}
        impl std::fmt::Debug for AtomicU64 {}
        impl From<u64> for AtomicU64 {}
        pub struct AtomicUsize(usize);
        impl AtomicUsize {
            pub fn new(v: usize) -> AtomicUsize {}
            pub fn from_ptr(ptr: *mut usize) -> &AtomicUsize {}
            pub fn get_mut(&mut self) -> &mut usize {}
            pub fn into_inner(self) -> usize {}
            pub fn load(&self, order: Ordering) -> usize {}
            pub fn store(&self, val: usize, order: Ordering) {}
            pub fn swap(&self, val: usize, order: Ordering) -> usize {}
            #[deprecated(since = "1.50.0", note = "Use `compare_exchange` or `compare_exchange_weak` instead")]
            pub fn compare_and_swap(&self, current: usize, new: usize, order: Ordering) -> usize {}
            pub fn compare_exchange(
                &self,
                current: usize,
                new: usize,
                success: Ordering,
                failure: Ordering,
            ) -> Result<usize, usize> {
            }
            pub fn compare_exchange_weak(
                &self,
                current: usize,
                new: usize,
                success: Ordering,
                failure: Ordering,
            ) -> Result<usize, usize> {
            }
            pub fn fetch_add(&self, val: usize, order: Ordering) -> usize {}
            pub fn fetch_sub(&self, val: usize, order: Ordering) -> usize {}
            pub fn fetch_and(&self, val: usize, order: Ordering) -> usize {}
            pub fn fetch_nand(&self, val: usize, order: Ordering) -> usize {}
            pub fn fetch_or(&self, val: usize, order: Ordering) -> usize {}
            pub fn fetch_xor(&self, val: usize, order: Ordering) -> usize {}
            pub fn fetch_max(&self, val: usize, order: Ordering) -> usize {}
            pub fn fetch_min(&self, val: usize, order: Ordering) -> usize {}
            pub fn fetch_update<F: FnMut(usize) -> Option<usize>>(
                &self,
                set_order: Ordering,
                fetch_order: Ordering,
                f: F,
            ) -> Result<usize, usize> {
            }
            pub fn try_update(
                &self,
                set_order: Ordering,
                fetch_order: Ordering,
                f: impl FnMut(usize) -> Option<usize>,
            ) -> Result<usize, usize> {
            }
            pub fn update(&self, set_order: Ordering, fetch_order: Ordering, f: impl FnMut(usize) -> usize) -> usize {}
            pub fn as_ptr(&self) -> *mut usize {}
        }
        impl Default for AtomicUsize {}
        impl std::fmt::Debug for AtomicUsize {}
        impl From<usize> for AtomicUsize {}
        pub struct AtomicI8(i8);
        impl AtomicI8 {
            pub fn new(v: i8) -> AtomicI8 {}
            pub fn from_ptr(ptr: *mut i8) -> &AtomicI8 {}
            pub fn get_mut(&mut self) -> &mut i8 {}
            pub fn into_inner(self) -> i8 {}
            pub fn load(&self, order: Ordering) -> i8 {}
            pub fn store(&self, val: i8, order: Ordering) {}
            pub fn swap(&self, val: i8, order: Ordering) -> i8 {}
            #[deprecated(since = "1.50.0", note = "Use `compare_exchange` or `compare_exchange_weak` instead")]
            pub fn compare_and_swap(&self, current: i8, new: i8, order: Ordering) -> i8 {}
            pub fn compare_exchange(
                &self,
                current: i8,
                new: i8,
                success: Ordering,
                failure: Ordering,
            ) -> Result<i8, i8> {
            }
            pub fn compare_exchange_weak(
                &self,
                current: i8,
                new: i8,
                success: Ordering,
                failure: Ordering,
            ) -> Result<i8, i8> {
            }
            pub fn fetch_add(&self, val: i8, order: Ordering) -> i8 {}
            pub fn fetch_sub(&self, val: i8, order: Ordering) -> i8 {}
            pub fn fetch_and(&self, val: i8, order: Ordering) -> i8 {}
            pub fn fetch_nand(&self, val: i8, order: Ordering) -> i8 {}
            pub fn fetch_or(&self, val: i8, order: Ordering) -> i8 {}
            pub fn fetch_xor(&self, val: i8, order: Ordering) -> i8 {}
            pub fn fetch_max(&self, val: i8, order: Ordering) -> i8 {}
            pub fn fetch_min(&self, val: i8, order: Ordering) -> i8 {}
            pub fn fetch_update<F: FnMut(i8) -> Option<i8>>(
                &self,
                set_order: Ordering,
                fetch_order: Ordering,
                f: F,
            ) -> Result<i8, i8> {
            }
            pub fn try_update(
                &self,
                set_order: Ordering,
                fetch_order: Ordering,
                f: impl FnMut(i8) -> Option<i8>,
            ) -> Result<i8, i8> {
            }
            pub fn update(&self, set_order: Ordering, fetch_order: Ordering, f: impl FnMut(i8) -> i8) -> i8 {}
            pub fn as_ptr(&self) -> *mut i8 {}
        }
        impl Default for AtomicI8 {}
        impl std::fmt::Debug for AtomicI8 {}
        impl From<i8> for AtomicI8 {}
        pub struct AtomicI16(i16);
        impl AtomicI16 {
            pub fn new(v: i16) -> AtomicI16 {}
            pub fn from_ptr(ptr: *mut i16) -> &AtomicI16 {}
            pub fn get_mut(&mut self) -> &mut i16 {}
            pub fn into_inner(self) -> i16 {}
            pub fn load(&self, order: Ordering) -> i16 {}
            pub fn store(&self, val: i16, order: Ordering) {}
            pub fn swap(&self, val: i16, order: Ordering) -> i16 {}
            #[deprecated(since = "1.50.0", note = "Use `compare_exchange` or `compare_exchange_weak` instead")]
            pub fn compare_and_swap(&self, current: i16, new: i16, order: Ordering) -> i16 {}
            pub fn compare_exchange(
                &self,
                current: i16,
                new: i16,
                success: Ordering,
                failure: Ordering,
            ) -> Result<i16, i16> {
            }
            pub fn compare_exchange_weak(
                &self,
                current: i16,
                new: i16,
                success: Ordering,
                failure: Ordering,
            ) -> Result<i16, i16> {
            }
            pub fn fetch_add(&self, val: i16, order: Ordering) -> i16 {}
            pub fn fetch_sub(&self, val: i16, order: Ordering) -> i16 {}
            pub fn fetch_and(&self, val: i16, order: Ordering) -> i16 {}
            pub fn fetch_nand(&self, val: i16, order: Ordering) -> i16 {}
            pub fn fetch_or(&self, val: i16, order: Ordering) -> i16 {}
            pub fn fetch_xor(&self, val: i16, order: Ordering) -> i16 {}
            pub fn fetch_max(&self, val: i16, order: Ordering) -> i16 {}
            pub fn fetch_min(&self, val: i16, order: Ordering) -> i16 {}
            pub fn fetch_update<F: FnMut(i16) -> Option<i16>>(
                &self,
                set_order: Ordering,
                fetch_order: Ordering,
                f: F,
            ) -> Result<i16, i16> {
            }
            pub fn try_update(
                &self,
                set_order: Ordering,
                fetch_order: Ordering,
                f: impl FnMut(i16) -> Option<i16>,
            ) -> Result<i16, i16> {
            }
            pub fn update(&self, set_order: Ordering, fetch_order: Ordering, f: impl FnMut(i16) -> i16) -> i16 {}
            pub fn as_ptr(&self) -> *mut i16 {}
        }
        impl Default for AtomicI16 {}
        impl std::fmt::Debug for AtomicI16 {}
        impl From<i16> for AtomicI16 {}
        pub struct AtomicI32(i32);
        impl AtomicI32 {
            pub fn new(v: i32) -> AtomicI32 {}
            pub fn from_ptr(ptr: *mut i32) -> &AtomicI32 {}
            pub fn get_mut(&mut self) -> &mut i32 {}
            pub fn into_inner(self) -> i32 {}
            pub fn load(&self, order: Ordering) -> i32 {}
            pub fn store(&self, val: i32, order: Ordering) {}
            pub fn swap(&self, val: i32, order: Ordering) -> i32 {}
            #[deprecated(since = "1.50.0", note = "Use `compare_exchange` or `compare_exchange_weak` instead")]
            pub fn compare_and_swap(&self, current: i32, new: i32, order: Ordering) -> i32 {}
            pub fn compare_exchange(
                &self,
                current: i32,
                new: i32,
                success: Ordering,
                failure: Ordering,
            ) -> Result<i32, i32> {
            }
            pub fn compare_exchange_weak(
                &self,
                current: i32,
                new: i32,
                success: Ordering,
                failure: Ordering,
            ) -> Result<i32, i32> {
            }
            pub fn fetch_add(&self, val: i32, order: Ordering) -> i32 {}
            pub fn fetch_sub(&self, val: i32, order: Ordering) -> i32 {}
            pub fn fetch_and(&self, val: i32, order: Ordering) -> i32 {}
            pub fn fetch_nand(&self, val: i32, order: Ordering) -> i32 {}
            pub fn fetch_or(&self, val: i32, order: Ordering) -> i32 {}
            pub fn fetch_xor(&self, val: i32, order: Ordering) -> i32 {}
            pub fn fetch_max(&self, val: i32, order: Ordering) -> i32 {}
            pub fn fetch_min(&self, val: i32, order: Ordering) -> i32 {}
            pub fn fetch_update<F: FnMut(i32) -> Option<i32>>(
                &self,
                set_order: Ordering,
                fetch_order: Ordering,
                f: F,
            ) -> Result<i32, i32> {
            }
            pub fn try_update(
                &self,
                set_order: Ordering,
                fetch_order: Ordering,
                f: impl FnMut(i32) -> Option<i32>,
            ) -> Result<i32, i32> {
            }
            pub fn update(&self, set_order: Ordering, fetch_order: Ordering, f: impl FnMut(i32) -> i32) -> i32 {}
            pub fn as_ptr(&self) -> *mut i32 {}
        }
        impl Default for AtomicI32 {}
        impl std::fmt::Debug for AtomicI32 {}
        impl From<i32> for AtomicI32 {}
        pub struct AtomicI64(i64);
        impl AtomicI64 {
            pub fn new(v: i64) -> AtomicI64 {}
            pub fn from_ptr(ptr: *mut i64) -> &AtomicI64 {}
            pub fn get_mut(&mut self) -> &mut i64 {}
            pub fn into_inner(self) -> i64 {}
            pub fn load(&self, order: Ordering) -> i64 {}
            pub fn store(&self, val: i64, order: Ordering) {}
            pub fn swap(&self, val: i64, order: Ordering) -> i64 {}
            #[deprecated(since = "1.50.0", note = "Use `compare_exchange` or `compare_exchange_weak` instead")]
            pub fn compare_and_swap(&self, current: i64, new: i64, order: Ordering) -> i64 {}
            pub fn compare_exchange(
                &self,
                current: i64,
                new: i64,
                success: Ordering,
                failure: Ordering,
            ) -> Result<i64, i64> {
            }
            pub fn compare_exchange_weak(
                &self,
                current: i64,
                new: i64,
                success: Ordering,
                failure: Ordering,
            ) -> Result<i64, i64> {
            }
            pub fn fetch_add(&self, val: i64, order: Ordering) -> i64 {}
            pub fn fetch_sub(&self, val: i64, order: Ordering) -> i64 {}
            pub fn fetch_and(&self, val: i64, order: Ordering) -> i64 {}
            pub fn fetch_nand(&self, val: i64, order: Ordering) -> i64 {}
            pub fn fetch_or(&self, val: i64, order: Ordering) -> i64 {}
            pub fn fetch_xor(&self, val: i64, order: Ordering) -> i64 {}
            pub fn fetch_max(&self, val: i64, order: Ordering) -> i64 {}
            pub fn fetch_min(&self, val: i64, order: Ordering) -> i64 {}
            pub fn fetch_update<F: FnMut(i64) -> Option<i64>>(
                &self,
                set_order: Ordering,
                fetch_order: Ordering,
                f: F,
            ) -> Result<i64, i64> {
            }
            pub fn try_update(
                &self,
                set_order: Ordering,
                fetch_order: Ordering,
                f: impl FnMut(i64) -> Option<i64>,
            ) -> Result<i64, i64> {
            }
            pub fn update(&self, set_order: Ordering, fetch_order: Ordering, f: impl FnMut(i64) -> i64) -> i64 {}
            pub fn as_ptr(&self) -> *mut i64 {}
        }
        impl Default for AtomicI64 {}
        impl std::fmt::Debug for AtomicI64 {}
        impl From<i64> for AtomicI64 {}
        pub struct AtomicIsize(isize);
        impl AtomicIsize {
            pub fn new(v: isize) -> AtomicIsize {}
            pub fn from_ptr(ptr: *mut isize) -> &AtomicIsize {}
            pub fn get_mut(&mut self) -> &mut isize {}
            pub fn into_inner(self) -> isize {}
            pub fn load(&self, order: Ordering) -> isize {}
            pub fn store(&self, val: isize, order: Ordering) {}
            pub fn swap(&self, val: isize, order: Ordering) -> isize {}
            #[deprecated(since = "1.50.0", note = "Use `compare_exchange` or `compare_exchange_weak` instead")]
            pub fn compare_and_swap(&self, current: isize, new: isize, order: Ordering) -> isize {}
            pub fn compare_exchange(
                &self,
                current: isize,
                new: isize,
                success: Ordering,
                failure: Ordering,
            ) -> Result<isize, isize> {
            }
            pub fn compare_exchange_weak(
                &self,
                current: isize,
                new: isize,
                success: Ordering,
                failure: Ordering,
            ) -> Result<isize, isize> {
            }
            pub fn fetch_add(&self, val: isize, order: Ordering) -> isize {}
            pub fn fetch_sub(&self, val: isize, order: Ordering) -> isize {}
            pub fn fetch_and(&self, val: isize, order: Ordering) -> isize {}
            pub fn fetch_nand(&self, val: isize, order: Ordering) -> isize {}
            pub fn fetch_or(&self, val: isize, order: Ordering) -> isize {}
            pub fn fetch_xor(&self, val: isize, order: Ordering) -> isize {}
            pub fn fetch_max(&self, val: isize, order: Ordering) -> isize {}
            pub fn fetch_min(&self, val: isize, order: Ordering) -> isize {}
            pub fn fetch_update<F: FnMut(isize) -> Option<isize>>(
                &self,
                set_order: Ordering,
                fetch_order: Ordering,
                f: F,
            ) -> Result<isize, isize> {
            }
            pub fn try_update(
                &self,
                set_order: Ordering,
                fetch_order: Ordering,
                f: impl FnMut(isize) -> Option<isize>,
            ) -> Result<isize, isize> {
            }
            pub fn update(&self, set_order: Ordering, fetch_order: Ordering, f: impl FnMut(isize) -> isize) -> isize {}
            pub fn as_ptr(&self) -> *mut isize {}
        }
        impl Default for AtomicIsize {}
        impl std::fmt::Debug for AtomicIsize {}
        impl From<isize> for AtomicIsize {}
        pub struct AtomicPtr<T>(T);
        impl<T> AtomicPtr<T> {
            pub fn new(p: *mut T) -> AtomicPtr<T> {}
            pub fn from_ptr(ptr: *mut *mut T) -> &AtomicPtr<T> {}
            pub fn get_mut(&mut self) -> &mut *mut T {}
            pub fn into_inner(self) -> *mut T {}
            pub fn load(&self, order: Ordering) -> *mut T {}
            pub fn store(&self, ptr: *mut T, order: Ordering) {}
            pub fn swap(&self, ptr: *mut T, order: Ordering) -> *mut T {}
            #[deprecated(since = "1.50.0", note = "Use `compare_exchange` or `compare_exchange_weak` instead")]
            pub fn compare_and_swap(&self, current: *mut T, new: *mut T, order: Ordering) -> *mut T {}
            pub fn compare_exchange(
                &self,
                current: *mut T,
                new: *mut T,
                success: Ordering,
                failure: Ordering,
            ) -> Result<*mut T, *mut T> {
            }
            pub fn compare_exchange_weak(
                &self,
                current: *mut T,
                new: *mut T,
                success: Ordering,
                failure: Ordering,
            ) -> Result<*mut T, *mut T> {
            }
            pub fn fetch_update<F: FnMut(*mut T) -> Option<*mut T>>(
                &self,
                set_order: Ordering,
                fetch_order: Ordering,
                f: F,
            ) -> Result<*mut T, *mut T> {
            }
            pub fn try_update(
                &self,
                set_order: Ordering,
                fetch_order: Ordering,
                f: impl FnMut(*mut T) -> Option<*mut T>,
            ) -> Result<*mut T, *mut T> {
            }
            pub fn update(
                &self,
                set_order: Ordering,
                fetch_order: Ordering,
                f: impl FnMut(*mut T) -> *mut T,
            ) -> *mut T {
            }
            pub fn fetch_ptr_add(&self, val: usize, order: Ordering) -> *mut T {}
            pub fn fetch_ptr_sub(&self, val: usize, order: Ordering) -> *mut T {}
            pub fn fetch_byte_add(&self, val: usize, order: Ordering) -> *mut T {}
            pub fn fetch_byte_sub(&self, val: usize, order: Ordering) -> *mut T {}
            pub fn fetch_or(&self, val: usize, order: Ordering) -> *mut T {}
            pub fn fetch_and(&self, val: usize, order: Ordering) -> *mut T {}
            pub fn fetch_xor(&self, val: usize, order: Ordering) -> *mut T {}
            pub fn as_ptr(&self) -> *mut *mut T {}
        }
        impl<T> std::fmt::Debug for AtomicPtr<T> {}
        impl<T> Default for AtomicPtr<T> {}
        impl<T> From<*mut T> for AtomicPtr<T> {}
        impl<T> std::fmt::Pointer for AtomicPtr<T> {}
    }

    pub mod mpsc {
        pub fn channel<T>() -> (Sender<T>, Receiver<T>) {}
        pub fn sync_channel<T>(bound: usize) -> (SyncSender<T>, Receiver<T>) {}
        pub struct Sender<T>(T);
        impl<T> Sender<T> {
            pub fn send(&self, t: T) -> Result<(), SendError<T>> {}
        }
        impl<T> Clone for Sender<T> {}
        impl<T> std::fmt::Debug for Sender<T> {}
        impl<T> Drop for Sender<T> {}
        pub struct SyncSender<T>(T);
        impl<T> SyncSender<T> {
            pub fn send(&self, t: T) -> Result<(), SendError<T>> {}
            pub fn try_send(&self, t: T) -> Result<(), TrySendError<T>> {}
        }
        impl<T> Clone for SyncSender<T> {}
        impl<T> std::fmt::Debug for SyncSender<T> {}
        impl<T> Drop for SyncSender<T> {}
        pub struct Receiver<T>(T);
        impl<T> Receiver<T> {
            pub fn try_recv(&self) -> Result<T, TryRecvError> {}
            pub fn recv(&self) -> Result<T, RecvError> {}
            pub fn recv_timeout(&self, timeout: Duration) -> Result<T, RecvTimeoutError> {}
            pub fn iter(&self) -> Iter<T> {}
            pub fn try_iter(&self) -> TryIter<T> {}
        }
        impl<T> std::fmt::Debug for Receiver<T> {}
        impl<T> Drop for Receiver<T> {}
        impl<T> IntoIterator for Receiver<T> {
            type Item = T;
            type IntoIter = IntoIter<T>;
        }
        impl<T> IntoIterator for &Receiver<T> {
            type Item = T;
            type IntoIter = Iter<T>;
        }
        pub struct Iter<T>(T);
        impl<T> Iterator for Iter<T> {
            type Item = T;
        }
        impl<T> std::fmt::Debug for Iter<T> {}
        pub struct TryIter<T>(T);
        impl<T> Iterator for TryIter<T> {
            type Item = T;
        }
        impl<T> std::fmt::Debug for TryIter<T> {}
        pub struct IntoIter<T>(T);
        impl<T> Iterator for IntoIter<T> {
            type Item = T;
        }
        impl<T> std::fmt::Debug for IntoIter<T> {}
        pub struct SendError<T>(pub T);
        impl<T> std::fmt::Debug for SendError<T> {}
        impl<T> std::fmt::Display for SendError<T> {}
        impl<T> std::error::Error for SendError<T> {}
        impl<T: Clone> Clone for SendError<T> {}
        impl<T: Copy> Copy for SendError<T> {}
        impl<T: PartialEq> PartialEq for SendError<T> {}
        impl<T: Eq> Eq for SendError<T> {}
        pub struct RecvError;
        impl Clone for RecvError {}
        impl Copy for RecvError {}
        impl std::fmt::Debug for RecvError {}
        impl std::fmt::Display for RecvError {}
        impl PartialEq for RecvError {}
        impl Eq for RecvError {}
        impl std::error::Error for RecvError {}
        pub enum TryRecvError {
            Empty,
            Disconnected,
        }
        impl Clone for TryRecvError {}
        impl Copy for TryRecvError {}
        impl std::fmt::Debug for TryRecvError {}
        impl std::fmt::Display for TryRecvError {}
        impl PartialEq for TryRecvError {}
        impl Eq for TryRecvError {}
        impl std::error::Error for TryRecvError {}
        impl From<RecvError> for TryRecvError {}
        pub enum RecvTimeoutError {
            Timeout,
            Disconnected,
        }
        impl Clone for RecvTimeoutError {}
        impl Copy for RecvTimeoutError {}
        impl std::fmt::Debug for RecvTimeoutError {}
        impl std::fmt::Display for RecvTimeoutError {}
        impl PartialEq for RecvTimeoutError {}
        impl Eq for RecvTimeoutError {}
        impl std::error::Error for RecvTimeoutError {}
        impl From<RecvError> for RecvTimeoutError {}
        pub enum TrySendError<T> {
            Full(T),
            Disconnected(T),
        }
        impl<T> std::fmt::Debug for TrySendError<T> {}
        impl<T> std::fmt::Display for TrySendError<T> {}
        impl<T> std::error::Error for TrySendError<T> {}
        impl<T> From<SendError<T>> for TrySendError<T> {}
        impl<T: Clone> Clone for TrySendError<T> {}
        impl<T: Copy> Copy for TrySendError<T> {}
        impl<T: PartialEq> PartialEq for TrySendError<T> {}
        impl<T: Eq> Eq for TrySendError<T> {}
    }
}

pub mod cell {
    pub struct Cell<T>(T);
    impl<T> Cell<T> {
        pub fn new(value: T) -> Cell<T> {}
        pub fn set(&self, val: T) {}
        pub fn swap(&self, other: &Self) {}
        pub fn replace(&self, val: T) -> T {}
        pub fn into_inner(self) -> T {}
        pub fn get(&self) -> T {}
        pub fn update(&self, f: impl FnOnce(T) -> T) {}
        pub fn as_ptr(&self) -> *mut T {}
        pub fn get_mut(&mut self) -> &mut T {}
        pub fn from_mut(t: &mut T) -> &Cell<T> {}
        pub fn take(&self) -> T {}
    }
    impl<T> Cell<[T]> {
        pub fn as_slice_of_cells(&self) -> &[Cell<T>] {}
    }
    impl<T> Cell<[T; 0]> {
        pub fn as_array_of_cells(&self) -> &[Cell<T>; 0] {}
    }
    impl<T: Copy + std::fmt::Debug> std::fmt::Debug for Cell<T> {}
    impl<T: Copy + PartialEq> PartialEq for Cell<T> {}
    impl<T: Copy + Eq> Eq for Cell<T> {}
    impl<T: Copy + PartialOrd> PartialOrd for Cell<T> {}
    impl<T: Copy + Ord> Ord for Cell<T> {}
    impl<T: Default> Default for Cell<T> {}
    impl<T: Copy> Clone for Cell<T> {}
    impl<T> AsRef<[Cell<T>]> for Cell<[T]> {}
    impl<T> AsRef<[Cell<T>]> for Cell<[T; 0]> {}
    impl<T> AsRef<[Cell<T>; 0]> for Cell<[T; 0]> {}
    impl<T> From<T> for Cell<T> {}
    pub struct RefCell<T>(T);
    impl<T> RefCell<T> {
        pub fn new(value: T) -> RefCell<T> {}
        pub fn into_inner(self) -> T {}
        pub fn replace(&self, t: T) -> T {}
        pub fn replace_with<F: FnOnce(&mut T) -> T>(&self, f: F) -> T {}
        pub fn swap(&self, other: &Self) {}
        pub fn borrow(&self) -> Ref<T> {}
        pub fn try_borrow(&self) -> Result<Ref<T>, BorrowError> {}
        pub fn borrow_mut(&self) -> RefMut<T> {}
        pub fn try_borrow_mut(&self) -> Result<RefMut<T>, BorrowMutError> {}
        pub fn as_ptr(&self) -> *mut T {}
        pub fn get_mut(&mut self) -> &mut T {}
        pub fn try_borrow_unguarded(&self) -> Result<&T, BorrowError> {}
        pub fn take(&self) -> T {}
    }
    impl<T: Clone> Clone for RefCell<T> {}
    impl<T: std::fmt::Debug> std::fmt::Debug for RefCell<T> {}
    impl<T: PartialEq> PartialEq for RefCell<T> {}
    impl<T: Eq> Eq for RefCell<T> {}
    impl<T: PartialOrd> PartialOrd for RefCell<T> {}
    impl<T: Ord> Ord for RefCell<T> {}
    impl<T: Default> Default for RefCell<T> {}
    impl<T> From<T> for RefCell<T> {}
    pub struct Ref<T>(T);
    impl<T> Ref<T> {
        pub fn clone(orig: &Ref<T>) -> Ref<T> {}
        pub fn map<U, F: FnOnce(&T) -> &U>(orig: Ref<T>, f: F) -> Ref<U> {}
        pub fn filter_map<U, F: FnOnce(&T) -> Option<&U>>(orig: Ref<T>, f: F) -> Result<Ref<U>, Self> {}
        pub fn map_split<U, V, F: FnOnce(&T) -> (&U, &V)>(orig: Ref<T>, f: F) -> (Ref<U>, Ref<V>) {}
    }
    impl<T> std::ops::Deref for Ref<T> {
        type Target = T;
    }
    impl<T: std::fmt::Debug> std::fmt::Debug for Ref<T> {}
    impl<T: std::fmt::Display> std::fmt::Display for Ref<T> {}
    pub struct RefMut<T>(T);
    impl<T> RefMut<T> {
        pub fn map<U, F: FnOnce(&mut T) -> &mut U>(orig: RefMut<T>, f: F) -> RefMut<U> {}
        pub fn filter_map<U, F: FnOnce(&mut T) -> Option<&mut U>>(orig: RefMut<T>, f: F) -> Result<RefMut<U>, Self> {}
        pub fn map_split<U, V, F: FnOnce(&mut T) -> (&mut U, &mut V)>(orig: RefMut<T>, f: F) -> (RefMut<U>, RefMut<V>) {
        }
    }
    impl<T> std::ops::Deref for RefMut<T> {
        type Target = T;
    }
    impl<T> std::ops::DerefMut for RefMut<T> {}
    impl<T: std::fmt::Debug> std::fmt::Debug for RefMut<T> {}
    impl<T: std::fmt::Display> std::fmt::Display for RefMut<T> {}
    pub struct BorrowError;
    impl std::fmt::Debug for BorrowError {}
    impl std::fmt::Display for BorrowError {}
    impl std::error::Error for BorrowError {}
    pub struct BorrowMutError;
    impl std::fmt::Debug for BorrowMutError {}
    impl std::fmt::Display for BorrowMutError {}
    impl std::error::Error for BorrowMutError {}
    pub struct OnceCell<T>(T);
    impl<T> OnceCell<T> {
        pub fn new() -> OnceCell<T> {}
        pub fn get(&self) -> Option<&T> {}
        pub fn get_mut(&mut self) -> Option<&mut T> {}
        pub fn set(&self, value: T) -> Result<(), T> {}
        pub fn get_or_init<F: FnOnce() -> T>(&self, f: F) -> &T {}
        pub fn into_inner(self) -> Option<T> {}
        pub fn take(&mut self) -> Option<T> {}
    }
    impl<T: Clone> Clone for OnceCell<T> {}
    impl<T: std::fmt::Debug> std::fmt::Debug for OnceCell<T> {}
    impl<T: PartialEq> PartialEq for OnceCell<T> {}
    impl<T: Eq> Eq for OnceCell<T> {}
    impl<T> Default for OnceCell<T> {}
    impl<T> From<T> for OnceCell<T> {}
    pub struct LazyCell<T, F = fn() -> T>(T, F);
    impl<T, F: FnOnce() -> T> LazyCell<T, F> {
        pub fn new(f: F) -> LazyCell<T, F> {}
        pub fn force(this: &LazyCell<T, F>) -> &T {}
        pub fn force_mut(this: &mut LazyCell<T, F>) -> &mut T {}
    }
    impl<T, F> LazyCell<T, F> {
        pub fn get(this: &LazyCell<T, F>) -> Option<&T> {}
        pub fn get_mut(this: &mut LazyCell<T, F>) -> Option<&mut T> {}
    }
    impl<T, F> std::ops::Deref for LazyCell<T, F> {
        type Target = T;
    }
    impl<T, F> std::ops::DerefMut for LazyCell<T, F> {}
    impl<T: std::fmt::Debug, F> std::fmt::Debug for LazyCell<T, F> {}
    impl<T: Default> Default for LazyCell<T> {}
    pub struct UnsafeCell<T>(T);
    impl<T> UnsafeCell<T> {
        pub fn new(value: T) -> UnsafeCell<T> {}
        pub fn into_inner(self) -> T {}
        pub fn from_mut(value: &mut T) -> &mut UnsafeCell<T> {}
        pub fn get(&self) -> *mut T {}
        pub fn get_mut(&mut self) -> &mut T {}
        pub fn raw_get(this: *const Self) -> *mut T {}
    }
    impl<T> std::fmt::Debug for UnsafeCell<T> {}
    impl<T> From<T> for UnsafeCell<T> {}
    impl<T: Default> Default for UnsafeCell<T> {}
}

pub mod borrow {
    pub trait Borrow<Borrowed> {
        fn borrow(&self) -> &Borrowed;
    }
    pub trait BorrowMut<Borrowed>: Borrow<Borrowed> {
        fn borrow_mut(&mut self) -> &mut Borrowed;
    }
    impl<T> Borrow<T> for T {}
    impl<T> BorrowMut<T> for T {}
    impl<T> Borrow<T> for &T {}
    impl<T> Borrow<T> for &mut T {}
    impl<T> BorrowMut<T> for &mut T {}
    pub trait ToOwned {
        type Owned: Borrow<Self>;
        fn to_owned(&self) -> Self::Owned;
        fn clone_into(&self, target: &mut Self::Owned) {}
    }
    impl<T: Clone> ToOwned for T {
        type Owned = T;
    }
    pub enum Cow<B: ToOwned> {
        Borrowed(&B),
        Owned(B::Owned),
    }
    impl<B: ToOwned> Cow<B> {
        pub fn to_mut(&mut self) -> &mut B::Owned {}
        pub fn into_owned(self) -> B::Owned {}
    }
    impl<B: ToOwned> Clone for Cow<B> {}
    impl<B: ToOwned> AsRef<B> for Cow<B> {}
    impl<B: ToOwned> Borrow<B> for Cow<B> {}
    impl<B: ToOwned> std::ops::Deref for Cow<B> {
        type Target = B;
    }
    impl<B: ToOwned + std::fmt::Debug> std::fmt::Debug for Cow<B> {}
    impl<B: ToOwned + std::fmt::Display> std::fmt::Display for Cow<B> {}
    impl<B: ToOwned> Default for Cow<B> {}
    impl<B: ToOwned + Eq> Eq for Cow<B> {}
    impl<B: ToOwned + PartialOrd> PartialOrd for Cow<B> {}
    impl<B: ToOwned + Ord> Ord for Cow<B> {}
    impl<B: ToOwned + Hash> Hash for Cow<B> {}
    impl<B: ToOwned + PartialEq<C>, C: ToOwned> PartialEq<Cow<C>> for Cow<B> {}
    impl PartialEq<str> for Cow<str> {}
    impl PartialEq<&str> for Cow<str> {}
    impl PartialEq<String> for Cow<str> {}
    impl PartialEq<Cow<str>> for str {}
    impl PartialEq<Cow<str>> for &str {}
    impl<T: PartialEq<U>, U> PartialEq<Vec<U>> for Cow<[T]> {}
    impl<T: PartialEq<U>, U> PartialEq<&[U]> for Cow<[T]> {}
    impl<T: PartialEq<U>, U> PartialEq<&mut [U]> for Cow<[T]> {}
    impl std::ops::Add<&str> for Cow<str> {
        type Output = Cow<str>;
    }
    impl std::ops::Add<Cow<str>> for Cow<str> {
        type Output = Cow<str>;
    }
    impl std::ops::AddAssign<&str> for Cow<str> {}
    impl std::ops::AddAssign<Cow<str>> for Cow<str> {}
    impl From<&str> for Cow<str> {}
    impl From<String> for Cow<str> {}
    impl From<&String> for Cow<str> {}
    impl FromIterator<char> for Cow<str> {}
    impl FromIterator<&str> for Cow<str> {}
    impl FromIterator<String> for Cow<str> {}
    impl<T> From<&[T]> for Cow<[T]> {}
    impl<T> From<&[T; 0]> for Cow<[T]> {}
    impl<T> From<Vec<T>> for Cow<[T]> {}
    impl<T> From<&Vec<T>> for Cow<[T]> {}
    impl<T> FromIterator<T> for Cow<[T]> {}
}

pub mod convert {
    pub trait AsRef<T> {
        fn as_ref(&self) -> &T;
    }
    pub trait AsMut<T> {
        fn as_mut(&mut self) -> &mut T;
    }
    pub trait Into<T> {
        fn into(self) -> T;
    }
    pub trait From<T> {
        fn from(value: T) -> Self;
    }
    pub trait TryInto<T> {
        type Error;
        fn try_into(self) -> Result<T, Self::Error>;
    }
    pub trait TryFrom<T> {
        type Error;
        fn try_from(value: T) -> Result<Self, Self::Error>;
    }
    impl<T> From<T> for T {}
    impl<T, U: From<T>> Into<U> for T {}
    impl<T, U: Into<T>> TryFrom<U> for T {
        type Error = Infallible;
    }
    impl<T, U: TryFrom<T>> TryInto<U> for T {
        type Error = U::Error;
    }
    impl<T: AsRef<U>, U> AsRef<U> for &T {}
    impl<T: AsRef<U>, U> AsRef<U> for &mut T {}
    impl<T: AsMut<U>, U> AsMut<U> for &mut T {}
    pub enum Infallible {}
    impl Clone for Infallible {}
    impl Copy for Infallible {}
    impl std::fmt::Debug for Infallible {}
    impl std::fmt::Display for Infallible {}
    impl PartialEq for Infallible {}
    impl Eq for Infallible {}
    impl PartialOrd for Infallible {}
    impl Ord for Infallible {}
    impl Hash for Infallible {}
    impl std::error::Error for Infallible {}
    pub fn identity<T>(x: T) -> T {}
}

pub mod clone {
    pub trait Clone {
        fn clone(&self) -> Self;
        fn clone_from(&mut self, source: &Self) {}
    }
    impl<T> Clone for &T {}
    impl<T> Clone for *const T {}
    impl<T> Clone for *mut T {}
    impl Clone for ! {}
}

pub mod cmp {
    pub trait PartialEq<Rhs = Self> {
        fn eq(&self, other: &Rhs) -> bool;
        fn ne(&self, other: &Rhs) -> bool {}
    }
    pub trait Eq: PartialEq {}
    pub trait PartialOrd<Rhs = Self>: PartialEq<Rhs> {
        fn partial_cmp(&self, other: &Rhs) -> Option<Ordering>;
        fn lt(&self, other: &Rhs) -> bool {}
        fn le(&self, other: &Rhs) -> bool {}
        fn gt(&self, other: &Rhs) -> bool {}
        fn ge(&self, other: &Rhs) -> bool {}
    }
    pub trait Ord: Eq + PartialOrd {
        fn cmp(&self, other: &Self) -> Ordering;
        fn max(self, other: Self) -> Self {}
        fn min(self, other: Self) -> Self {}
        fn clamp(self, min: Self, max: Self) -> Self {}
    }
    pub enum Ordering {
        Less,
        Equal,
        Greater,
    }
    impl Ordering {
        pub fn is_eq(self) -> bool {}
        pub fn is_ne(self) -> bool {}
        pub fn is_lt(self) -> bool {}
        pub fn is_gt(self) -> bool {}
        pub fn is_le(self) -> bool {}
        pub fn is_ge(self) -> bool {}
        pub fn reverse(self) -> Ordering {}
        pub fn then(self, other: Ordering) -> Ordering {}
        pub fn then_with<F: FnOnce() -> Ordering>(self, f: F) -> Ordering {}
    }
    impl Clone for Ordering {}
    impl Copy for Ordering {}
    impl std::fmt::Debug for Ordering {}
    impl PartialEq for Ordering {}
    impl Eq for Ordering {}
    impl PartialOrd for Ordering {}
    impl Ord for Ordering {}
    impl Hash for Ordering {}
    pub struct Reverse<T>(pub T);
    impl<T: Clone> Clone for Reverse<T> {}
    impl<T: Copy> Copy for Reverse<T> {}
    impl<T: std::fmt::Debug> std::fmt::Debug for Reverse<T> {}
    impl<T: PartialEq> PartialEq for Reverse<T> {}
    impl<T: Eq> Eq for Reverse<T> {}
    impl<T: PartialOrd> PartialOrd for Reverse<T> {}
    impl<T: Ord> Ord for Reverse<T> {}
    impl<T: Hash> Hash for Reverse<T> {}
    impl<T: Default> Default for Reverse<T> {}
    pub fn min<T: Ord>(v1: T, v2: T) -> T {}
    pub fn max<T: Ord>(v1: T, v2: T) -> T {}
    pub fn min_by<T, F: FnOnce(&T, &T) -> Ordering>(v1: T, v2: T, compare: F) -> T {}
    pub fn max_by<T, F: FnOnce(&T, &T) -> Ordering>(v1: T, v2: T, compare: F) -> T {}
    pub fn min_by_key<T, F: FnMut(&T) -> K, K: Ord>(v1: T, v2: T, f: F) -> T {}
    pub fn max_by_key<T, F: FnMut(&T) -> K, K: Ord>(v1: T, v2: T, f: F) -> T {}
    impl<A: PartialEq<B>, B> PartialEq<&B> for &A {}
    impl<A: PartialEq<B>, B> PartialEq<&mut B> for &mut A {}
    impl<A: PartialEq<B>, B> PartialEq<&mut B> for &A {}
    impl<A: PartialEq<B>, B> PartialEq<&B> for &mut A {}
    impl<A: PartialOrd<B>, B> PartialOrd<&B> for &A {}
    impl<A: PartialOrd<B>, B> PartialOrd<&mut B> for &mut A {}
    impl<T: Eq> Eq for &T {}
    impl<T: Ord> Ord for &T {}
    impl<T: Eq> Eq for &mut T {}
    impl<T: Ord> Ord for &mut T {}
    impl<T> PartialEq for *const T {}
    impl<T> Eq for *const T {}
    impl<T> PartialOrd for *const T {}
    impl<T> Ord for *const T {}
    impl<T> PartialEq for *mut T {}
    impl<T> Eq for *mut T {}
    impl<T> PartialOrd for *mut T {}
    impl<T> Ord for *mut T {}
    impl PartialEq for ! {}
    impl Eq for ! {}
    impl PartialOrd for ! {}
    impl Ord for ! {}
}

pub mod default {
    pub trait Default {
        fn default() -> Self;
    }
    impl<T> Default for *const T {}
    impl<T> Default for *mut T {}
}

pub mod ops {
    pub trait Add<Rhs = Self> {
        type Output;
        fn add(self, rhs: Rhs) -> Self::Output;
    }
    pub trait Sub<Rhs = Self> {
        type Output;
        fn sub(self, rhs: Rhs) -> Self::Output;
    }
    pub trait Mul<Rhs = Self> {
        type Output;
        fn mul(self, rhs: Rhs) -> Self::Output;
    }
    pub trait Div<Rhs = Self> {
        type Output;
        fn div(self, rhs: Rhs) -> Self::Output;
    }
    pub trait Rem<Rhs = Self> {
        type Output;
        fn rem(self, rhs: Rhs) -> Self::Output;
    }
    pub trait BitAnd<Rhs = Self> {
        type Output;
        fn bitand(self, rhs: Rhs) -> Self::Output;
    }
    pub trait BitOr<Rhs = Self> {
        type Output;
        fn bitor(self, rhs: Rhs) -> Self::Output;
    }
    pub trait BitXor<Rhs = Self> {
        type Output;
        fn bitxor(self, rhs: Rhs) -> Self::Output;
    }
    pub trait Shl<Rhs = Self> {
        type Output;
        fn shl(self, rhs: Rhs) -> Self::Output;
    }
    pub trait Shr<Rhs = Self> {
        type Output;
        fn shr(self, rhs: Rhs) -> Self::Output;
    }
    pub trait AddAssign<Rhs = Self> {
        fn add_assign(&mut self, rhs: Rhs);
    }
    pub trait SubAssign<Rhs = Self> {
        fn sub_assign(&mut self, rhs: Rhs);
    }
    pub trait MulAssign<Rhs = Self> {
        fn mul_assign(&mut self, rhs: Rhs);
    }
    pub trait DivAssign<Rhs = Self> {
        fn div_assign(&mut self, rhs: Rhs);
    }
    pub trait RemAssign<Rhs = Self> {
        fn rem_assign(&mut self, rhs: Rhs);
    }
    pub trait BitAndAssign<Rhs = Self> {
        fn bitand_assign(&mut self, rhs: Rhs);
    }
    pub trait BitOrAssign<Rhs = Self> {
        fn bitor_assign(&mut self, rhs: Rhs);
    }
    pub trait BitXorAssign<Rhs = Self> {
        fn bitxor_assign(&mut self, rhs: Rhs);
    }
    pub trait ShlAssign<Rhs = Self> {
        fn shl_assign(&mut self, rhs: Rhs);
    }
    pub trait ShrAssign<Rhs = Self> {
        fn shr_assign(&mut self, rhs: Rhs);
    }
    pub trait Neg {
        type Output;
        fn neg(self) -> Self::Output;
    }
    pub trait Not {
        type Output;
        fn not(self) -> Self::Output;
    }
    impl Not for bool {
        type Output = bool;
    }
    impl Not for &bool {
        type Output = bool;
    }
    impl Not for ! {
        type Output = !;
    }
    pub trait Deref {
        type Target;
        fn deref(&self) -> &Self::Target;
    }
    pub trait DerefMut: Deref {
        fn deref_mut(&mut self) -> &mut Self::Target;
    }
    impl<T> Deref for &T {
        type Target = T;
    }
    impl<T> Deref for &mut T {
        type Target = T;
    }
    impl<T> DerefMut for &mut T {}
    pub trait Index<Idx> {
        type Output;
        fn index(&self, index: Idx) -> &Self::Output;
    }
    pub trait IndexMut<Idx>: Index<Idx> {
        fn index_mut(&mut self, index: Idx) -> &mut Self::Output;
    }
    pub trait Drop {
        fn drop(&mut self);
    }
    pub trait FnOnce<Args> {
        type Output;
    }
    pub trait FnMut<Args>: FnOnce<Args> {}
    pub trait Fn<Args>: FnMut<Args> {}
    impl<A, F: Fn<A>> FnOnce<A> for &F {
        type Output = F::Output;
    }
    impl<A, F: Fn<A>> FnMut<A> for &F {}
    impl<A, F: Fn<A>> Fn<A> for &F {}
    impl<A, F: FnMut<A>> FnOnce<A> for &mut F {
        type Output = F::Output;
    }
    impl<A, F: FnMut<A>> FnMut<A> for &mut F {}
    pub trait AsyncFnOnce<Args> {}
    pub trait AsyncFnMut<Args>: AsyncFnOnce<Args> {}
    pub trait AsyncFn<Args>: AsyncFnMut<Args> {}

    pub struct Range<Idx> {
        pub start: Idx,
        pub end: Idx,
    }
    impl<Idx> Range<Idx> {
        pub fn contains<U>(&self, item: &U) -> bool {}
        pub fn is_empty(&self) -> bool {}
    }
    pub struct RangeFrom<Idx> {
        pub start: Idx,
    }
    impl<Idx> RangeFrom<Idx> {
        pub fn contains<U>(&self, item: &U) -> bool {}
    }
    pub struct RangeTo<Idx> {
        pub end: Idx,
    }
    impl<Idx> RangeTo<Idx> {
        pub fn contains<U>(&self, item: &U) -> bool {}
    }
    pub struct RangeInclusive<Idx>(Idx);
    impl<Idx> RangeInclusive<Idx> {
        pub fn new(start: Idx, end: Idx) -> Self {}
        pub fn start(&self) -> &Idx {}
        pub fn end(&self) -> &Idx {}
        pub fn into_inner(self) -> (Idx, Idx) {}
        pub fn contains<U>(&self, item: &U) -> bool {}
        pub fn is_empty(&self) -> bool {}
    }
    pub struct RangeToInclusive<Idx> {
        pub end: Idx,
    }
    impl<Idx> RangeToInclusive<Idx> {
        pub fn contains<U>(&self, item: &U) -> bool {}
    }
    pub struct RangeFull;
    impl<Idx: Clone> Clone for Range<Idx> {}
    impl<Idx: std::fmt::Debug> std::fmt::Debug for Range<Idx> {}
    impl<Idx: PartialEq> PartialEq for Range<Idx> {}
    impl<Idx: Eq> Eq for Range<Idx> {}
    impl<Idx: Hash> Hash for Range<Idx> {}
    impl<Idx: Default> Default for Range<Idx> {}
    impl<Idx: Clone> Clone for RangeFrom<Idx> {}
    impl<Idx: std::fmt::Debug> std::fmt::Debug for RangeFrom<Idx> {}
    impl<Idx: PartialEq> PartialEq for RangeFrom<Idx> {}
    impl<Idx: Eq> Eq for RangeFrom<Idx> {}
    impl<Idx: Hash> Hash for RangeFrom<Idx> {}
    impl<Idx: Clone> Clone for RangeTo<Idx> {}
    impl<Idx: Copy> Copy for RangeTo<Idx> {}
    impl<Idx: std::fmt::Debug> std::fmt::Debug for RangeTo<Idx> {}
    impl<Idx: PartialEq> PartialEq for RangeTo<Idx> {}
    impl<Idx: Eq> Eq for RangeTo<Idx> {}
    impl<Idx: Hash> Hash for RangeTo<Idx> {}
    impl<Idx: Clone> Clone for RangeInclusive<Idx> {}
    impl<Idx: std::fmt::Debug> std::fmt::Debug for RangeInclusive<Idx> {}
    impl<Idx: PartialEq> PartialEq for RangeInclusive<Idx> {}
    impl<Idx: Eq> Eq for RangeInclusive<Idx> {}
    impl<Idx: Hash> Hash for RangeInclusive<Idx> {}
    impl<Idx: Clone> Clone for RangeToInclusive<Idx> {}
    impl<Idx: Copy> Copy for RangeToInclusive<Idx> {}
    impl<Idx: std::fmt::Debug> std::fmt::Debug for RangeToInclusive<Idx> {}
    impl<Idx: PartialEq> PartialEq for RangeToInclusive<Idx> {}
    impl<Idx: Eq> Eq for RangeToInclusive<Idx> {}
    impl<Idx: Hash> Hash for RangeToInclusive<Idx> {}
    impl Clone for RangeFull {}
    impl Copy for RangeFull {}
    impl std::fmt::Debug for RangeFull {}
    impl PartialEq for RangeFull {}
    impl Eq for RangeFull {}
    impl Hash for RangeFull {}
    impl Default for RangeFull {}
    impl<A> Iterator for Range<A> {
        type Item = A;
    }
    impl<A> Iterator for RangeFrom<A> {
        type Item = A;
    }
    impl<A> Iterator for RangeInclusive<A> {
        type Item = A;
    }
    impl<A> DoubleEndedIterator for Range<A> {}
    impl<A> ExactSizeIterator for Range<A> {}
    impl<A> std::iter::FusedIterator for Range<A> {}
    impl<A> std::iter::FusedIterator for RangeFrom<A> {}
    impl<A> DoubleEndedIterator for RangeInclusive<A> {}
    impl<A> ExactSizeIterator for RangeInclusive<A> {}
    impl<A> std::iter::FusedIterator for RangeInclusive<A> {}
    pub trait RangeBounds<T> {
        fn start_bound(&self) -> Bound<&T>;
        fn end_bound(&self) -> Bound<&T>;
        fn contains<U>(&self, item: &U) -> bool {}
    }
    impl<T> RangeBounds<T> for RangeFull {}
    impl<T> RangeBounds<T> for Range<T> {}
    impl<T> RangeBounds<T> for RangeFrom<T> {}
    impl<T> RangeBounds<T> for RangeTo<T> {}
    impl<T> RangeBounds<T> for RangeInclusive<T> {}
    impl<T> RangeBounds<T> for RangeToInclusive<T> {}
    impl<T> RangeBounds<T> for (Bound<T>, Bound<T>) {}
    impl<T> RangeBounds<T> for Range<&T> {}
    impl<T> RangeBounds<T> for RangeFrom<&T> {}
    impl<T> RangeBounds<T> for RangeTo<&T> {}
    impl<T> RangeBounds<T> for RangeInclusive<&T> {}
    impl<T> RangeBounds<T> for RangeToInclusive<&T> {}
    impl<T> RangeBounds<T> for (Bound<&T>, Bound<&T>) {}
    pub enum Bound<T> {
        Included(T),
        Excluded(T),
        Unbounded,
    }
    impl<T> Bound<T> {
        pub fn as_ref(&self) -> Bound<&T> {}
        pub fn map<U, F: FnOnce(T) -> U>(self, f: F) -> Bound<U> {}
    }
    impl<T> Bound<&T> {
        pub fn cloned(self) -> Bound<T> {}
    }
    impl<T: Clone> Clone for Bound<T> {}
    impl<T: Copy> Copy for Bound<T> {}
    impl<T: std::fmt::Debug> std::fmt::Debug for Bound<T> {}
    impl<T: PartialEq> PartialEq for Bound<T> {}
    impl<T: Eq> Eq for Bound<T> {}
    impl<T: Hash> Hash for Bound<T> {}
    pub enum ControlFlow<B, C = ()> {
        Continue(C),
        Break(B),
    }
    impl<B, C> ControlFlow<B, C> {
        pub fn is_break(&self) -> bool {}
        pub fn is_continue(&self) -> bool {}
        pub fn break_value(self) -> Option<B> {}
        pub fn map_break<T, F: FnOnce(B) -> T>(self, f: F) -> ControlFlow<T, C> {}
        pub fn continue_value(self) -> Option<C> {}
        pub fn map_continue<T, F: FnOnce(C) -> T>(self, f: F) -> ControlFlow<B, T> {}
    }
    impl<B: Clone, C: Clone> Clone for ControlFlow<B, C> {}
    impl<B: Copy, C: Copy> Copy for ControlFlow<B, C> {}
    impl<B: std::fmt::Debug, C: std::fmt::Debug> std::fmt::Debug for ControlFlow<B, C> {}
    impl<B: PartialEq, C: PartialEq> PartialEq for ControlFlow<B, C> {}
    impl<B: Eq, C: Eq> Eq for ControlFlow<B, C> {}
    impl<B: Hash, C: Hash> Hash for ControlFlow<B, C> {}
}

pub mod hash {
    pub trait Hash {
        fn hash<H: Hasher>(&self, state: &mut H);
        fn hash_slice<H: Hasher>(data: &[Self], state: &mut H) {}
    }
    pub trait Hasher {
        fn finish(&self) -> u64;
        fn write(&mut self, bytes: &[u8]);
        fn write_u8(&mut self, i: u8) {}
        fn write_u16(&mut self, i: u16) {}
        fn write_u32(&mut self, i: u32) {}
        fn write_u64(&mut self, i: u64) {}
        fn write_u128(&mut self, i: u128) {}
        fn write_usize(&mut self, i: usize) {}
        fn write_i8(&mut self, i: i8) {}
        fn write_i16(&mut self, i: i16) {}
        fn write_i32(&mut self, i: i32) {}
        fn write_i64(&mut self, i: i64) {}
        fn write_i128(&mut self, i: i128) {}
        fn write_isize(&mut self, i: isize) {}
    }
    impl<H: Hasher> Hasher for &mut H {}
    pub trait BuildHasher {
        type Hasher: Hasher;
        fn build_hasher(&self) -> Self::Hasher;
        fn hash_one<T: Hash>(&self, x: T) -> u64 {}
    }
    pub struct DefaultHasher;
    impl DefaultHasher {
        pub fn new() -> DefaultHasher {}
    }
    impl Clone for DefaultHasher {}
    impl std::fmt::Debug for DefaultHasher {}
    impl Default for DefaultHasher {}
    impl Hasher for DefaultHasher {}
    pub struct RandomState;
    impl RandomState {
        pub fn new() -> RandomState {}
    }
    impl Clone for RandomState {}
    impl std::fmt::Debug for RandomState {}
    impl Default for RandomState {}
    impl BuildHasher for RandomState {
        type Hasher = DefaultHasher;
    }
    pub struct BuildHasherDefault<H>(H);
    impl<H> BuildHasherDefault<H> {
        pub fn new() -> Self {}
    }
    impl<H> Clone for BuildHasherDefault<H> {}
    impl<H> std::fmt::Debug for BuildHasherDefault<H> {}
    impl<H> Default for BuildHasherDefault<H> {}
    impl<H> PartialEq for BuildHasherDefault<H> {}
    impl<H> Eq for BuildHasherDefault<H> {}
    impl<H: Default + Hasher> BuildHasher for BuildHasherDefault<H> {
        type Hasher = H;
    }
    #[deprecated(since = "1.13.0", note = "use `std::hash::DefaultHasher` instead")]
    pub struct SipHasher;
    impl SipHasher {
        pub fn new() -> SipHasher {}
        pub fn new_with_keys(key0: u64, key1: u64) -> SipHasher {}
    }
    impl Clone for SipHasher {}
    impl std::fmt::Debug for SipHasher {}
    impl Default for SipHasher {}
    impl Hasher for SipHasher {}
    impl<T: Hash> Hash for &T {}
    impl<T: Hash> Hash for &mut T {}
    impl<T> Hash for *const T {}
    impl<T> Hash for *mut T {}
    impl Hash for ! {}
}

pub mod marker {
    pub trait Copy: Clone {}
    pub trait Send {}
    pub trait Sync {}
    pub trait Sized {}
    pub trait Unpin {}
    impl<T> Copy for &T {}
    impl<T> Copy for *const T {}
    impl<T> Copy for *mut T {}
    impl Copy for ! {}
    pub struct PhantomData<T>(T);
    impl<T> Clone for PhantomData<T> {}
    impl<T> Copy for PhantomData<T> {}
    impl<T> std::fmt::Debug for PhantomData<T> {}
    impl<T> PartialEq for PhantomData<T> {}
    impl<T> Eq for PhantomData<T> {}
    impl<T> PartialOrd for PhantomData<T> {}
    impl<T> Ord for PhantomData<T> {}
    impl<T> Hash for PhantomData<T> {}
    impl<T> Default for PhantomData<T> {}
    pub struct PhantomPinned;
    impl Clone for PhantomPinned {}
    impl Copy for PhantomPinned {}
    impl std::fmt::Debug for PhantomPinned {}
    impl PartialEq for PhantomPinned {}
    impl Eq for PhantomPinned {}
    impl PartialOrd for PhantomPinned {}
    impl Ord for PhantomPinned {}
    impl Hash for PhantomPinned {}
    impl Default for PhantomPinned {}
}

pub mod mem {
    pub fn swap<T>(x: &mut T, y: &mut T) {}
    pub fn replace<T>(dest: &mut T, src: T) -> T {}
    pub fn take<T: Default>(dest: &mut T) -> T {}
    pub fn drop<T>(x: T) {}
    pub fn forget<T>(t: T) {}
    pub fn size_of<T>() -> usize {}
    pub fn size_of_val<T>(val: &T) -> usize {}
    pub fn align_of<T>() -> usize {}
    pub fn align_of_val<T>(val: &T) -> usize {}
    pub fn min_align_of<T>() -> usize {}
    pub fn min_align_of_val<T>(val: &T) -> usize {}
    pub fn needs_drop<T>() -> bool {}
    pub fn zeroed<T>() -> T {}
    #[deprecated(since = "1.39.0", note = "use `mem::MaybeUninit` instead")]
    pub fn uninitialized<T>() -> T {}
    pub fn transmute<Src, Dst>(src: Src) -> Dst {}
    pub fn transmute_copy<Src, Dst>(src: &Src) -> Dst {}
    pub fn discriminant<T>(v: &T) -> Discriminant<T> {}
    pub struct Discriminant<T>(T);
    impl<T> Clone for Discriminant<T> {}
    impl<T> Copy for Discriminant<T> {}
    impl<T> std::fmt::Debug for Discriminant<T> {}
    impl<T> PartialEq for Discriminant<T> {}
    impl<T> Eq for Discriminant<T> {}
    impl<T> Hash for Discriminant<T> {}
    pub struct ManuallyDrop<T>(T);
    impl<T> ManuallyDrop<T> {
        pub fn new(value: T) -> ManuallyDrop<T> {}
        pub fn into_inner(slot: ManuallyDrop<T>) -> T {}
        pub fn take(slot: &mut ManuallyDrop<T>) -> T {}
        pub fn drop(slot: &mut ManuallyDrop<T>) {}
    }
    impl<T> std::ops::Deref for ManuallyDrop<T> {
        type Target = T;
    }
    impl<T> std::ops::DerefMut for ManuallyDrop<T> {}
    impl<T: Clone> Clone for ManuallyDrop<T> {}
    impl<T: Copy> Copy for ManuallyDrop<T> {}
    impl<T: std::fmt::Debug> std::fmt::Debug for ManuallyDrop<T> {}
    impl<T: PartialEq> PartialEq for ManuallyDrop<T> {}
    impl<T: Eq> Eq for ManuallyDrop<T> {}
    impl<T: PartialOrd> PartialOrd for ManuallyDrop<T> {}
    impl<T: Ord> Ord for ManuallyDrop<T> {}
    impl<T: Hash> Hash for ManuallyDrop<T> {}
    impl<T: Default> Default for ManuallyDrop<T> {}
    pub struct MaybeUninit<T>(T);
    impl<T> MaybeUninit<T> {
        pub fn new(val: T) -> MaybeUninit<T> {}
        pub fn uninit() -> MaybeUninit<T> {}
        pub fn zeroed() -> MaybeUninit<T> {}
        pub fn write(&mut self, val: T) -> &mut T {}
        pub fn as_ptr(&self) -> *const T {}
        pub fn as_mut_ptr(&mut self) -> *mut T {}
        pub fn assume_init(self) -> T {}
        pub fn assume_init_read(&self) -> T {}
        pub fn assume_init_drop(&mut self) {}
        pub fn assume_init_ref(&self) -> &T {}
        pub fn assume_init_mut(&mut self) -> &mut T {}
    }
    impl<T: Copy> Clone for MaybeUninit<T> {}
    impl<T> std::fmt::Debug for MaybeUninit<T> {}
    impl<T: Copy> Copy for MaybeUninit<T> {}
    impl<T> AsRef<[MaybeUninit<T>]> for MaybeUninit<[T; 0]> {}
    impl<T> AsMut<[MaybeUninit<T>]> for MaybeUninit<[T; 0]> {}
    impl<T> AsRef<[MaybeUninit<T>; 0]> for MaybeUninit<[T; 0]> {}
    impl<T> AsMut<[MaybeUninit<T>; 0]> for MaybeUninit<[T; 0]> {}
    impl<T> From<[MaybeUninit<T>; 0]> for MaybeUninit<[T; 0]> {}
    impl<T> From<MaybeUninit<[T; 0]>> for [MaybeUninit<T>; 0] {}
}

pub mod ptr {
    pub fn null<T>() -> *const T {}
    pub fn null_mut<T>() -> *mut T {}
    pub fn dangling<T>() -> *const T {}
    pub fn dangling_mut<T>() -> *mut T {}
    pub fn without_provenance<T>(addr: usize) -> *const T {}
    pub fn without_provenance_mut<T>(addr: usize) -> *mut T {}
    pub fn with_exposed_provenance<T>(addr: usize) -> *const T {}
    pub fn with_exposed_provenance_mut<T>(addr: usize) -> *mut T {}
    pub fn from_ref<T>(r: &T) -> *const T {}
    pub fn from_mut<T>(r: &mut T) -> *mut T {}
    pub fn slice_from_raw_parts<T>(data: *const T, len: usize) -> *const [T] {}
    pub fn slice_from_raw_parts_mut<T>(data: *mut T, len: usize) -> *mut [T] {}
    pub fn eq<T>(a: *const T, b: *const T) -> bool {}
    pub fn addr_eq<T, U>(p: *const T, q: *const U) -> bool {}
    pub fn fn_addr_eq<T, U>(f: T, g: U) -> bool {}
    pub fn hash<T, S: Hasher>(hashee: *const T, into: &mut S) {}
    pub fn copy<T>(src: *const T, dst: *mut T, count: usize) {}
    pub fn copy_nonoverlapping<T>(src: *const T, dst: *mut T, count: usize) {}
    pub fn drop_in_place<T>(to_drop: *mut T) {}
    pub fn read<T>(src: *const T) -> T {}
    pub fn read_unaligned<T>(src: *const T) -> T {}
    pub fn read_volatile<T>(src: *const T) -> T {}
    pub fn write<T>(dst: *mut T, src: T) {}
    pub fn write_unaligned<T>(dst: *mut T, src: T) {}
    pub fn write_volatile<T>(dst: *mut T, src: T) {}
    pub fn write_bytes<T>(dst: *mut T, val: u8, count: usize) {}
    pub fn replace<T>(dst: *mut T, src: T) -> T {}
    pub fn swap<T>(a: *mut T, b: *mut T) {}
    pub fn swap_nonoverlapping<T>(x: *mut T, y: *mut T, count: usize) {}
    pub struct NonNull<T>(T);
    impl<T> NonNull<T> {
        pub fn dangling() -> Self {}
        pub fn without_provenance(addr: std::num::NonZero<usize>) -> Self {}
        pub fn with_exposed_provenance(addr: std::num::NonZero<usize>) -> Self {}
        pub fn new_unchecked(ptr: *mut T) -> Self {}
        pub fn new(ptr: *mut T) -> Option<Self> {}
        pub fn from_ref(r: &T) -> Self {}
        pub fn from_mut(r: &mut T) -> Self {}
        pub fn addr(self) -> std::num::NonZero<usize> {}
        pub fn expose_provenance(self) -> std::num::NonZero<usize> {}
        pub fn with_addr(self, addr: std::num::NonZero<usize>) -> Self {}
        pub fn map_addr(self, f: impl FnOnce(std::num::NonZero<usize>) -> std::num::NonZero<usize>) -> Self {}
        pub fn as_ptr(self) -> *mut T {}
        pub fn as_ref(&self) -> &T {}
        pub fn as_mut(&mut self) -> &mut T {}
        pub fn cast<U>(self) -> NonNull<U> {}
        pub fn offset(self, count: isize) -> Self {}
        pub fn byte_offset(self, count: isize) -> Self {}
        pub fn add(self, count: usize) -> Self {}
        pub fn byte_add(self, count: usize) -> Self {}
        pub fn sub(self, count: usize) -> Self {}
        pub fn byte_sub(self, count: usize) -> Self {}
        pub fn offset_from(self, origin: NonNull<T>) -> isize {}
        pub fn byte_offset_from<U>(self, origin: NonNull<U>) -> isize {}
        pub fn offset_from_unsigned(self, subtracted: NonNull<T>) -> usize {}
        pub fn byte_offset_from_unsigned<U>(self, origin: NonNull<U>) -> usize {}
        pub fn read(self) -> T {}
        pub fn read_volatile(self) -> T {}
        pub fn read_unaligned(self) -> T {}
        pub fn copy_to(self, dest: NonNull<T>, count: usize) {}
        pub fn copy_to_nonoverlapping(self, dest: NonNull<T>, count: usize) {}
        pub fn copy_from(self, src: NonNull<T>, count: usize) {}
        pub fn copy_from_nonoverlapping(self, src: NonNull<T>, count: usize) {}
        pub fn drop_in_place(self) {}
        pub fn write(self, val: T) {}
        pub fn write_volatile(self, val: T) {}
        pub fn write_unaligned(self, val: T) {}
        pub fn write_bytes(self, val: u8, count: usize) {}
        pub fn replace(self, src: T) -> T {}
        pub fn swap(self, with: NonNull<T>) {}
        pub fn align_offset(self, align: usize) -> usize {}
        pub fn is_aligned(self) -> bool {}
    }
    impl<T> NonNull<[T]> {
        pub fn slice_from_raw_parts(data: NonNull<T>, len: usize) -> Self {}
        pub fn len(self) -> usize {}
        pub fn is_empty(self) -> bool {}
    }
    impl<T> Clone for NonNull<T> {}
    impl<T> Copy for NonNull<T> {}
    impl<T> std::fmt::Debug for NonNull<T> {}
    impl<T> PartialEq for NonNull<T> {}
    impl<T> Eq for NonNull<T> {}
    impl<T> PartialOrd for NonNull<T> {}
    impl<T> Ord for NonNull<T> {}
    impl<T> Hash for NonNull<T> {}
    impl<T> std::fmt::Pointer for NonNull<T> {}
    impl<T> From<&T> for NonNull<T> {}
    impl<T> From<&mut T> for NonNull<T> {}
}

pub mod any {
    pub trait Any {
        fn type_id(&self) -> TypeId;
    }
    impl<T> Any for T {}
    impl dyn Any {
        pub fn is<T: Any>(&self) -> bool {}
        pub fn downcast_ref<T: Any>(&self) -> Option<&T> {}
        pub fn downcast_mut<T: Any>(&mut self) -> Option<&mut T> {}
    }
    impl dyn Any + Send {
        pub fn is<T: Any>(&self) -> bool {}
        pub fn downcast_ref<T: Any>(&self) -> Option<&T> {}
        pub fn downcast_mut<T: Any>(&mut self) -> Option<&mut T> {}
    }
    impl dyn Any + Send + Sync {
        pub fn is<T: Any>(&self) -> bool {}
        pub fn downcast_ref<T: Any>(&self) -> Option<&T> {}
        pub fn downcast_mut<T: Any>(&mut self) -> Option<&mut T> {}
    }
    impl std::fmt::Debug for dyn Any {}
    impl std::fmt::Debug for dyn Any + Send {}
    impl std::fmt::Debug for dyn Any + Send + Sync {}
    pub struct TypeId;
    impl TypeId {
        pub fn of<T>() -> TypeId {}
    }
    impl Clone for TypeId {}
    impl Copy for TypeId {}
    impl std::fmt::Debug for TypeId {}
    impl PartialEq for TypeId {}
    impl Eq for TypeId {}
    impl PartialOrd for TypeId {}
    impl Ord for TypeId {}
    impl Hash for TypeId {}
    pub fn type_name<T>() -> &str {}
    pub fn type_name_of_val<T>(val: &T) -> &str {}
}

pub mod num {
    pub struct ParseIntError;
    impl ParseIntError {
        pub fn kind(&self) -> &IntErrorKind {}
    }
    impl Clone for ParseIntError {}
    impl std::fmt::Debug for ParseIntError {}
    impl std::fmt::Display for ParseIntError {}
    impl PartialEq for ParseIntError {}
    impl Eq for ParseIntError {}
    impl std::error::Error for ParseIntError {}
    pub enum IntErrorKind {
        Empty,
        InvalidDigit,
        PosOverflow,
        NegOverflow,
        Zero,
    }
    impl Clone for IntErrorKind {}
    impl Copy for IntErrorKind {}
    impl std::fmt::Debug for IntErrorKind {}
    impl PartialEq for IntErrorKind {}
    impl Eq for IntErrorKind {}
    impl Hash for IntErrorKind {}
    pub struct ParseFloatError;
    impl Clone for ParseFloatError {}
    impl std::fmt::Debug for ParseFloatError {}
    impl std::fmt::Display for ParseFloatError {}
    impl PartialEq for ParseFloatError {}
    impl Eq for ParseFloatError {}
    impl std::error::Error for ParseFloatError {}
    pub struct TryFromIntError;
    impl Clone for TryFromIntError {}
    impl Copy for TryFromIntError {}
    impl std::fmt::Debug for TryFromIntError {}
    impl std::fmt::Display for TryFromIntError {}
    impl PartialEq for TryFromIntError {}
    impl Eq for TryFromIntError {}
    impl std::error::Error for TryFromIntError {}
    impl From<std::convert::Infallible> for TryFromIntError {}
    pub enum FpCategory {
        Nan,
        Infinite,
        Zero,
        Subnormal,
        Normal,
    }
    impl Clone for FpCategory {}
    impl Copy for FpCategory {}
    impl std::fmt::Debug for FpCategory {}
    impl PartialEq for FpCategory {}
    impl Eq for FpCategory {}

    pub struct NonZero<T>(T);
    impl<T> NonZero<T> {
        pub const BITS: u32 = 0;
        pub const MIN: Self = 0;
        pub const MAX: Self = 0;
        pub fn new(n: T) -> Option<Self> {}
        pub fn new_unchecked(n: T) -> Self {}
        pub fn get(self) -> T {}
        pub fn leading_zeros(self) -> u32 {}
        pub fn trailing_zeros(self) -> u32 {}
        pub fn ilog2(self) -> u32 {}
        pub fn ilog10(self) -> u32 {}
        pub fn count_ones(self) -> NonZero<u32> {}
        pub fn checked_add(self, other: T) -> Option<Self> {}
        pub fn saturating_add(self, other: T) -> Self {}
        pub fn checked_mul(self, other: Self) -> Option<Self> {}
        pub fn saturating_mul(self, other: Self) -> Self {}
        pub fn checked_pow(self, other: u32) -> Option<Self> {}
        pub fn saturating_pow(self, other: u32) -> Self {}
        pub fn checked_next_power_of_two(self) -> Option<Self> {}
        pub fn midpoint(self, rhs: Self) -> Self {}
        pub fn is_power_of_two(self) -> bool {}
        pub fn isqrt(self) -> Self {}
        pub fn div_ceil(self, rhs: Self) -> Self {}
        pub fn cast_signed(self) -> Self {}
        pub fn cast_unsigned(self) -> Self {}
        pub fn abs(self) -> Self {}
        pub fn checked_abs(self) -> Option<Self> {}
        pub fn overflowing_abs(self) -> (Self, bool) {}
        pub fn saturating_abs(self) -> Self {}
        pub fn wrapping_abs(self) -> Self {}
        pub fn unsigned_abs(self) -> Self {}
        pub fn is_positive(self) -> bool {}
        pub fn is_negative(self) -> bool {}
        pub fn checked_neg(self) -> Option<Self> {}
        pub fn overflowing_neg(self) -> (Self, bool) {}
        pub fn saturating_neg(self) -> Self {}
        pub fn wrapping_neg(self) -> Self {}
    }
    impl<T: std::fmt::Debug> std::fmt::Debug for NonZero<T> {}
    impl<T: std::fmt::Display> std::fmt::Display for NonZero<T> {}
    impl<T: std::fmt::LowerHex> std::fmt::LowerHex for NonZero<T> {}
    impl<T: std::fmt::UpperHex> std::fmt::UpperHex for NonZero<T> {}
    impl<T: std::fmt::Octal> std::fmt::Octal for NonZero<T> {}
    impl<T: std::fmt::Binary> std::fmt::Binary for NonZero<T> {}
    impl<T: std::fmt::LowerExp> std::fmt::LowerExp for NonZero<T> {}
    impl<T: std::fmt::UpperExp> std::fmt::UpperExp for NonZero<T> {}
    impl<T: Hash> Hash for NonZero<T> {}
    impl<T> Clone for NonZero<T> {}
    impl<T> Copy for NonZero<T> {}
    impl<T> PartialEq for NonZero<T> {}
    impl<T> Eq for NonZero<T> {}
    impl<T> PartialOrd for NonZero<T> {}
    impl<T> Ord for NonZero<T> {}
    impl<T> std::ops::BitOr for NonZero<T> {
        type Output = NonZero<T>;
    }
    impl<T> std::ops::BitOr<T> for NonZero<T> {
        type Output = NonZero<T>;
    }
    impl<T> std::ops::BitOrAssign for NonZero<T> {}
    impl<T> std::ops::BitOrAssign<T> for NonZero<T> {}
    pub type NonZeroU8 = NonZero<u8>;
    pub type NonZeroU16 = NonZero<u16>;
    pub type NonZeroU32 = NonZero<u32>;
    pub type NonZeroU64 = NonZero<u64>;
    pub type NonZeroU128 = NonZero<u128>;
    pub type NonZeroUsize = NonZero<usize>;
    pub type NonZeroI8 = NonZero<i8>;
    pub type NonZeroI16 = NonZero<i16>;
    pub type NonZeroI32 = NonZero<i32>;
    pub type NonZeroI64 = NonZero<i64>;
    pub type NonZeroI128 = NonZero<i128>;
    pub type NonZeroIsize = NonZero<isize>;
    impl From<NonZero<u8>> for u8 {}
    impl TryFrom<u8> for NonZero<u8> {
        type Error = TryFromIntError;
    }
    impl FromStr for NonZero<u8> {
        type Err = ParseIntError;
    }
    impl std::ops::Div<NonZero<u8>> for u8 {
        type Output = u8;
    }
    impl std::ops::Rem<NonZero<u8>> for u8 {
        type Output = u8;
    }
    impl std::ops::DivAssign<NonZero<u8>> for u8 {}
    impl std::ops::RemAssign<NonZero<u8>> for u8 {}
    impl From<NonZero<u16>> for u16 {}
    impl TryFrom<u16> for NonZero<u16> {
        type Error = TryFromIntError;
    }
    impl FromStr for NonZero<u16> {
        type Err = ParseIntError;
    }
    impl std::ops::Div<NonZero<u16>> for u16 {
        type Output = u16;
    }
    impl std::ops::Rem<NonZero<u16>> for u16 {
        type Output = u16;
    }
    impl std::ops::DivAssign<NonZero<u16>> for u16 {}
    impl std::ops::RemAssign<NonZero<u16>> for u16 {}
    impl From<NonZero<u32>> for u32 {}
    impl TryFrom<u32> for NonZero<u32> {
        type Error = TryFromIntError;
    }
    impl FromStr for NonZero<u32> {
        type Err = ParseIntError;
    }
    impl std::ops::Div<NonZero<u32>> for u32 {
        type Output = u32;
    }
    impl std::ops::Rem<NonZero<u32>> for u32 {
        type Output = u32;
    }
    impl std::ops::DivAssign<NonZero<u32>> for u32 {}
    impl std::ops::RemAssign<NonZero<u32>> for u32 {}
    impl From<NonZero<u64>> for u64 {}
    impl TryFrom<u64> for NonZero<u64> {
        type Error = TryFromIntError;
    }
    impl FromStr for NonZero<u64> {
        type Err = ParseIntError;
    }
    impl std::ops::Div<NonZero<u64>> for u64 {
        type Output = u64;
    }
    impl std::ops::Rem<NonZero<u64>> for u64 {
        type Output = u64;
    }
    impl std::ops::DivAssign<NonZero<u64>> for u64 {}
    impl std::ops::RemAssign<NonZero<u64>> for u64 {}
    impl From<NonZero<u128>> for u128 {}
    impl TryFrom<u128> for NonZero<u128> {
        type Error = TryFromIntError;
    }
    impl FromStr for NonZero<u128> {
        type Err = ParseIntError;
    }
    impl std::ops::Div<NonZero<u128>> for u128 {
        type Output = u128;
    }
    impl std::ops::Rem<NonZero<u128>> for u128 {
        type Output = u128;
    }
    impl std::ops::DivAssign<NonZero<u128>> for u128 {}
    impl std::ops::RemAssign<NonZero<u128>> for u128 {}
    impl From<NonZero<usize>> for usize {}
    impl TryFrom<usize> for NonZero<usize> {
        type Error = TryFromIntError;
    }
    impl FromStr for NonZero<usize> {
        type Err = ParseIntError;
    }
    impl std::ops::Div<NonZero<usize>> for usize {
        type Output = usize;
    }
    impl std::ops::Rem<NonZero<usize>> for usize {
        type Output = usize;
    }
    impl std::ops::DivAssign<NonZero<usize>> for usize {}
    impl std::ops::RemAssign<NonZero<usize>> for usize {}
    impl From<NonZero<i8>> for i8 {}
    impl TryFrom<i8> for NonZero<i8> {
        type Error = TryFromIntError;
    }
    impl FromStr for NonZero<i8> {
        type Err = ParseIntError;
    }
    impl std::ops::Neg for NonZero<i8> {
        type Output = NonZero<i8>;
    }
    impl std::ops::Neg for &NonZero<i8> {
        type Output = NonZero<i8>;
    }
    impl From<NonZero<i16>> for i16 {}
    impl TryFrom<i16> for NonZero<i16> {
        type Error = TryFromIntError;
    }
    impl FromStr for NonZero<i16> {
        type Err = ParseIntError;
    }
    impl std::ops::Neg for NonZero<i16> {
        type Output = NonZero<i16>;
    }
    impl std::ops::Neg for &NonZero<i16> {
        type Output = NonZero<i16>;
    }
    impl From<NonZero<i32>> for i32 {}
    impl TryFrom<i32> for NonZero<i32> {
        type Error = TryFromIntError;
    }
    impl FromStr for NonZero<i32> {
        type Err = ParseIntError;
    }
    impl std::ops::Neg for NonZero<i32> {
        type Output = NonZero<i32>;
    }
    impl std::ops::Neg for &NonZero<i32> {
        type Output = NonZero<i32>;
    }
    impl From<NonZero<i64>> for i64 {}
    impl TryFrom<i64> for NonZero<i64> {
        type Error = TryFromIntError;
    }
    impl FromStr for NonZero<i64> {
        type Err = ParseIntError;
    }
    impl std::ops::Neg for NonZero<i64> {
        type Output = NonZero<i64>;
    }
    impl std::ops::Neg for &NonZero<i64> {
        type Output = NonZero<i64>;
    }
    impl From<NonZero<i128>> for i128 {}
    impl TryFrom<i128> for NonZero<i128> {
        type Error = TryFromIntError;
    }
    impl FromStr for NonZero<i128> {
        type Err = ParseIntError;
    }
    impl std::ops::Neg for NonZero<i128> {
        type Output = NonZero<i128>;
    }
    impl std::ops::Neg for &NonZero<i128> {
        type Output = NonZero<i128>;
    }
    impl From<NonZero<isize>> for isize {}
    impl TryFrom<isize> for NonZero<isize> {
        type Error = TryFromIntError;
    }
    impl FromStr for NonZero<isize> {
        type Err = ParseIntError;
    }
    impl std::ops::Neg for NonZero<isize> {
        type Output = NonZero<isize>;
    }
    impl std::ops::Neg for &NonZero<isize> {
        type Output = NonZero<isize>;
    }
    impl From<NonZero<u8>> for NonZero<u16> {}
    impl From<NonZero<u8>> for NonZero<u32> {}
    impl From<NonZero<u8>> for NonZero<u64> {}
    impl From<NonZero<u8>> for NonZero<u128> {}
    impl From<NonZero<u8>> for NonZero<usize> {}
    impl From<NonZero<u8>> for NonZero<i16> {}
    impl From<NonZero<u8>> for NonZero<i32> {}
    impl From<NonZero<u8>> for NonZero<i64> {}
    impl From<NonZero<u8>> for NonZero<i128> {}
    impl From<NonZero<u8>> for NonZero<isize> {}
    impl From<NonZero<u16>> for NonZero<u32> {}
    impl From<NonZero<u16>> for NonZero<u64> {}
    impl From<NonZero<u16>> for NonZero<u128> {}
    impl From<NonZero<u16>> for NonZero<usize> {}
    impl From<NonZero<u16>> for NonZero<i32> {}
    impl From<NonZero<u16>> for NonZero<i64> {}
    impl From<NonZero<u16>> for NonZero<i128> {}
    impl From<NonZero<u32>> for NonZero<u64> {}
    impl From<NonZero<u32>> for NonZero<u128> {}
    impl From<NonZero<u32>> for NonZero<i64> {}
    impl From<NonZero<u32>> for NonZero<i128> {}
    impl From<NonZero<u64>> for NonZero<u128> {}
    impl From<NonZero<u64>> for NonZero<i128> {}
    impl From<NonZero<i8>> for NonZero<i16> {}
    impl From<NonZero<i8>> for NonZero<i32> {}
    impl From<NonZero<i8>> for NonZero<i64> {}
    impl From<NonZero<i8>> for NonZero<i128> {}
    impl From<NonZero<i8>> for NonZero<isize> {}
    impl From<NonZero<i16>> for NonZero<i32> {}
    impl From<NonZero<i16>> for NonZero<i64> {}
    impl From<NonZero<i16>> for NonZero<i128> {}
    impl From<NonZero<i16>> for NonZero<isize> {}
    impl From<NonZero<i32>> for NonZero<i64> {}
    impl From<NonZero<i32>> for NonZero<i128> {}
    impl From<NonZero<i64>> for NonZero<i128> {}
    impl TryFrom<NonZero<u8>> for NonZero<i8> {
        type Error = TryFromIntError;
    }
    impl TryFrom<NonZero<u16>> for NonZero<u8> {
        type Error = TryFromIntError;
    }
    impl TryFrom<NonZero<u16>> for NonZero<i8> {
        type Error = TryFromIntError;
    }
    impl TryFrom<NonZero<u16>> for NonZero<i16> {
        type Error = TryFromIntError;
    }
    impl TryFrom<NonZero<u16>> for NonZero<isize> {
        type Error = TryFromIntError;
    }
    impl TryFrom<NonZero<u32>> for NonZero<u8> {
        type Error = TryFromIntError;
    }
    impl TryFrom<NonZero<u32>> for NonZero<u16> {
        type Error = TryFromIntError;
    }
    impl TryFrom<NonZero<u32>> for NonZero<usize> {
        type Error = TryFromIntError;
    }
    impl TryFrom<NonZero<u32>> for NonZero<i8> {
        type Error = TryFromIntError;
    }
    impl TryFrom<NonZero<u32>> for NonZero<i16> {
        type Error = TryFromIntError;
    }
    impl TryFrom<NonZero<u32>> for NonZero<i32> {
        type Error = TryFromIntError;
    }
    impl TryFrom<NonZero<u32>> for NonZero<isize> {
        type Error = TryFromIntError;
    }
    impl TryFrom<NonZero<u64>> for NonZero<u8> {
        type Error = TryFromIntError;
    }
    impl TryFrom<NonZero<u64>> for NonZero<u16> {
        type Error = TryFromIntError;
    }
    impl TryFrom<NonZero<u64>> for NonZero<u32> {
        type Error = TryFromIntError;
    }
    impl TryFrom<NonZero<u64>> for NonZero<usize> {
        type Error = TryFromIntError;
    }
    impl TryFrom<NonZero<u64>> for NonZero<i8> {
        type Error = TryFromIntError;
    }
    impl TryFrom<NonZero<u64>> for NonZero<i16> {
        type Error = TryFromIntError;
    }
    impl TryFrom<NonZero<u64>> for NonZero<i32> {
        type Error = TryFromIntError;
    }
    impl TryFrom<NonZero<u64>> for NonZero<i64> {
        type Error = TryFromIntError;
    }
    impl TryFrom<NonZero<u64>> for NonZero<isize> {
        type Error = TryFromIntError;
    }
    impl TryFrom<NonZero<u128>> for NonZero<u8> {
        type Error = TryFromIntError;
    }
    impl TryFrom<NonZero<u128>> for NonZero<u16> {
        type Error = TryFromIntError;
    }
    impl TryFrom<NonZero<u128>> for NonZero<u32> {
        type Error = TryFromIntError;
    }
    impl TryFrom<NonZero<u128>> for NonZero<u64> {
        type Error = TryFromIntError;
    }
    impl TryFrom<NonZero<u128>> for NonZero<usize> {
        type Error = TryFromIntError;
    }
    impl TryFrom<NonZero<u128>> for NonZero<i8> {
        type Error = TryFromIntError;
    }
    impl TryFrom<NonZero<u128>> for NonZero<i16> {
        type Error = TryFromIntError;
    }
    impl TryFrom<NonZero<u128>> for NonZero<i32> {
        type Error = TryFromIntError;
    }
    impl TryFrom<NonZero<u128>> for NonZero<i64> {
        type Error = TryFromIntError;
    }
    impl TryFrom<NonZero<u128>> for NonZero<i128> {
        type Error = TryFromIntError;
    }
    impl TryFrom<NonZero<u128>> for NonZero<isize> {
        type Error = TryFromIntError;
    }
    impl TryFrom<NonZero<usize>> for NonZero<u8> {
        type Error = TryFromIntError;
    }
    impl TryFrom<NonZero<usize>> for NonZero<u16> {
        type Error = TryFromIntError;
    }
    impl TryFrom<NonZero<usize>> for NonZero<u32> {
        type Error = TryFromIntError;
    }
    impl TryFrom<NonZero<usize>> for NonZero<u64> {
        type Error = TryFromIntError;
    }
    impl TryFrom<NonZero<usize>> for NonZero<u128> {
        type Error = TryFromIntError;
    }
    impl TryFrom<NonZero<usize>> for NonZero<i8> {
        type Error = TryFromIntError;
    }
    impl TryFrom<NonZero<usize>> for NonZero<i16> {
        type Error = TryFromIntError;
    }
    impl TryFrom<NonZero<usize>> for NonZero<i32> {
        type Error = TryFromIntError;
    }
    impl TryFrom<NonZero<usize>> for NonZero<i64> {
        type Error = TryFromIntError;
    }
    impl TryFrom<NonZero<usize>> for NonZero<i128> {
        type Error = TryFromIntError;
    }
    impl TryFrom<NonZero<usize>> for NonZero<isize> {
        type Error = TryFromIntError;
    }
    impl TryFrom<NonZero<i8>> for NonZero<u8> {
        type Error = TryFromIntError;
    }
    impl TryFrom<NonZero<i8>> for NonZero<u16> {
        type Error = TryFromIntError;
    }
    impl TryFrom<NonZero<i8>> for NonZero<u32> {
        type Error = TryFromIntError;
    }
    impl TryFrom<NonZero<i8>> for NonZero<u64> {
        type Error = TryFromIntError;
    }
    impl TryFrom<NonZero<i8>> for NonZero<u128> {
        type Error = TryFromIntError;
    }
    impl TryFrom<NonZero<i8>> for NonZero<usize> {
        type Error = TryFromIntError;
    }
    impl TryFrom<NonZero<i16>> for NonZero<u8> {
        type Error = TryFromIntError;
    }
    impl TryFrom<NonZero<i16>> for NonZero<u16> {
        type Error = TryFromIntError;
    }
    impl TryFrom<NonZero<i16>> for NonZero<u32> {
        type Error = TryFromIntError;
    }
    impl TryFrom<NonZero<i16>> for NonZero<u64> {
        type Error = TryFromIntError;
    }
    impl TryFrom<NonZero<i16>> for NonZero<u128> {
        type Error = TryFromIntError;
    }
    impl TryFrom<NonZero<i16>> for NonZero<usize> {
        type Error = TryFromIntError;
    }
    impl TryFrom<NonZero<i16>> for NonZero<i8> {
        type Error = TryFromIntError;
    }
    impl TryFrom<NonZero<i32>> for NonZero<u8> {
        type Error = TryFromIntError;
    }
    impl TryFrom<NonZero<i32>> for NonZero<u16> {
        type Error = TryFromIntError;
    }
    impl TryFrom<NonZero<i32>> for NonZero<u32> {
        type Error = TryFromIntError;
    }
    impl TryFrom<NonZero<i32>> for NonZero<u64> {
        type Error = TryFromIntError;
    }
    impl TryFrom<NonZero<i32>> for NonZero<u128> {
        type Error = TryFromIntError;
    }
    impl TryFrom<NonZero<i32>> for NonZero<usize> {
        type Error = TryFromIntError;
    }
    impl TryFrom<NonZero<i32>> for NonZero<i8> {
        type Error = TryFromIntError;
    }
    impl TryFrom<NonZero<i32>> for NonZero<i16> {
        type Error = TryFromIntError;
    }
    impl TryFrom<NonZero<i32>> for NonZero<isize> {
        type Error = TryFromIntError;
    }
    impl TryFrom<NonZero<i64>> for NonZero<u8> {
        type Error = TryFromIntError;
    }
    impl TryFrom<NonZero<i64>> for NonZero<u16> {
        type Error = TryFromIntError;
    }
    impl TryFrom<NonZero<i64>> for NonZero<u32> {
        type Error = TryFromIntError;
    }
    impl TryFrom<NonZero<i64>> for NonZero<u64> {
        type Error = TryFromIntError;
    }
    impl TryFrom<NonZero<i64>> for NonZero<u128> {
        type Error = TryFromIntError;
    }
    impl TryFrom<NonZero<i64>> for NonZero<usize> {
        type Error = TryFromIntError;
    }
    impl TryFrom<NonZero<i64>> for NonZero<i8> {
        type Error = TryFromIntError;
    }
    impl TryFrom<NonZero<i64>> for NonZero<i16> {
        type Error = TryFromIntError;
    }
    impl TryFrom<NonZero<i64>> for NonZero<i32> {
        type Error = TryFromIntError;
    }
    impl TryFrom<NonZero<i64>> for NonZero<isize> {
        type Error = TryFromIntError;
    }
    impl TryFrom<NonZero<i128>> for NonZero<u8> {
        type Error = TryFromIntError;
    }
    impl TryFrom<NonZero<i128>> for NonZero<u16> {
        type Error = TryFromIntError;
    }
    impl TryFrom<NonZero<i128>> for NonZero<u32> {
        type Error = TryFromIntError;
    }
    impl TryFrom<NonZero<i128>> for NonZero<u64> {
        type Error = TryFromIntError;
    }
    impl TryFrom<NonZero<i128>> for NonZero<u128> {
        type Error = TryFromIntError;
    }
    impl TryFrom<NonZero<i128>> for NonZero<usize> {
        type Error = TryFromIntError;
    }
    impl TryFrom<NonZero<i128>> for NonZero<i8> {
        type Error = TryFromIntError;
    }
    impl TryFrom<NonZero<i128>> for NonZero<i16> {
        type Error = TryFromIntError;
    }
    impl TryFrom<NonZero<i128>> for NonZero<i32> {
        type Error = TryFromIntError;
    }
    impl TryFrom<NonZero<i128>> for NonZero<i64> {
        type Error = TryFromIntError;
    }
    impl TryFrom<NonZero<i128>> for NonZero<isize> {
        type Error = TryFromIntError;
    }
    impl TryFrom<NonZero<isize>> for NonZero<u8> {
        type Error = TryFromIntError;
    }
    impl TryFrom<NonZero<isize>> for NonZero<u16> {
        type Error = TryFromIntError;
    }
    impl TryFrom<NonZero<isize>> for NonZero<u32> {
        type Error = TryFromIntError;
    }
    impl TryFrom<NonZero<isize>> for NonZero<u64> {
        type Error = TryFromIntError;
    }
    impl TryFrom<NonZero<isize>> for NonZero<u128> {
        type Error = TryFromIntError;
    }
    impl TryFrom<NonZero<isize>> for NonZero<usize> {
        type Error = TryFromIntError;
    }
    impl TryFrom<NonZero<isize>> for NonZero<i8> {
        type Error = TryFromIntError;
    }
    impl TryFrom<NonZero<isize>> for NonZero<i16> {
        type Error = TryFromIntError;
    }
    impl TryFrom<NonZero<isize>> for NonZero<i32> {
        type Error = TryFromIntError;
    }
    impl TryFrom<NonZero<isize>> for NonZero<i64> {
        type Error = TryFromIntError;
    }
    impl TryFrom<NonZero<isize>> for NonZero<i128> {
        type Error = TryFromIntError;
    }

    pub struct Wrapping<T>(pub T);
    impl<T> Wrapping<T> {
        pub const MIN: Self = 0;
        pub const MAX: Self = 0;
        pub const BITS: u32 = 0;
    }
    impl<T: Clone> Clone for Wrapping<T> {}
    impl<T: Copy> Copy for Wrapping<T> {}
    impl<T: std::fmt::Debug> std::fmt::Debug for Wrapping<T> {}
    impl<T: std::fmt::Display> std::fmt::Display for Wrapping<T> {}
    impl<T: std::fmt::LowerHex> std::fmt::LowerHex for Wrapping<T> {}
    impl<T: std::fmt::UpperHex> std::fmt::UpperHex for Wrapping<T> {}
    impl<T: std::fmt::Octal> std::fmt::Octal for Wrapping<T> {}
    impl<T: std::fmt::Binary> std::fmt::Binary for Wrapping<T> {}
    impl<T: PartialEq> PartialEq for Wrapping<T> {}
    impl<T: Eq> Eq for Wrapping<T> {}
    impl<T: PartialOrd> PartialOrd for Wrapping<T> {}
    impl<T: Ord> Ord for Wrapping<T> {}
    impl<T: Hash> Hash for Wrapping<T> {}
    impl<T: Default> Default for Wrapping<T> {}
    impl<T> std::ops::Add for Wrapping<T> {
        type Output = Wrapping<T>;
    }
    impl<T> std::ops::Add<Wrapping<T>> for &Wrapping<T> {
        type Output = Wrapping<T>;
    }
    impl<T> std::ops::Add<&Wrapping<T>> for Wrapping<T> {
        type Output = Wrapping<T>;
    }
    impl<T> std::ops::Add<&Wrapping<T>> for &Wrapping<T> {
        type Output = Wrapping<T>;
    }
    impl<T> std::ops::AddAssign for Wrapping<T> {}
    impl<T> std::ops::AddAssign<&Wrapping<T>> for Wrapping<T> {}
    impl<T> std::ops::AddAssign<T> for Wrapping<T> {}
    impl<T> std::ops::Sub for Wrapping<T> {
        type Output = Wrapping<T>;
    }
    impl<T> std::ops::Sub<Wrapping<T>> for &Wrapping<T> {
        type Output = Wrapping<T>;
    }
    impl<T> std::ops::Sub<&Wrapping<T>> for Wrapping<T> {
        type Output = Wrapping<T>;
    }
    impl<T> std::ops::Sub<&Wrapping<T>> for &Wrapping<T> {
        type Output = Wrapping<T>;
    }
    impl<T> std::ops::SubAssign for Wrapping<T> {}
    impl<T> std::ops::SubAssign<&Wrapping<T>> for Wrapping<T> {}
    impl<T> std::ops::SubAssign<T> for Wrapping<T> {}
    impl<T> std::ops::Mul for Wrapping<T> {
        type Output = Wrapping<T>;
    }
    impl<T> std::ops::Mul<Wrapping<T>> for &Wrapping<T> {
        type Output = Wrapping<T>;
    }
    impl<T> std::ops::Mul<&Wrapping<T>> for Wrapping<T> {
        type Output = Wrapping<T>;
    }
    impl<T> std::ops::Mul<&Wrapping<T>> for &Wrapping<T> {
        type Output = Wrapping<T>;
    }
    impl<T> std::ops::MulAssign for Wrapping<T> {}
    impl<T> std::ops::MulAssign<&Wrapping<T>> for Wrapping<T> {}
    impl<T> std::ops::MulAssign<T> for Wrapping<T> {}
    impl<T> std::ops::Div for Wrapping<T> {
        type Output = Wrapping<T>;
    }
    impl<T> std::ops::Div<Wrapping<T>> for &Wrapping<T> {
        type Output = Wrapping<T>;
    }
    impl<T> std::ops::Div<&Wrapping<T>> for Wrapping<T> {
        type Output = Wrapping<T>;
    }
    impl<T> std::ops::Div<&Wrapping<T>> for &Wrapping<T> {
        type Output = Wrapping<T>;
    }
    impl<T> std::ops::DivAssign for Wrapping<T> {}
    impl<T> std::ops::DivAssign<&Wrapping<T>> for Wrapping<T> {}
    impl<T> std::ops::DivAssign<T> for Wrapping<T> {}
    impl<T> std::ops::Rem for Wrapping<T> {
        type Output = Wrapping<T>;
    }
    impl<T> std::ops::Rem<Wrapping<T>> for &Wrapping<T> {
        type Output = Wrapping<T>;
    }
    impl<T> std::ops::Rem<&Wrapping<T>> for Wrapping<T> {
        type Output = Wrapping<T>;
    }
    impl<T> std::ops::Rem<&Wrapping<T>> for &Wrapping<T> {
        type Output = Wrapping<T>;
    }
    impl<T> std::ops::RemAssign for Wrapping<T> {}
    impl<T> std::ops::RemAssign<&Wrapping<T>> for Wrapping<T> {}
    impl<T> std::ops::RemAssign<T> for Wrapping<T> {}
    impl<T> std::ops::BitAnd for Wrapping<T> {
        type Output = Wrapping<T>;
    }
    impl<T> std::ops::BitAnd<Wrapping<T>> for &Wrapping<T> {
        type Output = Wrapping<T>;
    }
    impl<T> std::ops::BitAnd<&Wrapping<T>> for Wrapping<T> {
        type Output = Wrapping<T>;
    }
    impl<T> std::ops::BitAnd<&Wrapping<T>> for &Wrapping<T> {
        type Output = Wrapping<T>;
    }
    impl<T> std::ops::BitAndAssign for Wrapping<T> {}
    impl<T> std::ops::BitAndAssign<&Wrapping<T>> for Wrapping<T> {}
    impl<T> std::ops::BitAndAssign<T> for Wrapping<T> {}
    impl<T> std::ops::BitOr for Wrapping<T> {
        type Output = Wrapping<T>;
    }
    impl<T> std::ops::BitOr<Wrapping<T>> for &Wrapping<T> {
        type Output = Wrapping<T>;
    }
    impl<T> std::ops::BitOr<&Wrapping<T>> for Wrapping<T> {
        type Output = Wrapping<T>;
    }
    impl<T> std::ops::BitOr<&Wrapping<T>> for &Wrapping<T> {
        type Output = Wrapping<T>;
    }
    impl<T> std::ops::BitOrAssign for Wrapping<T> {}
    impl<T> std::ops::BitOrAssign<&Wrapping<T>> for Wrapping<T> {}
    impl<T> std::ops::BitOrAssign<T> for Wrapping<T> {}
    impl<T> std::ops::BitXor for Wrapping<T> {
        type Output = Wrapping<T>;
    }
    impl<T> std::ops::BitXor<Wrapping<T>> for &Wrapping<T> {
        type Output = Wrapping<T>;
    }
    impl<T> std::ops::BitXor<&Wrapping<T>> for Wrapping<T> {
        type Output = Wrapping<T>;
    }
    impl<T> std::ops::BitXor<&Wrapping<T>> for &Wrapping<T> {
        type Output = Wrapping<T>;
    }
    impl<T> std::ops::BitXorAssign for Wrapping<T> {}
    impl<T> std::ops::BitXorAssign<&Wrapping<T>> for Wrapping<T> {}
    impl<T> std::ops::BitXorAssign<T> for Wrapping<T> {}
    impl<T> std::ops::Shl<usize> for Wrapping<T> {
        type Output = Wrapping<T>;
    }
    impl<T> std::ops::ShlAssign<usize> for Wrapping<T> {}
    impl<T> std::ops::Shr<usize> for Wrapping<T> {
        type Output = Wrapping<T>;
    }
    impl<T> std::ops::ShrAssign<usize> for Wrapping<T> {}
    impl<T> std::ops::Not for Wrapping<T> {
        type Output = Wrapping<T>;
    }
    impl<T> std::ops::Neg for Wrapping<T> {
        type Output = Wrapping<T>;
    }
    impl<T> std::iter::Sum for Wrapping<T> {}
    impl<T> std::iter::Sum<&Wrapping<T>> for Wrapping<T> {}
    impl<T> std::iter::Product for Wrapping<T> {}
    impl<T> std::iter::Product<&Wrapping<T>> for Wrapping<T> {}
    pub struct Saturating<T>(pub T);
    impl<T> Saturating<T> {
        pub const MIN: Self = 0;
        pub const MAX: Self = 0;
        pub const BITS: u32 = 0;
        pub fn count_ones(self) -> u32 {}
        pub fn count_zeros(self) -> u32 {}
        pub fn trailing_zeros(self) -> u32 {}
        pub fn leading_zeros(self) -> u32 {}
        pub fn rotate_left(self, n: u32) -> Self {}
        pub fn rotate_right(self, n: u32) -> Self {}
        pub fn swap_bytes(self) -> Self {}
        pub fn reverse_bits(self) -> Self {}
        pub fn to_be(self) -> Self {}
        pub fn to_le(self) -> Self {}
        pub fn abs(self) -> Self {}
        pub fn signum(self) -> Self {}
        pub fn from_be(x: Self) -> Self {}
        pub fn from_le(x: Self) -> Self {}
        pub fn pow(self, exp: u32) -> Self {}
        pub fn is_power_of_two(self) -> bool {}
        pub fn is_positive(self) -> bool {}
        pub fn is_negative(self) -> bool {}
    }
    impl<T: Clone> Clone for Saturating<T> {}
    impl<T: Copy> Copy for Saturating<T> {}
    impl<T: std::fmt::Debug> std::fmt::Debug for Saturating<T> {}
    impl<T: std::fmt::Display> std::fmt::Display for Saturating<T> {}
    impl<T: std::fmt::LowerHex> std::fmt::LowerHex for Saturating<T> {}
    impl<T: std::fmt::UpperHex> std::fmt::UpperHex for Saturating<T> {}
    impl<T: std::fmt::Octal> std::fmt::Octal for Saturating<T> {}
    impl<T: std::fmt::Binary> std::fmt::Binary for Saturating<T> {}
    impl<T: PartialEq> PartialEq for Saturating<T> {}
    impl<T: Eq> Eq for Saturating<T> {}
    impl<T: PartialOrd> PartialOrd for Saturating<T> {}
    impl<T: Ord> Ord for Saturating<T> {}
    impl<T: Hash> Hash for Saturating<T> {}
    impl<T: Default> Default for Saturating<T> {}
    impl<T> std::ops::Add for Saturating<T> {
        type Output = Saturating<T>;
    }
    impl<T> std::ops::Add<Saturating<T>> for &Saturating<T> {
        type Output = Saturating<T>;
    }
    impl<T> std::ops::Add<&Saturating<T>> for Saturating<T> {
        type Output = Saturating<T>;
    }
    impl<T> std::ops::Add<&Saturating<T>> for &Saturating<T> {
        type Output = Saturating<T>;
    }
    impl<T> std::ops::AddAssign for Saturating<T> {}
    impl<T> std::ops::AddAssign<&Saturating<T>> for Saturating<T> {}
    impl<T> std::ops::AddAssign<T> for Saturating<T> {}
    impl<T> std::ops::Sub for Saturating<T> {
        type Output = Saturating<T>;
    }
    impl<T> std::ops::Sub<Saturating<T>> for &Saturating<T> {
        type Output = Saturating<T>;
    }
    impl<T> std::ops::Sub<&Saturating<T>> for Saturating<T> {
        type Output = Saturating<T>;
    }
    impl<T> std::ops::Sub<&Saturating<T>> for &Saturating<T> {
        type Output = Saturating<T>;
    }
    impl<T> std::ops::SubAssign for Saturating<T> {}
    impl<T> std::ops::SubAssign<&Saturating<T>> for Saturating<T> {}
    impl<T> std::ops::SubAssign<T> for Saturating<T> {}
    impl<T> std::ops::Mul for Saturating<T> {
        type Output = Saturating<T>;
    }
    impl<T> std::ops::Mul<Saturating<T>> for &Saturating<T> {
        type Output = Saturating<T>;
    }
    impl<T> std::ops::Mul<&Saturating<T>> for Saturating<T> {
        type Output = Saturating<T>;
    }
    impl<T> std::ops::Mul<&Saturating<T>> for &Saturating<T> {
        type Output = Saturating<T>;
    }
    impl<T> std::ops::MulAssign for Saturating<T> {}
    impl<T> std::ops::MulAssign<&Saturating<T>> for Saturating<T> {}
    impl<T> std::ops::MulAssign<T> for Saturating<T> {}
    impl<T> std::ops::Div for Saturating<T> {
        type Output = Saturating<T>;
    }
    impl<T> std::ops::Div<Saturating<T>> for &Saturating<T> {
        type Output = Saturating<T>;
    }
    impl<T> std::ops::Div<&Saturating<T>> for Saturating<T> {
        type Output = Saturating<T>;
    }
    impl<T> std::ops::Div<&Saturating<T>> for &Saturating<T> {
        type Output = Saturating<T>;
    }
    impl<T> std::ops::DivAssign for Saturating<T> {}
    impl<T> std::ops::DivAssign<&Saturating<T>> for Saturating<T> {}
    impl<T> std::ops::DivAssign<T> for Saturating<T> {}
    impl<T> std::ops::Rem for Saturating<T> {
        type Output = Saturating<T>;
    }
    impl<T> std::ops::Rem<Saturating<T>> for &Saturating<T> {
        type Output = Saturating<T>;
    }
    impl<T> std::ops::Rem<&Saturating<T>> for Saturating<T> {
        type Output = Saturating<T>;
    }
    impl<T> std::ops::Rem<&Saturating<T>> for &Saturating<T> {
        type Output = Saturating<T>;
    }
    impl<T> std::ops::RemAssign for Saturating<T> {}
    impl<T> std::ops::RemAssign<&Saturating<T>> for Saturating<T> {}
    impl<T> std::ops::RemAssign<T> for Saturating<T> {}
    impl<T> std::ops::BitAnd for Saturating<T> {
        type Output = Saturating<T>;
    }
    impl<T> std::ops::BitAnd<Saturating<T>> for &Saturating<T> {
        type Output = Saturating<T>;
    }
    impl<T> std::ops::BitAnd<&Saturating<T>> for Saturating<T> {
        type Output = Saturating<T>;
    }
    impl<T> std::ops::BitAnd<&Saturating<T>> for &Saturating<T> {
        type Output = Saturating<T>;
    }
    impl<T> std::ops::BitAndAssign for Saturating<T> {}
    impl<T> std::ops::BitAndAssign<&Saturating<T>> for Saturating<T> {}
    impl<T> std::ops::BitAndAssign<T> for Saturating<T> {}
    impl<T> std::ops::BitOr for Saturating<T> {
        type Output = Saturating<T>;
    }
    impl<T> std::ops::BitOr<Saturating<T>> for &Saturating<T> {
        type Output = Saturating<T>;
    }
    impl<T> std::ops::BitOr<&Saturating<T>> for Saturating<T> {
        type Output = Saturating<T>;
    }
    impl<T> std::ops::BitOr<&Saturating<T>> for &Saturating<T> {
        type Output = Saturating<T>;
    }
    impl<T> std::ops::BitOrAssign for Saturating<T> {}
    impl<T> std::ops::BitOrAssign<&Saturating<T>> for Saturating<T> {}
    impl<T> std::ops::BitOrAssign<T> for Saturating<T> {}
    impl<T> std::ops::BitXor for Saturating<T> {
        type Output = Saturating<T>;
    }
    impl<T> std::ops::BitXor<Saturating<T>> for &Saturating<T> {
        type Output = Saturating<T>;
    }
    impl<T> std::ops::BitXor<&Saturating<T>> for Saturating<T> {
        type Output = Saturating<T>;
    }
    impl<T> std::ops::BitXor<&Saturating<T>> for &Saturating<T> {
        type Output = Saturating<T>;
    }
    impl<T> std::ops::BitXorAssign for Saturating<T> {}
    impl<T> std::ops::BitXorAssign<&Saturating<T>> for Saturating<T> {}
    impl<T> std::ops::BitXorAssign<T> for Saturating<T> {}
    impl<T> std::ops::Not for Saturating<T> {
        type Output = Saturating<T>;
    }
    impl<T> std::ops::Neg for Saturating<T> {
        type Output = Saturating<T>;
    }
    impl<T> std::iter::Sum for Saturating<T> {}
    impl<T> std::iter::Sum<&Saturating<T>> for Saturating<T> {}
    impl<T> std::iter::Product for Saturating<T> {}
    impl<T> std::iter::Product<&Saturating<T>> for Saturating<T> {}
}

pub mod primitive {
    pub struct Integer;
    impl Integer {
        pub const MIN: Self = 0;
        pub const MAX: Self = 0;
        pub const BITS: u32 = 0;
        pub fn min_value() -> Self {}
        pub fn max_value() -> Self {}
        pub fn from_str_radix(src: &str, radix: u32) -> Result<Self, ParseIntError> {}
        pub fn count_ones(self) -> u32 {}
        pub fn count_zeros(self) -> u32 {}
        pub fn leading_zeros(self) -> u32 {}
        pub fn trailing_zeros(self) -> u32 {}
        pub fn leading_ones(self) -> u32 {}
        pub fn trailing_ones(self) -> u32 {}
        pub fn rotate_left(self, n: u32) -> Self {}
        pub fn rotate_right(self, n: u32) -> Self {}
        pub fn swap_bytes(self) -> Self {}
        pub fn reverse_bits(self) -> Self {}
        pub fn to_be(self) -> Self {}
        pub fn to_le(self) -> Self {}
        pub fn from_be(x: Self) -> Self {}
        pub fn from_le(x: Self) -> Self {}
        pub fn to_be_bytes(self) -> [u8; 0] {}
        pub fn to_le_bytes(self) -> [u8; 0] {}
        pub fn to_ne_bytes(self) -> [u8; 0] {}
        pub fn from_be_bytes(bytes: [u8; 0]) -> Self {}
        pub fn from_le_bytes(bytes: [u8; 0]) -> Self {}
        pub fn from_ne_bytes(bytes: [u8; 0]) -> Self {}
        pub fn cast_signed(self) -> Self {}
        pub fn cast_unsigned(self) -> Self {}
        pub fn checked_add(self, rhs: Self) -> Option<Self> {}
        pub fn checked_sub(self, rhs: Self) -> Option<Self> {}
        pub fn checked_mul(self, rhs: Self) -> Option<Self> {}
        pub fn checked_div(self, rhs: Self) -> Option<Self> {}
        pub fn checked_rem(self, rhs: Self) -> Option<Self> {}
        pub fn checked_div_euclid(self, rhs: Self) -> Option<Self> {}
        pub fn checked_rem_euclid(self, rhs: Self) -> Option<Self> {}
        pub fn checked_add_signed(self, rhs: Self) -> Option<Self> {}
        pub fn checked_sub_signed(self, rhs: Self) -> Option<Self> {}
        pub fn checked_add_unsigned(self, rhs: Self) -> Option<Self> {}
        pub fn checked_sub_unsigned(self, rhs: Self) -> Option<Self> {}
        pub fn checked_signed_diff(self, rhs: Self) -> Option<Self> {}
        pub fn checked_next_multiple_of(self, rhs: Self) -> Option<Self> {}
        pub fn checked_neg(self) -> Option<Self> {}
        pub fn checked_abs(self) -> Option<Self> {}
        pub fn checked_isqrt(self) -> Option<Self> {}
        pub fn checked_next_power_of_two(self) -> Option<Self> {}
        pub fn checked_shl(self, rhs: u32) -> Option<Self> {}
        pub fn checked_shr(self, rhs: u32) -> Option<Self> {}
        pub fn checked_pow(self, exp: u32) -> Option<Self> {}
        pub fn saturating_add(self, rhs: Self) -> Self {}
        pub fn saturating_sub(self, rhs: Self) -> Self {}
        pub fn saturating_mul(self, rhs: Self) -> Self {}
        pub fn saturating_div(self, rhs: Self) -> Self {}
        pub fn saturating_add_signed(self, rhs: Self) -> Self {}
        pub fn saturating_sub_signed(self, rhs: Self) -> Self {}
        pub fn saturating_add_unsigned(self, rhs: Self) -> Self {}
        pub fn saturating_sub_unsigned(self, rhs: Self) -> Self {}
        pub fn saturating_neg(self) -> Self {}
        pub fn saturating_abs(self) -> Self {}
        pub fn saturating_pow(self, exp: u32) -> Self {}
        pub fn wrapping_add(self, rhs: Self) -> Self {}
        pub fn wrapping_sub(self, rhs: Self) -> Self {}
        pub fn wrapping_mul(self, rhs: Self) -> Self {}
        pub fn wrapping_div(self, rhs: Self) -> Self {}
        pub fn wrapping_rem(self, rhs: Self) -> Self {}
        pub fn wrapping_div_euclid(self, rhs: Self) -> Self {}
        pub fn wrapping_rem_euclid(self, rhs: Self) -> Self {}
        pub fn wrapping_add_signed(self, rhs: Self) -> Self {}
        pub fn wrapping_sub_signed(self, rhs: Self) -> Self {}
        pub fn wrapping_add_unsigned(self, rhs: Self) -> Self {}
        pub fn wrapping_sub_unsigned(self, rhs: Self) -> Self {}
        pub fn wrapping_neg(self) -> Self {}
        pub fn wrapping_abs(self) -> Self {}
        pub fn wrapping_shl(self, rhs: u32) -> Self {}
        pub fn wrapping_shr(self, rhs: u32) -> Self {}
        pub fn wrapping_pow(self, exp: u32) -> Self {}
        pub fn overflowing_add(self, rhs: Self) -> (Self, bool) {}
        pub fn overflowing_sub(self, rhs: Self) -> (Self, bool) {}
        pub fn overflowing_mul(self, rhs: Self) -> (Self, bool) {}
        pub fn overflowing_div(self, rhs: Self) -> (Self, bool) {}
        pub fn overflowing_rem(self, rhs: Self) -> (Self, bool) {}
        pub fn overflowing_div_euclid(self, rhs: Self) -> (Self, bool) {}
        pub fn overflowing_rem_euclid(self, rhs: Self) -> (Self, bool) {}
        pub fn overflowing_add_signed(self, rhs: Self) -> (Self, bool) {}
        pub fn overflowing_sub_signed(self, rhs: Self) -> (Self, bool) {}
        pub fn overflowing_add_unsigned(self, rhs: Self) -> (Self, bool) {}
        pub fn overflowing_sub_unsigned(self, rhs: Self) -> (Self, bool) {}
        pub fn overflowing_neg(self) -> (Self, bool) {}
        pub fn overflowing_abs(self) -> (Self, bool) {}
        pub fn overflowing_shl(self, rhs: u32) -> (Self, bool) {}
        pub fn overflowing_shr(self, rhs: u32) -> (Self, bool) {}
        pub fn overflowing_pow(self, exp: u32) -> (Self, bool) {}
        pub fn strict_add(self, rhs: Self) -> Self {}
        pub fn strict_sub(self, rhs: Self) -> Self {}
        pub fn strict_mul(self, rhs: Self) -> Self {}
        pub fn strict_div(self, rhs: Self) -> Self {}
        pub fn strict_rem(self, rhs: Self) -> Self {}
        pub fn strict_div_euclid(self, rhs: Self) -> Self {}
        pub fn strict_rem_euclid(self, rhs: Self) -> Self {}
        pub fn strict_add_signed(self, rhs: Self) -> Self {}
        pub fn strict_sub_signed(self, rhs: Self) -> Self {}
        pub fn strict_add_unsigned(self, rhs: Self) -> Self {}
        pub fn strict_sub_unsigned(self, rhs: Self) -> Self {}
        pub fn strict_neg(self) -> Self {}
        pub fn strict_abs(self) -> Self {}
        pub fn strict_shl(self, rhs: u32) -> Self {}
        pub fn strict_shr(self, rhs: u32) -> Self {}
        pub fn strict_pow(self, exp: u32) -> Self {}
        pub fn unchecked_add(self, rhs: Self) -> Self {}
        pub fn unchecked_sub(self, rhs: Self) -> Self {}
        pub fn unchecked_mul(self, rhs: Self) -> Self {}
        pub fn unbounded_shl(self, rhs: u32) -> Self {}
        pub fn unbounded_shr(self, rhs: u32) -> Self {}
        pub fn unchecked_shl(self, rhs: u32) -> Self {}
        pub fn unchecked_shr(self, rhs: u32) -> Self {}
        pub fn unchecked_neg(self) -> Self {}
        pub fn carrying_add(self, rhs: Self, carry: bool) -> (Self, bool) {}
        pub fn borrowing_sub(self, rhs: Self, borrow: bool) -> (Self, bool) {}
        pub fn carrying_mul(self, rhs: Self, carry: Self) -> (Self, Self) {}
        pub fn carrying_mul_add(self, rhs: Self, carry: Self, add: Self) -> (Self, Self) {}
        pub fn pow(self, exp: u32) -> Self {}
        pub fn isqrt(self) -> Self {}
        pub fn div_euclid(self, rhs: Self) -> Self {}
        pub fn rem_euclid(self, rhs: Self) -> Self {}
        pub fn div_ceil(self, rhs: Self) -> Self {}
        pub fn next_multiple_of(self, rhs: Self) -> Self {}
        pub fn midpoint(self, rhs: Self) -> Self {}
        pub fn is_multiple_of(self, rhs: Self) -> bool {}
        pub fn ilog(self, base: Self) -> u32 {}
        pub fn ilog2(self) -> u32 {}
        pub fn ilog10(self) -> u32 {}
        pub fn checked_ilog(self, base: Self) -> Option<u32> {}
        pub fn checked_ilog2(self) -> Option<u32> {}
        pub fn checked_ilog10(self) -> Option<u32> {}
        pub fn abs(self) -> Self {}
        pub fn unsigned_abs(self) -> Self {}
        pub fn abs_diff(self, other: Self) -> Self {}
        pub fn signum(self) -> Self {}
        pub fn is_positive(self) -> bool {}
        pub fn is_negative(self) -> bool {}
        pub fn is_power_of_two(self) -> bool {}
        pub fn next_power_of_two(self) -> Self {}
        pub fn is_ascii(&self) -> bool {}
        pub fn to_ascii_uppercase(&self) -> Self {}
        pub fn to_ascii_lowercase(&self) -> Self {}
        pub fn eq_ignore_ascii_case(&self, other: &Self) -> bool {}
        pub fn make_ascii_uppercase(&mut self) {}
        pub fn make_ascii_lowercase(&mut self) {}
        pub fn is_ascii_alphabetic(&self) -> bool {}
        pub fn is_ascii_uppercase(&self) -> bool {}
        pub fn is_ascii_lowercase(&self) -> bool {}
        pub fn is_ascii_alphanumeric(&self) -> bool {}
        pub fn is_ascii_digit(&self) -> bool {}
        pub fn is_ascii_hexdigit(&self) -> bool {}
        pub fn is_ascii_punctuation(&self) -> bool {}
        pub fn is_ascii_graphic(&self) -> bool {}
        pub fn is_ascii_whitespace(&self) -> bool {}
        pub fn is_ascii_control(&self) -> bool {}
        pub fn escape_ascii(self) -> std::ascii::EscapeDefault {}
    }

    pub struct Float;
    impl Float {
        pub const RADIX: u32 = 0;
        pub const MANTISSA_DIGITS: u32 = 0;
        pub const DIGITS: u32 = 0;
        pub const EPSILON: Self = 0.0;
        pub const MIN: Self = 0.0;
        pub const MIN_POSITIVE: Self = 0.0;
        pub const MAX: Self = 0.0;
        pub const MIN_EXP: i32 = 0;
        pub const MAX_EXP: i32 = 0;
        pub const MIN_10_EXP: i32 = 0;
        pub const MAX_10_EXP: i32 = 0;
        pub const NAN: Self = 0.0;
        pub const INFINITY: Self = 0.0;
        pub const NEG_INFINITY: Self = 0.0;
        pub fn floor(self) -> Self {}
        pub fn ceil(self) -> Self {}
        pub fn round(self) -> Self {}
        pub fn round_ties_even(self) -> Self {}
        pub fn trunc(self) -> Self {}
        pub fn fract(self) -> Self {}
        pub fn abs(self) -> Self {}
        pub fn signum(self) -> Self {}
        pub fn sqrt(self) -> Self {}
        pub fn exp(self) -> Self {}
        pub fn exp2(self) -> Self {}
        pub fn ln(self) -> Self {}
        pub fn log2(self) -> Self {}
        pub fn log10(self) -> Self {}
        pub fn cbrt(self) -> Self {}
        pub fn sin(self) -> Self {}
        pub fn cos(self) -> Self {}
        pub fn tan(self) -> Self {}
        pub fn asin(self) -> Self {}
        pub fn acos(self) -> Self {}
        pub fn atan(self) -> Self {}
        pub fn exp_m1(self) -> Self {}
        pub fn ln_1p(self) -> Self {}
        pub fn sinh(self) -> Self {}
        pub fn cosh(self) -> Self {}
        pub fn tanh(self) -> Self {}
        pub fn asinh(self) -> Self {}
        pub fn acosh(self) -> Self {}
        pub fn atanh(self) -> Self {}
        pub fn next_up(self) -> Self {}
        pub fn next_down(self) -> Self {}
        pub fn recip(self) -> Self {}
        pub fn to_degrees(self) -> Self {}
        pub fn to_radians(self) -> Self {}
        pub fn copysign(self, sign: Self) -> Self {}
        pub fn mul_add(self, a: Self, b: Self) -> Self {}
        pub fn div_euclid(self, rhs: Self) -> Self {}
        pub fn rem_euclid(self, rhs: Self) -> Self {}
        pub fn powi(self, n: i32) -> Self {}
        pub fn powf(self, n: Self) -> Self {}
        pub fn log(self, base: Self) -> Self {}
        pub fn abs_sub(self, other: Self) -> Self {}
        pub fn hypot(self, other: Self) -> Self {}
        pub fn atan2(self, other: Self) -> Self {}
        pub fn max(self, other: Self) -> Self {}
        pub fn min(self, other: Self) -> Self {}
        pub fn midpoint(self, other: Self) -> Self {}
        pub fn sin_cos(self) -> (Self, Self) {}
        pub fn is_nan(self) -> bool {}
        pub fn is_infinite(self) -> bool {}
        pub fn is_finite(self) -> bool {}
        pub fn is_subnormal(self) -> bool {}
        pub fn is_normal(self) -> bool {}
        pub fn is_sign_positive(self) -> bool {}
        pub fn is_sign_negative(self) -> bool {}
        pub fn classify(self) -> FpCategory {}
        pub fn to_int_unchecked<Int>(self) -> Int {}
        pub fn to_bits(self) -> u64 {}
        pub fn from_bits(v: u64) -> Self {}
        pub fn to_be_bytes(self) -> [u8; 0] {}
        pub fn to_le_bytes(self) -> [u8; 0] {}
        pub fn to_ne_bytes(self) -> [u8; 0] {}
        pub fn from_be_bytes(bytes: [u8; 0]) -> Self {}
        pub fn from_le_bytes(bytes: [u8; 0]) -> Self {}
        pub fn from_ne_bytes(bytes: [u8; 0]) -> Self {}
        pub fn total_cmp(&self, other: &Self) -> Ordering {}
        pub fn clamp(self, min: Self, max: Self) -> Self {}
    }

    pub struct Pointer<T>(T);
    impl<T> Pointer<T> {
        pub fn is_null(self) -> bool {}
        pub fn cast<U>(self) -> Pointer<U> {}
        pub fn cast_mut(self) -> *mut T {}
        pub fn cast_const(self) -> *const T {}
        pub fn addr(self) -> usize {}
        pub fn expose_provenance(self) -> usize {}
        pub fn with_addr(self, addr: usize) -> Self {}
        pub fn map_addr(self, f: impl FnOnce(usize) -> usize) -> Self {}
        pub fn as_ref(self) -> Option<&T> {}
        pub fn as_mut(self) -> Option<&mut T> {}
        pub fn as_ref_unchecked(self) -> &T {}
        pub fn as_mut_unchecked(self) -> &mut T {}
        pub fn offset(self, count: isize) -> Self {}
        pub fn byte_offset(self, count: isize) -> Self {}
        pub fn wrapping_offset(self, count: isize) -> Self {}
        pub fn wrapping_byte_offset(self, count: isize) -> Self {}
        pub fn add(self, count: usize) -> Self {}
        pub fn byte_add(self, count: usize) -> Self {}
        pub fn wrapping_add(self, count: usize) -> Self {}
        pub fn wrapping_byte_add(self, count: usize) -> Self {}
        pub fn sub(self, count: usize) -> Self {}
        pub fn byte_sub(self, count: usize) -> Self {}
        pub fn wrapping_sub(self, count: usize) -> Self {}
        pub fn wrapping_byte_sub(self, count: usize) -> Self {}
        pub fn offset_from(self, origin: *const T) -> isize {}
        pub fn byte_offset_from<U>(self, origin: *const U) -> isize {}
        pub fn offset_from_unsigned(self, origin: *const T) -> usize {}
        pub fn byte_offset_from_unsigned<U>(self, origin: *const U) -> usize {}
        pub fn read(self) -> T {}
        pub fn read_volatile(self) -> T {}
        pub fn read_unaligned(self) -> T {}
        pub fn copy_to(self, dest: *mut T, count: usize) {}
        pub fn copy_to_nonoverlapping(self, dest: *mut T, count: usize) {}
        pub fn copy_from(self, src: *const T, count: usize) {}
        pub fn copy_from_nonoverlapping(self, src: *const T, count: usize) {}
        pub fn drop_in_place(self) {}
        pub fn write(self, val: T) {}
        pub fn write_volatile(self, val: T) {}
        pub fn write_unaligned(self, val: T) {}
        pub fn write_bytes(self, val: u8, count: usize) {}
        pub fn replace(self, src: T) -> T {}
        pub fn swap(self, with: *mut T) {}
        pub fn align_offset(self, align: usize) -> usize {}
        pub fn is_aligned(self) -> bool {}
    }
    impl<T> Pointer<[T]> {
        pub fn len(self) -> usize {}
        pub fn is_empty(self) -> bool {}
        pub fn as_array(self) -> Option<*const [T; 0]> {}
        pub fn as_mut_array(self) -> Option<*mut [T; 0]> {}
    }

    impl bool {
        pub fn then_some<T>(self, t: T) -> Option<T> {}
        pub fn then<T, F: FnOnce() -> T>(self, f: F) -> Option<T> {}
    }
    impl Clone for bool {}
    impl Copy for bool {}
    impl std::fmt::Debug for bool {}
    impl std::fmt::Display for bool {}
    impl PartialEq for bool {}
    impl Eq for bool {}
    impl PartialOrd for bool {}
    impl Ord for bool {}
    impl Hash for bool {}
    impl Default for bool {}
    impl std::ops::BitAnd for bool {
        type Output = bool;
    }
    impl std::ops::BitAnd<bool> for &bool {
        type Output = bool;
    }
    impl std::ops::BitAnd<&bool> for bool {
        type Output = bool;
    }
    impl std::ops::BitAnd<&bool> for &bool {
        type Output = bool;
    }
    impl std::ops::BitAndAssign for bool {}
    impl std::ops::BitAndAssign<&bool> for bool {}
    impl std::ops::BitOr for bool {
        type Output = bool;
    }
    impl std::ops::BitOr<bool> for &bool {
        type Output = bool;
    }
    impl std::ops::BitOr<&bool> for bool {
        type Output = bool;
    }
    impl std::ops::BitOr<&bool> for &bool {
        type Output = bool;
    }
    impl std::ops::BitOrAssign for bool {}
    impl std::ops::BitOrAssign<&bool> for bool {}
    impl std::ops::BitXor for bool {
        type Output = bool;
    }
    impl std::ops::BitXor<bool> for &bool {
        type Output = bool;
    }
    impl std::ops::BitXor<&bool> for bool {
        type Output = bool;
    }
    impl std::ops::BitXor<&bool> for &bool {
        type Output = bool;
    }
    impl std::ops::BitXorAssign for bool {}
    impl std::ops::BitXorAssign<&bool> for bool {}
    impl Clone for () {}
    impl Copy for () {}
    impl std::fmt::Debug for () {}
    impl PartialEq for () {}
    impl Eq for () {}
    impl PartialOrd for () {}
    impl Ord for () {}
    impl Hash for () {}
    impl Default for () {}
    impl Extend<()> for () {}
    impl FromIterator<()> for () {}
    impl<T: std::fmt::Debug> std::fmt::Debug for &T {}
    impl<T: std::fmt::Display> std::fmt::Display for &T {}
    impl<T: std::fmt::LowerHex> std::fmt::LowerHex for &T {}
    impl<T: std::fmt::UpperHex> std::fmt::UpperHex for &T {}
    impl<T: std::fmt::Octal> std::fmt::Octal for &T {}
    impl<T: std::fmt::Binary> std::fmt::Binary for &T {}
    impl<T: std::fmt::LowerExp> std::fmt::LowerExp for &T {}
    impl<T: std::fmt::UpperExp> std::fmt::UpperExp for &T {}
    impl<T: std::fmt::Debug> std::fmt::Debug for &mut T {}
    impl<T: std::fmt::Display> std::fmt::Display for &mut T {}
    impl<T: std::fmt::LowerHex> std::fmt::LowerHex for &mut T {}
    impl<T: std::fmt::UpperHex> std::fmt::UpperHex for &mut T {}
    impl<T: std::fmt::Octal> std::fmt::Octal for &mut T {}
    impl<T: std::fmt::Binary> std::fmt::Binary for &mut T {}
    impl<T: std::fmt::LowerExp> std::fmt::LowerExp for &mut T {}
    impl<T: std::fmt::UpperExp> std::fmt::UpperExp for &mut T {}
    impl<T> std::fmt::Pointer for &T {}
    impl<T> std::fmt::Pointer for &mut T {}
    impl<T> std::fmt::Debug for *const T {}
    impl<T> std::fmt::Pointer for *const T {}
    impl<T> std::fmt::Debug for *mut T {}
    impl<T> std::fmt::Pointer for *mut T {}
    impl std::fmt::Debug for ! {}
    impl std::fmt::Display for ! {}
    impl std::error::Error for ! {}
    impl<T: std::error::Error> std::error::Error for &T {}
    impl std::ops::Add for u8 {
        type Output = u8;
    }
    impl std::ops::Add<u8> for &u8 {
        type Output = u8;
    }
    impl std::ops::Add<&u8> for u8 {
        type Output = u8;
    }
    impl std::ops::Add<&u8> for &u8 {
        type Output = u8;
    }
    impl std::ops::AddAssign for u8 {}
    impl std::ops::AddAssign<&u8> for u8 {}
    impl std::ops::Sub for u8 {
        type Output = u8;
    }
    impl std::ops::Sub<u8> for &u8 {
        type Output = u8;
    }
    impl std::ops::Sub<&u8> for u8 {
        type Output = u8;
    }
    impl std::ops::Sub<&u8> for &u8 {
        type Output = u8;
    }
    impl std::ops::SubAssign for u8 {}
    impl std::ops::SubAssign<&u8> for u8 {}
    impl std::ops::Mul for u8 {
        type Output = u8;
    }
    impl std::ops::Mul<u8> for &u8 {
        type Output = u8;
    }
    impl std::ops::Mul<&u8> for u8 {
        type Output = u8;
    }
    impl std::ops::Mul<&u8> for &u8 {
        type Output = u8;
    }
    impl std::ops::MulAssign for u8 {}
    impl std::ops::MulAssign<&u8> for u8 {}
    impl std::ops::Div for u8 {
        type Output = u8;
    }
    impl std::ops::Div<u8> for &u8 {
        type Output = u8;
    }
    impl std::ops::Div<&u8> for u8 {
        type Output = u8;
    }
    impl std::ops::Div<&u8> for &u8 {
        type Output = u8;
    }
    impl std::ops::DivAssign for u8 {}
    impl std::ops::DivAssign<&u8> for u8 {}
    impl std::ops::Rem for u8 {
        type Output = u8;
    }
    impl std::ops::Rem<u8> for &u8 {
        type Output = u8;
    }
    impl std::ops::Rem<&u8> for u8 {
        type Output = u8;
    }
    impl std::ops::Rem<&u8> for &u8 {
        type Output = u8;
    }
    impl std::ops::RemAssign for u8 {}
    impl std::ops::RemAssign<&u8> for u8 {}
    impl std::ops::BitAnd for u8 {
        type Output = u8;
    }
    impl std::ops::BitAnd<u8> for &u8 {
        type Output = u8;
    }
    impl std::ops::BitAnd<&u8> for u8 {
        type Output = u8;
    }
    impl std::ops::BitAnd<&u8> for &u8 {
        type Output = u8;
    }
    impl std::ops::BitAndAssign for u8 {}
    impl std::ops::BitAndAssign<&u8> for u8 {}
    impl std::ops::BitOr for u8 {
        type Output = u8;
    }
    impl std::ops::BitOr<u8> for &u8 {
        type Output = u8;
    }
    impl std::ops::BitOr<&u8> for u8 {
        type Output = u8;
    }
    impl std::ops::BitOr<&u8> for &u8 {
        type Output = u8;
    }
    impl std::ops::BitOrAssign for u8 {}
    impl std::ops::BitOrAssign<&u8> for u8 {}
    impl std::ops::BitXor for u8 {
        type Output = u8;
    }
    impl std::ops::BitXor<u8> for &u8 {
        type Output = u8;
    }
    impl std::ops::BitXor<&u8> for u8 {
        type Output = u8;
    }
    impl std::ops::BitXor<&u8> for &u8 {
        type Output = u8;
    }
    impl std::ops::BitXorAssign for u8 {}
    impl std::ops::BitXorAssign<&u8> for u8 {}
    impl<R> std::ops::Shl<R> for u8 {
        type Output = u8;
    }
    impl<R> std::ops::Shl<R> for &u8 {
        type Output = u8;
    }
    impl<R> std::ops::ShlAssign<R> for u8 {}
    impl<R> std::ops::Shr<R> for u8 {
        type Output = u8;
    }
    impl<R> std::ops::Shr<R> for &u8 {
        type Output = u8;
    }
    impl<R> std::ops::ShrAssign<R> for u8 {}
    impl std::ops::Not for u8 {
        type Output = u8;
    }
    impl std::ops::Not for &u8 {
        type Output = u8;
    }
    impl Clone for u8 {}
    impl Copy for u8 {}
    impl std::fmt::Debug for u8 {}
    impl std::fmt::Display for u8 {}
    impl std::fmt::LowerHex for u8 {}
    impl std::fmt::UpperHex for u8 {}
    impl std::fmt::Octal for u8 {}
    impl std::fmt::Binary for u8 {}
    impl std::fmt::LowerExp for u8 {}
    impl std::fmt::UpperExp for u8 {}
    impl PartialEq for u8 {}
    impl Eq for u8 {}
    impl PartialOrd for u8 {}
    impl Ord for u8 {}
    impl Hash for u8 {}
    impl Default for u8 {}
    impl std::iter::Sum for u8 {}
    impl std::iter::Product for u8 {}
    impl std::iter::Sum<&u8> for u8 {}
    impl std::iter::Product<&u8> for u8 {}
    impl FromStr for u8 {
        type Err = ParseIntError;
    }
    impl std::ops::Add for u16 {
        type Output = u16;
    }
    impl std::ops::Add<u16> for &u16 {
        type Output = u16;
    }
    impl std::ops::Add<&u16> for u16 {
        type Output = u16;
    }
    impl std::ops::Add<&u16> for &u16 {
        type Output = u16;
    }
    impl std::ops::AddAssign for u16 {}
    impl std::ops::AddAssign<&u16> for u16 {}
    impl std::ops::Sub for u16 {
        type Output = u16;
    }
    impl std::ops::Sub<u16> for &u16 {
        type Output = u16;
    }
    impl std::ops::Sub<&u16> for u16 {
        type Output = u16;
    }
    impl std::ops::Sub<&u16> for &u16 {
        type Output = u16;
    }
    impl std::ops::SubAssign for u16 {}
    impl std::ops::SubAssign<&u16> for u16 {}
    impl std::ops::Mul for u16 {
        type Output = u16;
    }
    impl std::ops::Mul<u16> for &u16 {
        type Output = u16;
    }
    impl std::ops::Mul<&u16> for u16 {
        type Output = u16;
    }
    impl std::ops::Mul<&u16> for &u16 {
        type Output = u16;
    }
    impl std::ops::MulAssign for u16 {}
    impl std::ops::MulAssign<&u16> for u16 {}
    impl std::ops::Div for u16 {
        type Output = u16;
    }
    impl std::ops::Div<u16> for &u16 {
        type Output = u16;
    }
    impl std::ops::Div<&u16> for u16 {
        type Output = u16;
    }
    impl std::ops::Div<&u16> for &u16 {
        type Output = u16;
    }
    impl std::ops::DivAssign for u16 {}
    impl std::ops::DivAssign<&u16> for u16 {}
    impl std::ops::Rem for u16 {
        type Output = u16;
    }
    impl std::ops::Rem<u16> for &u16 {
        type Output = u16;
    }
    impl std::ops::Rem<&u16> for u16 {
        type Output = u16;
    }
    impl std::ops::Rem<&u16> for &u16 {
        type Output = u16;
    }
    impl std::ops::RemAssign for u16 {}
    impl std::ops::RemAssign<&u16> for u16 {}
    impl std::ops::BitAnd for u16 {
        type Output = u16;
    }
    impl std::ops::BitAnd<u16> for &u16 {
        type Output = u16;
    }
    impl std::ops::BitAnd<&u16> for u16 {
        type Output = u16;
    }
    impl std::ops::BitAnd<&u16> for &u16 {
        type Output = u16;
    }
    impl std::ops::BitAndAssign for u16 {}
    impl std::ops::BitAndAssign<&u16> for u16 {}
    impl std::ops::BitOr for u16 {
        type Output = u16;
    }
    impl std::ops::BitOr<u16> for &u16 {
        type Output = u16;
    }
    impl std::ops::BitOr<&u16> for u16 {
        type Output = u16;
    }
    impl std::ops::BitOr<&u16> for &u16 {
        type Output = u16;
    }
    impl std::ops::BitOrAssign for u16 {}
    impl std::ops::BitOrAssign<&u16> for u16 {}
    impl std::ops::BitXor for u16 {
        type Output = u16;
    }
    impl std::ops::BitXor<u16> for &u16 {
        type Output = u16;
    }
    impl std::ops::BitXor<&u16> for u16 {
        type Output = u16;
    }
    impl std::ops::BitXor<&u16> for &u16 {
        type Output = u16;
    }
    impl std::ops::BitXorAssign for u16 {}
    impl std::ops::BitXorAssign<&u16> for u16 {}
    impl<R> std::ops::Shl<R> for u16 {
        type Output = u16;
    }
    impl<R> std::ops::Shl<R> for &u16 {
        type Output = u16;
    }
    impl<R> std::ops::ShlAssign<R> for u16 {}
    impl<R> std::ops::Shr<R> for u16 {
        type Output = u16;
    }
    impl<R> std::ops::Shr<R> for &u16 {
        type Output = u16;
    }
    impl<R> std::ops::ShrAssign<R> for u16 {}
    impl std::ops::Not for u16 {
        type Output = u16;
    }
    impl std::ops::Not for &u16 {
        type Output = u16;
    }
    impl Clone for u16 {}
    impl Copy for u16 {}
    impl std::fmt::Debug for u16 {}
    impl std::fmt::Display for u16 {}
    impl std::fmt::LowerHex for u16 {}
    impl std::fmt::UpperHex for u16 {}
    impl std::fmt::Octal for u16 {}
    impl std::fmt::Binary for u16 {}
    impl std::fmt::LowerExp for u16 {}
    impl std::fmt::UpperExp for u16 {}
    impl PartialEq for u16 {}
    impl Eq for u16 {}
    impl PartialOrd for u16 {}
    impl Ord for u16 {}
    impl Hash for u16 {}
    impl Default for u16 {}
    impl std::iter::Sum for u16 {}
    impl std::iter::Product for u16 {}
    impl std::iter::Sum<&u16> for u16 {}
    impl std::iter::Product<&u16> for u16 {}
    impl FromStr for u16 {
        type Err = ParseIntError;
    }
    impl std::ops::Add for u32 {
        type Output = u32;
    }
    impl std::ops::Add<u32> for &u32 {
        type Output = u32;
    }
    impl std::ops::Add<&u32> for u32 {
        type Output = u32;
    }
    impl std::ops::Add<&u32> for &u32 {
        type Output = u32;
    }
    impl std::ops::AddAssign for u32 {}
    impl std::ops::AddAssign<&u32> for u32 {}
    impl std::ops::Sub for u32 {
        type Output = u32;
    }
    impl std::ops::Sub<u32> for &u32 {
        type Output = u32;
    }
    impl std::ops::Sub<&u32> for u32 {
        type Output = u32;
    }
    impl std::ops::Sub<&u32> for &u32 {
        type Output = u32;
    }
    impl std::ops::SubAssign for u32 {}
    impl std::ops::SubAssign<&u32> for u32 {}
    impl std::ops::Mul for u32 {
        type Output = u32;
    }
    impl std::ops::Mul<u32> for &u32 {
        type Output = u32;
    }
    impl std::ops::Mul<&u32> for u32 {
        type Output = u32;
    }
    impl std::ops::Mul<&u32> for &u32 {
        type Output = u32;
    }
    impl std::ops::MulAssign for u32 {}
    impl std::ops::MulAssign<&u32> for u32 {}
    impl std::ops::Div for u32 {
        type Output = u32;
    }
    impl std::ops::Div<u32> for &u32 {
        type Output = u32;
    }
    impl std::ops::Div<&u32> for u32 {
        type Output = u32;
    }
    impl std::ops::Div<&u32> for &u32 {
        type Output = u32;
    }
    impl std::ops::DivAssign for u32 {}
    impl std::ops::DivAssign<&u32> for u32 {}
    impl std::ops::Rem for u32 {
        type Output = u32;
    }
    impl std::ops::Rem<u32> for &u32 {
        type Output = u32;
    }
    impl std::ops::Rem<&u32> for u32 {
        type Output = u32;
    }
    impl std::ops::Rem<&u32> for &u32 {
        type Output = u32;
    }
    impl std::ops::RemAssign for u32 {}
    impl std::ops::RemAssign<&u32> for u32 {}
    impl std::ops::BitAnd for u32 {
        type Output = u32;
    }
    impl std::ops::BitAnd<u32> for &u32 {
        type Output = u32;
    }
    impl std::ops::BitAnd<&u32> for u32 {
        type Output = u32;
    }
    impl std::ops::BitAnd<&u32> for &u32 {
        type Output = u32;
    }
    impl std::ops::BitAndAssign for u32 {}
    impl std::ops::BitAndAssign<&u32> for u32 {}
    impl std::ops::BitOr for u32 {
        type Output = u32;
    }
    impl std::ops::BitOr<u32> for &u32 {
        type Output = u32;
    }
    impl std::ops::BitOr<&u32> for u32 {
        type Output = u32;
    }
    impl std::ops::BitOr<&u32> for &u32 {
        type Output = u32;
    }
    impl std::ops::BitOrAssign for u32 {}
    impl std::ops::BitOrAssign<&u32> for u32 {}
    impl std::ops::BitXor for u32 {
        type Output = u32;
    }
    impl std::ops::BitXor<u32> for &u32 {
        type Output = u32;
    }
    impl std::ops::BitXor<&u32> for u32 {
        type Output = u32;
    }
    impl std::ops::BitXor<&u32> for &u32 {
        type Output = u32;
    }
    impl std::ops::BitXorAssign for u32 {}
    impl std::ops::BitXorAssign<&u32> for u32 {}
    impl<R> std::ops::Shl<R> for u32 {
        type Output = u32;
    }
    impl<R> std::ops::Shl<R> for &u32 {
        type Output = u32;
    }
    impl<R> std::ops::ShlAssign<R> for u32 {}
    impl<R> std::ops::Shr<R> for u32 {
        type Output = u32;
    }
    impl<R> std::ops::Shr<R> for &u32 {
        type Output = u32;
    }
    impl<R> std::ops::ShrAssign<R> for u32 {}
    impl std::ops::Not for u32 {
        type Output = u32;
    }
    impl std::ops::Not for &u32 {
        type Output = u32;
    }
    impl Clone for u32 {}
    impl Copy for u32 {}
    impl std::fmt::Debug for u32 {}
    impl std::fmt::Display for u32 {}
    impl std::fmt::LowerHex for u32 {}
    impl std::fmt::UpperHex for u32 {}
    impl std::fmt::Octal for u32 {}
    impl std::fmt::Binary for u32 {}
    impl std::fmt::LowerExp for u32 {}
    impl std::fmt::UpperExp for u32 {}
    impl PartialEq for u32 {}
    impl Eq for u32 {}
    impl PartialOrd for u32 {}
    impl Ord for u32 {}
    impl Hash for u32 {}
    impl Default for u32 {}
    impl std::iter::Sum for u32 {}
    impl std::iter::Product for u32 {}
    impl std::iter::Sum<&u32> for u32 {}
    impl std::iter::Product<&u32> for u32 {}
    impl FromStr for u32 {
        type Err = ParseIntError;
    }
    impl std::ops::Add for u64 {
        type Output = u64;
    }
    impl std::ops::Add<u64> for &u64 {
        type Output = u64;
    }
    impl std::ops::Add<&u64> for u64 {
        type Output = u64;
    }
    impl std::ops::Add<&u64> for &u64 {
        type Output = u64;
    }
    impl std::ops::AddAssign for u64 {}
    impl std::ops::AddAssign<&u64> for u64 {}
    impl std::ops::Sub for u64 {
        type Output = u64;
    }
    impl std::ops::Sub<u64> for &u64 {
        type Output = u64;
    }
    impl std::ops::Sub<&u64> for u64 {
        type Output = u64;
    }
    impl std::ops::Sub<&u64> for &u64 {
        type Output = u64;
    }
    impl std::ops::SubAssign for u64 {}
    impl std::ops::SubAssign<&u64> for u64 {}
    impl std::ops::Mul for u64 {
        type Output = u64;
    }
    impl std::ops::Mul<u64> for &u64 {
        type Output = u64;
    }
    impl std::ops::Mul<&u64> for u64 {
        type Output = u64;
    }
    impl std::ops::Mul<&u64> for &u64 {
        type Output = u64;
    }
    impl std::ops::MulAssign for u64 {}
    impl std::ops::MulAssign<&u64> for u64 {}
    impl std::ops::Div for u64 {
        type Output = u64;
    }
    impl std::ops::Div<u64> for &u64 {
        type Output = u64;
    }
    impl std::ops::Div<&u64> for u64 {
        type Output = u64;
    }
    impl std::ops::Div<&u64> for &u64 {
        type Output = u64;
    }
    impl std::ops::DivAssign for u64 {}
    impl std::ops::DivAssign<&u64> for u64 {}
    impl std::ops::Rem for u64 {
        type Output = u64;
    }
    impl std::ops::Rem<u64> for &u64 {
        type Output = u64;
    }
    impl std::ops::Rem<&u64> for u64 {
        type Output = u64;
    }
    impl std::ops::Rem<&u64> for &u64 {
        type Output = u64;
    }
    impl std::ops::RemAssign for u64 {}
    impl std::ops::RemAssign<&u64> for u64 {}
    impl std::ops::BitAnd for u64 {
        type Output = u64;
    }
    impl std::ops::BitAnd<u64> for &u64 {
        type Output = u64;
    }
    impl std::ops::BitAnd<&u64> for u64 {
        type Output = u64;
    }
    impl std::ops::BitAnd<&u64> for &u64 {
        type Output = u64;
    }
    impl std::ops::BitAndAssign for u64 {}
    impl std::ops::BitAndAssign<&u64> for u64 {}
    impl std::ops::BitOr for u64 {
        type Output = u64;
    }
    impl std::ops::BitOr<u64> for &u64 {
        type Output = u64;
    }
    impl std::ops::BitOr<&u64> for u64 {
        type Output = u64;
    }
    impl std::ops::BitOr<&u64> for &u64 {
        type Output = u64;
    }
    impl std::ops::BitOrAssign for u64 {}
    impl std::ops::BitOrAssign<&u64> for u64 {}
    impl std::ops::BitXor for u64 {
        type Output = u64;
    }
    impl std::ops::BitXor<u64> for &u64 {
        type Output = u64;
    }
    impl std::ops::BitXor<&u64> for u64 {
        type Output = u64;
    }
    impl std::ops::BitXor<&u64> for &u64 {
        type Output = u64;
    }
    impl std::ops::BitXorAssign for u64 {}
    impl std::ops::BitXorAssign<&u64> for u64 {}
    impl<R> std::ops::Shl<R> for u64 {
        type Output = u64;
    }
    impl<R> std::ops::Shl<R> for &u64 {
        type Output = u64;
    }
    impl<R> std::ops::ShlAssign<R> for u64 {}
    impl<R> std::ops::Shr<R> for u64 {
        type Output = u64;
    }
    impl<R> std::ops::Shr<R> for &u64 {
        type Output = u64;
    }
    impl<R> std::ops::ShrAssign<R> for u64 {}
    impl std::ops::Not for u64 {
        type Output = u64;
    }
    impl std::ops::Not for &u64 {
        type Output = u64;
    }
    impl Clone for u64 {}
    impl Copy for u64 {}
    impl std::fmt::Debug for u64 {}
    impl std::fmt::Display for u64 {}
    impl std::fmt::LowerHex for u64 {}
    impl std::fmt::UpperHex for u64 {}
    impl std::fmt::Octal for u64 {}
    impl std::fmt::Binary for u64 {}
    impl std::fmt::LowerExp for u64 {}
    impl std::fmt::UpperExp for u64 {}
    impl PartialEq for u64 {}
    impl Eq for u64 {}
    impl PartialOrd for u64 {}
    impl Ord for u64 {}
    impl Hash for u64 {}
    impl Default for u64 {}
    impl std::iter::Sum for u64 {}
    impl std::iter::Product for u64 {}
    impl std::iter::Sum<&u64> for u64 {}
    impl std::iter::Product<&u64> for u64 {}
    impl FromStr for u64 {
        type Err = ParseIntError;
    }
    impl std::ops::Add for u128 {
        type Output = u128;
    }
    impl std::ops::Add<u128> for &u128 {
        type Output = u128;
    }
    impl std::ops::Add<&u128> for u128 {
        type Output = u128;
    }
    impl std::ops::Add<&u128> for &u128 {
        type Output = u128;
    }
    impl std::ops::AddAssign for u128 {}
    impl std::ops::AddAssign<&u128> for u128 {}
    impl std::ops::Sub for u128 {
        type Output = u128;
    }
    impl std::ops::Sub<u128> for &u128 {
        type Output = u128;
    }
    impl std::ops::Sub<&u128> for u128 {
        type Output = u128;
    }
    impl std::ops::Sub<&u128> for &u128 {
        type Output = u128;
    }
    impl std::ops::SubAssign for u128 {}
    impl std::ops::SubAssign<&u128> for u128 {}
    impl std::ops::Mul for u128 {
        type Output = u128;
    }
    impl std::ops::Mul<u128> for &u128 {
        type Output = u128;
    }
    impl std::ops::Mul<&u128> for u128 {
        type Output = u128;
    }
    impl std::ops::Mul<&u128> for &u128 {
        type Output = u128;
    }
    impl std::ops::MulAssign for u128 {}
    impl std::ops::MulAssign<&u128> for u128 {}
    impl std::ops::Div for u128 {
        type Output = u128;
    }
    impl std::ops::Div<u128> for &u128 {
        type Output = u128;
    }
    impl std::ops::Div<&u128> for u128 {
        type Output = u128;
    }
    impl std::ops::Div<&u128> for &u128 {
        type Output = u128;
    }
    impl std::ops::DivAssign for u128 {}
    impl std::ops::DivAssign<&u128> for u128 {}
    impl std::ops::Rem for u128 {
        type Output = u128;
    }
    impl std::ops::Rem<u128> for &u128 {
        type Output = u128;
    }
    impl std::ops::Rem<&u128> for u128 {
        type Output = u128;
    }
    impl std::ops::Rem<&u128> for &u128 {
        type Output = u128;
    }
    impl std::ops::RemAssign for u128 {}
    impl std::ops::RemAssign<&u128> for u128 {}
    impl std::ops::BitAnd for u128 {
        type Output = u128;
    }
    impl std::ops::BitAnd<u128> for &u128 {
        type Output = u128;
    }
    impl std::ops::BitAnd<&u128> for u128 {
        type Output = u128;
    }
    impl std::ops::BitAnd<&u128> for &u128 {
        type Output = u128;
    }
    impl std::ops::BitAndAssign for u128 {}
    impl std::ops::BitAndAssign<&u128> for u128 {}
    impl std::ops::BitOr for u128 {
        type Output = u128;
    }
    impl std::ops::BitOr<u128> for &u128 {
        type Output = u128;
    }
    impl std::ops::BitOr<&u128> for u128 {
        type Output = u128;
    }
    impl std::ops::BitOr<&u128> for &u128 {
        type Output = u128;
    }
    impl std::ops::BitOrAssign for u128 {}
    impl std::ops::BitOrAssign<&u128> for u128 {}
    impl std::ops::BitXor for u128 {
        type Output = u128;
    }
    impl std::ops::BitXor<u128> for &u128 {
        type Output = u128;
    }
    impl std::ops::BitXor<&u128> for u128 {
        type Output = u128;
    }
    impl std::ops::BitXor<&u128> for &u128 {
        type Output = u128;
    }
    impl std::ops::BitXorAssign for u128 {}
    impl std::ops::BitXorAssign<&u128> for u128 {}
    impl<R> std::ops::Shl<R> for u128 {
        type Output = u128;
    }
    impl<R> std::ops::Shl<R> for &u128 {
        type Output = u128;
    }
    impl<R> std::ops::ShlAssign<R> for u128 {}
    impl<R> std::ops::Shr<R> for u128 {
        type Output = u128;
    }
    impl<R> std::ops::Shr<R> for &u128 {
        type Output = u128;
    }
    impl<R> std::ops::ShrAssign<R> for u128 {}
    impl std::ops::Not for u128 {
        type Output = u128;
    }
    impl std::ops::Not for &u128 {
        type Output = u128;
    }
    impl Clone for u128 {}
    impl Copy for u128 {}
    impl std::fmt::Debug for u128 {}
    impl std::fmt::Display for u128 {}
    impl std::fmt::LowerHex for u128 {}
    impl std::fmt::UpperHex for u128 {}
    impl std::fmt::Octal for u128 {}
    impl std::fmt::Binary for u128 {}
    impl std::fmt::LowerExp for u128 {}
    impl std::fmt::UpperExp for u128 {}
    impl PartialEq for u128 {}
    impl Eq for u128 {}
    impl PartialOrd for u128 {}
    impl Ord for u128 {}
    impl Hash for u128 {}
    impl Default for u128 {}
    impl std::iter::Sum for u128 {}
    impl std::iter::Product for u128 {}
    impl std::iter::Sum<&u128> for u128 {}
    impl std::iter::Product<&u128> for u128 {}
    impl FromStr for u128 {
        type Err = ParseIntError;
    }
    impl std::ops::Add for usize {
        type Output = usize;
    }
    impl std::ops::Add<usize> for &usize {
        type Output = usize;
    }
    impl std::ops::Add<&usize> for usize {
        type Output = usize;
    }
    impl std::ops::Add<&usize> for &usize {
        type Output = usize;
    }
    impl std::ops::AddAssign for usize {}
    impl std::ops::AddAssign<&usize> for usize {}
    impl std::ops::Sub for usize {
        type Output = usize;
    }
    impl std::ops::Sub<usize> for &usize {
        type Output = usize;
    }
    impl std::ops::Sub<&usize> for usize {
        type Output = usize;
    }
    impl std::ops::Sub<&usize> for &usize {
        type Output = usize;
    }
    impl std::ops::SubAssign for usize {}
    impl std::ops::SubAssign<&usize> for usize {}
    impl std::ops::Mul for usize {
        type Output = usize;
    }
    impl std::ops::Mul<usize> for &usize {
        type Output = usize;
    }
    impl std::ops::Mul<&usize> for usize {
        type Output = usize;
    }
    impl std::ops::Mul<&usize> for &usize {
        type Output = usize;
    }
    impl std::ops::MulAssign for usize {}
    impl std::ops::MulAssign<&usize> for usize {}
    impl std::ops::Div for usize {
        type Output = usize;
    }
    impl std::ops::Div<usize> for &usize {
        type Output = usize;
    }
    impl std::ops::Div<&usize> for usize {
        type Output = usize;
    }
    impl std::ops::Div<&usize> for &usize {
        type Output = usize;
    }
    impl std::ops::DivAssign for usize {}
    impl std::ops::DivAssign<&usize> for usize {}
    impl std::ops::Rem for usize {
        type Output = usize;
    }
    impl std::ops::Rem<usize> for &usize {
        type Output = usize;
    }
    impl std::ops::Rem<&usize> for usize {
        type Output = usize;
    }
    impl std::ops::Rem<&usize> for &usize {
        type Output = usize;
    }
    impl std::ops::RemAssign for usize {}
    impl std::ops::RemAssign<&usize> for usize {}
    impl std::ops::BitAnd for usize {
        type Output = usize;
    }
    impl std::ops::BitAnd<usize> for &usize {
        type Output = usize;
    }
    impl std::ops::BitAnd<&usize> for usize {
        type Output = usize;
    }
    impl std::ops::BitAnd<&usize> for &usize {
        type Output = usize;
    }
    impl std::ops::BitAndAssign for usize {}
    impl std::ops::BitAndAssign<&usize> for usize {}
    impl std::ops::BitOr for usize {
        type Output = usize;
    }
    impl std::ops::BitOr<usize> for &usize {
        type Output = usize;
    }
    impl std::ops::BitOr<&usize> for usize {
        type Output = usize;
    }
    impl std::ops::BitOr<&usize> for &usize {
        type Output = usize;
    }
    impl std::ops::BitOrAssign for usize {}
    impl std::ops::BitOrAssign<&usize> for usize {}
    impl std::ops::BitXor for usize {
        type Output = usize;
    }
    impl std::ops::BitXor<usize> for &usize {
        type Output = usize;
    }
    impl std::ops::BitXor<&usize> for usize {
        type Output = usize;
    }
    impl std::ops::BitXor<&usize> for &usize {
        type Output = usize;
    }
    impl std::ops::BitXorAssign for usize {}
    impl std::ops::BitXorAssign<&usize> for usize {}
    impl<R> std::ops::Shl<R> for usize {
        type Output = usize;
    }
    impl<R> std::ops::Shl<R> for &usize {
        type Output = usize;
    }
    impl<R> std::ops::ShlAssign<R> for usize {}
    impl<R> std::ops::Shr<R> for usize {
        type Output = usize;
    }
    impl<R> std::ops::Shr<R> for &usize {
        type Output = usize;
    }
    impl<R> std::ops::ShrAssign<R> for usize {}
    impl std::ops::Not for usize {
        type Output = usize;
    }
    impl std::ops::Not for &usize {
        type Output = usize;
    }
    impl Clone for usize {}
    impl Copy for usize {}
    impl std::fmt::Debug for usize {}
    impl std::fmt::Display for usize {}
    impl std::fmt::LowerHex for usize {}
    impl std::fmt::UpperHex for usize {}
    impl std::fmt::Octal for usize {}
    impl std::fmt::Binary for usize {}
    impl std::fmt::LowerExp for usize {}
    impl std::fmt::UpperExp for usize {}
    impl PartialEq for usize {}
    impl Eq for usize {}
    impl PartialOrd for usize {}
    impl Ord for usize {}
    impl Hash for usize {}
    impl Default for usize {}
    impl std::iter::Sum for usize {}
    impl std::iter::Product for usize {}
    impl std::iter::Sum<&usize> for usize {}
    impl std::iter::Product<&usize> for usize {}
    impl FromStr for usize {
        type Err = ParseIntError;
    }
    impl std::ops::Add for i8 {
        type Output = i8;
    }
    impl std::ops::Add<i8> for &i8 {
        type Output = i8;
    }
    impl std::ops::Add<&i8> for i8 {
        type Output = i8;
    }
    impl std::ops::Add<&i8> for &i8 {
        type Output = i8;
    }
    impl std::ops::AddAssign for i8 {}
    impl std::ops::AddAssign<&i8> for i8 {}
    impl std::ops::Sub for i8 {
        type Output = i8;
    }
    impl std::ops::Sub<i8> for &i8 {
        type Output = i8;
    }
    impl std::ops::Sub<&i8> for i8 {
        type Output = i8;
    }
    impl std::ops::Sub<&i8> for &i8 {
        type Output = i8;
    }
    impl std::ops::SubAssign for i8 {}
    impl std::ops::SubAssign<&i8> for i8 {}
    impl std::ops::Mul for i8 {
        type Output = i8;
    }
    impl std::ops::Mul<i8> for &i8 {
        type Output = i8;
    }
    impl std::ops::Mul<&i8> for i8 {
        type Output = i8;
    }
    impl std::ops::Mul<&i8> for &i8 {
        type Output = i8;
    }
    impl std::ops::MulAssign for i8 {}
    impl std::ops::MulAssign<&i8> for i8 {}
    impl std::ops::Div for i8 {
        type Output = i8;
    }
    impl std::ops::Div<i8> for &i8 {
        type Output = i8;
    }
    impl std::ops::Div<&i8> for i8 {
        type Output = i8;
    }
    impl std::ops::Div<&i8> for &i8 {
        type Output = i8;
    }
    impl std::ops::DivAssign for i8 {}
    impl std::ops::DivAssign<&i8> for i8 {}
    impl std::ops::Rem for i8 {
        type Output = i8;
    }
    impl std::ops::Rem<i8> for &i8 {
        type Output = i8;
    }
    impl std::ops::Rem<&i8> for i8 {
        type Output = i8;
    }
    impl std::ops::Rem<&i8> for &i8 {
        type Output = i8;
    }
    impl std::ops::RemAssign for i8 {}
    impl std::ops::RemAssign<&i8> for i8 {}
    impl std::ops::BitAnd for i8 {
        type Output = i8;
    }
    impl std::ops::BitAnd<i8> for &i8 {
        type Output = i8;
    }
    impl std::ops::BitAnd<&i8> for i8 {
        type Output = i8;
    }
    impl std::ops::BitAnd<&i8> for &i8 {
        type Output = i8;
    }
    impl std::ops::BitAndAssign for i8 {}
    impl std::ops::BitAndAssign<&i8> for i8 {}
    impl std::ops::BitOr for i8 {
        type Output = i8;
    }
    impl std::ops::BitOr<i8> for &i8 {
        type Output = i8;
    }
    impl std::ops::BitOr<&i8> for i8 {
        type Output = i8;
    }
    impl std::ops::BitOr<&i8> for &i8 {
        type Output = i8;
    }
    impl std::ops::BitOrAssign for i8 {}
    impl std::ops::BitOrAssign<&i8> for i8 {}
    impl std::ops::BitXor for i8 {
        type Output = i8;
    }
    impl std::ops::BitXor<i8> for &i8 {
        type Output = i8;
    }
    impl std::ops::BitXor<&i8> for i8 {
        type Output = i8;
    }
    impl std::ops::BitXor<&i8> for &i8 {
        type Output = i8;
    }
    impl std::ops::BitXorAssign for i8 {}
    impl std::ops::BitXorAssign<&i8> for i8 {}
    impl<R> std::ops::Shl<R> for i8 {
        type Output = i8;
    }
    impl<R> std::ops::Shl<R> for &i8 {
        type Output = i8;
    }
    impl<R> std::ops::ShlAssign<R> for i8 {}
    impl<R> std::ops::Shr<R> for i8 {
        type Output = i8;
    }
    impl<R> std::ops::Shr<R> for &i8 {
        type Output = i8;
    }
    impl<R> std::ops::ShrAssign<R> for i8 {}
    impl std::ops::Not for i8 {
        type Output = i8;
    }
    impl std::ops::Neg for i8 {
        type Output = i8;
    }
    impl std::ops::Not for &i8 {
        type Output = i8;
    }
    impl std::ops::Neg for &i8 {
        type Output = i8;
    }
    impl Clone for i8 {}
    impl Copy for i8 {}
    impl std::fmt::Debug for i8 {}
    impl std::fmt::Display for i8 {}
    impl std::fmt::LowerHex for i8 {}
    impl std::fmt::UpperHex for i8 {}
    impl std::fmt::Octal for i8 {}
    impl std::fmt::Binary for i8 {}
    impl std::fmt::LowerExp for i8 {}
    impl std::fmt::UpperExp for i8 {}
    impl PartialEq for i8 {}
    impl Eq for i8 {}
    impl PartialOrd for i8 {}
    impl Ord for i8 {}
    impl Hash for i8 {}
    impl Default for i8 {}
    impl std::iter::Sum for i8 {}
    impl std::iter::Product for i8 {}
    impl std::iter::Sum<&i8> for i8 {}
    impl std::iter::Product<&i8> for i8 {}
    impl FromStr for i8 {
        type Err = ParseIntError;
    }
    impl std::ops::Add for i16 {
        type Output = i16;
    }
    impl std::ops::Add<i16> for &i16 {
        type Output = i16;
    }
    impl std::ops::Add<&i16> for i16 {
        type Output = i16;
    }
    impl std::ops::Add<&i16> for &i16 {
        type Output = i16;
    }
    impl std::ops::AddAssign for i16 {}
    impl std::ops::AddAssign<&i16> for i16 {}
    impl std::ops::Sub for i16 {
        type Output = i16;
    }
    impl std::ops::Sub<i16> for &i16 {
        type Output = i16;
    }
    impl std::ops::Sub<&i16> for i16 {
        type Output = i16;
    }
    impl std::ops::Sub<&i16> for &i16 {
        type Output = i16;
    }
    impl std::ops::SubAssign for i16 {}
    impl std::ops::SubAssign<&i16> for i16 {}
    impl std::ops::Mul for i16 {
        type Output = i16;
    }
    impl std::ops::Mul<i16> for &i16 {
        type Output = i16;
    }
    impl std::ops::Mul<&i16> for i16 {
        type Output = i16;
    }
    impl std::ops::Mul<&i16> for &i16 {
        type Output = i16;
    }
    impl std::ops::MulAssign for i16 {}
    impl std::ops::MulAssign<&i16> for i16 {}
    impl std::ops::Div for i16 {
        type Output = i16;
    }
    impl std::ops::Div<i16> for &i16 {
        type Output = i16;
    }
    impl std::ops::Div<&i16> for i16 {
        type Output = i16;
    }
    impl std::ops::Div<&i16> for &i16 {
        type Output = i16;
    }
    impl std::ops::DivAssign for i16 {}
    impl std::ops::DivAssign<&i16> for i16 {}
    impl std::ops::Rem for i16 {
        type Output = i16;
    }
    impl std::ops::Rem<i16> for &i16 {
        type Output = i16;
    }
    impl std::ops::Rem<&i16> for i16 {
        type Output = i16;
    }
    impl std::ops::Rem<&i16> for &i16 {
        type Output = i16;
    }
    impl std::ops::RemAssign for i16 {}
    impl std::ops::RemAssign<&i16> for i16 {}
    impl std::ops::BitAnd for i16 {
        type Output = i16;
    }
    impl std::ops::BitAnd<i16> for &i16 {
        type Output = i16;
    }
    impl std::ops::BitAnd<&i16> for i16 {
        type Output = i16;
    }
    impl std::ops::BitAnd<&i16> for &i16 {
        type Output = i16;
    }
    impl std::ops::BitAndAssign for i16 {}
    impl std::ops::BitAndAssign<&i16> for i16 {}
    impl std::ops::BitOr for i16 {
        type Output = i16;
    }
    impl std::ops::BitOr<i16> for &i16 {
        type Output = i16;
    }
    impl std::ops::BitOr<&i16> for i16 {
        type Output = i16;
    }
    impl std::ops::BitOr<&i16> for &i16 {
        type Output = i16;
    }
    impl std::ops::BitOrAssign for i16 {}
    impl std::ops::BitOrAssign<&i16> for i16 {}
    impl std::ops::BitXor for i16 {
        type Output = i16;
    }
    impl std::ops::BitXor<i16> for &i16 {
        type Output = i16;
    }
    impl std::ops::BitXor<&i16> for i16 {
        type Output = i16;
    }
    impl std::ops::BitXor<&i16> for &i16 {
        type Output = i16;
    }
    impl std::ops::BitXorAssign for i16 {}
    impl std::ops::BitXorAssign<&i16> for i16 {}
    impl<R> std::ops::Shl<R> for i16 {
        type Output = i16;
    }
    impl<R> std::ops::Shl<R> for &i16 {
        type Output = i16;
    }
    impl<R> std::ops::ShlAssign<R> for i16 {}
    impl<R> std::ops::Shr<R> for i16 {
        type Output = i16;
    }
    impl<R> std::ops::Shr<R> for &i16 {
        type Output = i16;
    }
    impl<R> std::ops::ShrAssign<R> for i16 {}
    impl std::ops::Not for i16 {
        type Output = i16;
    }
    impl std::ops::Neg for i16 {
        type Output = i16;
    }
    impl std::ops::Not for &i16 {
        type Output = i16;
    }
    impl std::ops::Neg for &i16 {
        type Output = i16;
    }
    impl Clone for i16 {}
    impl Copy for i16 {}
    impl std::fmt::Debug for i16 {}
    impl std::fmt::Display for i16 {}
    impl std::fmt::LowerHex for i16 {}
    impl std::fmt::UpperHex for i16 {}
    impl std::fmt::Octal for i16 {}
    impl std::fmt::Binary for i16 {}
    impl std::fmt::LowerExp for i16 {}
    impl std::fmt::UpperExp for i16 {}
    impl PartialEq for i16 {}
    impl Eq for i16 {}
    impl PartialOrd for i16 {}
    impl Ord for i16 {}
    impl Hash for i16 {}
    impl Default for i16 {}
    impl std::iter::Sum for i16 {}
    impl std::iter::Product for i16 {}
    impl std::iter::Sum<&i16> for i16 {}
    impl std::iter::Product<&i16> for i16 {}
    impl FromStr for i16 {
        type Err = ParseIntError;
    }
    impl std::ops::Add for i32 {
        type Output = i32;
    }
    impl std::ops::Add<i32> for &i32 {
        type Output = i32;
    }
    impl std::ops::Add<&i32> for i32 {
        type Output = i32;
    }
    impl std::ops::Add<&i32> for &i32 {
        type Output = i32;
    }
    impl std::ops::AddAssign for i32 {}
    impl std::ops::AddAssign<&i32> for i32 {}
    impl std::ops::Sub for i32 {
        type Output = i32;
    }
    impl std::ops::Sub<i32> for &i32 {
        type Output = i32;
    }
    impl std::ops::Sub<&i32> for i32 {
        type Output = i32;
    }
    impl std::ops::Sub<&i32> for &i32 {
        type Output = i32;
    }
    impl std::ops::SubAssign for i32 {}
    impl std::ops::SubAssign<&i32> for i32 {}
    impl std::ops::Mul for i32 {
        type Output = i32;
    }
    impl std::ops::Mul<i32> for &i32 {
        type Output = i32;
    }
    impl std::ops::Mul<&i32> for i32 {
        type Output = i32;
    }
    impl std::ops::Mul<&i32> for &i32 {
        type Output = i32;
    }
    impl std::ops::MulAssign for i32 {}
    impl std::ops::MulAssign<&i32> for i32 {}
    impl std::ops::Div for i32 {
        type Output = i32;
    }
    impl std::ops::Div<i32> for &i32 {
        type Output = i32;
    }
    impl std::ops::Div<&i32> for i32 {
        type Output = i32;
    }
    impl std::ops::Div<&i32> for &i32 {
        type Output = i32;
    }
    impl std::ops::DivAssign for i32 {}
    impl std::ops::DivAssign<&i32> for i32 {}
    impl std::ops::Rem for i32 {
        type Output = i32;
    }
    impl std::ops::Rem<i32> for &i32 {
        type Output = i32;
    }
    impl std::ops::Rem<&i32> for i32 {
        type Output = i32;
    }
    impl std::ops::Rem<&i32> for &i32 {
        type Output = i32;
    }
    impl std::ops::RemAssign for i32 {}
    impl std::ops::RemAssign<&i32> for i32 {}
    impl std::ops::BitAnd for i32 {
        type Output = i32;
    }
    impl std::ops::BitAnd<i32> for &i32 {
        type Output = i32;
    }
    impl std::ops::BitAnd<&i32> for i32 {
        type Output = i32;
    }
    impl std::ops::BitAnd<&i32> for &i32 {
        type Output = i32;
    }
    impl std::ops::BitAndAssign for i32 {}
    impl std::ops::BitAndAssign<&i32> for i32 {}
    impl std::ops::BitOr for i32 {
        type Output = i32;
    }
    impl std::ops::BitOr<i32> for &i32 {
        type Output = i32;
    }
    impl std::ops::BitOr<&i32> for i32 {
        type Output = i32;
    }
    impl std::ops::BitOr<&i32> for &i32 {
        type Output = i32;
    }
    impl std::ops::BitOrAssign for i32 {}
    impl std::ops::BitOrAssign<&i32> for i32 {}
    impl std::ops::BitXor for i32 {
        type Output = i32;
    }
    impl std::ops::BitXor<i32> for &i32 {
        type Output = i32;
    }
    impl std::ops::BitXor<&i32> for i32 {
        type Output = i32;
    }
    impl std::ops::BitXor<&i32> for &i32 {
        type Output = i32;
    }
    impl std::ops::BitXorAssign for i32 {}
    impl std::ops::BitXorAssign<&i32> for i32 {}
    impl<R> std::ops::Shl<R> for i32 {
        type Output = i32;
    }
    impl<R> std::ops::Shl<R> for &i32 {
        type Output = i32;
    }
    impl<R> std::ops::ShlAssign<R> for i32 {}
    impl<R> std::ops::Shr<R> for i32 {
        type Output = i32;
    }
    impl<R> std::ops::Shr<R> for &i32 {
        type Output = i32;
    }
    impl<R> std::ops::ShrAssign<R> for i32 {}
    impl std::ops::Not for i32 {
        type Output = i32;
    }
    impl std::ops::Neg for i32 {
        type Output = i32;
    }
    impl std::ops::Not for &i32 {
        type Output = i32;
    }
    impl std::ops::Neg for &i32 {
        type Output = i32;
    }
    impl Clone for i32 {}
    impl Copy for i32 {}
    impl std::fmt::Debug for i32 {}
    impl std::fmt::Display for i32 {}
    impl std::fmt::LowerHex for i32 {}
    impl std::fmt::UpperHex for i32 {}
    impl std::fmt::Octal for i32 {}
    impl std::fmt::Binary for i32 {}
    impl std::fmt::LowerExp for i32 {}
    impl std::fmt::UpperExp for i32 {}
    impl PartialEq for i32 {}
    impl Eq for i32 {}
    impl PartialOrd for i32 {}
    impl Ord for i32 {}
    impl Hash for i32 {}
    impl Default for i32 {}
    impl std::iter::Sum for i32 {}
    impl std::iter::Product for i32 {}
    impl std::iter::Sum<&i32> for i32 {}
    impl std::iter::Product<&i32> for i32 {}
    impl FromStr for i32 {
        type Err = ParseIntError;
    }
    impl std::ops::Add for i64 {
        type Output = i64;
    }
    impl std::ops::Add<i64> for &i64 {
        type Output = i64;
    }
    impl std::ops::Add<&i64> for i64 {
        type Output = i64;
    }
    impl std::ops::Add<&i64> for &i64 {
        type Output = i64;
    }
    impl std::ops::AddAssign for i64 {}
    impl std::ops::AddAssign<&i64> for i64 {}
    impl std::ops::Sub for i64 {
        type Output = i64;
    }
    impl std::ops::Sub<i64> for &i64 {
        type Output = i64;
    }
    impl std::ops::Sub<&i64> for i64 {
        type Output = i64;
    }
    impl std::ops::Sub<&i64> for &i64 {
        type Output = i64;
    }
    impl std::ops::SubAssign for i64 {}
    impl std::ops::SubAssign<&i64> for i64 {}
    impl std::ops::Mul for i64 {
        type Output = i64;
    }
    impl std::ops::Mul<i64> for &i64 {
        type Output = i64;
    }
    impl std::ops::Mul<&i64> for i64 {
        type Output = i64;
    }
    impl std::ops::Mul<&i64> for &i64 {
        type Output = i64;
    }
    impl std::ops::MulAssign for i64 {}
    impl std::ops::MulAssign<&i64> for i64 {}
    impl std::ops::Div for i64 {
        type Output = i64;
    }
    impl std::ops::Div<i64> for &i64 {
        type Output = i64;
    }
    impl std::ops::Div<&i64> for i64 {
        type Output = i64;
    }
    impl std::ops::Div<&i64> for &i64 {
        type Output = i64;
    }
    impl std::ops::DivAssign for i64 {}
    impl std::ops::DivAssign<&i64> for i64 {}
    impl std::ops::Rem for i64 {
        type Output = i64;
    }
    impl std::ops::Rem<i64> for &i64 {
        type Output = i64;
    }
    impl std::ops::Rem<&i64> for i64 {
        type Output = i64;
    }
    impl std::ops::Rem<&i64> for &i64 {
        type Output = i64;
    }
    impl std::ops::RemAssign for i64 {}
    impl std::ops::RemAssign<&i64> for i64 {}
    impl std::ops::BitAnd for i64 {
        type Output = i64;
    }
    impl std::ops::BitAnd<i64> for &i64 {
        type Output = i64;
    }
    impl std::ops::BitAnd<&i64> for i64 {
        type Output = i64;
    }
    impl std::ops::BitAnd<&i64> for &i64 {
        type Output = i64;
    }
    impl std::ops::BitAndAssign for i64 {}
    impl std::ops::BitAndAssign<&i64> for i64 {}
    impl std::ops::BitOr for i64 {
        type Output = i64;
    }
    impl std::ops::BitOr<i64> for &i64 {
        type Output = i64;
    }
    impl std::ops::BitOr<&i64> for i64 {
        type Output = i64;
    }
    impl std::ops::BitOr<&i64> for &i64 {
        type Output = i64;
    }
    impl std::ops::BitOrAssign for i64 {}
    impl std::ops::BitOrAssign<&i64> for i64 {}
    impl std::ops::BitXor for i64 {
        type Output = i64;
    }
    impl std::ops::BitXor<i64> for &i64 {
        type Output = i64;
    }
    impl std::ops::BitXor<&i64> for i64 {
        type Output = i64;
    }
    impl std::ops::BitXor<&i64> for &i64 {
        type Output = i64;
    }
    impl std::ops::BitXorAssign for i64 {}
    impl std::ops::BitXorAssign<&i64> for i64 {}
    impl<R> std::ops::Shl<R> for i64 {
        type Output = i64;
    }
    impl<R> std::ops::Shl<R> for &i64 {
        type Output = i64;
    }
    impl<R> std::ops::ShlAssign<R> for i64 {}
    impl<R> std::ops::Shr<R> for i64 {
        type Output = i64;
    }
    impl<R> std::ops::Shr<R> for &i64 {
        type Output = i64;
    }
    impl<R> std::ops::ShrAssign<R> for i64 {}
    impl std::ops::Not for i64 {
        type Output = i64;
    }
    impl std::ops::Neg for i64 {
        type Output = i64;
    }
    impl std::ops::Not for &i64 {
        type Output = i64;
    }
    impl std::ops::Neg for &i64 {
        type Output = i64;
    }
    impl Clone for i64 {}
    impl Copy for i64 {}
    impl std::fmt::Debug for i64 {}
    impl std::fmt::Display for i64 {}
    impl std::fmt::LowerHex for i64 {}
    impl std::fmt::UpperHex for i64 {}
    impl std::fmt::Octal for i64 {}
    impl std::fmt::Binary for i64 {}
    impl std::fmt::LowerExp for i64 {}
    impl std::fmt::UpperExp for i64 {}
    impl PartialEq for i64 {}
    impl Eq for i64 {}
    impl PartialOrd for i64 {}
    impl Ord for i64 {}
    impl Hash for i64 {}
    impl Default for i64 {}
    impl std::iter::Sum for i64 {}
    impl std::iter::Product for i64 {}
    impl std::iter::Sum<&i64> for i64 {}
    impl std::iter::Product<&i64> for i64 {}
    impl FromStr for i64 {
        type Err = ParseIntError;
    }
    impl std::ops::Add for i128 {
        type Output = i128;
    }
    impl std::ops::Add<i128> for &i128 {
        type Output = i128;
    }
    impl std::ops::Add<&i128> for i128 {
        type Output = i128;
    }
    impl std::ops::Add<&i128> for &i128 {
        type Output = i128;
    }
    impl std::ops::AddAssign for i128 {}
    impl std::ops::AddAssign<&i128> for i128 {}
    impl std::ops::Sub for i128 {
        type Output = i128;
    }
    impl std::ops::Sub<i128> for &i128 {
        type Output = i128;
    }
    impl std::ops::Sub<&i128> for i128 {
        type Output = i128;
    }
    impl std::ops::Sub<&i128> for &i128 {
        type Output = i128;
    }
    impl std::ops::SubAssign for i128 {}
    impl std::ops::SubAssign<&i128> for i128 {}
    impl std::ops::Mul for i128 {
        type Output = i128;
    }
    impl std::ops::Mul<i128> for &i128 {
        type Output = i128;
    }
    impl std::ops::Mul<&i128> for i128 {
        type Output = i128;
    }
    impl std::ops::Mul<&i128> for &i128 {
        type Output = i128;
    }
    impl std::ops::MulAssign for i128 {}
    impl std::ops::MulAssign<&i128> for i128 {}
    impl std::ops::Div for i128 {
        type Output = i128;
    }
    impl std::ops::Div<i128> for &i128 {
        type Output = i128;
    }
    impl std::ops::Div<&i128> for i128 {
        type Output = i128;
    }
    impl std::ops::Div<&i128> for &i128 {
        type Output = i128;
    }
    impl std::ops::DivAssign for i128 {}
    impl std::ops::DivAssign<&i128> for i128 {}
    impl std::ops::Rem for i128 {
        type Output = i128;
    }
    impl std::ops::Rem<i128> for &i128 {
        type Output = i128;
    }
    impl std::ops::Rem<&i128> for i128 {
        type Output = i128;
    }
    impl std::ops::Rem<&i128> for &i128 {
        type Output = i128;
    }
    impl std::ops::RemAssign for i128 {}
    impl std::ops::RemAssign<&i128> for i128 {}
    impl std::ops::BitAnd for i128 {
        type Output = i128;
    }
    impl std::ops::BitAnd<i128> for &i128 {
        type Output = i128;
    }
    impl std::ops::BitAnd<&i128> for i128 {
        type Output = i128;
    }
    impl std::ops::BitAnd<&i128> for &i128 {
        type Output = i128;
    }
    impl std::ops::BitAndAssign for i128 {}
    impl std::ops::BitAndAssign<&i128> for i128 {}
    impl std::ops::BitOr for i128 {
        type Output = i128;
    }
    impl std::ops::BitOr<i128> for &i128 {
        type Output = i128;
    }
    impl std::ops::BitOr<&i128> for i128 {
        type Output = i128;
    }
    impl std::ops::BitOr<&i128> for &i128 {
        type Output = i128;
    }
    impl std::ops::BitOrAssign for i128 {}
    impl std::ops::BitOrAssign<&i128> for i128 {}
    impl std::ops::BitXor for i128 {
        type Output = i128;
    }
    impl std::ops::BitXor<i128> for &i128 {
        type Output = i128;
    }
    impl std::ops::BitXor<&i128> for i128 {
        type Output = i128;
    }
    impl std::ops::BitXor<&i128> for &i128 {
        type Output = i128;
    }
    impl std::ops::BitXorAssign for i128 {}
    impl std::ops::BitXorAssign<&i128> for i128 {}
    impl<R> std::ops::Shl<R> for i128 {
        type Output = i128;
    }
    impl<R> std::ops::Shl<R> for &i128 {
        type Output = i128;
    }
    impl<R> std::ops::ShlAssign<R> for i128 {}
    impl<R> std::ops::Shr<R> for i128 {
        type Output = i128;
    }
    impl<R> std::ops::Shr<R> for &i128 {
        type Output = i128;
    }
    impl<R> std::ops::ShrAssign<R> for i128 {}
    impl std::ops::Not for i128 {
        type Output = i128;
    }
    impl std::ops::Neg for i128 {
        type Output = i128;
    }
    impl std::ops::Not for &i128 {
        type Output = i128;
    }
    impl std::ops::Neg for &i128 {
        type Output = i128;
    }
    impl Clone for i128 {}
    impl Copy for i128 {}
    impl std::fmt::Debug for i128 {}
    impl std::fmt::Display for i128 {}
    impl std::fmt::LowerHex for i128 {}
    impl std::fmt::UpperHex for i128 {}
    impl std::fmt::Octal for i128 {}
    impl std::fmt::Binary for i128 {}
    impl std::fmt::LowerExp for i128 {}
    impl std::fmt::UpperExp for i128 {}
    impl PartialEq for i128 {}
    impl Eq for i128 {}
    impl PartialOrd for i128 {}
    impl Ord for i128 {}
    impl Hash for i128 {}
    impl Default for i128 {}
    impl std::iter::Sum for i128 {}
    impl std::iter::Product for i128 {}
    impl std::iter::Sum<&i128> for i128 {}
    impl std::iter::Product<&i128> for i128 {}
    impl FromStr for i128 {
        type Err = ParseIntError;
    }
    impl std::ops::Add for isize {
        type Output = isize;
    }
    impl std::ops::Add<isize> for &isize {
        type Output = isize;
    }
    impl std::ops::Add<&isize> for isize {
        type Output = isize;
    }
    impl std::ops::Add<&isize> for &isize {
        type Output = isize;
    }
    impl std::ops::AddAssign for isize {}
    impl std::ops::AddAssign<&isize> for isize {}
    impl std::ops::Sub for isize {
        type Output = isize;
    }
    impl std::ops::Sub<isize> for &isize {
        type Output = isize;
    }
    impl std::ops::Sub<&isize> for isize {
        type Output = isize;
    }
    impl std::ops::Sub<&isize> for &isize {
        type Output = isize;
    }
    impl std::ops::SubAssign for isize {}
    impl std::ops::SubAssign<&isize> for isize {}
    impl std::ops::Mul for isize {
        type Output = isize;
    }
    impl std::ops::Mul<isize> for &isize {
        type Output = isize;
    }
    impl std::ops::Mul<&isize> for isize {
        type Output = isize;
    }
    impl std::ops::Mul<&isize> for &isize {
        type Output = isize;
    }
    impl std::ops::MulAssign for isize {}
    impl std::ops::MulAssign<&isize> for isize {}
    impl std::ops::Div for isize {
        type Output = isize;
    }
    impl std::ops::Div<isize> for &isize {
        type Output = isize;
    }
    impl std::ops::Div<&isize> for isize {
        type Output = isize;
    }
    impl std::ops::Div<&isize> for &isize {
        type Output = isize;
    }
    impl std::ops::DivAssign for isize {}
    impl std::ops::DivAssign<&isize> for isize {}
    impl std::ops::Rem for isize {
        type Output = isize;
    }
    impl std::ops::Rem<isize> for &isize {
        type Output = isize;
    }
    impl std::ops::Rem<&isize> for isize {
        type Output = isize;
    }
    impl std::ops::Rem<&isize> for &isize {
        type Output = isize;
    }
    impl std::ops::RemAssign for isize {}
    impl std::ops::RemAssign<&isize> for isize {}
    impl std::ops::BitAnd for isize {
        type Output = isize;
    }
    impl std::ops::BitAnd<isize> for &isize {
        type Output = isize;
    }
    impl std::ops::BitAnd<&isize> for isize {
        type Output = isize;
    }
    impl std::ops::BitAnd<&isize> for &isize {
        type Output = isize;
    }
    impl std::ops::BitAndAssign for isize {}
    impl std::ops::BitAndAssign<&isize> for isize {}
    impl std::ops::BitOr for isize {
        type Output = isize;
    }
    impl std::ops::BitOr<isize> for &isize {
        type Output = isize;
    }
    impl std::ops::BitOr<&isize> for isize {
        type Output = isize;
    }
    impl std::ops::BitOr<&isize> for &isize {
        type Output = isize;
    }
    impl std::ops::BitOrAssign for isize {}
    impl std::ops::BitOrAssign<&isize> for isize {}
    impl std::ops::BitXor for isize {
        type Output = isize;
    }
    impl std::ops::BitXor<isize> for &isize {
        type Output = isize;
    }
    impl std::ops::BitXor<&isize> for isize {
        type Output = isize;
    }
    impl std::ops::BitXor<&isize> for &isize {
        type Output = isize;
    }
    impl std::ops::BitXorAssign for isize {}
    impl std::ops::BitXorAssign<&isize> for isize {}
    impl<R> std::ops::Shl<R> for isize {
        type Output = isize;
    }
    impl<R> std::ops::Shl<R> for &isize {
        type Output = isize;
    }
    impl<R> std::ops::ShlAssign<R> for isize {}
    impl<R> std::ops::Shr<R> for isize {
        type Output = isize;
    }
    impl<R> std::ops::Shr<R> for &isize {
        type Output = isize;
    }
    impl<R> std::ops::ShrAssign<R> for isize {}
    impl std::ops::Not for isize {
        type Output = isize;
    }
    impl std::ops::Neg for isize {
        type Output = isize;
    }
    impl std::ops::Not for &isize {
        type Output = isize;
    }
    impl std::ops::Neg for &isize {
        type Output = isize;
    }
    impl Clone for isize {}
    impl Copy for isize {}
    impl std::fmt::Debug for isize {}
    impl std::fmt::Display for isize {}
    impl std::fmt::LowerHex for isize {}
    impl std::fmt::UpperHex for isize {}
    impl std::fmt::Octal for isize {}
    impl std::fmt::Binary for isize {}
    impl std::fmt::LowerExp for isize {}
    impl std::fmt::UpperExp for isize {}
    impl PartialEq for isize {}
    impl Eq for isize {}
    impl PartialOrd for isize {}
    impl Ord for isize {}
    impl Hash for isize {}
    impl Default for isize {}
    impl std::iter::Sum for isize {}
    impl std::iter::Product for isize {}
    impl std::iter::Sum<&isize> for isize {}
    impl std::iter::Product<&isize> for isize {}
    impl FromStr for isize {
        type Err = ParseIntError;
    }
    impl std::ops::Add for f32 {
        type Output = f32;
    }
    impl std::ops::Add<f32> for &f32 {
        type Output = f32;
    }
    impl std::ops::Add<&f32> for f32 {
        type Output = f32;
    }
    impl std::ops::Add<&f32> for &f32 {
        type Output = f32;
    }
    impl std::ops::AddAssign for f32 {}
    impl std::ops::AddAssign<&f32> for f32 {}
    impl std::ops::Sub for f32 {
        type Output = f32;
    }
    impl std::ops::Sub<f32> for &f32 {
        type Output = f32;
    }
    impl std::ops::Sub<&f32> for f32 {
        type Output = f32;
    }
    impl std::ops::Sub<&f32> for &f32 {
        type Output = f32;
    }
    impl std::ops::SubAssign for f32 {}
    impl std::ops::SubAssign<&f32> for f32 {}
    impl std::ops::Mul for f32 {
        type Output = f32;
    }
    impl std::ops::Mul<f32> for &f32 {
        type Output = f32;
    }
    impl std::ops::Mul<&f32> for f32 {
        type Output = f32;
    }
    impl std::ops::Mul<&f32> for &f32 {
        type Output = f32;
    }
    impl std::ops::MulAssign for f32 {}
    impl std::ops::MulAssign<&f32> for f32 {}
    impl std::ops::Div for f32 {
        type Output = f32;
    }
    impl std::ops::Div<f32> for &f32 {
        type Output = f32;
    }
    impl std::ops::Div<&f32> for f32 {
        type Output = f32;
    }
    impl std::ops::Div<&f32> for &f32 {
        type Output = f32;
    }
    impl std::ops::DivAssign for f32 {}
    impl std::ops::DivAssign<&f32> for f32 {}
    impl std::ops::Rem for f32 {
        type Output = f32;
    }
    impl std::ops::Rem<f32> for &f32 {
        type Output = f32;
    }
    impl std::ops::Rem<&f32> for f32 {
        type Output = f32;
    }
    impl std::ops::Rem<&f32> for &f32 {
        type Output = f32;
    }
    impl std::ops::RemAssign for f32 {}
    impl std::ops::RemAssign<&f32> for f32 {}
    impl std::ops::Neg for f32 {
        type Output = f32;
    }
    impl std::ops::Neg for &f32 {
        type Output = f32;
    }
    impl Clone for f32 {}
    impl Copy for f32 {}
    impl std::fmt::Debug for f32 {}
    impl std::fmt::Display for f32 {}
    impl std::fmt::LowerExp for f32 {}
    impl std::fmt::UpperExp for f32 {}
    impl PartialEq for f32 {}
    impl PartialOrd for f32 {}
    impl Default for f32 {}
    impl std::iter::Sum for f32 {}
    impl std::iter::Product for f32 {}
    impl std::iter::Sum<&f32> for f32 {}
    impl std::iter::Product<&f32> for f32 {}
    impl FromStr for f32 {
        type Err = ParseFloatError;
    }
    impl std::ops::Add for f64 {
        type Output = f64;
    }
    impl std::ops::Add<f64> for &f64 {
        type Output = f64;
    }
    impl std::ops::Add<&f64> for f64 {
        type Output = f64;
    }
    impl std::ops::Add<&f64> for &f64 {
        type Output = f64;
    }
    impl std::ops::AddAssign for f64 {}
    impl std::ops::AddAssign<&f64> for f64 {}
    impl std::ops::Sub for f64 {
        type Output = f64;
    }
    impl std::ops::Sub<f64> for &f64 {
        type Output = f64;
    }
    impl std::ops::Sub<&f64> for f64 {
        type Output = f64;
    }
    impl std::ops::Sub<&f64> for &f64 {
        type Output = f64;
    }
    impl std::ops::SubAssign for f64 {}
    impl std::ops::SubAssign<&f64> for f64 {}
    impl std::ops::Mul for f64 {
        type Output = f64;
    }
    impl std::ops::Mul<f64> for &f64 {
        type Output = f64;
    }
    impl std::ops::Mul<&f64> for f64 {
        type Output = f64;
    }
    impl std::ops::Mul<&f64> for &f64 {
        type Output = f64;
    }
    impl std::ops::MulAssign for f64 {}
    impl std::ops::MulAssign<&f64> for f64 {}
    impl std::ops::Div for f64 {
        type Output = f64;
    }
    impl std::ops::Div<f64> for &f64 {
        type Output = f64;
    }
    impl std::ops::Div<&f64> for f64 {
        type Output = f64;
    }
    impl std::ops::Div<&f64> for &f64 {
        type Output = f64;
    }
    impl std::ops::DivAssign for f64 {}
    impl std::ops::DivAssign<&f64> for f64 {}
    impl std::ops::Rem for f64 {
        type Output = f64;
    }
    impl std::ops::Rem<f64> for &f64 {
        type Output = f64;
    }
    impl std::ops::Rem<&f64> for f64 {
        type Output = f64;
    }
    impl std::ops::Rem<&f64> for &f64 {
        type Output = f64;
    }
    impl std::ops::RemAssign for f64 {}
    impl std::ops::RemAssign<&f64> for f64 {}
    impl std::ops::Neg for f64 {
        type Output = f64;
    }
    impl std::ops::Neg for &f64 {
        type Output = f64;
    }
    impl Clone for f64 {}
    impl Copy for f64 {}
    impl std::fmt::Debug for f64 {}
    impl std::fmt::Display for f64 {}
    impl std::fmt::LowerExp for f64 {}
    impl std::fmt::UpperExp for f64 {}
    impl PartialEq for f64 {}
    impl PartialOrd for f64 {}
    impl Default for f64 {}
    impl std::iter::Sum for f64 {}
    impl std::iter::Product for f64 {}
    impl std::iter::Sum<&f64> for f64 {}
    impl std::iter::Product<&f64> for f64 {}
    impl FromStr for f64 {
        type Err = ParseFloatError;
    }
    impl From<u8> for u16 {}
    impl From<u8> for u32 {}
    impl From<u8> for u64 {}
    impl From<u8> for u128 {}
    impl From<u8> for usize {}
    impl From<u8> for i16 {}
    impl From<u8> for i32 {}
    impl From<u8> for i64 {}
    impl From<u8> for i128 {}
    impl From<u8> for isize {}
    impl From<u8> for f32 {}
    impl From<u8> for f64 {}
    impl From<u8> for char {}
    impl From<u16> for u32 {}
    impl From<u16> for u64 {}
    impl From<u16> for u128 {}
    impl From<u16> for usize {}
    impl From<u16> for i32 {}
    impl From<u16> for i64 {}
    impl From<u16> for i128 {}
    impl From<u16> for f32 {}
    impl From<u16> for f64 {}
    impl From<u32> for u64 {}
    impl From<u32> for u128 {}
    impl From<u32> for i64 {}
    impl From<u32> for i128 {}
    impl From<u32> for f64 {}
    impl From<u64> for u128 {}
    impl From<u64> for i128 {}
    impl From<i8> for i16 {}
    impl From<i8> for i32 {}
    impl From<i8> for i64 {}
    impl From<i8> for i128 {}
    impl From<i8> for isize {}
    impl From<i8> for f32 {}
    impl From<i8> for f64 {}
    impl From<i16> for i32 {}
    impl From<i16> for i64 {}
    impl From<i16> for i128 {}
    impl From<i16> for isize {}
    impl From<i16> for f32 {}
    impl From<i16> for f64 {}
    impl From<i32> for i64 {}
    impl From<i32> for i128 {}
    impl From<i32> for f64 {}
    impl From<i64> for i128 {}
    impl From<f32> for f64 {}
    impl From<bool> for u8 {}
    impl From<bool> for u16 {}
    impl From<bool> for u32 {}
    impl From<bool> for u64 {}
    impl From<bool> for u128 {}
    impl From<bool> for usize {}
    impl From<bool> for i8 {}
    impl From<bool> for i16 {}
    impl From<bool> for i32 {}
    impl From<bool> for i64 {}
    impl From<bool> for i128 {}
    impl From<bool> for isize {}
    impl From<bool> for f32 {}
    impl From<bool> for f64 {}
    impl From<char> for u32 {}
    impl From<char> for u64 {}
    impl From<char> for u128 {}
    impl TryFrom<u8> for i8 {
        type Error = TryFromIntError;
    }
    impl TryFrom<u8> for bool {
        type Error = TryFromIntError;
    }
    impl TryFrom<u16> for u8 {
        type Error = TryFromIntError;
    }
    impl TryFrom<u16> for i8 {
        type Error = TryFromIntError;
    }
    impl TryFrom<u16> for i16 {
        type Error = TryFromIntError;
    }
    impl TryFrom<u16> for isize {
        type Error = TryFromIntError;
    }
    impl TryFrom<u16> for bool {
        type Error = TryFromIntError;
    }
    impl TryFrom<u32> for u8 {
        type Error = TryFromIntError;
    }
    impl TryFrom<u32> for u16 {
        type Error = TryFromIntError;
    }
    impl TryFrom<u32> for usize {
        type Error = TryFromIntError;
    }
    impl TryFrom<u32> for i8 {
        type Error = TryFromIntError;
    }
    impl TryFrom<u32> for i16 {
        type Error = TryFromIntError;
    }
    impl TryFrom<u32> for i32 {
        type Error = TryFromIntError;
    }
    impl TryFrom<u32> for isize {
        type Error = TryFromIntError;
    }
    impl TryFrom<u32> for bool {
        type Error = TryFromIntError;
    }
    impl TryFrom<u64> for u8 {
        type Error = TryFromIntError;
    }
    impl TryFrom<u64> for u16 {
        type Error = TryFromIntError;
    }
    impl TryFrom<u64> for u32 {
        type Error = TryFromIntError;
    }
    impl TryFrom<u64> for usize {
        type Error = TryFromIntError;
    }
    impl TryFrom<u64> for i8 {
        type Error = TryFromIntError;
    }
    impl TryFrom<u64> for i16 {
        type Error = TryFromIntError;
    }
    impl TryFrom<u64> for i32 {
        type Error = TryFromIntError;
    }
    impl TryFrom<u64> for i64 {
        type Error = TryFromIntError;
    }
    impl TryFrom<u64> for isize {
        type Error = TryFromIntError;
    }
    impl TryFrom<u64> for bool {
        type Error = TryFromIntError;
    }
    impl TryFrom<u128> for u8 {
        type Error = TryFromIntError;
    }
    impl TryFrom<u128> for u16 {
        type Error = TryFromIntError;
    }
    impl TryFrom<u128> for u32 {
        type Error = TryFromIntError;
    }
    impl TryFrom<u128> for u64 {
        type Error = TryFromIntError;
    }
    impl TryFrom<u128> for usize {
        type Error = TryFromIntError;
    }
    impl TryFrom<u128> for i8 {
        type Error = TryFromIntError;
    }
    impl TryFrom<u128> for i16 {
        type Error = TryFromIntError;
    }
    impl TryFrom<u128> for i32 {
        type Error = TryFromIntError;
    }
    impl TryFrom<u128> for i64 {
        type Error = TryFromIntError;
    }
    impl TryFrom<u128> for i128 {
        type Error = TryFromIntError;
    }
    impl TryFrom<u128> for isize {
        type Error = TryFromIntError;
    }
    impl TryFrom<u128> for bool {
        type Error = TryFromIntError;
    }
    impl TryFrom<usize> for u8 {
        type Error = TryFromIntError;
    }
    impl TryFrom<usize> for u16 {
        type Error = TryFromIntError;
    }
    impl TryFrom<usize> for u32 {
        type Error = TryFromIntError;
    }
    impl TryFrom<usize> for u64 {
        type Error = TryFromIntError;
    }
    impl TryFrom<usize> for u128 {
        type Error = TryFromIntError;
    }
    impl TryFrom<usize> for i8 {
        type Error = TryFromIntError;
    }
    impl TryFrom<usize> for i16 {
        type Error = TryFromIntError;
    }
    impl TryFrom<usize> for i32 {
        type Error = TryFromIntError;
    }
    impl TryFrom<usize> for i64 {
        type Error = TryFromIntError;
    }
    impl TryFrom<usize> for i128 {
        type Error = TryFromIntError;
    }
    impl TryFrom<usize> for isize {
        type Error = TryFromIntError;
    }
    impl TryFrom<usize> for bool {
        type Error = TryFromIntError;
    }
    impl TryFrom<i8> for u8 {
        type Error = TryFromIntError;
    }
    impl TryFrom<i8> for u16 {
        type Error = TryFromIntError;
    }
    impl TryFrom<i8> for u32 {
        type Error = TryFromIntError;
    }
    impl TryFrom<i8> for u64 {
        type Error = TryFromIntError;
    }
    impl TryFrom<i8> for u128 {
        type Error = TryFromIntError;
    }
    impl TryFrom<i8> for usize {
        type Error = TryFromIntError;
    }
    impl TryFrom<i8> for bool {
        type Error = TryFromIntError;
    }
    impl TryFrom<i16> for u8 {
        type Error = TryFromIntError;
    }
    impl TryFrom<i16> for u16 {
        type Error = TryFromIntError;
    }
    impl TryFrom<i16> for u32 {
        type Error = TryFromIntError;
    }
    impl TryFrom<i16> for u64 {
        type Error = TryFromIntError;
    }
    impl TryFrom<i16> for u128 {
        type Error = TryFromIntError;
    }
    impl TryFrom<i16> for usize {
        type Error = TryFromIntError;
    }
    impl TryFrom<i16> for i8 {
        type Error = TryFromIntError;
    }
    impl TryFrom<i16> for bool {
        type Error = TryFromIntError;
    }
    impl TryFrom<i32> for u8 {
        type Error = TryFromIntError;
    }
    impl TryFrom<i32> for u16 {
        type Error = TryFromIntError;
    }
    impl TryFrom<i32> for u32 {
        type Error = TryFromIntError;
    }
    impl TryFrom<i32> for u64 {
        type Error = TryFromIntError;
    }
    impl TryFrom<i32> for u128 {
        type Error = TryFromIntError;
    }
    impl TryFrom<i32> for usize {
        type Error = TryFromIntError;
    }
    impl TryFrom<i32> for i8 {
        type Error = TryFromIntError;
    }
    impl TryFrom<i32> for i16 {
        type Error = TryFromIntError;
    }
    impl TryFrom<i32> for isize {
        type Error = TryFromIntError;
    }
    impl TryFrom<i32> for bool {
        type Error = TryFromIntError;
    }
    impl TryFrom<i64> for u8 {
        type Error = TryFromIntError;
    }
    impl TryFrom<i64> for u16 {
        type Error = TryFromIntError;
    }
    impl TryFrom<i64> for u32 {
        type Error = TryFromIntError;
    }
    impl TryFrom<i64> for u64 {
        type Error = TryFromIntError;
    }
    impl TryFrom<i64> for u128 {
        type Error = TryFromIntError;
    }
    impl TryFrom<i64> for usize {
        type Error = TryFromIntError;
    }
    impl TryFrom<i64> for i8 {
        type Error = TryFromIntError;
    }
    impl TryFrom<i64> for i16 {
        type Error = TryFromIntError;
    }
    impl TryFrom<i64> for i32 {
        type Error = TryFromIntError;
    }
    impl TryFrom<i64> for isize {
        type Error = TryFromIntError;
    }
    impl TryFrom<i64> for bool {
        type Error = TryFromIntError;
    }
    impl TryFrom<i128> for u8 {
        type Error = TryFromIntError;
    }
    impl TryFrom<i128> for u16 {
        type Error = TryFromIntError;
    }
    impl TryFrom<i128> for u32 {
        type Error = TryFromIntError;
    }
    impl TryFrom<i128> for u64 {
        type Error = TryFromIntError;
    }
    impl TryFrom<i128> for u128 {
        type Error = TryFromIntError;
    }
    impl TryFrom<i128> for usize {
        type Error = TryFromIntError;
    }
    impl TryFrom<i128> for i8 {
        type Error = TryFromIntError;
    }
    impl TryFrom<i128> for i16 {
        type Error = TryFromIntError;
    }
    impl TryFrom<i128> for i32 {
        type Error = TryFromIntError;
    }
    impl TryFrom<i128> for i64 {
        type Error = TryFromIntError;
    }
    impl TryFrom<i128> for isize {
        type Error = TryFromIntError;
    }
    impl TryFrom<i128> for bool {
        type Error = TryFromIntError;
    }
    impl TryFrom<isize> for u8 {
        type Error = TryFromIntError;
    }
    impl TryFrom<isize> for u16 {
        type Error = TryFromIntError;
    }
    impl TryFrom<isize> for u32 {
        type Error = TryFromIntError;
    }
    impl TryFrom<isize> for u64 {
        type Error = TryFromIntError;
    }
    impl TryFrom<isize> for u128 {
        type Error = TryFromIntError;
    }
    impl TryFrom<isize> for usize {
        type Error = TryFromIntError;
    }
    impl TryFrom<isize> for i8 {
        type Error = TryFromIntError;
    }
    impl TryFrom<isize> for i16 {
        type Error = TryFromIntError;
    }
    impl TryFrom<isize> for i32 {
        type Error = TryFromIntError;
    }
    impl TryFrom<isize> for i64 {
        type Error = TryFromIntError;
    }
    impl TryFrom<isize> for i128 {
        type Error = TryFromIntError;
    }
    impl TryFrom<isize> for bool {
        type Error = TryFromIntError;
    }
    impl TryFrom<u32> for char {
        type Error = std::char::CharTryFromError;
    }
    impl TryFrom<char> for u8 {
        type Error = std::char::TryFromCharError;
    }
    impl TryFrom<char> for u16 {
        type Error = std::char::TryFromCharError;
    }
    impl TryFrom<char> for usize {
        type Error = std::char::TryFromCharError;
    }
    impl<A: Clone> Clone for (A,) {}
    impl<A: Copy> Copy for (A,) {}
    impl<A: std::fmt::Debug> std::fmt::Debug for (A,) {}
    impl<A: PartialEq> PartialEq for (A,) {}
    impl<A: Eq> Eq for (A,) {}
    impl<A: PartialOrd> PartialOrd for (A,) {}
    impl<A: Ord> Ord for (A,) {}
    impl<A: Hash> Hash for (A,) {}
    impl<A: Default> Default for (A,) {}
    impl<A: Clone, B: Clone> Clone for (A, B) {}
    impl<A: Copy, B: Copy> Copy for (A, B) {}
    impl<A: std::fmt::Debug, B: std::fmt::Debug> std::fmt::Debug for (A, B) {}
    impl<A: PartialEq, B: PartialEq> PartialEq for (A, B) {}
    impl<A: Eq, B: Eq> Eq for (A, B) {}
    impl<A: PartialOrd, B: PartialOrd> PartialOrd for (A, B) {}
    impl<A: Ord, B: Ord> Ord for (A, B) {}
    impl<A: Hash, B: Hash> Hash for (A, B) {}
    impl<A: Default, B: Default> Default for (A, B) {}
    impl<A: Clone, B: Clone, C: Clone> Clone for (A, B, C) {}
    impl<A: Copy, B: Copy, C: Copy> Copy for (A, B, C) {}
    impl<A: std::fmt::Debug, B: std::fmt::Debug, C: std::fmt::Debug> std::fmt::Debug for (A, B, C) {}
    impl<A: PartialEq, B: PartialEq, C: PartialEq> PartialEq for (A, B, C) {}
    impl<A: Eq, B: Eq, C: Eq> Eq for (A, B, C) {}
    impl<A: PartialOrd, B: PartialOrd, C: PartialOrd> PartialOrd for (A, B, C) {}
    impl<A: Ord, B: Ord, C: Ord> Ord for (A, B, C) {}
    impl<A: Hash, B: Hash, C: Hash> Hash for (A, B, C) {}
    impl<A: Default, B: Default, C: Default> Default for (A, B, C) {}
    impl<A: Clone, B: Clone, C: Clone, D: Clone> Clone for (A, B, C, D) {}
    impl<A: Copy, B: Copy, C: Copy, D: Copy> Copy for (A, B, C, D) {}
    impl<A: std::fmt::Debug, B: std::fmt::Debug, C: std::fmt::Debug, D: std::fmt::Debug> std::fmt::Debug for (A, B, C, D) {}
    impl<A: PartialEq, B: PartialEq, C: PartialEq, D: PartialEq> PartialEq for (A, B, C, D) {}
    impl<A: Eq, B: Eq, C: Eq, D: Eq> Eq for (A, B, C, D) {}
    impl<A: PartialOrd, B: PartialOrd, C: PartialOrd, D: PartialOrd> PartialOrd for (A, B, C, D) {}
    impl<A: Ord, B: Ord, C: Ord, D: Ord> Ord for (A, B, C, D) {}
    impl<A: Hash, B: Hash, C: Hash, D: Hash> Hash for (A, B, C, D) {}
    impl<A: Default, B: Default, C: Default, D: Default> Default for (A, B, C, D) {}
    impl<A: Clone, B: Clone, C: Clone, D: Clone, E: Clone> Clone for (A, B, C, D, E) {}
    impl<A: Copy, B: Copy, C: Copy, D: Copy, E: Copy> Copy for (A, B, C, D, E) {}
    impl<A: std::fmt::Debug, B: std::fmt::Debug, C: std::fmt::Debug, D: std::fmt::Debug, E: std::fmt::Debug>
        std::fmt::Debug for (A, B, C, D, E)
    {
    }
    impl<A: PartialEq, B: PartialEq, C: PartialEq, D: PartialEq, E: PartialEq> PartialEq for (A, B, C, D, E) {}
    impl<A: Eq, B: Eq, C: Eq, D: Eq, E: Eq> Eq for (A, B, C, D, E) {}
    impl<A: PartialOrd, B: PartialOrd, C: PartialOrd, D: PartialOrd, E: PartialOrd> PartialOrd for (A, B, C, D, E) {}
    impl<A: Ord, B: Ord, C: Ord, D: Ord, E: Ord> Ord for (A, B, C, D, E) {}
    impl<A: Hash, B: Hash, C: Hash, D: Hash, E: Hash> Hash for (A, B, C, D, E) {}
    impl<A: Default, B: Default, C: Default, D: Default, E: Default> Default for (A, B, C, D, E) {}
    impl<A: Clone, B: Clone, C: Clone, D: Clone, E: Clone, F: Clone> Clone for (A, B, C, D, E, F) {}
    impl<A: Copy, B: Copy, C: Copy, D: Copy, E: Copy, F: Copy> Copy for (A, B, C, D, E, F) {}
    impl<
        A: std::fmt::Debug,
        B: std::fmt::Debug,
        C: std::fmt::Debug,
        D: std::fmt::Debug,
        E: std::fmt::Debug,
        F: std::fmt::Debug,
    > std::fmt::Debug for (A, B, C, D, E, F)
    {
    }
    impl<A: PartialEq, B: PartialEq, C: PartialEq, D: PartialEq, E: PartialEq, F: PartialEq> PartialEq
        for (A, B, C, D, E, F)
    {
    }
    impl<A: Eq, B: Eq, C: Eq, D: Eq, E: Eq, F: Eq> Eq for (A, B, C, D, E, F) {}
    impl<A: PartialOrd, B: PartialOrd, C: PartialOrd, D: PartialOrd, E: PartialOrd, F: PartialOrd> PartialOrd
        for (A, B, C, D, E, F)
    {
    }
    impl<A: Ord, B: Ord, C: Ord, D: Ord, E: Ord, F: Ord> Ord for (A, B, C, D, E, F) {}
    impl<A: Hash, B: Hash, C: Hash, D: Hash, E: Hash, F: Hash> Hash for (A, B, C, D, E, F) {}
    impl<A: Default, B: Default, C: Default, D: Default, E: Default, F: Default> Default for (A, B, C, D, E, F) {}
    impl<A: Clone, B: Clone, C: Clone, D: Clone, E: Clone, F: Clone, G: Clone> Clone for (A, B, C, D, E, F, G) {}
    impl<A: Copy, B: Copy, C: Copy, D: Copy, E: Copy, F: Copy, G: Copy> Copy for (A, B, C, D, E, F, G) {}
    impl<
        A: std::fmt::Debug,
        B: std::fmt::Debug,
        C: std::fmt::Debug,
        D: std::fmt::Debug,
        E: std::fmt::Debug,
        F: std::fmt::Debug,
        G: std::fmt::Debug,
    > std::fmt::Debug for (A, B, C, D, E, F, G)
    {
    }
    impl<A: PartialEq, B: PartialEq, C: PartialEq, D: PartialEq, E: PartialEq, F: PartialEq, G: PartialEq> PartialEq
        for (A, B, C, D, E, F, G)
    {
    }
    impl<A: Eq, B: Eq, C: Eq, D: Eq, E: Eq, F: Eq, G: Eq> Eq for (A, B, C, D, E, F, G) {}
    impl<A: PartialOrd, B: PartialOrd, C: PartialOrd, D: PartialOrd, E: PartialOrd, F: PartialOrd, G: PartialOrd>
        PartialOrd for (A, B, C, D, E, F, G)
    {
    }
    impl<A: Ord, B: Ord, C: Ord, D: Ord, E: Ord, F: Ord, G: Ord> Ord for (A, B, C, D, E, F, G) {}
    impl<A: Hash, B: Hash, C: Hash, D: Hash, E: Hash, F: Hash, G: Hash> Hash for (A, B, C, D, E, F, G) {}
    impl<A: Default, B: Default, C: Default, D: Default, E: Default, F: Default, G: Default> Default
        for (A, B, C, D, E, F, G)
    {
    }
    impl<A: Clone, B: Clone, C: Clone, D: Clone, E: Clone, F: Clone, G: Clone, H: Clone> Clone
        for (A, B, C, D, E, F, G, H)
    {
    }
    impl<A: Copy, B: Copy, C: Copy, D: Copy, E: Copy, F: Copy, G: Copy, H: Copy> Copy for (A, B, C, D, E, F, G, H) {}
    impl<
        A: std::fmt::Debug,
        B: std::fmt::Debug,
        C: std::fmt::Debug,
        D: std::fmt::Debug,
        E: std::fmt::Debug,
        F: std::fmt::Debug,
        G: std::fmt::Debug,
        H: std::fmt::Debug,
    > std::fmt::Debug for (A, B, C, D, E, F, G, H)
    {
    }
    impl<A: PartialEq, B: PartialEq, C: PartialEq, D: PartialEq, E: PartialEq, F: PartialEq, G: PartialEq, H: PartialEq>
        PartialEq for (A, B, C, D, E, F, G, H)
    {
    }
    impl<A: Eq, B: Eq, C: Eq, D: Eq, E: Eq, F: Eq, G: Eq, H: Eq> Eq for (A, B, C, D, E, F, G, H) {}
    impl<
        A: PartialOrd,
        B: PartialOrd,
        C: PartialOrd,
        D: PartialOrd,
        E: PartialOrd,
        F: PartialOrd,
        G: PartialOrd,
        H: PartialOrd,
    > PartialOrd for (A, B, C, D, E, F, G, H)
    {
    }
    impl<A: Ord, B: Ord, C: Ord, D: Ord, E: Ord, F: Ord, G: Ord, H: Ord> Ord for (A, B, C, D, E, F, G, H) {}
    impl<A: Hash, B: Hash, C: Hash, D: Hash, E: Hash, F: Hash, G: Hash, H: Hash> Hash for (A, B, C, D, E, F, G, H) {}
    impl<A: Default, B: Default, C: Default, D: Default, E: Default, F: Default, G: Default, H: Default> Default
        for (A, B, C, D, E, F, G, H)
    {
    }
    impl<A: Clone, B: Clone, C: Clone, D: Clone, E: Clone, F: Clone, G: Clone, H: Clone, I: Clone> Clone
        for (A, B, C, D, E, F, G, H, I)
    {
    }
    impl<A: Copy, B: Copy, C: Copy, D: Copy, E: Copy, F: Copy, G: Copy, H: Copy, I: Copy> Copy
        for (A, B, C, D, E, F, G, H, I)
    {
    }
    impl<
        A: std::fmt::Debug,
        B: std::fmt::Debug,
        C: std::fmt::Debug,
        D: std::fmt::Debug,
        E: std::fmt::Debug,
        F: std::fmt::Debug,
        G: std::fmt::Debug,
        H: std::fmt::Debug,
        I: std::fmt::Debug,
    > std::fmt::Debug for (A, B, C, D, E, F, G, H, I)
    {
    }
    impl<
        A: PartialEq,
        B: PartialEq,
        C: PartialEq,
        D: PartialEq,
        E: PartialEq,
        F: PartialEq,
        G: PartialEq,
        H: PartialEq,
        I: PartialEq,
    > PartialEq for (A, B, C, D, E, F, G, H, I)
    {
    }
    impl<A: Eq, B: Eq, C: Eq, D: Eq, E: Eq, F: Eq, G: Eq, H: Eq, I: Eq> Eq for (A, B, C, D, E, F, G, H, I) {}
    impl<
        A: PartialOrd,
        B: PartialOrd,
        C: PartialOrd,
        D: PartialOrd,
        E: PartialOrd,
        F: PartialOrd,
        G: PartialOrd,
        H: PartialOrd,
        I: PartialOrd,
    > PartialOrd for (A, B, C, D, E, F, G, H, I)
    {
    }
    impl<A: Ord, B: Ord, C: Ord, D: Ord, E: Ord, F: Ord, G: Ord, H: Ord, I: Ord> Ord for (A, B, C, D, E, F, G, H, I) {}
    impl<A: Hash, B: Hash, C: Hash, D: Hash, E: Hash, F: Hash, G: Hash, H: Hash, I: Hash> Hash
        for (A, B, C, D, E, F, G, H, I)
    {
    }
    impl<A: Default, B: Default, C: Default, D: Default, E: Default, F: Default, G: Default, H: Default, I: Default>
        Default for (A, B, C, D, E, F, G, H, I)
    {
    }
    impl<A: Clone, B: Clone, C: Clone, D: Clone, E: Clone, F: Clone, G: Clone, H: Clone, I: Clone, J: Clone> Clone
        for (A, B, C, D, E, F, G, H, I, J)
    {
    }
    impl<A: Copy, B: Copy, C: Copy, D: Copy, E: Copy, F: Copy, G: Copy, H: Copy, I: Copy, J: Copy> Copy
        for (A, B, C, D, E, F, G, H, I, J)
    {
    }
    impl<
        A: std::fmt::Debug,
        B: std::fmt::Debug,
        C: std::fmt::Debug,
        D: std::fmt::Debug,
        E: std::fmt::Debug,
        F: std::fmt::Debug,
        G: std::fmt::Debug,
        H: std::fmt::Debug,
        I: std::fmt::Debug,
        J: std::fmt::Debug,
    > std::fmt::Debug for (A, B, C, D, E, F, G, H, I, J)
    {
    }
    impl<
        A: PartialEq,
        B: PartialEq,
        C: PartialEq,
        D: PartialEq,
        E: PartialEq,
        F: PartialEq,
        G: PartialEq,
        H: PartialEq,
        I: PartialEq,
        J: PartialEq,
    > PartialEq for (A, B, C, D, E, F, G, H, I, J)
    {
    }
    impl<A: Eq, B: Eq, C: Eq, D: Eq, E: Eq, F: Eq, G: Eq, H: Eq, I: Eq, J: Eq> Eq for (A, B, C, D, E, F, G, H, I, J) {}
    impl<
        A: PartialOrd,
        B: PartialOrd,
        C: PartialOrd,
        D: PartialOrd,
        E: PartialOrd,
        F: PartialOrd,
        G: PartialOrd,
        H: PartialOrd,
        I: PartialOrd,
        J: PartialOrd,
    > PartialOrd for (A, B, C, D, E, F, G, H, I, J)
    {
    }
    impl<A: Ord, B: Ord, C: Ord, D: Ord, E: Ord, F: Ord, G: Ord, H: Ord, I: Ord, J: Ord> Ord
        for (A, B, C, D, E, F, G, H, I, J)
    {
    }
    impl<A: Hash, B: Hash, C: Hash, D: Hash, E: Hash, F: Hash, G: Hash, H: Hash, I: Hash, J: Hash> Hash
        for (A, B, C, D, E, F, G, H, I, J)
    {
    }
    impl<
        A: Default,
        B: Default,
        C: Default,
        D: Default,
        E: Default,
        F: Default,
        G: Default,
        H: Default,
        I: Default,
        J: Default,
    > Default for (A, B, C, D, E, F, G, H, I, J)
    {
    }
    impl<A: Clone, B: Clone, C: Clone, D: Clone, E: Clone, F: Clone, G: Clone, H: Clone, I: Clone, J: Clone, K: Clone>
        Clone for (A, B, C, D, E, F, G, H, I, J, K)
    {
    }
    impl<A: Copy, B: Copy, C: Copy, D: Copy, E: Copy, F: Copy, G: Copy, H: Copy, I: Copy, J: Copy, K: Copy> Copy
        for (A, B, C, D, E, F, G, H, I, J, K)
    {
    }
    impl<
        A: std::fmt::Debug,
        B: std::fmt::Debug,
        C: std::fmt::Debug,
        D: std::fmt::Debug,
        E: std::fmt::Debug,
        F: std::fmt::Debug,
        G: std::fmt::Debug,
        H: std::fmt::Debug,
        I: std::fmt::Debug,
        J: std::fmt::Debug,
        K: std::fmt::Debug,
    > std::fmt::Debug for (A, B, C, D, E, F, G, H, I, J, K)
    {
    }
    impl<
        A: PartialEq,
        B: PartialEq,
        C: PartialEq,
        D: PartialEq,
        E: PartialEq,
        F: PartialEq,
        G: PartialEq,
        H: PartialEq,
        I: PartialEq,
        J: PartialEq,
        K: PartialEq,
    > PartialEq for (A, B, C, D, E, F, G, H, I, J, K)
    {
    }
    impl<A: Eq, B: Eq, C: Eq, D: Eq, E: Eq, F: Eq, G: Eq, H: Eq, I: Eq, J: Eq, K: Eq> Eq
        for (A, B, C, D, E, F, G, H, I, J, K)
    {
    }
    impl<
        A: PartialOrd,
        B: PartialOrd,
        C: PartialOrd,
        D: PartialOrd,
        E: PartialOrd,
        F: PartialOrd,
        G: PartialOrd,
        H: PartialOrd,
        I: PartialOrd,
        J: PartialOrd,
        K: PartialOrd,
    > PartialOrd for (A, B, C, D, E, F, G, H, I, J, K)
    {
    }
    impl<A: Ord, B: Ord, C: Ord, D: Ord, E: Ord, F: Ord, G: Ord, H: Ord, I: Ord, J: Ord, K: Ord> Ord
        for (A, B, C, D, E, F, G, H, I, J, K)
    {
    }
    impl<A: Hash, B: Hash, C: Hash, D: Hash, E: Hash, F: Hash, G: Hash, H: Hash, I: Hash, J: Hash, K: Hash> Hash
        for (A, B, C, D, E, F, G, H, I, J, K)
    {
    }
    impl<
        A: Default,
        B: Default,
        C: Default,
        D: Default,
        E: Default,
        F: Default,
        G: Default,
        H: Default,
        I: Default,
        J: Default,
        K: Default,
    > Default for (A, B, C, D, E, F, G, H, I, J, K)
    {
    }
    impl<
        A: Clone,
        B: Clone,
        C: Clone,
        D: Clone,
        E: Clone,
        F: Clone,
        G: Clone,
        H: Clone,
        I: Clone,
        J: Clone,
        K: Clone,
        L: Clone,
    > Clone for (A, B, C, D, E, F, G, H, I, J, K, L)
    {
    }
    impl<A: Copy, B: Copy, C: Copy, D: Copy, E: Copy, F: Copy, G: Copy, H: Copy, I: Copy, J: Copy, K: Copy, L: Copy>
        Copy for (A, B, C, D, E, F, G, H, I, J, K, L)
    {
    }
    impl<
        A: std::fmt::Debug,
        B: std::fmt::Debug,
        C: std::fmt::Debug,
        D: std::fmt::Debug,
        E: std::fmt::Debug,
        F: std::fmt::Debug,
        G: std::fmt::Debug,
        H: std::fmt::Debug,
        I: std::fmt::Debug,
        J: std::fmt::Debug,
        K: std::fmt::Debug,
        L: std::fmt::Debug,
    > std::fmt::Debug for (A, B, C, D, E, F, G, H, I, J, K, L)
    {
    }
    impl<
        A: PartialEq,
        B: PartialEq,
        C: PartialEq,
        D: PartialEq,
        E: PartialEq,
        F: PartialEq,
        G: PartialEq,
        H: PartialEq,
        I: PartialEq,
        J: PartialEq,
        K: PartialEq,
        L: PartialEq,
    > PartialEq for (A, B, C, D, E, F, G, H, I, J, K, L)
    {
    }
    impl<A: Eq, B: Eq, C: Eq, D: Eq, E: Eq, F: Eq, G: Eq, H: Eq, I: Eq, J: Eq, K: Eq, L: Eq> Eq
        for (A, B, C, D, E, F, G, H, I, J, K, L)
    {
    }
    impl<
        A: PartialOrd,
        B: PartialOrd,
        C: PartialOrd,
        D: PartialOrd,
        E: PartialOrd,
        F: PartialOrd,
        G: PartialOrd,
        H: PartialOrd,
        I: PartialOrd,
        J: PartialOrd,
        K: PartialOrd,
        L: PartialOrd,
    > PartialOrd for (A, B, C, D, E, F, G, H, I, J, K, L)
    {
    }
    impl<A: Ord, B: Ord, C: Ord, D: Ord, E: Ord, F: Ord, G: Ord, H: Ord, I: Ord, J: Ord, K: Ord, L: Ord> Ord
        for (A, B, C, D, E, F, G, H, I, J, K, L)
    {
    }
    impl<A: Hash, B: Hash, C: Hash, D: Hash, E: Hash, F: Hash, G: Hash, H: Hash, I: Hash, J: Hash, K: Hash, L: Hash>
        Hash for (A, B, C, D, E, F, G, H, I, J, K, L)
    {
    }
    impl<
        A: Default,
        B: Default,
        C: Default,
        D: Default,
        E: Default,
        F: Default,
        G: Default,
        H: Default,
        I: Default,
        J: Default,
        K: Default,
        L: Default,
    > Default for (A, B, C, D, E, F, G, H, I, J, K, L)
    {
    }
    impl<T> From<[T; 0]> for (T,) {}
    impl<T> From<(T,)> for [T; 0] {}
    impl<T> From<[T; 0]> for (T, T) {}
    impl<T> From<(T, T)> for [T; 0] {}
    impl<T> From<[T; 0]> for (T, T, T) {}
    impl<T> From<(T, T, T)> for [T; 0] {}
    impl<T> From<[T; 0]> for (T, T, T, T) {}
    impl<T> From<(T, T, T, T)> for [T; 0] {}
    impl<T> From<[T; 0]> for (T, T, T, T, T) {}
    impl<T> From<(T, T, T, T, T)> for [T; 0] {}
    impl<T> From<[T; 0]> for (T, T, T, T, T, T) {}
    impl<T> From<(T, T, T, T, T, T)> for [T; 0] {}
    impl<T> From<[T; 0]> for (T, T, T, T, T, T, T) {}
    impl<T> From<(T, T, T, T, T, T, T)> for [T; 0] {}
    impl<T> From<[T; 0]> for (T, T, T, T, T, T, T, T) {}
    impl<T> From<(T, T, T, T, T, T, T, T)> for [T; 0] {}
    impl<T> From<[T; 0]> for (T, T, T, T, T, T, T, T, T) {}
    impl<T> From<(T, T, T, T, T, T, T, T, T)> for [T; 0] {}
    impl<T> From<[T; 0]> for (T, T, T, T, T, T, T, T, T, T) {}
    impl<T> From<(T, T, T, T, T, T, T, T, T, T)> for [T; 0] {}
    impl<T> From<[T; 0]> for (T, T, T, T, T, T, T, T, T, T, T) {}
    impl<T> From<(T, T, T, T, T, T, T, T, T, T, T)> for [T; 0] {}
    impl<T> From<[T; 0]> for (T, T, T, T, T, T, T, T, T, T, T, T) {}
    impl<T> From<(T, T, T, T, T, T, T, T, T, T, T, T)> for [T; 0] {}
    impl<A, B, EA: Extend<A>, EB: Extend<B>> Extend<(A, B)> for (EA, EB) {}
    impl<A, B, C, EA: Extend<A>, EB: Extend<B>, EC: Extend<C>> Extend<(A, B, C)> for (EA, EB, EC) {}
    impl<A, B, EA: Default + Extend<A>, EB: Default + Extend<B>> FromIterator<(A, B)> for (EA, EB) {}
    impl<A, B, C, EA: Default + Extend<A>, EB: Default + Extend<B>, EC: Default + Extend<C>> FromIterator<(A, B, C)>
        for (EA, EB, EC)
    {
    }
}

pub mod pin {
    pub struct Pin<Ptr>(Ptr);
    impl<Ptr: std::ops::Deref> Pin<Ptr> {
        pub fn new(pointer: Ptr) -> Pin<Ptr> {}
        pub fn into_inner(pin: Pin<Ptr>) -> Ptr {}
        pub fn new_unchecked(pointer: Ptr) -> Pin<Ptr> {}
        pub fn as_ref(&self) -> Pin<&Ptr::Target> {}
        pub fn into_inner_unchecked(pin: Pin<Ptr>) -> Ptr {}
        pub fn as_mut(&mut self) -> Pin<&mut Ptr::Target> {}
        pub fn as_deref_mut(self: Pin<&mut Pin<Ptr>>) -> Pin<&mut Ptr::Target> {}
        pub fn set(&mut self, value: Ptr::Target) {}
    }
    impl<T> Pin<&T> {
        pub fn map_unchecked<U, F: FnOnce(&T) -> &U>(self, func: F) -> Pin<&U> {}
        pub fn get_ref(self) -> &T {}
        pub fn static_ref(r: &T) -> Pin<&T> {}
    }
    impl<T> Pin<&mut T> {
        pub fn into_ref(self) -> Pin<&T> {}
        pub fn get_mut(self) -> &mut T {}
        pub fn get_unchecked_mut(self) -> &mut T {}
        pub fn map_unchecked_mut<U, F: FnOnce(&mut T) -> &mut U>(self, func: F) -> Pin<&mut U> {}
        pub fn static_mut(r: &mut T) -> Pin<&mut T> {}
    }
    impl<Ptr: std::ops::Deref> std::ops::Deref for Pin<Ptr> {
        type Target = Ptr::Target;
    }
    impl<Ptr: std::ops::DerefMut> std::ops::DerefMut for Pin<Ptr> {}
    impl<Ptr: Clone> Clone for Pin<Ptr> {}
    impl<Ptr: Copy> Copy for Pin<Ptr> {}
    impl<Ptr: std::fmt::Debug> std::fmt::Debug for Pin<Ptr> {}
    impl<Ptr: std::fmt::Display> std::fmt::Display for Pin<Ptr> {}
    impl<Ptr: std::fmt::Pointer> std::fmt::Pointer for Pin<Ptr> {}
    impl<Ptr: PartialEq> PartialEq for Pin<Ptr> {}
    impl<Ptr: Eq> Eq for Pin<Ptr> {}
    impl<Ptr: PartialOrd> PartialOrd for Pin<Ptr> {}
    impl<Ptr: Ord> Ord for Pin<Ptr> {}
    impl<Ptr: Hash> Hash for Pin<Ptr> {}
    impl<T: Default> Default for Pin<Box<T>> {}
    impl<T: Default> Default for Pin<Rc<T>> {}
    impl<T: Default> Default for Pin<Arc<T>> {}
    impl<T> From<Box<T>> for Pin<Box<T>> {}
    impl<P: std::ops::Deref> Future for Pin<P>
    where
        P::Target: Future,
    {
        type Output = <P::Target as Future>::Output;
    }
}
