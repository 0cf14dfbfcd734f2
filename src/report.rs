//! The formats. Each is one file and sees the report only.

pub mod json;
pub mod proof;
pub mod text;
