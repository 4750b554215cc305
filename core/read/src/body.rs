//! The code that reads.

use proc_macro2::TokenStream;
use quote::quote;
use syn::{
    Data, DataEnum, DeriveInput, Error, Field, Fields, GenericParam, Generics, Result, Variant,
    parse_quote,
};

use crate::attributes::Attributes;

pub(crate) fn implementation(input: &DeriveInput) -> Result<TokenStream> {
    let attributes = Attributes::of(&input.attrs)?;
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
    let attributes = Attributes::of(&field.attrs)?;
    let Some(ident) = &field.ident else {
        return Err(Error::new_spanned(field, "a field without a name"));
    };
    // Renaming the variants of an enum leaves their fields as they are.
    let name = attributes.name(ident, &Attributes::default());
    Ok(if of.default {
        quote!(#ident: ::tierline_core::read::or(tree, #name, default.#ident)?)
    } else if attributes.default {
        quote!(#ident: ::tierline_core::read::or(tree, #name, ::core::default::Default::default())?)
    } else {
        quote!(#ident: ::tierline_core::read::Read::read(tree.get(#name))?)
    })
}

fn choice(data: &DataEnum, of: &Attributes) -> Result<TokenStream> {
    if of.untagged {
        let tries = data
            .variants
            .iter()
            .map(|variant| {
                let name = &variant.ident;
                let value = value(&quote!(Self::#name), &variant.fields, of)?;
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
        let Variant {
            ident,
            attrs,
            fields,
            ..
        } = variant;
        let attributes = Attributes::of(attrs)?;
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
