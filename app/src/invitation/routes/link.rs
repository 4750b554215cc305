//! Where an invitation's link leads: documents of their own, because most of those who open one are strangers.

crate::lazy::documents! {
    "invitation/:token" => crate::invitation::page::link::LinkPage,
    "invitation/:token/sign-up" => crate::invitation::page::link::SignUpPage,
}
