//! Where signing in is: a document of its own.

crate::lazy::documents! {
    "sign-in" => crate::account::page::sign_in::SignInPage,
}
