//! `#[derive(Read)]`: reads a type from a tree, in the very form in which serde's `Serialize` writes it.
//!
//! It understands the attributes of serde that this workspace uses, and refuses to compile with any other.

mod attributes;
mod body;

use proc_macro::TokenStream;
use syn::{DeriveInput, parse_macro_input};

/// Implements `tierline_core::read::Read`.
#[proc_macro_derive(Read, attributes(serde))]
pub fn derive_read(input: TokenStream) -> TokenStream {
    let input = parse_macro_input!(input as DeriveInput);
    body::implementation(&input)
        .unwrap_or_else(syn::Error::into_compile_error)
        .into()
}
