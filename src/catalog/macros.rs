//! Macros of the ecosystem as rules: what a call of one makes, as far as the rest of the code can see it. Written by us
//! from the documentation of each crate; their own rules are long and lead through many others.

// bitflags 1 and 2
macro_rules! bitflags {
    ($($(#[$outer:meta])* $vis:vis struct $Name:ident: $Bits:ty {
        $($(#[$inner:ident $($args:tt)*])* const $Flag:ident = $value:expr;)*
    })*) => { $(
        $(#[$outer])*
        $vis struct $Name($Bits);
        bitflags! { impl $Name: $Bits { $(const $Flag = $value;)* } }
        impl Clone for $Name {
            fn clone(&self) -> Self { loop {} }
        }
    )* };
    ($(impl $Name:ident: $Bits:ty {
        $($(#[$inner:ident $($args:tt)*])* const $Flag:ident = $value:expr;)*
    })*) => { $(
        impl $Name {
            $(pub const $Flag: Self = Self($value);)*
            pub fn empty() -> Self { loop {} }
            pub fn all() -> Self { loop {} }
            pub fn bits(&self) -> $Bits { loop {} }
            pub fn from_bits(bits: $Bits) -> Option<Self> { loop {} }
            pub fn from_bits_truncate(bits: $Bits) -> Self { loop {} }
            pub fn from_bits_retain(bits: $Bits) -> Self { loop {} }
            pub fn from_bits_unchecked(bits: $Bits) -> Self { loop {} }
            pub fn from_name(name: &str) -> Option<Self> { loop {} }
            pub fn is_empty(&self) -> bool { loop {} }
            pub fn is_all(&self) -> bool { loop {} }
            pub fn intersects(&self, other: Self) -> bool { loop {} }
            pub fn contains(&self, other: Self) -> bool { loop {} }
            pub fn insert(&mut self, other: Self) { loop {} }
            pub fn remove(&mut self, other: Self) { loop {} }
            pub fn toggle(&mut self, other: Self) { loop {} }
            pub fn set(&mut self, other: Self, value: bool) { loop {} }
            pub fn truncate(&mut self) { loop {} }
            pub fn clear(&mut self) { loop {} }
            pub fn intersection(self, other: Self) -> Self { loop {} }
            pub fn union(self, other: Self) -> Self { loop {} }
            pub fn difference(self, other: Self) -> Self { loop {} }
            pub fn symmetric_difference(self, other: Self) -> Self { loop {} }
            pub fn complement(self) -> Self { loop {} }
            pub fn iter(&self) -> $crate::iter::Iter<Self> { loop {} }
            pub fn iter_names(&self) -> $crate::iter::IterNames<Self> { loop {} }
        }
        impl $crate::Flags for $Name {
            type Bits = $Bits;
        }
        impl IntoIterator for $Name {
            type Item = $Name;
            type IntoIter = $crate::iter::Iter<$Name>;
            fn into_iter(self) -> $crate::iter::Iter<$Name> { loop {} }
        }
    )* };
}

mod libfuzzer_sys {
    macro_rules! fuzz_target {
        ($(init: $init:expr,)? |$bytes:ident| $body:expr) => {
            #[no_mangle]
            pub extern "C" fn rust_fuzzer_test_input($bytes: &[u8]) -> i32 { $($init;)? $body; 0 }
        };
        ($(init: $init:expr,)? |$data:ident: $Type:ty| $(-> $Result:ty)? $body:block) => {
            #[no_mangle]
            pub extern "C" fn rust_fuzzer_test_input($data: $Type) -> i32 { $($init;)? $body; 0 }
        };
        ($(init: $init:expr,)? |$data:ident: $Type:ty| $body:expr) => {
            #[no_mangle]
            pub extern "C" fn rust_fuzzer_test_input($data: $Type) -> i32 { $($init;)? $body; 0 }
        };
    }
}
