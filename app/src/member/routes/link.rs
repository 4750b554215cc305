//! Where mailed links lead: documents of their own, because those who open them are not signed in.

crate::lazy::documents! {
    "join/:token" => crate::member::page::link::JoinLinkPage,
    "new-password/:token" => crate::member::page::link::NewPasswordPage,
}
