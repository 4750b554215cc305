//! Routes of the pages that an invitation's link opens: an area of their own, because strangers load nothing else.

use crate::invitation::page::link::{LinkPage, SignUpPage};

crate::lazy::pages! { link:
    "invitation/:token" => LinkPage,
    "invitation/:token/sign-up" => SignUpPage,
}
