//! Where a customer without a tenant makes one: an area of its own, because few who open a link need it.

use crate::invitation::page::link::SignUpPage;

crate::lazy::pages! { sign_up:
    "invitation/:token/sign-up" => SignUpPage,
}
