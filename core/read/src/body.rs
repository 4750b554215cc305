//! The code that reads.

use proc_macro2::TokenStream;
use quote::quote;
use syn::{
    Attribute, Data, DataEnum, DeriveInput, Error, Field, Fields, GenericParam, Generics, Result,
    Variant, parse_quote,
};

use crate::attributes::{Attributes, Place};

pub(crate) fn implementation(input: &DeriveInput) -> Result<TokenStream> {
    let attributes = Attributes::of(&input.attrs, place(&input.data))?;
    let body = if let Some(from) = &attributes.from {
        quote!(::core::option::Option::Some(::core::convert::From::from(<#from as ::tierline_core::read::Read>::read(tree)?)))
    } else if let Some(from) = &attributes.try_from {
        quote!(::core::convert::TryFrom::try_from(<#from as ::tierline_core::read::Read>::read(tree)?).ok())
    } else {
        match &input.data {
            Data::Struct(data) => {
                let value = value(&quote!(Self), &data.fields, &attributes)?;
                if attributes.default {
                    quote! {
                        let default = <Self as ::core::default::Default>::default();
                        ::core::option::Option::Some(#value)
                    }
                } else {
                    quote!(::core::option::Option::Some(#value))
                }
            }
            Data::Enum(data) => choice(data, &attributes)?,
            Data::Union(_) => return Err(Error::new_spanned(input, "a union cannot be read")),
        }
    };
    let name = &input.ident;
    let generics = bounded(input.generics.clone());
    let (before, parameters, bounds) = generics.split_for_impl();
    Ok(quote! {
        #[automatically_derived]
        impl #before ::tierline_core::read::Read for #name #parameters #bounds {
            fn read(tree: &::tierline_core::read::Tree) -> ::core::option::Option<Self> {
                #body
            }
        }
    })
}

fn place(data: &Data) -> Place {
    match data {
        Data::Struct(data) => Place::Struct {
            fields: data.fields.len(),
            named: matches!(data.fields, Fields::Named(_)),
        },
        Data::Enum(_) | Data::Union(_) => Place::Enum,
    }
}

fn bounded(mut generics: Generics) -> Generics {
    for parameter in &mut generics.params {
        if let GenericParam::Type(parameter) = parameter {
            parameter
                .bounds
                .push(parse_quote!(::tierline_core::read::Read));
        }
    }
    generics
}

/// A value of these fields, made by what stands in front of them, read from `tree`.
fn value(made_by: &TokenStream, fields: &Fields, of: &Attributes) -> Result<TokenStream> {
    if let Some(attribute) = serde_of_nameless(fields) {
        let why = "no attribute that Read knows on a field without a name";
        return Err(Error::new_spanned(attribute, why));
    }
    Ok(match fields {
        Fields::Unit => quote!(#made_by),
        Fields::Unnamed(fields) if fields.unnamed.len() == 1 => {
            quote!(#made_by(::tierline_core::read::Read::read(tree)?))
        }
        Fields::Unnamed(fields) => {
            let place = 0..fields.unnamed.len();
            quote!(#made_by(#(::tierline_core::read::Read::read(tree.item(#place))?),*))
        }
        Fields::Named(fields) => {
            let read = fields
                .named
                .iter()
                .map(|field| named(field, of))
                .collect::<Result<Vec<_>>>()?;
            quote!(#made_by { #(#read),* })
        }
    })
}

fn named(field: &Field, of: &Attributes) -> Result<TokenStream> {
    let attributes = Attributes::of(&field.attrs, Place::Field)?;
    let Some(ident) = &field.ident else {
        return Err(Error::new_spanned(field, "a field without a name"));
    };
    let name = attributes.name(ident, of);
    Ok(if of.default {
        quote!(#ident: ::tierline_core::read::or(tree, #name, default.#ident)?)
    } else if attributes.default {
        quote!(#ident: ::tierline_core::read::or(tree, #name, ::core::default::Default::default())?)
    } else {
        quote!(#ident: ::tierline_core::read::Read::read(tree.get(#name))?)
    })
}

fn of_variant(variant: &Variant) -> Result<Attributes> {
    let unit = matches!(variant.fields, Fields::Unit);
    Attributes::of(&variant.attrs, Place::Variant { unit })
}

/// An attribute of serde on one of these fields, if they have no names.
fn serde_of_nameless(fields: &Fields) -> Option<&Attribute> {
    let Fields::Unnamed(fields) = fields else {
        return None;
    };
    fields
        .unnamed
        .iter()
        .flat_map(|field| &field.attrs)
        .find(|attribute| attribute.path().is_ident("serde"))
}

fn choice(data: &DataEnum, of: &Attributes) -> Result<TokenStream> {
    if of.untagged {
        let tries = data
            .variants
            .iter()
            .map(|variant| {
                let name = &variant.ident;
                let attributes = of_variant(variant)?;
                let value = value(&quote!(Self::#name), &variant.fields, &attributes)?;
                Ok(quote! {
                    if let ::core::option::Option::Some(value) =
                        (|| ::core::option::Option::Some(#value))()
                    {
                        return ::core::option::Option::Some(value);
                    }
                })
            })
            .collect::<Result<Vec<_>>>()?;
        return Ok(quote!(#(#tries)* ::core::option::Option::None));
    }
    let mut names = Vec::new();
    let mut arms = Vec::new();
    let mut other = quote!(return ::core::option::Option::None);
    for (place, variant) in data.variants.iter().enumerate() {
        let Variant { ident, fields, .. } = variant;
        // Renaming the variants of an enum leaves their fields as they are.
        let attributes = of_variant(variant)?;
        names.push(attributes.name(ident, of));
        let value = value(&quote!(Self::#ident), fields, &attributes)?;
        if attributes.other {
            other = value.clone();
        }
        arms.push(quote!(#place => #value));
    }
    let names = quote!(&[#(#names),*]);
    // Where the name of the variant stands, and what it holds.
    let found = if let Some(tag) = &of.tag {
        quote!(let place = tree.get(#tag).place(#names);)
    } else if data
        .variants
        .iter()
        .all(|variant| matches!(variant.fields, Fields::Unit))
    {
        quote!(let place = tree.place(#names);)
    } else {
        quote!(let (place, tree) = tree.variant(#names);)
    };
    Ok(quote! {
        #found
        ::core::option::Option::Some(match place {
            #(#arms,)*
            _ => #other,
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn made(source: &str) -> core::result::Result<String, String> {
        let input: DeriveInput = syn::parse_str(source).unwrap();
        implementation(&input)
            .map(|code| code.to_string())
            .map_err(|error| error.to_string())
    }

    #[test]
    fn what_serde_reads_otherwise_does_not_compile() {
        for source in [
            // Names of fields and variants.
            "#[serde(rename_all = \"camelCase\")] struct A { two_words: u8 }",
            "#[serde(rename_all_fields = \"UPPERCASE\")] enum A { B { c: u8 } }",
            "enum A { #[serde(rename_all = \"UPPERCASE\")] B { c: u8 } }",
            "#[serde(untagged)] enum A { #[serde(rename_all = \"UPPERCASE\")] B { c: u8 } }",
            "struct A { #[serde(rename_all = \"UPPERCASE\")] b: B }",
            "struct A { #[serde(alias = \"c\")] b: u8 }",
            // A single field that stands for the whole.
            "#[serde(transparent)] struct A { b: u8 }",
            "#[serde(transparent)] struct A(u8, u8);",
            "#[serde(transparent)] enum A { B(u8) }",
            "struct A { #[serde(flatten)] b: B }",
            // Tags.
            "#[serde(tag = \"kind\")] struct A { b: u8 }",
            "#[serde(tag = \"kind\", content = \"of\")] enum A { B(u8) }",
            "enum A { B, #[serde(untagged)] C(u8) }",
            "enum A { B, #[serde(other)] C(u8) }",
            // Values that are missing.
            "#[serde(default)] enum A { B { c: u8 } }",
            "#[serde(default)] struct A(u8, u8);",
            "struct A { #[serde(default = \"one\")] b: u8 }",
            "struct A(#[serde(default)] u8, u8);",
            "enum A { B(#[serde(skip)] u8, u8) }",
            "struct A { #[serde(skip)] b: u8 }",
            "struct A { #[serde(with = \"text\")] b: u8 }",
        ] {
            assert!(made(source).is_err(), "{source}: {:?}", made(source));
        }
        assert!(made("union A { b: u8 }").is_err());
    }

    #[test]
    fn names_are_those_that_serde_writes() {
        let code = made(
            "#[serde(rename_all = \"UPPERCASE\")] struct A { b: u8, #[serde(rename = \"d\")] c: u8 }",
        );
        let code = code.unwrap();
        assert!(code.contains("\"B\"") && code.contains("\"d\""), "{code}");
        // The variants are renamed, and not their fields.
        let code = made("#[serde(tag = \"t\", rename_all = \"UPPERCASE\")] enum A { B { c: u8 } }")
            .unwrap();
        assert!(code.contains("\"B\"") && code.contains("\"c\""), "{code}");
        assert!(made("#[serde(transparent)] struct A(u8);").is_ok());
        assert!(made("enum A { B, #[serde(other)] C }").is_ok());
    }
}
